/** Derivative functions, and what they were made for. */
import { type ArgumentActivity, type Contents, isActiveArgument } from '../activity/index.js';
import { type Function, type Type, attributeName } from '../ir/index.js';

export interface Signature {
  readonly arguments: readonly ArgumentActivity[];
  /** For each pointer argument: whether the memory behind it stays as it is until the reverse sweep (but for the function itself). */
  readonly preserved: readonly boolean[];
}

/** What holds for every function that a request reaches. */
export interface DerivativeOptions {
  /** How many directions run beside one primal: see `lanes.ts`. */
  readonly width: number;
  /** Whether a zero seed gives zero whatever it is multiplied by: `enzyme_strong_zero`. */
  readonly isZeroStrong: boolean;
  /** Whether tangents are bounds of rounding errors instead: `error-sweep.ts`. */
  readonly measuresErrors: boolean;
  /** Whether the reverse function leaves what the augmented one kept, so that it can run once more. */
  readonly keepsTape: boolean;
  /** Whether the two functions are called apart: any reverse call may leave the tape for another, so none may use up what it reads. */
  readonly isSplit: boolean;
  /** Whether tangents take values of the primal from a log (`log.ts`), their last argument. */
  readonly isReplay: boolean;
}

export const defaultOptions: DerivativeOptions = { width: 1, isZeroStrong: false, measuresErrors: false, keepsTape: false, isSplit: false, isReplay: false };

export function optionsKey({ width, isZeroStrong, measuresErrors, keepsTape, isSplit, isReplay }: DerivativeOptions): string {
  return `${width}${isZeroStrong ? ' strong zero' : ''}${measuresErrors ? ' errors' : ''}${keepsTape ? ' tape kept' : ''}${isSplit ? ' split' : ''}${isReplay ? ' replay' : ''}`;
}

/** Which products of a zero seed are zero: `EmitContext.guard`. */
export function guardOf({ isZeroStrong }: DerivativeOptions): 'always' | 'where infinite' { return isZeroStrong ? 'always' : 'where infinite'; }

export function signatureKey(signature: Signature): string {
  return `${signature.arguments.join(',')};${signature.preserved.map(Number).join('')}`;
}

/**
 * Takes each argument followed by its tangent, unless constant; returns `{ result, tangent }`, `{ result }` or nothing.
 * Here and below, where there are several lanes, there are as many tangents, shadows, seeds and derivatives, side by side.
 */
export interface TangentFunction {
  readonly signature: Signature;
  readonly fn: Function;
  readonly returnsTangent: boolean;
  /** Whether it may be left by an exception. */
  readonly mayThrow: boolean;
}

/**
 * `augmented` takes each argument followed by its shadow (if it has pointers), then the list of pointers to free at the end,
 * and returns those of `{ tape, result, shadow of the result, exception }` that exist. No exception leaves it: the caller
 * gets what was thrown, or null, with the tape of what ran until then, and `reverse` goes back from there. `reverse` takes the same arguments, then the
 * seed of an active result, then the tape, and returns `{ derivative of each active argument }`.
 */
export interface ReversePair {
  readonly signature: Signature;
  readonly augmented: Function;
  readonly reverse: Function;
  /** For each argument, whether its shadow follows it. */
  readonly takesShadow: readonly boolean[];
  /** Undefined if nothing is kept. */
  readonly tapeType: Type | undefined;
  readonly returnsShadow: boolean;
  /** Whether `augmented` returns, last, the exception with which the function was left. */
  readonly mayThrow: boolean;
  /** The type of the seed, if the result is active. */
  readonly seedType: Type | undefined;
  /** For each argument, the type of its derivative if it is active by value. */
  readonly derivativeTypes: readonly (Type | undefined)[];
  /** Whether the reverse function reads the primal argument; otherwise any value may be passed. */
  readonly readsPrimal: readonly boolean[];
}

/** Of reverse mode: whether an argument has a shadow, as pointers have, and structs by value that hold any. */
export function needsShadow(activity: ArgumentActivity | undefined, contents: Contents): boolean {
  return activity === 'duplicated' || activity === 'maybe' || (isActiveArgument(activity) && contents.pointers && !contents.unknown);
}

/** The attributes of a derivative of a function: those that say how code is made, not what the function does. */
export function attributesFor({ module, attributes }: Function): string[] {
  return module.expandAttributes(attributes).filter((word) => word.startsWith('"') || kept.has(attributeName(word)));
}

const kept = new Set(['nounwind', 'mustprogress', 'uwtable', 'sanitize_address', 'sanitize_memory', 'sanitize_thread', 'sanitize_hwaddress', 'ssp', 'sspstrong', 'sspreq', 'strictfp']);
