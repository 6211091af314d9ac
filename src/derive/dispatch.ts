/**
 * Calls through pointers. The functions that such a call may reach are called by name, each where the pointer is the
 * address of it, so that everything else sees calls of known functions:
 *
 *     if (p == f) r = f(x); else if (p == g) r = g(x); else r = p(x);
 *
 * The last call is left out where the callee is surely one of them. Where it is not, derivative code stops the program
 * there, unless nothing active goes in. So it does where no function is known at all, if the program itself tests whether there
 * is one: an optional callback, which is not set. Only the copy that derivatives are made from changes; addresses in derivative
 * code are those of the primal functions.
 */
import {
  type AnyCall, type BasicBlock, type CallInstruction, type Dispatched, type Function, type InvokeInstruction, type Value, Builder, BranchInstruction,
  PhiInstruction, isInstruction,
} from '../ir/index.js';
import { ControlFlow, DominatorTree } from '../analysis/index.js';
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
    if (error instanceof Diagnostic && call.dispatched?.kind === 'candidate' && call.calledFunction) throw new CandidateRefused(call.calledFunction, error);
    throw error;
  }
}

export function dispatchIndirectCalls(source: Function, copy: Function, dispatcher: Dispatcher): void {
  for (const instruction of [...copy.instructions()]) {
    if (instruction.kind !== 'call' && instruction.kind !== 'invoke') continue;
    if (isIndirect(instruction) && !instruction.dispatched) dispatch(instruction, source, dispatcher);
  }
}

export function isIndirect({ callee }: AnyCall): boolean {
  return callee.kind !== 'asm' && callee.kind !== 'function' && !(callee.kind === 'alias' && callee.target.kind === 'function');
}

type Unknown = Extract<Dispatched, { kind: 'unknown' }>;
type IndirectCall = CallInstruction | InvokeInstruction;

function dispatch(call: IndirectCall, source: Function, dispatcher: Dispatcher): void {
  const { functions, isComplete } = dispatcher.targetsOf(call, source);
  const leftOut = functions.flatMap((candidate) => {
    const why = dispatcher.whyLeftOut(candidate);
    return why || !isDifferentiable(candidate) ? [{ candidate, why }] : [];
  });
  const candidates = functions.filter((each) => !leftOut.some(({ candidate }) => candidate === each));
  const isSure = isComplete && leftOut.length === 0;
  const [only] = candidates;
  if (isSure && only && candidates.length === 1) call.callee = only;
  else if (only) buildChain(call, candidates, isSure ? undefined : leftOut);
  else if (leftOut.length > 0 || isOptional(call)) call.dispatched = { kind: 'unknown', candidates, leftOut };
}

/** Whether the call is made only if the pointer is not null: `if (p) p(x)`. */
function isOptional({ callee, block }: IndirectCall): boolean {
  if (!block || !(isInstruction(callee) || callee.kind === 'argument')) return false;
  const dominators = new DominatorTree(new ControlFlow(block.parent));
  return [...callee.uses].some(({ user: test }) => {
    if (test.kind !== 'compare' || !test.operands.some((operand) => operand.kind === 'word' && operand.word === 'null')) return false;
    return [...test.uses].some(({ user: branch }) => {
      const [equal, unequal] = branch.kind === 'br' ? branch.successors : [];
      const [set, notSet] = test.predicate === 'ne' ? [equal, unequal] : [unequal, equal];
      return set !== undefined && set !== notSet && dominators.cfg.predecessors(set).length === 1 && dominators.dominates(set, block);
    });
  });
}

/** A declaration is a candidate if something is known of it. */
function isDifferentiable(fn: Function): boolean {
  if (!fn.isDeclaration) return !fn.functionType.isVariadic;
  const rule = findRule(fn.name, fn.functionType);
  return rule !== undefined && rule.kind !== 'unsupported';
}

/** `leftOut` is undefined where one of the candidates is surely meant. */
function buildChain(call: IndirectCall, candidates: readonly Function[], leftOut: Unknown['leftOut'] | undefined): void {
  const { block } = call;
  if (!block) return;
  const fn = block.parent;
  const location = call.metadata.get('dbg');
  const pointer = call.callee;
  const after = splitBehind(call, block);
  const results: [AnyCall, BasicBlock][] = [];
  const emit = (callee: Value, at: BasicBlock, dispatched: Dispatched): void => {
    const copy = call.clone();
    copy.callee = callee;
    copy.dispatched = dispatched;
    for (const kind of ['prof', 'callees']) copy.metadata.delete(kind);
    at.append(copy);
    if (copy.kind === 'invoke') copy.successors[0] = after;
    else at.append(new BranchInstruction([after]));
    results.push([copy, at]);
  };
  let test = block;
  candidates.forEach((candidate, i) => {
    if (!leftOut && i === candidates.length - 1) {
      emit(candidate, test, { kind: 'candidate' });
      return;
    }
    const [hit, miss] = [fn.addBlock(), fn.addBlock()];
    const build = new Builder(test);
    build.debugLocation = location;
    build.condBr(build.icmp('eq', pointer, candidate), hit, miss);
    emit(candidate, hit, { kind: 'candidate' });
    test = miss;
  });
  if (leftOut) emit(pointer, test, { kind: 'unknown', candidates, leftOut });
  if (call.kind === 'invoke') unwindFromAll(call, block, results.map(([, from]) => from));
  uniteResults(call, after, results);
  call.dropOperands();
}

function uniteResults(call: IndirectCall, after: BasicBlock, results: readonly [AnyCall, BasicBlock][]): void {
  if (call.type.kind === 'void') return;
  const phi = new PhiInstruction(call.type, [], call.name);
  const [first] = after.instructions;
  if (first) after.insertBefore(phi, first);
  for (const [value, from] of results) phi.addIncoming(value, from);
  call.replaceAllUsesWith(phi);
}

/** Exceptions come from each of the blocks now. */
function unwindFromAll(call: InvokeInstruction, block: BasicBlock, from: readonly BasicBlock[]): void {
  for (const phi of call.successors[1]?.instructions ?? []) {
    if (phi.kind !== 'phi') continue;
    const value = phi.incomingFrom(block);
    phi.removeIncoming(block);
    for (const each of from) phi.addIncoming(value, each);
  }
}

/** What comes after the call goes into a block of its own, which is returned; `block` ends before the call. */
function splitBehind(call: IndirectCall, block: BasicBlock): BasicBlock {
  const after = block.parent.addBlock();
  const [, ...rest] = block.instructions.splice(block.instructions.indexOf(call));
  for (const instruction of rest) {
    // Locals stay in the entry, where everybody looks for them.
    if (instruction.kind === 'alloca' && instruction.operand(0).kind === 'int') block.append(instruction);
    else after.append(instruction);
  }
  if (call.kind === 'invoke' && call.successors[0]) after.append(new BranchInstruction([call.successors[0]]));
  call.block = undefined;
  for (const successor of after.successors) {
    for (const phi of successor.instructions) {
      if (phi.kind === 'phi') phi.blocks.forEach((each, i) => { if (each === block) phi.blocks[i] = after; });
    }
  }
  return after;
}
