/** What becomes of a call through a pointer in the copy of a function that derivatives are made from: see `derive/dispatch.ts`. */
import type { Diagnostic } from '../diagnostics/index.js';
import { CallInstruction, type Function } from '../ir/index.js';

/**
 * The call of one of several candidates, where the pointer is the address of it. What it says about its arguments holds
 * only there: another candidate may take the same pointer for one to an object of another class.
 */
export class CandidateCall extends CallInstruction {}

/** The call through the pointer where it is none of the candidates. */
export class UnknownTargetCall extends CallInstruction {
  candidates: readonly Function[] = [];
  leftOut: readonly LeftOut[] = [];
}

/** A function that may be called there, but without a derivative: of nothing but a declaration, or for a reason. */
export interface LeftOut { readonly candidate: Function; readonly why: Diagnostic | undefined }
