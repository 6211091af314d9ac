/** Random programs as C text. */
import { fieldsOf, members } from './layout.js';
import { printExpression } from './print-expressions.js';
import { type Frame, printBlock } from './print-statements.js';
import { factsOf } from './shapes.js';
import type { FunctionTree, Program } from './syntax.js';

/** Once per file, before the programs. */
export const preamble = `#include <tgmath.h>
struct context { double *x; int n; };
static double root(double t) { return sqrt(1.0 + t * t); }
static double logarithm(double t) { return log(1.5 + t * t); }
static double bell(double t) { return exp(-t * t); }
static double quotient(double s, double t) { return s / (1.5 + t * t); }
static double power(double s, double t) { return pow(1.4 + 0.5 * sin(s), 0.5 * t); }
static double complexQuotient(double s, double t) { double complex z = (s + t * I) / (1.5 - s * 0.5 * I); return creal(z) * cimag(z); }
`;

/** What a program has of its own before its functions, if it uses it: what is named here is preceded by the program's name. */
const parts: readonly { readonly name: string; readonly text: (first: string, tags: string) => string }[] = [
  { name: 'state', text: () => 'struct PROGRAM_state { LAYOUT };' },
  { name: 'node', text: () => 'struct PROGRAM_node { struct PROGRAM_state s; struct PROGRAM_node *next, *other; };' },
  { name: 'push', text: (first) => `static struct PROGRAM_node *PROGRAM_push(struct PROGRAM_node *next, double value) {
  struct PROGRAM_node *made = calloc(1, sizeof *made);
  made->s.${first} = value; made->next = next;
  return made;
}` },
  { name: 'tree', text: () => `static struct PROGRAM_node *PROGRAM_tree(int depth, double value) {
  struct PROGRAM_node *made = PROGRAM_push(depth ? PROGRAM_tree(depth - 1, 0.7 * value) : NULL, value);
  if (depth) made->other = PROGRAM_tree(depth - 1, value + 0.2);
  return made;
}` },
  { name: 'reverse', text: () => `static struct PROGRAM_node *PROGRAM_reverse(struct PROGRAM_node *list) {
  struct PROGRAM_node *done = NULL;
  while (list) { struct PROGRAM_node *next = list->next; list->next = done; done = list; list = next; }
  return done;
}` },
  { name: 'release', text: () => 'static void PROGRAM_release(struct PROGRAM_node *node) { if (node) { PROGRAM_release(node->next); PROGRAM_release(node->other); free(node); } }' },
  // A type of its own: then the functions that it may call are those of this program.
  { name: 'callback', text: (_, tags) => `typedef double (*PROGRAM_callback)(double, void *${tags});` },
  { name: 'apply', text: () => `__attribute__((noinline)) static double PROGRAM_apply(PROGRAM_callback f, double a, void *context) {
  double sum = 0;
  for (int i = 0; i < 2; i++) sum += 0.5 * f(a + 0.1 * i, context, 0, 0, 0);
  return sum;
}` },
];

export function printProgram(program: Program): string {
  const functions = [...program.helpers, program.main];
  let text = [...program.helpers.map((tree) => `${signature(tree, program)};`), ...functions.map((tree) => printFunction(tree, program))].join('\n');
  const tags = tagsOf(program).map((type) => `, ${type}`).join(''), first = fieldsOf(program.layout)[0] ?? '';
  for (const part of [...parts].reverse()) if (text.includes(`PROGRAM_${part.name}`)) text = `${part.text(first, tags)}\n${text}`;
  const layout = program.layout.map((name) => members[name].text).join(' ');
  return `/* seed ${program.seed} */\n${text.replaceAll('PROGRAM', program.name).replace('LAYOUT', layout)}\n`;
}

/** Different for 125 programs in a row. */
function tagsOf({ seed }: Program): string[] {
  const types = ['char', 'short', 'int', 'long', 'float'] as const;
  return [1, 5, 25].map((place) => types[Math.floor(seed / place) % types.length]!);
}

function signature(tree: FunctionTree, program: Program): string {
  const { returns, parameters } = factsOf(tree.shape), tags = tagsOf(program).map((type, i) => `, ${type} tag${i}`).join('');
  return `${tree.noinline ? '__attribute__((noinline)) ' : ''}static ${spelled(returns, tree)} ${tree.name}(${parameters.map(({ text }) => spelled(text, tree)).join(', ').replace(' TAGS', tags)})`;
}

function spelled(text: string, tree: FunctionTree): string {
  const words: Readonly<Record<string, string>> = {
    STATE: 'struct PROGRAM_state', NODE: 'struct PROGRAM_node', REAL: tree.real, SELF: tree.name, INNER: tree.inner ?? tree.name,
  };
  return text.replace(/\b[A-Z]{4,5}\b/g, (word) => words[word] ?? word);
}

function printFunction(tree: FunctionTree, program: Program): string {
  const first = fieldsOf(program.layout)[0] ?? '';
  const result = (value: string) => (tree.shape === 'struct' ? `s.${first} = ${value}; return s;` : `return ${value};`);
  const frame: Frame = { heap: [], atBreak: undefined, atContinue: undefined, outermost: undefined, result, size: program.size };
  return [
    `${signature(tree, program)} {`, ...factsOf(tree.shape).prologue.map((line) => `  ${spelled(line, tree)}`),
    ...tree.locals.map(({ name, real, start }) => `  ${real} ${name} = ${printExpression(start)};`),
    ...tree.states.map(({ name, start }) => `  int ${name} = ${start};`),
    ...printBlock(tree.body, frame, '  '),
    `  ${result(printExpression(tree.result))}`, '}',
  ].join('\n');
}
