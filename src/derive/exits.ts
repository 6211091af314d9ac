/**
 * The ways out of a function become one. In a function that an exception may leave, every call that may throw is an
 * invoke; each invoke has a landing pad of its own, so that an edge to a pad is known by its pad; what resumes unwinding
 * goes to the same exit as what returns, where a phi holds what was thrown. Thus the sweeps see ordinary control flow.
 */
import { ControlFlow } from '../analysis/index.js';
import {
  type AnyCall, type BasicBlock, type Function, type InvokeInstruction, type LandingPadInstruction, BranchInstruction, Builder,
  LandingPadInstruction as LandingPad, PhiInstruction, ResumeInstruction, StructType, asInvoke, i32, pointer, replaceInvokeByCall,
  splitBefore, zero,
} from '../ir/index.js';
import { refuse } from './refuse.js';
import type { Unwinding } from './unwinding.js';

/** An exception under way, as landing pads receive it: the object, and which clause takes it. */
const exceptionType = new StructType([pointer, i32]);

/**
 * Leaves one return. The phi holds the exception with which the function is left, null where it returns; there is none
 * if no exception leaves the function.
 * @throws Diagnostic for handlers where nothing is known of what throws.
 */
export function uniteExits(fn: Function, unwinding: Unwinding, mayEscape: boolean): PhiInstruction | undefined {
  for (const block of fn.blocks) if (block.terminator?.kind === 'invoke') simplify(block.terminator, unwinding);
  separatePads(fn);
  if (mayEscape) for (const call of [...fn.instructions()]) if (call.kind === 'call' && unwinding.mayThrow(call)) catchWhatEscapes(call);
  if ([...fn.instructions()].some((each) => each.kind === 'landingpad')) fn.personality ??= unwinding.personality;
  return mayEscape ? uniteWaysOut(fn) : uniteReturns(fn);
}

/** An invoke of what does not throw is a call. Where nothing unwinds, clean-up does not run, and a handler would be skipped. */
function simplify(invoke: InvokeInstruction, unwinding: Unwinding): void {
  if (unwinding.mayThrow(invoke)) return;
  const pad = invoke.successors[1] && landingPadOf(invoke.successors[1]);
  if (!unwinding.unwinds && !unwinding.isNoUnwind(invoke) && !(pad?.isCleanup && pad.clauses.length === 0)) throw refuse('exceptions', {}, invoke);
  replaceInvokeByCall(invoke);
}

export function landingPadOf(block: BasicBlock): LandingPadInstruction | undefined {
  const first = block.instructions.find((each) => each.kind !== 'phi' && each.kind !== 'debugrecord');
  return first?.kind === 'landingpad' ? first : undefined;
}

function separatePads(fn: Function): void {
  const sources = new Map<BasicBlock, InvokeInstruction[]>();
  for (const block of fn.blocks) {
    const end = block.terminator;
    const [, pad] = end?.kind === 'invoke' ? end.successors : [];
    if (end?.kind === 'invoke' && pad) sources.set(pad, [...sources.get(pad) ?? [], end]);
  }
  for (const [block, invokes] of sources) separatePad(block, invokes);
}

/** `block` stays the pad of the first invoke; what follows the pad goes to a block where they meet. */
function separatePad(block: BasicBlock, invokes: readonly InvokeInstruction[]): void {
  const pad = landingPadOf(block);
  const phis = block.instructions.filter((each): each is PhiInstruction => each.kind === 'phi');
  if (!pad) throw new Error('an invoke without landing pad');
  if (invokes.length === 1 && phis.length === 0) return;
  const after = block.instructions[block.instructions.indexOf(pad) + 1];
  if (!after) throw new Error('a block without end');
  const rest = splitBefore(after);
  const first = rest.instructions[0] ?? after;
  const meet = (value: PhiInstruction | LandingPadInstruction): PhiInstruction => {
    const phi = rest.insertBefore(new PhiInstruction(value.type, [], value.name), first);
    value.replaceAllUsesWith(phi);
    return phi;
  };
  const caught = meet(pad);
  const merged = phis.map((phi) => ({ phi, copy: meet(phi) }));
  invokes.forEach((invoke, i) => {
    const from = invoke.block;
    if (!from) throw new Error('an invoke in no block');
    const own = i === 0 ? block : block.parent.addBlock();
    const ownPad = i === 0 ? pad : own.append(pad.clone());
    invoke.successors[1] = own;
    caught.addIncoming(ownPad, own);
    for (const { phi, copy } of merged) copy.addIncoming(phi.incomingFrom(from), own);
    own.append(new BranchInstruction([rest]));
  });
  for (const phi of phis) phi.erase();
}

/** The call becomes an invoke with a pad that passes the exception on. */
function catchWhatEscapes(call: AnyCall): void {
  const { block } = call;
  const after = block?.instructions[block.instructions.indexOf(call) + 1];
  if (!block || !after) throw new Error('a call without what follows');
  const rest = splitBefore(after);
  const pad = block.parent.addBlock();
  const caught = pad.append(new LandingPad(exceptionType, true, [], []));
  pad.append(new ResumeInstruction(caught));
  const invoke = asInvoke(call, rest, pad);
  call.replaceAllUsesWith(invoke);
  call.erase();
  block.append(invoke);
}

/** Several returns become branches to one block that returns. */
function uniteReturns(fn: Function): undefined {
  if (fn.blocks.filter((block) => block.terminator?.kind === 'ret').length > 1) joinAt(fn, fn.addBlock('exit'));
}

function uniteWaysOut(fn: Function): PhiInstruction | undefined {
  const exit = fn.addBlock('exit');
  const thrown = exit.append(new PhiInstruction(exceptionType, [], 'thrown'));
  joinAt(fn, exit, thrown);
  if (thrown.blocks.length > 0) return thrown;
  fn.blocks.splice(fn.blocks.indexOf(exit), 1);
  return undefined;
}

function joinAt(fn: Function, exit: BasicBlock, thrown?: PhiInstruction): void {
  const type = fn.functionType.result;
  const result = type.kind === 'void' ? undefined : exit.append(new PhiInstruction(type, [], 'result'));
  const cfg = new ControlFlow(fn);
  for (const block of fn.blocks.filter((each) => cfg.isReachable(each))) {
    const end = block.terminator;
    if (end?.kind !== 'ret' && (end?.kind !== 'resume' || !thrown)) continue;
    result?.addIncoming((end.kind === 'ret' ? end.value : undefined) ?? zero(type), block);
    thrown?.addIncoming(end.kind === 'resume' ? end.operand(0) : zero(exceptionType), block);
    end.erase();
    block.append(new BranchInstruction([exit]));
  }
  new Builder(exit).ret(result);
}

/** The exception with which a block leaves the function, if it does. */
export function exceptionFrom(block: BasicBlock, thrown: PhiInstruction | undefined): PhiInstruction['operands'][number] | undefined {
  const value = thrown?.blocks.includes(block) ? thrown.incomingFrom(block) : undefined;
  return value?.kind === 'word' ? undefined : value;
}
