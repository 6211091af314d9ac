/**
 * From where a merge was entered, told by the branches that led there: the reverse sweep asks their conditions once more,
 * from the block that dominates the merge on, and goes the way that the forward sweep went.
 */
import type { BasicBlock, Value } from '../ir/index.js';
import type { Skeleton } from './frames.js';

/** A predecessor of the merge, or a condition and what follows from it. */
export type Decision =
  | { readonly kind: 'from'; readonly block: BasicBlock }
  | { readonly kind: 'branch'; readonly condition: Value; readonly whenTrue: Decision; readonly whenFalse: Decision };

/** Merges of more ways, and decisions over more branches, are recorded instead. */
const mostWays = 8;

/** The decision for a merge, or nothing if branches do not tell: there is a `switch`, or a loop is left by several exits. */
export function decisionFor(merge: BasicBlock, skeleton: Skeleton): Decision | undefined {
  const { cfg, dominators } = skeleton;
  const predecessors = new Set(cfg.predecessors(merge));
  const start = dominators.immediateDominator(merge);
  if (!start || predecessors.size > mostWays || predecessors.size !== cfg.predecessors(merge).length) return undefined;
  let branches = 0;

  /** From where the merge is entered by whoever goes that way: what is done in one go stays behind the dominating block. */
  const arrivalsFrom = (side: BasicBlock): BasicBlock[] => {
    const seen = new Set<BasicBlock>();
    const work = [side];
    for (let block = work.pop(); block; block = work.pop()) {
      if (block === merge || block === start || seen.has(block)) continue;
      seen.add(block);
      work.push(...cfg.successors(block));
    }
    return [...seen].filter((block) => predecessors.has(block));
  };

  const decideAfter = (from: BasicBlock, side: BasicBlock): Decision | 'never' | undefined => {
    if (side === merge) return { kind: 'from', block: from };
    const [first, second] = arrivalsFrom(side);
    if (!first) return 'never';
    return second ? decideAt(side) : { kind: 'from', block: first };
  };

  const decideAt = (block: BasicBlock): Decision | 'never' | undefined => {
    const end = block.terminator;
    if (end?.kind !== 'br' || skeleton.frameOf(block) !== skeleton.frameOf(merge)) return undefined;
    const [whenTrue, whenFalse] = end.successors;
    if (!whenTrue || !whenFalse || !end.condition) return whenTrue && decideAfter(block, whenTrue);
    if (++branches > mostWays) return undefined;
    const yes = decideAfter(block, whenTrue), no = decideAfter(block, whenFalse);
    if (!yes || !no) return undefined;
    if (yes === 'never' || no === 'never') return yes === 'never' ? no : yes;
    return { kind: 'branch', condition: end.condition, whenTrue: yes, whenFalse: no };
  };

  const decision = decideAt(start);
  return decision === 'never' ? undefined : decision;
}

export function conditionsOf(decision: Decision): Value[] {
  return decision.kind === 'from' ? [] : [decision.condition, ...conditionsOf(decision.whenTrue), ...conditionsOf(decision.whenFalse)];
}
