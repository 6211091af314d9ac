; Two cases of a switch lead to one block, whose phi has an entry for each.
define double @shared(double %x, i32 %k) {
entry:
  switch i32 %k, label %other [ i32 0, label %merge
                                i32 1, label %merge
                                i32 2, label %two ]
two:
  %square = fmul double %x, %x
  br label %merge
other:
  %cube = fadd double %x, 3.0
  br label %merge
merge:
  %v = phi double [ %x, %entry ], [ %x, %entry ], [ %square, %two ], [ %cube, %other ]
  %r = fmul double %v, %x
  ret double %r
}
; since: 16
; function: double shared(double x, int k)
; at: x = 0.7, k = 1
; gradient: finite-differences
; feature: switch
