/** Spellings of floating-point constants. */
import { type FloatKind, convertFloatBits, doubleBits, doubleFromBits } from '../ir/index.js';

/** The exact bits that a literal has in a format, or undefined when it is no literal of that format. */
export function floatBitsOf(literal: string, format: FloatKind): bigint | undefined {
  const exact = /^0x([KLMHR])([0-9a-fA-F]+)$/.exec(literal);
  if (exact) return exactBits(exact[1] ?? '', exact[2] ?? '', format);
  if (/^f0x[0-9a-fA-F]+$/.test(literal)) return BigInt(literal.slice(1));
  if (!isOrdinary(format)) return undefined;
  if (/^0x[0-9a-fA-F]{1,16}$/.test(literal)) return fromDouble(BigInt(literal), format);
  if (/^[-+]?\d+\.\d*([eE][-+]?\d+)?$/.test(literal)) return fromDouble(doubleBits(Number(literal)), format);
  return undefined;
}

/** The spelling that every LLVM reads. */
export function floatLiteral(bits: bigint, format: FloatKind): string {
  switch (format) {
    case 'half': return `0xH${hex(bits, 4)}`;
    case 'bfloat': return `0xR${hex(bits, 4)}`;
    case 'x86_fp80': return `0xK${hex(bits, 20)}`;
    case 'fp128': return `0xL${wordsSwapped(bits)}`;
    case 'ppc_fp128': return `0xM${wordsSwapped(bits)}`;
    case 'float': case 'double': {
      const wide = format === 'double' ? bits : convertFloatBits(bits, 'float', 'double');
      return decimal(doubleFromBits(wide)) ?? `0x${hex(wide, 16)}`;
    }
  }
}

/** Formats whose constants may be written as a double: in decimal, or as the bits of the double. */
function isOrdinary(format: FloatKind): boolean { return format === 'float' || format === 'double' || format === 'half' || format === 'bfloat'; }

/** A double in a narrower format, if it has it exactly (LLVM refuses other literals). */
function fromDouble(bits: bigint, format: FloatKind): bigint | undefined {
  if (format === 'double') return bits;
  const narrow = convertFloatBits(bits, 'double', format);
  return convertFloatBits(narrow, format, 'double') === bits ? narrow : undefined;
}

const letters: Readonly<Record<string, { format: FloatKind; digits: number }>> = {
  K: { format: 'x86_fp80', digits: 20 }, L: { format: 'fp128', digits: 32 }, M: { format: 'ppc_fp128', digits: 32 },
  H: { format: 'half', digits: 4 }, R: { format: 'bfloat', digits: 4 },
};

function exactBits(letter: string, digits: string, format: FloatKind): bigint | undefined {
  const spelling = letters[letter];
  if (spelling?.format !== format || digits.length > spelling.digits) return undefined;
  // Two words, of which the second may have lost leading zeros: sign and exponent of x86_fp80 first; of the 128-bit
  // formats, the low word first.
  if (spelling.digits === 20) return (word(digits.slice(0, 4)) << 64n) | word(digits.slice(4));
  if (spelling.digits === 32) return word(digits.slice(0, 16)) | (word(digits.slice(16)) << 64n);
  return word(digits);
}

function word(digits: string): bigint { return digits === '' ? 0n : BigInt(`0x${digits}`); }

function wordsSwapped(bits: bigint): string { return hex(bits & 0xffffffffffffffffn, 16) + hex(bits >> 64n, 16); }

function hex(bits: bigint, digits: number): string { return bits.toString(16).toUpperCase().padStart(digits, '0'); }

/** `1.000000e+00`, when six digits are the whole truth. */
function decimal(value: number): string | undefined {
  if (!Number.isFinite(value)) return undefined;
  const text = Object.is(value, -0) ? '-0.000000e+0' : value.toExponential(6);
  if (Number(text) !== value) return undefined;
  return text.replace(/e([-+])(\d)$/, 'e$10$2');
}
