/**
 * Bits that only decide: integers that are compared, indexed with and computed with, and go nowhere else. Whatever they
 * are the bits of, what depends on them is piecewise constant; so they count as integers where nothing else says. A number
 * of references is counted up and down where it lies, which is going nowhere as well.
 */
import { type Instruction, type StoreInstruction, type Value, isInstruction } from '../ir/index.js';

export interface AccessTests {
  /** Whether the access is one by an integer type of the source. */
  isInteger(access: Instruction): boolean;
  /** Whether it is one to an integer that is a member of a struct. */
  isIntegerMember(access: Instruction): boolean;
  /** Whether it is the bits of one number in single or double precision. */
  isNumber(value: Value): boolean;
}

export function onlyDecides(value: Value, access: AccessTests): boolean {
  // An atomic load is there even if nobody looks at what it loads.
  const counts = (value.kind === 'load' && value.atomic !== undefined) || (isInstruction(value) && value.uses.size > 0);
  // What a program loads as an integer, and then uses as a number, is one.
  const mayBeNumber = (value.kind === 'load' && access.isInteger(value)) || isLowerHalf(value, access);
  return isInstruction(value) && counts && follows(value, access, mayBeNumber, new Set());
}

/** The lower half of the digits of a number is noise, if it is not the integer that a union has there. */
function isLowerHalf(value: Value, access: AccessTests): boolean {
  if (value.kind !== 'cast' || value.opcode !== 'trunc') return false;
  const whole = value.operand(0);
  return value.type.kind === 'integer' && whole.type.kind === 'integer' && 2 * value.type.bits <= whole.type.bits && access.isNumber(whole);
}

function follows(value: Instruction, access: AccessTests, mayBeNumber: boolean, seen: Set<Instruction>): boolean {
  if (seen.has(value)) return true;
  seen.add(value);
  const goOn = (user: Instruction): boolean => follows(user, access, mayBeNumber, seen);
  return [...value.uses].every(({ user, index }) => {
    switch (user.kind) {
      case 'compare': case 'switch': case 'getelementptr': return true;
      case 'binary': case 'phi': case 'select': case 'freeze': return user.type.kind === 'integer' && goOn(user);
      case 'cast':
        if (user.opcode === 'sitofp' || user.opcode === 'uitofp') return mayBeNumber;
        return ['zext', 'sext', 'trunc'].includes(user.opcode) && goOn(user);
      case 'store': return index === 0 && (access.isIntegerMember(user) || (access.isInteger(user) && isCount(user)));
      case 'call': case 'invoke': return takesSize.test(user.calledFunction?.name ?? '');
      case 'cmpxchg': return index === 1 || (index === 2 && stepFrom(user.operand(2)) === user.operand(1));
      default: return false;
    }
  });
}

/** Functions whose integers say how many bytes are meant, or what byte. */
const takesSize = /^(_Zd[al]Pv[mj]|_Zn[aw][mj]|(malloc|calloc|realloc|aligned_alloc|memcpy|memmove|memcmp|bcmp|memchr|strn\w+)$|llvm\.mem(cpy|move)\.)/;

/** `*p = *p + 1`. */
function isCount({ value, address }: StoreInstruction): boolean {
  let before = stepFrom(value);
  while (before?.kind === 'freeze' || (before?.kind === 'cast' && before.opcode === 'trunc')) before = before.operand(0);
  return before?.kind === 'load' && before.address === address;
}

/** n, where the value is n plus or minus a constant. */
function stepFrom(value: Value): Value | undefined {
  if (value.kind !== 'binary' || (value.opcode !== 'add' && value.opcode !== 'sub')) return undefined;
  return value.operand(1).kind === 'int' ? value.operand(0) : undefined;
}
