; Written by numba 0.56.4 with LLVM 11.1.0, from sources/numba.py.
; inputs: 0.7, -0.4, 1.3, 0.9, -0.3, 0.5
; with: ../../examples/numba/runtime.c
source_filename = "<string>"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

@_ZN08NumbaEnv8__main__11temporariesB2v2B44c8tJTIcFHzwl2ILiXkcBV0KBSqPHEpIwapzCJIogOjUBE5ArrayIdLi1E1C7mutable7alignedE5ArrayIdLi1E1A7mutable7alignedE = common local_unnamed_addr global i8* null
@.const.picklebuf.139750246143296 = internal constant { i8*, i32, i8* } { i8* getelementptr inbounds ([137 x i8], [137 x i8]* @.const.pickledata.139750246143296, i32 0, i32 0), i32 137, i8* getelementptr inbounds ([20 x i8], [20 x i8]* @.const.pickledata.139750246143296.sha1, i32 0, i32 0) }
@.const.pickledata.139750246143296 = internal constant [137 x i8] c"\80\04\95~\00\00\00\00\00\00\00\8C\08builtins\94\8C\0AValueError\94\93\94\8C[array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.\94\85\94N\87\94."
@.const.pickledata.139750246143296.sha1 = internal constant [20 x i8] c"X\E1N\CC\B5\07\B1\E0 i\81t\02#\E6\85\CB\8C<W"
@_ZN08NumbaEnv5numba2np8arrayobj16ol_np_empty_like12_3clocals_3e4implB2v3B42c8tJTIcFHzwl2ILiXkcBV0KBSmNGHkyiCKJEEwA_3dE5ArrayIdLi1E1C7mutable7alignedE27omitted_28default_3dNone_29 = common local_unnamed_addr global i8* null
@_ZN08NumbaEnv5numba2np8arrayobj15_call_allocatorB2v4B44c8tJTC_2fWQA9wW1DkAz0Pj1skAdT4gkkUlYBZmgA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj = common local_unnamed_addr global i8* null
@_ZN08NumbaEnv5numba2np8arrayobj18_ol_array_allocate12_3clocals_3e4implB2v5B42c8tJTIcFHzwl2ILiXkcBV0KBSmNGHkyiCKJEEwA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj = common local_unnamed_addr global i8* null
@.const.picklebuf.139750247674112 = internal constant { i8*, i32, i8* } { i8* getelementptr inbounds ([137 x i8], [137 x i8]* @.const.pickledata.139750247674112, i32 0, i32 0), i32 137, i8* getelementptr inbounds ([20 x i8], [20 x i8]* @.const.pickledata.139750247674112.sha1, i32 0, i32 0) }
@.const.picklebuf.139750246311104 = internal constant { i8*, i32, i8* } { i8* getelementptr inbounds ([86 x i8], [86 x i8]* @.const.pickledata.139750246311104, i32 0, i32 0), i32 86, i8* getelementptr inbounds ([20 x i8], [20 x i8]* @.const.pickledata.139750246311104.sha1, i32 0, i32 0) }
@.const.pickledata.139750246311104 = internal constant [86 x i8] c"\80\04\95K\00\00\00\00\00\00\00\8C\08builtins\94\8C\0BMemoryError\94\93\94\8C'Allocation failed (probably too large).\94\85\94N\87\94."
@.const.pickledata.139750246311104.sha1 = internal constant [20 x i8] c"\BA(\9D\81\F0\\p \F3G|\15sH\04\DFe\AB\E2\09"
@.const.pickledata.139750247674112 = internal constant [137 x i8] c"\80\04\95~\00\00\00\00\00\00\00\8C\08builtins\94\8C\0AValueError\94\93\94\8C[array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.\94\85\94N\87\94."
@.const.pickledata.139750247674112.sha1 = internal constant [20 x i8] c"X\E1N\CC\B5\07\B1\E0 i\81t\02#\E6\85\CB\8C<W"
@_ZN08NumbaEnv13_3cdynamic_3e33__numba_array_expr_0x7f1a23c62820B2v6B68c8tJTIcFHzwl2ILiXkcBV0KBSSP8YgsOJmBooUUcVCUijSAJoMY7TKIIYromAA_3d_3dEd = common local_unnamed_addr global i8* null
@_ZN08NumbaEnv5numba2np7npyimpl15_broadcast_ontoB2v7B44c8tJTC_2fWQA9wW1DkAz0Pj1skAdT4gkkUlYBZmgA_3dEx8int64_2ax8int64_2a = common local_unnamed_addr global i8* null
@.const.picklebuf.139750246311104.9 = internal constant { i8*, i32, i8* } { i8* getelementptr inbounds ([86 x i8], [86 x i8]* @.const.pickledata.139750246311104.10, i32 0, i32 0), i32 86, i8* getelementptr inbounds ([20 x i8], [20 x i8]* @.const.pickledata.139750246311104.sha1.11, i32 0, i32 0) }
@.const.pickledata.139750246311104.10 = internal constant [86 x i8] c"\80\04\95K\00\00\00\00\00\00\00\8C\08builtins\94\8C\0BMemoryError\94\93\94\8C'Allocation failed (probably too large).\94\85\94N\87\94."
@.const.pickledata.139750246311104.sha1.11 = internal constant [20 x i8] c"\BA(\9D\81\F0\\p \F3G|\15sH\04\DFe\AB\E2\09"
@_ZN08NumbaEnv5numba2np9arraymath9array_sum12_3clocals_3e14array_sum_implB2v8B44c8tJTC_2fWQA9wW1DkAz0Pj1skAdT4gkkUlYBZmgA_3dE5ArrayIdLi1E1C7mutable7alignedE = common local_unnamed_addr global i8* null
@_ZN08NumbaEnv5numba2np8arrayobj15make_nditer_cls12_3clocals_3e6NdIter13init_specific12_3clocals_3e11check_shapeB2v9B44c8tJTC_2fWQA9wW1DkAz0Pj1skAdT4gkkUlYBZmgA_3dE8UniTupleIxLi1EE8UniTupleIxLi1EE = common local_unnamed_addr global i8* null

define i32 @_ZN8__main__11temporariesB2v2B44c8tJTIcFHzwl2ILiXkcBV0KBSqPHEpIwapzCJIogOjUBE5ArrayIdLi1E1C7mutable7alignedE5ArrayIdLi1E1A7mutable7alignedE(double* noalias nocapture %retptr, { i8*, i32, i8* }** noalias nocapture %excinfo, i8* %arg.x.0, i8* nocapture readnone %arg.x.1, i64 %arg.x.2, i64 %arg.x.3, double* nocapture readonly %arg.x.4, i64 %arg.x.5.0, i64 %arg.x.6.0, i8* %arg.w.0, i8* nocapture readnone %arg.w.1, i64 %arg.w.2, i64 %arg.w.3, double* %arg.w.4, i64 %arg.w.5.0, i64 %arg.w.6.0) local_unnamed_addr {
entry:
  tail call void @NRT_incref(i8* %arg.x.0)
  tail call void @NRT_incref(i8* %arg.w.0)
  %.32.i = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %arg.x.5.0, i64 8)
  %.34.i = extractvalue { i64, i1 } %.32.i, 1
  br i1 %.34.i, label %B0.if.if, label %B0.endif.i, !prof !0

B0.endif.i:                                       ; preds = %entry
  %.33.i = extractvalue { i64, i1 } %.32.i, 0
  %.7.i.i.i = tail call i8* @NRT_MemInfo_alloc_safe_aligned(i64 %.33.i, i32 32), !noalias !1
  %.8.i.i.i = icmp eq i8* %.7.i.i.i, null
  br i1 %.8.i.i.i, label %B0.if.if, label %B0.endif, !prof !0

B28:                                              ; preds = %B28.preheader, %B28
  %lsr.iv56 = phi i64 [ 1, %B28.preheader ], [ %lsr.iv.next57, %B28 ]
  %scevgep60 = getelementptr double, double* %arg.x.4, i64 %lsr.iv56
  %scevgep61 = getelementptr double, double* %scevgep60, i64 -1
  %.235 = load double, double* %scevgep61, align 8
  %.269 = srem i64 %lsr.iv56, %arg.x.5.0
  %.316 = mul i64 %.269, %arg.w.6.0
  %0 = bitcast double* %arg.w.4 to i8*
  %sunkaddr = getelementptr i8, i8* %0, i64 %.316
  %1 = bitcast i8* %sunkaddr to double*
  %.320 = load double, double* %1, align 8
  %.321 = fmul double %.235, %.320
  %scevgep58 = getelementptr double, double* %.6.i215.i34, i64 %lsr.iv56
  %scevgep59 = getelementptr double, double* %scevgep58, i64 -1
  store double %.321, double* %scevgep59, align 8
  %lsr.iv.next57 = add nuw i64 %lsr.iv56, 1
  %2 = add i64 %4, %lsr.iv.next57
  %exitcond42.not = icmp eq i64 %2, 1
  br i1 %exitcond42.not, label %B86.i, label %B28

B86.i:                                            ; preds = %B28, %B0.endif
  tail call void @NRT_decref(i8* %arg.x.0)
  tail call void @NRT_decref(i8* %arg.w.0)
  %.427 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %arg.x.5.0, i64 8)
  %.429 = extractvalue { i64, i1 } %.427, 1
  br i1 %.429, label %B66.endif.endif.if, label %B66.endif.endif.endif, !prof !0

B0.endif:                                         ; preds = %B0.endif.i
  %.5.i.i = getelementptr i8, i8* %.7.i.i.i, i64 24
  %3 = bitcast i8* %.5.i.i to double**
  %.6.i215.i34 = load double*, double** %3, align 8, !noalias !11
  %.126.inv = icmp sgt i64 %arg.x.5.0, 0
  br i1 %.126.inv, label %B28.preheader, label %B86.i

B28.preheader:                                    ; preds = %B0.endif
  %4 = sub i64 0, %arg.x.5.0
  br label %B28

B0.if.if:                                         ; preds = %B0.endif.i, %entry, %B66.endif.endif.endif
  %storemerge16 = phi { i8*, i32, i8* }* [ @.const.picklebuf.139750246311104.9, %B66.endif.endif.endif ], [ @.const.picklebuf.139750246311104, %B0.endif.i ], [ @.const.picklebuf.139750247674112, %entry ]
  store { i8*, i32, i8* }* %storemerge16, { i8*, i32, i8* }** %excinfo, align 8
  ret i32 1, !ret_is_raise !12

B66.endif.endif.if:                               ; preds = %B86.i
  store { i8*, i32, i8* }* @.const.picklebuf.139750246143296, { i8*, i32, i8* }** %excinfo, align 8
  ret i32 1, !ret_is_raise !12

B66.endif.endif.endif:                            ; preds = %B86.i
  %.428 = extractvalue { i64, i1 } %.427, 0
  %.7.i.i = tail call i8* @NRT_MemInfo_alloc_safe_aligned(i64 %.428, i32 32), !noalias !13
  %.8.i.i = icmp eq i8* %.7.i.i, null
  br i1 %.8.i.i, label %B0.if.if, label %B66.endif.endif.endif.endif, !prof !0

B66.endif.endif.endif.endif:                      ; preds = %B66.endif.endif.endif
  %.5.i = getelementptr i8, i8* %.7.i.i, i64 24
  %5 = bitcast i8* %.5.i to double**
  %.6.i15 = load double*, double** %5, align 8
  %.49611 = icmp sgt i64 %arg.x.5.0, 0
  br i1 %.49611, label %for.body.lr.ph, label %for.end

for.body.lr.ph:                                   ; preds = %B66.endif.endif.endif.endif
  %.498.not = icmp eq i64 %arg.x.5.0, 1
  br i1 %.498.not, label %for.body.preheader, label %for.body.us.preheader

for.body.us.preheader:                            ; preds = %for.body.lr.ph
  br label %for.body.us

for.body.preheader:                               ; preds = %for.body.lr.ph
  br label %for.body

for.body.us:                                      ; preds = %for.body.us.preheader, %for.body.us
  %loop.index13.us = phi i64 [ %.535.us, %for.body.us ], [ 0, %for.body.us.preheader ]
  %scevgep54 = getelementptr double, double* %.6.i215.i34, i64 %loop.index13.us
  %.506.us = load double, double* %scevgep54, align 8
  %.5.i6.us = fmul double %.506.us, %.506.us
  %.6.i7.us = fadd double %.5.i6.us, 1.000000e+00
  %.14.le.i.us = tail call double @sqrt(double %.6.i7.us) #4, !noalias !20
  %scevgep55 = getelementptr double, double* %.6.i15, i64 %loop.index13.us
  store double %.14.le.i.us, double* %scevgep55, align 8
  %.535.us = add nuw nsw i64 %loop.index13.us, 1
  %exitcond40.not = icmp eq i64 %arg.x.5.0, %.535.us
  br i1 %exitcond40.not, label %for.end, label %for.body.us

for.body:                                         ; preds = %for.body.preheader, %for.body
  %lsr.iv52 = phi double* [ %.6.i15, %for.body.preheader ], [ %scevgep53, %for.body ]
  %lsr.iv = phi i64 [ %arg.x.5.0, %for.body.preheader ], [ %lsr.iv.next, %for.body ]
  %.506 = load double, double* %.6.i215.i34, align 8
  %.5.i6 = fmul double %.506, %.506
  %.6.i7 = fadd double %.5.i6, 1.000000e+00
  %.14.le.i = tail call double @sqrt(double %.6.i7) #4, !noalias !20
  store double %.14.le.i, double* %lsr.iv52, align 8
  %lsr.iv.next = add i64 %lsr.iv, -1
  %scevgep53 = getelementptr double, double* %lsr.iv52, i64 1
  %exitcond41.not = icmp eq i64 %lsr.iv.next, 0
  br i1 %exitcond41.not, label %for.end, label %for.body

for.end:                                          ; preds = %for.body.us, %for.body, %B66.endif.endif.endif.endif
  %.68.i = icmp eq i64 %arg.x.5.0, 0
  br i1 %.68.i, label %_ZN5numba2np9arraymath9array_sum12_3clocals_3e14array_sum_implB2v8B44c8tJTC_2fWQA9wW1DkAz0Pj1skAdT4gkkUlYBZmgA_3dE5ArrayIdLi1E1C7mutable7alignedE.exit, label %B16.endif.i.preheader, !prof !0

B16.endif.i.preheader:                            ; preds = %for.end
  br label %B16.endif.i

B16.endif.i:                                      ; preds = %B16.endif.i, %B16.endif.i.preheader
  %c.2.011.i = phi double [ %.239.i, %B16.endif.i ], [ 0.000000e+00, %B16.endif.i.preheader ]
  %.70.010.i = phi i64 [ %.182.i, %B16.endif.i ], [ 0, %B16.endif.i.preheader ]
  %scevgep = getelementptr double, double* %.6.i15, i64 %.70.010.i
  %.182.i = add nuw nsw i64 %.70.010.i, 1
  %.236.i = load double, double* %scevgep, align 8, !noalias !23
  %.239.i = fadd double %c.2.011.i, %.236.i
  %scmp = icmp sge i64 %.182.i, %arg.x.5.0
  br i1 %scmp, label %_ZN5numba2np9arraymath9array_sum12_3clocals_3e14array_sum_implB2v8B44c8tJTC_2fWQA9wW1DkAz0Pj1skAdT4gkkUlYBZmgA_3dE5ArrayIdLi1E1C7mutable7alignedE.exit, label %B16.endif.i, !prof !0

_ZN5numba2np9arraymath9array_sum12_3clocals_3e14array_sum_implB2v8B44c8tJTC_2fWQA9wW1DkAz0Pj1skAdT4gkkUlYBZmgA_3dE5ArrayIdLi1E1C7mutable7alignedE.exit: ; preds = %B16.endif.i, %for.end
  %c.2.0.lcssa.i = phi double [ 0.000000e+00, %for.end ], [ %.239.i, %B16.endif.i ]
  tail call void @NRT_decref(i8* nonnull %.7.i.i.i)
  tail call void @NRT_decref(i8* nonnull %.7.i.i)
  store double %c.2.0.lcssa.i, double* %retptr, align 8
  ret i32 0
}

; Function Attrs: nounwind readnone speculatable willreturn
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

attributes #0 = { nounwind readnone speculatable willreturn }
attributes #1 = { nofree nounwind readonly }
attributes #2 = { nofree noinline norecurse nounwind }
attributes #3 = { noinline }
attributes #4 = { nounwind }

!0 = !{!"branch_weights", i32 1, i32 99}
!1 = !{!2, !4, !5, !7, !8, !10}
!2 = distinct !{!2, !3, !"_ZN5numba2np8arrayobj18_ol_array_allocate12_3clocals_3e4implB2v5B42c8tJTIcFHzwl2ILiXkcBV0KBSmNGHkyiCKJEEwA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj: %retptr"}
!3 = distinct !{!3, !"_ZN5numba2np8arrayobj18_ol_array_allocate12_3clocals_3e4implB2v5B42c8tJTIcFHzwl2ILiXkcBV0KBSmNGHkyiCKJEEwA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj"}
!4 = distinct !{!4, !3, !"_ZN5numba2np8arrayobj18_ol_array_allocate12_3clocals_3e4implB2v5B42c8tJTIcFHzwl2ILiXkcBV0KBSmNGHkyiCKJEEwA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj: %excinfo"}
!5 = distinct !{!5, !6, !"_ZN5numba2np8arrayobj15_call_allocatorB2v4B44c8tJTC_2fWQA9wW1DkAz0Pj1skAdT4gkkUlYBZmgA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj: %retptr"}
!6 = distinct !{!6, !"_ZN5numba2np8arrayobj15_call_allocatorB2v4B44c8tJTC_2fWQA9wW1DkAz0Pj1skAdT4gkkUlYBZmgA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj"}
!7 = distinct !{!7, !6, !"_ZN5numba2np8arrayobj15_call_allocatorB2v4B44c8tJTC_2fWQA9wW1DkAz0Pj1skAdT4gkkUlYBZmgA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj: %excinfo"}
!8 = distinct !{!8, !9, !"_ZN5numba2np8arrayobj16ol_np_empty_like12_3clocals_3e4implB2v3B42c8tJTIcFHzwl2ILiXkcBV0KBSmNGHkyiCKJEEwA_3dE5ArrayIdLi1E1C7mutable7alignedE27omitted_28default_3dNone_29: %retptr"}
!9 = distinct !{!9, !"_ZN5numba2np8arrayobj16ol_np_empty_like12_3clocals_3e4implB2v3B42c8tJTIcFHzwl2ILiXkcBV0KBSmNGHkyiCKJEEwA_3dE5ArrayIdLi1E1C7mutable7alignedE27omitted_28default_3dNone_29"}
!10 = distinct !{!10, !9, !"_ZN5numba2np8arrayobj16ol_np_empty_like12_3clocals_3e4implB2v3B42c8tJTIcFHzwl2ILiXkcBV0KBSmNGHkyiCKJEEwA_3dE5ArrayIdLi1E1C7mutable7alignedE27omitted_28default_3dNone_29: %excinfo"}
!11 = !{!8, !10}
!12 = !{i1 true}
!13 = !{!14, !16, !17, !19}
!14 = distinct !{!14, !15, !"_ZN5numba2np8arrayobj18_ol_array_allocate12_3clocals_3e4implB2v5B42c8tJTIcFHzwl2ILiXkcBV0KBSmNGHkyiCKJEEwA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj: %retptr"}
!15 = distinct !{!15, !"_ZN5numba2np8arrayobj18_ol_array_allocate12_3clocals_3e4implB2v5B42c8tJTIcFHzwl2ILiXkcBV0KBSmNGHkyiCKJEEwA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj"}
!16 = distinct !{!16, !15, !"_ZN5numba2np8arrayobj18_ol_array_allocate12_3clocals_3e4implB2v5B42c8tJTIcFHzwl2ILiXkcBV0KBSmNGHkyiCKJEEwA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj: %excinfo"}
!17 = distinct !{!17, !18, !"_ZN5numba2np8arrayobj15_call_allocatorB2v4B44c8tJTC_2fWQA9wW1DkAz0Pj1skAdT4gkkUlYBZmgA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj: %retptr"}
!18 = distinct !{!18, !"_ZN5numba2np8arrayobj15_call_allocatorB2v4B44c8tJTC_2fWQA9wW1DkAz0Pj1skAdT4gkkUlYBZmgA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj"}
!19 = distinct !{!19, !18, !"_ZN5numba2np8arrayobj15_call_allocatorB2v4B44c8tJTC_2fWQA9wW1DkAz0Pj1skAdT4gkkUlYBZmgA_3dEN29typeref_5b_3cclass_20_27numba4core5types8npytypes14Array_27_3e_5dExj: %excinfo"}
!20 = !{!21}
!21 = distinct !{!21, !22, !"_ZN13_3cdynamic_3e33__numba_array_expr_0x7f1a23c62820B2v6B68c8tJTIcFHzwl2ILiXkcBV0KBSSP8YgsOJmBooUUcVCUijSAJoMY7TKIIYromAA_3d_3dEd: %retptr"}
!22 = distinct !{!22, !"_ZN13_3cdynamic_3e33__numba_array_expr_0x7f1a23c62820B2v6B68c8tJTIcFHzwl2ILiXkcBV0KBSSP8YgsOJmBooUUcVCUijSAJoMY7TKIIYromAA_3d_3dEd"}
!23 = !{!24}
!24 = distinct !{!24, !25, !"_ZN5numba2np9arraymath9array_sum12_3clocals_3e14array_sum_implB2v8B44c8tJTC_2fWQA9wW1DkAz0Pj1skAdT4gkkUlYBZmgA_3dE5ArrayIdLi1E1C7mutable7alignedE: %retptr"}
!25 = distinct !{!25, !"_ZN5numba2np9arraymath9array_sum12_3clocals_3e14array_sum_implB2v8B44c8tJTC_2fWQA9wW1DkAz0Pj1skAdT4gkkUlYBZmgA_3dE5ArrayIdLi1E1C7mutable7alignedE"}

; What follows was not written by numba: it calls the function, its tangent and its adjoint.
@enzyme_const = external global i32
@enzyme_dup = external global i32
@enzyme_out = external global i32

define double @primal(double* %z, double* %after) {
  %result = alloca double, align 8
  store double 0.0, double* %result, align 8
  %raised = alloca { i8*, i32, i8* }*, align 8
  %w = getelementptr double, double* %z, i64 3
  %status = call i32 @_ZN8__main__11temporariesB2v2B44c8tJTIcFHzwl2ILiXkcBV0KBSqPHEpIwapzCJIogOjUBE5ArrayIdLi1E1C7mutable7alignedE5ArrayIdLi1E1A7mutable7alignedE(double* %result, { i8*, i32, i8* }** %raised, i8* null, i8* null, i64 3, i64 8, double* %z, i64 3, i64 8, i8* null, i8* null, i64 3, i64 8, double* %w, i64 3, i64 8)
  %value = load double, double* %result, align 8
  ret double %value
}

define double @forward(double* %z, double* %dz, double* %after, double* %dafter) {
  %result = alloca double, align 8
  store double 0.0, double* %result, align 8
  %dresult = alloca double, align 8
  store double 0.0, double* %dresult, align 8
  %raised = alloca { i8*, i32, i8* }*, align 8
  %w = getelementptr double, double* %z, i64 3
  %dw = getelementptr double, double* %dz, i64 3
  call void (i8*, ...) @__enzyme_fwddiff(i8* bitcast (i32 (double*, { i8*, i32, i8* }**, i8*, i8*, i64, i64, double*, i64, i64, i8*, i8*, i64, i64, double*, i64, i64)* @_ZN8__main__11temporariesB2v2B44c8tJTIcFHzwl2ILiXkcBV0KBSqPHEpIwapzCJIogOjUBE5ArrayIdLi1E1C7mutable7alignedE5ArrayIdLi1E1A7mutable7alignedE to i8*), i32* @enzyme_dup, double* %result, double* %dresult, i32* @enzyme_const, { i8*, i32, i8* }** %raised, i32* @enzyme_const, i8* null, i32* @enzyme_const, i8* null, i32* @enzyme_const, i64 3, i32* @enzyme_const, i64 8, i32* @enzyme_dup, double* %z, double* %dz, i32* @enzyme_const, i64 3, i32* @enzyme_const, i64 8, i32* @enzyme_const, i8* null, i32* @enzyme_const, i8* null, i32* @enzyme_const, i64 3, i32* @enzyme_const, i64 8, i32* @enzyme_dup, double* %w, double* %dw, i32* @enzyme_const, i64 3, i32* @enzyme_const, i64 8)
  %tangent = load double, double* %dresult, align 8
  ret double %tangent
}

define void @reverse(double* %z, double* %after, double* %adjoint) {
  %result = alloca double, align 8
  store double 0.0, double* %result, align 8
  %dresult = alloca double, align 8
  store double 1.0, double* %dresult, align 8
  %raised = alloca { i8*, i32, i8* }*, align 8
  %w = getelementptr double, double* %z, i64 3
  %dw = getelementptr double, double* %adjoint, i64 3
  call void (i8*, ...) @__enzyme_autodiff(i8* bitcast (i32 (double*, { i8*, i32, i8* }**, i8*, i8*, i64, i64, double*, i64, i64, i8*, i8*, i64, i64, double*, i64, i64)* @_ZN8__main__11temporariesB2v2B44c8tJTIcFHzwl2ILiXkcBV0KBSqPHEpIwapzCJIogOjUBE5ArrayIdLi1E1C7mutable7alignedE5ArrayIdLi1E1A7mutable7alignedE to i8*), i32* @enzyme_dup, double* %result, double* %dresult, i32* @enzyme_const, { i8*, i32, i8* }** %raised, i32* @enzyme_const, i8* null, i32* @enzyme_const, i8* null, i32* @enzyme_const, i64 3, i32* @enzyme_const, i64 8, i32* @enzyme_dup, double* %z, double* %adjoint, i32* @enzyme_const, i64 3, i32* @enzyme_const, i64 8, i32* @enzyme_const, i8* null, i32* @enzyme_const, i8* null, i32* @enzyme_const, i64 3, i32* @enzyme_const, i64 8, i32* @enzyme_dup, double* %w, double* %dw, i32* @enzyme_const, i64 3, i32* @enzyme_const, i64 8)
  ret void
}

declare void @__enzyme_autodiff(i8*, ...)
declare void @__enzyme_fwddiff(i8*, ...)
