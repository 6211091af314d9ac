/** The table of derivatives as a document for users: `docs/singular-points.md`. A test keeps the file in step. */
import { complexTable } from './complex.js';
import { formula } from './expression.js';
import { binaryRules, negateRule } from './instructions.js';
import { isMathName, mathRow, mathTable } from './math.js';
import type { MathRow } from './row.js';

export function singularPointsDocument(): string {
  const instructions = Object.entries(binaryRules).flatMap(([name, row]): [string, MathRow][] => (row === 'inactive' ? [] : [[name, row]]));
  const functions = Object.keys(mathTable).filter(isMathName).map((name): [string, MathRow] => [name, mathRow(name)]);
  return [introduction, '## Instructions', '', ...table([...instructions, ['fneg', negateRule]]), '', '## Functions', '',
    'Each in every format and spelling: `sin` is also `sinf`, `sinl`, `llvm.sin.*`, `__nv_sin`, ...', '', ...table(functions), '',
    '## Complex functions', '', complexIntroduction, '', ...table(Object.entries(complexTable), singularOnly), ''].join('\n');
}

type Cells = (name: string, row: MathRow) => readonly string[];
const withFormulas: Cells = (name, row) => [
  `\`${name}(${argumentNames(row).join(', ')})\`${(row.aliases ?? []).map((alias) => `, \`${alias}\``).join('')}`, derivatives(row), row.singular,
];
const singularOnly: Cells = (name, row) => [`\`${name}\``, row.singular];

function table(rows: readonly (readonly [string, MathRow])[], cells: Cells = withFormulas): string[] {
  const heading = cells === withFormulas ? ['function', 'derivative', 'at singular points'] : ['function', 'at singular points'];
  return [heading, heading.map(() => '---'), ...rows.map(([name, row]) => cells(name, row))].map((row) => `| ${row.join(' | ')} |`);
}

function argumentNames(row: MathRow): string[] {
  if (row.roles.length === 1) return ['x'];
  return row.roles.map((role, i) => (role === 'pointer' ? '&' : '') + (['a', 'b', 'c', 'd'][i] ?? '?'));
}

/** One formula per operand that has a derivative; of functions with several results, one group per result. */
function derivatives(row: MathRow): string {
  const names = argumentNames(row);
  const groups = row.outputs.map(({ place, partials }) => {
    const shown = partials.flatMap((partial, i) => (row.roles[i] !== 'float' ? []
      : [row.written?.[i] ?? (partial === 'zero' ? '0' : formula(partial, names))]));
    return (place.kind === 'pointer' ? `${names[place.argument]}: ` : '') + shown.map((text) => `\`${text}\``).join('; ');
  });
  return groups.join('; ').replaceAll('|', '\\|');
}

const complexIntroduction = `The derivatives are those of complex analysis, with the real and imaginary parts as numbers of their own. \`multiply\` and
\`divide\` are what compilers call for the operators (\`__muldc3\`, \`__divdc3\`).`;

const introduction = `# Derivatives, and what happens at singular points

This file is generated from the tables in \`src/rules\`. \`result\` is what the function returned. Where a function has several
operands, their derivatives stand in order. Where nothing is said, the derivative is finite wherever the operands are.

Three rules hold throughout:

- **A path that is multiplied by zero contributes zero.** The chain rule multiplies what arrives (a seed, a tangent) by the
  derivatives below. If what arrives is exactly zero and the derivative is infinite or not a number, the product is zero:
  \`x == 0 ? 0 : sqrt(x) * y\` has derivative 0 at 0, although an optimiser may have turned the branch into a choice between
  two computed values, and \`1 / (1 + exp(-x))\` has derivative 0 at -800, where \`exp(-x)\` has overflowed.
- **An infinite derivative is reported as such.** \`sqrt\` at 0 has derivative \`inf\`, not 0.
- **Where one-sided derivatives differ, one of them is taken**, as the table says. Functions that are constant between jumps have
  derivative 0 also at the jumps.
`;
