/**
 * Differentiates programs of others, end to end: `node test/case-studies/run.js [NAME...]` after `npm run build`.
 *
 * Fetches the sources (into `.cache/case-studies`, by URL and checksum), compiles each file by itself with `ribozyme
 * clang -c`, puts the objects into a library, links the program of this folder with it, and runs that: it compares
 * reverse mode, forward mode and finite differences. See docs/case-studies.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const ribozyme = join(root, 'dist', 'cli', 'main.js');
const cache = join(root, '.cache', 'case-studies');

/** `sources` are compiled into the library (of a folder, all in it); `includes`, like them, are below the unpacked folder. */
const studies = {
  satellite: {
    driver: 'satellite.c', compiler: 'clang-22',
    url: 'http://deb.debian.org/debian/pool/main/g/gsl/gsl_2.7.1+dfsg.orig.tar.gz',
    sha256: 'e560d6b9c6e254e46769bbb03583c00ecafbdd51b062c55db23b3b9612868567',
    // Writes config.h, and links all headers into one folder.
    prepare: [['./configure', '--quiet', 'CC=clang-22'], ['make', '--quiet', '-C', 'gsl']],
    sources: [...['control', 'cscal', 'cstd', 'driver', 'evolve', 'rkf45', 'step'].map((file) => `ode-initval2/${file}.c`),
      ...['error', 'stream', 'strerror'].map((file) => `err/${file}.c`), ...['coerce', 'infnan', 'fcmp', 'pow_int'].map((file) => `sys/${file}.c`)],
    includes: ['.'], flags: ['-lm'],
  },
  furs: {
    driver: 'furs.cpp', compiler: 'clang++-22',
    url: 'http://deb.debian.org/debian/pool/main/b/boost1.74/libboost1.74-dev_1.74.0+ds1-21_amd64.deb',
    sha256: 'ba14fe04d7f138f874bd3ab3a20c4fd1e9f654e271449b8f3e48d20f942dbb93',
    prepare: [], sources: [], includes: ['usr/include'], flags: ['-lm'],
  },
  planets: {
    driver: 'planets.c', compiler: 'clang-22',
    url: 'https://files.pythonhosted.org/packages/c8/78/ef900196c683c0bc51b1c7173865d9016a45eb10339b2b8d737c5c77acbc/rebound-3.19.3.tar.gz',
    sha256: '8f97e6b1238d68c72783bd55206c030ca6dfdd4c034f8dd976cc5bd22f521eb1',
    prepare: [], sources: ['src/'], includes: ['src'], flags: ['-std=c99', '-D_GNU_SOURCE', '-DGITHASH=none', '-lm', '-lrt', '-lpthread'],
  },
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(studies, name));
if (unknown.length > 0) {
  console.error(`no study ${unknown.join(', ')}; there are ${Object.keys(studies).join(', ')}`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : Object.keys(studies)) {
  console.log(`== ${name}`);
  try {
    const folder = await fetchSources(name, studies[name]);
    console.log(build(name, studies[name], folder));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

async function fetchSources(name, { url, sha256, prepare }) {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  const partial = `${folder}.partial`, archive = join(partial, basename(url));
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(join(partial, 'source'), { recursive: true });
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) throw new Error(`${url}: the checksum is ${found}, not ${sha256}`);
  writeFileSync(archive, bytes);
  if (archive.endsWith('.deb')) run('dpkg-deb', ['-x', archive, 'source'], partial);
  else run('tar', ['xzf', archive, '-C', 'source', '--strip-components=1'], partial);
  rmSync(archive);
  renameSync(partial, folder);
  try {
    for (const [program, ...args] of prepare) run(program, args, join(folder, 'source'));
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw error;
  }
  return folder;
}

function filesAt(source, path) {
  return path.endsWith('/') ? readdirSync(join(source, path)).filter((file) => file.endsWith('.c')).map((file) => join(path, file)) : [path];
}

/** What the program prints. */
function build(name, { driver, compiler, sources, includes, flags }, folder) {
  const source = join(folder, 'source'), objects = join(folder, 'objects');
  const common = ['-O2', '-w', '-DNDEBUG', ...flags.filter((flag) => !flag.startsWith('-l')), ...includes.map((path) => `-I${join(source, path)}`)];
  rmSync(objects, { recursive: true, force: true });
  mkdirSync(objects, { recursive: true });
  const made = sources.flatMap((path) => filesAt(source, path)).map((file) => {
    const object = join(objects, `${file.replaceAll('/', '-')}.o`);
    run(ribozyme, [compiler, ...common, `-I${join(source, dirname(file))}`, '-c', join(source, file), '-o', object], folder);
    return object;
  });
  const library = join(objects, 'library.a'), program = join(objects, name);
  if (made.length > 0) run('ar', ['rcs', library, ...made], folder);
  console.log(`${made.length} files compiled one by one`);
  run(ribozyme, [compiler, ...common, join(here, driver), ...(made.length > 0 ? [library] : []), ...flags.filter((flag) => flag.startsWith('-l')), '-o', program], folder);
  return run(program, [], folder);
}

function run(program, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: exit ${status}\n${stderr.slice(-4000)}${stdout.slice(-2000)}`);
  return stdout;
}
