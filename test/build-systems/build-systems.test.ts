/** The recipes of docs/build-systems.md, as written there, on a program with two static libraries in C and C++. */
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { command, main } from '../commands/command.js';
import { root } from '../support/tool.js';

let folder = '';
const compilers: Readonly<Record<string, string>> = { clang: 'clang-22', 'clang++': 'clang++-22', ribozyme: main };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ribozyme-build-'));
  cpSync(join(root, 'test', 'build-systems', 'project'), folder, { recursive: true });
  mkdirSync(join(folder, 'bin'));
  for (const [name, target] of Object.entries(compilers)) {
    writeFileSync(join(folder, 'bin', name), `#!/bin/sh\nexec ${name === 'ribozyme' ? `${process.execPath} ` : ''}${target} "$@"\n`);
    chmodSync(join(folder, 'bin', name), 0o755);
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The indented shell lines of the section of the page with this title. */
function recipe(title: string): string[] {
  const page = readFileSync(join(root, 'docs', 'build-systems.md'), 'utf8');
  const section = page.split(/^## /m).find((text) => text.startsWith(`${title}\n`)) ?? '';
  return [...section.matchAll(/^\$ ((?:.*\\\n)*.*)/gm)].map(([, line = '']) => line.replace(/\\\n\s*/g, ' '));
}

async function follow(lines: readonly string[]): Promise<string> {
  expect(lines.length).toBeGreaterThan(0);
  let output = '';
  for (const line of lines) {
    const { status, stdout, stderr } = await command(folder, ['sh', '-c', line], { env: { PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}` } });
    expect({ line, status, output: status === 0 ? '' : stdout + stderr }).toEqual({ line, status: 0, output: '' });
    output += stdout;
  }
  return output;
}

describe('the recipe for', () => {
  it('Make', async () => expect(await follow([...recipe('Make'), './fit'])).toMatch(/gradient ok\n$/));

  it.each(['Ninja', 'Unix Makefiles'])('CMake, with %s', async (generator) => {
    await follow(recipe('CMake').map((line) => line.replace('cmake -B', `cmake -G "${generator}" -B`)));
    expect(await follow(['build/fit', 'build/fit_alone'])).toBe('gradient ok\ngradient ok\n');
  });

  it('Meson', async () => {
    const native = /```ini\n([^`]*)```/.exec(readFileSync(join(root, 'docs', 'build-systems.md'), 'utf8'))?.[1] ?? '';
    writeFileSync(join(folder, 'ribozyme.ini'), native);
    await follow(recipe('Meson'));
    expect(await follow(['build/fit', 'build/fit_alone'])).toBe('gradient ok\ngradient ok\n');
  });
});

it('a link that is forgotten to be prefixed says so', async () => {
  const { status, stderr, stdout } = await command(folder, ['sh', '-c', 'make CC="ribozyme clang" CXX="ribozyme clang++" main.o libmodel.a && clang++ main.o libmodel.a -lm'],
    { env: { PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}` } });
  expect(status).not.toBe(0);
  expect(stderr + stdout).toContain('ribozyme_link_step_needed__link_with_ribozyme_clang');
});
