/** What the routines have in common that compute output = alpha product(first, second) + beta output. */
import type { Value } from '../ir/index.js';
import type { BlasCode } from './blas-code.js';
import { type Strided, primal, shadow } from './blas-row.js';

export function chosen(c: BlasCode, condition: Value, whenTrue: Strided, whenFalse: Strided): Strided {
  return [c.choose(condition, whenTrue[0], whenFalse[0]), c.choose(condition, whenTrue[1], whenFalse[1])];
}

/** Rows and columns of what a product is added to; a vector is a matrix of one row, its increment the leading dimension. */
function extent(c: BlasCode, output: string): { rows: Value; cols: Value } {
  const [rows, cols] = c.shapeOf(output);
  return cols ? { rows, cols } : { rows: c.integer(1), cols: rows };
}

function partOf(c: BlasCode, output: string): BlasCode['all'] {
  return output === 'C' && ['syrk', 'syr2k'].includes(c.rule.name) ? c.triangle(c.get('uplo')) : c.all;
}

/** The shadow of `output` times a number; zero if the number is. */
export function scaleShadow(c: BlasCode, output: string, factor: Value): void {
  const { rows, cols } = extent(c, output);
  if (output === 'y') c.scaleVector(cols, factor, ...shadow(c, 'y'));
  else c.loop('scale', rows, cols, partOf(c, output), factor, ...shadow(c, output));
}

/** Tangent of `beta`: what was there, times it. */
export function addPrimal(c: BlasCode, output: string): void {
  const { rows, cols } = extent(c, output);
  if (output === 'y') c.call('axpy', cols, c.get('dbeta'), ...primal(c, 'y'), ...shadow(c, 'y'));
  else c.loop('add', rows, cols, partOf(c, output), c.get('dbeta'), ...primal(c, output), ...shadow(c, output));
}

/** Of output = alpha product(first, second) + beta output, where the product is linear in both. */
export function affineTangent(c: BlasCode, run: () => Value | undefined, output: string, factors: readonly [string, string],
  product: (alpha: Value, factors: readonly [Strided, Strided], beta: Value, to: Strided) => void): Value | undefined {
  const [first, second] = factors;
  let beta = c.get('beta');
  const add = (alpha: Value, a: Strided, b: Strided): void => { product(alpha, [a, b], beta, shadow(c, output)); beta = c.one; };
  if (c.has(`d${first}`)) add(c.get('alpha'), shadow(c, first), primal(c, second));
  if (c.has(`d${second}`)) add(c.get('alpha'), primal(c, first), shadow(c, second));
  if (c.has('dalpha')) add(c.get('dalpha'), primal(c, first), primal(c, second));
  if (beta !== c.one) scaleShadow(c, output, beta);
  if (c.has('dbeta')) addPrimal(c, output);
  return run();
}

/** The adjoints of alpha, for which the product is computed once more, and beta. */
export function affineScalars(c: BlasCode, output: string, product: (to: Strided) => void): void {
  const { rows, cols } = extent(c, output);
  const isVector = output === 'y';
  const dot = (other: Strided): Value => (isVector ? c.call('dot', cols, ...other, ...shadow(c, output)) : c.loop('dot', rows, cols, c.all, ...other, ...shadow(c, output)));
  if (c.has('dalpha')) {
    const t = c.zeros(rows, cols);
    const to: Strided = [t, isVector ? c.integer(1) : c.atLeastOne(rows)];
    product(to);
    c.contribute('alpha', dot(to));
    c.free(t);
  }
  if (c.has('dbeta')) c.contribute('beta', dot(primal(c, output)));
}
