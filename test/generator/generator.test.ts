/** Random programs mean the same everywhere, are sound C, and lie within reach of finite differences. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { linkStubs } from '../support/stubs.js';
import { run, withFolder } from '../support/tool.js';
import { batchText } from './batch.js';
import { generateProgram } from './generate.js';
import { printProgram } from './print.js';
import { edit, shrink } from './shrink.js';
import type { Program } from './syntax.js';

const programs = Array.from({ length: 100 }, (_, i) => generateProgram(5000 + i));

describe('the generator', () => {
  test('gives the same program for the same seed, and another for another', () => {
    expect(printProgram(generateProgram(7))).toBe(printProgram(generateProgram(7)));
    expect(new Set(programs.map((program) => JSON.stringify(program.main.body))).size).toBe(100);
  });

  test('writes C that is defined, ends, and leaks nothing', async () => {
    const printed = await withFolder(async (folder) => {
      const source = join(folder, 'programs.c');
      writeFileSync(source, batchText(programs.slice(0, 20)));
      return linkStubs([source], ['-g', '-Wall', '-Wno-unused', '-Werror', '-fsanitize=address,undefined', '-fno-sanitize-recover=all'], folder);
    });
    expect(printed.split('\n').filter((line) => !/_main (rough|trivial|(forward|reverse) wrong): |^exit status 1$|^$/.test(line))).toEqual([]);
  });

  test('a derivative that is not computed passes for no program, and few have no reference', async () => {
    const printed = await withFolder(async (folder) => {
      const source = join(folder, 'programs.c');
      writeFileSync(source, batchText(programs));
      return linkStubs([source], [], folder);
    });
    expect(printed).not.toContain(' ok\n');
    expect(printed.split('\n').filter((line) => / (rough|trivial): /.test(line)).length).toBeLessThan(15);
  });

  test('covers what it is for', () => {
    const text = programs.map(printProgram).join('');
    for (const part of ['goto', 'switch', 'break;', 'continue;', 'memmove', 'memset', 'malloc', 'calloc', 'realloc', 'early', 'swap', 'below', 'struct state']) {
      expect(text).toContain(part);
    }
  });
});

describe('shrinking', () => {
  test('every edit leaves sound C or C that does not compile, never C that crashes', async () => {
    const program = generateProgram(5003);
    const edited: Program[] = [];
    for (let site = 0; ; site++) {
      const candidate = edit(program, site);
      if (!candidate) break;
      edited.push({ ...candidate, seed: site });
    }
    expect(edited.length).toBeGreaterThan(20);
    await withFolder(async (folder) => {
      const source = join(folder, 'one.c');
      for (const candidate of edited.filter((_, index) => index % 5 === 0).slice(0, 10)) {
        writeFileSync(source, batchText([candidate]));
        const compiled = await run('clang-22', ['-fsyntax-only', '-Wno-everything', source]);
        if (compiled.status === 0) expect(await linkStubs([source], ['-fsanitize=address,undefined'], folder)).not.toContain('crashed');
      }
    });
  });

  test('finds the one statement that matters', async () => {
    const seed = programs.find((program) => printProgram(program).includes('memmove('))!;
    const smallest = await shrink(seed, (candidate) => Promise.resolve(printProgram(candidate).includes('memmove(')));
    const { helpers, main } = smallest;
    expect([...helpers, main].reduce((sum, tree) => sum + tree.body.length, 0)).toBe(1);
  });
});
