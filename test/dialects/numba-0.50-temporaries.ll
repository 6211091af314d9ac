; Written by numba 0.50.1 with LLVM 9.0.1, from sources/numba.py.
; inputs: 0.7, -0.4, 1.3, 0.9, -0.3, 0.5
; with: ../../examples/numba/runtime.c
source_filename = "<string>"
target datalayout = "e-m:e-i64:64-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

@"_ZN08NumbaEnv8__main__15temporaries$242E5ArrayIdLi1E1C7mutable7alignedE5ArrayIdLi1E1A7mutable7alignedE" = common local_unnamed_addr global i8* null
@.const.picklebuf.139801820516096 = internal constant { i8*, i32 } { i8* getelementptr inbounds ([137 x i8], [137 x i8]* @.const.pickledata.139801820516096, i32 0, i32 0), i32 137 }
@.const.pickledata.139801820516096 = internal constant [137 x i8] c"\80\04\95~\00\00\00\00\00\00\00\8C\08builtins\94\8C\0AValueError\94\93\94\8C[array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.\94\85\94N\87\94."
@"_ZN08NumbaEnv13$3cdynamic$3e37__numba_array_expr_0x7f2625da4c90$243Ed" = common local_unnamed_addr global i8* null
@"_ZN08NumbaEnv5numba2np7npyimpl19_broadcast_onto$244Ex8int64$2ax8int64$2a" = common local_unnamed_addr global i8* null
@"_ZN08NumbaEnv5numba2np9arraymath9array_sum12$3clocals$3e18array_sum_impl$245E5ArrayIdLi1E1C7mutable7alignedE" = common local_unnamed_addr global i8* null
@"_ZN08NumbaEnv5numba2np8arrayobj15make_nditer_cls12$3clocals$3e6NdIter13init_specific12$3clocals$3e15check_shape$246E8UniTupleIxLi1EE8UniTupleIxLi1EE" = common local_unnamed_addr global i8* null

define i32 @"_ZN8__main__15temporaries$242E5ArrayIdLi1E1C7mutable7alignedE5ArrayIdLi1E1A7mutable7alignedE"(double* noalias nocapture %retptr, { i8*, i32 }** noalias nocapture %excinfo, i8* %arg.x.0, i8* nocapture readnone %arg.x.1, i64 %arg.x.2, i64 %arg.x.3, double* nocapture readonly %arg.x.4, i64 %arg.x.5.0, i64 %arg.x.6.0, i8* %arg.w.0, i8* nocapture readnone %arg.w.1, i64 %arg.w.2, i64 %arg.w.3, double* %arg.w.4, i64 %arg.w.5.0, i64 %arg.w.6.0) local_unnamed_addr {
entry:
  tail call void @NRT_incref(i8* %arg.x.0)
  tail call void @NRT_incref(i8* %arg.w.0)
  %.66 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %arg.x.5.0, i64 8)
  %.68 = extractvalue { i64, i1 } %.66, 1
  br i1 %.68, label %B0.if, label %B0.endif, !prof !0

B30:                                              ; preds = %B30.lr.ph, %B30
  %lsr.iv6 = phi i64 [ 1, %B30.lr.ph ], [ %lsr.iv.next7, %B30 ]
  %scevgep10 = getelementptr double, double* %arg.x.4, i64 %lsr.iv6
  %scevgep11 = getelementptr double, double* %scevgep10, i64 -1
  %.339 = load double, double* %scevgep11, align 8
  %.403 = srem i64 %lsr.iv6, %arg.x.5.0
  %.404 = xor i64 %.403, %arg.x.5.0
  %.405 = icmp slt i64 %.404, 0
  %.406 = icmp ne i64 %.403, 0
  %.407 = and i1 %.406, %.405
  %.414 = select i1 %.407, i64 %arg.x.5.0, i64 0
  %.394.0 = add i64 %.414, %.403
  %.445 = icmp slt i64 %.394.0, 0
  %.446 = select i1 %.445, i64 %arg.w.5.0, i64 0
  %.447 = add i64 %.446, %.394.0
  %.458 = mul i64 %.447, %arg.w.6.0
  %0 = bitcast double* %arg.w.4 to i8*
  %sunkaddr = getelementptr i8, i8* %0, i64 %.458
  %1 = bitcast i8* %sunkaddr to double*
  %.462 = load double, double* %1, align 8
  %.470 = fmul double %.339, %.462
  %scevgep8 = getelementptr double, double* %.6.i18, i64 %lsr.iv6
  %scevgep9 = getelementptr double, double* %scevgep8, i64 -1
  store double %.470, double* %scevgep9, align 8
  %lsr.iv.next7 = add i64 %lsr.iv6, 1
  %2 = add i64 %4, %lsr.iv.next7
  %exitcond29 = icmp eq i64 %2, 1
  br i1 %exitcond29, label %B88.i, label %B30

B88.i:                                            ; preds = %B30, %B0.endif
  tail call void @NRT_decref(i8* %arg.x.0)
  tail call void @NRT_decref(i8* %arg.w.0)
  %.608 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %arg.x.5.0, i64 8)
  %.610 = extractvalue { i64, i1 } %.608, 1
  br i1 %.610, label %B70.endif.endif.if, label %B70.endif.endif.endif, !prof !0

B0.if:                                            ; preds = %entry
  store { i8*, i32 }* @.const.picklebuf.139801820516096, { i8*, i32 }** %excinfo, align 8
  ret i32 1

B0.endif:                                         ; preds = %entry
  %.67 = extractvalue { i64, i1 } %.66, 0
  %.78 = tail call i8* @NRT_MemInfo_alloc_safe_aligned(i64 %.67, i32 32)
  %.5.i = getelementptr i8, i8* %.78, i64 24
  %3 = bitcast i8* %.5.i to double**
  %.6.i18 = load double*, double** %3, align 8
  %.199 = icmp sgt i64 %arg.x.5.0, 0
  br i1 %.199, label %B30.lr.ph, label %B88.i

B30.lr.ph:                                        ; preds = %B0.endif
  %4 = sub i64 0, %arg.x.5.0
  br label %B30

B70.endif.endif.if:                               ; preds = %B88.i
  store { i8*, i32 }* @.const.picklebuf.139801820516096, { i8*, i32 }** %excinfo, align 8
  ret i32 1

B70.endif.endif.endif:                            ; preds = %B88.i
  %.609 = extractvalue { i64, i1 } %.608, 0
  %.618 = tail call i8* @NRT_MemInfo_alloc_safe_aligned(i64 %.609, i32 32)
  %.5.i9 = getelementptr i8, i8* %.618, i64 24
  %5 = bitcast i8* %.5.i9 to double**
  %.6.i1019 = load double*, double** %5, align 8
  %.65421 = icmp sgt i64 %arg.x.5.0, 0
  br i1 %.65421, label %for.body.endif.endif.lr.ph, label %for.end

for.body.endif.endif.lr.ph:                       ; preds = %B70.endif.endif.endif
  %.656 = icmp eq i64 %arg.x.5.0, 1
  br i1 %.656, label %for.body.endif.endif.preheader, label %for.body.endif.endif.us.preheader

for.body.endif.endif.us.preheader:                ; preds = %for.body.endif.endif.lr.ph
  br label %for.body.endif.endif.us

for.body.endif.endif.preheader:                   ; preds = %for.body.endif.endif.lr.ph
  br label %for.body.endif.endif

for.body.endif.endif.us:                          ; preds = %for.body.endif.endif.us.preheader, %for.body.endif.endif.us
  %loop.index23.us = phi i64 [ %.693.us, %for.body.endif.endif.us ], [ 0, %for.body.endif.endif.us.preheader ]
  %scevgep5 = getelementptr double, double* %.6.i18, i64 %loop.index23.us
  %.664.us = load double, double* %scevgep5, align 8
  %.13.i.us = fmul double %.664.us, %.664.us
  %.24.i.us = fadd double %.13.i.us, 1.000000e+00
  %.40.le.i.us = tail call double @sqrt(double %.24.i.us) #4, !noalias !1
  %scevgep4 = getelementptr double, double* %.6.i1019, i64 %loop.index23.us
  store double %.40.le.i.us, double* %scevgep4, align 8
  %.693.us = add nuw nsw i64 %loop.index23.us, 1
  %exitcond = icmp eq i64 %arg.x.5.0, %.693.us
  br i1 %exitcond, label %for.end, label %for.body.endif.endif.us

for.end:                                          ; preds = %for.body.endif.endif.us, %for.body.endif.endif, %B70.endif.endif.endif
  tail call void @NRT_incref(i8* %.618), !noalias !4
  tail call void @NRT_decref(i8* %.78)
  %.97.i = icmp eq i64 %arg.x.5.0, 0
  br i1 %.97.i, label %for.end.endif, label %B18.endif.i.preheader, !prof !0

B18.endif.i.preheader:                            ; preds = %for.end
  br label %B18.endif.i

B18.endif.i:                                      ; preds = %B18.endif.i.preheader, %B18.endif.i
  %c.2.013.i = phi double [ %.333.i, %B18.endif.i ], [ 0.000000e+00, %B18.endif.i.preheader ]
  %.99.012.i = phi i64 [ %.237.i, %B18.endif.i ], [ 0, %B18.endif.i.preheader ]
  %scevgep = getelementptr double, double* %.6.i1019, i64 %.99.012.i
  %.237.i = add nuw nsw i64 %.99.012.i, 1
  %.324.i = load double, double* %scevgep, align 8, !noalias !4
  %.333.i = fadd double %c.2.013.i, %.324.i
  %.238.i = icmp slt i64 %.237.i, %arg.x.5.0
  br i1 %.238.i, label %B18.endif.i, label %for.end.endif, !prof !7

for.body.endif.endif:                             ; preds = %for.body.endif.endif.preheader, %for.body.endif.endif
  %lsr.iv2 = phi double* [ %.6.i1019, %for.body.endif.endif.preheader ], [ %scevgep3, %for.body.endif.endif ]
  %lsr.iv = phi i64 [ %arg.x.5.0, %for.body.endif.endif.preheader ], [ %lsr.iv.next, %for.body.endif.endif ]
  %.664 = load double, double* %.6.i18, align 8
  %.13.i = fmul double %.664, %.664
  %.24.i = fadd double %.13.i, 1.000000e+00
  %.40.le.i = tail call double @sqrt(double %.24.i) #4, !noalias !1
  store double %.40.le.i, double* %lsr.iv2, align 8
  %lsr.iv.next = add i64 %lsr.iv, -1
  %scevgep3 = getelementptr double, double* %lsr.iv2, i64 1
  %exitcond28 = icmp eq i64 %lsr.iv.next, 0
  br i1 %exitcond28, label %for.end, label %for.body.endif.endif

for.end.endif:                                    ; preds = %B18.endif.i, %for.end
  %c.2.0.lcssa.i = phi double [ 0.000000e+00, %for.end ], [ %.333.i, %B18.endif.i ]
  tail call void @NRT_decref(i8* %.618), !noalias !4
  tail call void @NRT_decref(i8* %.618)
  store double %c.2.0.lcssa.i, double* %retptr, align 8
  ret i32 0
}

; Function Attrs: nounwind readnone speculatable
declare { i64, i1 } @llvm.smul.with.overflow.i64(i64, i64) #0

declare noalias i8* @NRT_MemInfo_alloc_safe_aligned(i64, i32) local_unnamed_addr

; Function Attrs: nofree nounwind readonly
declare double @sqrt(double) local_unnamed_addr #1

; Function Attrs: nofree noinline norecurse nounwind
define linkonce_odr void @NRT_incref(i8* %.1) local_unnamed_addr #2 {
.3:
  %.4 = icmp eq i8* %.1, null
  br i1 %.4, label %.3.if, label %.3.endif, !prof !0

.3.if:                                            ; preds = %.3
  ret void

.3.endif:                                         ; preds = %.3
  %.7 = bitcast i8* %.1 to i64*
  %.4.i = atomicrmw add i64* %.7, i64 1 monotonic
  ret void
}

; Function Attrs: noinline
define linkonce_odr void @NRT_decref(i8* %.1) local_unnamed_addr #3 {
.3:
  %.4 = icmp eq i8* %.1, null
  br i1 %.4, label %.3.if, label %.3.endif, !prof !0

.3.if:                                            ; preds = %.3.endif, %.3
  ret void

.3.endif:                                         ; preds = %.3
  fence release
  %.8 = bitcast i8* %.1 to i64*
  %.4.i = atomicrmw sub i64* %.8, i64 1 monotonic
  %.10 = icmp eq i64 %.4.i, 1
  br i1 %.10, label %.3.endif.if, label %.3.if, !prof !0

.3.endif.if:                                      ; preds = %.3.endif
  fence acquire
  tail call void @NRT_MemInfo_call_dtor(i8* nonnull %.1)
  ret void
}

declare void @NRT_MemInfo_call_dtor(i8*) local_unnamed_addr

; Function Attrs: nounwind
declare void @llvm.stackprotector(i8*, i8**) #4

attributes #0 = { nounwind readnone speculatable }
attributes #1 = { nofree nounwind readonly }
attributes #2 = { nofree noinline norecurse nounwind }
attributes #3 = { noinline }
attributes #4 = { nounwind }

!0 = !{!"branch_weights", i32 1, i32 99}
!1 = !{!2}
!2 = distinct !{!2, !3, !"_ZN13$3cdynamic$3e37__numba_array_expr_0x7f2625da4c90$243Ed: %retptr"}
!3 = distinct !{!3, !"_ZN13$3cdynamic$3e37__numba_array_expr_0x7f2625da4c90$243Ed"}
!4 = !{!5}
!5 = distinct !{!5, !6, !"_ZN5numba2np9arraymath9array_sum12$3clocals$3e18array_sum_impl$245E5ArrayIdLi1E1C7mutable7alignedE: %retptr"}
!6 = distinct !{!6, !"_ZN5numba2np9arraymath9array_sum12$3clocals$3e18array_sum_impl$245E5ArrayIdLi1E1C7mutable7alignedE"}
!7 = !{!"branch_weights", i32 99, i32 1}

; What follows was not written by numba: it calls the function, its tangent and its adjoint.
@enzyme_const = external global i32
@enzyme_dup = external global i32
@enzyme_out = external global i32

define double @primal(double* %z, double* %after) {
  %result = alloca double, align 8
  store double 0.0, double* %result, align 8
  %raised = alloca { i8*, i32 }*, align 8
  %w = getelementptr double, double* %z, i64 3
  %status = call i32 @"_ZN8__main__15temporaries$242E5ArrayIdLi1E1C7mutable7alignedE5ArrayIdLi1E1A7mutable7alignedE"(double* %result, { i8*, i32 }** %raised, i8* null, i8* null, i64 3, i64 8, double* %z, i64 3, i64 8, i8* null, i8* null, i64 3, i64 8, double* %w, i64 3, i64 8)
  %value = load double, double* %result, align 8
  ret double %value
}

define double @forward(double* %z, double* %dz, double* %after, double* %dafter) {
  %result = alloca double, align 8
  store double 0.0, double* %result, align 8
  %dresult = alloca double, align 8
  store double 0.0, double* %dresult, align 8
  %raised = alloca { i8*, i32 }*, align 8
  %w = getelementptr double, double* %z, i64 3
  %dw = getelementptr double, double* %dz, i64 3
  call void (i8*, ...) @__enzyme_fwddiff(i8* bitcast (i32 (double*, { i8*, i32 }**, i8*, i8*, i64, i64, double*, i64, i64, i8*, i8*, i64, i64, double*, i64, i64)* @"_ZN8__main__15temporaries$242E5ArrayIdLi1E1C7mutable7alignedE5ArrayIdLi1E1A7mutable7alignedE" to i8*), i32* @enzyme_dup, double* %result, double* %dresult, i32* @enzyme_const, { i8*, i32 }** %raised, i32* @enzyme_const, i8* null, i32* @enzyme_const, i8* null, i32* @enzyme_const, i64 3, i32* @enzyme_const, i64 8, i32* @enzyme_dup, double* %z, double* %dz, i32* @enzyme_const, i64 3, i32* @enzyme_const, i64 8, i32* @enzyme_const, i8* null, i32* @enzyme_const, i8* null, i32* @enzyme_const, i64 3, i32* @enzyme_const, i64 8, i32* @enzyme_dup, double* %w, double* %dw, i32* @enzyme_const, i64 3, i32* @enzyme_const, i64 8)
  %tangent = load double, double* %dresult, align 8
  ret double %tangent
}

define void @reverse(double* %z, double* %after, double* %adjoint) {
  %result = alloca double, align 8
  store double 0.0, double* %result, align 8
  %dresult = alloca double, align 8
  store double 1.0, double* %dresult, align 8
  %raised = alloca { i8*, i32 }*, align 8
  %w = getelementptr double, double* %z, i64 3
  %dw = getelementptr double, double* %adjoint, i64 3
  call void (i8*, ...) @__enzyme_autodiff(i8* bitcast (i32 (double*, { i8*, i32 }**, i8*, i8*, i64, i64, double*, i64, i64, i8*, i8*, i64, i64, double*, i64, i64)* @"_ZN8__main__15temporaries$242E5ArrayIdLi1E1C7mutable7alignedE5ArrayIdLi1E1A7mutable7alignedE" to i8*), i32* @enzyme_dup, double* %result, double* %dresult, i32* @enzyme_const, { i8*, i32 }** %raised, i32* @enzyme_const, i8* null, i32* @enzyme_const, i8* null, i32* @enzyme_const, i64 3, i32* @enzyme_const, i64 8, i32* @enzyme_dup, double* %z, double* %adjoint, i32* @enzyme_const, i64 3, i32* @enzyme_const, i64 8, i32* @enzyme_const, i8* null, i32* @enzyme_const, i8* null, i32* @enzyme_const, i64 3, i32* @enzyme_const, i64 8, i32* @enzyme_dup, double* %w, double* %dw, i32* @enzyme_const, i64 3, i32* @enzyme_const, i64 8)
  ret void
}

declare void @__enzyme_autodiff(i8*, ...)
declare void @__enzyme_fwddiff(i8*, ...)
