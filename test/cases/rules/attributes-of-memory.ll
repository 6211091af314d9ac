; An allocator by attribute, a stated type of untyped bytes, a global with a shadow of the program's own.
@scale = global double 3.0, !enzyme_shadow !4
@dscale = global double 0.0
declare ptr @calloc(i64, i64)
declare void @free(ptr)
define ptr @take(i64 %n) noinline "enzyme_allocator"="0" "enzyme_deallocator"="-1" "enzyme_deallocator_fcn"="free" { %p = call ptr @calloc(i64 1, i64 %n) ret ptr %p }
define void @move(ptr "enzyme_type"="{[-1]:Pointer, [-1,-1]:Float@double}" %to, ptr %from, i64 %n) noinline {
  call void @llvm.memcpy.p0.p0.i64(ptr %to, ptr %from, i64 %n, i1 false)
  ret void
}
define double @f(double %x, i64 %n) {
  %p = call ptr @take(i64 %n)
  %q = call ptr @take(i64 %n)
  %b = bitcast double %x to i64
  store i64 %b, ptr %p
  call void @move(ptr %q, ptr %p, i64 %n)
  %i = load i64, ptr %q, !enzyme_type !0
  %y = bitcast i64 %i to double
  %k = load double, ptr @scale
  %a = fmul double %y, %k
  %z = fmul double %a, %y
  call void @free(ptr %p)
  call void @free(ptr %q)
  ret double %z
}
declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
!0 = !{!"Unknown", i32 -1, !1}
!1 = !{!"Float@double"}
!4 = !{ptr @dscale}
; since: 16
; function: double f(double x, long n)
; at: x = 0.5, n = 8
; gradient: x = 3
; feature: allocation-like, type-hints
