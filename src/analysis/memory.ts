/**
 * Which instructions may write the memory that another one reads.
 *
 * All answers hold for a whole activation of the function: two pointers that are computed in a loop are compared over
 * all iterations, so the answer also tells whether a value can be loaded again later. `mayAliasNow` alone compares the
 * values of one moment.
 */
import type { DataLayout, Instruction, LoadInstruction, Value } from '../ir/index.js';
import { rootAndOffset } from './addresses.js';
import { BlockOrder } from './block-order.js';
import type { ControlFlow } from './control-flow.js';
import { areDistinctObjects, isCaptured, isLocalObject, stripAll, underlyingObjects } from './objects.js';
import { remember } from './remember.js';
import { type AccessTag, accessTag, tagsMayAlias } from './tbaa.js';
import { WriteIndex } from './write-index.js';
import { type MemoryRange, type Write, endsAllocas, rangeOf, writesOf } from './writes.js';

/** A snapshot: make it anew after the function has changed. */
export class MemoryAnalysis {
  readonly order: BlockOrder;
  private readonly layout: DataLayout;
  private readonly objects = new Map<Value, ReadonlySet<Value>>();
  private readonly captured = new Map<Value, boolean>();
  private index: WriteIndex | undefined;

  /** `isIgnored` names instructions whose writes do not count, such as the calls of `free` that a caller will defer. */
  constructor(readonly cfg: ControlFlow, private readonly isIgnored: (instruction: Instruction) => boolean = () => false) {
    this.order = new BlockOrder(cfg);
    this.layout = cfg.fn.module.layout;
  }

  underlyingObjects(pointer: Value): ReadonlySet<Value> {
    return remember(this.objects, stripAll(pointer), underlyingObjects);
  }

  isCaptured(object: Value): boolean { return remember(this.captured, object, isCaptured); }

  /** Whether the ranges may overlap, each at any time in the function. */
  mayAlias(a: Value, sizeA: number | undefined, b: Value, sizeB: number | undefined): boolean {
    return this.overlap({ pointer: a, size: sizeA }, { pointer: b, size: sizeB }, (root) => this.isStable(root));
  }

  /** The same for two pointers of the same iteration of all loops around them. */
  mayAliasNow(a: Value, sizeA: number | undefined, b: Value, sizeB: number | undefined): boolean {
    return this.overlap({ pointer: a, size: sizeA }, { pointer: b, size: sizeB }, () => true);
  }

  /** What a load reads or a store writes. */
  rangeOf(access: Instruction): MemoryRange | undefined { return rangeOf(access, this.layout); }

  /** Whether the instruction, at any time it runs, may change these bytes. `tag` is the type of the access to them. */
  mayWriteTo(instruction: Instruction, pointer: Value, size: number | undefined, tag?: AccessTag): boolean {
    if (this.isConstantMemory(pointer, tag)) return false;
    return this.writesOf(instruction).some((write) => this.writeTouches(write, { pointer, size }, tag));
  }

  /** Whether nothing that may run after the load, on the way to a return, changes what it read: it can be loaded again. */
  isReadOnlyInFunction(load: LoadInstruction): boolean { return this.firstOverwrite(load) === undefined; }

  /** Some instruction that may run after the load and change what it read. */
  firstOverwrite(load: LoadInstruction): Instruction | undefined {
    if (load.isVolatile || (load.atomic && load.atomic.ordering !== 'unordered')) return load;
    if (load.metadata.has('invariant.load') || this.isConstantMemory(load.address, accessTag(load))) return undefined;
    this.index ??= new WriteIndex(this);
    return this.index.overwriteAfter(load);
  }

  isConstantMemory(pointer: Value, tag?: AccessTag): boolean {
    return (tag?.isConstant ?? false)
      || [...this.underlyingObjects(pointer)].every((object) => object.kind === 'function' || (object.kind === 'global' && object.isConstant));
  }

  writeTouches(write: Write, read: MemoryRange, tag: AccessTag | undefined): boolean {
    if (write.range) return tagsMayAlias(write.tag, tag) && this.mayAlias(write.range.pointer, write.range.size, read.pointer, read.size);
    return this.isWithinReach(write.instruction, read.pointer);
  }

  /** Whether any object of one may overlap any object of the other. */
  mayShareObjects(a: Value, b: Value): boolean {
    const others = [...this.underlyingObjects(b)];
    const isCapturedObject = (object: Value): boolean => this.isCaptured(object);
    return [...this.underlyingObjects(a)].some((x) => others.some((y) => !areDistinctObjects(x, y, isCapturedObject)));
  }

  /** Whether a callee that may write whatever it can reach, can reach what the pointer points to. */
  isWithinReach(writer: Instruction, pointer: Value): boolean {
    return [...this.underlyingObjects(pointer)].some((object) =>
      (endsAllocas(writer) && object.kind === 'alloca' ? object.block !== this.cfg.entry : !isLocalObject(object) || this.isCaptured(object)));
  }

  /** Everything an instruction may write in memory. */
  writesOf(instruction: Instruction): Write[] {
    return this.isIgnored(instruction) ? [] : writesOf(instruction, this.layout);
  }

  /** A pointer as a root that has one value in the whole activation, and constant bytes: comparable at any time. */
  stableAddress(pointer: Value): { root: Value; offset: bigint } | undefined {
    const address = rootAndOffset(pointer, this.layout);
    return this.isStable(address.root) ? address : undefined;
  }

  private overlap(a: MemoryRange, b: MemoryRange, isComparable: (root: Value) => boolean): boolean {
    const [atA, atB] = [rootAndOffset(a.pointer, this.layout), rootAndOffset(b.pointer, this.layout)];
    if (atA.root === atB.root && isComparable(atA.root)) {
      if (a.size === undefined || b.size === undefined) return true;
      return atA.offset < atB.offset + BigInt(b.size) && atB.offset < atA.offset + BigInt(a.size);
    }
    return this.mayShareObjects(a.pointer, b.pointer);
  }

  private isStable(root: Value): boolean {
    return !('block' in root) || (root.block !== undefined && this.cfg.isReachable(root.block) && !this.order.isInCycle(root.block));
  }
}
