import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CompiledFunction, CompilerFailure, Diagnostic, type Progress, compile } from './index.js';

const timeout = 240_000; // the compiler is WebAssembly, and the machine may be busy

describe('calling C', { timeout }, () => {
  test('numbers of every type', async () => {
    const f = await compile<Record<'area' | 'half' | 'negate' | 'wrap' | 'big' | 'odd', CompiledFunction>>(`
      #include <stdbool.h>
      #include <stdint.h>
      double area(double radius) { return 3.5 * radius * radius; }
      float half(float x) { return x / 2; }
      int negate(int x) { return -x; }
      uint8_t wrap(uint8_t x) { return x + 1; }
      int64_t big(int64_t x) { return x * 3; }
      bool odd(unsigned x) { return x & 1; }`);
    expect(f.area(2)).toBe(14);
    expect(f.half(0.1)).toBe(Math.fround(Math.fround(0.1) / 2));
    expect(f.negate(7)).toBe(-7);
    expect(f.wrap(255)).toBe(0);
    expect(f.big(2n ** 40n)).toBe(3n * 2n ** 40n);
    expect(f.odd(4294967295)).toBe(true);
    expect(() => f.wrap(256)).toThrow('`x` cannot be 256');
    expect(() => f.area()).toThrow('`area` takes 1 argument, not 0');
    expect(f.area.signature.parameters).toEqual([{ name: 'radius', type: { kind: 'scalar', scalar: 'float64' } }]);
    expect(f.area.name).toBe('area');
  });

  test('arrays: copied in, and copied back where they are not const', async () => {
    const { dot, scale, length, swap } = await compile(`
      #include <string.h>
      double dot(const double *x, const float *y, int n) { double s = 0; for (int i = 0; i < n; i++) s += x[i] * y[i]; return s; }
      void scale(double *x, double by, int n) { for (int i = 0; i < n; i++) x[i] *= by; }
      int length(const char *text) { return strlen(text); }
      void swap(int *x, int *y) { int old = *x; *x = *y; *y = old; }`);
    expect(dot?.([1, 2, 3], new Float32Array([4, 5, 6]), 3)).toBe(32);
    const x = new Float64Array([1, 2, 3]);
    expect(scale?.(x.subarray(1), 10, 2)).toBeUndefined();
    expect(x).toEqual(new Float64Array([1, 20, 30]));
    expect(() => scale?.([1, 2, 3], 10, 3)).toThrow('`x` must be a Float64Array (the function may write to it), not an array');
    expect(() => dot?.([1, Number.NaN, undefined] as unknown as number[], [1, 2, 3], 3)).toThrow('`x[2]` cannot be undefined');
    expect(length?.('größe')).toBe(7);
    const pair = new Int32Array([1, 2]);
    swap?.(pair.subarray(0, 1), pair.subarray(1, 2));
    expect(pair).toEqual(new Int32Array([2, 1]));
  });

  test('the same array for two parameters is the same memory', async () => {
    const { shift } = await compile('void shift(double *to, const double *from, int n) { for (int i = 1; i < n; i++) to[i] = from[i - 1]; }');
    const x = new Float64Array([1, 2, 3]);
    shift?.(x, x, 3);
    expect(x).toEqual(new Float64Array([1, 1, 1]));
    expect(() => shift?.(x.subarray(1), x, 2)).toThrow('overlaps');
  });

  test('variables keep their values from call to call, and output reaches the sink', async () => {
    const lines: string[] = [];
    const { count } = await compile(`
      #include <stdio.h>
      static int calls;
      int count(void) { printf("call %d", ++calls); return calls; }`, { onOutput: (line, stream) => lines.push(`${stream}: ${line}`) });
    count?.();
    expect(count?.()).toBe(2);
    expect(lines).toEqual(['stdout: call 1', 'stdout: call 2']);
  });

  test('a call that traps leaves the program usable', async () => {
    const { recurse, fail } = await compile(`
      #include <stdlib.h>
      int recurse(int n) { volatile char frame[1024] = {0}; return n == 0 ? frame[5] : recurse(n - 1) + frame[n % 1024]; }
      void fail(int code) { exit(code); }`);
    for (let i = 0; i < 3; i++) expect(() => recurse?.(100000)).toThrow(WebAssembly.RuntimeError);
    expect(recurse?.(100)).toBe(0);
    expect(() => fail?.(3)).toThrow('the program called exit(3)');
  });
});

describe('sources', { timeout }, () => {
  test('a path, with what it includes', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'ribozyme-test-'));
    try {
      writeFileSync(join(directory, 'factor.h'), '#define FACTOR 3\n');
      writeFileSync(join(directory, 'f.c'), '#include "factor.h"\ndouble f(double x) { return FACTOR * x; }\nint main(void) { return f(1) > 0; }\n');
      const functions = await compile(join(directory, 'f.c'));
      expect(Object.keys(functions)).toEqual(['f']);
      expect(functions['f']?.(2)).toBe(6);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  test('several files, linked', async () => {
    const { f } = await compile({
      'f.c': '#include "g.h"\nstatic double help(double x) { return x + 1; }\ndouble f(double x) { return g(help(x)); }',
      'g.cpp': '#include "g.h"\nstatic double help(double x) { return x * 2; }\ndouble g(double x) { return help(x); }',
      'g.h': '#ifdef __cplusplus\nextern "C"\n#endif\ndouble g(double x);',
    });
    expect(f?.(3)).toBe(8);
  });

  test('C++, with the standard library; overloads by their mangled names', async () => {
    const functions = await compile(`
      #include <algorithm>
      #include <vector>
      double median(const double *x, int n) { std::vector<double> sorted(x, x + n); std::sort(sorted.begin(), sorted.end()); return sorted[n / 2]; }
      double twice(double x) { return 2 * x; }
      float twice(float x) { return 2 * x; }
      namespace inner { double thrice(const double &x) { return 3 * x; } }`, { language: 'c++', flags: ['-std=c++20'] });
    expect(functions['median']?.([5, 1, 9], 3)).toBe(5);
    expect(functions['_Z5twiced']?.(1.5)).toBe(3);
    expect(functions['thrice']?.([2])).toBe(6);
  });

  test('C++ that throws ends the call with a trap', async () => {
    const { root } = await compile(`
      #include <cmath>
      #include <stdexcept>
      double root(double x) { if (x < 0) throw std::domain_error("negative"); return std::sqrt(x); }`, { language: 'c++' });
    expect(root?.(4)).toBe(2);
    expect(() => root?.(-4)).toThrow(WebAssembly.RuntimeError);
    expect(root?.(9)).toBe(3);
  });

  test('structs are refused when called, and do not spoil the rest', async () => {
    const { norm, twice } = await compile(`
      struct point { double x, y; };
      double norm(const struct point *p) { return p->x * p->x + p->y * p->y; }
      double twice(double x) { return 2 * x; }`);
    expect(twice?.(4)).toBe(8);
    expect(() => norm?.([1, 2])).toThrow(Diagnostic);
    expect(() => norm?.signature).toThrow('calling `norm` from JavaScript is not supported yet');
  });

  test('errors are those of the compiler', async () => {
    const messages: string[] = [];
    await expect(compile('double f(double x) { return y; }', { onMessage: (text) => messages.push(text) })).rejects.toThrow(CompilerFailure);
    expect(messages.join('')).toContain("source.c:1:29: error: use of undeclared identifier 'y'");
  });

  test('progress is reported', async () => {
    const stages: Progress['stage'][] = [];
    await compile('int f(void) { return 1; }', { onProgress: ({ stage }) => stages.push(stage) });
    expect([...new Set(stages.filter((stage) => stage !== 'loading the compiler'))]).toEqual(['compiling', 'differentiating', 'linking']);
  });
});
