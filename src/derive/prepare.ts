/**
 * Brings a copy of a function into the form that the sweeps are written for: one return, no `byval` parameters (they are
 * copied in explicitly), no `realloc` or growing of a tape (they are an allocation, a copy and a deallocation), no calls that
 * unwind into clean-up code, calls through pointers spelled out as a choice of calls by name. The copy is never printed;
 * derivatives are made from it.
 */
import {
  type AnyCall, type BasicBlock, Builder, Function, type FunctionType, type InvokeInstruction, type Value,
  AllocaInstruction, CallInstruction as Call, attributeName, BranchInstruction, cloneBody, constantInt, i1, i32, isCall, PhiInstruction,
  pointer, voidType, FunctionType as FunctionTypeClass, type Module, type Type,
} from '../ir/index.js';
import { parseModule } from '../text/index.js';
import type { MemoryLayout } from '../types/index.js';
import { onlyCompares } from './comparisons.js';
import { type Dispatcher, dispatchIndirectCalls } from './dispatch.js';
import { expandExponentChanges } from './exponents.js';
import { replacePoison } from './poison.js';
import { expandAllocate, expandGrow } from './records.js';
import { refuse } from './refuse.js';
import { expandSorting, sortingArguments } from './sorting.js';
import { supportNames } from './support-calls.js';
import { expandTargetIntrinsics } from './target-intrinsics.js';
import { wordType } from './types.js';
import { moveThroughMemory } from './wide-moves.js';

export interface PreparationContext extends Dispatcher {
  /** What the first `size` bytes behind a pointer of the function hold. */
  layoutOf(fn: Function, pointer: Value, size: number): MemoryLayout;
}

/** @throws Diagnostic for control flow that no sweep can reverse. */
export function prepare(source: Function, context: PreparationContext): Function {
  const copy = new Function(source.module, source.name, source.functionType);
  copy.metadata = new Map(source.metadata);
  copy.attributes = [...source.attributes];
  copy.words = source.words;
  copy.args.forEach((arg, i) => {
    arg.name = source.args[i]?.name;
    arg.attributes = [...(source.args[i]?.attributes ?? [])];
  });
  const { values } = cloneBody(source, copy, new Map<Value, Value>(source.args.map((arg, i) => [arg, copy.args[i] ?? arg])));
  replaceSorting(source, values, context);
  dispatchIndirectCalls(source, copy, context);
  for (const block of [...copy.blocks]) {
    const end = block.terminator;
    if (end?.kind === 'invoke') replaceInvoke(end, block);
    else if (end && ['callbr', 'indirectbr', 'catchswitch', 'funcletret'].includes(end.kind)) {
      throw refuse('unsupportedInstruction', { instruction: end.kind, why: 'its control flow cannot be reversed' }, end);
    }
  }
  copyByvalArguments(copy);
  for (const instruction of [...copy.instructions()]) {
    if (!isCall(instruction)) continue;
    if (returnsTwice(instruction)) {
      throw refuse('unsupportedInstruction', { instruction: instruction.calledFunction?.name ?? 'call', why: 'control may come back to it a second time, from anywhere' }, instruction);
    }
    const name = instruction.calledFunction?.name;
    if (name === 'realloc') expandRealloc(instruction);
    else if (name === supportNames.allocate) expandAllocate(instruction);
    else if (name === supportNames.grow) expandGrow(instruction);
  }
  uniteReturns(copy);
  expandTargetIntrinsics(copy);
  expandExponentChanges(copy);
  moveThroughMemory(copy);
  replacePoison(copy);
  return copy;
}

/**
 * An invoke whose landing pad only cleans up becomes a call: if it throws, the exception leaves the derivative, and the
 * clean-up does not run. A handler that catches would be skipped, so that is refused.
 */
function replaceInvoke(invoke: InvokeInstruction, block: BasicBlock): void {
  const [normal, unwind] = invoke.successors;
  if (!normal || !unwind) return;
  const pad = unwind.instructions.find((i) => i.kind !== 'phi' && i.kind !== 'debugrecord');
  const catches = pad?.kind !== 'landingpad' || pad.clauses.length > 0 || !pad.isCleanup;
  if (catches && !isNoUnwind(invoke)) throw refuse('exceptions', {}, invoke);
  const call = new Call(invoke.functionType, invoke.callee, invoke.args, invoke.bundles, invoke.name);
  call.argumentAttributes = invoke.argumentAttributes;
  call.returnAttributes = invoke.returnAttributes;
  call.functionAttributes = invoke.functionAttributes;
  call.callingConvention = invoke.callingConvention;
  call.dispatched = invoke.dispatched;
  call.metadata = invoke.metadata;
  invoke.replaceAllUsesWith(call);
  for (const instruction of unwind.instructions) {
    if (instruction.kind !== 'phi') break;
    instruction.removeIncoming(block);
  }
  invoke.erase();
  block.append(call);
  block.append(new BranchInstruction([normal]));
}

/** `qsort` and `bsearch`, where the comparison is known, and nothing but a comparison. */
function replaceSorting(source: Function, copies: ReadonlyMap<Value, Value>, context: PreparationContext): void {
  for (const original of source.instructions()) {
    const call = copies.get(original);
    if (!isCall(original) || !call || !isCall(call)) continue;
    const sorting = sortingArguments(original);
    if (!sorting) continue;
    const { functions, isComplete } = context.functionsAt(sorting.compare, source);
    if (!isComplete || !functions.every((fn) => onlyCompares(fn))) continue;
    expandSorting(call, elementLayout(source, sorting, functions, context));
  }
}

/** By what is known of the array, or of what the comparisons take. */
function elementLayout(source: Function, { elements, size }: { elements: Value; size: Value }, comparisons: readonly Function[], context: PreparationContext): MemoryLayout | undefined {
  if (size.kind !== 'int') return undefined;
  const bytes = Number(size.value);
  const layouts = [context.layoutOf(source, elements, bytes), ...comparisons.flatMap((fn) => fn.args.map((arg) => context.layoutOf(fn, arg, bytes)))];
  return layouts.find(({ known }) => known);
}

/** `setjmp` and its kind. */
function returnsTwice(call: AnyCall): boolean {
  const words = [...call.functionAttributes, ...(call.calledFunction?.attributes ?? [])];
  return call.block?.parent.module.expandAttributes(words).includes('returns_twice') ?? false;
}

function isNoUnwind(call: AnyCall): boolean {
  const module = call.block?.parent.module;
  const words = [...call.functionAttributes, ...(call.calledFunction?.attributes ?? [])];
  return module !== undefined && module.expandAttributes(words).includes('nounwind');
}

function copyByvalArguments(fn: Function): void {
  const first = fn.entry.instructions.find((i) => i.kind !== 'phi');
  if (!first) return;
  for (const arg of fn.args) {
    const word = arg.attributes.find((attribute) => attributeName(attribute) === 'byval');
    const type = word && typeOfAttribute(fn.module, word);
    if (!type) continue;
    const local = new AllocaInstruction(type, constantInt(i32, 1), fn.module.layout.abiAlignment(type), [], pointer, `${arg.name ?? 'arg'}.copy`);
    arg.replaceAllUsesWith(local);
    fn.entry.insertBefore(local, first);
    const word64 = wordType(fn.module);
    const memcpy = fn.module.getOrDeclare(`llvm.memcpy.p0.p0.${word64.text}`, new FunctionTypeClass(voidType, [pointer, pointer, word64, i1]));
    const size = constantInt(word64, fn.module.layout.allocSize(type));
    const copy = new Call(memcpy.functionType, memcpy, [local, arg, size, constantInt(i1, 0)]);
    fn.entry.insertBefore(copy, first);
    arg.attributes = arg.attributes.filter((attribute) => attribute !== word);
  }
}

/** The type in `byval(%struct.s)`. */
function typeOfAttribute(module: Module, word: string): Type | undefined {
  const text = /\((.*)\)$/s.exec(word)?.[1];
  if (text === undefined) return undefined;
  const named = /^%("?)(.*)\1$/s.exec(text)?.[2];
  return named !== undefined ? module.structs.get(named) : parseModule(`@type = external global ${text}\n`).globals.get('type')?.valueType;
}

/** `q = realloc(p, n)`: `q = malloc(n)`, copy what fits, `free(p)`; `p` may be null. */
function expandRealloc(call: AnyCall): void {
  const block = call.block;
  const [old, size] = call.args;
  if (!block || !old || !size) return;
  const module = block.parent.module;
  const build = new Builder(block).beforeInstruction(call);
  build.debugLocation = call.metadata.get('dbg');
  const word = wordType(module);
  const declare = (name: string, type: FunctionType): Function => module.getOrDeclare(name, type);
  const fresh = build.call(declare('malloc', new FunctionTypeClass(pointer, [word])), [size]);
  // malloc_usable_size(NULL) is 0.
  const had = build.call(declare('malloc_usable_size', new FunctionTypeClass(word, [pointer])), [old]);
  const bytes = build.select(build.icmp('ult', had, size), had, size);
  const memcpy = declare(`llvm.memcpy.p0.p0.${word.text}`, new FunctionTypeClass(voidType, [pointer, pointer, word, i1]));
  build.call(memcpy, [fresh, old, bytes, constantInt(i1, 0)]);
  build.call(declare('free', new FunctionTypeClass(voidType, [pointer])), [old]);
  call.replaceAllUsesWith(fresh);
  call.erase();
}

/** Several returns become branches to one block that returns. */
function uniteReturns(fn: Function): void {
  const returns = fn.blocks.filter((block) => block.terminator?.kind === 'ret');
  if (returns.length < 2) return;
  const exit = fn.addBlock('exit');
  const type = fn.functionType.result;
  const phi = type.kind === 'void' ? undefined : exit.append(new PhiInstruction(type, [], 'result'));
  for (const block of returns) {
    const end = block.terminator;
    if (end?.kind !== 'ret') continue;
    if (phi && end.value) phi.addIncoming(end.value, block);
    end.erase();
    block.append(new BranchInstruction([exit]));
  }
  new Builder(exit).ret(phi);
}

