/**
 * What the tangent and the augmented primal have in common: the primal computation is copied, and beside it runs that of
 * the shadows. Which values have a shadow, and what calls and transfers mean for it, is said by the two subclasses.
 */
import { type Activity, contentsOf } from '../activity/index.js';
import { ControlFlow } from '../analysis/index.js';
import {
  type AnyCall, type BasicBlock, Builder, type Function, type GlobalVariable,
  type Instruction, type LoadInstruction, type PhiInstruction, type ReturnInstruction, type StoreInstruction, type Terminator,
  type Value, isInstruction, isTerminator, PhiInstruction as Phi, type Type, constantInt, i8, i1, pointer,
  CallInstruction, InvokeInstruction, type LandingPadInstruction, asCall, asInvoke, isCall, isForDebuggers, FunctionType, scalarType, voidType, zero, type AllocaInstruction,
} from '../ir/index.js';
import type { Origin, TypeInfo } from '../types/index.js';
import { checkByteLanes, checkBytes } from './bytes.js';
import { type CallTreatment, treatmentOf } from './calls.js';
import { type DoubtfulStores, copiedLength, lostAtRunTime } from './constant-memory.js';
import type { SupportOperation } from './support-calls.js';
import { LaneMap, type Lanes } from './lanes.js';
import { refuse } from './refuse.js';
import type { Regions } from './regions.js';
import { Scratch } from './scratch.js';
import { constantShadow } from './shadows.js';
import type { DerivativeOptions } from './signature.js';
import { emitStopIf } from './stops.js';
import { eachLeaf, shadowAlignment } from './stores.js';
import { wordType } from './types.js';

/** They name variables of the primal function. */
const debugAttachments = ['dbg', 'DIAssignID'];

/** What a sweep reads of the world around its function. */
export interface SweepContext {
  /** See `PreparedFunction`. */
  readonly thrown: PhiInstruction | undefined;
  readonly activity: Activity;
  readonly types: TypeInfo;
  readonly lanes: Lanes;
  readonly options: DerivativeOptions;
  readonly regions: Regions;
  /** Stores that must not go to memory without a shadow: see `constant-memory.ts`. */
  readonly doubtfulStores: DoubtfulStores;
  /** The shadow of a mutable global that the lane has for itself. */
  shadowGlobal(global: GlobalVariable, lane: number): GlobalVariable;
}

export abstract class ForwardSweep {
  protected readonly build: Builder;
  protected readonly values = new Map<Value, Value>();
  protected readonly lanes: Lanes;
  /** In the current lane. */
  protected readonly shadows: LaneMap<Value, Value>;
  protected readonly heads = new Map<BasicBlock, BasicBlock>();
  private readonly tails = new Map<BasicBlock, BasicBlock>();
  /** The code on an edge: the first block of it, and the last. */
  private readonly edges = new Map<BasicBlock, Map<BasicBlock, { head: BasicBlock; tail: BasicBlock }>>();
  private readonly phis: { source: PhiInstruction; copy: PhiInstruction; valueOf: (value: Value) => Value }[] = [];
  protected readonly cfg: ControlFlow;
  private readonly scratch: Scratch;

  constructor(protected readonly source: Function, protected readonly target: Function, protected readonly context: SweepContext) {
    this.cfg = new ControlFlow(source);
    this.lanes = context.lanes;
    this.shadows = new LaneMap(context.lanes);
    target.personality = source.personality;
    for (const block of this.cfg.reversePostOrder) this.heads.set(block, target.addBlock(block.name));
    this.build = new Builder(target.entry);
    this.scratch = new Scratch(source.module, () => {
      const [first] = target.entry.instructions;
      return first ? new Builder(target.entry).beforeInstruction(first) : new Builder(target.entry);
    });
  }

  protected get activity(): Activity { return this.context.activity; }

  /** Whether derivative code keeps a shadow of the value. */
  protected abstract hasShadow(value: Value): boolean;
  /** For one lane. */
  protected abstract emitStore(store: StoreInstruction): void;
  protected abstract emitCall(call: AnyCall, treatment: CallTreatment): void;
  protected abstract emitArithmetic(instruction: Instruction): void;
  protected abstract emitReturn(instruction: ReturnInstruction): void;
  protected abstract emitAlloca(alloca: AllocaInstruction): void;
  protected emitPrimalStore(store: StoreInstruction): void { this.context.regions.mark(this.copyPrimal(store), 'primal'); }
  protected emitBlockStart(_block: BasicBlock): void { /* nothing by default */ }
  protected emitDefined(_instruction: Instruction): void { /* nothing by default */ }
  protected emitLandingPad(pad: LandingPadInstruction): void { this.copyPrimal(pad); }
  /** Code on the edge between two blocks, if there is any. */
  protected emitEdge(_from: BasicBlock, _to: BasicBlock): ((build: Builder) => void) | undefined { return undefined; }

  run(): void {
    for (const block of this.cfg.reversePostOrder) {
      this.build.atEnd(this.head(block));
      // Derivative code has no variables.
      const body = block.instructions.filter((instruction) => !isForDebuggers(instruction));
      const phis = body.filter((instruction): instruction is PhiInstruction => instruction.kind === 'phi');
      const [pad] = body;
      for (const phi of phis) this.emitPhi(phi);
      if (pad?.kind === 'landingpad') this.enterPad(pad, block);
      this.emitBlockStart(block);
      for (const value of block === this.source.entry ? this.source.args : phis) this.shadowInactive(value);
      for (const phi of phis) this.emitDefined(phi);
      if (pad?.kind === 'landingpad') this.emitDefined(pad);
      for (const instruction of body) {
        if (instruction.kind === 'phi' || instruction.kind === 'landingpad') continue;
        if (isTerminator(instruction)) {
          this.emitTerminator(instruction, block);
        } else {
          this.emit(instruction);
          this.shadowInactive(instruction);
          this.emitDefined(instruction);
        }
      }
    }
    for (const phi of this.phis) this.completePhi(phi);
  }

  /** Numbers and pointers in one inactive value: its shadow has zeros and the pointers themselves. */
  private shadowInactive(value: Value): void {
    const contents = contentsOf(value, this.context.types);
    if (!contents.floats || !contents.pointers || contents.unknown || this.hasShadow(value)) return;
    const primal = this.primal(value);
    let shadow = primal;
    eachLeaf(value.type, (path, type) => { if (scalarType(type).kind === 'float') shadow = this.build.insertValue(shadow, zero(type), path); });
    this.lanes.each(() => { this.shadows.set(value, shadow); });
  }

  /** What a primal value is in the new function. */
  primal(value: Value): Value { return this.values.get(value) ?? value; }

  /**
   * The shadow of a value: for numbers its tangent (zero when inactive), for pointers that to the shadow memory. A constant
   * in integer disguise is what it is used `as`, and so is what has no derivative where it meets numbers in integers.
   */
  shadow(value: Value, as: Value = value): Value {
    const known = this.shadows.get(value);
    if (known) return known;
    if (as !== value && isIntegral(value) && (value.kind === 'int' || isIntegral(as)) && isNumber(as, this.context.types)) return zero(value.type);
    if (!isInstruction(value) && value.kind !== 'argument' && value.kind !== 'block') return constantShadow(value, this.activity, (global) => this.context.shadowGlobal(global, this.lanes.current));
    const contents = contentsOf(value, this.context.types);
    return contents.floats && !contents.unknown ? zero(value.type) : this.primal(value);
  }

  /** The copies in the new function and their shadows, which are of the types of their originals. */
  get origins(): Origin[] {
    const { types } = this.context;
    const originsIn = (map: Iterable<readonly [Value, Value]>): Origin[] => [...map].map(([of, value]) => ({ value, of, types }));
    return [...originsIn(this.values), ...this.lanes.map(() => originsIn(this.shadows.entries())).flat()];
  }

  /** Gives the value a shadow in every lane. */
  protected setShadows(value: Value, make: () => Value): void {
    this.lanes.each(() => { this.shadows.set(value, make()); });
  }

  protected head(block: BasicBlock): BasicBlock {
    const head = this.heads.get(block);
    if (!head) throw new Error('an unreachable block');
    return head;
  }

  /** A copy of the instruction with its operands replaced, inserted at the builder's position; of an invoke, a call that may not throw. */
  protected copy(instruction: Instruction, replace?: (value: Value) => Value): Instruction {
    const copy = instruction.kind === 'invoke' ? asCall(instruction) : instruction.clone();
    if (instruction.kind === 'invoke' && isCall(copy)) copy.functionAttributes = [...copy.functionAttributes, 'nounwind'];
    if (copy instanceof CallInstruction) copy.tail = '';
    // Other arguments need not be as aligned: see `shadowAlignment`.
    if (replace && isCall(copy)) copy.argumentAttributes = copy.argumentAttributes.map((words) => words.filter((word) => !word.startsWith('align ')));
    return this.insertCopy(copy, replace ?? ((value) => this.primal(value)));
  }

  /** Control goes on behind the copy, also of an invoke. */
  protected copyPrimal(instruction: Instruction): Instruction {
    if (instruction.kind !== 'invoke') {
      const copy = this.copy(instruction);
      this.values.set(instruction, copy);
      return copy;
    }
    const next = this.target.addBlock();
    const copy = this.insertCopy(asInvoke(instruction, next, this.padOf(instruction)), (value) => this.primal(value));
    this.values.set(instruction, copy);
    this.build.atEnd(next);
    return copy;
  }

  private insertCopy(copy: Instruction, replace: (value: Value) => Value): Instruction {
    copy.operands.forEach((operand, index) => copy.setOperand(index, replace(operand)));
    for (const kind of debugAttachments) copy.metadata.delete(kind);
    return this.build.insert(copy);
  }

  /** Calls the function in place of the one that the program calls: where that may unwind, to the same landing pad. */
  protected callInPlace(call: AnyCall, callee: Function, args: readonly Value[]): AnyCall {
    if (call.kind !== 'invoke') return this.build.call(callee, args);
    const next = this.target.addBlock();
    const invoke = this.build.insert(new InvokeInstruction(callee.functionType, callee, args, [next, this.padOf(call)]));
    this.build.atEnd(next);
    return invoke;
  }

  protected padOf(invoke: InvokeInstruction): BasicBlock {
    const [, pad] = invoke.successors;
    if (!pad) throw new Error('an invoke without landing pad');
    return this.head(pad);
  }

  /** A pad belongs to one invoke (see `exits.ts`), so what is to do on the edge can be done behind it. */
  private enterPad(pad: LandingPadInstruction, block: BasicBlock): void {
    this.emitLandingPad(pad);
    const [from] = this.cfg.predecessors(block);
    const build = new Builder(this.build.block);
    if (from) this.emitEdge(from, block)?.(build);
    this.build.atEnd(build.block);
  }

  private emit(instruction: Exclude<Instruction, Terminator>): void {
    this.checkDoubtful(instruction);
    switch (instruction.kind) {
      case 'store':
        this.checkThrownPointer(instruction);
        this.emitPrimalStore(instruction);
        if (this.activity.isVaried(instruction.address)) this.lanes.each(() => { this.emitStore(instruction); });
        break;
      case 'call': this.emitCall(instruction, treatmentOf(instruction)); break;
      case 'alloca': this.emitAlloca(instruction); break;
      case 'atomicrmw': case 'cmpxchg':
        if (instruction.operands.slice(1).some((operand) => this.activity.isVaried(operand)) || this.activity.isVaried(instruction)) {
          throw refuse('unsupportedInstruction', { instruction: instruction.kind, why: 'an atomic update of an active number' }, instruction);
        }
        this.copyPrimal(instruction);
        break;
      case 'load':
        if (this.activity.isVaried(instruction.address)) checkBytes(instruction, this.context.types);
        this.context.regions.mark(this.copyPrimal(instruction), 'primal');
        if (this.hasShadow(instruction)) this.setShadows(instruction, () => this.loadShadow(instruction));
        break;
      case 'select': case 'freeze': case 'getelementptr': case 'extractvalue': case 'insertvalue': case 'extractelement':
      case 'insertelement': case 'shufflevector':
        if (instruction.operands.some((operand) => this.activity.isActive(operand))) checkByteLanes(instruction);
        this.copyPrimal(instruction);
        if (this.hasShadow(instruction)) this.setShadows(instruction, () => this.copyOnShadows(instruction));
        break;
      default:
        this.copyPrimal(instruction);
        if (!this.hasShadow(instruction)) break;
        // Addresses in integer disguise, as in checks of alignment: nothing active is computed from them.
        if (instruction.kind === 'binary' && !this.activity.isActive(instruction)) this.setShadows(instruction, () => this.copyOnAllShadows(instruction));
        else this.emitArithmetic(instruction);
    }
  }

  /** Exception objects have no shadow, so nobody would free that of the memory which one owns. */
  private checkThrownPointer(store: StoreInstruction): void {
    const state = this.activity.stateOf(store.value).pointer;
    if (state !== 'duplicated' && state !== 'maybe') return;
    const isThrown = [...this.activity.rootsOf(store.address)].some((root) => isInstruction(root) && isCall(root) && root.calledFunction?.name === '__cxa_allocate_exception');
    if (isThrown) throw refuse('unsupportedFeature', { feature: 'an exception that holds a pointer to active memory', why: 'exception objects have no shadow', remedy: 'catch it by a value that is no pointer' }, store);
  }

  /** @throws Diagnostic for a call without a derivative, of integers that are the bits of active numbers. */
  protected checkBits(call: AnyCall): void {
    if (!this.activity.isActive(call)) return;
    throw refuse('unsupportedInstruction', { instruction: call.calledFunction?.name ?? 'call', why: 'it computes with the bits of an active number' }, call);
  }

  /** The same instruction on the shadows of its data operands; conditions, indices and masks stay. */
  protected copyOnShadows(instruction: Instruction): Value {
    const data = new Set(dataOperands(instruction));
    const copy = instruction.clone();
    copy.operands.forEach((operand, index) => copy.setOperand(index, data.has(index) ? this.shadow(operand, instruction) : this.primal(operand)));
    copy.metadata.clear();
    return this.build.insert(copy);
  }

  private copyOnAllShadows(instruction: Instruction): Value {
    const copy = this.copy(instruction, (value) => this.shadow(value));
    copy.metadata.clear();
    return copy;
  }

  /** For a call that returns an address in an object, or null: as far into the shadow of the object, or null. */
  protected emitWithin(call: AnyCall, object: Value | undefined): void {
    this.copyPrimal(call);
    if (!object || !this.hasShadow(call)) return;
    const { build } = this;
    const found = this.primal(call);
    const word = wordType(this.source.module);
    const distance = build.binary('sub', build.cast('ptrtoint', found, word), build.cast('ptrtoint', this.primal(object), word));
    const isNull = build.icmp('eq', found, zero(call.type));
    this.setShadows(call, () => build.select(isNull, zero(call.type), build.gep(i8, this.shadow(object), [distance])));
  }

  protected emitMirror(call: AnyCall, rule: Extract<CallTreatment, { kind: 'mirror' }>): void {
    this.copyPrimal(call);
    if (!this.activity.isActiveCall(call)) return;
    const [object] = call.args;
    const mayBeInactive = rule.isMethod && object !== undefined && this.activity.stateOf(object).pointer === 'maybe';
    this.setShadows(call, () => (mayBeInactive ? this.mirrorUnlessOwnShadow(call, object) : this.copyOnShadowArguments(call)));
  }

  /** What is its own shadow has been changed already. */
  private mirrorUnlessOwnShadow(call: AnyCall, object: Value): Value {
    const again = this.target.addBlock();
    const next = this.target.addBlock();
    const isOwn = this.isOwnShadow(object);
    const before = this.build.block;
    this.build.condBr(isOwn, next, again);
    this.build.atEnd(again);
    const shadow = this.copyOnShadowArguments(call);
    this.build.br(next);
    this.build.atEnd(next);
    return call.type.kind === 'void' ? shadow : this.build.phi(call.type, [[this.primal(call), before], [shadow, again]]);
  }

  /** The same call on the shadows of its arguments that are addresses; numbers that it writes as text are the same. */
  private copyOnShadowArguments(call: AnyCall): Value {
    const copy = this.copy(call, (value) => (value === call.callee || contentsOf(value, this.context.types).floats ? this.primal(value) : this.shadow(value)));
    copy.metadata.clear();
    return copy;
  }

  protected loadShadow(load: LoadInstruction): Value {
    const address = this.shadow(load.address);
    const loaded = likeMemoryOf(load, this.build.load(load.type, address, shadowAlignment(load.type, load.alignment, this.source.module.layout)));
    if (this.activity.stateOf(load.address).pointer !== 'maybe') return this.context.regions.mark(loaded, 'shadow', load);
    if (!contentsOf(load, this.context.types).floats) return loaded;
    return this.build.select(this.isOwnShadow(load.address), zero(load.type), loaded);
  }

  /** At run time: whether the memory is inactive, its shadow being itself. */
  protected isOwnShadow(address: Value): Value { return this.build.icmp('eq', this.shadow(address), this.primal(address)); }

  /** Something active that is stored in memory without a shadow, and read back, would be lost. */
  private checkDoubtful(store: Instruction): void {
    const address = this.context.doubtfulStores.get(store);
    // Where the function is reached with other arguments, the store may be none of something active, or not in doubt.
    const isActive = store.kind === 'store' ? this.activity.isActive(store.value) : isCall(store) && this.activity.isActiveCall(store);
    if (!address || !isActive || this.activity.stateOf(address).pointer !== 'maybe') return;
    const length = copiedLength(store);
    this.lanes.each(() => {
      const isOwn = this.isOwnShadow(address);
      const isLost = length ? this.build.binary('and', isOwn, this.build.icmp('ne', this.primal(length), zero(length.type))) : isOwn;
      emitStopIf(isLost, lostAtRunTime(store), this.build);
    });
  }

  /** The shadow address to store to; scratch memory if the object turns out inactive. */
  protected writableShadow(address: Value, type: Type): Value {
    if (this.activity.stateOf(address).pointer !== 'maybe') return this.shadow(address);
    return this.build.select(this.isOwnShadow(address), this.scratch.of(this.source.module.layout.allocSize(type)), this.shadow(address));
  }

  /** The shadow of a block to be freed: null if the block turns out to be its own. */
  protected ownedShadow(block: Value): Value {
    const shadow = this.shadow(block);
    return this.activity.mayBeOwnShadow(block) ? this.build.select(this.isOwnShadow(block), zero(block.type), shadow) : shadow;
  }

  /** `length`, or zero if the memory behind one of the addresses turns out inactive. */
  protected guardedLength(length: Value, address: Value): Value {
    if (this.activity.stateOf(address).pointer !== 'maybe') return length;
    return this.build.select(this.isOwnShadow(address), zero(length.type), length);
  }

  protected zeroMemory(address: Value, size: Value): void {
    const { module } = this.source;
    const word = wordType(module);
    const memset = module.getOrDeclare(`llvm.memset.p0.${word.text}`, new FunctionType(voidType, [pointer, i8, word, i1]));
    this.build.call(memset, [address, constantInt(i8, 0), this.build.cast('zext', size, word), constantInt(i1, 0)]);
  }

  protected allocaSize(alloca: AllocaInstruction): Value {
    const { layout } = this.source.module;
    const word = wordType(this.source.module);
    const element = constantInt(word, layout.allocSize(alloca.allocatedType));
    const count = alloca.operand(0);
    if (count.kind === 'int') return constantInt(word, element.value * count.value);
    return this.build.binary('mul', element, this.build.cast('zext', this.primal(count), word));
  }

  protected productOf(call: AnyCall, indices: readonly number[]): Value {
    const factors = indices.map((index) => this.primal(call.args[index] ?? zero(wordType(this.source.module))));
    return factors.reduce((product, factor) => this.build.binary('mul', product, factor));
  }

  /** What a helper function does to memory it does to the shadows as well. */
  protected mirrorSupport(call: AnyCall, operation: SupportOperation): void {
    const [first, second, last] = call.args;
    if (!first || !this.hasShadow(first)) return;
    this.lanes.each(() => {
      switch (operation) {
        case 'bury':
          if (second && this.hasShadow(second)) this.copy(call, (value) => (value === first ? this.shadow(first) : value === second ? this.ownedShadow(second) : this.primal(value)));
          return;
        case 'release': case 'inherit':
          this.copy(call, (value) => (value === first || value === second ? this.shadow(value) : this.primal(value)));
          return;
        case 'copyOthers': case 'fillOthers': {
          const bytes = last && this.guardedLength(this.primal(last), first);
          this.copy(call, (value) => (value === last && bytes ? bytes : value === first || value === second ? this.shadow(value) : this.primal(value)));
        }
      }
    });
  }

  /** The shadow of what a copying function returns. */
  protected transferResult(to: Value, bytes: Value, returns: 'destination' | 'end'): Value {
    return returns === 'destination' ? this.shadow(to) : this.build.gep(i8, this.shadow(to), [bytes]);
  }

  private emitPhi(phi: PhiInstruction): void {
    const copy = this.build.insert(new Phi(phi.type, phi.flags, phi.name));
    this.values.set(phi, copy);
    this.phis.push({ source: phi, copy, valueOf: (value) => this.primal(value) });
    if (!this.hasShadow(phi)) return;
    this.lanes.each(() => {
      const shadow = this.build.insert(new Phi(phi.type, []));
      this.shadows.set(phi, shadow);
      const lane = this.lanes.current;
      this.phis.push({ source: phi, copy: shadow, valueOf: (value) => this.lanes.in(lane, () => this.shadow(value, phi)) });
    });
  }

  private completePhi({ source, copy, valueOf }: ForwardSweep['phis'][number]): void {
    const done = new Set<BasicBlock>();
    source.blocks.forEach((from, i) => {
      const edge = source.block && this.edges.get(from)?.get(source.block)?.tail;
      const block = edge ?? this.tails.get(from);
      if (!block || (edge && done.has(edge))) return; // unreachable predecessor, or parallel edges made one
      done.add(block);
      copy.addIncoming(valueOf(source.operand(i)), block);
    });
    if (copy.operands.length > 0) return;
    // Nothing arrives: the function is left by exceptions only.
    copy.replaceAllUsesWith(zero(copy.type));
    copy.erase();
  }

  protected emitTerminator(instruction: Terminator, block: BasicBlock): void {
    if (instruction.kind === 'ret') {
      this.emitReturn(instruction);
      return;
    }
    if (instruction.kind === 'invoke') {
      this.emitCall(instruction, treatmentOf(instruction));
      this.emitDefined(instruction);
    }
    this.tails.set(block, this.build.block);
    if (instruction.kind === 'invoke') {
      this.build.br(this.edgeTarget(block, instruction.successors[0] ?? block));
      return;
    }
    const copy = this.copy(instruction);
    if (isTerminator(copy)) instruction.successors.forEach((to, i) => { copy.successors[i] = this.edgeTarget(block, to); });
  }

  private edgeTarget(from: BasicBlock, to: BasicBlock): BasicBlock {
    const known = this.edges.get(from)?.get(to);
    if (known) return known.head;
    const emit = this.emitEdge(from, to);
    if (!emit) return this.head(to);
    const head = this.target.addBlock();
    const build = new Builder(head);
    emit(build);
    const edges = this.edges.get(from) ?? new Map<BasicBlock, { head: BasicBlock; tail: BasicBlock }>();
    this.edges.set(from, edges.set(to, { head, tail: build.block }));
    build.br(this.head(to));
    return head;
  }
}

function isIntegral(value: Value): boolean { return scalarType(value.type).kind === 'integer'; }

function isNumber(value: Value, types: TypeInfo): boolean { const { floats, unknown } = contentsOf(value, types); return floats && !unknown; }

/** Shadow memory holds what the primal memory holds: what its tag says, a derivative of the derivative needs to know. */
export function likeMemoryOf<T extends Instruction>(primal: LoadInstruction | StoreInstruction, shadow: T): T {
  const tag = primal.metadata.get('tbaa');
  if (tag !== undefined) shadow.metadata.set('tbaa', tag);
  return shadow;
}

/** The operands of a structural instruction whose contents end up in the result. */
function dataOperands(instruction: Instruction): readonly number[] {
  switch (instruction.kind) {
    case 'select': return [1, 2];
    case 'insertvalue': case 'insertelement': case 'shufflevector': return [0, 1];
    default: return [0];
  }
}
