/** Numbers rounded by adding a constant so large that no fraction is left: `(x + 0x1.8p52) - 0x1.8p52`. */
import { type BinaryInstruction, type Constant, type FloatType, type Instruction, type Value, numberOf } from '../ir/index.js';

/**
 * Whether the sum `x + C` is a rounded `x`, which is constant between its jumps: C is 2^k or 1.5 * 2^k, so large that it
 * takes most of the mantissa, and all that is done with the sum is to take C off again, or to read its bits.
 */
export function isRoundingSum(instruction: Instruction): boolean {
  const size = addend(instruction);
  if (size === undefined || instruction.uses.size === 0) return false;
  return [...instruction.uses].every(({ user }) =>
    user.kind === 'debugrecord' || (user.kind === 'cast' && user.opcode === 'bitcast') || (user.kind === 'binary' && takesOff(user, instruction, size)));
}

/** Whether the sum is one with the constants that round to an integer, of whose rounding nothing is known. */
export function mayRound(instruction: Instruction): boolean {
  const scalar = instruction.type.kind === 'vector' ? instruction.type.element : instruction.type;
  const size = scalar.kind === 'float' ? { double: 2 ** 52, float: 2 ** 23 }[scalar.format as string] : undefined;
  const value = Math.abs(addend(instruction) ?? 0);
  return size !== undefined && (value === size || value === 1.5 * size) && !isRoundingSum(instruction);
}

function takesOff(user: BinaryInstruction, sum: Instruction, size: number): boolean {
  const [left, right] = [user.operand(0), user.operand(1)];
  if (user.opcode === 'fsub') return left === sum && magnitude(right) === size;
  return user.opcode === 'fadd' && magnitude(left === sum ? right : left) === -size;
}

/** The constant, if it rounds. */
function addend(sum: Instruction): number | undefined {
  const value = addendOf(sum);
  const scalar = sum.type.kind === 'vector' ? sum.type.element : sum.type;
  const limit = scalar.kind === 'float' ? limits[scalar.format] : undefined;
  if (value === undefined || limit === undefined || !Number.isFinite(value) || Math.abs(value) < limit) return undefined;
  const lead = Math.abs(value) / 2 ** Math.floor(Math.log2(Math.abs(value)));
  return lead === 1 || lead === 1.5 ? value : undefined;
}

/** Of a sum, or of a product and a sum in one. */
function addendOf(sum: Instruction): number | undefined {
  if ('flags' in sum && sum.flags.some((flag: string) => flag === 'reassoc' || flag === 'fast')) return undefined;
  if (sum.kind === 'binary' && sum.opcode === 'fadd') return magnitude(sum.operand(0)) ?? magnitude(sum.operand(1));
  const isFused = sum.kind === 'call' && /^llvm\.(fmuladd|fma)\./.test(sum.calledFunction?.name ?? '');
  return isFused ? magnitude(sum.operand(2)) : undefined;
}

/** Of smaller constants at least twelve bits of a fraction survive. */
const limits: Partial<Record<FloatType['format'], number>> = { double: 2 ** 40, float: 2 ** 20 };

/** A constant, or one in all lanes. */
function magnitude(value: Value): number | undefined {
  switch (value.kind) {
    case 'fp': return numberOf(value);
    case 'splat': return magnitude(value.element);
    case 'aggregate': {
      const [first, ...others] = value.elements.map((element: Constant) => magnitude(element));
      return others.every((other) => other === first) ? first : undefined;
    }
    default: return undefined;
  }
}
