/**
 * The second half of a split tangent: the tangent, with what the primal loaded, allocated and was given by others read from the log
 * (see `log.ts`). It neither reads nor writes memory of the primal, which may be another by now, or gone; addresses are those of
 * the first half, so that comparisons of them come out the same. All that happens to shadows happens here.
 *
 * An address that was freed may be that of a new shadow: whether a pointer is its own shadow cannot be asked here.
 */
import type { AnyCall, Function, Instruction, LoadInstruction, Value } from '../ir/index.js';
import type { CallTreatment } from './calls.js';
import { enterNested, isLogged, isNested, isStackMark, readFromLog, refuseReplay, skipNested } from './log.js';
import type { TangentFunction } from './signature.js';
import { type TangentContext, TangentSweep } from './tangent-sweep.js';
import { knownLayout, summarise } from './transfers.js';

export class ReplaySweep extends TangentSweep {
  private readonly log: Value;

  /** The log is the last argument. */
  constructor(source: Function, tangent: TangentFunction, context: TangentContext) {
    super(source, tangent, context);
    const log = tangent.fn.args.at(-1);
    if (!log) throw new Error('missing argument');
    this.log = log;
    for (const arg of source.args) this.values.set(arg, readFromLog(this.build, log, arg.type));
  }

  /** The effect of the primal is there already; its value is in the log, or computed again. */
  protected override copyPrimal(instruction: Instruction): Instruction {
    if (isLogged(instruction)) {
      const value = readFromLog(this.build, this.log, instruction.type);
      this.values.set(instruction, value);
      return value;
    }
    const isDone = ['call', 'invoke', 'fence'].includes(instruction.kind) && !isStackMark(instruction);
    return isDone ? instruction : super.copyPrimal(instruction);
  }

  protected override emitPrimalStore(): void { /* it has been done */ }

  protected override emitCall(call: AnyCall, treatment: CallTreatment): void {
    if (isNested(call)) {
      this.emitNested(call, treatment);
      return;
    }
    switch (treatment.kind) {
      case 'math': case 'cast': case 'sum': case 'inactive': case 'unknownTarget': super.emitCall(call, treatment); return;
      case 'memory':
        this.checkMemory(call, treatment);
        super.emitCall(call, treatment);
        return;
      default:
        if (this.activity.isActiveCall(call) || this.hasShadow(call) || call.args.some((arg) => this.hasShadow(arg))) {
          throw refuseReplay(`a call of \`${call.calledFunction?.name ?? 'what is no function of this module'}\``, 'it may read memory that is another in the second half', 'use `__enzyme_fwddiff`', call);
        }
        this.copyPrimal(call);
    }
  }

  private emitNested(call: AnyCall, treatment: CallTreatment): void {
    if (!this.activity.isActiveCall(call)) {
      skipNested(this.build, this.log);
      this.copyPrimal(call);
      return;
    }
    super.emitCall(call, treatment);
    if (isLogged(call)) readFromLog(this.build, this.log, call.type);
  }

  /** Only tangents of functions with bodies are called so. */
  protected override callInPlace(call: AnyCall, callee: Function, args: readonly Value[]): AnyCall {
    enterNested(this.build, this.log);
    return super.callInPlace(call, callee, [...args, this.log]);
  }

  /** What is copied from memory without a shadow is its own shadow, unless it is numbers. */
  private checkMemory(call: AnyCall, rule: Extract<CallTreatment, { kind: 'memory' }>): void {
    if (rule.operation !== 'copy' && rule.operation !== 'move') return;
    const [to, from, length] = [call.args[rule.destination], call.args[rule.source], call.args[rule.length]];
    if (!to || !from || !length || !this.hasShadow(to) || this.hasShadow(from)) return;
    if (summarise(knownLayout(this.context.types, call, [to, from], length)).hasOthers) {
      throw refuseReplay('a copy of more than numbers from constant memory', 'that memory may be another in the second half', 'give it a shadow', call);
    }
  }

  protected override loadShadow(load: LoadInstruction): Value {
    this.refuseMaybe(load.address, load);
    return super.loadShadow(load);
  }

  protected override isOwnShadow(address: Value): Value {
    throw this.refusedMaybe(address.kind === 'argument' || !('block' in address) ? this.source : address as Instruction);
  }

  private refuseMaybe(address: Value, at: Instruction): void {
    if (this.activity.stateOf(address).pointer !== 'duplicated') throw this.refusedMaybe(at);
  }

  private refusedMaybe(at: Instruction | Function): Error {
    return refuseReplay('a pointer that may have a shadow or not', 'which it is cannot be told by addresses in the second half', 'give all that it may point to a shadow', at);
  }
}
