/** The derivatives of a program that is being linked; refusals say which file lacks what. */
import { Diagnostic } from '../diagnostics/index.js';
import { type Differentiated, differentiate } from './differentiate.js';
import { ObjectInput } from './link-inputs.js';
import type { LinkedProgram, Origin, Participant } from './link-participants.js';
import { diagnosticsIn, together } from './pending.js';

/** @throws Diagnostic, or AggregateError of several */
export function differentiateProgram(program: LinkedProgram, llvm: number): Differentiated {
  const { participants } = program;
  const callers = callersOf(participants);
  // Debug info is carried as it was written, and every LLVM adds fields that older ones refuse.
  const debugInfo = participants.some(({ options }) => options?.debugInfo) && participants.every((each) => each.llvm === llvm);
  try {
    return differentiate(participants, { llvm, debugInfo });
  } catch (error) {
    const diagnostics = diagnosticsIn(error);
    throw diagnostics.length === 0 ? error : together(diagnostics.map((each) => withOrigins(each, program, callers)));
  }
}

/** A body that is missing: who wants it, and who has it in a form that cannot be differentiated. */
function withOrigins(diagnostic: Diagnostic, { objects }: LinkedProgram, callers: ReadonlyMap<string, readonly string[]>): Diagnostic {
  const { callee } = diagnostic.parameters;
  if (callee === undefined || !callers.has(callee)) return diagnostic;
  const definers = objects.filter(({ symbols, records }) => records.length === 0 && symbols.defined.has(callee));
  const [first] = definers;
  const notes = [
    `\`${callee}\` is called in ${callers.get(callee)?.join(', ') ?? ''}`,
    first === undefined ? 'no object or archive of this link defines it'
      : first.isDynamic ? `it is defined in ${first.name}: functions of dynamic libraries cannot be differentiated from outside`
        : `it is defined in ${first.name}, without IR: compile that with \`ribozyme clang\` too`,
  ];
  return new Diagnostic(diagnostic.kind, diagnostic.parameters, { ...diagnostic.details, notes: [...diagnostic.details.notes ?? [], ...notes] });
}

/** Before the modules are merged: which files refer to each symbol that they do not define. */
function callersOf(participants: readonly Participant[]): ReadonlyMap<string, readonly string[]> {
  const callers = new Map<string, string[]>();
  for (const { module, origin } of participants) {
    for (const fn of module.functions.values()) {
      if (fn.isDeclaration) callers.set(fn.name, [...callers.get(fn.name) ?? [], `${module.sourceFilename}${inObject(origin)}`]);
    }
  }
  return callers;
}

function inObject(origin: Origin): string { return origin instanceof ObjectInput ? ` (${origin.name})` : ''; }
