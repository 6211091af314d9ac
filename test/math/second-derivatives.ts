/** A self-checking C program: second derivatives of the functions of one number, which differentiate what the rules emit. */
import { prelude } from './generate.js';
import { type Subject, coordinate, reference, testableSubjects, wrapper } from './subjects.js';

/** Functions that are linear between jumps have nothing to show, and differences of them only noise. */
const chosen = testableSubjects.filter(({ letters, name }) => letters.length === 1 && name !== 'nextup' && name !== 'nextdown');

export function generateSecondDerivatives(): string {
  return [
    prelude,
    'double __enzyme_autodiff(double (*)(double), double);',
    'double __enzyme_fwddiff(double (*)(double), double, double);',
    'double __enzyme_fwddiff_again(double (*)(double), double, double);',
    ...chosen.map(functions),
    'int main(void) {', ...chosen.map(({ name }) => `  check_${name}();`),
    '  if (bad) return 1;', '  puts("OK second");', '  return 0;', '}', '',
  ].join('\n');
}

function functions(subject: Subject): string {
  const { name } = subject;
  return `${wrapper(subject, 'double', '', 'd')}
${reference(subject)}
static double ${name}_tangent(double x) { return __enzyme_fwddiff(${name}_d, x, 1.0); }
static long double ${name}_slope(const long double *v) { return difference(${name}_at, v, 1, 0); }
static void check_${name}(void) {
  static volatile const double at[] = {${[0, 1, 2].map((point) => coordinate(subject, point, 0)).join(', ')}};
  for (int p = 0; p < 3; p++) {
    long double v[4] = {at[p]};
    double want = difference(${name}_slope, v, 1, 0);
    check("${name}", "double", "reverse of forward", 0, v, __enzyme_autodiff(${name}_tangent, at[p]), want, 1e-6);
    check("${name}", "double", "forward of forward", 0, v, __enzyme_fwddiff_again(${name}_tangent, at[p], 1.0), want, 1e-6);
  }
}`;
}
