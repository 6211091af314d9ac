/** `ribozyme clang ...` does what clang does; and derivatives. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { command, ribozyme } from './command.js';

let folder = '';
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const read = (name: string): Buffer => readFileSync(join(folder, name));
const tool = (...words: string[]) => ribozyme(folder, words);
const plain = (...words: string[]) => command(folder, words);

const square = 'double square(double x) { return x * x; }\n';
const declarations = 'double square(double x);\ndouble __enzyme_autodiff(void *, ...);\n';
const slope = `${declarations}double slope(double x) { return __enzyme_autodiff((void *)square, x); }\n`;
const main = '#include <stdio.h>\ndouble slope(double x);\nint main(void) { printf("%g\\n", slope(3)); return 0; }\n';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ribozyme-command-'));
  write('square.c', square);
  write('slope.c', slope);
  write('main.c', main);
  write('both.c', `${square}${slope}`);
  write('all.c', `${square}${slope}${main}`);
  write('hello.c', '#include <stdio.h>\n#include <math.h>\nint main(int argc, char **argv) { printf("hello %g\\n", sin(argc)); return 3; }\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Whether two objects are the same but for the IR that one of them carries. */
async function haveSameCode(...names: readonly [string, string]): Promise<boolean> {
  const bare = names.map((name) => `${name}.bare`) as [string, string];
  for (const [i, name] of names.entries()) await plain('llvm-objcopy-22', '--remove-section=.ribozyme', name, bare[i]!);
  return read(bare[0]).equals(read(bare[1]));
}

const slopeOfSquare = { status: 0, stdout: '6\n' };

describe('code that asks for no derivative', () => {
  it.each([['-O2'], ['-O0', '-g'], ['-O3', '-ffunction-sections'], ['-O2', '-m32']])('compiles to the same code: -c %s %s', async (...flags) => {
    expect(await tool('clang-22', '-c', ...flags, 'square.c', '-o', 'with')).toMatchObject({ status: 0, stderr: '' });
    expect(await plain('clang-22', '-c', ...flags, 'square.c', '-o', 'without')).toMatchObject({ status: 0 });
    expect(await haveSameCode('with', 'without')).toBe(true);
    expect((await plain('llvm-readelf-22', '-S', 'with')).stdout).toMatch(/\.ribozyme +PROGBITS .* E /);
  });

  it.each([['-S', '-O1'], ['-S', '-emit-llvm'], ['-c', '-emit-llvm', '-Os']])('compiles to the same: %s %s', async (...flags) => {
    expect(await tool('clang-22', ...flags, 'hello.c', '-o', 'with')).toMatchObject({ status: 0, stderr: '' });
    expect(await plain('clang-22', ...flags, 'hello.c', '-o', 'without')).toMatchObject({ status: 0 });
    expect(read('with').equals(read('without'))).toBe(true);
  });

  it('links, runs, and keeps its exit code', async () => {
    expect(await tool('clang-22', 'hello.c', '-o', 'hello', '-lm')).toMatchObject({ status: 0 });
    expect(await plain('./hello')).toMatchObject({ status: 3, stdout: 'hello 0.841471\n' });
  });

  it('fails as the compiler fails, with its messages and its exit code', async () => {
    write('broken.c', 'int f(void) { return x; }\n');
    const [ours, theirs] = [await tool('clang-22', '-c', 'broken.c'), await plain('clang-22', '-c', 'broken.c')];
    expect(ours).toEqual(theirs);
    expect(ours.status).toBe(1);
  });

  it.each([['--version'], ['-E', 'all.c'], ['-MM', 'all.c'], ['-fsyntax-only', 'all.c'], ['-print-resource-dir']])('%s passes through', async (...words) => {
    expect(await tool('clang-22', ...words)).toEqual(await plain('clang-22', ...words));
  });

  it('compiles with gcc too', async () => {
    expect(await tool('gcc', '-c', 'hello.c', '-o', 'hello.o')).toMatchObject({ status: 0 });
  });
});

describe('code that asks for derivatives', () => {
  it.each(['clang-14', 'clang-16', 'clang-19', 'clang-22'])('%s', async (compiler) => {
    expect(await tool(compiler, '-Wall', '-O2', 'all.c', '-o', 'all')).toMatchObject({ status: 0, stderr: '' });
    expect(await plain('./all')).toMatchObject(slopeOfSquare);
  });

  it('where a store is overwritten in part, with clang-14 too', async () => {
    write('parts.c', `#include <emmintrin.h>
#include <stdio.h>
double __enzyme_autodiff(void *, ...);
__attribute__((noinline)) static void fill(double *p, __m128d both) { _mm_storeu_pd(p, both); p[0] = 1; }
static double square(double x) { return x * x; }
int main(void) {
  double p[2] = {7, 7};
  fill(p, _mm_set1_pd(2));
  printf("%g %g %g", p[0], p[1], __enzyme_autodiff((void *)square, 3.0));
}\n`);
    expect(await tool('clang-14', '-O2', 'parts.c', '-o', 'parts')).toMatchObject({ status: 0, stderr: '' });
    expect(await plain('./parts')).toMatchObject({ stdout: '1 2 6' });
  });

  it.each(['-O0', '-O1', '-O2', '-O3', '-Os', '-Oz', '-Ofast'])('%s', async (level) => {
    expect(await tool('clang-22', '-w', level, 'all.c', '-o', 'all')).toMatchObject({ status: 0 });
    expect(await plain('./all')).toMatchObject(slopeOfSquare);
  });

  it('in Fortran', async () => {
    write('slope.f90', `module m
  use iso_c_binding
  interface
    function autodiff(f, x) bind(c, name="__enzyme_autodiff") result(r)
      import
      type(c_funptr), value :: f
      real(c_double), value :: x
      real(c_double) :: r
    end function
  end interface
contains
  real(c_double) function square(x) bind(c)
    real(c_double), value :: x
    square = x * x
  end function
end module
use m
print '(f3.1)', autodiff(c_funloc(square), 3d0)
end
`);
    expect(await tool('flang-22', '-O2', 'slope.f90', '-o', 'all')).toMatchObject({ status: 0, stderr: '' });
    expect(await plain('./all')).toMatchObject({ status: 0, stdout: '6.0\n' });
  });

  it('may be spread over files of one command', async () => {
    expect(await tool('clang-22', 'main.c', 'slope.c', 'square.c', '-lm', '-o', 'all')).toMatchObject({ status: 0, stderr: '' });
    expect(await plain('./all')).toMatchObject(slopeOfSquare);
  });

  it('may be compiled in steps, with an archive', async () => {
    expect(await tool('clang-22', '-c', 'both.c')).toMatchObject({ status: 0, stderr: '' });
    expect(await tool('clang-22', '-c', 'main.c')).toMatchObject({ status: 0, stderr: '' });
    expect(await plain('ar', 'rc', 'libboth.a', 'both.o')).toMatchObject({ status: 0 });
    expect(await tool('clang-22', 'main.o', '-L.', '-lboth', '-o', 'all')).toMatchObject({ status: 0 });
    expect(await plain('./all')).toMatchObject(slopeOfSquare);
  });

  it('link with objects and archives of others, in their order', async () => {
    await plain('clang-22', '-c', 'main.c');
    expect(await tool('clang-22', 'main.o', 'both.c', '-o', 'all')).toMatchObject({ status: 0 });
    expect(await plain('./all')).toMatchObject(slopeOfSquare);
  });

  it('are compiled one by one where a command compiles several', async () => {
    expect(await tool('clang-22', '-c', 'both.c', 'hello.c', 'main.c', '-MD')).toMatchObject({ status: 0 });
    await plain('clang-22', '-c', 'hello.c', '-o', 'plain.o');
    expect(await haveSameCode('hello.o', 'plain.o')).toBe(true);
    expect(await plain('clang-22', 'both.o', 'main.o', '-o', 'all')).toMatchObject({ status: 0 });
    expect(await plain('./all')).toMatchObject(slopeOfSquare);
  });

  it.each([[['-S'], 'both.s'], [['-S', '-emit-llvm'], 'both.ll'], [['-c', '-emit-llvm'], 'both.bc']] as const)('%s', async (flags, output) => {
    expect(await tool('clang-22', '-O2', ...flags, 'both.c')).toMatchObject({ status: 0, stderr: '' });
    expect(read(output).includes('__enzyme')).toBe(false);
    expect(await plain('clang-22', 'main.c', output, '-o', 'all')).toMatchObject({ status: 0 });
    expect(await plain('./all')).toMatchObject(slopeOfSquare);
  });

  it('may come as IR, as text or bitcode', async () => {
    await plain('clang-22', '-O1', '-S', '-emit-llvm', 'both.c');
    await plain('clang-22', '-O0', '-c', '-emit-llvm', 'main.c');
    expect(await tool('clang-22', 'both.ll', 'main.bc', '-o', 'all')).toMatchObject({ status: 0, stderr: '' });
    expect(await plain('./all')).toMatchObject(slopeOfSquare);
  });

  it('may come from the standard input', async () => {
    expect(await ribozyme(folder, ['clang-22', '-x', 'c', '-', '-o', 'all'], { input: `${square}${slope}${main}` })).toMatchObject({ status: 0 });
    expect(await plain('./all')).toMatchObject(slopeOfSquare);
  });

  it('in C++, with the header of this package, from a response file', async () => {
    write('fit.cpp', `#include <ribozyme/autodiff.h>\n#include <iostream>\nstatic ${square}int main() { std::cout << __enzyme_autodiff((void *)square, 3.0) << "\\n"; }\n`);
    write('words', '-O2 fit.cpp\n-o "the program"');
    expect(await tool('clang++-22', '@words')).toMatchObject({ status: 0, stderr: '' });
    expect(await plain('./the program')).toMatchObject(slopeOfSquare);
  });

  it('a header that only declares the markers changes nothing', async () => {
    write('declares.c', `#include <ribozyme/autodiff.h>\n${square}`);
    expect(await tool('clang-22', '-c', '-O2', '-I', join(process.cwd(), 'include'), 'declares.c', '-o', 'with')).toMatchObject({ status: 0, stderr: '' });
    await plain('clang-22', '-c', '-O2', '-I', join(process.cwd(), 'include'), 'declares.c', '-o', 'without');
    expect(await haveSameCode('with', 'without')).toBe(true);
  });
});

describe('what comes with the output', () => {
  it('warnings are shown once', async () => {
    write('warns.c', `${square}${slope}int f(void) { int unused; return 0; }\n`);
    const { stderr, status } = await tool('clang-22', '-Wall', '-c', 'warns.c');
    expect(status).toBe(0);
    expect(stderr.match(/warning: unused variable/g)).toHaveLength(1);
    expect(await tool('clang-22', '-Wall', '-Werror', '-c', 'warns.c', '-o', 'no.o')).toMatchObject({ status: 1 });
    expect(existsSync(join(folder, 'no.o'))).toBe(false);
  });

  it('dependency files are those of the command', async () => {
    await tool('clang-22', '-MMD', '-MP', '-c', 'both.c', '-o', 'x.o');
    const ours = read('x.d').toString();
    await plain('clang-22', '-MMD', '-MP', '-c', 'both.c', '-o', 'x.o');
    expect(ours).toBe(read('x.d').toString());
  });

  it('debug info is there if asked for, and only then', async () => {
    await tool('clang-22', '-S', '-emit-llvm', 'both.c');
    expect(read('both.ll').toString()).not.toMatch(/!dbg|!DI|Debug Info/);
    await tool('clang-22', '-g', '-S', '-emit-llvm', 'both.c');
    expect(read('both.ll').toString()).toMatch(/!dbg[^]*DICompileUnit/);
  });

  it('sanitizers see the derivative too', async () => {
    write('bad.c', `#include <stdlib.h>\nextern int enzyme_dup;\nvoid __enzyme_autodiff(void *, ...);\ndouble second(double *p) { return p[1] * p[1]; }\nint main(void) { double p[2] = {1, 2}; double *d = malloc(8); d[0] = 0; __enzyme_autodiff((void *)second, enzyme_dup, p, d); return d[0] != 0; }\n`);
    expect(await tool('clang-22', '-g', '-fsanitize=address,undefined', 'bad.c', '-o', 'bad')).toMatchObject({ status: 0, stderr: '' });
    expect((await plain('./bad')).stderr).toContain('heap-buffer-overflow');
  });

  it('the time, if asked for', async () => {
    const { stderr, status } = await tool('--time-report', 'clang-22', '-c', 'both.c');
    expect(status).toBe(0);
    for (const phase of ['looking for marker calls', 'source to IR', 'derivative of square, reverse mode', 'IR to machine code', 'in all']) {
      expect(stderr).toMatch(new RegExp(`^ +\\d+\\.\\d{3}  ${phase}`, 'm'));
    }
    expect((await tool('--time-report', 'opt', 'not-there.ll')).stderr).toMatch(/RZ5004[^]*in all/);
  });

  it('nothing else: no temporary files after success, failure, or a signal', async () => {
    const env = { TMPDIR: join(folder, 'scratch') };
    await plain('mkdir', 'scratch');
    await ribozyme(folder, ['clang-22', '-fsanitize=address', 'all.c', '-o', 'all'], { env });
    await ribozyme(folder, ['clang-22', 'all.c', '-o', 'all', '-lnot-there'], { env });
    expect(readdirSync(env.TMPDIR)).toEqual([]);

    write('slow.c', `${square}${slope}${main}`);
    write('linker', '#!/bin/sh\nsleep 30\n');
    await plain('chmod', '+x', 'linker');
    const killed = await ribozyme(folder, ['clang-22', 'slow.c', '-o', 'slow', `--ld-path=${folder}/linker`], {
      env, started: (kill) => { void untilThereIsAFileIn(env.TMPDIR).then(() => kill('SIGINT')); },
    });
    expect(killed.signal).toBe('SIGINT');
    expect(readdirSync(env.TMPDIR).filter((name) => name.startsWith('ribozyme-'))).toEqual([]);
    expect(existsSync(join(folder, 'slow'))).toBe(false);
  });
});

async function untilThereIsAFileIn(directory: string): Promise<void> {
  while (readdirSync(directory).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('a derivative that is refused', () => {
  beforeEach(() => write('refused.c', `${declarations}double outside(double x);\ndouble inner(double x) { return 2 * outside(x); }\ndouble slope(double x) {\n  return __enzyme_autodiff((void *)inner, x);\n}\nint main(void) { return slope(3) != 0; }\n`));

  it('is explained with its code and place; the output is left as it was', async () => {
    write('refused', 'old');
    const { status, stderr } = await tool('clang-22', '-O2', 'refused.c', '-o', 'refused');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^error\[RZ3101\]: cannot differentiate a call to `outside`/);
    expect(stderr).toMatch(/--> .*refused\.c:4:/);
    expect(stderr).toContain('double inner(double x)');
    expect(stderr).toContain('= help: ');
    expect(read('refused').toString()).toBe('old');
  });

  it('is refused when the file is compiled, where no other file can help', async () => {
    write('refused.o', 'old');
    write('refused.c', `${declarations}double outside(double x);\nint inner(int x) { return x; }\ndouble slope(double x) { return __enzyme_autodiff((void *)square) + __enzyme_autodiff((void *)inner, x); }\n`);
    const { status, stderr } = await tool('clang-22', '-O2', '-c', 'refused.c');
    expect(status).toBe(1);
    expect(stderr).toContain('RZ4003');
    expect(read('refused.o').toString()).toBe('old');
  });
});

describe('a compiler that cannot be used', () => {
  it('is not there', async () => {
    expect(await tool('clang-77', '-c', 'all.c')).toMatchObject({ status: 1, stderr: expect.stringContaining('RZ5001') as string });
  });
  it('has no LLVM', async () => {
    const { status, stderr } = await tool('gcc', '-c', 'all.c');
    expect(status).toBe(1);
    expect(stderr).toContain('gcc is gcc');
  });
  it('is rustc, with a marker', async () => {
    write('a.rs', 'extern "C" { fn __enzyme_autodiff(); }\nfn main() {}\n');
    expect(await tool('rustc', 'a.rs')).toMatchObject({ status: 1, stderr: expect.stringContaining('not supported in Rust yet') as string });
  });
});
