; By hand, in the dialect of Julia 1.9 (LLVM 14): its address spaces (10 tracked, 11 derived, 12 callee-rooted, 13 loaded), as its developer documentation describes them: what asks the run-time library.
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-f80:128-ni:10:11:12:13-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

@jl_float64_type = private unnamed_addr constant [1 x {}*] zeroinitializer

; What is only read: allocation, roots, barriers, calls of methods that are not known.
define nonnull {} addrspace(10)* @julia_boxed(double %x, {} addrspace(10)* %f, [2 x {} addrspace(10)*] addrspace(11)* nocapture readonly %both) #0 {
top:
  %pgcstack = call {}*** @julia.get_pgcstack()
  %task = bitcast {}*** %pgcstack to {}**
  %type = addrspacecast {}* inttoptr (i64 139939393 to {}*) to {} addrspace(10)*
  %box = call noalias nonnull {} addrspace(10)* @julia.gc_alloc_obj({}** %task, i64 8, {} addrspace(10)* %type)
  %value = bitcast {} addrspace(10)* %box to double addrspace(10)*
  store double %x, double addrspace(10)* %value, align 8, !tbaa !0
  %raw = addrspacecast {} addrspace(10)* %box to {} addrspace(11)*
  %address = call {}* @julia.pointer_from_objref({} addrspace(11)* %raw)
  call void ({} addrspace(10)*, ...) @julia.write_barrier({} addrspace(10)* %f, {} addrspace(10)* nonnull %box)
  call void @foreign({}* %address) [ "jl_roots"({} addrspace(10)* %f, {} addrspace(10)* %box) ]
  %r = call cc37 nonnull {} addrspace(10)* bitcast ({} addrspace(10)* ({} addrspace(10)*, {} addrspace(10)**, i32)* @ijl_apply_generic to {} addrspace(10)* ({} addrspace(10)*, {} addrspace(10)*)*)({} addrspace(10)* %f, {} addrspace(10)* nonnull %box)
  ret {} addrspace(10)* %r
}

; A statepoint, as RewriteStatepointsForGC leaves it.
define i8 addrspace(1)* @statepoint(i8 addrspace(1)* %obj) gc "statepoint-example" {
  %token = call token (i64, i32, void ()*, i32, i32, ...) @llvm.experimental.gc.statepoint.p0f_isVoidf(i64 0, i32 0, void ()* @safepoint, i32 0, i32 0, i32 0, i32 0) [ "deopt"(i32 7), "gc-live"(i8 addrspace(1)* %obj) ]
  %obj.relocated = call coldcc i8 addrspace(1)* @llvm.experimental.gc.relocate.p1i8(token %token, i32 0, i32 0)
  ret i8 addrspace(1)* %obj.relocated
}

declare {}*** @julia.get_pgcstack()
declare noalias nonnull {} addrspace(10)* @julia.gc_alloc_obj({}**, i64, {} addrspace(10)*)
declare {}* @julia.pointer_from_objref({} addrspace(11)*)
declare void @julia.write_barrier({} addrspace(10)*, ...)
declare void @foreign({}*)
declare {} addrspace(10)* @ijl_apply_generic({} addrspace(10)*, {} addrspace(10)**, i32)
declare void @safepoint()
declare token @llvm.experimental.gc.statepoint.p0f_isVoidf(i64 immarg, i32 immarg, void ()*, i32 immarg, i32 immarg, ...)
declare i8 addrspace(1)* @llvm.experimental.gc.relocate.p1i8(token, i32 immarg, i32 immarg)

attributes #0 = { noinline "probe-stack"="inline-asm" "thunk" }

!0 = !{!1, !1, i64 0}
!1 = !{!"jtbaa_immut", !2, i64 0}
!2 = !{!"jtbaa", !3, i64 0}
!3 = !{!"jtbaa"}
