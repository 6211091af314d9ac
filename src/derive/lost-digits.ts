/**
 * Integers that are computed from the digits of an active number and go out of sight: stored, returned, handed to a function. Where
 * another integer is read that is made a number by its value, that may be the same one, and its derivative would be lost.
 */
import type { LowerHalf } from '../activity/index.js';
import { functionLocation } from '../analysis/index.js';
import { type Function, type Instruction, type Value, isCall } from '../ir/index.js';
import type { Contexts, Reached } from './contexts.js';
import { refuse } from './refuse.js';

interface Lost { readonly at: Instruction; readonly surely: boolean; readonly source: Function }

/** @throws Diagnostic at the place where such an integer goes out of sight. */
export function checkLostDigits(differentiated: Contexts, everyCall: () => Contexts): void {
  const find = (lower: LowerHalf): Lost[] => differentiated.all.flatMap(({ source, reached }) => reached.activity.lostDigits(lower).map((each) => ({ ...each, source })));
  const all = find('digits');
  // The lower half of a number is an integer only where there are unions.
  const lost = all.length > 0 && everyCall().all.some(({ reached }) => reached.activity.putsIntegersOverNumbers) ? find('an integer') : all;
  const [first] = lost;
  if (!first) return;
  const certain = lost.find(({ surely }) => surely) ?? (everyCall().all.some(({ reached }) => convertsUnknown(reached)) ? first : undefined);
  if (certain) throw refuse('unsupportedInstruction', { instruction: nameOf(certain.at), why: 'it gets an integer that is computed from the bits of an active number' }, certain.at).within({ function: certain.source.name, location: functionLocation(certain.source) });
}

/** Whether the function makes a number of an integer that comes from memory, from its caller or from a call, and is not known to be the bits of a number. */
export function convertsUnknown({ activity }: Reached): boolean {
  return [...activity.fn.instructions()].some((at) => isConversion(at) && !activity.isActive(at) && isUnknown(at.operand(0), new Set()));
}

/** From an integer to a number, by its value. */
export function isConversion(at: Instruction): boolean { return at.kind === 'cast' && (at.opcode === 'sitofp' || at.opcode === 'uitofp'); }

function isUnknown(integer: Value, seen: Set<Value>): boolean {
  if (seen.has(integer)) return false;
  seen.add(integer);
  switch (integer.kind) {
    case 'binary': case 'cast': case 'phi': case 'select': case 'freeze': case 'extractelement': case 'insertelement': case 'shufflevector':
      return integer.operands.some((operand) => isUnknown(operand, seen));
    case 'load': case 'argument': case 'extractvalue': case 'atomicrmw': case 'cmpxchg': return true;
    default: return isCall(integer);
  }
}

function nameOf(at: Instruction): string { return isCall(at) ? at.calledFunction?.name ?? at.kind : at.kind === 'cast' ? at.opcode : at.kind; }
