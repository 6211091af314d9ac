/**
 * `ribozyme clang ...`: the user's compile command, with derivatives. A command that asks for none runs as it is; else it
 * becomes source -> canonical IR -> derivatives -> machine code -> (link).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Diagnostic } from '../diagnostics/index.js';
import type { Module } from '../ir/index.js';
import { protectRegistered, releaseRegistered } from '../entry/index.js';
import { type NativeTool, NativeToolchain, probe, registration, run, which, withTemporaryDirectory } from '../toolchain/index.js';
import { type CommandLine, parseCommandLine, type Source, sourcesOf } from './command-line.js';
import { differentiate, type Differentiated } from './differentiate.js';
import { exitOf } from './exit.js';
import { expandResponseFiles } from './response-files.js';
import { codeFlags, dependencyFlags, linkWords, outputPath, plainWords, preprocessFlags, sourceFlags } from './steps.js';

/** Whether a command name is a compiler that we can stand before, `/usr/bin/x86_64-linux-gnu-clang++-19` included. */
export function isCompilerName(name: string): boolean {
  return /^(.*-)?(clang|clang\+\+|clang-cl|flang|flang-new|gcc|g\+\+|cc|c\+\+|gfortran|rustc)(-[\d.]+)?(\.exe)?$/.test(name.replace(/^.*[/\\]/, ''));
}

/** Runs a compile command and resolves to its exit code. @throws Diagnostic, CompilerFailure */
export async function compileCommand(command: readonly string[]): Promise<number> {
  const [compiler = '', ...rest] = command;
  if (which(compiler) === undefined) {
    throw new Diagnostic('toolMissing', { tool: compiler, why: 'there is no such program on PATH', remedy: 'install clang 14 to 22 (Debian: apt-get install clang), or use `ribozyme run`, which brings its own' });
  }
  const line = parseCommandLine(expandResponseFiles(rest, readIfThere));
  const sources = sourcesOf(line);
  if (/rustc/.test(compiler)) await refuseRust(rest);
  if (line.action === 'other' || sources.length === 0) return passThrough(command);
  const input = sources.some((source) => source.path === '-') ? readFileSync(0) : undefined;
  const mentions = await mentionsIn(compiler, line, sources, input);
  const marked = sources.filter((source) => mentions.get(source)?.marker);
  if (marked.length === 0) return passThrough(command, input);
  const driver = new Driver(new NativeToolchain(await clangOf(compiler)), line, input, new Set(sources.filter((source) => mentions.get(source)?.registration)));
  if (line.action === 'executable') return await driver.link(sources) ?? passThrough(command, input);
  return driver.compileEach(marked);
}

/** One command that asks for derivatives. */
class Driver {
  /** `registering` are the sources that say something about their functions which the optimiser must not miss. */
  constructor(private readonly toolchain: NativeToolchain, private readonly line: CommandLine, private readonly input: Uint8Array | undefined,
    private readonly registering: ReadonlySet<Source>) {}

  /** All sources as one module, so that derivatives can go from file to file. Undefined if there was nothing to do. */
  async link(sources: readonly Source[]): Promise<number | undefined> {
    const result = await this.differentiate(sources);
    if (!result) return undefined;
    return withTemporaryDirectory(async (directory) => {
      const object = join(directory, 'derivatives.o');
      await this.toolchain.emitTo(result, 'object', object, { flags: codeFlags(this.line) });
      return passThrough([this.toolchain.tool.path, ...linkWords(this.line, object)]);
    });
  }

  /** `-c` and `-S`: each marked source for itself, the other inputs as they would be without us. */
  async compileEach(marked: readonly Source[]): Promise<number> {
    const { action } = this.line;
    if (action === 'executable' || action === 'other') throw new RangeError(`not a compilation: ${action}`);
    const rest = this.line.words.filter((word) => word.kind !== 'option' && !(word.kind === 'source' && marked.includes(word)));
    for (const source of marked) {
      const result = await this.differentiate([source]);
      if (result) await this.toolchain.emitTo(result, action, outputPath(this.line, source, action), { flags: codeFlags(this.line) });
      else rest.push(source);
    }
    return rest.length > 0 ? passThrough([this.toolchain.tool.path, ...plainWords(this.line, rest)], this.input) : 0;
  }

  /** The IR with derivatives; undefined if no call asked for one (a header may only declare the markers). */
  private async differentiate(sources: readonly Source[]): Promise<string | undefined> {
    const messages: string[] = [];
    const show = (): void => { process.stderr.write(messages.join('')); };
    let result: Differentiated;
    try {
      const texts = [];
      for (const source of sources) texts.push({ text: await this.toIr(source, (text) => messages.push(text)), file: `${source.path} (as LLVM IR)` });
      result = await differentiate(texts, { llvm: this.toolchain.llvm, debugInfo: this.line.debugInfo, prepare: (module, before) => this.addAttributes(module, before) });
    } catch (error) {
      show();
      throw error;
    }
    if (!result.changed) return undefined; // the plain command will show its messages itself
    show();
    return result.text;
  }

  private toIr(source: Source, onMessage: (text: string) => void): Promise<string> {
    const flags = [...sourceFlags(this.line), ...dependencyFlags(this.line, source), ...(process.stderr.isTTY ? ['-fcolor-diagnostics'] : [])];
    const aroundPasses = this.registering.has(source) ? { before: protectRegistered, after: releaseRegistered } : undefined;
    return this.toolchain.toIr(source.path, { flags, aroundPasses, language: source.named ? source.language : undefined, onMessage, input: this.input });
  }

  /** What clang writes on functions for the flags it was given, and what the canonical form or new functions lack. */
  private addAttributes(module: Module, before: ReadonlySet<string>): void {
    const size = { '-Os': ['optsize'], '-Oz': ['optsize', 'minsize'] }[this.line.optimisation ?? ''] ?? [];
    const sanitizers = sanitizerAttributes(codeFlags(this.line));
    for (const fn of module.functions.values()) {
      const words = [...size, ...(before.has(fn.name) ? [] : sanitizers)];
      if (words.length === 0 || fn.isDeclaration) continue;
      const present = module.expandAttributes(fn.attributes);
      fn.attributes.push(...words.filter((word) => !present.includes(word) && !present.includes('optnone')));
    }
  }
}

/** What the preprocessed text of a source names. */
interface Mentions { readonly marker: boolean; readonly registration: boolean }

/** A source that cannot be preprocessed is left to the compiler. */
async function mentionsIn(compiler: string, line: CommandLine, sources: readonly Source[], input: Uint8Array | undefined): Promise<Map<Source, Mentions>> {
  return new Map(await Promise.all(sources.map(async (source) => [source, await mentionsOf(compiler, line, source, input)] as const)));
}

const marker = /__enzyme_/i;

async function mentionsOf(compiler: string, line: CommandLine, source: Source, input: Uint8Array | undefined): Promise<Mentions> {
  if (source.language === 'ir' && source.path !== '-') {
    const text = readFileSync(source.path, 'latin1');
    return { marker: marker.test(text), registration: registration.test(text) };
  }
  const language = source.named ? ['-x', source.language === 'fortran' ? 'f95' : source.language] : [];
  let tail = '';
  let found: Mentions = { marker: false, registration: false };
  await run(compiler, [...preprocessFlags(line), ...language, source.path], {
    input,
    enough: (piece) => {
      const text = tail + piece.toString('latin1');
      found = { marker: found.marker || marker.test(text), registration: found.registration || registration.test(text) };
      tail = text.slice(-64);
      return found.marker && found.registration;
    },
  });
  return found;
}

async function clangOf(compiler: string): Promise<NativeTool> {
  const tool = await probe(compiler);
  if (tool && (tool.kind === 'clang' || tool.kind === 'clang++' || tool.kind === 'flang') && tool.llvm >= 14) return tool;
  const found = tool ? `${compiler} is ${tool.kind} ${tool.version}` : `${compiler} does not tell what it is`;
  throw new Diagnostic('toolMissing', { tool: 'a clang or flang of LLVM 14 to 22', why: `derivatives are made from LLVM IR, and ${found}`, remedy: 'prefix a command that uses clang: `ribozyme clang ...`' });
}

async function refuseRust(words: readonly string[]): Promise<void> {
  const marked = words.find((word) => word.endsWith('.rs') && marker.test(readIfThere(word) ?? ''));
  if (marked === undefined) return;
  throw new Diagnostic('badInput', { message: `${marked} asks for a derivative, which is not supported in Rust yet`, why: 'the command prefix understands clang and flang only', remedy: 'write the IR with `rustc --emit=llvm-ir`, differentiate it with `ribozyme opt`, compile the result with clang' });
}

/** Runs a command as it is, as if we were not there. */
async function passThrough(command: readonly string[], input?: Uint8Array): Promise<number> {
  const [program = '', ...args] = command;
  return exitOf(await run(program, args, { input: input ?? 'inherit', output: 'inherit', messages: 'inherit' }));
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** The attribute by which each sanitizer that is a pass recognises functions to instrument. */
const sanitizers: Record<string, string> = {
  address: 'sanitize_address', hwaddress: 'sanitize_hwaddress', thread: 'sanitize_thread', memory: 'sanitize_memory',
};

function sanitizerAttributes(flags: readonly string[]): string[] {
  const names = new Set<string>();
  for (const flag of flags) {
    const [, no, list = ''] = /^-f(no-)?sanitize=(.*)$/.exec(flag) ?? [];
    for (const name of list.split(',')) if (no === undefined) names.add(name); else names.delete(name);
  }
  return [...names].flatMap((name) => sanitizers[name] ?? []);
}
