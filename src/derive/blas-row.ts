/** What a row of the table of BLAS derivatives says, and how its code speaks of arrays. */
import type { Value } from '../ir/index.js';
import type { BlasCode } from './blas-code.js';

/** An array that the adjoint reads, `A` as it was before the call or `A+` as it is after it, and which activities make it. */
export type Keep = readonly [kept: string, ...because: readonly string[]];

export interface BlasRow {
  /** Rows and columns of each array; a vector has one. */
  readonly shapes: Readonly<Record<string, (c: BlasCode) => readonly Value[]>>;
  readonly keeps: readonly Keep[];
  /** Computes the tangents of what is written; calls `primal` once. Returns the tangent of the result. */
  readonly tangent: (c: BlasCode, primal: () => Value | undefined) => Value | undefined;
  /** `seed` is that of the result, where there is one. */
  readonly adjoint: (c: BlasCode, seed: Value) => void;
}

/** An address, and the increment of a vector or the leading dimension of a matrix. */
export type Strided = [Value, Value];

/** An array of the primal: as it was before the call, or with a `+` in the name, after it. */
export function primal(c: BlasCode, name: string): Strided { return [c.get(name), c.get(`step of ${name}`)]; }
/** The same of its shadow. */
export function shadow(c: BlasCode, name: string): Strided { return [c.get(`d${name}`), c.get(stepName(name))]; }

export function stepName(array: string): string { return /^[xy]/.test(array) ? `inc${array[0]}` : `ld${(array[0] ?? '').toLowerCase()}`; }
