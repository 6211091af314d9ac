/** Random programs as C text. */
import type { Block, Condition, Declaration, Expression, FunctionTree, Integer, Program, Statement } from './syntax.js';

/** Once per file, before the programs. */
export const preamble = `#include <complex.h>
struct state { double u; int k; double v, w[2]; };
static double root(double t) { return sqrt(1.0 + t * t); }
static double logarithm(double t) { return log(1.5 + t * t); }
static double bell(double t) { return exp(-t * t); }
static double quotient(double s, double t) { return s / (1.5 + t * t); }
static double power(double s, double t) { return pow(1.4 + 0.5 * sin(s), 0.5 * t); }
static double complexQuotient(double s, double t) { double complex z = (s + t * I) / (1.5 - s * 0.5 * I); return creal(z) * cimag(z); }
`;

export function printProgram(program: Program): string {
  const functions = [...program.helpers, program.main];
  const prototypes = program.helpers.map((helper) => `${signature(helper)};`);
  return [`/* seed ${program.seed} */`, ...prototypes, ...functions.map((tree) => printFunction(tree, program.size))].join('\n') + '\n';
}

/** What is allocated here, and how much of it was where `break` and `continue` lead: what came since is freed on the way. */
interface Frame {
  readonly heap: readonly string[];
  readonly atBreak: number | undefined;
  readonly atContinue: number | undefined;
  readonly result: (value: string) => string;
  readonly size: number;
}

function signature(tree: FunctionTree): string {
  const prefix = `${tree.noinline ? '__attribute__((noinline)) ' : ''}static `;
  switch (tree.shape) {
    case 'scalar': return `${prefix}double ${tree.name}(int n, int k, double a, double b)`;
    case 'array': return `${prefix}double ${tree.name}(double *x, double *y, int n, int k, double a, double b)`;
    case 'recursive': case 'mutual': return `${prefix}double ${tree.name}(double *x, int n, int depth, double a)`;
    case 'struct': return `${prefix}struct state ${tree.name}(struct state s, double a, int n)`;
  }
}

function printFunction(tree: FunctionTree, size: number): string {
  const result = (value: string) => (tree.shape === 'struct' ? `s.u = ${value}; return s;` : `return ${value};`);
  const frame: Frame = { heap: [], atBreak: undefined, atContinue: undefined, result, size };
  const inner = tree.inner ? [`  double below = depth > 0 ? ${tree.inner}(x, n, depth - 1, 0.7 * a + 0.1) : a;`] : [];
  return [
    `${signature(tree)} {`, ...inner,
    ...tree.locals.map(({ name, start }) => `  double ${name} = ${expression(start)};`),
    ...tree.states.map(({ name, start }) => `  int ${name} = ${start};`),
    ...block(tree.body, frame, '  '),
    `  ${result(expression(tree.result))}`, '}',
  ].join('\n');
}

function block(statements: Block, frame: Frame, indent: string): string[] {
  return statements.flatMap((statement) => printStatement(statement, frame, indent));
}

function printStatement(statement: Statement, frame: Frame, indent: string): string[] {
  const inside = (body: Block, more: Partial<Frame> = {}) => block(body, { ...frame, ...more }, `${indent}  `);
  const inLoop = (body: Block) => inside(body, { atBreak: frame.heap.length, atContinue: frame.heap.length });
  const line = (...text: string[]) => text.map((part) => indent + part);
  switch (statement.kind) {
    case 'assign': return line(assignment(expression(statement.target), statement.form, expression(statement.value)));
    case 'state': return line(stateChange(statement));
    case 'if':
      return [...line(`if (${condition(statement.condition)}) {`), ...inside(statement.whenTrue),
        ...(statement.whenFalse.length ? [...line('} else {'), ...inside(statement.whenFalse)] : []), ...line('}')];
    case 'for': return [...line(`for (${range(statement.counter, statement.range)}) {`), ...inLoop(statement.body), ...line('}')];
    case 'while': return whileLoop(statement, inLoop(statement.body), line);
    case 'leave': return line(leave(statement, frame));
    case 'switch':
      return [...line(`switch (${integer(statement.on)} % 5) {`),
        ...statement.arms.flatMap((arm) => [...line(arm.label === 'default' ? 'default:;' : `case ${arm.label}:;`), ...inside(arm.body, { atBreak: frame.heap.length }),
          ...(arm.fallsThrough ? [] : line('  break;'))]), ...line('}')];
    case 'irreducible': {
      const { guard, limit, entry, exit, first, second } = statement;
      return [...line('{', `  int ${guard} = 0;`, `  if (${condition(entry)}) goto ${guard}_second;`, `${guard}_first:;`), ...inside(first),
        ...line(`${guard}_second:;`), ...inside(second),
        ...line(`  if (++${guard} < ${limit} && ${condition(exit)}) goto ${guard}_first;`, '}')];
    }
    case 'move': {
      const [to, from] = statement.direction === 'up' ? ['1', '0'] : ['0', '1'];
      return line(`memmove(${statement.array} + ${to}, ${statement.array} + ${from}, (n - 1) * sizeof(double));`);
    }
    case 'copy': return line(`memmove(${statement.to}, ${statement.from}, n * sizeof(double));`);
    case 'clear': return line(`memset(${statement.array}, 0, ${statement.count} * sizeof(double));`);
    case 'swap': return line(`{ double *swap = ${statement.first}; ${statement.first} = ${statement.second}; ${statement.second} = swap; }`);
    case 'call': return line(`${expression(statement.call)};`);
    case 'transform': return line(`${statement.object} = ${statement.callee}(${statement.object}, ${expression(statement.argument)}, n);`);
    case 'grow': return line(`${statement.array} = realloc(${statement.array}, (n + ${statement.extra}) * sizeof(double));`);
    case 'scope': return scope(statement.declares, statement.body, frame, indent);
  }
}

function assignment(target: string, form: Extract<Statement, { kind: 'assign' }>['form'], value: string): string {
  switch (form) {
    case 'set': return `${target} = sin(${value});`;
    case 'mix': return `${target} = 0.6 * ${target} + 0.4 * tanh(${value});`;
    case 'add': return `${target} += 0.25 * sin(${value});`;
    case 'scale': return `${target} *= cos(${value});`;
  }
}

function stateChange({ name, form, amount, condition: when }: Extract<Statement, { kind: 'state' }>): string {
  switch (form) {
    case 'step': return `${name} += ${amount};`;
    case 'jump': return `${name} = (${name} * ${amount} + 1) % 7;`;
    case 'compare': return `${name} = ${condition(when)} ? ${amount} : ${name} + 1;`;
  }
}

function range(counter: string, kind: Extract<Statement, { kind: 'for' }>['range']): string {
  switch (kind) {
    case 'up': return `int ${counter} = 0; ${counter} < n; ${counter}++`;
    case 'inner': return `int ${counter} = 1; ${counter} < n; ${counter}++`;
    case 'down': return `int ${counter} = n - 1; ${counter} > 0; ${counter}--`;
    case 'by two': return `int ${counter} = 1; ${counter} < n; ${counter} += 2`;
    case 'never': return `int ${counter} = n; ${counter} < n; ${counter}++`;
  }
}

function whileLoop(statement: Extract<Statement, { kind: 'while' }>, body: string[], line: (...text: string[]) => string[]): string[] {
  const { guard, limit, form } = statement, when = condition(statement.condition);
  switch (form) {
    case 'while': return [...line(`for (int ${guard} = 0; ${guard} < ${limit} && ${when}; ${guard}++) {`), ...body, ...line('}')];
    case 'do': return [...line(`{ int ${guard} = 0; do {`), ...body, ...line(`} while (++${guard} < ${limit} && ${when}); }`)];
    case 'forever': return [...line(`for (int ${guard} = 0;; ${guard}++) {`), ...line(`  if (${guard} >= ${limit}) break;`), ...body,
      ...line(`  if (!(${when})) break;`, '}')];
  }
}

function leave({ how, condition: when, value }: Extract<Statement, { kind: 'leave' }>, frame: Frame): string {
  const frees = (names: readonly string[]) => [...names].reverse().map((name) => `free(${name}); `).join('');
  // Shrinking may have taken the loop away.
  const since = how === 'break' ? frame.atBreak : frame.atContinue;
  if (how !== 'return') return since === undefined ? ';' : `if (${condition(when)}) { ${frees(frame.heap.slice(since))}${how}; }`;
  return `if (${condition(when)}) { double early = ${expression(value)}; ${frees(frame.heap)}${frame.result('early')} }`;
}

function scope(declares: Declaration, body: Block, frame: Frame, indent: string): string[] {
  const inside = (more: Partial<Frame>) => block(body, { ...frame, ...more }, `${indent}  `);
  const line = (...text: string[]) => text.map((part) => indent + part);
  switch (declares.kind) {
    case 'pair': return [...line('{', `  double *${declares.first} = ${declares.to[0]}, *${declares.second} = ${declares.to[1]};`), ...inside({}), ...line('}')];
    case 'struct': return [...line('{', `  struct state ${declares.name} = {${expression(declares.u)}, 1, ${expression(declares.v)}, {0.25, -0.5}};`), ...inside({}), ...line('}')];
    case 'array': {
      const { name, where } = declares;
      const fill = `  for (int f = 0; f < n; f++) ${name}[f] ${where === 'malloc' ? '=' : '+='} ${expression(declares.start)} * (0.5 + 0.1 * f);`;
      if (where === 'stack') return [...line('{', `  double ${name}[${frame.size}] = {0.5};`, fill), ...inside({}), ...line('}')];
      const allocation = where === 'malloc' ? 'malloc(n * sizeof(double))' : 'calloc(n, sizeof(double))';
      return [...line('{', `  double *${name} = ${allocation};`, fill), ...inside({ heap: [...frame.heap, name] }), ...line(`  free(${name});`, '}')];
    }
  }
}

function integer(tree: Integer): string {
  switch (tree.kind) {
    case 'integer': return String(tree.value);
    case 'state': return tree.name;
    case 'counter': return tree.offset ? `(${tree.name} - 1)` : tree.name;
  }
}

function condition(tree: Condition): string {
  if (tree.kind === 'float') return `${expression(tree.left)} ${tree.operator} ${expression(tree.right)}`;
  return `${integer(tree.integer)} % ${tree.divisor} ${tree.negated ? '!=' : '=='} 0`;
}

function expression(tree: Expression): string {
  switch (tree.kind) {
    case 'number': return Number.isInteger(tree.value) ? `${tree.value}.0` : String(tree.value);
    case 'variable': return tree.name;
    case 'element': return `${tree.array}[${tree.index.kind === 'counter' ? integer(tree.index).replace(/[()]/g, '') : `${integer(tree.index)} % n`}]`;
    case 'field': return `${tree.object}.${tree.field}`;
    case 'unary': return `${tree.function}(${expression(tree.operand)})`;
    case 'binary':
      return /^[+*-]$/.test(tree.function) ? `(${expression(tree.left)} ${tree.function} ${expression(tree.right)})`
        : `${tree.function}(${expression(tree.left)}, ${expression(tree.right)})`;
    case 'select': return `(${condition(tree.condition)} ? ${expression(tree.whenTrue)} : ${expression(tree.whenFalse)})`;
    case 'call': return call(tree);
  }
}

function call({ callee, numbers, arrays, state }: Extract<Expression, { kind: 'call' }>): string {
  const k = integer(state), args = numbers.map(expression);
  return `${callee}(${[...arrays, 'n', k, ...args].join(', ')})`;
}
