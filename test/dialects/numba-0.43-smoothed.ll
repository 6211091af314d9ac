; Written by numba 0.43.1 with LLVM 7.0.0, from sources/numba.py.
; inputs: 0.7, -0.4, 1.3, 0.9, -0.3, 0.5
; with: ../../examples/numba/runtime.c
source_filename = "<string>"
target datalayout = "e-m:e-i64:64-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

@"_ZN08NumbaEnv8__main__12smoothed$247E5ArrayIdLi2E1A7mutable7alignedEx" = common local_unnamed_addr global i8* null

define i32 @"_ZN8__main__12smoothed$247E5ArrayIdLi2E1A7mutable7alignedEx"(double* noalias nocapture %retptr, { i8*, i32 }** noalias nocapture readnone %excinfo, i8* %arg.given.0, i8* nocapture readnone %arg.given.1, i64 %arg.given.2, i64 %arg.given.3, double* %arg.given.4, i64 %arg.given.5.0, i64 %arg.given.5.1, i64 %arg.given.6.0, i64 %arg.given.6.1, i64 %arg.n) local_unnamed_addr {
entry:
  tail call void @NRT_incref(i8* %arg.given.0)
  %.76 = shl i64 %arg.given.5.0, 3
  %.78 = mul i64 %.76, %arg.given.5.1
  %.79 = tail call i8* @NRT_MemInfo_alloc_safe_aligned(i64 %.78, i32 32)
  %.5.i = getelementptr i8, i8* %.79, i64 24
  %0 = bitcast i8* %.5.i to double**
  %.6.i14 = load double*, double** %0, align 8
  %.11761 = icmp sgt i64 %arg.given.5.0, 0
  br i1 %.11761, label %for.cond.1.preheader.lr.ph, label %for.end

for.cond.1.preheader.lr.ph:                       ; preds = %entry
  %.12059 = icmp sgt i64 %arg.given.5.1, 0
  br i1 %.12059, label %for.cond.1.preheader.us.preheader, label %for.end

for.cond.1.preheader.us.preheader:                ; preds = %for.cond.1.preheader.lr.ph
  %1 = ptrtoint double* %arg.given.4 to i64
  %2 = shl i64 %arg.given.5.1, 3
  br label %for.cond.1.preheader.us

for.cond.1.preheader.us:                          ; preds = %for.cond.1.preheader.us.preheader, %for.cond.1.for.end.1_crit_edge.us
  %lsr.iv16 = phi i64 [ %1, %for.cond.1.preheader.us.preheader ], [ %lsr.iv.next17, %for.cond.1.for.end.1_crit_edge.us ]
  %lsr.iv9 = phi double* [ %.6.i14, %for.cond.1.preheader.us.preheader ], [ %5, %for.cond.1.for.end.1_crit_edge.us ]
  %loop.index62.us = phi i64 [ %.138.us, %for.cond.1.for.end.1_crit_edge.us ], [ 0, %for.cond.1.preheader.us.preheader ]
  br label %for.body.1.us

for.body.1.us:                                    ; preds = %for.body.1.us, %for.cond.1.preheader.us
  %lsr.iv18 = phi i64 [ %lsr.iv.next19, %for.body.1.us ], [ %lsr.iv16, %for.cond.1.preheader.us ]
  %lsr.iv13 = phi double* [ %scevgep14, %for.body.1.us ], [ %lsr.iv9, %for.cond.1.preheader.us ]
  %lsr.iv7 = phi i64 [ %lsr.iv.next8, %for.body.1.us ], [ %arg.given.5.1, %for.cond.1.preheader.us ]
  %lsr.iv1315 = bitcast double* %lsr.iv13 to i64*
  %3 = inttoptr i64 %lsr.iv18 to i64*
  %.1343.us = load i64, i64* %3, align 8
  store i64 %.1343.us, i64* %lsr.iv1315, align 8
  %lsr.iv.next8 = add i64 %lsr.iv7, -1
  %scevgep14 = getelementptr double, double* %lsr.iv13, i64 1
  %lsr.iv.next19 = add i64 %lsr.iv18, %arg.given.6.1
  %exitcond = icmp eq i64 %lsr.iv.next8, 0
  br i1 %exitcond, label %for.cond.1.for.end.1_crit_edge.us, label %for.body.1.us

for.cond.1.for.end.1_crit_edge.us:                ; preds = %for.body.1.us
  %4 = bitcast double* %lsr.iv9 to i1*
  %.138.us = add nuw nsw i64 %loop.index62.us, 1
  %scevgep11 = getelementptr i1, i1* %4, i64 %2
  %5 = bitcast i1* %scevgep11 to double*
  %lsr.iv.next17 = add i64 %lsr.iv16, %arg.given.6.0
  %exitcond66 = icmp eq i64 %.138.us, %arg.given.5.0
  br i1 %exitcond66, label %for.end, label %for.cond.1.preheader.us

B124:                                             ; preds = %B38.B18.loopexit_crit_edge.us, %B18.if.lr.ph, %for.end.B124_crit_edge
  %.1175.pre-phi = phi i64 [ %.pre, %for.end.B124_crit_edge ], [ %.664, %B18.if.lr.ph ], [ %.664, %B38.B18.loopexit_crit_edge.us ]
  %.1197 = getelementptr double, double* %.6.i14, i64 %.1175.pre-phi
  %.1198 = load double, double* %.1197, align 8
  %.1241 = add i64 %arg.given.5.0, -1
  %.1262 = mul i64 %.1241, %arg.given.5.1
  %.1265 = add i64 %.1262, %.1175.pre-phi
  %.1266 = getelementptr double, double* %.6.i14, i64 %.1265
  %.1267 = load double, double* %.1266, align 8
  tail call void @NRT_decref(i8* %.79)
  %.1285 = fmul double %.1198, %.1267
  store double %.1285, double* %retptr, align 8
  ret i32 0

for.end:                                          ; preds = %for.cond.1.for.end.1_crit_edge.us, %for.cond.1.preheader.lr.ph, %entry
  tail call void @NRT_decref(i8* %arg.given.0)
  %.230 = icmp sgt i64 %arg.n, 0
  br i1 %.230, label %B18.if.lr.ph, label %for.end.B124_crit_edge

for.end.B124_crit_edge:                           ; preds = %for.end
  %.pre = add i64 %arg.given.5.1, -1
  br label %B124

B18.if.lr.ph:                                     ; preds = %for.end
  %6 = icmp sgt i64 %arg.given.5.0, 0
  %spec.select13 = select i1 %6, i64 %arg.given.5.0, i64 0
  %.664 = add i64 %arg.given.5.1, -1
  %.665 = icmp sgt i64 %.664, 0
  %spec.select = select i1 %.665, i64 %.664, i64 0
  br i1 %6, label %B18.if.us.preheader, label %B124

B18.if.us.preheader:                              ; preds = %B18.if.lr.ph
  %7 = add i64 %spec.select, 1
  %scevgep = getelementptr double, double* %.6.i14, i64 1
  %8 = shl i64 %arg.given.5.1, 3
  br label %B18.if.us

B18.if.us:                                        ; preds = %B18.if.us.preheader, %B38.B18.loopexit_crit_edge.us
  %.220.021.us = phi i64 [ %.288.us, %B38.B18.loopexit_crit_edge.us ], [ %arg.n, %B18.if.us.preheader ]
  %9 = icmp sgt i64 %.664, 0
  %.288.us = add nsw i64 %.220.021.us, -1
  br i1 %9, label %B40.us.us.preheader, label %B38.B18.loopexit_crit_edge.us

B40.us.us.preheader:                              ; preds = %B18.if.us
  br label %B40.us.us

B38.B18.loopexit_crit_edge.us:                    ; preds = %B60.B38.loopexit_crit_edge.us.us, %B18.if.us
  %.279.us = icmp sgt i64 %.220.021.us, 1
  br i1 %.279.us, label %B18.if.us, label %B124

B40.us.us:                                        ; preds = %B40.us.us.preheader, %B60.B38.loopexit_crit_edge.us.us
  %lsr.iv1 = phi double* [ %scevgep, %B40.us.us.preheader ], [ %11, %B60.B38.loopexit_crit_edge.us.us ]
  %.435.020.us.us = phi i64 [ %.503.us.us, %B60.B38.loopexit_crit_edge.us.us ], [ %spec.select13, %B40.us.us.preheader ]
  %.503.us.us = add nsw i64 %.435.020.us.us, -1
  br label %B62.us.us

B60.B38.loopexit_crit_edge.us.us:                 ; preds = %B62.us.us
  %10 = bitcast double* %lsr.iv1 to i1*
  %scevgep3 = getelementptr i1, i1* %10, i64 %8
  %11 = bitcast i1* %scevgep3 to double*
  %.494.us.us = icmp sgt i64 %.435.020.us.us, 1
  br i1 %.494.us.us, label %B40.us.us, label %B38.B18.loopexit_crit_edge.us

B62.us.us:                                        ; preds = %B62.us.us, %B40.us.us
  %lsr.iv4 = phi double* [ %scevgep5, %B62.us.us ], [ %lsr.iv1, %B40.us.us ]
  %lsr.iv = phi i64 [ %lsr.iv.next, %B62.us.us ], [ %7, %B40.us.us ]
  %.853.us.us = load double, double* %lsr.iv4, align 8
  %scevgep6 = getelementptr double, double* %lsr.iv4, i64 -1
  %.944.us.us = load double, double* %scevgep6, align 8
  %.1026.us.us = fmul double %.853.us.us, %.944.us.us
  %.1036.us.us = tail call double @tanh(double %.1026.us.us)
  %.1047.us.us = fadd double %.853.us.us, %.1036.us.us
  store double %.1047.us.us, double* %lsr.iv4, align 8
  %lsr.iv.next = add i64 %lsr.iv, -1
  %scevgep5 = getelementptr double, double* %lsr.iv4, i64 1
  %.714.us.us = icmp sgt i64 %lsr.iv.next, 1
  br i1 %.714.us.us, label %B62.us.us, label %B60.B38.loopexit_crit_edge.us.us
}

declare noalias i8* @NRT_MemInfo_alloc_safe_aligned(i64, i32) local_unnamed_addr

; Function Attrs: nounwind readonly
declare double @tanh(double) local_unnamed_addr #0

; Function Attrs: noinline norecurse nounwind
define linkonce_odr void @NRT_incref(i8* %.1) local_unnamed_addr #1 {
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
define linkonce_odr void @NRT_decref(i8* %.1) local_unnamed_addr #2 {
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
declare void @llvm.stackprotector(i8*, i8**) #3

attributes #0 = { nounwind readonly }
attributes #1 = { noinline norecurse nounwind }
attributes #2 = { noinline }
attributes #3 = { nounwind }

!0 = !{!"branch_weights", i32 1, i32 99}

; What follows was not written by numba: it calls the function, its tangent and its adjoint.
@enzyme_const = external global i32
@enzyme_dup = external global i32
@enzyme_out = external global i32

define double @primal(double* %z, double* %after) {
  %result = alloca double, align 8
  store double 0.0, double* %result, align 8
  %raised = alloca { i8*, i32 }*, align 8
  %status = call i32 @"_ZN8__main__12smoothed$247E5ArrayIdLi2E1A7mutable7alignedEx"(double* %result, { i8*, i32 }** %raised, i8* null, i8* null, i64 6, i64 8, double* %z, i64 2, i64 3, i64 24, i64 8, i64 2)
  %value = load double, double* %result, align 8
  ret double %value
}

define double @forward(double* %z, double* %dz, double* %after, double* %dafter) {
  %result = alloca double, align 8
  store double 0.0, double* %result, align 8
  %dresult = alloca double, align 8
  store double 0.0, double* %dresult, align 8
  %raised = alloca { i8*, i32 }*, align 8
  call void (i8*, ...) @__enzyme_fwddiff(i8* bitcast (i32 (double*, { i8*, i32 }**, i8*, i8*, i64, i64, double*, i64, i64, i64, i64, i64)* @"_ZN8__main__12smoothed$247E5ArrayIdLi2E1A7mutable7alignedEx" to i8*), i32* @enzyme_dup, double* %result, double* %dresult, i32* @enzyme_const, { i8*, i32 }** %raised, i32* @enzyme_const, i8* null, i32* @enzyme_const, i8* null, i32* @enzyme_const, i64 6, i32* @enzyme_const, i64 8, i32* @enzyme_dup, double* %z, double* %dz, i32* @enzyme_const, i64 2, i32* @enzyme_const, i64 3, i32* @enzyme_const, i64 24, i32* @enzyme_const, i64 8, i32* @enzyme_const, i64 2)
  %tangent = load double, double* %dresult, align 8
  ret double %tangent
}

define void @reverse(double* %z, double* %after, double* %adjoint) {
  %result = alloca double, align 8
  store double 0.0, double* %result, align 8
  %dresult = alloca double, align 8
  store double 1.0, double* %dresult, align 8
  %raised = alloca { i8*, i32 }*, align 8
  call void (i8*, ...) @__enzyme_autodiff(i8* bitcast (i32 (double*, { i8*, i32 }**, i8*, i8*, i64, i64, double*, i64, i64, i64, i64, i64)* @"_ZN8__main__12smoothed$247E5ArrayIdLi2E1A7mutable7alignedEx" to i8*), i32* @enzyme_dup, double* %result, double* %dresult, i32* @enzyme_const, { i8*, i32 }** %raised, i32* @enzyme_const, i8* null, i32* @enzyme_const, i8* null, i32* @enzyme_const, i64 6, i32* @enzyme_const, i64 8, i32* @enzyme_dup, double* %z, double* %adjoint, i32* @enzyme_const, i64 2, i32* @enzyme_const, i64 3, i32* @enzyme_const, i64 24, i32* @enzyme_const, i64 8, i32* @enzyme_const, i64 2)
  ret void
}

declare void @__enzyme_autodiff(i8*, ...)
declare void @__enzyme_fwddiff(i8*, ...)
