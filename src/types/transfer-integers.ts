/** Integers: which of them are numbers, and how the bytes of packed values move through shifts and masks. */
import { type KnownBits, bitRange, constantBytes, isUniform, knownBits, lowZeroBytes, usedBytes, zeroBytes } from '../analysis/index.js';
import { type BinaryInstruction, type BinaryOpcode, type CastInstruction, type CompareInstruction, type Value } from '../ir/index.js';
import { type Facts, addWeakInteger, byteSize, defineInteger, isIntegral } from './facts.js';
import { type Run, bytesRun, endOf, isFirm, isFloat, orInteger } from './runs.js';
import { type Shape, modulo } from './shape.js';

export function transferCast(facts: Facts, cast: CastInstruction): void {
  const operand = cast.operand(0);
  const size = byteSize(facts, cast);
  const operandSize = byteSize(facts, operand);
  if (size === undefined || operandSize === undefined) return;
  switch (cast.opcode) {
    case 'ptrtoint': case 'ptrtoaddr': case 'inttoptr':
      if (size !== operandSize) return;
      facts.addDefinition(cast, asAddress(facts, facts.whole(operand), cast.opcode !== 'inttoptr'));
      facts.addUse(operand, cast.opcode === 'inttoptr' ? asAddress(facts, facts.whole(cast), true) : asAddress(facts, facts.used(cast), false));
      return;
    case 'bitcast': case 'addrspacecast':
      if (size !== operandSize) return;
      facts.addDefinition(cast, facts.whole(operand));
      facts.addUse(operand, cast.opcode === 'bitcast' ? facts.whole(cast) : facts.used(cast));
      return;
    case 'trunc': case 'zext': {
      if (!facts.littleEndian || cast.type.kind === 'vector') return;
      const common = Math.min(size, operandSize);
      facts.addDefinition(cast, facts.shapes.part(facts.whole(operand), 0, common));
      facts.addUse(operand, facts.shapes.part(facts.used(cast), 0, common));
      defineZeros(facts, cast, operandSize, size);
      return;
    }
    case 'sext':
      addWeakInteger(facts, operand);
      defineInteger(facts, cast, 'weak');
      return;
    case 'fptoui': case 'fptosi': defineInteger(facts, cast, 'integer'); return;
    case 'uitofp': case 'sitofp': facts.addUse(operand, facts.shapes.scalar('integer', operandSize)); return;
    case 'fptrunc': case 'fpext': return;
    default: cast.opcode satisfies never;
  }
}

/** A pointer as an integer that the program makes of it, or the other way round. */
function asAddress({ shapes }: Facts, { runs }: Shape, isInteger: boolean): Shape {
  return shapes.of(runs.map(({ orInteger: _, ...run }) => (isInteger && run.kind === 'pointer' ? orInteger(run) : run)));
}

export function transferBinary(facts: Facts, binary: BinaryInstruction): void {
  switch (binary.opcode) {
    case 'fadd': case 'fsub': case 'fmul': case 'fdiv': case 'frem': return;
    case 'add': case 'sub': transferSum(facts, binary); return;
    case 'mul': case 'udiv': case 'sdiv': case 'urem': case 'srem':
      addWeakInteger(facts, binary.operand(0));
      addWeakInteger(facts, binary.operand(1));
      defineInteger(facts, binary, 'weak');
      doubtFloatArithmetic(facts, binary);
      return;
    case 'shl': case 'lshr': case 'ashr': transferShift(facts, binary); return;
    case 'and': case 'or': case 'xor': transferBitwise(facts, binary); return;
    default: binary.opcode satisfies never;
  }
}

export function transferCompare(facts: Facts, compare: CompareInstruction): void {
  if (compare.opcode === 'fcmp') return;
  const [left, right] = [compare.operand(0), compare.operand(1)];
  // A test against zero or of the sign is one that the bits of a float are put to as well.
  if (right.kind === 'int' && (right.value === 0n || right.value === -1n)) return;
  if (right.kind === 'word') return;
  addWeakInteger(facts, left);
  addWeakInteger(facts, right);
}

/**
 * An operand's bytes go through below the first byte of the other that is not zero, as where the upper half of a packed value
 * is counted up; and what is carried out of the bytes that anybody looks at does not matter.
 */
function transferSum(facts: Facts, sum: BinaryInstruction): void {
  const size = byteSize(facts, sum);
  const isPacked = size !== undefined && sum.type.kind === 'integer' && sum.type.bits % 8 === 0 && facts.littleEndian;
  const [left, right] = [sum.operand(0), sum.operand(1)];
  const through = isPacked ? [lowZeroBytes(right), sum.opcode === 'add' ? lowZeroBytes(left) : 0] : [0, 0];
  const { shapes } = facts;
  for (const [index, end] of through.entries()) {
    const operand = sum.operand(index);
    facts.addDefinition(sum, shapes.part(facts.whole(operand), 0, end));
    facts.addUse(operand, shapes.part(facts.used(sum), 0, end));
    const isNumber = shapes.part(facts.whole(operand), 0, end).runs.some(isFloat);
    const from = isNumber || !facts.isSettled ? end : 0;
    const to = isPacked ? usedBytes(sum) : size ?? 0;
    if (isIntegral(operand) && from < to) facts.addUse(operand, shapes.of([bytesRun('weak', from, to - from)]));
  }
  defineInteger(facts, sum, 'weak');
  doubtFloatArithmetic(facts, sum, Math.max(...through));
}

/**
 * Arithmetic whose result is used as the bits of a float (`0x5f3759df - (bits >> 1)`): it may well be differentiable, but
 * not by any rule, and what goes into it must not pass for a mere integer. The bytes below `from` are not computed.
 */
function doubtFloatArithmetic(facts: Facts, binary: BinaryInstruction, from = 0): void {
  const computed = (value: Value): readonly Run[] => facts.whole(value).runs.filter((run) => endOf(run) > from);
  if (!facts.isSettled || !computed(binary).some((run) => (isFloat(run) && !run.orInteger) || run.kind === 'conflict')) return;
  for (const value of [binary, binary.operand(0), binary.operand(1)]) {
    const size = byteSize(facts, value);
    if (value.kind === 'int' || size === undefined || (value !== binary && computed(value).some(isFirm))) continue;
    facts.addDefinition(value, facts.shapes.of([bytesRun('conflict', from, size - from)]));
  }
}

/** A shift by whole bytes moves the parts of a packed value; any other is arithmetic on its result. */
function transferShift(facts: Facts, shift: BinaryInstruction): void {
  const [value, amount] = [shift.operand(0), shift.operand(1)];
  addWeakInteger(facts, amount);
  const size = byteSize(facts, shift);
  const bits = amount.kind === 'int' ? Number(amount.value) : NaN;
  if (size === undefined || shift.type.kind !== 'integer' || shift.opcode === 'ashr' || bits % 8 !== 0 || !facts.littleEndian) {
    defineInteger(facts, shift, 'weak');
    doubtFloatArithmetic(facts, shift);
    return;
  }
  const { shapes } = facts;
  const bytes = bits / 8;
  if (shift.opcode === 'lshr') {
    facts.addDefinition(shift, cutOff(facts, facts.whole(value), bytes));
    facts.addDefinition(shift, shapes.part(shapes.shift(facts.whole(value), -bytes), 0, size - bytes));
    facts.addUse(value, shapes.shift(shapes.part(facts.used(shift), 0, size - bytes), bytes));
    defineZeros(facts, shift, size - bytes, size);
  } else {
    facts.addUse(value, cutOff(facts, facts.used(shift), bytes));
    facts.addDefinition(shift, shapes.part(shapes.shift(facts.whole(value), bytes), bytes, size));
    facts.addUse(value, shapes.shift(shapes.part(facts.used(shift), bytes, size), -bytes));
    defineZeros(facts, shift, 0, bytes);
  }
}

/** The upper part of a number, from one of its bytes on, is no number, and must not pass for a mere integer. */
function cutOff({ shapes }: Facts, whole: Shape, at: number): Shape {
  const cut = shapes.window(whole, at - 16, at + 16).find((run) => isFloat(run) && run.offset < at && endOf(run) > at && (at - run.offset) % run.size !== 0);
  return cut ? shapes.of([bytesRun('conflict', 0, cut.size - modulo(at - cut.offset, cut.size))]) : shapes.empty;
}

/** Bytes that are certainly zero are a number as much as anything. */
function defineZeros(facts: Facts, value: Value, from: number, to: number): void {
  if (from < to) facts.addDefinition(value, facts.shapes.of([bytesRun('weak', from, to - from)]));
}

/**
 * Masks and packing. A byte comes from one operand when the other is known to leave it alone: zero under `or` and
 * `xor`, all ones under `and`. A change of nothing but the sign bit leaves a float a float, and so does a mask that keeps
 * all of it or nothing.
 */
function transferBitwise(facts: Facts, binary: BinaryInstruction): void {
  const size = byteSize(facts, binary);
  const scalar = binary.type.kind === 'vector' ? binary.type.element : binary.type;
  if (size === undefined || scalar.kind !== 'integer' || scalar.bits % 8 !== 0) return;
  const [left, right] = [binary.operand(0), binary.operand(1)];
  const width = scalar.bits;
  for (const [operand, other] of [[left, right], [right, left]] as const) {
    if (operand.kind === 'int') continue;
    const untouched = !facts.littleEndian ? [] : binary.opcode === 'and' ? constantBytes(other, 0xffn) : zeroBytes(other);
    const masks = (run: Run): boolean => (facts.littleEndian || run.size * 8 === width) && masksNumber(binary.opcode, knownBits(other), run);
    const through = (shape: Shape): Shape => keepRuns(facts, shape, (run) => isInside(run, untouched) || (isFloat(run) && masks(run)) || (run.kind === 'pointer' && run.size * 8 === width && tagsPointer(binary.opcode, knownBits(other), width)));
    facts.addDefinition(binary, through(facts.whole(operand)));
    facts.addUse(operand, through(facts.used(binary)));
  }
  if (binary.opcode === 'and' && right.kind === 'int' && facts.littleEndian) {
    constantBytes(right, 0n).forEach((isZero, byte) => { if (isZero) defineZeros(facts, binary, byte, byte + 1); });
  }
  // What is left after clearing the exponent of any float that ends there is a small number.
  const mask = binary.opcode === 'and' && right.kind === 'int' ? right.value : -1n;
  if (mask >= 0n && mask < 1n << BigInt(width - 16) && !isByteMask(mask)) defineInteger(facts, binary, 'weak');
}

function keepRuns(facts: Facts, shape: Shape, wanted: (run: Run) => boolean): Shape {
  const scalars = shape.runs.flatMap((run) => Array.from({ length: run.count }, (_, i) => ({ ...run, offset: run.offset + i * run.size, count: 1 })));
  return facts.shapes.of(scalars.filter(wanted));
}

function isInside(run: Run, bytes: readonly boolean[]): boolean {
  for (let i = run.offset; i < run.offset + run.size; i++) if (!bytes[i]) return false;
  return true;
}

/** Whether a float is one still after the operation with such bits in its place: another sign, or zero, or as it was. */
function masksNumber(opcode: BinaryOpcode, mask: KnownBits, { offset, size }: Run): boolean {
  const magnitude = bitRange(8 * offset, 8 * size - 1);
  const isClear = (mask.zeros & magnitude) === magnitude;
  if (opcode !== 'and') return isClear;
  return isClear || (mask.ones & magnitude) === magnitude || isUniform(mask, 8 * offset, 8 * size);
}

/** Whether an address is one still: its lowest bits are free where objects are aligned, and its uppermost two bytes by convention. */
function tagsPointer(opcode: BinaryOpcode, { zeros, ones }: KnownBits, width: number): boolean {
  const address = bitRange(4, (width === 64 ? 48 : width) - 4);
  return ((opcode === 'and' ? ones : zeros) & address) === address;
}

function isByteMask(mask: bigint): boolean {
  for (let rest = mask; rest > 0n; rest >>= 8n) if ((rest & 0xffn) !== 0n && (rest & 0xffn) !== 0xffn) return false;
  return true;
}
