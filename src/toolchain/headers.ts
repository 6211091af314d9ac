/** The headers that this package brings. */
import type { FileContents } from './toolchain.js';

/** Every file in `include/`: a browser cannot list a directory. */
const names = ['ribozyme/autodiff.h', 'ribozyme/autodiff', 'enzyme/enzyme'];

/** Where they are on disk: `include/` beside `src/` and `dist/`. */
export function headerDirectory(): string { return decodeURIComponent(directoryUrl().pathname).replace(/\/$/, ''); }

/** Their texts, by name; read from disk in Node, fetched from beside this script in a browser. */
export function loadHeaders(): Promise<FileContents> { return (headers ??= readAll()); }

let headers: Promise<FileContents> | undefined;

async function readAll(): Promise<FileContents> {
  const texts = await Promise.all(names.map(async (name) => [name, await read(new URL(name, directoryUrl()))] as const));
  return Object.fromEntries(texts.flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])));
}

/** A page may not serve the headers: that is no error before a source includes one, and then clang says so. */
async function read(url: URL): Promise<string | undefined> {
  if (url.protocol === 'file:') {
    const { readFile } = await import('node:fs/promises');
    return readFile(url, 'utf8');
  }
  const answer = await fetch(url).catch(() => undefined);
  return answer?.ok ? answer.text() : undefined;
}

function directoryUrl(): URL { return new URL('../../include/', import.meta.url); }
