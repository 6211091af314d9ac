/** What is left of a number when only its sign and exponent are looked at: constant between powers of two. */
import { type Instruction, type Type, type Value, scalarType } from '../ir/index.js';

/** Bits of the mantissa, by the width of the format. */
const mantissaBits: Readonly<Record<number, number>> = { 64: 52, 32: 23 };

/** Whether the instruction drops the whole mantissa of a number in integer disguise: by a mask or by a shift. */
export function dropsMantissa(instruction: Instruction): boolean {
  if (instruction.kind !== 'binary') return false;
  const mantissa = mantissaBits[integerWidth(instruction.type)];
  const amount = constantBits(instruction.operand(1));
  if (mantissa === undefined || amount === undefined) return false;
  switch (instruction.opcode) {
    case 'and': return (amount & ((1n << BigInt(mantissa)) - 1n)) === 0n;
    case 'lshr': case 'ashr': return amount >= BigInt(mantissa);
    default: return false;
  }
}

/** Bits of an integer, or of each lane of a vector of integers; 0 of anything else. */
export function integerWidth(type: Type): number {
  const scalar = scalarType(type);
  return scalar.kind === 'integer' ? scalar.bits : 0;
}

/** The bits of a constant integer, or of those in the lanes of a vector, if they are all alike. */
export function constantBits(value: Value): bigint | undefined {
  switch (value.kind) {
    case 'int': return BigInt.asUintN(integerWidth(value.type), value.value);
    case 'splat': return constantBits(value.element);
    case 'aggregate': {
      const [first, ...others] = value.elements.map(constantBits);
      return others.every((other) => other === first) ? first : undefined;
    }
    default: return undefined;
  }
}
