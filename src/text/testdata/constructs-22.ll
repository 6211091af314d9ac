source_filename = "caf\C3\A9.c"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"
module asm ".globl x"
module asm "x: .ascii \22q\22"

%0 = type { i32, ptr }
%struct.node = type { i64, ptr, %0, [4 x i8], <{ i8, i32 }> }
%opaque = type opaque
%"class.std::vector<int *>" = type { ptr }
%empty = type {}
%packedempty = type <{}>

$f = comdat any
$"weird name" = comdat nodeduplicate
$l = comdat largest

@0 = private unnamed_addr constant [3 x i8] c"a\00\FF", align 1
@1 = internal global i32 7
@g = dso_local global i32 0, align 4, !dbg !5
@tl = thread_local global i32 0
@tl2 = internal thread_local(localexec) unnamed_addr global i32 0
@ext = external global i32
@extw = extern_weak hidden global i32
@common = common dso_local local_unnamed_addr global [10 x i32] zeroinitializer, align 16
@sec = global i32 1, section "a\22b", comdat($f), align 4
@part = global i32 1, partition "p"
@cm = global i32 0, code_model "large"
@san = global i32 0, no_sanitize_address, no_sanitize_hwaddress, sanitize_memtag, sanitize_address_dyninit
@attr = global i32 0 #0
@as1 = addrspace(1) externally_initialized global i32 0
@"quoted @name" = protected constant ptr @g
@appending = appending global [1 x ptr] [ptr @g]
@weak = weak_odr constant i8 1, comdat($l)
@"weird name" = linkonce_odr global i32 0, comdat
@floats = global { half, bfloat, float, double, x86_fp80, fp128, ppc_fp128 } { half 0xH3C00, bfloat 0xR3F80, float 1.000000e+00, double -0.000000e+00, x86_fp80 0xK3FFF8000000000000000, fp128 0xL00000000000000003FFF000000000000, ppc_fp128 0xM3FF00000000000000000000000000000 }
@nans = global [3 x double] [double 0x7FF8000000000000, double 0x7FF0000000000001, double 0xFFF0000000000000]
@fl = global [2 x float] [float 0x3FB99999A0000000, float 0x7FF8000000000000]
@exprs = global [10 x i64] [i64 ptrtoint (ptr @g to i64), i64 add (i64 ptrtoint (ptr @g to i64), i64 5), i64 sub nuw nsw (i64 0, i64 ptrtoint (ptr @g to i64)), i64 xor (i64 ptrtoint (ptr @g to i64), i64 1), i64 -9223372036854775808, i64 0, i64 0, i64 0, i64 undef, i64 poison]
@gep = global ptr getelementptr inbounds nuw (%struct.node, ptr @g, i64 0, i32 2, i32 1)
@gep2 = global ptr getelementptr inbounds inrange(-16, 16) (i8, ptr @g, i64 4)
@cast = global ptr addrspacecast (ptr addrspace(1) @as1 to ptr)
@i2p = global ptr inttoptr (i64 42 to ptr)
@vec = global <4 x i32> <i32 1, i32 -2, i32 3, i32 undef>
@splat = global <4 x i32> splat (i32 3)
@trunc = global i8 trunc (i64 ptrtoint (ptr @g to i64) to i8)
@st = global { i32, [2 x i8], <{ i8, i16 }>, {} } { i32 1, [2 x i8] c"ab", <{ i8, i16 }> <{ i8 1, i16 -1 }>, {} zeroinitializer }
@wide = global i128 170141183460469231731687303715884105727
@bool = global [2 x i1] [i1 true, i1 false]
@dle = global i32 trunc (i64 sub (i64 ptrtoint (ptr dso_local_equivalent @f to i64), i64 ptrtoint (ptr @g to i64)) to i32)
@nocfi = global ptr no_cfi @f
@ba = global ptr blockaddress(@computed, %b)
@pa = global ptr ptrauth(ptr @g, i32 2, i64 1234, ptr @pa)
@tt = external addrspace(1) global target("spirv.Image", void, 1, 0)

@al = alias i32, ptr @g
@al2 = hidden thread_local alias i8, ptr getelementptr (i8, ptr @tl, i64 1)
@al3 = weak_odr dso_local unnamed_addr alias void (), ptr @f, partition "p"
@if = dso_local ifunc i32 (i32), ptr @resolver

define void @f() comdat {
  ret void
}

define internal ptr @resolver() {
  ret ptr null
}

declare !dbg !12 i32 @dbgdecl(ptr noundef, ...) local_unnamed_addr #0

declare extern_weak dllimport cc 10 zeroext i8 @weird(i32 signext, ptr byval(%struct.node) align 8, ptr align 16) unnamed_addr #1

define private fastcc noundef "retattr"="x" nofpclass(nan inf) float @full(float noundef nofpclass(nan) %x, ptr captures(address, read_provenance) dereferenceable(8) %"odd name", i32 range(i32 0, 10) %0, ptr initializes((0, 4), (8, 16)) dead_on_unwind writable %q, <vscale x 4 x float> %sv) unnamed_addr #1 section "s" partition "p" comdat($f) align 32 gc "shadow-stack" prefix i32 123 prologue i8 -112 personality ptr @__gxx_personality_v0 !kcfi_type !7 {
entry:
  ret float %x
}

declare i32 @__gxx_personality_v0(...)

define i32 @arith(i32 %a, i32 %b, float %x, <4 x float> %v, ptr %p, i64 %l) {
  %1 = add nuw nsw i32 %a, %b
  %2 = sub i32 %1, -5
  %3 = mul nsw i32 %2, %2
  %4 = udiv exact i32 %3, %2
  %5 = sdiv i32 %4, 3
  %6 = urem i32 %5, 3
  %7 = srem i32 %6, 3
  %8 = shl nuw i32 %7, 1
  %9 = lshr exact i32 %8, 1
  %10 = ashr i32 %9, 1
  %11 = and i32 %10, 1
  %12 = or disjoint i32 %11, 2
  %13 = xor i32 %12, -1
  %14 = fadd fast float %x, 1.000000e+00
  %15 = fsub nnan ninf nsz arcp contract afn reassoc float %14, %x
  %16 = fmul float %15, %x
  %17 = fdiv float %16, %x
  %18 = frem float %17, %x
  %19 = fneg nnan float %18
  %20 = fneg <4 x float> %v
  %21 = icmp samesign ult i32 %13, %a
  %22 = icmp eq ptr %p, null
  %23 = fcmp fast olt float %19, %x
  %24 = fcmp true <4 x float> %20, %v
  %25 = select i1 %21, i32 %a, i32 %b
  %26 = select nnan <4 x i1> %24, <4 x float> %v, <4 x float> %20
  %27 = trunc nuw nsw i64 %l to i32
  %28 = zext nneg i32 %27 to i64
  %29 = sext i32 %25 to i64
  %30 = fptrunc double 1.000000e+00 to float
  %31 = fpext fast float %30 to double
  %32 = fptoui double %31 to i64
  %33 = fptosi double %31 to i64
  %34 = uitofp nneg i64 %33 to double
  %35 = sitofp i64 %33 to double
  %36 = ptrtoint ptr %p to i64
  %37 = inttoptr i64 %36 to ptr
  %38 = bitcast double %35 to i64
  %39 = bitcast <4 x float> %26 to <2 x i64>
  %40 = addrspacecast ptr %37 to ptr addrspace(1)
  %41 = freeze i32 %25
  %42 = ptrtoaddr ptr %p to i64
  ret i32 %41
}

define void @memory(ptr %p, i64 %n, <2 x ptr> %vp) {
  %a = alloca i32, align 4
  %b = alloca inalloca [4 x i8], i64 %n, align 16
  %c = alloca swifterror ptr, align 8
  %v = load volatile i32, ptr %p, align 4, !tbaa !8
  %at = load atomic volatile i32, ptr %p syncscope("agent") acquire, align 4
  store i32 %v, ptr %a, align 4, !tbaa !8, !nontemporal !7
  store atomic volatile i32 %at, ptr %p seq_cst, align 4
  fence syncscope("singlethread") acq_rel
  %x = cmpxchg weak volatile ptr %p, i32 0, i32 1 syncscope("agent") acq_rel monotonic, align 4
  %y = cmpxchg ptr %p, ptr null, ptr %a seq_cst seq_cst, align 8
  %u = atomicrmw volatile add ptr %p, i32 1 syncscope("agent") seq_cst, align 4
  %fu = atomicrmw fmaximum ptr %p, float 1.000000e+00 monotonic, align 4
  %uw = atomicrmw usub_sat ptr %p, i32 1 monotonic, align 4
  %g1 = getelementptr inbounds nuw %struct.node, ptr %p, i64 0, i32 3, i64 %n
  %g2 = getelementptr nusw i8, <2 x ptr> %vp, i64 4
  %g3 = getelementptr i8, ptr %p, <2 x i64> <i64 1, i64 2>
  %ev = extractvalue { i32, i1 } %x, 1
  %iv = insertvalue { i32, { i8, i16 } } poison, i16 3, 1, 1
  %va = va_arg ptr %p, double
  ret void
}

define <4 x i32> @vectors(<4 x i32> %v, <vscale x 2 x i64> %s, i32 %i) {
  %1 = extractelement <4 x i32> %v, i32 %i
  %2 = insertelement <4 x i32> %v, i32 %1, i64 0
  %3 = shufflevector <4 x i32> %v, <4 x i32> poison, <4 x i32> <i32 0, i32 1, i32 poison, i32 3>
  %4 = shufflevector <vscale x 2 x i64> %s, <vscale x 2 x i64> poison, <vscale x 2 x i32> zeroinitializer
  %5 = add <4 x i32> %3, splat (i32 1)
  %6 = add <vscale x 2 x i64> %4, splat (i64 2)
  ret <4 x i32> %5
}

define i32 @control(i32 %x, ptr %p) {
  br i1 true, label %1, label %named

1:
  switch i32 %x, label %named [
    i32 1, label %2
    i32 -5, label %loop
  ]

2:
  indirectbr ptr %p, [label %named, label %loop]

named:
  %3 = phi i32 [ %x, %0 ], [ %x, %1 ], [ 1, %2 ]
  br label %loop, !llvm.loop !9

loop:
  %i = phi i32 [ 0, %2 ], [ %next, %loop ], [ %3, %named ], [ %x, %1 ]
  %next = add i32 %i, 1
  %again = icmp slt i32 %next, 10
  br i1 %again, label %loop, label %"quoted label", !prof !10

"quoted label":
  unreachable
}

define void @computed(ptr %p) {
  indirectbr ptr %p, [label %b]

b:
  ret void
}

define i32 @calls(ptr %fp, ptr %p, i32 %x) personality ptr @__gxx_personality_v0 {
  call void @f()
  %1 = tail call fast fastcc float @full(float 1.000000e+00, ptr null, i32 range(i32 0, 10) 3, ptr %p, <vscale x 4 x float> zeroinitializer)
  %2 = notail call i32 (ptr, ...) @dbgdecl(ptr noundef nonnull %p, i32 signext 3, double 2.000000e+00) #3
  %3 = call noundef i32 %fp(i32 noundef %x) nounwind memory(none) "a"="b"
  %4 = call i32 asm sideeffect alignstack inteldialect unwind "mov $0, $1", "=r,r,~{memory}"(i32 %x)
  call void asm "nop", "=*m"(ptr elementtype(i32) %p)
  call addrspace(0) void %fp() [ "deopt"(i32 1, ptr %p), "tag"() ]
  call void @llvm.assume(i1 true) [ "align"(ptr %p, i64 8) ]
  %5 = invoke i32 %fp(i32 1)
          to label %ok unwind label %bad, !prof !10

ok:
  callbr void asm "", "r,!i,!i"(i32 %x)
          to label %fall [label %l1, label %l2]

fall:
  ret i32 %5

l1:
  ret i32 1

l2:
  ret i32 2

bad:
  %6 = landingpad { ptr, i32 }
          cleanup
          catch ptr null
          filter [1 x ptr] [ptr @g]
  resume { ptr, i32 } %6
}

declare void @llvm.assume(i1 noundef)

define void @funclets() personality ptr @__CxxFrameHandler3 {
  invoke void @f()
          to label %done unwind label %dispatch

dispatch:
  %cs = catchswitch within none [label %handler] unwind label %cleanup

handler:
  %cp = catchpad within %cs [ptr null, i32 64, ptr null]
  call void @f() [ "funclet"(token %cp) ]
  catchret from %cp to label %done

cleanup:
  %cl = cleanuppad within none []
  cleanupret from %cl unwind to caller

done:
  ret void
}

declare i32 @__CxxFrameHandler3(...)

define void @outer() personality ptr @__CxxFrameHandler3 {
  invoke void @f()
          to label %done unwind label %dispatch

dispatch:
  %cs = catchswitch within none [label %handler] unwind to caller

handler:
  %cp = catchpad within %cs [ptr null, i32 64, ptr null]
  invoke void @f() [ "funclet"(token %cp) ]
          to label %back unwind label %cleanup

back:
  catchret from %cp to label %done

cleanup:
  %cl = cleanuppad within %cp [i32 1]
  cleanupret from %cl unwind to caller

done:
  ret void
}

define void @vararg(ptr %p, ...) {
  musttail call void (ptr, ...) @vararg(ptr %p, ...)
  ret void
}

define void @debug(ptr %p, i32 %x) !dbg !3 {
    #dbg_value(i32 %x, !13, !DIExpression(DW_OP_plus_uconst, 3, DW_OP_stack_value), !14)
    #dbg_declare(ptr %p, !13, !DIExpression(), !14)
    #dbg_value(!DIArgList(i32 %x, ptr %p), !13, !DIExpression(DW_OP_LLVM_arg, 0), !14)
    #dbg_value(i32 poison, !13, !DIExpression(), !14)
    #dbg_assign(i32 0, !13, !DIExpression(), !15, ptr %p, !DIExpression(), !14)
    #dbg_label(!16, !14)
  ret void, !dbg !14
}

define void @intrinsics(ptr %p, i64 %n) {
  %1 = call i64 @llvm.read_register.i64(metadata !17)
  call void @llvm.memcpy.p0.p0.i64(ptr align 8 %p, ptr %p, i64 %n, i1 false)
  ret void
}

declare i64 @llvm.read_register.i64(metadata)

declare void @llvm.memcpy.p0.p0.i64(ptr noalias writeonly captures(none), ptr noalias readonly captures(none), i64, i1 immarg)

attributes #0 = { nounwind memory(argmem: readwrite, inaccessiblemem: read, errnomem: none) uwtable(sync) "frame-pointer"="all" "target-features"="+cx8,+mmx" }
attributes #1 = { noinline nounwind optnone vscale_range(1,16) alignstack=16 allockind("alloc,zeroed") }
attributes #3 = { nobuiltin }

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2, !18}
!llvm.ident = !{}

!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, producer: "x\22y", isOptimized: false, runtimeVersion: 0, emissionKind: FullDebug)
!1 = !DIFile(filename: "a.c", directory: "/")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = distinct !DISubprogram(name: "f", scope: !1, file: !1, line: 1, type: !4, spFlags: DISPFlagDefinition, unit: !0)
!4 = !DISubroutineType(types: !11)
!5 = !DIGlobalVariableExpression(var: !6, expr: !DIExpression())
!6 = distinct !DIGlobalVariable(name: "g", scope: !0, file: !1, line: 1, type: !19, isLocal: false, isDefinition: true)
!7 = !{i32 1}
!8 = !{!20, !20, i64 0}
!9 = distinct !{!9, !21}
!10 = !{!"branch_weights", i32 1, i32 2}
!11 = !{null}
!12 = !DISubprogram(name: "d", file: !1, line: 1, type: !4, spFlags: DISPFlagOptimized)
!13 = !DILocalVariable(name: "v", scope: !3, file: !1, line: 1, type: !19)
!14 = !DILocation(line: 1, scope: !3)
!15 = distinct !DIAssignID()
!16 = !DILabel(scope: !3, name: "l", file: !1, line: 1)
!17 = !{!"rsp"}
!18 = !{i32 1, !"wchar_size", i32 4}
!19 = !DIBasicType(name: "int", size: 32, encoding: DW_ATE_signed)
!20 = !{!"int", !22, i64 0}
!21 = !{!"llvm.loop.mustprogress"}
!22 = !{!"root"}
