/** What a user hands to `compile`: source text, paths of files, or the texts of files by name. */
import { Diagnostic } from '../diagnostics/index.js';
import type { FileContents, Language } from '../toolchain/toolchain.js';

/**
 * - a string that is source text (it has a line break, a brace or a semicolon), or else the path of a file (Node only);
 * - several paths (Node only);
 * - `{ 'a.c': text, 'b.cpp': text, 'b.h': text }`: every file that is not a header is compiled, and the results are linked.
 */
export type Source = string | readonly string[] | Readonly<Record<string, string>>;

export interface Units {
  /** The files to compile. */
  readonly paths: readonly string[];
  /** Their texts, and those of headers, where they are not on disk. */
  readonly files: FileContents;
  /** Whether any of them is C++. */
  readonly cxx: boolean;
}

/** @throws Diagnostic if there is nothing to compile. */
export function unitsOf(source: Source, language: Language | undefined): Units {
  const { paths, files } = split(source, language);
  if (paths.length === 0) {
    throw new Diagnostic('badInput', { message: 'there is no file to compile', why: 'only headers were given', remedy: 'name source files .c, .cc, .cpp or .cxx' });
  }
  return { paths, files, cxx: paths.some((path) => isCxx(path, language)) };
}

export function isCxx(path: string, language: Language | undefined): boolean { return language === 'c++' || cxxName.test(path); }

const cxxName = /\.(cc|cpp|cxx|c\+\+|C)$/;
const sourceName = /\.(c|cc|cpp|cxx|c\+\+|C|ll)$/;

function split(source: Source, language: Language | undefined): Omit<Units, 'cxx'> {
  if (typeof source !== 'string') {
    return isList(source) ? { paths: source, files: {} } : { paths: Object.keys(source).filter((name) => sourceName.test(name)), files: { ...source } };
  }
  if (!/[\n{;]/.test(source)) return { paths: [source], files: {} };
  const name = language === 'c++' ? 'source.cpp' : 'source.c';
  return { paths: [name], files: { [name]: source } };
}

function isList(source: Exclude<Source, string>): source is readonly string[] { return Array.isArray(source); }
