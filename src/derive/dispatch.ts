/**
 * Calls through pointers. The functions that such a call may reach are called by name, each where the pointer is the
 * address of it, so that everything else sees calls of known functions:
 *
 *     if (p == f) r = f(x); else if (p == g) r = g(x); else r = p(x);
 *
 * The last call is left out where the callee is surely one of them. Where it is not, derivative code stops the program
 * there, unless nothing active goes in. Only the copy that derivatives are made from changes; addresses in derivative
 * code are those of the primal functions.
 */
import { CandidateCall, type LeftOut, UnknownTargetCall } from '../analysis/index.js';
import {
  type AnyCall, type BasicBlock, Builder, BranchInstruction, type CallInstruction, type Function, type Value,
  PhiInstruction, isTerminator,
} from '../ir/index.js';
import { Diagnostic } from '../diagnostics/index.js';
import { findRule } from '../rules/index.js';

/** What calls through pointers may reach, and what of it is left out because it cannot be differentiated. */
export interface Dispatcher {
  targetsOf(call: AnyCall, fn: Function): { readonly functions: readonly Function[]; readonly isComplete: boolean };
  /** What a pointer to a function can be. */
  functionsAt(pointer: Value, fn: Function): { readonly functions: readonly Function[]; readonly isComplete: boolean };
  whyLeftOut(candidate: Function): Diagnostic | undefined;
}

/** Something in the candidate, or in what it calls, cannot be differentiated. */
export class CandidateRefused extends Error {
  constructor(readonly candidate: Function, readonly why: Diagnostic) { super(why.message); }
}

/** @throws CandidateRefused for a diagnostic that the call of a candidate leads to: the innermost such call counts. */
export function blaming<T>(call: AnyCall, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof Diagnostic && call instanceof CandidateCall && call.calledFunction) throw new CandidateRefused(call.calledFunction, error);
    throw error;
  }
}

export function dispatchIndirectCalls(source: Function, copy: Function, dispatcher: Dispatcher): void {
  for (const instruction of [...copy.instructions()]) {
    if (instruction.kind !== 'call' || instruction instanceof UnknownTargetCall || !isIndirect(instruction)) continue;
    dispatch(instruction, source, dispatcher);
  }
}

export function isIndirect({ callee }: AnyCall): boolean {
  return callee.kind !== 'asm' && callee.kind !== 'function' && !(callee.kind === 'alias' && callee.target.kind === 'function');
}

function dispatch(call: CallInstruction, source: Function, dispatcher: Dispatcher): void {
  const { functions, isComplete } = dispatcher.targetsOf(call, source);
  const leftOut = functions.flatMap((candidate): LeftOut[] => {
    const why = dispatcher.whyLeftOut(candidate);
    return why || !isDifferentiable(candidate) ? [{ candidate, why }] : [];
  });
  const candidates = functions.filter((each) => !leftOut.some(({ candidate }) => candidate === each));
  const [only] = candidates;
  if (!only && leftOut.length === 0) return;
  const isSure = isComplete && leftOut.length === 0;
  if (isSure && candidates.length === 1 && only) {
    replace(call, candidateCall(call, only));
    return;
  }
  const unknown = isSure ? undefined : copyOf(call, new UnknownTargetCall(call.functionType, call.callee, call.args, call.bundles));
  if (unknown) Object.assign(unknown, { candidates, leftOut });
  if (unknown && !only) replace(call, unknown);
  else buildChain(call, candidates, unknown);
}

/** A declaration is a candidate if something is known of it. */
function isDifferentiable(fn: Function): boolean {
  if (!fn.isDeclaration) return !fn.functionType.isVariadic;
  const rule = findRule(fn.name, fn.functionType);
  return rule !== undefined && rule.kind !== 'unsupported';
}

function buildChain(call: CallInstruction, candidates: readonly Function[], unknown: CallInstruction | undefined): void {
  const { block } = call;
  if (!block) return;
  const fn = block.parent;
  const location = call.metadata.get('dbg');
  const pointer = call.callee;
  const after = splitBehind(call, block);
  const results: [Value, BasicBlock][] = [];
  const emit = (made: CallInstruction, at: BasicBlock): void => {
    at.append(made);
    at.append(new BranchInstruction([after]));
    results.push([made, at]);
  };
  let test = block;
  candidates.forEach((candidate, i) => {
    if (!unknown && i === candidates.length - 1) {
      emit(candidateCall(call, candidate), test);
      return;
    }
    const [hit, miss] = [fn.addBlock(), fn.addBlock()];
    const build = new Builder(test);
    build.debugLocation = location;
    build.condBr(build.icmp('eq', pointer, candidate), hit, miss);
    emit(candidateCall(call, candidate), hit);
    test = miss;
  });
  if (unknown) emit(unknown, test);
  if (call.type.kind !== 'void') {
    const phi = new PhiInstruction(call.type, [], call.name);
    const [first] = after.instructions;
    if (first) after.insertBefore(phi, first);
    for (const [value, from] of results) phi.addIncoming(value, from);
    call.replaceAllUsesWith(phi);
  }
  call.erase();
}

function candidateCall(call: CallInstruction, candidate: Function): CandidateCall {
  return copyOf(call, new CandidateCall(call.functionType, candidate, call.args, call.bundles));
}

function copyOf<T extends CallInstruction>(call: CallInstruction, copy: T): T {
  copy.argumentAttributes = call.argumentAttributes.map((words) => [...words]);
  copy.returnAttributes = [...call.returnAttributes];
  copy.functionAttributes = [...call.functionAttributes];
  copy.callingConvention = call.callingConvention;
  copy.flags = [...call.flags];
  const location = call.metadata.get('dbg');
  if (location !== undefined) copy.metadata.set('dbg', location);
  return copy;
}

function replace(call: CallInstruction, by: CallInstruction): void {
  call.block?.insertBefore(by, call);
  call.replaceAllUsesWith(by);
  by.name = call.name;
  call.erase();
}

/** What comes after the call goes into a block of its own, which is returned. */
function splitBehind(call: CallInstruction, block: BasicBlock): BasicBlock {
  const after = block.parent.addBlock();
  for (const instruction of block.instructions.splice(block.instructions.indexOf(call) + 1)) {
    // Locals stay in the entry, where everybody looks for them.
    if (instruction.kind === 'alloca' && instruction.operand(0).kind === 'int') block.insertBefore(instruction, call);
    else after.append(instruction);
    if (!isTerminator(instruction)) continue;
    for (const successor of instruction.successors) {
      for (const phi of successor.instructions) {
        if (phi.kind === 'phi') phi.blocks.forEach((from, i) => { if (from === block) phi.blocks[i] = after; });
      }
    }
  }
  return after;
}
