/** What a call through a pointer may reach. */
import { describe, expect, it } from 'vitest';
import { type Module, isCall } from '../ir/index.js';
import { parseModule } from '../text/index.js';
import { CallGraph, PossibleCallees } from './index.js';

const functions = `
define double @a(double %x) {
  ret double %x
}
define double @b(double %x) {
  ret double %x
}
define i32 @other(i32 %i) {
  ret i32 %i
}
`;

/** The names, `...` at the end where others are possible. */
function targets(text: string): { names: string[]; module: Module } {
  const module = parseModule(text, { file: 'example.ll' });
  const fn = module.functions.get('f');
  const call = [...fn?.instructions() ?? []].find((each) => isCall(each) && each.callee.kind !== 'function');
  if (!fn || !call || !isCall(call)) throw new Error('no such call');
  const { functions: found, isComplete } = new PossibleCallees(module).of(call, fn);
  return { names: [...found.map((each) => each.name), ...(isComplete ? [] : ['...'])], module };
}

describe('are', () => {
  it('what the pointer is a choice of', () => {
    const { names } = targets(`${functions}
    define double @f(i1 %c, double %x) {
      %g = select i1 %c, ptr @a, ptr @b
      %y = call double %g(double %x)
      ret double %y
    }`);
    expect(names).toEqual(['a', 'b']);
  });

  it('the entries of a constant table that have the type', () => {
    const { names } = targets(`${functions}
    @table = internal constant [3 x ptr] [ptr @b, ptr @other, ptr null]
    define double @f(i64 %i, double %x) {
      %at = getelementptr [3 x ptr], ptr @table, i64 0, i64 %i
      %g = load ptr, ptr %at
      %y = call double %g(double %x)
      ret double %y
    }`);
    expect(names).toEqual(['b']);
  });

  it('what callers pass, if all of them are here', () => {
    const text = (linkage: string): string => `${functions}
    define ${linkage} double @f(ptr %g, double %x) {
      %y = call double %g(double %x)
      ret double %y
    }
    define double @caller(double %x) {
      %y = call double @f(ptr @b, double %x)
      ret double %y
    }`;
    expect(targets(text('internal')).names).toEqual(['b']);
    expect(targets(text('')).names).toEqual(['b', '...']);
  });

  it('the methods in a slot of the tables of classes', () => {
    const { names } = targets(`${functions}
    @_ZTI1A = constant ptr null
    @_ZTV1A = constant { [4 x ptr] } { [4 x ptr] [ptr null, ptr @_ZTI1A, ptr @a, ptr @b] }
    @_ZTV1B = constant { [3 x ptr], [5 x ptr] } { [3 x ptr] [ptr null, ptr @_ZTI1A, ptr @a], [5 x ptr] [ptr null, ptr null, ptr @_ZTI1A, ptr @a, ptr @a] }
    define double @f(ptr %object, double %x) {
      %table = load ptr, ptr %object, !tbaa !0
      %slot = getelementptr i8, ptr %table, i64 8
      %g = load ptr, ptr %slot
      %y = call double %g(double %x)
      ret double %y
    }
    !0 = !{!1, !1, i64 0}
    !1 = !{!"vtable pointer", !2, i64 0}
    !2 = !{!"Simple C++ TBAA"}`);
    expect(names).toEqual(['b', 'a', '...']);
  });

  it('else all functions of the type whose address is taken, found without reading bodies', () => {
    const { names, module } = targets(`${functions}
    define double @"odd name"(double %x) {
      ret double %x
    }
    define double @called(double %x) {
      %y = call double @b(double %x)
      ret double %y
    }
    define void @keep(ptr %p) {
      store ptr @"odd name", ptr %p
      ret void
    }
    @hook = global ptr @a
    define double @f(ptr %p, double %x) {
      %g = load ptr, ptr %p
      %y = call double %g(double %x)
      ret double %y
    }`);
    expect(names).toEqual(['a', 'odd name', '...']);
    expect(module.functions.get('keep')?.unparsedBody).toBeDefined();
  });
});

it('are called by whoever calls through the pointer', () => {
  const module = parseModule(`${functions}
  define double @f(ptr %p, double %x) {
    %g = load ptr, ptr %p
    %y = call double %g(double %x)
    ret double %y
  }
  @hook = global ptr @f.again
  define double @f.again(double %x) {
    %y = call double @f(ptr @hook, double %x)
    ret double %y
  }`);
  const callees = new PossibleCallees(module);
  const f = module.functions.get('f');
  if (!f) throw new Error('no f');
  const graph = new CallGraph([f], (call, fn) => callees.of(call, fn).functions);
  expect(graph.isRecursive(f)).toBe(true);
  expect(new CallGraph([f]).isRecursive(f)).toBe(false);
});
