/** Reverse mode from IR to numbers: what is generated, and that it gives the gradient. */
import { describe, expect, it } from 'vitest';
import { differences, lowered, run } from './example.testing.js';

/** Functions of two numbers, each a shape of control flow or memory, and the same in JavaScript. */
const functions: Readonly<Record<string, { ir: string; js: (x: number, y: number) => number }>> = {
  branch: {
    ir: `define double @branch(double %x, double %y) {
    entry:
      %less = fcmp olt double %x, %y
      br i1 %less, label %then, label %else
    then:
      %a = fmul double %x, %y
      br label %end
    else:
      %b = fsub double %x, %y
      br label %end
    end:
      %r = phi double [ %a, %then ], [ %b, %else ]
      ret double %r
    }`,
    js: (x, y) => (x < y ? x * y : x - y),
  },
  loop: { // the value of each iteration is needed again
    ir: `define double @loop(double %x, double %y) {
    entry:
      br label %head
    head:
      %i = phi i64 [ 0, %entry ], [ %next, %head ]
      %v = phi double [ %x, %entry ], [ %w, %head ]
      %t = fmul double %v, %v
      %w = fadd double %t, %y
      %next = add i64 %i, 1
      %more = icmp ult i64 %next, 4
      br i1 %more, label %head, label %end
    end:
      ret double %w
    }`,
    js: (x, y) => { let v = x; for (let i = 0; i < 4; i++) v = v * v + y; return v; },
  },
  overwritten: { // the memory does not hold any more what the adjoint needs
    ir: `define double @overwritten(double %x, double %y) {
      %p = alloca double
      store double %x, ptr %p
      %a = load double, ptr %p
      %b = fmul double %a, %y
      store double %b, ptr %p
      %c = load double, ptr %p
      %d = fmul double %c, %a
      ret double %d
    }`,
    js: (x, y) => x * y * x,
  },
  recursive: {
    ir: `define double @power(double %x, i32 %n) {
    entry:
      %done = icmp eq i32 %n, 0
      br i1 %done, label %one, label %more
    one:
      ret double 1.0
    more:
      %less = sub i32 %n, 1
      %rest = call double @power(double %x, i32 %less)
      %r = fmul double %x, %rest
      ret double %r
    }
    define double @recursive(double %x, double %y) {
      %cube = call double @power(double %x, i32 3)
      %s = call double @sin(double %cube)
      %r = fmul double %s, %y
      ret double %r
    }`,
    js: (x, y) => Math.sin(x ** 3) * y,
  },
};

const program = `${Object.values(functions).map(({ ir }) => ir.replace(/^ {4}\}/gm, '}')).join('\n')}
@format = constant [13 x i8] c"%.12g %.12g\\0A\\00"
define i32 @main() {
${Object.keys(functions).map((name) => `  %${name} = call { double, double } (...) @__enzyme_autodiff(ptr @${name}, double 0.75, double 1.25)
  %${name}.x = extractvalue { double, double } %${name}, 0
  %${name}.y = extractvalue { double, double } %${name}, 1
  %${name}.n = call i32 (ptr, ...) @printf(ptr @format, double %${name}.x, double %${name}.y)`).join('\n')}
  ret i32 0
}
declare { double, double } @__enzyme_autodiff(...)
declare double @sin(double)
declare i32 @printf(ptr, ...)`;

describe('gradients', () => {
  const { module, text } = lowered(program);

  it('have an augmented primal and a reverse each, also of what is called', () => {
    for (const name of [...Object.keys(functions), 'power']) {
      expect(module.functions.get(`${name}.augmented`)?.words.linkage).toBe('internal');
      expect(module.functions.get(`${name}.reverse`)?.words.linkage).toBe('internal');
    }
  });

  it('keep no more than they need', () => {
    const result = (name: string): string | undefined => module.functions.get(`${name}.augmented`)?.functionType.result.text;
    expect(result('branch')).toBe('{ double }'); // arguments alone
    expect(result('loop')).toBe('{ { ptr, i64 }, double }'); // the records, how many there are and fit
    expect(result('power')).toBe('{ ptr, double }'); // the type of a recursive tape cannot contain itself
  });

  it('agree with finite differences', () => {
    const numbers = run(text);
    Object.values(functions).forEach(({ js }, i) => {
      differences(js, [0.75, 1.25]).forEach((expected, k) => { expect((numbers[2 * i + k] ?? NaN) / expected).toBeCloseTo(1, 6); });
    });
  });
});

describe('adjoints of memory', () => {
  it('are taken from the shadow of what is stored, and added to that of what is loaded', () => {
    const { text } = lowered(`define void @f(ptr noalias %in, ptr noalias %out) {
      %x = load double, ptr %in
      %y = fmul double %x, 3.0
      store double %y, ptr %out
      ret void
}
    define void @caller(ptr %a, ptr %b, ptr %c, ptr %d) {
      call void (...) @__enzyme_autodiff(ptr @f, ptr %a, ptr %b, ptr %c, ptr %d)
      ret void
}
    declare void @__enzyme_autodiff(...)`);
    const reverse = /define internal void @f\.reverse[^]*?\n}/.exec(text)?.[0] ?? '';
    const onShadows = reverse.split('\n').map((line) => line.trim().replace(/, !.*$/, '').replace(/%\d+ = |(?<=double )%\d+(?=,)/g, '')).filter((line) => /ptr %[13]$/.test(line));
    expect(onShadows).toEqual([
      'load double, ptr %3', 'store double 0.000000e+00, ptr %3', // the adjoint of what was stored, consumed
      'load double, ptr %1', 'store double , ptr %1', // that of what was loaded, added to
    ]);
  });
});
