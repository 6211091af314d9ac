/** Statements and declarations as C text. */
import { addressOf, printCondition, printExpression, printInteger } from './print-expressions.js';
import type { Block, Declaration, Statement } from './syntax.js';

/** What frees what is allocated here, and how much of it was where `break`, `continue` and `goto` lead: the rest is freed on the way. */
export interface Frame {
  readonly heap: readonly string[];
  readonly atBreak: number | undefined;
  readonly atContinue: number | undefined;
  readonly outermost: { readonly label: string; readonly heap: number } | undefined;
  readonly result: (value: string) => string;
  readonly size: number;
}

type Of<K extends Statement['kind']> = Extract<Statement, { kind: K }>;

export function printBlock(statements: Block, frame: Frame, indent: string): string[] {
  return statements.flatMap((statement) => printStatement(statement, frame).map((line) => indent + line));
}

function printStatement(statement: Statement, frame: Frame): string[] {
  const inside = (body: Block, more: Partial<Frame> = {}) => printBlock(body, { ...frame, ...more }, '  ');
  switch (statement.kind) {
    case 'assign': return [assignment(printExpression(statement.target), statement.form, printExpression(statement.value))];
    case 'state': return [stateChange(statement)];
    case 'if':
      return [`if (${printCondition(statement.condition)}) {`, ...inside(statement.whenTrue),
        ...(statement.whenFalse.length ? ['} else {', ...inside(statement.whenFalse)] : []), '}'];
    case 'for': return loop(statement.counter, frame, (body) => [`for (${range(statement.counter, statement.range)}) {`, ...body(statement.body), '}']);
    case 'while': return loop(statement.guard, frame, (body) => whileLoop(statement, body(statement.body)));
    case 'walk': return loop(statement.cursor, frame, (body) => walk(statement, body(statement.body)));
    case 'goto': return statement.into === 'loop' ? loop(statement.guard, frame, (body) => gotoLoop(statement, body)) : gotoCycle(statement, inside);
    case 'leave': return [leave(statement, frame)];
    case 'switch':
      return [`switch (${printInteger(statement.on)} % 5) {`,
        ...statement.arms.flatMap((arm) => [arm.label === 'default' ? 'default:;' : `case ${arm.label}:;`, ...inside(arm.body, { atBreak: frame.heap.length }),
          ...(arm.fallsThrough ? [] : ['  break;'])]), '}'];
    case 'move': {
      const [to, from] = statement.direction === 'up' ? ['1', '0'] : ['0', '1'];
      return [`memmove(${statement.array} + ${to}, ${statement.array} + ${from}, (n - 1) * sizeof(double));`];
    }
    case 'copy':
      return [statement.by === 'memmove' ? `memmove(${statement.to}, ${statement.from}, n * sizeof(double));`
        : `{ double copy[${frame.size}]; memcpy(copy, ${statement.from}, sizeof copy); memcpy(${statement.to}, copy, n * sizeof *copy); }`];
    case 'copy object':
      return [statement.by === '=' ? `${statement.to} = ${statement.from};`
        : `{ struct PROGRAM_state copy; memcpy(&copy, ${addressOf(statement.from)}, sizeof copy); memcpy(${addressOf(statement.to)}, &copy, sizeof copy); }`];
    case 'clear': return [`memset(${statement.array}, 0, ${statement.count} * sizeof(double));`];
    case 'swap': return [`{ double *swap = ${statement.first}; ${statement.first} = ${statement.second}; ${statement.second} = swap; }`];
    case 'run': return [`${printExpression(statement.call)};`];
    case 'transform': return [`${statement.object} = ${printExpression(statement.call)};`];
    case 'grow': return [`${statement.array} = realloc(${statement.array}, (n + ${statement.extra}) * sizeof(double));`];
    case 'relink': return [relink(statement)];
    case 'scope': return scope(statement.declares, (heap = []) => inside(statement.body, { heap: [...frame.heap, ...heap] }), frame.size);
  }
}

function assignment(target: string, form: Of<'assign'>['form'], value: string): string {
  switch (form) {
    case 'set': return `${target} = sin(${value});`;
    case 'mix': return `${target} = 0.6 * ${target} + 0.4 * tanh(${value});`;
    case 'add': return `${target} += 0.25 * sin(${value});`;
    case 'scale': return `${target} *= cos(${value});`;
  }
}

function stateChange({ name, form, amount, condition: when }: Of<'state'>): string {
  switch (form) {
    case 'step': return `${name} += ${amount};`;
    case 'jump': return `${name} = (${name} * ${amount} + 1) % 7;`;
    case 'compare': return `${name} = ${printCondition(when)} ? ${amount} : ${name} + 1;`;
  }
}

/** The body of a loop is where `break`, `continue` and, in the outermost one, `goto` out of it lead from. */
function loop(name: string, frame: Frame, print: (body: (body: Block) => string[]) => string[]): string[] {
  const here = frame.heap.length, label = `${name}_out`, outermost = frame.outermost ?? { label, heap: here };
  const lines = print((body) => printBlock(body, { ...frame, atBreak: here, atContinue: here, outermost }, '  '));
  return lines.some((line) => line.includes(`goto ${label};`)) ? [...lines, `${label}:;`] : lines;
}

function range(counter: string, kind: Of<'for'>['range']): string {
  switch (kind) {
    case 'up': return `int ${counter} = 0; ${counter} < n; ${counter}++`;
    case 'inner': return `int ${counter} = 1; ${counter} < n; ${counter}++`;
    case 'down': return `int ${counter} = n - 1; ${counter} > 0; ${counter}--`;
    case 'by two': return `int ${counter} = 1; ${counter} < n; ${counter} += 2`;
    case 'never': return `int ${counter} = n; ${counter} < n; ${counter}++`;
  }
}

function whileLoop({ guard, limit, form, condition: when }: Of<'while'>, body: string[]): string[] {
  switch (form) {
    case 'while': return [`for (int ${guard} = 0; ${guard} < ${limit} && ${printCondition(when)}; ${guard}++) {`, ...body, '}'];
    case 'do': return [`{ int ${guard} = 0; do {`, ...body, `} while (++${guard} < ${limit} && ${printCondition(when)}); }`];
    case 'forever': return [`for (int ${guard} = 0;; ${guard}++) {`, `  if (${guard} >= ${limit}) break;`, ...body, `  if (!(${printCondition(when)})) break;`, '}'];
  }
}

function walk({ list, cursor, by }: Of<'walk'>, body: string[]): string[] {
  const next = by === 'next' ? `${cursor}->next` : `${cursor}->other && ${cursor}_steps++ % 2 ? ${cursor}->other : ${cursor}->next`;
  const walked = [`for (struct PROGRAM_node *${cursor} = ${list}; ${cursor}; ${cursor} = ${next}) {`, ...body, '}'];
  return by === 'next' ? walked : ['{', `  int ${cursor}_steps = 0;`, ...walked.map((line) => `  ${line}`), '}'];
}

function gotoCycle({ guard, limit, entry, exit, first, second }: Of<'goto'>, inside: (body: Block) => string[]): string[] {
  return ['{', `  int ${guard} = 0;`, `  if (${printCondition(entry)}) goto ${guard}_second;`, `${guard}_first:;`, ...inside(first), `${guard}_second:;`,
    ...inside(second), `  if (++${guard} < ${limit} && ${printCondition(exit)}) goto ${guard}_first;`, '}'];
}

function gotoLoop({ guard, limit, entry, exit, first, second }: Of<'goto'>, body: (body: Block) => string[]): string[] {
  return ['{', `  int ${guard} = 0;`, `  if (${printCondition(entry)}) goto ${guard}_second;`, `  for (; ${guard} < ${limit} && ${printCondition(exit)}; ${guard}++) {`,
    ...body(first), `${guard}_second:;`, ...body(second), '  }', '}'];
}

/** Shrinking may have taken the loop away. */
function leave({ how, condition: when, value }: Of<'leave'>, frame: Frame): string {
  const { heap, outermost } = frame, since = { break: frame.atBreak, continue: frame.atContinue, out: outermost?.heap, return: 0 }[how];
  if (since === undefined) return ';';
  const frees = heap.slice(since).reverse().map((text) => `${text} `).join('');
  if (how === 'return') return `if (${printCondition(when)}) { double early = ${printExpression(value)}; ${frees}${frame.result('early')} }`;
  return `if (${printCondition(when)}) { ${frees}${how === 'out' ? `goto ${outermost?.label}` : how}; }`;
}

function relink({ list, how, value }: Of<'relink'>): string {
  switch (how) {
    case 'push': return `${list} = PROGRAM_push(${list}, ${printExpression(value)});`;
    case 'pop': return `if (${list}->next) { struct PROGRAM_node *gone = ${list}; ${list} = gone->next; free(gone); }`;
    case 'reverse': return `${list} = PROGRAM_reverse(${list});`;
  }
}

/** `inside` prints the body; it is given what frees the memory that is declared. */
function scope(declares: Declaration, inside: (heap?: string[]) => string[], size: number): string[] {
  const { kind } = declares;
  switch (kind) {
    case 'pair': return ['{', `  double *${declares.first} = ${declares.to[0]}, *${declares.second} = ${declares.to[1]};`, ...inside(), '}'];
    case 'table': return ['{', `  double *${declares.name}[] = {${declares.to.join(', ')}};`, ...inside(), '}'];
    case 'handle': {
      const [first, second] = declares.to;
      return ['{', `  double **${declares.name} = ${printCondition(declares.condition)} ? &${first} : &${second};`, ...inside(), '}'];
    }
    case 'reference': {
      const [first, second] = declares.to.map(addressOf);
      return ['{', `  struct PROGRAM_state *${declares.name} = ${printCondition(declares.condition)} ? ${first} : ${second};`, ...inside(), '}'];
    }
    case 'struct': {
      const { name, count, field } = declares, [dimension, element] = count === 1 ? ['', ''] : [`[${count}]`, '[1]'];
      return ['{', `  struct PROGRAM_state ${name}${dimension} = {0};`, `  ${name}${element}.${field} = ${printExpression(declares.start)};`, ...inside(), '}'];
    }
    case 'list': {
      const { name, form, length } = declares, start = printExpression(declares.start), release = `PROGRAM_release(${name});`;
      const made = form === 'tree' ? [`  struct PROGRAM_node *${name} = PROGRAM_tree(${length}, ${start});`]
        : [`  struct PROGRAM_node *${name} = NULL;`, `  for (int f = 0; f < ${length}; f++) ${name} = PROGRAM_push(${name}, ${start} * (0.5 + 0.1 * f));`];
      return ['{', ...made, ...inside([release]), `  ${release}`, '}'];
    }
    case 'array': {
      const { name, where } = declares, release = `free(${name});`;
      const fill = `  for (int f = 0; f < n; f++) ${name}[f] ${where === 'malloc' ? '=' : '+='} ${printExpression(declares.start)} * (0.5 + 0.1 * f);`;
      if (where === 'stack') return ['{', `  double ${name}[${size}] = {0.5};`, fill, ...inside(), '}'];
      const allocation = where === 'malloc' ? 'malloc(n * sizeof(double))' : 'calloc(n, sizeof(double))';
      return ['{', `  double *${name} = ${allocation};`, fill, ...inside([release]), `  ${release}`, '}'];
    }
  }
}
