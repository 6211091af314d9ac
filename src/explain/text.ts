/** The explanation for a terminal: the source, with what is kept and computed again below each line. */
import type { Count } from './counts.js';
import type { Explanation, Kept, LineExplanation } from './explain.js';
import { type Formula, constant, constantOf, print, printProduct, variablesOf } from './formula.js';

/** The text of a file, if it can be had. */
export type SourceReader = (file: string) => string | undefined;

export function asText(explanations: readonly Explanation[], read: SourceReader, nameOf: (file: string) => string = (file) => file): string {
  return `${explanations.map((each) => [...heading(each, nameOf), '', ...body(each, read, nameOf)].join('\n')).join('\n\n')}\n\n${legend}\n`;
}

const legend = '* carries derivatives; a factor that is negative counts as 0. Shadows, which are as large as what they belong to, are not counted.';

/** What is kept over a call, and with what unknowns. */
export function totalText({ total, isExact }: Explanation): string {
  if (total.length === 0) return 'nothing';
  return `${isExact ? '' : 'at most '}${print(total)} bytes`;
}

/** `8 * steps * (n - 1)` */
export function countText({ factors, isExact }: Count, bytes = 1): string {
  return `${isExact ? '' : 'at most '}${printProduct([constant(bytes), ...factors])}`;
}

export function unknownsOf(formula: Formula): string[] { return variablesOf(formula).filter((name) => /^(iterations|executions)\(/.test(name)); }

function heading(explanation: Explanation, nameOf: (file: string) => string): string[] {
  const { name, location, parameters, total, callees } = explanation;
  const named = (isActive: boolean): string => parameters.filter(({ activity }) => (activity !== 'constant') === isActive).map((each) => each.name).join(', ') || '-';
  const unknown = unknownsOf(total);
  return [
    `${name}${location ? ` (${nameOf(location.file)}:${location.line})` : ''}`,
    `  active    ${named(true)}`, `  constant  ${named(false)}`,
    `  kept      ${totalText(explanation)} in one call`,
    ...(callees.length > 0 ? [`            and in each call that it makes: see ${callees.join(', ')}`] : []),
    ...(unknown.length > 0 ? [`            ${unknown.join(', ')}: not known before the loop has run; room grows as it does, up to twice what is needed`] : []),
  ];
}

function body(explanation: Explanation, read: SourceReader, nameOf: (file: string) => string): string[] {
  const files = [...new Set(explanation.lines.map(({ file }) => file))];
  return files.flatMap((file) => {
    const lines = explanation.lines.filter((line) => line.file === file);
    const isElsewhere = file !== explanation.location?.file;
    return [...(isElsewhere ? [`from ${nameOf(file)}`] : []), ...linesOfFile(lines, read(file)?.split('\n'), isElsewhere ? undefined : explanation.location?.line)];
  });
}

function linesOfFile(explained: readonly LineExplanation[], source: readonly string[] | undefined, start: number | undefined): string[] {
  const printed: string[] = [];
  let last = start === undefined ? undefined : start - 1;
  for (const line of explained) {
    if (last !== undefined && line.line - last > longestGap) printed.push(indent('...'));
    const from = last === undefined || line.line - last > longestGap ? line.line : last + 1;
    for (let number = Math.max(1, from); number < line.line; number++) printed.push(row('', false, number, source?.[number - 1]));
    printed.push(...withDetails(line, source?.[line.line - 1]));
    last = line.line;
  }
  return printed;
}

/** So many lines about which there is nothing to say are shown in a row. */
const longestGap = 8;

function withDetails({ line, active, kept, recomputed }: LineExplanation, source: string | undefined): string[] {
  const bytes = kept.reduce((sum, each) => sum + each.bytes, 0);
  return [
    row(bytes > 0 ? `${bytes} B` : '', active.length > 0, line, source),
    ...groups(kept).flatMap((group) => [
      indent(bytesText(group)),
      ...group.map((each) => indent(`  kept      ${group.length > 1 ? `${each.bytes} B  ` : ''}${each.what}${forLines(each.neededAt, line)}: ${each.why}`)),
    ]),
    ...recomputed.map(({ what, how, neededAt }) => indent(`  computed  ${what}${forLines(neededAt, line)}: ${how}`)),
  ];
}

/** What is kept equally often. */
export function groups(kept: readonly Kept[]): Kept[][] {
  const keyOf = (each: Kept): string => `${each.per} ${countText(each.count)}`;
  return [...new Set(kept.map(keyOf))].map((key) => kept.filter((each) => keyOf(each) === key));
}

/** `24 B per iteration of the loop at line 7: 24 * n in one call` */
export function bytesText(group: readonly Kept[]): string {
  const [first] = group;
  if (!first) return '';
  const bytes = group.reduce((sum, each) => sum + each.bytes, 0);
  const isOnce = first.count.factors.every((factor) => constantOf(factor) === 1);
  return `${bytes} B per ${first.per}${isOnce ? '' : `: ${countText(first.count, bytes)} in one call`}`;
}

export function forLines(neededAt: readonly number[], line: number): string {
  const others = neededAt.filter((each) => each !== line);
  return others.length === 0 ? '' : ` for line${neededAt.length > 1 ? 's' : ''} ${neededAt.join(', ')}`;
}

function row(bytes: string, isActive: boolean, line: number, source = ''): string {
  return `${bytes.padStart(8)} ${isActive ? '*' : ' '}${String(line).padStart(5)} | ${source}`.trimEnd();
}

function indent(text: string): string { return `${' '.repeat(15)} |     ${text}`; }

