import { describe, expect, it } from 'vitest';
import { parseModule, printModule } from '../text/index.js';
import { expandAlignment } from './aligned-pointers.js';

function expanded(body: string): string {
  const module = parseModule(`define ptr @f(ptr %p, i64 %n) {\n${body}\n}`, { file: 'example.ll' });
  const fn = module.functions.get('f');
  if (!fn) throw new Error('no function f');
  expandAlignment(fn);
  return printModule(module);
}

describe('addresses aligned by arithmetic', () => {
  it('become a mask of the pointer', () => {
    const text = expanded(`%i = ptrtoint ptr %p to i64
      %up = add i64 %i, 63
      %low = and i64 %up, %n
      %next = add i64 %low, 64
      %q = inttoptr i64 %next to ptr
      ret ptr %q`);
    expect(text).not.toContain('inttoptr');
    expect(text).toMatch(/getelementptr i8, ptr %p, i64 63\n.*@llvm\.ptrmask\.p0\.i64\(ptr %\S+, i64 %n\)\n.*getelementptr i8, ptr %\S+, i64 64/);
  });

  it('are left alone where another integer is added, which may lead to another object', () => {
    expect(expanded(`%i = ptrtoint ptr %p to i64
      %sum = add i64 %i, %n
      %q = inttoptr i64 %sum to ptr
      ret ptr %q`)).toContain('inttoptr');
  });
});
