/** The bytes of integers: which are certainly zero, and which come unchanged from an operand. Lowest first: for little-endian targets. */
import { type BinaryInstruction, type CastInstruction, type Value } from '../ir/index.js';

/** Where a byte of a result comes from: a byte of an operand, nowhere, or from more than one byte. */
export type ByteSource = { readonly operand: number; readonly byte: number } | 'zero' | 'computed';

/** Operands of operands are looked at so far. */
const depthLimit = 6;

/** The source of each byte of an integer that is computed from integers. */
export function byteSources(instruction: BinaryInstruction | CastInstruction): readonly ByteSource[] {
  const size = byteCount(instruction);
  const all = (source: (byte: number) => ByteSource): ByteSource[] => Array.from({ length: size }, (_, byte) => source(byte));
  const from = (operand: number, byte: number): ByteSource => (byte >= 0 && byte < byteCount(instruction.operand(operand)) ? { operand, byte } : 'zero');
  if (instruction.kind === 'cast') {
    if (instruction.type.kind !== 'integer' || instruction.operand(0).type.kind !== 'integer') return all(() => 'computed');
    const whole = Math.floor(instruction.type.bits / 8);
    return ['trunc', 'zext'].includes(instruction.opcode) ? all((byte) => (byte < whole ? from(0, byte) : 'computed')) : all(() => 'computed');
  }
  if (instruction.type.kind !== 'integer' || instruction.type.bits % 8 !== 0) return all(() => 'computed');
  const shift = wholeBytes(instruction);
  if (shift !== undefined) return all((byte) => from(0, byte - shift));
  const zeros = instruction.operands.map((operand) => zeroBytes(operand));
  const isZero = (operand: number, byte: number): boolean => zeros[operand]?.[byte] ?? false;
  switch (instruction.opcode) {
    case 'and': {
      const ones = instruction.operands.map((operand) => constantBytes(operand, 0xffn));
      const isAllOnes = (operand: number, byte: number): boolean => ones[operand]?.[byte] ?? false;
      return all((byte) => (isZero(0, byte) || isZero(1, byte) ? 'zero' : isAllOnes(1, byte) ? from(0, byte) : isAllOnes(0, byte) ? from(1, byte) : 'computed'));
    }
    case 'or': case 'xor': return all((byte) => (isZero(0, byte) ? isZero(1, byte) ? 'zero' : from(1, byte) : isZero(1, byte) ? from(0, byte) : 'computed'));
    case 'add': case 'sub': {
      // Below the first byte that is not zero nothing is carried.
      const [left, right] = [lowZeros(zeros[0]), lowZeros(zeros[1])];
      return all((byte) => (byte < right ? byte < left ? 'zero' : from(0, byte) : byte < left && instruction.opcode === 'add' ? from(1, byte) : 'computed'));
    }
    default: return all(() => 'computed');
  }
}

/** For each byte of an integer: whether it is certainly zero. */
export function zeroBytes(value: Value): readonly boolean[] { return zerosOf(value, 0, new Set()); }

/** How many bytes at the lower end of an integer are certainly zero. */
export function lowZeroBytes(value: Value): number { return lowZeros(zeroBytes(value)); }

/** For each byte of a constant: whether it is this one. Nothing is known of what is no constant. */
export function constantBytes(value: Value, wanted: bigint): readonly boolean[] {
  const size = byteCount(value);
  if (value.kind !== 'int') return Array.from({ length: size }, () => false);
  const bits = BigInt.asUintN(size * 8, value.value);
  return Array.from({ length: size }, (_, byte) => ((bits >> BigInt(8 * byte)) & 0xffn) === wanted);
}

/** The bytes that are looked at of an integer, from the lowest on: those above cannot matter to anybody. */
export function usedBytes(value: BinaryInstruction): number {
  const size = byteCount(value);
  let used = value.uses.size === 0 ? size : 0;
  for (const { user } of value.uses) {
    if (user.kind === 'binary' && user.opcode === 'and') {
      used = Math.max(used, constantBytes(user.operand(user.operand(0) === value ? 1 : 0), 0n).lastIndexOf(false) + 1);
    } else used = Math.max(used, user.kind === 'cast' && user.opcode === 'trunc' ? byteCount(user) : size);
  }
  return used;
}

function lowZeros(zeros: readonly boolean[] | undefined): number {
  const first = zeros?.indexOf(false) ?? 0;
  return first < 0 ? zeros?.length ?? 0 : first;
}

/** The bytes by which a shift moves up; undefined for other instructions, and for other distances. */
function wholeBytes(instruction: BinaryInstruction): number | undefined {
  const distance = instruction.operand(1);
  if ((instruction.opcode !== 'shl' && instruction.opcode !== 'lshr') || distance.kind !== 'int' || distance.value % 8n !== 0n) return undefined;
  return instruction.opcode === 'shl' ? Number(distance.value) / 8 : -Number(distance.value) / 8;
}

function byteCount({ type }: Value): number { return type.kind === 'integer' ? Math.ceil(type.bits / 8) : 0; }

/** `assumed`: merges in a loop, whose value is what all that goes in allows. */
function zerosOf(value: Value, depth: number, assumed: Set<Value>): readonly boolean[] {
  const size = byteCount(value);
  const all = (known: (byte: number) => boolean): boolean[] => Array.from({ length: size }, (_, byte) => known(byte));
  if (value.kind === 'int') return constantBytes(value, 0n);
  if (assumed.has(value)) return all(() => true);
  if (depth > depthLimit) return all(() => false);
  const inner = (operand: Value): readonly boolean[] => zerosOf(operand, depth + 1, assumed);
  switch (value.kind) {
    case 'phi': case 'select': {
      assumed.add(value);
      const merged = (value.kind === 'phi' ? value.operands : value.operands.slice(1)).map(inner);
      assumed.delete(value);
      return all((byte) => merged.every((zeros) => zeros[byte]));
    }
    case 'cast': {
      if (value.opcode !== 'zext' && value.opcode !== 'trunc') return all(() => false);
      const zeros = inner(value.operand(0));
      return all((byte) => zeros[byte] ?? true);
    }
    case 'binary': return zerosOfBinary(value, inner, all);
    default: return all(() => false);
  }
}

function zerosOfBinary(value: BinaryInstruction, inner: (operand: Value) => readonly boolean[], all: (known: (byte: number) => boolean) => boolean[]): readonly boolean[] {
  const left = inner(value.operand(0));
  const distance = value.operand(1);
  const size = left.length;
  const shift = wholeBytes(value);
  if (shift !== undefined) return all((byte) => left[byte - shift] ?? true);
  if (distance.kind === 'int' && (value.opcode === 'shl' || value.opcode === 'lshr')) {
    const bytes = Math.floor(Number(distance.value) / 8);
    return all((byte) => (value.opcode === 'shl' ? byte < bytes : byte >= size - bytes));
  }
  const right = inner(value.operand(1));
  switch (value.opcode) {
    case 'and': return all((byte) => (left[byte] ?? false) || (right[byte] ?? false));
    case 'or': case 'xor': return all((byte) => (left[byte] ?? false) && (right[byte] ?? false));
    case 'add': case 'sub': {
      const low = Math.min(lowZeros(left), lowZeros(right));
      return all((byte) => byte < low);
    }
    default: return all(() => false);
  }
}
