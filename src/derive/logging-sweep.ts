/** The first half of a split tangent: the primal, which writes its log (see `log.ts`). It leaves shadows alone. */
import { type AllocaInstruction, type AnyCall, type BasicBlock, type Function, type Instruction, ResumeInstruction, type ReturnInstruction, type Terminator, type Value } from '../ir/index.js';
import { exceptionFrom } from './exits.js';
import { ForwardSweep, type SweepContext } from './forward-sweep.js';
import { appendToLog, closeNested, isLogged, isNested, openNested } from './log.js';

export interface LoggingContext extends SweepContext {
  /** The function called, with a log. */
  loggedCallee(call: AnyCall): Function;
}

export class LoggingSweep extends ForwardSweep {
  private readonly log: Value;

  /** `target` takes the arguments, then the log. */
  constructor(source: Function, target: Function, protected override readonly context: LoggingContext) {
    super(source, target, context);
    const log = target.args[source.args.length];
    if (!log) throw new Error('missing argument');
    this.log = log;
    source.args.forEach((arg, i) => {
      this.values.set(arg, target.args[i] ?? arg);
      appendToLog(this.build, log, this.primal(arg));
    });
  }

  protected override hasShadow(): boolean { return false; }
  protected override emitStore(): void { /* shadows are of the second half */ }
  protected override emitArithmetic(): void { /* nothing has a shadow */ }
  protected override emitAlloca(alloca: AllocaInstruction): void { this.copyPrimal(alloca); }
  protected override emitReturn({ value }: ReturnInstruction): void { this.build.ret(value && this.primal(value)); }

  protected override emitCall(call: AnyCall): void {
    if (!isNested(call)) {
      this.copyPrimal(call);
      return;
    }
    const opened = openNested(this.build, this.log);
    const result = this.callInPlace(call, this.context.loggedCallee(call), [...call.args.map((arg) => this.primal(arg)), this.log]);
    closeNested(this.build, this.log, opened);
    this.values.set(call, result);
    if (isLogged(call)) appendToLog(this.build, this.log, result);
  }

  /** An exception goes on to the caller. */
  protected override emitTerminator(instruction: Terminator, block: BasicBlock): void {
    const exception = exceptionFrom(block, this.context.thrown);
    if (exception) this.build.insert(new ResumeInstruction(this.primal(exception)));
    else super.emitTerminator(instruction, block);
  }

  protected override copyPrimal(instruction: Instruction): Instruction {
    const copy = super.copyPrimal(instruction);
    if (isLogged(instruction)) appendToLog(this.build, this.log, copy);
    return copy;
  }
}
