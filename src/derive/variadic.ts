/**
 * Functions that take a variable number of arguments. For each list of types with which such a function is called there is
 * a copy of it that takes just these: it puts them where the calling convention would, so that what `va_arg` has become
 * finds them there, as memory like any other. Only copies that derivatives are made from call it.
 */
import {
  type AnyCall, type Type, type Value, AllocaInstruction, ArrayType, Builder, CallInstruction, DebugRecord, Function, FunctionType, InvokeInstruction, Module,
  StructType, attributeName, cloneBody, constantInt, i1, i32, i8, isCall, pointer, voidType,
} from '../ir/index.js';
import { splitAtCommas } from '../analysis/index.js';
import { argumentStruct } from '../types/index.js';
import { declaredRule } from '../rules/index.js';
import { refuse } from './refuse.js';
import { wordType } from './types.js';
import { type ArgumentArea, type ArgumentConvention, type PassedArgument, type VariableArguments, argumentConvention } from './variable-arguments.js';

/**
 * Makes the arguments of calls explicit, and copies of a `va_list` copies of memory. A call that cannot be treated so stays as it is.
 * @throws Diagnostic for a `va_arg` that the front end has left to LLVM.
 */
export function expandVariableArguments(fn: Function): void {
  const convention = conventionOf(fn);
  for (const instruction of [...fn.instructions()]) {
    if (instruction.kind === 'va_arg') throw refuse('unsupportedInstruction', { instruction: 'va_arg', why: 'its meaning depends on the target' }, instruction);
    if (!convention || !isCall(instruction)) continue;
    const { calledFunction } = instruction;
    if (calledFunction?.name.startsWith('llvm.va_copy')) copyList(instruction, convention.listSize);
    else if (calledFunction?.name.startsWith('llvm.va_end')) instruction.erase();
    else if (calledFunction && isVariadicBody(calledFunction)) callSpecialized(instruction, calledFunction);
  }
}

/** Undefined for functions of another convention than that of C on the target, such as `ms_abi` on Linux. */
function conventionOf(fn: Function): ArgumentConvention | undefined {
  return ['', 'ccc', 'fastcc'].includes(fn.callingConvention) ? argumentConvention(fn.module) : undefined;
}

function isVariadicBody(fn: Function): boolean { return fn.functionType.isVariadic && !fn.isDeclaration && !declaredRule(fn); }

function callSpecialized(call: AnyCall, callee: Function): void {
  if (call.kind === 'callbr' || (call.kind === 'call' && call.tail === 'musttail') || call.dispatched) return;
  const specialized = specialize(call, callee);
  if (!specialized) return;
  const copy = call.kind === 'invoke' ? new InvokeInstruction(specialized.functionType, specialized, call.args, call.successors)
    : new CallInstruction(specialized.functionType, specialized, call.args);
  for (const [kind, text] of call.metadata) copy.metadata.set(kind, text);
  copy.callingConvention = call.callingConvention;
  copy.returnAttributes = [...call.returnAttributes];
  copy.argumentAttributes = call.argumentAttributes.map((words) => [...words]);
  copy.functionAttributes = [...call.functionAttributes];
  copy.flags = [...call.flags];
  call.block?.insertBefore(copy, call);
  call.replaceAllUsesWith(copy);
  call.erase();
}

/** The function with the arguments of the call as parameters; undefined where it is not known how it would find them. */
function specialize(call: AnyCall, source: Function): Function | undefined {
  const fixed = source.args.length;
  const { module } = source;
  if (call.functionType.text !== source.functionType.text || call.bundles.length > 0) return undefined;
  const passed = call.args.map((arg, i): PassedArgument => ({ type: arg.type, attributes: call.argumentAttributes[i] ?? [] }));
  const places = conventionOf(source)?.place(passed, fixed, module);
  if (!places || [...source.instructions()].some((each) => each.kind === 'va_arg')) return undefined;
  const name = [source.name, ...passed.slice(fixed).map(({ type, attributes }) => [type.text, ...attributes.filter((word) => attributeName(word) === 'byval')].join(' '))].join(', ');
  const known = module.functions.get(name);
  if (known) return known;
  const fn = module.addFunction(name, new FunctionType(source.functionType.result, passed.map(({ type }) => type)));
  fn.words.linkage = 'internal';
  fn.callingConvention = source.callingConvention;
  fn.returnAttributes = [...source.returnAttributes];
  fn.attributes = [...source.attributes];
  fn.personality = source.personality;
  fn.args.forEach((arg, i) => { arg.attributes = [...(source.args[i]?.attributes ?? passed[i]?.attributes ?? [])]; });
  cloneBody(source, fn, new Map<Value, Value>(source.args.map((arg, i) => [arg, fn.args[i] ?? arg])));
  forgetAssignments(fn);
  startLists(fn, places);
  expandVariableArguments(fn);
  return fn;
}

/**
 * Records of assignments refer to instructions by a number that occurs in one function only. What they say of the address of
 * a variable a declaration says as well.
 */
function forgetAssignments(fn: Function): void {
  for (const instruction of [...fn.instructions()]) {
    instruction.metadata.delete('DIAssignID');
    const isRecord = instruction.kind === 'debugrecord' && instruction.record === 'dbg_assign';
    if (isRecord) {
      const declaration = asDeclaration(instruction);
      if (declaration) instruction.block?.insertBefore(declaration, instruction);
    }
    if (isRecord || (isCall(instruction) && instruction.calledFunction?.name === 'llvm.dbg.assign')) instruction.erase();
  }
}

/** `(value, variable, expression, number, address, expression of the address, location)`. */
function asDeclaration({ parts }: DebugRecord): DebugRecord | undefined {
  const words = splitAtCommas(parts.map((part, i) => (typeof part === 'string' ? part : `$${i}`)).join(''));
  const [, variable, expression, , address, addressExpression, location] = words;
  const home = parts[Number(address?.slice(1))];
  if (typeof home !== 'object' || addressExpression !== '!DIExpression()' || location === undefined) return undefined;
  return new DebugRecord('dbg_declare', [home, `, ${variable}, ${expression}, ${location}`]);
}

/** Puts the arguments into their areas when the function is entered, and the addresses of these into each list that is started. */
function startLists(fn: Function, { areas, list }: VariableArguments): void {
  const [first] = fn.entry.instructions;
  if (!first) return;
  const build = new Builder(fn.entry).beforeInstruction(first);
  const homes = areas.map((area, i) => build.insert(new AllocaInstruction(areaType(area, `${argumentStruct}${fn.name}, ${i}`, fn.module), constantInt(i32, 1), 16, [], pointer)));
  areas.forEach((area, i) => { const home = homes[i]; if (home) fill(area, home, fn, build); });
  for (const call of [...fn.instructions()]) {
    if (!isCall(call) || call.calledFunction?.name.startsWith('llvm.va_start') !== true) continue;
    const [started] = call.args;
    if (!started) continue;
    build.beforeInstruction(call);
    for (const field of list) {
      const home = 'area' in field ? homes[field.area] : undefined;
      const value = 'value' in field ? constantInt(i32, field.value) : home && at(home, field.at, build);
      if (value) build.store(value, at(started, field.offset, build));
    }
    call.erase();
  }
}

function fill({ items }: ArgumentArea, home: Value, fn: Function, build: Builder): void {
  for (const { index, offset, type, isCopy } of items) {
    const arg = fn.args[index];
    if (!arg) continue;
    if (isCopy) copyBytes(at(home, offset, build), arg, fn.module.layout.allocSize(type), build);
    else build.store(arg, at(home, offset, build), 8);
  }
}

/** A struct of the program, as it were: the arguments are its members, so that integers are integers. */
function areaType({ size, items }: ArgumentArea, name: string, { layout, structs }: Module): Type {
  const fields: Type[] = [];
  let end = 0;
  const pad = (to: number): void => {
    if (to > end) fields.push(new ArrayType(i8, to - end));
    end = to;
  };
  for (const { offset, type } of [...items].sort((a, b) => a.offset - b.offset)) {
    pad(offset);
    fields.push(type);
    end += layout.allocSize(type);
  }
  pad(size);
  const type = new StructType(fields, true, name);
  structs.set(name, type);
  return type;
}

function copyList(call: AnyCall, size: number): void {
  const [target, source] = call.args;
  if (!target || !source || !call.block) return;
  const build = new Builder(call.block).beforeInstruction(call);
  build.debugLocation = call.metadata.get('dbg');
  copyBytes(target, source, size, build);
  call.erase();
}

function copyBytes(target: Value, source: Value, size: number, build: Builder): void {
  const word = wordType(build.module);
  const memcpy = build.module.getOrDeclare(`llvm.memcpy.p0.p0.${word.text}`, new FunctionType(voidType, [pointer, pointer, word, i1]));
  build.call(memcpy, [target, source, constantInt(word, size), constantInt(i1, 0)]);
}

function at(base: Value, offset: number, build: Builder): Value {
  return offset === 0 ? base : build.gep(i8, base, [constantInt(i32, offset)], ['inbounds']);
}
