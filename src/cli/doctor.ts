/** `ribozyme doctor`: what this machine offers. */
import { cacheDirectory, diskStoreSize, findTools, type NativeTool, supportedVersions } from '../toolchain/index.js';
import { exitCodes } from './exit.js';
import { badUsage } from './usage.js';

export async function doctorCommand(words: readonly string[]): Promise<number> {
  const unknown = words.find((word) => word !== '--json');
  if (unknown !== undefined) throw badUsage('doctor', `there is no option \`${unknown}\``);
  const tools = await findTools();
  const embedded = await embeddedVersion();
  const cache = { folder: cacheDirectory(), bytes: await diskStoreSize() };
  if (words.includes('--json')) process.stdout.write(`${JSON.stringify({ node: process.version, embedded: embedded ?? null, cache, tools }, undefined, 2)}\n`);
  else process.stdout.write(`${report(tools, embedded)}\nWhat the WebAssembly clang made is kept in ${cache.folder} (${(cache.bytes / 1e6).toFixed(1)} MB; it may be deleted).\n`);
  return embedded === undefined ? exitCodes.refused : exitCodes.ok;
}

function report(tools: readonly NativeTool[], embedded: string | undefined): string {
  const compilers = tools.filter(({ kind, llvm }) => /^(clang|clang\+\+|flang)$/.test(kind) && isSupported(llvm));
  const disassemblers = tools.filter(({ kind }) => kind === 'llvm-dis' || kind === 'clang');
  return [
    `Node ${process.version}, ${process.platform} ${process.arch}`, '',
    'Found:',
    ...rows([
      ['clang', embedded ?? 'missing', 'WebAssembly, npm package @yowasp/clang', 'wasm32-unknown-wasip1'],
      ...tools.map((tool) => [tool.kind, tool.version, tool.path, `${tool.triple}${remark(tool)}`]),
    ]), '',
    'Good for:',
    line(embedded !== undefined, 'ribozyme run, grad, check, and the JavaScript interface', 'reinstall: npm install'),
    line(compilers.length > 0, `ribozyme ${compilers.length > 0 ? [...new Set(compilers.map(({ command }) => command))].join(', ') : 'clang'} ...`, 'install clang (Debian: apt-get install clang)'),
    line(true, 'ribozyme opt on LLVM IR text'),
    line(disassemblers.length > 0, 'ribozyme opt on bitcode', 'install llvm or clang'), '',
  ].join('\n');
}

function remark({ kind, llvm }: NativeTool): string {
  if (kind === 'rustc') return ` (LLVM ${llvm}; through --emit=llvm-ir and ribozyme opt)`;
  return isSupported(llvm) ? '' : ` (LLVM ${llvm} is not supported: ${supportedVersions.oldest} to ${supportedVersions.newest} are)`;
}

function isSupported(llvm: number): boolean { return llvm >= supportedVersions.oldest && llvm <= supportedVersions.newest; }

function line(works: boolean, what: string, remedy = ''): string { return `  ${works ? 'yes' : 'no '}  ${what}${works ? '' : `: ${remedy}`}`; }

function rows(cells: readonly (readonly string[])[]): string[] {
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}

async function embeddedVersion(): Promise<string | undefined> {
  try {
    const clang: object = await import('@yowasp/clang');
    return 'version' in clang ? String(clang.version) : 'present';
  } catch {
    return undefined;
  }
}
