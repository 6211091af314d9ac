; Written by LLVM 11.1.0, in llvmlite 0.39.1, from sources/constructs.ll.
source_filename = "constructs.c"
target datalayout = "e-m:e-i64:64-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

module asm ".globl marker"
module asm "marker:"

%struct.node = type { %struct.node*, double, [3 x i8], void (%struct.node*, ...)* }
%opaque = type opaque
%struct.pair = type { double, double }

$once = comdat any

$largest = comdat largest

@zero = common global i32 0, align 4
@"quoted name*" = internal unnamed_addr constant [6 x i8] c"a\22b\\\FF\00", align 1
@tls = thread_local(initialexec) global double 1.500000e+00
@once = linkonce_odr global i32 7, comdat
@largest = weak_odr dso_local local_unnamed_addr global i64 9, comdat, align 8
@hidden = hidden global i8* bitcast (i32* @zero to i8*), section "mine", align 8
@import = external dllimport global i32
@space = addrspace(3) global [4 x float] undef, align 16
@list = global %struct.node { %struct.node* null, double 0x400921FB54442D18, [3 x i8] zeroinitializer, void (%struct.node*, ...)* bitcast (void (%struct.node*)* @visit to void (%struct.node*, ...)*) }
@table = private unnamed_addr constant [2 x i8*] [i8* blockaddress(@jump, %one), i8* blockaddress(@jump, %two)]
@opaque_one = external global %opaque
@halves = global [3 x half] [half 0xH3C00, half 0xH0000, half 0xH7C00]
@wide = global x86_fp80 0xK3FFF8000000000000000
@quad = global fp128 0xL00000000000000003FFF000000000000
@both = global ppc_fp128 0xM3FF00000000000000000000000000000
@e_add = global i64 add (i64 ptrtoint (i32* @zero to i64), i64 8)
@e_sub = global i64 sub (i64 ptrtoint (i32* @zero to i64), i64 ptrtoint (i32* @once to i64))
@e_xor = global i64 xor (i64 ptrtoint (i32* @zero to i64), i64 1)
@e_trunc = global i8 ptrtoint (i32* @zero to i8)
@e_inttoptr = global i8* inttoptr (i64 add (i64 ptrtoint (i32* @zero to i64), i64 1) to i8*)
@e_space = global float* addrspacecast (float addrspace(3)* getelementptr inbounds ([4 x float], [4 x float] addrspace(3)* @space, i64 0, i64 2) to float*)
@e_gep = global double* getelementptr inbounds (%struct.node, %struct.node* @list, i32 0, i32 1)
@e_inrange = global i8** getelementptr inbounds ([2 x i8*], [2 x i8*]* @table, i64 0, inrange i64 1)
@e_extract = global i64 extractelement (<2 x i64> bitcast (i128 ptrtoint (i32* @zero to i128) to <2 x i64>), i32 1)
@e_insert = global <2 x i64> <i64 ptrtoint (i32* @zero to i64), i64 2>
@e_shuffle = global <2 x i64> <i64 ptrtoint (i32* @zero to i64), i64 1>
@weak = extern_weak global i32
@llvm.used = appending global [1 x i8*] [i8* bitcast (i32* @zero to i8*)], section "llvm.metadata"
@llvm.global_ctors = appending global [1 x { i32, void ()*, i8* }] [{ i32, void ()*, i8* } { i32 65535, void ()* @ctor, i8* null }]

@alias = alias i32, i32* @zero
@inside = internal unnamed_addr alias double, getelementptr inbounds (%struct.node, %struct.node* @list, i32 0, i32 1)

@resolved = ifunc double (double), double (double)* ()* @resolver

define internal double (double)* @resolver() {
  ret double (double)* @chosen
}

; Function Attrs: alwaysinline argmemonly readonly strictfp
define internal double @chosen(double %0) local_unnamed_addr #0 prologue i8 -112 {
  ret double %0
}

define internal void @ctor() section ".text.startup" gc "statepoint-example" {
  ret void
}

; Function Attrs: nounwind uwtable
define void @visit(%struct.node* nocapture readonly %n) #1 prefix i32 1 personality i32 (...)* @__gxx_personality_v0 {
  ret void
}

declare i32 @__gxx_personality_v0(...)

declare i32 @__CxxFrameHandler3(...)

; Function Attrs: cold noinline optnone
declare void @may_throw() #2

; Function Attrs: returns_twice
declare i8* @returns_twice() #3

; Function Attrs: inaccessiblemem_or_argmemonly noredzone safestack sanitize_address allocsize(0,1)
declare noalias i8* @allocate(i64, i32) #4

declare void @by_value(%struct.pair* byval align 8, %struct.pair* noalias sret)

declare i32 @variadic(i8* nocapture, ...)

declare double (double)* @gives_function(double (double)*, i32)

define double @expressions(i1 %c) {
entry:
  %members.slot = alloca { i32, i64 }, align 8
  %value.slot = alloca i32, align 4
  %fptoui.slot = alloca i32, align 4
  %fptosi.slot = alloca i32, align 4
  %fpext.slot = alloca double, align 8
  %fptrunc.slot = alloca float, align 4
  %sext.slot = alloca i64, align 8
  %zext.slot = alloca i64, align 8
  %frem.slot = alloca float, align 4
  %fdiv.slot = alloca float, align 4
  %fmul.slot = alloca float, align 4
  %fsub.slot = alloca double, align 8
  %fadd.slot = alloca double, align 8
  %select.slot = alloca i32, align 4
  %fcmp.slot = alloca i1, align 1
  %icmp.slot = alloca i1, align 1
  %or.slot = alloca i64, align 8
  %and.slot = alloca i64, align 8
  %ashr.slot = alloca i64, align 8
  %lshr.slot = alloca i64, align 8
  %shl.slot = alloca i64, align 8
  %urem.slot = alloca i64, align 8
  %sdiv.slot = alloca i64, align 8
  %udiv.slot = alloca i64, align 8
  %mul.slot = alloca i64, align 8
  store volatile i64 mul (i64 ptrtoint (i32* @zero to i64), i64 3), i64* %mul.slot, align 8
  store volatile i64 udiv (i64 ptrtoint (i32* @zero to i64), i64 3), i64* %udiv.slot, align 8
  store volatile i64 sdiv exact (i64 ptrtoint (i32* @zero to i64), i64 4), i64* %sdiv.slot, align 8
  store volatile i64 urem (i64 ptrtoint (i32* @zero to i64), i64 3), i64* %urem.slot, align 8
  store volatile i64 shl (i64 ptrtoint (i32* @zero to i64), i64 3), i64* %shl.slot, align 8
  store volatile i64 lshr (i64 ptrtoint (i32* @zero to i64), i64 3), i64* %lshr.slot, align 8
  store volatile i64 ashr (i64 ptrtoint (i32* @zero to i64), i64 3), i64* %ashr.slot, align 8
  store volatile i64 and (i64 ptrtoint (i32* @zero to i64), i64 -8), i64* %and.slot, align 8
  store volatile i64 or (i64 ptrtoint (i32* @zero to i64), i64 1), i64* %or.slot, align 8
  store volatile i1 icmp ult (i32* @zero, i32* @once), i1* %icmp.slot, align 1
  store volatile i1 fcmp oeq (double sitofp (i64 ptrtoint (i32* @zero to i64) to double), double 1.000000e+00), i1* %fcmp.slot, align 1
  store volatile i32 select (i1 icmp eq (i32* @weak, i32* null), i32 1, i32 2), i32* %select.slot, align 4
  store volatile double fadd (double sitofp (i64 ptrtoint (i32* @zero to i64) to double), double 1.000000e+00), double* %fadd.slot, align 8
  store volatile double fsub (double uitofp (i64 ptrtoint (i32* @zero to i64) to double), double 1.000000e+00), double* %fsub.slot, align 8
  store volatile float fmul (float bitcast (i32 ptrtoint (i32* @zero to i32) to float), float 2.000000e+00), float* %fmul.slot, align 4
  store volatile float fdiv (float bitcast (i32 ptrtoint (i32* @zero to i32) to float), float 2.000000e+00), float* %fdiv.slot, align 4
  store volatile float frem (float bitcast (i32 ptrtoint (i32* @zero to i32) to float), float 2.000000e+00), float* %frem.slot, align 4
  store volatile i64 zext (i32 ptrtoint (i32* @zero to i32) to i64), i64* %zext.slot, align 8
  store volatile i64 sext (i32 ptrtoint (i32* @zero to i32) to i64), i64* %sext.slot, align 8
  store volatile float fptrunc (double bitcast (i64 ptrtoint (i32* @zero to i64) to double) to float), float* %fptrunc.slot, align 4
  store volatile double fpext (float bitcast (i32 ptrtoint (i32* @zero to i32) to float) to double), double* %fpext.slot, align 8
  store volatile i32 fptosi (float bitcast (i32 ptrtoint (i32* @zero to i32) to float) to i32), i32* %fptosi.slot, align 4
  store volatile i32 fptoui (float bitcast (i32 ptrtoint (i32* @zero to i32) to float) to i32), i32* %fptoui.slot, align 4
  store volatile i32 extractvalue ({ i32, i32 } select (i1 icmp eq (i32* @weak, i32* null), { i32, i32 } { i32 1, i32 2 }, { i32, i32 } zeroinitializer), 1), i32* %value.slot, align 4
  store volatile { i32, i64 } { i32 1, i64 ptrtoint (i32* @zero to i64) }, { i32, i64 }* %members.slot, align 8
  br i1 %c, label %left, label %right

left:                                             ; preds = %entry
  br label %right

right:                                            ; preds = %left, %entry
  %v = phi double [ fadd (double sitofp (i64 ptrtoint (i32* @zero to i64) to double), double 1.000000e+00), %left ], [ 2.000000e+00, %entry ]
  ret double %v
}

define i8* @jump(i32 %k) {
entry:
  %slot = getelementptr inbounds [2 x i8*], [2 x i8*]* @table, i64 0, i32 %k
  %to = load i8*, i8** %slot, align 8, !nonnull !2
  indirectbr i8* %to, [label %one, label %two]

one:                                              ; preds = %entry
  ret i8* null

two:                                              ; preds = %entry
  ret i8* inttoptr (i64 8 to i8*)
}

; Function Attrs: norecurse nounwind readnone speculatable sspstrong
define double @arithmetic(double %x, float %y, i32 %n, <2 x double> %v, half %h) #5 {
  %negated = fsub double -0.000000e+00, %x
  %vnegated = fsub <2 x double> <double -0.000000e+00, double -0.000000e+00>, %v
  %fast = fmul fast double %negated, %x
  %some = fadd fast double %fast, 1.000000e+00
  %wide = fpext float %y to double
  %a = add nuw nsw i32 %n, 1
  %s = shl nsw i32 %a, 2
  %d = sdiv exact i32 %s, 4
  %c = fcmp reassoc ogt double %some, %wide
  %p = select i1 %c, double %some, double %wide
  %f = sitofp i32 %d to double
  %sum = fadd double %p, %f
  %e = extractelement <2 x double> %vnegated, i32 0
  %sh = shufflevector <2 x double> %v, <2 x double> undef, <4 x i32> <i32 0, i32 1, i32 undef, i32 0>
  %r = call fast double @llvm.experimental.vector.reduce.v2.fadd.f64.v4f64(double 0.000000e+00, <4 x double> %sh)
  %r2 = call double @llvm.experimental.vector.reduce.v2.fmul.f64.v4f64(double %r, <4 x double> %sh)
  %r3 = call fast double @llvm.experimental.vector.reduce.fmax.v4f64(<4 x double> %sh)
  %i = bitcast double %r3 to i64
  %iv = insertelement <4 x i64> undef, i64 %i, i32 0
  %r4 = call i64 @llvm.experimental.vector.reduce.umax.v4i64(<4 x i64> %iv)
  %r5 = call i64 @llvm.experimental.vector.reduce.add.v4i64(<4 x i64> %iv)
  %x1 = xor i64 %r4, %r5
  %t = uitofp i64 %x1 to double
  %u = fadd double %r2, %t
  %z = fadd double %u, %sum
  %power = call double @llvm.powi.f64(double %z, i32 3)
  %hh = fpext half %h to double
  %m = call double @llvm.maxnum.f64(double %power, double %hh)
  %fma = call double @llvm.fmuladd.f64(double %m, double %e, double %x), !fpmath !21
  %sq = call double @llvm.experimental.constrained.fadd.f64(double %fma, double %x, metadata !"round.dynamic", metadata !"fpexcept.strict")
  ret double %sq
}

define void @memory(i8* noalias nocapture align 16 dereferenceable(64) %to, i8* nocapture readonly %from, i64 %size, i32* %p, double addrspace(1)* %far) {
  call void @llvm.memcpy.p0i8.p0i8.i64(i8* align 16 %to, i8* align 4 %from, i64 %size, i1 false)
  tail call void @llvm.memmove.p0i8.p0i8.i64(i8* %to, i8* %from, i64 16, i1 true)
  call void @llvm.memset.p0i8.i64(i8* nonnull align 16 dereferenceable(64) %to, i8 0, i64 64, i1 false)
  %local = alloca [4 x double], align 16
  %argument = alloca inalloca %struct.pair, align 8
  %raw = bitcast [4 x double]* %local to i8*
  call void @llvm.lifetime.start.p0i8(i64 32, i8* nonnull %raw)
  %first = getelementptr inbounds [4 x double], [4 x double]* %local, i64 0, i64 0
  store double 1.000000e+00, double* %first, align 16, !tbaa !22
  %v = load volatile double, double* %first, align 16, !tbaa !22, !invariant.load !2
  %near = addrspacecast double addrspace(1)* %far to double*
  store double %v, double* %near, align 8, !nontemporal !25
  store double %v, double addrspace(1)* %far, align 8
  %vector = bitcast double* %first to <2 x double>*
  %mask = icmp ne <2 x i64> <i64 1, i64 0>, zeroinitializer
  %lanes = call <2 x double> @llvm.masked.load.v2f64.p0v2f64(<2 x double>* %vector, i32 8, <2 x i1> %mask, <2 x double> undef)
  call void @llvm.masked.store.v2f64.p0v2f64(<2 x double> %lanes, <2 x double>* %vector, i32 8, <2 x i1> %mask)
  %addresses = insertelement <2 x double*> undef, double* %first, i32 0
  %gathered = call <2 x double> @llvm.masked.gather.v2f64.v2p0f64(<2 x double*> %addresses, i32 8, <2 x i1> %mask, <2 x double> undef)
  call void @llvm.masked.scatter.v2f64.v2p0f64(<2 x double> %gathered, <2 x double*> %addresses, i32 8, <2 x i1> %mask)
  %old = atomicrmw volatile add i32* %p, i32 1 syncscope("singlethread") seq_cst
  %max = atomicrmw umax i32* %p, i32 %old acq_rel
  %exchange = cmpxchg weak i32* %p, i32 %old, i32 %max syncscope("agent") acq_rel monotonic
  %pair = extractvalue { i32, i1 } %exchange, 0
  %at = load atomic i32, i32* %p acquire, align 4
  store atomic i32 %at, i32* %p syncscope("singlethread") release, align 4
  fence syncscope("singlethread") acquire
  fence seq_cst
  %object = call i64 @llvm.objectsize.i64.p0i8(i8* %to, i1 false, i1 true, i1 false)
  %inv = call {}* @llvm.invariant.start.p0i8(i64 8, i8* %to)
  call void @llvm.invariant.end.p0i8({}* %inv, i64 8, i8* %to)
  %laundered = call i8* @llvm.launder.invariant.group.p0i8(i8* %to)
  call void @llvm.prefetch.p0i8(i8* %laundered, i32 0, i32 3, i32 1)
  %note = call i8* @llvm.ptr.annotation.p0i8(i8* %to, i8* %from, i8* %from, i32 3)
  call void @llvm.var.annotation(i8* %note, i8* %from, i8* %from, i32 4)
  %stack = call i8* @llvm.stacksave()
  call void @llvm.stackrestore(i8* %stack)
  %frame = call i8* @llvm.frameaddress.p0i8(i32 0)
  %return = call i8* @llvm.returnaddress(i32 0)
  call void @llvm.lifetime.end.p0i8(i64 32, i8* nonnull %raw)
  %c = icmp ugt i64 %object, 8
  call void @llvm.assume(i1 %c)
  ret void
}

; Function Attrs: nounwind uwtable
define i32 @calls(%struct.node* %n, double (double)* %f, i8* %text, ...) #1 {
  %list = alloca [1 x { i32, i32, i8*, i8* }], align 16
  %va = bitcast [1 x { i32, i32, i8*, i8* }]* %list to i8*
  call void @llvm.va_start(i8* %va)
  %arg = va_arg i8* %va, i32
  call void @llvm.va_end(i8* %va)
  %count = call i32 (i8*, ...) @variadic(i8* %text, double 1.000000e+00, i32 %arg)
  %cast = call i32 bitcast (i32 (i8*, ...)* @variadic to i32 (i32)*)(i32 %count)
  %pairs = alloca %struct.pair, align 8
  call void @by_value(%struct.pair* byval align 8 %pairs, %struct.pair* sret %pairs)
  %g = call double (double)* @gives_function(double (double)* %f, i32 %cast)
  %r = call fastcc double %g(double 1.000000e+00) #18
  %member = getelementptr inbounds %struct.node, %struct.node* %n, i64 0, i32 3
  %callee = load void (%struct.node*, ...)*, void (%struct.node*, ...)** %member, align 8
  call void (%struct.node*, ...) %callee(%struct.node* nonnull %n, double %r)
  %asm = call i32 asm sideeffect inteldialect "mov $0, $1", "=r,r,~{dirflag},~{fpsr},~{flags}"(i32 %arg), !srcloc !26
  call void asm "nop", "=*m,r,*m,~{memory}"(i32* @zero, i32 %asm, i32* @once)
  %saved = call ghccc i64 @ghc(i64 1)
  %preserve = call preserve_mostcc i64 @preserving(i64 %saved) [ "deopt"(i32 7, i64 %saved, i8* %text), "tag"() ]
  %x = notail call i32 @calls_tail(i32 %asm)
  ret i32 %x
}

declare ghccc i64 @ghc(i64)

declare preserve_mostcc i64 @preserving(i64)

define i32 @calls_tail(i32 %x) {
  %r = musttail call i32 @calls_tail(i32 %x)
  ret i32 %r
}

define void @sjlj(%struct.pair* inalloca %x) {
  ret void
}

define i32 @cxx(i8* %object) personality i8* bitcast (i32 (...)* @__gxx_personality_v0 to i8*) {
entry:
  invoke void @may_throw()
          to label %fine unwind label %pad

fine:                                             ; preds = %catch, %catch, %entry
  ret i32 0

pad:                                              ; preds = %entry
  %caught = landingpad { i8*, i32 }
          cleanup
          catch i8** @hidden
          filter [1 x i8*] [i8* bitcast (i32* @zero to i8*)]
  %selector = extractvalue { i8*, i32 } %caught, 1
  %id = call i32 @llvm.eh.typeid.for(i8* bitcast (i8** @hidden to i8*))
  %is = icmp eq i32 %selector, %id
  br i1 %is, label %catch, label %on

catch:                                            ; preds = %pad
  switch i32 %selector, label %fine [
    i32 1, label %on
    i32 -5, label %fine
  ]

on:                                               ; preds = %catch, %pad
  resume { i8*, i32 } %caught
}

define void @msvc() personality i8* bitcast (i32 (...)* @__CxxFrameHandler3 to i8*) {
entry:
  invoke void @may_throw()
          to label %fine unwind label %dispatch

dispatch:                                         ; preds = %entry
  %switch = catchswitch within none [label %handler] unwind label %cleanup

handler:                                          ; preds = %dispatch
  %pad = catchpad within %switch [i8* null, i32 64, i8* null]
  invoke void @may_throw() [ "funclet"(token %pad) ]
          to label %back unwind label %cleanup

back:                                             ; preds = %handler
  catchret from %pad to label %fine

cleanup:                                          ; preds = %handler, %dispatch
  %token = cleanuppad within none []
  call void @may_throw() [ "funclet"(token %token) ]
  cleanupret from %token unwind to caller

fine:                                             ; preds = %back, %entry
  ret void
}

define x86_mmx @mmx(x86_mmx %a, <1 x i64> %b) {
  %c = bitcast <1 x i64> %b to x86_mmx
  %d = call x86_mmx @llvm.x86.mmx.padd.d(x86_mmx %a, x86_mmx %c)
  ret x86_mmx %d
}

; Function Attrs: nounwind uwtable
define void @debugged(i32* %x, double %y) #1 !dbg !27 {
  %slot = alloca double, align 8
  call void @llvm.dbg.declare(metadata double* %slot, metadata !31, metadata !DIExpression()), !dbg !34
  store double %y, double* %slot, align 8, !dbg !35
  call void @llvm.dbg.value(metadata i32* %x, metadata !32, metadata !DIExpression(DW_OP_deref, DW_OP_plus_uconst, 4, DW_OP_stack_value, DW_OP_LLVM_fragment, 0, 32)), !dbg !35
  call void @llvm.dbg.value(metadata i32 undef, metadata !32, metadata !DIExpression()), !dbg !35
  call void @llvm.dbg.label(metadata !33), !dbg !35
  ret void, !dbg !37
}

; Function Attrs: nounwind readnone speculatable willreturn
declare void @llvm.dbg.declare(metadata, metadata, metadata) #6

; Function Attrs: nounwind readnone speculatable willreturn
declare void @llvm.dbg.value(metadata, metadata, metadata) #6

; Function Attrs: nounwind readnone speculatable willreturn
declare void @llvm.dbg.label(metadata) #6

; Function Attrs: argmemonly nounwind willreturn
declare void @llvm.memcpy.p0i8.p0i8.i64(i8* noalias nocapture writeonly, i8* noalias nocapture readonly, i64, i1 immarg) #7

; Function Attrs: argmemonly nounwind willreturn
declare void @llvm.memmove.p0i8.p0i8.i64(i8* nocapture, i8* nocapture readonly, i64, i1 immarg) #7

; Function Attrs: argmemonly nounwind willreturn writeonly
declare void @llvm.memset.p0i8.i64(i8* nocapture writeonly, i8, i64, i1 immarg) #8

; Function Attrs: argmemonly nounwind willreturn
declare void @llvm.lifetime.start.p0i8(i64 immarg, i8* nocapture) #7

; Function Attrs: argmemonly nounwind willreturn
declare void @llvm.lifetime.end.p0i8(i64 immarg, i8* nocapture) #7

; Function Attrs: nounwind readnone speculatable willreturn
declare double @llvm.powi.f64(double, i32) #6

; Function Attrs: nounwind readnone speculatable willreturn
declare double @llvm.maxnum.f64(double, double) #6

; Function Attrs: nounwind readnone speculatable willreturn
declare double @llvm.fmuladd.f64(double, double, double) #6

; Function Attrs: inaccessiblememonly nounwind willreturn
declare double @llvm.experimental.constrained.fadd.f64(double, double, metadata, metadata) #9

; Function Attrs: argmemonly nounwind readonly willreturn
declare <2 x double> @llvm.masked.load.v2f64.p0v2f64(<2 x double>*, i32 immarg, <2 x i1>, <2 x double>) #10

; Function Attrs: argmemonly nounwind willreturn
declare void @llvm.masked.store.v2f64.p0v2f64(<2 x double>, <2 x double>*, i32 immarg, <2 x i1>) #7

; Function Attrs: nounwind readonly willreturn
declare <2 x double> @llvm.masked.gather.v2f64.v2p0f64(<2 x double*>, i32 immarg, <2 x i1>, <2 x double>) #11

; Function Attrs: nounwind willreturn
declare void @llvm.masked.scatter.v2f64.v2p0f64(<2 x double>, <2 x double*>, i32 immarg, <2 x i1>) #12

; Function Attrs: argmemonly nounwind willreturn
declare {}* @llvm.invariant.start.p0i8(i64 immarg, i8* nocapture) #7

; Function Attrs: argmemonly nounwind willreturn
declare void @llvm.invariant.end.p0i8({}*, i64 immarg, i8* nocapture) #7

; Function Attrs: inaccessiblememonly nounwind speculatable willreturn
declare i8* @llvm.launder.invariant.group.p0i8(i8*) #13

; Function Attrs: nounwind willreturn
declare i8* @llvm.ptr.annotation.p0i8(i8*, i8*, i8*, i32) #12

; Function Attrs: nounwind willreturn
declare void @llvm.var.annotation(i8*, i8*, i8*, i32) #12

; Function Attrs: nounwind
declare i8* @llvm.stacksave() #14

; Function Attrs: nounwind
declare void @llvm.stackrestore(i8*) #14

; Function Attrs: nounwind readnone
declare i8* @llvm.returnaddress(i32 immarg) #15

; Function Attrs: nounwind willreturn
declare void @llvm.assume(i1) #12

; Function Attrs: nounwind
declare void @llvm.va_start(i8*) #14

; Function Attrs: nounwind
declare void @llvm.va_end(i8*) #14

; Function Attrs: nounwind readnone
declare i32 @llvm.eh.typeid.for(i8*) #15

; Function Attrs: nounwind readnone
declare x86_mmx @llvm.x86.mmx.padd.d(x86_mmx, x86_mmx) #15

; Function Attrs: nounwind readnone willreturn
declare double @llvm.experimental.vector.reduce.v2.fadd.f64.v4f64(double, <4 x double>) #16

; Function Attrs: nounwind readnone willreturn
declare double @llvm.experimental.vector.reduce.v2.fmul.f64.v4f64(double, <4 x double>) #16

; Function Attrs: nounwind readnone willreturn
declare double @llvm.experimental.vector.reduce.fmax.v4f64(<4 x double>) #16

; Function Attrs: nounwind readnone willreturn
declare i64 @llvm.experimental.vector.reduce.umax.v4i64(<4 x i64>) #16

; Function Attrs: nounwind readnone willreturn
declare i64 @llvm.experimental.vector.reduce.add.v4i64(<4 x i64>) #16

; Function Attrs: nounwind readnone speculatable willreturn
declare i64 @llvm.objectsize.i64.p0i8(i8*, i1 immarg, i1 immarg, i1 immarg) #6

; Function Attrs: inaccessiblemem_or_argmemonly nounwind willreturn
declare void @llvm.prefetch.p0i8(i8* nocapture readonly, i32 immarg, i32 immarg, i32) #17

; Function Attrs: nounwind readnone
declare i8* @llvm.frameaddress.p0i8(i32 immarg) #15

attributes #0 = { alwaysinline argmemonly readonly strictfp }
attributes #1 = { nounwind uwtable "less-precise-fpmad"="false" "no-frame-pointer-elim"="true" "no-frame-pointer-elim-non-leaf" "target-cpu"="x86-64" }
attributes #2 = { cold noinline optnone "thunk" }
attributes #3 = { returns_twice }
attributes #4 = { inaccessiblemem_or_argmemonly noredzone safestack sanitize_address allocsize(0,1) }
attributes #5 = { norecurse nounwind readnone speculatable sspstrong }
attributes #6 = { nounwind readnone speculatable willreturn }
attributes #7 = { argmemonly nounwind willreturn }
attributes #8 = { argmemonly nounwind willreturn writeonly }
attributes #9 = { inaccessiblememonly nounwind willreturn }
attributes #10 = { argmemonly nounwind readonly willreturn }
attributes #11 = { nounwind readonly willreturn }
attributes #12 = { nounwind willreturn }
attributes #13 = { inaccessiblememonly nounwind speculatable willreturn }
attributes #14 = { nounwind }
attributes #15 = { nounwind readnone }
attributes #16 = { nounwind readnone willreturn }
attributes #17 = { inaccessiblemem_or_argmemonly nounwind willreturn }
attributes #18 = { builtin convergent nounwind }

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!14, !15, !16}
!llvm.ident = !{!17}
!named = !{!18, !19}

!0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, producer: "clang version 7", isOptimized: false, runtimeVersion: 0, emissionKind: FullDebug, enums: !2, globals: !3)
!1 = !DIFile(filename: "constructs*.c", directory: "/tmp", checksumkind: CSK_MD5, checksum: "000102030405060708090a0b0c0d0e0f")
!2 = !{}
!3 = !{!4}
!4 = !DIGlobalVariableExpression(var: !5, expr: !DIExpression(DW_OP_constu, 3, DW_OP_stack_value))
!5 = distinct !DIGlobalVariable(name: "constant", scope: !0, file: !1, line: 1, type: !6, isLocal: true, isDefinition: true)
!6 = !DICompositeType(tag: DW_TAG_structure_type, name: "pair", file: !1, line: 1, size: 128, elements: !7, templateParams: !10, identifier: "pair")
!7 = !{!8}
!8 = !DIDerivedType(tag: DW_TAG_member, name: "first", scope: !6, file: !1, line: 1, baseType: !9, size: 64, offset: 64)
!9 = !DIBasicType(name: "double", size: 64, encoding: DW_ATE_float)
!10 = !{!11}
!11 = !DITemplateValueParameter(type: !12, value: i32* @zero)
!12 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !13, size: 64)
!13 = !DIBasicType(name: "int", size: 32, encoding: DW_ATE_signed)
!14 = !{i32 2, !"Dwarf Version", i32 4}
!15 = !{i32 2, !"Debug Info Version", i32 3}
!16 = !{i32 1, !"wchar_size", i32 4}
!17 = !{!"clang version 7.0.0"}
!18 = !{i8* bitcast (i32* @zero to i8*), !"int *", void (%struct.node*)* @visit}
!19 = distinct !{!19, !20}
!20 = !{!"llvm.loop.unroll.disable"}
!21 = !{float 2.500000e+00}
!22 = !{!23, !23, i64 0}
!23 = !{!"double", !24, i64 0}
!24 = !{!"Simple C/C++ TBAA"}
!25 = !{i32 1}
!26 = !{i32 100}
!27 = distinct !DISubprogram(name: "debugged", linkageName: "_Zdebugged", scope: !1, file: !1, line: 1, type: !28, scopeLine: 1, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition, unit: !0, retainedNodes: !30)
!28 = !DISubroutineType(types: !29)
!29 = !{null, !12, !9}
!30 = !{!31, !32, !33}
!31 = !DILocalVariable(name: "slot", scope: !27, file: !1, line: 2, type: !9)
!32 = !DILocalVariable(name: "x", arg: 1, scope: !27, file: !1, line: 1, type: !12)
!33 = !DILabel(scope: !27, name: "here", file: !1, line: 3)
!34 = !DILocation(line: 2, column: 3, scope: !27)
!35 = !DILocation(line: 3, column: 3, scope: !36)
!36 = distinct !DILexicalBlock(scope: !27, file: !1, line: 3, column: 1)
!37 = !DILocation(line: 4, column: 1, scope: !27, inlinedAt: !38)
!38 = distinct !DILocation(line: 9, column: 1, scope: !27)
