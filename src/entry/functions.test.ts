/** Which function is differentiated, wherever its name stands, and in which order. */
import { describe, expect, it } from 'vitest';
import { parseModule } from '../text/index.js';
import { lower, program, refusals } from './example.testing.js';
import { lowerDerivatives } from './index.js';

const derivatives = (text: string): string[] => [...lower(text).module.functions.keys()].filter((name) => name.endsWith('.reverse'));

describe('the function to differentiate', () => {
  it('may be behind an alias, or in a constant', () => {
    expect(derivatives(program('double', 'autodiff', 'ptr @other, double %x', '@other = alias double (double), ptr @square'))).toEqual(['square.reverse']);
    const loaded = program('double', 'autodiff', 'ptr %chosen, double %x', '@choice = constant ptr @square')
      .replace('%r = call', '%chosen = load ptr, ptr @choice\n  %r = call');
    expect(derivatives(loaded)).toEqual(['square.reverse']);
  });

  it('may be one of two, each with a call of its own', () => {
    const cube = 'define double @cube(double %x) {\n %y = fmul double %x, %x\n %z = fmul double %y, %x\n ret double %z\n}';
    const text = program('double', 'autodiff', 'ptr %chosen, double %x', cube)
      .replace('%r = call', '%c = fcmp olt double %x, 0.0\n  %chosen = select i1 %c, ptr @square, ptr @cube\n  %r = call');
    expect(derivatives(text)).toEqual(['square.reverse', 'cube.reverse']);
    expect(refusals(text.replace('ptr @square, ptr @cube', 'ptr @square, ptr %v'))).toEqual([expect.stringMatching(/^RZ4002.*it is a choice between functions/)]);
  });
});

it('of which a program wants a pair of derivatives for a table', () => {
  const { module, text } = lower(`define double @square(double %x) {
  %y = fmul double %x, %x
  ret double %y
}
define ptr @caller() {
  %p = call ptr (...) @__enzyme_virtualreverse(ptr @square)
  ret ptr %p
}
declare ptr @__enzyme_virtualreverse(...)`);
  expect(text).toContain('@square.virtualreverse = internal constant { ptr, ptr } { ptr @square.augmented, ptr @square.reverse }');
  expect([...module.functions.keys()]).not.toContain('__enzyme_virtualreverse');
});

describe('several calls', () => {
  it('of which some cannot be lowered say so together', () => {
    const text = program('double', 'autodiff', 'ptr @square').replace('  ret void', '  %s = call double (...) @__enzyme_autodiff(ptr %v)\n  ret void');
    expect(() => lowerDerivatives(parseModule(text))).toThrow(AggregateError);
    expect(() => lowerDerivatives(parseModule(text))).toThrow('2 derivatives cannot be made');
  });

  it('nest: what a differentiated function asks for is made first', () => {
    const slope = `define double @slope(double %x) {
  %d = call double (...) @__enzyme_fwddiff(ptr @square, double %x, double 1.0)
  ret double %d
}`;
    const text = program('double', 'fwddiff', 'ptr @slope, double %x, double %dx', slope);
    const tangents = [...lower(text).module.functions.keys()].filter((name) => name.includes('.tangent'));
    expect(tangents).toEqual(expect.arrayContaining(['square.tangent', 'slope.tangent', 'square.tangent.tangent']));
    const backwards = text.replace('define void @caller', 'declare double @__enzyme_autodiff(...)\n\ndefine void @caller').replace('@__enzyme_fwddiff(ptr @slope, double %x, double %dx)', '@__enzyme_autodiff(ptr @slope, double %x)');
    expect(derivatives(backwards)).toEqual(expect.arrayContaining(['slope.reverse', 'square.tangent.reverse']));
  });

  it('may be invokes, which become calls', () => {
    const text = program('double', 'autodiff', 'ptr @square, double %x', 'declare i32 @__gxx_personality_v0(...)')
      .replace('float %single) {', 'float %single) personality ptr @__gxx_personality_v0 {')
      .replace('%r = call', '%r = invoke').replace('double %x)\n  ret void\n}\n\ndeclare', `double %x) to label %normal unwind label %pad
normal:
  ret void
pad:
  %caught = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %caught
}\n\ndeclare`);
    expect(text).toContain('invoke');
    expect(lower(text).text).not.toContain('invoke');
  });
});

describe('globals', () => {
  const counter = `@total = internal global double 0.0
define double @accumulate(double %x) {
  %old = load double, ptr @total
  %new = fadd double %old, %x
  store double %new, ptr @total
  %y = fmul double %new, %new
  ret double %y
}`;

  it('that hold active numbers get a shadow, cleared before the derivative', () => {
    const { module, text } = lower(program('double', 'autodiff', 'ptr @accumulate, double %x', counter));
    expect(module.globals.get('total.shadow')?.words.linkage).toBe('internal');
    expect(/define void @caller[^]*?\n}/.exec(text)?.[0]).toMatch(/memset[^\n]*ptr @total\.shadow, i8 0, i64 8[^]*@accumulate\.augmented/);
  });
});

it('fits targets with addresses of four bytes', () => {
  const loop = `define double @power(double %x, i32 %n) {
entry:
  br label %head
head:
  %i = phi i32 [ 0, %entry ], [ %next, %head ]
  %v = phi double [ 1.0, %entry ], [ %w, %head ]
  %w = fmul double %v, %x
  %next = add i32 %i, 1
  %more = icmp slt i32 %next, %n
  br i1 %more, label %head, label %end
end:
  ret double %w
}`;
  const target = 'target datalayout = "e-m:e-p:32:32-p10:8:8-p20:8:8-i64:64-n32:64-S128-ni:1:10:20"\ntarget triple = "wasm32-unknown-wasi"\n';
  const { module } = lower(target + program('double', 'autodiff', 'ptr @power, double %x, i32 3', loop));
  expect(module.functions.get('__ribozyme_allocate')?.functionType.text).toBe('ptr (i32)');
  expect(module.functions.get('power.augmented')?.functionType.result.text).toBe('{ { ptr, i32 }, double }');
});
