/** Constant memory of which only the run tells that something active is stored there: the derivative ends rather than be wrong. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { command, ribozyme } from './command.js';

let folder = '';
const source = `#include <stdio.h>
#include <stdlib.h>
#include <string.h>
extern int enzyme_dup, enzyme_const;
double __enzyme_autodiff(void *, ...);
double __enzyme_fwddiff(void *, ...);
struct cell { double *memory; struct cell *next; };
volatile size_t size = sizeof(double);
__attribute__((noinline)) static void put(struct cell *c, double v) {
  for (; c; c = c->next) {
    double square = v * v;
    if (COPY) memcpy(c->memory, &square, size); else *c->memory = square;
  }
}
__attribute__((noinline)) static double take(struct cell *c) { double s = 0; for (; c; c = c->next) s += *c->memory; return s; }
static double twice(double x, double *scratch, int n) {
  struct cell *list = NULL;
  for (int i = 0; i < n; i++) {
    struct cell *c = malloc(sizeof *c);
    c->memory = i % 2 ? malloc(8) : scratch;
    c->next = list;
    list = c;
  }
  put(list, x);
  double result = take(list);
  while (list) { struct cell *c = list; list = c->next; if (c->memory != scratch) free(c->memory); free(c); }
  return result;
}
int main(int argc, char **argv) {
  double scratch = 0, shadow = 0;
  switch (argc) {
    case 1: printf("%g\\n", __enzyme_autodiff((void *)twice, 3.0, enzyme_dup, &scratch, &shadow, enzyme_const, 2)); return 0;
    case 2: printf("%g\\n", __enzyme_autodiff((void *)twice, 3.0, enzyme_const, &scratch, enzyme_const, 2)); return 0;
    default: printf("%g\\n", __enzyme_fwddiff((void *)twice, 3.0, 1.0, enzyme_const, &scratch, enzyme_const, 2)); return 0;
  }
}
`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ribozyme-constant-'));
  writeFileSync(join(folder, 'cells.c'), source);
});
afterAll(() => { rmSync(folder, { recursive: true }); });

it.each(['0', '1'])('with a copy or without: %s', async (copy) => {
  expect(await ribozyme(folder, ['clang-22', '-O1', '-g', `-DCOPY=${copy}`, 'cells.c', '-o', 'cells'])).toMatchObject({ status: 0, stderr: '' });
  expect(await command(folder, ['./cells'])).toMatchObject({ status: 0, stdout: '12\n' });
  for (const args of [['reverse'], ['forward', 'mode']]) {
    const { status, stdout, stderr } = await command(folder, ['./cells', ...args]);
    expect(status).not.toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^ribozyme: an active value is stored in memory declared constant, and may be read back, at .*cells\.c:\d+; pass that memory/);
  }
});
