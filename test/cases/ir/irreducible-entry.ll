; A cycle of three blocks that is entered at two of them.
define double @cycle(double %x, i32 %n) {
entry:
  %odd = and i32 %n, 1
  %c = icmp eq i32 %odd, 0
  br i1 %c, label %a, label %b
a:
  %va = phi double [ %x, %entry ], [ %vc, %c3 ]
  %ia = phi i32 [ %n, %entry ], [ %ic, %c3 ]
  %ta = fmul double %va, %x
  br label %b
b:
  %vb = phi double [ 1.5, %entry ], [ %ta, %a ]
  %ib = phi i32 [ %n, %entry ], [ %ia, %a ]
  %tb = fadd double %vb, %x
  %sq = fmul double %tb, %tb
  %den = fadd double %sq, 1.0
  %nb = fdiv double %tb, %den
  %ic = sub i32 %ib, 1
  %stop = icmp sle i32 %ic, 0
  br i1 %stop, label %done, label %c3
c3:
  %vc = fsub double %nb, 0.25
  br label %a
done:
  ret double %nb
}
; since: 16
; function: double cycle(double x, int n)
; at: x = 0.7, n = 5
; gradient: finite-differences
; feature: irreducible
