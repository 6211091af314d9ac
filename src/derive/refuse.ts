/** Making located diagnostics out of instructions. */
import { functionLocation, sourceLocation } from '../analysis/index.js';
import { Diagnostic, type DiagnosticKind } from '../diagnostics/index.js';
import type { Function, Instruction } from '../ir/index.js';

export function refuse(kind: DiagnosticKind, parameters: Readonly<Record<string, string>>, at: Instruction | Function, notes?: readonly string[]): Diagnostic {
  const location = at.kind === 'function' ? functionLocation(at) : sourceLocation(at) ?? (at.block && functionLocation(at.block.parent));
  return new Diagnostic(kind, parameters, { location, ...(notes && { notes }) });
}
