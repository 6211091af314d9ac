; Written by numba 0.68.0 with LLVM 22.1.0, from sources/numba.py.
; inputs: 0.7, 1.9
source_filename = "<string>"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

@_ZN08NumbaEnv8__main__5ratioB2v1B52c8tJTIeFIjxB2IKSgI4CrvQClUaPLCRh1KiFSRRBdGoCAA_3d_3dEdd = common local_unnamed_addr global ptr null
@.const.pickledata.b28008a0f88bad5ff0f0243e84dab90cab19b366 = internal constant [69 x i8] c"\80\04\95:\00\00\00\00\00\00\00\8C\08builtins\94\8C\11ZeroDivisionError\94\93\94\8C\10division by zero\94\85\94N\87\94."
@.const.pickledata.b28008a0f88bad5ff0f0243e84dab90cab19b366.sha1 = internal constant [20 x i8] c"\B2\80\08\A0\F8\8B\AD_\F0\F0$>\84\DA\B9\0C\AB\19\B3f"
@.const.picklebuf.b28008a0f88bad5ff0f0243e84dab90cab19b366 = internal constant { ptr, i32, ptr, ptr, i32 } { ptr @.const.pickledata.b28008a0f88bad5ff0f0243e84dab90cab19b366, i32 69, ptr @.const.pickledata.b28008a0f88bad5ff0f0243e84dab90cab19b366.sha1, ptr null, i32 0 }

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(argmem: write)
define range(i32 0, 2) i32 @_ZN8__main__5ratioB2v1B52c8tJTIeFIjxB2IKSgI4CrvQClUaPLCRh1KiFSRRBdGoCAA_3d_3dEdd(ptr noalias writeonly captures(none) %retptr, ptr noalias writeonly captures(none) %excinfo, double %arg.x, double %arg.y) local_unnamed_addr #0 {
B0:
  %.7 = fmul double %arg.y, %arg.y
  %.8 = fsub double %.7, %arg.x
  %.9 = fcmp oeq double %.8, 0.000000e+00
  br i1 %.9, label %B0.if, label %B0.endif, !prof !0

common.ret:                                       ; preds = %B0.endif, %B0.if
  %common.ret.op = phi i32 [ 1, %B0.if ], [ 0, %B0.endif ]
  ret i32 %common.ret.op

B0.if:                                            ; preds = %B0
  store ptr @.const.picklebuf.b28008a0f88bad5ff0f0243e84dab90cab19b366, ptr %excinfo, align 8, !numba_exception_output !1
  br label %common.ret

B0.endif:                                         ; preds = %B0
  %.6 = tail call double @llvm.sin.f64(double %arg.x)
  %.18 = fdiv double %.6, %.8
  store double %.18, ptr %retptr, align 8
  br label %common.ret
}

; Function Attrs: mustprogress nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare double @llvm.sin.f64(double) #1

attributes #0 = { mustprogress nofree norecurse nosync nounwind willreturn memory(argmem: write) }
attributes #1 = { mustprogress nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }

!0 = !{!"branch_weights", i32 1, i32 99}
!1 = !{i1 true}

; What follows was not written by numba: it calls the function, its tangent and its adjoint.
@enzyme_const = external global i32
@enzyme_dup = external global i32
@enzyme_out = external global i32

define double @primal(ptr %z, ptr %after) {
  %result = alloca double, align 8
  store double 0.0, ptr %result, align 8
  %raised = alloca ptr, align 8
  %x0.at = getelementptr double, ptr %z, i64 0
  %x0 = load double, ptr %x0.at, align 8
  %x1.at = getelementptr double, ptr %z, i64 1
  %x1 = load double, ptr %x1.at, align 8
  %status = call i32 @_ZN8__main__5ratioB2v1B52c8tJTIeFIjxB2IKSgI4CrvQClUaPLCRh1KiFSRRBdGoCAA_3d_3dEdd(ptr %result, ptr %raised, double %x0, double %x1)
  %value = load double, ptr %result, align 8
  ret double %value
}

define double @forward(ptr %z, ptr %dz, ptr %after, ptr %dafter) {
  %result = alloca double, align 8
  store double 0.0, ptr %result, align 8
  %dresult = alloca double, align 8
  store double 0.0, ptr %dresult, align 8
  %raised = alloca ptr, align 8
  %x0.at = getelementptr double, ptr %z, i64 0
  %x0 = load double, ptr %x0.at, align 8
  %x1.at = getelementptr double, ptr %z, i64 1
  %x1 = load double, ptr %x1.at, align 8
  %dx0.at = getelementptr double, ptr %dz, i64 0
  %dx0 = load double, ptr %dx0.at, align 8
  %dx1.at = getelementptr double, ptr %dz, i64 1
  %dx1 = load double, ptr %dx1.at, align 8
  call void (ptr, ...) @__enzyme_fwddiff(ptr @_ZN8__main__5ratioB2v1B52c8tJTIeFIjxB2IKSgI4CrvQClUaPLCRh1KiFSRRBdGoCAA_3d_3dEdd, ptr @enzyme_dup, ptr %result, ptr %dresult, ptr @enzyme_const, ptr %raised, ptr @enzyme_dup, double %x0, double %dx0, ptr @enzyme_dup, double %x1, double %dx1)
  %tangent = load double, ptr %dresult, align 8
  ret double %tangent
}

define void @reverse(ptr %z, ptr %after, ptr %adjoint) {
  %result = alloca double, align 8
  store double 0.0, ptr %result, align 8
  %dresult = alloca double, align 8
  store double 1.0, ptr %dresult, align 8
  %raised = alloca ptr, align 8
  %x0.at = getelementptr double, ptr %z, i64 0
  %x0 = load double, ptr %x0.at, align 8
  %x1.at = getelementptr double, ptr %z, i64 1
  %x1 = load double, ptr %x1.at, align 8
  %all = call { double, double } (ptr, ...) @__enzyme_autodiff(ptr @_ZN8__main__5ratioB2v1B52c8tJTIeFIjxB2IKSgI4CrvQClUaPLCRh1KiFSRRBdGoCAA_3d_3dEdd, ptr @enzyme_dup, ptr %result, ptr %dresult, ptr @enzyme_const, ptr %raised, ptr @enzyme_out, double %x0, ptr @enzyme_out, double %x1)
  %d0 = extractvalue { double, double } %all, 0
  %a0 = getelementptr double, ptr %adjoint, i64 0
  store double %d0, ptr %a0, align 8
  %d1 = extractvalue { double, double } %all, 1
  %a1 = getelementptr double, ptr %adjoint, i64 1
  store double %d1, ptr %a1, align 8
  ret void
}

declare { double, double } @__enzyme_autodiff(ptr, ...)
declare void @__enzyme_fwddiff(ptr, ...)
