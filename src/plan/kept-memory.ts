/**
 * Local memory that stays as it is until the reverse sweep, which undoes what was stored into it: at every moment it holds
 * what it held at that moment of the forward sweep. What was loaded can then be loaded again. That pays where values are
 * read more often than they are overwritten, as in algorithms that work in place.
 *
 * Memory is kept by groups: objects that one pointer may point to share their fate. A group can be kept if nothing but
 * loads, stores and block operations of the function touches it, and no pointer to it gets out.
 *
 * Theory: Griewank & Walther, "Evaluating Derivatives", 2nd ed., SIAM 2008, section 4.3; Hascoët, Naumann & Pascual,
 * "To be recorded analysis in reverse-mode automatic differentiation", FGCS 21(8), 2005.
 */
import { type MemoryAnalysis, isAllocation } from '../analysis/index.js';
import {
  type AllocaInstruction, type AnyCall, type BasicBlock, type Instruction, type LoadInstruction, type StoreInstruction, type Value, isCall,
} from '../ir/index.js';

export interface KeptMemoryContext {
  readonly memory: MemoryAnalysis;
  /** Whether the call allocates memory whose release can wait until the reverse sweep is over. */
  isAllocation(call: AnyCall): boolean;
  /** Whether the call releases memory, and can wait with it. */
  isRelease(call: AnyCall): boolean;
}

export class MemoryGroup {
  readonly objects = new Set<Value>();
  readonly loads: LoadInstruction[] = [];
  readonly stores: StoreInstruction[] = [];
  /** Fills and copies into it. */
  readonly blockWrites: AnyCall[] = [];
  canBeKept = true;
}

/** The groups that can be kept. */
export function keepableGroups(context: KeptMemoryContext): MemoryGroup[] {
  const groups = new Map<Value, MemoryGroup>();
  const { memory } = context;
  const groupOf = (pointer: Value): MemoryGroup => {
    const objects = [...memory.underlyingObjects(pointer)];
    const found = [...new Set(objects.flatMap((object) => groups.get(object) ?? []))];
    const group = found[0] ?? new MemoryGroup();
    for (const other of found.slice(1)) merge(group, other, groups);
    for (const object of objects) {
      if (groups.has(object)) continue;
      group.objects.add(object);
      groups.set(object, group);
      if (!isKeepable(object, context)) group.canBeKept = false;
    }
    return group;
  };
  for (const block of memory.cfg.reversePostOrder) {
    for (const instruction of block.instructions) visit(instruction, groupOf, context);
  }
  return [...new Set(groups.values())].filter((group) => group.canBeKept && group.loads.length > 0);
}

/** Whether `later` may run after `first`, perhaps in another iteration. */
export function mayFollow(first: Instruction, later: Instruction, { order }: MemoryAnalysis): boolean {
  if (!first.block || !later.block) return true;
  if (first.block !== later.block || order.isInCycle(first.block)) return order.mayFollow(first.block, later.block);
  const { instructions } = first.block;
  return instructions.indexOf(later) > instructions.indexOf(first);
}

function merge(group: MemoryGroup, other: MemoryGroup, groups: Map<Value, MemoryGroup>): void {
  for (const object of other.objects) {
    group.objects.add(object);
    groups.set(object, group);
  }
  group.loads.push(...other.loads);
  group.stores.push(...other.stores);
  group.blockWrites.push(...other.blockWrites);
  group.canBeKept &&= other.canBeKept;
}

function isKeepable(object: Value, { memory, isAllocation: canWait }: KeptMemoryContext): boolean {
  if (object.kind === 'alloca') {
    const isStatic = object.operand(0).kind === 'int' && object.block === memory.cfg.entry && object.flags.length === 0 && (object.alignment ?? 0) <= 16;
    return isStatic && !memory.isCaptured(object);
  }
  return isAllocation(object) && canWait(object) && !memory.isCaptured(object);
}

function visit(instruction: Instruction, groupOf: (pointer: Value) => MemoryGroup, context: KeptMemoryContext): void {
  switch (instruction.kind) {
    case 'load': {
      const group = groupOf(instruction.address);
      if (instruction.isVolatile || instruction.atomic) group.canBeKept = false;
      group.loads.push(instruction);
      return;
    }
    case 'store': {
      const group = groupOf(instruction.address);
      if (instruction.isVolatile || instruction.atomic) group.canBeKept = false;
      group.stores.push(instruction);
      return;
    }
    case 'atomicrmw': case 'cmpxchg': case 'va_arg': groupOf(instruction.operand(0)).canBeKept = false; return;
    // Pointers that meet belong together even where nothing is accessed through what they become.
    case 'phi': case 'select': if (instruction.type.kind === 'pointer') groupOf(instruction); return;
    default: if (isCall(instruction)) visitCall(instruction, groupOf, context);
  }
}

function visitCall(call: AnyCall, groupOf: (pointer: Value) => MemoryGroup, { memory, isRelease }: KeptMemoryContext): void {
  const name = call.calledFunction?.name ?? '';
  if (isRelease(call) || /^llvm\.(lifetime|dbg|assume)/.test(name)) return;
  const isBlockWrite = /^llvm\.(memcpy|memmove|memset)\./.test(name);
  for (const { range } of memory.writesOf(call)) {
    if (!range) continue; // what a call can reach has been captured
    const group = groupOf(range.pointer);
    if (isBlockWrite && isPlain(call)) group.blockWrites.push(call);
    else group.canBeKept = false;
  }
}

/** Not volatile. */
function isPlain(call: AnyCall): boolean { const [isVolatile] = call.args.slice(3); return isVolatile?.kind === 'int' && isVolatile.value === 0n; }

/** What a copy or fill overwrites. */
export function blockOf(write: AnyCall): { readonly to: Value; readonly length: Value } {
  const [to, , length] = write.args;
  if (!to || !length) throw new Error('not a copy, nor a fill');
  return { to, length };
}

/** Answers for the groups that are kept. */
export class KeptMemory {
  private readonly groups = new Map<Value, MemoryGroup>();
  private readonly regions = new Map<BasicBlock, Map<BasicBlock, ReadonlySet<BasicBlock>>>();

  constructor(readonly kept: readonly MemoryGroup[], private readonly memory: MemoryAnalysis) {
    for (const group of kept) for (const object of group.objects) this.groups.set(object, group);
  }

  get allocas(): AllocaInstruction[] { return [...this.groups.keys()].filter((object): object is AllocaInstruction => object.kind === 'alloca'); }

  isKept(object: Value): boolean { return this.groups.has(object); }

  groupOf(pointer: Value): MemoryGroup | undefined {
    if (this.groups.size === 0) return undefined;
    const [object] = this.memory.underlyingObjects(pointer);
    return object && this.groups.get(object);
  }

  /**
   * Whether the memory still holds what was loaded when the reverse sweep comes to `user` in `at`, or to the beginning of
   * `at`: nothing may have overwritten it on the way there.
   */
  isUnclobbered(load: LoadInstruction, at: BasicBlock, user: Instruction | undefined): boolean {
    const group = this.groupOf(load.address);
    const from = load.block;
    if (!group || !from) return false;
    const writes: readonly Instruction[] = [...group.stores, ...group.blockWrites];
    const position = (instruction: Instruction): number => from.instructions.indexOf(instruction);
    if (from === at && user) {
      const [first, last] = [position(load), position(user)];
      if (first < last) {
        return !writes.some((write) => write.block === from && first < position(write) && position(write) <= last && this.touches(write, load, true));
      }
    }
    const region = this.regionBetween(from, at);
    return !writes.some((write) => {
      if (!write.block) return true;
      const isBefore = user !== undefined && at.instructions.indexOf(write) <= at.instructions.indexOf(user);
      const isBetween = region.has(write.block) || (write.block === at && at !== from && isBefore) || (write.block === from && position(write) > position(load));
      return isBetween && this.touches(write, load, false);
    });
  }

  private touches(write: Instruction, load: LoadInstruction, sameMoment: boolean): boolean {
    const read = this.memory.rangeOf(load);
    if (!read) return true;
    return this.memory.writesOf(write).some(({ range }) => !range || (sameMoment
      ? this.memory.mayAliasNow(range.pointer, range.size, read.pointer, read.size)
      : this.memory.mayAlias(range.pointer, range.size, read.pointer, read.size)));
  }

  /** The blocks on the ways from the end of one block to the beginning of the other that do not pass the first again. */
  private regionBetween(from: BasicBlock, to: BasicBlock): ReadonlySet<BasicBlock> {
    const known = this.regions.get(from)?.get(to);
    if (known) return known;
    const { cfg } = this.memory;
    const ahead = walk(cfg.successors(from), (block) => (block === from ? [] : cfg.successors(block)));
    const behind = walk(cfg.predecessors(to), (block) => (block === from ? [] : cfg.predecessors(block)));
    const region = new Set([...ahead].filter((block) => behind.has(block) && block !== from));
    const regions = this.regions.get(from) ?? new Map<BasicBlock, ReadonlySet<BasicBlock>>();
    this.regions.set(from, regions.set(to, region));
    return region;
  }
}

function walk(start: readonly BasicBlock[], next: (block: BasicBlock) => readonly BasicBlock[]): Set<BasicBlock> {
  const seen = new Set<BasicBlock>();
  const work = [...start];
  for (let block = work.pop(); block; block = work.pop()) {
    if (seen.has(block)) continue;
    seen.add(block);
    work.push(...next(block));
  }
  return seen;
}
