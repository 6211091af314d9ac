; Two phis that swap every iteration: they must be read before either is written.
define double @fibonacci(double %x, double %y, i32 %n) {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %a = phi double [ %x, %entry ], [ %b, %loop ]
  %b = phi double [ %y, %entry ], [ %sum, %loop ]
  %product = fmul double %a, %b
  %scaled = fmul double %product, 0.5
  %sum = fadd double %scaled, %a
  %next = add i32 %i, 1
  %more = icmp slt i32 %next, %n
  br i1 %more, label %loop, label %done
done:
  %r = fmul double %a, %b
  ret double %r
}
; since: 16
; function: double fibonacci(double x, double y, int n)
; at: x = 0.7, y = 1.1, n = 6
; gradient: finite-differences
; feature: counted-loops
