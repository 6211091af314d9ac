/** Forward mode: beside each value runs its tangent. */
import {
  type AllocaInstruction, type AnyCall, ArrayType, type BasicBlock, type Function, type Instruction, ResumeInstruction, type Terminator, type ReturnInstruction, type StoreInstruction, type Value,
  constantInt, i8, poison, scalarType, zero,
} from '../ir/index.js';
import { type MathRow, type Partial, type Place, derivativeFlags, productEmitter } from '../rules/index.js';
import { bitwiseDerivative } from './bitwise.js';
import { checkCopiedNumbers } from './bytes.js';
import type { CallTreatment } from './calls.js';
import { type Differential, differentialOf, flagsOf } from './differentials.js';
import { exceptionFrom } from './exits.js';
import { ForwardSweep, type SweepContext, likeMemoryOf } from './forward-sweep.js';
import { withPart } from './parts.js';
import { movedBits, withNumbersOf } from './registers.js';
import { refuse } from './refuse.js';
import { type ForwardRule, callRule, entrySlot, hasOwnShadow, standInFor } from './rule-calls.js';
import { emitStop, indirectCall } from './unknown-target.js';
import { type TangentFunction, guardOf } from './signature.js';
import type { MemoryLayout } from '../types/index.js';
import { contentsOfPacked, contentsOfStore, isOverNumber, shadowAlignment } from './stores.js';
import { knownLayout, summarise, transferFunction } from './transfers.js';
import { wordType } from './types.js';
import { tangentOfValue } from './value-of-bits.js';

export interface TangentContext extends SweepContext {
  /** The rule that stands for the derivative of the function called. */
  forwardRuleOf(call: AnyCall): ForwardRule;
  /** The tangent of the function called, for the activity of these arguments. */
  tangentOf(call: AnyCall, treatment: Extract<CallTreatment, { kind: 'function' }>): TangentFunction;
}

/** A tangent times a partial, in the current lane; undefined if that is zero for every tangent. */
export type ProductOf = () => Value | undefined;

export class TangentSweep extends ForwardSweep {
  constructor(source: ForwardSweep['source'], private readonly tangent: TangentFunction, protected override readonly context: TangentContext) {
    super(source, tangent.fn, context);
    let at = 0;
    source.args.forEach((arg, i) => {
      const take = (): Value => { const next = tangent.fn.args[at++]; if (!next) throw new Error('missing argument'); return next; };
      this.values.set(arg, take());
      if (tangent.signature.arguments[i] !== 'constant') this.setShadows(arg, take);
    });
  }

  protected override hasShadow(value: Value): boolean { return this.activity.isVaried(value); }

  protected override emitStore(store: StoreInstruction): void {
    const tangent = this.storedTangent(store);
    if (!tangent) return;
    const address = this.writableShadow(store.address, store.value.type);
    this.context.regions.mark(likeMemoryOf(store, this.build.store(tangent, address, shadowAlignment(store.value.type, store.alignment, this.source.module.layout))), 'shadow', store);
  }

  /** An inactive number in integer disguise has tangent zero, and must not be taken for an address; integers beside numbers stay. Undefined: nothing changes. */
  private storedTangent(store: StoreInstruction): Value | undefined {
    const { value } = store;
    const packed = contentsOfPacked(store, this.context.types);
    if (packed) return withNumbersOf(this.hasShadow(value) ? this.shadow(value) : undefined, this.primal(value), packed, this.build);
    const isDisguised = scalarType(value.type).kind === 'integer' && !this.hasShadow(value);
    const over = isDisguised ? isOverNumber(store, this.context.types) : undefined;
    if (over === 'digits') return undefined;
    const isNumber = isDisguised && (over !== undefined || ['numbers', 'anything'].includes(contentsOfStore(store, this.context.types)));
    return isNumber ? zero(value.type) : this.shadow(value);
  }

  protected override emitAlloca(alloca: AllocaInstruction): void {
    this.copyPrimal(alloca);
    if (!this.hasShadow(alloca)) return;
    this.setShadows(alloca, () => {
      const shadow = this.copy(alloca);
      this.zeroMemory(shadow, this.allocaSize(alloca));
      return shadow;
    });
  }

  protected override emitArithmetic(instruction: Instruction): void {
    const differential = differentialOf(instruction, this.context.types);
    if (differential.kind === 'row') this.emitRow(instruction, differential);
    else this.setShadows(instruction, () => this.linearTangent(instruction, differential));
  }

  protected linearTangent(instruction: Instruction, differential: Exclude<Differential, { kind: 'row' }>): Value {
    const { build } = this;
    switch (differential.kind) {
      case 'conversion': case 'bits': case 'address': return this.copy(instruction, (value) => this.shadow(value));
      case 'value of bits': return tangentOfValue(differential, instruction.type, (value) => this.primal(value), this.shadow(differential.operand), build);
      case 'moves': return movedBits(differential.moves.filter(({ operand }) => this.activity.isActive(operand)), instruction.type, (value) => this.shadow(value), build);
      case 'sum': return this.copy(instruction, (value) => (value.kind === 'function' ? value : this.shadow(value)));
      case 'bitwise': {
        const parts = differential.parts.filter(({ operand }) => this.activity.isActive(operand))
          .map((part) => bitwiseDerivative(part, differential, this.shadow(part.operand), (value) => this.primal(value), build));
        return parts.reduce<Value | undefined>((all, part) => (all ? build.binary('or', all, part) : part), undefined) ?? zero(instruction.type);
      }
    }
  }

  /** The sum over the active operands of partial times tangent, for each thing the row computes. */
  private emitRow(instruction: Instruction, { row, operands }: Extract<Differential, { kind: 'row' }>): void {
    const outputs = row.outputs.map(({ place, partials }) => ({ place, products: this.productsOf(instruction, operands, partials) }));
    this.setShadows(instruction, () => this.rowTangent(instruction, row, operands, outputs));
  }

  private rowTangent(instruction: Instruction, row: MathRow, operands: readonly Value[], outputs: readonly { place: Place; products: readonly ProductOf[] }[]): Value {
    let result: Value = instruction.type.kind === 'void' ? poison(instruction.type) : zero(instruction.type);
    for (const { place, products } of outputs) {
      const tangent = this.combine(instruction, row, place, products);
      if (place.kind === 'result') result = tangent ?? result;
      else if (place.kind === 'field') result = tangent ? withPart(this.build, result, tangent, place.index) : result;
      else {
        const address = operands[place.argument];
        const number = operands.find((operand) => scalarType(operand.type).kind === 'float');
        if (address && number && this.activity.isVaried(address)) {
          this.context.regions.mark(this.build.store(tangent ?? zero(number.type), this.writableShadow(address, number.type)), 'shadow');
        }
      }
    }
    return result;
  }

  /** For each active operand, its tangent times its partial; all lanes share what does not depend on the tangent. */
  private productsOf(instruction: Instruction, operands: readonly Value[], partials: readonly Partial[]): ProductOf[] {
    return operands.flatMap((operand, i) => {
      const partial = partials[i];
      if (partial === undefined || !this.activity.isActive(operand)) return [];
      const times = productEmitter(partial, this.build, {
        operands: operands.map((op) => this.primal(op)), result: this.primal(instruction), type: operand.type, flags: flagsOf(instruction), guard: guardOf(this.context.options),
      });
      return [() => times(this.shadow(operand))];
    });
  }

  /** The tangent of what the row leaves in one place. */
  protected combine(instruction: Instruction, _row: MathRow, _place: Place, products: readonly ProductOf[]): Value | undefined {
    const flags = derivativeFlags(flagsOf(instruction));
    return products.reduce((sum: Value | undefined, product) => {
      const term = product();
      return sum && term ? this.build.binary('fadd', sum, term, flags) : term ?? sum;
    }, undefined);
  }

  protected override emitCall(call: AnyCall, treatment: CallTreatment): void {
    switch (treatment.kind) {
      case 'math': case 'cast': case 'sum': {
        this.copyPrimal(call);
        const writesShadow = treatment.kind === 'math' && treatment.row.outputs.some((output) => output.place.kind === 'pointer');
        if (this.hasShadow(call) || (writesShadow && this.activity.isActiveCall(call))) this.emitArithmetic(call);
        return;
      }
      case 'inactive':
        this.checkBits(call);
        this.copyPrimal(call);
        return;
      case 'custom': case 'blas': this.emitRule(call, treatment.fn); return;
      case 'mirror': this.emitMirror(call, treatment); return;
      case 'within': this.emitWithin(call, call.args[treatment.object]); return;
      case 'memory': this.emitMemory(call, treatment); return;
      case 'support':
        this.copyPrimal(call);
        this.mirrorSupport(call, treatment.operation);
        return;
      case 'function':
        if (this.activity.isActiveCall(call)) this.emitDifferentiatedCall(call, treatment);
        else this.copyPrimal(call);
        return;
      case 'unknownTarget':
        if (this.activity.isActiveCall(call)) this.values.set(call, emitStop(call, treatment.dispatched, this.build));
        else this.copyPrimal(call);
        return;
      default:
        if (this.activity.isActiveCall(call)) throw refuseCall(call, treatment);
        this.copyPrimal(call);
    }
  }

  private emitDifferentiatedCall(call: AnyCall, treatment: Extract<CallTreatment, { kind: 'function' }>): void {
    const tangent = this.context.tangentOf(call, treatment);
    const args = call.args.flatMap((arg, i) =>
      (tangent.signature.arguments[i] === 'constant' ? [this.primal(arg)] : [this.primal(arg), ...this.lanes.map(() => this.shadow(arg))]));
    const result = this.callInPlace(call, tangent.fn, args);
    if (call.type.kind === 'void') return;
    this.values.set(call, this.build.extractValue(result, [0]));
    if (this.hasShadow(call)) this.setShadows(call, () => (tangent.returnsTangent ? this.build.extractValue(result, [1 + this.lanes.current]) : zero(call.type)));
  }

  /** The tangent of a rule, in place of the primal. */
  private emitRule(call: AnyCall, fn: Function): void {
    if (!this.activity.isActiveCall(call)) {
      this.copyPrimal(call);
      return;
    }
    const rule = this.context.forwardRuleOf(call);
    const args = call.args.flatMap((arg, i) => (rule.shadows[i] ? [this.primal(arg), this.ruleShadow(arg, i, call, fn)] : [this.primal(arg)]));
    const parts = new Map(callRule(this.build, rule.tangent, args, rule.returnedTypes, (callee, values) => this.callInPlace(call, callee, values)).map((value, i) => [rule.returned[i], value]));
    const result = parts.get('result');
    if (result) this.values.set(call, result);
    else if (call.uses.size > 0) this.copyPrimal(call);
    if (this.hasShadow(call)) this.shadows.set(call, parts.get('shadow') ?? zero(call.type));
  }

  private ruleShadow(arg: Value, index: number, call: AnyCall, fn: Function): Value {
    if (arg.type.kind !== 'pointer' || hasOwnShadow(arg, this.activity)) return this.shadow(arg);
    const standIn = standInFor(arg, index, fn, call, this.activity, this.context.types);
    if (standIn.kind === 'itself') return this.primal(arg);
    const slot = entrySlot(this.build, new ArrayType(i8, Math.max(1, standIn.bytes)));
    this.zeroMemory(slot, constantInt(wordType(this.source.module), standIn.bytes));
    return slot;
  }

  private emitMemory(call: AnyCall, rule: Extract<CallTreatment, { kind: 'memory' }>): void {
    switch (rule.operation) {
      case 'allocate': {
        this.copyPrimal(call);
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
      case 'free': {
        this.copyPrimal(call);
        const block = call.args[rule.block];
        if (!block || !this.hasShadow(block)) return;
        if (this.activity.stateOf(block).pointer === 'maybe' && !rule.mayBeNull) throw refuseMaybeFree(call, rule.name);
        this.lanes.each(() => {
          const shadow = this.ownedShadow(block);
          this.copy(call, (value) => (value === block ? shadow : this.primal(value)));
        });
        return;
      }
      case 'copy': case 'move': this.copyPrimal(call); this.lanes.each(() => { this.emitCopy(call, rule); }); return;
      case 'fill': this.copyPrimal(call); this.lanes.each(() => { this.emitFill(call, rule); }); return;
      case 'reallocate':
        if (this.activity.isActiveCall(call)) throw refuseCall(call, { kind: 'unknown', name: rule.name });
        this.copyPrimal(call);
    }
  }

  private emitCopy(call: AnyCall, rule: Extract<CallTreatment, { operation: 'copy' | 'move' }>): void {
    const [to, from, length] = [call.args[rule.destination], call.args[rule.source], call.args[rule.length]];
    if (!to || !from || !length || !this.hasShadow(to)) return;
    if (this.hasShadow(from)) checkCopiedNumbers(call, to, from, length, this.context.types);
    const bytes = this.guardedLength(this.primal(length), to);
    if (this.hasShadow(from)) {
      const shadowed = new Map<Value, Value>([[to, this.shadow(to)], [from, this.shadow(from)]]);
      this.copy(call, (value) => (value === length ? bytes : shadowed.get(value) ?? this.primal(value)));
    }
    const source = this.activity.stateOf(from).pointer;
    if (source !== 'duplicated') this.clearInactive(knownLayout(this.context.types, call, [to, from], length), to, from, bytes, source === 'maybe');
    if (rule.returns && this.hasShadow(call)) this.shadows.set(call, this.transferResult(to, bytes, rule.returns));
  }

  /** The numbers copied from inactive memory have tangent zero; what else was copied is its own shadow. */
  private clearInactive(layout: MemoryLayout, to: Value, from: Value, bytes: Value, onlyIfInactive: boolean): void {
    const { hasNumbers, hasOthers } = summarise(layout);
    const { module } = this.source;
    const length = onlyIfInactive ? this.build.select(this.isOwnShadow(from), bytes, zero(bytes.type)) : bytes;
    const word = this.build.cast('zext', length, wordType(module));
    if (hasOthers && !onlyIfInactive) this.build.call(transferFunction(module, 'copyOthers', layout), [this.shadow(to), this.primal(from), word]);
    if (hasNumbers) this.build.call(transferFunction(module, 'clear', layout), [this.shadow(to), word]);
  }

  private emitFill(call: AnyCall, rule: Extract<CallTreatment, { operation: 'fill' }>): void {
    const [to, byte, length] = [call.args[rule.destination], call.args[rule.byte], call.args[rule.length]];
    if (!to || !byte || !length || !this.hasShadow(to)) return;
    const bytes = this.guardedLength(this.primal(length), to);
    this.copy(call, (value) => (value === length ? bytes : value === to ? this.shadow(to) : this.primal(value)));
    if (rule.returns && this.hasShadow(call)) this.shadows.set(call, this.shadow(to));
    if (byte.kind === 'int' && byte.value === 0n) return;
    const layout = knownLayout(this.context.types, call, [to], length);
    if (!summarise(layout).hasNumbers) return;
    const { module } = this.source;
    this.build.call(transferFunction(module, 'clear', layout), [this.shadow(to), this.build.cast('zext', bytes, wordType(module))]);
  }

  /** An exception goes on to the caller. */
  protected override emitTerminator(instruction: Terminator, block: BasicBlock): void {
    const exception = exceptionFrom(block, this.context.thrown);
    if (exception) this.build.insert(new ResumeInstruction(this.primal(exception)));
    else super.emitTerminator(instruction, block);
  }

  protected override emitReturn(instruction: ReturnInstruction): void {
    const { value } = instruction;
    if (!value) {
      this.build.ret();
      return;
    }
    const { result } = this.tangent.fn.functionType;
    const first = this.build.insertValue(poison(result), this.primal(value), [0]);
    if (!this.tangent.returnsTangent) {
      this.build.ret(first);
      return;
    }
    const tangents = this.lanes.map(() => this.shadow(value));
    this.build.ret(tangents.reduce((all: Value, tangent, lane) => this.build.insertValue(all, tangent, [1 + lane]), first));
  }
}

export function refuseMaybeFree(call: AnyCall, name: string): Error {
  return refuse('unsupportedFeature', {
    feature: 'freeing memory that may have a shadow or not', why: `\`${name}\` may not be called with a null pointer`, remedy: 'keep memory with a shadow and memory without apart',
  }, call);
}

/** The diagnostic for a call that something active goes into and that cannot be differentiated. */
export function refuseCall(call: AnyCall, treatment: CallTreatment): Error {
  switch (treatment.kind) {
    case 'indirect': return indirectCall(call);
    case 'assembly': return refuse('inlineAssembly', {}, call);
    case 'unsupported': return refuse('missingDerivative', { callee: treatment.name, argument: '1', why: treatment.why }, call, [treatment.why]);
    case 'unknown': return refuse('unknownCallee', { callee: treatment.name }, call);
    default: return refuse('unsupportedInstruction', { instruction: 'call', why: treatment.kind }, call);
  }
}
