/** A clang or flang that is installed on this machine, as a toolchain. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  allowUnrolling, canonicalFlags, formFlags, isInstrumentation, quietFlags, rawFlags, registration,
} from './canonical.js';
import { withTemporaryDirectory } from './cleanup.js';
import { headerDirectory } from './headers.js';
import { isOptimising, opaquePointerFlags, requiredPassesOnly } from './llvm14.js';
import type { NativeTool } from './probe.js';
import { run, type RunOptions, type RunResult } from './process.js';
import { type AroundPasses, type CompileOptions, CompilerFailure, type EmitOptions, type MessageSink, type OutputForm, type Toolchain } from './toolchain.js';

export interface NativeCompileOptions extends CompileOptions {
  /** What the program reads when the path is `-`. */
  readonly input?: Uint8Array | undefined;
}

export class NativeToolchain implements Toolchain {
  constructor(readonly tool: NativeTool) {}

  get name(): string { return `${this.tool.kind} ${this.tool.version} (${this.tool.path})`; }
  get llvm(): number { return this.tool.llvm; }
  get triple(): string { return this.tool.triple; }

  async toIr(path: string, options: NativeCompileOptions = {}): Promise<string> {
    const { flags = [], files } = options;
    if (files) return this.toIrFromMemory(path, files, options);
    const source = [...languageFlags(options.language), path];
    const headers = this.headerFlags(path, options.language);
    if (!options.aroundPasses && !flags.some(isInstrumentation)) return this.canonical([...flags, ...headers], source, options);
    // What instruments code must mark functions before the optimiser, and act after the derivatives are there.
    const bitcode = await this.toBitcode(path, options);
    return this.canonicalise(bitcode, flags, options);
  }

  /** Source file to IR that no pass has seen, with all that the canonical form needs. Not with flang, which has no such thing. */
  async toBitcode(path: string, options: NativeCompileOptions = {}): Promise<Buffer> {
    const { flags = [], language } = options;
    const { output } = await this.invoke([...flags, ...this.headerFlags(path, language), ...rawFlags, '-c', '-o', '-', ...languageFlags(language), path], options);
    return output;
  }

  /** What `toBitcode` made, to the text of the canonical form. `flags` are those that concern machine code too. */
  async canonicalise(bitcode: Uint8Array, flags: readonly string[], { onMessage, aroundPasses }: Pick<CompileOptions, 'onMessage' | 'aroundPasses'>): Promise<string> {
    if (aroundPasses && registration.test(Buffer.from(bitcode).toString('latin1'))) return this.canonicalAround(aroundPasses, bitcode, flags, onMessage);
    return this.canonical([...flags.filter((flag) => !isInstrumentation(flag)), ...this.quietFlags], ['-x', 'ir', '-'], { onMessage, input: bitcode });
  }

  private async canonicalAround({ before, after }: AroundPasses, bitcode: Uint8Array, flags: readonly string[], onMessage: MessageSink | undefined): Promise<string> {
    const kept = [...flags.filter((flag) => !isInstrumentation(flag)), ...quietFlags];
    const { output } = await this.invoke([...kept, '-S', '-emit-llvm', '-Xclang', '-disable-llvm-passes', '-o', '-', '-x', 'ir', '-'], { onMessage, input: bitcode });
    const protectedIr = Buffer.from(before(output.toString('latin1')), 'latin1');
    return after(await this.canonical(kept, ['-x', 'ir', '-'], { onMessage, input: protectedIr }));
  }

  async emit(ir: string, form: OutputForm, options: EmitOptions = {}): Promise<Uint8Array> {
    return withTemporaryDirectory(async (directory) => {
      const output = join(directory, 'output');
      await this.emitTo(ir, form, output, options);
      return readFileSync(output);
    });
  }

  /** As `emit`, into a file. */
  async emitTo(ir: string, form: OutputForm, output: string, { flags = [], onMessage = toStandardError }: EmitOptions = {}): Promise<void> {
    if (this.llvm === 14) return this.emitWithLlvm14(ir, form, output, opaquePointerFlags(flags), onMessage);
    return this.emitWith(ir, form, output, flags, onMessage);
  }

  private async emitWithLlvm14(ir: string, form: OutputForm, output: string, flags: readonly string[], onMessage: MessageSink): Promise<void> {
    if (!isOptimising(flags)) return this.emitWith(ir, form, output, flags, onMessage);
    const { exitCode, output: lowered } = await run(this.tool.path,
      [...quietFlags, ...formFlags.ir, ...flags.filter((flag) => !/^-(Wl,|l|L)/.test(flag)), ...requiredPassesOnly, '-o', '-', '-x', 'ir', '-'], { input: Buffer.from(ir, 'latin1') });
    return this.emitWith(exitCode === 0 ? lowered.toString('latin1') : ir, form, output, [...flags, '-Xclang', '-disable-llvm-passes'], onMessage);
  }

  private async emitWith(ir: string, form: OutputForm, output: string, flags: readonly string[], onMessage: MessageSink): Promise<void> {
    // Libraries among the flags must follow the object that needs them.
    const input = form === 'executable' ? ['-x', 'ir', '-', '-x', 'none', ...flags] : [...flags, '-x', 'ir', '-'];
    const args = [...this.quietFlags, ...formFlags[form], '-o', output, ...input];
    await this.invoke(args, { onMessage, input: Buffer.from(ir, 'latin1') }, output === '-' ? 'inherit' : 'collect');
  }

  private async toIrFromMemory(path: string, files: NonNullable<CompileOptions['files']>, options: NativeCompileOptions): Promise<string> {
    return withTemporaryDirectory((directory) => {
      for (const [name, contents] of Object.entries(files)) {
        mkdirSync(dirname(join(directory, name)), { recursive: true });
        writeFileSync(join(directory, name), contents);
      }
      const { onMessage = toStandardError, language, flags = [] } = options;
      const rename = (text: string): string => text.replaceAll(`${directory}/`, '');
      return this.toIr(path in files ? join(directory, path) : path, {
        language, flags: [...flags, `-I${directory}`, `-fdebug-prefix-map=${directory}/=`], onMessage: (text) => onMessage(rename(text)),
      }).catch((error: unknown) => {
        throw error instanceof CompilerFailure ? new CompilerFailure(error.tool, error.exitCode, rename(error.messages)) : error;
      });
    });
  }

  private get quietFlags(): readonly string[] { return this.tool.kind === 'flang' ? [] : quietFlags; }

  /** After everything the user has. */
  private headerFlags(path: string, language: CompileOptions['language']): string[] {
    return this.tool.kind === 'flang' || isIr(path, language) ? [] : ['-idirafter', headerDirectory()];
  }

  private async canonical(flags: readonly string[], source: readonly string[], options: NativeCompileOptions): Promise<string> {
    const { output } = await this.invoke([...flags, ...canonicalFlags, '-o', '-', ...source], options);
    return allowUnrolling(output.toString('latin1'));
  }

  private async invoke(args: readonly string[], { onMessage, input }: { onMessage?: MessageSink | undefined; input?: Uint8Array | undefined },
    output: RunOptions['output'] = 'collect'): Promise<RunResult> {
    const result = await run(this.tool.path, args, { input, output, messages: onMessage ? 'collect' : 'inherit' });
    if (onMessage && result.messages !== '') onMessage(result.messages);
    if (result.exitCode !== 0) throw new CompilerFailure(this.tool.command, result.exitCode, result.messages);
    return result;
  }
}

function toStandardError(text: string): void { process.stderr.write(text); }

function isIr(path: string, language: CompileOptions['language']): boolean {
  return language === 'ir' || (language === undefined && /\.(ll|bc)$/.test(path));
}

function languageFlags(language: CompileOptions['language']): string[] {
  return language === undefined ? [] : ['-x', language === 'fortran' ? 'f95' : language];
}
