/** Which block may run after which, and which may still return: by the strongly connected components of the control flow. */
import type { BasicBlock } from '../ir/index.js';
import type { ControlFlow } from './control-flow.js';
import { stronglyConnectedComponents } from './strongly-connected.js';

export class BlockOrder {
  private readonly ranks = new Map<BasicBlock, number>();
  private readonly cyclic = new Set<BasicBlock>();
  private readonly returning: ReadonlySet<BasicBlock>;
  /** For each component, the components reachable from it. */
  private readonly reach = new Map<number, Set<number>>();

  constructor(private readonly cfg: ControlFlow) {
    const components = stronglyConnectedComponents(cfg.reversePostOrder, (block) => cfg.successors(block)).reverse();
    components.forEach((blocks, rank) => {
      for (const block of blocks) {
        this.ranks.set(block, rank);
        if (blocks.length > 1 || cfg.successors(block).includes(block)) this.cyclic.add(block);
      }
    });
    this.returning = blocksThatReturn(cfg);
  }

  isInCycle(block: BasicBlock): boolean { return this.cyclic.has(block); }

  /** A topological number: blocks of one cycle share it, and branches never lead to a lower one. */
  rank(block: BasicBlock): number { return this.ranks.get(block) ?? -1; }

  /** Whether a run that enters the block can still leave the function by `ret` or by unwinding through it. */
  mayReturn(block: BasicBlock): boolean { return this.returning.has(block); }

  /** Whether `later` may be entered after `first` was. */
  mayFollow(first: BasicBlock, later: BasicBlock): boolean {
    const [from, to] = [this.rank(first), this.rank(later)];
    if (from < 0 || to < 0) return true; // unreachable code: no claim
    if (from === to) return this.cyclic.has(first);
    if (from > to) return false;
    return this.reachableFrom(first, from)?.has(to) ?? true;
  }

  /** Exact while the function is of ordinary size; the topological order has to do for giants. */
  private reachableFrom(start: BasicBlock, rank: number): Set<number> | undefined {
    if (this.ranks.size > largestExact) return undefined;
    const known = this.reach.get(rank);
    if (known) return known;
    const ranks = new Set<number>();
    const seen = new Set<BasicBlock>();
    const work = [...this.cfg.successors(start)];
    for (let block = work.pop(); block; block = work.pop()) {
      if (seen.has(block)) continue;
      seen.add(block);
      ranks.add(this.rank(block));
      work.push(...this.cfg.successors(block));
    }
    this.reach.set(rank, ranks);
    return ranks;
  }
}

function blocksThatReturn(cfg: ControlFlow): Set<BasicBlock> {
  const work = cfg.reversePostOrder.filter((block) => block.successors.length === 0 && block.terminator?.kind !== 'unreachable');
  const found = new Set<BasicBlock>();
  for (let block = work.pop(); block; block = work.pop()) {
    if (found.has(block)) continue;
    found.add(block);
    work.push(...cfg.predecessors(block));
  }
  return found;
}

const largestExact = 2000;
