/**
 * What is known of the bits of integers and of vectors of them: masks of signs, and masks that compares make. The lanes of a
 * vector follow each other, the first one lowest.
 */
import { type BinaryInstruction, type CastInstruction, type ShuffleVectorInstruction, type Type, type Value } from '../ir/index.js';

export interface KnownBits {
  readonly zeros: bigint;
  readonly ones: bigint;
  /** Those that are what the next lower one in the same lane is. */
  readonly repeated: bigint;
}

const nothing: KnownBits = { zeros: 0n, ones: 0n, repeated: 0n };

/** Operands of operands are looked at so far. */
const depthLimit = 8;

export function knownBits(value: Value): KnownBits { return bitsOf(value, 0); }

/** `count` ones from bit `from` on. */
export function bitRange(from: number, count: number): bigint { return ((1n << BigInt(count)) - 1n) << BigInt(from); }

/** Whether a lane of `width` bits from bit `from` on has either no bit or all. */
export function isUniform({ repeated }: KnownBits, from: number, width: number): boolean {
  const rest = bitRange(from + 1, width - 1);
  return (repeated & rest) === rest;
}

interface Lanes { readonly count: number; readonly width: number }

function lanesOf(type: Type): Lanes | undefined {
  if (type.kind === 'integer') return { count: 1, width: type.bits };
  return type.kind === 'vector' && !type.scalable && type.element.kind === 'integer' ? { count: type.length, width: type.element.bits } : undefined;
}

function bitsOf(value: Value, depth: number): KnownBits {
  const lanes = lanesOf(value.type);
  if (!lanes || depth > depthLimit) return nothing;
  const inner = (operand: Value): KnownBits => bitsOf(operand, depth + 1);
  switch (value.kind) {
    case 'int': return constant(value.value, lanes.width);
    case 'word': return value.word === 'zeroinitializer' ? joined(Array.from({ length: lanes.count }, () => constant(0n, lanes.width)), lanes.width) : nothing;
    case 'splat': return joined(Array.from({ length: lanes.count }, () => inner(value.element)), lanes.width);
    case 'aggregate': return joined(value.elements.map(inner), lanes.width);
    case 'select': return either(inner(value.operand(1)), inner(value.operand(2)));
    case 'phi': return value.operands.map(inner).reduce(either);
    case 'freeze': return inner(value.operand(0));
    case 'cast': return bitsOfCast(value, lanes, inner);
    case 'binary': return bitsOfBinary(value, lanes, inner);
    case 'shufflevector': return bitsOfShuffle(value, lanes.width, inner);
    default: return nothing;
  }
}

function constant(value: bigint, width: number): KnownBits {
  const ones = BigInt.asUintN(width, value);
  return withRepeated({ ones, zeros: bitRange(0, width) & ~ones, repeated: 0n }, bitRange(1, width - 1));
}

/** Neighbours that are both known to be zero, or one, are the same; `all` are those that have a lower neighbour. */
function withRepeated({ zeros, ones, repeated }: KnownBits, all: bigint): KnownBits {
  return { zeros, ones, repeated: repeated | (all & ((zeros & (zeros << 1n)) | (ones & (ones << 1n)))) };
}

function either(a: KnownBits, b: KnownBits): KnownBits { return { zeros: a.zeros & b.zeros, ones: a.ones & b.ones, repeated: a.repeated & b.repeated }; }

function joined(lanes: readonly KnownBits[], width: number): KnownBits {
  const all = (of: (lane: KnownBits) => bigint): bigint => lanes.reduce((bits, lane, i) => bits | (of(lane) << BigInt(i * width)), 0n);
  return { zeros: all((lane) => lane.zeros), ones: all((lane) => lane.ones), repeated: all((lane) => lane.repeated) };
}

function laneOf({ zeros, ones, repeated }: KnownBits, lane: number, width: number): KnownBits {
  const part = (bits: bigint): bigint => BigInt.asUintN(width, bits >> BigInt(lane * width));
  return { zeros: part(zeros), ones: part(ones), repeated: part(repeated) };
}

function eachLane(bits: KnownBits, count: number, width: number): KnownBits[] { return Array.from({ length: count }, (_, lane) => laneOf(bits, lane, width)); }

function bitsOfCast(cast: CastInstruction, { count, width }: Lanes, inner: (operand: Value) => KnownBits): KnownBits {
  const operand = cast.operand(0);
  const from = lanesOf(operand.type);
  if (!from) return nothing;
  const bits = inner(operand);
  // On big-endian targets lanes of another width have their bytes elsewhere.
  if (cast.opcode === 'bitcast') return from.width === width || cast.block?.parent.module.layout.text.startsWith('E') !== true ? bits : nothing;
  const added = width > from.width ? bitRange(from.width, width - from.width) : 0n;
  const lanes = eachLane(bits, count, from.width);
  switch (cast.opcode) {
    case 'sext': return joined(lanes.map((lane) => {
      const sign = bitRange(from.width - 1, 1);
      return { zeros: lane.zeros | (lane.zeros & sign && added), ones: lane.ones | (lane.ones & sign && added), repeated: lane.repeated | added };
    }), width);
    case 'zext': return joined(lanes.map((lane) => withRepeated({ ...lane, zeros: lane.zeros | added }, bitRange(1, width - 1))), width);
    case 'trunc': return joined(lanes.map((lane) => laneOf(lane, 0, width)), width);
    default: return nothing;
  }
}

function bitsOfBinary(binary: BinaryInstruction, { count, width }: Lanes, inner: (operand: Value) => KnownBits): KnownBits {
  const [left, right] = [inner(binary.operand(0)), inner(binary.operand(1))];
  const neighbours = joined(Array.from({ length: count }, () => ({ ...nothing, repeated: bitRange(1, width - 1) })), width).repeated;
  const made = (zeros: bigint, ones: bigint): KnownBits => withRepeated({ zeros, ones, repeated: left.repeated & right.repeated }, neighbours);
  switch (binary.opcode) {
    case 'and': return made(left.zeros | right.zeros, left.ones & right.ones);
    case 'or': return made(left.zeros & right.zeros, left.ones | right.ones);
    case 'xor': return made((left.zeros & right.zeros) | (left.ones & right.ones), (left.zeros & right.ones) | (left.ones & right.zeros));
    case 'shl': case 'lshr': case 'ashr': {
      const { opcode } = binary;
      const lanes = eachLane(left, count, width), distances = eachLane(right, count, width);
      return joined(lanes.map((lane, i) => {
        const distance = distances[i];
        const isKnown = distance && (distance.zeros | distance.ones) === bitRange(0, width) && distance.ones < BigInt(width);
        return isKnown ? shifted(lane, opcode, Number(distance.ones), width) : nothing;
      }), width);
    }
    default: return nothing;
  }
}

function shifted({ zeros, ones, repeated }: KnownBits, opcode: 'shl' | 'lshr' | 'ashr', distance: number, width: number): KnownBits {
  const by = BigInt(distance);
  const all = bitRange(0, width);
  if (opcode === 'shl') {
    const below = bitRange(0, distance);
    return withRepeated({ zeros: ((zeros << by) & all) | below, ones: (ones << by) & all, repeated: (repeated << by) & all }, bitRange(1, width - 1));
  }
  const above = bitRange(width - distance, distance);
  const sign = bitRange(width - 1, 1);
  const moved = { zeros: zeros >> by, ones: ones >> by, repeated: (repeated >> by) & ~1n };
  if (opcode === 'lshr') return withRepeated({ ...moved, zeros: moved.zeros | above }, bitRange(1, width - 1));
  return { zeros: moved.zeros | (zeros & sign && above), ones: moved.ones | (ones & sign && above), repeated: moved.repeated | above };
}

function bitsOfShuffle(shuffle: ShuffleVectorInstruction, width: number, inner: (operand: Value) => KnownBits): KnownBits {
  const [left, right, mask] = [shuffle.operand(0), shuffle.operand(1), shuffle.operand(2)];
  const from = lanesOf(left.type);
  const indices = lanesOf(mask.type);
  if (!from || !indices) return nothing;
  const sources = [...eachLane(inner(left), from.count, width), ...eachLane(inner(right), from.count, width)];
  const source = (lane: number): KnownBits => {
    const index = mask.kind === 'aggregate' ? mask.elements[lane] : mask.kind === 'splat' ? mask.element : undefined;
    const at = index?.kind === 'int' ? Number(index.value) : mask.kind === 'word' && mask.word === 'zeroinitializer' ? 0 : undefined;
    return (at === undefined ? undefined : sources[at]) ?? nothing;
  };
  return joined(Array.from({ length: indices.count }, (_, lane) => source(lane)), width);
}
