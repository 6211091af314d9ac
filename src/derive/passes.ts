/**
 * Loops that read neighbours, as stencils do: their reverse adds to neighbours, `s[i - 1] += a; s[i] += b; s[i + 1] += c`, and
 * each addition waits for the one before it, through memory. Such a reverse is run in several passes over the loop. Each
 * makes those additions that never meet in one place but in the same iteration, computes what they need once more,
 * and suits vector instructions.
 *
 * Invariant: what the passes compute from is the same in all of them. They change nothing but what is added to, nothing of
 * that is read but to be added to, and the last pass alone clears the adjoints of what the loop stored.
 * Theory: Hückelheim, Kukreja, Narayanan, Luporini, Gorman & Hovland, "Automatic differentiation for adjoint stencil loops",
 * ICPP 2019.
 */
import type { Activity } from '../activity/index.js';
import { type InductionVariable, type Loop, type MemoryAnalysis, inductionVariables, isLoopInvariant } from '../analysis/index.js';
import {
  type BasicBlock, type Builder, type DataLayout, type GetElementPtrInstruction, type Instruction, type LoadInstruction, type PhiInstruction, type StoreInstruction, type Value,
  constantInt, isCall, isInstruction, zero,
} from '../ir/index.js';
import { type Plan, isCheap } from '../plan/index.js';
import type { TypeInfo } from '../types/index.js';
import type { Recovery } from './recovery.js';
import { contentsOfStore } from './stores.js';
import { wordType } from './types.js';

export interface PassesContext {
  readonly plan: Plan;
  readonly activity: Activity;
  readonly types: TypeInfo;
}

/** The loads whose reverse belongs into each pass; undefined if the reverse of the block is no loop for several passes. */
export function passesOf(block: BasicBlock, { plan, activity, types }: PassesContext): readonly ReadonlySet<LoadInstruction>[] | undefined {
  const loop = plan.skeleton.loops.loopOf(block);
  if (loop?.blocks.size !== 1 || plan.predecessorsOf(block)?.kind !== 'count') return undefined;
  const { memory } = plan.context.keeping;
  const { layout } = plan.skeleton.fn.module;
  const shape = new LoopShape(loop, layout);
  const loads: LoadInstruction[] = [];
  const stores: StoreInstruction[] = [];
  for (const instruction of block.instructions) {
    switch (instruction.kind) {
      case 'load':
        if (!activity.isActive(instruction)) break;
        if (!isOwnShadow(instruction.address, activity) || !shape.isRegular(instruction.address)) return undefined;
        loads.push(instruction);
        break;
      case 'store':
        if (plan.undoFieldOf(instruction)) return undefined;
        if (!activity.isVaried(instruction.address)) break;
        if (!isOwnShadow(instruction.address, activity) || contentsOfStore(instruction, types) !== 'numbers' || !shape.isElsewhereEachTime(instruction)) return undefined;
        stores.push(instruction);
        break;
      default:
        if (isCall(instruction) && activity.isActiveCall(instruction) && !isCheap(instruction)) return undefined;
    }
    // Nothing but the memory goes from one iteration to another.
    if (activity.isActive(instruction) && (instruction.kind === 'phi' || [...instruction.uses].some(({ user }) => user.block !== block))) return undefined;
  }
  const meets = (a: LoadInstruction | StoreInstruction, b: LoadInstruction | StoreInstruction): boolean => mayMeet(a, b, memory);
  const isFree = stores.every((store, i) => !loads.some((load) => meets(store, load)) && !stores.slice(i + 1).some((other) => meets(store, other)));
  if (!isFree) return undefined;
  const passes = loads.length > 0 ? grouped(loads, meets) : [new Set<LoadInstruction>()];
  // Each pass would add to the adjoint of a number from outside.
  if (passes.length > 1 && block.instructions.some((instruction) => instruction.operands.some((operand) => comesFromOutside(operand, block) && activity.isActive(operand)))) return undefined;
  return passes.length <= mostPasses ? passes : undefined;
}

function comesFromOutside(value: Value, block: BasicBlock): boolean {
  return value.kind === 'argument' || (isInstruction(value) && value.block !== block);
}

/** More of them take longer than waiting. */
const mostPasses = 8;

/** Each into the first group in which it meets nothing but what is always at the same address. */
function grouped(loads: readonly LoadInstruction[], meets: (a: LoadInstruction, b: LoadInstruction) => boolean): Set<LoadInstruction>[] {
  const groups: Set<LoadInstruction>[] = [];
  for (const load of loads) {
    const group = groups.find((members) => [...members].every((other) => other.address === load.address || !meets(load, other)));
    if (group) group.add(load);
    else groups.push(new Set([load]));
  }
  return groups;
}

/** What the reverse of a block does in one pass. */
export interface Pass { readonly adds: ReadonlySet<LoadInstruction>; readonly isLast: boolean }

export interface PassTools {
  readonly build: Builder;
  readonly recovery: Recovery;
  newBlock(): BasicBlock;
  /** The reverse of all instructions of the block. */
  reverseInstructions(block: BasicBlock, pass: Pass): void;
  /** Where the reverse of an edge begins. */
  edge(from: BasicBlock, to: BasicBlock): BasicBlock;
}

/**
 * Emits the passes, one loop after the other, from where the builder stands, where all iterations are still to come. They go
 * in the order of the forward sweep, which is one as good as another, and that for which LLVM takes the ends of a ring apart.
 */
export function reverseInPasses(block: BasicBlock, passes: readonly ReadonlySet<LoadInstruction>[], { plan }: PassesContext, tools: PassTools): void {
  const { build, recovery } = tools;
  const arrival = plan.predecessorsOf(block);
  const counter = arrival?.kind === 'count' ? recovery.counters.get(arrival.loop) : undefined;
  if (arrival?.kind !== 'count' || !counter) throw new Error('passes over what is no loop');
  const word = wordType(plan.skeleton.fn.module);
  const trips = build.load(word, counter);
  const records = recovery.walkForward(plan.skeleton.frameOf(block), trips);
  passes.forEach((adds, i) => {
    const [body, next] = [tools.newBlock(), tools.newBlock()];
    build.store(zero(word), counter);
    records.begin();
    build.br(body);
    build.atEnd(body);
    recovery.enter(block);
    tools.reverseInstructions(block, { adds, isLast: i === passes.length - 1 });
    const count = build.load(word, counter);
    build.store(build.binary('add', count, constantInt(word, 1)), counter);
    records.next();
    build.condBr(build.icmp('eq', count, trips), next, body);
    build.atEnd(next);
  });
  records.end();
  build.br(tools.edge(arrival.entering, block));
}

/** Whether two accesses may be to the same memory, perhaps in different iterations. */
function mayMeet(a: Instruction, b: Instruction, memory: MemoryAnalysis): boolean {
  const [x, y] = [memory.rangeOf(a), memory.rangeOf(b)];
  return !x || !y || memory.mayAlias(x.pointer, x.size, y.pointer, y.size);
}

function isOwnShadow(address: Value, activity: Activity): boolean { return activity.stateOf(address).pointer === 'duplicated'; }

class LoopShape {
  private readonly inductions: Map<PhiInstruction, InductionVariable>;
  constructor(private readonly loop: Loop, private readonly layout: DataLayout) { this.inductions = inductionVariables(loop); }

  /** Whether it is computed from the iteration alone, perhaps with a choice, as at the ends of a ring. */
  isRegular(value: Value): boolean {
    if (!isInstruction(value) || isLoopInvariant(value, this.loop)) return true;
    switch (value.kind) {
      case 'phi': return this.inductions.has(value);
      case 'getelementptr': case 'cast': case 'binary': case 'select': case 'compare': return value.operands.every((operand) => this.isRegular(operand));
      default: return false;
    }
  }

  /** Whether no two iterations store to the same bytes. */
  isElsewhereEachTime({ address, value }: StoreInstruction): boolean {
    const size = this.layout.storeSize(value.type);
    if (address.kind === 'phi') {
      const step = this.inductions.get(address)?.step;
      return typeof step === 'bigint' && (step < 0n ? -step : step) >= BigInt(size);
    }
    return address.kind === 'getelementptr' && this.hasDistinctElements(address, size);
  }

  private hasDistinctElements(address: GetElementPtrInstruction, size: number): boolean {
    const [index, ...others] = address.indices;
    return index !== undefined && others.length === 0 && isLoopInvariant(address.base, this.loop)
      && this.layout.allocSize(address.elementType) >= size && this.isDistinctEachTime(index);
  }

  private isDistinctEachTime(value: Value): boolean {
    switch (value.kind) {
      case 'phi': {
        const induction = this.inductions.get(value);
        return induction !== undefined && typeof induction.step === 'bigint' && (induction.noSignedWrap || induction.noUnsignedWrap);
      }
      case 'cast': return ['zext', 'sext'].includes(value.opcode) && this.isDistinctEachTime(value.operand(0));
      case 'binary': {
        if (value.opcode !== 'add' && value.opcode !== 'sub') return false;
        const [a, b] = [value.operand(0), value.operand(1)];
        return (isLoopInvariant(b, this.loop) && this.isDistinctEachTime(a)) || (isLoopInvariant(a, this.loop) && this.isDistinctEachTime(b));
      }
      default: return false;
    }
  }
}
