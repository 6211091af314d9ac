/**
 * Integers that are computed from the digits of a number (the bits of its mantissa). Made a number by their value, as in
 * `(double)bits * 1e-7`, a logarithm, they have a derivative which nothing here knows. What is left of a number when its
 * digits are dropped, its exponent, is piecewise constant, and so is what a carry out of the digits does.
 */
import { type BinaryInstruction, type CastInstruction, type Function, type Instruction, type Value, scalarType } from '../ir/index.js';
import { constantBits, integerWidth } from '../analysis/index.js';
import type { TypeInfo } from '../types/index.js';
import { isIntegerOperation } from './number-bits.js';

const digitBits: Readonly<Record<string, number>> = { half: 10, bfloat: 7, float: 23, double: 52, x86_fp80: 64, fp128: 112, ppc_fp128: 128 };

/** Which bits of a value, of each lane if it is a vector, hold digits, and those of which numbers. */
interface Held { readonly bits: bigint; readonly numbers: ReadonlySet<Value> }

const nothing: Held = { bits: 0n, numbers: new Set() };

/** What the lower half of a number counts as in a place that holds integers at times: noise that is a part of it, or such an integer. */
export type LowerHalf = 'digits' | 'an integer';

export class Digits {
  private readonly held = new Map<Value, Held>();

  constructor(fn: Function, private readonly types: TypeInfo, private readonly lower: LowerHalf) {
    const integers = [...fn.instructions()].filter((instruction) => integerWidth(instruction.type) > 0);
    for (const number of [...fn.args, ...integers]) this.start(number);
    if (this.held.size === 0) return;
    for (let changed = true; changed;) {
      changed = false;
      for (const instruction of integers) if (this.grow(instruction, this.after(instruction))) changed = true;
    }
  }

  /** The numbers whose digits the integer, or vector of integers, holds. */
  numbersIn(integer: Value): ReadonlySet<Value> { return this.of(integer).numbers; }

  private of(value: Value): Held { return this.held.get(value) ?? nothing; }

  private start(value: Value): void {
    const bits = this.digitsOf(value) & ones(integerWidth(value.type));
    if (bits !== 0n) this.held.set(value, { bits, numbers: new Set([value]) });
  }

  /** Of a value that comes from elsewhere. */
  private digitsOf(value: Value): bigint {
    if (integerWidth(value.type) === 0 || value.kind === 'binary') return 0n;
    const from = value.kind === 'cast' && value.opcode === 'bitcast' ? scalarType(value.operand(0).type) : undefined;
    if (from?.kind === 'float') return this.digitsIn([{ offset: 0, kind: from.format, ...(isOfUnion(value, this.types) && { orInteger: true }) }]);
    if (value.type.kind === 'vector') return this.digitsIn([{ offset: 0, kind: this.types.valueKind(value) }]);
    const numbers = this.types.numbersIn(value);
    if (numbers.length > 0 || value.kind !== 'load') return this.digitsIn(numbers);
    // Declared an integer, but perhaps a part of a number.
    return this.digitsIn(this.types.runsUnder(value).flatMap((run) => Array.from({ length: run.count }, (_, i) => ({ ...run, offset: run.offset + i * run.size }))));
  }

  /** The bits that hold the digits of numbers at these offsets; of what is a contradiction, all. */
  private digitsIn(parts: readonly { readonly offset: number; readonly kind: string; readonly orInteger?: true }[]): bigint {
    return parts.reduce((all, { offset, kind, orInteger }) => {
      const count = digitBits[kind];
      if (count === undefined) return kind === 'conflict' ? everywhere : all;
      const digits = ones(count) & ~ones(orInteger && this.lower === 'an integer' && count > 32 ? 32 : 0);
      return all | (offset < 0 ? digits >> BigInt(-8 * offset) : digits << BigInt(8 * offset));
    }, 0n);
  }

  private grow(value: Value, { bits, numbers }: Held): boolean {
    const before = this.of(value);
    const after = { bits: before.bits | bits, numbers: new Set([...before.numbers, ...numbers]) };
    if (after.bits === before.bits && after.numbers.size === before.numbers.size) return false;
    this.held.set(value, after);
    return true;
  }

  private after(instruction: Instruction): Held {
    if (this.of(instruction).numbers.has(instruction)) return nothing; // as it started
    const operands = operandsOf(instruction).map((operand) => this.of(operand));
    const bits = bitsAfter(instruction, operands.map((operand) => operand.bits)) & ones(integerWidth(instruction.type));
    return bits === 0n ? nothing : { bits, numbers: new Set(operands.flatMap((operand) => [...operand.numbers])) };
  }
}

/** Whether the value is what was loaded from memory of which the types contradict each other: what becomes of that is for them to say. */
export function isOnlyMoved(value: Value, types: TypeInfo, seen = new Set<Value>()): boolean {
  if (seen.has(value)) return true;
  seen.add(value);
  switch (value.kind) {
    case 'int': return true;
    case 'load': return types.runsUnder(value).every(({ kind }) => kind === 'conflict');
    case 'phi': case 'freeze': case 'select': return operandsOf(value).every((operand) => isOnlyMoved(operand, types, seen));
    default: return false;
  }
}

/** Whether the bits are those of a number that was loaded from where there are integers at times. */
function isOfUnion(bits: Value, types: TypeInfo): boolean {
  const number = bits.kind === 'cast' ? bits.operand(0) : bits;
  return number.kind === 'load' && types.memoryLayout(number.address).fields.find(({ offset }) => offset === 0)?.orInteger === true;
}

function operandsOf(instruction: Instruction): readonly Value[] {
  switch (instruction.kind) {
    case 'binary': case 'cast': case 'phi': case 'freeze': return instruction.operands;
    case 'select': return [instruction.operand(1), instruction.operand(2)];
    case 'extractelement': case 'insertelement': case 'shufflevector': return instruction.operands.slice(0, instruction.kind === 'extractelement' ? 1 : 2);
    case 'call': return isIntegerOperation(instruction) ? instruction.args : [];
    default: return [];
  }
}

function bitsAfter(instruction: Instruction, operands: readonly bigint[]): bigint {
  const both = operands.reduce((set, bits) => set | bits, 0n);
  if (both === 0n) return 0n;
  switch (instruction.kind) {
    case 'binary': return bitsComputed(instruction, operands[0] ?? 0n, both);
    case 'cast': return bitsCast(instruction, both);
    case 'call': return everywhere;
    default: return both;
  }
}

const everywhere = ones(4096);

function bitsComputed({ opcode, operands: [, amount], type }: BinaryInstruction, left: bigint, both: bigint): bigint {
  const by = amount && constantBits(amount);
  const top = 1n << BigInt(integerWidth(type) - 1);
  switch (opcode) {
    case 'add': case 'sub': case 'or': case 'xor': return both;
    case 'and': return by === undefined ? both : left & by;
    case 'lshr': return by === undefined ? everywhere : left >> by;
    case 'ashr': return by === undefined || (left & top) !== 0n ? everywhere : left >> by;
    case 'shl': return by === undefined ? everywhere : left << by;
    default: return everywhere;
  }
}

function bitsCast(cast: CastInstruction, bits: bigint): bigint {
  const from = cast.operand(0).type;
  switch (cast.opcode) {
    case 'trunc': case 'zext': return bits;
    case 'sext': return (bits & (1n << BigInt(integerWidth(from) - 1))) === 0n ? bits : everywhere;
    case 'bitcast': return integerWidth(from) === integerWidth(cast.type) ? bits : everywhere;
    default: return 0n; // an address
  }
}

function ones(count: number): bigint { return (1n << BigInt(count)) - 1n; }
