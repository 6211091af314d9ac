/** The command lines of the steps that one compile command is split into. */
import { basename, extname } from 'node:path';
import type { OutputForm } from '../toolchain/index.js';
import type { CommandLine, Source, Word } from './command-line.js';
import type { Stage } from './options.js';

/** For source to IR: without `-O`, which the canonical form decides. */
export function sourceFlags(line: CommandLine): string[] {
  return [...flagsOf(line, 'source', 'both'), ...(line.optimisation === '-Ofast' ? ['-ffast-math'] : [])];
}

/** For `-MD` and its family: names the files that the whole command would have written, not our intermediate ones. */
export function dependencyFlags(line: CommandLine, source: Source): string[] {
  const flags = flagsOf(line, 'dependencies');
  if (!flags.some((flag) => flag === '-MD' || flag === '-MMD')) return [];
  const base = basename(source.path, extname(source.path));
  const target = flags.some((flag) => /^-M[TQ]/.test(flag)) ? [] : ['-MQ', line.output ?? `${base}.o`];
  const file = flags.some((flag) => flag.startsWith('-MF')) ? [] : ['-MF', `${line.output === undefined ? base : withoutExtension(line.output)}.d`];
  return [...flags, ...target, ...file];
}

/** For IR to machine code. */
export function codeFlags(line: CommandLine): string[] {
  return [...(line.optimisation === undefined ? [] : [line.optimisation]), ...flagsOf(line, 'code', 'both')];
}

/** To see whether a source mentions a derivative at all. */
export function preprocessFlags(line: CommandLine): string[] {
  return [...sourceFlags(line), ...(line.optimisation === undefined ? [] : [line.optimisation]), '-E', '-w'];
}

/** The link command: the sources of the user's command replaced by one object, where the first of them stood. */
export function linkWords(line: CommandLine, object: string): string[] {
  const words = [...(line.optimisation === undefined ? [] : [line.optimisation]), '-Wno-unused-command-line-argument'];
  let placed = false;
  for (const word of line.words) {
    if (word.kind === 'source') {
      if (!placed) words.push(object);
      placed = true;
    } else if (word.kind === 'file' || ['link', 'both', 'code'].includes(word.stage)) words.push(...word.words);
  }
  return line.output === undefined ? words : [...words, '-o', line.output];
}

/** The user's command for some of several inputs: those that do not ask for us. */
export function plainWords(line: CommandLine, inputs: readonly Word[]): string[] {
  const words = line.words.flatMap((word) => {
    if (word.kind === 'option') return word.words;
    if (!inputs.includes(word)) return [];
    return word.kind === 'file' ? word.words : word.named ? ['-x', languageName(word), word.path, '-x', 'none'] : [word.path];
  });
  return [
    ...(line.optimisation === undefined ? [] : [line.optimisation]), ...actionFlags[line.action],
    ...(line.output === undefined ? [] : ['-o', line.output]), ...words,
  ];
}

/** Where the compiler would write: `-o`, or the source's name with another extension, in the current directory. */
export function outputPath(line: CommandLine, source: Source, form: Exclude<OutputForm, 'executable'>): string {
  return line.output ?? `${basename(source.path, extname(source.path))}${extensions[form]}`;
}

const extensions = { object: '.o', assembly: '.s', ir: '.ll', bitcode: '.bc' } as const;

const actionFlags: Record<CommandLine['action'], readonly string[]> = {
  executable: [], object: ['-c'], assembly: ['-S'], ir: ['-S', '-emit-llvm'], bitcode: ['-c', '-emit-llvm'], other: [],
};

function languageName(source: Source): string { return source.language === 'fortran' ? 'f95' : source.language; }

function flagsOf(line: CommandLine, ...wanted: Stage[]): string[] {
  return line.words.flatMap((word) => (word.kind === 'option' && wanted.includes(word.stage) ? word.words : []));
}

function withoutExtension(path: string): string { return path.slice(0, path.length - extname(path).length); }
