; Written by numba 0.43.1 with LLVM 7.0.0, from sources/numba.py.
; inputs: 0.7, 1.9
source_filename = "<string>"
target datalayout = "e-m:e-i64:64-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

@"_ZN08NumbaEnv8__main__9ratio$241Edd" = common local_unnamed_addr global i8* null
@.const.picklebuf.139717101198864 = internal constant { i8*, i32 } { i8* getelementptr inbounds ([69 x i8], [69 x i8]* @.const.pickledata.139717101198864, i32 0, i32 0), i32 69 }
@.const.pickledata.139717101198864 = internal constant [69 x i8] c"\80\04\95:\00\00\00\00\00\00\00\8C\08builtins\94\8C\11ZeroDivisionError\94\93\94\8C\10division by zero\94\85\94N\87\94."

; Function Attrs: nounwind
define i32 @"_ZN8__main__9ratio$241Edd"(double* noalias nocapture %retptr, { i8*, i32 }** noalias nocapture %excinfo, double %arg.x, double %arg.y) local_unnamed_addr #0 {
entry:
  %.35 = fmul double %arg.y, %arg.y
  %.44 = fsub double %.35, %arg.x
  %.55 = fcmp oeq double %.44, 0.000000e+00
  br i1 %.55, label %B0.if, label %B0.endif, !prof !0

B0.if:                                            ; preds = %entry
  store { i8*, i32 }* @.const.picklebuf.139717101198864, { i8*, i32 }** %excinfo, align 8
  ret i32 1

B0.endif:                                         ; preds = %entry
  %.26 = tail call double @llvm.sin.f64(double %arg.x)
  %.59 = fdiv double %.26, %.44
  store double %.59, double* %retptr, align 8
  ret i32 0
}

; Function Attrs: nounwind readnone speculatable
declare double @llvm.sin.f64(double) #1

; Function Attrs: nounwind
declare void @llvm.stackprotector(i8*, i8**) #0

attributes #0 = { nounwind }
attributes #1 = { nounwind readnone speculatable }

!0 = !{!"branch_weights", i32 1, i32 99}

; What follows was not written by numba: it calls the function, its tangent and its adjoint.
@enzyme_const = external global i32
@enzyme_dup = external global i32
@enzyme_out = external global i32

define double @primal(double* %z, double* %after) {
  %result = alloca double, align 8
  store double 0.0, double* %result, align 8
  %raised = alloca { i8*, i32 }*, align 8
  %x0.at = getelementptr double, double* %z, i64 0
  %x0 = load double, double* %x0.at, align 8
  %x1.at = getelementptr double, double* %z, i64 1
  %x1 = load double, double* %x1.at, align 8
  %status = call i32 @"_ZN8__main__9ratio$241Edd"(double* %result, { i8*, i32 }** %raised, double %x0, double %x1)
  %value = load double, double* %result, align 8
  ret double %value
}

define double @forward(double* %z, double* %dz, double* %after, double* %dafter) {
  %result = alloca double, align 8
  store double 0.0, double* %result, align 8
  %dresult = alloca double, align 8
  store double 0.0, double* %dresult, align 8
  %raised = alloca { i8*, i32 }*, align 8
  %x0.at = getelementptr double, double* %z, i64 0
  %x0 = load double, double* %x0.at, align 8
  %x1.at = getelementptr double, double* %z, i64 1
  %x1 = load double, double* %x1.at, align 8
  %dx0.at = getelementptr double, double* %dz, i64 0
  %dx0 = load double, double* %dx0.at, align 8
  %dx1.at = getelementptr double, double* %dz, i64 1
  %dx1 = load double, double* %dx1.at, align 8
  call void (i8*, ...) @__enzyme_fwddiff(i8* bitcast (i32 (double*, { i8*, i32 }**, double, double)* @"_ZN8__main__9ratio$241Edd" to i8*), i32* @enzyme_dup, double* %result, double* %dresult, i32* @enzyme_const, { i8*, i32 }** %raised, i32* @enzyme_dup, double %x0, double %dx0, i32* @enzyme_dup, double %x1, double %dx1)
  %tangent = load double, double* %dresult, align 8
  ret double %tangent
}

define void @reverse(double* %z, double* %after, double* %adjoint) {
  %result = alloca double, align 8
  store double 0.0, double* %result, align 8
  %dresult = alloca double, align 8
  store double 1.0, double* %dresult, align 8
  %raised = alloca { i8*, i32 }*, align 8
  %x0.at = getelementptr double, double* %z, i64 0
  %x0 = load double, double* %x0.at, align 8
  %x1.at = getelementptr double, double* %z, i64 1
  %x1 = load double, double* %x1.at, align 8
  %all = call { double, double } (i8*, ...) @__enzyme_autodiff(i8* bitcast (i32 (double*, { i8*, i32 }**, double, double)* @"_ZN8__main__9ratio$241Edd" to i8*), i32* @enzyme_dup, double* %result, double* %dresult, i32* @enzyme_const, { i8*, i32 }** %raised, i32* @enzyme_out, double %x0, i32* @enzyme_out, double %x1)
  %d0 = extractvalue { double, double } %all, 0
  %a0 = getelementptr double, double* %adjoint, i64 0
  store double %d0, double* %a0, align 8
  %d1 = extractvalue { double, double } %all, 1
  %a1 = getelementptr double, double* %adjoint, i64 1
  store double %d1, double* %a1, align 8
  ret void
}

declare { double, double } @__enzyme_autodiff(i8*, ...)
declare void @__enzyme_fwddiff(i8*, ...)
