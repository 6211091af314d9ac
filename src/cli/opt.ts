/** `ribozyme opt`: the pass alone. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Diagnostic } from '../diagnostics/index.js';
import { describeAnalyses } from '../entry/index.js';
import { linkModules } from '../ir/linker.js';
import { findTools, run, supportedVersions, writerVersion } from '../toolchain/index.js';
import { differentiate, type IrFile, parseIr } from './differentiate.js';
import { exitCodes } from './exit.js';
import { badUsage, lastValue, type Options, readOptions } from './usage.js';

export async function optCommand(words: readonly string[]): Promise<number> {
  const options = readOptions('opt', words, { flags: ['--strip-debug', '-S'], values: ['-o', '--print', '--llvm'] });
  const unknown = options.rest.find((word) => word.startsWith('-') && word !== '-');
  if (unknown !== undefined) throw badUsage('opt', `there is no option \`${unknown}\``);
  if (options.rest.length === 0) throw badUsage('opt', 'no input file was named');
  const files: IrFile[] = [];
  for (const path of options.rest) files.push(await readIr(path));
  const output = lastValue(options, '-o') ?? '-';
  const what = lastValue(options, '--print');
  write(output, what === undefined ? derivatives(files, options) : describe(files, what));
  return exitCodes.ok;
}

function derivatives(files: readonly IrFile[], options: Options): string {
  const llvm = targetVersion(lastValue(options, '--llvm'), files);
  // Debug info is carried as it was written, and every LLVM adds fields that older ones refuse.
  const debugInfo = !options.flags.has('--strip-debug') && files.every(({ text }) => (writerVersion(text) ?? llvm) <= llvm);
  return differentiate(files.map((file) => ({ module: parseIr(file), options: undefined })), { llvm, debugInfo }).text;
}

function describe(files: readonly IrFile[], what: string): string {
  if (what !== 'types' && what !== 'activity' && what !== 'plan') throw badUsage('opt', `cannot print \`${what}\`; there are types, activity and plan`);
  const modules = files.map(parseIr);
  return describeAnalyses(modules.length === 1 && modules[0] ? modules[0] : linkModules(modules), what);
}

function targetVersion(asked: string | undefined, files: readonly IrFile[]): number {
  const { oldest, newest } = supportedVersions;
  if (asked === undefined) return Math.max(oldest, Math.min(newest, writerVersion(files[0]?.text ?? '') ?? newest));
  const version = Number(asked);
  if (!Number.isInteger(version) || version < oldest || version > newest) throw badUsage('opt', `--llvm must be a number from ${oldest} to ${newest}, not \`${asked}\``);
  return version;
}

async function readIr(path: string): Promise<IrFile> {
  const bytes = readFileSync(path === '-' ? 0 : path);
  const file = path === '-' ? '<stdin>' : path;
  return { file, text: isBitcode(bytes) ? await disassemble(bytes, file) : bytes.toString('latin1') };
}

/** Raw bitcode, or wrapped as Apple's tools do. */
function isBitcode(bytes: Buffer): boolean {
  const magic = bytes.length >= 4 ? bytes.readUInt32LE(0) : 0;
  return magic === 0xdec04342 || magic === 0x0b17c0de;
}

/** With the newest tool there is: it reads what every older one wrote. */
async function disassemble(bytes: Buffer, file: string): Promise<string> {
  const tools = await findTools();
  const tool = tools.find(({ kind }) => kind === 'llvm-dis') ?? tools.find(({ kind }) => kind === 'clang');
  if (!tool) {
    throw new Diagnostic('toolMissing', { tool: 'llvm-dis', why: `${file} is bitcode, and neither llvm-dis nor clang is on PATH`, remedy: 'give LLVM IR text (`clang -S -emit-llvm`), or install llvm' });
  }
  const args = tool.kind === 'clang' ? ['-x', 'ir', '-', '-S', '-emit-llvm', '-Xclang', '-disable-llvm-passes', '-o', '-'] : ['-', '-o', '-'];
  const { exitCode, output, messages } = await run(tool.path, args, { input: bytes });
  if (exitCode === 0) return output.toString('latin1');
  process.stderr.write(messages);
  throw new Diagnostic('toolFailed', { tool: basename(tool.path), why: `it cannot read ${file}` });
}

function write(path: string, text: string): void {
  if (path === '-') process.stdout.write(text, 'latin1');
  else writeFileSync(path, text, 'latin1');
}
