; ModuleID = 'typed.c'
source_filename = "typed.c"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

%struct.list = type { %struct.list*, void (%struct.list*, ...)*, [2 x i8*], { i32, double* } }
%struct.small = type { i32, i32 }
%0 = type { i8, %0* }

@g = global i32 0, align 4
@p = internal global i32* @g, align 8
@arr = global [3 x i32] [i32 1, i32 2, i32 3]
@inner = global i32* getelementptr inbounds ([3 x i32], [3 x i32]* @arr, i64 0, i64 1)
@vtable = constant { [2 x i8*] } { [2 x i8*] [i8* null, i8* bitcast (void (i8*)* @takes to i8*)] }
@inr = constant i8** getelementptr inbounds ({ [2 x i8*] }, { [2 x i8*] }* @vtable, i32 0, inrange i32 0, i32 1)
@llvm.global_ctors = appending global [1 x { i32, void ()*, i8* }] [{ i32, void ()*, i8* } { i32 65535, void ()* @ctor, i8* null }]
@llvm.used = appending global [1 x i8*] [i8* bitcast (i32* @g to i8*)], section "llvm.metadata"
@as = addrspace(3) global i32 undef
@cast = global i32* addrspacecast (i32 addrspace(3)* @as to i32*)
@fold = global i1 icmp ne (i32* @g, i32* @as.w)
@as.w = extern_weak global i32
@sel = global i32 select (i1 icmp eq (i32* @as.w, i32* null), i32 1, i32 2)
@u = global [1 x i32 (...)*] [i32 (...)* bitcast (i32 (i32)* @callee to i32 (...)*)]

@al = alias i32, i32* @g
@al2 = alias i8, bitcast (i32* @g to i8*)
@if = ifunc i32 (i32), i32 (i32)* ()* @resolver

define internal i32 (i32)* @resolver() {
  ret i32 (i32)* @callee
}

define void @ctor() {
  ret void
}

define void @takes(i8* nocapture readonly %x) #0 {
; <label>:0 is the entry
entry:
  %c = bitcast i8* %x to i32*
  %d = bitcast i8* %x to %struct.list*
  %v = load i32, i32* %c, align 4
  store i32 %v, i32* @g, align 4
  %next = getelementptr inbounds %struct.list, %struct.list* %d, i32 0, i32 0
  %n = load %struct.list*, %struct.list** %next, align 8
  %fp = getelementptr inbounds %struct.list, %struct.list* %n, i32 0, i32 1
  %f = load void (%struct.list*, ...)*, void (%struct.list*, ...)** %fp, align 8
  call void (%struct.list*, ...) %f(%struct.list* %n, i32 3)
  %is = icmp eq %struct.list* %n, null
  br i1 %is, label %loop, label %done

loop:                                             ; preds = %loop, %entry
  %it = phi i32* [ %c, %entry ], [ %early, %loop ]
  %later = getelementptr i32, i32* %it, i64 1
  %raw = bitcast i32* %later to i8*
  %early = bitcast i8* %raw to i32*
  br label %loop

done:                                             ; preds = %entry
  ret void
}

define i32 @callee(i32) {
  %2 = alloca i32, align 4
  %3 = bitcast i32* %2 to i8*
  call void @llvm.lifetime.start.p0i8(i64 4, i8* nonnull %3) #1
  call void @llvm.memcpy.p0i8.p0i8.i64(i8* align 4 %3, i8* bitcast (i32* @g to i8*), i64 4, i1 false)
  %4 = atomicrmw add i32* %2, i32 1 seq_cst, align 4
  %5 = cmpxchg i32* %2, i32 0, i32 1 acq_rel monotonic, align 4
  %6 = extractvalue { i32, i1 } %5, 1
  %7 = call i32 (i8*, ...) bitcast (i32 (...)* @undeclared to i32 (i8*, ...)*)(i8* %3, i32 4)
  %8 = call i32 (i32)* @returns(i32 1)
  %9 = tail call i32 %8(i32 2)
  call void asm sideeffect "nop", "=*m,r,*m,~{memory}"(i32* elementtype(i32) %2, i32 %9, i32* elementtype(i32) @g)
  call void asm "nop", "r"(i32* %2)
  call void @llvm.lifetime.end.p0i8(i64 4, i8* nonnull %3)
  ret i32 %9
}

declare i32 (i32)* @returns(i32)

declare i32 @undeclared(...)

define void @byvalue(%struct.small* noalias sret(%struct.small) %out, %struct.small* byval(%struct.small) align 8 %new) {
  %p = getelementptr inbounds %struct.small, %struct.small* %new, i32 0, i32 1
  call void @byvalue(%struct.small* sret(%struct.small) %out, %struct.small* byval(%struct.small) align 8 %new)
  ret void
}

define <4 x double> @vectors(<4 x double*> %v, <4 x i1> %m, <4 x double>* %p) {
  %1 = call <4 x double> @llvm.masked.gather.v4f64.v4p0f64(<4 x double*> %v, i32 8, <4 x i1> %m, <4 x double> undef)
  %2 = call <4 x double> @llvm.masked.load.v4f64.p0v4f64(<4 x double>* %p, i32 8, <4 x i1> %m, <4 x double> %1)
  %3 = bitcast <4 x double*> %v to <4 x i8*>
  ret <4 x double> %2
}

define void @debug(i32* %x) !dbg !3 {
  call void @llvm.dbg.value(metadata i32* %x, metadata !7, metadata !DIExpression()), !dbg !8
  call void @llvm.dbg.value(metadata !DIArgList(i32* %x, i32** @p), metadata !7, metadata !DIExpression(DW_OP_LLVM_arg, 0)), !dbg !8
  ret void, !dbg !8
}

declare void @llvm.dbg.value(metadata, metadata, metadata)
declare void @llvm.lifetime.start.p0i8(i64 immarg, i8* nocapture)
declare void @llvm.lifetime.end.p0i8(i64 immarg, i8* nocapture)
declare void @llvm.memcpy.p0i8.p0i8.i64(i8* noalias nocapture writeonly, i8* noalias nocapture readonly, i64, i1 immarg)
declare <4 x double> @llvm.masked.gather.v4f64.v4p0f64(<4 x double*>, i32, <4 x i1>, <4 x double>)
declare <4 x double> @llvm.masked.load.v4f64.p0v4f64(<4 x double>*, i32, <4 x i1>, <4 x double>)

attributes #0 = { argmemonly nounwind uwtable "frame-pointer"="none" }
attributes #1 = { nounwind }

!llvm.module.flags = !{!0}
!llvm.dbg.cu = !{!1}
!kernels = !{!9}

!0 = !{i32 2, !"Debug Info Version", i32 3}
!1 = distinct !DICompileUnit(language: DW_LANG_C99, file: !2, emissionKind: FullDebug)
!2 = !DIFile(filename: "operator*.c", directory: "/")
!3 = distinct !DISubprogram(name: "int *f(char*)", scope: !2, file: !2, line: 1, type: !4, unit: !1, templateParams: !10)
!4 = !DISubroutineType(types: !5)
!5 = !{null, !6}
!6 = !DIBasicType(name: "int", size: 32, encoding: DW_ATE_signed)
!7 = !DILocalVariable(name: "x*", scope: !3, type: !6)
!8 = !DILocation(line: 1, scope: !3)
!9 = !{void (i8*)* @takes, !"kernel", i32 1, !{i32* @g}}
!10 = !{!11}
!11 = !DITemplateValueParameter(name: "p", type: !6, value: i32* @g)
