/** The copy of a function from which derivatives are made. */
import { describe, expect, it } from 'vitest';
import { PossibleCallees } from '../analysis/index.js';
import { type Function, type Module, isCall } from '../ir/index.js';
import { parseModule } from '../text/index.js';
import { analyzeTypes } from '../types/index.js';
import { outline } from './example.testing.js';
import { prepare } from './prepare.js';
import { Unwinding } from './unwinding.js';

function prepared(text: string): { module: Module; fn: Function; lines: string[] } {
  const module = parseModule(text, { file: 'example.ll' });
  const source = module.functions.get('f');
  if (!source) throw new Error('no function f');
  const before = outline(source);
  const callees = new PossibleCallees(module);
  const { fn } = prepare(source, { targetsOf: (call, caller) => callees.of(call, caller), functionsAt: (pointer, caller) => callees.at(pointer, caller),
    layoutOf: (caller, pointer, size) => analyzeTypes(module).of(caller).memoryLayout(pointer, size), whyLeftOut: () => undefined, unwinding: new Unwinding(module) });
  expect(outline(source)).toEqual(before);
  return { module, fn, lines: outline(fn) };
}

describe('the copy', () => {
  it('is one of a simple function as it stands', () => {
    const { fn, lines } = prepared('define double @f(double %x) {\n %y = fmul double %x, 2.0\n ret double %y\n}');
    expect(lines).toEqual(['binary', 'ret']);
    expect(fn.args.map((arg) => arg.name)).toEqual(['x']);
  });

  it('returns in one place', () => {
    const { fn, lines } = prepared(`define double @f(double %x, i1 %c) {
    entry:
      br i1 %c, label %then, label %else
    then:
      ret double %x
    else:
      ret double 0.0
    }`);
    expect(lines).toEqual(['br', 'br', 'br', 'phi', 'ret']);
    const [phi] = fn.blocks.at(-1)?.instructions ?? [];
    expect(phi?.operands).toEqual([fn.args[0], expect.objectContaining({ kind: 'fp' })]);
  });

  it('names the last of the numbers that a loop makes, and of those that a loop around it makes of them', () => {
    const { lines, fn } = prepared(`define double @f(ptr %p, i64 %n) {
    entry:
      br label %outer
    outer:
      %i = phi i64 [ 0, %entry ], [ %i1, %next ]
      br label %inner
    inner:
      %j = phi i64 [ 0, %outer ], [ %j1, %inner ]
      %sum = phi double [ 0.0, %outer ], [ %more, %inner ]
      %x = load double, ptr %p
      %more = fadd double %sum, %x
      %j1 = add i64 %j, 1
      %again = icmp ult i64 %j1, %n
      br i1 %again, label %inner, label %next
    next:
      store double %more, ptr %p
      %i1 = add i64 %i, %j1
      %repeat = icmp ult i64 %i1, %n
      br i1 %repeat, label %outer, label %done
    done:
      %square = fmul double %more, %more
      ret double %square
    }`);
    const [, , , next, done] = fn.blocks;
    const [outerLast, innerLast] = [done?.instructions[0], next?.instructions[0]];
    expect(lines).toEqual(['br', 'phi', 'br', 'phi', 'phi', 'load', 'binary', 'binary', 'compare', 'br', 'phi', 'store', 'binary', 'compare', 'br', 'phi', 'binary', 'ret']);
    expect(innerLast).toMatchObject({ kind: 'phi', name: 'more.last' });
    expect(outerLast?.operands).toEqual([innerLast]);
    expect(done?.instructions[1]?.operands).toEqual([outerLast, outerLast]);
  });

  it('owns the memory of its arguments', () => {
    const { fn, lines } = prepared(`%pair = type { double, i32 }
    define double @f(ptr byval(%pair) align 8 %p, ptr byval({ float, float }) %q) {
      %x = load double, ptr %p
      ret double %x
    }`);
    expect(lines).toEqual(['alloca', 'call llvm.memcpy.p0.p0.i64', 'alloca', 'call llvm.memcpy.p0.p0.i64', 'load', 'ret']);
    const copies = [...fn.instructions()].filter(isCall);
    expect(copies.map((call) => call.args[2])).toEqual([expect.objectContaining({ value: 16n }), expect.objectContaining({ value: 8n })]);
    expect(copies.map((call) => call.args[1])).toEqual(fn.args);
    expect(fn.args.flatMap((arg) => arg.attributes).filter((word) => word.startsWith('byval'))).toEqual([]);
    const [local, , , , load] = [...fn.instructions()];
    expect(load?.operands).toEqual([local]);
  });

  it('reallocates step by step', () => {
    const { lines } = prepared(`define ptr @f(ptr %p, i64 %n) {
      %q = call ptr @realloc(ptr %p, i64 %n)
      ret ptr %q
    }
    declare ptr @realloc(ptr, i64)`);
    expect(lines).toEqual(['call malloc', 'call malloc_usable_size', 'compare', 'select', 'call llvm.memcpy.p0.p0.i64', 'call free', 'ret']);
  });
});

describe('exceptions', () => {
  const throwing = (clause: string, attributes = ''): string => `declare void @g()${attributes}
  declare i32 @__gxx_personality_v0(...)
  define double @f(double %x) personality ptr @__gxx_personality_v0 {
  entry:
    invoke void @g() to label %normal unwind label %pad
  normal:
    ret double %x
  pad:
    %caught = landingpad { ptr, i32 } ${clause}
    resume { ptr, i32 } %caught
  }`;

  it('leave by the one exit, where a phi holds them', () => {
    const { fn, lines } = prepared(throwing('cleanup'));
    expect(lines).toEqual(['invoke g', 'br', 'landingpad', 'br', 'phi', 'phi', 'ret']);
    const [thrown, result] = fn.blocks.at(-1)?.instructions ?? [];
    expect(thrown?.operands).toEqual([expect.objectContaining({ kind: 'word' }), expect.objectContaining({ kind: 'landingpad' })]);
    expect(result?.operands).toEqual([fn.args[0], expect.objectContaining({ kind: 'fp' })]);
  });

  it('of calls without a landing pad leave by it too', () => {
    const { lines } = prepared(`declare void @g()
    declare i32 @__gxx_personality_v0(...)
    define void @h() personality ptr @__gxx_personality_v0 {
      ret void
    }
    define void @f() {
      call void @g()
      ret void
    }`);
    expect(lines).toEqual(['invoke g', 'br', 'landingpad', 'br', 'phi', 'ret']);
  });

  it('meet behind landing pads of their own', () => {
    const { fn } = prepared(`declare void @g()
    declare i32 @__gxx_personality_v0(...)
    define i32 @f() nounwind personality ptr @__gxx_personality_v0 {
    entry:
      invoke void @g() to label %next unwind label %pad
    next:
      invoke void @g() to label %normal unwind label %pad
    normal:
      ret i32 0
    pad:
      %where = phi i32 [ 1, %entry ], [ 2, %next ]
      %caught = landingpad { ptr, i32 } catch ptr null
      ret i32 %where
    }`);
    const pads = fn.blocks.filter((block) => block.instructions[0]?.kind === 'landingpad');
    expect(pads).toHaveLength(2);
    const [rest] = pads[0]?.successors ?? [];
    expect(rest?.instructions.map((each) => each.kind)).toEqual(['phi', 'phi', 'br']);
    expect(pads[1]?.successors).toEqual([rest]);
  });

  it('may not be caught where nothing is known of them', () => {
    expect(() => prepared(throwing('catch ptr null').replaceAll('gxx_personality_v0', 'other_personality'))).toThrow(expect.objectContaining({ code: 'RZ3002' }));
  });

  it('that are never thrown are not in the way', () => {
    const { fn } = prepared(throwing('catch ptr null', ' nounwind'));
    expect(fn.entry.instructions.map((each) => each.kind)).toEqual(['call', 'br']);
  });
});
