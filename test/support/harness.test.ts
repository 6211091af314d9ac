/** The checks are checked: they accept what the cases state, and see every derivative that is not there. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCases } from '../cases/case.js';
import { driverText } from '../cases/run.js';
import { modes, type Mode } from './driver.js';
import { linkStubs } from './stubs.js';
import { inParallel, root, run, withFolder } from './tool.js';

const cases = loadCases(join(root, 'test/cases')).flatMap((testCase) =>
  (testCase.check.kind === 'gradient' ? [{ testCase, ...testCase.check }] : []));

/** What the driver of a case prints when plain clang builds it, with hooks that compute nothing. */
async function withoutDerivatives({ testCase, subject, prototype }: (typeof cases)[number], wanted: readonly Mode[]): Promise<string> {
  return withFolder(async (folder) => {
    const source = join(folder, testCase.language === 'cpp' ? 'driver.cpp' : 'driver.c');
    writeFileSync(source, driverText(testCase, subject, prototype, wanted));
    const inputs = [source, ...(testCase.language === 'll' ? [testCase.file] : [])];
    return linkStubs(inputs, testCase.flags, folder);
  });
}

describe('the harness', () => {
  test('finite differences converge in every case, and a derivative that is not computed passes in none', async () => {
    const unexpected = await inParallel(cases, 2, async (item) => {
      const printed = await withoutDerivatives(item, modes);
      // Each mode that is asked for must be found wrong, and nothing else may be: no reference rough or trivial, no crash.
      const isExpected = (line: string): boolean => line === '' || line === 'exit status 1' || /^\w+ (forward|reverse|split) wrong: /.test(line);
      return [
        ...modes.filter((mode) => !printed.includes(` ${mode} wrong: `)).map((mode) => `${item.testCase.id}: ${mode} is not found wrong`),
        ...printed.split('\n').filter((line) => !isExpected(line)).map((line) => `${item.testCase.id}: ${line}`),
      ];
    });
    expect(unexpected.flat()).toEqual([]);
  }, 600_000);

  test('a leak is an error of the program that leaks', async () => {
    await withFolder(async (folder) => {
      const source = join(folder, 'leak.c');
      writeFileSync(source, `#include "${join(root, 'test/support/harness.h')}"
static double leak(const double *z, double *after) { (void)after; double *volatile w = malloc(80); *w = *z; w = NULL; return *z; }
static const double at[] = {1};
static const struct program leak_program = {"leak", 1, 0, at, 1e-6, NULL, NULL, leak, NULL, NULL, NULL};
int main(void) { static const struct program *const programs[] = {&leak_program}; return harness_main(programs, 1); }\n`);
      const program = join(folder, 'leak');
      const build = await run('clang-22', ['-O1', '-g', '-fsanitize=address,undefined', source, '-o', program, '-lm']);
      expect(build).toMatchObject({ status: 0, stderr: '' });
      const outcome = await run(program, []);
      expect(outcome.status).toBe(1);
      expect(outcome.stderr).toContain('detected memory leaks');
    });
  });
});
