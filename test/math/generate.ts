/**
 * A self-checking C program for rows of the table of derivatives: each function in double and float, reverse and forward,
 * at points of its domain, against central differences of its long double version. To be compiled by the tool, and linked
 * with `extras.c`, which an ordinary compiler has compiled. It prints what is wrong and exits with 1, or prints OK.
 */
import { type MathName, isMathName, mathRow, mathTable } from '../../src/rules/index.js';

/** The rows that a C library (with `extras.c`) can run. */
export const testableRows: readonly MathName[] = Object.keys(mathTable).filter(isMathName).filter((name) => !mathRow(name).isDeviceOnly);

/** The self-checking program. */
export function generateMathProgram(names: readonly MathName[] = testableRows, pointsPerRow = 4): string {
  const signatures = [...new Set(names.map((name) => signature(name)))];
  return [
    prelude,
    ...signatures.flatMap((letters) => formats.map((format) => declarations(letters, format))),
    ...names.map((name) => rowText(name, pointsPerRow)),
    'int main(void) {',
    ...names.map((name) => `  check_${name}();`),
    '  if (bad) return 1;', '  puts("OK math");', '  return 0;', '}', '',
  ].join('\n');
}

interface Format { readonly letter: string; readonly type: string; readonly suffix: string; readonly tolerance: string }
const formats: readonly Format[] = [
  { letter: 'd', type: 'double', suffix: '', tolerance: '2e-9' },
  { letter: 'f', type: 'float', suffix: 'f', tolerance: '2e-5' },
];

/** What each argument that is not a pointer is: `r` a real number, `i` an int, `l` a long, `q` a long long. */
export function signature(name: MathName): string {
  const integer = name === 'scalbln' ? 'l' : name === 'pown' || name === 'rootn' || name === 'compoundn' ? 'q' : 'i';
  return mathRow(name).roles.filter((role) => role !== 'pointer').map((role) => (role === 'float' ? 'r' : integer)).join('');
}

const integerTypes: Readonly<Record<string, string>> = { i: 'int', l: 'long', q: 'long long' };
export function typeOf(letter: string, real: string): string { return integerTypes[letter] ?? real; }

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

/** How a row is called: with `F` for the suffix, `T` for the type and `a0`, `a1`, ... for the arguments. */
const bodies: Partial<Record<MathName, string>> = {
  powi: 'return __builtin_powiF(a0, a1);',
  sincos: 'T s, c; sincosF(a0, &s, &c); return 2 * s + 3 * c;',
  sincospi: 'T s, c; sincospiF(a0, &s, &c); return 2 * s + 3 * c;',
  lgamma_r: 'int sign; return lgammaF_r(a0, &sign);',
  remquo: 'int quotient; return remquoF(a0, a1, &quotient);',
  modf: 'T whole; T part = modfF(a0, &whole); return part + 2 * whole;',
  frexp: 'int exponent; return frexpF(a0, &exponent);',
};

/** A C function of this format around the row; several results are added up with the weights 2 and 3, or 1 and 2. */
export function wrapper(name: MathName, type: string, suffix: string, label: string): string {
  const letters = [...signature(name)];
  const call = `return ${name}F(${letters.map((_, i) => `a${i}`).join(', ')});`;
  const body = (bodies[name] ?? call).replace(/T (?=\w)/g, `${type} `).replace(/F(?=\(|_r)/g, suffix);
  return `static ${type} ${name}_${label}(${letters.map((l, i) => `${typeOf(l, type)} a${i}`).join(', ')}) { ${body} }`;
}

function rowText(name: MathName, pointsPerRow: number): string {
  const letters = [...signature(name)];
  const points = Array.from({ length: pointsPerRow }, (_, p) => `{${letters.map((_, i) => coordinate(name, p, i)).join(', ')}}`);
  return [
    ...formats.map(({ type, suffix, letter }) => wrapper(name, type, suffix, letter)),
    reference(name),
    `static void check_${name}(void) {`,
    `  static volatile const double at[][${letters.length}] = {${points.join(', ')}};`,
    `  for (int p = 0; p < ${pointsPerRow}; p++) {`,
    ...formats.map((format) => checks(name, letters, format)),
    '  }', '}',
  ].join('\n');
}

/** The function in long double, of its arguments and of a vector of them. */
export function reference(name: MathName): string {
  const args = [...signature(name)].map((l, i) => (l === 'r' ? `v[${i}]` : `(${typeOf(l, '')})v[${i}]`)).join(', ');
  return `${wrapper(name, 'long double', 'l', 'l')}
static long double ${name}_at(const long double *v) { return ${name}_l(${args}); }`;
}

/** Reverse mode: each derivative. Forward mode: one direction that has a part in every argument. */
function checks(name: MathName, letters: readonly string[], { letter, type, tolerance }: Format): string {
  const reals = letters.flatMap((l, i) => (l === 'r' ? [i] : []));
  const args = letters.map((l, i) => `(${typeOf(l, type)})v[${i}]`);
  const tangents = letters.map((l, i) => (l === 'r' ? `${args[i]}, ${direction(i)}` : args[i]));
  const shape = `${letters.join('')}_${letter}`;
  const call = `__enzyme_autodiff_${shape}(${name}_${letter}, ${args.join(', ')})`;
  const lines = [
    `long double v[3] = {${letters.map((_, i) => `(${type})at[p][${i}]`).join(', ')}}, sum = 0;`,
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

function direction(argument: number): number { return [0.75, -1.25, 0.5][argument] ?? 1; }

/** Points spread over the domain by multiples of irrational numbers, so that no two rows share jumps. */
export function coordinate(name: MathName, point: number, argument: number): string {
  const [low, high] = mathRow(name).domain[argument] ?? [0, 1];
  const isInteger = signature(name)[argument] !== 'r';
  const fraction = ((point + 1) * [0.6180339887, 0.7548776662, 0.5698402910][argument]! + 0.137) % 1;
  const value = low + (high - low) * fraction;
  return isInteger ? String(Math.round(value)) : value.toFixed(6);
}

/** Declarations, the check, and central differences. */
export const prelude = `#define _GNU_SOURCE
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
  long double v[3], sum = 0;
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
