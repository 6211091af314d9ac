/**
 * The derivative functions of a call of a BLAS routine, in the form of rules that a program registers, made for the
 * activity of its arguments. What the adjoint reads is copied on the tape, unless it is known to stay as it is: the
 * arguments that say how large things are, and those arrays of which the row of the routine says so.
 */
import type { Activity } from '../activity/index.js';
import {
  type AnyCall, Builder, FloatType, type Function, FunctionType, IntegerType, StructType, type Type, type Value, constantInt, i1, i32, i8, pointer, poison, voidType, zero,
} from '../ir/index.js';
import { type BlasRule, isByReference, nameByColumns, operandKind, returnsNumber, writtenOperands } from '../rules/index.js';
import { BlasCode } from './blas-code.js';
import { type BlasRow, stepName } from './blas-row.js';
import { blasRows } from './blas-rows.js';
import { refuse } from './refuse.js';
import type { ForwardRule, ReverseRule } from './rule-calls.js';

/** One argument of the call. */
interface Argument {
  /** As the routine is seen by columns; undefined for the length of a string. */
  readonly name: string | undefined;
  /** A flag that means the opposite by columns. */
  readonly isTurned: boolean;
  readonly type: Type;
  readonly isByReference: boolean;
  readonly isActive: boolean;
  /** An array that nothing changes between the sweeps. */
  readonly isPreserved: boolean;
}

export interface BlasCall { readonly rule: BlasRule; readonly fn: Function; readonly arguments: readonly Argument[] }

/** @throws Diagnostic if the derivative of this call would be lost, or cannot be written down. */
export function readBlasCall(call: AnyCall, fn: Function, rule: BlasRule, activity: Activity, isPreserved: (argument: Value) => boolean): BlasCall {
  const isRowMajor = orderOf(call, rule) === 101;
  if (!returnsNumber(rule.name) && call.uses.size > 0) {
    throw refuse('unsupportedFeature', { feature: `what \`${fn.name}\` returns`, why: 'the routine returns nothing', remedy: 'declare it as a function that returns void' }, call);
  }
  const written = new Set(writtenOperands(rule));
  const args = call.args.map((arg, i): Argument => {
    const operand = rule.operands[i];
    const { name, isTurned } = operand === undefined ? { name: undefined, isTurned: false } : nameByColumns(rule.name, operand, isRowMajor);
    const kind = operand === undefined ? 'integer' : operandKind(operand);
    const state = activity.stateOf(arg);
    const carries = kind === 'array' || kind === 'scalar';
    if (carries && state.pointer === 'maybe') throw refuse('missingShadow', { function: fn.name, argument: `${i + 1}` }, call);
    return {
      name, isTurned, type: arg.type, isByReference: operand !== undefined && isByReference(rule, operand),
      isActive: carries && (arg.type.kind === 'pointer' ? state.pointer === 'duplicated' : state.active),
      isPreserved: kind === 'array' && name !== undefined && !written.has(name) && isPreserved(arg),
    };
  });
  const isVaried = args.some(({ isActive }) => isActive);
  args.forEach(({ name, isActive }, i) => {
    if (isVaried && !isActive && name !== undefined && written.has(name) && operandKind(name) === 'array') throw refuse('missingShadow', { function: fn.name, argument: `${i + 1}` }, call);
  });
  return { rule, fn, arguments: args };
}

/** What distinguishes the derivative functions of two calls. */
export function blasKey({ fn, arguments: args }: BlasCall): string {
  return `${fn.name} ${args.map(({ name, isTurned, isActive, isPreserved }) => `${name ?? ''}${isTurned ? '!' : ''}${isActive ? '*' : ''}${isPreserved ? '=' : ''}`).join(' ')}`;
}

export function blasTangent({ rule, fn, arguments: args }: BlasCall): ForwardRule {
  const row: BlasRow = blasRows[rule.name];
  const hasResult = returnsNumber(rule.name);
  const { result } = fn.functionType;
  const returned = hasResult ? new StructType([result, result]) : voidType;
  const parameters = args.flatMap(({ type, isActive }) => (isActive ? [type, type] : [type]));
  const tangent = addFunction(fn, 'tangent', new FunctionType(returned, parameters));
  const build = new Builder(tangent.addBlock('entry'));
  const { primals, shadows } = bind(tangent, args);
  const c = new BlasCode(build, rule, blasRows[rule.name].shapes);
  readArguments(c, args, primals);
  args.forEach(({ name, isByReference: isBehind }, i) => {
    const shadow = shadows[i];
    if (name !== undefined && shadow) c.set(`d${name}`, operandKind(name) === 'scalar' && isBehind ? build.load(c.float, shadow) : shadow);
  });
  let value: Value | undefined;
  const slope = row.tangent(c, () => (value = callPrimal(c, fn, primals)));
  if (hasResult && value) build.ret(build.insertValue(build.insertValue(poison(returned), value, [0]), slope ?? zero(result), [1]));
  else build.ret();
  return { shadows: args.map(({ isActive }) => isActive), returned: hasResult ? ['result', 'shadow'] : [], returnedTypes: hasResult ? [result, result] : [], tangent };
}

export function blasReverse(blas: BlasCall): ReverseRule {
  const { rule, fn, arguments: args } = blas;
  const hasResult = returnsNumber(rule.name);
  const { result } = fn.functionType;
  const inputs = args.flatMap(({ type, isActive }) => (isActive && type.kind === 'pointer' ? [type, type] : [type]));
  const { augmented, kept, tape } = makeAugmented(blas, inputs);
  const derivatives = args.map(({ type, isActive }) => (isActive && type.kind !== 'pointer' ? type : undefined));
  const gradient = makeGradient(blas, inputs, kept, tape, derivatives.filter((type) => type !== undefined));
  return {
    shadows: args.map(({ type, isActive }) => isActive && type.kind === 'pointer'), derivatives, tape, augmented, gradient,
    seeds: hasResult ? [result] : [], returned: hasResult ? ['tape', 'result'] : ['tape'], returnedTypes: hasResult ? [tape, result] : [tape],
    readsPrimal: args.map(({ isPreserved }) => isPreserved),
  };
}

interface Kept { readonly name: string; readonly type: Type }

/** Runs the routine, and keeps what the adjoint reads. */
function makeAugmented({ rule, fn, arguments: args }: BlasCall, inputs: readonly Type[]): { augmented: Function; kept: readonly Kept[]; tape: StructType } {
  const kept = [...numbersOf(rule, args), ...arraysToKeep(rule, args).map((name) => ({ name, type: pointer }))];
  const tape = new StructType(kept.map(({ type }) => type));
  const { result } = fn.functionType;
  const returned = returnsNumber(rule.name) ? new StructType([tape, result]) : tape;
  const augmented = addFunction(fn, 'augmented', new FunctionType(returned, inputs));
  const build = new Builder(augmented.addBlock('entry'));
  const { primals } = bind(augmented, args.map((arg) => ({ ...arg, isActive: arg.isActive && arg.type.kind === 'pointer' })));
  const c = new BlasCode(build, rule, blasRows[rule.name].shapes);
  readArguments(c, args, primals);
  const copies = new Map<string, Value>();
  const arrays = arraysToKeep(rule, args);
  for (const name of arrays) if (!name.endsWith('+')) copies.set(name, copyOf(c, name));
  const value = callPrimal(c, fn, primals);
  for (const name of arrays) if (name.endsWith('+')) copies.set(name, copyOf(c, name.slice(0, -1)));
  const filled = kept.reduce<Value>((all, { name }, i) => build.insertValue(all, copies.get(name) ?? c.get(name), [i]), poison(tape));
  build.ret(returnsNumber(rule.name) ? build.insertValue(build.insertValue(poison(returned), filled, [0]), value, [1]) : filled);
  return { augmented, kept, tape };
}

function makeGradient({ rule, fn, arguments: args }: BlasCall, inputs: readonly Type[], kept: readonly Kept[], tape: StructType, derivatives: readonly Type[]): Function {
  const seeds = returnsNumber(rule.name) ? [fn.functionType.result] : [];
  const returned = derivatives.length === 0 ? voidType : new StructType(derivatives);
  const gradient = addFunction(fn, 'gradient', new FunctionType(returned, [...inputs, ...seeds, tape]));
  const build = new Builder(gradient.addBlock('entry'));
  const { primals, shadows } = bind(gradient, args.map((arg) => ({ ...arg, isActive: arg.isActive && arg.type.kind === 'pointer' })));
  const c = new BlasCode(build, rule, blasRows[rule.name].shapes);
  const last = gradient.args[gradient.args.length - 1] ?? poison(tape);
  kept.forEach(({ name }, i) => c.set(name, build.extractValue(last, [i])));
  const copies = arraysToKeep(rule, args);
  args.forEach(({ name, isActive, isPreserved }, i) => {
    if (name === undefined) return;
    const primal = primals[i];
    if (isPreserved && primal) {
      c.set(name, primal);
      c.set(`step of ${name}`, c.get(stepName(name)));
    }
    if (isActive) c.set(`d${name}`, shadows[i] ?? c.zero);
  });
  for (const name of copies) c.set(`step of ${name}`, stepOfCopy(c, name.replace('+', '')));
  blasRows[rule.name].adjoint(c, seeds.length > 0 ? gradient.args[gradient.args.length - 2] ?? c.zero : c.zero);
  c.free(...copies.map((name) => c.get(name)));
  const found = args.flatMap(({ name, type, isActive }) => (isActive && type.kind !== 'pointer' ? [c.get(`d${name ?? ''}`)] : []));
  if (found.length === 0) build.ret();
  else build.ret(found.reduce<Value>((all, value, i) => build.insertValue(all, value, [i]), poison(returned)));
  return gradient;
}

/** The sizes, flags and factors of a call, whatever the way they are passed. */
function numbersOf(rule: BlasRule, args: readonly Argument[]): Kept[] {
  const types = { integer: i32, flag: i1, scalar: new FloatType(rule.precision) } as const;
  return args.flatMap(({ name }) => {
    const kind = name === undefined || name === 'order' ? 'array' : operandKind(name);
    return name !== undefined && (kind === 'integer' || kind === 'flag' || kind === 'scalar') ? [{ name, type: types[kind] }] : [];
  });
}

function arraysToKeep(rule: BlasRule, args: readonly Argument[]): string[] {
  const row: BlasRow = blasRows[rule.name];
  const argument = (name: string): Argument | undefined => args.find((arg) => arg.name === name);
  return row.keeps.filter(([kept, ...because]) =>
    because.some((name) => name === '*' || argument(name)?.isActive) && !argument(kept)?.isPreserved).map(([kept]) => kept);
}

function copyOf(c: BlasCode, name: string): Value {
  const [rows, cols] = c.shapeOf(name);
  if (operandKind(name) === 'integers') return c.copyOfIntegers(rows, c.get(name));
  return cols ? c.copyOfMatrix(rows, cols, c.get(name), c.get(stepName(name))) : c.copyOfVector(rows, c.get(name), c.get(stepName(name)));
}

/** The increment or leading dimension of a copy. */
function stepOfCopy(c: BlasCode, name: string): Value {
  const [rows, cols] = c.shapeOf(name);
  return cols ? c.atLeastOne(rows) : c.integer(1);
}

/** Takes the parameters apart. */
function bind(fn: Function, args: readonly Argument[]): { primals: Value[]; shadows: (Value | undefined)[] } {
  const primals: Value[] = [];
  const shadows: (Value | undefined)[] = [];
  let at = 0;
  for (const { isActive, type } of args) {
    primals.push(fn.args[at++] ?? poison(type));
    shadows.push(isActive ? fn.args[at++] : undefined);
  }
  return { primals, shadows };
}

/** What the arguments of the call mean. */
function readArguments(c: BlasCode, args: readonly Argument[], primals: readonly Value[]): void {
  args.forEach((arg, i) => {
    const value = primals[i];
    if (arg.name === undefined || arg.name === 'order' || !value) return;
    c.set(arg.name, read(c, arg, arg.name, value));
  });
  for (const { name } of args) if (name !== undefined && operandKind(name) === 'array') c.set(`step of ${name}`, c.get(stepName(name)));
}

function read(c: BlasCode, { isTurned, isByReference: isBehind }: Argument, name: string, value: Value): Value {
  switch (operandKind(name)) {
    case 'integer': return isBehind ? c.build.load(i32, value) : value;
    case 'scalar': return isBehind ? c.build.load(c.float, value) : value;
    case 'flag': {
      const flag = isBehind ? flagOfLetter(c.build, name, c.build.load(i8, value)) : flagOfNumber(c.build, name, value);
      return isTurned ? c.not(flag) : flag;
    }
    default: return value;
  }
}

/** Transposed, upper, left, unit. The conjugate of a real matrix is the matrix. */
function flagOfLetter(build: Builder, name: string, letter: Value): Value {
  const meanings = name.startsWith('trans') ? 'TtCc' : name === 'side' ? 'Ll' : 'Uu';
  const is = (each: string): Value => build.icmp('eq', letter, constantInt(i8, each.charCodeAt(0)));
  return [...meanings].map(is).reduce((a, b) => build.binary('or', a, b));
}

function flagOfNumber(build: Builder, name: string, number: Value): Value {
  const type = number.type instanceof IntegerType ? number.type : i32;
  const meanings = name.startsWith('trans') ? [112, 113] : name === 'side' ? [141] : name === 'diag' ? [132] : [121];
  return meanings.map((each): Value => build.icmp('eq', number, constantInt(type, each))).reduce((a, b) => build.binary('or', a, b));
}

function orderOf(call: AnyCall, rule: BlasRule): number {
  if (rule.operands[0] !== 'order') return 102;
  const [order] = call.args;
  if (order?.kind === 'int') return Number(order.value);
  throw refuse('unsupportedFeature', { feature: 'a derivative of CBLAS with an order that is known only at run time', why: 'which argument is which depends on it', remedy: 'pass CblasRowMajor or CblasColMajor' }, call);
}

function callPrimal(c: BlasCode, fn: Function, primals: readonly Value[]): Value { return c.build.callPointer(fn.functionType, fn, primals); }

function addFunction(fn: Function, suffix: string, type: FunctionType): Function {
  const { module } = fn;
  const made = module.addFunction(module.freshName(`${fn.name}.${suffix}`), type);
  made.words.linkage = 'internal';
  made.attributes = ['nounwind'];
  return made;
}
