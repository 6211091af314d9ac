/** Integers: which of them are numbers, and how the bytes of packed values move through shifts and masks. */
import { type BinaryInstruction, type CastInstruction, type CompareInstruction, type Value } from '../ir/index.js';
import { type Facts, addWeakInteger, byteSize, defineInteger } from './facts.js';
import { type Run, bytesRun, isFirm, isFloat } from './runs.js';
import type { Shape } from './shape.js';

export function transferCast(facts: Facts, cast: CastInstruction): void {
  const operand = cast.operand(0);
  const size = byteSize(facts, cast);
  const operandSize = byteSize(facts, operand);
  if (size === undefined || operandSize === undefined) return;
  switch (cast.opcode) {
    case 'bitcast': case 'ptrtoint': case 'ptrtoaddr': case 'inttoptr': case 'addrspacecast':
      if (size !== operandSize) return;
      facts.addDefinition(cast, facts.whole(operand));
      facts.addUse(operand, cast.opcode === 'bitcast' || cast.opcode === 'inttoptr' ? facts.whole(cast) : facts.used(cast));
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

export function transferBinary(facts: Facts, binary: BinaryInstruction): void {
  switch (binary.opcode) {
    case 'fadd': case 'fsub': case 'fmul': case 'fdiv': case 'frem': return;
    case 'add': case 'sub': case 'mul': case 'udiv': case 'sdiv': case 'urem': case 'srem':
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
 * Arithmetic whose result is used as the bits of a float (`0x5f3759df - (bits >> 1)`): it may well be differentiable, but
 * not by any rule, and what goes into it must not pass for a mere integer.
 */
function doubtFloatArithmetic(facts: Facts, binary: BinaryInstruction): void {
  if (!facts.isSettled || !facts.whole(binary).runs.some((run) => isFloat(run) || run.kind === 'conflict')) return;
  for (const value of [binary, binary.operand(0), binary.operand(1)]) {
    const size = byteSize(facts, value);
    if (value.kind === 'int' || size === undefined || (value !== binary && facts.whole(value).runs.some(isFirm))) continue;
    facts.addDefinition(value, facts.shapes.of([bytesRun('conflict', 0, size)]));
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
    facts.addDefinition(shift, shapes.part(shapes.shift(facts.whole(value), -bytes), 0, size - bytes));
    facts.addUse(value, shapes.shift(shapes.part(facts.used(shift), 0, size - bytes), bytes));
    defineZeros(facts, shift, size - bytes, size);
  } else {
    facts.addDefinition(shift, shapes.part(shapes.shift(facts.whole(value), bytes), bytes, size));
    facts.addUse(value, shapes.shift(shapes.part(facts.used(shift), bytes, size), -bytes));
    defineZeros(facts, shift, 0, bytes);
  }
}

/** Bytes that are certainly zero are a number as much as anything. */
function defineZeros(facts: Facts, value: Value, from: number, to: number): void {
  if (from < to) facts.addDefinition(value, facts.shapes.of([bytesRun('weak', from, to - from)]));
}

/**
 * Masks and packing. A byte comes from one operand when the other is known to leave it alone: zero under `or` and
 * `xor`, all ones under `and`. A change of nothing but the sign bit leaves a float a float.
 */
function transferBitwise(facts: Facts, binary: BinaryInstruction): void {
  const size = byteSize(facts, binary);
  if (size === undefined || binary.type.kind !== 'integer' || binary.type.bits % 8 !== 0) return;
  const [left, right] = [binary.operand(0), binary.operand(1)];
  const neutral = binary.opcode === 'and' ? 'ones' : 'zeros';
  for (const [operand, other] of [[left, right], [right, left]] as const) {
    if (operand.kind === 'int') continue;
    const isSign = other.kind === 'int' && isSignMask(BigInt.asUintN(binary.type.bits, other.value), binary.type.bits);
    const untouched = facts.littleEndian ? bytesOf(other, neutral, size, 0) : [];
    const through = (shape: Shape): Shape => keepRuns(facts, shape, (run) => isSign ? isWholeFloat(run, size) : isInside(run, untouched));
    facts.addDefinition(binary, through(facts.whole(operand)));
    facts.addUse(operand, through(facts.used(binary)));
  }
  if (binary.opcode === 'and' && right.kind === 'int' && facts.littleEndian) {
    bytesOf(right, 'zeros', size, 0).forEach((isZero, byte) => { if (isZero) defineZeros(facts, binary, byte, byte + 1); });
  }
  // What is left after clearing the exponent of any float that ends there is a small number.
  const mask = binary.opcode === 'and' && right.kind === 'int' ? right.value : -1n;
  if (mask >= 0n && mask < 1n << BigInt(binary.type.bits - 16) && !isByteMask(mask)) defineInteger(facts, binary, 'weak');
}

function keepRuns(facts: Facts, shape: Shape, wanted: (run: Run) => boolean): Shape {
  const scalars = shape.runs.flatMap((run) => Array.from({ length: run.count }, (_, i) => ({ ...run, offset: run.offset + i * run.size, count: 1 })));
  return facts.shapes.of(scalars.filter(wanted));
}

function isWholeFloat(run: Run, size: number): boolean {
  return run.offset === 0 && run.size === size && isFloat(run);
}

function isInside(run: Run, bytes: readonly boolean[]): boolean {
  for (let i = run.offset; i < run.offset + run.size; i++) if (!bytes[i]) return false;
  return true;
}

/** `0x80...0` and `0x7f...f`. */
function isSignMask(mask: bigint, bits: number): boolean {
  const sign = 1n << BigInt(bits - 1);
  return mask === sign || mask === sign - 1n;
}

function isByteMask(mask: bigint): boolean {
  for (let rest = mask; rest > 0n; rest >>= 8n) if ((rest & 0xffn) !== 0n && (rest & 0xffn) !== 0xffn) return false;
  return true;
}

/** For each byte of an integer, lowest first: whether it is certainly all zeros, or all ones. */
function bytesOf(value: Value, wanted: 'zeros' | 'ones', size: number, depth: number): boolean[] {
  const all = (known: (byte: number) => boolean): boolean[] => Array.from({ length: size }, (_, byte) => known(byte));
  if (value.kind === 'int') {
    const bits = BigInt.asUintN(size * 8, value.value);
    const byte = wanted === 'ones' ? 0xffn : 0n;
    return all((i) => ((bits >> BigInt(8 * i)) & 0xffn) === byte);
  }
  if (wanted === 'ones' || depth > 4) return all(() => false);
  if (value.kind === 'cast' && value.opcode === 'zext' && value.operand(0).type.kind === 'integer') {
    const from = value.operand(0).type;
    return all((i) => from.kind === 'integer' && i * 8 >= from.bits);
  }
  if (value.kind !== 'binary') return all(() => false);
  const [left, right] = [value.operand(0), value.operand(1)];
  const inner = bytesOf(left, 'zeros', size, depth + 1);
  if (right.kind === 'int' && (value.opcode === 'shl' || value.opcode === 'lshr')) {
    const bytes = Math.floor(Number(right.value) / 8);
    return value.opcode === 'shl' ? all((i) => i < bytes || (Number(right.value) % 8 === 0 && (inner[i - bytes] ?? true)))
      : all((i) => i >= size - bytes);
  }
  const other = bytesOf(right, 'zeros', size, depth + 1);
  if (value.opcode === 'and') return all((i) => (inner[i] ?? false) || (other[i] ?? false));
  if (value.opcode === 'or' || value.opcode === 'xor') return all((i) => (inner[i] ?? false) && (other[i] ?? false));
  return all(() => false);
}
