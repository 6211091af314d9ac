/** Conversion between JavaScript numbers and the exact bits of LLVM's floating-point formats. */
import { type FloatKind, type FloatType } from './types.js';
import { ConstantFloat } from './values.js';

/** Exponent and fraction widths of the IEEE-like formats. `x86_fp80` has an explicit integer bit beside these. */
const shapes: Record<Exclude<FloatKind, 'ppc_fp128'>, { exponent: number; fraction: number }> = {
  half: { exponent: 5, fraction: 10 },
  bfloat: { exponent: 8, fraction: 7 },
  float: { exponent: 8, fraction: 23 },
  double: { exponent: 11, fraction: 52 },
  x86_fp80: { exponent: 15, fraction: 63 },
  fp128: { exponent: 15, fraction: 112 },
};

export function doubleBits(value: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0);
}

export function doubleFromBits(bits: bigint): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt.asUintN(64, bits));
  return view.getFloat64(0);
}

/** Converts bits from one format to another, rounding to nearest even. NaN payloads keep their top bits. */
export function convertFloatBits(bits: bigint, from: FloatKind, to: FloatKind): bigint {
  if (from === to) return bits;
  if (from === 'ppc_fp128') return convertFloatBits(BigInt.asUintN(64, bits), 'double', to);
  if (to === 'ppc_fp128') return convertFloatBits(bits, from, 'double');
  const source = shapes[from];
  const target = shapes[to];
  const { sign, exponent, significand } = unpack(bits, from);
  const sourceMax = (1 << source.exponent) - 1;
  const targetMax = (1 << target.exponent) - 1;
  const shift = BigInt(target.fraction - source.fraction);
  if (exponent === sourceMax) {
    const fraction = significand & ((1n << BigInt(source.fraction)) - 1n);
    const moved = shift >= 0n ? fraction << shift : fraction >> -shift;
    const quiet = fraction !== 0n && moved === 0n ? 1n << BigInt(target.fraction - 1) : moved;
    return pack(sign, targetMax, quiet | (1n << BigInt(target.fraction)), to);
  }
  if (significand === 0n) return pack(sign, 0, 0n, to);
  // value = significand * 2^scale; bring it to target.fraction + 1 significant bits.
  const scale = Math.max(exponent, 1) - ((1 << (source.exponent - 1)) - 1) - source.fraction;
  const bias = (1 << (target.exponent - 1)) - 1;
  const length = significand.toString(2).length;
  let targetExponent = scale + length - 1 + bias;
  let drop = length - 1 - target.fraction;
  if (targetExponent < 1) {
    drop += 1 - targetExponent;
    targetExponent = 1;
  }
  let rounded = roundShift(significand, drop);
  if (rounded >= 1n << BigInt(target.fraction + 1)) {
    rounded >>= 1n;
    targetExponent++;
  }
  if (targetExponent >= targetMax) return pack(sign, targetMax, 1n << BigInt(target.fraction), to);
  const isNormal = rounded >= 1n << BigInt(target.fraction);
  return pack(sign, isNormal ? targetExponent : 0, rounded, to);
}

/** The constant nearest to `value` in a format. */
export function constantFloat(type: FloatType, value: number): ConstantFloat {
  return new ConstantFloat(type, convertFloatBits(doubleBits(value), 'double', type.format));
}

/** The value of a constant as a JavaScript number, rounded if the format is wider. */
export function numberOf(constant: ConstantFloat): number {
  return doubleFromBits(convertFloatBits(constant.bits, constant.type.format, 'double'));
}

/** Sign, biased exponent, and significand with its integer bit (absent for subnormals). */
function unpack(bits: bigint, format: Exclude<FloatKind, 'ppc_fp128'>): { sign: bigint; exponent: number; significand: bigint } {
  const { exponent: exponentBits, fraction } = shapes[format];
  const stored = format === 'x86_fp80' ? fraction + 1 : fraction;
  const exponent = Number((bits >> BigInt(stored)) & ((1n << BigInt(exponentBits)) - 1n));
  const low = bits & ((1n << BigInt(stored)) - 1n);
  const implicit = format !== 'x86_fp80' && exponent !== 0 ? 1n << BigInt(fraction) : 0n;
  return { sign: (bits >> BigInt(stored + exponentBits)) & 1n, exponent, significand: low | implicit };
}

function pack(sign: bigint, exponent: number, significand: bigint, format: Exclude<FloatKind, 'ppc_fp128'>): bigint {
  const { exponent: exponentBits, fraction } = shapes[format];
  const stored = format === 'x86_fp80' ? fraction + 1 : fraction;
  const low = significand & ((1n << BigInt(stored)) - 1n);
  return (sign << BigInt(stored + exponentBits)) | (BigInt(exponent) << BigInt(stored)) | low;
}

/** `value / 2^drop`, rounded to nearest, ties to even; a negative `drop` multiplies. */
function roundShift(value: bigint, drop: number): bigint {
  if (drop <= 0) return value << BigInt(-drop);
  const shift = BigInt(drop);
  const quotient = value >> shift;
  const rest = value - (quotient << shift);
  const half = 1n << (shift - 1n);
  return rest > half || (rest === half && (quotient & 1n) === 1n) ? quotient + 1n : quotient;
}
