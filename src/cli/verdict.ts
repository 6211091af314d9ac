/** What a check found for each number that a function depends on, and how to say it. */
import { showJson } from './literals.js';

/** What was checked: a function of a file. */
export interface Checked { readonly name: string; readonly file: string }

/** One number that the function depends on: a scalar argument, or an element of an array. */
export interface Component {
  readonly label: string;
  readonly argument: string;
  readonly forward: number;
  readonly reverse: number;
  readonly finiteDifferences: number;
  /** How far finite differences may be off by their own account. */
  readonly uncertainty: number;
}

/** `unsure`: the modes agree, but finite differences say nothing here (a singular point, or noise). */
export type Outcome = 'ok' | 'unsure' | 'mismatch';
export interface Verdict extends Component { readonly outcome: Outcome }

/** The modes must agree as far as rounding lets them; finite differences within their own uncertainty besides. */
export function judge({ forward, reverse, finiteDifferences, uncertainty }: Component, tolerance: number): Outcome {
  if (!isClose(forward, reverse, tolerance)) return 'mismatch';
  const scale = Math.max(Math.abs(reverse), 1e-3);
  if (!Number.isFinite(finiteDifferences) || uncertainty > 1e-2 * scale) {
    return Math.abs(reverse - finiteDifferences) > 10 * uncertainty ? 'mismatch' : 'unsure';
  }
  return isClose(reverse, finiteDifferences, tolerance, 4 * uncertainty) ? 'ok' : 'mismatch';
}

function isClose(a: number, b: number, tolerance: number, slack = 0): boolean {
  if (Object.is(a, b) || a === b) return true; // infinities, and NaN on both sides, among them
  return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b), 1e-3) + slack;
}

const shownElements = 8;

export function verdictsAsText(call: Checked, verdicts: readonly Verdict[]): string {
  const shown = verdicts.filter(({ outcome, argument }, index) =>
    outcome !== 'ok' || verdicts.slice(0, index).filter((other) => other.argument === argument).length < shownElements);
  const cells = [
    ['argument', 'forward', 'reverse', 'finite differences', ''],
    ...shown.map((each) => [each.label, digits(each.forward), digits(each.reverse), digits(each.finiteDifferences), remark(each)]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const table = cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
  const left = verdicts.length - shown.length;
  return [...table, ...(left > 0 ? [`... and ${left} more that agree`] : []), '', summary(call, verdicts), ''].join('\n');
}

function summary({ name, file }: Checked, verdicts: readonly Verdict[]): string {
  const labels = (wanted: Outcome): string[] => verdicts.filter(({ outcome }) => outcome === wanted).map(({ label }) => label);
  const wrong = labels('mismatch');
  const unsure = labels('unsure');
  if (wrong.length > 0) return `MISMATCH in \`${name}\` (${file}): ${wrong.join(', ')}`;
  const agreement = `${verdicts.length - unsure.length} of ${verdicts.length} derivatives of \`${name}\` agree`;
  return unsure.length === 0 ? agreement : `${agreement}; finite differences say nothing about ${unsure.join(', ')}`;
}

function remark({ outcome, forward, reverse }: Verdict): string {
  if (outcome !== 'mismatch') return outcome === 'ok' ? 'ok' : 'unsure: finite differences do not converge here';
  return isClose(forward, reverse, 1e-9) ? 'MISMATCH with finite differences' : 'MISMATCH: the modes differ';
}

function digits(value: number): string { return String(Number(value.toPrecision(12))); }

export function verdictsAsJson({ name }: Checked, verdicts: readonly Verdict[], tolerance: number): string {
  const components = verdicts.map(({ label, forward, reverse, finiteDifferences, uncertainty, outcome }) => ({
    argument: label, outcome, forward: showJson(forward), reverse: showJson(reverse), finiteDifferences: showJson(finiteDifferences), uncertainty: showJson(uncertainty),
  }));
  return `${JSON.stringify({ function: name, agrees: verdicts.every(({ outcome }) => outcome !== 'mismatch'), tolerance, components })}\n`;
}
