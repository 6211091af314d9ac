/**
 * Natural loops, nested, and the cycles that are none. A natural loop has one block, its header, that every path into
 * it passes; a cycle that can be entered at several blocks is irreducible (Aho, Lam, Sethi & Ullman, "Compilers", 9.6).
 */
import type { BasicBlock } from '../ir/index.js';
import type { ControlFlow } from './control-flow.js';
import type { DominatorTree } from './dominators.js';
import { stronglyConnectedComponents } from './strongly-connected.js';

export interface LoopExit { readonly from: BasicBlock; readonly to: BasicBlock }

export interface Loop {
  readonly header: BasicBlock;
  /** All blocks, those of inner loops included, in reverse post-order: the header is first. */
  readonly blocks: ReadonlySet<BasicBlock>;
  readonly parent: Loop | undefined;
  readonly children: readonly Loop[];
  /** 1 for an outermost loop. */
  readonly depth: number;
  /** The blocks that branch back to the header. */
  readonly latches: readonly BasicBlock[];
  /** The blocks outside that branch to the header. */
  readonly entering: readonly BasicBlock[];
  readonly exits: readonly LoopExit[];
  /** The only entering block, if it goes nowhere else: code at its end runs once before the loop. */
  readonly preheader: BasicBlock | undefined;
  /** Whether an irreducible cycle, at whatever distance, runs around this loop. */
  readonly isInsideIrreducibleCycle: boolean;
}

export class LoopForest {
  /** Each loop after the loops around it. */
  readonly loops: readonly Loop[];
  /**
   * The irreducible cycles, with the natural loops that are part of them. With inner natural loops collapsed and the
   * back edges of a natural loop cut, they are the strongly connected components that remain in each loop and in the
   * function as a whole.
   */
  readonly irreducibleCycles: readonly ReadonlySet<BasicBlock>[];
  private readonly innermost = new Map<BasicBlock, LoopRecord>();
  private readonly irreducible = new Set<BasicBlock>();

  constructor(readonly cfg: ControlFlow, dominators: DominatorTree) {
    const loops = findLoops(cfg, dominators, this.innermost);
    for (const loop of loops) nest(loop);
    for (const block of cfg.reversePostOrder) {
      for (let loop = this.innermost.get(block); loop; loop = loop.parent) loop.blocks.add(block);
    }
    for (const loop of loops) describeEdges(loop, cfg);
    this.loops = loops;
    this.irreducibleCycles = this.findIrreducibleCycles(loops);
  }

  /** The innermost natural loop around the block. */
  loopOf(block: BasicBlock): Loop | undefined { return this.innermost.get(block); }

  /** Whether the block is on an irreducible cycle of its innermost natural loop (or of the function, if in none). */
  isInIrreducibleCycle(block: BasicBlock): boolean { return this.irreducible.has(block); }

  private findIrreducibleCycles(loops: readonly LoopRecord[]): ReadonlySet<BasicBlock>[] {
    const members = new Map<LoopRecord | undefined, (BasicBlock | LoopRecord)[]>([[undefined, []]]);
    for (const loop of loops) members.set(loop, []);
    for (const block of this.cfg.reversePostOrder) members.get(this.innermost.get(block))?.push(block);
    for (const loop of loops) members.get(loop.parent)?.push(loop);
    const cycles: ReadonlySet<BasicBlock>[] = [];
    for (const [region, nodes] of members) {
      for (const component of stronglyConnectedComponents(nodes, (node) => this.successorsWithin(region, node))) {
        if (component.length > 1) cycles.push(this.markCycle(component));
      }
    }
    // Loops come after the loops around them, so an outer loop's mark is final when an inner one inherits it.
    for (const loop of loops) loop.isInsideIrreducibleCycle ||= loop.parent?.isInsideIrreducibleCycle ?? false;
    return cycles;
  }

  private markCycle(component: readonly (BasicBlock | LoopRecord)[]): ReadonlySet<BasicBlock> {
    const cycle = new Set<BasicBlock>();
    for (const node of component) {
      if (isLoop(node)) {
        node.isInsideIrreducibleCycle = true;
        for (const block of node.blocks) cycle.add(block);
      } else {
        this.irreducible.add(node);
        cycle.add(node);
      }
    }
    return cycle;
  }

  /** Edges between the direct members of a loop (or of the function), without those back to its header. */
  private *successorsWithin(region: LoopRecord | undefined, node: BasicBlock | LoopRecord): Generator<BasicBlock | LoopRecord> {
    const targets = isLoop(node) ? node.exits.map((exit) => exit.to) : this.cfg.successors(node);
    for (const target of targets) {
      if (target === region?.header) continue;
      let loop = this.innermost.get(target);
      if (loop === region) yield target;
      while (loop && loop.parent !== region) loop = loop.parent;
      if (loop) yield loop;
    }
  }
}

type LoopRecord = { -readonly [K in keyof Loop]: Loop[K] } & {
  parent: LoopRecord | undefined; children: LoopRecord[]; blocks: Set<BasicBlock>;
};

function isLoop(node: BasicBlock | LoopRecord): node is LoopRecord { return 'header' in node; }

/** Inner headers come later in reverse post-order, so going backwards finds inner loops first. */
function findLoops(cfg: ControlFlow, dominators: DominatorTree, innermost: Map<BasicBlock, LoopRecord>): LoopRecord[] {
  const loops: LoopRecord[] = [];
  for (let i = cfg.reversePostOrder.length - 1; i >= 0; i--) {
    const header = cfg.reversePostOrder[i];
    if (!header) continue;
    const latches = cfg.predecessors(header).filter((p) => dominators.dominates(header, p));
    if (latches.length === 0) continue;
    const loop: LoopRecord = {
      header, latches, blocks: new Set(), parent: undefined, children: [], depth: 1,
      entering: cfg.predecessors(header).filter((p) => !dominators.dominates(header, p)), exits: [], preheader: undefined,
      isInsideIrreducibleCycle: false,
    };
    collect(loop, cfg, innermost);
    loops.push(loop);
  }
  return loops.reverse();
}

/** Walks backwards from the latches to the header; loops found before become children as a whole. */
function collect(loop: LoopRecord, cfg: ControlFlow, innermost: Map<BasicBlock, LoopRecord>): void {
  const work = [...loop.latches];
  for (let block = work.pop(); block; block = work.pop()) {
    let outermost = innermost.get(block);
    while (outermost?.parent) outermost = outermost.parent;
    if (outermost === loop) continue;
    if (outermost) {
      outermost.parent = loop;
      work.push(...outermost.entering);
    } else {
      innermost.set(block, loop);
      if (block !== loop.header) work.push(...cfg.predecessors(block));
    }
  }
}

function nest(loop: LoopRecord): void {
  loop.depth = (loop.parent?.depth ?? 0) + 1;
  loop.parent?.children.push(loop);
}

function describeEdges(loop: LoopRecord, cfg: ControlFlow): void {
  loop.exits = [...loop.blocks].flatMap((from) =>
    cfg.successors(from).filter((to) => !loop.blocks.has(to)).map((to) => ({ from, to })));
  const [only, ...others] = loop.entering;
  if (only && others.length === 0 && cfg.successors(only).length === 1) loop.preheader = only;
}
