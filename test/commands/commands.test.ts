/** Our own commands, as a user types them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command, main, ribozyme } from './command.js';

let folder = '';
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const tool = (...words: string[]) => ribozyme(folder, words);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ribozyme-commands-'));
  write('rosenbrock.c', 'double rosenbrock(double x, double y) {\n  double a = 1 - x, b = y - x * x;\n  return a * a + 100 * b * b;\n}\n');
  write('dot.c', 'double dot(const double *a, const double *b, int n) { double s = 0; for (int i = 0; i < n; i++) s += a[i] * b[i]; return s; }\n'
    + 'void scale(double *x, int n, float by) { for (int i = 0; i < n; i++) x[i] *= by; }\n');
  write('kink.c', 'double kink(double x) { return x < 0 ? 2 * x : 3 * x; }\n');
  write('echo.c', '#include <stdio.h>\nint main(int argc, char **argv) { for (int i = 1; i < argc; i++) puts(argv[i]); char c; while (fread(&c, 1, 1, stdin)) putchar(c); return argc; }\n');
  write('derive.c', 'double __enzyme_autodiff(void *, ...);\nstatic double square(double x) { return x * x; }\ndouble slope(double x) { return __enzyme_autodiff((void *)square, x); }\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('ribozyme grad', () => {
  it('prints the value and the gradient', async () => {
    expect(await tool('grad', 'rosenbrock.c', 'rosenbrock', '1', '2'))
      .toMatchObject({ status: 0, stderr: '', stdout: 'value     100\ngradient  (-400, 200)  with respect to (x, y)\n' });
  });
  it('takes arrays', async () => {
    expect(await tool('grad', 'dot.c', 'dot', '[1,2,3]', '[4, 5, 6]', '3'))
      .toMatchObject({ status: 0, stdout: 'value     32\ngradient\n  a  [4, 5, 6]\n  b  [1, 2, 3]\n' });
  });
  it('prints JSON', async () => {
    const { stdout } = await tool('grad', '--json', '--wrt', 'b', 'dot.c', 'dot', '[1,2]', '[4, 5]', '2');
    expect(JSON.parse(stdout)).toEqual({ function: 'dot', value: 14, gradient: { b: [1, 2] } });
  });
  it('takes seeds for functions that write their result', async () => {
    const { stdout } = await tool('grad', '--json', '--seed', 'x=[1,10]', 'dot.c', 'scale', '[3,4]', '2', '0.5');
    expect(JSON.parse(stdout)).toEqual({ function: 'scale', value: null, gradient: { x: [0.5, 5], by: 43 } });
  });
  it.each([
    [['grad', 'dot.c'], 'no function was named'],
    [['grad', 'dot.c', 'dott', '1'], 'there is no function `dott` in dot.c; there are dot, scale'],
    [['grad', 'rosenbrock.c', 'rosenbrock', '1', 'two'], 'cannot read the argument `two`'],
    [['grad', 'dot.c', 'scale', '[1]', '1', '1'], '--seed'],
  ])('%j is wrong usage', async (words, message) => {
    const { status, stderr } = await tool(...words);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });
  it('refuses arguments that do not fit', async () => {
    const { status, stderr } = await tool('grad', 'rosenbrock.c', 'rosenbrock', '1');
    expect(stderr).toContain('takes 2 arguments, not 1');
    expect(status).toBe(1);
  });
});

describe('ribozyme check', () => {
  it('compares forward mode, reverse mode and finite differences', async () => {
    const { status, stdout } = await tool('check', 'rosenbrock.c', 'rosenbrock', '1', '2');
    expect(stdout).toMatch(/^x +-400 +-400 +-400 +ok$/m);
    expect(stdout).toContain('2 of 2 derivatives of `rosenbrock` agree');
    expect(status).toBe(0);
  });
  it('checks what is written to memory', async () => {
    const { status, stdout } = await tool('check', '--json', 'dot.c', 'scale', '[3,4]', '2', '0.5');
    const report = JSON.parse(stdout) as { agrees: boolean; components: { argument: string; reverse: number }[] };
    expect(report.components.map(({ argument }) => argument)).toEqual(['x[0]', 'x[1]', 'by']);
    expect(report.agrees).toBe(true);
    expect(status).toBe(0);
  });
  it('starts every evaluation from the same state of the program', async () => {
    write('counter.c', 'static double factor = 1;\ndouble counter(double x) { double y = factor * x; factor += 1; return y; }\n');
    expect(await tool('check', 'counter.c', 'counter', '2')).toMatchObject({ status: 0 });
  });
  it('says which argument differs, and exits with 1', async () => {
    const { status, stdout } = await tool('check', 'kink.c', 'kink', '0'); // there is none: central differences say 2.5
    expect(stdout).toMatch(/MISMATCH in `kink` \(kink\.c\): x/);
    expect(status).toBe(1);
  });
});

describe('ribozyme run', () => {
  it('runs a program with its arguments and input, and gives its exit code', async () => {
    const { status, stdout, stderr } = await ribozyme(folder, ['run', '-O1', 'echo.c', 'one', '--json', '-2'], { input: 'and input' });
    expect(stderr).toBe('');
    expect(stdout).toBe('one\n--json\n-2\nand input');
    expect(status).toBe(4);
  });
  it('runs derivatives, over several files', async () => {
    write('main.c', '#include <stdio.h>\ndouble slope(double);\nint main(void) { printf("%g\\n", slope(3)); return 0; }\n');
    expect(await tool('run', '--with', 'derive.c', 'main.c')).toMatchObject({ status: 0, stdout: '6\n', stderr: '' });
  });
  it('runs C++; an exception ends it', async () => {
    write('throws.cpp', '#include <iostream>\n#include <stdexcept>\nint main(int argc, char **) { std::cout << "here" << std::endl; if (argc > 1) throw std::runtime_error("no"); return 5; }\n');
    expect(await tool('run', 'throws.cpp')).toMatchObject({ status: 5, stdout: 'here\n', stderr: '' });
    const { status, stdout, stderr } = await tool('run', 'throws.cpp', 'please');
    expect(stdout).toBe('here\n');
    expect(stderr).toContain('throws.cpp: trap: unreachable\n  in main');
    expect(status).toBe(134);
  });
  it('shows what the compiler says', async () => {
    write('broken.c', 'int main(void) { return x; }\n');
    const { status, stderr } = await tool('run', 'broken.c');
    expect(stderr).toMatch(/^broken\.c:1:25: error: use of undeclared identifier 'x'/);
    expect(status).toBe(1);
  });
});

describe('ribozyme opt', () => {
  beforeAll(async () => {
    await command(folder, ['clang-22', '-O1', '-g', '-S', '-emit-llvm', 'derive.c']);
    await command(folder, ['clang-22', '-O1', '-g', '-c', '-emit-llvm', 'derive.c']);
  });

  it('reads a file and writes a file', async () => {
    expect(await tool('opt', '-S', 'derive.ll', '-o', 'out.ll')).toMatchObject({ status: 0, stdout: '', stderr: '' });
    const text = readFileSync(join(folder, 'out.ll'), 'utf8');
    expect(text).not.toContain('@__enzyme_autodiff');
    expect(text).toContain('!dbg');
    expect(await command(folder, ['llvm-as-22', 'out.ll', '-o', 'out.bc'])).toMatchObject({ status: 0 });
  });
  it('reads the standard input and writes the standard output; bitcode too', async () => {
    const text = readFileSync(join(folder, 'derive.ll'), 'utf8');
    const piped = await ribozyme(folder, ['opt', '-', '--strip-debug'], { input: text });
    expect(piped).toMatchObject({ status: 0, stderr: '' });
    expect(piped.stdout).not.toMatch(/@__enzyme_autodiff|!dbg/);
    expect((await tool('opt', '--strip-debug', 'derive.bc')).stdout).not.toMatch(/@__enzyme_autodiff|!dbg/);
  });
  it('writes for another LLVM', async () => {
    await tool('opt', 'derive.ll', '--llvm', '16', '-o', 'old.ll');
    expect(await command(folder, ['llvm-as-16', 'old.ll', '-o', 'old.bc'])).toMatchObject({ status: 0, stderr: '' });
  });
  it.each(['types', 'activity', 'plan'])('prints the %s', async (what) => {
    const { status, stdout } = await tool('opt', 'derive.ll', '--print', what);
    expect(stdout).toContain('square');
    expect(status).toBe(0);
  });
  it('says where text is wrong', async () => {
    write('bad.ll', 'define i32 @f() {\n  ret i32 oops\n}\n@g = global nonsense\n');
    const { status, stderr } = await tool('opt', 'bad.ll');
    expect(stderr).toMatch(/^error\[RZ1001\][^]*--> bad\.ll:4:13\n/);
    expect(status).toBe(1);
  });
});

describe('the command itself', () => {
  it.each(['opt', 'run', 'grad', 'check', 'doctor'])('%s --help teaches', async (name) => {
    const { status, stdout } = await tool(name, '--help');
    expect(stdout).toMatch(new RegExp(`^ribozyme ${name} `));
    expect(stdout).toMatch(/Exit codes?|exit code/);
    expect(status).toBe(0);
  });
  it('without words, or with wrong ones, is wrong usage', async () => {
    expect(await tool()).toMatchObject({ status: 2, stdout: '' });
    expect(await tool('gard')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('there is no command `gard`') as string });
    expect(await tool('opt', '--nonsense')).toMatchObject({ status: 2 });
  });
  it('tells its version', async () => expect((await tool('--version')).stdout).toMatch(/^ribozyme \d+\.\d+\.\d+\n$/));
  it('doctor lists what is there', async () => {
    const { status, stdout } = await tool('doctor');
    expect(stdout).toMatch(/WebAssembly, npm package @yowasp\/clang/);
    expect(stdout).toMatch(/\/clang-22 /);
    expect(status).toBe(0);
  });
});

describe('deep chains of calls', () => {
  const chain = (depth: number): string => Array.from({ length: depth }, (_, i) =>
    `define double @f${i}(double %x) noinline {\n  %y = fmul double %x, %x\n  ${i + 1 < depth ? `%z = call double @f${i + 1}(double %y)` : '%z = fadd double %y, 1.0'}\n  ret double %z\n}\n`).join('')
    + 'declare double @__enzyme_autodiff(ptr, ...)\ndefine double @slope(double %x) {\n  %d = call double (ptr, ...) @__enzyme_autodiff(ptr @f0, double %x)\n  ret double %d\n}\n';

  it('of a thousand functions are differentiated', async () => {
    write('chain.ll', chain(1000));
    expect(await command(folder, [main, 'opt', 'chain.ll', '-o', 'derived.ll'])).toMatchObject({ status: 0, stderr: '' });
  });

  it('are refused with advice where the stack is too small', async () => {
    write('chain.ll', chain(1000));
    const { status, stderr } = await command(folder, [process.execPath, '--stack-size=400', main, 'opt', 'chain.ll', '-o', 'derived.ll']);
    expect(status).toBe(1);
    expect(stderr).toContain('error[RZ5004]: the calls in this program are nested too deeply');
    expect(stderr).toContain('--stack-size');
  });
});
