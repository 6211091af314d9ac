/**
 * The log that goes from the first half of a split tangent to the second: in the order of execution, every value that the second
 * half cannot compute from others, because memory may be another by then, and a library function may not be called twice.
 * That is the arguments, what was loaded, addresses of locals, and the results of calls. Behind a call of a function with a body is the log of
 * that body, and before that where it ends.
 *
 * Invariant: what is logged depends on the prepared function alone, and on nothing that is asked about it, so both halves agree.
 */
import { type AnyCall, type BasicBlock, type Builder, type Function, type Instruction, type LoadInstruction, type PhiInstruction, type Type, type Value, constantInt, isCall } from '../ir/index.js';
import { exceptionFrom } from './exits.js';
import type { PreparedFunction } from './prepare.js';
import { refuse } from './refuse.js';
import { logFunction } from './support.js';
import { treatmentOf } from './calls.js';
import { wordType } from './types.js';

/** Marks of the stack are of the half that they are in: shadows of locals are given back by them. */
export function isStackMark(instruction: Instruction): boolean { return isCall(instruction) && /^llvm\.stack(save|restore)\b/.test(instruction.calledFunction?.name ?? ''); }

/** Whether the value is not to be had from the operands alone: a `freeze` may choose. */
export function isLogged(instruction: Instruction): boolean {
  const { kind, type } = instruction;
  return type.kind !== 'void' && !isStackMark(instruction) && ['load', 'alloca', 'freeze', 'atomicrmw', 'cmpxchg', 'call', 'invoke'].includes(kind);
}

/** Whether the call has a log of its own within that of the caller. */
export function isNested(call: AnyCall): boolean { return treatmentOf(call).kind === 'function'; }

/**
 * An exception that leaves the function leaves the first half, so there is no second; one that the function goes on after is not followed.
 * @throws Diagnostic for what the second half cannot follow.
 */
export function checkLoggable({ fn, thrown }: Pick<PreparedFunction, 'fn' | 'thrown'>): void {
  for (const instruction of fn.instructions()) {
    if (instruction.kind === 'va_arg') throw refuseReplay('variable arguments', 'their list is gone in the second half', 'pass an array', instruction);
    if (instruction.kind !== 'landingpad' || !instruction.block || !returnsFrom(instruction.block, thrown)) continue;
    throw refuseReplay('an exception that is caught', 'the second half does not know where the first was interrupted', 'use `__enzyme_fwddiff`', instruction);
  }
}

/** Whether the function may return behind the block. */
function returnsFrom(block: BasicBlock, thrown: PhiInstruction | undefined): boolean {
  const reached = new Set([block]);
  for (const each of reached) {
    if (exceptionFrom(each, thrown)) continue;
    if (each.terminator?.kind === 'ret') return true;
    for (const next of each.successors) reached.add(next);
  }
  return false;
}

export function refuseReplay(what: string, why: string, remedy: string, at: Instruction | Function): Error {
  return refuse('unsupportedFeature', { feature: `${what} in \`__enzyme_fwdsplit\``, why, remedy }, at);
}

/** Everything in the log starts at a multiple of this. */
const alignment = 8;

export function appendToLog(build: Builder, log: Value, value: Value): void {
  build.store(value, build.call(logFunction(build.module, 'append'), [log, sizeInLog(build, value.type)]), alignment);
}

/** The next value; the log is a copy of which the number of bytes used says how many have been read. */
export function readFromLog(build: Builder, log: Value, type: Type): LoadInstruction {
  return build.load(type, build.call(logFunction(build.module, 'read'), [log, sizeInLog(build, type)]), alignment);
}

/** Begins the log of a callee; the result is what `closeNested` needs. */
export function openNested(build: Builder, log: Value): Value { return build.call(logFunction(build.module, 'open'), [log]); }
export function closeNested(build: Builder, log: Value, opened: Value): void { build.call(logFunction(build.module, 'close'), [log, opened]); }
/** Goes to the first value of the log of a callee. */
export function enterNested(build: Builder, log: Value): void { readFromLog(build, log, wordType(build.module)); }
/** Goes behind the log of a callee. */
export function skipNested(build: Builder, log: Value): void { build.call(logFunction(build.module, 'skip'), [log]); }

function sizeInLog({ module }: Builder, type: Type): Value {
  return constantInt(wordType(module), Math.ceil(module.layout.allocSize(type) / alignment) * alignment);
}
