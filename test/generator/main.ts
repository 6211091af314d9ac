/**
 * Random programs through the tool: reverse mode = forward mode = finite differences, at -O0 and -O2.
 *
 *     node test/generator/run.js [--seed S] [--count N] [--levels O0,O2] [--sanitize] [--shrink] [--print] [--json FILE]
 *
 * Program i has the seed S + i. Programs whose finite differences do not converge are replaced by further ones, so that
 * N programs are really compared. The exit status is 0 when no program failed.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { sanitizers } from '../cases/run.js';
import { inParallel, levels as allLevels, type Level } from '../support/tool.js';
import { runBatch, type BatchOptions, type Verdict } from './batch.js';
import { generateProgram } from './generate.js';
import { printProgram } from './print.js';
import { shrink } from './shrink.js';
import type { Program } from './syntax.js';

const perBatch = 50;

export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' }, count: { type: 'string', default: '2000' }, levels: { type: 'string', default: 'O0,O2' },
      sanitize: { type: 'boolean', default: false }, shrink: { type: 'boolean', default: false }, print: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const seed = Number(values.seed), count = Number(values.count);
  if (values.print) {
    for (let i = 0; i < count; i++) console.log(printProgram(generateProgram(seed + i)));
    return 0;
  }
  const levels = values.levels.split(',').map(levelNamed), flags = values.sanitize ? sanitizers : [];
  const tally = { passed: 0, failed: 0, rough: 0 };
  const failures: Failure[] = [];
  for (let next = seed; tally.passed + tally.failed < count;) {
    const wanted = Math.min(count - tally.passed - tally.failed, 8 * perBatch);
    const programs = Array.from({ length: wanted }, (_, i) => generateProgram(next + i));
    next += wanted;
    const found = await judge(programs, levels, flags);
    for (const { verdict, ...where } of found) {
      tally[verdict.kind === 'pass' ? 'passed' : verdict.kind === 'rough' ? 'rough' : 'failed']++;
      if (verdict.kind === 'fail') failures.push({ ...where, verdict });
    }
    console.log(`seeds ${seed} to ${next - 1}: ${tally.passed} passed, ${tally.failed} failed, ${tally.rough} replaced`);
  }
  for (const failure of failures) await report(failure, flags, values.shrink);
  if (values.json) writeFileSync(values.json, JSON.stringify({ ...tally, skipped: 0, seed }) + '\n');
  return tally.failed === 0 ? 0 : 1;
}

interface Judged { readonly program: Program; readonly level: Level; readonly verdict: Verdict }
type Failure = Judged & { readonly verdict: Extract<Verdict, { kind: 'fail' }> };

/** The worst verdict of each program over the levels. */
async function judge(programs: readonly Program[], levels: readonly Level[], flags: readonly string[]): Promise<Judged[]> {
  const batches: Program[][] = [];
  for (let i = 0; i < programs.length; i += perBatch) batches.push(programs.slice(i, i + perBatch));
  const jobs = batches.flatMap((batch) => levels.map((level) => ({ batch, level })));
  const done = await inParallel(jobs, 2, async ({ batch, level }) => {
    const verdicts = await runBatch(batch, { level, flags });
    return batch.map((program, i) => ({ program, level, verdict: verdicts[i]! }));
  });
  const rank = { fail: 0, rough: 1, pass: 2 };
  const worst = new Map<Program, Judged>();
  for (const judged of done.flat()) {
    const before = worst.get(judged.program);
    if (!before || rank[judged.verdict.kind] < rank[before.verdict.kind]) worst.set(judged.program, judged);
  }
  return [...worst.values()];
}

async function report({ program, level, verdict }: Failure, flags: readonly string[], small: boolean): Promise<void> {
  console.log(`\nFAILED seed ${program.seed} -${level} (${verdict.stage})\n${verdict.text.slice(0, 2000)}`);
  if (!small) return;
  const options: BatchOptions = { level, flags }, sort = signature(verdict.text);
  const smallest = await shrink(program, async (candidate) => {
    const [now] = await runBatch([candidate], options);
    return now?.kind === 'fail' && now.stage === verdict.stage && signature(now.text) === sort;
  });
  console.log(`the smallest program that fails alike:\n${printProgram(smallest)}`);
}

/** What must stay the same while shrinking: the diagnostic's code, the mode that is wrong, the signal. */
function signature(text: string): string {
  return /RZ\d{4}|(?:forward|reverse) wrong|crashed: .*|internal error.*|(?:TypeError|RangeError|Error): .*/.exec(text)?.[0] ?? 'other';
}

function levelNamed(name: string): Level {
  const level = allLevels.find((one) => one === name);
  if (!level) throw new Error(`--levels: ${name} is not one of ${allLevels.join(', ')}`);
  return level;
}
