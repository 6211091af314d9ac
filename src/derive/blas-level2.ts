/** Derivatives of the routines for a matrix and a vector. */
import type { Value } from '../ir/index.js';
import type { BlasName } from '../rules/index.js';
import type { BlasCode } from './blas-code.js';
import { affineScalars, affineTangent, chosen, scaleShadow } from './blas-affine.js';
import { type BlasRow, primal, shadow } from './blas-row.js';

const vector = (c: BlasCode): readonly Value[] => [c.get('n')];
const vectors = { x: vector, y: vector };

export const matrixVectorRows = {
  ger: {
    shapes: { x: (c) => [c.get('m')], y: vector, A: (c) => [c.get('m'), c.get('n')] },
    keeps: [['x', 'y', 'alpha'], ['y', 'x', 'alpha']],
    tangent: (c, run) => {
      const of = (alpha: Value, x: [Value, Value], y: [Value, Value]): void => { c.call('ger', c.get('m'), c.get('n'), alpha, ...x, ...y, ...shadow(c, 'A')); };
      if (c.has('dx')) of(c.get('alpha'), shadow(c, 'x'), primal(c, 'y'));
      if (c.has('dy')) of(c.get('alpha'), primal(c, 'x'), shadow(c, 'y'));
      if (c.has('dalpha')) of(c.get('dalpha'), primal(c, 'x'), primal(c, 'y'));
      return run();
    },
    adjoint: (c) => {
      const [m, n] = [c.get('m'), c.get('n')];
      if (c.has('dalpha')) {
        const t = c.zeros(m, c.integer(1));
        c.call('gemv', c.no, m, n, c.one, ...shadow(c, 'A'), ...primal(c, 'y'), c.zero, t, c.integer(1));
        c.contribute('alpha', c.call('dot', m, t, c.integer(1), ...primal(c, 'x')));
        c.free(t);
      }
      if (c.has('dx')) c.call('gemv', c.no, m, n, c.get('alpha'), ...shadow(c, 'A'), ...primal(c, 'y'), c.one, ...shadow(c, 'x'));
      if (c.has('dy')) c.call('gemv', c.yes, m, n, c.get('alpha'), ...shadow(c, 'A'), ...primal(c, 'x'), c.one, ...shadow(c, 'y'));
    },
  },
  gemv: {
    shapes: {
      A: (c) => [c.get('m'), c.get('n')],
      x: (c) => [c.choose(c.get('trans'), c.get('m'), c.get('n'))], y: (c) => [c.choose(c.get('trans'), c.get('n'), c.get('m'))],
    },
    keeps: [['A', 'x', 'alpha'], ['x', 'A', 'alpha'], ['y', 'beta']],
    tangent: (c, run) => affineTangent(c, run, 'y', ['A', 'x'], (alpha, [a, x], beta, to) => c.call('gemv', c.get('trans'), c.get('m'), c.get('n'), alpha, ...a, ...x, beta, ...to)),
    adjoint: (c) => {
      const [m, n, trans] = [c.get('m'), c.get('n'), c.get('trans')];
      const dy = shadow(c, 'y');
      affineScalars(c, 'y', (to) => c.call('gemv', trans, m, n, c.one, ...primal(c, 'A'), ...primal(c, 'x'), c.zero, ...to));
      if (c.has('dA')) c.call('ger', m, n, c.get('alpha'), ...chosen(c, trans, primal(c, 'x'), dy), ...chosen(c, trans, dy, primal(c, 'x')), ...shadow(c, 'A'));
      if (c.has('dx')) c.call('gemv', c.not(trans), m, n, c.get('alpha'), ...primal(c, 'A'), ...dy, c.one, ...shadow(c, 'x'));
      scaleShadow(c, 'y', c.get('beta'));
    },
  },
  symv: {
    shapes: { ...vectors, A: (c) => [c.get('n'), c.get('n')] },
    keeps: [['A', 'x', 'alpha'], ['x', 'A', 'alpha'], ['y', 'beta']],
    tangent: (c, run) => affineTangent(c, run, 'y', ['A', 'x'], (alpha, [a, x], beta, to) => c.call('symv', c.get('uplo'), c.get('n'), alpha, ...a, ...x, beta, ...to)),
    adjoint: (c) => {
      const [n, uplo] = [c.get('n'), c.get('uplo')];
      affineScalars(c, 'y', (to) => c.call('symv', uplo, n, c.one, ...primal(c, 'A'), ...primal(c, 'x'), c.zero, ...to));
      if (c.has('dA')) {
        const full = c.zeros(n, n);
        c.call('ger', n, n, c.get('alpha'), ...shadow(c, 'y'), ...primal(c, 'x'), full, c.atLeastOne(n));
        c.foldSymmetric(n, uplo, full, ...shadow(c, 'A'));
        c.free(full);
      }
      if (c.has('dx')) c.call('symv', uplo, n, c.get('alpha'), ...primal(c, 'A'), ...shadow(c, 'y'), c.one, ...shadow(c, 'x'));
      scaleShadow(c, 'y', c.get('beta'));
    },
  },
  trmv: {
    shapes: { ...vectors, A: (c) => [c.get('n'), c.get('n')] },
    keeps: [['A', '*'], ['x', 'A']],
    tangent: (c, run) => {
      const [n, uplo, trans, diag] = [c.get('n'), c.get('uplo'), c.get('trans'), c.get('diag')];
      c.call('trmv', uplo, trans, diag, n, ...primal(c, 'A'), ...shadow(c, 'x'));
      if (c.has('dA')) addProduct(c, c.one);
      return run();
    },
    adjoint: (c) => {
      const [n, uplo, trans, diag] = [c.get('n'), c.get('uplo'), c.get('trans'), c.get('diag')];
      if (c.has('dA')) addOuter(c, c.one, 'x');
      c.call('trmv', uplo, c.not(trans), diag, n, ...primal(c, 'A'), ...shadow(c, 'x'));
    },
  },
  trsv: {
    shapes: { ...vectors, A: (c) => [c.get('n'), c.get('n')] },
    keeps: [['A', '*'], ['x+', 'A']],
    tangent: (c, run) => {
      run();
      if (c.has('dA')) addProduct(c, c.minusOne);
      c.call('trsv', c.get('uplo'), c.get('trans'), c.get('diag'), c.get('n'), ...primal(c, 'A'), ...shadow(c, 'x'));
      return undefined;
    },
    adjoint: (c) => {
      c.call('trsv', c.get('uplo'), c.not(c.get('trans')), c.get('diag'), c.get('n'), ...primal(c, 'A'), ...shadow(c, 'x'));
      if (c.has('dA')) addOuter(c, c.minusOne, 'x+');
    },
  },
} as const satisfies Partial<Record<BlasName, BlasRow>>;

/** dx += factor * op(dA) x: of a triangular matrix, whose unit diagonal has no tangent. */
function addProduct(c: BlasCode, factor: Value): void {
  const n = c.get('n');
  const t = c.copyOfVector(n, ...primal(c, 'x'));
  c.call('trmv', c.get('uplo'), c.get('trans'), c.get('diag'), n, ...shadow(c, 'A'), t, c.integer(1));
  c.call('axpy', n, c.choose(c.get('diag'), c.minusOne, c.zero), ...primal(c, 'x'), t, c.integer(1));
  c.call('axpy', n, factor, t, c.integer(1), ...shadow(c, 'x'));
  c.free(t);
}

/** The triangle of dA += factor * dx x', or of its transposed. */
function addOuter(c: BlasCode, factor: Value, x: string): void {
  const [n, trans, dx] = [c.get('n'), c.get('trans'), shadow(c, 'x')];
  const full = c.zeros(n, n);
  c.call('ger', n, n, factor, ...chosen(c, trans, primal(c, x), dx), ...chosen(c, trans, dx, primal(c, x)), full, c.atLeastOne(n));
  c.loop('add', n, n, c.triangle(c.get('uplo'), c.get('diag')), c.one, full, c.atLeastOne(n), ...shadow(c, 'A'));
  c.free(full);
}
