/**
 * The derivatives of mathematical functions, as in a table of a calculus book: every function of C's <math.h> that has
 * one, and the extensions of C23, GNU and CUDA. How a function is spelled (`sinf`, `llvm.sin.f32`, `__nv_sinf`) is in
 * `spellings.ts`. `a`, `b`, `c` (or `x`) are the operands and `y` the result.
 *
 * Forms are chosen to stay accurate in the tails rather than for the fewest operations, as long as they take no call that
 * an adjoint by hand would not make.
 *
 * Formulas: Abramowitz & Stegun, "Handbook of Mathematical Functions", 1964: 4 (elementary), 6 (gamma), 7 (error
 * function), 9 (Bessel).
 */
import { halfRootPi, inversePi, inverseRootTwoPi, ln10, ln2, log10e, log2e, pi, rootTwoPi, third, twoOverRootPi } from './constants.js';
import { type Expression, type Term, add, call, div, mul, neg, offset, operand, result, select, sub } from './expression.js';
import { type Interval, type MathRow, binary, general, order, stepwise, ternary, unary, withInteger } from './row.js';

const line: Interval = [-3, 3];
const positive: Interval = [0.1, 4];
const inside: Interval = [-0.95, 0.95];

const sqrt = (x: Term): Expression => call('sqrt', x);
const square = (x: Expression): Expression => mul(x, x);
/** 1 - x^2, without the cancellation near 1. */
const oneMinusSquare = (x: Expression): Expression => mul(sub(1, x), add(1, x));

const exponentials = {
  exp: unary(({ y }) => y, line),
  exp2: unary(({ y }) => mul(ln2, y), line),
  exp10: unary(({ y }) => mul(ln10, y), line, { aliases: ['pow10'] }),
  // y + 1 would lose everything for x << 0.
  expm1: unary(({ x }) => call('exp', x), line),
  exp2m1: unary(({ x }) => mul(ln2, call('exp2', x)), line),
  exp10m1: unary(({ x }) => mul(ln10, call('exp10', x)), line),
  log: unary(({ x }) => div(1, x), positive, { singular: 'inf at 0' }),
  log2: unary(({ x }) => div(log2e, x), positive, { singular: 'inf at 0' }),
  log10: unary(({ x }) => div(log10e, x), positive, { singular: 'inf at 0' }),
  log1p: unary(({ x }) => div(1, add(1, x)), [-0.9, 3], { singular: 'inf at -1', aliases: ['logp1'] }),
  log2p1: unary(({ x }) => div(log2e, add(1, x)), [-0.9, 3], { singular: 'inf at -1' }),
  log10p1: unary(({ x }) => div(log10e, add(1, x)), [-0.9, 3], { singular: 'inf at -1' }),
} satisfies Record<string, MathRow>;

const powers = {
  sqrt: unary(({ y }) => div(0.5, y), positive, { singular: 'inf at 0' }),
  // 1 / (3 y^2), not y / (3 x), which is 0/0 at 0.
  cbrt: unary(({ y }) => div(third, square(y)), positive, { singular: 'inf at 0' }),
  rsqrt: unary(({ x, y }) => mul(-0.5, div(y, x)), positive, { singular: '-inf at 0' }),
  rcbrt: unary(({ x, y }) => neg(mul(third, div(y, x))), positive, { singular: '-inf at 0', isDeviceOnly: true }),
  // b pow(a, b - 1), not b y / a: right at a = 0 for b >= 1, and where y underflows. 0^0 counts as a constant of a.
  pow: binary(({ a, b, y }) => [powerOf(b, call('pow', a, sub(b, 1)), a), select('oeq', y, 0, 0, mul(y, call('log', a)))],
    [positive, line], { singular: 'pow(0, 0): 0 in a, -inf in b; pow(0, b): 0 in b for b > 0, in a: 0 for b > 1, 1 for b = 1, inf for 0 < b < 1; NaN in b for a < 0', written: ['b * pow(a, b - 1)', 'result * log(a)'] }),
  powr: binary(({ a, b, y }) => [powerOf(b, call('powr', a, sub(b, 1)), a), select('oeq', y, 0, 0, mul(y, call('log', a)))],
    [positive, line], { singular: 'as pow', written: ['b * powr(a, b - 1)', 'result * log(a)'] }),
  powi: withInteger(({ x, n }) => select('oeq', n, 0, 0, mul(n, call('powi', x, offset(1, -1)))), [positive, [-5, 5]], { singular: 'powi(0, 0): 0; -inf at 0 for n < 0' }),
  pown: withInteger(({ x, n }) => select('oeq', n, 0, 0, mul(n, call('pown', x, offset(1, -1)))), [positive, [-5, 5]], { singular: 'as powi' }),
  rootn: withInteger(({ x, n, y }) => div(y, mul(n, x)), [positive, [1, 5]], { singular: 'NaN at 0' }),
  compoundn: withInteger(({ x, n }) => select('oeq', n, 0, 0, mul(n, call('compoundn', x, offset(1, -1)))), [positive, [-5, 5]], { singular: 'compoundn(-1, 0): 0; -inf at -1 for n < 0' }),
  hypot: binary(({ a, b, y }) => [select('oeq', y, 0, 0, div(a, y)), select('oeq', y, 0, 0, div(b, y))], [positive, line],
    { singular: '0 at the origin (a subgradient)' }),
} satisfies Record<string, MathRow>;

/** The partial of a power with respect to its base: `exponent * lower`, and 0 for 0^0. */
function powerOf(exponent: Expression, lower: Expression, base: Expression): Expression {
  const product = mul(exponent, lower);
  return select('oeq', base, 0, select('oeq', exponent, 0, 0, product), product);
}

const trigonometric = {
  sin: unary(({ x }) => call('cos', x), line),
  cos: unary(({ x }) => neg(call('sin', x)), line),
  tan: unary(({ y }) => add(1, square(y)), [-1.4, 1.4]),
  asin: unary(({ x }) => div(1, sqrt(oneMinusSquare(x))), inside, { singular: 'inf at -1 and 1' }),
  acos: unary(({ x }) => div(-1, sqrt(oneMinusSquare(x))), inside, { singular: '-inf at -1 and 1' }),
  atan: unary(({ x }) => div(1, add(1, square(x))), line),
  atan2: binary(({ a, b }) => angle(a, b, 1), [line, positive], { singular: 'NaN at the origin', written: ['b / (a^2 + b^2)', '-a / (a^2 + b^2)'] }),
  sinpi: unary(({ x }) => mul(pi, call('cospi', x)), line),
  cospi: unary(({ x }) => mul(neg(pi), call('sinpi', x)), line),
  tanpi: unary(({ y }) => mul(pi, add(1, square(y))), [-0.4, 0.4], { singular: 'inf at odd multiples of 1/2' }),
  asinpi: unary(({ x }) => div(inversePi, sqrt(oneMinusSquare(x))), inside, { singular: 'inf at -1 and 1' }),
  acospi: unary(({ x }) => div(neg(inversePi), sqrt(oneMinusSquare(x))), inside, { singular: '-inf at -1 and 1' }),
  atanpi: unary(({ x }) => div(inversePi, add(1, square(x))), line),
  atan2pi: binary(({ a, b }) => angle(a, b, inversePi), [line, positive],
    { singular: 'NaN at the origin', written: ['b / (pi * (a^2 + b^2))', '-a / (pi * (a^2 + b^2))'] }),
  sincos: sineAndCosine('sin', 'cos', 1),
  sincospi: sineAndCosine('sinpi', 'cospi', pi),
} satisfies Record<string, MathRow>;

/**
 * The partials of `scale * atan2(a, b)`: scale (b, -a) / (a^2 + b^2). Dividing by the larger operand first keeps the
 * squares from overflowing and underflowing, as in Smith's complex division (CACM 5(8), 1962).
 */
export function angle(a: Expression, b: Expression, scale: Term): readonly [Expression, Expression] {
  const [sizeA, sizeB] = [call('fabs', a), call('fabs', b)];
  const byLarger = (whenB: Term, whenA: Term): Expression => select('oge', sizeB, sizeA, whenB, whenA);
  const large = byLarger(b, a);
  const ratio = div(byLarger(a, b), large);
  const denominator = add(large, mul(byLarger(a, b), ratio));
  const over = (numerator: Expression): Expression => div(scale === 1 ? numerator : mul(scale, numerator), denominator);
  return [over(byLarger(1, ratio)), neg(over(byLarger(ratio, 1)))];
}

/** `sincos(x, double *sine, double *cosine)`. */
function sineAndCosine(sine: string, cosine: string, scale: Term): MathRow {
  const scaled = (e: Expression): Expression => (scale === 1 ? e : mul(scale, e));
  const x = operand(0);
  return general(['float', 'pointer', 'pointer'], [
    { place: { kind: 'pointer', argument: 1 }, partials: [scaled(call(cosine, x)), 'zero', 'zero'] },
    { place: { kind: 'pointer', argument: 2 }, partials: [neg(scaled(call(sine, x))), 'zero', 'zero'] },
  ], [line]);
}

const hyperbolic = {
  sinh: unary(({ x }) => call('cosh', x), line),
  cosh: unary(({ x }) => call('sinh', x), line),
  // Not 1 / cosh(x)^2: that is one more call, as dear as tanh itself. Where tanh saturates, the slope is right to a rounding of y.
  tanh: unary(({ y }) => oneMinusSquare(y), line),
  asinh: unary(({ x }) => div(1, call('hypot', 1, x)), line),
  acosh: unary(({ x }) => div(1, mul(sqrt(sub(x, 1)), sqrt(add(x, 1)))), [1.1, 4], { singular: 'inf at 1' }),
  atanh: unary(({ x }) => div(1, oneMinusSquare(x)), inside, { singular: 'inf at -1 and 1' }),
} satisfies Record<string, MathRow>;

const special = {
  erf: unary(({ x }) => mul(twoOverRootPi, call('exp', neg(square(x)))), line),
  erfc: unary(({ x }) => mul(neg(twoOverRootPi), call('exp', neg(square(x)))), line),
  tgamma: unary(({ x, y }) => mul(y, call('digamma', x)), positive, { singular: 'NaN at 0, -1, -2, ...' }),
  lgamma: unary(({ x }) => call('digamma', x), positive, { singular: 'NaN at 0, -1, -2, ...', aliases: ['gamma'] }),
  lgamma_r: general(['float', 'pointer'], [{ place: { kind: 'result' }, partials: [call('digamma', operand(0)), 'zero'] }], [positive], 'as lgamma'),
  j0: unary(({ x }) => neg(call('j1', x)), line),
  j1: unary(({ x }) => mul(0.5, sub(call('j0', x), call('jn', 2, x))), line),
  jn: order(({ x }) => mul(0.5, sub(call('jn', offset(0, -1), x), call('jn', offset(0, 1), x))), [[0, 4], line]),
  y0: unary(({ x }) => neg(call('y1', x)), positive, { singular: 'inf at 0' }),
  y1: unary(({ x }) => mul(0.5, sub(call('y0', x), call('yn', 2, x))), positive, { singular: 'inf at 0' }),
  yn: order(({ x }) => mul(0.5, sub(call('yn', offset(0, -1), x), call('yn', offset(0, 1), x))), [[0, 4], positive], 'inf at 0'),
} satisfies Record<string, MathRow>;

const device = {
  erfinv: unary(({ y }) => mul(halfRootPi, call('exp', square(y))), inside, { singular: 'inf at -1 and 1', isDeviceOnly: true }),
  erfcinv: unary(({ y }) => mul(neg(halfRootPi), call('exp', square(y))), [0.1, 1.9], { singular: '-inf at 0 and 2', isDeviceOnly: true }),
  erfcx: unary(({ x, y }) => sub(mul(2, mul(x, y)), twoOverRootPi), line, { isDeviceOnly: true }),
  normcdf: unary(({ x }) => mul(inverseRootTwoPi, call('exp', mul(-0.5, square(x)))), line, { isDeviceOnly: true }),
  normcdfinv: unary(({ y }) => mul(rootTwoPi, call('exp', mul(0.5, square(y)))), [0.05, 0.95], { singular: 'inf at 0 and 1', isDeviceOnly: true }),
} satisfies Record<string, MathRow>;

const rounding = {
  floor: stepwise(line), ceil: stepwise(line), trunc: stepwise(line), round: stepwise(line), roundeven: stepwise(line),
  rint: stepwise(line), nearbyint: stepwise(line), logb: stepwise(positive),
  // a - y is a multiple of b; the quotient, not its rounding error, is the derivative.
  fmod: binary(({ a, b, y }) => [1, wholeQuotient(a, b, y)], [positive, positive], { singular: 'one-sided at the jumps; NaN for b = 0' }),
  remainder: binary(({ a, b, y }) => [1, wholeQuotient(a, b, y)], [positive, positive], { singular: 'one-sided at the jumps; NaN for b = 0', aliases: ['drem'] }),
  remquo: general(['float', 'float', 'pointer'],
    [{ place: { kind: 'result' }, partials: [number(1), wholeQuotient(operand(0), operand(1), result()), 'zero'] }], [positive, positive], 'as remainder'),
  modf: general(['float', 'pointer'], [
    { place: { kind: 'result' }, partials: [number(1), 'zero'] },
    { place: { kind: 'pointer', argument: 1 }, partials: ['zero', 'zero'] },
  ], [positive], 'one-sided at the integers'),
  frexp: general(['float', 'pointer'], [{ place: { kind: 'result' }, partials: [select('oeq', operand(0), 0, 1, div(result(), operand(0))), 'zero'] }],
    [positive], '1 at 0; one-sided at the powers of two'),
  significand: unary(({ x, y }) => select('oeq', x, 0, 1, div(y, x)), positive, { singular: '1 at 0; one-sided at the powers of two' }),
  ldexp: withInteger(() => call('ldexp', 1, operand(1)), [line, [-5, 5]], { isLinear: true }),
  scalbn: withInteger(() => call('scalbn', 1, operand(1)), [line, [-5, 5]], { isLinear: true }),
  scalbln: withInteger(() => call('scalbln', 1, operand(1)), [line, [-5, 5]], { isLinear: true }),
} satisfies Record<string, MathRow>;

/** The derivative of `a - n b` with respect to `b`, where `n` is the integer that gave the remainder `y`. */
function wholeQuotient(a: Expression, b: Expression, y: Expression): Expression { return neg(call('rint', div(sub(a, y), b))); }
function number(value: number): Expression { return { kind: 'number', value }; }

const taken = ['1 if a is the result, else 0', '1 if b is the result, else 0'];
const ties = 'at a tie the first operand has derivative 1, the second 0';

const comparing = {
  fabs: unary(({ x }) => call('copysign', 1, x), line, { singular: '1 at +0, -1 at -0' }),
  fmax: binary(({ a, b }) => ifFirst('oge', a, b, 'ignores NaN'), [line, line], { singular: ties, written: taken }),
  fmin: binary(({ a, b }) => ifFirst('ole', a, b, 'ignores NaN'), [line, line], { singular: ties, written: taken }),
  fmaximum: binary(({ a, b }) => ifFirst('oge', a, b), [line, line], { singular: ties, written: taken }),
  fminimum: binary(({ a, b }) => ifFirst('ole', a, b), [line, line], { singular: ties, written: taken }),
  fmaximum_num: binary(({ a, b }) => ifFirst('oge', a, b, 'ignores NaN'), [line, line], { singular: ties, written: taken }),
  fminimum_num: binary(({ a, b }) => ifFirst('ole', a, b, 'ignores NaN'), [line, line], { singular: ties, written: taken }),
  fdim: binary(({ a, b }) => [select('ogt', a, b, 1, 0), select('ogt', a, b, -1, 0)], [line, line], { singular: '0 at a = b' }),
  copysign: binary(({ a, b }) => [mul(call('copysign', 1, a), call('copysign', 1, b)), 'zero'], [line, line], { singular: 'one-sided at a = 0; 0 in b, also at b = 0' }),
  nextafter: binary(() => [1, 'zero'], [positive, line]),
  nexttoward: binary(() => [1, 'zero'], [positive, line]),
  nextup: unary(() => 1, positive), nextdown: unary(() => 1, positive),
  fma: ternary(({ a, b }) => [b, a, 1], [line, line, line]),
} satisfies Record<string, MathRow>;

/** 1 and 0 where the first operand is the result, 0 and 1 where the second is. */
function ifFirst(predicate: 'oge' | 'ole', a: Expression, b: Expression, nan?: 'ignores NaN'): readonly [Expression, Expression] {
  const choose = (first: number, second: number): Expression =>
    select(predicate, a, b, first, nan ? select('uno', b, b, first, second) : second);
  return [choose(1, 0), choose(0, 1)];
}

/** The whole table, by the function's base name. */
export const mathTable = {
  ...exponentials, ...powers, ...trigonometric, ...hyperbolic, ...special, ...device, ...rounding, ...comparing,
} satisfies Record<string, MathRow>;
export type MathName = keyof typeof mathTable;
export function isMathName(name: string): name is MathName { return Object.hasOwn(mathTable, name); }
export function mathRow(name: MathName): MathRow { return mathTable[name]; }
