/** Source files to LLVM IR, with the flags of the user's command that concern that step. */
import type { MessageSink, NativeToolchain } from '../toolchain/index.js';
import type { Source } from './command-line.js';
import type { Job } from './job.js';
import { timed } from './time-report.js';
import { canonicalFlagsOf, dependencyFlags, sourceFlags } from './steps.js';

export interface SourceIr {
  /** As a record holds it: `raw` is bitcode that no pass has seen, `canonical` the text of the canonical form. */
  readonly form: 'raw' | 'canonical';
  readonly bytes: Uint8Array;
  /** The text of the canonical form. */
  readonly canonical: () => Promise<string>;
}

export interface SourceIrOptions {
  readonly onMessage: MessageSink;
  /** Whether `-MD` and its family are to write their files. */
  readonly withDependencies: boolean;
  /** Whether it is to be recorded, and not only to be read here and now. */
  readonly forRecord: boolean;
}

/** @throws CompilerFailure */
export async function compileToIr({ line, input }: Pick<Job, 'line' | 'input'>, toolchain: NativeToolchain, source: Source, options: SourceIrOptions): Promise<SourceIr> {
  const { onMessage, withDependencies, forRecord } = options;
  const dependencies = withDependencies ? dependencyFlags(line, source) : [];
  const colours = process.stderr.isTTY ? ['-fcolor-diagnostics'] : [];
  const how = { flags: [...sourceFlags(line), ...dependencies, ...colours], language: source.named ? source.language : undefined, onMessage, input };
  if (forRecord && toolchain.tool.kind !== 'flang') {
    const bytes = await timed('source to IR', () => toolchain.toBitcode(source.path, how));
    return { form: 'raw', bytes, canonical: () => timed('canonical form', () => toolchain.canonicalise(bytes, canonicalFlagsOf(line), onMessage)) };
  }
  const text = await timed('source to canonical form', () => toolchain.toIr(source.path, how));
  return { form: 'canonical', bytes: Buffer.from(text, 'latin1'), canonical: () => Promise.resolve(text) };
}
