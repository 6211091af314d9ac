/** Which local memory is kept for the reverse sweep, and what of it can be loaded again. */
import { describe, expect, it } from 'vitest';
import { isInstruction } from '../ir/index.js';
import { type PlanExample, planOf } from './example.testing.js';
import { type Plan, Skeleton, choosePlan, keepableGroups } from './index.js';

/** A loop over an array of its own, with `body` in it; the reverse of `%y` reads `%old`. */
const loop = (body: string): PlanExample => planOf(`declare ptr @malloc(i64)
  declare void @free(ptr)
  declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
  declare void @look(ptr)
  define double @f(ptr %p, double %x, i64 %n) {
  entry:
    %a = call ptr @malloc(i64 %n)
    store double %x, ptr %a
    br label %outer
  outer:
    %j = phi i64 [ 0, %entry ], [ %j.next, %latch ]
    br label %inner
  inner:
    %i = phi i64 [ 0, %outer ], [ %i.next, %inner ]
    %s = phi double [ 0.0, %outer ], [ %y, %inner ]
    %at = getelementptr double, ptr %a, i64 %i
    %old = load double, ptr %at
    %y = fmul double %old, %s
    ${body}
    %i.next = add i64 %i, 1
    %i.more = icmp slt i64 %i.next, %n
    br i1 %i.more, label %inner, label %latch
  latch:
    %to = getelementptr double, ptr %a, i64 %j
    store double %y, ptr %to
    %j.next = add i64 %j, 1
    %j.more = icmp slt i64 %j.next, %n
    br i1 %j.more, label %outer, label %end
  end:
    call void @free(ptr %a)
    ret double %y
  }`, { y: ['old'] });

function chosen({ plan, fn }: PlanExample): Plan { return choosePlan(plan.context, () => new Skeleton(fn)); }

function fields(plan: Plan): string[] {
  return plan.skeleton.frames.flatMap((frame) => frame.fields.map((field) =>
    `${field.label} ${field.value && isInstruction(field.value) ? field.value.name ?? field.value.kind : ''} of ${frame.leader?.name ?? 'tape'}`));
}

describe('kept memory', () => {
  it('is undone where a store overwrites less often than is read', () => {
    expect(fields(chosen(loop('')))).toEqual(['primal a of tape', 'overwritten store of outer']);
  });

  it('does not pay where every value is read once and overwritten once', () => {
    expect(fields(chosen(loop('store double %y, ptr %at')))).toEqual(['primal old of inner']);
  });

  it('needs no undoing of stores that nothing is read before', () => {
    const { plan, fn } = loop('');
    const undone = choosePlan(plan.context, () => new Skeleton(fn)).keptMemory.kept.flatMap((group) => group.stores);
    expect(undone).toHaveLength(2); // of which one is undone, as above
  });

  it('is nothing that gets out, or that others write', () => {
    const groups = ({ plan }: PlanExample): number => keepableGroups(plan.context.keeping).length;
    expect(groups(loop(''))).toBe(1);
    expect(groups(loop('call void @look(ptr %a)'))).toBe(0);
    expect(groups(loop('store ptr %a, ptr %p'))).toBe(0);
    expect(groups(loop('store volatile double %y, ptr %at'))).toBe(0);
    expect(groups(loop('call void @llvm.memset.p0.i64(ptr %a, i8 0, i64 8, i1 true)'))).toBe(0);
  });

  it('is undone where a block is overwritten', () => {
    const { plan, fn } = planOf(`declare ptr @malloc(i64)
    declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
    define double @f(double %x, i64 %i, i64 %n) {
      %a = call ptr @malloc(i64 %n)
      %at = getelementptr double, ptr %a, i64 %i
      br label %loop
    loop:
      %k = phi i64 [ 0, %0 ], [ %k.next, %again ]
      br label %inner
    inner:
      %j = phi i64 [ 0, %loop ], [ %j.next, %inner ]
      %old = load double, ptr %at
      %y = fmul double %old, %x
      %j.next = add i64 %j, 1
      %j.more = icmp slt i64 %j.next, %n
      br i1 %j.more, label %inner, label %again
    again:
      call void @llvm.memset.p0.i64(ptr %a, i8 1, i64 8, i1 false)
      %k.next = add i64 %k, 1
      %more = icmp slt i64 %k.next, %n
      br i1 %more, label %loop, label %end
    end:
      ret double %y
    }`, { y: ['old'] });
    const kept = choosePlan(plan.context, () => new Skeleton(fn));
    expect(kept.cachedLoads).toEqual([]);
    expect(fields(kept)).toEqual(['primal a of tape', 'overwritten call of loop']);
  });

  it('is not read again behind a store that may have gone there', () => {
    const { plan, fn } = planOf(`declare ptr @malloc(i64)
    define double @f(double %x, i64 %i) {
      %a = call ptr @malloc(i64 800)
      %at = getelementptr double, ptr %a, i64 %i
      %old = load double, ptr %at
      %z = fmul double %old, %x
      store double %z, ptr %a
      %y = fmul double %old, %z
      ret double %y
    }`, { z: ['old'], y: ['old'] });
    const [group] = keepableGroups(plan.context.keeping);
    const kept = choosePlan(plan.context, () => new Skeleton(fn));
    expect(group?.loads).toHaveLength(1);
    expect(kept.cachedLoads.map((load) => load.name)).toEqual(['old']);
  });
});
