/** Calls of the functions that a program registered as the derivative of another. */
import { type Activity, isVaried } from '../activity/index.js';
import { underlyingObjects } from '../analysis/index.js';
import {
  type AnyCall, Builder, type Function, StructType, type Type, type Value, attributeName, constantInt, i8, sameType,
} from '../ir/index.js';
import { type CustomRule, type ForwardShape, type ReverseShape, forwardShape, returnedType, reverseShape, returnsThroughMemory } from '../rules/index.js';
import type { TypeInfo } from '../types/index.js';
import { refuse } from './refuse.js';
import { wordType } from './types.js';

export type ReverseRule = ReverseShape & {
  readonly augmented: Function;
  readonly gradient: Function;
  /** Whether the gradient reads the primal argument; for all of them if it is not said. */
  readonly readsPrimal?: readonly boolean[];
};
export type ForwardRule = ForwardShape & { readonly tangent: Function };

/** @throws Diagnostic if the program registered no reverse rule: the body's derivative is not what it asked for. */
export function reverseRuleOf(rule: CustomRule, call: AnyCall, activity: Activity): ReverseRule {
  const { fn, augmented, gradient } = rule;
  if (!augmented || !gradient) throw missing(rule, 'reverse', '__enzyme_register_gradient', '{f, augmented f, gradient of f}', call);
  const shape = reverseShape(fn, augmented, gradient);
  if (typeof shape === 'string') throw refuse('badRegistration', { registration: `the rule of ${fn.name}`, message: shape }, call);
  checkDerivatives(call, shape, activity);
  return { ...shape, augmented, gradient };
}

/** @throws Diagnostic likewise. */
export function forwardRuleOf(rule: CustomRule, call: AnyCall, activity: Activity): ForwardRule {
  const { fn, tangent } = rule;
  if (!tangent) throw missing(rule, 'forward', '__enzyme_register_derivative', '{f, tangent of f}', call);
  const shape = forwardShape(fn, tangent);
  if (typeof shape === 'string') throw refuse('badRegistration', { registration: `the rule of ${fn.name}`, message: shape }, call);
  checkTangents(call, shape, activity);
  return { ...shape, tangent };
}

function missing({ fn, augmented, tangent }: CustomRule, mode: string, registration: string, entries: string, call: AnyCall): Error {
  const has = [augmented && '`__enzyme_register_gradient`', tangent && '`__enzyme_register_derivative`'].filter(Boolean).join(' and ') || '`__enzyme_register_splitderivative`';
  return refuse('missingRegistration', { function: fn.name, mode, registration, entries, has }, call);
}

/** Makes a call, or an invoke where the primal has one. */
export type MakeCall = (fn: Function, args: readonly Value[]) => AnyCall;

/** Calls `fn`, which returns these values: as they are, in registers that hold a struct of them, or through memory. */
export function callRule(build: Builder, fn: Function, args: readonly Value[], parts: readonly Type[], make: MakeCall = (callee, values) => build.call(callee, values)): Value[] {
  const struct = new StructType(parts);
  if (returnsThroughMemory(fn)) {
    const slot = entrySlot(build, returnedType(fn));
    callLike(fn, [slot, ...args], make);
    return loadParts(build, struct, slot);
  }
  const result = callLike(fn, args, make);
  const { type } = result;
  if (parts.length === 0) return [];
  if (parts.length === 1 && parts[0] && sameType(parts[0], type)) return [result];
  if (type.kind === 'struct' && type.fields.length === parts.length && type.fields.every((field, i) => parts[i] && sameType(field, parts[i]))) {
    return parts.map((_, i) => build.extractValue(result, [i]));
  }
  const slot = entrySlot(build, type);
  build.store(result, slot);
  return loadParts(build, struct, slot);
}

/** With what the callee's definition says about how its arguments travel. */
function callLike(fn: Function, args: readonly Value[], make: MakeCall): AnyCall {
  const call = make(fn, args);
  call.callingConvention = fn.callingConvention;
  call.argumentAttributes = fn.args.map(({ attributes }) => attributes.filter((word) => travelling.has(attributeName(word))));
  call.returnAttributes = fn.returnAttributes.filter((word) => travelling.has(attributeName(word)));
  return call;
}

const travelling = new Set(['zeroext', 'signext', 'inreg', 'sret', 'byval', 'align']);

function loadParts(build: Builder, struct: StructType, slot: Value): Value[] {
  const word = wordType(build.module);
  return struct.fields.map((type, i) => {
    const at = build.module.layout.fieldOffset(struct, i);
    return build.load(type, at === 0 ? slot : build.gep(i8, slot, [constantInt(word, at)], ['inbounds']));
  });
}

/** Memory of the activation: made once, wherever the code that uses it is. */
export function entrySlot(build: Builder, type: Type): Value {
  const { entry } = build.function;
  const [first] = entry.instructions;
  const at = first ? new Builder(entry).beforeInstruction(first) : build.block === entry ? build : new Builder(entry);
  return at.alloca(type, undefined, 16);
}

/** @throws Diagnostic if an active argument gets no derivative: an integer that holds the bits of numbers, or one without shadow. */
function checkDerivatives(call: AnyCall, { shadows, derivatives }: ReverseShape, activity: Activity): void {
  call.args.forEach((arg, i) => {
    const isLost = arg.type.kind === 'pointer' ? !shadows[i] && hasOwnShadow(arg, activity) : !derivatives[i] && activity.isActive(arg);
    if (isLost) throw lost(i, call);
  });
}

/** The same of a forward rule. */
function checkTangents(call: AnyCall, { shadows }: ForwardShape, activity: Activity): void {
  call.args.forEach((arg, i) => { if (!shadows[i] && hasOwnShadow(arg, activity)) throw lost(i, call); });
}

function lost(index: number, call: AnyCall): Error {
  const name = call.calledFunction?.name ?? 'the function';
  return refuse('badRegistration', { registration: `the rule of ${name}`, message: `it has no derivative for argument ${index + 1}, which is active here` }, call);
}

/** Where in a struct its number of this index is, as C counts them when it passes the struct in registers. */
export function pathToLeaf(type: Type, index: number): number[] {
  let at = index;
  const find = (part: Type): number[] | undefined => {
    if (part.kind !== 'struct') return at-- === 0 ? [] : undefined;
    for (const [i, field] of part.fields.entries()) {
      const found = find(field);
      if (found) return [i, ...found];
    }
    return undefined;
  };
  return find(type) ?? [];
}

/** What a rule gets for the shadow of an argument without one. */
export type StandIn =
  /** The pointer itself: there are no numbers behind it. */
  | { readonly kind: 'itself' }
  /** Zeros that are forgotten afterwards. */
  | { readonly kind: 'zeros'; readonly bytes: number };

/** @throws Diagnostic if it is not known how large the memory is. */
export function standInFor(argument: Value, index: number, fn: Function, call: AnyCall, activity: Activity, types: TypeInfo): StandIn {
  const roots = [...underlyingObjects(argument)];
  if (roots.every((root) => root.kind === 'word' || root.kind === 'function')) return { kind: 'itself' };
  const { known, fields } = types.memoryLayout(argument);
  if (known && fields.length > 0 && fields.every((field) => field.kind === 'integer')) return { kind: 'itself' };
  const sizes = roots.map((root) => sizeOf(root, call));
  if (activity.stateOf(argument).pointer !== 'maybe' && sizes.every((size) => size !== undefined)) return { kind: 'zeros', bytes: Math.max(...sizes) };
  throw refuse('missingShadow', { function: fn.name, argument: `${index + 1}` }, call);
}

/** Whether the sweeps have a shadow of the argument to hand to a rule. */
export function hasOwnShadow(argument: Value, activity: Activity): boolean {
  const state = activity.stateOf(argument);
  return argument.type.kind === 'pointer' ? state.pointer === 'duplicated' : isVaried(state);
}

function sizeOf(object: Value, call: AnyCall): number | undefined {
  const layout = call.block?.parent.module.layout;
  switch (object.kind) {
    case 'word': return 0;
    case 'alloca': {
      const count = object.operand(0);
      return count.kind === 'int' ? layout?.allocSize(object.allocatedType) && layout.allocSize(object.allocatedType) * Number(count.value) : undefined;
    }
    case 'global': {
      const size = layout?.allocSize(object.valueType);
      return size === 0 ? undefined : size;
    }
    default: return undefined;
  }
}

