/**
 * Integers that are computed from the bits of active numbers and become numbers again: the type analysis calls them
 * integers, for that is how they are computed with, and their derivative would be lost without a word. They count as
 * active, so that what computes them is looked at, and refused where it has no derivative.
 */
import { byteSources, zeroBytes } from '../analysis/index.js';
import { type BinaryInstruction, type CallInstruction, type CastInstruction, type Instruction, type Type, type Value, isFloatOrFloatVector } from '../ir/index.js';
import type { TypeInfo } from '../types/index.js';

/** Narrower ones hold no number. */
const narrowest = 32;

export function becomesNumber(value: Value, types: TypeInfo): boolean {
  if (integerBits(value.type) < narrowest) return false;
  const bytes = value.type.kind === 'integer' ? setOf(zeroBytes(value).map((isZero) => !isZero)) : allBytes(value.type);
  return flowsIntoNumber(value, bytes, types, new Map());
}

/** Follows a set of bytes, one bit for each: other parts of a register may become numbers. */
function flowsIntoNumber(value: Value, bytes: bigint, types: TypeInfo, seen: Map<Value, bigint>): boolean {
  const known = seen.get(value) ?? 0n;
  if ((bytes & ~known) === 0n || value.kind === 'block' || !('uses' in value)) return false;
  seen.set(value, known | bytes);
  return [...value.uses].some(({ user, index }) => {
    switch (user.kind) {
      case 'cast':
        if (user.opcode === 'bitcast' && isFloatOrFloatVector(user.type)) return true;
        return ['trunc', 'zext', 'sext', 'bitcast'].includes(user.opcode) && integerBits(user.type) >= narrowest && flowsIntoNumber(user, bytesFrom(user, index, bytes), types, seen);
      case 'binary': return integerBits(user.type) >= narrowest && flowsIntoNumber(user, bytesFrom(user, index, bytes), types, seen);
      case 'phi': case 'freeze': return integerBits(user.type) >= narrowest && flowsIntoNumber(user, bytes, types, seen);
      case 'insertelement': case 'extractelement': case 'shufflevector':
        return integerBits(user.type) >= narrowest && flowsIntoNumber(user, allBytes(user.type), types, seen);
      case 'call': return isIntegerOperation(user) && integerBits(user.type) >= narrowest && flowsIntoNumber(user, allBytes(user.type), types, seen);
      case 'select': return index > 0 && flowsIntoNumber(user, bytes, types, seen);
      case 'store': return index === 0 && goesOnFrom(user, bytes, types, seen);
      default: return false;
    }
  });
}

/** A call that computes an integer from integers, which may be the bits of numbers. */
export function isIntegerOperation({ calledFunction }: CallInstruction): boolean {
  return /^llvm\.(abs|[su](max|min)|bswap|bitreverse|fsh[lr]|[su](add|sub|shl)\.sat|[su](mul|div)\.fix)\./.test(calledFunction?.name ?? '');
}

/** The bytes of a result that depend on some of those of an operand. */
function bytesFrom(user: BinaryInstruction | CastInstruction, operand: number, bytes: bigint): bigint {
  if (user.type.kind !== 'integer' || user.operand(operand).type.kind !== 'integer') return allBytes(user.type);
  const isFrom = (byte: number): boolean => (bytes >> BigInt(byte) & 1n) === 1n;
  const isBitwise = user.kind === 'binary' && ['and', 'or', 'xor'].includes(user.opcode);
  return setOf(byteSources(user).map((source, byte) => {
    if (source === 'zero') return false;
    if (source === 'computed') return isBitwise ? isFrom(byte) : bytes !== 0n;
    return source.operand === operand && isFrom(source.byte);
  }));
}

/** A local that is loaded and stored as one integer is a register: what matters is where its value goes from there. */
function goesOnFrom(store: Extract<Instruction, { kind: 'store' }>, bytes: bigint, types: TypeInfo, seen: Map<Value, bigint>): boolean {
  const { address, value: { type } } = store;
  const isRegister = address.kind === 'alloca' && [...address.uses].every(({ user, index }) =>
    (user.kind === 'load' && user.type.text === type.text) || (user.kind === 'store' && index === 1 && user.value.type.text === type.text));
  if (!isRegister) return goesIntoNumber(store, bytes, types);
  return [...address.uses].some(({ user }) => user.kind === 'load' && flowsIntoNumber(user, bytes, types, seen));
}

function goesIntoNumber(store: Extract<Instruction, { kind: 'store' }>, bytes: bigint, types: TypeInfo): boolean {
  const digits = bytes.toString(2);
  const lowest = digits.length - 1 - digits.lastIndexOf('1');
  return bytes !== 0n && types.mayHoldNumber(store, store.address, Math.ceil(integerBits(store.value.type) / 8), lowest, digits.length);
}

function setOf(members: readonly boolean[]): bigint { return members.reduce((set, isIn, byte) => (isIn ? set | 1n << BigInt(byte) : set), 0n); }

function allBytes(type: Type): bigint { return (1n << BigInt(Math.ceil(integerBits(type) / 8))) - 1n; }

function integerBits(type: Type): number {
  if (type.kind === 'integer') return type.bits;
  return type.kind === 'vector' && type.element.kind === 'integer' ? type.element.bits * type.length : 0;
}
