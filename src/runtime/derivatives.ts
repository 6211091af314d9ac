/** What the derivatives of one compiled function have in common: which parameters are active, calling the built program. */
import { Diagnostic } from '../diagnostics/index.js';
import { type Argument, Frame, badArgument, isTypedArray } from './arguments.js';
import type { Described } from './compile.js';
import type { WasmValue } from './instance.js';
import { type ScalarType, isFloat } from './scalars.js';
import type { Parameter, Signature } from './signature.js';
import type { Activity } from './wrappers.js';

export interface DerivativeOptions {
  /** The parameters to differentiate with respect to. @default all floating-point numbers and pointers to them */
  readonly wrt?: readonly string[];
}

/** The derivative with respect to one parameter: a number, or an array as long as the argument. */
export type Derivative = number | Float32Array | Float64Array;

export type FloatType = 'float32' | 'float64';

/** A parameter with what it needs to know to be passed to a derivative. */
export interface ActiveParameter {
  readonly parameter: Parameter;
  /** Whether the user asked for its derivative. */
  readonly wanted: boolean;
  readonly activity: Activity;
  /** The type of a number, or of what a pointer points to. */
  readonly element: ScalarType;
}

/**
 * @param scalarActivity how active numbers are passed: `out` in reverse mode, `dup` in forward mode.
 * @throws Diagnostic if `wrt` names what has no derivative, or nothing has one.
 */
export function activeParameters(f: Described, { wrt }: DerivativeOptions, scalarActivity: Activity): ActiveParameter[] {
  const { signature } = f;
  for (const name of wrt ?? []) {
    const found = signature.parameters.find((parameter) => parameter.name === name);
    if (!found) throw badArgument(signature, `\`${signature.name}\` has no parameter \`${name}\``);
    if (!isFloat(elementOf(found))) throw badArgument(signature, `\`${name}\` is no floating-point number, so nothing has a derivative with respect to it`);
  }
  const result = signature.parameters.map((parameter): ActiveParameter => {
    const element = elementOf(parameter);
    const { type, name } = parameter;
    const wanted = isFloat(element) && (wrt?.includes(name) ?? true);
    // Derivatives may pass through memory that the function writes to, whether or not anybody asked for them.
    const isScratch = isFloat(element) && type.kind === 'pointer' && !type.isConst;
    const activity = !wanted && !isScratch ? 'const' : type.kind === 'pointer' ? 'dup' : scalarActivity;
    return { parameter, wanted, activity, element };
  });
  if (!result.some(({ wanted }) => wanted)) throw badArgument(signature, `\`${signature.name}\` has no floating-point parameter to differentiate with respect to`);
  return result;
}

export function activityKey(mode: string, { symbol }: Signature, parameters: readonly ActiveParameter[]): string {
  return [mode, symbol, ...parameters.map(({ activity }) => activity)].join(' ');
}

/** The memory of an argument: where it is and how long. */
export interface Placed { readonly value: WasmValue; readonly length: number }

/**
 * Places an argument of a derivative. Nothing is copied back: derivatives leave their arguments alone.
 * @throws Diagnostic if it does not fit its parameter.
 */
export function placeArgument(frame: Frame, { parameter, element }: ActiveParameter, argument: Argument | undefined): Placed {
  if (parameter.type.kind === 'scalar' || argument === null) return { value: frame.place(parameter, argument), length: 0 };
  const { address, length } = frame.copyIn(parameter, element, argument);
  return { value: address, length };
}

/** @throws Diagnostic if a seed or tangent is not as long as its argument. */
export function placeShadow(frame: Frame, signature: Signature, { parameter, element }: ActiveParameter, { value, length }: Placed, shadow: unknown): number {
  if (value === 0) return 0;
  if (shadow === undefined || shadow === null) return frame.zeros(element, length);
  const placed = frame.copyIn(parameter, element, shadow);
  if (placed.length === length) return placed.address;
  throw badArgument(signature, `what was given for \`${parameter.name}\` has ${placed.length} elements, but the argument has ${length}`);
}

/** Refuses two parameters that share memory which the function may write to: their derivatives could not be told apart. */
export function refuseSharedArrays(signature: Signature, args: readonly (Argument | undefined)[]): void {
  signature.parameters.forEach(({ type, name }, index) => {
    const array = args[index];
    if (type.kind !== 'pointer' || type.isConst || !isTypedArray(array)) return;
    const other = args.findIndex((each, position) => position !== index && isTypedArray(each) && each.buffer === array.buffer
      && each.byteOffset < array.byteOffset + array.byteLength && array.byteOffset < each.byteOffset + each.byteLength);
    const otherName = signature.parameters[other]?.name;
    if (otherName !== undefined) throw badArgument(signature, `\`${name}\` and \`${otherName}\` share memory, so their derivatives cannot be told apart`);
  });
}

export function readFloats(frame: Frame, element: ScalarType, address: number, length: number): Float32Array | Float64Array {
  const array = frame.read(element, address, length);
  if (array instanceof Float32Array || array instanceof Float64Array) return array;
  throw new TypeError(`${element} has no derivative`);
}

/** What a parameter is or points to. */
export function elementOf({ type }: Parameter): ScalarType { return type.kind === 'scalar' ? type.scalar : type.element; }

/** @throws Diagnostic unless the function returns a floating-point number. */
export function requireFloatResult({ name, result, location }: Signature, what: string): FloatType {
  if (result !== 'void' && isFloat(result)) return result;
  throw new Diagnostic('unsupportedFeature', {
    feature: `the ${what} of \`${name}\``,
    why: result === 'void' ? 'it returns nothing: its results are in memory' : 'its result is no floating-point number',
    remedy: 'use `pullback` with seeds for the outputs, or `tangent`',
  }, { location });
}
