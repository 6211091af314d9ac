/** Rounding to fewer bits of exponent and significand than the format has, to nearest, ties to even, as a function in the module. */
import type { Function, Module } from '../ir/index.js';
import { importFunction } from './support.js';

interface Format { readonly type: string; readonly integer: string; readonly intrinsic: string; readonly exponent: number; readonly mantissa: number }

export const formats = {
  float: { type: 'float', integer: 'i32', intrinsic: 'f32', exponent: 8, mantissa: 23 },
  double: { type: 'double', integer: 'i64', intrinsic: 'f64', exponent: 11, mantissa: 52 },
} as const satisfies Record<string, Format>;

/** `T round(T)`; numbers beyond the range become infinite, those below it subnormal. `mantissa` counts without the hidden bit. */
export function roundingFunction(module: Module, from: keyof typeof formats, { exponent, mantissa }: { exponent: number; mantissa: number }): Function {
  const name = `__ribozyme_round_${from}_${exponent}_${mantissa}`;
  return module.functions.get(name) ?? importFunction(module, source(name, formats[from], exponent, mantissa), name);
}

/**
 * A normal number has half a unit added to its bits (less, to make ties even) and the rest cut off: a carry goes into the
 * exponent, as it should. A number too small for that is rounded by adding and subtracting one whose last place is the
 * smallest number of the narrow format.
 */
function source(name: string, format: Format, exponent: number, mantissa: number): string {
  const { type, integer, intrinsic } = format;
  const bias = 2 ** (exponent - 1) - 1;
  const cut = format.mantissa - mantissa;
  const smallestNormal = 2 ** (1 - bias);
  const magic = 1.5 * 2 ** (format.mantissa + 1 - bias - mantissa);
  const isNarrower = exponent < format.exponent;
  const infinity = hexOf(Infinity);
  return `
declare ${type} @llvm.fabs.${intrinsic}(${type})
declare ${type} @llvm.copysign.${intrinsic}(${type}, ${type})

define ${type} @${name}(${type} %x) nounwind willreturn {
  %bits = bitcast ${type} %x to ${integer}
  %shifted = lshr ${integer} %bits, ${cut}
  %odd = and ${integer} %shifted, 1
  %half = add ${integer} %odd, ${(1n << BigInt(cut - 1)) - 1n}
  %raised = add ${integer} %bits, %half
  %kept = and ${integer} %raised, ${-(1n << BigInt(cut))}
  %normal = bitcast ${integer} %kept to ${type}
  %magic = call ${type} @llvm.copysign.${intrinsic}(${type} ${hexOf(magic)}, ${type} %x)
  %sum = fadd ${type} %x, %magic
  %rest = fsub ${type} %sum, %magic
  %small = call ${type} @llvm.copysign.${intrinsic}(${type} %rest, ${type} %x)
  %magnitude = call ${type} @llvm.fabs.${intrinsic}(${type} %x)
  %isSmall = fcmp olt ${type} %magnitude, ${hexOf(smallestNormal)}
  %chosen = select i1 %isSmall, ${type} %small, ${type} %normal
  %size = call ${type} @llvm.fabs.${intrinsic}(${type} %chosen)
  %isLarge = fcmp oge ${type} %size, ${isNarrower ? hexOf(2 ** (bias + 1)) : infinity}
  %infinite = call ${type} @llvm.copysign.${intrinsic}(${type} ${infinity}, ${type} %x)
  %result = select i1 %isLarge, ${type} %infinite, ${type} %chosen
  %isFinite = fcmp olt ${type} %magnitude, ${infinity}
  %answer = select i1 %isFinite, ${type} %result, ${type} %x
  ret ${type} %answer
}
`;
}

/** As LLVM writes it: the bits of the double, for a float too. */
function hexOf(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return `0x${view.getBigUint64(0).toString(16).toUpperCase().padStart(16, '0')}`;
}
