/** From source code to JavaScript functions. */
import { protectRegistered, releaseRegistered } from '../entry/index.js';
import { linkModules } from '../ir/linker.js';
import { parseModule, printModule } from '../text/index.js';
import { browserStore } from '../toolchain/browser-store.js';
import { type YowaspClang, embeddedToolchain } from '../toolchain/embedded.js';
import type { CompileOptions as ToolchainOptions, Language, MessageSink, Toolchain } from '../toolchain/toolchain.js';
import { type Argument, Frame } from './arguments.js';
import { ignoreExceptions } from './exceptions.js';
import type { OutputSink } from './instance.js';
import { type Progress, Program } from './program.js';
import { type Scalar, fromWasm } from './scalars.js';
import { type Signature, type Uncallable, isCallable } from './signature.js';
import { type Source, isCxx, unitsOf } from './sources.js';

/** What a call gives back: nothing for a `void` function. */
export type Result = Scalar | undefined;

/**
 * A C function. Numbers go by value; an array for a pointer is copied into the memory of the program for the call, and
 * copied back after it if the function may write to it.
 */
export interface CompiledFunction<Arguments extends readonly Argument[] = readonly Argument[], Returned extends Result = Result> extends Described {
  (...args: Arguments): Returned;
}

/** What derivatives need to know of a function. */
export interface Described {
  /** @throws Diagnostic if it has a type that JavaScript cannot pass; so does a call. */
  readonly signature: Signature;
  readonly program: Program;
}

export interface CompileOptions {
  /** Of source text without a file name. @default 'c' */
  readonly language?: Language;
  /** Flags for clang: `-DSIZE=3`, `-std=c++20`, `-Iinclude`. */
  readonly flags?: readonly string[];
  /** Told what is going on. The first call loads the compiler, which takes seconds; in a browser it downloads 100 MB. */
  readonly onProgress?: (progress: Progress) => void;
  /** What the compiler says. @default the standard error; in a browser the console */
  readonly onMessage?: MessageSink;
  /** What the program prints. @default the console */
  readonly onOutput?: OutputSink;
  /**
   * Whether what the compiler makes is kept for the next time: in Node below `~/.cache/ribozyme`, in a browser in the cache
   * storage of the page.
   * @default true
   */
  readonly cache?: boolean;
  /** How to import `@yowasp/clang` where `import('@yowasp/clang')` does not work: in a browser without an import map. */
  readonly loadClang?: () => Promise<YowaspClang>;
}

/**
 * Compiles C or C++ and returns its functions by name: those that other files could call, `main` excepted. Overloaded
 * C++ functions are found by their mangled names.
 *
 * The type parameter says what the functions look like, if TypeScript is to know:
 * `compile<{ dot: CompiledFunction<[Float64Array, Float64Array, number], number> }>('dot.c')`.
 *
 * @throws CompilerFailure if the source has errors.
 */
export async function compile<Functions extends object = Record<string, CompiledFunction>>(source: Source, options: CompileOptions = {}): Promise<Functions> {
  const { language, flags = [], onProgress, onMessage, onOutput } = options;
  const units = unitsOf(source, language);
  const toolchain = await embedded(options);
  const compilation: ToolchainOptions = { files: units.files, language: units.paths.length === 1 ? language : undefined, onMessage };
  const modules: string[] = [];
  for (const path of units.paths) {
    onProgress?.({ stage: 'compiling' });
    modules.push(await toolchain.toIr(path, { ...compilation, aroundPasses, flags: isCxx(path, language) ? [...ignoreExceptions, ...flags] : flags }));
  }
  const program = await Program.start(link(modules), { toolchain, cxx: units.cxx, onProgress, onMessage, onOutput });
  const functions: Record<string, CompiledFunction> = {};
  for (const fn of program.functions) functions[keyOf(fn, program)] = compiledFunction(fn, program);
  return functions as object as Functions;
}

/** The optimiser does not know which functions have a registered derivative. */
const aroundPasses = { before: protectRegistered, after: releaseRegistered };

async function embedded({ onProgress, loadClang, cache = true }: CompileOptions): Promise<Toolchain> {
  const inNode = typeof process === 'object' && typeof process.versions?.node === 'string';
  const readFiles = inNode ? (await import('../toolchain/host-files.js')).filesFromDisk : undefined;
  const store = !cache ? undefined : inNode ? (await import('../toolchain/disk-store.js')).diskStore() : browserStore();
  return embeddedToolchain({
    onProgress: (fraction) => {
      onProgress?.({ stage: 'loading the compiler', fraction });
      if (fraction === 1) onProgress?.({ stage: 'compiling' });
    },
    store, ...(readFiles && { readFiles }), ...(loadClang && { load: loadClang }),
  });
}

/** One module of all files. */
function link(modules: readonly string[]): string {
  const [single, ...others] = modules;
  return single !== undefined && others.length === 0 ? single : printModule(linkModules(modules.map((text) => parseModule(text))));
}

function keyOf({ name, symbol }: Signature | Uncallable, { functions }: Program): string {
  return functions.filter((other) => other.name === name).length > 1 ? symbol : name;
}

function compiledFunction(fn: Signature | Uncallable, program: Program): CompiledFunction {
  const call = isCallable(fn)
    ? (...args: readonly Argument[]): Result => callDirectly(fn, program, args)
    : (): never => { throw fn.refusal; };
  Object.defineProperty(call, 'name', { value: fn.name });
  const described = Object.defineProperty(Object.assign(call, { program }), 'signature', {
    enumerable: true,
    get: (): Signature => { if (isCallable(fn)) return fn; throw fn.refusal; },
  });
  return described as typeof described & { readonly signature: Signature };
}

function callDirectly(signature: Signature, { running: { instance } }: Program, args: readonly Argument[]): Result {
  return Frame.run(instance, signature, (frame) => {
    frame.checkCount(args);
    const values = signature.parameters.map((parameter, index) => frame.place(parameter, args[index]));
    const result = instance.call(signature.symbol, values);
    frame.copyBack();
    return signature.result === 'void' || result === undefined ? undefined : fromWasm(signature.result, result);
  });
}
