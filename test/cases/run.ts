/** Runs one case at one level: builds its driver with the tool, runs it, and says per mode what came of it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { mainFunction, markers, printers, wrappers, type Mode, type Printers } from '../support/driver.js';
import type { Subject } from '../support/subject.js';
import { ribozyme, root, run, withFolder, type Level, type Outcome } from '../support/tool.js';
import type { Case } from './case.js';

/** `pass`, or what went wrong in a line or a few. */
export type Verdicts = Readonly<Partial<Record<Mode, string>>>;

export const sanitizers = ['-g', '-fsanitize=address,undefined', '-fno-sanitize-recover=all'];

/** The versions of clang that are tested, oldest first; the last is the one that is meant when none is named. */
export const clangs = ['14', '16', '19', '22'] as const;
export type Clang = (typeof clangs)[number];

interface RunOptions {
  readonly sanitize?: boolean;
  readonly clang?: Clang;
  /** Those of the case, if none are given. */
  readonly modes?: readonly Mode[];
  /** How the derivatives are asked for. */
  readonly print?: Printers;
}

/** How a case is built. */
interface Setting { readonly level: Level; readonly clang: Clang; readonly extra: readonly string[] }

export async function runCase(whole: Case, level: Level, options: RunOptions = {}): Promise<Verdicts> {
  const testCase = { ...whole, modes: options.modes ?? whole.modes };
  const setting: Setting = { level, clang: options.clang ?? '22', extra: options.sanitize ? sanitizers : [] };
  const { check } = testCase;
  return withFolder(async (folder) => {
    switch (check.kind) {
      case 'gradient': return runGradient(testCase, check.subject, check.prototype, setting, folder, options.print);
      case 'error': return runRefusal(testCase, check, setting, folder);
      case 'prints': return runProgram(testCase, check.lines, setting, folder);
    }
  });
}

async function runGradient(testCase: Case, subject: Subject, prototype: string, setting: Setting, folder: string, print = printers): Promise<Verdicts> {
  const driver = join(folder, `driver.${testCase.language === 'cpp' ? 'cpp' : 'c'}`);
  const attempt = async (wanted: readonly Mode[]): Promise<Verdicts> => {
    writeFileSync(driver, driverText(testCase, subject, prototype, wanted, print));
    const build = await buildCase(testCase, driver, setting, folder);
    if (build.status !== 0) return verdicts(wanted, () => `build failed: ${build.stderr}${build.stdout}`);
    const outcome = await run(join(folder, 'program'), []);
    return verdicts(wanted, (mode) => verdict(outcome, mode));
  };
  const together = await attempt(testCase.modes);
  // One mode that cannot be built takes the others with it: ask again for each alone, to say which it is.
  if (testCase.modes.length === 1 || !Object.values(together).every((text) => text.startsWith('build failed'))) return together;
  const alone: Partial<Record<Mode, string>> = {};
  for (const mode of testCase.modes) Object.assign(alone, await attempt([mode]));
  return alone;
}

function verdict({ stdout, stderr, status }: Outcome, mode: Mode): string {
  const lines = stdout.split('\n');
  const passed = lines.some((line) => line.endsWith(` ${mode} ok`));
  // A leak or a rough reference spoils the exit status after the line was printed: then no mode has passed.
  const spoiled = status !== 0 && !lines.some((line) => /(forward|reverse|split) wrong/.test(line));
  return passed && !spoiled ? 'pass' : `${stdout}${stderr}exit status ${status}`;
}

/** A refusal names its code and the line of the source; each mode is asked for alone, unless the case is itself what asks. */
async function runRefusal(testCase: Case, check: Extract<Case['check'], { kind: 'error' }>, setting: Setting, folder: string): Promise<Verdicts> {
  const refusal = async (source: string): Promise<string> => {
    const build = await buildCase(testCase, source, setting, folder);
    const missing = [check.code, `${basename(testCase.file)}:`, ...check.says].filter((text) => !build.stderr.includes(text));
    if (build.status === 0) return 'compiled, although it must be refused';
    return missing.length ? `refused without saying ${missing.map((text) => `\`${text}\``).join(', ')}:\n${build.stderr}` : 'pass';
  };
  if (!check.subject) {
    const verdict = await refusal(testCase.file);
    return verdicts(testCase.modes, () => verdict);
  }
  const source = join(folder, `driver.${testCase.language === 'cpp' ? 'cpp' : 'c'}`), results: Partial<Record<Mode, string>> = {};
  for (const mode of testCase.modes) {
    writeFileSync(source, driverText(testCase, check.subject, '', [mode]));
    results[mode] = await refusal(source);
  }
  return results;
}

async function runProgram(testCase: Case, lines: readonly string[], setting: Setting, folder: string): Promise<Verdicts> {
  const build = await buildCase(testCase, testCase.file, setting, folder);
  if (build.status !== 0) return verdicts(testCase.modes, () => `build failed: ${build.stderr}${build.stdout}`);
  const { status, stdout, stderr } = await run(join(folder, 'program'), []);
  const good = status === 0 && stdout.trim().split('\n').join('\n') === lines.join('\n');
  return verdicts(testCase.modes, () => (good ? 'pass' : `printed:\n${stdout}${stderr}exit status ${status}; expected:\n${lines.join('\n')}`));
}

async function buildCase(testCase: Case, source: string, setting: Setting, folder: string): Promise<Outcome> {
  const { level, clang, extra } = setting;
  const output = join(folder, 'program');
  if (testCase.language === 'll') return buildIr(testCase, source, output, setting, folder);
  const compiler = `${testCase.language === 'cpp' ? 'clang++' : 'clang'}-${clang}`;
  const standard = testCase.language === 'cpp' && clang === '14' ? ['-std=c++17'] : []; // what the later ones take by themselves
  return ribozyme([compiler, `-${level}`, ...standard, ...extra, ...testCase.flags, source, '-o', output, '-lm']);
}

/** IR cases take the way of a compiler author: `ribozyme opt` on a module that any front end and linker made. */
async function buildIr(testCase: Case, driver: string, output: string, { level, clang, extra }: Setting, folder: string): Promise<Outcome> {
  const [front, joined, derived] = ['driver.ll', 'joined.ll', 'derived.ll'].map((name) => join(folder, name)) as [string, string, string];
  const steps: (() => Promise<Outcome>)[] = [
    () => run(`clang-${clang}`, [`-${level}`, '-S', '-emit-llvm', ...(level === 'O0' ? ['-Xclang', '-disable-O0-optnone'] : []), driver, '-o', front]),
    () => run(`llvm-link-${clang}`, ['-S', front, testCase.file, '-o', joined]),
    () => ribozyme(['opt', joined, '-o', derived]),
    () => run(`clang-${clang}`, [`-${level}`, ...extra, '-Wno-override-module', derived, '-o', output, '-lm']),
  ];
  let outcome: Outcome = { status: 0, stdout: '', stderr: '' };
  for (const step of steps) if (outcome.status === 0) outcome = await step();
  return outcome;
}

export function driverText(testCase: Case, subject: Subject, prototype: string, wanted: readonly Mode[], print = printers): string {
  const program = testCase.language === 'll' ? `${prototype};` : `#include "${testCase.file}"`;
  return [`#include "${join(root, 'test/support/harness.h')}"`, markers, program, wrappers(subject, wanted, print), mainFunction([subject.name])].join('\n');
}

function verdicts(wanted: readonly Mode[], of: (mode: Mode) => string): Verdicts {
  return Object.fromEntries(wanted.map((mode) => [mode, of(mode)]));
}

/** What the support table is made of: one file per case in `.cache/results`. */
export function recordResults(testCase: Case, results: Readonly<Partial<Record<Level, Verdicts>>>): void {
  const folder = join(root, '.cache', 'results');
  mkdirSync(folder, { recursive: true });
  const name = testCase.id.replaceAll('/', '__');
  writeFileSync(join(folder, `${name}.json`), JSON.stringify({ id: testCase.id, features: testCase.features, results }, null, 1) + '\n');
}
