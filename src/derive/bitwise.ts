/**
 * Numbers in integer disguise under `and`, `or` and `xor`: masks that change, clear or set signs, and masks that keep a
 * number or make it zero. The derivative goes the same way, number by number; what the mask is made of decides only.
 */
import { type KnownBits, bitRange, isUniform, knownBits } from '../analysis/index.js';
import {
  type BinaryInstruction, type Builder, type Constant, type IntegerType, type Type, type Value, ConstantAggregate, constantInt, FloatType, VectorType, floatBits,
} from '../ir/index.js';
import type { TypeInfo } from '../types/index.js';

/** What goes through from one operand. Sets of bits of the result: */
export interface BitwisePart {
  readonly operand: Value;
  readonly mask: Value;
  /** Those that the derivative takes over... */
  readonly kept: bigint;
  /** ...those that it takes over where the mask has ones... */
  readonly masked: bigint;
  /** ...and the signs that may change. */
  readonly signs: bigint;
}

export interface Bitwise {
  readonly kind: 'bitwise';
  readonly instruction: BinaryInstruction;
  readonly number: FloatType;
  readonly parts: readonly BitwisePart[];
}

/** Undefined unless each number in the result is one of an operand, or made zero, or has another sign. */
export function bitwiseOf(instruction: BinaryInstruction, types: TypeInfo): Bitwise | undefined {
  const { opcode, type } = instruction;
  const numbers = types.numbersIn(instruction);
  const kind = numbers[0]?.kind;
  if (!['and', 'or', 'xor'].includes(opcode) || kind === undefined || !numbers.every((each) => each.kind === kind)) return undefined;
  const width = floatBits[kind];
  const isBigEndian = instruction.block?.parent.module.layout.text.startsWith('E') === true;
  const [all, lane] = widthsOf(type);
  if (all % width !== 0 || (isBigEndian && lane !== width)) return undefined;
  const operands = [instruction.operand(0), instruction.operand(1)] as const;
  const masks = operands.map(knownBits);
  const parts = [0, 1].map((index) => ({ operand: operands[index]!, mask: operands[1 - index]!, kept: 0n, masked: 0n, signs: 0n }));
  for (const { offset } of numbers) {
    const role = roleOf(opcode, masks, operands, 8 * offset, width);
    if (!role) return undefined;
    for (const { index, effect } of role) {
      const part = parts[index]!;
      if (!isConstant(part.operand) && !types.numbersIn(part.operand).some((each) => each.offset === offset && each.kind === kind)) return undefined;
      if (effect === 'masked') part.masked |= bitRange(8 * offset, width);
      else part.kept |= bitRange(8 * offset, width);
      if (effect === 'sign') part.signs |= bitRange(8 * offset + width - 1, 1);
    }
  }
  return { kind: 'bitwise', instruction, number: new FloatType(kind), parts: parts.filter(({ kept, masked }) => (kept | masked) !== 0n) };
}

function isConstant(value: Value): boolean { return ['int', 'word', 'aggregate', 'splat'].includes(value.kind); }

interface Role { readonly index: 0 | 1; readonly effect: 'same' | 'sign' | 'masked' }

/** What one number of the result comes from; undefined if it is computed in another way. */
function roleOf(opcode: BinaryInstruction['opcode'], masks: readonly KnownBits[], operands: readonly [Value, Value], from: number, width: number): readonly Role[] | undefined {
  const magnitude = bitRange(from, width - 1), whole = bitRange(from, width);
  const has = (bits: bigint | undefined, wanted: bigint): boolean => ((bits ?? 0n) & wanted) === wanted;
  const sides = [0, 1] as const;
  // Zero, but for the sign.
  if (sides.every((index) => has(masks[index]?.zeros, magnitude)) || (opcode === 'and' && masks.some(({ zeros }) => has(zeros, magnitude)))) return [];
  for (const index of sides) {
    const mask = masks[1 - index];
    const [same, sign] = opcode === 'and' ? [has(mask?.ones, whole), has(mask?.ones, magnitude)] : [has(mask?.zeros, whole), has(mask?.zeros, magnitude)];
    if (same || sign) return [{ index, effect: same ? 'same' : 'sign' }];
    if (opcode === 'and' && mask && isUniform(mask, from, width)) return [{ index, effect: 'masked' }];
  }
  return opcode !== 'and' && isChoice(operands[0], operands[1], from, width) ? sides.map((index) => ({ index, effect: 'same' })) : undefined;
}

/** `(a & mask) | (b & ~mask)`: wherever one operand has a number, the other is zero. */
function isChoice(left: Value, right: Value, from: number, width: number): boolean {
  return andOperands(left).some((mask) => isUniform(knownBits(mask), from, width) && andOperands(right).some((other) => isComplement(mask, other) || isComplement(other, mask)));
}

function andOperands(value: Value): readonly Value[] { return value.kind === 'binary' && value.opcode === 'and' ? value.operands : []; }

/** `value` is `of ^ -1`, or the sign extensions of conditions are so. */
function isComplement(of: Value, value: Value): boolean {
  if (of.kind === 'cast' && value.kind === 'cast' && of.opcode === 'sext' && value.opcode === 'sext') {
    return isComplement(of.operand(0), value.operand(0)) || isComplement(value.operand(0), of.operand(0));
  }
  if (value.kind !== 'binary' || value.opcode !== 'xor') return false;
  const [all] = widthsOf(value.type);
  return [0, 1].some((index) => value.operand(index) === of && knownBits(value.operand(1 - index)).ones === bitRange(0, all));
}

/** The values of the forward sweep that the derivative reads. */
export function bitwiseNeeds({ instruction, parts }: Bitwise): readonly Value[] {
  return parts.flatMap(({ operand, mask, masked, signs }) => [
    ...(signs !== 0n && instruction.opcode !== 'xor' ? [operand] : []),
    ...(signs !== 0n || masked !== 0n ? [mask] : []),
  ]);
}

/** The bits of the derivative of one operand, as they are in that of the result; and the other way, for it is the same. */
export function bitwiseDerivative(part: BitwisePart, { instruction }: Bitwise, bits: Value, primal: (value: Value) => Value, build: Builder): Value {
  const { type, opcode } = instruction;
  const { operand, mask, kept, masked, signs } = part;
  const set = (wanted: bigint): Value => constantBits(type, wanted);
  const not = (value: Value): Value => build.binary('xor', value, set(bitRange(0, widthsOf(type)[0])));
  let result = bits;
  if (signs !== 0n) {
    // The signs alone first: they decide only, also in the derivative of this derivative.
    const sign = (value: Value): Value => build.binary('and', primal(value), set(signs));
    const changed = opcode === 'xor' ? sign(mask) : opcode === 'and' ? build.binary('and', sign(operand), not(primal(mask))) : build.binary('and', primal(mask), build.binary('xor', sign(operand), set(signs)));
    result = build.binary('xor', result, changed);
  }
  if (masked !== 0n) return build.binary('and', result, build.binary('or', build.binary('and', primal(mask), set(masked)), set(kept)));
  return kept === bitRange(0, widthsOf(type)[0]) ? result : build.binary('and', result, set(kept));
}

/** The numbers that fill the integers. */
export function numbersFilling({ instruction, number }: Bitwise): Type {
  const [all] = widthsOf(instruction.type);
  return all === number.bits ? number : new VectorType(number, all / number.bits);
}

/** The width of the whole, and of a lane of it. */
function widthsOf(type: Type): readonly [number, number] {
  const scalar = (type.kind === 'vector' ? type.element : type) as IntegerType;
  return [scalar.bits * (type.kind === 'vector' ? type.length : 1), scalar.bits];
}

function constantBits(type: Type, bits: bigint): Value {
  if (type.kind !== 'vector') return constantInt(type as IntegerType, bits);
  const element = type.element as IntegerType;
  return new ConstantAggregate(type, Array.from({ length: type.length }, (_, lane): Constant => constantInt(element, BigInt.asUintN(element.bits, bits >> BigInt(lane * element.bits)))));
}
