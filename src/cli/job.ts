/** A compile command, and what was found out about it. */
import { Diagnostic } from '../diagnostics/index.js';
import { type NativeTool, NativeToolchain } from '../toolchain/index.js';
import type { CommandLine, Source } from './command-line.js';

export interface Job {
  /** As the user typed it. */
  readonly command: readonly string[];
  readonly compiler: string;
  readonly tool: NativeTool | undefined;
  readonly line: CommandLine;
  readonly sources: readonly Source[];
  /** Those that mention a derivative. */
  readonly marked: readonly Source[];
  /** Those that may say something about their functions which the optimiser must not miss. */
  readonly registering: readonly Source[];
  /** What the source `-` is. */
  readonly input: Uint8Array | undefined;
}

/** The compiler of a job whose code has derivatives. @throws Diagnostic if it does not make LLVM IR of a version we read. */
export function toolchainOf(job: Job): NativeToolchain {
  const toolchain = usableToolchain(job);
  if (toolchain) return toolchain;
  const found = job.tool ? `${job.compiler} is ${job.tool.kind} ${job.tool.version}` : `${job.compiler} does not tell what it is`;
  throw new Diagnostic('toolMissing', { tool: 'a clang or flang of LLVM 14 to 22', why: `derivatives are made from LLVM IR, and ${found}`, remedy: 'prefix a command that uses clang: `ribozyme clang ...`' });
}

export function usableToolchain({ tool }: Job): NativeToolchain | undefined {
  return tool && /^(clang|clang\+\+|flang)$/.test(tool.kind) && tool.llvm >= 14 ? new NativeToolchain(tool) : undefined;
}
