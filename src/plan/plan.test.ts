/** What the reverse sweep caches, and what it computes again. */
import { describe, expect, it } from 'vitest';
import { type PlanExample, planOf } from './example.testing.js';
import { type PlanPolicy, printPlan } from './index.js';

const straight = (body: string): PlanExample => planOf(`declare double @g()
  define double @f(ptr %p, double %x, i64 %i) {
    ${body}
    %y = fmul double %x, %x
    ret double %y
  }`, { y: ['needed'] });

describe('what is computed again', () => {
  it('is an argument, which is still there', () => {
    expect(planOf('define double @f(double %x) {\n %y = fmul double %x, %x\n ret double %y\n}', { y: ['x'] }).cached()).toEqual([]);
  });

  it('is cheap arithmetic on what is there', () => {
    expect(straight('%a = fadd double %x, 1.0\n %needed = fmul double %a, %x').cached()).toEqual([]);
  });

  it('is a load from memory that nothing overwrites, with its address', () => {
    expect(straight('%at = getelementptr double, ptr %p, i64 %i\n %needed = load double, ptr %at').cached()).toEqual([]);
  });

  it('is arithmetic on one cached value, rather than the value and its result', () => {
    expect(straight('%v = call double @g()\n %a = fadd double %v, 1.0\n %needed = fmul double %a, %v').cached()).toEqual(['v']);
  });
});

describe('the policy', () => {
  const text = `declare double @g()
  define double @f(double %x) {
    %v = call double @g()
    %w = call double @g()
    %a = fadd double %v, %w
    %needed = fmul double %x, %x
    %y = fmul double %a, %needed
    ret double %y
  }`;
  const cached = (policy: PlanPolicy): string[] => planOf(text, { y: ['a', 'needed'] }, { policy }).cached();

  it('is to keep what costs least, to keep all, or to compute again all that can be', () => {
    expect(cached('cheapest')).toEqual(['a']);
    expect(cached('cache')).toEqual(['a', 'needed']);
    expect(cached('recompute')).toEqual(['v', 'w']);
  });
});

describe('what is cached', () => {
  it('is a load that something overwrites', () => {
    expect(straight('%needed = load double, ptr %p\n store double 0.0, ptr %p').cached()).toEqual(['needed']);
  });

  it('is the result of a call or a division of integers', () => {
    expect(straight('%needed = call double @g()').cached()).toEqual(['needed']);
    expect(straight('%needed = fdiv double %x, 3.0').cached()).toEqual([]);
    expect(straight('%n = udiv i64 %i, 3\n %needed = add i64 %n, 1').cached()).toEqual([]);
    expect(straight('%n = udiv i64 %i, %i\n %needed = add i64 %n, 1').cached()).toEqual(['n']);
  });

  it('is one value made of two that would both have to be', () => {
    expect(straight('%v = call double @g()\n %w = call double @g()\n %needed = fadd double %v, %w').cached()).toEqual(['needed']);
  });

  it('is what looks at the address of a local', () => {
    expect(straight('%a = alloca double\n %needed = ptrtoint ptr %a to i64').cached()).toEqual(['needed']);
    expect(straight('%a = alloca double\n %needed = icmp eq ptr %a, %p').cached()).toEqual(['needed']);
  });

  it('is a long chain of cheap arithmetic', () => {
    const chain = (length: number): string => Array.from({ length }, (_, i) => `%a${i + 1} = fadd double %a${i}, %x`).join('\n');
    expect(straight(`%a0 = fadd double %x, 1.0\n ${chain(10)}\n %needed = fadd double %a10, %x`).cached()).toEqual([]);
    expect(straight(`%a0 = fadd double %x, 1.0\n ${chain(30)}\n %needed = fadd double %a30, %x`).cached()).not.toEqual([]);
  });
});

const loop = (needs: Record<string, readonly string[]>): PlanExample => planOf(`define double @f(ptr %p, double %x, i64 %n) {
  entry:
    br label %head
  head:
    %i = phi i64 [ 0, %entry ], [ %next, %head ]
    %v = phi double [ %x, %entry ], [ %y, %head ]
    %at = getelementptr double, ptr %p, i64 %i
    %e = load double, ptr %at
    %y = fmul double %v, %e
    %next = add i64 %i, 1
    %more = icmp slt i64 %next, %n
    br i1 %more, label %head, label %end
  end:
    %z = fmul double %y, %y
    ret double %z
  }`, needs);

describe('in a loop', () => {
  it('induction variables come from the iteration count', () => {
    const { cached, plan, value, block } = loop({ y: ['e'] });
    expect(cached()).toEqual([]);
    const phi = value('i');
    expect(phi.kind === 'phi' && plan.inductionAt(phi, block('head'))?.variable.step).toBe(1n);
    expect(phi.kind === 'phi' && plan.inductionAt(phi, block('end'))).toBeUndefined();
  });

  it('other values carried around are cached in a record for each iteration', () => {
    const { cached, plan, value, skeleton, block } = loop({ y: ['v'] });
    expect(cached()).toEqual(['v']);
    expect(plan.fieldOf('primal', value('v'))?.frame).toBe(skeleton.frameOf(block('head')));
    expect(plan.fieldOf('shadow', value('v'))).toBeUndefined();
  });

  it('what is needed behind the loop cannot count on its iterations', () => {
    expect(loop({ z: ['i'] }).cached()).toEqual(['i']);
    expect(loop({ z: ['y'] }).cached()).toEqual(['y']);
  });

  it('prints as tape, records, and ways back', () => {
    expect(printPlan(loop({ y: ['v', 'e'] }).plan)).toMatchInlineSnapshot(`
      "function @f
        tape:
        record of loop head:
          primal %v: double
        head entered by count"
    `);
  });
});

describe('shadows', () => {
  const text = `define double @f(ptr %p, i64 %i) {
    %a = alloca double
    %at = getelementptr double, ptr %p, i64 %i
    %row = load ptr, ptr %at
    %y = load double, ptr %row
    ret double %y
  }`;
  const shadowOf = (name: string, more: Parameters<typeof planOf>[2] = {}): string[] => {
    const { plan } = planOf(text, {}, {
      needsOf: (instruction) => (instruction.name === 'y' ? [...instruction.block?.instructions ?? []].filter((each) => each.name === name).map((value) => ({ kind: 'shadow', value })) : []),
      ...more,
    });
    return plan.skeleton.root.fields.map((field) => `${field.label} ${field.value && 'name' in field.value ? field.value.name : ''}`);
  };

  it('of addresses are computed from those of arguments', () => {
    expect(shadowOf('at')).toEqual([]);
    expect(shadowOf('row')).toEqual([]);
  });

  it('are cached where the load may read something else later', () => {
    expect(shadowOf('row', { isPreserved: () => false })).toEqual(['shadow row']);
  });

  it('of locals are cached if they must keep their address', () => {
    expect(shadowOf('a')).toEqual([]);
    expect(shadowOf('a', { isShadowRemade: () => false })).toEqual(['shadow a']);
  });
});
