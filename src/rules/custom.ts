/**
 * Derivatives that the program brings along for a function of its own, as functions with a signature that follows from
 * that of the function. `reverseShape` and `forwardShape` read which of the allowed forms the program has chosen; the same
 * reading serves to check a registration and to emit the calls.
 *
 * - augmented: the arguments, each pointer followed by its shadow; returns those of `{ tape, result, shadow of the result }`
 *   that there are.
 * - gradient: the same arguments, the seed of a result that is a number, the tape if there is one; returns the derivatives of
 *   the numbers passed by value.
 * - tangent: the arguments, each pointer and number followed by its shadow or tangent; returns the tangent of the result, or
 *   `{ result, tangent }`.
 */
import { type DataLayout, type Function, StructType, type Type, attributeName, containsFloat, sameType } from '../ir/index.js';
import { attributeType } from '../text/index.js';

export interface CustomRule {
  readonly kind: 'custom';
  readonly fn: Function;
  readonly augmented?: Function;
  readonly gradient?: Function;
  readonly tangent?: Function;
  /** For forward sweeps that read the tape of an augmented primal. */
  readonly splitAugmented?: Function;
  readonly splitTangent?: Function;
}

/** What an augmented function or a tangent returns. */
export type Part = 'tape' | 'result' | 'shadow';

export interface ReverseShape {
  /** For each argument, whether its shadow follows. */
  readonly shadows: readonly boolean[];
  readonly tape: Type | undefined;
  readonly returned: readonly Part[];
  readonly returnedTypes: readonly Type[];
  /** The numbers of the seed; none if the result is none. */
  readonly seeds: readonly Type[];
  /** For each argument, the type of its derivative if it is a number passed by value. */
  readonly derivatives: readonly (Type | undefined)[];
}

export interface ForwardShape {
  readonly shadows: readonly boolean[];
  readonly returned: readonly Part[];
  readonly returnedTypes: readonly Type[];
}

/** How the program wrote its reverse rule, or what is wrong with it. */
export function reverseShape(fn: Function, augmented: Function, gradient: Function): ReverseShape | string {
  if (hasStructInMemory(fn)) return inMemory(fn);
  const { parameters, result } = fn.functionType;
  const forward = valueParameters(augmented);
  const backward = valueParameters(gradient);
  const shadows = interleaving(parameters, forward, (type) => type.kind === 'pointer');
  if (!shadows) return `\`${augmented.name}\` must take the arguments of \`${fn.name}\`, each pointer followed by its shadow`;
  const seeds = result.kind === 'pointer' || !containsFloat(result) ? [] : leaves(result);
  const expected = [...forward, ...seeds];
  const rest = backward.slice(expected.length);
  if (!expected.every((type, i) => backward[i] !== undefined && sameType(type, backward[i])) || rest.length > 1) {
    const seed = seeds.length > 0 ? ', the seed of the result' : '';
    return `\`${gradient.name}\` must take the arguments of \`${augmented.name}\`${seed}, then the tape if there is one`;
  }
  const [tape] = rest;
  const returned = partsReturned(augmented, tape, result);
  if (!returned) {
    return tape ? `\`${gradient.name}\` takes a tape, which \`${augmented.name}\` must return: alone, or as {tape, result}, {tape, result, shadow}`
      : `\`${augmented.name}\` must return nothing or what \`${fn.name}\` returns, since \`${gradient.name}\` takes no tape`;
  }
  const derivatives = parameters.map((type) => (containsFloat(type) ? type : undefined));
  const numbers = derivatives.filter((type) => type !== undefined);
  if (!returns(gradient, numbers)) {
    return `\`${gradient.name}\` must return the derivatives of the numbers passed by value: ${numbers.map((type) => type.text).join(', ') || 'nothing'}`;
  }
  const types = { tape: tape ?? result, result, shadow: result };
  return { shadows, tape, returned, returnedTypes: returned.map((part) => types[part]), seeds, derivatives };
}

/** The same of a forward rule. */
export function forwardShape(fn: Function, tangent: Function): ForwardShape | string {
  if (hasStructInMemory(fn)) return inMemory(fn);
  const { parameters, result } = fn.functionType;
  const shadows = interleaving(parameters, valueParameters(tangent), (type) => type.kind === 'pointer' || containsFloat(type));
  if (!shadows) return `\`${tangent.name}\` must take the arguments of \`${fn.name}\`, each pointer and number followed by its shadow or tangent`;
  const carries = result.kind === 'pointer' || containsFloat(result);
  const forms: readonly (readonly Part[])[] = result.kind === 'void' ? [[]] : carries ? [['result', 'shadow'], ['shadow']] : [['result'], []];
  const returned = forms.find((form) => returns(tangent, form.map(() => result)));
  if (!returned) return `\`${tangent.name}\` must return the tangent of the result (${result.text}), or {result, tangent}`;
  return { shadows, returned, returnedTypes: returned.map(() => result) };
}

/** What a function returns, through memory or not. */
export function returnedType(fn: Function): Type {
  const [first] = fn.args;
  return (first && attributeType(fn.module, first.attributes, 'sret')) ?? fn.functionType.result;
}

export function returnsThroughMemory(fn: Function): boolean {
  return fn.args[0]?.attributes.some((word) => attributeName(word) === 'sret') ?? false;
}

/** A copy on the stack, whose shadow would be a copy too: what a gradient adds there is lost. */
function hasStructInMemory(fn: Function): boolean {
  return fn.args.some(({ attributes }) => attributes.some((word) => ['byval', 'sret'].includes(attributeName(word))));
}

function inMemory(fn: Function): string { return `\`${fn.name}\` takes or returns a large struct by value: pass its address`; }

/** The parameters without the address that a result goes to. */
function valueParameters(fn: Function): readonly Type[] {
  return returnsThroughMemory(fn) ? fn.functionType.parameters.slice(1) : fn.functionType.parameters;
}

/**
 * After which of the parameters a shadow stands. Those that may have one usually all do; a rule may leave out some if the
 * types tell which.
 */
function interleaving(parameters: readonly Type[], given: readonly Type[], mayHaveShadow: (type: Type) => boolean): readonly boolean[] | undefined {
  const found: boolean[][] = [];
  const search = (index: number, at: number, shadows: readonly boolean[]): void => {
    const type = parameters[index];
    if (!type) {
      if (at === given.length) found.push([...shadows]);
      return;
    }
    if (found.length > 16 || given[at] === undefined || !sameType(given[at], type)) return;
    const next = given[at + 1];
    if (mayHaveShadow(type) && next && sameType(next, type)) search(index + 1, at + 2, [...shadows, true]);
    search(index + 1, at + 1, [...shadows, false]);
  };
  search(0, 0, []);
  const [first, second] = found;
  const isFull = first !== undefined && parameters.every((type, i) => first[i] === mayHaveShadow(type));
  return isFull || !second ? first : undefined;
}

function partsReturned(augmented: Function, tape: Type | undefined, result: Type): readonly Part[] | undefined {
  const forms: readonly (readonly Part[])[] = tape
    ? [['tape'], ...(result.kind === 'void' ? [] : [['tape', 'result'], ['tape', 'result', 'shadow']] as const)]
    : [[], ...(result.kind === 'void' ? [] : [['result'], ['result', 'shadow']] as const)];
  const typeOf = (part: Part): Type => (part === 'tape' ? tape ?? result : result);
  return forms.find((form) => returns(augmented, form.map(typeOf)));
}

/** Whether the function returns these values: as they are, in a struct, or in the registers that the platform has for such a struct. */
function returns(fn: Function, parts: readonly Type[]): boolean {
  const type = returnedType(fn);
  const { layout } = fn.module;
  const [only] = parts;
  if (!only) return type.kind === 'void';
  if (type.kind === 'void') return false;
  if (parts.length === 1 && sameType(only, type)) return true;
  const struct = new StructType(parts);
  if (sameLeaves(struct, type, layout)) return true;
  // Floats travel in pairs, small structs in integers.
  const isPacked = type.kind === 'vector' || type.kind === 'integer' || (type.kind === 'struct' && type.fields.some((field) => field.kind === 'vector' || field.kind === 'integer'));
  if (!isPacked || returnsThroughMemory(fn) || isOtherwise(struct, type, layout)) return false;
  const alignment = layout.abiAlignment(type);
  return Math.ceil(layout.allocSize(struct) / alignment) * alignment === layout.allocSize(type);
}

function sameLeaves(a: Type, b: Type, layout: DataLayout): boolean {
  const [of, and] = [placedLeaves(a, layout, 0), placedLeaves(b, layout, 0)];
  return of.length === and.length && of.every(({ type, at }, i) => and[i] !== undefined && at === and[i].at && sameType(type, and[i].type));
}

/** Whether an integer stands where one number alone is expected: that is no packing. */
function isOtherwise(wanted: Type, found: Type, layout: DataLayout): boolean {
  const integers = placedLeaves(found, layout, 0).filter(({ type }) => type.kind === 'integer');
  return placedLeaves(wanted, layout, 0).some(({ type, at }) =>
    type.kind === 'float' && integers.some((other) => other.at === at && layout.allocSize(other.type) === layout.allocSize(type)));
}

function placedLeaves(type: Type, layout: DataLayout, at: number): { type: Type; at: number }[] {
  switch (type.kind) {
    case 'struct': return type.fields.flatMap((field, i) => placedLeaves(field, layout, at + layout.fieldOffset(type, i)));
    case 'array': {
      const size = layout.allocSize(type.element);
      return Array.from({ length: type.length }, (_, i) => placedLeaves(type.element, layout, at + i * size)).flat();
    }
    default: return [{ type, at }];
  }
}

/** As C passes a struct in registers: its fields. */
function leaves(type: Type): Type[] { return type.kind === 'struct' ? type.fields.flatMap(leaves) : [type]; }
