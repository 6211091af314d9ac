/** Derivatives of the routines for matrices. */
import type { Value } from '../ir/index.js';
import type { BlasName } from '../rules/index.js';
import type { BlasCode } from './blas-code.js';
import { addPrimal, affineScalars, affineTangent, chosen, scaleShadow } from './blas-affine.js';
import { type BlasRow, type Strided, primal, shadow } from './blas-row.js';

export const matrixRows = {
  gemm: {
    shapes: {
      A: (c) => [c.choose(c.get('transA'), c.get('k'), c.get('m')), c.choose(c.get('transA'), c.get('m'), c.get('k'))],
      B: (c) => [c.choose(c.get('transB'), c.get('n'), c.get('k')), c.choose(c.get('transB'), c.get('k'), c.get('n'))],
      C: (c) => [c.get('m'), c.get('n')],
    },
    keeps: [['A', 'B', 'alpha'], ['B', 'A', 'alpha'], ['C', 'beta']],
    tangent: (c, run) => affineTangent(c, run, 'C', ['A', 'B'], (alpha, [a, b], beta, to) => c.call('gemm', c.get('transA'), c.get('transB'), c.get('m'), c.get('n'), c.get('k'), alpha, ...a, ...b, beta, ...to)),
    adjoint: (c) => {
      const [ta, tb, m, n, k, alpha] = [c.get('transA'), c.get('transB'), c.get('m'), c.get('n'), c.get('k'), c.get('alpha')];
      const dC = shadow(c, 'C');
      affineScalars(c, 'C', (to) => c.call('gemm', ta, tb, m, n, k, c.one, ...primal(c, 'A'), ...primal(c, 'B'), c.zero, ...to));
      if (c.has('dA')) {
        const B = primal(c, 'B');
        c.call('gemm', c.choose(ta, tb, c.no), c.choose(ta, c.yes, c.not(tb)), c.choose(ta, k, m), c.choose(ta, m, k), n, alpha, ...chosen(c, ta, B, dC), ...chosen(c, ta, dC, B), c.one, ...shadow(c, 'A'));
      }
      if (c.has('dB')) {
        const A = primal(c, 'A');
        c.call('gemm', c.choose(tb, c.yes, c.not(ta)), c.choose(tb, ta, c.no), c.choose(tb, n, k), c.choose(tb, k, n), m, alpha, ...chosen(c, tb, dC, A), ...chosen(c, tb, A, dC), c.one, ...shadow(c, 'B'));
      }
      scaleShadow(c, 'C', c.get('beta'));
    },
  },
  symm: {
    shapes: { A: square, B: (c) => [c.get('m'), c.get('n')], C: (c) => [c.get('m'), c.get('n')] },
    keeps: [['A', 'B', 'alpha'], ['B', 'A', 'alpha'], ['C', 'beta']],
    tangent: (c, run) => affineTangent(c, run, 'C', ['A', 'B'], (alpha, [a, b], beta, to) => c.call('symm', c.get('side'), c.get('uplo'), c.get('m'), c.get('n'), alpha, ...a, ...b, beta, ...to)),
    adjoint: (c) => {
      const [side, uplo, m, n, alpha] = [c.get('side'), c.get('uplo'), c.get('m'), c.get('n'), c.get('alpha')];
      const dC = shadow(c, 'C');
      affineScalars(c, 'C', (to) => c.call('symm', side, uplo, m, n, c.one, ...primal(c, 'A'), ...primal(c, 'B'), c.zero, ...to));
      if (c.has('dA')) {
        const [size = m] = square(c);
        const full = c.zeros(size, size);
        const B = primal(c, 'B');
        c.call('gemm', c.not(side), side, size, size, c.choose(side, n, m), alpha, ...chosen(c, side, dC, B), ...chosen(c, side, B, dC), c.one, full, c.atLeastOne(size));
        c.foldSymmetric(size, uplo, full, ...shadow(c, 'A'));
        c.free(full);
      }
      if (c.has('dB')) c.call('symm', side, uplo, m, n, alpha, ...primal(c, 'A'), ...dC, c.one, ...shadow(c, 'B'));
      scaleShadow(c, 'C', c.get('beta'));
    },
  },
  syrk: {
    shapes: { A: updated, C: (c) => [c.get('n'), c.get('n')] },
    keeps: [['A', '*'], ['C', 'beta']],
    tangent: (c, run) => {
      const [uplo, trans, n, k] = [c.get('uplo'), c.get('trans'), c.get('n'), c.get('k')];
      if (c.has('dA')) c.call('syr2k', uplo, trans, n, k, c.get('alpha'), ...primal(c, 'A'), ...shadow(c, 'A'), c.get('beta'), ...shadow(c, 'C'));
      else scaleShadow(c, 'C', c.get('beta'));
      if (c.has('dalpha')) c.call('syrk', uplo, trans, n, k, c.get('dalpha'), ...primal(c, 'A'), c.one, ...shadow(c, 'C'));
      if (c.has('dbeta')) addPrimal(c, 'C');
      return run();
    },
    adjoint: (c) => {
      const half = c.build.binary('fdiv', c.one, c.add(c.one, c.one));
      symmetricUpdate(c, 'A', 'A', half);
    },
  },
  syr2k: {
    shapes: { A: updated, B: updated, C: (c) => [c.get('n'), c.get('n')] },
    keeps: [['A', '*'], ['B', '*'], ['C', 'beta']],
    tangent: (c, run) => affineTangent(c, run, 'C', ['A', 'B'], (alpha, [a, b], beta, to) => c.call('syr2k', c.get('uplo'), c.get('trans'), c.get('n'), c.get('k'), alpha, ...a, ...b, beta, ...to)),
    adjoint: (c) => symmetricUpdate(c, 'A', 'B', c.one),
  },
  trmm: {
    shapes: { A: square, B: (c) => [c.get('m'), c.get('n')] },
    keeps: [['A', '*'], ['B', 'A', 'alpha']],
    tangent: (c, run) => {
      const [m, n] = [c.get('m'), c.get('n')];
      const ld = c.atLeastOne(m);
      const t = c.has('dalpha') ? c.copyOfMatrix(m, n, ...primal(c, 'B')) : undefined;
      if (t) triangularProduct(c, c.one, primal(c, 'A'), [t, ld]);
      triangularProduct(c, c.get('alpha'), primal(c, 'A'), shadow(c, 'B'));
      if (c.has('dA')) addMatrixProduct(c, c.get('alpha'));
      if (t) { c.loop('add', m, n, c.all, c.get('dalpha'), t, ld, ...shadow(c, 'B')); c.free(t); }
      return run();
    },
    adjoint: (c) => {
      const [m, n] = [c.get('m'), c.get('n')];
      if (c.has('dalpha')) {
        const t = c.copyOfMatrix(m, n, ...primal(c, 'B'));
        triangularProduct(c, c.one, primal(c, 'A'), [t, c.atLeastOne(m)]);
        c.contribute('alpha', c.loop('dot', m, n, c.all, t, c.atLeastOne(m), ...shadow(c, 'B')));
        c.free(t);
      }
      if (c.has('dA')) addMatrixOuter(c, c.get('alpha'), 'B');
      c.call('trmm', c.get('side'), c.get('uplo'), c.not(c.get('trans')), c.get('diag'), m, n, c.get('alpha'), ...primal(c, 'A'), ...shadow(c, 'B'));
    },
  },
  trsm: {
    shapes: { A: square, B: (c) => [c.get('m'), c.get('n')] },
    keeps: [['A', '*'], ['B', 'alpha'], ['B+', 'A']],
    tangent: (c, run) => {
      const [m, n] = [c.get('m'), c.get('n')];
      c.loop('scale', m, n, c.all, c.get('alpha'), ...shadow(c, 'B'));
      if (c.has('dalpha')) c.loop('add', m, n, c.all, c.get('dalpha'), ...primal(c, 'B'), ...shadow(c, 'B'));
      run();
      if (c.has('dA')) addMatrixProduct(c, c.minusOne);
      c.call('trsm', c.get('side'), c.get('uplo'), c.get('trans'), c.get('diag'), m, n, c.one, ...primal(c, 'A'), ...shadow(c, 'B'));
      return undefined;
    },
    adjoint: (c) => {
      const [m, n] = [c.get('m'), c.get('n')];
      c.call('trsm', c.get('side'), c.get('uplo'), c.not(c.get('trans')), c.get('diag'), m, n, c.one, ...primal(c, 'A'), ...shadow(c, 'B'));
      if (c.has('dalpha')) c.contribute('alpha', c.loop('dot', m, n, c.all, ...primal(c, 'B'), ...shadow(c, 'B')));
      if (c.has('dA')) addMatrixOuter(c, c.minusOne, 'B+');
      c.loop('scale', m, n, c.all, c.get('alpha'), ...shadow(c, 'B'));
    },
  },
} as const satisfies Partial<Record<BlasName, BlasRow>>;

/** The shape of the matrix that multiplies from the left or the right. */
function square(c: BlasCode): readonly Value[] {
  const size = c.choose(c.get('side'), c.get('m'), c.get('n'));
  return [size, size];
}

/** The shape of the factors of a symmetric update. */
function updated(c: BlasCode): readonly Value[] {
  const [trans, n, k] = [c.get('trans'), c.get('n'), c.get('k')];
  return [c.choose(trans, k, n), c.choose(trans, n, k)];
}

function triangularProduct(c: BlasCode, alpha: Value, a: Strided, to: Strided): void {
  c.call('trmm', c.get('side'), c.get('uplo'), c.get('trans'), c.get('diag'), c.get('m'), c.get('n'), alpha, ...a, ...to);
}

/** dB += factor * (op(dA) B, or B op(dA)). */
function addMatrixProduct(c: BlasCode, factor: Value): void {
  const [m, n] = [c.get('m'), c.get('n')];
  const ld = c.atLeastOne(m);
  const t = c.copyOfMatrix(m, n, ...primal(c, 'B'));
  triangularProduct(c, c.one, shadow(c, 'A'), [t, ld]);
  c.loop('add', m, n, c.all, c.choose(c.get('diag'), c.minusOne, c.zero), ...primal(c, 'B'), t, ld);
  c.loop('add', m, n, c.all, factor, t, ld, ...shadow(c, 'B'));
  c.free(t);
}

/** The triangle of dA += factor * (dB B', or B' dB), or of its transposed. */
function addMatrixOuter(c: BlasCode, factor: Value, b: string): void {
  const [side, trans, dB, B] = [c.get('side'), c.get('trans'), shadow(c, 'B'), primal(c, b)];
  const [size = c.get('m')] = square(c);
  const full = c.zeros(size, size);
  const isPrimalFirst = c.not(c.build.binary('xor', side, trans));
  c.call('gemm', c.not(side), side, size, size, c.choose(side, c.get('n'), c.get('m')), factor, ...chosen(c, isPrimalFirst, B, dB), ...chosen(c, isPrimalFirst, dB, B), c.one, full, c.atLeastOne(size));
  c.loop('add', size, size, c.triangle(c.get('uplo'), c.get('diag')), c.one, full, c.atLeastOne(size), ...shadow(c, 'A'));
  c.free(full);
}

/** Adjoint of alpha (A B' + B A') + beta C in a triangle of C, or with the factors transposed; A B' alone is half of it with A = B. */
function symmetricUpdate(c: BlasCode, first: string, second: string, weight: Value): void {
  const [uplo, trans, n, alpha] = [c.get('uplo'), c.get('trans'), c.get('n'), c.get('alpha')];
  const [rows = n, cols = n] = updated(c);
  const triangle = c.triangle(uplo);
  if (c.has('dbeta')) c.contribute('beta', c.loop('dot', n, n, triangle, ...primal(c, 'C'), ...shadow(c, 'C')));
  const full: Strided = [c.symmetric(n, uplo, ...shadow(c, 'C'), c.add(c.one, c.one)), c.atLeastOne(n)];
  const product = (factor: Value, of: string, to: Strided): void => {
    c.call('gemm', c.no, c.no, rows, cols, n, factor, ...chosen(c, trans, primal(c, of), full), ...chosen(c, trans, full, primal(c, of)), c.one, ...to);
  };
  if (c.has('dalpha')) {
    const t: Strided = [c.zeros(rows, cols), c.atLeastOne(rows)];
    product(c.one, second, t);
    c.contribute('alpha', c.multiply(weight, c.loop('dot', rows, cols, c.all, ...t, ...primal(c, first))));
    c.free(t[0]);
  }
  if (c.has(`d${first}`)) product(alpha, second, shadow(c, first));
  if (first !== second && c.has(`d${second}`)) product(alpha, first, shadow(c, second));
  c.free(full[0]);
  c.loop('scale', n, n, triangle, c.get('beta'), ...shadow(c, 'C'));
}
