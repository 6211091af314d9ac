; Written by numba 0.50.1 with LLVM 9.0.1, from sources/numba.py.
; inputs: 0.7, -0.4, 1.3, 0.9, -0.3, 0.5
; with: ../../examples/numba/runtime.c
source_filename = "<string>"
target datalayout = "e-m:e-i64:64-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

@"_ZN08NumbaEnv8__main__12smoothed$247E5ArrayIdLi2E1A7mutable7alignedEx" = common local_unnamed_addr global i8* null
@.const.picklebuf.139801764752192 = internal constant { i8*, i32 } { i8* getelementptr inbounds ([137 x i8], [137 x i8]* @.const.pickledata.139801764752192, i32 0, i32 0), i32 137 }
@.const.pickledata.139801764752192 = internal constant [137 x i8] c"\80\04\95~\00\00\00\00\00\00\00\8C\08builtins\94\8C\0AValueError\94\93\94\8C[array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.\94\85\94N\87\94."

define i32 @"_ZN8__main__12smoothed$247E5ArrayIdLi2E1A7mutable7alignedEx"(double* noalias nocapture %retptr, { i8*, i32 }** noalias nocapture %excinfo, i8* %arg.given.0, i8* nocapture readnone %arg.given.1, i64 %arg.given.2, i64 %arg.given.3, double* %arg.given.4, i64 %arg.given.5.0, i64 %arg.given.5.1, i64 %arg.given.6.0, i64 %arg.given.6.1, i64 %arg.n) local_unnamed_addr {
entry:
  tail call void @NRT_incref(i8* %arg.given.0)
  %.76 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %arg.given.5.0, i64 %arg.given.5.1)
  %.77 = extractvalue { i64, i1 } %.76, 0
  %.78 = extractvalue { i64, i1 } %.76, 1
  %.81 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %.77, i64 8)
  %.83 = extractvalue { i64, i1 } %.81, 1
  %.84 = or i1 %.78, %.83
  br i1 %.84, label %B0.if, label %B0.endif, !prof !0

B126:                                             ; preds = %B40.B20.loopexit_crit_edge.us, %B20.if.lr.ph, %for.end.B126_crit_edge
  %.1119.pre-phi = phi i64 [ %.pre, %for.end.B126_crit_edge ], [ %.630, %B20.if.lr.ph ], [ %.630, %B40.B20.loopexit_crit_edge.us ]
  %.1141 = getelementptr double, double* %.6.i20, i64 %.1119.pre-phi
  %.1142 = load double, double* %.1141, align 8
  %.1195 = add i64 %arg.given.5.0, -1
  %.1216 = mul i64 %.1195, %arg.given.5.1
  %.1219 = add i64 %.1216, %.1119.pre-phi
  %.1220 = getelementptr double, double* %.6.i20, i64 %.1219
  %.1221 = load double, double* %.1220, align 8
  tail call void @NRT_decref(i8* %.93)
  %.1238 = fmul double %.1142, %.1221
  store double %.1238, double* %retptr, align 8
  ret i32 0

B0.if:                                            ; preds = %entry
  store { i8*, i32 }* @.const.picklebuf.139801764752192, { i8*, i32 }** %excinfo, align 8
  ret i32 1

B0.endif:                                         ; preds = %entry
  %.82 = extractvalue { i64, i1 } %.81, 0
  %.93 = tail call i8* @NRT_MemInfo_alloc_safe_aligned(i64 %.82, i32 32)
  %.5.i = getelementptr i8, i8* %.93, i64 24
  %0 = bitcast i8* %.5.i to double**
  %.6.i20 = load double*, double** %0, align 8
  %.13167 = icmp sgt i64 %arg.given.5.0, 0
  br i1 %.13167, label %for.cond.1.preheader.lr.ph, label %for.end

for.cond.1.preheader.lr.ph:                       ; preds = %B0.endif
  %.13465 = icmp sgt i64 %arg.given.5.1, 0
  br i1 %.13465, label %for.cond.1.preheader.us.preheader, label %for.end

for.cond.1.preheader.us.preheader:                ; preds = %for.cond.1.preheader.lr.ph
  %1 = ptrtoint double* %arg.given.4 to i64
  %2 = shl i64 %arg.given.5.1, 3
  br label %for.cond.1.preheader.us

for.cond.1.preheader.us:                          ; preds = %for.cond.1.preheader.us.preheader, %for.cond.1.for.end.1_crit_edge.us
  %lsr.iv13 = phi i64 [ %1, %for.cond.1.preheader.us.preheader ], [ %lsr.iv.next14, %for.cond.1.for.end.1_crit_edge.us ]
  %lsr.iv7 = phi double* [ %.6.i20, %for.cond.1.preheader.us.preheader ], [ %5, %for.cond.1.for.end.1_crit_edge.us ]
  %loop.index68.us = phi i64 [ %.152.us, %for.cond.1.for.end.1_crit_edge.us ], [ 0, %for.cond.1.preheader.us.preheader ]
  br label %for.body.1.us

for.body.1.us:                                    ; preds = %for.body.1.us, %for.cond.1.preheader.us
  %lsr.iv15 = phi i64 [ %lsr.iv.next16, %for.body.1.us ], [ %lsr.iv13, %for.cond.1.preheader.us ]
  %lsr.iv10 = phi double* [ %scevgep11, %for.body.1.us ], [ %lsr.iv7, %for.cond.1.preheader.us ]
  %lsr.iv6 = phi i64 [ %lsr.iv.next, %for.body.1.us ], [ %arg.given.5.1, %for.cond.1.preheader.us ]
  %lsr.iv1012 = bitcast double* %lsr.iv10 to i64*
  %3 = inttoptr i64 %lsr.iv15 to i64*
  %.1483.us = load i64, i64* %3, align 8
  store i64 %.1483.us, i64* %lsr.iv1012, align 8
  %lsr.iv.next = add i64 %lsr.iv6, -1
  %scevgep11 = getelementptr double, double* %lsr.iv10, i64 1
  %lsr.iv.next16 = add i64 %lsr.iv15, %arg.given.6.1
  %exitcond = icmp eq i64 %lsr.iv.next, 0
  br i1 %exitcond, label %for.cond.1.for.end.1_crit_edge.us, label %for.body.1.us

for.cond.1.for.end.1_crit_edge.us:                ; preds = %for.body.1.us
  %4 = bitcast double* %lsr.iv7 to i1*
  %.152.us = add nuw nsw i64 %loop.index68.us, 1
  %scevgep9 = getelementptr i1, i1* %4, i64 %2
  %5 = bitcast i1* %scevgep9 to double*
  %lsr.iv.next14 = add i64 %lsr.iv13, %arg.given.6.0
  %exitcond73 = icmp eq i64 %.152.us, %arg.given.5.0
  br i1 %exitcond73, label %for.end, label %for.cond.1.preheader.us

for.end:                                          ; preds = %for.cond.1.for.end.1_crit_edge.us, %for.cond.1.preheader.lr.ph, %B0.endif
  tail call void @NRT_decref(i8* %arg.given.0)
  %.241 = icmp sgt i64 %arg.n, 0
  br i1 %.241, label %B20.if.lr.ph, label %for.end.B126_crit_edge

for.end.B126_crit_edge:                           ; preds = %for.end
  %.pre = add i64 %arg.given.5.1, -1
  br label %B126

B20.if.lr.ph:                                     ; preds = %for.end
  %6 = icmp sgt i64 %arg.given.5.0, 0
  %spec.select19 = select i1 %6, i64 %arg.given.5.0, i64 0
  %.630 = add i64 %arg.given.5.1, -1
  %.631 = icmp sgt i64 %.630, 0
  %spec.select = select i1 %.631, i64 %.630, i64 0
  br i1 %6, label %B20.if.us.preheader, label %B126

B20.if.us.preheader:                              ; preds = %B20.if.lr.ph
  %scevgep = getelementptr double, double* %.6.i20, i64 1
  %7 = shl i64 %arg.given.5.1, 3
  br label %B20.if.us

B20.if.us:                                        ; preds = %B20.if.us.preheader, %B40.B20.loopexit_crit_edge.us
  %.230.027.us = phi i64 [ %.300.us, %B40.B20.loopexit_crit_edge.us ], [ %arg.n, %B20.if.us.preheader ]
  %8 = icmp sgt i64 %.630, 0
  %.300.us = add nsw i64 %.230.027.us, -1
  br i1 %8, label %B42.us.us.preheader, label %B40.B20.loopexit_crit_edge.us

B42.us.us.preheader:                              ; preds = %B20.if.us
  br label %B42.us.us

B40.B20.loopexit_crit_edge.us:                    ; preds = %B62.B40.loopexit_crit_edge.us.us, %B20.if.us
  %.291.us = icmp sgt i64 %.300.us, 0
  br i1 %.291.us, label %B20.if.us, label %B126

B42.us.us:                                        ; preds = %B42.us.us.preheader, %B62.B40.loopexit_crit_edge.us.us
  %lsr.iv = phi double* [ %scevgep, %B42.us.us.preheader ], [ %10, %B62.B40.loopexit_crit_edge.us.us ]
  %.423.026.us.us = phi i64 [ %.493.us.us, %B62.B40.loopexit_crit_edge.us.us ], [ %spec.select19, %B42.us.us.preheader ]
  %.493.us.us = add nsw i64 %.423.026.us.us, -1
  br label %B64.us.us

B62.B40.loopexit_crit_edge.us.us:                 ; preds = %B64.us.us
  %9 = bitcast double* %lsr.iv to i1*
  %scevgep2 = getelementptr i1, i1* %9, i64 %7
  %10 = bitcast i1* %scevgep2 to double*
  %.484.us.us = icmp sgt i64 %.493.us.us, 0
  br i1 %.484.us.us, label %B42.us.us, label %B40.B20.loopexit_crit_edge.us

B64.us.us:                                        ; preds = %B64.us.us, %B42.us.us
  %lsr.iv3 = phi double* [ %scevgep4, %B64.us.us ], [ %lsr.iv, %B42.us.us ]
  %.620.023.us.us = phi i64 [ %spec.select, %B42.us.us ], [ %.690.us.us, %B64.us.us ]
  %.690.us.us = add nsw i64 %.620.023.us.us, -1
  %.800.us.us = load double, double* %lsr.iv3, align 8
  %scevgep5 = getelementptr double, double* %lsr.iv3, i64 -1
  %.885.us.us = load double, double* %scevgep5, align 8
  %.964.us.us = fmul double %.800.us.us, %.885.us.us
  %.973.us.us = tail call double @tanh(double %.964.us.us)
  %.983.us.us = fadd double %.800.us.us, %.973.us.us
  store double %.983.us.us, double* %lsr.iv3, align 8
  %scevgep4 = getelementptr double, double* %lsr.iv3, i64 1
  %.681.us.us = icmp sgt i64 %.690.us.us, 0
  br i1 %.681.us.us, label %B64.us.us, label %B62.B40.loopexit_crit_edge.us.us
}

; Function Attrs: nounwind readnone speculatable
declare { i64, i1 } @llvm.smul.with.overflow.i64(i64, i64) #0

; Function Attrs: nofree nounwind readonly
declare double @tanh(double) local_unnamed_addr #1

declare noalias i8* @NRT_MemInfo_alloc_safe_aligned(i64, i32) local_unnamed_addr

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
