; Rules as a compiler author writes them: attributes and metadata of functions, calls, instructions and globals.
@scale = global double 3.0, !enzyme_shadow !4
@dscale = global double 0.0
@total = global double 0.0 #2

declare double @sin(double)
declare double @unknown(double) #0
define double @sine(double %x) #1 { %y = call double @sin(double %x) ret double %y }
define double @cube(double %x) noinline !enzyme_augment !0 !enzyme_gradient !1 !enzyme_derivative !2 { ret double 0.0 }
define double @cube_augmented(double %x) { %a = fmul double %x, %x %b = fmul double %a, %x ret double %b }
define double @cube_gradient(double %x, double %seed) { %a = fmul double %x, %x %b = fmul double %a, 3.0 %c = fmul double %b, %seed ret double %c }
define { double, double } @cube_tangent(double %x, double %dx) {
  %a = fmul double %x, %x
  %b = fmul double %a, %x
  %c = fmul double %a, 3.0
  %d = fmul double %c, %dx
  %p = insertvalue { double, double } poison, double %b, 0
  %q = insertvalue { double, double } %p, double %d, 1
  ret { double, double } %q
}
define double @f(double %x, double %y) {
  %inactive = call double @sin(double %x) #0
  %s = call double @sine(double %x)
  %c = call double @cube(double %y)
  %k = fmul double %x, 2.0, !enzyme_inactive !3
  %m = fmul double %k, 0.0
  store double %c, ptr @total
  %t = load double, ptr @total
  %z = fmul double %t, 0.0
  %i = fmul double %inactive, 0.0
  %a = fmul double %s, %c
  %b = fadd double %a, %m
  %d = fadd double %b, %z
  %e = fadd double %d, %i
  ret double %e
}
attributes #0 = { "enzyme_inactive" }
attributes #1 = { noinline "enzyme_math"="sin" }
attributes #2 = { "enzyme_inactive" }
!0 = !{ptr @cube_augmented}
!1 = !{ptr @cube_gradient}
!2 = !{ptr @cube_tangent}
!3 = !{}
!4 = !{ptr @dscale}
; since: 16
; function: double f(double x, double y)
; at: x = 0.5, y = 1.5
; gradient: x = 2.961841, y = 3.236122
; tolerance: 1e-6
; feature: custom-rules, function-like, inactive
