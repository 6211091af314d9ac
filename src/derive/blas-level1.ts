/** Derivatives of the routines for vectors. */
import type { Value } from '../ir/index.js';
import type { BlasName } from '../rules/index.js';
import type { BlasCode } from './blas-code.js';
import { type BlasRow, primal, shadow } from './blas-row.js';

const vector = (c: BlasCode): readonly Value[] => [c.get('n')];
const vectors = { x: vector, y: vector };

export const vectorRows = {
  dot: {
    shapes: vectors, keeps: [['x', 'y'], ['y', 'x']],
    tangent: (c, run) => {
      run();
      const n = c.get('n');
      return total(c, [c.has('dx') && c.call('dot', n, ...shadow(c, 'x'), ...primal(c, 'y')), c.has('dy') && c.call('dot', n, ...primal(c, 'x'), ...shadow(c, 'y'))]);
    },
    adjoint: (c, seed) => {
      if (c.has('dx')) c.call('axpy', c.get('n'), seed, ...primal(c, 'y'), ...shadow(c, 'x'));
      if (c.has('dy')) c.call('axpy', c.get('n'), seed, ...primal(c, 'x'), ...shadow(c, 'y'));
    },
  },
  axpy: {
    shapes: vectors, keeps: [['x', 'alpha']],
    tangent: (c, run) => {
      const n = c.get('n');
      if (c.has('dx')) c.call('axpy', n, c.get('alpha'), ...shadow(c, 'x'), ...shadow(c, 'y'));
      if (c.has('dalpha')) c.call('axpy', n, c.get('dalpha'), ...primal(c, 'x'), ...shadow(c, 'y'));
      return run();
    },
    adjoint: (c) => {
      const n = c.get('n');
      if (c.has('dalpha')) c.contribute('alpha', c.call('dot', n, ...primal(c, 'x'), ...shadow(c, 'y')));
      if (c.has('dx')) c.call('axpy', n, c.get('alpha'), ...shadow(c, 'y'), ...shadow(c, 'x'));
    },
  },
  scal: {
    shapes: vectors, keeps: [['x', 'alpha']],
    tangent: (c, run) => {
      c.call('scal', c.get('n'), c.get('alpha'), ...shadow(c, 'x'));
      if (c.has('dalpha')) c.call('axpy', c.get('n'), c.get('dalpha'), ...primal(c, 'x'), ...shadow(c, 'x'));
      return run();
    },
    adjoint: (c) => {
      if (c.has('dalpha')) c.contribute('alpha', c.call('dot', c.get('n'), ...primal(c, 'x'), ...shadow(c, 'x')));
      c.call('scal', c.get('n'), c.get('alpha'), ...shadow(c, 'x'));
    },
  },
  nrm2: {
    shapes: vectors, keeps: [['x', 'x']],
    tangent: (c, run) => {
      const norm = run() ?? c.one;
      return c.multiply(inverseOrZero(c, norm), c.call('dot', c.get('n'), ...primal(c, 'x'), ...shadow(c, 'x')));
    },
    adjoint: (c, seed) => {
      const norm = c.call('nrm2', c.get('n'), ...primal(c, 'x'));
      c.call('axpy', c.get('n'), c.multiply(seed, inverseOrZero(c, norm)), ...primal(c, 'x'), ...shadow(c, 'x'));
    },
  },
  asum: {
    shapes: vectors, keeps: [['x', 'x']],
    tangent: (c, run) => {
      run();
      const signs = signsOf(c, c.one);
      const tangent = c.call('dot', c.get('n'), signs, c.integer(1), ...shadow(c, 'x'));
      c.free(signs);
      return tangent;
    },
    adjoint: (c, seed) => {
      const signs = signsOf(c, seed);
      c.call('axpy', c.get('n'), c.one, signs, c.integer(1), ...shadow(c, 'x'));
      c.free(signs);
    },
  },
  copy: {
    shapes: vectors, keeps: [],
    tangent: (c, run) => {
      if (c.has('dx')) c.call('copy', c.get('n'), ...shadow(c, 'x'), ...shadow(c, 'y'));
      else c.scaleVector(c.get('n'), c.zero, ...shadow(c, 'y'));
      return run();
    },
    adjoint: (c) => {
      if (c.has('dx')) c.call('axpy', c.get('n'), c.one, ...shadow(c, 'y'), ...shadow(c, 'x'));
      c.scaleVector(c.get('n'), c.zero, ...shadow(c, 'y'));
    },
  },
  swap: {
    shapes: vectors, keeps: [],
    tangent: (c, run) => { c.call('swap', c.get('n'), ...shadow(c, 'x'), ...shadow(c, 'y')); return run(); },
    adjoint: (c) => { c.call('swap', c.get('n'), ...shadow(c, 'x'), ...shadow(c, 'y')); },
  },
  rot: {
    shapes: vectors, keeps: [['x', 'c', 's'], ['y', 'c', 's']],
    tangent: (c, run) => {
      const [n, x, y, dx, dy] = [c.get('n'), primal(c, 'x'), primal(c, 'y'), shadow(c, 'x'), shadow(c, 'y')];
      c.call('rot', n, ...dx, ...dy, c.get('c'), c.get('s'));
      if (c.has('dc')) { c.call('axpy', n, c.get('dc'), ...x, ...dx); c.call('axpy', n, c.get('dc'), ...y, ...dy); }
      if (c.has('ds')) { c.call('axpy', n, c.get('ds'), ...y, ...dx); c.call('axpy', n, c.negate(c.get('ds')), ...x, ...dy); }
      return run();
    },
    adjoint: (c) => {
      const [n, dx, dy] = [c.get('n'), shadow(c, 'x'), shadow(c, 'y')];
      if (c.has('dc')) c.contribute('c', c.add(c.call('dot', n, ...dx, ...primal(c, 'x')), c.call('dot', n, ...dy, ...primal(c, 'y'))));
      if (c.has('ds')) c.contribute('s', c.add(c.call('dot', n, ...dx, ...primal(c, 'y')), c.negate(c.call('dot', n, ...dy, ...primal(c, 'x')))));
      c.call('rot', n, ...dx, ...dy, c.get('c'), c.negate(c.get('s')));
    },
  },
} as const satisfies Partial<Record<BlasName, BlasRow>>;

/** The sum of those that are there. */
function total(c: BlasCode, parts: readonly (Value | false)[]): Value | undefined {
  return parts.filter((part) => part !== false).reduce<Value | undefined>((sum, part) => (sum ? c.add(sum, part) : part), undefined);
}

function inverseOrZero(c: BlasCode, value: Value): Value {
  return c.choose(c.build.fcmp('oeq', value, c.zero), c.zero, c.build.binary('fdiv', c.one, value));
}

function signsOf(c: BlasCode, seed: Value): Value {
  const n = c.get('n');
  const values = c.copyOfVector(n, ...primal(c, 'x'));
  const signs = c.zeros(n, c.integer(1));
  c.addSigns(n, seed, values, signs);
  c.free(values);
  return signs;
}
