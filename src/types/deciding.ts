/**
 * Bits that only decide: integers that are compared, indexed with and computed with, and go nowhere else. Whatever they
 * are the bits of, what depends on them is piecewise constant; so they count as integers where nothing else says.
 */
import { type Instruction, type Value, isInstruction } from '../ir/index.js';

export function onlyDecides(value: Value): boolean { return isInstruction(value) && value.uses.size > 0 && follows(value, new Set()); }

function follows(value: Instruction, seen: Set<Instruction>): boolean {
  if (seen.has(value)) return true;
  seen.add(value);
  return [...value.uses].every(({ user }) => {
    switch (user.kind) {
      case 'compare': case 'switch': case 'getelementptr': return true;
      case 'binary': case 'phi': case 'select': case 'freeze': return user.type.kind === 'integer' && follows(user, seen);
      case 'cast': return ['zext', 'sext', 'trunc'].includes(user.opcode) && follows(user, seen);
      default: return false;
    }
  });
}
