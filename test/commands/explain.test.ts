/** `ribozyme explain`: what it says of plans, held against the memory that gradients do allocate. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command, ribozyme } from './command.js';

interface Kept { what: string; why: string; bytes: number; per: string; total: string; isExact: boolean; neededAt: number[] }
interface Line { line: number; active: string[]; kept: Kept[]; recomputed: { what: string; how: string; neededAt: number[] }[] }
interface Explained {
  name: string; bytes: string; isExact: boolean; variables: string[]; unknown: string[]; callees: string[]; lines: Line[];
  parameters: { name: string; activity: string }[];
}

const programs = `#include <math.h>
double relax(double *x, int n, int steps) {
  double s = 0;
  for (int t = 0; t < steps; t++)
    for (int i = 1; i < n; i++) {
      double y = sin(x[i]) * x[i - 1];
      x[i] = y * exp(y);
    }
  for (int i = 0; i < n; i++) s += x[i];
  return s;
}
double strided(double *x, int n, int steps) {
  double s = 1;
  for (int t = 0; t < steps; t++) for (int i = 0; i < n; i += 3) s = sin(s * x[i]);
  return s;
}
double down(double *x, int n, int steps) {
  double s = 1;
  for (int i = n - 1; i >= 2; i--) s = exp(s * x[i]) / steps;
  return s;
}
double triangle(double *x, int n, int steps) {
  double s = steps;
  for (int i = 0; i < n; i++)
    for (int j = 0; j < i; j++) s = cos(s * x[j]);
  return s;
}
double steep(double a) {
  double x = 1;
  while (fabs(x * x - a) > 1e-10) x = 0.5 * (x + a / x);
  return x;
}
__attribute__((noinline)) static double part(const double *x, int m) {
  double p = 1;
  for (int j = 0; j < m; j++) p = sin(p) * x[j];
  return p;
}
double whole(const double *x, const double *w, int m) { return part(x, m) * w[0] * part(x, m); }
double plain(double x, double y) { return x * y; }
`;

let folder = '';
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const tool = (...words: string[]) => ribozyme(folder, words);
async function explained(...words: string[]): Promise<Explained[]> {
  const { stdout, stderr, status } = await tool('explain', '--json', ...words);
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return (JSON.parse(stdout) as { functions: Explained[] }).functions;
}
const lineOf = (found: Explained | undefined, line: number): Line | undefined => found?.lines.find((each) => each.line === line);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ribozyme-explain-'));
  write('programs.c', programs);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('what is said of a line', () => {
  it('is what is kept for it, with the reason and a formula', async () => {
    const [relax] = await explained('programs.c', 'relax');
    expect(relax).toMatchObject({ name: 'relax', isExact: true, unknown: [], variables: ['n', 'steps'] });
    expect(relax?.parameters).toEqual([{ name: 'x', activity: 'duplicated' }, { name: 'n', activity: 'constant' }, { name: 'steps', activity: 'constant' }]);
    expect(lineOf(relax, 7)?.kept).toEqual([{
      what: 'exp(...)', why: '`exp` costs more than keeping its result', bytes: 8, per: 'iteration of the loop at line 5',
      total: '8 * steps * (n - 1)', isExact: true, neededAt: [7],
    }]);
    expect(lineOf(relax, 6)?.kept.map(({ why }) => why)).toContain('overwritten at line 7 before the reverse sweep');
    expect(lineOf(relax, 6)?.recomputed).toContainEqual({ what: 'y', how: expect.stringMatching(/^computed again, from .*sin\(\.\.\.\)/) as unknown, neededAt: [7] });
    expect(lineOf(relax, 6)?.active).toContain('y');
    expect(lineOf(relax, 4)).toBeUndefined();
  });
  it('is honest about loops that end when they end', async () => {
    const [steep] = await explained('programs.c', 'steep');
    expect(steep?.unknown).toEqual(['iterations(line 30)']);
    expect(steep?.bytes).toMatch(/^\d+ \* iterations\(line 30\)/);
    expect(lineOf(steep, 30)?.kept.map(({ what }) => what)).toContain('how often the loop runs');
  });
  it('goes into the functions that are called', async () => {
    const [whole, part] = await explained('programs.c', 'whole');
    expect(whole).toMatchObject({ name: 'whole', callees: ['part'] });
    expect(part).toMatchObject({ name: 'part', variables: ['m'] });
  });
  it('says that nothing is kept where nothing is', async () => {
    const [plain] = await explained('programs.c', 'plain');
    expect(plain).toMatchObject({ bytes: '0', lines: [{ line: 39, kept: [] }] });
    expect((await tool('explain', 'programs.c', 'plain')).stdout).toContain('kept      nothing in one call');
  });
  it('depends on what is active', async () => {
    const [whole] = await explained('--wrt', 'w', 'programs.c', 'whole');
    expect(whole?.parameters).toEqual([{ name: 'x', activity: 'constant' }, { name: 'w', activity: 'duplicated' }, { name: 'm', activity: 'constant' }]);
    expect(whole?.callees).toEqual([]);
  });
});

describe('the formula', () => {
  /** What the gradient has allocated at most, by a count of our own around the allocator. */
  async function allocated(name: string, n: number, steps: number): Promise<number> {
    write('measure.c', `#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
static size_t live, most;
void *__real_malloc(size_t); void *__real_calloc(size_t, size_t); void __real_free(void *);
static void *count(void *p) { if (p) live += malloc_usable_size(p); if (live > most) most = live; return p; }
void *__wrap_malloc(size_t n) { return count(__real_malloc(n)); }
void *__wrap_calloc(size_t n, size_t m) { return count(__real_calloc(n, m)); }
void __wrap_free(void *p) { if (p) live -= malloc_usable_size(p); __real_free(p); }
double __enzyme_autodiff(void *, ...);
int enzyme_dup, enzyme_const;
double ${name}(double *, int, int);
int main(void) {
  static double x[1000], dx[1000];
  for (int i = 0; i < 1000; i++) x[i] = 0.5;
  __enzyme_autodiff((void *)${name}, enzyme_dup, x, dx, enzyme_const, ${n}, enzyme_const, ${steps});
  printf("%zu\\n", most);
}
`);
    const wraps = ['malloc', 'calloc', 'free'].map((each) => `-Wl,--wrap=${each}`);
    const built = await tool('clang-22', '-O2', 'measure.c', 'programs.c', '-o', 'measure', '-lm', ...wraps);
    expect(built.stderr).toBe('');
    return Number((await command(folder, ['./measure'])).stdout);
  }
  beforeAll(async () => {
    const { stderr, status } = await command(folder, ['clang-22', '-O2', '-g', '-fno-vectorize', '-fno-slp-vectorize', '-fno-unroll-loops', '-S', '-emit-llvm', 'programs.c', '-o', 'programs.ll']);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  });
  it.each([['relax', 100, 30], ['strided', 100, 50], ['strided', 2, 80], ['down', 300, 2]])('of %s is what a gradient takes, n = %d, steps = %d', async (name, n, steps) => {
    const [found] = await explained('programs.ll', name);
    expect(found).toMatchObject({ isExact: true, unknown: [] });
    const formula = new Function('n', 'steps', `const { floor, max, min } = Math; return ${found?.bytes ?? ''};`) as (n: number, steps: number) => number;
    const bytes = formula(n, steps);
    expect(bytes).toBeGreaterThan(500);
    // Allocators round up; the few fields of the tape itself are on the stack.
    expect(Math.abs(await allocated(name, n, steps) - bytes)).toBeLessThan(64);
  });
  it('has an unknown where the count of a loop is another one each time', async () => {
    const [triangle] = await explained('programs.ll', 'triangle');
    expect(triangle?.unknown).toEqual(['iterations(line 25)']);
  });
});

describe('ribozyme explain', () => {
  it('prints the source with notes', async () => {
    const { stdout, stderr, status } = await tool('explain', 'programs.c', 'relax');
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toMatch(/^relax \(programs\.c:2\)\n {2}active {4}x\n {2}constant {2}n, steps\n {2}kept {6}\d+ \* n \* steps - \d+ \* steps bytes in one call\n/);
    expect(stdout).toMatch(/^ +8 B \* {4}7 \| {7}x\[i\] = y \* exp\(y\);$/m);
  });
  it('prints the same each time', async () => {
    expect(await tool('explain', 'programs.c', 'whole')).toEqual(await tool('explain', 'programs.c', 'whole'));
  });
  it('writes a page, and JSON beside it if asked', async () => {
    expect(await tool('explain', '--html', 'page.html', 'programs.c', 'relax')).toMatchObject({ status: 0, stdout: '' });
    const page = readFileSync(join(folder, 'page.html'), 'utf8');
    expect(page).not.toMatch(/(src|href)=|https?:/);
    const { stdout } = await tool('explain', '--html=page.html', '--json', 'programs.c', 'relax');
    expect(JSON.parse(stdout)).toMatchObject({ functions: [{ name: 'relax' }] });
  });
  it.each([
    [[], 'no source file was named'],
    [['programs.c'], 'no function was named'],
    [['programs.c', 'nobody'], 'there is no function `nobody`; there are relax'],
    [['programs.c', 'relax', '3'], '`3` is too much'],
    [['--wrt', 'z', 'programs.c', 'relax'], 'has no parameter `z`'],
  ])('%j is wrong usage', async (words, message) => {
    const { status, stderr } = await tool('explain', ...words);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });
  it('refuses what cannot be differentiated, and what is not there', async () => {
    write('unknown.c', 'double g(double);\ndouble f(double x) { return g(x) * x; }\n');
    expect(await tool('explain', 'unknown.c', 'f')).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('unknown.c:2') as unknown });
    expect(await tool('explain', 'missing.ll', 'f')).toMatchObject({ status: 1, stdout: '' });
  });
  it('has help', async () => {
    expect(await tool('explain', '--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--html FILE') as unknown });
  });
});
