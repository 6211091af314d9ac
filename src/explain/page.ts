/**
 * The explanation as a page: one file that needs no other and no network. The source has the colour of heat where bytes are
 * kept, by how many there are for the values of the variables that the reader types in.
 */
import { type Explanation, type LineExplanation, totalOf } from './explain.js';
import { type Formula, variablesOf } from './formula.js';
import { pageScript, pageStyle } from './page-parts.js';
import { type SourceReader, bytesText, forLines, groups, totalText, unknownsOf } from './text.js';

export function asPage(explanations: readonly Explanation[], read: SourceReader, nameOf: (file: string) => string = (file) => file): string {
  const title = `What the gradient of ${explanations[0]?.name ?? 'nothing'} keeps`;
  const names = [...new Set(explanations.flatMap((each) => countsOf(each).flatMap(variablesOf)))].sort();
  const inputs = names.map((name) => `<label>${escape(name)} <input type="number" min="0" value="100" data-variable="${escape(name)}"></label>`);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escape(title)}</title><style>${pageStyle}</style></head><body>
<h1>${escape(title)}</h1>
${inputs.length > 0 ? `<form id="variables">For ${inputs.join(' ')}</form>` : ''}
${explanations.map((each, index) => section(each, index, read, nameOf)).join('\n')}
<p class="note"><b>*</b> carries derivatives. Shadows, which are as large as what they belong to, are not counted.</p>
<script type="application/json" id="formulas">${JSON.stringify(formulasOf(explanations)).replaceAll('<', '\\u003c')}</script>
<script>${pageScript}</script>
</body></html>
`;
}

/** For each line that keeps something, by its id: products of formulas, to be added up. */
function formulasOf(explanations: readonly Explanation[]): Record<string, readonly (readonly Formula[])[]> {
  return Object.fromEntries(explanations.flatMap((each, index) => each.lines.flatMap((line) => (line.kept.length === 0 ? [] : [
    [idOf(index, line), line.kept.map(({ bytes, count }): readonly Formula[] => [[{ coefficient: bytes, unknowns: [] }], ...count.factors])] as const,
  ]))));
}

function countsOf({ lines }: Explanation): Formula[] { return lines.flatMap(({ kept }) => kept.map(totalOf)); }

function idOf(index: number, { file, line }: Pick<LineExplanation, 'file' | 'line'>): string { return `${index}:${file}:${line}`; }

function section(explanation: Explanation, index: number, read: SourceReader, nameOf: (file: string) => string): string {
  const { name, location, parameters, total, lines, callees } = explanation;
  const list = (isActive: boolean): string => parameters.filter(({ activity }) => (activity !== 'constant') === isActive).map((each) => `<code>${escape(each.name)}</code>`).join(', ') || 'nothing';
  const unknown = unknownsOf(total);
  const files = [...new Set(lines.map(({ file }) => file))];
  return `<section><h2>${escape(name)}${location ? ` <small>${escape(nameOf(location.file))}:${location.line}</small>` : ''}</h2>
<p>Active: ${list(true)}; constant: ${list(false)}. Kept in one call: <code>${escape(totalText(explanation))}</code>${total.length > 0 ? ` = <output data-function="${index}"></output>` : ''}.
${callees.length > 0 ? `<br>Calls keep more: see ${callees.map((each) => `<code>${escape(each)}</code>`).join(', ')}.` : ''}
${unknown.length > 0 ? `<br>Not known before the loop has run: <code>${escape(unknown.join(', '))}</code>. Room grows as it does, up to twice what is needed.` : ''}</p>
${files.map((file) => `${file === location?.file ? '' : `<h3>${escape(nameOf(file))}</h3>`}${listing(explanation, index, file, read(file)?.split('\n'))}`).join('\n')}</section>`;
}

/** The lines around those that are explained. */
function listing(explanation: Explanation, index: number, file: string, source: readonly string[] | undefined): string {
  const explained = new Map(explanation.lines.filter((line) => line.file === file).map((line) => [line.line, line]));
  const numbers = [...explained.keys(), ...(file === explanation.location?.file ? [explanation.location.line] : [])];
  const first = Math.max(1, Math.min(...numbers));
  const last = Math.max(...numbers);
  const rows = Array.from({ length: last - first + 1 }, (_, i) => first + i)
    .filter((number) => numbers.some((each) => Math.abs(each - number) <= context))
    .map((number) => row(explained.get(number), number, source?.[number - 1] ?? '', idOf(index, { file, line: number })));
  return `<div class="listing">${rows.join('')}</div>`;
}

/** So many lines around each are shown. */
const context = 8;

function row(line: LineExplanation | undefined, number: number, source: string, id: string): string {
  const code = `<span class="bytes"></span><span class="active">${line && line.active.length > 0 ? '*' : ' '}</span><span class="number">${number}</span><code>${escape(source)}</code>`;
  if (!line) return `<div class="line">${code}</div>`;
  const items = [
    ...groups(line.kept).flatMap((group) => [`<li>${escape(bytesText(group))}</li>`,
      ...group.map((kept) => `<li class="kept"><b>kept</b> ${escape(`${kept.bytes} B  ${kept.what}${forLines(kept.neededAt, number)}: ${kept.why}`)}</li>`)]),
    ...line.recomputed.map(({ what, how, neededAt }) => `<li><b>computed</b> ${escape(`${what}${forLines(neededAt, number)}: ${how}`)}</li>`),
    ...(line.active.length > 0 ? [`<li><b>active</b> ${escape(line.active.join(', '))}</li>`] : []),
  ];
  return `<details data-line="${escape(id)}"><summary class="line">${code}</summary><ul>${items.join('')}</ul></details>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
