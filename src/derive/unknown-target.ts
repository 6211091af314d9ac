/** Where a call through a pointer reaches a function of which no derivative is known: said when compiling, or at run time. */
import { sourceLocation } from '../analysis/index.js';
import { Diagnostic } from '../diagnostics/index.js';
import { type AnyCall, type Builder, type Dispatched, type Value, zero } from '../ir/index.js';
import { refuse } from './refuse.js';
import { emitStopWith } from './stops.js';

type Unknown = Extract<Dispatched, { kind: 'unknown' }>;

/**
 * The program ends here, with a line that says why; what is returned stands for the result of the call.
 * @throws Diagnostic if the functions that the call may reach have no derivative, none of them.
 */
export function emitStop(call: AnyCall, unknown: Unknown, build: Builder): Value {
  if (unknown.candidates.length === 0 && unknown.leftOut.length > 0) throw indirectCall(call, unknown.leftOut);
  emitStopWith(message(call, unknown), build);
  return zero(call.type);
}

/** The refusal of a call that may reach nothing with a derivative. */
export function indirectCall(call: AnyCall, leftOut: Unknown['leftOut'] = []): Diagnostic {
  return refuse('indirectCall', {}, call, leftOut.map(because));
}

function message(call: AnyCall, { leftOut }: Unknown): string {
  const at = sourceLocation(call);
  const place = at ? ` at ${at.file}:${at.line}` : '';
  const known = leftOut.map((each) => ` (${because(each)})`).join('');
  return `ribozyme: a call through a function pointer${place} reached a function whose derivative is not in this module; `
    + `link the file that defines it into the same command, or register a derivative${known}`;
}

function because({ candidate, why }: Unknown['leftOut'][number]): string {
  const at = why instanceof Diagnostic ? why.details.location : undefined;
  const reason = why ? `has no derivative: ${why.message}${at ? ` (${at.file}:${at.line})` : ''}` : 'has no body in this module';
  return `\`${candidate.name}\` may be called here by its type, and ${reason}`;
}
