/** The headers that this package brings: `<ribozyme/autodiff.h>`, `<ribozyme/autodiff>`, `<enzyme/enzyme>`. */
import type { FileContents } from './toolchain.js';

const names = ['ribozyme/autodiff.h', 'ribozyme/autodiff', 'enzyme/enzyme'];

/** Where they are on disk: `include/` beside `src/` and `dist/`. */
export function headerDirectory(): string { return decodeURIComponent(directoryUrl().pathname).replace(/\/$/, ''); }

/** Their texts, by name; read from disk in Node, fetched from beside this script in a browser. */
export function loadHeaders(): Promise<FileContents> { return (headers ??= readAll()); }

let headers: Promise<FileContents> | undefined;

async function readAll(): Promise<FileContents> {
  const texts = await Promise.all(names.map(async (name) => [name, await read(new URL(name, directoryUrl()))] as const));
  return Object.fromEntries(texts.filter(([, text]) => text !== undefined).map(([name, text]) => [name, text ?? '']));
}

async function read(url: URL): Promise<string | undefined> {
  if (url.protocol === 'file:') {
    const { readFile } = await import('node:fs/promises');
    return readFile(url, 'utf8').catch(() => undefined);
  }
  const answer = await fetch(url);
  return answer.ok ? answer.text() : undefined;
}

function directoryUrl(): URL { return new URL('../../include/', import.meta.url); }
