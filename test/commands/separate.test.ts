/** Derivatives that go from file to file: compiled one by one, in archives, and linked. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { command, type Finished, ribozyme } from './command.js';

let folder = '';
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const plain = (line: string): Promise<Finished> => command(folder, line.split(' '));
const tool = (line: string): Promise<Finished> => ribozyme(folder, line.split(' '));

/** Runs the lines one after the other, each of which must succeed without a word; the last one's output. */
async function succeed(...lines: readonly string[]): Promise<string> {
  let output = '';
  for (const line of lines) {
    const { status, stdout, stderr } = line.startsWith('ribozyme ') ? await tool(line.slice('ribozyme '.length)) : await plain(line);
    expect({ line, status, stderr }).toEqual({ line, status: 0, stderr: '' });
    output = stdout;
  }
  return output;
}

const calls = `
  #include <stdio.h>
  extern int enzyme_dup;
  double __enzyme_autodiff(void *, ...);
  double __enzyme_fwddiff(void *, ...);
`;
/** `step` counts its calls in a variable of its own, which the program sees through `count`. */
const step = `
  static int calls;
  __attribute__((noinline)) static double helper(double x) { return x * x; }
  double step(double x) { calls++; return helper(x) * x; }
  int count(void) { return calls; }
`;
const main = `${calls}
  double step(double x);
  int count(void);
  __attribute__((noinline)) static double helper(double x) { return 2 * x; }
  static double loss(double x) { return helper(step(x)); }
  int main(void) {
    double value = loss(2), slope = __enzyme_autodiff((void *)loss, 2.0), tangent = __enzyme_fwddiff((void *)loss, 2.0, 1.0);
    printf("%g %g %g %d\\n", value, slope, tangent, count());
    return 0;
  }
`;
const expected = '16 24 24 3\n';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ribozyme-separate-'));
  write('main.c', main);
  write('step.c', step);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a function and the call of its derivative in different files', () => {
  it.each([
    ['-O0'], ['-O3'], ['-g'], ['-O1 -g'], ['-fPIC'], ['-Os'], ['-O2 -ffunction-sections -fdata-sections'], ['-O2 -flto'], ['-O2 -flto=thin'],
    ['-g -fsanitize=address,undefined'],
  ])('%s', async (flags) => {
    await succeed(`ribozyme clang-22 ${flags} -c main.c`, `ribozyme clang-22 ${flags} -c step.c`, `ribozyme clang-22 ${flags} -fuse-ld=lld main.o step.o -o program`);
    expect(await succeed('./program')).toBe(expected);
  });

  it.each(['clang-14', 'clang-16', 'clang-19'])('%s', async (compiler) => {
    await succeed(`ribozyme ${compiler} -O2 -c main.c`, `ribozyme ${compiler} -O1 -c step.c`, `ribozyme ${compiler} step.o main.o -o program`);
    expect(await succeed('./program')).toBe(expected);
  });

  it('compiled by one command, or partly by the one that links', async () => {
    await succeed('ribozyme clang-22 -c main.c step.c', 'ribozyme clang-22 main.o step.o -o program');
    expect(await succeed('./program')).toBe(expected);
    await succeed('ribozyme clang-22 -O2 main.c step.o -o program');
    expect(await succeed('./program')).toBe(expected);
    await succeed('ribozyme clang-22 -O2 step.c main.o -o program');
    expect(await succeed('./program')).toBe(expected);
  });

  it('by an older compiler, linked by a newer one; not the other way round', async () => {
    await succeed('ribozyme clang-22 -g -c main.c', 'ribozyme clang-16 -g -c step.c', 'ribozyme clang-22 main.o step.o -o program');
    expect(await succeed('./program')).toBe(expected);
    const { status, stderr } = await tool('clang-16 main.o step.o -o program');
    expect(status).toBe(1);
    expect(stderr).toContain('main.o was compiled by LLVM 22, and is linked with LLVM 16');
  });

  it('in bitcode, linked without -flto', async () => {
    await succeed('ribozyme clang-22 -flto -O1 -c main.c', 'ribozyme clang-22 -O1 -c step.c', 'ribozyme clang-22 main.o step.o -o program');
    expect(await succeed('./program')).toBe(expected);
  });

  it('in assembly, on the way to an object', async () => {
    await succeed('ribozyme clang-22 -S main.c', 'ribozyme clang-22 -c step.c', 'clang-22 -c main.s', 'ribozyme clang-22 main.o step.o -o program');
    expect(await succeed('./program')).toBe(expected);
  });

  it('merged with ld -r', async () => {
    await succeed('ribozyme clang-22 -c main.c step.c', 'ld -r main.o step.o -o both.o', 'ribozyme clang-22 both.o -o program');
    expect(await succeed('./program')).toBe(expected);
    await succeed('ribozyme clang-22 -r main.o -o part.o', 'ribozyme clang-22 part.o step.o -o program');
    expect(await succeed('./program')).toBe(expected);
  });
});

describe('archives', () => {
  const others = 'double other(double x) { return x + 1; }\ndouble another(double x) { return other(x); }\n';
  beforeEach(async () => {
    write('other.c', others);
    write('unused.c', 'double missing_function(double); double unused(double x) { return missing_function(x); }\n');
    await succeed('ribozyme clang-22 -O1 -c main.c step.c other.c unused.c');
  });

  it.each([
    ['ar', 'main.o libx.a'], ['ar', 'main.o -L. -lx'], ['llvm-ar-22', '-L. main.o -lx -lm'], ['ar', '-Wl,--start-group libx.a main.o -Wl,--end-group'],
  ])('%s: members that a derivative needs: %s', async (ar, words) => {
    await succeed(`${ar} rcs libx.a other.o step.o unused.o`, 'ranlib libx.a', `ribozyme clang-22 ${words} -o program`);
    expect(await succeed('./program')).toBe(expected);
  });

  it('thin ones', async () => {
    await succeed('llvm-ar-22 rcs --thin libx.a other.o step.o unused.o', 'ribozyme clang-22 main.o libx.a -o program');
    expect(await succeed('./program')).toBe(expected);
  });

  it.each(['-Wl,--whole-archive libx.a -Wl,--no-whole-archive', '-Wl,--whole-archive,libx.a,--no-whole-archive'])('whole: %s', async (words) => {
    await succeed('ar rcs libx.a other.o step.o', `ribozyme clang-22 main.o ${words} -o program`);
    expect(await succeed('./program')).toBe(expected);
    expect(await succeed('nm program')).toMatch(/ T another\n/);
  });

  it('a member that only the derivative needs', async () => {
    write('main.c', `${calls}double step(double);\nint main(void) { printf("%g\\n", __enzyme_autodiff((void *)step, 2.0)); return 0; }\n`);
    await succeed('ar rcs libx.a other.o step.o', 'ribozyme clang-22 -c main.c', 'ribozyme clang-22 main.o libx.a -o program');
    expect(await succeed('./program')).toBe('12\n');
  });

  it('the call of the derivative in an archive too', async () => {
    write('slope.c', `${calls}double step(double x);\ndouble slope(double x) { return __enzyme_autodiff((void *)step, x); }\n`);
    write('user.c', '#include <stdio.h>\ndouble slope(double x);\nint main(void) { printf("%g\\n", slope(3)); return 0; }\n');
    await succeed('ribozyme clang-22 -c slope.c', 'clang-22 -c user.c', 'ar rcs libx.a unused.o slope.o step.o', 'ribozyme clang-22 user.o libx.a -o program');
    expect(await succeed('./program')).toBe('27\n');
  });

  it('with a program of bitcode that nobody can read', async () => {
    write('slope.c', `${calls}double step(double x);\ndouble slope(double x) { return __enzyme_autodiff((void *)step, x); }\n`);
    write('user.c', '#include <stdio.h>\ndouble slope(double x);\nint main(void) { printf("%g\\n", slope(3)); return 0; }\n');
    await succeed('ribozyme clang-22 -c slope.c', 'clang-22 -flto -c user.c', 'ar rcs libx.a unused.o slope.o step.o', 'ribozyme clang-22 -fuse-ld=lld user.o libx.a -o program');
    expect(await succeed('./program')).toBe('27\n');
  });

  it('of bitcode', async () => {
    await succeed('ribozyme clang-22 -flto -O1 -c main.c step.c other.c unused.c', 'llvm-ar-22 rcs libx.a other.o step.o unused.o', 'ribozyme clang-22 -flto -fuse-ld=lld main.o libx.a -o program');
    expect(await succeed('./program')).toBe(expected);
  });
});

it('a shared library', async () => {
  write('slope.c', `${calls}double step(double x);\ndouble slope(double x) { return __enzyme_autodiff((void *)step, x); }\n`);
  write('user.c', '#include <stdio.h>\ndouble slope(double x);\nint main(void) { printf("%g\\n", slope(3)); return 0; }\n');
  await succeed('ribozyme clang-22 -fPIC -c slope.c step.c', 'ribozyme clang-22 -shared slope.o step.o -o libslope.so', 'ribozyme clang-22 user.c -L. -lslope -Wl,-rpath,. -o program');
  expect(await succeed('./program')).toBe('27\n');
});

describe('what files share', () => {
  it('a variable that one writes and the other reads', async () => {
    write('a.c', `${calls}extern double state;\nvoid advance(double);\ndouble run(double x) { state = x; advance(x); advance(x); return state; }\nint main(void) { double s = __enzyme_autodiff((void *)run, 3.0); printf("%g %g\\n", s, state); return 0; }\n`);
    write('b.c', 'double state;\nstatic double gain = 1;\nvoid advance(double x) { state = gain * state * x; gain = 2; }\n');
    await succeed('ribozyme clang-22 -O2 -c a.c b.c', 'ribozyme clang-22 a.o b.o -o program');
    expect(await succeed('./program')).toBe('54 54\n');
  });

  it('functions called without arguments, through a variable of either file', async () => {
    write('a.c', `${calls}double state;\nvoid square_state(void);\nstatic double run(double x) { state = x; square_state(); return state; }\nint main(void) { printf("%g\\n", __enzyme_autodiff((void *)run, 3.0)); return 0; }\n`);
    write('b.c', 'extern double state;\nvoid square_state(void) { state *= state; }\n');
    await succeed('ribozyme clang-22 -O2 -c a.c b.c', 'ribozyme clang-22 a.o b.o -o program');
    expect(await succeed('./program')).toBe('6\n');
  });

  it('templates and inline functions with static variables', async () => {
    write('shared.h', 'template <typename T> T power(T x, int n) { T y = 1; for (int i = 0; i < n; i++) y *= x; return y; }\ninline int &uses() { static int count; return count; }\n');
    write('a.cpp', '#include "shared.h"\n#include <cstdio>\ntemplate <typename R, typename... A> R __enzyme_autodiff(void *, A...);\ndouble cube(double x);\nstatic double f(double x) { uses()++; return power(x, 2) + cube(x); }\nint main() { double d = __enzyme_autodiff<double>((void *)f, 2.0); std::printf("%g %d\\n", d, uses()); }\n');
    write('b.cpp', '#include "shared.h"\ndouble cube(double x) { uses() += 10; return power(x, 3); }\n');
    await succeed('ribozyme clang++-22 -O1 -c a.cpp b.cpp', 'ribozyme clang++-22 a.o b.o -o program');
    expect(await succeed('./program')).toBe('16 11\n');
  });

  it('objects with vectors and methods, from two compilers', async () => {
    write('layer.h', '#include <vector>\nstruct layer { std::vector<double> w; double apply(const std::vector<double> &x) const; };\n');
    write('layer.cpp', '#include "layer.h"\nstatic double helper(double x) { return x * x; }\ndouble layer::apply(const std::vector<double> &x) const {\n  std::vector<double> y(x);\n  for (auto &e : y) e *= e;\n  double s = 0;\n  for (std::size_t i = 0; i < y.size(); i++) s += w[i] * y[i];\n  return helper(s);\n}\n');
    write('main.cpp', '#include "layer.h"\n#include <cstdio>\nextern int enzyme_dup, enzyme_const;\ntemplate <typename R, typename... A> R __enzyme_autodiff(void *, A...);\nstatic double loss(const layer *l, const std::vector<double> *x) { std::vector<double> copy = *x; return l->apply(copy); }\nint main() { layer l{{1, 2}}; std::vector<double> x{1, 2}, dx{0, 0}; __enzyme_autodiff<void>((void *)loss, enzyme_const, &l, enzyme_dup, &x, &dx); std::printf("%g %g\\n", dx[0], dx[1]); }\n');
    await succeed('ribozyme clang++-16 -O3 -fno-exceptions -c main.cpp', 'ribozyme clang++-22 -O1 -fno-exceptions -c layer.cpp', 'ribozyme clang++-22 main.o layer.o -o program');
    expect(await succeed('./program')).toBe('36 144\n');
  });

  it('C and C++', async () => {
    write('a.cpp', '#include <cstdio>\nextern "C" double cube(double x);\nextern "C" double __enzyme_autodiff(void *, ...);\nint main() { std::printf("%g\\n", __enzyme_autodiff((void *)cube, 2.0)); }\n');
    write('b.c', 'double cube(double x) { return x * x * x; }\n');
    await succeed('ribozyme clang++-22 -O2 -c a.cpp', 'ribozyme clang-22 -O0 -c b.c', 'ribozyme clang++-22 b.o a.o -o program');
    expect(await succeed('./program')).toBe('12\n');
  });

  it.each(['clang-22', 'flang-22'])('C and Fortran, linked by %s', async (linker) => {
    write('cube.f90', 'real(8) function cube(x) bind(c)\n  use iso_c_binding\n  real(c_double), value :: x\n  cube = x * x * x\nend function\n');
    write('a.c', `${calls}double cube(double x);\nint main(void) { printf("%g\\n", __enzyme_autodiff((void *)cube, 2.0)); return 0; }\n`);
    await succeed('ribozyme clang-22 -O2 -c a.c', 'ribozyme flang-22 -O2 -c cube.f90', `ribozyme ${linker} a.o cube.o -o program`);
    expect(await succeed('./program')).toBe('12\n');
  });

  it('derivatives of derivatives', async () => {
    write('a.c', `${calls}double slope(double x);\nint main(void) { printf("%g\\n", __enzyme_fwddiff((void *)slope, 2.0, 1.0)); return 0; }\n`);
    write('b.c', `${calls}double cube(double x);\ndouble slope(double x) { return __enzyme_fwddiff((void *)cube, x, 1.0); }\n`);
    write('c.c', 'double cube(double x) { return x * x * x; }\n');
    await succeed('ribozyme clang-22 -O2 -c a.c b.c c.c', 'ribozyme clang-22 a.o b.o c.o -o program');
    expect(await succeed('./program')).toBe('12\n');
  });

  it('a weak function that another file replaces', async () => {
    write('a.c', `${calls}__attribute__((weak)) double g(double x) { return x; }\ndouble f(double x) { return g(x); }\nint main(void) { printf("%g\\n", __enzyme_autodiff((void *)f, 3.0)); return 0; }\n`);
    write('b.c', 'double g(double x) { return x * x; }\n');
    await succeed('ribozyme clang-22 -O2 -c a.c b.c', 'ribozyme clang-22 a.o b.o -o program');
    expect(await succeed('./program')).toBe('6\n');
    await succeed('ribozyme clang-22 a.o -o program');
    expect(await succeed('./program')).toBe('1\n');
    await succeed('clang-22 -O2 -c b.c');
    const { status, stderr } = await tool('clang-22 a.o b.o -o program');
    expect(status).toBe(1);
    expect(stderr).toContain('the weak definition of `g` is replaced by that in b.o, which carries no IR');
  });

  it('a function that has the name of one of the C library', async () => {
    write('a.c', `${calls}double exp10(double);\ndouble f(double x) { return exp10(x); }\nint main(void) { printf("%g\\n", __enzyme_autodiff((void *)f, 3.0)); return 0; }\n`);
    write('b.c', 'double exp10(double x) { return 10 * x; }\n');
    await succeed('ribozyme clang-22 -O2 -fno-builtin -c a.c b.c', 'ribozyme clang-22 a.o b.o -o program');
    expect(await succeed('./program')).toBe('10\n');
  });
});

describe('without the prefix', () => {
  it('objects that need no other are linked by anybody', async () => {
    write('a.c', `${calls}static double f(double x) { return x * x; }\ndouble slope(double x) { return __enzyme_autodiff((void *)f, x); }\n`);
    write('b.c', '#include <stdio.h>\ndouble slope(double x);\nint main(void) { printf("%g\\n", slope(3)); return 0; }\n');
    await succeed('ribozyme clang-22 -O2 -c a.c b.c', 'clang-22 a.o b.o -o program');
    expect(await succeed('./program')).toBe('6\n');
    expect(await succeed('llvm-readelf-22 -S program')).not.toContain('ribozyme');
    await succeed('gcc a.o b.o -o program');
    expect(await succeed('./program')).toBe('6\n');
  });

  it('those that wait for others are not, for a reason that can be read', async () => {
    await succeed('ribozyme clang-22 -O2 -c main.c step.c');
    const { status, stderr } = await plain('clang-22 main.o step.o -o program');
    expect(status).not.toBe(0);
    expect(stderr).toContain('ribozyme_link_step_needed__link_with_ribozyme_clang');
    expect(stderr).not.toContain('__enzyme');
  });
});

describe('a body that is missing', () => {
  it('in every file: named with the file that calls it', async () => {
    await succeed('ribozyme clang-22 -O2 -c main.c');
    const { status, stderr } = await tool('clang-22 main.o -o program');
    expect(status).toBe(1);
    expect(stderr).toMatch(/error\[RZ3101\].*`step`/);
    expect(stderr).toContain('main.c:');
    expect(stderr).toContain('`step` is called in main.c (main.o)');
    expect(stderr).toContain('no object or archive of this link defines it');
  });

  it('in a file that was compiled without the prefix', async () => {
    await succeed('ribozyme clang-22 -O2 -c main.c', 'clang-22 -c step.c', 'ar rc libx.a step.o');
    const { status, stderr } = await tool('clang-22 main.o libx.a -o program');
    expect(status).toBe(1);
    expect(stderr).toContain('it is defined in libx.a(step.o), without IR');
  });

  it('in a dynamic library', async () => {
    await succeed('ribozyme clang-22 -O2 -c main.c', 'ribozyme clang-22 -fPIC -shared step.c -o libstep.so');
    const { status, stderr } = await tool('clang-22 main.o -L. -lstep -o program');
    expect(status).toBe(1);
    expect(stderr).toContain('functions of dynamic libraries cannot be differentiated from outside');
  });

  it('because an object was changed', async () => {
    await succeed('ribozyme clang-22 -O2 -c main.c step.c', 'clang-22 -c -x c /dev/null -o nothing.o');
    write('more.c', 'double more(double x) { return x; }\n');
    await succeed('clang-22 -c more.c', 'ld -r step.o more.o -o both.o');
    const { status, stderr } = await tool('clang-22 main.o both.o -o program');
    expect(status).toBe(1);
    expect(stderr).toContain('both.o holds `more`, which is not in the IR that it carries');
    await succeed('llvm-objcopy-22 --remove-section=.ribozyme main.o bare.o');
    const bare = await tool('clang-22 bare.o step.o -o program');
    expect(bare.status).toBe(1);
    expect(bare.stderr).toContain('error[RZ5004]: the derivatives that bare.o waits for cannot be made');
  });
});

it('outputs that are no objects are left alone', async () => {
  expect(await tool('clang-22 -c step.c -o /dev/null')).toMatchObject({ status: 0, stderr: '' });
  await succeed('ribozyme clang-22 --target=wasm32 -c step.c -o step.wasm', 'clang-22 --target=wasm32 -c step.c -o plain.wasm');
  expect(readFileSync(join(folder, 'step.wasm')).equals(readFileSync(join(folder, 'plain.wasm')))).toBe(true);
});
