/**
 * Dominators and post-dominators: Cooper, Harvey & Kennedy, "A Simple, Fast Dominance Algorithm", Rice TR-06-33870,
 * 2001. Queries compare intervals of a pre-order numbering of the tree, in constant time.
 */
import { type BasicBlock, type Instruction, type Use, type Value, isInstruction } from '../ir/index.js';
import type { ControlFlow } from './control-flow.js';

export class DominatorTree {
  private readonly tree: IntervalTree;
  private readonly positions = new Map<BasicBlock, Map<Instruction, number>>();

  constructor(readonly cfg: ControlFlow) {
    const predecessors = cfg.reversePostOrder.map((block) => cfg.predecessors(block).map((p) => cfg.indexOf(p)));
    this.tree = new IntervalTree(immediateDominators(predecessors));
  }

  /** Undefined for the entry and for unreachable blocks. */
  immediateDominator(block: BasicBlock): BasicBlock | undefined {
    if (!this.cfg.isReachable(block)) return undefined;
    const index = this.cfg.indexOf(block);
    return index === 0 ? undefined : this.cfg.reversePostOrder[this.tree.parent(index)];
  }

  /** Whether every path from the entry to `b` passes `a`. A block dominates itself; anything dominates the unreachable. */
  dominates(a: BasicBlock, b: BasicBlock): boolean {
    if (!this.cfg.isReachable(b)) return true;
    return this.cfg.isReachable(a) && this.tree.contains(this.cfg.indexOf(a), this.cfg.indexOf(b));
  }

  /** The last block on all paths to both. */
  commonDominator(a: BasicBlock, b: BasicBlock): BasicBlock {
    let at: BasicBlock | undefined = a;
    while (at && !this.dominates(at, b)) at = this.immediateDominator(at);
    return at ?? this.cfg.entry;
  }

  /** Whether `definition` is available right before `user`. An operand of a phi is read elsewhere: see `dominatesUse`. */
  dominatesInstruction(definition: Value, user: Instruction): boolean {
    if (!isInstruction(definition)) return true;
    const from = definition.block;
    const to = user.block;
    if (!from || !to) return false;
    if (from === to && this.cfg.isReachable(to)) return this.positionOf(definition, from) < this.positionOf(user, to);
    return this.dominatesFromEnd(definition, from, to);
  }

  /** Whether `definition` is available where the operand slot is read: for a phi, at the end of the incoming block. */
  dominatesUse(definition: Value, use: Use): boolean {
    if (use.user.kind !== 'phi') return this.dominatesInstruction(definition, use.user);
    if (!isInstruction(definition)) return true;
    const at = use.user.blocks[use.index];
    if (!at || !definition.block) return false;
    if (definition.block !== at) return this.dominatesFromEnd(definition, definition.block, at);
    return !this.cfg.isReachable(at) || !isInvokeLike(definition) || definition.successors[0] === use.user.block;
  }

  /** `definition` is not in `to`. The result of an invoke exists only on the edge to its normal destination. */
  private dominatesFromEnd(definition: Instruction, from: BasicBlock, to: BasicBlock): boolean {
    if (!isInvokeLike(definition) || !this.cfg.isReachable(to)) return this.dominates(from, to);
    const normal = definition.successors[0];
    if (!normal || !this.dominates(normal, to) || !this.cfg.isReachable(from)) return false;
    const isOnlyEdge = definition.successors.filter((s) => s === normal).length === 1;
    return isOnlyEdge && this.cfg.predecessors(normal).every((p) => p === from || this.dominates(normal, p));
  }

  /** Remembered, and read anew when the block has changed since. */
  private positionOf(instruction: Instruction, block: BasicBlock): number {
    const known = this.positions.get(block)?.get(instruction);
    if (known !== undefined && block.instructions[known] === instruction) return known;
    const fresh = new Map(block.instructions.map((each, index) => [each, index]));
    this.positions.set(block, fresh);
    return fresh.get(instruction) ?? -1;
  }
}

/** Post-dominators, towards a virtual exit behind all blocks without successors. */
export class PostDominatorTree {
  private readonly tree: IntervalTree;
  private readonly order: readonly (BasicBlock | undefined)[];
  private readonly indices = new Map<BasicBlock, number>();

  constructor(readonly cfg: ControlFlow) {
    const exits = cfg.reversePostOrder.filter((block) => block.successors.length === 0);
    const order = reverseOrder(cfg, exits);
    order.forEach((block, index) => this.indices.set(block, index + 1));
    this.order = [undefined, ...order];
    this.tree = new IntervalTree(immediateDominators(this.order.map((block) => {
      if (!block) return [];
      const after = cfg.successors(block).flatMap((s) => this.indices.get(s) ?? []).sort((a, b) => a - b);
      return block.successors.length === 0 ? [0] : after;
    })));
  }

  /** Undefined where that is the virtual exit, and for blocks that never reach an exit. */
  immediatePostDominator(block: BasicBlock): BasicBlock | undefined {
    const index = this.indices.get(block);
    return index === undefined ? undefined : this.order[this.tree.parent(index)];
  }

  /** Whether every path from `b` to an exit passes `a`; false where `b` reaches no exit. */
  postDominates(a: BasicBlock, b: BasicBlock): boolean {
    const above = this.indices.get(a);
    const below = this.indices.get(b);
    return above !== undefined && below !== undefined && this.tree.contains(above, below);
  }
}

/**
 * `predecessors[i]` are the predecessors of node i in reverse post-order, ascending; node 0 is the root and its own
 * immediate dominator.
 */
function immediateDominators(predecessors: readonly (readonly number[])[]): Int32Array {
  const idom = new Int32Array(predecessors.length).fill(-1);
  idom[0] = 0;
  const parent = (node: number): number => idom[node] ?? 0;
  for (let changed = true; changed;) {
    changed = false;
    for (let node = 1; node < predecessors.length; node++) {
      const before = predecessors[node] ?? [];
      let best = -1;
      // From the deepest: a common exit of a long chain then costs its length, not the square of it.
      for (let i = before.length - 1; i >= 0; i--) {
        let finger = before[i] ?? 0;
        if (parent(finger) < 0) continue;
        if (best < 0) { best = finger; continue; }
        while (finger !== best) {
          if (finger > best) finger = parent(finger);
          else best = parent(best);
        }
      }
      if (best !== idom[node]) {
        idom[node] = best;
        changed = true;
      }
    }
  }
  return idom;
}

/** A tree whose nodes come after their parents; `a` is above `b` when b's number lies in a's interval. */
class IntervalTree {
  private readonly first: Int32Array;
  private readonly size: Int32Array;

  constructor(private readonly parents: Int32Array) {
    const count = parents.length;
    this.size = new Int32Array(count).fill(1);
    for (let node = count - 1; node > 0; node--) this.size[this.parent(node)]! += this.size[node]!;
    this.first = new Int32Array(count);
    const next = new Int32Array(count).fill(1);
    for (let node = 1; node < count; node++) {
      const above = this.parent(node);
      this.first[node] = next[above]!;
      next[above]! += this.size[node]!;
      next[node] = this.first[node]! + 1;
    }
  }

  parent(node: number): number { return this.parents[node] ?? 0; }

  contains(a: number, b: number): boolean {
    const start = this.first[a]!;
    const at = this.first[b]!;
    return at >= start && at < start + this.size[a]!;
  }
}

/** Reverse post-order of the reversed graph. */
function reverseOrder(cfg: ControlFlow, exits: readonly BasicBlock[]): BasicBlock[] {
  const order: BasicBlock[] = [];
  const seen = new Set<BasicBlock>();
  for (const exit of [...exits].reverse()) {
    if (seen.has(exit)) continue;
    seen.add(exit);
    const stack = [{ block: exit, next: 0 }];
    for (let top = stack[0]; top; top = stack[stack.length - 1]) {
      const before = cfg.predecessors(top.block)[top.next++];
      if (!before) {
        order.push(top.block);
        stack.pop();
      } else if (!seen.has(before)) {
        seen.add(before);
        stack.push({ block: before, next: 0 });
      }
    }
  }
  return order.reverse();
}

function isInvokeLike(instruction: Instruction): instruction is Extract<Instruction, { kind: 'invoke' | 'callbr' }> {
  return instruction.kind === 'invoke' || instruction.kind === 'callbr';
}
