/**
 * The digamma function, the derivative of lgamma, which no C library has: written into the module as a `linkonce_odr`
 * function, in plain instructions, so that it can be differentiated like any other.
 *
 * Reflection at 1/2, recurrence up to a threshold, asymptotic series: Abramowitz & Stegun 6.3.7, 6.3.5 and 6.3.18;
 * Bernardo, "Algorithm AS 103: Psi (digamma) function", Applied Statistics 25(3), 1976.
 */
import {
  Builder, type FloatKind, type FloatType, type Function, FunctionType, type Module, type Value, constantFloat,
} from '../ir/index.js';
import { pi, wideConstant } from './constants.js';
import { mangledType } from './mangle.js';

/** B(2k) / (2k) for k = 1, 2, ...: the coefficients of the series in 1 / x^2. */
const coefficients: readonly (readonly [numerator: number, denominator: number])[] = [
  [1, 12], [-1, 120], [1, 252], [-1, 240], [1, 132], [-691, 32760], [1, 12], [-3617, 8160], [43867, 14364], [-174611, 6600],
  [77683, 276], [-236364091, 65520], [657931, 12],
];

/** From which argument the series is used, and how many terms: the first one left out is below the format's precision. */
const series: Readonly<Record<FloatKind, { readonly from: number; readonly terms: number }>> = {
  half: { from: 6, terms: 4 }, bfloat: { from: 6, terms: 4 }, float: { from: 6, terms: 4 }, double: { from: 10, terms: 8 },
  x86_fp80: { from: 14, terms: 9 }, fp128: { from: 30, terms: 13 }, ppc_fp128: { from: 30, terms: 13 },
};

/** The helper for a format, defined in the module if it is not yet. */
export function digammaHelper(module: Module, type: FloatType): Function {
  const name = `__ribozyme_digamma_${type.text}`;
  return module.functions.get(name) ?? define(module.addFunction(name, new FunctionType(type, [type])), type);
}

function define(fn: Function, type: FloatType): Function {
  fn.words.linkage = 'linkonce_odr';
  fn.attributes.push('nounwind', 'willreturn', 'readnone');
  const [entry, reflect, next, again, tail] = ['entry', 'reflect', 'next', 'again', 'tail'].map((name) => fn.addBlock(name));
  const [x] = fn.args;
  if (!entry || !reflect || !next || !again || !tail || !x) throw new Error('the helper has five blocks and an argument');
  const number = (value: number): Value => constantFloat(type, value);
  const builder = new Builder(entry);
  builder.condBr(builder.fcmp('olt', x, number(0.5)), reflect, next);

  // psi(x) = psi(1 - x) - pi / tan(pi x), where the integer part of x drops out of the tangent.
  builder.atEnd(reflect);
  const fraction = builder.binary('fsub', x, intrinsic(builder, 'rint', x, type));
  const angle = builder.binary('fmul', fraction, wideConstant(builder, type, pi));
  const cotangent = builder.binary('fdiv', intrinsic(builder, 'cos', angle, type), intrinsic(builder, 'sin', angle, type));
  const correction = builder.fneg(builder.binary('fmul', cotangent, wideConstant(builder, type, pi)));
  const mirrored = builder.binary('fsub', number(1), x);
  builder.br(next);

  // psi(z) = psi(z + 1) - 1 / z
  builder.atEnd(next);
  const z = builder.phi(type, [[x, entry], [mirrored, reflect]]);
  const sum = builder.phi(type, [[number(0), entry], [correction, reflect]]);
  builder.condBr(builder.fcmp('olt', z, number(series[type.format].from)), again, tail);
  builder.atEnd(again);
  z.addIncoming(builder.binary('fadd', z, number(1)), again);
  sum.addIncoming(builder.binary('fsub', sum, builder.binary('fdiv', number(1), z)), again);
  builder.br(next);

  // psi(z) ~ ln z - 1 / (2 z) - the sum of B(2k) / (2k z^2k)
  builder.atEnd(tail);
  const inverse = builder.binary('fdiv', number(1), z);
  const square = builder.binary('fmul', inverse, inverse);
  const terms = horner(builder, coefficients.slice(0, series[type.format].terms), square, type);
  const start = builder.binary('fsub', intrinsic(builder, 'log', z, type), builder.binary('fmul', inverse, number(0.5)));
  builder.ret(builder.binary('fadd', sum, builder.binary('fsub', start, terms)));
  return fn;
}

/** c1 s + c2 s^2 + ..., the quotients of the coefficients being folded by LLVM in the format itself. */
function horner(builder: Builder, from: typeof coefficients, square: Value, type: FloatType): Value {
  let value: Value = constantFloat(type, 0);
  for (const [numerator, denominator] of [...from].reverse()) {
    const coefficient = builder.binary('fdiv', constantFloat(type, numerator), constantFloat(type, denominator));
    value = builder.binary('fmul', builder.binary('fadd', value, coefficient), square);
  }
  return value;
}

function intrinsic(builder: Builder, name: string, argument: Value, type: FloatType): Value {
  return builder.call(builder.module.getOrDeclare(`llvm.${name}.${mangledType(type)}`, new FunctionType(type, [type])), [argument]);
}
