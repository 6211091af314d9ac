/**
 * Which instructions may write the memory that another one reads.
 *
 * All answers hold for a whole activation of the function: two pointers that are computed in a loop are compared over
 * all iterations, so the answer also tells whether a value can be loaded again later. `mayAliasNow` alone compares the
 * values of one moment.
 */
import {
  type AnyCall, type DataLayout, type Instruction, type LoadInstruction, type Value, isCall,
} from '../ir/index.js';
import { rootAndOffset } from './addresses.js';
import { argumentAccess, memoryEffects } from './call-effects.js';
import { BlockOrder } from './block-order.js';
import type { ControlFlow } from './control-flow.js';
import { areDistinctObjects, isCaptured, isLocalObject, stripAll, underlyingObjects } from './objects.js';
import { remember } from './remember.js';
import { type AccessTag, accessTag, tagsMayAlias } from './tbaa.js';
import { WriteIndex } from './write-index.js';

/** Bytes from a pointer on; a size of undefined is the whole object, before the pointer too. */
export interface MemoryRange { readonly pointer: Value; readonly size: number | undefined }

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
  rangeOf(access: Instruction): MemoryRange | undefined {
    switch (access.kind) {
      case 'load': return { pointer: access.address, size: this.sizeOf(access) };
      case 'store': return { pointer: access.address, size: this.sizeOf(access.value) };
      case 'cmpxchg': case 'atomicrmw': return { pointer: access.operand(0), size: this.sizeOf(access.operand(1)) };
      case 'va_arg': return { pointer: access.operand(0), size: undefined };
      default: return undefined;
    }
  }

  /** Whether the instruction, at any time it runs, may change these bytes. `tag` is the type of the access to them. */
  mayWriteTo(instruction: Instruction, pointer: Value, size: number | undefined, tag?: AccessTag): boolean {
    if (this.isConstantMemory(pointer, tag)) return false;
    return this.writesOf(instruction).some((write) => this.writeTouches(write, { pointer, size }, tag));
  }

  /** Whether nothing that may run after the load changes what it read: loading again gives the same value. */
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
    return this.isIgnored(instruction) ? [] : writesOf(instruction, this);
  }

  sizeOf(value: Value): number | undefined {
    try {
      return this.layout.storeSize(value.type);
    } catch (error) {
      if (error instanceof RangeError) return undefined; // scalable vectors
      throw error;
    }
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

/** One way in which an instruction writes: to a range, or, without one, to all memory that its callee can reach. */
export interface Write { readonly instruction: Instruction; readonly range?: MemoryRange; readonly tag?: AccessTag | undefined }

/** `llvm.stackrestore` frees the memory of allocas outside the entry block. */
export function endsAllocas(instruction: Instruction): boolean {
  return isCall(instruction) && (instruction.calledFunction?.name.startsWith('llvm.stackrestore') ?? false);
}

function writesOf(instruction: Instruction, memory: MemoryAnalysis): Write[] {
  if (isCall(instruction)) return writesOfCall(instruction);
  switch (instruction.kind) {
    case 'store': case 'cmpxchg': case 'atomicrmw': case 'va_arg': {
      const range = memory.rangeOf(instruction);
      return range ? [{ instruction, range, tag: accessTag(instruction) }] : [];
    }
    case 'load': return instruction.isVolatile ? [{ instruction }] : [];
    // After a fence, what other threads wrote may be seen.
    case 'fence': return [{ instruction }];
    default: return [];
  }
}

function writesOfCall(call: AnyCall): Write[] {
  const effects = memoryEffects(call);
  if (!effects.argument.writes && !effects.other.writes) return [];
  const writes: Write[] = effects.other.writes ? [{ instruction: call }] : [];
  call.args.forEach((pointer, index) => {
    if (pointer.type.kind !== 'pointer' && pointer.type.kind !== 'vector') return;
    if (argumentAccess(call, index, effects).writes) writes.push({ instruction: call, range: { pointer, size: sizeWritten(call, index) } });
  });
  return writes;
}

/** Memory intrinsics with a constant length write exactly that; other callees anything in the object. */
function sizeWritten(call: AnyCall, index: number): number | undefined {
  const length = call.args[2];
  const isBlockWrite = index === 0 && /^(llvm\.)?(memcpy|memmove|memset)\b/.test(call.calledFunction?.name ?? '');
  return isBlockWrite && length?.kind === 'int' && length.value >= 0n ? Number(length.value) : undefined;
}
