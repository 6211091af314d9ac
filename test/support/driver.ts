/**
 * The C that stands between a program under test and `harness.h`: for each program functions of the flat vector z that call
 * it (primal), `__enzyme_fwddiff` of it (forward), `__enzyme_autodiff` of it (reverse), and the halves of reverse mode (split),
 * and a `main`.
 */
import { halves } from './lanes.js';
import { type ScalarParameter, type Subject, constants, flat, literal, locals, prototype, readBack, scalars } from './subject.js';

export type Mode = 'forward' | 'reverse' | 'split';
export const modes: readonly Mode[] = ['forward', 'reverse', 'split'];

export type Printers = Readonly<Record<Mode, (subject: Subject) => string>>;
export const printers: Printers = { forward, reverse, split: (subject) => halves(subject, 1) };

/** The C that describes `subject` to the harness, as a `struct program` called `NAME_program`. `print` makes its functions for the modes. */
export function wrappers(subject: Subject, wanted: readonly Mode[] = modes, print = printers): string {
  const { name, gradient, value } = subject;
  const numbers = flat(subject);
  const elements = numbers.length - scalars(subject).length;
  const parts = [
    array(`${name}_at`, numbers),
    ...(gradient ? [array(`${name}_gradient`, gradient)] : []),
    ...(value === undefined ? [] : [array(`${name}_value`, [value])]),
    primal(subject),
    ...modes.filter((mode) => wanted.includes(mode)).map((mode) => print[mode](subject)),
    `static const struct program ${name}_program = {"${name}", ${numbers.length}, ${elements}, ${name}_at, ${subject.tolerance}, `
      + `${gradient ? `${name}_gradient` : 'NULL'}, ${value === undefined ? 'NULL' : `${name}_value`}, ${name}_primal, `
      + `${modes.map((mode) => (wanted.includes(mode) ? `${name}_${mode}` : 'NULL')).join(', ')}};`,
  ];
  return parts.join('\n') + '\n';
}

export const markers = 'extern int enzyme_dup, enzyme_const, enzyme_out, enzyme_width;\n';

export function mainFunction(names: readonly string[]): string {
  const table = names.map((name) => `&${name}_program`).join(', ');
  return `int main(void) {\n  static const struct program *const programs[] = {${table}};\n`
    + `  return harness_main(programs, ${names.length});\n}\n`;
}

function array(name: string, values: readonly number[]): string {
  return `static const double ${name}[] = {${values.map(literal).join(', ')}};`;
}

function primal(subject: Subject): string {
  const call = `${subject.name}(${subject.parameters.map((p) => p.name).join(', ')})`;
  return `static double ${subject.name}_primal(const double *z, double *after) {
${locals(subject, 'z')}
${constants(subject)}  double result = 0;
  ${subject.returns === 'void' ? '' : 'result = '}${call};
${readBack(subject, 'after')}  return result;
}`;
}

function forward(subject: Subject): string {
  const hook = `__enzyme_fwddiff_${subject.name}`;
  const args = subject.parameters.map((p) => (p.kind === 'constant' ? `enzyme_const, ${p.name}` : `enzyme_dup, ${p.name}, d_${p.name}`));
  return `${subject.returns} ${hook}(void *${prototype(subject, 'forward')});
static double ${subject.name}_forward(const double *z, const double *dz, double *after, double *dafter) {
${locals(subject, 'z')}
${locals(subject, 'dz', 'd_')}
${constants(subject)}  double tangent = 0;
  ${subject.returns === 'void' ? '' : 'tangent = '}${hook}((void *)${[subject.name, ...args].join(', ')});
${readBack(subject, 'after')}${readBack(subject, 'dafter', 'd_')}  return tangent;
}`;
}

function reverse(subject: Subject): string {
  const { name } = subject;
  const hook = `__enzyme_autodiff_${name}`;
  const outputs = scalars(subject);
  const first = flat(subject).length - outputs.length;
  const args = subject.parameters.map((p) => {
    switch (p.kind) {
      case 'constant': return `enzyme_const, ${p.name}`;
      case 'scalar': return `enzyme_out, ${p.name}`;
      case 'array': return `enzyme_dup, ${p.name}, d_${p.name}`;
    }
  });
  const call = `${hook}((void *)${[name, ...args].join(', ')})`;
  return `${resultStruct(subject)}${resultType(subject)} ${hook}(void *${prototype(subject, 'reverse')});
static void ${name}_reverse(const double *z, double *after, double *adjoint) {
${locals(subject, 'z')}
${locals(subject, 'adjoint', 'd_')}
${outputs.map((p) => `  (void)d_${p.name};\n`).join('')}${constants(subject)}${storeOutputs(subject, outputs, first, call)}
${readBack(subject, 'after')}${readBack(subject, 'adjoint', 'd_')}}`;
}

function storeOutputs(subject: Subject, outputs: readonly ScalarParameter[], first: number, call: string): string {
  if (outputs.length === 0) return `  ${call};`;
  if (outputs.length === 1) return `  adjoint[${first}] = ${call};`;
  const stores = outputs.map((p, i) => `  adjoint[${first + i}] = outputs.${p.name};`);
  return [`  struct ${subject.name}_outputs outputs = ${call};`, ...stores].join('\n');
}

/** Several derivatives come back as a struct, whose definition goes before its use: C++ has none within a declaration. */
function resultStruct(subject: Subject): string {
  const outputs = scalars(subject);
  if (outputs.length < 2) return '';
  if (outputs.some((p) => p.type === 'float')) throw new Error(`${subject.name}: at most one scalar, or doubles only`);
  return `struct ${subject.name}_outputs { ${outputs.map((p) => `double ${p.name};`).join(' ')} };\n`;
}

function resultType(subject: Subject): string {
  const outputs = scalars(subject);
  if (outputs.length === 0) return 'void';
  return outputs.length === 1 ? outputs[0]!.type : `struct ${subject.name}_outputs`;
}
