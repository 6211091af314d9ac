/**
 * Which definitions reach which uses. A small dominator tree of our own (Cooper, Harvey, Kennedy, "A simple, fast dominance
 * algorithm", 2001), because `analysis/` is built on this room. Unreachable code is treated as LLVM does: every use in it is
 * fine, and a definition in it reaches nothing reachable.
 */
import { type Instruction } from './instructions.js';
import { type BasicBlock } from './module.js';

export class Dominance {
  /** Position in reverse post order; absent for unreachable blocks. */
  private readonly order = new Map<BasicBlock, number>();
  private readonly immediate: number[];
  private readonly positions = new Map<Instruction, number>();

  constructor(blocks: readonly BasicBlock[], private readonly predecessors: ReadonlyMap<BasicBlock, readonly BasicBlock[]>) {
    const sequence = reversePostOrder(blocks[0]);
    sequence.forEach((block, i) => this.order.set(block, i));
    for (const block of blocks) block.instructions.forEach((instruction, i) => this.positions.set(instruction, i));
    this.immediate = this.immediateDominators(sequence);
  }

  /** Whether the result of `definition` is available where `user` has it as operand `index`. */
  reaches(definition: Instruction, user: Instruction, index: number): boolean {
    const from = definition.block;
    const at = user.block;
    if (!from || !at) return false;
    const target = user.kind === 'phi' ? user.blocks[index] : at;
    if (!target || !this.order.has(target)) return true;
    if (!this.order.has(from)) return false;
    if (definition.kind === 'invoke') return this.normalEdgeReaches(definition, from, user, target);
    if (user.kind === 'phi' || from !== at) return this.dominates(from, target);
    return (this.positions.get(definition) ?? 0) < (this.positions.get(user) ?? 0);
  }

  private dominates(above: BasicBlock, below: BasicBlock): boolean {
    const goal = this.order.get(above);
    let at = this.order.get(below);
    if (goal === undefined || at === undefined) return false;
    while (at > goal) at = this.immediate[at] ?? 0;
    return at === goal;
  }

  /** The result of an invoke exists on the edge to its normal destination, and in what that edge dominates. */
  private normalEdgeReaches(invoke: Instruction & { kind: 'invoke' }, from: BasicBlock, user: Instruction, target: BasicBlock): boolean {
    const [normal, unwind] = invoke.successors;
    if (!normal || normal === unwind) return false;
    if (user.kind === 'phi' && user.block === normal && target === from) return true;
    if (!this.dominates(normal, target)) return false;
    const others = (this.predecessors.get(normal) ?? []).filter((block) => block !== from);
    return others.every((block) => !this.order.has(block) || this.dominates(normal, block));
  }

  private immediateDominators(sequence: readonly BasicBlock[]): number[] {
    const immediate: (number | undefined)[] = sequence.map((_, i) => (i === 0 ? 0 : undefined));
    const meet = (a: number, b: number): number => {
      let [x, y] = [a, b];
      while (x !== y) {
        while (x > y) x = immediate[x] ?? 0;
        while (y > x) y = immediate[y] ?? 0;
      }
      return x;
    };
    for (let changed = true; changed;) {
      changed = false;
      for (let i = 1; i < sequence.length; i++) {
        const block = sequence[i];
        if (!block) continue;
        let dominator: number | undefined;
        for (const predecessor of this.predecessors.get(block) ?? []) {
          const at = this.order.get(predecessor);
          if (at === undefined || immediate[at] === undefined) continue;
          dominator = dominator === undefined ? at : meet(at, dominator);
        }
        if (immediate[i] !== dominator) { immediate[i] = dominator; changed = true; }
      }
    }
    return immediate.map((dominator) => dominator ?? 0);
  }
}

function reversePostOrder(entry: BasicBlock | undefined): BasicBlock[] {
  if (!entry) return [];
  const done: BasicBlock[] = [];
  const seen = new Set([entry]);
  const stack = [{ block: entry, next: 0 }];
  for (let top = stack[stack.length - 1]; top; top = stack[stack.length - 1]) {
    const successor = top.block.successors[top.next++];
    if (!successor) {
      done.push(top.block);
      stack.pop();
    } else if (!seen.has(successor)) {
      seen.add(successor);
      stack.push({ block: successor, next: 0 });
    }
  }
  return done.reverse();
}
