/** Many random programs in one C file, built by the tool once per level and checked by the harness. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mainFunction, markers, printers, wrappers, type Mode } from '../support/driver.js';
import type { Subject } from '../support/subject.js';
import { halves, splitForward, vectorForward } from '../support/lanes.js';
import { ribozyme, root, run, withFolder, type Level } from '../support/tool.js';
import { preamble, printProgram } from './print.js';
import type { Program } from './syntax.js';

/**
 * `pass`; `rough`: forward and reverse agree, but the finite differences did not converge (a kink, or wild growth), or
 * nothing depends on the arguments, so there is nothing to compare with, or `__enzyme_fwdsplit` refuses it; otherwise what went wrong.
 */
export type Verdict = { readonly kind: 'pass' } | { readonly kind: 'rough' } | { readonly kind: 'fail'; readonly stage: 'build' | 'run'; readonly text: string };

/**
 * How the derivatives are computed. `whole`: in one go, for one direction. `halves`: forward mode for two directions together,
 * and reverse mode in two halves, for two adjoints or for one. `logged`: forward mode in two halves.
 */
export const ways = ['whole', 'halves', 'logged'] as const;
export type Way = typeof ways[number];
const modesOf: Readonly<Record<Way, readonly Mode[]>> = { whole: ['forward', 'reverse'], halves: ['forward', 'split'], logged: ['forward'] };

export interface BatchOptions {
  readonly level: Level;
  readonly way: Way;
  readonly flags: readonly string[];
  /** What the plan of the reverse sweep is chosen by: `--plan`. */
  readonly plan: string;
}

/** One verdict per program, in order. */
export async function runBatch(programs: readonly Program[], options: BatchOptions): Promise<Verdict[]> {
  const outcome = await withFolder(async (folder) => {
    const source = join(folder, 'programs.c'), executable = join(folder, 'programs');
    writeFileSync(source, batchText(programs, options.way));
    const build = await ribozyme(['--plan', options.plan, 'clang-22', `-${options.level}`, ...options.flags, source, '-o', executable, '-lm'], { timeout: 60 + 10 * programs.length });
    if (build.status !== 0) return { stage: 'build', text: build.stderr } as const;
    const { stdout, stderr } = await run(executable, [], { timeout: 60 + 2 * programs.length });
    return { stage: 'run', stdout, stderr } as const;
  });
  if (outcome.stage === 'run') return programs.map((program) => verdict(program.name, modesOf[options.way], outcome.stdout, outcome.stderr));
  if (programs.length === 1) return [refusal(outcome.text)];
  // One program that is refused takes its file with it: set aside those that the tool names, else halve until one stands alone.
  const named = new Set([...outcome.text.matchAll(/while differentiating `(p\d+)_/g)].map((match) => match[1]!));
  const refused = programs.filter((program) => named.has(program.name));
  if (refused.length === 0 || refused.length === programs.length) {
    const middle = programs.length >> 1;
    return [...await runBatch(programs.slice(0, middle), options), ...await runBatch(programs.slice(middle), options)];
  }
  const others = programs.filter((program) => !named.has(program.name)), verdicts = new Map<Program, Verdict>();
  (await runBatch(others, options)).forEach((one, index) => verdicts.set(others[index]!, one));
  return programs.map((program) => verdicts.get(program) ?? refusal(about(outcome.text, program.name)));
}

/** Forward mode in two halves refuses what cannot be told in the second. */
function refusal(text: string): Verdict {
  const errors = text.match(/^error\[.*/gm) ?? [];
  const isKnown = errors.length > 0 && errors.every((line) => line.endsWith('in `__enzyme_fwdsplit` is not supported yet'));
  return isKnown ? { kind: 'rough' } : { kind: 'fail', stage: 'build', text };
}

/** The messages that concern one program. */
function about(text: string, name: string): string {
  return text.split(/^(?=error)/m).filter((message) => message.includes(`\`${name}_`)).join('');
}

export function batchText(programs: readonly Program[], way: Way = 'whole'): string {
  return [
    `#include "${join(root, 'test/support/harness.h')}"`, markers, preamble,
    ...programs.map((program) => printProgram(program) + derivatives(program, way)),
    mainFunction(programs.map((program) => `${program.name}_main`)),
  ].join('\n');
}

function derivatives(program: Program, way: Way): string {
  const { seed } = program, of = subject(program);
  if (way === 'whole') return wrappers(of, modesOf.whole);
  if (way === 'logged') return wrappers(of, modesOf.logged, { ...printers, forward: splitForward });
  return wrappers(of, modesOf.halves, { ...printers, forward: () => vectorForward(of, 2), split: () => halves(of, 1 + seed % 2) });
}

function subject({ main, single, at }: Program): Subject {
  return {
    name: main.name, returns: 'double', tolerance: single ? 1e-3 : 1e-6,
    parameters: [
      { kind: 'array', type: 'double', name: 'x', isConst: false, at: at.x },
      { kind: 'array', type: 'double', name: 'y', isConst: false, at: at.y },
      { kind: 'constant', type: 'int', name: 'n', at: at.x.length },
      { kind: 'constant', type: 'int', name: 'k', at: at.k },
      { kind: 'scalar', type: 'double', name: 'a', at: at.a },
      { kind: 'scalar', type: 'double', name: 'b', at: at.b },
    ],
  };
}

function verdict(name: string, modes: readonly Mode[], stdout: string, stderr: string): Verdict {
  const lines = stdout.split('\n').filter((line) => line.startsWith(`${name}_main `));
  const wrong = lines.filter((line) => / wrong: | crashed: /.test(line));
  if (wrong.length) return { kind: 'fail', stage: 'run', text: `${wrong.join('\n')}${wrong.some((line) => line.includes('crashed')) ? `\n${stderr.slice(0, 3000)}` : ''}` };
  if (lines.some((line) => / (rough|trivial): /.test(line))) return { kind: 'rough' };
  const passed = modes.every((mode) => lines.includes(`${name}_main ${mode} ok`));
  return passed ? { kind: 'pass' } : { kind: 'fail', stage: 'run', text: `${name}: no answer\n${stderr.slice(0, 3000)}` };
}
