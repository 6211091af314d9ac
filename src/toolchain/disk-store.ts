/** A store in a folder: a file for each entry, those that were not used for longest removed when it grows too large. */
import { mkdir, readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from './store.js';

/** Where results are kept unless somebody says otherwise: `$XDG_CACHE_HOME/ribozyme`, or `~/.cache/ribozyme`. */
export function cacheDirectory(): string {
  const base = process.env['XDG_CACHE_HOME'];
  return join(base === undefined || base === '' ? join(home(), '.cache') : base, 'ribozyme');
}

/** A user of a container may have none. */
function home(): string {
  try {
    return homedir();
  } catch {
    return tmpdir();
  }
}

const megabyte = 1 << 20;

/**
 * Nothing fails because the folder cannot be read or written: then nothing is kept.
 * @param most in bytes
 */
export function diskStore(folder = cacheDirectory(), most = 256 * megabyte): Store {
  return {
    async get(key) {
      const file = join(folder, key);
      const bytes = await readFile(file).catch(() => undefined);
      const now = new Date();
      if (bytes) await utimes(file, now, now).catch(() => undefined);
      return bytes && new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    },
    async set(key, bytes) {
      if (bytes.length > most) return;
      try {
        await mkdir(folder, { recursive: true });
        // Another process may be at it too: an entry is there whole or not at all.
        const unfinished = join(folder, `${key}.${process.pid}`);
        await writeFile(unfinished, bytes);
        await rename(unfinished, join(folder, key));
        await prune(folder, most);
      } catch {
        // As if it were not kept.
      }
    },
  };
}

/** Bytes in the folder. */
export async function diskStoreSize(folder = cacheDirectory()): Promise<number> {
  return (await entries(folder).catch(() => [])).reduce((sum, { size }) => sum + size, 0);
}

async function prune(folder: string, most: number): Promise<void> {
  const oldestFirst = (await entries(folder)).sort((a, b) => a.used - b.used);
  let total = oldestFirst.reduce((sum, { size }) => sum + size, 0);
  for (const { file, size } of oldestFirst) {
    if (total <= most) return;
    await rm(file, { force: true });
    total -= size;
  }
}

async function entries(folder: string): Promise<{ file: string; size: number; used: number }[]> {
  const files = (await readdir(folder)).map((name) => join(folder, name));
  const all = await Promise.all(files.map(async (file) => {
    const found = await stat(file).catch(() => undefined); // another process may have removed it
    return found ? [{ file, size: found.size, used: found.mtimeMs }] : [];
  }));
  return all.flat();
}
