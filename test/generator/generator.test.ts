/** Random programs mean the same everywhere, are sound C, and lie within reach of finite differences. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { linkStubs } from '../support/stubs.js';
import { inParallel, run, withFolder } from '../support/tool.js';
import { batchText } from './batch.js';
import { generateProgram } from './generate.js';
import { printProgram } from './print.js';
import { edit, shrink } from './shrink.js';
import type { Block, Program } from './syntax.js';

const programs = Array.from({ length: 200 }, (_, i) => generateProgram(5000 + i));

/** What must be found in two hundred programs. */
const constructs = [
  'switch', 'break;', 'continue;', 'early', '_second;', '_out;', 'below', 'memmove', 'memcpy', 'memset', 'malloc', 'calloc', 'realloc', 'swap', 'long double', 'float',
  'in.g', 'deep.leaf', 'either.one', 'as.point', '_state', '->next', '->other', '_push', '_reverse', '_apply', 'context', 'double **', 'copy', ' : &',
];

describe('the generator', () => {
  test('gives the same program for the same seed, and another for another', () => {
    expect(printProgram(generateProgram(7))).toBe(printProgram(generateProgram(7)));
    expect(new Set(programs.map((program) => JSON.stringify(program.main.body))).size).toBe(programs.length);
  });

  test('writes C that is defined, ends, and leaks nothing', async () => {
    const printed = await withFolder(async (folder) => {
      const source = join(folder, 'programs.c');
      writeFileSync(source, batchText(programs.slice(0, 20)));
      return linkStubs([source], ['-g', '-Wall', '-Wno-unused', '-Werror', '-fsanitize=address,undefined', '-fno-sanitize-recover=all'], folder);
    });
    expect(printed.split('\n').filter((line) => !/_main (rough|trivial|(forward|reverse|split) wrong): |^exit status 1$|^$/.test(line))).toEqual([]);
  });

  test('a derivative that is not computed passes for no program, and few have no reference', async () => {
    const printed = await withFolder(async (folder) => {
      const source = join(folder, 'programs.c');
      writeFileSync(source, batchText(programs));
      return linkStubs([source], [], folder);
    });
    expect(printed).not.toContain(' ok\n');
    expect(printed.split('\n').filter((line) => / (rough|trivial): /.test(line)).length).toBeLessThan(30);
  });

  test('covers what it is for', () => {
    const count = (part: string) => programs.filter((program) => printProgram(program).includes(part)).length;
    for (const part of constructs) expect.soft(count(part), part).toBeGreaterThan(0);
  });
});

describe('shrinking', () => {
  test('every edit leaves sound C or C that does not compile, never C that crashes', async () => {
    const edited = programs.slice(0, 12).flatMap((program) => allEdits(program).filter((_, index) => index % 13 === 0)).map((one, i) => renamed(one, `e${i}`));
    expect(edited.length).toBeGreaterThan(60);
    await withFolder(async (folder) => {
      const source = join(folder, 'edited.c');
      const compiles = await inParallel(edited, 2, async (candidate, i) => {
        const alone = join(folder, `${i}.c`);
        writeFileSync(alone, batchText([candidate]));
        return (await run('clang-22', ['-fsyntax-only', '-Wno-everything', '-Werror=implicit-function-declaration', alone])).status === 0;
      });
      const sound = edited.filter((_, i) => compiles[i]);
      expect(sound.length).toBeGreaterThan(edited.length / 2);
      writeFileSync(source, batchText(sound));
      expect(await linkStubs([source], ['-fsanitize=address,undefined'], folder)).not.toContain('crashed');
    });
  });

  test.each(['memmove(', 'memset(', '_second;', '_out;', 'apply(', 'tree(', 'reverse(', 'double **', ' : &', 'state copy', 'switch', 'in.h', '->other'])('finds the one statement that matters: %s', async (part) => {
    const matters = (candidate: Program) => Promise.resolve(printProgram(candidate).replaceAll(`${candidate.name}_`, '').includes(part));
    const found = await inParallel(programs, 1, matters), program = programs[found.indexOf(true)];
    expect(program).toBeDefined();
    const { helpers, main } = await shrink(program!, matters);
    // A declaration or a loop with the statement in it, or a function that does not exist without its call.
    expect([...helpers, main].reduce((sum, tree) => sum + statementsIn(tree.body), 0)).toBeLessThanOrEqual(4);
  });
});

function allEdits(program: Program): Program[] {
  const edits: Program[] = [];
  for (let site = 0; ; site++) {
    const candidate = edit(program, site);
    if (!candidate) return edits;
    edits.push(candidate);
  }
}

function renamed(program: Program, name: string): Program { return JSON.parse(JSON.stringify(program).replaceAll(program.name, name)) as Program; }

function statementsIn(block: Block): number { return (JSON.stringify(block).match(/"body":|"kind":"(assign|run|transform|copy|swap|move|clear|relink|state|leave|goto)"/g) ?? []).length; }
