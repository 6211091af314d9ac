/**
 * Irrational constants of the partials, each as the nearest double and the rest, so that wide formats get them to 106
 * bits. The digits were computed with 300 bits.
 */
import { type Builder, type FloatType, type Value, constantFloat } from '../ir/index.js';
import type { Expression } from './expression.js';

export type Number = Expression & { readonly kind: 'number' };

/** The constant in a format; in a wide one as a sum, which LLVM folds to the precision of the format. */
export function wideConstant(builder: Builder, type: FloatType, { value, tail }: Number): Value {
  const head = constantFloat(type, value);
  const isWide = type.format === 'x86_fp80' || type.format === 'fp128' || type.format === 'ppc_fp128';
  return tail !== undefined && isWide ? builder.binary('fadd', head, constantFloat(type, tail)) : head;
}

const constant = (value: number, tail: number): Number => ({ kind: 'number', value, tail });

export const pi = constant(3.141592653589793, 1.2246467991473532e-16);
export const inversePi = constant(0.3183098861837907, -1.9678676675182486e-17);
export const ln2 = constant(0.6931471805599453, 2.3190468138462996e-17);
export const ln10 = constant(2.302585092994046, -2.1707562233822494e-16);
/** 1 / ln 2. */
export const log2e = constant(1.4426950408889634, 2.0355273740931033e-17);
/** 1 / ln 10. */
export const log10e = constant(0.4342944819032518, 1.098319650216765e-17);
export const third = constant(0.3333333333333333, 1.850371707708594e-17);
export const twoOverRootPi = constant(1.1283791670955126, 1.533545961316588e-17);
export const halfRootPi = constant(0.886226925452758, -3.8332932499128993e-17);
export const rootTwoPi = constant(2.5066282746310007, -1.8328579980459167e-16);
export const inverseRootTwoPi = constant(0.3989422804014327, -2.49232720227773e-17);
