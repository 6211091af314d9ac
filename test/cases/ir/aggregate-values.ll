; First-class aggregates: insertvalue and extractvalue, returned from a callee.
define internal { double, i32, double } @parts(double %x, double %y) noinline {
  %p = fmul double %x, %y
  %s = fadd double %x, %y
  %a = insertvalue { double, i32, double } poison, double %p, 0
  %b = insertvalue { double, i32, double } %a, i32 7, 1
  %c = insertvalue { double, i32, double } %b, double %s, 2
  ret { double, i32, double } %c
}
define double @aggregate(double %x, double %y) {
  %all = call { double, i32, double } @parts(double %x, double %y)
  %p = extractvalue { double, i32, double } %all, 0
  %s = extractvalue { double, i32, double } %all, 2
  %k = extractvalue { double, i32, double } %all, 1
  %f = sitofp i32 %k to double
  %q = fdiv double %p, %s
  %r = fmul double %q, %f
  ret double %r
}
; since: 16
; function: double aggregate(double x, double y)
; at: x = 0.7, y = 1.9
; gradient: finite-differences
; feature: struct-by-value, calls
