; By hand, in the dialect of Julia 1.9 (LLVM 14): its address spaces (10 tracked, 11 derived, 12 callee-rooted, 13 loaded), as its developer documentation describes them.
; inputs: 0.7, 1.9, -0.4
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-f80:128-ni:10:11:12:13-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

; function sum(x) with the array behind a tracked pointer.
define double @julia_sum({} addrspace(10)* noundef nonnull align 16 dereferenceable(40) %x) #0 {
top:
  %pgcstack = call {}*** @julia.get_pgcstack()
  %0 = bitcast {} addrspace(10)* %x to { i8*, i64, i16, i16, i32 } addrspace(10)*
  %1 = addrspacecast { i8*, i64, i16, i16, i32 } addrspace(10)* %0 to { i8*, i64, i16, i16, i32 } addrspace(11)*
  %arraylen_ptr = getelementptr inbounds { i8*, i64, i16, i16, i32 }, { i8*, i64, i16, i16, i32 } addrspace(11)* %1, i64 0, i32 1
  %arraylen = load i64, i64 addrspace(11)* %arraylen_ptr, align 8
  %2 = bitcast {} addrspace(10)* %x to double addrspace(13)* addrspace(10)*
  %3 = addrspacecast double addrspace(13)* addrspace(10)* %2 to double addrspace(13)* addrspace(11)*
  %arrayptr = load double addrspace(13)*, double addrspace(13)* addrspace(11)* %3, align 8
  br label %L1

L1:                                               ; preds = %L1, %top
  %i = phi i64 [ 0, %top ], [ %next, %L1 ]
  %s = phi double [ 0.000000e+00, %top ], [ %added, %L1 ]
  %at = getelementptr inbounds double, double addrspace(13)* %arrayptr, i64 %i
  %v = load double, double addrspace(13)* %at, align 8
  %w = call double @llvm.sin.f64(double %v)
  %p = fmul double %w, %v
  %added = fadd reassoc contract double %s, %p
  %next = add nuw nsw i64 %i, 1
  %done = icmp eq i64 %next, %arraylen
  br i1 %done, label %L2, label %L1

L2:                                               ; preds = %L1
  ret double %added
}

define double @subject(double addrspace(13)* %data) #0 {
  %header = alloca { i8*, i64, i16, i16, i32 }, align 16
  %length = getelementptr inbounds { i8*, i64, i16, i16, i32 }, { i8*, i64, i16, i16, i32 }* %header, i64 0, i32 1
  store i64 3, i64* %length, align 8
  %first = bitcast { i8*, i64, i16, i16, i32 }* %header to double addrspace(13)**
  store double addrspace(13)* %data, double addrspace(13)** %first, align 16
  %object = bitcast { i8*, i64, i16, i16, i32 }* %header to {}*
  %tracked = addrspacecast {}* %object to {} addrspace(10)*
  %r = call double @julia_sum({} addrspace(10)* %tracked)
  ret double %r
}

define double @primal(double* %z, double* %after) {
  %data = addrspacecast double* %z to double addrspace(13)*
  %r = call double @subject(double addrspace(13)* %data)
  ret double %r
}

define double @forward(double* %z, double* %dz, double* %after, double* %dafter) {
  %data = addrspacecast double* %z to double addrspace(13)*
  %ddata = addrspacecast double* %dz to double addrspace(13)*
  %r = call double (i8*, ...) @__enzyme_fwddiff(i8* bitcast (double (double addrspace(13)*)* @subject to i8*), double addrspace(13)* %data, double addrspace(13)* %ddata)
  ret double %r
}

define void @reverse(double* %z, double* %after, double* %adjoint) {
  %data = addrspacecast double* %z to double addrspace(13)*
  %ddata = addrspacecast double* %adjoint to double addrspace(13)*
  call void (i8*, ...) @__enzyme_autodiff(i8* bitcast (double (double addrspace(13)*)* @subject to i8*), double addrspace(13)* %data, double addrspace(13)* %ddata)
  ret void
}

define {}*** @julia.get_pgcstack() noinline {
  ret {}*** null
}
declare void @__enzyme_autodiff(i8*, ...)
declare double @__enzyme_fwddiff(i8*, ...)
declare double @llvm.sin.f64(double)

attributes #0 = { noinline "probe-stack"="inline-asm" "thunk" }

!0 = !{!1, !1, i64 0}
!1 = !{!"jtbaa_immut", !2, i64 0}
!2 = !{!"jtbaa", !3, i64 0}
!3 = !{!"jtbaa"}
