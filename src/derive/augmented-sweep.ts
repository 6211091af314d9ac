/** The first half of reverse mode: the primal, the shadows of pointers, and what the reverse sweep needs put on the tape. */
import { underlyingObjects } from '../analysis/index.js';
import {
  type AllocaInstruction, type AnyCall, type BasicBlock, Builder, type Function, FunctionType, type Instruction, type IntegerType, type LandingPadInstruction, LandingPadInstruction as LandingPad,
  type ReturnInstruction, type StoreInstruction, type Value, constantInt, i8, pointer, poison, voidType, zero,
} from '../ir/index.js';
import { type Plan, blockOf } from '../plan/index.js';
import type { MemoryLayout } from '../types/index.js';
import { checkCopiedNumbers } from './bytes.js';
import { type CallTreatment, plainRelease } from './calls.js';
import { differentialOf } from './differentials.js';
import { landingPadOf } from './exits.js';
import { ForwardSweep, type SweepContext, likeMemoryOf } from './forward-sweep.js';
import { lateCall } from './late-calls.js';
import { pack } from './lanes.js';
import { Recording } from './recording.js';
import { refuse } from './refuse.js';
import { withNumbersOf } from './registers.js';
import { type ReverseRule, callRule, hasOwnShadow, standInFor } from './rule-calls.js';
import type { ReversePair } from './signature.js';
import { emitRaise } from './raise.js';
import { contentsOfPacked, contentsOfStore, eachLeaf, isOverNumber, shadowAlignment } from './stores.js';
import { allocateFunction, buryFunction, copyBlock, inheritFunction } from './support.js';
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

export class AugmentedSweep extends ForwardSweep {
  private readonly word: IntegerType;
  private readonly recording: Recording;
  private readonly graveyard: Value;

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
    this.recording = new Recording(this.build, this.target, context, (value) => this.primal(value), this.graveyard);
  }

  /** Only pointers have shadows in this sweep; adjoints of numbers exist in the reverse sweep. */
  protected override hasShadow(value: Value): boolean {
    const { pointer: state } = this.activity.stateOf(value);
    return state === 'duplicated' || state === 'maybe';
  }

  protected override emitBlockStart(block: BasicBlock): void { this.recording.enter(block); }

  protected override emitDefined(instruction: Instruction): void {
    const primal = this.context.plan.fieldOf('primal', instruction);
    if (primal) this.recording.keep(primal, this.primal(instruction));
    if (this.context.plan.lastChoiceBy(instruction)) this.recording.choose(instruction, this.primal(instruction));
    const shadow = this.context.plan.fieldOf('shadow', instruction);
    if (shadow) this.recording.keep(shadow, pack(this.build, this.lanes.map(() => this.shadow(instruction))));
  }

  protected override emitEdge(from: BasicBlock, to: BasicBlock): ((build: Builder) => void) | undefined { return this.recording.onEdge(from, to); }

  /** What is overwritten in memory that the reverse sweep reads is kept. */
  protected override emitPrimalStore(store: StoreInstruction): void {
    const field = this.context.plan.undoFieldOf(store);
    if (field) {
      const overwritten = this.build.load(store.value.type, this.primal(store.address), store.alignment);
      this.recording.keep(field, this.context.regions.mark(overwritten, 'primal', store));
    }
    super.emitPrimalStore(store);
  }

  protected override emitStore(store: StoreInstruction): void {
    const { value, address } = store;
    const kind = contentsOfStore(store, this.context.types);
    if (kind === 'numbers') return;
    if (kind === 'others' || kind === 'anything') {
      const over = isOverNumber(store, this.context.types);
      if (over === 'digits') return;
      const shadow = kind === 'anything' || over ? zero(value.type) : this.shadow(value);
      this.context.regions.mark(likeMemoryOf(store, this.build.store(shadow, this.writableShadow(address, value.type), shadowAlignment(value.type, store.alignment, this.source.module.layout))), 'shadow', store);
      return;
    }
    const to = this.writableShadow(address, value.type);
    if (kind === 'packed') {
      const numbers = contentsOfPacked(store, this.context.types) ?? [];
      const alignment = shadowAlignment(value.type, store.alignment, this.source.module.layout);
      const had = this.context.regions.mark(this.build.load(value.type, to, alignment), 'shadow', store);
      this.context.regions.mark(this.build.store(withNumbersOf(had, this.primal(value), numbers, this.build), to, alignment), 'shadow', store);
      return;
    }
    eachLeaf(value.type, (path, type, offset) => {
      if (type.kind === 'float') return;
      const part = this.build.extractValue(this.shadow(value), path);
      this.context.regions.mark(this.build.store(part, offset(this.build, to), 1), 'shadow', store);
    });
  }

  protected override emitAlloca(alloca: AllocaInstruction): void {
    if (this.context.plan.context.isKept(alloca)) this.values.set(alloca, this.allocateUntilTheEnd(this.allocaSize(alloca), alloca.alignment));
    else if (this.isKept(alloca)) this.values.set(alloca, this.allocate(this.allocaSize(alloca)));
    else this.copyPrimal(alloca);
    if (!this.hasShadow(alloca)) return;
    if (this.context.plan.context.isShadowRemade(alloca)) {
      this.setShadows(alloca, () => this.copy(alloca));
      return;
    }
    const size = this.allocaSize(alloca);
    this.setShadows(alloca, () => {
      const shadow = this.allocate(size);
      this.zeroMemory(shadow, size);
      return shadow;
    });
  }

  private allocate(bytes: Value): Value {
    return this.build.call(this.source.module.getOrDeclare('malloc', new FunctionType(pointer, [this.word])), [bytes]);
  }

  /** Whether the pointer goes to memory that the reverse sweep still reads. */
  private isKept(address: Value): boolean { return this.context.plan.keptMemory.groupOf(address) !== undefined; }

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
      case 'unknownTarget':
        if (this.activity.isActiveCall(call)) this.values.set(call, emitStop(call, treatment.dispatched, this.build));
        else this.copyPrimal(call);
        return;
      case 'inactive':
        // What was on the stack lives on the heap, as long as the tape.
        if (this.isLifetimeOfKept(call)) return;
        this.checkBits(call);
        this.copyPrimal(call);
        return;
      case 'math': case 'cast': case 'sum': this.copyPrimal(call); return;
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
      if (field) this.recording.keep(field, this.build.extractValue(result, [at]));
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
    if (field && tape) this.recording.keep(field, tape);
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
    return call.args.some((arg) => this.isKept(arg) || [...underlyingObjects(arg)].some((object) => object.kind === 'alloca' && this.context.plan.context.isKept(object)));
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

  /** The same for a block that is copied or filled. */
  private keepBlock(call: AnyCall): void {
    const field = this.context.plan.undoFieldOf(call);
    if (!field) return;
    const { to, length } = blockOf(call);
    const kept = this.build.call(allocateFunction(this.source.module), [this.build.cast('zext', this.primal(length), this.word)]);
    copyBlock(this.build, kept, this.primal(to), this.primal(length));
    this.recording.keep(field, kept);
  }

  private emitMemory(call: AnyCall, rule: Extract<CallTreatment, { kind: 'memory' }>): void {
    if (rule.operation !== 'free') {
      this.keepBlock(call);
      this.copyPrimal(call);
    }
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
      case 'free': this.emitFree(call, rule); return;
      case 'copy': case 'move': this.lanes.each(() => { this.emitCopy(call, rule); }); return;
      case 'fill': this.lanes.each(() => { this.emitFill(call, rule); }); return;
      case 'reallocate': if (this.activity.isActiveCall(call)) throw refuseCall(call, { kind: 'unknown', name: rule.name });
    }
  }

  /** What is still needed, shadows always, is freed when the reverse sweep is over. */
  private emitFree(call: AnyCall, rule: Extract<CallTreatment, { operation: 'free' }>): void {
    const block = call.args[rule.block];
    if (block && (this.context.keepsMemory || this.isKept(block))) this.freeLater(call, rule, this.primal(block));
    else this.copyPrimal(call);
    if (!block || !this.hasShadow(block)) return;
    if (this.activity.stateOf(block).pointer === 'maybe' && !rule.mayBeNull) throw refuseMaybeFree(call, rule.name);
    this.lanes.each(() => { this.freeLater(call, rule, this.ownedShadow(block)); });
  }

  private freeLater(call: AnyCall, { name, block: index, declared }: Extract<CallTreatment, { operation: 'free' }>, block: Value): void {
    const plain = declared ? undefined : plainRelease(name);
    if (plain !== undefined) {
      this.bury(block, plain);
      return;
    }
    const fn = declared ?? call.calledFunction;
    if (!fn) throw refuseCall(call, { kind: 'unknown', name });
    const { record, release } = lateCall(this.build, fn, call.args.map((arg, i) => (i === index ? block : this.primal(arg))));
    this.build.call(buryFunction(this.source.module), [this.graveyard, record, release]);
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
    if (this.hasShadow(from)) checkCopiedNumbers(call, to, from, length, this.context.types);
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
    const tape = this.recording.finish();
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
}

/** The exception with which an augmented function was left, or null, in what it returned. */
export function exceptionOf(pair: ReversePair, returned: Value, build: Builder): Value {
  const { result } = pair.augmented.functionType;
  return result.kind === 'struct' ? build.extractValue(returned, [result.fields.length - 1]) : returned;
}

