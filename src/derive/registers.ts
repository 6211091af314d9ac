/**
 * Integers in which numbers travel beside integers, as structs by value do: a float and an int in one `i64`. Their adjoint
 * is a struct of the same bytes, with the numbers where they are in the integer.
 */
import { type Builder, type DataLayout, type IntegerType, type Type, type Value, ArrayType, FloatType, StructType, constantInt, containsFloat, floatBits, i32, i8,
  isFloatOrFloatVector, sameType, zero,
} from '../ir/index.js';
import type { NumberField } from '../types/index.js';
import type { Move } from './differentials.js';

/** A struct with the numbers at their places, of the size and the alignment of the integer: it may stand for it in an aggregate. */
export function structOfNumbers(numbers: readonly NumberField[], integer: IntegerType): Type {
  const fields: Type[] = [];
  let end = 0;
  const skipTo = (offset: number): void => { if (offset > end) fields.push(new ArrayType(i8, offset - end)); };
  for (const { offset, kind } of numbers) {
    skipTo(offset);
    fields.push(new FloatType(kind));
    end = offset + floatBits[kind] / 8;
  }
  skipTo(Math.ceil(integer.bits / 8));
  return new StructType([new ArrayType(integer, 0), new StructType(fields, true)]);
}

/** Bytes of an integer. */
export interface Place { readonly offset: number; readonly size: number }

/** The bits of an integer that are those of the numbers. */
function maskOf(numbers: readonly Place[]): bigint {
  return numbers.reduce((mask, { offset, size }) => mask | (((1n << BigInt(8 * size)) - 1n) << BigInt(8 * offset)), 0n);
}

/** A number in a value: how to get it out, and where its bytes are. */
export interface NumberPart {
  /** For `extractvalue`. */
  readonly path: readonly number[];
  /** The lane, if there a vector is found. */
  readonly lane: number | undefined;
  readonly offset: number;
  readonly type: FloatType;
}

/** The numbers that a type names. */
export function numbersOf(type: Type, layout: DataLayout): NumberPart[] {
  switch (type.kind) {
    case 'float': return [{ path: [], lane: undefined, offset: 0, type }];
    case 'vector': {
      const { element } = type;
      if (element.kind !== 'float' || type.scalable) return [];
      return Array.from({ length: type.length }, (_, lane) => ({ path: [], lane, offset: lane * element.bits / 8, type: element }));
    }
    case 'array': case 'struct': {
      const count = type.kind === 'array' ? type.length : type.fields.length;
      return Array.from({ length: count }, (_, i) => i).flatMap((index) => {
        const part = type.kind === 'array' ? type.element : type.fields[index];
        const at = type.kind === 'array' ? index * layout.allocSize(type.element) : layout.fieldOffset(type, index);
        return part && containsFloat(part) ? numbersOf(part, layout).map((each) => ({ ...each, path: [index, ...each.path], offset: at + each.offset })) : [];
      });
    }
    default: return [];
  }
}

export function numberIn(build: Builder, whole: Value, { path, lane }: NumberPart): Value {
  const part = build.extractValue(whole, path);
  return lane === undefined ? part : build.extractElement(part, constantInt(i32, lane));
}

/** The numbers that are moved, at their new places; zeros elsewhere. */
export function movedBits(moves: readonly Move[], type: Type, bitsOf: (operand: Value) => Value, build: Builder): Value {
  let all: Value | undefined;
  for (const { operand, from, to, size } of moves) {
    const bits = at(bitsOf(operand), to - from, type as IntegerType, build);
    const moved = build.binary('and', bits, constantInt(type as IntegerType, maskOf([{ offset: to, size }])));
    all = all ? build.binary('or', all, moved) : moved;
  }
  return all ?? zero(type);
}

/** The integer in the width of `type`, moved up by some bytes, or down. */
function at(bits: Value, bytes: number, type: IntegerType, build: Builder): Value {
  const widest = bits.type.kind === 'integer' && bits.type.bits > type.bits ? bits.type : type;
  const wide = build.cast('zext', bits, widest);
  const shifted = bytes === 0 ? wide : build.binary(bytes > 0 ? 'shl' : 'lshr', wide, constantInt(widest, 8 * Math.abs(bytes)));
  return build.cast('trunc', shifted, type);
}

/** `primal` with other numbers in the places of its own: those of `bits`, or zeros. */
export function withNumbersOf(bits: Value | undefined, primal: Value, numbers: readonly Place[], build: Builder): Value {
  const type = primal.type as IntegerType;
  const mask = maskOf(numbers);
  const others = build.binary('and', primal, constantInt(type, ~mask));
  return bits ? build.binary('or', others, build.binary('and', bits, constantInt(type, mask))) : others;
}

/** The same numbers as a value of another type; undefined if one of them has no place there. */
export function inForm(build: Builder, value: Value, type: Type): Value | undefined {
  if (sameType(value.type, type)) return value;
  if (isFloatOrFloatVector(value.type) && isFloatOrFloatVector(type)) return build.cast('bitcast', value, type);
  const { layout } = build.module;
  const places = numbersOf(type, layout);
  let all: Value | undefined = zero(type);
  for (const number of numbersOf(value.type, layout)) {
    const place = places.find((each) => each.offset === number.offset && sameType(each.type, number.type));
    all = place && all && withNumber(build, all, numberIn(build, value, number), place);
  }
  return all;
}

function withNumber(build: Builder, whole: Value, number: Value, { path, lane }: NumberPart): Value {
  if (lane === undefined) return build.insertValue(whole, number, path);
  return build.insertValue(whole, build.insertElement(build.extractValue(whole, path), number, constantInt(i32, lane)), path);
}
