; freeze, select between pointers, fneg, frem by a constant, and an unused poison.
define double @choose(ptr %x, ptr %y, i1 zeroext %which) {
  %unused = fadd double poison, 1.0
  %p = select i1 %which, ptr %x, ptr %y
  %v = load double, ptr %p
  %frozen = freeze double %v
  %negated = fneg double %frozen
  %w = load double, ptr %x
  %remainder = frem double %w, 2.0
  %product = fmul double %negated, %remainder
  store double %product, ptr %p
  ret double %product
}
; since: 16
; function: double choose(double *x, double *y, _Bool which)
; at: x = [4.7], y = [1.3], which = 1
; gradient: finite-differences
; feature: selects, arithmetic
