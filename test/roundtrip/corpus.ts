/**
 * The programs of the round trip. Small ones are files in `programs/` with directives in comments at the top:
 *
 *     // flags: -pthread        further compiler flags
 *     // clang: >=16            the oldest clang that takes it
 *     // run: no                no `main`, or not for this machine: compile only
 *
 * A folder of `linked/` is one program of several files, which our linker merges as well. The two large ones are not ours;
 * `fetch.ts` brings them.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { largeFolder } from './fetch.js';

export type Language = 'c' | 'cpp' | 'fortran' | 'rust';

export interface Program {
  readonly name: string;
  readonly language: Language;
  /** Several files make one program. */
  readonly sources: readonly string[];
  readonly flags: readonly string[];
  readonly oldestClang: number;
  readonly runs: boolean;
  readonly isLarge: boolean;
}

const here = join(process.cwd(), 'test', 'roundtrip');
const languages: Readonly<Record<string, Language>> = { '.c': 'c', '.cpp': 'cpp', '.f90': 'fortran', '.rs': 'rust' };

export function smallPrograms(): Program[] {
  const folders = ['programs', 'programs/fortran', 'programs/rust'].map((folder) => join(here, folder));
  const single = folders.flatMap(sourcesIn).map((file) => describe([file], basename(file)));
  const linked = readdirSync(join(here, 'linked')).sort().map((name) => describe(sourcesIn(join(here, 'linked', name)), name));
  return [...single, ...linked];
}

/** SQLite (C) and LevelDB with Snappy (C++), each with a driver of ours. Fetch them first. */
export function largePrograms(): Program[] {
  const large = { flags: ['-pthread'], oldestClang: 14, runs: true, isLarge: true };
  const sqlite = join(largeFolder, 'sqlite');
  const leveldb = join(largeFolder, 'leveldb');
  const library = ['db', 'table', 'util', 'port'].flatMap((part) => sourcesIn(join(leveldb, part)))
    .filter((file) => !/_test\.cc?$|_bench\.cc$|leveldbutil|testharness|testutil|\/c\.cc$/.test(file));
  return [
    { ...large, name: 'sqlite', language: 'c', sources: [join(here, 'large', 'sqlite-main.c'), join(sqlite, 'sqlite3.c')],
      flags: [...large.flags, `-I${sqlite}`, '-DSQLITE_OMIT_LOAD_EXTENSION'] },
    { ...large, name: 'leveldb', language: 'cpp', sources: [join(here, 'large', 'leveldb-main.cpp'), ...library,
      ...['snappy', 'snappy-sinksource', 'snappy-stubs-internal'].map((file) => join(largeFolder, 'snappy', `${file}.cc`))],
      flags: [...large.flags, `-I${leveldb}`, `-I${leveldb}/include`, `-I${largeFolder}/snappy`, `-I${largeFolder}/snappy-config`,
        '-DOS_LINUX', '-DLEVELDB_PLATFORM_POSIX', '-DSNAPPY', '-DLEVELDB_ATOMIC_PRESENT', '-DHAVE_CONFIG_H', '-Wno-everything'] },
  ];
}

function describe(sources: readonly string[], name: string): Program {
  const [first = ''] = sources;
  const head = readFileSync(first, 'utf8').split('\n').filter((line) => /^\/\/ \w+: /.test(line));
  const directive = (key: string): string | undefined => head.find((line) => line.startsWith(`// ${key}: `))?.slice(key.length + 5);
  return {
    name, sources, language: languages[extname(first)] ?? 'c', flags: directive('flags')?.split(' ') ?? [],
    oldestClang: Number(directive('clang')?.replace('>=', '') ?? 14), runs: directive('run') !== 'no', isLarge: false,
  };
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => extname(name) in languages || extname(name) === '.cc').sort().map((name) => join(folder, name));
}
