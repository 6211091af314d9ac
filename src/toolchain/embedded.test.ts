import { describe, expect, it } from 'vitest';
import { CompilerFailure, embeddedToolchain } from './index.js';

const steps: number[] = [];
const toolchain = embeddedToolchain({ onProgress: (done) => steps.push(done) });

describe('the embedded clang', () => {
  it('makes canonical IR from files in memory', async () => {
    const ir = await toolchain.toIr('main.c', { files: { 'main.c': '#include "inc/f.h"\n#include <math.h>\ndouble g(double x) { return f(x) * sin(x); }\n', 'inc/f.h': 'static double f(double x) { return K * x; }\n' }, flags: ['-DK=3'] });
    expect(ir).toContain('wasm32');
    expect(ir).toMatch(/define .* @g\(/);
    expect(ir).toContain('!DILocalVariable(name: "x"');
  });

  it('reads files on disk, and names them as the user does', async () => {
    const ir = await toolchain.toIr('examples/rosenbrock.c');
    expect(ir).toContain('!DIFile(filename: "examples/rosenbrock.c"');
  });

  it('says how loading goes, once', () => {
    expect(steps[0]).toBe(0);
    expect(steps.at(-1)).toBe(1);
    expect(steps.filter((step) => step === 1).length).toBeLessThanOrEqual(2);
  });

  it('links programs, C++ too, that run here', async () => {
    const source = '#include <vector>\nextern "C" double total(int n) { std::vector<double> v; for (int i = 0; i < n; i++) v.push_back(i); double s = 0; for (double x : v) s += x; return s; }\n';
    const ir = await toolchain.toIr('v.cpp', { files: { 'v.cpp': source } });
    const wasm = await toolchain.emit(ir, 'executable', { cxx: true, flags: ['-O2', '-mexec-model=reactor', '-Wl,--export=total'] });
    const module = await WebAssembly.compile(Uint8Array.from(wasm));
    const nothing = Object.fromEntries(WebAssembly.Module.imports(module).map(({ name }) => [name, () => 0]));
    const { exports } = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: nothing });
    const { total } = exports;
    expect(total instanceof Function ? Number(total(5)) : undefined).toBe(10);
  });

  it('uses vectors, in what says nothing about them too, unless it is told not to', async () => {
    const files = { 's.c': 'void scale(double *restrict x, const double *restrict y) { for (int i = 0; i < 1024; i++) x[i] = 3 * y[i]; }\n' };
    const unmarked = `define void @helper(ptr noalias %x, ptr noalias %y) {
  %v = load <2 x double>, ptr %y
  %w = fmul <2 x double> %v, %v
  store <2 x double> %w, ptr %x
  ret void
}
`;
    for (const [flags, multiplication] of [[[], 'f64x2.mul'], [['-mno-simd128'], 'f64.mul']] as const) {
      const ir = await toolchain.toIr('s.c', { files, flags });
      const assembly = new TextDecoder().decode(await toolchain.emit(`${ir}\n${unmarked}`, 'assembly', { flags: ['-O3'] }));
      const [scale, helper] = assembly.split(/^helper:/m);
      expect(scale).toContain(multiplication);
      expect(helper).toContain(multiplication);
    }
  });

  it('shows messages as they are, and fails with the exit code', async () => {
    const messages: string[] = [];
    const broken = toolchain.toIr('e.c', { files: { 'e.c': 'int f(void) { return x; }\n' }, onMessage: (text) => messages.push(text) });
    await expect(broken).rejects.toBeInstanceOf(CompilerFailure);
    expect(messages.join('')).toMatch(/^e\.c:1:22: error: use of undeclared identifier 'x'/);
  });

  it('finds the headers of this package', async () => {
    const source = '#include <ribozyme/autodiff.h>\ndouble f(double x) { return x; }\ndouble g(double x) { return __enzyme_autodiff((void *)f, enzyme_out, x); }\n';
    expect(await toolchain.toIr('h.c', { files: { 'h.c': source } })).toContain('@__enzyme_autodiff');
    expect(await toolchain.toIr('h.cpp', { files: { 'h.cpp': source } })).toContain('__enzyme_autodiff');
  });
});
