/** What every toolchain offers, and what it reports when a tool refuses its input. */

export type Language = 'c' | 'c++' | 'fortran' | 'ir';

/** What IR text can be turned into. `executable` is linked; for the embedded toolchain that is a WASI `.wasm` module. */
export type OutputForm = 'object' | 'assembly' | 'ir' | 'bitcode' | 'executable';

/** What a tool says on its standard error, unchanged, piece by piece. */
export type MessageSink = (text: string) => void;

/** In-memory files by path. They win over files on disk. */
export type FileContents = Readonly<Record<string, string | Uint8Array>>;

/** What happens to the IR text right before and right after the passes of the canonical form. */
export interface AroundPasses { readonly before: (ir: string) => string; readonly after: (ir: string) => string }

export interface CompileOptions {
  /** The user's own flags: `-D`, `-I`, `-std=`, `-m...`. Those of the canonical form come after them and win. */
  readonly flags?: readonly string[];
  /** Of the input, where its name does not tell. */
  readonly language?: Language | undefined;
  /** Files that are not on disk: the input itself, headers it includes. Relative paths only. */
  readonly files?: FileContents;
  /** Without it, messages go to the standard error of this process (in a browser: to the console). */
  readonly onMessage?: MessageSink | undefined;
  /** For programs that say something about their functions which the passes do not know of. */
  readonly aroundPasses?: AroundPasses | undefined;
}

export interface EmitOptions {
  /** The user's flags that concern code generation (and linking): `-O3`, `-march=native`, `-Wl,...`. */
  readonly flags?: readonly string[];
  /** Whether the linker driver is that of C++. */
  readonly cxx?: boolean;
  readonly onMessage?: MessageSink | undefined;
}

export interface Toolchain {
  /** For people: `clang 22.1.8 (/usr/bin/clang-22)`. */
  readonly name: string;
  /** The LLVM version whose text it reads, for the printer. */
  readonly llvm: number;
  readonly triple: string;
  /** Source file to IR text in the canonical form. @throws CompilerFailure */
  toIr(path: string, options?: CompileOptions): Promise<string>;
  /** IR text to an object, assembly, an executable... @throws CompilerFailure */
  emit(ir: string, form: OutputForm, options?: EmitOptions): Promise<Uint8Array>;
}

/** A tool that ended with an error. Its messages have been shown by then, by itself or through `onMessage`. */
export class CompilerFailure extends Error {
  constructor(readonly tool: string, readonly exitCode: number, readonly messages = '') {
    super(`${tool} failed with exit code ${exitCode}${messages ? `:\n${messages.trimEnd()}` : ''}`);
    this.name = 'CompilerFailure';
  }
}
