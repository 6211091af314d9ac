; Written by numba 0.43.1 with LLVM 7.0.0, from sources/numba.py.
; inputs: 0.7, -0.4, 1.3, 0.9, -0.3, 0.5
; with: ../../examples/numba/runtime.c
source_filename = "<string>"
target datalayout = "e-m:e-i64:64-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

@"_ZN08NumbaEnv8__main__15temporaries$242E5ArrayIdLi1E1C7mutable7alignedE5ArrayIdLi1E1A7mutable7alignedE" = common local_unnamed_addr global i8* null
@"_ZN08NumbaEnv5numba7targets7npyimpl19_broadcast_onto$244Ex8int64$2ax8int64$2a" = common local_unnamed_addr global i8* null
@"_ZN08NumbaEnv13$3cdynamic$3e36__numba_array_expr_0x7f126bd43ed$243Ed" = common local_unnamed_addr global i8* null
@"_ZN08NumbaEnv5numba7targets9arraymath9array_sum12$3clocals$3e18array_sum_impl$245E5ArrayIdLi1E1C7mutable7alignedE" = common local_unnamed_addr global i8* null
@"_ZN08NumbaEnv5numba7targets8arrayobj15make_nditer_cls12$3clocals$3e6NdIter13init_specific12$3clocals$3e15check_shape$246E8UniTupleIxLi1EE8UniTupleIxLi1EE" = common local_unnamed_addr global i8* null

define i32 @"_ZN8__main__15temporaries$242E5ArrayIdLi1E1C7mutable7alignedE5ArrayIdLi1E1A7mutable7alignedE"(double* noalias nocapture %retptr, { i8*, i32 }** noalias nocapture %excinfo, i8* %arg.x.0, i8* nocapture readnone %arg.x.1, i64 %arg.x.2, i64 %arg.x.3, double* nocapture readonly %arg.x.4, i64 %arg.x.5.0, i64 %arg.x.6.0, i8* %arg.w.0, i8* nocapture readnone %arg.w.1, i64 %arg.w.2, i64 %arg.w.3, double* %arg.w.4, i64 %arg.w.5.0, i64 %arg.w.6.0) local_unnamed_addr {
entry:
  tail call void @NRT_incref(i8* %arg.x.0)
  tail call void @NRT_incref(i8* %arg.w.0)
  %.67 = shl i64 %arg.x.5.0, 3
  %.68 = tail call i8* @NRT_MemInfo_alloc_safe_aligned(i64 %.67, i32 32)
  %.5.i = getelementptr i8, i8* %.68, i64 24
  %0 = bitcast i8* %.5.i to double**
  %.6.i15 = load double*, double** %0, align 8
  %.195 = icmp sgt i64 %arg.x.5.0, 0
  br i1 %.195, label %B28.lr.ph, label %B86.i

B28.lr.ph:                                        ; preds = %entry
  %1 = add i64 %arg.x.5.0, 1
  br label %B28

B28:                                              ; preds = %B28, %B28.lr.ph
  %lsr.iv7 = phi i64 [ %lsr.iv.next8, %B28 ], [ %1, %B28.lr.ph ]
  %lsr.iv = phi i64 [ %lsr.iv.next, %B28 ], [ 1, %B28.lr.ph ]
  %2 = ptrtoint double* %arg.w.4 to i64
  %scevgep5 = getelementptr double, double* %arg.x.4, i64 %lsr.iv
  %scevgep6 = getelementptr double, double* %scevgep5, i64 -1
  %.353 = load double, double* %scevgep6, align 8
  %.416 = srem i64 %lsr.iv, %arg.x.5.0
  %.472 = mul i64 %.416, %arg.w.6.0
  %.474 = add i64 %.472, %2
  %.475 = inttoptr i64 %.474 to double*
  %.476 = load double, double* %.475, align 8
  %.485 = fmul double %.353, %.476
  %scevgep3 = getelementptr double, double* %.6.i15, i64 %lsr.iv
  %scevgep4 = getelementptr double, double* %scevgep3, i64 -1
  store double %.485, double* %scevgep4, align 8
  %lsr.iv.next = add nuw i64 %lsr.iv, 1
  %lsr.iv.next8 = add i64 %lsr.iv7, -1
  %.244 = icmp sgt i64 %lsr.iv.next8, 1
  br i1 %.244, label %B28, label %B86.i

B86.i:                                            ; preds = %B28, %entry
  %3 = icmp sgt i64 %arg.x.5.0, 0
  tail call void @NRT_decref(i8* %arg.x.0)
  tail call void @NRT_decref(i8* %arg.w.0)
  %.610 = tail call i8* @NRT_MemInfo_alloc_safe_aligned(i64 %.67, i32 32)
  %.5.i8 = getelementptr i8, i8* %.610, i64 24
  %4 = bitcast i8* %.5.i8 to double**
  %.6.i916 = load double*, double** %4, align 8
  br i1 %3, label %for.body.endif.endif.lr.ph, label %for.end

for.body.endif.endif.lr.ph:                       ; preds = %B86.i
  %.647 = icmp eq i64 %arg.x.5.0, 1
  br i1 %.647, label %for.body.endif.endif, label %for.body.endif.endif.us.preheader

for.body.endif.endif.us.preheader:                ; preds = %for.body.endif.endif.lr.ph
  br label %for.body.endif.endif.us

for.body.endif.endif.us:                          ; preds = %for.body.endif.endif.us.preheader, %for.body.endif.endif.us
  %loop.index19.us = phi i64 [ %.676.us, %for.body.endif.endif.us ], [ 0, %for.body.endif.endif.us.preheader ]
  %scevgep2 = getelementptr double, double* %.6.i15, i64 %loop.index19.us
  %.655.us = load double, double* %scevgep2, align 8
  %.15.i.us = fmul double %.655.us, %.655.us
  %.28.i.us = fadd double %.15.i.us, 1.000000e+00
  %.43.le.i.us = tail call double @sqrt(double %.28.i.us) #3, !noalias !0
  %scevgep1 = getelementptr double, double* %.6.i916, i64 %loop.index19.us
  store double %.43.le.i.us, double* %scevgep1, align 8
  %.676.us = add nuw nsw i64 %loop.index19.us, 1
  %exitcond = icmp eq i64 %arg.x.5.0, %.676.us
  br i1 %exitcond, label %for.end, label %for.body.endif.endif.us

for.end:                                          ; preds = %for.body.endif.endif.us, %for.body.endif.endif, %B86.i
  tail call void @NRT_incref(i8* %.610), !noalias !3
  tail call void @NRT_decref(i8* %.68)
  %.87.i = icmp eq i64 %arg.x.5.0, 0
  br i1 %.87.i, label %for.end.endif, label %B16.endif.i.preheader, !prof !6

B16.endif.i.preheader:                            ; preds = %for.end
  br label %B16.endif.i

B16.endif.i:                                      ; preds = %B16.endif.i.preheader, %B16.endif.i
  %c.08.i = phi double [ %.360.i, %B16.endif.i ], [ 0.000000e+00, %B16.endif.i.preheader ]
  %.89.07.i = phi i64 [ %.228.i, %B16.endif.i ], [ 0, %B16.endif.i.preheader ]
  %scevgep = getelementptr double, double* %.6.i916, i64 %.89.07.i
  %.228.i = add nuw nsw i64 %.89.07.i, 1
  %.350.i = load double, double* %scevgep, align 8, !noalias !3
  %.360.i = fadd double %c.08.i, %.350.i
  %.229.i7 = icmp slt i64 %.228.i, %arg.x.5.0
  br i1 %.229.i7, label %B16.endif.i, label %for.end.endif, !prof !7

for.body.endif.endif:                             ; preds = %for.body.endif.endif.lr.ph
  %.655 = load double, double* %.6.i15, align 8
  %.15.i = fmul double %.655, %.655
  %.28.i = fadd double %.15.i, 1.000000e+00
  %.43.le.i = tail call double @sqrt(double %.28.i) #3, !noalias !0
  store double %.43.le.i, double* %.6.i916, align 8
  br label %for.end

for.end.endif:                                    ; preds = %B16.endif.i, %for.end
  %c.0.lcssa.i = phi double [ 0.000000e+00, %for.end ], [ %.360.i, %B16.endif.i ]
  tail call void @NRT_decref(i8* %.610), !noalias !3
  tail call void @NRT_decref(i8* %.610)
  store double %c.0.lcssa.i, double* %retptr, align 8
  ret i32 0
}

declare noalias i8* @NRT_MemInfo_alloc_safe_aligned(i64, i32) local_unnamed_addr

; Function Attrs: nounwind readonly
declare double @sqrt(double) local_unnamed_addr #0

; Function Attrs: noinline norecurse nounwind
define linkonce_odr void @NRT_incref(i8* %.1) local_unnamed_addr #1 {
.3:
  %.4 = icmp eq i8* %.1, null
  br i1 %.4, label %.3.if, label %.3.endif, !prof !6

.3.if:                                            ; preds = %.3
  ret void

.3.endif:                                         ; preds = %.3
  %.7 = bitcast i8* %.1 to i64*
  %.4.i = atomicrmw add i64* %.7, i64 1 monotonic
  ret void
}

; Function Attrs: noinline
define linkonce_odr void @NRT_decref(i8* %.1) local_unnamed_addr #2 {
.3:
  %.4 = icmp eq i8* %.1, null
  br i1 %.4, label %.3.if, label %.3.endif, !prof !6

.3.if:                                            ; preds = %.3.endif, %.3
  ret void

.3.endif:                                         ; preds = %.3
  fence release
  %.8 = bitcast i8* %.1 to i64*
  %.4.i = atomicrmw sub i64* %.8, i64 1 monotonic
  %.10 = icmp eq i64 %.4.i, 1
  br i1 %.10, label %.3.endif.if, label %.3.if, !prof !6

.3.endif.if:                                      ; preds = %.3.endif
  fence acquire
  tail call void @NRT_MemInfo_call_dtor(i8* nonnull %.1)
  ret void
}

declare void @NRT_MemInfo_call_dtor(i8*) local_unnamed_addr

; Function Attrs: nounwind
declare void @llvm.stackprotector(i8*, i8**) #3

attributes #0 = { nounwind readonly }
attributes #1 = { noinline norecurse nounwind }
attributes #2 = { noinline }
attributes #3 = { nounwind }

!0 = !{!1}
!1 = distinct !{!1, !2, !"_ZN13$3cdynamic$3e36__numba_array_expr_0x7f126bd43ed$243Ed: %retptr"}
!2 = distinct !{!2, !"_ZN13$3cdynamic$3e36__numba_array_expr_0x7f126bd43ed$243Ed"}
!3 = !{!4}
!4 = distinct !{!4, !5, !"_ZN5numba7targets9arraymath9array_sum12$3clocals$3e18array_sum_impl$245E5ArrayIdLi1E1C7mutable7alignedE: %retptr"}
!5 = distinct !{!5, !"_ZN5numba7targets9arraymath9array_sum12$3clocals$3e18array_sum_impl$245E5ArrayIdLi1E1C7mutable7alignedE"}
!6 = !{!"branch_weights", i32 1, i32 99}
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
