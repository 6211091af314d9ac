/** The first half of reverse mode: the primal, the shadows of pointers, and what the reverse sweep needs put on the tape. */
import { type Loop, underlyingObjects } from '../analysis/index.js';
import {
  type AllocaInstruction, type AnyCall, type BasicBlock, Builder, type Function, FunctionType, type Instruction, type IntegerType, type LandingPadInstruction, LandingPadInstruction as LandingPad,
  type ReturnInstruction, type StoreInstruction, type StructType, type Value, constantInt, i32, i8, pointer, poison, voidType, zero,
} from '../ir/index.js';
import { type Field, type Frame, type Plan } from '../plan/index.js';
import type { MemoryLayout } from '../types/index.js';
import type { CallTreatment } from './calls.js';
import { differentialOf } from './differentials.js';
import { landingPadOf } from './exits.js';
import { ForwardSweep, type SweepContext, likeMemoryOf } from './forward-sweep.js';
import { lateCall } from './late-calls.js';
import { pack } from './lanes.js';
import { sizeExpression } from './records.js';
import { refuse } from './refuse.js';
import { type ReverseRule, callRule, hasOwnShadow, standInFor } from './rule-calls.js';
import type { ReversePair } from './signature.js';
import { emitRaise } from './raise.js';
import { contentsOfStore, eachLeaf, isOverNumber } from './stores.js';
import { buryFunction, growFunction, inheritFunction } from './support.js';
import type { TapeLayout } from './tape.js';
import { refuseCall, refuseMaybeFree } from './tangent-sweep.js';
import { fillLayout, knownLayout, summarise, transferFunction } from './transfers.js';
import { wordType } from './types.js';
import { emitStop } from './unknown-target.js';

export interface ReverseContext extends SweepContext {
  /** Whether a registered derivative may look at the memory of the primal in the reverse sweep: none is freed before. */
  readonly keepsMemory: boolean;
  readonly plan: Plan;
  readonly tape: TapeLayout;
  /** The pair for the function called, for the activity of these arguments. */
  reverseOf(call: AnyCall): ReversePair;
  /** The rule that stands for the derivative of the function called. */
  reverseRuleOf(call: AnyCall): ReverseRule;
}

interface FrameState { readonly buffer: Value; readonly count: Value; readonly capacity: Value }

export class AugmentedSweep extends ForwardSweep {
  private readonly word: IntegerType;
  private readonly slots = new Map<Field, Value>();
  private readonly frames = new Map<Frame, FrameState>();
  private readonly counters = new Map<Loop, Value>();
  private readonly arrivals = new Map<BasicBlock, Value>();
  private readonly graveyard: Value;
  /** Addresses of the current records, valid within a block. */
  private records = new Map<Frame, Value>();

  constructor(source: ForwardSweep['source'], private readonly pair: ReversePair, protected override readonly context: ReverseContext) {
    super(source, pair.augmented, context);
    this.word = wordType(source.module);
    const parameters = pair.augmented.args;
    let at = 0;
    source.args.forEach((arg, i) => {
      const take = (): Value => { const next = parameters[at++]; if (!next) throw new Error('missing argument'); return next; };
      this.values.set(arg, take());
      if (pair.takesShadow[i]) this.setShadows(arg, take);
    });
    const last = parameters[at];
    if (!last) throw new Error('missing argument');
    this.graveyard = last;
    this.makeSlots();
  }

  private makeSlots(): void {
    const { build } = this;
    const { plan, tape } = this.context;
    build.atEnd(this.pair.augmented.entry);
    for (const field of plan.skeleton.root.fields) this.slots.set(field, build.alloca(field.type));
    for (const frame of tape.frames) {
      const state = { buffer: build.alloca(pointer), count: build.alloca(this.word), capacity: build.alloca(this.word) };
      build.store(zero(pointer), state.buffer);
      build.store(zero(this.word), state.count);
      build.store(zero(this.word), state.capacity);
      this.frames.set(frame, state);
    }
    for (const block of plan.skeleton.liveBlocks) {
      const arrival = plan.predecessorsOf(block);
      if (arrival?.kind === 'recorded') this.arrivals.set(block, build.alloca(arrival.field.type));
    }
    for (const loop of plan.skeleton.loops.loops) if (plan.tripField(loop)) this.counters.set(loop, build.alloca(this.word));
  }

  /** Only pointers have shadows in this sweep; adjoints of numbers exist in the reverse sweep. */
  protected override hasShadow(value: Value): boolean {
    const { pointer: state } = this.activity.stateOf(value);
    return state === 'duplicated' || state === 'maybe';
  }

  protected override emitBlockStart(block: BasicBlock): void {
    this.records = new Map();
    const frame = this.context.plan.skeleton.frameOf(block);
    const state = this.frames.get(frame);
    if (state && frame.leader === block) this.beginRecord(frame, state);
    const arrival = this.context.plan.predecessorsOf(block);
    const slot = this.arrivals.get(block);
    if (arrival?.kind === 'recorded' && slot) this.keep(arrival.field, this.build.load(arrival.field.type, slot));
  }

  private beginRecord(frame: Frame, state: FrameState): void {
    const { build } = this;
    const count = build.binary('add', build.load(this.word, state.count), constantInt(this.word, 1));
    build.store(count, state.count);
    const isFull = build.icmp('ugt', count, build.load(this.word, state.capacity));
    const grow = this.target.addBlock();
    const go = this.target.addBlock();
    build.condBr(isFull, grow, go);
    build.atEnd(grow);
    const had = build.load(this.word, state.capacity);
    const twice = build.binary('shl', had, constantInt(this.word, 1));
    const fewest = constantInt(this.word, 16);
    const have = build.select(build.icmp('ult', twice, fewest), fewest, twice);
    const size = sizeExpression(this.source.module, this.context.tape.recordType(frame));
    build.store(build.call(growFunction(this.source.module), [build.load(pointer, state.buffer), had, have, size]), state.buffer);
    build.store(have, state.capacity);
    build.br(go);
    build.atEnd(go);
  }

  /** Puts a value into its field. */
  private keep(field: Field, value: Value, build = this.build): void {
    const slot = this.slots.get(field);
    if (slot) build.store(value, slot);
    else build.store(value, this.fieldAddress(field, build));
  }

  private fieldAddress(field: Field, build: Builder): Value {
    const type = this.context.tape.recordType(field.frame);
    const record = build === this.build ? this.records.get(field.frame) ?? this.recordAddress(field.frame, build) : this.recordAddress(field.frame, build);
    if (build === this.build) this.records.set(field.frame, record);
    return build.gep(type, record, [constantInt(i32, 0), constantInt(i32, this.context.tape.positionOf(field))], ['inbounds']);
  }

  private recordAddress(frame: Frame, build: Builder): Value {
    const state = this.frames.get(frame);
    if (!state) throw new Error('a frame without records');
    const index = build.binary('sub', build.load(this.word, state.count), constantInt(this.word, 1));
    return build.gep(this.context.tape.recordType(frame), build.load(pointer, state.buffer), [index], ['inbounds']);
  }

  protected override emitDefined(instruction: Instruction): void {
    const primal = this.context.plan.fieldOf('primal', instruction);
    if (primal) this.keep(primal, this.primal(instruction));
    const shadow = this.context.plan.fieldOf('shadow', instruction);
    if (shadow) this.keep(shadow, pack(this.build, this.lanes.map(() => this.shadow(instruction))));
  }

  protected override emitEdge(from: BasicBlock, to: BasicBlock): ((build: Builder) => void) | undefined {
    const { plan } = this.context;
    const { skeleton } = plan;
    if (!skeleton.isLive(to)) return undefined;
    const arrival = plan.predecessorsOf(to);
    const slot = this.arrivals.get(to);
    const left = skeleton.loopsLeft(from, to);
    const loop = skeleton.loops.loopOf(to);
    const counter = loop?.header === to ? this.counters.get(loop) : undefined;
    if (!slot && !counter && left.length === 0) return undefined;
    return (build) => {
      for (const each of left) this.keepTripCount(each, build);
      if (counter && loop) {
        const isBack = loop.blocks.has(from);
        build.store(isBack ? build.binary('add', build.load(this.word, counter), constantInt(this.word, 1)) : zero(this.word), counter);
      }
      if (arrival?.kind === 'recorded' && slot) {
        build.store(constantInt(arrival.field.type as IntegerType, arrival.blocks.indexOf(from)), slot);
      }
    };
  }

  private keepTripCount(loop: Loop, build: Builder): void {
    const field = this.context.plan.tripField(loop);
    const counter = this.counters.get(loop);
    if (field && counter) this.keep(field, build.cast('zext', build.load(this.word, counter), field.type), build);
  }

  protected override emitStore(store: StoreInstruction): void {
    const { value, address } = store;
    const kind = contentsOfStore(store, this.context.types);
    if (kind === 'numbers') return;
    if (kind === 'others' || kind === 'anything') {
      const shadow = kind === 'others' && isOverNumber(store, this.context.types) ? zero(value.type) : this.shadow(value);
      likeMemoryOf(store, this.build.store(shadow, this.writableShadow(address, value.type), store.alignment));
      return;
    }
    const to = this.writableShadow(address, value.type);
    eachLeaf(value.type, (path, type, offset) => {
      if (type.kind === 'float') return;
      const part = this.build.extractValue(this.shadow(value), path);
      this.build.store(part, offset(this.build, to), 1);
    });
  }

  protected override emitAlloca(alloca: AllocaInstruction): void {
    if (this.context.plan.context.isKept(alloca)) this.values.set(alloca, this.allocateUntilTheEnd(this.allocaSize(alloca), alloca.alignment));
    else this.copyPrimal(alloca);
    if (!this.hasShadow(alloca)) return;
    if (this.context.plan.context.isShadowRemade(alloca)) {
      this.setShadows(alloca, () => this.copy(alloca));
      return;
    }
    const size = this.allocaSize(alloca);
    const { module } = this.source;
    const malloc = module.getOrDeclare('malloc', new FunctionType(pointer, [this.word]));
    this.setShadows(alloca, () => {
      const shadow = this.build.call(malloc, [size]);
      this.zeroMemory(shadow, size);
      return shadow;
    });
  }

  /** Address arithmetic on integers; numbers have no shadow here. */
  protected override emitArithmetic(instruction: Instruction): void {
    const differential = differentialOf(instruction, this.context.types);
    if (differential.kind !== 'address' && differential.kind !== 'bits') return;
    this.setShadows(instruction, () => this.copy(instruction, (value) => this.shadow(value)));
  }

  protected override emitCall(call: AnyCall, treatment: CallTreatment): void {
    switch (treatment.kind) {
      case 'mirror': this.emitMirror(call, treatment); return;
      case 'within': this.emitWithin(call, call.args[treatment.object]); return;
      case 'memory': this.emitMemory(call, treatment); return;
      case 'support': this.emitSupport(call, treatment); return;
      case 'function':
        if (this.activity.isActiveCall(call)) this.emitAugmentedCall(call);
        else this.copyPrimal(call);
        return;
      case 'custom': case 'blas': this.emitRule(call, treatment.fn); return;
      case 'inactive': if (!this.isLifetimeOfKept(call)) this.copyPrimal(call); return;
      case 'math': case 'cast': case 'sum': this.copyPrimal(call); return;
      case 'unknownTarget':
        if (this.activity.isActiveCall(call)) this.values.set(call, emitStop(call, treatment.dispatched, this.build));
        else this.copyPrimal(call);
        return;
      default:
        if (this.activity.isActiveCall(call)) throw refuseCall(call, treatment);
        this.copyPrimal(call);
    }
  }

  private emitAugmentedCall(call: AnyCall): void {
    const callee = this.context.reverseOf(call);
    const args = call.args.flatMap((arg, i) => (callee.takesShadow[i] ? [this.primal(arg), ...this.lanes.map(() => this.shadow(arg))] : [this.primal(arg)]));
    const result = this.build.call(callee.augmented, [...args, this.graveyard]);
    let at = 0;
    if (callee.tapeType) {
      const field = this.context.plan.fieldOf('tape', call);
      if (field) this.keep(field, this.build.extractValue(result, [at]));
      at++;
    }
    if (callee.mayThrow) this.passOn(call, exceptionOf(callee, result, this.build));
    if (call.type.kind === 'void') return;
    this.values.set(call, this.build.extractValue(result, [at++]));
    if (callee.returnsShadow) this.setShadows(call, () => this.build.extractValue(result, [at + this.lanes.current]));
    else if (this.hasShadow(call)) this.setShadows(call, () => this.primal(call));
  }

  /** The augmented function of a rule, in place of the primal. */
  private emitRule(call: AnyCall, fn: Function): void {
    if (!this.activity.isActiveCall(call)) {
      this.copyPrimal(call);
      return;
    }
    const rule = this.context.reverseRuleOf(call);
    const args = call.args.flatMap((arg, i) => (rule.shadows[i] ? [this.primal(arg), this.ruleShadow(arg, i, call, fn)] : [this.primal(arg)]));
    const parts = new Map(callRule(this.build, rule.augmented, args, rule.returnedTypes, (callee, values) => this.callInPlace(call, callee, values)).map((value, i) => [rule.returned[i], value]));
    const field = this.context.plan.fieldOf('tape', call);
    const tape = parts.get('tape');
    if (field && tape) this.keep(field, tape);
    const result = parts.get('result');
    if (result) this.values.set(call, result);
    else if (call.uses.size > 0) this.copyPrimal(call);
    if (!this.hasShadow(call)) return;
    const shadow = parts.get('shadow');
    if (!shadow) throw refuse('badRegistration', { registration: rule.augmented.name, message: 'it returns no shadow of the result, which is a pointer that derivatives go through' }, call);
    this.shadows.set(call, shadow);
  }

  private ruleShadow(arg: Value, index: number, call: AnyCall, fn: Function): Value {
    if (hasOwnShadow(arg, this.activity)) return this.shadow(arg);
    const standIn = standInFor(arg, index, fn, call, this.activity, this.context.types);
    if (standIn.kind === 'itself') return this.primal(arg);
    const size = constantInt(this.word, Math.max(1, standIn.bytes));
    const zeros = this.allocateUntilTheEnd(size, undefined);
    this.zeroMemory(zeros, size);
    return zeros;
  }

  /** Memory that is there until the reverse sweep is over. */
  private allocateUntilTheEnd(size: Value, alignment: number | undefined): Value {
    const { module } = this.source;
    const block = (alignment ?? 1) > 16
      ? this.build.call(module.getOrDeclare('aligned_alloc', new FunctionType(pointer, [this.word, this.word])), [constantInt(this.word, alignment ?? 16), this.roundedUp(size, alignment ?? 16)])
      : this.build.call(module.getOrDeclare('malloc', new FunctionType(pointer, [this.word])), [size]);
    this.bury(block, 'free');
    return block;
  }

  private roundedUp(size: Value, alignment: number): Value {
    const more = this.build.binary('add', size, constantInt(this.word, alignment - 1));
    return this.build.binary('and', more, constantInt(this.word, -alignment));
  }

  private bury(block: Value, deallocator: string): void {
    const release = this.source.module.getOrDeclare(deallocator, new FunctionType(voidType, [pointer]));
    this.build.call(buryFunction(this.source.module), [this.graveyard, block, release]);
  }

  /** The end of a local's life, which has been put off. */
  private isLifetimeOfKept(call: AnyCall): boolean {
    if (call.calledFunction?.name.startsWith('llvm.lifetime.') !== true) return false;
    return call.args.some((arg) => [...underlyingObjects(arg)].some((object) => object.kind === 'alloca' && this.context.plan.context.isKept(object)));
  }

  /** Goes to the landing pad of the call if the callee was left by an exception. */
  private passOn(call: AnyCall, exception: Value): void {
    const [, to] = call.kind === 'invoke' ? call.successors : [];
    const pad = to && landingPadOf(to);
    if (call.kind !== 'invoke' || !pad) return; // the program says that it does not throw here
    const isThrown = this.build.icmp('ne', exception, zero(pointer));
    const next = this.target.addBlock();
    if (pad.clauses.length === 0) {
      // Nobody looks at which clause it was.
      this.values.set(pad, this.build.insertValue(zero(pad.type), exception, [0]));
      this.build.condBr(isThrown, this.padOf(call), next);
    } else {
      const raise = this.target.addBlock();
      this.build.condBr(isThrown, raise, next);
      emitRaise(new Builder(raise), exception, this.padOf(call));
    }
    this.build.atEnd(next);
  }

  /** Whatever comes is caught: the tape must not be lost. The selector still says which clause of the program fits, if one does. */
  protected override emitLandingPad(pad: LandingPadInstruction): void {
    if (this.values.has(pad)) return;
    const clauses = pad.operands.map((value) => this.primal(value));
    const all = new LandingPad(pad.type, pad.isCleanup, [...pad.clauses, 'catch'], [...clauses, zero(pointer)], pad.name);
    this.values.set(pad, this.build.insert(all));
  }

  private emitMemory(call: AnyCall, rule: Extract<CallTreatment, { kind: 'memory' }>): void {
    if (rule.operation !== 'free' || !this.context.keepsMemory) this.copyPrimal(call);
    switch (rule.operation) {
      case 'allocate': {
        if (rule.address !== 'returned') {
          if (this.activity.isActiveCall(call)) throw refuseCall(call, { kind: 'unknown', name: rule.name });
          return;
        }
        if (!this.hasShadow(call)) return;
        this.setShadows(call, () => {
          const shadow = this.copy(call);
          if (rule.contents === 'undefined') this.zeroMemory(shadow, this.productOf(call, rule.size));
          return shadow;
        });
        return;
      }
      case 'free': this.lanes.each(() => { this.emitFree(call, rule); }); return;
      case 'copy': case 'move': this.lanes.each(() => { this.emitCopy(call, rule); }); return;
      case 'fill': this.lanes.each(() => { this.emitFill(call, rule); }); return;
      case 'reallocate': if (this.activity.isActiveCall(call)) throw refuseCall(call, { kind: 'unknown', name: rule.name });
    }
  }

  /** The shadow is still needed: it is freed when the reverse sweep is over. */
  private emitFree(call: AnyCall, rule: Extract<CallTreatment, { operation: 'free' }>): void {
    const block = call.args[rule.block];
    if (!block || (!this.hasShadow(block) && !this.context.keepsMemory)) return;
    const isMaybe = this.activity.stateOf(block).pointer === 'maybe';
    if (this.context.keepsMemory) this.freeLater(call, rule, this.primal(block));
    if (!this.hasShadow(block)) return;
    if (isMaybe && !rule.mayBeNull) throw refuseMaybeFree(call, rule.name);
    this.freeLater(call, rule, this.ownedShadow(block));
  }

  private freeLater(call: AnyCall, { name, block: index, declared }: Extract<CallTreatment, { operation: 'free' }>, block: Value): void {
    if (declared) {
      const { record, release } = lateCall(this.build, declared, call.args.map((arg, i) => (i === index ? block : this.primal(arg))));
      this.build.call(buryFunction(this.source.module), [this.graveyard, record, release]);
      return;
    }
    const plain = /^(free|cfree|_Z(?:dl|da)Pv)[mj]?$/.exec(name)?.[1];
    if (plain === undefined) throw refuseCall(call, { kind: 'unknown', name });
    this.bury(block, plain);
  }

  /** Like the shadows themselves, what an inner derivative frees is still needed. */
  private emitSupport(call: AnyCall, { operation }: Extract<CallTreatment, { kind: 'support' }>): void {
    this.copyPrimal(call);
    const [list] = call.args;
    if (operation !== 'release') this.mirrorSupport(call, operation);
    else if (list && this.hasShadow(list)) this.lanes.each(() => { this.build.call(inheritFunction(this.source.module), [this.graveyard, this.shadow(list)]); });
  }

  private emitCopy(call: AnyCall, rule: Extract<CallTreatment, { operation: 'copy' | 'move' }>): void {
    const [to, from, length] = [call.args[rule.destination], call.args[rule.source], call.args[rule.length]];
    if (!to || !from || !length || !this.hasShadow(to)) return;
    if (rule.returns) this.shadows.set(call, this.transferResult(to, this.primal(length), rule.returns));
    const layout = knownLayout(this.context.types, call, [to, from], length);
    const { hasNumbers, hasOthers } = summarise(layout);
    if (!hasOthers) return;
    const bytes = this.guardedLength(this.primal(length), to);
    const source = this.hasShadow(from) ? this.shadow(from) : this.primal(from);
    if (hasNumbers) {
      this.copyOthers(layout, this.shadow(to), source, this.build.cast('zext', bytes, this.word), rule.operation === 'move');
    } else {
      const replaced = new Map<Value, Value>([[to, this.shadow(to)], [from, source], [length, bytes]]);
      this.copy(call, (value) => replaced.get(value) ?? this.primal(value));
    }
  }

  private copyOthers(layout: MemoryLayout, to: Value, from: Value, bytes: Value, mayOverlap: boolean): void {
    const { module } = this.source;
    const copy = transferFunction(module, 'copyOthers', layout);
    if (!mayOverlap) {
      this.build.call(copy, [to, from, bytes]);
      return;
    }
    const held = this.build.call(module.getOrDeclare('malloc', new FunctionType(pointer, [this.word])), [bytes]);
    this.build.call(copy, [held, from, bytes]);
    this.build.call(copy, [to, held, bytes]);
    this.build.call(module.getOrDeclare('free', new FunctionType(voidType, [pointer])), [held]);
  }

  private emitFill(call: AnyCall, rule: Extract<CallTreatment, { operation: 'fill' }>): void {
    const [to, byte, length] = [call.args[rule.destination], call.args[rule.byte], call.args[rule.length]];
    if (!to || !byte || !length || !this.hasShadow(to)) return;
    if (rule.returns) this.shadows.set(call, this.shadow(to));
    const layout = fillLayout(this.context, call, to, byte, length);
    const { hasNumbers, hasOthers } = layout === 'zeros' ? { hasNumbers: false, hasOthers: true } : summarise(layout);
    if (!hasOthers) return;
    const bytes = this.guardedLength(this.primal(length), to);
    if (hasNumbers && layout !== 'zeros') {
      const value = this.build.cast('trunc', this.primal(byte), i8);
      this.build.call(transferFunction(this.source.module, 'fillOthers', layout), [this.shadow(to), value, this.build.cast('zext', bytes, this.word)]);
    } else {
      this.copy(call, (value) => (value === to ? this.shadow(to) : value === length ? bytes : this.primal(value)));
    }
  }

  protected override emitReturn(instruction: ReturnInstruction): void {
    const parts: Value[] = [];
    const tape = this.makeTape();
    if (tape) parts.push(tape);
    if (instruction.value) {
      parts.push(this.primal(instruction.value));
      const { value } = instruction;
      if (this.pair.returnsShadow) parts.push(...this.lanes.map(() => this.shadow(value)));
    }
    if (this.context.thrown) parts.push(this.build.extractValue(this.primal(this.context.thrown), [0]));
    if (parts.length === 0) {
      this.build.ret();
      return;
    }
    const type = this.pair.augmented.functionType.result;
    this.build.ret(parts.reduce((all, part, i) => this.build.insertValue(all, part, [i]), poison(type) as Value));
  }

  private makeTape(): Value | undefined {
    const { tape, plan } = this.context;
    if (!tape.type) return undefined;
    const parts: [Value, number][] = [];
    for (const field of plan.skeleton.root.fields) {
      const slot = this.slots.get(field);
      if (slot) parts.push([this.build.load(field.type, slot), tape.positionOf(field)]);
    }
    for (const [frame, state] of this.frames) {
      const at = tape.positionOfFrame(frame);
      parts.push([this.build.load(pointer, state.buffer), at], [this.build.load(this.word, state.count), at + 1]);
    }
    return tape.isBoxed ? this.boxed(tape.type, parts) : parts.reduce((all, [part, at]) => this.build.insertValue(all, part, [at]), poison(tape.type) as Value);
  }

  private boxed(type: StructType, parts: readonly [Value, number][]): Value {
    const { module } = this.source;
    const malloc = module.getOrDeclare('malloc', new FunctionType(pointer, [this.word]));
    const box = this.build.call(malloc, [constantInt(this.word, module.layout.allocSize(type))]);
    for (const [part, at] of parts) this.build.store(part, fieldOfBox(this.build, type, box, at));
    return box;
  }
}

/** The address of a field of a tape in memory. */
export function fieldOfBox(build: Builder, type: StructType, box: Value, position: number): Value {
  return build.gep(type, box, [constantInt(i32, 0), constantInt(i32, position)], ['inbounds']);
}

/** The exception with which an augmented function was left, or null, in what it returned. */
export function exceptionOf(pair: ReversePair, returned: Value, build: Builder): Value {
  const { result } = pair.augmented.functionType;
  return result.kind === 'struct' ? build.extractValue(returned, [result.fields.length - 1]) : returned;
}

