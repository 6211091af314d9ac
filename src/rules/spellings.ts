/**
 * How compilers and libraries spell the functions of the table: `sin` is also `sinf`, `sinl`, `sinf128`, `__sin_finite`,
 * `__nv_sinf`, `__ocml_sin_f32`, `llvm.sin.v2f32`, `llvm.experimental.constrained.sin.f32`. The format is not read off
 * the name: the types of the call tell it.
 */
import { type ComplexName, complexTable } from './complex.js';
import { type MathName, isMathName, mathRow, mathTable } from './math.js';

/** Suffixes of C's <math.h> and of libquadmath. */
export const libmSuffixes = ['', 'f', 'l', 'f16', 'f32', 'f64', 'f128', 'f32x', 'f64x', 'q'] as const;

/** Every name of a library function of the table, with the row it means. */
export function librarySpellings(): Map<string, MathName> {
  const spelled = new Map<string, MathName>();
  for (const name of Object.keys(mathTable).filter(isMathName)) {
    const row = mathRow(name);
    for (const base of [name, ...(row.aliases ?? [])]) {
      for (const text of row.isDeviceOnly ? [] : cSpellings(base)) spelled.set(text, name);
      for (const text of deviceSpellings(base)) spelled.set(text, name);
    }
  }
  for (const [text, name] of Object.entries(otherSpellings)) spelled.set(text, name);
  return spelled;
}

/** Complex functions, and what compilers call for `*` and `/`: half, single, double, extended, quadruple precision. */
export function complexSpellings(): Map<string, ComplexName> {
  const spelled = new Map<string, ComplexName>();
  for (const name of Object.keys(complexTable) as ComplexName[]) {
    const operator = { multiply: 'mul', divide: 'div' }[name as string];
    const texts = operator === undefined ? cSpellings(name) : ['h', 's', 'd', 'x', 't'].map((format) => `__${operator}${format}c3`);
    texts.forEach((text) => spelled.set(text, name));
  }
  return spelled;
}

/** Names of C functions in each format, and the ones glibc's headers redirected to under -ffinite-math-only. */
export function cSpellings(base: string): string[] {
  const formats = libmSuffixes.map((suffix) => reentrant(base, suffix));
  const finite = ['', 'f', 'l'].map((suffix) => `__${reentrant(base, suffix)}_finite`);
  return [...formats, ...finite];
}

/** CUDA's libdevice and AMD's OCML. */
function deviceSpellings(base: string): string[] {
  return [`__nv_${base}`, `__nv_${base}f`, `__nv_fast_${base}f`, ...['f16', 'f32', 'f64'].map((format) => `__ocml_${base}_${format}`)];
}

/** `lgammaf_r`: the format stands before `_r`. */
function reentrant(base: string, suffix: string): string {
  return base.endsWith('_r') ? `${base.slice(0, -2)}${suffix}_r` : `${base}${suffix}`;
}

/** Names that follow no rule. Fortran's `x ** n`: flang's runtime, `i` for 32-bit and `k` for 64-bit exponents. */
const otherSpellings: Readonly<Record<string, MathName>> = {
  _FortranAFPow4i: 'powi', _FortranAFPow8i: 'powi', _FortranAFPow10i: 'powi', _FortranAFPow16i: 'powi',
  _FortranAFPow4k: 'powi', _FortranAFPow8k: 'powi', _FortranAFPow10k: 'powi', _FortranAFPow16k: 'powi',
  _FortranAModReal4: 'fmod', _FortranAModReal8: 'fmod', _FortranAModReal10: 'fmod', _FortranAModReal16: 'fmod',
  __powisf2: 'powi', __powidf2: 'powi', __powixf2: 'powi', __powitf2: 'powi',
  __exp10: 'exp10', __exp10f: 'exp10', __sinpi: 'sinpi', __sinpif: 'sinpi', __cospi: 'cospi', __cospif: 'cospi',
  __tanpi: 'tanpi', __tanpif: 'tanpi', __nv_powi: 'powi', __nv_powif: 'powi', __nv_fast_exp10f: 'exp10',
};

/**
 * Intrinsics that compute a function of the table with the same arguments, without `llvm.` and the type suffix. The
 * constrained ones (strict floating point) have the rounding mode and the exception behaviour behind them.
 */
export const intrinsics: Readonly<Record<string, MathName>> = {
  sqrt: 'sqrt', pow: 'pow', powi: 'powi', exp: 'exp', exp2: 'exp2', exp10: 'exp10', log: 'log', log2: 'log2', log10: 'log10',
  sin: 'sin', cos: 'cos', tan: 'tan', asin: 'asin', acos: 'acos', atan: 'atan', atan2: 'atan2', sinh: 'sinh', cosh: 'cosh', tanh: 'tanh',
  fabs: 'fabs', copysign: 'copysign', floor: 'floor', ceil: 'ceil', trunc: 'trunc', rint: 'rint', nearbyint: 'nearbyint',
  round: 'round', roundeven: 'roundeven', fma: 'fma', fmuladd: 'fma', ldexp: 'ldexp',
  minnum: 'fmin', maxnum: 'fmax', minimum: 'fminimum', maximum: 'fmaximum', minimumnum: 'fminimum_num', maximumnum: 'fmaximum_num',
};

/** Those that every LLVM since 7 lowers for all formats: what derivative code is written in. */
export const emittedIntrinsics: Partial<Record<MathName, string>> = {
  sqrt: 'sqrt', pow: 'pow', powi: 'powi', exp: 'exp', exp2: 'exp2', log: 'log', log2: 'log2', log10: 'log10', sin: 'sin', cos: 'cos',
  fabs: 'fabs', copysign: 'copysign', floor: 'floor', ceil: 'ceil', trunc: 'trunc', rint: 'rint', nearbyint: 'nearbyint', round: 'round', fma: 'fma',
};
