/** Decides, for each primal value and shadow that the reverse sweep needs, whether it is recomputed or cached. */
import { type InductionVariable, type Loop, type TripCount, inductionVariables, tripCount } from '../analysis/index.js';
import {
  type AnyCall, type BasicBlock, type DataLayout, type Instruction, type LoadInstruction, type PhiInstruction, type StoreInstruction,
  type Type, type Value,
  i64, i8, i32, isCall, isInstruction, pointer, scalarType,
} from '../ir/index.js';
import { type Decision, conditionsOf, decisionFor } from './arrivals.js';
import { type Field, type Frame, Skeleton } from './frames.js';
import { KeptMemory, type KeptMemoryContext, type MemoryGroup, blockOf, keepableGroups, mayFollow } from './kept-memory.js';
import { type Selection, type SelectionContext, selectionsIn } from './selections.js';

/** `primal`: the value itself; `shadow`: that of its pointer parts; `tape`: what the augmented callee of a call left. */
export type NeedKind = 'primal' | 'shadow' | 'tape';

/** A value that the reverse sweep reads. */
export interface Leaf { readonly kind: NeedKind; readonly value: Value }

/** Where it does. */
export interface Need {
  readonly kind: NeedKind;
  readonly value: Value;
  readonly at: BasicBlock;
  /** The instruction of the block whose reverse reads it; without one, the way back out of the block does. */
  readonly user?: Instruction;
}

/** How the reverse sweep finds out from which predecessor a block was entered. */
export type PredecessorPlan =
  | { readonly kind: 'single'; readonly block: BasicBlock }
  /** From the latch, unless the iteration count is zero. */
  | { readonly kind: 'count'; readonly loop: Loop; readonly entering: BasicBlock; readonly latch: BasicBlock }
  /** By the branches that led there, whose conditions are computed again. */
  | { readonly kind: 'conditions'; readonly decision: Decision }
  /** By a recorded index into `blocks`. */
  | { readonly kind: 'recorded'; readonly field: Field; readonly blocks: readonly BasicBlock[] };

/** How the reverse sweep knows how often a loop went round: by its formula, computed again, or from the tape. */
export type TripPlan = { readonly kind: 'computed'; readonly count: TripCount } | { readonly kind: 'recorded'; readonly field: Field };

/**
 * What decides: `cheapest`, what costs least (the default). The others are there to see that derivatives do not depend on it:
 * `cache` keeps whatever may be kept, `recompute` computes again whatever can be, `undo` keeps all local memory that can be kept.
 */
export const planPolicies = ['cheapest', 'cache', 'recompute', 'undo'] as const;
export type PlanPolicy = typeof planPolicies[number];

/** What planning has to know of the derivative that is being made. */
export interface PlanContext extends SelectionContext {
  readonly policy: PlanPolicy;
  /** What the reverse of an instruction reads. */
  needsOf(instruction: Instruction): readonly Leaf[];
  /** Whether nothing overwrites the memory that the load reads before the reverse sweep is over. */
  isPreserved(load: LoadInstruction): boolean;
  /** What stays as it is for the reverse sweep, if it pays. */
  readonly keeping: KeptMemoryContext;
  /** Whether the shadow of an alloca or allocation is made anew in the reverse sweep. */
  isShadowRemade(value: Value): boolean;
  /** Whether the value has a shadow of its own, rather than none or itself. */
  hasShadow(value: Value): boolean;
  /** Whether the memory of an alloca is still there in the reverse sweep. */
  isKept(value: Value): boolean;
  /** Whether the program asks that the result of the call is never kept: it depends on its arguments alone. */
  isRecomputed(call: AnyCall): boolean;
  /** The type of the shadow of a value of that type (of several lanes, all together). */
  shadowType(type: Type): Type;
  /** The type of the tape that a differentiated call leaves. */
  tapeType(call: AnyCall): Type;
}

/** What takes more instructions than this is cached rather than computed again. */
const recomputeBudgets: Record<PlanPolicy, number> = { cheapest: 24, cache: 0, recompute: 200, undo: 24 };

/** The plan that keeps the fewest bytes: local memory is kept where that saves more than undoing costs. */
export function choosePlan(context: PlanContext, makeSkeleton: () => Skeleton): Plan {
  let best = new Plan(context, makeSkeleton());
  if (context.policy === 'cache') return best;
  if (context.policy === 'undo') return new Plan(context, makeSkeleton(), keepableGroups(context.keeping));
  const cached = best.cachedLoads;
  const candidates = cached.length === 0 ? [] : keepableGroups(context.keeping)
    .filter((group) => group.loads.some((load) => cached.includes(load))).slice(0, mostGroups);
  for (const group of candidates) {
    const other = new Plan(context, makeSkeleton(), [...best.keptMemory.kept, group]);
    if (other.cost < best.cost) best = other;
  }
  return best;
}

/** So many groups are tried. */
const mostGroups = 16;

export class Plan {
  readonly skeleton: Skeleton;
  readonly keptMemory: KeptMemory;
  private readonly undoFields = new Map<StoreInstruction | AnyCall, Field>();
  /** Loads of kept memory that the reverse sweep does again. */
  private readonly repeatedLoads = new Set<LoadInstruction>();
  private readonly fields = new Map<NeedKind, Map<Value, Field>>([['primal', new Map()], ['shadow', new Map()], ['tape', new Map()]]);
  private readonly predecessorPlans = new Map<BasicBlock, PredecessorPlan>();
  private readonly trips = new Map<Loop, TripPlan>();
  /** Loops that choose one of many, by their conditions; of those that the reverse sweep asks for, where the number of the last choice is kept. */
  private readonly selections: ReadonlyMap<Value, Selection>;
  private readonly lastChoices = new Map<Loop, { readonly selection: Selection; readonly field: Field }>();
  private readonly inductions = new Map<PhiInstruction, { loop: Loop; variable: InductionVariable }>();
  private readonly recomputations = new Map<string, Recomputation>();
  private readonly identities = new Map<Value | Loop, number>();

  constructor(readonly context: PlanContext, skeleton: Skeleton, kept: readonly MemoryGroup[] = []) {
    this.skeleton = skeleton;
    this.keptMemory = new KeptMemory(kept, context.keeping.memory);
    this.selections = context.policy === 'cache' ? new Map() : selectionsIn(skeleton, context);
    for (const loop of skeleton.loops.loops) {
      if (!skeleton.isCounted(loop)) continue;
      for (const [phi, variable] of inductionVariables(loop)) this.inductions.set(phi, { loop, variable });
    }
    for (const block of skeleton.liveBlocks) {
      for (const instruction of block.instructions) {
        for (const need of context.needsOf(instruction)) this.require({ ...need, at: block, user: instruction });
      }
    }
    for (const block of skeleton.liveBlocks) this.planPredecessors(block);
    for (const loop of skeleton.loops.loops) {
      if (skeleton.isCounted(loop) && skeleton.isLive(loop.header)) this.trips.set(loop, this.planTrips(loop));
    }
    this.planUndoing();
  }

  /** The cache field of a value, if it has one. Without one, it can be recomputed wherever it is needed. */
  fieldOf(kind: NeedKind, value: Value): Field | undefined { return this.fields.get(kind)?.get(value); }
  predecessorsOf(block: BasicBlock): PredecessorPlan | undefined { return this.predecessorPlans.get(block); }
  tripsOf(loop: Loop): TripPlan | undefined { return this.trips.get(loop); }

  /** The choice that the loop makes again and again, if the reverse sweep asks for it, and the field of the iteration that made it last. */
  lastChoiceOf(loop: Loop): { readonly selection: Selection; readonly field: Field } | undefined { return this.lastChoices.get(loop); }

  /** The same, by the condition. */
  lastChoiceBy(condition: Value): { readonly selection: Selection; readonly field: Field } | undefined {
    const selection = this.selections.get(condition);
    return selection && this.lastChoices.get(selection.loop);
  }

  /** Whether the reverse sweep goes to that iteration alone: the loops in it must have no records that would have to be counted. */
  isJumpedInto(loop: Loop): boolean {
    if (!this.lastChoices.has(loop)) return false;
    const frame = this.skeleton.frameOfLoop(loop);
    const isWithin = (other: Frame): boolean => other.parent !== undefined && (other.parent === frame || isWithin(other.parent));
    return !this.skeleton.frames.some((other) => other.fields.length > 0 && isWithin(other)) && ![...this.undoFields.keys()].some(({ block }) => block && loop.blocks.has(block));
  }

  /** The induction variable that the phi is, if the reverse of `at` can compute it from the iteration count. */
  inductionAt(phi: PhiInstruction, at: BasicBlock): { loop: Loop; variable: InductionVariable } | undefined {
    const induction = this.inductions.get(phi);
    return induction?.loop.blocks.has(at) ? induction : undefined;
  }

  /** Where the value is kept that a store into kept memory overwrites; of a copy or fill, where the address is of a copy of the block. */
  undoFieldOf(write: StoreInstruction | AnyCall): Field | undefined { return this.undoFields.get(write); }

  get keepsNothing(): boolean { return this.skeleton.frames.every((frame) => frame.fields.length === 0); }

  /** The loads that are cached. */
  get cachedLoads(): LoadInstruction[] {
    return [...this.fields.get('primal')?.keys() ?? []].filter((value): value is LoadInstruction => value.kind === 'load');
  }

  /** Bytes kept, with 16 executions for each loop around, and 16 numbers in each block of unknown length. */
  get cost(): number {
    const { layout } = this.skeleton.fn.module;
    const fields = this.skeleton.frames.flatMap((frame) => frame.fields).reduce((sum, field) => sum + costOf(sizeOf(field.type, layout), field.frame), 0);
    const blocks = [...this.undoFields].reduce((sum, [write, { frame }]) => {
      const length = write.kind === 'store' ? undefined : blockOf(write).length;
      return length ? sum + costOf(length.kind === 'int' ? Number(length.value) : 16 * 8, frame) : sum;
    }, 0);
    return fields + blocks;
  }

  private require(need: Need): void { this.accept(this.recomputation(need)); }

  private accept({ leaves, loads }: Recomputation): void {
    leaves.forEach((leaf) => { this.cache(leaf); });
    loads.forEach((load) => { this.repeatedLoads.add(load); });
  }

  /** Whatever may be written into kept memory after a load that is repeated must be undone. */
  private planUndoing(): void {
    const { memory } = this.context.keeping;
    const writes = this.keptMemory.kept.flatMap((group) => [...group.stores, ...group.blockWrites].map((write) => ({ group, write })));
    // Where it was on the stack it will be on the heap, to be freed by the reverse sweep.
    for (const alloca of this.keptMemory.allocas) this.require({ kind: 'primal', value: alloca, at: memory.cfg.entry, user: alloca });
    for (let isDone = false; !isDone;) {
      isDone = true;
      for (const { group, write } of writes) {
        const { block } = write;
        if (!block || this.undoFields.has(write) || !this.skeleton.isLive(block)) continue;
        if (![...this.repeatedLoads].some((load) => this.keptMemory.groupOf(load.address) === group && mayFollow(load, write, memory))) continue;
        const type = write.kind === 'store' ? write.value.type : pointer;
        this.undoFields.set(write, this.skeleton.frameOf(block).add(type, 'overwritten', write));
        const values = write.kind === 'store' ? [write.address] : Object.values(blockOf(write));
        for (const value of values) this.require({ kind: 'primal', value, at: block, user: write });
        isDone = false;
      }
    }
  }

  private cache(leaf: Leaf): void {
    const fields = this.fields.get(leaf.kind);
    if (!fields || fields.has(leaf.value)) return;
    const selection = this.selections.get(leaf.value);
    if (selection && leaf.kind === 'primal') {
      const frame = this.skeleton.frameOfLoop(selection.loop).parent ?? this.skeleton.root;
      if (!this.lastChoices.has(selection.loop)) this.lastChoices.set(selection.loop, { selection, field: frame.add(i64, 'last choice', leaf.value) });
      return;
    }
    const field = this.frameOfValue(leaf.value).add(this.typeOf(leaf), leaf.kind, leaf.value);
    fields.set(leaf.value, field);
  }

  private typeOf({ kind, value }: Leaf): Type {
    switch (kind) {
      case 'primal': return value.type;
      case 'shadow': return this.context.shadowType(value.type);
      case 'tape': return isCall(value) ? this.context.tapeType(value) : value.type;
    }
  }

  private frameOfValue(value: Value): Frame {
    return isInstruction(value) && value.block ? this.skeleton.frameOf(value.block) : this.skeleton.root;
  }

  /** What to cache so that the reverse of `at` can have the value: itself, or what it is recomputed from. */
  private recomputation(need: Need): Recomputation {
    const loop = this.identity(this.skeleton.loops.loopOf(need.at));
    const keyOf = (part: Leaf): string => `${part.kind} ${this.identity(part.value)} ${loop}`;
    // What depends on the state of memory holds for this user only.
    const here = new Map<string, Recomputation>();
    const known = (part: Leaf): Recomputation | undefined => here.get(keyOf(part)) ?? this.recomputations.get(keyOf(part));
    // Operands first, without recursion: expressions can be as deep as a function is long.
    const work: Leaf[] = [{ kind: need.kind, value: need.value }];
    for (let top = work[work.length - 1]; top; top = work[work.length - 1]) {
      const parts = isInstruction(top.value) ? this.partsOf(top.kind, top.value, need) : [];
      const missing = parts?.filter((part) => !known(part)) ?? [];
      if (missing.length > 0 && !known(top)) {
        work.push(...missing);
      } else {
        if (!known(top)) {
          const weighed = this.weigh(top, parts?.map((part) => known(part) ?? nothing));
          (weighed.isHere ? here : this.recomputations).set(keyOf(top), weighed);
        }
        work.pop();
      }
    }
    return known({ kind: need.kind, value: need.value }) ?? nothing;
  }

  /** Recomputes from `parts` if that takes few instructions and costs the cache no more than the value itself. */
  private weigh(value: Leaf, parts: readonly Recomputation[] | undefined): Recomputation {
    const isKept = value.value.kind === 'load' && this.keptMemory.groupOf(value.value.address) !== undefined;
    const isHere = isKept || (parts?.some((part) => part.isHere) ?? false);
    const cached = { leaves: [value], steps: 0, loads: [], isHere };
    if (!parts) return cached;
    if (!isInstruction(value.value)) return nothing;
    const steps = parts.reduce((sum, part) => sum + part.steps, stepsOf(value.value));
    const loads = [...new Set([...parts.flatMap((part) => part.loads), ...(isKept && value.value.kind === 'load' ? [value.value] : [])])];
    const leaves: Leaf[] = [];
    for (const leaf of parts.flatMap((part) => part.leaves)) {
      if (!leaves.some((known) => known.kind === leaf.kind && known.value === leaf.value)) leaves.push(leaf);
    }
    if (value.kind === 'shadow' && this.isInRemadeShadow(value.value)) return { leaves, steps, loads, isHere };
    if (value.kind === 'primal' && isCall(value.value) && this.context.isRecomputed(value.value)) return { leaves, steps: 0, loads, isHere };
    return steps <= recomputeBudgets[this.context.policy] && this.pays(leaves, this.cacheCost(value)) ? { leaves, steps, loads, isHere } : cached;
  }

  /** Whether to compute something from `leaves` rather than to keep it at that cost. */
  private pays(leaves: readonly Leaf[], cost: number): boolean {
    switch (this.context.policy) {
      case 'cache': return false;
      case 'recompute': return true;
      case 'cheapest': case 'undo': return this.costOf(leaves) <= cost;
    }
  }

  /** An address in a shadow that each sweep has for itself: that of the forward sweep is gone, so it is never cached. */
  private isInRemadeShadow(pointer: Value): boolean {
    let at = pointer;
    while (at.kind === 'getelementptr' || at.kind === 'cast') at = at.operand(0);
    return at.kind === 'alloca' && this.context.isShadowRemade(at);
  }

  /** What a recomputation reads; undefined if the value must be cached. */
  private partsOf(kind: NeedKind, value: Instruction, { at, user }: Need): readonly Leaf[] | undefined {
    if (kind === 'tape') return undefined;
    if (kind === 'primal') return this.primalParts(value, at, user);
    if (!this.context.hasShadow(value)) return [{ kind: 'primal', value }];
    return this.shadowParts(value, at);
  }

  private primalParts(value: Instruction, at: BasicBlock, user: Instruction | undefined): readonly Leaf[] | undefined {
    if (this.selections.has(value)) return undefined;
    // Only when it chose last is known, not whether it did now.
    if (value.kind === 'select' && this.selections.has(value.operand(0))) return undefined;
    // The reverse sweep never reads through it. Without a shadow its address is its own shadow, and they must be equal.
    if (value.kind === 'alloca') return this.context.hasShadow(value) && !this.context.isKept(value) && !this.keptMemory.isKept(value) ? [] : undefined;
    if (value.kind === 'phi') {
      const induction = this.inductionAt(value, at);
      return induction && [{ kind: 'primal', value: induction.variable.start }, ...stepParts(induction.variable)];
    }
    if (value.kind === 'load') {
      const isThere = this.context.isPreserved(value) || this.keptMemory.isUnclobbered(value, at, user);
      return isThere ? [{ kind: 'primal', value: value.address }] : undefined;
    }
    if (isCall(value) && this.context.isRecomputed(value)) return value.args.map((arg) => ({ kind: 'primal', value: arg }));
    return isCheap(value) && !looksAtAddress(value) && !decidesByRounding(value) ? operandsOf(value).map((operand) => ({ kind: 'primal', value: operand })) : undefined;
  }

  private shadowParts(value: Instruction, at: BasicBlock): readonly Leaf[] | undefined {
    switch (value.kind) {
      case 'alloca': return this.context.isShadowRemade(value) ? [] : undefined;
      case 'phi': {
        const induction = this.inductionAt(value, at);
        return induction && [{ kind: 'shadow', value: induction.variable.start }, ...stepParts(induction.variable)];
      }
      case 'getelementptr':
        return [{ kind: 'shadow', value: value.base }, ...value.indices.map((index) => ({ kind: 'primal' as const, value: index }))];
      case 'cast': return [{ kind: 'shadow', value: value.operand(0) }];
      case 'load': return this.context.isPreserved(value) ? [{ kind: 'shadow', value: value.address }] : undefined;
      default: return undefined;
    }
  }

  private cacheCost(leaf: Leaf): number {
    if (this.fieldOf(leaf.kind, leaf.value)) return 0;
    const type = leaf.kind === 'tape' ? pointer : this.typeOf(leaf);
    return costOf(sizeOf(type, this.skeleton.fn.module.layout), this.frameOfValue(leaf.value));
  }

  private costOf(leaves: readonly Leaf[]): number { return leaves.reduce((sum, leaf) => sum + this.cacheCost(leaf), 0); }

  private planPredecessors(block: BasicBlock): void {
    const { cfg, loops } = this.skeleton;
    const predecessors = cfg.predecessors(block);
    const [first, second] = predecessors;
    if (!first) return;
    if (!second) {
      this.predecessorPlans.set(block, { kind: 'single', block: first });
      return;
    }
    const loop = loops.loopOf(block);
    if (loop?.header === block && this.skeleton.isCounted(loop)) {
      const [entering] = loop.entering;
      const [latch] = loop.latches;
      if (predecessors.length === 2 && entering && latch) {
        this.predecessorPlans.set(block, { kind: 'count', loop, entering, latch });
        return;
      }
    }
    const byConditions = this.conditionsPlan(block);
    if (byConditions) {
      this.predecessorPlans.set(block, byConditions);
      return;
    }
    const field = this.skeleton.frameOf(block).add(predecessors.length > 256 ? i32 : i8, 'predecessor');
    this.predecessorPlans.set(block, { kind: 'recorded', field, blocks: predecessors });
  }

  private planTrips(loop: Loop): TripPlan {
    const frame = this.skeleton.frameOfLoop(loop).parent ?? this.skeleton.root;
    const count = tripCount(loop, this.skeleton.dominators);
    if (count && isDistance(count)) {
      const values = [count.variable.start, count.bound, ...(typeof count.variable.step === 'bigint' ? [] : [count.variable.step])];
      // The reverse sweep does not have the addresses of locals: of two of them, one may be cached and the other not.
      const isLocal = values.some((value) => scalarType(value.type).kind === 'pointer' && mayBeLocal(value, new Set()));
      const wanted = values.map((value) => this.recomputation({ kind: 'primal', value, at: count.exit.to }));
      if (!isLocal && this.pays(wanted.flatMap(({ leaves }) => leaves), costOf(8, frame))) {
        wanted.forEach((each) => { this.accept(each); });
        return { kind: 'computed', count };
      }
    }
    return { kind: 'recorded', field: frame.add(i64, 'trip count') };
  }

  /** For a merge behind branches whose conditions cost no more to have than the way taken. */
  private conditionsPlan(block: BasicBlock): PredecessorPlan | undefined {
    const decision = decisionFor(block, this.skeleton);
    if (!decision) return undefined;
    const wanted = conditionsOf(decision).map((value) => this.recomputation({ kind: 'primal', value, at: block }));
    const leaves = new Map(wanted.flatMap((each) => each.leaves).map((leaf) => [`${leaf.kind} ${this.identity(leaf.value)}`, leaf]));
    if (!this.pays([...leaves.values()], costOf(1, this.skeleton.frameOf(block)))) return undefined;
    wanted.forEach((each) => { this.accept(each); });
    return { kind: 'conditions', decision };
  }

  private identity(value: Value | Loop | undefined): number {
    if (!value) return -1;
    const known = this.identities.get(value);
    if (known !== undefined) return known;
    this.identities.set(value, this.identities.size);
    return this.identities.size - 1;
  }
}

/** What it costs to keep so many bytes in each record of the frame: all bytes, at 16 executions for each loop around it. */
function costOf(bytes: number, frame: Frame): number { return bytes * 16 ** Math.min(frame.depth, 12); }

function sizeOf(type: Type, layout: DataLayout): number {
  if (type.kind === 'vector' && type.scalable) return 64;
  return layout.allocSize(type);
}

/** The difference of two addresses is right also where the reverse sweep does not have them, if they are of one object. */
function isDistance({ variable, bound }: TripCount): boolean {
  if (variable.kind === 'integer') return true;
  const rootOf = (pointer: Value): Value => (pointer.kind === 'getelementptr' ? rootOf(pointer.base) : pointer);
  return rootOf(variable.start) === rootOf(bound) || ![variable.start, bound].some((pointer) => mayBeLocal(pointer, new Set()));
}


/** How a value is had again: what of it is cached, and how many instructions compute the rest. */
interface Recomputation {
  readonly leaves: readonly Leaf[];
  readonly steps: number;
  /** Loads of kept memory in it. */
  readonly loads: readonly LoadInstruction[];
  /** Whether it holds for one user only, as the state of memory decides. */
  readonly isHere: boolean;
}
const nothing: Recomputation = { leaves: [], steps: 0, loads: [], isHere: false };

function stepParts(variable: InductionVariable): Leaf[] {
  return typeof variable.step === 'bigint' ? [] : [{ kind: 'primal', value: variable.step }];
}

function operandsOf(value: Instruction): readonly Value[] { return isCall(value) ? value.args : value.operands; }

/** Pure instructions that cost about as much as the load of a cached value. */
export function isCheap(instruction: Instruction): boolean {
  switch (instruction.kind) {
    case 'binary': return !['sdiv', 'udiv', 'srem', 'urem', 'frem'].includes(instruction.opcode) || hasConstantDivisor(instruction);
    case 'cast': case 'compare': case 'select': case 'fneg': case 'getelementptr': case 'extractvalue': case 'insertvalue':
    case 'extractelement': case 'insertelement': case 'shufflevector': return true;
    case 'call': return cheapIntrinsics.test(instruction.calledFunction?.name ?? '');
    default: return false;
  }
}

/** Divisions and roots take as long as several other instructions. */
function stepsOf(instruction: Instruction): number {
  const isLong = (instruction.kind === 'binary' && instruction.opcode === 'fdiv') || (isCall(instruction) && /^llvm\.sqrt/.test(instruction.calledFunction?.name ?? ''));
  return isLong ? 6 : 1;
}

/** One machine instruction or two, without side effects. */
const cheapIntrinsics = /^llvm\.(sqrt|fma|fmuladd|fabs|copysign|minnum|maxnum|minimum|maximum|abs|[su](min|max))\./;

/**
 * Compares or counts with an address that the reverse sweep does not have: the memory of a local is gone by then, and an
 * argument may be the address of a caller's local.
 */
function looksAtAddress(instruction: Instruction): boolean {
  const looks = instruction.kind === 'compare' || (instruction.kind === 'cast' && ['ptrtoint', 'ptrtoaddr'].includes(instruction.opcode));
  return looks && instruction.operands.some((operand) => scalarType(operand.type).kind === 'pointer' && mayBeLocal(operand, new Set()));
}

/**
 * Decides, or counts, by a number whose last bits depend on how the optimiser has put its operations together: once more
 * it might decide otherwise.
 */
function decidesByRounding(instruction: Instruction): boolean {
  const decides = (instruction.kind === 'compare' && instruction.opcode === 'fcmp') || (instruction.kind === 'cast' && ['fptosi', 'fptoui'].includes(instruction.opcode));
  return decides && instruction.operands.some((operand) => isLoose(operand, new Set()));
}

function isLoose(value: Value, seen: Set<Value>): boolean {
  if (!isInstruction(value) || seen.has(value) || !isCheap(value)) return false;
  seen.add(value);
  if (isCall(value) && /^llvm\.fmuladd/.test(value.calledFunction?.name ?? '')) return true;
  if ('flags' in value && value.flags.some((flag) => looseFlags.has(flag))) return true;
  return operandsOf(value).some((operand) => isLoose(operand, seen));
}

const looseFlags: ReadonlySet<string> = new Set(['fast', 'reassoc', 'contract', 'arcp', 'afn']);

function mayBeLocal(value: Value, seen: Set<Value>): boolean {
  if (value.kind === 'argument' || value.kind === 'alloca') return true;
  if (!isInstruction(value) || seen.has(value) || !(value.kind === 'phi' || isCheap(value))) return false;
  seen.add(value);
  return value.operands.some((operand) => mayBeLocal(operand, seen));
}

function hasConstantDivisor(instruction: Instruction): boolean {
  const divisor = instruction.operand(1);
  return divisor.kind === 'int' && divisor.value !== 0n;
}

