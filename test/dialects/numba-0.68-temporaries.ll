; Written by numba 0.68.0 with LLVM 22.1.0, from sources/numba.py.
; inputs: 0.7, -0.4, 1.3, 0.9, -0.3, 0.5
; with: ../../examples/numba/runtime.c
source_filename = "<string>"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

@_ZN08NumbaEnv8__main__11temporariesB2v2B52c8tJTIeFIjxB2IKSgI4CrvQClUaPLCRh1KiFSRRBdGoCAA_3d_3dE5ArrayIdLi1E1C7mutable7alignedE5ArrayIdLi1E1A7mutable7alignedE = common local_unnamed_addr global ptr null
@_ZN08NumbaEnv5numba2np8arrayobj16ol_np_empty_like12_3clocals_3e4implB2v3B42c8tJTIeFIjxB2IKSgI4CrvQClcaMQ5hEEUSJJgA_3dE5ArrayIdLi1E1C7mutable7alignedE27omitted_28default_3dNone_29 = common local_unnamed_addr global ptr null
@.const.pickledata.58e14eccb507b1e0206981740223e685cb8c3c57.8 = internal constant [137 x i8] c"\80\04\95~\00\00\00\00\00\00\00\8C\08builtins\94\8C\0AValueError\94\93\94\8C[array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.\94\85\94N\87\94."
@.const.pickledata.58e14eccb507b1e0206981740223e685cb8c3c57.sha1.9 = internal constant [20 x i8] c"X\E1N\CC\B5\07\B1\E0 i\81t\02#\E6\85\CB\8C<W"
@.const.picklebuf.58e14eccb507b1e0206981740223e685cb8c3c57.5 = internal constant { ptr, i32, ptr, ptr, i32 } { ptr @.const.pickledata.58e14eccb507b1e0206981740223e685cb8c3c57.8, i32 137, ptr @.const.pickledata.58e14eccb507b1e0206981740223e685cb8c3c57.sha1.9, ptr null, i32 0 }
@.const.pickledata.ba289d81f05c7020f3477c15734804df65abe209 = internal constant [86 x i8] c"\80\04\95K\00\00\00\00\00\00\00\8C\08builtins\94\8C\0BMemoryError\94\93\94\8C'Allocation failed (probably too large).\94\85\94N\87\94."
@.const.pickledata.ba289d81f05c7020f3477c15734804df65abe209.sha1 = internal constant [20 x i8] c"\BA(\9D\81\F0\\p \F3G|\15sH\04\DFe\AB\E2\09"
@.const.picklebuf.ba289d81f05c7020f3477c15734804df65abe209 = internal constant { ptr, i32, ptr, ptr, i32 } { ptr @.const.pickledata.ba289d81f05c7020f3477c15734804df65abe209, i32 86, ptr @.const.pickledata.ba289d81f05c7020f3477c15734804df65abe209.sha1, ptr null, i32 0 }
@_ZN08NumbaEnv13_3cdynamic_3e33__numba_array_expr_0x7f8b62b6d010B2v9B72c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqEpEUkESQI1_2bmEQRxHRNAA_3d_3dEd = common local_unnamed_addr global ptr null
@_ZN08NumbaEnv5numba2np7npyimpl15_broadcast_ontoB3v10B42c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSZRVAJmaQIAEx8int64_2ax8int64_2a = common local_unnamed_addr global ptr null
@_ZN08NumbaEnv5numba2np8arrayobj15_call_allocatorB2v4B42c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSZRVAJmaQIAEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj = common local_unnamed_addr global ptr null
@_ZN08NumbaEnv5numba2np8arrayobj18_ol_array_allocate12_3clocals_3e4implB2v5B42c8tJTIeFIjxB2IKSgI4CrvQClcaMQ5hEEUSJJgA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj = common local_unnamed_addr global ptr null
@.const.pickledata.ba289d81f05c7020f3477c15734804df65abe209.17 = internal constant [86 x i8] c"\80\04\95K\00\00\00\00\00\00\00\8C\08builtins\94\8C\0BMemoryError\94\93\94\8C'Allocation failed (probably too large).\94\85\94N\87\94."
@.const.pickledata.ba289d81f05c7020f3477c15734804df65abe209.sha1.18 = internal constant [20 x i8] c"\BA(\9D\81\F0\\p \F3G|\15sH\04\DFe\AB\E2\09"
@.const.picklebuf.ba289d81f05c7020f3477c15734804df65abe209.16 = internal constant { ptr, i32, ptr, ptr, i32 } { ptr @.const.pickledata.ba289d81f05c7020f3477c15734804df65abe209.17, i32 86, ptr @.const.pickledata.ba289d81f05c7020f3477c15734804df65abe209.sha1.18, ptr null, i32 0 }
@_ZN08NumbaEnv5numba2np9arraymath9array_sum12_3clocals_3e14array_sum_implB3v11B42c8tJTIeFIjxB2IKSgI4CrvQClcaMQ5hEEUSJJgA_3dE5ArrayIdLi1E1C7mutable7alignedE27omitted_28default_3dNone_2927omitted_28default_3dNone_29 = common local_unnamed_addr global ptr null
@_ZN08NumbaEnv5numba2np9arraymath17check_axis_boundsB2v7B42c8tJTIeFIjxB2IKSgI4CrvQClcaMQ5hEEUSJJgA_3dE5ArrayIdLi1E1C7mutable7alignedEv = common local_unnamed_addr global ptr null
@_ZN08NumbaEnv5numba2np9arraymath16check_duplicatesB2v8B42c8tJTIeFIjxB2IKSgI4CrvQClcaMQ5hEEUSJJgA_3dEvx = common local_unnamed_addr global ptr null

define range(i32 0, 2) i32 @_ZN8__main__11temporariesB2v2B52c8tJTIeFIjxB2IKSgI4CrvQClUaPLCRh1KiFSRRBdGoCAA_3d_3dE5ArrayIdLi1E1C7mutable7alignedE5ArrayIdLi1E1A7mutable7alignedE(ptr noalias writeonly captures(none) %retptr, ptr noalias writeonly captures(none) %excinfo, ptr %arg.x.0, ptr readnone captures(none) %arg.x.1, i64 %arg.x.2, i64 %arg.x.3, ptr readonly captures(none) %arg.x.4, i64 %arg.x.5.0, i64 %arg.x.6.0, ptr %arg.w.0, ptr readnone captures(none) %arg.w.1, i64 %arg.w.2, i64 %arg.w.3, ptr readonly captures(none) %arg.w.4, i64 %arg.w.5.0, i64 %arg.w.6.0) local_unnamed_addr {
B0:
  %.49.fca.5.0.load.fr = freeze i64 %arg.x.5.0
  tail call void @NRT_incref(ptr %arg.x.0)
  tail call void @NRT_incref(ptr %arg.w.0)
  tail call void @NRT_incref(ptr %arg.x.0), !noalias !0
  %0 = add i64 %.49.fca.5.0.load.fr, -1152921504606846976
  %.34.i = icmp ult i64 %0, -2305843009213693952
  br i1 %.34.i, label %B0.if.if, label %B0.endif.i, !prof !4

B0.endif.i:                                       ; preds = %B0
  %.33.i = shl nsw i64 %.49.fca.5.0.load.fr, 3
  %.7.i.i.i = tail call ptr @NRT_MemInfo_alloc_aligned(i64 %.33.i, i32 32), !noalias !5
  %.8.i.i.i = icmp eq ptr %.7.i.i.i, null
  br i1 %.8.i.i.i, label %B0.if.if, label %B0.endif.endif, !prof !4

B98:                                              ; preds = %B98, %B98.preheader.split.new
  %lsr.iv125 = phi ptr [ %scevgep126, %B98 ], [ %scevgep124, %B98.preheader.split.new ]
  %.174179181 = phi i64 [ 0, %B98.preheader.split.new ], [ %.181.7, %B98 ]
  %sunkaddr = mul i64 %.174179181, 8
  %sunkaddr134 = getelementptr i8, ptr %arg.x.4, i64 %sunkaddr
  %.235 = load double, ptr %sunkaddr134, align 8
  %.320 = load double, ptr %lsr.iv125, align 8
  %.321 = fmul double %.235, %.320
  %sunkaddr135 = mul i64 %.174179181, 8
  %sunkaddr136 = getelementptr i8, ptr %.6.i.i, i64 %sunkaddr135
  store double %.321, ptr %sunkaddr136, align 8
  %sunkaddr137 = mul i64 %.174179181, 8
  %sunkaddr138 = getelementptr i8, ptr %arg.x.4, i64 %sunkaddr137
  %sunkaddr139 = getelementptr i8, ptr %sunkaddr138, i64 8
  %.235.1 = load double, ptr %sunkaddr139, align 8
  %scevgep127 = getelementptr i8, ptr %lsr.iv125, i64 %arg.w.6.0
  %.320.1 = load double, ptr %scevgep127, align 8
  %.321.1 = fmul double %.235.1, %.320.1
  %sunkaddr140 = mul i64 %.174179181, 8
  %sunkaddr141 = getelementptr i8, ptr %.6.i.i, i64 %sunkaddr140
  %sunkaddr142 = getelementptr i8, ptr %sunkaddr141, i64 8
  store double %.321.1, ptr %sunkaddr142, align 8
  %sunkaddr143 = mul i64 %.174179181, 8
  %sunkaddr144 = getelementptr i8, ptr %arg.x.4, i64 %sunkaddr143
  %sunkaddr145 = getelementptr i8, ptr %sunkaddr144, i64 16
  %.235.2 = load double, ptr %sunkaddr145, align 8
  %scevgep128 = getelementptr i8, ptr %scevgep127, i64 %arg.w.6.0
  %.320.2 = load double, ptr %scevgep128, align 8
  %.321.2 = fmul double %.235.2, %.320.2
  %sunkaddr146 = mul i64 %.174179181, 8
  %sunkaddr147 = getelementptr i8, ptr %.6.i.i, i64 %sunkaddr146
  %sunkaddr148 = getelementptr i8, ptr %sunkaddr147, i64 16
  store double %.321.2, ptr %sunkaddr148, align 8
  %sunkaddr149 = mul i64 %.174179181, 8
  %sunkaddr150 = getelementptr i8, ptr %arg.x.4, i64 %sunkaddr149
  %sunkaddr151 = getelementptr i8, ptr %sunkaddr150, i64 24
  %.235.3 = load double, ptr %sunkaddr151, align 8
  %scevgep129 = getelementptr i8, ptr %scevgep128, i64 %arg.w.6.0
  %.320.3 = load double, ptr %scevgep129, align 8
  %.321.3 = fmul double %.235.3, %.320.3
  %sunkaddr152 = mul i64 %.174179181, 8
  %sunkaddr153 = getelementptr i8, ptr %.6.i.i, i64 %sunkaddr152
  %sunkaddr154 = getelementptr i8, ptr %sunkaddr153, i64 24
  store double %.321.3, ptr %sunkaddr154, align 8
  %sunkaddr155 = mul i64 %.174179181, 8
  %sunkaddr156 = getelementptr i8, ptr %arg.x.4, i64 %sunkaddr155
  %sunkaddr157 = getelementptr i8, ptr %sunkaddr156, i64 32
  %.235.4 = load double, ptr %sunkaddr157, align 8
  %scevgep130 = getelementptr i8, ptr %scevgep129, i64 %arg.w.6.0
  %.320.4 = load double, ptr %scevgep130, align 8
  %.321.4 = fmul double %.235.4, %.320.4
  %sunkaddr158 = mul i64 %.174179181, 8
  %sunkaddr159 = getelementptr i8, ptr %.6.i.i, i64 %sunkaddr158
  %sunkaddr160 = getelementptr i8, ptr %sunkaddr159, i64 32
  store double %.321.4, ptr %sunkaddr160, align 8
  %sunkaddr161 = mul i64 %.174179181, 8
  %sunkaddr162 = getelementptr i8, ptr %arg.x.4, i64 %sunkaddr161
  %sunkaddr163 = getelementptr i8, ptr %sunkaddr162, i64 40
  %.235.5 = load double, ptr %sunkaddr163, align 8
  %scevgep131 = getelementptr i8, ptr %scevgep130, i64 %arg.w.6.0
  %.320.5 = load double, ptr %scevgep131, align 8
  %.321.5 = fmul double %.235.5, %.320.5
  %sunkaddr164 = mul i64 %.174179181, 8
  %sunkaddr165 = getelementptr i8, ptr %.6.i.i, i64 %sunkaddr164
  %sunkaddr166 = getelementptr i8, ptr %sunkaddr165, i64 40
  store double %.321.5, ptr %sunkaddr166, align 8
  %sunkaddr167 = mul i64 %.174179181, 8
  %sunkaddr168 = getelementptr i8, ptr %arg.x.4, i64 %sunkaddr167
  %sunkaddr169 = getelementptr i8, ptr %sunkaddr168, i64 48
  %.235.6 = load double, ptr %sunkaddr169, align 8
  %scevgep132 = getelementptr i8, ptr %scevgep131, i64 %arg.w.6.0
  %.320.6 = load double, ptr %scevgep132, align 8
  %.321.6 = fmul double %.235.6, %.320.6
  %sunkaddr170 = mul i64 %.174179181, 8
  %sunkaddr171 = getelementptr i8, ptr %.6.i.i, i64 %sunkaddr170
  %sunkaddr172 = getelementptr i8, ptr %sunkaddr171, i64 48
  store double %.321.6, ptr %sunkaddr172, align 8
  %.181.7 = add nuw nsw i64 %.174179181, 8
  %sunkaddr173 = mul i64 %.174179181, 8
  %sunkaddr174 = getelementptr i8, ptr %arg.x.4, i64 %sunkaddr173
  %sunkaddr175 = getelementptr i8, ptr %sunkaddr174, i64 56
  %.235.7 = load double, ptr %sunkaddr175, align 8
  %scevgep133 = getelementptr i8, ptr %scevgep132, i64 %arg.w.6.0
  %.320.7 = load double, ptr %scevgep133, align 8
  %.321.7 = fmul double %.235.7, %.320.7
  %sunkaddr176 = mul i64 %.174179181, 8
  %sunkaddr177 = getelementptr i8, ptr %.6.i.i, i64 %sunkaddr176
  %sunkaddr178 = getelementptr i8, ptr %sunkaddr177, i64 56
  store double %.321.7, ptr %sunkaddr178, align 8
  %scevgep126 = getelementptr i8, ptr %lsr.iv125, i64 %12
  %niter.ncmp.7 = icmp eq i64 %unroll_iter, %.181.7
  br i1 %niter.ncmp.7, label %B176.loopexit.peel.begin.loopexit.unr-lcssa, label %B98, !llvm.loop !12

B176.loopexit.peel.begin.loopexit.unr-lcssa:      ; preds = %B98
  %lcmp.mod.not = icmp eq i64 %xtraiter, 0
  br i1 %lcmp.mod.not, label %B176.loopexit.peel.begin, label %B98.epil.preheader

B98.epil.preheader:                               ; preds = %B176.loopexit.peel.begin.loopexit.unr-lcssa, %B98.preheader.split
  %.174179181.epil.init = phi i64 [ 0, %B98.preheader.split ], [ %.181.7, %B176.loopexit.peel.begin.loopexit.unr-lcssa ]
  %1 = add nuw nsw i64 %.174179181.epil.init, 1
  %2 = mul i64 %arg.w.6.0, %1
  %scevgep87 = getelementptr i8, ptr %arg.w.4, i64 %2
  br label %B98.epil

B98.epil:                                         ; preds = %B98.epil, %B98.epil.preheader
  %lsr.iv90 = phi i64 [ %lsr.iv.next91, %B98.epil ], [ %xtraiter, %B98.epil.preheader ]
  %lsr.iv88 = phi ptr [ %scevgep89, %B98.epil ], [ %scevgep87, %B98.epil.preheader ]
  %.174179181.epil = phi i64 [ %.181.epil, %B98.epil ], [ %.174179181.epil.init, %B98.epil.preheader ]
  %.181.epil = add nuw nsw i64 %.174179181.epil, 1
  %3 = shl i64 %.174179181.epil, 3
  %scevgep86 = getelementptr i8, ptr %arg.x.4, i64 %3
  %.235.epil = load double, ptr %scevgep86, align 8
  %.320.epil = load double, ptr %lsr.iv88, align 8
  %.321.epil = fmul double %.235.epil, %.320.epil
  %4 = shl i64 %.174179181.epil, 3
  %scevgep85 = getelementptr i8, ptr %.6.i.i, i64 %4
  store double %.321.epil, ptr %scevgep85, align 8
  %scevgep89 = getelementptr i8, ptr %lsr.iv88, i64 %arg.w.6.0
  %lsr.iv.next91 = add nsw i64 %lsr.iv90, -1
  %epil.iter.cmp.not = icmp eq i64 %lsr.iv.next91, 0
  br i1 %epil.iter.cmp.not, label %B176.loopexit.peel.begin, label %B98.epil, !llvm.loop !14

B176.loopexit.peel.begin:                         ; preds = %B98.epil, %B176.loopexit.peel.begin.loopexit.unr-lcssa, %B98.preheader
  %5 = phi i64 [ 0, %B98.preheader ], [ %.181.7, %B176.loopexit.peel.begin.loopexit.unr-lcssa ], [ %.181.epil, %B98.epil ]
  %.181.peel = add nuw nsw i64 %5, 1
  %6 = getelementptr double, ptr %arg.x.4, i64 %5
  %.235.peel = load double, ptr %6, align 8
  %7 = icmp eq i64 %.181.peel, %.49.fca.5.0.load.fr
  %iv.rem.peel = select i1 %7, i64 0, i64 %.181.peel
  %.316.peel = mul i64 %iv.rem.peel, %arg.w.6.0
  %.318.peel = getelementptr i8, ptr %arg.w.4, i64 %.316.peel
  %.320.peel = load double, ptr %.318.peel, align 8
  %.321.peel = fmul double %.235.peel, %.320.peel
  %8 = getelementptr double, ptr %.6.i.i, i64 %5
  store double %.321.peel, ptr %8, align 8
  br label %B128.i

B128.i:                                           ; preds = %B0.endif.endif, %B176.loopexit.peel.begin
  tail call void @NRT_decref(ptr %arg.x.0)
  tail call void @NRT_decref(ptr %arg.w.0)
  %.428 = shl nsw i64 %.49.fca.5.0.load.fr, 3
  %.7.i.i = tail call ptr @NRT_MemInfo_alloc_aligned(i64 %.428, i32 32), !noalias !16
  %.8.i.i = icmp eq ptr %.7.i.i, null
  br i1 %.8.i.i, label %B176.endif.endif.endif.if.if, label %B176.endif.endif.endif.endif, !prof !4

common.ret:                                       ; preds = %for.end.endif, %B176.endif.endif.endif.if.if, %B0.if.if
  %common.ret.op = phi i32 [ 1, %B0.if.if ], [ 1, %B176.endif.endif.endif.if.if ], [ 0, %for.end.endif ]
  ret i32 %common.ret.op

B0.if.if:                                         ; preds = %B0, %B0.endif.i
  %excinfo.1.0.ph = phi ptr [ @.const.picklebuf.ba289d81f05c7020f3477c15734804df65abe209, %B0.endif.i ], [ @.const.picklebuf.58e14eccb507b1e0206981740223e685cb8c3c57.5, %B0 ]
  store ptr %excinfo.1.0.ph, ptr %excinfo, align 8
  br label %common.ret

B0.endif.endif:                                   ; preds = %B0.endif.i
  %.5.i.i = getelementptr i8, ptr %.7.i.i.i, i64 24
  %.6.i.i = load ptr, ptr %.5.i.i, align 8, !noalias !0
  tail call void @NRT_decref(ptr %arg.x.0), !noalias !0
  %.168180.not = icmp slt i64 %.49.fca.5.0.load.fr, 1
  br i1 %.168180.not, label %B128.i, label %B98.preheader

B98.preheader:                                    ; preds = %B0.endif.endif
  %.not = icmp eq i64 %.49.fca.5.0.load.fr, 1
  br i1 %.not, label %B176.loopexit.peel.begin, label %B98.preheader.split

B98.preheader.split:                              ; preds = %B98.preheader
  %9 = add nsw i64 %.49.fca.5.0.load.fr, -2
  %10 = add nsw i64 %.49.fca.5.0.load.fr, -1
  %xtraiter = and i64 %10, 7
  %11 = icmp ult i64 %9, 7
  br i1 %11, label %B98.epil.preheader, label %B98.preheader.split.new

B98.preheader.split.new:                          ; preds = %B98.preheader.split
  %unroll_iter = and i64 %10, -8
  %scevgep124 = getelementptr i8, ptr %arg.w.4, i64 %arg.w.6.0
  %12 = shl i64 %arg.w.6.0, 3
  br label %B98

B176.endif.endif.endif.endif:                     ; preds = %B128.i
  %.5.i = getelementptr i8, ptr %.7.i.i, i64 24
  %.6.i = load ptr, ptr %.5.i, align 8
  %.496185 = icmp sgt i64 %.49.fca.5.0.load.fr, 0
  br i1 %.496185, label %for.body.lr.ph, label %for.end.endif

for.body.lr.ph:                                   ; preds = %B176.endif.endif.endif.endif
  %const = bitcast i64 9223372036854775800 to i64
  %.498.not = icmp eq i64 %.49.fca.5.0.load.fr, 1
  br i1 %.498.not, label %for.body.endif.endif, label %for.body.endif.endif.us.preheader

for.body.endif.endif.us.preheader:                ; preds = %for.body.lr.ph
  %xtraiter39 = and i64 %.49.fca.5.0.load.fr, 7
  %13 = icmp ult i64 %.49.fca.5.0.load.fr, 8
  br i1 %13, label %for.body.endif.endif.us.epil.preheader, label %for.body.endif.endif.us.preheader.new

for.body.endif.endif.us.preheader.new:            ; preds = %for.body.endif.endif.us.preheader
  %unroll_iter43 = and i64 %.49.fca.5.0.load.fr, %const
  br label %for.body.endif.endif.us

for.body.endif.endif.us:                          ; preds = %for.body.endif.endif.us, %for.body.endif.endif.us.preheader.new
  %loop.index187.us = phi i64 [ 0, %for.body.endif.endif.us.preheader.new ], [ %.535.us.7, %for.body.endif.endif.us ]
  %sunkaddr179 = mul i64 %loop.index187.us, 8
  %sunkaddr180 = getelementptr i8, ptr %.6.i.i, i64 %sunkaddr179
  %.506.us = load double, ptr %sunkaddr180, align 8
  %.5.i8 = fmul double %.506.us, %.506.us
  %.6.i9 = fadd double %.5.i8, 1.000000e+00
  %sqrt.le.i = tail call double @llvm.sqrt.f64(double %.6.i9)
  %sunkaddr181 = mul i64 %loop.index187.us, 8
  %sunkaddr182 = getelementptr i8, ptr %.6.i, i64 %sunkaddr181
  store double %sqrt.le.i, ptr %sunkaddr182, align 8
  %sunkaddr183 = mul i64 %loop.index187.us, 8
  %sunkaddr184 = getelementptr i8, ptr %.6.i.i, i64 %sunkaddr183
  %sunkaddr185 = getelementptr i8, ptr %sunkaddr184, i64 8
  %.506.us.1 = load double, ptr %sunkaddr185, align 8
  %.5.i8.1 = fmul double %.506.us.1, %.506.us.1
  %.6.i9.1 = fadd double %.5.i8.1, 1.000000e+00
  %sqrt.le.i.1 = tail call double @llvm.sqrt.f64(double %.6.i9.1)
  %sunkaddr186 = mul i64 %loop.index187.us, 8
  %sunkaddr187 = getelementptr i8, ptr %.6.i, i64 %sunkaddr186
  %sunkaddr188 = getelementptr i8, ptr %sunkaddr187, i64 8
  store double %sqrt.le.i.1, ptr %sunkaddr188, align 8
  %sunkaddr189 = mul i64 %loop.index187.us, 8
  %sunkaddr190 = getelementptr i8, ptr %.6.i.i, i64 %sunkaddr189
  %sunkaddr191 = getelementptr i8, ptr %sunkaddr190, i64 16
  %.506.us.2 = load double, ptr %sunkaddr191, align 8
  %.5.i8.2 = fmul double %.506.us.2, %.506.us.2
  %.6.i9.2 = fadd double %.5.i8.2, 1.000000e+00
  %sqrt.le.i.2 = tail call double @llvm.sqrt.f64(double %.6.i9.2)
  %sunkaddr192 = mul i64 %loop.index187.us, 8
  %sunkaddr193 = getelementptr i8, ptr %.6.i, i64 %sunkaddr192
  %sunkaddr194 = getelementptr i8, ptr %sunkaddr193, i64 16
  store double %sqrt.le.i.2, ptr %sunkaddr194, align 8
  %sunkaddr195 = mul i64 %loop.index187.us, 8
  %sunkaddr196 = getelementptr i8, ptr %.6.i.i, i64 %sunkaddr195
  %sunkaddr197 = getelementptr i8, ptr %sunkaddr196, i64 24
  %.506.us.3 = load double, ptr %sunkaddr197, align 8
  %.5.i8.3 = fmul double %.506.us.3, %.506.us.3
  %.6.i9.3 = fadd double %.5.i8.3, 1.000000e+00
  %sqrt.le.i.3 = tail call double @llvm.sqrt.f64(double %.6.i9.3)
  %sunkaddr198 = mul i64 %loop.index187.us, 8
  %sunkaddr199 = getelementptr i8, ptr %.6.i, i64 %sunkaddr198
  %sunkaddr200 = getelementptr i8, ptr %sunkaddr199, i64 24
  store double %sqrt.le.i.3, ptr %sunkaddr200, align 8
  %sunkaddr201 = mul i64 %loop.index187.us, 8
  %sunkaddr202 = getelementptr i8, ptr %.6.i.i, i64 %sunkaddr201
  %sunkaddr203 = getelementptr i8, ptr %sunkaddr202, i64 32
  %.506.us.4 = load double, ptr %sunkaddr203, align 8
  %.5.i8.4 = fmul double %.506.us.4, %.506.us.4
  %.6.i9.4 = fadd double %.5.i8.4, 1.000000e+00
  %sqrt.le.i.4 = tail call double @llvm.sqrt.f64(double %.6.i9.4)
  %sunkaddr204 = mul i64 %loop.index187.us, 8
  %sunkaddr205 = getelementptr i8, ptr %.6.i, i64 %sunkaddr204
  %sunkaddr206 = getelementptr i8, ptr %sunkaddr205, i64 32
  store double %sqrt.le.i.4, ptr %sunkaddr206, align 8
  %sunkaddr207 = mul i64 %loop.index187.us, 8
  %sunkaddr208 = getelementptr i8, ptr %.6.i.i, i64 %sunkaddr207
  %sunkaddr209 = getelementptr i8, ptr %sunkaddr208, i64 40
  %.506.us.5 = load double, ptr %sunkaddr209, align 8
  %.5.i8.5 = fmul double %.506.us.5, %.506.us.5
  %.6.i9.5 = fadd double %.5.i8.5, 1.000000e+00
  %sqrt.le.i.5 = tail call double @llvm.sqrt.f64(double %.6.i9.5)
  %sunkaddr210 = mul i64 %loop.index187.us, 8
  %sunkaddr211 = getelementptr i8, ptr %.6.i, i64 %sunkaddr210
  %sunkaddr212 = getelementptr i8, ptr %sunkaddr211, i64 40
  store double %sqrt.le.i.5, ptr %sunkaddr212, align 8
  %sunkaddr213 = mul i64 %loop.index187.us, 8
  %sunkaddr214 = getelementptr i8, ptr %.6.i.i, i64 %sunkaddr213
  %sunkaddr215 = getelementptr i8, ptr %sunkaddr214, i64 48
  %.506.us.6 = load double, ptr %sunkaddr215, align 8
  %.5.i8.6 = fmul double %.506.us.6, %.506.us.6
  %.6.i9.6 = fadd double %.5.i8.6, 1.000000e+00
  %sqrt.le.i.6 = tail call double @llvm.sqrt.f64(double %.6.i9.6)
  %sunkaddr216 = mul i64 %loop.index187.us, 8
  %sunkaddr217 = getelementptr i8, ptr %.6.i, i64 %sunkaddr216
  %sunkaddr218 = getelementptr i8, ptr %sunkaddr217, i64 48
  store double %sqrt.le.i.6, ptr %sunkaddr218, align 8
  %sunkaddr219 = mul i64 %loop.index187.us, 8
  %sunkaddr220 = getelementptr i8, ptr %.6.i.i, i64 %sunkaddr219
  %sunkaddr221 = getelementptr i8, ptr %sunkaddr220, i64 56
  %.506.us.7 = load double, ptr %sunkaddr221, align 8
  %.5.i8.7 = fmul double %.506.us.7, %.506.us.7
  %.6.i9.7 = fadd double %.5.i8.7, 1.000000e+00
  %sqrt.le.i.7 = tail call double @llvm.sqrt.f64(double %.6.i9.7)
  %sunkaddr222 = mul i64 %loop.index187.us, 8
  %sunkaddr223 = getelementptr i8, ptr %.6.i, i64 %sunkaddr222
  %sunkaddr224 = getelementptr i8, ptr %sunkaddr223, i64 56
  store double %sqrt.le.i.7, ptr %sunkaddr224, align 8
  %.535.us.7 = add nuw nsw i64 %loop.index187.us, 8
  %niter44.ncmp.7 = icmp eq i64 %unroll_iter43, %.535.us.7
  br i1 %niter44.ncmp.7, label %.92.endif.preheader.i.loopexit.unr-lcssa, label %for.body.endif.endif.us

B176.endif.endif.endif.if.if:                     ; preds = %B128.i
  store ptr @.const.picklebuf.ba289d81f05c7020f3477c15734804df65abe209.16, ptr %excinfo, align 8
  br label %common.ret

.92.endif.preheader.i.loopexit.unr-lcssa:         ; preds = %for.body.endif.endif.us
  %lcmp.mod41.not = icmp eq i64 %xtraiter39, 0
  br i1 %lcmp.mod41.not, label %.92.endif.preheader.i, label %for.body.endif.endif.us.epil.preheader

for.body.endif.endif.us.epil.preheader:           ; preds = %.92.endif.preheader.i.loopexit.unr-lcssa, %for.body.endif.endif.us.preheader
  %loop.index187.us.epil.init = phi i64 [ 0, %for.body.endif.endif.us.preheader ], [ %.535.us.7, %.92.endif.preheader.i.loopexit.unr-lcssa ]
  %14 = shl i64 %loop.index187.us.epil.init, 3
  %scevgep49 = getelementptr i8, ptr %.6.i, i64 %14
  %scevgep51 = getelementptr i8, ptr %.6.i.i, i64 %14
  br label %for.body.endif.endif.us.epil

for.body.endif.endif.us.epil:                     ; preds = %for.body.endif.endif.us.epil, %for.body.endif.endif.us.epil.preheader
  %epil.iter40 = phi i64 [ %epil.iter40.next, %for.body.endif.endif.us.epil ], [ 0, %for.body.endif.endif.us.epil.preheader ]
  %15 = shl nuw nsw i64 %epil.iter40, 3
  %scevgep52 = getelementptr i8, ptr %scevgep51, i64 %15
  %.506.us.epil = load double, ptr %scevgep52, align 8
  %.5.i8.epil = fmul double %.506.us.epil, %.506.us.epil
  %.6.i9.epil = fadd double %.5.i8.epil, 1.000000e+00
  %sqrt.le.i.epil = tail call double @llvm.sqrt.f64(double %.6.i9.epil)
  %16 = shl nuw nsw i64 %epil.iter40, 3
  %scevgep50 = getelementptr i8, ptr %scevgep49, i64 %16
  store double %sqrt.le.i.epil, ptr %scevgep50, align 8
  %epil.iter40.next = add i64 %epil.iter40, 1
  %epil.iter40.cmp.not = icmp eq i64 %xtraiter39, %epil.iter40.next
  br i1 %epil.iter40.cmp.not, label %.92.endif.preheader.i, label %for.body.endif.endif.us.epil, !llvm.loop !23

.92.endif.preheader.i:                            ; preds = %for.body.endif.endif.us.epil, %.92.endif.preheader.i.loopexit.unr-lcssa, %for.body.endif.endif
  %xtraiter.i = and i64 %.49.fca.5.0.load.fr, 7
  %17 = icmp samesign ult i64 %.49.fca.5.0.load.fr, 8
  br i1 %17, label %.92.endif.epil.i.preheader, label %.92.endif.preheader.new.i, !prof !24

.92.endif.preheader.new.i:                        ; preds = %.92.endif.preheader.i
  %unroll_iter.i = and i64 %.49.fca.5.0.load.fr, %const
  %18 = add nsw i64 %.49.fca.5.0.load.fr, -8
  %19 = lshr i64 %18, 3
  %20 = add nuw nsw i64 %19, 1
  %xtraiter45 = and i64 %20, 3
  %21 = and i64 %18, 24
  %lcmp.mod46.not = icmp eq i64 %21, 24
  br i1 %lcmp.mod46.not, label %.92.endif.i.prol.loopexit, label %.92.endif.i.prol.preheader, !prof !25

.92.endif.i.prol.preheader:                       ; preds = %.92.endif.preheader.new.i
  br label %.92.endif.i.prol

.92.endif.i.prol:                                 ; preds = %.92.endif.i.prol.preheader, %.92.endif.i.prol
  %lsr.iv47 = phi i64 [ %xtraiter45, %.92.endif.i.prol.preheader ], [ %lsr.iv.next48, %.92.endif.i.prol ]
  %lsr.iv3.i.prol = phi i64 [ %lsr.iv.next4.i.prol, %.92.endif.i.prol ], [ %unroll_iter.i, %.92.endif.i.prol.preheader ]
  %.77.013.i.prol = phi ptr [ %.117.7.i.prol, %.92.endif.i.prol ], [ %.6.i, %.92.endif.i.prol.preheader ]
  %.72.012.i.prol = phi double [ %.111.7.i.prol, %.92.endif.i.prol ], [ 0.000000e+00, %.92.endif.i.prol.preheader ]
  %.109.i.prol = load double, ptr %.77.013.i.prol, align 8, !noalias !26
  %.111.i.prol = fadd double %.72.012.i.prol, %.109.i.prol
  %.117.i.prol = getelementptr i8, ptr %.77.013.i.prol, i64 8
  %.109.1.i.prol = load double, ptr %.117.i.prol, align 8, !noalias !26
  %.111.1.i.prol = fadd double %.111.i.prol, %.109.1.i.prol
  %.117.1.i.prol = getelementptr i8, ptr %.77.013.i.prol, i64 16
  %.109.2.i.prol = load double, ptr %.117.1.i.prol, align 8, !noalias !26
  %.111.2.i.prol = fadd double %.111.1.i.prol, %.109.2.i.prol
  %.117.2.i.prol = getelementptr i8, ptr %.77.013.i.prol, i64 24
  %.109.3.i.prol = load double, ptr %.117.2.i.prol, align 8, !noalias !26
  %.111.3.i.prol = fadd double %.111.2.i.prol, %.109.3.i.prol
  %.117.3.i.prol = getelementptr i8, ptr %.77.013.i.prol, i64 32
  %.109.4.i.prol = load double, ptr %.117.3.i.prol, align 8, !noalias !26
  %.111.4.i.prol = fadd double %.111.3.i.prol, %.109.4.i.prol
  %.117.4.i.prol = getelementptr i8, ptr %.77.013.i.prol, i64 40
  %.109.5.i.prol = load double, ptr %.117.4.i.prol, align 8, !noalias !26
  %.111.5.i.prol = fadd double %.111.4.i.prol, %.109.5.i.prol
  %.117.5.i.prol = getelementptr i8, ptr %.77.013.i.prol, i64 48
  %.109.6.i.prol = load double, ptr %.117.5.i.prol, align 8, !noalias !26
  %.111.6.i.prol = fadd double %.111.5.i.prol, %.109.6.i.prol
  %.117.6.i.prol = getelementptr i8, ptr %.77.013.i.prol, i64 56
  %.109.7.i.prol = load double, ptr %.117.6.i.prol, align 8, !noalias !26
  %.111.7.i.prol = fadd double %.111.6.i.prol, %.109.7.i.prol
  %.117.7.i.prol = getelementptr i8, ptr %.77.013.i.prol, i64 64
  %lsr.iv.next4.i.prol = add i64 %lsr.iv3.i.prol, -8
  %lsr.iv.next48 = add i64 %lsr.iv47, -1
  %prol.iter.cmp.not = icmp eq i64 %lsr.iv.next48, 0
  br i1 %prol.iter.cmp.not, label %.92.endif.i.prol.loopexit, label %.92.endif.i.prol, !prof !29, !llvm.loop !30

.92.endif.i.prol.loopexit:                        ; preds = %.92.endif.i.prol, %.92.endif.preheader.new.i
  %.111.7.i.lcssa.unr = phi double [ poison, %.92.endif.preheader.new.i ], [ %.111.7.i.prol, %.92.endif.i.prol ]
  %.117.7.i.lcssa.unr = phi ptr [ poison, %.92.endif.preheader.new.i ], [ %.117.7.i.prol, %.92.endif.i.prol ]
  %lsr.iv3.i.unr = phi i64 [ %unroll_iter.i, %.92.endif.preheader.new.i ], [ %lsr.iv.next4.i.prol, %.92.endif.i.prol ]
  %.77.013.i.unr = phi ptr [ %.6.i, %.92.endif.preheader.new.i ], [ %.117.7.i.prol, %.92.endif.i.prol ]
  %.72.012.i.unr = phi double [ 0.000000e+00, %.92.endif.preheader.new.i ], [ %.111.7.i.prol, %.92.endif.i.prol ]
  %22 = icmp ult i64 %18, 24
  br i1 %22, label %common.ret.loopexit.unr-lcssa.i, label %.92.endif.i.preheader, !prof !31

.92.endif.i.preheader:                            ; preds = %.92.endif.i.prol.loopexit
  br label %.92.endif.i

common.ret.loopexit.unr-lcssa.i:                  ; preds = %.92.endif.i, %.92.endif.i.prol.loopexit
  %.111.7.i.lcssa = phi double [ %.111.7.i.lcssa.unr, %.92.endif.i.prol.loopexit ], [ %.111.7.i.3, %.92.endif.i ]
  %.117.7.i.lcssa = phi ptr [ %.117.7.i.lcssa.unr, %.92.endif.i.prol.loopexit ], [ %.117.7.i.3, %.92.endif.i ]
  %lcmp.mod.not.i = icmp eq i64 %xtraiter.i, 0
  br i1 %lcmp.mod.not.i, label %for.end.endif, label %.92.endif.epil.i.preheader, !prof !32

.92.endif.epil.i.preheader:                       ; preds = %common.ret.loopexit.unr-lcssa.i, %.92.endif.preheader.i
  %.77.013.epil.i.ph = phi ptr [ %.6.i, %.92.endif.preheader.i ], [ %.117.7.i.lcssa, %common.ret.loopexit.unr-lcssa.i ]
  %.72.012.epil.i.ph = phi double [ 0.000000e+00, %.92.endif.preheader.i ], [ %.111.7.i.lcssa, %common.ret.loopexit.unr-lcssa.i ]
  br label %.92.endif.epil.i

.92.endif.epil.i:                                 ; preds = %.92.endif.epil.i.preheader, %.92.endif.epil.i
  %lsr.iv = phi i64 [ 0, %.92.endif.epil.i.preheader ], [ %lsr.iv.next, %.92.endif.epil.i ]
  %.72.012.epil.i = phi double [ %.111.epil.i, %.92.endif.epil.i ], [ %.72.012.epil.i.ph, %.92.endif.epil.i.preheader ]
  %23 = shl i64 %lsr.iv, 3
  %scevgep = getelementptr i8, ptr %.77.013.epil.i.ph, i64 %23
  %.109.epil.i = load double, ptr %scevgep, align 8, !noalias !26
  %.111.epil.i = fadd double %.72.012.epil.i, %.109.epil.i
  %lsr.iv.next = add i64 %lsr.iv, 1
  %epil.iter.cmp.not.i = icmp eq i64 %xtraiter.i, %lsr.iv.next
  br i1 %epil.iter.cmp.not.i, label %for.end.endif, label %.92.endif.epil.i, !prof !33, !llvm.loop !34

.92.endif.i:                                      ; preds = %.92.endif.i.preheader, %.92.endif.i
  %lsr.iv3.i = phi i64 [ %lsr.iv.next4.i.3, %.92.endif.i ], [ %lsr.iv3.i.unr, %.92.endif.i.preheader ]
  %.77.013.i = phi ptr [ %.117.7.i.3, %.92.endif.i ], [ %.77.013.i.unr, %.92.endif.i.preheader ]
  %.72.012.i = phi double [ %.111.7.i.3, %.92.endif.i ], [ %.72.012.i.unr, %.92.endif.i.preheader ]
  %.109.i = load double, ptr %.77.013.i, align 8, !noalias !26
  %.111.i = fadd double %.72.012.i, %.109.i
  %.117.i = getelementptr i8, ptr %.77.013.i, i64 8
  %.109.1.i = load double, ptr %.117.i, align 8, !noalias !26
  %.111.1.i = fadd double %.111.i, %.109.1.i
  %.117.1.i = getelementptr i8, ptr %.77.013.i, i64 16
  %.109.2.i = load double, ptr %.117.1.i, align 8, !noalias !26
  %.111.2.i = fadd double %.111.1.i, %.109.2.i
  %.117.2.i = getelementptr i8, ptr %.77.013.i, i64 24
  %.109.3.i = load double, ptr %.117.2.i, align 8, !noalias !26
  %.111.3.i = fadd double %.111.2.i, %.109.3.i
  %.117.3.i = getelementptr i8, ptr %.77.013.i, i64 32
  %.109.4.i = load double, ptr %.117.3.i, align 8, !noalias !26
  %.111.4.i = fadd double %.111.3.i, %.109.4.i
  %.117.4.i = getelementptr i8, ptr %.77.013.i, i64 40
  %.109.5.i = load double, ptr %.117.4.i, align 8, !noalias !26
  %.111.5.i = fadd double %.111.4.i, %.109.5.i
  %.117.5.i = getelementptr i8, ptr %.77.013.i, i64 48
  %.109.6.i = load double, ptr %.117.5.i, align 8, !noalias !26
  %.111.6.i = fadd double %.111.5.i, %.109.6.i
  %.117.6.i = getelementptr i8, ptr %.77.013.i, i64 56
  %.109.7.i = load double, ptr %.117.6.i, align 8, !noalias !26
  %.111.7.i = fadd double %.111.6.i, %.109.7.i
  %.117.7.i = getelementptr i8, ptr %.77.013.i, i64 64
  %.109.i.1 = load double, ptr %.117.7.i, align 8, !noalias !26
  %.111.i.1 = fadd double %.111.7.i, %.109.i.1
  %.117.i.1 = getelementptr i8, ptr %.77.013.i, i64 72
  %.109.1.i.1 = load double, ptr %.117.i.1, align 8, !noalias !26
  %.111.1.i.1 = fadd double %.111.i.1, %.109.1.i.1
  %.117.1.i.1 = getelementptr i8, ptr %.77.013.i, i64 80
  %.109.2.i.1 = load double, ptr %.117.1.i.1, align 8, !noalias !26
  %.111.2.i.1 = fadd double %.111.1.i.1, %.109.2.i.1
  %.117.2.i.1 = getelementptr i8, ptr %.77.013.i, i64 88
  %.109.3.i.1 = load double, ptr %.117.2.i.1, align 8, !noalias !26
  %.111.3.i.1 = fadd double %.111.2.i.1, %.109.3.i.1
  %.117.3.i.1 = getelementptr i8, ptr %.77.013.i, i64 96
  %.109.4.i.1 = load double, ptr %.117.3.i.1, align 8, !noalias !26
  %.111.4.i.1 = fadd double %.111.3.i.1, %.109.4.i.1
  %.117.4.i.1 = getelementptr i8, ptr %.77.013.i, i64 104
  %.109.5.i.1 = load double, ptr %.117.4.i.1, align 8, !noalias !26
  %.111.5.i.1 = fadd double %.111.4.i.1, %.109.5.i.1
  %.117.5.i.1 = getelementptr i8, ptr %.77.013.i, i64 112
  %.109.6.i.1 = load double, ptr %.117.5.i.1, align 8, !noalias !26
  %.111.6.i.1 = fadd double %.111.5.i.1, %.109.6.i.1
  %.117.6.i.1 = getelementptr i8, ptr %.77.013.i, i64 120
  %.109.7.i.1 = load double, ptr %.117.6.i.1, align 8, !noalias !26
  %.111.7.i.1 = fadd double %.111.6.i.1, %.109.7.i.1
  %.117.7.i.1 = getelementptr i8, ptr %.77.013.i, i64 128
  %.109.i.2 = load double, ptr %.117.7.i.1, align 8, !noalias !26
  %.111.i.2 = fadd double %.111.7.i.1, %.109.i.2
  %.117.i.2 = getelementptr i8, ptr %.77.013.i, i64 136
  %.109.1.i.2 = load double, ptr %.117.i.2, align 8, !noalias !26
  %.111.1.i.2 = fadd double %.111.i.2, %.109.1.i.2
  %.117.1.i.2 = getelementptr i8, ptr %.77.013.i, i64 144
  %.109.2.i.2 = load double, ptr %.117.1.i.2, align 8, !noalias !26
  %.111.2.i.2 = fadd double %.111.1.i.2, %.109.2.i.2
  %.117.2.i.2 = getelementptr i8, ptr %.77.013.i, i64 152
  %.109.3.i.2 = load double, ptr %.117.2.i.2, align 8, !noalias !26
  %.111.3.i.2 = fadd double %.111.2.i.2, %.109.3.i.2
  %.117.3.i.2 = getelementptr i8, ptr %.77.013.i, i64 160
  %.109.4.i.2 = load double, ptr %.117.3.i.2, align 8, !noalias !26
  %.111.4.i.2 = fadd double %.111.3.i.2, %.109.4.i.2
  %.117.4.i.2 = getelementptr i8, ptr %.77.013.i, i64 168
  %.109.5.i.2 = load double, ptr %.117.4.i.2, align 8, !noalias !26
  %.111.5.i.2 = fadd double %.111.4.i.2, %.109.5.i.2
  %.117.5.i.2 = getelementptr i8, ptr %.77.013.i, i64 176
  %.109.6.i.2 = load double, ptr %.117.5.i.2, align 8, !noalias !26
  %.111.6.i.2 = fadd double %.111.5.i.2, %.109.6.i.2
  %.117.6.i.2 = getelementptr i8, ptr %.77.013.i, i64 184
  %.109.7.i.2 = load double, ptr %.117.6.i.2, align 8, !noalias !26
  %.111.7.i.2 = fadd double %.111.6.i.2, %.109.7.i.2
  %.117.7.i.2 = getelementptr i8, ptr %.77.013.i, i64 192
  %.109.i.3 = load double, ptr %.117.7.i.2, align 8, !noalias !26
  %.111.i.3 = fadd double %.111.7.i.2, %.109.i.3
  %.117.i.3 = getelementptr i8, ptr %.77.013.i, i64 200
  %.109.1.i.3 = load double, ptr %.117.i.3, align 8, !noalias !26
  %.111.1.i.3 = fadd double %.111.i.3, %.109.1.i.3
  %.117.1.i.3 = getelementptr i8, ptr %.77.013.i, i64 208
  %.109.2.i.3 = load double, ptr %.117.1.i.3, align 8, !noalias !26
  %.111.2.i.3 = fadd double %.111.1.i.3, %.109.2.i.3
  %.117.2.i.3 = getelementptr i8, ptr %.77.013.i, i64 216
  %.109.3.i.3 = load double, ptr %.117.2.i.3, align 8, !noalias !26
  %.111.3.i.3 = fadd double %.111.2.i.3, %.109.3.i.3
  %.117.3.i.3 = getelementptr i8, ptr %.77.013.i, i64 224
  %.109.4.i.3 = load double, ptr %.117.3.i.3, align 8, !noalias !26
  %.111.4.i.3 = fadd double %.111.3.i.3, %.109.4.i.3
  %.117.4.i.3 = getelementptr i8, ptr %.77.013.i, i64 232
  %.109.5.i.3 = load double, ptr %.117.4.i.3, align 8, !noalias !26
  %.111.5.i.3 = fadd double %.111.4.i.3, %.109.5.i.3
  %.117.5.i.3 = getelementptr i8, ptr %.77.013.i, i64 240
  %.109.6.i.3 = load double, ptr %.117.5.i.3, align 8, !noalias !26
  %.111.6.i.3 = fadd double %.111.5.i.3, %.109.6.i.3
  %.117.6.i.3 = getelementptr i8, ptr %.77.013.i, i64 248
  %.109.7.i.3 = load double, ptr %.117.6.i.3, align 8, !noalias !26
  %.111.7.i.3 = fadd double %.111.6.i.3, %.109.7.i.3
  %.117.7.i.3 = getelementptr i8, ptr %.77.013.i, i64 256
  %lsr.iv.next4.i.3 = add nsw i64 %lsr.iv3.i, -32
  %niter.ncmp.7.i.3 = icmp eq i64 %lsr.iv.next4.i.3, 0
  br i1 %niter.ncmp.7.i.3, label %common.ret.loopexit.unr-lcssa.i, label %.92.endif.i, !prof !36, !llvm.loop !37

for.body.endif.endif:                             ; preds = %for.body.lr.ph
  %.506 = load double, ptr %.6.i.i, align 8
  %.5.i10 = fmul double %.506, %.506
  %.6.i11 = fadd double %.5.i10, 1.000000e+00
  %sqrt.le.i12 = tail call double @llvm.sqrt.f64(double %.6.i11)
  store double %sqrt.le.i12, ptr %.6.i, align 8
  br label %.92.endif.preheader.i

for.end.endif:                                    ; preds = %.92.endif.epil.i, %B176.endif.endif.endif.endif, %common.ret.loopexit.unr-lcssa.i
  %.72.0.lcssa.i = phi double [ 0.000000e+00, %B176.endif.endif.endif.endif ], [ %.111.7.i.lcssa, %common.ret.loopexit.unr-lcssa.i ], [ %.111.epil.i, %.92.endif.epil.i ]
  tail call void @NRT_decref(ptr nonnull %.7.i.i.i)
  tail call void @NRT_decref(ptr nonnull %.7.i.i)
  store double %.72.0.lcssa.i, ptr %retptr, align 8
  br label %common.ret
}

; Function Attrs: mustprogress nofree noinline norecurse nounwind willreturn memory(argmem: readwrite)
define linkonce_odr void @NRT_incref(ptr captures(address_is_null) %.1) local_unnamed_addr #0 {
.3:
  %.4 = icmp eq ptr %.1, null
  br i1 %.4, label %common.ret, label %.3.endif, !prof !4

common.ret:                                       ; preds = %.3.endif, %.3
  ret void

.3.endif:                                         ; preds = %.3
  %.4.i = atomicrmw add ptr %.1, i64 1 monotonic, align 8
  br label %common.ret
}

declare noalias ptr @NRT_MemInfo_alloc_aligned(i64, i32) local_unnamed_addr

; Function Attrs: noinline
define linkonce_odr void @NRT_decref(ptr %.1) local_unnamed_addr #1 {
.3:
  %.4 = icmp eq ptr %.1, null
  br i1 %.4, label %common.ret, label %.3.endif, !prof !4

common.ret:                                       ; preds = %.3, %.3.endif
  ret void

.3.endif:                                         ; preds = %.3
  fence release
  %0 = tail call i8 @llvm.x86.atomic.sub.cc.i64(ptr nonnull %.1, i64 1, i32 4)
  %1 = trunc i8 %0 to i1
  br i1 %1, label %.3.endif.if, label %common.ret, !prof !4

.3.endif.if:                                      ; preds = %.3.endif
  fence acquire
  tail call void @NRT_MemInfo_call_dtor(ptr nonnull %.1)
  ret void
}

; Function Attrs: nounwind
declare i8 @llvm.x86.atomic.sub.cc.i64(ptr, i64, i32 immarg) #2

declare void @NRT_MemInfo_call_dtor(ptr) local_unnamed_addr

; Function Attrs: mustprogress nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare double @llvm.sqrt.f64(double) #3

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: write)
declare void @llvm.assume(i1 noundef) #4

attributes #0 = { mustprogress nofree noinline norecurse nounwind willreturn memory(argmem: readwrite) }
attributes #1 = { noinline }
attributes #2 = { nounwind }
attributes #3 = { mustprogress nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
attributes #4 = { nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: write) }

!0 = !{!1, !3}
!1 = distinct !{!1, !2, !"_ZN5numba2np8arrayobj16ol_np_empty_like12_3clocals_3e4implB2v3B42c8tJTIeFIjxB2IKSgI4CrvQClcaMQ5hEEUSJJgA_3dE5ArrayIdLi1E1C7mutable7alignedE27omitted_28default_3dNone_29: %retptr"}
!2 = distinct !{!2, !"_ZN5numba2np8arrayobj16ol_np_empty_like12_3clocals_3e4implB2v3B42c8tJTIeFIjxB2IKSgI4CrvQClcaMQ5hEEUSJJgA_3dE5ArrayIdLi1E1C7mutable7alignedE27omitted_28default_3dNone_29"}
!3 = distinct !{!3, !2, !"_ZN5numba2np8arrayobj16ol_np_empty_like12_3clocals_3e4implB2v3B42c8tJTIeFIjxB2IKSgI4CrvQClcaMQ5hEEUSJJgA_3dE5ArrayIdLi1E1C7mutable7alignedE27omitted_28default_3dNone_29: %excinfo"}
!4 = !{!"branch_weights", i32 1, i32 99}
!5 = !{!6, !8, !9, !11, !1, !3}
!6 = distinct !{!6, !7, !"_ZN5numba2np8arrayobj18_ol_array_allocate12_3clocals_3e4implB2v5B42c8tJTIeFIjxB2IKSgI4CrvQClcaMQ5hEEUSJJgA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj: %retptr"}
!7 = distinct !{!7, !"_ZN5numba2np8arrayobj18_ol_array_allocate12_3clocals_3e4implB2v5B42c8tJTIeFIjxB2IKSgI4CrvQClcaMQ5hEEUSJJgA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj"}
!8 = distinct !{!8, !7, !"_ZN5numba2np8arrayobj18_ol_array_allocate12_3clocals_3e4implB2v5B42c8tJTIeFIjxB2IKSgI4CrvQClcaMQ5hEEUSJJgA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj: %excinfo"}
!9 = distinct !{!9, !10, !"_ZN5numba2np8arrayobj15_call_allocatorB2v4B42c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSZRVAJmaQIAEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj: %retptr"}
!10 = distinct !{!10, !"_ZN5numba2np8arrayobj15_call_allocatorB2v4B42c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSZRVAJmaQIAEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj"}
!11 = distinct !{!11, !10, !"_ZN5numba2np8arrayobj15_call_allocatorB2v4B42c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSZRVAJmaQIAEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj: %excinfo"}
!12 = distinct !{!12, !13}
!13 = !{!"llvm.loop.peeled.count", i32 1}
!14 = distinct !{!14, !15}
!15 = !{!"llvm.loop.unroll.disable"}
!16 = !{!17, !19, !20, !22}
!17 = distinct !{!17, !18, !"_ZN5numba2np8arrayobj18_ol_array_allocate12_3clocals_3e4implB2v5B42c8tJTIeFIjxB2IKSgI4CrvQClcaMQ5hEEUSJJgA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj: %retptr"}
!18 = distinct !{!18, !"_ZN5numba2np8arrayobj18_ol_array_allocate12_3clocals_3e4implB2v5B42c8tJTIeFIjxB2IKSgI4CrvQClcaMQ5hEEUSJJgA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj"}
!19 = distinct !{!19, !18, !"_ZN5numba2np8arrayobj18_ol_array_allocate12_3clocals_3e4implB2v5B42c8tJTIeFIjxB2IKSgI4CrvQClcaMQ5hEEUSJJgA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj: %excinfo"}
!20 = distinct !{!20, !21, !"_ZN5numba2np8arrayobj15_call_allocatorB2v4B42c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSZRVAJmaQIAEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj: %retptr"}
!21 = distinct !{!21, !"_ZN5numba2np8arrayobj15_call_allocatorB2v4B42c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSZRVAJmaQIAEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj"}
!22 = distinct !{!22, !21, !"_ZN5numba2np8arrayobj15_call_allocatorB2v4B42c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSZRVAJmaQIAEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj: %excinfo"}
!23 = distinct !{!23, !15}
!24 = !{!"branch_weights", i32 146201250, i32 2001282398}
!25 = !{!"branch_weights", i32 127, i32 1}
!26 = !{!27}
!27 = distinct !{!27, !28, !"_ZN5numba2np9arraymath9array_sum12_3clocals_3e14array_sum_implB3v11B42c8tJTIeFIjxB2IKSgI4CrvQClcaMQ5hEEUSJJgA_3dE5ArrayIdLi1E1C7mutable7alignedE27omitted_28default_3dNone_2927omitted_28default_3dNone_29: %retptr"}
!28 = distinct !{!28, !"_ZN5numba2np9arraymath9array_sum12_3clocals_3e14array_sum_implB3v11B42c8tJTIeFIjxB2IKSgI4CrvQClcaMQ5hEEUSJJgA_3dE5ArrayIdLi1E1C7mutable7alignedE27omitted_28default_3dNone_2927omitted_28default_3dNone_29"}
!29 = !{!"branch_weights", i32 1, i32 1}
!30 = distinct !{!30, !15}
!31 = !{!"branch_weights", i32 1, i32 127}
!32 = !{!"branch_weights", i32 277993707, i32 1869489941}
!33 = !{!"branch_weights", i32 542333185, i32 1605150463}
!34 = distinct !{!34, !35, !15}
!35 = !{!"llvm.loop.estimated_trip_count", i32 4}
!36 = !{!"branch_weights", i32 166258294, i32 1981225354}
!37 = distinct !{!37, !38}
!38 = !{!"llvm.loop.estimated_trip_count", i32 3}

; What follows was not written by numba: it calls the function, its tangent and its adjoint.
@enzyme_const = external global i32
@enzyme_dup = external global i32
@enzyme_out = external global i32

define double @primal(ptr %z, ptr %after) {
  %result = alloca double, align 8
  store double 0.0, ptr %result, align 8
  %raised = alloca ptr, align 8
  %w = getelementptr double, ptr %z, i64 3
  %status = call i32 @_ZN8__main__11temporariesB2v2B52c8tJTIeFIjxB2IKSgI4CrvQClUaPLCRh1KiFSRRBdGoCAA_3d_3dE5ArrayIdLi1E1C7mutable7alignedE5ArrayIdLi1E1A7mutable7alignedE(ptr %result, ptr %raised, ptr null, ptr null, i64 3, i64 8, ptr %z, i64 3, i64 8, ptr null, ptr null, i64 3, i64 8, ptr %w, i64 3, i64 8)
  %value = load double, ptr %result, align 8
  ret double %value
}

define double @forward(ptr %z, ptr %dz, ptr %after, ptr %dafter) {
  %result = alloca double, align 8
  store double 0.0, ptr %result, align 8
  %dresult = alloca double, align 8
  store double 0.0, ptr %dresult, align 8
  %raised = alloca ptr, align 8
  %w = getelementptr double, ptr %z, i64 3
  %dw = getelementptr double, ptr %dz, i64 3
  call void (ptr, ...) @__enzyme_fwddiff(ptr @_ZN8__main__11temporariesB2v2B52c8tJTIeFIjxB2IKSgI4CrvQClUaPLCRh1KiFSRRBdGoCAA_3d_3dE5ArrayIdLi1E1C7mutable7alignedE5ArrayIdLi1E1A7mutable7alignedE, ptr @enzyme_dup, ptr %result, ptr %dresult, ptr @enzyme_const, ptr %raised, ptr @enzyme_const, ptr null, ptr @enzyme_const, ptr null, ptr @enzyme_const, i64 3, ptr @enzyme_const, i64 8, ptr @enzyme_dup, ptr %z, ptr %dz, ptr @enzyme_const, i64 3, ptr @enzyme_const, i64 8, ptr @enzyme_const, ptr null, ptr @enzyme_const, ptr null, ptr @enzyme_const, i64 3, ptr @enzyme_const, i64 8, ptr @enzyme_dup, ptr %w, ptr %dw, ptr @enzyme_const, i64 3, ptr @enzyme_const, i64 8)
  %tangent = load double, ptr %dresult, align 8
  ret double %tangent
}

define void @reverse(ptr %z, ptr %after, ptr %adjoint) {
  %result = alloca double, align 8
  store double 0.0, ptr %result, align 8
  %dresult = alloca double, align 8
  store double 1.0, ptr %dresult, align 8
  %raised = alloca ptr, align 8
  %w = getelementptr double, ptr %z, i64 3
  %dw = getelementptr double, ptr %adjoint, i64 3
  call void (ptr, ...) @__enzyme_autodiff(ptr @_ZN8__main__11temporariesB2v2B52c8tJTIeFIjxB2IKSgI4CrvQClUaPLCRh1KiFSRRBdGoCAA_3d_3dE5ArrayIdLi1E1C7mutable7alignedE5ArrayIdLi1E1A7mutable7alignedE, ptr @enzyme_dup, ptr %result, ptr %dresult, ptr @enzyme_const, ptr %raised, ptr @enzyme_const, ptr null, ptr @enzyme_const, ptr null, ptr @enzyme_const, i64 3, ptr @enzyme_const, i64 8, ptr @enzyme_dup, ptr %z, ptr %adjoint, ptr @enzyme_const, i64 3, ptr @enzyme_const, i64 8, ptr @enzyme_const, ptr null, ptr @enzyme_const, ptr null, ptr @enzyme_const, i64 3, ptr @enzyme_const, i64 8, ptr @enzyme_dup, ptr %w, ptr %dw, ptr @enzyme_const, i64 3, ptr @enzyme_const, i64 8)
  ret void
}

declare void @__enzyme_autodiff(ptr, ...)
declare void @__enzyme_fwddiff(ptr, ...)
