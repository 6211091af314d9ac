/** Files whose derivatives need code of other files: they wait for the link. */
import { Diagnostic, type DiagnosticKind } from '../diagnostics/index.js';
import { isEntryPoint, markerCalls, reachOfDerivatives, hasRegistrations } from '../entry/index.js';
import { FunctionType, type Module, voidType } from '../ir/index.js';
import { linkStepSymbol } from '../objects/index.js';
import { defineMarkers } from './differentiate.js';

/** What can be another way when the code of other files is known. */
const liftable = new Set<DiagnosticKind>([
  'unknownCallee', 'indirectCall', 'unknownFunctionArgument', 'unknownMemoryType', 'unknownValueType', 'constantMemory', 'exceptions', 'splitMismatch', 'missingHalf',
]);

export interface DerivativeState {
  /** Whether code in other files can make a difference to the derivatives. */
  readonly dependsOnOthers: boolean;
  /** Whether they cannot be right without knowing the other files. */
  readonly pending: boolean;
  readonly open: boolean;
  readonly assumes: readonly string[];
  readonly registers: boolean;
}

/** What the derivatives that a module asks for need. The module must not be lowered yet. */
export function stateOf(module: Module): DerivativeState {
  const { missing, replaceable, assumed, callsIndirectly } = reachOfDerivatives([module]);
  return {
    dependsOnOthers: callsIndirectly || missing.size > 0 || replaceable.size > 0, pending: replaceable.size > 0, open: callsIndirectly,
    assumes: [...assumed], registers: hasRegistrations(module),
  };
}

/** Refusals that no other file can lift; none if there is something else than diagnostics. */
export function definiteRefusals(error: unknown): Diagnostic[] {
  return diagnosticsIn(error).filter(({ kind, parameters }) => !liftable.has(kind) || (kind === 'unknownFunctionArgument' && parameters['callee'] === undefined));
}

export function diagnosticsIn(error: unknown): Diagnostic[] {
  if (error instanceof AggregateError) return error.errors.flatMap(diagnosticsIn);
  return error instanceof Diagnostic ? [error] : [];
}

/** One error of several diagnostics. */
export function together(diagnostics: readonly Diagnostic[]): Error {
  return diagnostics.length === 1 && diagnostics[0] ? diagnostics[0] : new AggregateError(diagnostics, `${diagnostics.length} derivatives cannot be made`);
}

/** Every marker call becomes a call of the function that is not there. */
export function leavePending(module: Module): void {
  for (const fn of module.functions.values()) markerCalls(fn); // reads the bodies that have any
  const placeholder = module.addFunction(linkStepSymbol, new FunctionType(voidType, [], true));
  for (const [name, fn] of module.functions) {
    if (!isEntryPoint(fn)) continue;
    fn.replaceAllUsesWith(placeholder);
    module.functions.delete(name);
  }
  defineMarkers(module);
}
