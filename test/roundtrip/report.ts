/** What came of it, as tables. */
import { compilers } from './compilers.js';
import type { Program } from './corpus.js';
import { type Job, type JobResult, checks, jobName } from './job.js';

type Results = ReadonlyMap<Job, JobResult>;

export interface Summary { readonly failed: number; readonly text: string; readonly document: string }

export function report(jobs: readonly Job[], results: Results): Summary {
  const bad = jobs.filter((job) => (results.get(job)?.failures.length ?? 1) > 0);
  const lines = bad.flatMap((job) => (results.get(job)?.failures ?? [{ check: 'read', message: 'no result' }])
    .map((failure) => `FAILED ${jobName(job)}: ${failure.check}: ${failure.message.split('\n')[0] ?? ''}`));
  const counts = checks.map((check) => {
    const made = jobs.filter((job) => results.get(job)?.made.includes(check));
    const passed = made.filter((job) => !results.get(job)?.failures.some((failure) => failure.check === check));
    return `| ${check} | ${meaning[check]} | ${passed.length} of ${made.length} |`;
  });
  const programs = new Set(jobs.map((job) => job.program));
  const native = [...programs].filter((program) => program.language === 'c' || program.language === 'cpp').length;
  const total = `${jobs.length - bad.length} of ${jobs.length} round trips pass`;
  const document = [
    '# Round trips', '', '<!-- Written by test/roundtrip/run.ts; do not edit. -->', '',
    `${programs.size} programs (${native} of C and C++), compiled at -O0 and -O2, with and without -g: ${total}. Each is read, all its`,
    'bodies are read, and it is printed for the LLVM that wrote it.', '',
    '| check | what it asks | pass |', '|---|---|---|', ...counts, '',
    ...(lines.length > 0 ? ['Failures:', '', ...lines.map((line) => `- ${line}`), ''] : []),
    'Settings that pass, by program and compiler (of four each: -O0, -O0 -g, -O2, -O2 -g):',
  ].join('\n');
  return { failed: bad.length, text: [...lines, total].join('\n'), document };
}

const meaning: Readonly<Record<(typeof checks)[number], string>> = {
  read: 'the text is read and printed without an error',
  verify: 'our verifier finds nothing wrong with it',
  'fixed point': 'what is printed, read again, prints the same',
  lazy: 'printed with its bodies unread, it is the same module',
  assemble: "that LLVM's assembler and verifier accept what we print",
  meaning: "that LLVM, reading the compiler's text and ours, writes the same text for both",
  behaviour: 'the program built from our text prints and returns the same',
  link: 'its files merged by our linker are accepted, sound, and behave the same',
};

export function tableText(programs: readonly Program[], jobs: readonly Job[], results: Results): string {
  const columns = compilers.filter((compiler) => jobs.some((job) => job.compiler.name === compiler.name));
  const rows = programs.map((program) => {
    const cells = columns.map((compiler) => {
      const own = jobs.filter((job) => job.program === program && job.compiler.name === compiler.name);
      const passed = own.filter((job) => results.get(job)?.failures.length === 0);
      return own.length === 0 ? '' : passed.length === own.length ? `${passed.length}` : `**${passed.length} of ${own.length}**`;
    });
    return cells.every((cell) => cell === '') ? [] : [`| ${program.name} | ${cells.join(' | ')} |`];
  }).flat();
  const sums = columns.map((compiler) => {
    const own = jobs.filter((job) => job.compiler.name === compiler.name);
    return `${own.filter((job) => results.get(job)?.failures.length === 0).length} of ${own.length}`;
  });
  return [
    `| program | ${columns.map((compiler) => compiler.name).join(' | ')} |`, `|---|${columns.map(() => '---|').join('')}`,
    ...rows, `| all | ${sums.join(' | ')} |`,
  ].join('\n');
}
