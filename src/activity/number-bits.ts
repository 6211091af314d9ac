/**
 * Integers that are computed from the bits of active numbers and become numbers again: the type analysis calls them
 * integers, for that is how they are computed with, and their derivative would be lost without a word. They count as
 * active, so that what computes them is looked at, and refused where it has no derivative.
 */
import { type Instruction, type Type, type Value, isFloatOrFloatVector } from '../ir/index.js';
import type { TypeInfo } from '../types/index.js';

/** Narrower ones hold no number. */
const narrowest = 32;

export function becomesNumber(value: Value, types: TypeInfo): boolean {
  return integerBits(value.type) >= narrowest && flowsIntoNumber(value, types, new Set());
}

function flowsIntoNumber(value: Value, types: TypeInfo, seen: Set<Value>): boolean {
  if (seen.has(value) || value.kind === 'block' || !('uses' in value)) return false;
  seen.add(value);
  return [...value.uses].some(({ user, index }) => {
    switch (user.kind) {
      case 'cast':
        if (user.opcode === 'bitcast' && isFloatOrFloatVector(user.type)) return true;
        return ['trunc', 'zext', 'sext', 'bitcast'].includes(user.opcode) && integerBits(user.type) >= narrowest && flowsIntoNumber(user, types, seen);
      case 'binary': case 'phi': case 'freeze': case 'insertelement': case 'extractelement': case 'shufflevector':
        return integerBits(user.type) >= narrowest && flowsIntoNumber(user, types, seen);
      case 'select': return index > 0 && flowsIntoNumber(user, types, seen);
      case 'store': return index === 0 && goesOnFrom(user, types, seen);
      default: return false;
    }
  });
}

/** A local that is loaded and stored as one integer is a register: what matters is where its value goes from there. */
function goesOnFrom(store: Extract<Instruction, { kind: 'store' }>, types: TypeInfo, seen: Set<Value>): boolean {
  const { address, value: { type } } = store;
  const isRegister = address.kind === 'alloca' && [...address.uses].every(({ user, index }) =>
    (user.kind === 'load' && user.type.text === type.text) || (user.kind === 'store' && index === 1 && user.value.type.text === type.text));
  if (!isRegister) return goesIntoNumber(store, types);
  return [...address.uses].some(({ user }) => user.kind === 'load' && flowsIntoNumber(user, types, seen));
}

function goesIntoNumber(store: Extract<Instruction, { kind: 'store' }>, types: TypeInfo): boolean {
  return types.mayHoldNumber(store, store.address, Math.ceil(integerBits(store.value.type) / 8));
}

function integerBits(type: Type): number {
  if (type.kind === 'integer') return type.bits;
  return type.kind === 'vector' && type.element.kind === 'integer' ? type.element.bits * type.length : 0;
}
