/**
 * The bits of a number made a number by their value, `(double)bits`. Neighbouring numbers have neighbouring bits, so that as a function
 * of the number x this rises by one over each step of the format: its slope is 1/ulp(x), with the sign of x.
 */
import { type Builder, type Type, type Value, FloatType, IntegerType, constantInt } from '../ir/index.js';
import type { Adjoints } from './adjoints.js';
import type { Differential } from './differentials.js';

const formats = { double: { bits: 64, mantissa: 52, bias: 1023 }, float: { bits: 32, mantissa: 23, bias: 127 } } as const;

export type FormatOfBits = keyof typeof formats;

type ValueOfBits = Extract<Differential, { kind: 'value of bits' }>;

/** The tangent of the integer's value, of `type`: slope times the tangent of the number, which is given as bits. */
export function tangentOfValue({ operand, format }: ValueOfBits, type: Type, primal: (value: Value) => Value, tangent: Value, build: Builder): Value {
  return inFormat(timesSlope(build.cast('bitcast', tangent, new FloatType(format)), primal(operand), format, build), type, build);
}

/** Adds slope times the adjoint of the integer's value to the adjoint of the number. */
export function reverseValue({ operand, format }: ValueOfBits, seed: Value, primal: (value: Value) => Value, adjoints: Adjoints, build: Builder): void {
  adjoints.add(operand, timesSlope(inFormat(seed, new FloatType(format), build), primal(operand), format, build));
}

function inFormat(number: Value, type: Type, build: Builder): Value {
  const [from, to] = [number.type, type];
  if (from.kind !== 'float' || to.kind !== 'float' || from.bits === to.bits) return number;
  return build.cast(from.bits < to.bits ? 'fpext' : 'fptrunc', number, to);
}

/**
 * A number times the slope, a power of two: it is multiplied by two of about half the exponent, since 1/ulp of a small number is too
 * large for the format. Zero at infinities and NaN. (What a union holds in place of a number may have any slope: its tangent is zero,
 * and its adjoint is cleared where it was stored.)
 */
function timesSlope(seed: Value, value: Value, format: FormatOfBits, build: Builder): Value {
  const { bits, mantissa, bias } = formats[format];
  const type = new IntegerType(bits);
  const int = (number: number | bigint): Value => constantInt(type, number);
  const place = int(mantissa), ones = int((1n << BigInt(bits - 1 - mantissa)) - 1n);
  const exponent = build.binary('and', build.binary('lshr', value, place), ones);
  const isSubnormal = build.icmp('eq', exponent, int(0)), isFinite = build.icmp('ne', exponent, ones);
  const power = build.binary('sub', int(bias + mantissa), build.select(isSubnormal, int(1), exponent));
  const half = build.binary('ashr', power, int(1));
  const powerOfTwo = (of: Value): Value => build.binary('shl', build.binary('add', of, int(bias)), place);
  const sign = build.binary('and', value, int(1n << BigInt(bits - 1)));
  const second = build.select(isFinite, build.binary('or', powerOfTwo(build.binary('sub', power, half)), sign), int(0));
  return [powerOfTwo(half), second].reduce((product, factor) => build.binary('fmul', product, build.cast('bitcast', factor, new FloatType(format))), seed);
}
