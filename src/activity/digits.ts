/**
 * Integers that are computed from the digits of a number and are made a number by their value, as in `(double)bits * 1e-7`, a
 * logarithm: that has a derivative which nothing here knows. What is left of a number when its digits are dropped, its
 * exponent, is piecewise constant; the lower half of its digits is noise, or the integer that a union has there.
 */
import { type BinaryInstruction, type Value, isInstruction } from '../ir/index.js';
import type { TypeInfo } from '../types/index.js';

const digitBits: Readonly<Record<string, bigint>> = { double: 52n, float: 23n };

/** The numbers whose digits are in the integer. */
export function numbersWithDigitsIn(integer: Value, types: TypeInfo): readonly Value[] {
  const numbers = new Set<Value>();
  digitsIn(integer, types, numbers, new Set());
  return [...numbers];
}

/** The set of bits of a value in which there are digits. A number of which none are left is no member of `numbers`. */
function digitsIn(value: Value, types: TypeInfo, numbers: Set<Value>, seen: Set<Value>): bigint {
  if (!isInstruction(value) && value.kind !== 'argument') return 0n;
  if (value.type.kind !== 'integer' || seen.has(value)) return 0n;
  seen.add(value);
  const all = (1n << BigInt(value.type.bits)) - 1n;
  if (value.kind !== 'binary') {
    const from = value.kind === 'cast' && value.opcode === 'bitcast' ? value.operand(0).type : undefined;
    const digits = digitBits[from?.kind === 'float' ? from.format : types.valueKind(value)];
    if (digits !== undefined) {
      numbers.add(value);
      return (1n << digits) - 1n;
    }
  }
  const behind = new Set<Value>();
  const of = (operand: Value): bigint => digitsIn(operand, types, behind, seen);
  let bits = 0n;
  switch (value.kind) {
    case 'binary': bits = digitsComputed(value, of) & all; break;
    case 'cast': bits = isLowerHalf(value.operand(0), value, types) ? 0n : of(value.operand(0)) & all; break;
    case 'phi': case 'freeze': bits = value.operands.reduce((set, operand) => set | of(operand), 0n); break;
    case 'select': bits = of(value.operand(1)) | of(value.operand(2)); break;
    default:
  }
  if (bits !== 0n) for (const number of behind) numbers.add(number);
  return bits;
}

/** Carries out of the digits are jumps, as of an exponent that is rounded. */
function digitsComputed(value: BinaryInstruction, of: (operand: Value) => bigint): bigint {
  const [left, right] = [of(value.operand(0)), of(value.operand(1))];
  const amount = value.operand(1);
  const by = amount.kind === 'int' ? amount.value : undefined;
  switch (value.opcode) {
    case 'lshr': case 'ashr': return by === undefined ? left : left >> by;
    case 'shl': return by === undefined ? left : left << by;
    case 'and': return by === undefined ? left | right : left & by;
    case 'srem': case 'urem': return 0n;
    default: return left | right;
  }
}

function isLowerHalf(whole: Value, part: Value, types: TypeInfo): boolean {
  return whole.kind !== 'binary' && whole.type.kind === 'integer' && part.type.kind === 'integer' && 2 * part.type.bits <= whole.type.bits && types.valueKind(whole) in digitBits;
}
