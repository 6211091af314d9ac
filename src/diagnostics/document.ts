/** The table of diagnostics as a document for users: `docs/errors.md`. A test keeps the file in step. */
import { type DiagnosticRow, diagnostics } from './table.js';

const groups: Readonly<Record<string, string>> = {
  RZ1: 'The input', RZ2: 'Types', RZ3: 'What cannot be differentiated', RZ4: 'The programming interface', RZ5: 'Tools and commands',
};

export function errorsDocument(): string {
  const rows: readonly DiagnosticRow[] = Object.values(diagnostics);
  const sections = Object.entries(groups).flatMap(([prefix, title]) => [
    `## ${title}`, '', ...rows.filter(({ code }) => code.startsWith(prefix)).sort((a, b) => a.code.localeCompare(b.code)).flatMap(section),
  ]);
  return [introduction, ...sections].join('\n');
}

const introduction = `# Errors

<!-- Written by src/diagnostics/document.ts from src/diagnostics/table.ts: \`npx vitest run -u src/diagnostics\`. -->

What cannot be differentiated is refused with a code, the place in the source, the calls that led there, the reason, and what
can be done. Words in braces stand for what the message names. Codes keep their meaning from version to version.
`;

function section({ code, title, why, remedies }: DiagnosticRow): string[] {
  // Some rows say everything through their parameters.
  const known = remedies.filter((remedy) => remedy !== '{remedy}');
  return [
    `### ${code}`, '', `**${title === '{message}' ? 'The message says what is wrong.' : escaped(title)}**`, '',
    ...(why === '{why}' ? [] : [`Why: ${escaped(why)}.`, '']), ...known.map((remedy) => `- ${escaped(remedy)}`), ...(known.length > 0 ? [''] : []),
  ];
}

/** Braces and code spans are as they should be; stars in C code outside of them would be read as emphasis. */
function escaped(text: string): string {
  return text.split('`').map((part, i) => (i % 2 === 0 ? part.replaceAll('*', '\\*').replaceAll('_', '\\_') : part)).join('`');
}
