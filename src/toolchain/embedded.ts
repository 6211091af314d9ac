/**
 * clang and lld as WebAssembly, from the npm package `@yowasp/clang`: compiles for WASI, needs nothing installed, and
 * runs in browsers too (this file uses nothing of Node's). It sees only the files it is given.
 */
import { allowUnrolling, canonicalFlags, formFlags, quietFlags, rawFlags, registration } from './canonical.js';
import { loadHeaders } from './headers.js';
import { type Made, remembered, type Store } from './store.js';
import { type CompileOptions, CompilerFailure, type EmitOptions, type FileContents, type MessageSink, type OutputForm, type Toolchain } from './toolchain.js';

type Tree = { [name: string]: Tree | string | Uint8Array };
interface YowaspOptions {
  stdout?: (bytes: Uint8Array | null) => void;
  stderr?: (bytes: Uint8Array | null) => void;
  decodeASCII?: boolean;
  fetchProgress?: (event: { totalLength: number; doneLength: number }) => void;
}
type YowaspCommand = (args?: string[], files?: Tree, options?: YowaspOptions) => Promise<Tree> | Tree | undefined;
/** What we use of the package. */
export interface YowaspClang {
  readonly commands: { readonly clang: YowaspCommand; readonly 'clang++': YowaspCommand };
  /** With no arguments: loads, and runs nothing. */
  readonly runLLVM: YowaspCommand;
  /** Without it, nothing is kept. */
  readonly version?: string;
}

export interface EmbeddedOptions {
  /** How to import the package, where a bare `import('@yowasp/clang')` does not work (a browser without import map). */
  readonly load?: () => Promise<YowaspClang>;
  /** Called while loading, with the part done from 0 to 1. Loading takes seconds, and downloads 100 MB in a browser. */
  readonly onProgress?: (done: number) => void;
  /** The files on disk that compiling `path` needs; in Node `filesFromDisk`. */
  readonly readFiles?: (path: string, flags: readonly string[]) => Promise<HostFiles>;
  /** Where results are kept: what is there already is not compiled again, and the compiler not even loaded. */
  readonly store?: Store | undefined;
}

/** Files of the host, and the path and flags by which the compiler finds them in its own file system. */
export interface HostFiles {
  readonly files: FileContents;
  readonly path: string;
  readonly flags: readonly string[];
  /** Turns inside paths in messages back into the host's. */
  readonly rename: (message: string) => string;
}

const triple = 'wasm32-unknown-wasip1';
const llvm = 22;
/** Vectors: every engine since 2023 has them. */
const vectors = '-msimd128';
/** The C++ library of the package is built without exceptions: a program that throws could not be linked. */
const systemFlags = ['-fno-exceptions', vectors];
const headerRoot = 'ribozyme-include';

export function embeddedToolchain(options: EmbeddedOptions = {}): Toolchain {
  return {
    name: `clang ${llvm} for WebAssembly (@yowasp/clang)`, llvm, triple,
    async toIr(path, compileOptions = {}) {
      const { path: inside, flags, files, rename } = await gather(path, compileOptions, options);
      const source = [...systemFlags, ...flags, '-idirafter', `/${headerRoot}`];
      const headers = Object.entries(await loadHeaders()).map(([name, text]) => [`${headerRoot}/${name}`, text] as const);
      const { onMessage = defaultSink } = compileOptions;
      const compile = async (args: string[], inputs: FileContents): Promise<string> => latin1(await invoke(options, 'clang',
        [...args.slice(0, -1), '-o', 'ribozyme-output.ll', ...args.slice(-1)], inputs, 'ribozyme-output.ll', (text) => onMessage(rename(text))));
      const all = { ...Object.fromEntries(headers), ...files };
      const { aroundPasses } = compileOptions;
      if (!aroundPasses || !Object.values(files).some(registers)) return allowUnrolling(await compile([...source, ...canonicalFlags, ...languageFlags(compileOptions), inside], all));
      const raw = aroundPasses.before(await compile([...source, ...rawFlags, '-S', ...languageFlags(compileOptions), inside], all));
      return aroundPasses.after(allowUnrolling(await compile([...systemFlags, ...flags, ...canonicalFlags, ...quietFlags, 'ribozyme-raw.ll'], { 'ribozyme-raw.ll': raw })));
    },
    async emit(ir, form, emitOptions = {}) { return emit(options, ir, form, emitOptions); },
  };
}

let loading: Promise<void> | undefined;

/** Once per process, whoever asks first. */
function load(clang: YowaspClang, { onProgress = () => undefined }: EmbeddedOptions): Promise<void> {
  return (loading ??= (async () => {
    let isOver = false;
    try {
      onProgress(0);
      await clang.runLLVM(undefined, {}, { fetchProgress: ({ doneLength, totalLength }) => { if (!isOver) onProgress(doneLength / totalLength); } });
      onProgress(1);
    } catch (error) {
      loading = undefined; // a download that failed can be tried again
      throw error;
    } finally {
      isOver = true; // of several downloads one may have failed, and the others go on
    }
  })());
}

async function importYowasp(): Promise<YowaspClang> { return import('@yowasp/clang'); }

async function gather(path: string, { files = {}, flags = [] }: CompileOptions, { readFiles }: EmbeddedOptions): Promise<HostFiles> {
  if (!readFiles || path in files) return { files, path, flags, rename: (message) => message };
  const host = await readFiles(path, flags);
  return { ...host, files: { ...host.files, ...files } };
}

function emit(embedded: EmbeddedOptions, ir: string, form: OutputForm, { flags = [], cxx = false, onMessage }: EmitOptions): Promise<Uint8Array> {
  // Our helpers do not say what they may use: they get what the program has, which `-mno-simd128` can have denied.
  const target = ir.includes('+simd128') ? [vectors] : [];
  const args = [...quietFlags, ...formFlags[form], ...target, '-o', 'ribozyme-output', '-x', 'ir', 'ribozyme-input.ll', '-x', 'none', ...flags];
  return invoke(embedded, cxx ? 'clang++' : 'clang', args, { 'ribozyme-input.ll': ir }, 'ribozyme-output', onMessage);
}

async function invoke(options: EmbeddedOptions, command: 'clang' | 'clang++', args: string[], files: FileContents, output: string,
  onMessage: MessageSink = defaultSink): Promise<Uint8Array> {
  const clang = await (options.load ?? importYowasp)();
  const { version } = clang;
  const made = await remembered(version === undefined ? undefined : options.store, { version: version ?? '', args: [command, ...args], files }, async () => {
    await load(clang, options);
    return runTool(clang, command, args, files, output, onMessage);
  });
  if (made.messages !== '') onMessage(made.messages);
  return made.output;
}

/** @throws CompilerFailure, after what the tool said was shown. */
async function runTool(clang: YowaspClang, command: 'clang' | 'clang++', args: string[], files: FileContents, output: string, onMessage: MessageSink): Promise<Made> {
  const decoder = new TextDecoder();
  let messages = '';
  const collect = (bytes: Uint8Array | null): void => { messages += bytes ? decoder.decode(bytes, { stream: true }) : ''; };
  const failure = (exit: number, why = ''): CompilerFailure => {
    if (messages !== '') onMessage(messages);
    return new CompilerFailure(command, exit, messages || why);
  };
  try {
    const tree = await clang.commands[command](args, treeOf(files), { stdout: collect, stderr: collect, decodeASCII: false });
    const result = tree?.[output];
    if (!(result instanceof Uint8Array)) throw failure(1);
    return { output: result, messages };
  } catch (error) {
    if (error instanceof CompilerFailure) throw error;
    throw failure(exitCode(error), String(error));
  }
}

/** The package throws its `Exit`, with the code, when a tool fails; anything else is a crash inside the tool. */
function exitCode(error: unknown): number {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : 1;
}

function defaultSink(text: string): void {
  if (typeof process === 'undefined') console.error(text.trimEnd());
  else process.stderr.write(text);
}

function treeOf(files: FileContents): Tree {
  const root: Tree = {};
  for (const [path, contents] of Object.entries(files)) {
    const parts = path.split('/').filter((part) => part !== '' && part !== '.');
    const name = parts.pop();
    if (name === undefined) continue;
    let at = root;
    for (const part of parts) {
      const below = at[part];
      at = at[part] = typeof below === 'object' && !(below instanceof Uint8Array) ? below : {};
    }
    at[name] = contents;
  }
  return root;
}

function languageFlags({ language }: CompileOptions): string[] { return language === undefined ? [] : ['-x', language]; }

function registers(contents: string | Uint8Array): boolean { return registration.test(typeof contents === 'string' ? contents : latin1(contents)); }

/** One character per byte, as the IR library wants it. */
function latin1(bytes: Uint8Array): string { return new TextDecoder('latin1').decode(bytes); }
