/** Which tools this machine has. Each is asked for its version once and remembered while the process lives. */
import { accessSync, constants, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, delimiter, isAbsolute, join, resolve } from 'node:path';
import { run } from './process.js';

export type ToolKind = 'clang' | 'clang++' | 'flang' | 'rustc' | 'opt' | 'llvm-dis' | 'gcc';

export interface NativeTool {
  readonly kind: ToolKind;
  /** As the user named it, or as found on PATH. */
  readonly command: string;
  readonly path: string;
  /** `22.1.8`; for rustc its own version. */
  readonly version: string;
  /** The LLVM major version: what dialect it reads and writes. 0 for a compiler without LLVM. */
  readonly llvm: number;
  /** The target it compiles for by default, where it tells. */
  readonly triple: string;
}

export const supportedVersions = { oldest: 14, newest: 22 } as const;

const toolName = /^(clang\+\+|clang|flang-new|flang|rustc|opt|llvm-dis)(-\d+)?$/;
const probes = new Map<string, Promise<NativeTool | undefined>>();

/** Every tool on PATH that we can use, sorted by kind, newest first; one entry per file and kind. */
export async function findTools(): Promise<NativeTool[]> {
  const commands = new Set(searchPath().flatMap(namesIn).filter((name) => toolName.test(name)));
  const found = await Promise.all([...commands].map(probe));
  const byFile = new Map<string, NativeTool>();
  for (const tool of found) {
    const key = tool && `${tool.kind} ${realpathSync(tool.path)}`;
    if (tool && key !== undefined && !byFile.has(key)) byFile.set(key, tool);
  }
  return [...byFile.values()].sort((a, b) => a.kind.localeCompare(b.kind) || b.llvm - a.llvm || a.command.localeCompare(b.command));
}

/** What `command` (a name on PATH, or a path) is; undefined if it is not there or is no compiler we know. */
export function probe(command: string): Promise<NativeTool | undefined> {
  const known = probes.get(command);
  if (known) return known;
  const asked = ask(command);
  probes.set(command, asked);
  return asked;
}

/** The file that a command names, as a shell would find it. */
export function which(command: string): string | undefined {
  if (isAbsolute(command) || command.includes('/')) return isExecutable(command) ? resolve(command) : undefined;
  return searchPath().map((directory) => join(directory, command)).find(isExecutable);
}

async function ask(command: string): Promise<NativeTool | undefined> {
  const path = which(command);
  if (path === undefined) return undefined;
  const name = basename(command);
  const { exitCode, output } = await run(path, [/^rustc/.test(name) ? '-vV' : '--version']).catch(() => ({ exitCode: 1, output: '' }));
  return exitCode === 0 ? describe(command, path, name, output.toString()) : undefined;
}

function describe(command: string, path: string, name: string, text: string): NativeTool | undefined {
  const llvm = /(?:clang|flang(?:-new)?|LLVM) version:? (\d+)(\.[\w.]+)?/.exec(text);
  const triple = /^\s*(?:Target|host|Default target): (\S+)/m.exec(text)?.[1] ?? '';
  const rust = /^rustc (\S+)/.exec(text)?.[1];
  if (rust !== undefined) return { kind: 'rustc', command, path, version: rust, llvm: Number(llvm?.[1] ?? 0), triple };
  if (!llvm) {
    const gnu = /\(.*\) (\d+\.\d+\.\d+)/.exec(text)?.[1];
    return gnu === undefined ? undefined : { kind: 'gcc', command, path, version: gnu, llvm: 0, triple };
  }
  const kind = kindOf(name, text);
  return { kind, command, path, version: `${llvm[1]}${llvm[2] ?? ''}`, llvm: Number(llvm[1]), triple };
}

function kindOf(name: string, text: string): ToolKind {
  if (/flang/.test(text)) return 'flang';
  if (/\bopt(-\d+)?$/.test(name)) return 'opt';
  if (/llvm-dis/.test(name)) return 'llvm-dis';
  return /\+\+/.test(name) ? 'clang++' : 'clang';
}

function searchPath(): string[] { return (process.env['PATH'] ?? '').split(delimiter).filter((directory) => directory !== ''); }

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return []; // PATH may name directories that do not exist
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
