/**
 * Derivatives of factorisations and of solving with them.
 *
 * Cholesky: I. Murray, "Differentiation of the Cholesky decomposition", arXiv:1602.07527, 2016. LU: S. F. Walter and L. Lehmann,
 * "Algorithmic differentiation of linear algebra functions with application in optimum experimental design", 2010.
 */
import { FunctionType, type Value, voidType, i32 } from '../ir/index.js';
import type { BlasName } from '../rules/index.js';
import type { BlasCode } from './blas-code.js';
import { type BlasRow, primal, shadow } from './blas-row.js';
import { entrySlot } from './rule-calls.js';

const squareOfN = (c: BlasCode): readonly Value[] => [c.get('n'), c.get('n')];
const rightHandSides = (c: BlasCode): readonly Value[] => [c.get('n'), c.get('k')];

export const lapackRows = {
  // A = L L' or U' U, in the triangle that is given.
  potrf: {
    shapes: { A: squareOfN }, keeps: [['A+', '*']],
    tangent: (c, run) => {
      run();
      const [n, isUpper, ld] = [c.get('n'), c.get('uplo'), c.atLeastOne(c.get('n'))];
      const isLower = c.not(isUpper);
      const inner = c.symmetric(n, isUpper, ...shadow(c, 'A'), c.one);
      c.call('trsm', c.yes, isUpper, isUpper, c.no, n, n, c.one, ...primal(c, 'A'), inner, ld);
      c.call('trsm', c.no, isUpper, isLower, c.no, n, n, c.one, ...primal(c, 'A'), inner, ld);
      const half = c.triangular(n, c.triangle(isUpper), inner, ld);
      c.loop('scale', n, n, c.diagonal, oneHalf(c), half, ld);
      c.call('trmm', isLower, isUpper, c.no, c.no, n, n, c.one, ...primal(c, 'A'), half, ld);
      c.loop('copy', n, n, c.triangle(isUpper), half, ld, ...shadow(c, 'A'));
      c.free(inner, half);
      return undefined;
    },
    adjoint: (c) => {
      const [n, isUpper, ld] = [c.get('n'), c.get('uplo'), c.atLeastOne(c.get('n'))];
      const isLower = c.not(isUpper);
      const product = c.triangular(n, c.triangle(isUpper), ...shadow(c, 'A'));
      c.call('trmm', isLower, isUpper, c.yes, c.no, n, n, c.one, ...primal(c, 'A+'), product, ld);
      const full = c.symmetric(n, isUpper, product, ld, c.one);
      c.call('trsm', c.yes, isUpper, isLower, c.no, n, n, c.one, ...primal(c, 'A+'), full, ld);
      c.call('trsm', c.no, isUpper, isUpper, c.no, n, n, c.one, ...primal(c, 'A+'), full, ld);
      c.loop('scale', n, n, c.diagonal, oneHalf(c), full, ld);
      c.loop('copy', n, n, c.triangle(isUpper), full, ld, ...shadow(c, 'A'));
      c.free(product, full);
    },
  },
  // A X = B with A = L L' or U' U.
  potrs: {
    shapes: { A: squareOfN, B: rightHandSides }, keeps: [['A', '*'], ['B+', 'A']],
    tangent: (c, run) => {
      run();
      const [n, k, isUpper] = [c.get('n'), c.get('k'), c.get('uplo')];
      const ld = c.atLeastOne(n);
      if (c.has('dA')) {
        for (const [first, second] of [[primal(c, 'A'), shadow(c, 'A')], [shadow(c, 'A'), primal(c, 'A')]] as const) {
          const t = c.copyOfMatrix(n, k, ...primal(c, 'B'));
          c.call('trmm', c.yes, isUpper, c.not(isUpper), c.no, n, k, c.one, ...first, t, ld);
          c.call('trmm', c.yes, isUpper, isUpper, c.no, n, k, c.one, ...second, t, ld);
          c.loop('add', n, k, c.all, c.minusOne, t, ld, ...shadow(c, 'B'));
          c.free(t);
        }
      }
      c.call('potrs', isUpper, n, k, ...primal(c, 'A'), ...shadow(c, 'B'), info(c));
      return undefined;
    },
    adjoint: (c) => {
      const [n, k, isUpper, dB] = [c.get('n'), c.get('k'), c.get('uplo'), shadow(c, 'B')];
      c.call('potrs', isUpper, n, k, ...primal(c, 'A'), ...dB, info(c));
      if (!c.has('dA')) return;
      const [full, ld, X] = [c.zeros(n, n), c.atLeastOne(n), primal(c, 'B+')];
      c.call('gemm', c.no, c.yes, n, n, k, c.minusOne, ...dB, ...X, c.one, full, ld);
      c.call('gemm', c.no, c.yes, n, n, k, c.minusOne, ...X, ...dB, c.one, full, ld);
      c.call('trmm', isUpper, isUpper, c.no, c.no, n, n, c.one, ...primal(c, 'A'), full, ld);
      c.loop('add', n, n, c.triangle(isUpper), c.one, full, ld, ...shadow(c, 'A'));
      c.free(full);
    },
  },
  // P A = L U, for square matrices.
  getrf: {
    shapes: { A: (c) => [c.get('m'), c.get('n')], ipiv: (c) => [c.get('n')] }, keeps: [['A+', '*'], ['ipiv+', '*']],
    tangent: (c, run) => {
      run();
      onlySquare(c);
      const [n, dA] = [c.get('n'), shadow(c, 'A')];
      c.exchangeRows(n, n, ...dA, c.get('ipiv'), c.no);
      c.call('trsm', c.yes, c.no, c.no, c.yes, n, n, c.one, ...primal(c, 'A'), ...dA);
      c.call('trsm', c.no, c.yes, c.no, c.no, n, n, c.one, ...primal(c, 'A'), ...dA);
      throughFactors(c, 'A', c.no);
      return undefined;
    },
    adjoint: (c) => {
      onlySquare(c);
      const [n, dA] = [c.get('n'), shadow(c, 'A')];
      throughFactors(c, 'A+', c.yes);
      c.call('trsm', c.yes, c.no, c.yes, c.yes, n, n, c.one, ...primal(c, 'A+'), ...dA);
      c.call('trsm', c.no, c.yes, c.yes, c.no, n, n, c.one, ...primal(c, 'A+'), ...dA);
      c.exchangeRows(n, n, ...dA, c.get('ipiv+'), c.yes);
    },
  },
  // A X = B or A' X = B, with P A = L U.
  getrs: {
    shapes: { A: squareOfN, B: rightHandSides, ipiv: (c) => [c.get('n')] }, keeps: [['A', '*'], ['ipiv', '*'], ['B+', 'A']],
    tangent: (c, run) => {
      run();
      const [n, k, trans] = [c.get('n'), c.get('k'), c.get('trans')];
      if (c.has('dA')) c.branch(trans, () => subtractTransposedProduct(c), () => subtractProduct(c));
      c.call('getrs', trans, n, k, ...primal(c, 'A'), c.get('ipiv'), ...shadow(c, 'B'), info(c));
      return undefined;
    },
    adjoint: (c) => {
      const [n, k, trans, dB] = [c.get('n'), c.get('k'), c.get('trans'), shadow(c, 'B')];
      c.call('getrs', c.not(trans), n, k, ...primal(c, 'A'), c.get('ipiv'), ...dB, info(c));
      if (!c.has('dA')) return;
      const [full, ld, X] = [c.zeros(n, n), c.atLeastOne(n), primal(c, 'B+')];
      const first = (whenTrue: readonly [Value, Value], whenFalse: readonly [Value, Value]): [Value, Value] => [c.choose(trans, whenTrue[0], whenFalse[0]), c.choose(trans, whenTrue[1], whenFalse[1])];
      c.call('gemm', c.no, c.yes, n, n, k, c.minusOne, ...first(X, dB), ...first(dB, X), c.one, full, ld);
      c.exchangeRows(n, n, full, ld, c.get('ipiv'), c.no);
      const lower = c.copyOfMatrix(n, n, full, ld);
      c.call('trmm', c.no, c.yes, c.yes, c.no, n, n, c.one, ...primal(c, 'A'), lower, ld);
      c.loop('add', n, n, c.triangle(c.no, c.yes), c.one, lower, ld, ...shadow(c, 'A'));
      c.call('trmm', c.yes, c.no, c.yes, c.yes, n, n, c.one, ...primal(c, 'A'), full, ld);
      c.loop('add', n, n, c.triangle(c.yes), c.one, full, ld, ...shadow(c, 'A'));
      c.free(lower, full);
    },
  },
} as const satisfies Partial<Record<BlasName, BlasRow>>;

function oneHalf(c: BlasCode): Value { return c.build.binary('fdiv', c.one, c.add(c.one, c.one)); }

/** Where a routine reports; what it says was looked at when the primal ran. */
function info(c: BlasCode): Value { return entrySlot(c.build, i32); }

/** Other shapes end the program rather than give a wrong derivative. */
function onlySquare(c: BlasCode): void {
  const isSquare = c.build.icmp('eq', c.get('m'), c.get('n'));
  c.branch(isSquare, () => undefined, () => { c.build.call(c.build.module.getOrDeclare('abort', new FunctionType(voidType, [])), []); });
}

/** The strict lower triangle of dA becomes L times it, the upper one it times U; in the adjoint with L' and U'. */
function throughFactors(c: BlasCode, factors: string, isTransposed: Value): void {
  const [n, ld, dA] = [c.get('n'), c.atLeastOne(c.get('n')), shadow(c, 'A')];
  const lower = c.triangular(n, c.triangle(c.no, c.yes), ...dA);
  const upper = c.triangular(n, c.triangle(c.yes), ...dA);
  c.call('trmm', c.yes, c.no, isTransposed, c.yes, n, n, c.one, ...primal(c, factors), lower, ld);
  c.call('trmm', c.no, c.yes, isTransposed, c.no, n, n, c.one, ...primal(c, factors), upper, ld);
  c.loop('copy', n, n, c.triangle(c.no, c.yes), lower, ld, ...dA);
  c.loop('copy', n, n, c.triangle(c.yes), upper, ld, ...dA);
  c.free(lower, upper);
}

/** dB -= dA X, where P dA = dL U + L dU. */
function subtractProduct(c: BlasCode): void {
  const [n, k, ld, A, dA] = [c.get('n'), c.get('k'), c.atLeastOne(c.get('n')), primal(c, 'A'), shadow(c, 'A')];
  const first = c.copyOfMatrix(n, k, ...primal(c, 'B'));
  c.call('trmm', c.yes, c.yes, c.no, c.no, n, k, c.one, ...A, first, ld);
  strictLowerProduct(c, c.no, first);
  const second = c.copyOfMatrix(n, k, ...primal(c, 'B'));
  c.call('trmm', c.yes, c.yes, c.no, c.no, n, k, c.one, ...dA, second, ld);
  c.call('trmm', c.yes, c.no, c.no, c.yes, n, k, c.one, ...A, second, ld);
  c.loop('add', n, k, c.all, c.one, first, ld, second, ld);
  c.exchangeRows(n, k, second, ld, c.get('ipiv'), c.yes);
  c.loop('add', n, k, c.all, c.minusOne, second, ld, ...shadow(c, 'B'));
  c.free(first, second);
}

/** dB -= dA' X, where dA' = (dU' L' + U' dL') P. */
function subtractTransposedProduct(c: BlasCode): void {
  const [n, k, ld, A, dA] = [c.get('n'), c.get('k'), c.atLeastOne(c.get('n')), primal(c, 'A'), shadow(c, 'A')];
  const first = c.copyOfMatrix(n, k, ...primal(c, 'B'));
  c.exchangeRows(n, k, first, ld, c.get('ipiv'), c.no);
  const second = c.copyOfMatrix(n, k, first, ld);
  c.call('trmm', c.yes, c.no, c.yes, c.yes, n, k, c.one, ...A, first, ld);
  c.call('trmm', c.yes, c.yes, c.yes, c.no, n, k, c.one, ...dA, first, ld);
  strictLowerProduct(c, c.yes, second);
  c.call('trmm', c.yes, c.yes, c.yes, c.no, n, k, c.one, ...A, second, ld);
  c.loop('add', n, k, c.all, c.minusOne, first, ld, ...shadow(c, 'B'));
  c.loop('add', n, k, c.all, c.minusOne, second, ld, ...shadow(c, 'B'));
  c.free(first, second);
}

/** x = dL x, or dL' x: the unit diagonal has no tangent. */
function strictLowerProduct(c: BlasCode, isTransposed: Value, x: Value): void {
  const [n, k, ld] = [c.get('n'), c.get('k'), c.atLeastOne(c.get('n'))];
  const had = c.copyOfMatrix(n, k, x, ld);
  c.call('trmm', c.yes, c.no, isTransposed, c.yes, n, k, c.one, ...shadow(c, 'A'), x, ld);
  c.loop('add', n, k, c.all, c.minusOne, had, ld, x, ld);
  c.free(had);
}
