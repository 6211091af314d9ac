import { expect, test } from 'vitest';
import type { Instruction, LoadInstruction, Value } from '../ir/index.js';
import { parseModule } from '../text/index.js';
import { ControlFlow } from './control-flow.js';
import { MemoryAnalysis } from './memory.js';
import { isCaptured, underlyingObject, underlyingObjects } from './objects.js';

/** The analysis of the first function in the text, and its values by name. */
function analyse(text: string) {
  const module = parseModule(text);
  const fn = [...module.functions.values()].find((each) => !each.isDeclaration)!;
  const values = new Map<string, Value>();
  for (const value of [...fn.args, ...fn.instructions()]) if (value.name !== undefined) values.set(value.name, value);
  for (const global of module.globals.values()) values.set(global.name, global);
  const value = (name: string): Value => values.get(name) ?? expect.fail(`no %${name}`);
  const memory = new MemoryAnalysis(new ControlFlow(fn));
  return {
    fn, value, memory,
    isReadOnly: (name: string): boolean => memory.isReadOnlyInFunction(value(name) as LoadInstruction),
    nth: (kind: string, n = 0): Instruction => [...fn.instructions()].filter((each) => each.kind === kind)[n]!,
  };
}

test('constant offsets from one pointer', () => {
  const { memory, value } = analyse(`
    define void @f(ptr %p, i64 %i) {
      %a = getelementptr inbounds double, ptr %p, i64 1
      %b = getelementptr inbounds { double, double, [4 x float] }, ptr %p, i64 0, i32 2, i64 1
      %v = getelementptr inbounds double, ptr %p, i64 %i
      %w = getelementptr inbounds i8, ptr %v, i64 8
      ret void
    }`);
  expect(memory.mayAlias(value('p'), 8, value('a'), 8)).toBe(false);
  expect(memory.mayAlias(value('p'), 9, value('a'), 8)).toBe(true);
  expect(memory.mayAlias(value('a'), 8, value('b'), 4)).toBe(false);
  expect(memory.mayAlias(value('a'), 12, value('b'), 4)).toBe(false);
  expect(memory.mayAlias(value('a'), 13, value('b'), 4)).toBe(true);
  expect(memory.mayAlias(value('p'), 8, value('v'), 8)).toBe(true);
  expect(memory.mayAlias(value('v'), 8, value('w'), 8)).toBe(false);
  expect(memory.mayAlias(value('a'), undefined, value('p'), 8)).toBe(true);
});

test('in a loop, neighbours are apart in one iteration but not over all', () => {
  const { memory, value } = analyse(`
    define void @f(ptr %p, i64 %n) {
    entry:
      br label %loop
    loop:
      %i = phi i64 [ 0, %entry ], [ %j, %loop ]
      %here = getelementptr inbounds double, ptr %p, i64 %i
      %next = getelementptr inbounds i8, ptr %here, i64 8
      %j = add i64 %i, 1
      %c = icmp ne i64 %j, %n
      br i1 %c, label %loop, label %end
    end:
      ret void
    }`);
  expect(memory.mayAliasNow(value('here'), 8, value('next'), 8)).toBe(false);
  expect(memory.mayAlias(value('here'), 8, value('next'), 8)).toBe(true);
});

test('distinct objects: allocas, globals, allocations, noalias arguments', () => {
  const { memory, value } = analyse(`
    @g = global double 0.0
    declare noalias ptr @make(i64)
    declare ptr @malloc(i64)
    declare ptr @unknown()
    define void @f(ptr noalias %own, ptr %p, ptr %q) {
      %stack = alloca [4 x double]
      %made = call ptr @make(i64 8)
      %heap = call ptr @malloc(i64 8)
      %from = call ptr @unknown()
      ret void
    }`);
  const apart = (a: string, b: string): boolean => !memory.mayAlias(value(a), undefined, value(b), undefined);
  for (const [a, b] of [['stack', 'heap'], ['heap', 'made'], ['g', 'stack'], ['own', 'p'], ['own', 'g'], ['p', 'stack'], ['p', 'heap'], ['stack', 'from']] as const) {
    expect(apart(a, b), `${a} ${b}`).toBe(true);
    expect(apart(b, a), `${b} ${a}`).toBe(true);
  }
  for (const [a, b] of [['p', 'q'], ['p', 'g'], ['p', 'from'], ['from', 'g'], ['stack', 'stack']] as const) expect(apart(a, b), `${a} ${b}`).toBe(false);
});

test('phis and selects point into all that they choose from', () => {
  const { memory, value } = analyse(`
    define void @f(i1 %c, ptr noalias %p, ptr noalias %q, ptr noalias %r) {
    entry:
      %s = select i1 %c, ptr %p, ptr %q
      br label %loop
    loop:
      %walk = phi ptr [ %s, %entry ], [ %step, %loop ]
      %step = getelementptr i8, ptr %walk, i64 8
      %same = phi ptr [ %p, %entry ], [ %same.next, %loop ]
      %same.next = getelementptr i8, ptr %same, i64 8
      br i1 %c, label %loop, label %end
    end:
      ret void
    }`);
  expect(underlyingObjects(value('walk'))).toEqual(new Set([value('p'), value('q')]));
  expect(underlyingObject(value('walk'))).toBe(value('walk'));
  expect(underlyingObject(value('same.next'))).toBe(value('p'));
  expect(memory.mayAlias(value('step'), 8, value('q'), 8)).toBe(true);
  expect(memory.mayAlias(value('step'), 8, value('r'), 8)).toBe(false);
});

test('how an address gets out', () => {
  const { value } = analyse(`
    declare void @keep(ptr)
    declare void @use(ptr nocapture)
    declare void @use21(ptr captures(none))
    declare ptr @same(ptr captures(ret: address, provenance))
    declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
    define ptr @f(ptr %out, i1 %c) {
      %kept = alloca double
      call void @keep(ptr %kept)
      %used = alloca double
      call void @use(ptr %used)
      call void @use21(ptr %used)
      call void @llvm.memset.p0.i64(ptr %used, i8 0, i64 8, i1 false)
      %x = load double, ptr %used
      store double %x, ptr %used
      %isnull = icmp eq ptr %used, null
      %stored = alloca double
      %part = getelementptr i8, ptr %stored, i64 4
      store ptr %part, ptr %out
      %number = alloca double
      %n = ptrtoint ptr %number to i64
      %through = alloca double
      %same = call ptr @same(ptr %through)
      %back = alloca double
      %r = select i1 %c, ptr %back, ptr null
      %through2 = alloca double
      %same2 = call ptr @same(ptr %through2)
      call void @keep(ptr %same2)
      ret ptr %r
    }`);
  const captured = ['kept', 'used', 'stored', 'number', 'through', 'back', 'through2'].filter((name) => isCaptured(value(name)));
  expect(captured).toEqual(['kept', 'stored', 'number', 'back', 'through2']);
});

test('a load is read-only when what follows writes elsewhere', () => {
  const { isReadOnly } = analyse(`
    define double @f(ptr noalias %in, ptr noalias %out, i64 %n) {
    entry:
      br label %loop
    loop:
      %i = phi i64 [ 0, %entry ], [ %j, %loop ]
      %at = getelementptr inbounds double, ptr %in, i64 %i
      %x = load double, ptr %at
      %to = getelementptr inbounds double, ptr %out, i64 %i
      %old = load double, ptr %to
      %y = fmul double %x, %old
      store double %y, ptr %to
      %j = add i64 %i, 1
      %c = icmp ne i64 %j, %n
      br i1 %c, label %loop, label %end
    end:
      %last = load double, ptr %out
      ret double %last
    }`);
  expect(isReadOnly('x')).toBe(true);
  expect(isReadOnly('old')).toBe(false);
  expect(isReadOnly('last')).toBe(true);
});

test('only writes that can come after the load count', () => {
  const { isReadOnly } = analyse(`
    define void @f(ptr %p, i1 %c) {
    entry:
      store double 1.0, ptr %p
      %after = load double, ptr %p
      br i1 %c, label %left, label %right
    left:
      %l = load double, ptr %p
      br label %end
    right:
      %between = load double, ptr %p
      store double 2.0, ptr %p
      br label %end
    end:
      ret void
    }`);
  expect(isReadOnly('l')).toBe(true);
  expect(isReadOnly('between')).toBe(false);
  expect(isReadOnly('after')).toBe(false);
});

test('what runs on the way to a thrown error does not count', () => {
  const { isReadOnly } = analyse(`
    declare void @throw()
    define double @f(ptr %p, i1 %c) {
    entry:
      %x = load double, ptr %p
      br i1 %c, label %fail, label %end
    fail:
      store double 0.0, ptr %p
      call void @throw()
      unreachable
    end:
      ret double %x
    }`);
  expect(isReadOnly('x')).toBe(true);
});

test('fields of one struct, in a loop', () => {
  const { isReadOnly } = analyse(`
    define void @f(ptr %p, i1 %c) {
    entry:
      %second = getelementptr inbounds { double, double }, ptr %p, i64 0, i32 1
      br label %loop
    loop:
      %x = load double, ptr %p
      %y = load double, ptr %second
      store double %y, ptr %second
      br i1 %c, label %loop, label %end
    end:
      ret void
    }`);
  expect(isReadOnly('x')).toBe(true);
  expect(isReadOnly('y')).toBe(false);
});

test('calls: by attributes, by name, and through what they are given', () => {
  const text = (call: string): string => `
    declare void @opaque()
    declare void @writes(ptr)
    declare void @fills(ptr nocapture) memory(argmem: readwrite)
    declare void @peeks(ptr nocapture readonly) memory(argmem: readwrite)
    declare void @quiet() #0
    declare double @sin(double)
    declare void @free(ptr)
    declare i32 @printf(ptr, ...)
    declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
    declare void @llvm.lifetime.end.p0(i64, ptr)
    define double @f(ptr %p, ptr noalias %q) {
      %a = alloca [2 x double]
      %b = getelementptr i8, ptr %a, i64 8
      %x = load double, ptr %p
      %y = load double, ptr %q
      %z = load double, ptr %a
      ${call}
      ret double %x
    }
    attributes #0 = { nounwind memory(inaccessiblemem: readwrite) }`;
  const changed = (call: string): string => {
    const { isReadOnly } = analyse(text(call));
    return ['x', 'y', 'z'].filter((name) => !isReadOnly(name)).join('');
  };
  expect(changed('call void @opaque()')).toBe('x');
  expect(changed('call void @writes(ptr %q)')).toBe('xy');
  expect(changed('call void @fills(ptr %p)')).toBe('x');
  expect(changed('call void @fills(ptr %b)')).toBe('z');
  expect(changed('call void @peeks(ptr %p)')).toBe('');
  expect(changed('call void @opaque() readonly')).toBe('');
  expect(changed('call void @opaque() readnone [ "deopt"(i32 0) ]')).toBe('');
  expect(changed('call void @quiet()')).toBe('');
  expect(changed('%s = call double @sin(double %x)')).toBe('');
  expect(changed('call void @free(ptr %q)')).toBe('y');
  expect(changed('%n = call i32 (ptr, ...) @printf(ptr %p, double %x)')).toBe('');
  expect(changed('call void @llvm.memcpy.p0.p0.i64(ptr %b, ptr %p, i64 8, i1 false)')).toBe('');
  expect(changed('call void @llvm.memcpy.p0.p0.i64(ptr %a, ptr %p, i64 8, i1 false)')).toBe('z');
  expect(changed('call void @llvm.lifetime.end.p0(i64 16, ptr %a)')).toBe('z');
  expect(changed('fence seq_cst')).toBe('x');
});

test('types tell accesses apart, and constant memory is never written', () => {
  const { isReadOnly } = analyse(`
    @table = constant [2 x double] zeroinitializer
    define void @f(ptr %p, ptr %q) {
      %x = load double, ptr %p, !tbaa !3
      %k = load i32, ptr %p, !tbaa !4
      %inv = load i32, ptr %p, !invariant.load !5
      %t = load double, ptr @table
      %v = load volatile double, ptr %p, !tbaa !3
      store i32 1, ptr %q, !tbaa !4
      ret void
    }
    !0 = !{!"Simple C/C++ TBAA"}
    !1 = !{!"double", !0, i64 0}
    !2 = !{!"int", !0, i64 0}
    !3 = !{!1, !1, i64 0}
    !4 = !{!2, !2, i64 0}
    !5 = !{}`);
  expect(['x', 'k', 'inv', 't', 'v'].filter((name) => isReadOnly(name))).toEqual(['x', 'inv', 't']);
});

test('writes that the caller will defer can be left out', () => {
  const { fn, value } = analyse(`
    declare void @free(ptr)
    define void @f(ptr %p) {
      %x = load double, ptr %p
      call void @free(ptr %p)
      ret void
    }`);
  const memory = new MemoryAnalysis(new ControlFlow(fn), (instruction) => instruction.kind === 'call');
  expect(memory.isReadOnlyInFunction(value('x') as LoadInstruction)).toBe(true);
});

test('mayWriteTo asks about one instruction', () => {
  const { memory, value, nth } = analyse(`
    define void @f(ptr %p, ptr noalias %q) {
      %second = getelementptr double, ptr %p, i64 1
      store double 0.0, ptr %second
      store double 0.0, ptr %q
      %old = atomicrmw fadd ptr %p, double 1.0 seq_cst
      ret void
    }`);
  expect(memory.mayWriteTo(nth('store', 0), value('p'), 8)).toBe(false);
  expect(memory.mayWriteTo(nth('store', 0), value('p'), 16)).toBe(true);
  expect(memory.mayWriteTo(nth('store', 1), value('p'), 16)).toBe(false);
  expect(memory.mayWriteTo(nth('atomicrmw'), value('p'), 8)).toBe(true);
  expect(memory.mayWriteTo(nth('ret'), value('p'), 8)).toBe(false);
});

test('the index agrees with asking every instruction, and 20,000 stores and loads take linear time', () => {
  const size = 20_000;
  const rows = Array.from({ length: size }, (_, i) => `
    %a${i} = getelementptr double, ptr ${i % 3 === 0 ? '%q' : '%p'}, i64 ${(i * 7919) % 20_011}
    %x${i} = load double, ptr %a${i}
    store double %x${i}, ptr %a${(i * 31) % (i + 1)}`).join('');
  const { fn, memory } = analyse(`define void @f(ptr %p, ptr noalias %q) {\n${rows}\n ret void\n}`);
  const instructions = [...fn.instructions()];
  const start = performance.now();
  const overwritten = instructions.map((each) => (each.kind === 'load' ? memory.firstOverwrite(each) : undefined));
  expect(performance.now() - start).toBeLessThan(20_000);
  const stores = instructions.flatMap((each, position) => (each.kind === 'store' ? { each, position } : []));
  for (let position = 0; position < instructions.length; position += 1999) {
    const load = instructions[position]!;
    if (load.kind !== 'load') continue;
    const expected = stores.some((store) => store.position > position && memory.mayWriteTo(store.each, load.address, 8));
    expect(overwritten[position] !== undefined, String(position)).toBe(expected);
  }
});
