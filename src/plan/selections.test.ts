/** Loops that choose one of many: what the plan keeps of them. */
import { describe, expect, it } from 'vitest';
import { type PlanExample, planOf } from './example.testing.js';

/** A loop over the numbers behind `%p`, with `body` in it, of which `%kept` is what the next iteration begins with. */
const loop = (body: string, needs: Readonly<Record<string, readonly string[]>> = { kept: ['larger'] }): PlanExample => planOf(`
  define double @f(ptr %p, ptr noalias %q, i64 %n) {
  entry:
    br label %loop
  loop:
    %i = phi i64 [ 0, %entry ], [ %i.next, %loop ]
    %best = phi double [ 0.0, %entry ], [ %kept, %loop ]
    %at = getelementptr double, ptr %p, i64 %i
    %x = load double, ptr %at
    %larger = fcmp ogt double %x, %best
    ${body}
    %i.next = add nuw nsw i64 %i, 1
    %more = icmp slt i64 %i.next, %n
    br i1 %more, label %loop, label %end
  end:
    ret double %kept
  }`, needs);

const labels = ({ plan }: PlanExample): string[] => plan.skeleton.frames.flatMap((frame) => frame.fields).map(({ label, value }) => `${label} ${value?.kind ?? ''}`);

describe('a loop that chooses one of many', () => {
  const chosen = '%kept = select i1 %larger, double %x, double %best';

  it('keeps which iteration chose last, once', () => {
    const example = loop(chosen);
    expect(labels(example)).toEqual(['last choice compare']);
    expect(example.plan.skeleton.root.fields).toHaveLength(1);
  });

  it('may choose when the condition is false', () => {
    expect(labels(loop('%kept = select i1 %larger, double %best, double %x'))).toEqual(['last choice compare']);
  });

  it('is gone to at that iteration alone', () => {
    const { plan, skeleton, block } = loop(chosen);
    const [only] = skeleton.loops.loops;
    expect(only && skeleton.loops.loopOf(block('loop')) === only && plan.isJumpedInto(only)).toBe(true);
  });

  it('keeps every decision that somebody else reads too', () => {
    expect(labels(loop(`${chosen}\n%again = zext i1 %larger to i64`))).toEqual(['primal compare']);
  });

  it('keeps every decision when the adjoints of other iterations come from elsewhere', () => {
    expect(labels(loop(`${chosen}\n%sum = fadd double %best, %x`))).toEqual(['primal compare']);
    expect(labels(loop(`${chosen}\nstore double %x, ptr %q`))).toEqual(['primal compare']);
    expect(labels(loop('%kept = select i1 %larger, double %x, double 2.0'))).toEqual(['primal compare']);
  });

  it('does not decide once more, to have the value that was chosen', () => {
    const example = loop(`${chosen}\n%whole = fptosi double %kept to i64`, { kept: ['larger'], whole: ['kept', 'best'] });
    expect(example.cached()).toContain('kept');
  });
});
