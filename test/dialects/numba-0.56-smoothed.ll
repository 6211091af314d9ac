; Written by numba 0.56.4 with LLVM 11.1.0, from sources/numba.py.
; inputs: 0.7, -0.4, 1.3, 0.9, -0.3, 0.5
; with: ../../examples/numba/runtime.c
source_filename = "<string>"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

@_ZN08NumbaEnv8__main__8smoothedB3v10B44c8tJTIcFHzwl2ILiXkcBV0KBSqPHEpIwapzCJIogOjUBE5ArrayIdLi2E1A7mutable7alignedEx = common local_unnamed_addr global i8* null
@.const.picklebuf.139750246401536 = internal constant { i8*, i32, i8* } { i8* getelementptr inbounds ([137 x i8], [137 x i8]* @.const.pickledata.139750246401536, i32 0, i32 0), i32 137, i8* getelementptr inbounds ([20 x i8], [20 x i8]* @.const.pickledata.139750246401536.sha1, i32 0, i32 0) }
@.const.pickledata.139750246401536 = internal constant [137 x i8] c"\80\04\95~\00\00\00\00\00\00\00\8C\08builtins\94\8C\0AValueError\94\93\94\8C[array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.\94\85\94N\87\94."
@.const.pickledata.139750246401536.sha1 = internal constant [20 x i8] c"X\E1N\CC\B5\07\B1\E0 i\81t\02#\E6\85\CB\8C<W"
@_ZN08NumbaEnv5numba2np8arrayobj15_call_allocatorB2v4B44c8tJTC_2fWQA9wW1DkAz0Pj1skAdT4gkkUlYBZmgA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj = common local_unnamed_addr global i8* null
@_ZN08NumbaEnv5numba2np8arrayobj18_ol_array_allocate12_3clocals_3e4implB2v5B42c8tJTIcFHzwl2ILiXkcBV0KBSmNGHkyiCKJEEwA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj = common local_unnamed_addr global i8* null
@.const.picklebuf.139750246311104 = internal constant { i8*, i32, i8* } { i8* getelementptr inbounds ([86 x i8], [86 x i8]* @.const.pickledata.139750246311104, i32 0, i32 0), i32 86, i8* getelementptr inbounds ([20 x i8], [20 x i8]* @.const.pickledata.139750246311104.sha1, i32 0, i32 0) }
@.const.pickledata.139750246311104 = internal constant [86 x i8] c"\80\04\95K\00\00\00\00\00\00\00\8C\08builtins\94\8C\0BMemoryError\94\93\94\8C'Allocation failed (probably too large).\94\85\94N\87\94."
@.const.pickledata.139750246311104.sha1 = internal constant [20 x i8] c"\BA(\9D\81\F0\\p \F3G|\15sH\04\DFe\AB\E2\09"

define i32 @_ZN8__main__8smoothedB3v10B44c8tJTIcFHzwl2ILiXkcBV0KBSqPHEpIwapzCJIogOjUBE5ArrayIdLi2E1A7mutable7alignedEx(double* noalias nocapture %retptr, { i8*, i32, i8* }** noalias nocapture %excinfo, i8* nocapture readnone %arg.given.0, i8* nocapture readnone %arg.given.1, i64 %arg.given.2, i64 %arg.given.3, double* %arg.given.4, i64 %arg.given.5.0, i64 %arg.given.5.1, i64 %arg.given.6.0, i64 %arg.given.6.1, i64 %arg.n) local_unnamed_addr {
entry:
  %.53 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %arg.given.5.0, i64 %arg.given.5.1)
  %.54 = extractvalue { i64, i1 } %.53, 0
  %.55 = extractvalue { i64, i1 } %.53, 1
  %.58 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %.54, i64 8)
  %.60 = extractvalue { i64, i1 } %.58, 1
  %.61 = or i1 %.55, %.60
  br i1 %.61, label %B0.if, label %B0.endif, !prof !0

B116:                                             ; preds = %B36.B18.loopexit_crit_edge.us, %B18.if.lr.ph, %for.end
  %sunkaddr = mul i64 %arg.given.5.1, 8
  %0 = bitcast double* %.6.i40 to i8*
  %sunkaddr119 = getelementptr i8, i8* %0, i64 %sunkaddr
  %sunkaddr120 = getelementptr i8, i8* %sunkaddr119, i64 -8
  %1 = bitcast i8* %sunkaddr120 to double*
  %.839 = load double, double* %1, align 8
  %.869 = add i64 %arg.given.5.0, -1
  %.890 = mul i64 %.869, %arg.given.5.1
  %.893 = add i64 %.890, %.471
  %.894 = getelementptr double, double* %.6.i40, i64 %.893
  %.895 = load double, double* %.894, align 8
  tail call void @NRT_decref(i8* nonnull %.7.i.i)
  %.905 = fmul double %.839, %.895
  store double %.905, double* %retptr, align 8
  ret i32 0

B0.if:                                            ; preds = %entry
  store { i8*, i32, i8* }* @.const.picklebuf.139750246401536, { i8*, i32, i8* }** %excinfo, align 8
  ret i32 1, !ret_is_raise !1

B0.endif:                                         ; preds = %entry
  %.59 = extractvalue { i64, i1 } %.58, 0
  %.7.i.i = tail call i8* @NRT_MemInfo_alloc_safe_aligned(i64 %.59, i32 32), !noalias !2
  %.8.i.i = icmp eq i8* %.7.i.i, null
  br i1 %.8.i.i, label %B0.endif.if, label %B0.endif.endif, !prof !0

B0.endif.if:                                      ; preds = %B0.endif
  store { i8*, i32, i8* }* @.const.picklebuf.139750246311104, { i8*, i32, i8* }** %excinfo, align 8
  ret i32 1, !ret_is_raise !1

B0.endif.endif:                                   ; preds = %B0.endif
  %.5.i = getelementptr i8, i8* %.7.i.i, i64 24
  %2 = bitcast i8* %.5.i to double**
  %.6.i40 = load double*, double** %2, align 8
  %.13110 = icmp sgt i64 %arg.given.5.0, 0
  br i1 %.13110, label %for.cond.1.preheader.lr.ph, label %for.end

for.cond.1.preheader.lr.ph:                       ; preds = %B0.endif.endif
  %.1348 = icmp sgt i64 %arg.given.5.1, 0
  br i1 %.1348, label %for.cond.1.preheader.us.preheader, label %for.end

for.cond.1.preheader.us.preheader:                ; preds = %for.cond.1.preheader.lr.ph
  %3 = ptrtoint double* %arg.given.4 to i64
  %4 = shl i64 %arg.given.5.1, 3
  br label %for.cond.1.preheader.us

for.cond.1.preheader.us:                          ; preds = %for.cond.1.preheader.us.preheader, %for.end.1.loopexit.us
  %lsr.iv115 = phi i64 [ %3, %for.cond.1.preheader.us.preheader ], [ %lsr.iv.next116, %for.end.1.loopexit.us ]
  %lsr.iv110 = phi double* [ %.6.i40, %for.cond.1.preheader.us.preheader ], [ %7, %for.end.1.loopexit.us ]
  %loop.index11.us = phi i64 [ %.152.us, %for.end.1.loopexit.us ], [ 0, %for.cond.1.preheader.us.preheader ]
  br label %for.body.1.us

for.body.1.us:                                    ; preds = %for.body.1.us, %for.cond.1.preheader.us
  %lsr.iv117 = phi i64 [ %lsr.iv.next118, %for.body.1.us ], [ %lsr.iv115, %for.cond.1.preheader.us ]
  %lsr.iv112 = phi double* [ %scevgep113, %for.body.1.us ], [ %lsr.iv110, %for.cond.1.preheader.us ]
  %lsr.iv108 = phi i64 [ %lsr.iv.next109, %for.body.1.us ], [ %arg.given.5.1, %for.cond.1.preheader.us ]
  %lsr.iv112114 = bitcast double* %lsr.iv112 to i64*
  %5 = inttoptr i64 %lsr.iv117 to i64*
  %.14841.us = load i64, i64* %5, align 8
  store i64 %.14841.us, i64* %lsr.iv112114, align 8
  %lsr.iv.next109 = add i64 %lsr.iv108, -1
  %scevgep113 = getelementptr double, double* %lsr.iv112, i64 1
  %lsr.iv.next118 = add i64 %lsr.iv117, %arg.given.6.1
  %exitcond106.not = icmp eq i64 %lsr.iv.next109, 0
  br i1 %exitcond106.not, label %for.end.1.loopexit.us, label %for.body.1.us

for.end.1.loopexit.us:                            ; preds = %for.body.1.us
  %6 = bitcast double* %lsr.iv110 to i1*
  %.152.us = add nuw nsw i64 %loop.index11.us, 1
  %scevgep = getelementptr i1, i1* %6, i64 %4
  %7 = bitcast i1* %scevgep to double*
  %lsr.iv.next116 = add i64 %lsr.iv115, %arg.given.6.0
  %exitcond107.not = icmp eq i64 %.152.us, %arg.given.5.0
  br i1 %exitcond107.not, label %for.end, label %for.cond.1.preheader.us

for.end:                                          ; preds = %for.end.1.loopexit.us, %for.cond.1.preheader.lr.ph, %B0.endif.endif
  %.471 = add i64 %arg.given.5.1, -1
  %.205.inv = icmp sgt i64 %arg.n, 0
  br i1 %.205.inv, label %B18.if.lr.ph, label %B116

B18.if.lr.ph:                                     ; preds = %for.end
  %8 = icmp sgt i64 %arg.given.5.0, 0
  %spec.select45 = select i1 %8, i64 %arg.given.5.0, i64 0
  %.38852 = sext i1 %8 to i64
  %.3782453 = add nsw i64 %spec.select45, %.38852
  %.39254 = zext i1 %8 to i64
  %.472.inv = icmp sgt i64 %.471, 0
  %spec.select46 = select i1 %.472.inv, i64 %.471, i64 0
  %.504.sroa.0.048 = zext i1 %.472.inv to i64
  br i1 %8, label %B18.if.us.preheader, label %B116

B18.if.us.preheader:                              ; preds = %B18.if.lr.ph
  %9 = icmp slt i64 %spec.select46, 1
  %smin = select i1 %9, i64 %spec.select46, i64 1
  %10 = add nsw i64 %smin, -1
  br label %B18.if.us

B18.if.us:                                        ; preds = %B18.if.us.preheader, %B36.B18.loopexit_crit_edge.us
  %.194.059.us = phi i64 [ %.256.us, %B36.B18.loopexit_crit_edge.us ], [ %arg.n, %B18.if.us.preheader ]
  %11 = icmp sgt i64 %.471, 0
  %.256.us = add nsw i64 %.194.059.us, -1
  br i1 %11, label %B38.endif.us.us.preheader, label %B36.B18.loopexit_crit_edge.us

B38.endif.us.us.preheader:                        ; preds = %B18.if.us
  br label %B38.endif.us.us

B36.B18.loopexit_crit_edge.us:                    ; preds = %B56.B36.loopexit_crit_edge.us.us, %B18.if.us
  %.247.us = icmp sgt i64 %.194.059.us, 1
  br i1 %.247.us, label %B18.if.us, label %B116

B38.endif.us.us:                                  ; preds = %B38.endif.us.us.preheader, %B56.B36.loopexit_crit_edge.us.us
  %.369.sroa.0.058.us.us = phi i64 [ %.3852157.us.us, %B56.B36.loopexit_crit_edge.us.us ], [ 0, %B38.endif.us.us.preheader ]
  %.3852157.us.us = phi i64 [ %.38521.us.us, %B56.B36.loopexit_crit_edge.us.us ], [ %.39254, %B38.endif.us.us.preheader ]
  %.3782456.us.us = phi i64 [ %.37824.us.us, %B56.B36.loopexit_crit_edge.us.us ], [ %.3782453, %B38.endif.us.us.preheader ]
  %.577.us.us = icmp slt i64 %.369.sroa.0.058.us.us, 0
  %.578.us.us = select i1 %.577.us.us, i64 %arg.given.5.0, i64 0
  %.579.us.us = add i64 %.578.us.us, %.369.sroa.0.058.us.us
  %.599.us.us = mul i64 %.579.us.us, %arg.given.5.1
  br label %B58.us.us

B56.B36.loopexit_crit_edge.us.us:                 ; preds = %B58.us.us
  %.379.us.us = icmp sgt i64 %.3782456.us.us, 0
  %.388.us.us = sext i1 %.379.us.us to i64
  %.37824.us.us = add nsw i64 %.3782456.us.us, %.388.us.us
  %.392.us.us = zext i1 %.379.us.us to i64
  %.38521.us.us = add i64 %.3852157.us.us, %.392.us.us
  %B38.endif.us.us.termcond = icmp sgt i64 %.3782456.us.us, 0
  br i1 %B38.endif.us.us.termcond, label %B38.endif.us.us, label %B36.B18.loopexit_crit_edge.us

B58.us.us:                                        ; preds = %B58.us.us, %B38.endif.us.us
  %lsr.iv = phi i64 [ %lsr.iv.next, %B58.us.us ], [ 2, %B38.endif.us.us ]
  %.504.sroa.0.051.us.us = phi i64 [ %.504.sroa.0.048, %B38.endif.us.us ], [ %.504.sroa.0.0.us.us, %B58.us.us ]
  %.5131549.us.us = phi i64 [ %spec.select46, %B38.endif.us.us ], [ %.523.us.us, %B58.us.us ]
  %.523.us.us = add nsw i64 %.5131549.us.us, -1
  %.580.us.us = icmp slt i64 %.504.sroa.0.051.us.us, 0
  %.581.us.us = select i1 %.580.us.us, i64 %arg.given.5.1, i64 0
  %.582.us.us = add i64 %.504.sroa.0.051.us.us, %.599.us.us
  %.602.us.us = add i64 %.582.us.us, %.581.us.us
  %.603.us.us = getelementptr double, double* %.6.i40, i64 %.602.us.us
  %.604.us.us = load double, double* %.603.us.us, align 8
  %.634.inv.us.us = icmp sgt i64 %.504.sroa.0.051.us.us, 0
  %.635.us.us = select i1 %.634.inv.us.us, i64 0, i64 %arg.given.5.1
  %.636.us.us = add i64 %.582.us.us, -1
  %.656.us.us = add i64 %.636.us.us, %.635.us.us
  %.657.us.us = getelementptr double, double* %.6.i40, i64 %.656.us.us
  %.658.us.us = load double, double* %.657.us.us, align 8
  %.716.us.us = fmul double %.604.us.us, %.658.us.us
  %.717.us.us = tail call double @tanh(double %.716.us.us)
  %.718.us.us = fadd double %.604.us.us, %.717.us.us
  store double %.718.us.us, double* %.603.us.us, align 8
  %.514.us.us = icmp sgt i64 %.5131549.us.us, 1
  %.504.sroa.0.0.us.us = select i1 %.514.us.us, i64 %lsr.iv, i64 0
  %lsr.iv.next = add i64 %lsr.iv, 1
  %exitcond.not = icmp eq i64 %10, %.523.us.us
  br i1 %exitcond.not, label %B56.B36.loopexit_crit_edge.us.us, label %B58.us.us
}

; Function Attrs: nounwind readnone speculatable willreturn
declare { i64, i1 } @llvm.smul.with.overflow.i64(i64, i64) #0

; Function Attrs: nofree nounwind readonly
declare double @tanh(double) local_unnamed_addr #1

declare noalias i8* @NRT_MemInfo_alloc_safe_aligned(i64, i32) local_unnamed_addr

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

attributes #0 = { nounwind readnone speculatable willreturn }
attributes #1 = { nofree nounwind readonly }
attributes #2 = { noinline }
attributes #3 = { nounwind }

!0 = !{!"branch_weights", i32 1, i32 99}
!1 = !{i1 true}
!2 = !{!3, !5, !6, !8}
!3 = distinct !{!3, !4, !"_ZN5numba2np8arrayobj18_ol_array_allocate12_3clocals_3e4implB2v5B42c8tJTIcFHzwl2ILiXkcBV0KBSmNGHkyiCKJEEwA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj: %retptr"}
!4 = distinct !{!4, !"_ZN5numba2np8arrayobj18_ol_array_allocate12_3clocals_3e4implB2v5B42c8tJTIcFHzwl2ILiXkcBV0KBSmNGHkyiCKJEEwA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj"}
!5 = distinct !{!5, !4, !"_ZN5numba2np8arrayobj18_ol_array_allocate12_3clocals_3e4implB2v5B42c8tJTIcFHzwl2ILiXkcBV0KBSmNGHkyiCKJEEwA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj: %excinfo"}
!6 = distinct !{!6, !7, !"_ZN5numba2np8arrayobj15_call_allocatorB2v4B44c8tJTC_2fWQA9wW1DkAz0Pj1skAdT4gkkUlYBZmgA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj: %retptr"}
!7 = distinct !{!7, !"_ZN5numba2np8arrayobj15_call_allocatorB2v4B44c8tJTC_2fWQA9wW1DkAz0Pj1skAdT4gkkUlYBZmgA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj"}
!8 = distinct !{!8, !7, !"_ZN5numba2np8arrayobj15_call_allocatorB2v4B44c8tJTC_2fWQA9wW1DkAz0Pj1skAdT4gkkUlYBZmgA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj: %excinfo"}

; What follows was not written by numba: it calls the function, its tangent and its adjoint.
@enzyme_const = external global i32
@enzyme_dup = external global i32
@enzyme_out = external global i32

define double @primal(double* %z, double* %after) {
  %result = alloca double, align 8
  store double 0.0, double* %result, align 8
  %raised = alloca { i8*, i32, i8* }*, align 8
  %status = call i32 @_ZN8__main__8smoothedB3v10B44c8tJTIcFHzwl2ILiXkcBV0KBSqPHEpIwapzCJIogOjUBE5ArrayIdLi2E1A7mutable7alignedEx(double* %result, { i8*, i32, i8* }** %raised, i8* null, i8* null, i64 6, i64 8, double* %z, i64 2, i64 3, i64 24, i64 8, i64 2)
  %value = load double, double* %result, align 8
  ret double %value
}

define double @forward(double* %z, double* %dz, double* %after, double* %dafter) {
  %result = alloca double, align 8
  store double 0.0, double* %result, align 8
  %dresult = alloca double, align 8
  store double 0.0, double* %dresult, align 8
  %raised = alloca { i8*, i32, i8* }*, align 8
  call void (i8*, ...) @__enzyme_fwddiff(i8* bitcast (i32 (double*, { i8*, i32, i8* }**, i8*, i8*, i64, i64, double*, i64, i64, i64, i64, i64)* @_ZN8__main__8smoothedB3v10B44c8tJTIcFHzwl2ILiXkcBV0KBSqPHEpIwapzCJIogOjUBE5ArrayIdLi2E1A7mutable7alignedEx to i8*), i32* @enzyme_dup, double* %result, double* %dresult, i32* @enzyme_const, { i8*, i32, i8* }** %raised, i32* @enzyme_const, i8* null, i32* @enzyme_const, i8* null, i32* @enzyme_const, i64 6, i32* @enzyme_const, i64 8, i32* @enzyme_dup, double* %z, double* %dz, i32* @enzyme_const, i64 2, i32* @enzyme_const, i64 3, i32* @enzyme_const, i64 24, i32* @enzyme_const, i64 8, i32* @enzyme_const, i64 2)
  %tangent = load double, double* %dresult, align 8
  ret double %tangent
}

define void @reverse(double* %z, double* %after, double* %adjoint) {
  %result = alloca double, align 8
  store double 0.0, double* %result, align 8
  %dresult = alloca double, align 8
  store double 1.0, double* %dresult, align 8
  %raised = alloca { i8*, i32, i8* }*, align 8
  call void (i8*, ...) @__enzyme_autodiff(i8* bitcast (i32 (double*, { i8*, i32, i8* }**, i8*, i8*, i64, i64, double*, i64, i64, i64, i64, i64)* @_ZN8__main__8smoothedB3v10B44c8tJTIcFHzwl2ILiXkcBV0KBSqPHEpIwapzCJIogOjUBE5ArrayIdLi2E1A7mutable7alignedEx to i8*), i32* @enzyme_dup, double* %result, double* %dresult, i32* @enzyme_const, { i8*, i32, i8* }** %raised, i32* @enzyme_const, i8* null, i32* @enzyme_const, i8* null, i32* @enzyme_const, i64 6, i32* @enzyme_const, i64 8, i32* @enzyme_dup, double* %z, double* %adjoint, i32* @enzyme_const, i64 2, i32* @enzyme_const, i64 3, i32* @enzyme_const, i64 24, i32* @enzyme_const, i64 8, i32* @enzyme_const, i64 2)
  ret void
}

declare void @__enzyme_autodiff(i8*, ...)
declare void @__enzyme_fwddiff(i8*, ...)
