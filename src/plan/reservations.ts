/**
 * How many records a frame will get, where that is known before they are written: at the entry of the outermost loop of
 * a nest whose loops all run a number of times that can be computed there. Room for all of them is made at once, and
 * nothing needs to be checked in the loops.
 *
 * Invariant: the count is exact or too large, never too small; and it is only computed from values that decide how often
 * the loop runs when it does run, so it is no larger than what a run of the nest would take.
 */
import { type Loop, type TripCount, isLoopInvariant, tripCount } from '../analysis/index.js';
import type { BasicBlock, Value } from '../ir/index.js';
import type { Skeleton } from './frames.js';

/** A condition on which control reaches a loop. */
export interface Guard { readonly condition: Value; readonly isMet: boolean }

/** How often one loop of the nest runs each time the loop around it goes round: not at all unless the guards are met. */
export interface Factor { readonly count: TripCount; readonly guards: readonly Guard[] }

export interface Reservation {
  /** The loop at whose entry room is made. */
  readonly loop: Loop;
  /** The number of records is their product. */
  readonly factors: readonly Factor[];
  /** Whether the loop is entered at most once in an activation of the function: then these are all records there are. */
  readonly isOnce: boolean;
}

/** The reservation for the records of the loop's frame. */
export function reservationFor(loop: Loop, skeleton: Skeleton): Reservation | undefined {
  const { dominators } = skeleton;
  const own = tripCount(loop, dominators);
  if (!own || loop.isInsideIrreducibleCycle) return undefined;
  let factors: readonly Factor[] = [{ count: own, guards: [] }];
  let outermost = loop;
  for (let around = loop.parent; around; around = around.parent) {
    const [last, ...inner] = factors;
    const guards = guardsBetween(around, outermost, skeleton);
    const count = tripCount(around, dominators);
    if (!last || !guards || !count) break;
    const nest = [{ count: last.count, guards }, ...inner];
    if (!nest.every((factor) => isInvariant(factor, around))) break;
    factors = [{ count, guards: [] }, ...nest];
    outermost = around;
  }
  return { loop: outermost, factors, isOnce: outermost.parent === undefined };
}

function isInvariant({ count, guards }: Factor, loop: Loop): boolean {
  const { start, step } = count.variable;
  const values = [start, count.bound, ...(typeof step === 'bigint' ? [] : [step]), ...guards.map((guard) => guard.condition)];
  return values.every((value) => isLoopInvariant(value, loop));
}

/**
 * The conditions under which an iteration of `outer` reaches `inner`, a loop directly in it; undefined if it may also
 * miss it for other reasons.
 */
function guardsBetween(outer: Loop, inner: Loop, { cfg, dominators }: Skeleton): Guard[] | undefined {
  const guards = new Map<BasicBlock, { guard: Guard; next: BasicBlock }>();
  for (let block = dominators.immediateDominator(inner.header); block && outer.blocks.has(block); block = dominators.immediateDominator(block)) {
    const end = block.terminator;
    if (end?.kind !== 'br' || !end.condition) continue;
    const at = block;
    const next = end.successors.find((side) => isOnlyWayTo(side, at, inner.header));
    if (next && isLoopInvariant(end.condition, outer)) guards.set(block, { guard: { condition: end.condition, isMet: end.successors[0] === next }, next });
  }
  const seen = new Set<BasicBlock>();
  const work = [outer.header];
  for (let block = work.pop(); block; block = work.pop()) {
    if (seen.has(block) || block === inner.header) continue;
    seen.add(block);
    const guard = guards.get(block);
    for (const next of guard ? [guard.next] : cfg.successors(block)) {
      if (!outer.blocks.has(next) && next.terminator?.kind === 'unreachable') continue;
      if (!outer.blocks.has(next) || next === outer.header) return undefined;
      work.push(next);
    }
  }
  return [...guards.values()].map(({ guard }) => guard).reverse();

  function isOnlyWayTo(side: BasicBlock, from: BasicBlock, target: BasicBlock): boolean {
    return dominators.dominates(side, target) && cfg.predecessors(side).every((p) => p === from || dominators.dominates(side, p));
  }
}
