/** What older LLVMs and other compilers write is read, printed for LLVM 22, and differentiated (see README.md). */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verifyModule } from '../../src/ir/index.js';
import { parseModule, printModule } from '../../src/text/index.js';
import { type Outcome, levels, ribozyme, root, run, withFolder } from '../support/tool.js';

const folder = join(root, 'test', 'dialects');
const texts = readdirSync(folder).filter((name) => name.endsWith('.ll')).sort()
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'latin1') }));
const programs = texts.filter(({ text }) => directive(text, 'inputs') !== undefined);

function directive(text: string, key: string): string | undefined { return new RegExp(`^; ${key}: (.*)$`, 'm').exec(text)?.[1]; }

describe('read and printed for LLVM 22', () => {
  test.each(texts)('$name', async ({ name, text }) => {
    expect(text).toMatch(/^; (?:Written|Compiled|By hand)/);
    const module = parseModule(text, { file: name });
    for (const fn of module.functions.values()) void fn.blocks;
    expect(verifyModule(module)).toEqual([]);
    const printed = printModule(module, { llvm: 22 });
    expect(printModule(parseModule(printed), { llvm: 22 })).toBe(printed);
    await withFolder(async (scratch) => {
      const [ours, theirs] = [join(scratch, 'ours.ll'), join(scratch, 'theirs.ll')];
      writeFileSync(ours, printed, 'latin1');
      const verified = await run('opt-22', ['-passes=verify', '-S', ours, '-o', theirs]);
      // Debug information that LLVM has come to refuse, it leaves out and says so.
      expect(verified, verified.stderr).toMatchObject({ status: 0, stderr: text.includes('LDC') ? expect.stringContaining('ignoring invalid debug info') : '' });
      expect(unknownIntrinsics(readFileSync(theirs, 'latin1'))).toEqual([]);
    });
  });
});

/** LLVM gives attributes to the declarations of intrinsics that it knows (but statepoints); a call of another is one of a function that nobody has. */
function unknownIntrinsics(text: string): string[] {
  const bare = [...text.matchAll(/^declare [^\n]*@(llvm\.[\w.]+)\([^\n]*\)$/gm)].map(([, name = '']) => name);
  return bare.filter((name) => text.split(`@${name}(`).length > 2 && !name.startsWith('llvm.experimental.gc.statepoint.'));
}

describe('differentiated', () => {
  test.concurrent.each(programs)('$name', async ({ name, text }) => {
    await withFolder(async (scratch) => {
      const derived = join(scratch, 'derived.ll');
      const others = await Promise.all((directive(text, 'with')?.split(', ') ?? []).map((other) => toText(join(folder, other), scratch)));
      expect(await ribozyme(['opt', join(folder, name), ...others, '--llvm', '22', '-o', derived])).toMatchObject({ status: 0, stderr: '' });
      const driver = join(scratch, 'driver.c');
      writeFileSync(driver, driverText(directive(text, 'inputs') ?? ''));
      for (const level of levels) {
        const program = join(scratch, `program-${level}`);
        expect(await run('clang-22', [`-${level}`, '-w', '-fsanitize=leak', driver, derived, '-lm', '-o', program])).toMatchObject({ status: 0 });
        expect(lines(await run(program, []))).toEqual(['program forward ok', 'program reverse ok', 'exit status 0']);
      }
    });
  });
});

function lines({ stdout, stderr, status }: Outcome): string[] { return [...`${stdout}${stderr}`.trim().split('\n'), `exit status ${status}`]; }

/** A file in C as text; a text is one already. */
async function toText(file: string, scratch: string): Promise<string> {
  if (file.endsWith('.ll')) return file;
  const output = join(scratch, 'with.ll');
  expect(await run('clang-22', ['-O1', '-g', '-S', '-emit-llvm', file, '-o', output])).toMatchObject({ status: 0 });
  return output;
}

function driverText(inputs: string): string {
  return `#include "${join(root, 'test/support/harness.h')}"
double primal(const double *, double *), forward(const double *, const double *, double *, double *);
void reverse(const double *, double *, double *);
static const double at[] = {${inputs}};
static const struct program program = {"program", sizeof at / sizeof *at, 0, at, 1e-6, NULL, NULL, primal, forward, reverse};
int main(void) {
  static const struct program *const programs[] = {&program};
  return harness_main(programs, 1);
}
`;
}
