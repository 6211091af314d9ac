import { describe, expect, it } from 'vitest';
import { parseModule, printModule } from './index.js';
import { opaqueIntrinsicName } from './names.js';

const declarations = `%s = type { i32, double* }
@g = global i32 0
declare void @use(i8*)
`;

/** What becomes of one line of a body. */
function upgraded(line: string, parameters = 'i32* %p, double** %q, i8* %r'): string {
  const module = parseModule(`${declarations}define void @f(${parameters}) {\n  ${line}\n  ret void\n}\n`);
  const printed = printModule(module, { llvm: 16 });
  return printed.slice(printed.indexOf(') {\n') + 4, printed.indexOf('\n  ret void')).trim();
}

describe('typed pointers become opaque', () => {
  it.each([
    ['%x = load i32, i32* %p, align 4', '%x = load i32, ptr %p, align 4'],
    ['store double* null, double** %q', 'store ptr null, ptr %q'],
    ['%x = load i32, i32 addrspace(1)* null', '%x = load i32, ptr addrspace(1) null'],
    ['%x = getelementptr inbounds %s, %s* null, i64 0, i32 1', '%x = getelementptr inbounds %s, ptr null, i64 0, i32 1'],
    ['call void @use(i8* nonnull align 4 %r)', 'call void @use(ptr nonnull align 4 %r)'],
    ['%x = call i32 (i8*, ...) bitcast (void (i8*)* @use to i32 (i8*, ...)*)(i8* %r, i32 1)', '%x = call i32 (ptr, ...) @use(ptr %r, i32 1)'],
    ['call void @use(i8* bitcast (i32* @g to i8*))', 'call void @use(ptr @g)'],
    ['%x = addrspacecast i32* %p to i8 addrspace(3)*', '%x = addrspacecast ptr %p to ptr addrspace(3)'],
    ['%x = select i1 true, i32* %p, i32* null', '%x = select i1 true, ptr %p, ptr null'],
    ['%x = alloca void (i32)*, align 8', '%x = alloca ptr, align 8'],
    ['%x = cmpxchg i32* %p, i32 0, i32 1 seq_cst seq_cst', '%x = cmpxchg ptr %p, i32 0, i32 1 seq_cst seq_cst'],
    ['%x = insertvalue %s undef, double* null, 1', '%x = insertvalue %s undef, ptr null, 1'],
    ['%x = call i32 (i32)* undef(i8* %r)', '%x = call ptr undef(ptr %r)'],
  ])('%s', (typed, opaque) => { expect(upgraded(typed)).toBe(opaque); });

  it('casts between them are their operand', () => {
    expect(upgraded('%x = bitcast i32* %p to i8*\n  call void @use(i8* %x)')).toBe('call void @use(ptr %p)');
  });

  it('a cast of a value that is defined further down stays', () => {
    expect(upgraded(`br label %b
a:
  %x = bitcast i32* %y to i8*
  call void @use(i8* %x)
  br label %c
b:
  %y = alloca i32
  br label %a
c:`)).toContain('%x = bitcast ptr %y to ptr');
  });

  it('numbers count casts that are gone', () => {
    expect(upgraded('%1 = bitcast i32* %p to i8*\n  %2 = load i8, i8* %1\n  %3 = add i8 %2, 1')).toBe('%1 = load i8, ptr %p\n  %2 = add i8 %1, 1');
  });

  it('also in metadata', () => {
    const text = '@g = global i32 0\ndeclare void @f(i8*)\n!0 = !{void (i8*)* @f, !"int *", i32 1, !{i32* @g}}\n!1 = !DIFile(filename: "a*", directory: "b")\n';
    expect(printModule(parseModule(text))).toContain('!0 = !{ptr @f, !"int *", i32 1, !{ptr @g}}\n!1 = !DIFile(filename: "a*", directory: "b")');
  });

  it('a star in a name or a string is no typed pointer', () => {
    const text = 'define void @"operator*"() {\n  call   void @"operator*"()\n  ret void\n}\n';
    expect(printModule(parseModule(text))).toBe(text);
  });
});

describe('what pointers said by their type', () => {
  it.each([
    ['i32* byval align 4 %x', 'ptr byval(i32) align 4 %x'],
    ['%s* noalias sret %x', 'ptr noalias sret(%s) %x'],
    ['%s* byval(%s) %x', 'ptr byval(%s) %x'],
    ['<{ i8 }>* inalloca %x', 'ptr inalloca(<{ i8 }>) %x'],
  ])('parameter %s', (typed, opaque) => {
    expect(printModule(parseModule(`%s = type { i32 }\ndeclare void @f(${typed})\n`))).toContain(`declare void @f(${opaque})`);
  });

  it.each([
    ['call void asm "", "=*m,r,*m"(i32* %p, i32 1, i8* %r)', 'call void asm "", "=*m,r,*m"(ptr elementtype(i32) %p, i32 1, ptr elementtype(i8) %r)'],
    ['%x = call i32 asm "", "=r,r"(i8* %r)', '%x = call i32 asm "", "=r,r"(ptr %r)'],
    ['%x = call i64 @llvm.aarch64.ldxr.p0i32(i32* %p)', '%x = call i64 @llvm.aarch64.ldxr.p0(ptr elementtype(i32) %p)'],
  ])('%s', (typed, opaque) => { expect(upgraded(typed)).toBe(opaque); });
});

describe('names of overloaded intrinsics', () => {
  it.each([
    ['llvm.memcpy.p0i8.p0i8.i64', 'llvm.memcpy.p0.p0.i64'],
    ['llvm.memcpy.p0.p0.i64', 'llvm.memcpy.p0.p0.i64'],
    ['llvm.memset.p1i8.i32', 'llvm.memset.p1.i32'],
    ['llvm.masked.gather.v4f64.v4p0f64', 'llvm.masked.gather.v4f64.v4p0'],
    ['llvm.masked.load.nxv2f64.p0nxv2f64', 'llvm.masked.load.nxv2f64.p0'],
    ['llvm.launder.invariant.group.p0p0i8', 'llvm.launder.invariant.group.p0'],
    ['llvm.ssa.copy.p0s_struct.foos', 'llvm.ssa.copy.p0'],
    ['llvm.experimental.gc.statepoint.p0f_isVoidf', 'llvm.experimental.gc.statepoint.p0'],
    ['llvm.preserve.struct.access.index.p0s_a.bs.p0s_cs', 'llvm.preserve.struct.access.index.p0.p0'],
    ['llvm.lifetime.start.p0a4i32', 'llvm.lifetime.start.p0'],
    ['llvm.sqrt.f64', 'llvm.sqrt.f64'],
    ['llvm.x86.sse2.pause', 'llvm.x86.sse2.pause'],
    ['my.p0i8', 'my.p0i8'],
  ])('%s is %s', (old, name) => { expect(opaqueIntrinsicName(old)).toBe(name); });

  it('two that become one are one declaration', () => {
    const module = parseModule('declare void @llvm.prefetch.p0i8(i8*, i32, i32, i32)\ndeclare void @llvm.prefetch.p0i32(i32*, i32, i32, i32)\n'
      + 'define void @f(i32* %p) {\n  call void @llvm.prefetch.p0i32(i32* %p, i32 0, i32 0, i32 0)\n  ret void\n}\n');
    expect([...module.functions.keys()]).toEqual(['llvm.prefetch.p0', 'f']);
    expect(printModule(module)).toContain('call void @llvm.prefetch.p0(ptr %p, i32 0, i32 0, i32 0)');
  });
});

describe('constants of all vintages', () => {
  it.each([
    ['i64 add (i64 ptrtoint (i32* @g to i64), i64 1)', 'i64 add (i64 ptrtoint (ptr @g to i64), i64 1)'],
    ['i1 icmp ne (i32* @g, i32* null)', 'i1 icmp ne (ptr @g, ptr null)'],
    ['i1 fcmp olt (float 1.0, float 2.0)', 'i1 fcmp olt (float 1.000000e+00, float 2.000000e+00)'],
    ['i32 select (i1 icmp eq (i32* @g, i32* null), i32 1, i32 2)', 'i32 select (i1 icmp eq (ptr @g, ptr null), i32 1, i32 2)'],
    ['double fadd (double 1.0, double fneg (double 2.0))', 'double fadd (double 1.000000e+00, double fneg (double 2.000000e+00))'],
    ['i32 extractvalue ({ i32, i8 } { i32 1, i8 2 }, 0)', 'i32 extractvalue ({ i32, i8 } { i32 1, i8 2 }, 0)'],
    ['{ i32 } insertvalue ({ i32 } undef, i32 1, 0)', '{ i32 } insertvalue ({ i32 } undef, i32 1, 0)'],
    ['i32 extractelement (<2 x i32> <i32 1, i32 2>, i32 0)', 'i32 extractelement (<2 x i32> <i32 1, i32 2>, i32 0)'],
    ['<2 x i32> insertelement (<2 x i32> undef, i32 1, i32 0)', '<2 x i32> insertelement (<2 x i32> undef, i32 1, i32 0)'],
    ['<2 x i32> shufflevector (<2 x i32> undef, <2 x i32> undef, <2 x i32> zeroinitializer)', '<2 x i32> shufflevector (<2 x i32> undef, <2 x i32> undef, <2 x i32> zeroinitializer)'],
    ['i64 zext (i32 ptrtoint (i32* @g to i32) to i64)', 'i64 zext (i32 ptrtoint (ptr @g to i32) to i64)'],
    ['i32* getelementptr inbounds ([2 x i32], [2 x i32]* @a, i64 0, inrange i64 1)', 'ptr getelementptr inbounds ([2 x i32], ptr @a, i64 0, inrange i64 1)'],
    ['<2 x i8*> getelementptr (i8, i8* null, <2 x i64> <i64 1, i64 2>)', '<2 x ptr> getelementptr (i8, ptr null, <2 x i64> <i64 1, i64 2>)'],
  ])('%s', (typed, opaque) => {
    const printed = printModule(parseModule(`@g = global i32 0\n@a = global [2 x i32] zeroinitializer\n@c = global ${typed}\n`), { llvm: 14 });
    expect(printed).toContain(`@c = global ${opaque}\n`);
  });

  it('aliases of expressions had no type of their own', () => {
    expect(printModule(parseModule('@g = global i32 0\n@a = alias i8, bitcast (i32* @g to i8*)\n'))).toContain('@a = alias i8, ptr @g\n');
  });
});

describe('types by other names', () => {
  it('are the types they stand for', () => {
    const text = '%int = type i32\n%ref = type %int*\n@g = global %int 1\ndefine %ref @f() {\n  ret %ref @g\n}\n';
    expect(printModule(parseModule(text))).toBe('@g = global i32 1\n\ndefine ptr @f() {\n  ret ptr @g\n}\n');
  });
});
