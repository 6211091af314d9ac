/** How the reverse sweep finds out where a block was entered from. */
import { describe, expect, it } from 'vitest';
import type { Decision } from './arrivals.js';
import { type PlanExample, planOf } from './example.testing.js';

function written(decision: Decision): string {
  if (decision.kind === 'from') return decision.block.name ?? '?';
  return `${'name' in decision.condition ? decision.condition.name : '?'} (${written(decision.whenTrue)}, ${written(decision.whenFalse)})`;
}

function arrival({ plan, block }: PlanExample, name: string): string {
  const found = plan.predecessorsOf(block(name));
  switch (found?.kind) {
    case undefined: return 'nowhere';
    case 'single': return `single ${found.block.name}`;
    case 'count': return `count ${found.entering.name} ${found.latch.name}`;
    case 'conditions': return `by ${written(found.decision)}`;
    case 'recorded': return `recorded ${found.blocks.map((each) => each.name).sort().join(' ')} in ${found.field.type.text}`;
  }
}

const diamond = (condition: string): PlanExample => planOf(`define double @f(ptr %p, double %x, i32 %n) {
  entry:
    ${condition}
    br i1 %c, label %then, label %else
  then:
    br label %end
  else:
    br label %end
  end:
    %y = phi double [ %x, %then ], [ 0.0, %else ]
    ret double %y
  }`);

describe('a merge', () => {
  it('asks the condition once more where that costs nothing', () => {
    const example = diamond('%c = fcmp olt double %x, 0.0');
    expect(arrival(example, 'entry')).toBe('nowhere');
    expect(arrival(example, 'then')).toBe('single entry');
    expect(arrival(example, 'end')).toBe('by c (then, else)');
    expect(example.skeleton.root.fields).toEqual([]);
  });

  it('keeps the answer where the condition cannot be asked again', () => {
    const example = diamond('%seen = load volatile double, ptr %p\n %squared = fdiv double %seen, %x\n %c = fcmp olt double %squared, 0.0');
    expect(arrival(example, 'end')).toBe('by c (then, else)');
    expect(example.cached()).toEqual(['c']);
  });

  it('is known by the condition also behind a loop that it guards', () => {
    const example = planOf(`define void @f(i1 %c, i1 %d) {
    entry:
      br i1 %c, label %loop, label %end
    loop:
      br i1 %d, label %loop, label %end
    end:
      ret void
    }`);
    expect(arrival(example, 'end')).toBe('by c (loop, entry)');
  });

  it('knows an `if` without `else` by the branching block itself', () => {
    const example = planOf(`define void @f(i1 %c) {
    entry:
      br i1 %c, label %then, label %end
    then:
      br label %end
    end:
      ret void
    }`);
    expect(arrival(example, 'end')).toBe('by c (then, entry)');
  });

  it('asks one condition after the other', () => {
    const example = planOf(`define void @f(i1 %a, i1 %b, i1 %c) {
    entry:
      br i1 %a, label %end, label %next
    next:
      br i1 %b, label %loop, label %end
    loop:
      br i1 %c, label %loop, label %end
    end:
      ret void
    }`);
    expect(arrival(example, 'end')).toBe('by a (entry, b (loop, next))');
    expect(example.skeleton.root.fields.map(({ label }) => label)).toEqual(['trip count']);
  });

  it('does not ask on which side of a branch the program ends', () => {
    const example = planOf(`declare void @abort() noreturn
    define void @f(i1 %a, i1 %b) {
    entry:
      br i1 %a, label %wrong, label %fine
    wrong:
      call void @abort()
      unreachable
    fine:
      br i1 %b, label %then, label %end
    then:
      br label %end
    end:
      ret void
    }`);
    expect(arrival(example, 'end')).toBe('by b (then, fine)');
  });

  it('records which case of a switch it came from', () => {
    const example = planOf(`define void @f(i32 %n) {
    entry:
      switch i32 %n, label %end [ i32 0, label %zero
        i32 1, label %one ]
    zero:
      br label %end
    one:
      br label %end
    end:
      ret void
    }`);
    expect(arrival(example, 'end')).toBe('recorded entry one zero in i8');
  });
});

describe('a loop', () => {
  const loop = (exit: string): PlanExample => planOf(`define void @f(i32 %n) {
  entry:
    br label %head
  head:
    %i = phi i32 [ 0, %entry ], [ %next, %latch ]
    ${exit}
  latch:
    %next = add i32 %i, 1
    %more = icmp slt i32 %next, %n
    br i1 %more, label %head, label %end
  end:
    ret void
  }`);

  it('was entered from outside when the count has come down to zero', () => {
    const example = loop('br label %latch');
    expect(arrival(example, 'head')).toBe('count entry latch');
    expect(example.skeleton.root.fields).toEqual([]);
    const [only] = example.skeleton.loops.loops;
    expect(only && example.plan.tripsOf(only)?.kind).toBe('computed');
  });

  it('was left by the exit that is recorded', () => {
    const example = loop('%stop = icmp eq i32 %i, 7\n br i1 %stop, label %end, label %latch');
    expect(arrival(example, 'head')).toBe('count entry latch');
    expect(arrival(example, 'end')).toBe('recorded head latch in i8');
  });

  it('counts the inner loop anew in each record of the outer', () => {
    const { skeleton, plan } = planOf(`define void @f(i1 %c, i1 %d) {
    entry:
      br label %outer
    outer:
      br label %inner
    inner:
      br i1 %c, label %inner, label %latch
    latch:
      br i1 %d, label %outer, label %end
    end:
      ret void
    }`);
    const where = skeleton.loops.loops.map((each) => {
      const trips = plan.tripsOf(each);
      return `${each.header.name} in ${trips?.kind === 'recorded' ? trips.field.frame.leader?.name ?? 'tape' : 'no record'}`;
    });
    expect(where.sort()).toEqual(['inner in outer', 'outer in tape']);
  });

  it('of irreducible flow records every arrival in records of the block', () => {
    const example = planOf(`define void @f(i1 %c, i1 %d) {
    entry:
      br i1 %c, label %a, label %b
    a:
      br label %b
    b:
      br i1 %d, label %a, label %end
    end:
      ret void
    }`);
    expect(arrival(example, 'a')).toBe('recorded b entry in i8');
    expect(example.skeleton.frameOf(example.block('a')).fields.map((field) => field.label)).toEqual(['predecessor']);
    expect(example.skeleton.root.fields).toEqual([]);
  });
});
