/**
 * Derivatives of C99's complex functions, and of the multiplication and division that compilers call for them, where real
 * and imaginary parts are passed as numbers of their own and the result is a pair.
 *
 * An analytic function with derivative p + iq has, by the Cauchy-Riemann equations, the partials p, -q of its real part
 * and q, p of its imaginary part. Derivatives of inverse functions are those of the function at the result, which stay on
 * the right branch.
 */
import { log10e } from './constants.js';
import { type Expression, type Term, add, call, mul, neg, operand, result, sub } from './expression.js';
import { angle, mathRow } from './math.js';
import type { Interval, MathRow, Output } from './row.js';

type Complex = readonly [real: Term, imaginary: Term];
const a = operand(0), b = operand(1), c = operand(2), d = operand(3);
const [real, imaginary] = [result(0), result(1)];
const line: Interval = [-2, 2];
const positive: Interval = [0.2, 2];

const of = (name: string, x: Expression): Expression => call(name, x);
const times = ([p, q]: Complex, [r, s]: Complex): Complex => [sub(mul(p, r), mul(q, s)), add(mul(p, s), mul(q, r))];
const scaled = (factor: Term, [p, q]: Complex): Complex => [mul(factor, p), mul(factor, q)];
const minus = ([p, q]: Complex): Complex => [neg(p), neg(q)];
const squared = ([p, q]: readonly [Expression, Expression]): Complex => [mul(sub(p, q), add(p, q)), mul(2, mul(p, q))];
/** 1 / (x + iy) = (x - iy) / (x^2 + y^2): the partials of the angle, which do not overflow. */
const reciprocal = (x: Expression, y: Expression): readonly [Expression, Expression] => angle(y, x, 1);

const cosine = (x: Expression, y: Expression) => [mul(of('cos', x), of('cosh', y)), neg(mul(of('sin', x), of('sinh', y)))] as const;
const sine = (x: Expression, y: Expression) => [mul(of('sin', x), of('cosh', y)), mul(of('cos', x), of('sinh', y))] as const;
const hyperbolicCosine = (x: Expression, y: Expression) => [mul(of('cosh', x), of('cos', y)), mul(of('sinh', x), of('sin', y))] as const;
const hyperbolicSine = (x: Expression, y: Expression) => [mul(of('sinh', x), of('cos', y)), mul(of('cosh', x), of('sin', y))] as const;

/** A function of one complex number per derivative; `singular` as in `math.ts`. */
function analytic(derivatives: readonly Complex[], singular = '', domain: readonly Interval[] = derivatives.flatMap(() => [positive, line])): MathRow {
  const outputs: Output[] = [
    { place: { kind: 'field', index: 0 }, partials: derivatives.flatMap(([p, q]) => [expression(p), neg(q)]) },
    { place: { kind: 'field', index: 1 }, partials: derivatives.flatMap(([p, q]) => [expression(q), expression(p)]) },
  ];
  return { roles: derivatives.flatMap(() => ['float', 'float'] as const), outputs, domain, singular };
}

function expression(value: Term): Expression { return typeof value === 'number' ? { kind: 'number', value } : value; }

const inverse = reciprocal(c, d);
/** a + ib over c + id, computed again from the operands. */
const quotient = times([a, b], inverse);
const toAngle = angle(b, a, 1);
const logarithm: Complex = [of('log', call('hypot', a, b)), call('atan2', b, a)];
const onePart = (first: 0 | 1): MathRow => ({
  roles: ['float', 'float'], outputs: [{ place: { kind: 'result' }, partials: first === 0 ? [expression(1), 'zero'] : ['zero', expression(1)] }],
  domain: [line, line], singular: '',
});

export const complexTable = {
  multiply: analytic([[c, d], [a, b]]),
  divide: analytic([inverse, minus(times(quotient, inverse))], 'NaN where the divisor is 0', [line, line, positive, line]),
  cexp: analytic([[real, imaginary]]),
  clog: analytic([reciprocal(a, b)], 'NaN at 0'),
  clog10: analytic([scaled(log10e, reciprocal(a, b))], 'NaN at 0'),
  csqrt: analytic([scaled(0.5, reciprocal(real, imaginary))], 'NaN at 0'),
  cpow: analytic([times([c, d], times([real, imaginary], reciprocal(a, b))), times([real, imaginary], logarithm)], 'NaN where the base is 0'),
  csin: analytic([cosine(a, b)]),
  ccos: analytic([minus(sine(a, b))]),
  ctan: analytic([squared(reciprocal(...cosine(a, b)))]),
  csinh: analytic([hyperbolicCosine(a, b)]),
  ccosh: analytic([hyperbolicSine(a, b)]),
  ctanh: analytic([squared(reciprocal(...hyperbolicCosine(a, b)))]),
  casin: analytic([reciprocal(...cosine(real, imaginary))], 'NaN at -1 and 1'),
  cacos: analytic([minus(reciprocal(...sine(real, imaginary)))], 'NaN at -1 and 1'),
  catan: analytic([reciprocal(add(1, mul(sub(a, b), add(a, b))), mul(2, mul(a, b)))], 'NaN at -i and i'),
  casinh: analytic([reciprocal(...hyperbolicCosine(real, imaginary))], 'NaN at -i and i'),
  cacosh: analytic([reciprocal(...hyperbolicSine(real, imaginary))], 'NaN at -1 and 1'),
  catanh: analytic([reciprocal(sub(1, mul(sub(a, b), add(a, b))), neg(mul(2, mul(a, b))))], 'NaN at -1 and 1'),
  cabs: mathRow('hypot'),
  carg: { roles: ['float', 'float'], outputs: [{ place: { kind: 'result' }, partials: [toAngle[1], toAngle[0]] }], domain: [positive, line], singular: 'NaN at 0' },
  creal: onePart(0),
  cimag: onePart(1),
} satisfies Record<string, MathRow>;
export type ComplexName = keyof typeof complexTable;
