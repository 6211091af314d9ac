; Compiled by ldc2 1.30.0 (LLVM 14.0.6) with -O1 -g --betterC, from sources/whole.d.
; inputs: 0.7, -0.4, 1.3
source_filename = "whole.d"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-f80:128-n8:16:32:64-S128"
target triple = "x86_64-pc-linux-gnu"

%whole.Point = type { double, double }
%nest.subject = type { double }

@enzyme_dup = external local_unnamed_addr global i32, align 4 ; [#uses = 2]
@enzyme_const = external local_unnamed_addr global i32, align 4 ; [#uses = 2]
@_D5whole5Point6__initZ = local_unnamed_addr constant %whole.Point { double 0x7FF8000000000000, double 0x7FF8000000000000 }, align 8 ; [#uses = 0]
@.str = private unnamed_addr constant [26 x i8] c"array index out of bounds\00" ; [#uses = 1]
@.str.1 = private unnamed_addr constant [8 x i8] c"whole.d\00" ; [#uses = 1]

; [#uses = 1]
declare double @__enzyme_fwddiff(i8*, ...) local_unnamed_addr #0

; [#uses = 1]
declare void @__enzyme_autodiff(i8*, ...) local_unnamed_addr #0

; [#uses = 1] [display name = norm]
; Function Attrs: mustprogress nofree norecurse nosync nounwind readonly uwtable willreturn
define double @_D5whole5Point4normMxFZd(%whole.Point* nocapture nonnull readonly %.this_arg) local_unnamed_addr #1 !dbg !12 {
  call void @llvm.dbg.declare(metadata %whole.Point* %.this_arg, metadata !21, metadata !DIExpression()), !dbg !23 ; [debug line = whole.d:11:10] [debug variable = this]
  %1 = getelementptr inbounds %whole.Point, %whole.Point* %.this_arg, i64 0, i32 0 ; [#uses = 1, type = double*]
  %2 = load double, double* %1, align 8, !dbg !24 ; [#uses = 2] [debug line = whole.d:11:25]
  %3 = fmul double %2, %2, !dbg !24               ; [#uses = 1] [debug line = whole.d:11:25]
  %4 = getelementptr inbounds %whole.Point, %whole.Point* %.this_arg, i64 0, i32 1 ; [#uses = 1, type = double*]
  %5 = load double, double* %4, align 8, !dbg !24 ; [#uses = 2] [debug line = whole.d:11:25]
  %6 = fmul double %5, %5, !dbg !24               ; [#uses = 1] [debug line = whole.d:11:25]
  %7 = fadd double %3, %6, !dbg !24               ; [#uses = 1] [debug line = whole.d:11:25]
  ret double %7, !dbg !24                         ; [debug line = whole.d:11:25]
}

; [#uses = 4]
; Function Attrs: mustprogress nofree nosync nounwind readnone speculatable willreturn
declare void @llvm.dbg.declare(metadata, metadata, metadata) #2

; [#uses = 1] [display name = weighted]
; Function Attrs: uwtable
define double @_D5whole8weightedFAxdMDFdZdZd({ i64, double* } %values_arg, { i8*, double (i8*, double)* } %shape_arg) local_unnamed_addr #3 !dbg !25 {
  %values_arg.fca.0.extract = extractvalue { i64, double* } %values_arg, 0, !dbg !50 ; [#uses = 2] [debug line = whole.d:14:8]
  call void @llvm.dbg.value(metadata i64 %values_arg.fca.0.extract, metadata !27, metadata !DIExpression(DW_OP_LLVM_fragment, 0, 64)), !dbg !51 ; [debug line = whole.d:0] [debug variable = values]
  %values_arg.fca.1.extract = extractvalue { i64, double* } %values_arg, 1, !dbg !50 ; [#uses = 1] [debug line = whole.d:14:8]
  call void @llvm.dbg.value(metadata double* %values_arg.fca.1.extract, metadata !27, metadata !DIExpression(DW_OP_LLVM_fragment, 64, 64)), !dbg !51 ; [debug line = whole.d:0] [debug variable = values]
  %shape_arg.fca.0.extract = extractvalue { i8*, double (i8*, double)* } %shape_arg, 0, !dbg !50 ; [#uses = 1] [debug line = whole.d:14:8]
  call void @llvm.dbg.value(metadata i8* %shape_arg.fca.0.extract, metadata !35, metadata !DIExpression(DW_OP_LLVM_fragment, 0, 64)), !dbg !51 ; [debug line = whole.d:0] [debug variable = shape]
  %shape_arg.fca.1.extract = extractvalue { i8*, double (i8*, double)* } %shape_arg, 1, !dbg !50 ; [#uses = 1] [debug line = whole.d:14:8]
  call void @llvm.dbg.value(metadata double (i8*, double)* %shape_arg.fca.1.extract, metadata !35, metadata !DIExpression(DW_OP_LLVM_fragment, 64, 64)), !dbg !51 ; [debug line = whole.d:0] [debug variable = shape]
  call void @llvm.dbg.value(metadata double 0.000000e+00, metadata !43, metadata !DIExpression()), !dbg !51 ; [debug line = whole.d:0] [debug variable = sum]
  call void @llvm.dbg.value(metadata i64 %values_arg.fca.0.extract, metadata !44, metadata !DIExpression(DW_OP_LLVM_fragment, 0, 64)), !dbg !52 ; [debug line = whole.d:0] [debug variable = __r3]
  call void @llvm.dbg.value(metadata double* %values_arg.fca.1.extract, metadata !44, metadata !DIExpression(DW_OP_LLVM_fragment, 64, 64)), !dbg !52 ; [debug line = whole.d:0] [debug variable = __r3]
  call void @llvm.dbg.value(metadata i64 0, metadata !46, metadata !DIExpression()), !dbg !52 ; [debug line = whole.d:0] [debug variable = __key2]
  %.not = icmp eq i64 %values_arg.fca.0.extract, 0, !dbg !53 ; [#uses = 1] [debug line = whole.d:16:3]
  br i1 %.not, label %endfor, label %forbody

forbody:                                          ; preds = %0, %forbody
  %sum.010 = phi double [ %7, %forbody ], [ 0.000000e+00, %0 ] ; [#uses = 1, type = double]
  %__key2.09 = phi i64 [ %4, %forbody ], [ 0, %0 ] ; [#uses = 2, type = i64]
  call void @llvm.dbg.value(metadata double %sum.010, metadata !43, metadata !DIExpression()), !dbg !51 ; [debug line = whole.d:0] [debug variable = sum]
  call void @llvm.dbg.value(metadata i64 %__key2.09, metadata !46, metadata !DIExpression()), !dbg !52 ; [debug line = whole.d:0] [debug variable = __key2]
  %1 = getelementptr inbounds double, double* %values_arg.fca.1.extract, i64 %__key2.09 ; [#uses = 1, type = double*]
  %2 = load double, double* %1, align 8, !dbg !53 ; [#uses = 1] [debug line = whole.d:16:3]
  call void @llvm.dbg.value(metadata double %2, metadata !47, metadata !DIExpression()), !dbg !54 ; [debug line = whole.d:0] [debug variable = v]
  call void @llvm.dbg.value(metadata i64 %__key2.09, metadata !49, metadata !DIExpression()), !dbg !54 ; [debug line = whole.d:0] [debug variable = i]
  %3 = call double %shape_arg.fca.1.extract(i8* nonnull %shape_arg.fca.0.extract, double %2), !dbg !55 ; [#uses = 1] [debug line = whole.d:16:26]
  %4 = add nuw i64 %__key2.09, 1, !dbg !55        ; [#uses = 3] [debug line = whole.d:16:26]
  %5 = uitofp i64 %4 to double                    ; [#uses = 1]
  %6 = fmul double %3, %5, !dbg !55               ; [#uses = 1] [debug line = whole.d:16:26]
  %7 = fadd double %sum.010, %6, !dbg !55         ; [#uses = 2] [debug line = whole.d:16:26]
  call void @llvm.dbg.value(metadata double %7, metadata !43, metadata !DIExpression()), !dbg !51 ; [debug line = whole.d:0] [debug variable = sum]
  call void @llvm.dbg.value(metadata i64 %4, metadata !46, metadata !DIExpression()), !dbg !52 ; [debug line = whole.d:0] [debug variable = __key2]
  %exitcond.not = icmp eq i64 %4, %values_arg.fca.0.extract, !dbg !53 ; [#uses = 1] [debug line = whole.d:16:3]
  br i1 %exitcond.not, label %endfor, label %forbody

endfor:                                           ; preds = %forbody, %0
  %sum.0.lcssa = phi double [ 0.000000e+00, %0 ], [ %7, %forbody ], !dbg !51 ; [#uses = 1, type = double] [debug line = whole.d:0]
  ret double %sum.0.lcssa, !dbg !56               ; [debug line = whole.d:17:3]
}

; [#uses = 2] [display name = subject]
; Function Attrs: uwtable
define double @subject(double* %data_arg, i64 %n_arg) #3 !dbg !57 {
  %.frame = alloca %nest.subject, align 8         ; [#uses = 2, size/byte = 8]
  %p = alloca %whole.Point, align 8               ; [#uses = 3, size/byte = 16]
  call void @llvm.dbg.value(metadata double* %data_arg, metadata !59, metadata !DIExpression()), !dbg !64 ; [debug line = whole.d:0] [debug variable = data]
  call void @llvm.dbg.value(metadata i64 %n_arg, metadata !60, metadata !DIExpression()), !dbg !64 ; [debug line = whole.d:0] [debug variable = n]
  call void @llvm.dbg.declare(metadata double* %scale, metadata !61, metadata !DIExpression()), !dbg !65 ; [debug line = whole.d:22:10] [debug variable = scale]
  call void @llvm.dbg.value(metadata i64 %n_arg, metadata !62, metadata !DIExpression(DW_OP_LLVM_fragment, 0, 64)), !dbg !64 ; [debug line = whole.d:0] [debug variable = values]
  call void @llvm.dbg.value(metadata double* %data_arg, metadata !62, metadata !DIExpression(DW_OP_LLVM_fragment, 64, 64)), !dbg !64 ; [debug line = whole.d:0] [debug variable = values]
  %bounds.cmp.not = icmp eq i64 %n_arg, 0, !dbg !66 ; [#uses = 1] [debug line = whole.d:22:3]
  br i1 %bounds.cmp.not, label %bounds.fail, label %bounds.ok, !dbg !66 ; [debug line = whole.d:22:3]

bounds.ok:                                        ; preds = %0
  %scale = getelementptr inbounds %nest.subject, %nest.subject* %.frame, i64 0, i32 0 ; [#uses = 1, type = double*]
  %1 = load double, double* %data_arg, align 8, !dbg !66 ; [#uses = 1] [debug line = whole.d:22:3]
  store double %1, double* %scale, align 8, !dbg !66 ; [debug line = whole.d:22:3]
  call void @llvm.dbg.declare(metadata %whole.Point* %p, metadata !63, metadata !DIExpression()), !dbg !67 ; [debug line = whole.d:23:8] [debug variable = p]
  %bounds.cmp2.not = icmp eq i64 %n_arg, 1, !dbg !68 ; [#uses = 1] [debug line = whole.d:23:3]
  br i1 %bounds.cmp2.not, label %bounds.fail4, label %bounds.ok3, !dbg !68 ; [debug line = whole.d:23:3]

bounds.ok3:                                       ; preds = %bounds.ok
  %2 = getelementptr inbounds %whole.Point, %whole.Point* %p, i64 0, i32 0 ; [#uses = 1, type = double*]
  %3 = getelementptr inbounds double, double* %data_arg, i64 1 ; [#uses = 1, type = double*]
  %4 = load double, double* %3, align 8, !dbg !68 ; [#uses = 1] [debug line = whole.d:23:3]
  store double %4, double* %2, align 8, !dbg !68  ; [debug line = whole.d:23:3]
  %5 = add i64 %n_arg, -1, !dbg !68               ; [#uses = 1] [debug line = whole.d:23:3]
  %6 = getelementptr inbounds %whole.Point, %whole.Point* %p, i64 0, i32 1 ; [#uses = 1, type = double*]
  %7 = getelementptr inbounds double, double* %data_arg, i64 %5 ; [#uses = 1, type = double*]
  %8 = load double, double* %7, align 8, !dbg !68 ; [#uses = 1] [debug line = whole.d:23:3]
  store double %8, double* %6, align 8, !dbg !68  ; [debug line = whole.d:23:3]
  %.fca.0.insert = insertvalue { i64, double* } poison, i64 %n_arg, 0, !dbg !69 ; [#uses = 1] [debug line = whole.d:24:3]
  %.fca.1.insert = insertvalue { i64, double* } %.fca.0.insert, double* %data_arg, 1, !dbg !69 ; [#uses = 1] [debug line = whole.d:24:3]
  %9 = bitcast %nest.subject* %.frame to i8*, !dbg !69 ; [#uses = 1] [debug line = whole.d:24:3]
  %10 = insertvalue { i8*, double (i8*, double)* } undef, i8* %9, 0, !dbg !69 ; [#uses = 1] [debug line = whole.d:24:3]
  %.func = insertvalue { i8*, double (i8*, double)* } %10, double (i8*, double)* @_D5whole7subjectUPxdmZ9__lambda6MFNaNbNiNfdZd, 1, !dbg !69 ; [#uses = 1] [debug line = whole.d:24:3]
  %11 = call double @_D5whole8weightedFAxdMDFdZdZd({ i64, double* } %.fca.1.insert, { i8*, double (i8*, double)* } %.func) #3, !dbg !69 ; [#uses = 1] [debug line = whole.d:24:3] [display name = weighted]
  %12 = call double @_D5whole5Point4normMxFZd(%whole.Point* nonnull %p) #3, !dbg !69 ; [#uses = 1] [debug line = whole.d:24:3] [display name = norm]
  %negval = fneg double %12, !dbg !69             ; [#uses = 1] [debug line = whole.d:24:3]
  %13 = call double @exp(double %negval) #0, !dbg !69 ; [#uses = 1] [debug line = whole.d:24:3]
  %14 = fmul double %11, %13, !dbg !69            ; [#uses = 1] [debug line = whole.d:24:3]
  ret double %14, !dbg !69                        ; [debug line = whole.d:24:3]

bounds.fail4:                                     ; preds = %bounds.ok
  call void @__assert(i8* getelementptr inbounds ([26 x i8], [26 x i8]* @.str, i64 0, i64 0), i8* getelementptr inbounds ([8 x i8], [8 x i8]* @.str.1, i64 0, i64 0), i32 23) #4, !dbg !68 ; [debug line = whole.d:23:3]
  unreachable, !dbg !68                           ; [debug line = whole.d:23:3]

bounds.fail:                                      ; preds = %0
  call void @__assert(i8* getelementptr inbounds ([26 x i8], [26 x i8]* @.str, i64 0, i64 0), i8* getelementptr inbounds ([8 x i8], [8 x i8]* @.str.1, i64 0, i64 0), i32 22) #4, !dbg !66 ; [debug line = whole.d:22:3]
  unreachable, !dbg !66                           ; [debug line = whole.d:22:3]
}

; [#uses = 2]
; Function Attrs: cold noreturn nounwind uwtable
declare void @__assert(i8*, i8*, i32) local_unnamed_addr #4

; [#uses = 1] [display name = __lambda6]
; Function Attrs: uwtable
define linkonce_odr hidden double @_D5whole7subjectUPxdmZ9__lambda6MFNaNbNiNfdZd(i8* nonnull %.nest_arg, double %v_arg) #3 !dbg !70 {
  call void @llvm.dbg.value(metadata double %v_arg, metadata !72, metadata !DIExpression()), !dbg !74 ; [debug line = whole.d:0] [debug variable = v]
  %scale = bitcast i8* %.nest_arg to double*      ; [#uses = 1]
  call void @llvm.dbg.declare(metadata i8* %.nest_arg, metadata !73, metadata !DIExpression(DW_OP_plus_uconst, 0)), !dbg !75 ; [debug line = whole.d:22:10] [debug variable = scale]
  %1 = load double, double* %scale, align 8, !dbg !76 ; [#uses = 1] [debug line = whole.d:24:41]
  %2 = fmul double %1, %v_arg, !dbg !76           ; [#uses = 1] [debug line = whole.d:24:41]
  %3 = call double @tanh(double %2) #0, !dbg !76  ; [#uses = 1] [debug line = whole.d:24:41]
  ret double %3, !dbg !76                         ; [debug line = whole.d:24:41]
}

; [#uses = 1]
; Function Attrs: mustprogress nofree nounwind willreturn writeonly
declare double @tanh(double) local_unnamed_addr #5

; [#uses = 1]
; Function Attrs: mustprogress nofree nounwind willreturn writeonly
declare double @exp(double) local_unnamed_addr #5

; [#uses = 0] [display name = primal]
; Function Attrs: uwtable
define double @primal(double* %z_arg, double* nocapture readnone %after_arg) local_unnamed_addr #3 !dbg !77 {
  call void @llvm.dbg.value(metadata double* %z_arg, metadata !79, metadata !DIExpression()), !dbg !82 ; [debug line = whole.d:0] [debug variable = z]
  call void @llvm.dbg.value(metadata double* %after_arg, metadata !80, metadata !DIExpression()), !dbg !82 ; [debug line = whole.d:0] [debug variable = after]
  %1 = call double @subject(double* %z_arg, i64 3) #3, !dbg !83 ; [#uses = 1] [debug line = whole.d:27:61] [display name = subject]
  ret double %1, !dbg !83                         ; [debug line = whole.d:27:61]
}

; [#uses = 0] [display name = forward]
; Function Attrs: uwtable
define double @forward(double* %z_arg, double* %dz_arg, double* nocapture readnone %after_arg, double* nocapture readnone %dafter_arg) local_unnamed_addr #3 !dbg !84 {
  call void @llvm.dbg.value(metadata double* %z_arg, metadata !86, metadata !DIExpression()), !dbg !90 ; [debug line = whole.d:0] [debug variable = z]
  call void @llvm.dbg.value(metadata double* %dz_arg, metadata !87, metadata !DIExpression()), !dbg !90 ; [debug line = whole.d:0] [debug variable = dz]
  call void @llvm.dbg.value(metadata double* %after_arg, metadata !88, metadata !DIExpression()), !dbg !90 ; [debug line = whole.d:0] [debug variable = after]
  call void @llvm.dbg.value(metadata double* %dafter_arg, metadata !89, metadata !DIExpression()), !dbg !90 ; [debug line = whole.d:0] [debug variable = dafter]
  %1 = load i32, i32* @enzyme_dup, align 4, !dbg !91 ; [#uses = 1] [debug line = whole.d:30:3]
  %2 = load i32, i32* @enzyme_const, align 4, !dbg !91 ; [#uses = 1] [debug line = whole.d:30:3]
  %3 = call double (i8*, ...) @__enzyme_fwddiff(i8* bitcast (double (double*, i64)* @subject to i8*), i32 %1, double* %z_arg, double* %dz_arg, i32 %2, i64 3) #0, !dbg !91 ; [#uses = 1] [debug line = whole.d:30:3]
  ret double %3, !dbg !91                         ; [debug line = whole.d:30:3]
}

; [#uses = 0] [display name = reverse]
; Function Attrs: uwtable
define void @reverse(double* %z_arg, double* nocapture readnone %after_arg, double* %adjoint_arg) local_unnamed_addr #3 !dbg !92 {
  call void @llvm.dbg.value(metadata double* %z_arg, metadata !96, metadata !DIExpression()), !dbg !99 ; [debug line = whole.d:0] [debug variable = z]
  call void @llvm.dbg.value(metadata double* %after_arg, metadata !97, metadata !DIExpression()), !dbg !99 ; [debug line = whole.d:0] [debug variable = after]
  call void @llvm.dbg.value(metadata double* %adjoint_arg, metadata !98, metadata !DIExpression()), !dbg !99 ; [debug line = whole.d:0] [debug variable = adjoint]
  %1 = load i32, i32* @enzyme_dup, align 4, !dbg !100 ; [#uses = 1] [debug line = whole.d:34:3]
  %2 = load i32, i32* @enzyme_const, align 4, !dbg !100 ; [#uses = 1] [debug line = whole.d:34:3]
  call void (i8*, ...) @__enzyme_autodiff(i8* bitcast (double (double*, i64)* @subject to i8*), i32 %1, double* %z_arg, double* %adjoint_arg, i32 %2, i64 3) #0, !dbg !100 ; [debug line = whole.d:34:3]
  ret void, !dbg !101                             ; [debug line = whole.d:35:1]
}

; [#uses = 28]
; Function Attrs: mustprogress nofree nosync nounwind readnone speculatable willreturn
declare void @llvm.dbg.value(metadata, metadata, metadata) #2

attributes #0 = { "frame-pointer"="none" "target-cpu"="x86-64" "target-features"="+cx16" }
attributes #1 = { mustprogress nofree norecurse nosync nounwind readonly uwtable willreturn "frame-pointer"="none" "target-cpu"="x86-64" "target-features"="+cx16" }
attributes #2 = { mustprogress nofree nosync nounwind readnone speculatable willreturn }
attributes #3 = { uwtable "frame-pointer"="none" "target-cpu"="x86-64" "target-features"="+cx16" }
attributes #4 = { cold noreturn nounwind uwtable }
attributes #5 = { mustprogress nofree nounwind willreturn writeonly "frame-pointer"="none" "target-cpu"="x86-64" "target-features"="+cx16" }

!llvm.module.flags = !{!0}
!llvm.dbg.cu = !{!1}
!llvm.ident = !{!11}

!0 = !{i32 2, !"Debug Info Version", i32 3}
!1 = distinct !DICompileUnit(language: DW_LANG_D, file: !2, producer: "LDC 1.30.0 (LLVM 14.0.6)", isOptimized: true, runtimeVersion: 1, emissionKind: FullDebug, imports: !3)
!2 = !DIFile(filename: "whole.d", directory: "/")
!3 = !{!4, !8}
!4 = !DIImportedEntity(tag: DW_TAG_imported_module, scope: !5, entity: !6, file: !2)
!5 = !DIModule(scope: !2, name: "whole")
!6 = !DIModule(scope: !7, name: "object")
!7 = !DIFile(filename: "usr/lib/ldc/x86_64-linux-gnu/include/d/object.d", directory: "/")
!8 = !DIImportedEntity(tag: DW_TAG_imported_module, scope: !5, entity: !9, file: !2, line: 2)
!9 = !DIModule(scope: !10, name: "core.stdc.math")
!10 = !DIFile(filename: "usr/lib/ldc/x86_64-linux-gnu/include/d/core/stdc/math.d", directory: "/")
!11 = !{!"ldc version 1.30.0"}
!12 = distinct !DISubprogram(name: "norm", linkageName: "_D5whole5Point4normMxFZd", scope: !13, file: !2, line: 11, type: !18, scopeLine: 11, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !1, retainedNodes: !20)
!13 = !DICompositeType(tag: DW_TAG_structure_type, name: "Point", scope: !5, file: !2, line: 9, size: 128, align: 64, elements: !14, identifier: "S5whole5Point")
!14 = !{!15, !17}
!15 = !DIDerivedType(tag: DW_TAG_member, name: "x", file: !2, line: 10, baseType: !16, size: 64, align: 64, flags: DIFlagPublic)
!16 = !DIBasicType(name: "double", size: 64, encoding: DW_ATE_float)
!17 = !DIDerivedType(tag: DW_TAG_member, name: "y", file: !2, line: 10, baseType: !16, size: 64, align: 64, offset: 64, flags: DIFlagPublic)
!18 = !DISubroutineType(types: !19)
!19 = !{!16}
!20 = !{!21}
!21 = !DILocalVariable(name: "this", arg: 1, scope: !12, file: !2, line: 11, type: !22, flags: DIFlagArtificial | DIFlagObjectPointer)
!22 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !13, size: 64, align: 64)
!23 = !DILocation(line: 11, column: 10, scope: !12)
!24 = !DILocation(line: 11, column: 25, scope: !12)
!25 = distinct !DISubprogram(name: "weighted", linkageName: "_D5whole8weightedFAxdMDFdZdZd", scope: !5, file: !2, line: 14, type: !18, scopeLine: 14, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !1, retainedNodes: !26)
!26 = !{!27, !35, !43, !44, !46, !47, !49}
!27 = !DILocalVariable(name: "values", arg: 1, scope: !25, file: !2, line: 14, type: !28)
!28 = !DICompositeType(tag: DW_TAG_structure_type, name: "const(double)[]", file: !2, size: 128, align: 64, elements: !29, identifier: "Axd")
!29 = !{!30, !32}
!30 = !DIDerivedType(tag: DW_TAG_member, name: "length", file: !2, baseType: !31, size: 64, align: 64, flags: DIFlagPublic)
!31 = !DIBasicType(name: "ulong", size: 64, encoding: DW_ATE_unsigned)
!32 = !DIDerivedType(tag: DW_TAG_member, name: "ptr", file: !2, baseType: !33, size: 64, align: 64, offset: 64, flags: DIFlagPublic)
!33 = !DIDerivedType(tag: DW_TAG_pointer_type, name: "const(double)*", baseType: !34, size: 64)
!34 = !DIBasicType(name: "const(double)", size: 64, encoding: DW_ATE_float)
!35 = !DILocalVariable(name: "shape", arg: 2, scope: !25, file: !2, line: 14, type: !36)
!36 = !DICompositeType(tag: DW_TAG_structure_type, name: "double delegate(double)", file: !2, size: 128, align: 64, elements: !37, identifier: "DFdZd")
!37 = !{!38, !41}
!38 = !DIDerivedType(tag: DW_TAG_member, name: "ptr", file: !2, baseType: !39, size: 64, align: 64, flags: DIFlagPublic)
!39 = !DIDerivedType(tag: DW_TAG_pointer_type, name: "void*", baseType: !40, size: 64)
!40 = !DIBasicType(name: "ubyte", size: 8, encoding: DW_ATE_unsigned)
!41 = !DIDerivedType(tag: DW_TAG_member, name: "funcptr", file: !2, baseType: !42, size: 64, align: 64, offset: 64, flags: DIFlagPublic)
!42 = !DIDerivedType(tag: DW_TAG_pointer_type, name: "double function(double)", baseType: !18, size: 64)
!43 = !DILocalVariable(name: "sum", scope: !25, file: !2, line: 15, type: !16)
!44 = !DILocalVariable(name: "__r3", scope: !45, file: !2, line: 16, type: !28)
!45 = distinct !DILexicalBlock(scope: !25, file: !2, line: 16, column: 3)
!46 = !DILocalVariable(name: "__key2", scope: !45, file: !2, line: 16, type: !31)
!47 = !DILocalVariable(name: "v", scope: !48, file: !2, line: 16, type: !34)
!48 = distinct !DILexicalBlock(scope: !45, file: !2, line: 16, column: 3)
!49 = !DILocalVariable(name: "i", scope: !48, file: !2, line: 16, type: !31)
!50 = !DILocation(line: 14, column: 8, scope: !25)
!51 = !DILocation(line: 0, scope: !25)
!52 = !DILocation(line: 0, scope: !45)
!53 = !DILocation(line: 16, column: 3, scope: !48)
!54 = !DILocation(line: 0, scope: !48)
!55 = !DILocation(line: 16, column: 26, scope: !48)
!56 = !DILocation(line: 17, column: 3, scope: !25)
!57 = distinct !DISubprogram(name: "subject", linkageName: "subject", scope: !5, file: !2, line: 20, type: !18, scopeLine: 20, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !1, retainedNodes: !58)
!58 = !{!59, !60, !61, !62, !63}
!59 = !DILocalVariable(name: "data", arg: 1, scope: !57, file: !2, line: 20, type: !33)
!60 = !DILocalVariable(name: "n", arg: 2, scope: !57, file: !2, line: 20, type: !31)
!61 = !DILocalVariable(name: "scale", scope: !57, file: !2, line: 22, type: !16)
!62 = !DILocalVariable(name: "values", scope: !57, file: !2, line: 21, type: !28)
!63 = !DILocalVariable(name: "p", scope: !57, file: !2, line: 23, type: !13)
!64 = !DILocation(line: 0, scope: !57)
!65 = !DILocation(line: 22, column: 10, scope: !57)
!66 = !DILocation(line: 22, column: 3, scope: !57)
!67 = !DILocation(line: 23, column: 8, scope: !57)
!68 = !DILocation(line: 23, column: 3, scope: !57)
!69 = !DILocation(line: 24, column: 3, scope: !57)
!70 = distinct !DISubprogram(name: "__lambda6", linkageName: "_D5whole7subjectUPxdmZ9__lambda6MFNaNbNiNfdZd", scope: !57, file: !2, line: 24, type: !18, scopeLine: 24, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !1, retainedNodes: !71)
!71 = !{!72, !73}
!72 = !DILocalVariable(name: "v", arg: 2, scope: !70, file: !2, line: 24, type: !16)
!73 = !DILocalVariable(name: "scale", scope: !70, file: !2, line: 22, type: !16)
!74 = !DILocation(line: 0, scope: !70)
!75 = !DILocation(line: 22, column: 10, scope: !70)
!76 = !DILocation(line: 24, column: 41, scope: !70)
!77 = distinct !DISubprogram(name: "primal", linkageName: "primal", scope: !5, file: !2, line: 27, type: !18, scopeLine: 27, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !1, retainedNodes: !78)
!78 = !{!79, !80}
!79 = !DILocalVariable(name: "z", arg: 1, scope: !77, file: !2, line: 27, type: !33)
!80 = !DILocalVariable(name: "after", arg: 2, scope: !77, file: !2, line: 27, type: !81)
!81 = !DIDerivedType(tag: DW_TAG_pointer_type, name: "double*", baseType: !16, size: 64)
!82 = !DILocation(line: 0, scope: !77)
!83 = !DILocation(line: 27, column: 61, scope: !77)
!84 = distinct !DISubprogram(name: "forward", linkageName: "forward", scope: !5, file: !2, line: 29, type: !18, scopeLine: 29, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !1, retainedNodes: !85)
!85 = !{!86, !87, !88, !89}
!86 = !DILocalVariable(name: "z", arg: 1, scope: !84, file: !2, line: 29, type: !33)
!87 = !DILocalVariable(name: "dz", arg: 2, scope: !84, file: !2, line: 29, type: !33)
!88 = !DILocalVariable(name: "after", arg: 3, scope: !84, file: !2, line: 29, type: !81)
!89 = !DILocalVariable(name: "dafter", arg: 4, scope: !84, file: !2, line: 29, type: !81)
!90 = !DILocation(line: 0, scope: !84)
!91 = !DILocation(line: 30, column: 3, scope: !84)
!92 = distinct !DISubprogram(name: "reverse", linkageName: "reverse", scope: !5, file: !2, line: 33, type: !93, scopeLine: 33, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !1, retainedNodes: !95)
!93 = !DISubroutineType(types: !94)
!94 = !{null}
!95 = !{!96, !97, !98}
!96 = !DILocalVariable(name: "z", arg: 1, scope: !92, file: !2, line: 33, type: !33)
!97 = !DILocalVariable(name: "after", arg: 2, scope: !92, file: !2, line: 33, type: !81)
!98 = !DILocalVariable(name: "adjoint", arg: 3, scope: !92, file: !2, line: 33, type: !81)
!99 = !DILocation(line: 0, scope: !92)
!100 = !DILocation(line: 34, column: 3, scope: !92)
!101 = !DILocation(line: 35, column: 1, scope: !92)
