import { describe, expect, test } from 'vitest';
import { type CompiledFunction, compile, derivative, gradient, pullback, tangent, valueAndGradient } from './index.js';

const timeout = 240_000; // the compiler is WebAssembly, and the machine may be busy

describe('gradient', { timeout }, () => {
  test('one entry for each active parameter, in order', async () => {
    const { rosenbrock, square } = await compile<Record<'rosenbrock' | 'square', CompiledFunction>>(`
      double rosenbrock(double x, double y) { return (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x); }
      double square(double x) { return x * x; }`);
    expect((await gradient(rosenbrock))(1, 2)).toEqual([-400, 200]);
    expect((await gradient(rosenbrock, { wrt: ['y'] }))(1, 2)).toEqual([200]);
    expect((await gradient(square))(3)).toEqual([6]);
    expect((await valueAndGradient(rosenbrock))(1, 2)).toEqual({ value: 100, gradient: [-400, 200] });
  });

  test('arrays beside numbers, double beside float; integers are no unknowns', async () => {
    const { f } = await compile<Record<'f', CompiledFunction<[Float64Array, number, number, number[]], number>>>(`
      double f(const double *x, int n, float a, const float *w) {
        double sum = 0;
        for (int i = 0; i < n; i++) sum += a * w[i] * x[i] * x[i];
        return sum;
      }`);
    const x = new Float64Array([1, 2]);
    const result = (await valueAndGradient(f))(x, 2, 3, [4, 5]);
    expect(result.value).toBe(3 * (4 + 20));
    expect(result.gradient).toEqual([new Float64Array([24, 60]), 24, new Float32Array([3, 12])]);
    expect(x).toEqual(new Float64Array([1, 2]));
    expect((await gradient(f, { wrt: ['a'] }))(x, 2, 3, [4, 5])).toEqual([24]);
  });

  test('scratch memory carries derivatives although nobody asks for its own', async () => {
    const { f } = await compile(`
      double f(const double *x, double *work, int n) {
        for (int i = 0; i < n; i++) work[i] = x[i] * x[i];
        double sum = 0;
        for (int i = 0; i < n; i++) sum += work[i] * (i + 1);
        return sum;
      }`);
    if (!f) throw new Error('f is missing');
    const work = new Float64Array([7, 7, 7]);
    expect((await gradient(f, { wrt: ['x'] }))([1, 2, 3], work, 3)).toEqual([new Float64Array([2, 8, 18])]);
    expect((await gradient(f))([1, 2, 3], work, 3)).toEqual([new Float64Array([2, 8, 18]), new Float64Array(3)]);
    expect(work).toEqual(new Float64Array([7, 7, 7]));
  });

  test('variables of the program have in the derivative the values they have now', async () => {
    const { f, set, keep } = await compile<Record<'f' | 'set' | 'keep', CompiledFunction>>(`
      #include <stdlib.h>
      static double factor = 2;
      double *kept;
      void set(double value) { factor = value; }
      void keep(double value) { kept = malloc(sizeof *kept); *kept = value; }
      double f(double x) { return factor * x * x + (kept ? *kept : 0) * x; }`);
    const slope = await gradient(f);
    expect(slope(1)).toEqual([4]);
    set(10);
    expect(f(1)).toBe(10);
    expect(slope(1)).toEqual([20]);
    keep(1);
    expect(() => slope(1)).toThrow('a derivative that depends on what `kept` points to is not supported yet');
  });

  test('what has no gradient is refused', async () => {
    const { fill, count, constant } = await compile<Record<'fill' | 'count' | 'constant', CompiledFunction>>(`
      void fill(double *x, double value) { *x = value; }
      int count(double x) { return x > 0; }
      double constant(int n) { return n; }`);
    await expect(gradient(fill)).rejects.toThrow('the gradient of `fill` is not supported yet');
    await expect(gradient(count)).rejects.toThrow('the gradient of `count` is not supported yet');
    await expect(gradient(constant)).rejects.toThrow('`constant` has no floating-point parameter');
    await expect(tangent(fill, { wrt: ['y'] })).rejects.toThrow('`fill` has no parameter `y`');
  });
});

describe('pullback', { timeout }, () => {
  test('weights the outputs in memory and the returned number', async () => {
    const { polar } = await compile<Record<'polar', CompiledFunction>>(`
      double polar(double r, double t, double *out) { out[0] = r * t; out[1] = r * r; return r + t; }`);
    const pull = await pullback(polar, { wrt: ['r', 't'] });
    const out = new Float64Array(2);
    expect(pull([2, 3, out], { out: [1, 0] }).gradient).toEqual([3, 2]);
    expect(pull([2, 3, out], { out: [0, 1], return: 10 })).toEqual({ value: 5, gradient: [14, 10] });
    expect(out).toEqual(new Float64Array(2));
    expect(() => pull([2, 3, out], { out: [1] })).toThrow('has 1 elements, but the argument has 2');
    expect(() => pull([2, 3, out], { t: 1 })).toThrow('`t` is no output of `polar`');
  });

  test('an array updated in place: the derivative is with respect to what it held before', async () => {
    const { relax } = await compile<Record<'relax', CompiledFunction>>(`
      void relax(double *x, int n) { for (int i = 1; i < n; i++) x[i] = x[i] * x[i - 1]; }`);
    const pull = await pullback(relax);
    expect(pull([new Float64Array([2, 3, 5]), 3], { x: [0, 0, 1] })).toEqual({ value: undefined, gradient: [new Float64Array([15, 10, 6])] });
  });

  test('memory shared by two parameters is refused', async () => {
    const { add } = await compile<Record<'add', CompiledFunction>>('void add(double *x, const double *y) { *x += *y; }');
    const pull = await pullback(add);
    const x = new Float64Array([1]);
    expect(() => pull([x, x], { x: [1] })).toThrow('`x` and `y` share memory');
  });
});

describe('tangent', { timeout }, () => {
  test('moves along a direction', async () => {
    const { f } = await compile<Record<'f', CompiledFunction>>(`
      #include <math.h>
      double f(double a, const double *x, double *y, int n) { double s = 0; for (int i = 0; i < n; i++) { y[i] = a * x[i]; s += y[i]; } return s; }`);
    const push = await tangent(f);
    const y = new Float64Array(2);
    expect(push([3, [1, 2], y, 2], [1, [0, 10]])).toEqual({
      value: 9, tangent: 33, outputs: { y: { value: new Float64Array([3, 6]), tangent: new Float64Array([1, 32]) } },
    });
    expect(y).toEqual(new Float64Array(2));
    expect(() => push([3, [1, 2], y, 2], [1, null, null, 1])).toThrow('`n` is not active');
  });

  test('the derivative of a function of one number', async () => {
    const { f } = await compile<Record<'f', CompiledFunction<[number, number], number>>>('#include <math.h>\ndouble f(double x, double y) { return x * x * x * y; }');
    expect((await derivative(f, { wrt: ['x'] }))(2, 5)).toBe(60);
    await expect(derivative(f)).rejects.toThrow('the derivative of `f` as one number is not supported yet');
  });
});
