/** The rows of the table as C functions to test: how each is called, and at which points. */
import { type MathRow, binaryRules, complexTable, isMathName, mathRow, mathTable, negateRule } from '../../src/rules/index.js';

/** A function to test: a row, and how C calls it. */
export interface Subject {
  readonly name: string;
  readonly row: MathRow;
  /** What each argument that is not a pointer is: `r` a real number, `i` an int, `l` a long, `q` a long long. */
  readonly letters: readonly string[];
  /** With `F` for the suffix of the format, `T` for its type, and `a0`, `a1`, ... for the arguments. */
  readonly body: string;
  /** What `body` multiplies each output of the row by. */
  readonly weights: readonly number[];
  /** Complex numbers of single precision are passed as vectors, which have no rule. */
  readonly isDoubleOnly: boolean;
}

const integerTypes: Readonly<Record<string, string>> = { i: 'int', l: 'long', q: 'long long' };
export function typeOf(letter: string, real: string): string { return integerTypes[letter] ?? real; }

/** Rows that are not called by their name and all arguments. */
const bodies: Readonly<Record<string, string>> = {
  powi: 'return __builtin_powiF(a0, a1);',
  sincos: 'T s, c; sincosF(a0, &s, &c); return 2 * s + 3 * c;',
  sincospi: 'T s, c; sincospiF(a0, &s, &c); return 2 * s + 3 * c;',
  lgamma_r: 'int sign; return lgammaF_r(a0, &sign);',
  remquo: 'int quotient; return remquoF(a0, a1, &quotient);',
  modf: 'T whole; T part = modfF(a0, &whole); return part + 2 * whole;',
  frexp: 'int exponent; return frexpF(a0, &exponent);',
  fadd: 'return a0 + a1;', fsub: 'return a0 - a1;', fmul: 'return a0 * a1;', fdiv: 'return a0 / a1;', frem: 'return fmodF(a0, a1);', fneg: 'return -a0;',
};
const weights: Readonly<Record<string, readonly number[]>> = { sincos: [2, 3], sincospi: [2, 3], modf: [1, 2] };

/** All rows. */
export const subjects: readonly Subject[] = [
  ...Object.keys(mathTable).filter(isMathName).map((name) => realSubject(name, mathRow(name))),
  ...Object.entries(binaryRules).flatMap(([name, row]) => (row === 'inactive' ? [] : [realSubject(name, row)])),
  realSubject('fneg', negateRule),
  ...Object.entries(complexTable).map(([name, row]) => complexSubject(name, row)),
];

/** The rows that a C library (with `extras.c`) can run. */
export const testableSubjects = subjects.filter(({ row }) => !row.isDeviceOnly);

function realSubject(name: string, row: MathRow): Subject {
  const integer = name === 'scalbln' ? 'l' : ['pown', 'rootn', 'compoundn'].includes(name) ? 'q' : 'i';
  const letters = row.roles.filter((role) => role !== 'pointer').map((role) => (role === 'float' ? 'r' : integer));
  const call = `return ${name}F(${letters.map((_, i) => `a${i}`).join(', ')});`;
  return { name, row, letters, body: bodies[name] ?? call, weights: weights[name] ?? [1], isDoubleOnly: false };
}

/** The functions of C, with real and imaginary parts for arguments; two for the operators. */
function complexSubject(name: string, row: MathRow): Subject {
  const letters = row.roles.map(() => 'r');
  const numbers = letters.length === 4 ? '__builtin_complex(a0, a1), __builtin_complex(a2, a3)' : '__builtin_complex(a0, a1)';
  const operators: Readonly<Record<string, string>> = { multiply: '*', divide: '/' };
  const operator = operators[name];
  const value = operator === undefined ? `${name}F(${numbers})` : numbers.replace(', __', ` ${operator} __`);
  const body = row.outputs.length === 1 ? `return ${value};` : `T _Complex z = ${value}; return 2 * __real__ z + 3 * __imag__ z;`;
  return { name: `complex_${name}`, row, letters, body, weights: row.outputs.length === 1 ? [1] : [2, 3], isDoubleOnly: true };
}

/** A C function of this format around the row; several results are added up with their weights. */
export function wrapper({ name, letters, body }: Subject, type: string, suffix: string, label: string): string {
  const text = body.replace(/T (?=\w)/g, `${type} `).replace(/F(?=\(|_r)/g, suffix);
  return `static ${type} ${name}_${label}(${letters.map((l, i) => `${typeOf(l, type)} a${i}`).join(', ')}) { ${text} }`;
}

/** The function in long double, of its arguments and of a vector of them. */
export function reference(subject: Subject): string {
  const args = subject.letters.map((l, i) => (l === 'r' ? `v[${i}]` : `(${typeOf(l, '')})v[${i}]`)).join(', ');
  return `${wrapper(subject, 'long double', 'l', 'l')}
static long double ${subject.name}_at(const long double *v) { return ${subject.name}_l(${args}); }`;
}

/** Points spread over the domain by multiples of irrational numbers, so that no two arguments move together. */
export function coordinate({ row, letters }: Subject, point: number, argument: number): string {
  const [low, high] = row.domain[argument] ?? [0, 1];
  const fraction = ((point + 1) * ([0.6180339887, 0.7548776662, 0.5698402910, 0.8566748838][argument] ?? 0.5) + 0.137) % 1;
  const value = low + (high - low) * fraction;
  return letters[argument] === 'r' ? value.toFixed(6) : String(Math.round(value));
}
