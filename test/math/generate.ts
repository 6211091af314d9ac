/**
 * A self-checking C program for rows of the table of derivatives: each function in double and float, reverse and forward,
 * at points of its domain, against central differences of its long double version. To be compiled by the tool, and linked
 * with `extras.c`, which an ordinary compiler has compiled. It prints what is wrong and exits with 1, or prints OK.
 */
import { type Subject, coordinate, reference, testableSubjects, typeOf, wrapper } from './subjects.js';

export function generateMathProgram(chosen: readonly Subject[] = testableSubjects, pointsPerRow = 4): string {
  return [
    prelude,
    ...formats.flatMap((format) => {
      const inFormat = chosen.filter((subject) => hasFormat(subject, format));
      return [...new Set(inFormat.map(({ letters }) => letters.join('')))].map((letters) => declarations(letters, format));
    }),
    ...chosen.map((subject) => rowText(subject, pointsPerRow)),
    'int main(void) {',
    ...chosen.map(({ name }) => `  check_${name}();`),
    '  if (bad) return 1;', '  puts("OK math");', '  return 0;', '}', '',
  ].join('\n');
}

function hasFormat(subject: Subject, { letter }: Format): boolean { return letter === 'd' || !subject.isDoubleOnly; }

interface Format { readonly letter: string; readonly type: string; readonly suffix: string; readonly tolerance: string }
const formats: readonly Format[] = [
  { letter: 'd', type: 'double', suffix: '', tolerance: '2e-9' },
  { letter: 'f', type: 'float', suffix: 'f', tolerance: '2e-5' },
];

/** Prototypes of the marker functions for one list of argument types. */
function declarations(letters: string, { letter, type }: Format): string {
  const types = [...letters].map((l) => typeOf(l, type));
  const reals = [...letters].filter((l) => l === 'r').length;
  const result = reals === 1 ? type : `struct out_${letters}_${letter}`;
  const fields = Array.from({ length: reals }, (_, i) => `d${i}`).join(', ');
  const tangents = [...letters].map((l) => (l === 'r' ? `${type}, ${type}` : typeOf(l, type)));
  const fn = `${type} (*)(${types.join(', ')})`;
  return [
    ...(reals === 1 ? [] : [`${result} { ${type} ${fields}; };`]),
    `${result} __enzyme_autodiff_${letters}_${letter}(${fn}, ${types.join(', ')});`,
    `${type} __enzyme_fwddiff_${letters}_${letter}(${fn}, ${tangents.join(', ')});`,
  ].join('\n');
}

function rowText(subject: Subject, pointsPerRow: number): string {
  const { name, letters } = subject;
  const points = Array.from({ length: pointsPerRow }, (_, p) => `{${letters.map((_letter, i) => coordinate(subject, p, i)).join(', ')}}`);
  const own = formats.filter((format) => hasFormat(subject, format));
  return [
    ...own.map(({ type, suffix, letter }) => wrapper(subject, type, suffix, letter)),
    reference(subject),
    `static void check_${name}(void) {`,
    `  static volatile const double at[][${letters.length}] = {${points.join(', ')}};`,
    `  for (int p = 0; p < ${pointsPerRow}; p++) {`,
    ...own.map((format) => checks(name, letters, format)),
    '  }', '}',
  ].join('\n');
}

/** Reverse mode: each derivative. Forward mode: one direction that has a part in every argument. */
function checks(name: string, letters: readonly string[], { letter, type, tolerance }: Format): string {
  const reals = letters.flatMap((l, i) => (l === 'r' ? [i] : []));
  const args = letters.map((l, i) => `(${typeOf(l, type)})v[${i}]`);
  const tangents = letters.map((l, i) => (l === 'r' ? `${args[i]}, ${direction(i)}` : args[i]));
  const shape = `${letters.join('')}_${letter}`;
  const call = `__enzyme_autodiff_${shape}(${name}_${letter}, ${args.join(', ')})`;
  const lines = [
    `long double v[4] = {${letters.map((_, i) => `(${type})at[p][${i}]`).join(', ')}}, sum = 0;`,
    reals.length === 1 ? `${type} g = ${call};` : `struct out_${shape} g = ${call};`,
    `${type} t = __enzyme_fwddiff_${shape}(${name}_${letter}, ${tangents.join(', ')});`,
    ...reals.flatMap((i, k) => [
      `long double want${k} = difference(${name}_at, v, ${letters.length}, ${i});`,
      `sum += ${direction(i)} * want${k};`,
      `check("${name}", "${type}", "reverse", ${k}, v, ${reals.length === 1 ? 'g' : `g.d${k}`}, want${k}, ${tolerance});`,
    ]),
    `check("${name}", "${type}", "forward", -1, v, t, sum, ${tolerance});`,
  ];
  return `    {\n${lines.map((line) => `      ${line}`).join('\n')}\n    }`;
}

function direction(argument: number): number { return [0.75, -1.25, 0.5, 1.5][argument] ?? 1; }

/** Declarations, the check, and central differences. */
export const prelude = `#define _GNU_SOURCE
#include <complex.h>
#include <math.h>
#include <stdio.h>
#define UNARY(fn) long double fn##l(long double); double fn(double); float fn##f(float);
#define BINARY(fn, other) long double fn##l(long double, other); double fn(double, other); float fn##f(float, other);
UNARY(exp2m1) UNARY(exp10m1) UNARY(log2p1) UNARY(log10p1) UNARY(rsqrt) UNARY(sinpi) UNARY(cospi) UNARY(tanpi) UNARY(asinpi)
UNARY(acospi) UNARY(atanpi) BINARY(pown, long long) BINARY(rootn, long long) BINARY(compoundn, long long)
UNARY(rcbrt) UNARY(erfinv) UNARY(erfcinv) UNARY(erfcx) UNARY(normcdf) UNARY(normcdfinv)
long double powrl(long double, long double); double powr(double, double); float powrf(float, float);
long double atan2pil(long double, long double); double atan2pi(double, double); float atan2pif(float, float);
void sincospil(long double, long double *, long double *); void sincospi(double, double *, double *); void sincospif(float, float *, float *);
#define DECLARE_MAXIMA(fn) long double fn##l(long double, long double); double fn(double, double); float fn##f(float, float);
DECLARE_MAXIMA(fmaximum) DECLARE_MAXIMA(fminimum) DECLARE_MAXIMA(fmaximum_num) DECLARE_MAXIMA(fminimum_num)
long double roundevenl(long double), nextupl(long double), nextdownl(long double);
double roundeven(double), nextup(double), nextdown(double);
float roundevenf(float), nextupf(float), nextdownf(float);

static int bad;
static void check(const char *fn, const char *type, const char *mode, int argument, const long double *v, double got, double want, double tolerance) {
  if (fabs(got - want) <= tolerance * (fabs(want) + 0.05)) return;
  printf("%s (%s, %s%s%.0d) at (%.9Lg, %.9Lg): got %.12g, expected %.12g\\n", fn, type, mode, argument < 0 ? "" : ", argument ", argument + 1, v[0], v[1], got, want);
  bad = 1;
}

/* The central difference of order 6 in long double: its error is below 1e-11 where the nearest pole is 0.05 away. */
static long double difference(long double (*f)(const long double *), const long double *at, int n, int k) {
  const long double h = 1.0L / 2048;
  static const long double weight[] = {45, -9, 1};
  long double v[4], sum = 0;
  for (int i = 0; i < n; i++) v[i] = at[i];
  for (int i = 1; i <= 3; i++) {
    v[k] = at[k] + i * h;
    long double up = f(v);
    v[k] = at[k] - i * h;
    sum += weight[i - 1] * (up - f(v));
  }
  return sum / (60 * h);
}
`;
