import { describe, expect, it } from 'vitest';
import { parseModule, printModule } from './index.js';

function printed(body: string, llvm: number): string {
  const text = `@g = global i32 0\ndefine void @f(ptr %p, i1 %c) {\n${body}\n  ret void\n}\n`;
  return printModule(parseModule(text), { llvm }).split('{\n')[1]?.split('\n}')[0] ?? '';
}

describe('constant expressions that a version has no longer', () => {
  const store = '  store i64 mul (i64 ptrtoint (ptr @g to i64), i64 3), ptr %p';

  it('are instructions there, and constants before', () => {
    expect(printed(store, 22)).toContain('  %1 = mul i64 ptrtoint (ptr @g to i64), 3\n  store i64 %1, ptr %p');
    expect(printed(store, 19)).toContain('  store i64 mul (i64 ptrtoint (ptr @g to i64), i64 3), ptr %p');
  });

  it.each([
    ['i64 udiv exact (i64 ptrtoint (ptr @g to i64), i64 4)', 16, 'udiv exact i64 ptrtoint (ptr @g to i64), 4'],
    ['i32 select (i1 icmp eq (ptr @g, ptr null), i32 1, i32 2)', 19, 'icmp eq ptr @g, null'],
    ['i1 fcmp oeq (double bitcast (i64 ptrtoint (ptr @g to i64) to double), double 1.0)', 19, 'fcmp oeq double bitcast (i64 ptrtoint (ptr @g to i64) to double), 1.000000e+00'],
    ['{ i64, i64 } { i64 mul (i64 ptrtoint (ptr @g to i64), i64 3), i64 1 }', 22, 'insertvalue { i64, i64 } { i64 poison, i64 1 }, i64 %1, 0'],
    ['<2 x i64> <i64 1, i64 mul (i64 ptrtoint (ptr @g to i64), i64 3)>', 22, 'insertelement <2 x i64> <i64 1, i64 poison>, i64 %1, i32 1'],
  ])('%s for LLVM %i', (constant, llvm, instruction) => {
    expect(printed(`  store ${constant}, ptr %p`, llvm)).toContain(instruction);
  });

  it('one that a phi takes is computed where control comes from, once', () => {
    const body = printed(`entry:
  switch i32 0, label %a [ i32 1, label %b
                           i32 2, label %b ]
a:
  br label %b
b:
  %v = phi i64 [ mul (i64 ptrtoint (ptr @g to i64), i64 3), %entry ], [ mul (i64 ptrtoint (ptr @g to i64), i64 3), %entry ], [ 0, %a ]`, 22);
    expect(body.match(/= mul/g)?.length).toBe(1);
    expect(body.indexOf('= mul')).toBeLessThan(body.indexOf('switch'));
    expect(body).toMatch(/phi i64 \[ (%\d+), %entry \], \[ \1, %entry \], \[ 0, %a \]/);
  });
});
