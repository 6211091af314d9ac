/** Marker calls become calls of derivative functions, and results take the shape that the caller declared. */
import { describe, expect, it } from 'vitest';
import { Diagnostic } from '../diagnostics/index.js';
import { parseModule, printModule } from '../text/index.js';
import { type Lowered, lower, program } from './example.testing.js';
import { describeAnalyses, lowerDerivatives } from './index.js';

/** The instructions of the caller, without names that are numbers. */
function caller({ text }: Lowered): string[] {
  return (/define void @caller[^]*?\n}/.exec(text)?.[0] ?? '').split('\n').slice(1, -1).map((line) => line.trim());
}

describe('a lowered module', () => {
  it('calls the derivative, and declares no marker', () => {
    const { module, text, changed } = lower(program('double', 'autodiff', 'ptr @square, double %x'));
    expect(changed).toBe(true);
    expect(text).not.toContain('__enzyme');
    expect([...module.functions.keys()]).toEqual(expect.arrayContaining(['square', 'square.augmented', 'square.reverse']));
  });

  it('has a tangent function in forward mode', () => {
    const { module } = lower(program('double', 'fwddiff', 'ptr @square, double %x, double %dx'));
    expect(module.functions.has('square.tangent')).toBe(true);
    expect(module.functions.has('square.reverse')).toBe(false);
  });

  it('is the same as before where no marker is called', () => {
    const text = program('double', 'autodiff', 'ptr @square, double %x').replace(/.*= call.*\n/, '');
    const module = parseModule(text);
    const before = printModule(module);
    expect(lowerDerivatives(module)).toEqual({ changed: false, remarks: [] });
    expect(printModule(module)).toBe(before);
  });

  it('has parsed no body but those that matter', () => {
    const module = parseModule(program('double', 'autodiff', 'ptr @square, double %x'));
    lowerDerivatives(module);
    expect(module.functions.get('dot')?.unparsedBody).toBeDefined();
    expect(module.functions.get('square')?.unparsedBody).toBeUndefined();
  });

  it('makes a derivative that is asked for twice once', () => {
    const twice = program('double', 'autodiff', 'ptr @square, double %x').replace('  ret void', '  %s = call double (...) @__enzyme_autodiff(ptr @square, double %dx)\n  ret void');
    expect([...lower(twice).module.functions.keys()].filter((name) => name.includes('.reverse'))).toEqual(['square.reverse']);
  });
});

describe('markers', () => {
  const more = '@enzyme_const = external global i32\n@enzyme_dup = external global i32';

  it('are metadata, loads of a variable, or its address', () => {
    const loaded = program('double', 'fwddiff', 'ptr @square, i32 %const, double %x', more).replace('%r = call', '%const = load i32, ptr @enzyme_const\n  %r = call');
    const forms = [
      lower(program('double', 'fwddiff', 'ptr @square, metadata !"enzyme_const", double %x', more)),
      lower(program('double', 'fwddiff', 'ptr @square, ptr @enzyme_const, double %x', more)),
      lower(loaded),
    ];
    for (const { module } of forms) expect(module.functions.get('square.tangent')?.args).toHaveLength(1);
  });

  it('of return: the primal result comes first', () => {
    const lowered = lower(program('{ double, double }', 'fwddiff', 'ptr @square, metadata !"enzyme_primal_return", double %x, double %dx'));
    const inserted = caller(lowered).filter((line) => line.includes('insertvalue'));
    expect(inserted).toHaveLength(2);
    expect(inserted[0]).toMatch(/insertvalue \{ double, double \} poison, double %\w+, 0/);
  });
});

describe('results', () => {
  const product = `define double @product(double %a, double %b) {
    %y = fmul double %a, %b
    ret double %y
}
  %pair = type { double, double }`;

  it('are a number where there is one', () => {
    const lowered = lower(program('float', 'autodiff', 'ptr @square, double %x'));
    expect(caller(lowered).some((line) => line.includes('fptrunc double'))).toBe(true);
  });

  it('are a struct where there are several', () => {
    const lowered = lower(program('{ double, double }', 'autodiff', 'ptr @product, double %x, double %dx', product));
    expect(caller(lowered).filter((line) => line.includes('insertvalue'))).toHaveLength(2);
  });

  it('go through memory where the platform returns them in other registers', () => {
    const floats = 'define float @sum(float %a, float %b) {\n %y = fadd float %a, %b\n ret float %y\n}';
    const lowered = lower(program('<2 x float>', 'autodiff', 'ptr @sum, float %single, float %single', floats));
    expect(caller(lowered).filter((line) => line.includes('alloca <2 x float>'))).toHaveLength(1);
  });

  it('are stored behind the pointer that is given for them', () => {
    const text = program('void', 'autodiff', 'ptr sret(%pair) %v, ptr @product, double %x, double %dx', product);
    expect(caller(lower(text)).filter((line) => line.startsWith('store double'))).toHaveLength(2);
    expect(() => lower(text.replace('{ double, double }', '{ double, double, double }'))).toThrow(Diagnostic);
  });

  it('may be ignored: a prototype is shared by many calls', () => {
    expect(caller(lower(program('double', 'autodiff', 'ptr @dot, ptr %v, ptr %dv, ptr %v, ptr %dv, i32 2'))).join('\n')).toContain('@dot.reverse');
  });
});

it('describes the analyses of each request', () => {
  const describeAs = (what: 'types' | 'activity' | 'plan'): string => describeAnalyses(parseModule(program('double', 'autodiff', 'ptr @square, double %x')), what);
  expect(describeAs('activity')).toBe('function @square\n  argument %x: active\n  binary %y: active\n');
  expect(describeAs('plan')).toBe('function @square\n  tape:\n');
  expect(describeAs('types')).toContain('double');
});
