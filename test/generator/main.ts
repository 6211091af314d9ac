/**
 * Random programs through the tool: reverse mode = split reverse mode = forward mode = vector forward mode = finite differences.
 *
 *     node test/generator/run.js [--seed S] [--count N] [--levels O0,O1,O2,O3] [--ways whole,halves,logged] [--plans cheapest,cache,recompute,undo] [--sanitize] [--shrink] [--print] [--json FILE]
 *
 * Program i has the seed S + i. Each batch of programs is compiled in each way, two of them at other levels, so
 * that four batches see all levels in all ways; with `--levels` or `--ways`, at each of these levels in each of these ways. The plans
 * of the reverse sweep take turns with the batches.
 * Programs whose finite differences do not converge, or that one way refuses, are replaced by further ones, so that N programs are really compared.
 * The exit status is 0 when no program failed.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { sanitizers } from '../cases/run.js';
import { inParallel, levels as allLevels } from '../support/tool.js';
import { runBatch, type BatchOptions, type Verdict, ways as allWays } from './batch.js';
import { generateProgram } from './generate.js';
import { printProgram } from './print.js';
import { shrink } from './shrink.js';
import type { Program } from './syntax.js';

const perBatch = 100;

export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' }, count: { type: 'string', default: '2000' }, levels: { type: 'string' }, ways: { type: 'string' }, plans: { type: 'string', default: 'cheapest' },
      sanitize: { type: 'boolean', default: false }, shrink: { type: 'boolean', default: false }, print: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const seed = Number(values.seed), count = Number(values.count);
  if (values.print) {
    for (let i = 0; i < count; i++) console.log(printProgram(generateProgram(seed + i)));
    return 0;
  }
  const levels = values.levels?.split(',').map((name) => named(allLevels, name)), flags = values.sanitize ? sanitizers : [];
  const ways = values.ways?.split(',').map((name) => named(allWays, name));
  const plans = values.plans.split(','), planOf = (batch: number): string => plans[batch % plans.length]!;
  const settings = (batch: number): Setting[] => (levels || ways
    ? (levels ?? allLevels).flatMap((level) => (ways ?? allWays).map((way) => ({ level, way, plan: planOf(batch) })))
    : allWays.map((way, i) => ({ level: allLevels[(batch + 2 * i) % allLevels.length]!, way, plan: planOf(batch) })));
  const tally = { passed: 0, failed: 0, rough: 0 };
  const failures: Failure[] = [];
  for (let next = seed, batches = 0; tally.passed + tally.failed < count;) {
    const wanted = Math.min(count - tally.passed - tally.failed, 4 * perBatch);
    const programs = Array.from({ length: wanted }, (_, i) => generateProgram(next + i));
    next += wanted;
    const found = await judge(programs, (batch) => settings(batches + batch), flags);
    batches += Math.ceil(wanted / perBatch);
    for (const { verdict, ...where } of found) {
      tally[verdict.kind === 'pass' ? 'passed' : verdict.kind === 'rough' ? 'rough' : 'failed']++;
      if (verdict.kind !== 'fail') continue;
      failures.push({ ...where, verdict });
      console.log(headline({ ...where, verdict }));
    }
    console.log(`seeds ${seed} to ${next - 1}: ${tally.passed} passed, ${tally.failed} failed, ${tally.rough} replaced`);
  }
  if (values.shrink) for (const failure of failures) await showSmallest(failure, flags);
  if (values.json) writeFileSync(values.json, JSON.stringify({ ...tally, skipped: 0, seed }) + '\n');
  return tally.failed === 0 ? 0 : 1;
}

type Setting = Omit<BatchOptions, 'flags'>;
interface Judged extends Setting { readonly program: Program; readonly verdict: Verdict }
type Failure = Judged & { readonly verdict: Extract<Verdict, { kind: 'fail' }> };

/** The worst verdict of each program over the settings of its batch. */
async function judge(programs: readonly Program[], settings: (batch: number) => readonly Setting[], flags: readonly string[]): Promise<Judged[]> {
  const batches: Program[][] = [];
  for (let i = 0; i < programs.length; i += perBatch) batches.push(programs.slice(i, i + perBatch));
  const jobs = batches.flatMap((batch, i) => settings(i).map((setting) => ({ batch, setting })));
  const done = await inParallel(jobs, 2, async ({ batch, setting }) => {
    const verdicts = await runBatch(batch, { ...setting, flags });
    return batch.map((program, i) => ({ ...setting, program, verdict: verdicts[i]! }));
  });
  const rank = { fail: 0, rough: 1, pass: 2 };
  const worst = new Map<Program, Judged>();
  for (const judged of done.flat()) {
    const before = worst.get(judged.program);
    if (!before || rank[judged.verdict.kind] < rank[before.verdict.kind]) worst.set(judged.program, judged);
  }
  return [...worst.values()];
}

function headline({ program, level, way, plan, verdict }: Failure): string {
  return `\nFAILED seed ${program.seed} -${level}, ${way}, plan ${plan} (${verdict.stage})\n${verdict.text.slice(0, 2000)}`;
}

async function showSmallest(failure: Failure, flags: readonly string[]): Promise<void> {
  const { program, level, way, plan, verdict } = failure;
  console.log(headline(failure));
  const options: BatchOptions = { level, way, plan, flags }, sort = signature(verdict.text);
  const smallest = await shrink(program, async (candidate) => {
    const [now] = await runBatch([candidate], options);
    return now?.kind === 'fail' && now.stage === verdict.stage && signature(now.text) === sort;
  });
  console.log(`the smallest program that fails alike:\n${printProgram(smallest)}`);
}

/** What must stay the same while shrinking: the diagnostic's code, the mode that is wrong, the signal. */
function signature(text: string): string {
  return /RZ\d{4}|(?:forward|reverse|split) wrong|crashed: .*|internal error.*|(?:TypeError|RangeError|Error): .*/.exec(text)?.[0] ?? 'other';
}

function named<T extends string>(all: readonly T[], name: string): T {
  const found = all.find((one) => one === name);
  if (!found) throw new Error(`${name} is not one of ${all.join(', ')}`);
  return found;
}
