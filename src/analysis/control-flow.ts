/** The control-flow graph of a function as it stands: a snapshot, made anew after blocks or branches change. */
import type { BasicBlock, Function } from '../ir/index.js';

export class ControlFlow {
  /** The blocks that the entry reaches; each comes before its successors, back edges excepted. */
  readonly reversePostOrder: readonly BasicBlock[];
  private readonly indices = new Map<BasicBlock, number>();
  private readonly incoming: BasicBlock[][];

  constructor(readonly fn: Function) {
    this.reversePostOrder = depthFirst(fn.entry).reverse();
    this.reversePostOrder.forEach((block, index) => this.indices.set(block, index));
    this.incoming = this.reversePostOrder.map(() => []);
    for (const block of this.reversePostOrder) {
      for (const successor of this.successors(block)) this.incoming[this.indexOf(successor)]?.push(block);
    }
  }

  get entry(): BasicBlock { return this.fn.entry; }

  /** The reachable blocks that branch here, each once, in reverse post-order. */
  predecessors(block: BasicBlock): readonly BasicBlock[] { return this.incoming[this.indices.get(block) ?? -1] ?? []; }

  /** The blocks branched to, each once, in the order of the terminator. */
  successors(block: BasicBlock): readonly BasicBlock[] {
    const all = block.successors;
    return all.length < 2 || (all.length === 2 && all[0] !== all[1]) ? all : [...new Set(all)];
  }

  isReachable(block: BasicBlock): boolean { return this.indices.has(block); }

  /** Position in `reversePostOrder`. @throws RangeError for a block that is not reachable. */
  indexOf(block: BasicBlock): number {
    const index = this.indices.get(block);
    if (index === undefined) throw new RangeError(`block ${block.name ?? '(unnamed)'} is not reachable`);
    return index;
  }
}

/** Post-order, without recursion: functions of 100,000 blocks exist. */
function depthFirst(entry: BasicBlock): BasicBlock[] {
  const order: BasicBlock[] = [];
  const seen = new Set([entry]);
  const stack = [{ block: entry, next: 0 }];
  for (let top = stack[0]; top; top = stack[stack.length - 1]) {
    const successor = top.block.successors[top.next++];
    if (!successor) {
      order.push(top.block);
      stack.pop();
    } else if (!seen.has(successor)) {
      seen.add(successor);
      stack.push({ block: successor, next: 0 });
    }
  }
  return order;
}
