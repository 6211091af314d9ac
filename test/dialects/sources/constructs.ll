source_filename = "constructs.c"
target datalayout = "e-m:e-i64:64-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

module asm ".globl marker"
module asm "marker:"

%struct.node = type { %struct.node*, double, [3 x i8], void (%struct.node*, ...)* }
%struct.pair = type { double, double }
%opaque = type opaque
%packed = type <{ i8, i32, double* }>
%0 = type { i32, %0* }

$once = comdat any
$largest = comdat largest

@zero = common global i32 0, align 4
@"quoted name*" = internal unnamed_addr constant [6 x i8] c"a\22b\5C\FF\00", align 1
@tls = thread_local(initialexec) global double 1.5
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
@e_trunc = global i8 trunc (i64 ptrtoint (i32* @zero to i64) to i8)
@e_inttoptr = global i8* inttoptr (i64 add (i64 ptrtoint (i32* @zero to i64), i64 1) to i8*)
@e_space = global float* addrspacecast (float addrspace(3)* getelementptr inbounds ([4 x float], [4 x float] addrspace(3)* @space, i64 0, i64 2) to float*)
@e_gep = global double* getelementptr inbounds (%struct.node, %struct.node* @list, i32 0, i32 1)
@e_inrange = global i8** getelementptr inbounds ([2 x i8*], [2 x i8*]* @table, i64 0, inrange i64 1)
@e_extract = global i64 extractelement (<2 x i64> bitcast (i128 ptrtoint (i32* @zero to i128) to <2 x i64>), i32 1)
@e_insert = global <2 x i64> insertelement (<2 x i64> <i64 1, i64 2>, i64 ptrtoint (i32* @zero to i64), i32 0)
@e_shuffle = global <2 x i64> shufflevector (<2 x i64> <i64 1, i64 ptrtoint (i32* @zero to i64)>, <2 x i64> undef, <2 x i32> <i32 1, i32 0>)
@weak = extern_weak global i32
@llvm.used = appending global [1 x i8*] [i8* bitcast (i32* @zero to i8*)], section "llvm.metadata"
@llvm.global_ctors = appending global [1 x { i32, void ()*, i8* }] [{ i32, void ()*, i8* } { i32 65535, void ()* @ctor, i8* null }]

@alias = alias i32, i32* @zero
@inside = internal unnamed_addr alias double, getelementptr inbounds (%struct.node, %struct.node* @list, i32 0, i32 1)
@resolved = ifunc double (double), double (double)* ()* @resolver

define internal double (double)* @resolver() {
  ret double (double)* @chosen
}

define internal double @chosen(double) local_unnamed_addr #2 prologue i8 -112 {
  ret double %0
}

define internal void @ctor() section ".text.startup" gc "statepoint-example" {
  ret void
}

define void @visit(%struct.node* nocapture readonly %n) #0 prefix i32 1 personality i32 (...)* @__gxx_personality_v0 {
  ret void
}

declare i32 @__gxx_personality_v0(...)
declare i32 @__CxxFrameHandler3(...)
declare void @may_throw() #5
declare i8* @returns_twice() returns_twice
declare noalias i8* @allocate(i64, i32) #6
declare void @by_value(%struct.pair* byval align 8, %struct.pair* noalias sret)
declare i32 @variadic(i8* nocapture, ...)
declare double (double)* @gives_function(double (double)*, i32)

; comments stand anywhere
define double @expressions(i1 %c) {
entry:
  %members.slot = alloca { i32, i64 }
  %value.slot = alloca i32
  %fptoui.slot = alloca i32
  %fptosi.slot = alloca i32
  %fpext.slot = alloca double
  %fptrunc.slot = alloca float
  %sext.slot = alloca i64
  %zext.slot = alloca i64
  %frem.slot = alloca float
  %fdiv.slot = alloca float
  %fmul.slot = alloca float
  %fsub.slot = alloca double
  %fadd.slot = alloca double
  %select.slot = alloca i32
  %fcmp.slot = alloca i1
  %icmp.slot = alloca i1
  %or.slot = alloca i64
  %and.slot = alloca i64
  %ashr.slot = alloca i64
  %lshr.slot = alloca i64
  %shl.slot = alloca i64
  %urem.slot = alloca i64
  %sdiv.slot = alloca i64
  %udiv.slot = alloca i64
  %mul.slot = alloca i64
  store volatile i64 mul (i64 ptrtoint (i32* @zero to i64), i64 3), i64* %mul.slot
  store volatile i64 udiv (i64 ptrtoint (i32* @zero to i64), i64 3), i64* %udiv.slot
  store volatile i64 sdiv exact (i64 ptrtoint (i32* @zero to i64), i64 4), i64* %sdiv.slot
  store volatile i64 urem (i64 ptrtoint (i32* @zero to i64), i64 3), i64* %urem.slot
  store volatile i64 shl (i64 ptrtoint (i32* @zero to i64), i64 3), i64* %shl.slot
  store volatile i64 lshr (i64 ptrtoint (i32* @zero to i64), i64 3), i64* %lshr.slot
  store volatile i64 ashr (i64 ptrtoint (i32* @zero to i64), i64 3), i64* %ashr.slot
  store volatile i64 and (i64 ptrtoint (i32* @zero to i64), i64 -8), i64* %and.slot
  store volatile i64 or (i64 ptrtoint (i32* @zero to i64), i64 1), i64* %or.slot
  store volatile i1 icmp ult (i32* @zero, i32* @once), i1* %icmp.slot
  store volatile i1 fcmp oeq (double sitofp (i64 ptrtoint (i32* @zero to i64) to double), double 1.0), i1* %fcmp.slot
  store volatile i32 select (i1 icmp eq (i32* @weak, i32* null), i32 1, i32 2), i32* %select.slot
  store volatile double fadd (double sitofp (i64 ptrtoint (i32* @zero to i64) to double), double 1.0), double* %fadd.slot
  store volatile double fsub (double uitofp (i64 ptrtoint (i32* @zero to i64) to double), double 1.0), double* %fsub.slot
  store volatile float fmul (float bitcast (i32 ptrtoint (i32* @zero to i32) to float), float 2.0), float* %fmul.slot
  store volatile float fdiv (float bitcast (i32 ptrtoint (i32* @zero to i32) to float), float 2.0), float* %fdiv.slot
  store volatile float frem (float bitcast (i32 ptrtoint (i32* @zero to i32) to float), float 2.0), float* %frem.slot
  store volatile i64 zext (i32 ptrtoint (i32* @zero to i32) to i64), i64* %zext.slot
  store volatile i64 sext (i32 ptrtoint (i32* @zero to i32) to i64), i64* %sext.slot
  store volatile float fptrunc (double bitcast (i64 ptrtoint (i32* @zero to i64) to double) to float), float* %fptrunc.slot
  store volatile double fpext (float bitcast (i32 ptrtoint (i32* @zero to i32) to float) to double), double* %fpext.slot
  store volatile i32 fptosi (float bitcast (i32 ptrtoint (i32* @zero to i32) to float) to i32), i32* %fptosi.slot
  store volatile i32 fptoui (float bitcast (i32 ptrtoint (i32* @zero to i32) to float) to i32), i32* %fptoui.slot
  store volatile i32 extractvalue ({ i32, i32 } select (i1 icmp eq (i32* @weak, i32* null), { i32, i32 } { i32 1, i32 2 }, { i32, i32 } zeroinitializer), 1), i32* %value.slot
  store volatile { i32, i64 } insertvalue ({ i32, i64 } { i32 1, i64 2 }, i64 ptrtoint (i32* @zero to i64), 1), { i32, i64 }* %members.slot
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
  %to = load i8*, i8** %slot, align 8, !nonnull !10
  indirectbr i8* %to, [label %one, label %two]

one:                                              ; preds = %entry
  ret i8* null

two:                                              ; preds = %entry
  ret i8* inttoptr (i64 8 to i8*)
}

define double @arithmetic(double %x, float %y, i32 %n, <2 x double> %v, half %h) #1 {
  %negated = fsub double -0.000000e+00, %x
  %vnegated = fsub <2 x double> <double -0.0, double -0.0>, %v
  %fast = fmul fast double %negated, %x
  %some = fadd nnan ninf nsz arcp contract afn reassoc double %fast, 1.0
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
  %r = call fast double @llvm.experimental.vector.reduce.fadd.f64.v4f64(double undef, <4 x double> %sh)
  %r2 = call double @llvm.experimental.vector.reduce.fmul.f64.v4f64(double %r, <4 x double> %sh)
  %r3 = call fast double @llvm.experimental.vector.reduce.fmax.f64.v4f64(<4 x double> %sh)
  %i = bitcast double %r3 to i64
  %iv = insertelement <4 x i64> undef, i64 %i, i32 0
  %r4 = call i64 @llvm.experimental.vector.reduce.umax.i64.v4i64(<4 x i64> %iv)
  %r5 = call i64 @llvm.experimental.vector.reduce.add.i64.v4i64(<4 x i64> %iv)
  %x1 = xor i64 %r4, %r5
  %t = uitofp i64 %x1 to double
  %u = fadd double %r2, %t
  %z = fadd double %u, %sum
  %power = call double @llvm.powi.f64(double %z, i32 3)
  %hh = fpext half %h to double
  %m = call double @llvm.maxnum.f64(double %power, double %hh)
  %fma = call double @llvm.fmuladd.f64(double %m, double %e, double %x), !fpmath !11
  %sq = call double @llvm.experimental.constrained.fadd.f64(double %fma, double %x, metadata !"round.dynamic", metadata !"fpexcept.strict")
  ret double %sq
}

define void @memory(i8* noalias nocapture align 16 dereferenceable(64) %to, i8* nocapture readonly %from, i64 %size, i32* %p, double addrspace(1)* %far) {
  call void @llvm.memcpy.p0i8.p0i8.i64(i8* align 16 %to, i8* align 4 %from, i64 %size, i1 false)
  tail call void @llvm.memmove.p0i8.p0i8.i64(i8* %to, i8* %from, i64 16, i1 true)
  call void @llvm.memset.p0i8.i64(i8* nonnull align 16 dereferenceable(64) %to, i8 0, i64 64, i1 false)
  %local = alloca [4 x double], align 16
  %argument = alloca inalloca %struct.pair
  %raw = bitcast [4 x double]* %local to i8*
  call void @llvm.lifetime.start.p0i8(i64 32, i8* nonnull %raw)
  %first = getelementptr inbounds [4 x double], [4 x double]* %local, i64 0, i64 0
  store double 1.0, double* %first, align 16, !tbaa !12
  %v = load volatile double, double* %first, align 16, !tbaa !12, !invariant.load !10
  %near = addrspacecast double addrspace(1)* %far to double*
  store double %v, double* %near, align 8, !nontemporal !15
  store double %v, double addrspace(1)* %far
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
  %object = call i64 @llvm.objectsize.i64.p0i8(i8* %to, i1 false, i1 true)
  %inv = call {}* @llvm.invariant.start.p0i8(i64 8, i8* %to)
  call void @llvm.invariant.end.p0i8({}* %inv, i64 8, i8* %to)
  %laundered = call i8* @llvm.launder.invariant.group.p0i8(i8* %to)
  call void @llvm.prefetch(i8* %laundered, i32 0, i32 3, i32 1)
  %note = call i8* @llvm.ptr.annotation.p0i8(i8* %to, i8* %from, i8* %from, i32 3)
  call void @llvm.var.annotation(i8* %note, i8* %from, i8* %from, i32 4)
  %stack = call i8* @llvm.stacksave()
  call void @llvm.stackrestore(i8* %stack)
  %frame = call i8* @llvm.frameaddress(i32 0)
  %return = call i8* @llvm.returnaddress(i32 0)
  call void @llvm.lifetime.end.p0i8(i64 32, i8* nonnull %raw)
  %c = icmp ugt i64 %object, 8
  call void @llvm.assume(i1 %c)
  ret void
}

define i32 @calls(%struct.node* %n, double (double)* %f, i8* %text, ...) #0 {
  %list = alloca [1 x { i32, i32, i8*, i8* }], align 16
  %va = bitcast [1 x { i32, i32, i8*, i8* }]* %list to i8*
  call void @llvm.va_start(i8* %va)
  %arg = va_arg i8* %va, i32
  call void @llvm.va_end(i8* %va)
  %count = call i32 (i8*, ...) @variadic(i8* %text, double 1.0, i32 %arg)
  %cast = call i32 bitcast (i32 (i8*, ...)* @variadic to i32 (i32)*)(i32 %count)
  %pairs = alloca %struct.pair, align 8
  call void @by_value(%struct.pair* byval align 8 %pairs, %struct.pair* sret %pairs)
  %g = call double (double)* @gives_function(double (double)* %f, i32 %cast)
  %r = call fastcc double %g(double 1.0) #4
  %member = getelementptr inbounds %struct.node, %struct.node* %n, i64 0, i32 3
  %callee = load void (%struct.node*, ...)*, void (%struct.node*, ...)** %member, align 8
  call void (%struct.node*, ...) %callee(%struct.node* nonnull %n, double %r)
  %asm = call i32 asm sideeffect inteldialect "mov $0, $1", "=r,r,~{dirflag},~{fpsr},~{flags}"(i32 %arg), !srcloc !16
  call void asm "nop", "=*m,r,*m,~{memory}"(i32* @zero, i32 %asm, i32* @once)
  %saved = call cc 10 i64 @ghc(i64 1)
  %preserve = call preserve_mostcc i64 @preserving(i64 %saved) [ "deopt"(i32 7, i64 %saved, i8* %text), "tag"() ]
  %x = notail call i32 @calls_tail(i32 %asm)
  ret i32 %x
}

declare cc 10 i64 @ghc(i64)
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

fine:                                             ; preds = %entry
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

define void @debugged(i32* %x, double %y) #0 !dbg !20 {
  %slot = alloca double, align 8
  call void @llvm.dbg.declare(metadata double* %slot, metadata !25, metadata !DIExpression()), !dbg !27
  store double %y, double* %slot, align 8, !dbg !28
  call void @llvm.dbg.value(metadata i32* %x, metadata !26, metadata !DIExpression(DW_OP_deref, DW_OP_plus_uconst, 4, DW_OP_stack_value, DW_OP_LLVM_fragment, 0, 32)), !dbg !28
  call void @llvm.dbg.value(metadata i32 undef, metadata !26, metadata !DIExpression()), !dbg !28
  call void @llvm.dbg.label(metadata !29), !dbg !28
  ret void, !dbg !30
}

declare void @llvm.dbg.declare(metadata, metadata, metadata)
declare void @llvm.dbg.value(metadata, metadata, metadata)
declare void @llvm.dbg.label(metadata)
declare void @llvm.memcpy.p0i8.p0i8.i64(i8* nocapture writeonly, i8* nocapture readonly, i64, i1)
declare void @llvm.memmove.p0i8.p0i8.i64(i8* nocapture, i8* nocapture readonly, i64, i1)
declare void @llvm.memset.p0i8.i64(i8* nocapture writeonly, i8, i64, i1)
declare void @llvm.lifetime.start.p0i8(i64, i8* nocapture)
declare void @llvm.lifetime.end.p0i8(i64, i8* nocapture)
declare double @llvm.experimental.vector.reduce.fadd.f64.v4f64(double, <4 x double>)
declare double @llvm.experimental.vector.reduce.fmul.f64.v4f64(double, <4 x double>)
declare double @llvm.experimental.vector.reduce.fmax.f64.v4f64(<4 x double>)
declare i64 @llvm.experimental.vector.reduce.umax.i64.v4i64(<4 x i64>)
declare i64 @llvm.experimental.vector.reduce.add.i64.v4i64(<4 x i64>)
declare double @llvm.powi.f64(double, i32)
declare double @llvm.maxnum.f64(double, double)
declare double @llvm.fmuladd.f64(double, double, double)
declare double @llvm.experimental.constrained.fadd.f64(double, double, metadata, metadata)
declare <2 x double> @llvm.masked.load.v2f64.p0v2f64(<2 x double>*, i32, <2 x i1>, <2 x double>)
declare void @llvm.masked.store.v2f64.p0v2f64(<2 x double>, <2 x double>*, i32, <2 x i1>)
declare <2 x double> @llvm.masked.gather.v2f64.v2p0f64(<2 x double*>, i32, <2 x i1>, <2 x double>)
declare void @llvm.masked.scatter.v2f64.v2p0f64(<2 x double>, <2 x double*>, i32, <2 x i1>)
declare i64 @llvm.objectsize.i64.p0i8(i8*, i1, i1)
declare {}* @llvm.invariant.start.p0i8(i64, i8* nocapture)
declare void @llvm.invariant.end.p0i8({}*, i64, i8* nocapture)
declare i8* @llvm.launder.invariant.group.p0i8(i8*)
declare void @llvm.prefetch(i8* nocapture readonly, i32, i32, i32)
declare i8* @llvm.ptr.annotation.p0i8(i8*, i8*, i8*, i32)
declare void @llvm.var.annotation(i8*, i8*, i8*, i32)
declare i8* @llvm.stacksave()
declare void @llvm.stackrestore(i8*)
declare i8* @llvm.frameaddress(i32)
declare i8* @llvm.returnaddress(i32)
declare void @llvm.assume(i1)
declare void @llvm.va_start(i8*)
declare void @llvm.va_end(i8*)
declare i32 @llvm.eh.typeid.for(i8*)
declare x86_mmx @llvm.x86.mmx.padd.d(x86_mmx, x86_mmx)

attributes #0 = { nounwind uwtable "no-frame-pointer-elim"="true" "no-frame-pointer-elim-non-leaf" "less-precise-fpmad"="false" "target-cpu"="x86-64" }
attributes #1 = { norecurse nounwind readnone sspstrong speculatable }
attributes #2 = { alwaysinline argmemonly readonly strictfp }
attributes #3 = { inaccessiblememonly nounwind writeonly }
attributes #4 = { builtin nounwind convergent }
attributes #5 = { noinline optnone cold "thunk" }
attributes #6 = { inaccessiblemem_or_argmemonly allocsize(0,1) noredzone safestack sanitize_address }

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!3, !4, !5}
!llvm.ident = !{!6}
!named = !{!31, !32}

!0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, producer: "clang version 7", isOptimized: false, runtimeVersion: 0, emissionKind: FullDebug, enums: !2, globals: !33)
!1 = !DIFile(filename: "constructs*.c", directory: "/tmp", checksumkind: CSK_MD5, checksum: "000102030405060708090a0b0c0d0e0f")
!2 = !{}
!3 = !{i32 2, !"Dwarf Version", i32 4}
!4 = !{i32 2, !"Debug Info Version", i32 3}
!5 = !{i32 1, !"wchar_size", i32 4}
!6 = !{!"clang version 7.0.0"}
!10 = !{}
!11 = !{float 2.500000e+00}
!12 = !{!13, !13, i64 0}
!13 = !{!"double", !14, i64 0}
!14 = !{!"Simple C/C++ TBAA"}
!15 = !{i32 1}
!16 = !{i32 100}
!20 = distinct !DISubprogram(name: "debugged", linkageName: "_Zdebugged", scope: !1, file: !1, line: 1, type: !21, isLocal: false, isDefinition: true, scopeLine: 1, flags: DIFlagPrototyped, isOptimized: false, unit: !0, retainedNodes: !24)
!21 = !DISubroutineType(types: !22)
!22 = !{null, !23, !34}
!23 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !35, size: 64)
!24 = !{!25, !26, !29}
!25 = !DILocalVariable(name: "slot", scope: !20, file: !1, line: 2, type: !34)
!26 = !DILocalVariable(name: "x", arg: 1, scope: !20, file: !1, line: 1, type: !23)
!27 = !DILocation(line: 2, column: 3, scope: !20)
!28 = !DILocation(line: 3, column: 3, scope: !36)
!29 = !DILabel(scope: !20, name: "here", file: !1, line: 3)
!30 = !DILocation(line: 4, column: 1, scope: !20, inlinedAt: !37)
!31 = !{i8* bitcast (i32* @zero to i8*), !"int *", void (%struct.node*)* @visit}
!32 = distinct !{!32, !38}
!33 = !{!39}
!34 = !DIBasicType(name: "double", size: 64, encoding: DW_ATE_float)
!35 = !DIBasicType(name: "int", size: 32, encoding: DW_ATE_signed)
!36 = distinct !DILexicalBlock(scope: !20, file: !1, line: 3, column: 1)
!37 = distinct !DILocation(line: 9, column: 1, scope: !20)
!38 = !{!"llvm.loop.unroll.disable"}
!39 = !DIGlobalVariableExpression(var: !40, expr: !DIExpression(DW_OP_constu, 3, DW_OP_stack_value))
!40 = distinct !DIGlobalVariable(name: "constant", scope: !0, file: !1, line: 1, type: !41, isLocal: true, isDefinition: true)
!41 = !DICompositeType(tag: DW_TAG_structure_type, name: "pair", file: !1, line: 1, size: 128, elements: !42, templateParams: !44, identifier: "pair")
!42 = !{!43}
!43 = !DIDerivedType(tag: DW_TAG_member, name: "first", scope: !41, file: !1, line: 1, baseType: !34, size: 64, offset: 64)
!44 = !{!45}
!45 = !DITemplateValueParameter(type: !23, value: i32* @zero)
