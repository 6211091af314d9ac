/** `ribozyme run`: compile to WebAssembly with the embedded clang, and run it here. */
import { ignoreExceptions, trapThrows } from '../runtime/exceptions.js';
import { diskStore, embeddedToolchain, type Toolchain } from '../toolchain/index.js';
import { aroundPasses } from './around-passes.js';
import { differentiate, type IrFile, parseIr } from './differentiate.js';
import { endProgress, showProgress } from './report.js';
import { allValues, badUsage, readOptions } from './usage.js';

const cxxName = /\.(cc|cp|cpp|cxx|c\+\+|C)$/;

export async function runCommand(words: readonly string[]): Promise<number> {
  const options = readOptions('run', words, { flags: [], values: ['--with', '-D', '-I', '-U', '-include', '-isystem', '-iquote'] }, 1);
  const at = options.rest.findIndex((word) => !word.startsWith('-'));
  const file = options.rest[at];
  if (file === undefined) throw badUsage('run', 'no source file was named');
  const flags = [...options.rest.slice(0, at), ...options.values.filter(([name]) => name !== '--with').flat()];
  const wasm = await build([file, ...allValues(options, '--with')], flags);
  return execute(wasm, [file, ...options.rest.slice(at + 1)]);
}

async function build(sources: readonly string[], flags: readonly string[]): Promise<Uint8Array> {
  const toolchain = embeddedToolchain({ store: diskStore(), onProgress: (done) => showProgress(`loading clang for WebAssembly: ${Math.round(100 * done)} %`) });
  const files: IrFile[] = [];
  try {
    for (const file of sources) files.push({ file, text: await toIr(toolchain, file, flags) });
    showProgress('differentiating');
    const { text } = differentiate(files.map((file) => ({ module: parseIr(file), options: undefined })), { llvm: toolchain.llvm, debugInfo: false, prepare: trapThrows });
    showProgress('compiling');
    const level = flags.filter((flag) => /^-O/.test(flag)).at(-1) ?? '-O3';
    return await toolchain.emit(text, 'executable', { flags: [level, ...linkFlags], cxx: sources.some((source) => cxxName.test(source)), onMessage: say });
  } finally {
    endProgress();
  }
}

async function toIr(toolchain: Toolchain, file: string, flags: readonly string[]): Promise<string> {
  showProgress(`compiling ${file}`);
  return toolchain.toIr(file, { aroundPasses, flags: cxxName.test(file) ? [...ignoreExceptions, ...flags] : flags, onMessage: say });
}

function say(text: string): void {
  endProgress();
  process.stderr.write(text);
}

/** As much stack as native programs have; an overflow traps instead of overwriting data. */
const linkFlags = ['-Wl,-z,stack-size=8388608', '-Wl,--stack-first'];

async function execute(wasm: Uint8Array, args: readonly string[]): Promise<number> {
  const WASI = await importWasi();
  const wasi = new WASI({ version: 'preview1', args: [...args], env: process.env, preopens: { '.': '.', '/': '/' }, returnOnExit: true });
  const { instance } = await WebAssembly.instantiate(Uint8Array.from(wasm), { wasi_snapshot_preview1: wasi.wasiImport });
  try {
    return wasi.start(instance);
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) throw error;
    process.stderr.write(`${args[0] ?? ''}: trap: ${error.message}\n${wasmFrames(error)}`);
    return trapped;
  }
}

/** What shells see of a program that calls `abort`, which is a trap here, as an uncaught exception is. */
const trapped = 134;

/** The functions of the program on the stack, innermost first. */
function wasmFrames({ stack = '' }: Error): string {
  const names = [...stack.matchAll(/^\s*at (\S+) \(wasm:/gm)].map((match) => (match[1] ?? '').replace(/^ribozyme-output\./, ''));
  return names.slice(0, 10).map((name) => `  in ${name}\n`).join('');
}

/** Node warns that its WASI may change; the users of `ribozyme run` did not choose it and need not know. */
async function importWasi(): Promise<typeof import('node:wasi').WASI> {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return (await import('node:wasi')).WASI;
  } finally {
    process.emitWarning = emitWarning;
  }
}
