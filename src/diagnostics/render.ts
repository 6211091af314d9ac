/**
 * Draws diagnostics for people:
 *
 *     error[RZ3101]: cannot differentiate a call to `step`: its body is not in this module
 *       --> fit.c:12:8
 *        |
 *     12 |   s += step(x[i]);
 *        |        ^
 *        = why: an active value flows into it or comes back from it
 *        = in: while differentiating `loss` (fit.c:30:10), which calls `inner` (fit.c:22:5)
 *        = help: compile the file that defines `step` in the same command
 */
import type { CallStep, Diagnostic, SourceLocation } from './index.js';

export interface RenderOptions {
  /** The text of a source file, for the excerpt; undefined if it cannot be had. */
  readonly source?: (file: string) => string | undefined;
  readonly colour?: boolean;
  /** How to write the name of a file: relative to where the user stands. */
  readonly nameOf?: (file: string) => string;
}

/** Ends with a newline. */
export function renderDiagnostic(diagnostic: Diagnostic, options: RenderOptions = {}): string {
  const paint = options.colour ? colours : plain;
  const { location, chain = [], notes = [] } = diagnostic.details;
  const excerpt = location && excerptOf(location, options);
  const margin = ' '.repeat(excerpt ? String(location.line).length : 1);
  const facts = [
    ['why', diagnostic.reason],
    ...(chain.length > 0 ? [['in', describeChain(chain, options)]] : []),
    ...notes.map((note) => ['note', note]),
    ...diagnostic.remedies.map((remedy) => ['help', remedy]),
  ];
  return [
    `${paint.error(`error[${diagnostic.code}]`)}${paint.strong(`: ${diagnostic.message}`)}`,
    ...(location ? [`${margin} ${paint.frame('-->')} ${formatLocation(location, options)}`] : []),
    ...(excerpt ? [
      `${margin} ${paint.frame('|')}`,
      `${paint.frame(`${location.line} |`)} ${excerpt.line}`,
      `${margin} ${paint.frame('|')} ${excerpt.indent}${paint.error('^')}`,
    ] : []),
    ...facts.map(([label, text]) => `${margin} ${paint.frame('=')} ${paint.strong(`${label}:`)} ${text}`),
    '',
  ].join('\n');
}

/** Several, with how many there were. What stands in the way of both modes is said once. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], options: RenderOptions = {}): string {
  const paint = options.colour ? colours : plain;
  const texts = [...new Set(diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, options)))];
  const count = texts.length > 1 ? `\n${paint.error('error')}${paint.strong(`: ${texts.length} errors; nothing was written`)}\n` : '';
  return texts.join('\n') + count;
}

function formatLocation({ file, line, column }: SourceLocation, { nameOf = (name) => name }: RenderOptions): string {
  return `${nameOf(file)}:${line}${column > 0 ? `:${column}` : ''}`;
}

/** The line, and the blanks that put a caret below its column. Tabs become blanks, so that both have one width. */
function excerptOf({ file, line, column }: SourceLocation, { source }: RenderOptions): { line: string; indent: string } | undefined {
  const text = source?.(file)?.split(/\r?\n/)[line - 1];
  if (text === undefined) return undefined;
  return { line: expandTabs(text), indent: ' '.repeat(expandTabs(firstBytes(text, column - 1)).length) };
}

/** Compilers count columns in bytes of UTF-8. */
function firstBytes(text: string, count: number): string {
  return new TextDecoder().decode(new TextEncoder().encode(text).slice(0, Math.max(count, 0)));
}

function expandTabs(text: string): string { return text.replaceAll('\t', '    '); }

function describeChain(chain: readonly CallStep[], options: RenderOptions): string {
  const steps = chain.map((step) => `\`${step.function}\`${step.location ? ` (${formatLocation(step.location, options)})` : ''}`);
  return `while differentiating ${steps.join(', which calls ')}`;
}

type Paint = Record<'error' | 'strong' | 'frame', (text: string) => string>;

const plain: Paint = { error: (text) => text, strong: (text) => text, frame: (text) => text };
const colours: Paint = {
  error: (text) => `\u001b[1;31m${text}\u001b[0m`,
  strong: (text) => `\u001b[1m${text}\u001b[0m`,
  frame: (text) => `\u001b[1;34m${text}\u001b[0m`,
};
