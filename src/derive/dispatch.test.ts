/** Calls through pointers become choices of calls by name. */
import { describe, expect, it } from 'vitest';
import { PossibleCallees } from '../analysis/index.js';
import { Diagnostic } from '../diagnostics/index.js';
import { type Function, isCall, verifyFunction } from '../ir/index.js';
import { parseModule } from '../text/index.js';
import { CandidateRefused, blaming, dispatchIndirectCalls } from './dispatch.js';

const functions = `
declare double @sin(double)
declare double @elsewhere(double)
declare i32 @__gxx_personality_v0(...)
define double @a(double %x) {
  ret double %x
}
define double @b(double %x) {
  ret double %x
}
`;

/** Dispatches the calls of `f` in place; what is called in the end, in order. */
function dispatched(text: string, leftOut: readonly string[] = []): { fn: Function; calls: string[] } {
  const module = parseModule(functions + text);
  const fn = module.functions.get('f');
  if (!fn) throw new Error('no f');
  const callees = new PossibleCallees(module);
  dispatchIndirectCalls(fn, fn, {
    targetsOf: (call, caller) => callees.of(call, caller),
    functionsAt: (pointer, caller) => callees.at(pointer, caller),
    whyLeftOut: ({ name }) => (leftOut.includes(name) ? new Diagnostic('inlineAssembly') : undefined),
  });
  expect(verifyFunction(fn)).toEqual([]);
  return { fn, calls: [...fn.instructions()].filter(isCall).map((call) => `${call.kind} ${call.calledFunction?.name ?? 'pointer'}`) };
}

const throughMemory = (kind = 'call', rest = ''): string => `
@hooks = global [4 x ptr] [ptr @a, ptr @b, ptr @sin, ptr @elsewhere]
define double @f(ptr %p, double %x) ${kind === 'call' ? '' : 'personality ptr @__gxx_personality_v0'} {
entry:
  %g = load ptr, ptr %p
  %y = ${kind} double %g(double %x) ${rest}`;

describe('a call', () => {
  it('of one of several functions, or of one that is not known', () => {
    const { fn, calls } = dispatched(`${throughMemory()}\n  %z = fadd double %y, %x\n  ret double %z\n}`);
    expect(calls).toEqual(['call sin', 'call a', 'call b', 'call pointer']);
    const last = [...fn.instructions()].filter(isCall).find((call) => !call.calledFunction);
    expect(last?.dispatched).toMatchObject({ kind: 'unknown', leftOut: [{ candidate: { name: 'elsewhere' }, why: undefined }] });
  });

  it('leaves out what cannot be differentiated', () => {
    expect(dispatched(`${throughMemory()}\n  ret double %y\n}`, ['a', 'sin']).calls).toEqual(['call b', 'call pointer']);
    expect(dispatched(`${throughMemory()}\n  ret double %y\n}`, ['a', 'b', 'sin']).calls).toEqual(['call pointer']);
  });

  it('of an optional function that is nowhere stays, and stops the program', () => {
    const tested = (go: string): string => `define double @f(ptr %p, i32 %n, double %x) {
      %g = load ptr, ptr %p
      %none = icmp eq ptr %g, null
      br i1 %none, ${go}
    set:
      %y = call double %g(i32 %n, double %x)
      ret double %y
    not:
      ret double %x
    }`;
    const last = ({ fn }: { fn: Function }) => [...fn.instructions()].find(isCall)?.dispatched;
    expect(last(dispatched(tested('label %not, label %set')))).toEqual({ kind: 'unknown', candidates: [], leftOut: [] });
    expect(last(dispatched(tested('label %set, label %not')))).toBeUndefined();
  });

  it('of one that is surely known has no test at the end', () => {
    const choice = (b: string): string => `define double @f(i1 %c, double %x) {
      %g = select i1 %c, ptr @a, ptr @${b}
      %y = call double %g(double %x)
      ret double %y
    }`;
    expect(dispatched(choice('b')).calls).toEqual(['call a', 'call b']);
    const { fn, calls } = dispatched(choice('a'));
    expect(calls).toEqual(['call a']);
    expect(fn.blocks).toHaveLength(1);
  });

  it('that unwinds does so from each place', () => {
    const { fn, calls } = dispatched(`${throughMemory('invoke', 'to label %normal unwind label %pad')}
    normal:
      ret double %y
    pad:
      %where = phi i32 [ 7, %entry ]
      %caught = landingpad { ptr, i32 } cleanup
      resume { ptr, i32 } %caught
    }`);
    expect(calls).toEqual(['invoke sin', 'invoke a', 'invoke b', 'invoke pointer']);
    const phi = [...fn.instructions()].find((each) => each.kind === 'phi' && each.type.text === 'i32');
    expect(phi?.operands).toHaveLength(4);
  });

  it('is not dispatched twice', () => {
    const { fn } = dispatched(`${throughMemory()}\n  ret double %y\n}`);
    const before = [...fn.instructions()].length;
    const callees = new PossibleCallees(fn.module);
    dispatchIndirectCalls(fn, fn, { targetsOf: (call, caller) => callees.of(call, caller), functionsAt: (p, caller) => callees.at(p, caller), whyLeftOut: () => undefined });
    expect([...fn.instructions()]).toHaveLength(before);
  });
});

it('blames the candidate for what its call leads to', () => {
  const { fn } = dispatched(`${throughMemory()}\n  ret double %y\n}`);
  const fail = (): never => { throw new Diagnostic('inlineAssembly'); };
  const blamed = [...fn.instructions()].filter(isCall).map((call) => {
    try {
      return blaming(call, fail);
    } catch (error) {
      return error instanceof CandidateRefused ? error.candidate.name : 'the caller';
    }
  });
  expect(blamed).toEqual(['sin', 'a', 'b', 'the caller']);
});
