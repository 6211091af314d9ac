/** One program, one compiler, one setting: every check of the round trip. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Module, link, parse, print, verify } from '../../src/library.js';
import { type Behaviour, type Setting, CommandFailed, assemble, behaviourOf, buildFromTexts, compileToText, disassemble } from './compilers.js';
import type { Program } from './corpus.js';
import { essence } from './essence.js';
import { cache } from './fetch.js';

export interface Job extends Setting { readonly program: Program }

/** What is asked of each text, in this order. */
export const checks = ['read', 'verify', 'fixed point', 'lazy', 'assemble', 'meaning', 'behaviour', 'link'] as const;
export type Check = (typeof checks)[number];

export interface JobResult {
  /** The checks that were made; `link` only where there are several files, `behaviour` only where there is a `main`,
   * and with -g only where LLVM's own text of both is not the same to the letter. */
  readonly made: readonly Check[];
  readonly failures: readonly { readonly check: Check; readonly message: string }[];
}

export function jobName({ program, compiler, level, debug }: Job): string {
  return `${program.name} ${compiler.name} -${level}${debug ? ' -g' : ''}`;
}

/** Never throws for what is wrong with the IR library; throws when the compiler itself does not take the source. */
export function runJob(job: Job): JobResult {
  const folder = mkdtempSync(join(tmpdir(), 'roundtrip-'));
  const run = new JobRun(job, folder);
  try {
    run.all();
    return { made: [...run.made], failures: run.failures };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

class JobRun {
  readonly made = new Set<Check>();
  readonly failures: { check: Check; message: string }[] = [];
  /** Whether LLVM has read the same from our text as from the compiler's, names of locals included. */
  private isIdentical = true;
  constructor(private readonly job: Job, private readonly folder: string) {}

  all(): void {
    const { program } = this.job;
    const inputs = program.sources.map((_, index) => this.input(index));
    const printed = inputs.map((input, index) => this.roundTrip(input, index));
    const ours = printed.filter((file) => file !== undefined);
    if (ours.length < inputs.length) return;
    // What LLVM reads as the same, byte for byte, need not be built again with debug information.
    if (program.runs && !(this.job.debug && this.isIdentical)) this.compareBehaviour('behaviour', inputs, ours);
    if (inputs.length > 1) this.linkAll(inputs);
  }

  private attempt<T>(check: Check, file: string, work: () => T): T | undefined {
    this.made.add(check);
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const text = error.name === 'Diagnostic' || error instanceof CommandFailed ? `${error.message} ${locationOf(error)}` : error.stack ?? error.message;
      this.failures.push({ check, message: `${file}: ${text}` });
      return undefined;
    }
  }

  private expect(check: Check, file: string, holds: boolean, message: () => string): void {
    this.made.add(check);
    if (!holds) this.failures.push({ check, message: `${file}: ${message()}` });
  }

  /** The file that the compiler wrote; kept from run to run. */
  private input(index: number): string {
    const { program, compiler, level, debug } = this.job;
    const source = program.sources[index] ?? '';
    const key = createHash('sha256').update(JSON.stringify([program.flags, compiler, level, debug])).update(readFileSync(source));
    for (const other of program.sources) if (dirname(other) === dirname(source) && program.sources.length < 8) key.update(readFileSync(other));
    const file = join(cache, 'inputs', `${program.name}-${index}-${key.digest('hex').slice(0, 16)}.ll`);
    if (existsSync(file)) return file;
    mkdirSync(dirname(file), { recursive: true });
    const partial = `${file}.${process.pid}.${Math.random()}.ll`;
    compileToText(program, index, this.job, partial);
    renameSync(partial, file);
    return file;
  }

  /** The file with our text, all bodies read and printed; undefined if there is none. */
  private roundTrip(input: string, index: number): string | undefined {
    const { compiler, program } = this.job;
    const llvm = { llvm: compiler.llvm };
    const text = readFileSync(input, 'latin1');
    const lazy = this.attempt('lazy', input, () => print(parse(text, { file: input }), llvm));
    const module = this.attempt('read', input, () => readAll(text, input));
    if (!module) return undefined;
    const problems = this.attempt('verify', input, () => verify(module)) ?? [];
    this.expect('verify', input, problems.length === 0, () => problems.slice(0, 5).join('\n'));
    const full = this.attempt('read', input, () => print(module, llvm));
    if (full === undefined) return undefined;
    const output = join(this.folder, `${program.name}-${index}.ll`);
    writeFileSync(output, full, 'latin1');
    this.sameText('fixed point', full, this.attempt('fixed point', output, () => print(readAll(full, output), llvm)), output);
    if (lazy !== undefined) this.sameText('lazy', full, this.attempt('lazy', input, () => print(readAll(lazy, 'lazy.ll'), llvm)), input);
    const bitcode = this.attempt('assemble', output, () => assemble(compiler, output, this.folder));
    if (bitcode !== undefined) this.compareMeaning(input, bitcode);
    return output;
  }

  private sameText(check: Check, expected: string, found: string | undefined, file: string): void {
    if (found !== undefined) this.expect(check, file, found === expected, () => firstDifference(expected, found));
  }

  /** Both texts, the compiler's and ours, are the same to this LLVM; at least without names of locals and without no-ops. */
  private compareMeaning(input: string, ours: string): void {
    const { compiler } = this.job;
    this.attempt('meaning', input, () => {
      const theirs = withoutName(disassemble(compiler, assemble(compiler, input, this.folder)));
      const found = withoutName(disassemble(compiler, ours));
      if (theirs === found) return;
      this.isIdentical = false;
      this.sameText('meaning', essence(theirs), essence(found), input);
    });
  }

  private compareBehaviour(check: Check, inputs: readonly string[], ours: readonly string[]): void {
    const remembered = `${inputs[0]}.behaviour`;
    if (!existsSync(remembered)) {
      const built = buildFromTexts(this.job.program, inputs, this.job, false, this.folder);
      writeFileSync(remembered, JSON.stringify(behaviourOf(built)));
    }
    const expected = JSON.parse(readFileSync(remembered, 'utf8')) as Behaviour;
    if (expected.signal !== null) throw new Error(`${this.job.program.name} crashes as the compiler builds it, so it tests nothing`);
    const found = this.attempt(check, inputs[0] ?? '', () => behaviourOf(buildFromTexts(this.job.program, ours, this.job, true, this.folder)));
    if (!found) return;
    this.expect(check, inputs[0] ?? '', found.status === expected.status && found.output === expected.output && found.signal === expected.signal,
      () => `status ${found.status} ${found.signal ?? ''}, expected ${expected.status} ${expected.signal ?? ''}\n${firstDifference(expected.output, found.output)}`);
  }

  /** All files as one module: accepted, sound, and the program does the same. */
  private linkAll(inputs: readonly string[]): void {
    const { compiler, program } = this.job;
    const output = join(this.folder, `${program.name}-linked.ll`);
    const done = this.attempt('link', program.name, () => {
      const linked = link(inputs.map((input) => parse(readFileSync(input, 'latin1'), { file: input })));
      const text = print(linked, { llvm: compiler.llvm });
      writeFileSync(output, text, 'latin1');
      const problems = verify(linked);
      this.expect('link', program.name, problems.length === 0, () => problems.slice(0, 5).join('\n'));
      this.sameText('link', print(linked, { llvm: compiler.llvm }), print(readAll(text, output), { llvm: compiler.llvm }), output);
      return assemble(compiler, output, this.folder);
    });
    if (done !== undefined && program.runs) this.compareBehaviour('link', inputs, [output]);
  }
}

function readAll(text: string, file: string): Module {
  const module = parse(text, { file });
  for (const fn of module.functions.values()) void fn.blocks;
  return module;
}

function locationOf(error: Error): string {
  const { details } = error as Error & { details?: { location?: { line: number; column: number } } };
  return details?.location ? `(line ${details.location.line}, column ${details.location.column})` : '';
}

/** Without the comment that has the name of the file. */
/** The name of the file, which also stands in the summary that is written for linking. */
function withoutName(text: string): string { return text.replace(/^; ModuleID = .*\n/, '').replace(/^(\^\d+ = module: \(path: )"[^"]*"/m, '$1""'); }

function firstDifference(expected: string, found: string): string {
  const [before, after] = [expected.split('\n'), found.split('\n')];
  const at = before.findIndex((line, index) => line !== after[index]);
  const line = at < 0 ? before.length : at;
  return `line ${line + 1} differs\n  expected ${(before[line] ?? 'the end').slice(0, 600)}\n  found    ${(after[line] ?? 'the end').slice(0, 600)}`;
}
