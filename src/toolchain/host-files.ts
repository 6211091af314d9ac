/**
 * The files on disk that a compilation reads, for a compiler that cannot see the disk: the source, and what it includes
 * with a path that exists, whether or not the preprocessor will take that branch.
 *
 * Inside, paths below the current directory stay as they are, so that messages read naturally; others move below
 * `/host`, clear of the compiler's own `/usr`.
 */
import { readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { HostFiles } from './embedded.js';

/** @throws the system's error when `path` itself cannot be read. */
export async function filesFromDisk(path: string, flags: readonly string[]): Promise<HostFiles> {
  const search = includeDirectories(flags);
  const found = new Map<string, Buffer>([[resolve(path), readFileSync(path)]]);
  for (const forced of forcedIncludes(flags)) addFile(resolve(forced), found);
  for (const [file, contents] of found) { // a map yields what is added while it is walked
    for (const name of includedNames(contents.toString('latin1'))) {
      for (const directory of [dirname(file), ...search]) addFile(resolve(directory, name), found);
    }
  }
  const files = Object.fromEntries([...found].map(([file, contents]) => [insidePath(file), contents]));
  return {
    files, path: insidePath(path),
    flags: [...flags.map((flag, index) => insideFlag(flag, flags[index - 1])), '-ffile-prefix-map=/host/=/', `-fdebug-compilation-dir=${process.cwd()}`],
    rename: (message) => message.replaceAll('/host/', '/'),
  };
}

const pathFlag = /^(-I|-iquote|-isystem|-idirafter|-include|-imacros)(.*)$/;

function insideFlag(flag: string, before: string | undefined): string {
  if (before !== undefined && pathFlag.exec(before)?.[2] === '') return insidePath(flag);
  const [, name, path] = pathFlag.exec(flag) ?? [];
  return name === undefined || !path ? flag : `${name}${insidePath(path)}`;
}

/** Where a host path is in the compiler's file system. */
function insidePath(path: string): string {
  const below = relative(process.cwd(), resolve(path));
  if (below === '') return '.';
  const isBelow = !below.startsWith('..') && !isAbsolute(below) && !/^(usr|tmp|host)(\/|$)/.test(below);
  return isBelow ? below : join('/host', resolve(path));
}

function includeDirectories(flags: readonly string[]): string[] {
  return valuesOf(flags, /^(-I|-iquote|-isystem|-idirafter)(.*)$/);
}

function forcedIncludes(flags: readonly string[]): string[] { return valuesOf(flags, /^(-include|-imacros)(.*)$/); }

function valuesOf(flags: readonly string[], pattern: RegExp): string[] {
  return flags.flatMap((flag, index) => {
    const [, name, value] = pattern.exec(flag) ?? [];
    return name === undefined ? [] : [value || (flags[index + 1] ?? '')];
  });
}

/** Names in `#include` and `#embed`-like lines; a name made by a macro cannot be seen and is left to the compiler. */
function includedNames(source: string): string[] {
  return [...source.matchAll(/^\s*#\s*(?:include(?:_next)?|import|embed)\s*["<]([^">\n]+)[">]/gm)].map((match) => match[1] ?? '');
}

function addFile(path: string, found: Map<string, Buffer>): void {
  if (found.has(path) || !statSync(path, { throwIfNoEntry: false })?.isFile()) return;
  found.set(path, readFileSync(path));
}
