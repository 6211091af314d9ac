/**
 * Frames: where cached values live. A value defined in a block that runs at most once has a field of the tape itself
 * (the root frame). Each natural loop has a frame whose records are numbered by the executions of its header, counted
 * over the whole activation of the function; a block on an irreducible cycle has a frame of its own, numbered by its
 * executions.
 *
 * Why running numbers: the reverse sweep undoes the count when it has undone the leader, so at every moment it stands
 * where it stood in the forward sweep, and the current record of every frame is the one that was current then. A value
 * can thus be read anywhere in the reverse sweep, also after its loop and in any nesting, irreducible or not, without
 * knowing trip counts.
 */
import { ControlFlow, DominatorTree, type Loop, LoopForest } from '../analysis/index.js';
import type { BasicBlock, Function, Type, Value } from '../ir/index.js';
import { type Reservation, reservationFor } from './reservations.js';

/** One cached item of a record. */
export interface Field {
  readonly frame: Frame;
  readonly index: number;
  readonly type: Type;
  /** What it holds, for people. */
  readonly label: string;
  /** The value it belongs to, if to one. */
  readonly value: Value | undefined;
}

export class Frame {
  readonly fields: Field[] = [];
  /** How many records there will be, where that is known early. */
  reservation: Reservation | undefined;
  constructor(
    /** The block whose executions number the records; undefined for the root. */
    readonly leader: BasicBlock | undefined,
    readonly loop: Loop | undefined,
    readonly parent: Frame | undefined,
    readonly depth: number,
  ) {}

  get isRoot(): boolean { return this.leader === undefined; }

  add(type: Type, label: string, value?: Value): Field {
    const field = { frame: this, index: this.fields.length, type, label, value };
    this.fields.push(field);
    return field;
  }
}

/** The control flow of a function as both sweeps see it. */
export class Skeleton {
  readonly cfg: ControlFlow;
  readonly dominators: DominatorTree;
  readonly loops: LoopForest;
  readonly root = new Frame(undefined, undefined, undefined, 0);
  readonly frames: readonly Frame[];
  /** The block that returns; undefined if the function never does. */
  readonly exit: BasicBlock | undefined;
  private readonly loopFrames = new Map<Loop, Frame>();
  private readonly blockFrames = new Map<BasicBlock, Frame>();
  private readonly live = new Set<BasicBlock>();

  constructor(readonly fn: Function) {
    this.cfg = new ControlFlow(fn);
    this.dominators = new DominatorTree(this.cfg);
    this.loops = new LoopForest(this.cfg, this.dominators);
    for (const loop of this.loops.loops) {
      const parent = loop.parent ? this.frameOfLoop(loop.parent) : this.root;
      this.loopFrames.set(loop, new Frame(loop.header, loop, parent, parent.depth + 1));
    }
    for (const [loop, frame] of this.loopFrames) frame.reservation = reservationFor(loop, this);
    for (const block of this.cfg.reversePostOrder) {
      if (!this.loops.isInIrreducibleCycle(block)) continue;
      const loop = this.loops.loopOf(block);
      const parent = loop ? this.frameOfLoop(loop) : this.root;
      this.blockFrames.set(block, new Frame(block, undefined, parent, parent.depth + 1));
    }
    this.frames = [this.root, ...this.loopFrames.values(), ...this.blockFrames.values()];
    this.exit = this.cfg.reversePostOrder.find((block) => block.terminator?.kind === 'ret');
    this.markLive();
  }

  frameOf(block: BasicBlock): Frame {
    const own = this.blockFrames.get(block);
    if (own) return own;
    const loop = this.loops.loopOf(block);
    return loop ? this.frameOfLoop(loop) : this.root;
  }

  /** Whether the block can be on a path from entry to return: only those have a reverse. */
  isLive(block: BasicBlock): boolean { return this.live.has(block); }

  get liveBlocks(): readonly BasicBlock[] { return this.cfg.reversePostOrder.filter((block) => this.live.has(block)); }

  /** Whether the reverse sweep counts the iterations of the loop down (else it records every predecessor). */
  isCounted(loop: Loop): boolean { return !loop.isInsideIrreducibleCycle; }

  /** The counted loops that the edge leaves, innermost first. */
  loopsLeft(from: BasicBlock, to: BasicBlock): Loop[] {
    const left: Loop[] = [];
    for (let loop = this.loops.loopOf(from); loop && !loop.blocks.has(to); loop = loop.parent) {
      if (this.isCounted(loop)) left.push(loop);
    }
    return left;
  }

  frameOfLoop(loop: Loop): Frame {
    const frame = this.loopFrames.get(loop);
    if (!frame) throw new Error('a loop of another function');
    return frame;
  }

  private markLive(): void {
    const work = this.exit ? [this.exit] : [];
    for (let block = work.pop(); block; block = work.pop()) {
      if (this.live.has(block)) continue;
      this.live.add(block);
      work.push(...this.cfg.predecessors(block));
    }
  }
}
