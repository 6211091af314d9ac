/** The C++ interface with every compiler and both standards; test/cases runs the same programs at every level. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../support/tool.js';
import { command, ribozyme } from './command.js';

let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'ribozyme-cxx-')); });
afterAll(() => rmSync(folder, { recursive: true }));

const compilers = ['clang++-14', 'clang++-16', 'clang++-19', 'clang++-22'];

describe.each(['functions', 'lambdas'])('%s', (name) => {
  const file = join(root, 'test', 'cases', 'sugar', `${name}.cpp`);
  const expected = [...readFileSync(file, 'utf8').matchAll(/^\/\/ prints: (.*)$/gm)].map(([, line]) => `${line}\n`).join('');

  it.each(compilers.flatMap((compiler) => ['c++17', 'c++20'].map((standard) => [compiler, standard] as const)))('%s -std=%s', async (compiler, standard) => {
    const { status, stderr } = await ribozyme(folder, [compiler, '-O1', '-Wall', '-Wextra', `-std=${standard}`, file, '-o', 'program']);
    expect({ status, stderr: stderr.replace(/^.*: note: LLVM 14 crashes .*\n/, '') }).toEqual({ status: 0, stderr: '' });
    expect(await command(folder, ['./program'])).toMatchObject({ status: 0, stdout: expected });
  });

  it('in objects, linked without the prefix', async () => {
    expect(await ribozyme(folder, ['clang++-22', '-std=c++17', '-c', file, '-o', 'program.o'])).toMatchObject({ status: 0, stderr: '' });
    expect(await command(folder, ['clang++-22', 'program.o', '-o', 'program'])).toMatchObject({ status: 0 });
    expect(await command(folder, ['./program'])).toMatchObject({ status: 0, stdout: expected });
  });
});

describe('what cannot be', () => {
  it.each([
    ['autodiff<Forward>(f, Active(1.0));', 'Duplicated(value, tangent)'],
    ['autodiff<Reverse>(f, Active(1.0), Active(2.0));', 'one argument for each parameter'],
    ['autodiff<int>(f, Active(1.0));', 'the modes are'],
    ['autodiff<Reverse>(pair, Active(1.0));', 'wrap it in a lambda'],
    ['autodiff<Reverse>([](double x) { return Pair{x, x}; }, Active(1.0));', 'functions that return a number'],
  ])('is explained: %s', async (statement, message) => {
    writeFileSync(join(folder, 'wrong.cpp'), `#include <ribozyme/autodiff>\nusing namespace enzyme;\nstruct Pair { double a, b; };\ndouble f(double x) { return x; }\nPair pair(double x) { return {x, x}; }\nint main() { ${statement} }\n`);
    const { status, stderr } = await ribozyme(folder, ['clang++-22', '-std=c++17', 'wrong.cpp', '-o', 'program']);
    expect(status).not.toBe(0);
    expect(stderr).toContain(message);
  });

  it('an older standard than C++17', async () => {
    writeFileSync(join(folder, 'old.cpp'), '#include <ribozyme/autodiff>\nint main() {}\n');
    expect((await ribozyme(folder, ['clang++-22', '-std=c++14', 'old.cpp', '-o', 'program'])).stderr).toContain('<ribozyme/autodiff.h> does not');
  });
});
