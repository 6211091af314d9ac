import { describe, expect, it } from 'vitest';
import { parseModule, printModule } from '../text/index.js';
import { expandAlignment } from './aligned-pointers.js';

function expanded(body: string): string {
  const module = parseModule(`declare ptr @llvm.ptrmask.p0.i64(ptr, i64)\ndefine ptr @f(ptr %p, i64 %n) {\n${body}\n}`, { file: 'example.ll' });
  const fn = module.functions.get('f');
  if (!fn) throw new Error('no function f');
  expandAlignment(fn);
  return printModule(module);
}

describe('addresses aligned by arithmetic', () => {
  it('become a distance from the pointer', () => {
    const text = expanded(`%i = ptrtoint ptr %p to i64
      %up = add i64 %i, 63
      %low = and i64 %up, %n
      %next = add i64 %low, 64
      %q = inttoptr i64 %next to ptr
      ret ptr %q`);
    expect(text).not.toContain('inttoptr');
    expect(text).toMatch(/(%\S+) = ptrtoint ptr %p to i64\n\s*(%\S+) = sub i64 %next, \1\n\s*(%\S+) = getelementptr i8, ptr %p, i64 \2\n\s*ret ptr \3\n/);
  });

  it('become one where the pointer is masked', () => {
    const text = expanded('%q = call ptr @llvm.ptrmask.p0.i64(ptr %p, i64 %n)\n ret ptr %q');
    expect(text).not.toContain('call');
    expect(text).toMatch(/(%\S+) = ptrtoint ptr %p to i64\n\s*(%\S+) = and i64 \1, %n\n\s*(%\S+) = sub i64 \2, \1\n\s*(%\S+) = getelementptr i8, ptr %p, i64 \3\n\s*ret ptr \4\n/);
  });

  it('are left alone where another integer is added, which may lead to another object', () => {
    expect(expanded(`%i = ptrtoint ptr %p to i64
      %sum = add i64 %i, %n
      %q = inttoptr i64 %sum to ptr
      ret ptr %q`)).toContain('inttoptr');
  });
});
