; By hand, in the dialect of Swift 5.5 (LLVM 12): its calling conventions, contexts and errors, as LangRef describes them.
; inputs: 0.7, 1.9, -0.4
target datalayout = "e-m:e-i64:64-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

%swift.error = type opaque
%swift.refcounted = type { %swift.type*, i64 }
%swift.type = type { i64 }
%swift.function = type { i8*, %swift.refcounted* }
%swift.context = type { %swift.context*, void (%swift.context*)* }
%TSd = type <{ double }>
%T4main5PointV = type <{ %TSd, %TSd }>

@"$s4main8negative5ErrorO" = private constant i64 1

; A method: the receiver is `swiftself`, and what it throws `swifterror`.
define hidden swiftcc double @"$s4main5PointV4normySdSdKF"(double %0, %T4main5PointV* noalias nocapture swiftself dereferenceable(16) %1, %swift.error** noalias nocapture swifterror dereferenceable(8) %2) #0 {
entry:
  %.x._value = getelementptr inbounds %T4main5PointV, %T4main5PointV* %1, i32 0, i32 0, i32 0
  %3 = load double, double* %.x._value, align 8
  %.y._value = getelementptr inbounds %T4main5PointV, %T4main5PointV* %1, i32 0, i32 1, i32 0
  %4 = load double, double* %.y._value, align 8
  %5 = fmul double %3, %3
  %6 = fmul double %4, %0
  %7 = fadd double %5, %6
  %8 = fcmp olt double %7, 0.000000e+00
  br i1 %8, label %throw, label %fine

throw:                                            ; preds = %entry
  store %swift.error* bitcast (i64* @"$s4main8negative5ErrorO" to %swift.error*), %swift.error** %2, align 8
  ret double undef

fine:                                             ; preds = %entry
  %9 = call double @llvm.sqrt.f64(double %7)
  ret double %9
}

; A closure: its context is `swiftself`.
define internal swiftcc double @"$s4mainyycfU_"(double %0, %swift.refcounted* swiftself %1) #0 {
entry:
  %2 = bitcast %swift.refcounted* %1 to <{ %swift.refcounted, %TSd }>*
  %3 = getelementptr inbounds <{ %swift.refcounted, %TSd }>, <{ %swift.refcounted, %TSd }>* %2, i32 0, i32 1
  %._value = getelementptr inbounds %TSd, %TSd* %3, i32 0, i32 0
  %4 = load double, double* %._value, align 8
  %5 = fmul double %0, %4
  %6 = call double @llvm.sin.f64(double %5)
  ret double %6
}

define hidden swiftcc double @"$s4main5applyyS2dXE_SdtF"(i8* %0, %swift.refcounted* %1, double %2) #0 {
entry:
  %3 = bitcast i8* %0 to double (double, %swift.refcounted*)*
  %4 = call swiftcc double %3(double %2, %swift.refcounted* swiftself %1)
  ret double %4
}

define hidden double @subject(double %0, double %1, double %2) #0 {
entry:
  %swifterror = alloca swifterror %swift.error*, align 8
  %point = alloca %T4main5PointV, align 8
  %seen = alloca i64, align 8
  %context = alloca <{ %swift.refcounted, %TSd }>, align 8
  store %swift.error* null, %swift.error** %swifterror, align 8
  %x = getelementptr inbounds %T4main5PointV, %T4main5PointV* %point, i32 0, i32 0, i32 0
  store double %0, double* %x, align 8
  %y = getelementptr inbounds %T4main5PointV, %T4main5PointV* %point, i32 0, i32 1, i32 0
  store double %1, double* %y, align 8
  %3 = call swiftcc double @"$s4main5PointV4normySdSdKF"(double 2.500000e+00, %T4main5PointV* noalias nocapture swiftself dereferenceable(16) %point, %swift.error** noalias nocapture swifterror dereferenceable(8) %swifterror)
  %4 = load %swift.error*, %swift.error** %swifterror, align 8
  %thrown = ptrtoint %swift.error* %4 to i64
  store volatile i64 %thrown, i64* %seen, align 8
  %5 = icmp ne i64 %thrown, 0
  br i1 %5, label %failed, label %fine

failed:                                           ; preds = %entry
  ret double 0.000000e+00

fine:                                             ; preds = %entry
  %6 = getelementptr inbounds <{ %swift.refcounted, %TSd }>, <{ %swift.refcounted, %TSd }>* %context, i32 0, i32 1, i32 0
  store double %2, double* %6, align 8
  %7 = bitcast <{ %swift.refcounted, %TSd }>* %context to %swift.refcounted*
  %8 = call swiftcc double @"$s4main5applyyS2dXE_SdtF"(i8* bitcast (double (double, %swift.refcounted*)* @"$s4mainyycfU_" to i8*), %swift.refcounted* %7, double %3)
  %9 = fmul double %8, %3
  ret double %9
}

; Asynchronous code, which is only read: its frames belong to the run-time library.
define hidden swifttailcc void @"$s4main4waityyYaF"(%swift.context* swiftasync %0, double %1) #0 {
entry:
  %2 = getelementptr inbounds %swift.context, %swift.context* %0, i32 0, i32 1
  %3 = load void (%swift.context*)*, void (%swift.context*)** %2, align 8
  musttail call swifttailcc void @"$s4main4nextyyYaF"(%swift.context* swiftasync %0, double %1)
  ret void
}

define swifttailcc void @"$s4main4nextyyYaF"(%swift.context* swiftasync %0, double %1) #0 {
  ret void
}

define double @primal(double* %z, double* %after) {
  %y.at = getelementptr inbounds double, double* %z, i64 1
  %k.at = getelementptr inbounds double, double* %z, i64 2
  %x = load double, double* %z, align 8
  %y = load double, double* %y.at, align 8
  %k = load double, double* %k.at, align 8
  %r = call double @subject(double %x, double %y, double %k)
  ret double %r
}

define double @forward(double* %z, double* %dz, double* %after, double* %dafter) {
  %y.at = getelementptr inbounds double, double* %z, i64 1
  %k.at = getelementptr inbounds double, double* %z, i64 2
  %dy.at = getelementptr inbounds double, double* %dz, i64 1
  %dk.at = getelementptr inbounds double, double* %dz, i64 2
  %x = load double, double* %z, align 8
  %y = load double, double* %y.at, align 8
  %k = load double, double* %k.at, align 8
  %dx = load double, double* %dz, align 8
  %dy = load double, double* %dy.at, align 8
  %dk = load double, double* %dk.at, align 8
  %r = call double (i8*, ...) @__enzyme_fwddiff(i8* bitcast (double (double, double, double)* @subject to i8*), double %x, double %dx, double %y, double %dy, double %k, double %dk)
  ret double %r
}

define void @reverse(double* %z, double* %after, double* %adjoint) {
  %y.at = getelementptr inbounds double, double* %z, i64 1
  %k.at = getelementptr inbounds double, double* %z, i64 2
  %x = load double, double* %z, align 8
  %y = load double, double* %y.at, align 8
  %k = load double, double* %k.at, align 8
  %r = call [3 x double] (i8*, ...) @__enzyme_autodiff(i8* bitcast (double (double, double, double)* @subject to i8*), double %x, double %y, double %k)
  %d = bitcast double* %adjoint to [3 x double]*
  store [3 x double] %r, [3 x double]* %d, align 8
  ret void
}

declare double @__enzyme_fwddiff(i8*, ...)
declare [3 x double] @__enzyme_autodiff(i8*, ...)
declare double @llvm.sqrt.f64(double)
declare double @llvm.sin.f64(double)

attributes #0 = { noinline nounwind "frame-pointer"="all" }
