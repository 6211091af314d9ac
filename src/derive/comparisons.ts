/**
 * Whether a function only compares: what it returns is an order, and it writes nothing that could carry a derivative. Such
 * a function is called as it is, by a sort whose decisions are not differentiated.
 */
import { effectsOfAttributes } from '../analysis/index.js';
import { type Function, type Instruction, type Value, isCall } from '../ir/index.js';
import { treatmentOf } from './calls.js';

export function onlyCompares(fn: Function, seen = new Set<Function>()): boolean {
  if (seen.has(fn)) return true;
  seen.add(fn);
  if (fn.isDeclaration) return false;
  const effects = effectsOfAttributes(fn.module.expandAttributes(fn.attributes));
  if (!effects.argument.writes && !effects.other.writes) return true;
  for (const instruction of fn.instructions()) if (!isHarmless(instruction, seen)) return false;
  return true;
}

/** Counting comparisons is allowed; keeping what was compared is not. */
function isHarmless(instruction: Instruction, seen: Set<Function>): boolean {
  if (instruction.kind === 'store') return instruction.value.type.kind === 'integer' && isCounter(instruction.value);
  if (instruction.kind === 'atomicrmw' || instruction.kind === 'cmpxchg') return false;
  if (!isCall(instruction)) return true;
  const treatment = treatmentOf(instruction);
  switch (treatment.kind) {
    case 'math': return treatment.row.outputs.every(({ place }) => place.kind !== 'pointer');
    case 'inactive': case 'cast': case 'sum': return true;
    case 'function': return onlyCompares(treatment.fn, seen);
    default: return false;
  }
}

/** An integer that is computed as one, not copied: it holds the bits of no number. */
function isCounter(value: Value): boolean {
  if (value.kind === 'binary') return value.opcode === 'add' || value.opcode === 'sub';
  // Checked for overflow, by a sanitizer.
  return value.kind === 'extractvalue' && /^llvm\.[su](add|sub)\.with\.overflow/.test(calleeName(value.operand(0)));
}

function calleeName(value: Value): string { return isCall(value) ? value.calledFunction?.name ?? '' : '';
}
