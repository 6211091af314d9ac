/**
 * Errors and remarks for people: what is wrong, where, why, and what to do about it. The texts are rows of `table.ts`,
 * each with a stable code; `render.ts` draws them with an excerpt of the source, as a compiler does.
 */
import { diagnostics, type DiagnosticKind } from './table.js';

/** A place in a file the user wrote (or in the `.ll` text). Lines and columns count from 1. */
export interface SourceLocation { readonly file: string; readonly line: number; readonly column: number }

/** One step of the way from the differentiated function to the cause. */
export interface CallStep { readonly function: string; readonly location?: SourceLocation | undefined }

export interface DiagnosticDetails {
  readonly location?: SourceLocation | undefined;
  /** From the differentiated function inwards. */
  readonly chain?: readonly CallStep[];
  /** Further facts, one line each. */
  readonly notes?: readonly string[];
}

/** A refusal. `message` is the title with its parameters filled in; `reason` and `remedies` come from the table row. */
export class Diagnostic extends Error {
  readonly code: string;
  readonly reason: string;
  readonly remedies: readonly string[];

  constructor(readonly kind: DiagnosticKind, readonly parameters: Readonly<Record<string, string>> = {},
    readonly details: DiagnosticDetails = {}) {
    const row = diagnostics[kind];
    super(fill(row.title, parameters));
    this.name = 'Diagnostic';
    this.code = row.code;
    this.reason = fill(row.why, parameters);
    this.remedies = row.remedies.map((remedy) => fill(remedy, parameters));
  }

  /** The same diagnostic with what an outer function knows added: a location if it had none, the next call outwards. */
  within(step: CallStep): Diagnostic {
    const { location, chain = [], notes } = this.details;
    return new Diagnostic(this.kind, this.parameters, {
      location: location ?? step.location, chain: [step, ...chain], ...(notes && { notes }),
    });
  }
}

function fill(text: string, parameters: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => parameters[name] ?? hole);
}

export { diagnostics, type DiagnosticKind };
