; Written by numba 0.68.0 with LLVM 22.1.0, from sources/numba.py.
; inputs: 0.7, -0.4, 1.3, 0.9, -0.3, 0.5
; with: ../../examples/numba/runtime.c
source_filename = "<string>"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

@_ZN08NumbaEnv8__main__8smoothedB3v12B52c8tJTIeFIjxB2IKSgI4CrvQClUaPLCRh1KiFSRRBdGoCAA_3d_3dE5ArrayIdLi2E1A7mutable7alignedEx = common local_unnamed_addr global ptr null
@.const.pickledata.58e14eccb507b1e0206981740223e685cb8c3c57 = internal constant [137 x i8] c"\80\04\95~\00\00\00\00\00\00\00\8C\08builtins\94\8C\0AValueError\94\93\94\8C[array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.\94\85\94N\87\94."
@.const.pickledata.58e14eccb507b1e0206981740223e685cb8c3c57.sha1 = internal constant [20 x i8] c"X\E1N\CC\B5\07\B1\E0 i\81t\02#\E6\85\CB\8C<W"
@.const.picklebuf.58e14eccb507b1e0206981740223e685cb8c3c57 = internal constant { ptr, i32, ptr, ptr, i32 } { ptr @.const.pickledata.58e14eccb507b1e0206981740223e685cb8c3c57, i32 137, ptr @.const.pickledata.58e14eccb507b1e0206981740223e685cb8c3c57.sha1, ptr null, i32 0 }
@_ZN08NumbaEnv5numba2np8arrayobj15_call_allocatorB2v4B42c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSZRVAJmaQIAEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj = common local_unnamed_addr global ptr null
@_ZN08NumbaEnv5numba2np8arrayobj18_ol_array_allocate12_3clocals_3e4implB2v5B42c8tJTIeFIjxB2IKSgI4CrvQClcaMQ5hEEUSJJgA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj = common local_unnamed_addr global ptr null
@.const.pickledata.ba289d81f05c7020f3477c15734804df65abe209 = internal constant [86 x i8] c"\80\04\95K\00\00\00\00\00\00\00\8C\08builtins\94\8C\0BMemoryError\94\93\94\8C'Allocation failed (probably too large).\94\85\94N\87\94."
@.const.pickledata.ba289d81f05c7020f3477c15734804df65abe209.sha1 = internal constant [20 x i8] c"\BA(\9D\81\F0\\p \F3G|\15sH\04\DFe\AB\E2\09"
@.const.picklebuf.ba289d81f05c7020f3477c15734804df65abe209 = internal constant { ptr, i32, ptr, ptr, i32 } { ptr @.const.pickledata.ba289d81f05c7020f3477c15734804df65abe209, i32 86, ptr @.const.pickledata.ba289d81f05c7020f3477c15734804df65abe209.sha1, ptr null, i32 0 }

define range(i32 0, 2) i32 @_ZN8__main__8smoothedB3v12B52c8tJTIeFIjxB2IKSgI4CrvQClUaPLCRh1KiFSRRBdGoCAA_3d_3dE5ArrayIdLi2E1A7mutable7alignedEx(ptr noalias writeonly captures(none) %retptr, ptr noalias writeonly captures(none) %excinfo, ptr %arg.given.0, ptr readnone captures(none) %arg.given.1, i64 %arg.given.2, i64 %arg.given.3, ptr readonly captures(none) %arg.given.4, i64 %arg.given.5.0, i64 %arg.given.5.1, i64 %arg.given.6.0, i64 %arg.given.6.1, i64 %arg.n) local_unnamed_addr {
B0:
  tail call void @NRT_incref(ptr %arg.given.0)
  %.53 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %arg.given.5.0, i64 %arg.given.5.1)
  %.54 = extractvalue { i64, i1 } %.53, 0
  %.55 = extractvalue { i64, i1 } %.53, 1
  %0 = add i64 %.54, -1152921504606846976
  %.60 = icmp ult i64 %0, -2305843009213693952
  %.61 = or i1 %.55, %.60
  br i1 %.61, label %B0.if, label %B0.endif, !prof !0

common.ret:                                       ; preds = %B0.endif.if.if, %B0.if, %B314
  %common.ret.op = phi i32 [ 0, %B314 ], [ 1, %B0.if ], [ 1, %B0.endif.if.if ]
  ret i32 %common.ret.op

B314:                                             ; preds = %B130.B74.loopexit_crit_edge.split.us.us.us, %B76.endif.lr.ph, %for.end.endif.B314_crit_edge
  %.816.pre-phi = phi i64 [ %.pre, %for.end.endif.B314_crit_edge ], [ %.471, %B76.endif.lr.ph ], [ %.471, %B130.B74.loopexit_crit_edge.split.us.us.us ]
  %.838 = getelementptr double, ptr %.6.i, i64 %.816.pre-phi
  %.839 = load double, ptr %.838, align 8
  %.869 = add i64 %arg.given.5.0, -1
  %.890 = mul i64 %.869, %arg.given.5.1
  %1 = getelementptr double, ptr %.6.i, i64 %.890
  %.894 = getelementptr double, ptr %1, i64 %.816.pre-phi
  %.895 = load double, ptr %.894, align 8
  tail call void @NRT_decref(ptr nonnull %.7.i.i)
  %.905 = fmul double %.839, %.895
  store double %.905, ptr %retptr, align 8
  br label %common.ret

B0.if:                                            ; preds = %B0
  store ptr @.const.picklebuf.58e14eccb507b1e0206981740223e685cb8c3c57, ptr %excinfo, align 8, !numba_exception_output !1
  br label %common.ret

B0.endif:                                         ; preds = %B0
  %.59 = shl nsw i64 %.54, 3
  %.7.i.i = tail call ptr @NRT_MemInfo_alloc_aligned(i64 %.59, i32 32), !noalias !2
  %.8.i.i = icmp eq ptr %.7.i.i, null
  br i1 %.8.i.i, label %B0.endif.if.if, label %B0.endif.endif, !prof !0

B0.endif.endif:                                   ; preds = %B0.endif
  %.5.i = getelementptr i8, ptr %.7.i.i, i64 24
  %.6.i = load ptr, ptr %.5.i, align 8
  %.131303 = icmp sgt i64 %arg.given.5.0, 0
  %.134301 = icmp sgt i64 %arg.given.5.1, 0
  %or.cond = select i1 %.131303, i1 %.134301, i1 false
  br i1 %or.cond, label %for.cond.1.preheader.us.preheader, label %for.end.endif

for.cond.1.preheader.us.preheader:                ; preds = %B0.endif.endif
  %const70 = bitcast i64 9223372036854775800 to i64
  %xtraiter = and i64 %arg.given.5.1, 7
  %unroll_iter = and i64 %arg.given.5.1, %const70
  %scevgep34 = getelementptr i8, ptr %.6.i, i64 56
  %2 = shl i64 %arg.given.5.1, 3
  %3 = shl i64 %arg.given.6.1, 3
  br label %for.cond.1.preheader.us

for.cond.1.preheader.us:                          ; preds = %for.cond.1.preheader.us.preheader, %for.cond.1.for.end.1_crit_edge.us
  %lsr.iv63 = phi ptr [ %.6.i, %for.cond.1.preheader.us.preheader ], [ %scevgep64, %for.cond.1.for.end.1_crit_edge.us ]
  %lsr.iv52 = phi ptr [ %arg.given.4, %for.cond.1.preheader.us.preheader ], [ %scevgep53, %for.cond.1.for.end.1_crit_edge.us ]
  %lsr.iv35 = phi ptr [ %scevgep34, %for.cond.1.preheader.us.preheader ], [ %scevgep36, %for.cond.1.for.end.1_crit_edge.us ]
  %loop.index304.us = phi i64 [ %.152.us, %for.cond.1.for.end.1_crit_edge.us ], [ 0, %for.cond.1.preheader.us.preheader ]
  %4 = icmp ult i64 %arg.given.5.1, 8
  br i1 %4, label %for.body.1.us.epil.preheader, label %for.body.1.us.preheader

for.body.1.us.preheader:                          ; preds = %for.cond.1.preheader.us
  br label %for.body.1.us

for.body.1.us:                                    ; preds = %for.body.1.us.preheader, %for.body.1.us
  %lsr.iv54 = phi ptr [ %lsr.iv52, %for.body.1.us.preheader ], [ %scevgep55, %for.body.1.us ]
  %loop.index.1302.us = phi i64 [ %.150.us.7, %for.body.1.us ], [ 0, %for.body.1.us.preheader ]
  %5 = shl i64 %loop.index.1302.us, 3
  %scevgep50 = getelementptr i8, ptr %lsr.iv35, i64 %5
  %scevgep51 = getelementptr i8, ptr %scevgep50, i64 -56
  %.148.us = load double, ptr %lsr.iv54, align 8
  store double %.148.us, ptr %scevgep51, align 8
  %6 = shl i64 %loop.index.1302.us, 3
  %scevgep48 = getelementptr i8, ptr %lsr.iv35, i64 %6
  %scevgep49 = getelementptr i8, ptr %scevgep48, i64 -48
  %scevgep56 = getelementptr i8, ptr %lsr.iv54, i64 %arg.given.6.1
  %.148.us.1 = load double, ptr %scevgep56, align 8
  store double %.148.us.1, ptr %scevgep49, align 8
  %7 = shl i64 %loop.index.1302.us, 3
  %scevgep46 = getelementptr i8, ptr %lsr.iv35, i64 %7
  %scevgep47 = getelementptr i8, ptr %scevgep46, i64 -40
  %scevgep57 = getelementptr i8, ptr %scevgep56, i64 %arg.given.6.1
  %.148.us.2 = load double, ptr %scevgep57, align 8
  store double %.148.us.2, ptr %scevgep47, align 8
  %8 = shl i64 %loop.index.1302.us, 3
  %scevgep44 = getelementptr i8, ptr %lsr.iv35, i64 %8
  %scevgep45 = getelementptr i8, ptr %scevgep44, i64 -32
  %scevgep58 = getelementptr i8, ptr %scevgep57, i64 %arg.given.6.1
  %.148.us.3 = load double, ptr %scevgep58, align 8
  store double %.148.us.3, ptr %scevgep45, align 8
  %9 = shl i64 %loop.index.1302.us, 3
  %scevgep42 = getelementptr i8, ptr %lsr.iv35, i64 %9
  %scevgep43 = getelementptr i8, ptr %scevgep42, i64 -24
  %scevgep59 = getelementptr i8, ptr %scevgep58, i64 %arg.given.6.1
  %.148.us.4 = load double, ptr %scevgep59, align 8
  store double %.148.us.4, ptr %scevgep43, align 8
  %10 = shl i64 %loop.index.1302.us, 3
  %scevgep40 = getelementptr i8, ptr %lsr.iv35, i64 %10
  %scevgep41 = getelementptr i8, ptr %scevgep40, i64 -16
  %scevgep60 = getelementptr i8, ptr %scevgep59, i64 %arg.given.6.1
  %.148.us.5 = load double, ptr %scevgep60, align 8
  store double %.148.us.5, ptr %scevgep41, align 8
  %11 = shl i64 %loop.index.1302.us, 3
  %scevgep38 = getelementptr i8, ptr %lsr.iv35, i64 %11
  %scevgep39 = getelementptr i8, ptr %scevgep38, i64 -8
  %scevgep61 = getelementptr i8, ptr %scevgep60, i64 %arg.given.6.1
  %.148.us.6 = load double, ptr %scevgep61, align 8
  store double %.148.us.6, ptr %scevgep39, align 8
  %12 = shl i64 %loop.index.1302.us, 3
  %scevgep37 = getelementptr i8, ptr %lsr.iv35, i64 %12
  %scevgep62 = getelementptr i8, ptr %scevgep61, i64 %arg.given.6.1
  %.148.us.7 = load double, ptr %scevgep62, align 8
  store double %.148.us.7, ptr %scevgep37, align 8
  %.150.us.7 = add nuw nsw i64 %loop.index.1302.us, 8
  %scevgep55 = getelementptr i8, ptr %lsr.iv54, i64 %3
  %niter.ncmp.7 = icmp eq i64 %unroll_iter, %.150.us.7
  br i1 %niter.ncmp.7, label %for.cond.1.for.end.1_crit_edge.us.unr-lcssa, label %for.body.1.us

for.cond.1.for.end.1_crit_edge.us.unr-lcssa:      ; preds = %for.body.1.us
  %13 = icmp eq i64 %xtraiter, 0
  br i1 %13, label %for.cond.1.for.end.1_crit_edge.us, label %for.body.1.us.epil.preheader

for.body.1.us.epil.preheader:                     ; preds = %for.cond.1.for.end.1_crit_edge.us.unr-lcssa, %for.cond.1.preheader.us
  %loop.index.1302.us.epil.init = phi i64 [ 0, %for.cond.1.preheader.us ], [ %.150.us.7, %for.cond.1.for.end.1_crit_edge.us.unr-lcssa ]
  %14 = shl i64 %loop.index.1302.us.epil.init, 3
  %scevgep65 = getelementptr i8, ptr %lsr.iv63, i64 %14
  %15 = mul i64 %arg.given.6.1, %loop.index.1302.us.epil.init
  %scevgep67 = getelementptr i8, ptr %lsr.iv52, i64 %15
  br label %for.body.1.us.epil

for.body.1.us.epil:                               ; preds = %for.body.1.us.epil, %for.body.1.us.epil.preheader
  %lsr.iv68 = phi ptr [ %scevgep69, %for.body.1.us.epil ], [ %scevgep67, %for.body.1.us.epil.preheader ]
  %epil.iter = phi i64 [ 0, %for.body.1.us.epil.preheader ], [ %epil.iter.next, %for.body.1.us.epil ]
  %16 = shl nuw nsw i64 %epil.iter, 3
  %scevgep66 = getelementptr i8, ptr %scevgep65, i64 %16
  %.148.us.epil = load double, ptr %lsr.iv68, align 8
  store double %.148.us.epil, ptr %scevgep66, align 8
  %epil.iter.next = add i64 %epil.iter, 1
  %scevgep69 = getelementptr i8, ptr %lsr.iv68, i64 %arg.given.6.1
  %epil.iter.cmp.not = icmp eq i64 %xtraiter, %epil.iter.next
  br i1 %epil.iter.cmp.not, label %for.cond.1.for.end.1_crit_edge.us, label %for.body.1.us.epil, !llvm.loop !9

for.cond.1.for.end.1_crit_edge.us:                ; preds = %for.body.1.us.epil, %for.cond.1.for.end.1_crit_edge.us.unr-lcssa
  %.152.us = add nuw nsw i64 %loop.index304.us, 1
  %scevgep36 = getelementptr i8, ptr %lsr.iv35, i64 %2
  %scevgep53 = getelementptr i8, ptr %lsr.iv52, i64 %arg.given.6.0
  %scevgep64 = getelementptr i8, ptr %lsr.iv63, i64 %2
  %exitcond370.not = icmp eq i64 %.152.us, %arg.given.5.0
  br i1 %exitcond370.not, label %for.end.endif, label %for.cond.1.preheader.us

B0.endif.if.if:                                   ; preds = %B0.endif
  store ptr @.const.picklebuf.ba289d81f05c7020f3477c15734804df65abe209, ptr %excinfo, align 8
  br label %common.ret

for.end.endif:                                    ; preds = %for.cond.1.for.end.1_crit_edge.us, %B0.endif.endif
  tail call void @NRT_decref(ptr %arg.given.0)
  %.247335.not = icmp slt i64 %arg.n, 1
  br i1 %.247335.not, label %for.end.endif.B314_crit_edge, label %B76.endif.lr.ph

for.end.endif.B314_crit_edge:                     ; preds = %for.end.endif
  %.pre = add i64 %arg.given.5.1, -1
  br label %B314

B76.endif.lr.ph:                                  ; preds = %for.end.endif
  %.379317.not = icmp slt i64 %arg.given.5.0, 1
  %.471 = add i64 %arg.given.5.1, -1
  %..471 = tail call i64 @llvm.smax.i64(i64 %.471, i64 0)
  %.514307.not = icmp slt i64 %.471, 1
  %or.cond373 = select i1 %.379317.not, i1 true, i1 %.514307.not
  br i1 %or.cond373, label %B314, label %B76.endif.us.us.preheader

B76.endif.us.us.preheader:                        ; preds = %B76.endif.lr.ph
  %const = bitcast i64 9223372036854775800 to i64
  %17 = shl i64 %arg.given.5.1, 3
  %18 = add nsw i64 %..471, -1
  %xtraiter7 = and i64 %..471, 7
  %unroll_iter11 = and i64 %..471, %const
  %scevgep13 = getelementptr i8, ptr %.6.i, i64 64
  %19 = shl i64 %arg.given.5.1, 3
  br label %B76.endif.us.us

B76.endif.us.us:                                  ; preds = %B76.endif.us.us.preheader, %B130.B74.loopexit_crit_edge.split.us.us.us
  %.246327339.us.us = phi i64 [ %.256.us.us, %B130.B74.loopexit_crit_edge.split.us.us.us ], [ %arg.n, %B76.endif.us.us.preheader ]
  br label %B132.endif.us.us.us

B132.endif.us.us.us:                              ; preds = %B188.B130.loopexit_crit_edge.us.us.us, %B76.endif.us.us
  %lsr.iv30 = phi ptr [ %scevgep31, %B188.B130.loopexit_crit_edge.us.us.us ], [ %.6.i, %B76.endif.us.us ]
  %lsr.iv = phi ptr [ %scevgep14, %B188.B130.loopexit_crit_edge.us.us.us ], [ %scevgep13, %B76.endif.us.us ]
  %.385312318.us.us.us = phi i64 [ 0, %B76.endif.us.us ], [ %.392.us.us.us, %B188.B130.loopexit_crit_edge.us.us.us ]
  %20 = icmp ult i64 %18, 7
  %21 = mul i64 %17, %.385312318.us.us.us
  %scevgep = getelementptr i8, ptr %.6.i, i64 %21
  %load_initial = load double, ptr %scevgep, align 8
  br i1 %20, label %B190.us.us.us.epil.preheader, label %B190.us.us.us.preheader

B190.us.us.us.preheader:                          ; preds = %B132.endif.us.us.us
  br label %B190.us.us.us

B190.us.us.us:                                    ; preds = %B190.us.us.us.preheader, %B190.us.us.us
  %store_forwarded = phi double [ %.718.us.us.us.7, %B190.us.us.us ], [ %load_initial, %B190.us.us.us.preheader ]
  %niter12 = phi i64 [ %niter12.next.7, %B190.us.us.us ], [ 0, %B190.us.us.us.preheader ]
  %22 = shl i64 %niter12, 3
  %scevgep28 = getelementptr i8, ptr %lsr.iv, i64 %22
  %scevgep29 = getelementptr i8, ptr %scevgep28, i64 -56
  %.604.us.us.us = load double, ptr %scevgep29, align 8
  %.716.us.us.us = fmul double %.604.us.us.us, %store_forwarded
  %.717.us.us.us = tail call double @tanh(double %.716.us.us.us)
  %.718.us.us.us = fadd double %.604.us.us.us, %.717.us.us.us
  store double %.718.us.us.us, ptr %scevgep29, align 8
  %23 = shl i64 %niter12, 3
  %scevgep26 = getelementptr i8, ptr %lsr.iv, i64 %23
  %scevgep27 = getelementptr i8, ptr %scevgep26, i64 -48
  %.604.us.us.us.1 = load double, ptr %scevgep27, align 8
  %.716.us.us.us.1 = fmul double %.604.us.us.us.1, %.718.us.us.us
  %.717.us.us.us.1 = tail call double @tanh(double %.716.us.us.us.1)
  %.718.us.us.us.1 = fadd double %.604.us.us.us.1, %.717.us.us.us.1
  store double %.718.us.us.us.1, ptr %scevgep27, align 8
  %24 = shl i64 %niter12, 3
  %scevgep24 = getelementptr i8, ptr %lsr.iv, i64 %24
  %scevgep25 = getelementptr i8, ptr %scevgep24, i64 -40
  %.604.us.us.us.2 = load double, ptr %scevgep25, align 8
  %.716.us.us.us.2 = fmul double %.604.us.us.us.2, %.718.us.us.us.1
  %.717.us.us.us.2 = tail call double @tanh(double %.716.us.us.us.2)
  %.718.us.us.us.2 = fadd double %.604.us.us.us.2, %.717.us.us.us.2
  store double %.718.us.us.us.2, ptr %scevgep25, align 8
  %25 = shl i64 %niter12, 3
  %scevgep22 = getelementptr i8, ptr %lsr.iv, i64 %25
  %scevgep23 = getelementptr i8, ptr %scevgep22, i64 -32
  %.604.us.us.us.3 = load double, ptr %scevgep23, align 8
  %.716.us.us.us.3 = fmul double %.604.us.us.us.3, %.718.us.us.us.2
  %.717.us.us.us.3 = tail call double @tanh(double %.716.us.us.us.3)
  %.718.us.us.us.3 = fadd double %.604.us.us.us.3, %.717.us.us.us.3
  store double %.718.us.us.us.3, ptr %scevgep23, align 8
  %26 = shl i64 %niter12, 3
  %scevgep20 = getelementptr i8, ptr %lsr.iv, i64 %26
  %scevgep21 = getelementptr i8, ptr %scevgep20, i64 -24
  %.604.us.us.us.4 = load double, ptr %scevgep21, align 8
  %.716.us.us.us.4 = fmul double %.604.us.us.us.4, %.718.us.us.us.3
  %.717.us.us.us.4 = tail call double @tanh(double %.716.us.us.us.4)
  %.718.us.us.us.4 = fadd double %.604.us.us.us.4, %.717.us.us.us.4
  store double %.718.us.us.us.4, ptr %scevgep21, align 8
  %27 = shl i64 %niter12, 3
  %scevgep18 = getelementptr i8, ptr %lsr.iv, i64 %27
  %scevgep19 = getelementptr i8, ptr %scevgep18, i64 -16
  %.604.us.us.us.5 = load double, ptr %scevgep19, align 8
  %.716.us.us.us.5 = fmul double %.604.us.us.us.5, %.718.us.us.us.4
  %.717.us.us.us.5 = tail call double @tanh(double %.716.us.us.us.5)
  %.718.us.us.us.5 = fadd double %.604.us.us.us.5, %.717.us.us.us.5
  store double %.718.us.us.us.5, ptr %scevgep19, align 8
  %28 = shl i64 %niter12, 3
  %scevgep16 = getelementptr i8, ptr %lsr.iv, i64 %28
  %scevgep17 = getelementptr i8, ptr %scevgep16, i64 -8
  %.604.us.us.us.6 = load double, ptr %scevgep17, align 8
  %.716.us.us.us.6 = fmul double %.604.us.us.us.6, %.718.us.us.us.5
  %.717.us.us.us.6 = tail call double @tanh(double %.716.us.us.us.6)
  %.718.us.us.us.6 = fadd double %.604.us.us.us.6, %.717.us.us.us.6
  store double %.718.us.us.us.6, ptr %scevgep17, align 8
  %29 = shl i64 %niter12, 3
  %scevgep15 = getelementptr i8, ptr %lsr.iv, i64 %29
  %.604.us.us.us.7 = load double, ptr %scevgep15, align 8
  %.716.us.us.us.7 = fmul double %.604.us.us.us.7, %.718.us.us.us.6
  %.717.us.us.us.7 = tail call double @tanh(double %.716.us.us.us.7)
  %.718.us.us.us.7 = fadd double %.604.us.us.us.7, %.717.us.us.us.7
  store double %.718.us.us.us.7, ptr %scevgep15, align 8
  %niter12.next.7 = add i64 %niter12, 8
  %niter12.ncmp.7 = icmp eq i64 %unroll_iter11, %niter12.next.7
  br i1 %niter12.ncmp.7, label %B188.B130.loopexit_crit_edge.us.us.us.unr-lcssa, label %B190.us.us.us

B188.B130.loopexit_crit_edge.us.us.us.unr-lcssa:  ; preds = %B190.us.us.us
  %30 = icmp eq i64 %xtraiter7, 0
  %31 = add i64 %niter12.next.7, 1
  br i1 %30, label %B188.B130.loopexit_crit_edge.us.us.us, label %B190.us.us.us.epil.preheader

B190.us.us.us.epil.preheader:                     ; preds = %B188.B130.loopexit_crit_edge.us.us.us.unr-lcssa, %B132.endif.us.us.us
  %store_forwarded.epil.init = phi double [ %load_initial, %B132.endif.us.us.us ], [ %.718.us.us.us.7, %B188.B130.loopexit_crit_edge.us.us.us.unr-lcssa ]
  %.520306308.us.us.us.epil.init = phi i64 [ 1, %B132.endif.us.us.us ], [ %31, %B188.B130.loopexit_crit_edge.us.us.us.unr-lcssa ]
  %32 = shl i64 %.520306308.us.us.us.epil.init, 3
  %scevgep32 = getelementptr i8, ptr %lsr.iv30, i64 %32
  br label %B190.us.us.us.epil

B190.us.us.us.epil:                               ; preds = %B190.us.us.us.epil, %B190.us.us.us.epil.preheader
  %store_forwarded.epil = phi double [ %store_forwarded.epil.init, %B190.us.us.us.epil.preheader ], [ %.718.us.us.us.epil, %B190.us.us.us.epil ]
  %epil.iter8 = phi i64 [ 0, %B190.us.us.us.epil.preheader ], [ %epil.iter8.next, %B190.us.us.us.epil ]
  %33 = shl nuw nsw i64 %epil.iter8, 3
  %scevgep33 = getelementptr i8, ptr %scevgep32, i64 %33
  %.604.us.us.us.epil = load double, ptr %scevgep33, align 8
  %.716.us.us.us.epil = fmul double %.604.us.us.us.epil, %store_forwarded.epil
  %.717.us.us.us.epil = tail call double @tanh(double %.716.us.us.us.epil)
  %.718.us.us.us.epil = fadd double %.604.us.us.us.epil, %.717.us.us.us.epil
  store double %.718.us.us.us.epil, ptr %scevgep33, align 8
  %epil.iter8.next = add i64 %epil.iter8, 1
  %epil.iter8.cmp.not = icmp eq i64 %xtraiter7, %epil.iter8.next
  br i1 %epil.iter8.cmp.not, label %B188.B130.loopexit_crit_edge.us.us.us, label %B190.us.us.us.epil, !llvm.loop !11

B188.B130.loopexit_crit_edge.us.us.us:            ; preds = %B190.us.us.us.epil, %B188.B130.loopexit_crit_edge.us.us.us.unr-lcssa
  %.392.us.us.us = add nuw nsw i64 %.385312318.us.us.us, 1
  %scevgep14 = getelementptr i8, ptr %lsr.iv, i64 %19
  %scevgep31 = getelementptr i8, ptr %lsr.iv30, i64 %19
  %exitcond372.not = icmp eq i64 %arg.given.5.0, %.392.us.us.us
  br i1 %exitcond372.not, label %B130.B74.loopexit_crit_edge.split.us.us.us, label %B132.endif.us.us.us

B130.B74.loopexit_crit_edge.split.us.us.us:       ; preds = %B188.B130.loopexit_crit_edge.us.us.us
  %.256.us.us = add nsw i64 %.246327339.us.us, -1
  %.247.us.us = icmp sgt i64 %.246327339.us.us, 1
  br i1 %.247.us.us, label %B76.endif.us.us, label %B314
}

; Function Attrs: mustprogress nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare { i64, i1 } @llvm.smul.with.overflow.i64(i64, i64) #0

; Function Attrs: mustprogress nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.smax.i64(i64, i64) #0

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(none)
declare double @tanh(double) local_unnamed_addr #1

declare noalias ptr @NRT_MemInfo_alloc_aligned(i64, i32) local_unnamed_addr

; Function Attrs: mustprogress nofree noinline norecurse nounwind willreturn memory(argmem: readwrite)
define linkonce_odr void @NRT_incref(ptr captures(address_is_null) %.1) local_unnamed_addr #2 {
.3:
  %.4 = icmp eq ptr %.1, null
  br i1 %.4, label %common.ret, label %.3.endif, !prof !0

common.ret:                                       ; preds = %.3.endif, %.3
  ret void

.3.endif:                                         ; preds = %.3
  %.4.i = atomicrmw add ptr %.1, i64 1 monotonic, align 8
  br label %common.ret
}

; Function Attrs: noinline
define linkonce_odr void @NRT_decref(ptr %.1) local_unnamed_addr #3 {
.3:
  %.4 = icmp eq ptr %.1, null
  br i1 %.4, label %common.ret1, label %.3.endif, !prof !0

common.ret1:                                      ; preds = %.3, %.3.endif
  ret void

.3.endif:                                         ; preds = %.3
  fence release
  %0 = tail call i8 @llvm.x86.atomic.sub.cc.i64(ptr nonnull %.1, i64 1, i32 4)
  %1 = trunc i8 %0 to i1
  br i1 %1, label %.3.endif.if, label %common.ret1, !prof !0

.3.endif.if:                                      ; preds = %.3.endif
  fence acquire
  tail call void @NRT_MemInfo_call_dtor(ptr nonnull %.1)
  ret void
}

; Function Attrs: nounwind
declare i8 @llvm.x86.atomic.sub.cc.i64(ptr, i64, i32 immarg) #4

declare void @NRT_MemInfo_call_dtor(ptr) local_unnamed_addr

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: write)
declare void @llvm.assume(i1 noundef) #5

attributes #0 = { mustprogress nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
attributes #1 = { mustprogress nocallback nofree nosync nounwind willreturn memory(none) }
attributes #2 = { mustprogress nofree noinline norecurse nounwind willreturn memory(argmem: readwrite) }
attributes #3 = { noinline }
attributes #4 = { nounwind }
attributes #5 = { nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: write) }

!0 = !{!"branch_weights", i32 1, i32 99}
!1 = !{i1 true}
!2 = !{!3, !5, !6, !8}
!3 = distinct !{!3, !4, !"_ZN5numba2np8arrayobj18_ol_array_allocate12_3clocals_3e4implB2v5B42c8tJTIeFIjxB2IKSgI4CrvQClcaMQ5hEEUSJJgA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj: %retptr"}
!4 = distinct !{!4, !"_ZN5numba2np8arrayobj18_ol_array_allocate12_3clocals_3e4implB2v5B42c8tJTIeFIjxB2IKSgI4CrvQClcaMQ5hEEUSJJgA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj"}
!5 = distinct !{!5, !4, !"_ZN5numba2np8arrayobj18_ol_array_allocate12_3clocals_3e4implB2v5B42c8tJTIeFIjxB2IKSgI4CrvQClcaMQ5hEEUSJJgA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj: %excinfo"}
!6 = distinct !{!6, !7, !"_ZN5numba2np8arrayobj15_call_allocatorB2v4B42c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSZRVAJmaQIAEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj: %retptr"}
!7 = distinct !{!7, !"_ZN5numba2np8arrayobj15_call_allocatorB2v4B42c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSZRVAJmaQIAEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj"}
!8 = distinct !{!8, !7, !"_ZN5numba2np8arrayobj15_call_allocatorB2v4B42c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSZRVAJmaQIAEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj: %excinfo"}
!9 = distinct !{!9, !10}
!10 = !{!"llvm.loop.unroll.disable"}
!11 = distinct !{!11, !10}

; What follows was not written by numba: it calls the function, its tangent and its adjoint.
@enzyme_const = external global i32
@enzyme_dup = external global i32
@enzyme_out = external global i32

define double @primal(ptr %z, ptr %after) {
  %result = alloca double, align 8
  store double 0.0, ptr %result, align 8
  %raised = alloca ptr, align 8
  %status = call i32 @_ZN8__main__8smoothedB3v12B52c8tJTIeFIjxB2IKSgI4CrvQClUaPLCRh1KiFSRRBdGoCAA_3d_3dE5ArrayIdLi2E1A7mutable7alignedEx(ptr %result, ptr %raised, ptr null, ptr null, i64 6, i64 8, ptr %z, i64 2, i64 3, i64 24, i64 8, i64 2)
  %value = load double, ptr %result, align 8
  ret double %value
}

define double @forward(ptr %z, ptr %dz, ptr %after, ptr %dafter) {
  %result = alloca double, align 8
  store double 0.0, ptr %result, align 8
  %dresult = alloca double, align 8
  store double 0.0, ptr %dresult, align 8
  %raised = alloca ptr, align 8
  call void (ptr, ...) @__enzyme_fwddiff(ptr @_ZN8__main__8smoothedB3v12B52c8tJTIeFIjxB2IKSgI4CrvQClUaPLCRh1KiFSRRBdGoCAA_3d_3dE5ArrayIdLi2E1A7mutable7alignedEx, ptr @enzyme_dup, ptr %result, ptr %dresult, ptr @enzyme_const, ptr %raised, ptr @enzyme_const, ptr null, ptr @enzyme_const, ptr null, ptr @enzyme_const, i64 6, ptr @enzyme_const, i64 8, ptr @enzyme_dup, ptr %z, ptr %dz, ptr @enzyme_const, i64 2, ptr @enzyme_const, i64 3, ptr @enzyme_const, i64 24, ptr @enzyme_const, i64 8, ptr @enzyme_const, i64 2)
  %tangent = load double, ptr %dresult, align 8
  ret double %tangent
}

define void @reverse(ptr %z, ptr %after, ptr %adjoint) {
  %result = alloca double, align 8
  store double 0.0, ptr %result, align 8
  %dresult = alloca double, align 8
  store double 1.0, ptr %dresult, align 8
  %raised = alloca ptr, align 8
  call void (ptr, ...) @__enzyme_autodiff(ptr @_ZN8__main__8smoothedB3v12B52c8tJTIeFIjxB2IKSgI4CrvQClUaPLCRh1KiFSRRBdGoCAA_3d_3dE5ArrayIdLi2E1A7mutable7alignedEx, ptr @enzyme_dup, ptr %result, ptr %dresult, ptr @enzyme_const, ptr %raised, ptr @enzyme_const, ptr null, ptr @enzyme_const, ptr null, ptr @enzyme_const, i64 6, ptr @enzyme_const, i64 8, ptr @enzyme_dup, ptr %z, ptr %adjoint, ptr @enzyme_const, i64 2, ptr @enzyme_const, i64 3, ptr @enzyme_const, i64 24, ptr @enzyme_const, i64 8, ptr @enzyme_const, i64 2)
  ret void
}

declare void @__enzyme_autodiff(ptr, ...)
declare void @__enzyme_fwddiff(ptr, ...)
