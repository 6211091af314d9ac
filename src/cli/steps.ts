/** The command lines of the steps that one compile command is split into. */
import { basename, extname } from 'node:path';
import { headerDirectory, type OutputForm } from '../toolchain/index.js';
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

/** For IR that no pass has seen to the canonical form. */
export function canonicalFlagsOf(line: CommandLine): string[] {
  return [...flagsOf(line, 'both'), ...(line.optimisation === '-Ofast' ? ['-ffast-math'] : [])];
}

/** For sources that may include the headers of this package: where they are, behind everything the user has. */
export function headerFlags(sources: readonly Source[]): string[] {
  return sources.some(({ language }) => language === 'c' || language === 'c++') ? ['-idirafter', headerDirectory()] : [];
}

/** To see whether a source mentions a derivative at all. */
export function preprocessFlags(line: CommandLine, source: Source): string[] {
  return [...sourceFlags(line), ...(line.optimisation === undefined ? [] : [line.optimisation]), '-E', '-w', ...headerFlags([source])];
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
