; Vectors of four: reductions, fma, lane shuffles, insert at a run-time index.
declare double @llvm.vector.reduce.fadd.v4f64(double, <4 x double>)
declare <4 x double> @llvm.fma.v4f64(<4 x double>, <4 x double>, <4 x double>)
declare <4 x double> @llvm.sqrt.v4f64(<4 x double>)
define double @lanes(ptr %x, i32 %k) {
  %v = load <4 x double>, ptr %x, align 8
  %r = shufflevector <4 x double> %v, <4 x double> poison, <4 x i32> <i32 3, i32 2, i32 1, i32 0>
  %f = call <4 x double> @llvm.fma.v4f64(<4 x double> %v, <4 x double> %r, <4 x double> <double 9.0, double 9.0, double 9.0, double 9.0>)
  %s = call <4 x double> @llvm.sqrt.v4f64(<4 x double> %f)
  %e = extractelement <4 x double> %v, i32 %k
  %i = insertelement <4 x double> %s, double %e, i32 1
  %sum = call double @llvm.vector.reduce.fadd.v4f64(double 0.0, <4 x double> %i)
  store <4 x double> %i, ptr %x, align 8
  ret double %sum
}
; since: 16
; function: double lanes(double *x, int k)
; at: x = [0.5, 1.5, -0.75, 2], k = 2
; gradient: finite-differences
; feature: vectors
