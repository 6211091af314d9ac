/** What people see of each diagnostic. Those of code that is refused are cases (test/cases); here are the others. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diagnostics } from '../../src/diagnostics/index.js';
import { loadCases } from '../cases/case.js';
import { root } from '../support/tool.js';
import { ribozyme } from './command.js';

interface Example { readonly code: string; readonly files: Readonly<Record<string, string>>; readonly command: string }

const lowered = (body: string, more = '') => `${more}define void @f(ptr %x, ptr %y) {
${body}
  ret void
}
declare void @__enzyme_autodiff(...)
@enzyme_dup = external global i32
define void @gradient(ptr %x, ptr %dx, ptr %y, ptr %dy) {
  %dup = load i32, ptr @enzyme_dup
  call void (...) @__enzyme_autodiff(ptr @f, i32 %dup, ptr %x, ptr %dx, i32 %dup, ptr %y, ptr %dy)
  ret void
}
`;
/** Calls that ask for derivatives of `square`, in C. */
const asking = (call: string): string => `extern int enzyme_width, enzyme_allocated, enzyme_const, enzyme_dup;
double __enzyme_fwddiff(void *, ...);
void *__enzyme_augmentfwd(void *, ...);
void __enzyme_reverse(void *, ...);
static void square(double *x) { *x = *x * *x; }
void ask(double *x, double *dx, int n) {
  ${call}
}
`;
const square = 'double square(double x) { return x * x; }\n';

/** A handler in a function whose personality says nothing of how it is found. */
const handler = lowered('  invoke void @may() to label %done unwind label %bad\nbad:\n  %caught = landingpad { ptr, i32 } catch ptr null\n  br label %done\ndone:',
  'declare void @may()\ndeclare i32 @other_personality(...)\n').replace('@f(ptr %x, ptr %y) {', '@f(ptr %x, ptr %y) personality ptr @other_personality {');

const examples: readonly Example[] = [
  { code: 'RZ1001', files: { 'a.ll': 'define double @f(double %x) {\n  %y = fmul double %x,\n  ret double %y\n}\n@broken = global\n' }, command: 'opt a.ll' },
  {
    code: 'RZ1002', command: 'opt a.ll',
    files: { 'a.ll': 'declare double @__enzyme_autodiff(...)\ndefine double @f(double %x) {\n  ret double %x\n}\ndefine double @g(double %x) {\n  %y = fadd double %d, %x\n  %d = call double (...) @__enzyme_autodiff(ptr @f, double %x)\n  ret double %y\n}\n' },
  },
  { code: 'RZ1003', files: { 'a.ll': '@v = global i32 1\n', 'b.ll': '@v = global i32 2\n' }, command: 'opt a.ll b.ll' },
  {
    code: 'RZ2001', command: 'opt a.ll',
    files: { 'a.ll': lowered('  call void @llvm.memcpy.p0.p0.i64(ptr %y, ptr %x, i64 16, i1 false)', 'declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)\n') },
  },
  { code: 'RZ2002', files: { 'a.ll': lowered('  %v = load i64, ptr %x\n  store i64 %v, ptr %y') }, command: 'opt a.ll' },
  { code: 'RZ3005', files: { 'a.c': 'typedef struct { double a, b; } pair;\npair f(double x) { pair p = {x, x}; return p; }\nvoid __enzyme_autodiff(void *, ...);\nvoid g(void) {\n  __enzyme_autodiff((void *)f, 1.0);\n}\n' }, command: 'clang-22 -c a.c' },
  { code: 'RZ4007', files: { 'a.c': asking('__enzyme_fwddiff((void *)square, enzyme_width, n, x, dx);') }, command: 'clang-22 -c a.c' },
  {
    code: 'RZ4008', command: 'clang-22 -c a.c',
    files: { 'a.c': asking('void *t = __enzyme_augmentfwd((void *)square, enzyme_allocated, 1, x, dx);\n  __enzyme_reverse((void *)square, enzyme_allocated, 1, x, dx, t);') },
  },
  {
    code: 'RZ4009', command: 'clang-22 -c a.c',
    files: { 'a.c': asking('void *t = __enzyme_augmentfwd((void *)square, enzyme_const, x);\n  __enzyme_reverse((void *)square, enzyme_dup, x, dx, t);') },
  },
  { code: 'RZ4010', files: { 'a.c': asking('__enzyme_fwddiff((void *)square, enzyme_allocated, 8, x, dx);') }, command: 'clang-22 -c a.c' },
  { code: 'RZ3002', files: { 'a.ll': handler }, command: 'opt a.ll' },
  { code: 'RZ5001', files: { 'a.c': square }, command: 'clang-77 -c a.c' },
  { code: 'RZ5002', files: { 'a.bc': 'BC\u00c0\u00de and nothing more' }, command: 'opt a.bc' },
  { code: 'RZ5003', files: {}, command: 'opt --upside-down a.ll' },
  { code: 'RZ5004', files: {}, command: 'opt not-there.ll' },
];

let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'ribozyme-diagnostics-')); });
afterAll(() => rmSync(folder, { recursive: true }));

describe('the user sees', () => {
  it.each(examples)('$code: $command', async ({ code, files, command }) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, 'latin1');
    const { status, stderr } = await ribozyme(folder, command.split(' '));
    expect(status).not.toBe(0);
    expect(stderr).toContain(`error[${code}]`);
    expect(stderr).toContain('= why: ');
    expect(stderr).toContain('= help: ');
    expect(stderr).not.toMatch(/internal error|\{\w+\}/);
    expect(stderr.replaceAll(folder, '.')).toMatchSnapshot();
  });
});

describe('every diagnostic is shown by an example or a case:', () => {
  const shown = new Set(examples.map(({ code }) => code));
  for (const { check } of loadCases(join(root, 'test', 'cases'))) if (check.kind === 'error') shown.add(check.code);
  it.each(Object.values(diagnostics).map(({ code }) => code))('%s', (code) => expect([...shown]).toContain(code));
});
