/** What is left of a number when only its sign and exponent are looked at: constant between powers of two. */
import { type Instruction, type Type, type Value } from '../ir/index.js';

/** Bits of the mantissa, by the width of the format. */
const mantissaBits: Readonly<Record<number, number>> = { 64: 52, 32: 23 };

/** Whether the instruction drops the whole mantissa of a number in integer disguise: by a mask or by a shift. */
export function dropsMantissa(instruction: Instruction): boolean {
  if (instruction.kind !== 'binary') return false;
  const width = widthOf(instruction.type);
  const mantissa = mantissaBits[width];
  const amount = constantOf(instruction.operand(1), width);
  if (mantissa === undefined || amount === undefined) return false;
  switch (instruction.opcode) {
    case 'and': return (amount & ((1n << BigInt(mantissa)) - 1n)) === 0n;
    case 'lshr': case 'ashr': return amount >= BigInt(mantissa);
    default: return false;
  }
}

function widthOf(type: Type): number {
  const scalar = type.kind === 'vector' ? type.element : type;
  return scalar.kind === 'integer' ? scalar.bits : 0;
}

function constantOf(value: Value, bits: number): bigint | undefined {
  if (value.kind === 'int') return BigInt.asUintN(bits, value.value);
  return value.kind === 'splat' ? constantOf(value.element, bits) : undefined;
}
