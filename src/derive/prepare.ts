/**
 * Brings a copy of a function into the form that the sweeps are written for: one exit (see `exits.ts`), no `byval`
 * parameters (they are copied in explicitly), no `realloc` or growing of a tape (they are an allocation, a copy and a
 * deallocation), calls through pointers spelled out as a choice of calls by name, variable arguments as parameters. The copy
 * is never printed; derivatives are made from it.
 */
import {
  type AnyCall, Builder, Function, type FunctionType, type PhiInstruction, type Value,
  AllocaInstruction, CallInstruction as Call, attributeName, cloneBody, constantInt, FreezeInstruction, i1, i32, isCall,
  pointer, voidType, zero, FunctionType as FunctionTypeClass,
} from '../ir/index.js';
import { declaredAttributes } from '../rules/index.js';
import { attributeType } from '../text/index.js';
import type { MemoryLayout } from '../types/index.js';
import { expandAlignment } from './aligned-pointers.js';
import { expandCheckedArithmetic } from './checked-arithmetic.js';
import { expandComplexLanes } from './complex-lanes.js';
import { expandMixedLoads } from './mixed-loads.js';
import { onlyCompares } from './comparisons.js';
import { type Dispatcher, dispatchIndirectCalls } from './dispatch.js';
import { uniteExits } from './exits.js';
import { expandExponentChanges } from './exponents.js';
import { expandLocalAtomics } from './local-atomics.js';
import { nameLastValues } from './last-values.js';
import { expandMaskedMemory } from './masked-memory.js';
import { replacePoison } from './poison.js';
import { expandAllocate, expandGrow, expandKeep } from './records.js';
import { refuse } from './refuse.js';
import { expandSorting, sortingArguments } from './sorting.js';
import { supportNames } from './support-calls.js';
import { expandTargetIntrinsics } from './target-intrinsics.js';
import { wordType } from './types.js';
import type { Unwinding } from './unwinding.js';
import { expandVariableArguments } from './variadic.js';
import { moveThroughMemory } from './wide-moves.js';

/** A function that does nothing but call another one, whose derivative is declared. */
export function callingOnly(source: Function): PreparedFunction {
  const copy = headerOf(source);
  const call = new Call(source.functionType, source, copy.args);
  call.callingConvention = source.callingConvention;
  call.argumentAttributes = source.args.map((arg) => [...arg.attributes]);
  call.returnAttributes = [...source.returnAttributes];
  const build = new Builder(copy.addBlock('entry'));
  build.insert(call);
  build.ret(source.functionType.result.kind === 'void' ? undefined : call);
  return { fn: copy, thrown: undefined, copies: new Map(source.args.map((arg, i) => [arg, copy.args[i] ?? arg])) };
}

export interface PreparationContext extends Dispatcher {
  readonly unwinding: Unwinding;
  /** What the first `size` bytes behind a pointer of the function hold. */
  layoutOf(fn: Function, pointer: Value, size: number): MemoryLayout;
}

export interface PreparedFunction {
  readonly fn: Function;
  /** In the exit: the exception with which the function is left, null where it returns. None if no exception leaves it. */
  readonly thrown: PhiInstruction | undefined;
  /** What each value of the source became, unless it was replaced. */
  readonly copies: ReadonlyMap<Value, Value>;
}

/** @throws Diagnostic for control flow that no sweep can reverse. */
export function prepare(source: Function, context: PreparationContext): PreparedFunction {
  const copy = headerOf(source);
  const { values } = cloneBody(source, copy, new Map<Value, Value>(source.args.map((arg, i) => [arg, copy.args[i] ?? arg])));
  holdErrorsInMemory(copy);
  replaceSorting(source, values, context);
  dispatchIndirectCalls(source, copy, context);
  for (const block of copy.blocks) {
    const end = block.terminator;
    if (end && ['callbr', 'catchswitch', 'funcletret'].includes(end.kind)) {
      throw refuse('unsupportedInstruction', { instruction: end.kind, why: 'its control flow cannot be reversed' }, end);
    }
  }
  expandVariableArguments(copy);
  copyByvalArguments(copy);
  for (const instruction of [...copy.instructions()]) {
    if (!isCall(instruction)) continue;
    if (returnsTwice(instruction)) {
      throw refuse('unsupportedInstruction', { instruction: instruction.calledFunction?.name ?? 'call', why: 'control may come back to it a second time, from anywhere' }, instruction);
    }
    const name = instruction.calledFunction?.name;
    if (name === 'realloc') expandRealloc(instruction);
    else if (name === 'posix_memalign') expandAlignedAllocation(instruction);
    else if (name === supportNames.allocate) expandAllocate(instruction);
    else if (name === supportNames.keep) expandKeep(instruction);
    else if (name === supportNames.grow) expandGrow(instruction);
  }
  expandComplexLanes(copy);
  const thrown = uniteExits(copy, context.unwinding, context.unwinding.mayEscape(source));
  expandCheckedArithmetic(copy);
  expandLocalAtomics(copy);
  expandMixedLoads(copy);
  expandAlignment(copy);
  expandMaskedMemory(copy);
  expandTargetIntrinsics(copy);
  expandExponentChanges(copy);
  moveThroughMemory(copy);
  replacePoison(copy);
  nameLastValues(copy);
  forgetDerivatives(copy);
  return { fn: copy, thrown, copies: values };
}

function headerOf(source: Function): Function {
  const copy = new Function(source.module, source.name, source.functionType);
  copy.metadata = new Map(source.metadata);
  copy.attributes = [...source.attributes];
  copy.words = source.words;
  copy.personality = source.personality;
  copy.args.forEach((arg, i) => {
    arg.name = source.args[i]?.name;
    arg.attributes = [...(source.args[i]?.attributes ?? [])];
  });
  return copy;
}

/** A store marked `!enzyme_inactive` stores a constant: the value goes through an instruction that is marked so. */
function forgetDerivatives(fn: Function): void {
  for (const store of [...fn.instructions()]) {
    const mark = store.metadata.get(inactiveMark);
    if (store.kind !== 'store' || mark === undefined) continue;
    const constant = new FreezeInstruction(store.value);
    constant.metadata.set(inactiveMark, mark);
    store.block?.insertBefore(constant, store);
    store.setOperand(0, constant);
  }
}

const inactiveMark = declaredAttributes.inactive;

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

function copyByvalArguments(fn: Function): void {
  const first = fn.entry.instructions.find((i) => i.kind !== 'phi');
  if (!first) return;
  for (const arg of fn.args) {
    const type = attributeType(fn.module, arg.attributes, 'byval');
    if (!type) continue;
    const local = new AllocaInstruction(type, constantInt(i32, 1), fn.module.layout.abiAlignment(type), [], pointer, `${arg.name ?? 'arg'}.copy`);
    arg.replaceAllUsesWith(local);
    fn.entry.insertBefore(local, first);
    const word64 = wordType(fn.module);
    const memcpy = fn.module.getOrDeclare(`llvm.memcpy.p0.p0.${word64.text}`, new FunctionTypeClass(voidType, [pointer, pointer, word64, i1]));
    const size = constantInt(word64, fn.module.layout.allocSize(type));
    const copy = new Call(memcpy.functionType, memcpy, [local, arg, size, constantInt(i1, 0)]);
    fn.entry.insertBefore(copy, first);
    arg.attributes = arg.attributes.filter((attribute) => attributeName(attribute) !== 'byval');
  }
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

/**
 * A `swifterror` stands for a register, and only calls, loads and stores may use it: a copy, whose calls take shadows besides, has
 * memory instead. A call that is left as it was is one that LLVM refuses, since its callee looks into that register.
 */
function holdErrorsInMemory(copy: Function): void {
  for (const instruction of copy.instructions()) {
    if (instruction.kind === 'alloca') instruction.flags = instruction.flags.filter((flag) => flag !== 'swifterror');
  }
}

/** `posix_memalign(&p, alignment, size)`: `p = aligned_alloc(alignment, size)`, and an error number if that is null. */
function expandAlignedAllocation(call: AnyCall): void {
  const [address, alignment, size] = call.args;
  if (!call.block || !address || !alignment || !size) return;
  const { module } = call.block.parent;
  const build = new Builder(call.block).beforeInstruction(call);
  build.debugLocation = call.metadata.get('dbg');
  const word = wordType(module);
  // A power of two, of which the size for `aligned_alloc` must be a multiple.
  const below = build.binary('sub', alignment, constantInt(word, 1));
  const rounded = build.binary('and', build.binary('add', size, below), build.binary('xor', below, constantInt(word, -1)));
  const fresh = build.call(module.getOrDeclare('aligned_alloc', new FunctionTypeClass(pointer, [word, word])), [alignment, rounded]);
  build.store(fresh, address);
  const outOfMemory = 12;
  call.replaceAllUsesWith(build.select(build.icmp('eq', fresh, zero(pointer)), constantInt(i32, outOfMemory), constantInt(i32, 0)));
  call.erase();
}
