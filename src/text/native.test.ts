/**
 * What real compilers write: read in full and printed again, it must be the same module to the LLVM that wrote it.
 * Texts with typed pointers cannot be compared that way (we drop casts), so there the programs are run.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseModule, printModule } from './index.js';

const directory = mkdtempSync(join(tmpdir(), 'ribozyme-text-'));
afterAll(() => { rmSync(directory, { recursive: true, force: true }); });

const cProgram = `
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <math.h>
typedef float v4 __attribute__((vector_size(16)));
typedef struct node { struct node *next; double value; char tag[3]; unsigned bits : 5; } node;
typedef struct { char bytes[40]; } big;
static const struct { int a; const void *p; } table[] = {{1, table}, {2, "a\\"b\\\\\\xff"}};
static _Thread_local int calls; int hidden __attribute__((visibility("hidden"), section("mine"))) = 3;
int target(int x) { return x + 1; } int also(int) __attribute__((alias("target")));
static int sum(int n, ...) { va_list ap; int s = 0; va_start(ap, n); while (n--) s += va_arg(ap, int); va_end(ap); return s; }
static big copy(big b) { b.bytes[0]++; return b; }
static int interpret(const unsigned char *code, int acc) {
  static void *labels[] = {&&add, &&sub, &&halt};
  goto *labels[*code++];
add: acc++; goto *labels[*code++];
sub: acc--; goto *labels[*code++];
halt: return acc;
}
static _Complex double power(_Complex double z) { return z * z / (z + 1.0); }
static int pick(int x) { switch (x) { case 1 ... 5: return 2; case 100: return 4; case -7: return 9; default: return x; } }
int main(int argc, char **argv) {
  node *list = 0;
  for (int i = 0; i < 3; i++) { node *n = calloc(1, sizeof *n); n->next = list; n->value = sin(i) * 0.1f; n->bits = i; list = n; }
  double total = 0;
  while (list) { node *n = list; total += n->value + n->bits; list = n->next; free(n); }
  long counter = 1; __atomic_fetch_add(&counter, 4, __ATOMIC_SEQ_CST); __sync_bool_compare_and_swap(&counter, 5, 6);
  big b; memset(&b, 7, sizeof b); b = copy(b); calls++;
  v4 v = (v4){1, 2, 3, 4} * (v4){1, 1, 2, 2};
  int squares[argc + 2]; for (int i = 0; i < argc + 2; i++) squares[i] = i * i;
  long double wide = 1.1L * argc; __int128 huge = (__int128)argc << 100;
  __asm__ volatile("nop" : "+m"(total) : "r"(argc) : "memory");
  unsigned char code[] = {0, 0, 1, 2};
  printf("%.9f %ld %d %d %f %Lf %d %s %d\\n", total, counter, b.bytes[0], calls + hidden + also(1), (double)v[2], wide,
    (int)(huge >> 99), (const char *)table[1].p, interpret(code, 5) + sum(3, 1, 2, 3) + pick(argc) + squares[argc]);
  printf("%f\\n", __real__ power(1.0 + 2.0i));
  return 0;
}`;

const cxxProgram = `
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>
struct Shape { virtual ~Shape() {} virtual double area() const = 0; };
struct Square : Shape { double side; explicit Square(double s) : side(s) {} double area() const override { return side * side; } };
template <class T> T twice(T x) { return x + x; }
static std::map<std::string, double> names;
double risky(const std::vector<double> &v) { if (v.size() > 2) throw std::runtime_error("too long"); return v.at(0); }
int main() {
  std::unique_ptr<Shape> s(new Square(3));
  names["square"] = s->area();
  std::function<double(double)> f = [&](double x) { return twice(x) + names["square"]; };
  for (int n = 1; n < 4; n++) try { std::cout << risky(std::vector<double>(n, 1.5)) << ' '; } catch (const std::exception &e) { std::cout << e.what(); }
  std::cout << ' ' << f(2) << std::endl;
  thread_local std::string local = "x"; std::cout << local << std::endl;
}`;

const fortranProgram = `
program p
  real(8) :: a(3) = [1d0, 2d0, 3d0]
  complex(8) :: z
  z = (1d0, 2d0) * sum(a)
  print *, dot_product(a, a), z, 'done'
end program`;

const rustProgram = `
use std::collections::HashMap;
#[derive(Debug, Clone)] pub enum E { A(f64), B { x: i32, y: String } }
fn main() {
  let mut m: HashMap<String, E> = HashMap::new();
  m.insert("k".to_string(), E::B { x: 3, y: "é".into() });
  let total: f64 = [1.0, 2.0f64].iter().map(|x| x.sin() * 2.0).sum();
  println!("{:?} {:?} {}", m.get("k"), E::A(1.0), total);
}`;

function run(command: string, args: readonly string[], input?: string): string {
  const result = spawnSync(command, args, { cwd: directory, encoding: 'utf8', maxBuffer: 1 << 30, ...(input !== undefined && { input }) });
  if (result.error || result.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${result.error?.message ?? result.stderr}`);
  return result.stdout;
}

function isInstalled(command: string): boolean { return spawnSync(command, ['--version'], { encoding: 'utf8' }).status === 0; }

function compile(command: string, source: string, extension: string, args: readonly string[]): string {
  const file = join(directory, `program.${extension}`);
  writeFileSync(file, source);
  run(command, [...args, file, '-o', 'program.ll']);
  return readFileSync(join(directory, 'program.ll'), 'utf8');
}

/** Our text for a module whose bodies have all been read. */
function rewrite(text: string, llvm: number): string {
  const module = parseModule(text, { file: 'program.ll' });
  for (const fn of module.functions.values()) void fn.blocks;
  return printModule(module, { llvm });
}

const versions = [14, 16, 19, 22].filter((version) => isInstalled(`clang++-${version}`) && isInstalled(`opt-${version}`));

/** LLVM's own spelling of a module, verified. Blocks that we named because their address is taken are numbered again. */
function canonical(text: string, llvm: number): string {
  return run(`opt-${llvm}`, ['-passes=verify', '-S', '-', '-o', '-'], text);
}

function checkRoundTrip(text: string, llvm: number): void {
  const untouched = parseModule(text);
  const lazy = printModule(untouched, { llvm });
  // Printing for the version that wrote it needs no body to be read, unless it has typed pointers or names blocks by number.
  const bodies = [...untouched.functions.values()].filter((fn) => !fn.isDeclaration);
  if (llvm >= 15 && !text.includes('blockaddress')) expect(bodies.filter((fn) => fn.unparsedBody === undefined)).toEqual([]);
  const full = rewrite(text, llvm);
  expect(rewrite(full, llvm)).toBe(full);
  expect(rewrite(lazy, llvm)).toBe(full);
  if (llvm < 15) {
    run(`opt-${llvm}`, ['-opaque-pointers', '-passes=verify', '-', '-o', 'program.bc'], full);
  } else if (text.includes('blockaddress')) {
    expect(canonical(full, llvm)).toContain('blockaddress');
  } else {
    const expected = canonical(text, llvm);
    expect(canonical(full, llvm)).toBe(expected);
    expect(canonical(lazy, llvm)).toBe(expected);
  }
}

describe('what compilers write', () => {
  it('is tested with at least one native LLVM', () => { expect(versions).not.toEqual([]); });

  describe.each(versions)('clang %i', (version) => {
    it.each([['-O0'], ['-O2'], ['-O0', '-g'], ['-O2', '-g']])('C++ %s %s', (...options) => {
      const args = ['-S', '-emit-llvm', '-w', ...options];
      checkRoundTrip(compile(`clang++-${version}`, cxxProgram, 'cpp', args), version);
    });

    it.each([['-O0', '-g'], ['-O2', '-g0']])('C %s %s, and the program does the same', (...options) => {
      const text = compile(`clang-${version}`, cProgram, 'c', ['-S', '-emit-llvm', '-w', ...options]);
      checkRoundTrip(text, version);
      const flags = version < 15 ? ['-mllvm', '-opaque-pointers'] : [];
      writeFileSync(join(directory, 'ours.ll'), rewrite(text, version));
      run(`clang-${version}`, [...flags, '-w', 'ours.ll', '-lm', '-o', 'ours']);
      run(`clang-${version}`, ['-w', 'program.ll', '-lm', '-o', 'theirs']);
      expect(run('./ours', [])).toBe(run('./theirs', []));
    });
  });

  it('Fortran', () => {
    checkRoundTrip(compile('flang-22', fortranProgram, 'f90', ['-S', '-emit-llvm', '-O2', '-g']), 22);
  });

  it('Rust', () => {
    const version = Number(/LLVM version: (\d+)/.exec(run('rustc', ['--version', '--verbose']))?.[1]);
    expect(versions).toContain(version);
    checkRoundTrip(compile('rustc', rustProgram, 'rs', ['-g', '--edition', '2021', '--emit=llvm-ir']), version);
    checkRoundTrip(compile('rustc', rustProgram, 'rs', ['-O', '--edition', '2021', '--emit=llvm-ir']), version);
  });
}, 240_000);
