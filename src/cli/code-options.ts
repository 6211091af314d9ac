/** How code was compiled, where it comes from several commands: in one file, or in records of several. */
import type { Function, Module } from '../ir/index.js';
import type { CommandLine } from './command-line.js';

export interface CodeOptions {
  readonly optimisation: string | undefined;
  /** Each with its value if that is a word of its own. */
  readonly options: readonly (readonly string[])[];
  readonly debugInfo: boolean;
}

export function codeOptionsOf({ optimisation, words, debugInfo }: CommandLine): CodeOptions {
  const options = words.flatMap((word) => (word.kind === 'option' && (word.stage === 'code' || word.stage === 'both') ? [word.words] : []));
  return { optimisation, options, debugInfo };
}

export function flagsOf({ optimisation, options }: CodeOptions): string[] {
  return [...(optimisation === undefined ? [] : [optimisation]), ...options.flat()];
}

/** For code of all of them in one module: what any of them asks for, at the highest level of optimisation. */
export function merged(all: readonly CodeOptions[]): CodeOptions {
  const rank = (level: string | undefined): number => ['-O0', '-Og', '-O1', '-Oz', '-Os', '-O2', '-O', '-O3', '-O4', '-Ofast'].indexOf(level ?? '-O0');
  const optimisation = all.map((each) => each.optimisation).sort((a, b) => rank(b) - rank(a))[0];
  const options = new Map(all.flatMap((each) => each.options).map((words) => [words.join('\0'), words]));
  return { optimisation, options: [...options.values()], debugInfo: all.some(({ debugInfo }) => debugInfo) };
}

/** What clang writes on functions for `-Os` and `-Oz`, which the canonical form lacks. */
export function addSizeAttributes(functions: Iterable<Function>, { optimisation }: CodeOptions): void {
  const words = { '-Os': ['optsize'], '-Oz': ['optsize', 'minsize'] }[optimisation ?? ''] ?? [];
  for (const fn of functions) addAttributes(fn, words);
}

/** The attributes by which the passes of sanitizers recognise functions to instrument: on functions that clang has not seen. */
export function addSanitizerAttributes(functions: Iterable<Function>, options: CodeOptions): void {
  const words = sanitizerAttributes(options.options.flat());
  for (const fn of functions) addAttributes(fn, words);
}

export function newFunctions(module: Module, before: ReadonlySet<string>): Function[] {
  return [...module.functions.values()].filter((fn) => !before.has(fn.name));
}

function addAttributes(fn: Function, words: readonly string[]): void {
  if (words.length === 0 || fn.isDeclaration) return;
  const present = fn.module.expandAttributes(fn.attributes);
  fn.attributes.push(...words.filter((word) => !present.includes(word) && !present.includes('optnone')));
}

const sanitizers: Record<string, string> = {
  address: 'sanitize_address', hwaddress: 'sanitize_hwaddress', thread: 'sanitize_thread', memory: 'sanitize_memory',
};

function sanitizerAttributes(flags: readonly string[]): string[] {
  const names = new Set<string>();
  for (const flag of flags) {
    const [, no, list = ''] = /^-f(no-)?sanitize=(.*)$/.exec(flag) ?? [];
    for (const name of list.split(',')) if (no === undefined) names.add(name); else names.delete(name);
  }
  return [...names].flatMap((name) => sanitizers[name] ?? []);
}
