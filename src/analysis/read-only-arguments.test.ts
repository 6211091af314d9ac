/** Arguments that a function only reads through. */
import { describe, expect, it } from 'vitest';
import { parseModule } from '../text/index.js';
import { markReadOnlyArguments } from './read-only-arguments.js';

/** The names of the arguments of each function that are found to be read only. */
function readOnly(text: string): Record<string, string[]> {
  const module = parseModule(text);
  markReadOnlyArguments(module.functions.values());
  return Object.fromEntries([...module.functions.values()].filter((fn) => !fn.isDeclaration)
    .map((fn) => [fn.name, fn.args.filter((arg) => arg.attributes.includes('readonly')).map((arg) => arg.name ?? '')]));
}

describe('a recursive function', () => {
  it('only reads what it hands on to itself and does not write', () => {
    expect(readOnly(`define void @f(ptr %out, ptr %in, i32 %n) {
      %done = icmp eq i32 %n, 0
      br i1 %done, label %end, label %more
    more:
      %next = sub i32 %n, 1
      %after = getelementptr double, ptr %in, i32 1
      call void @f(ptr %out, ptr %after, i32 %next)
      %x = load double, ptr %in
      store double %x, ptr %out
      br label %end
    end:
      ret void
    }`)).toEqual({ f: ['in'] });
  });

  it('writes what it hands on in the place of another argument', () => {
    expect(readOnly(`define void @f(ptr %a, ptr %b, double %x) {
      store double %x, ptr %a
      call void @f(ptr %b, ptr %a, double %x)
      ret void
    }`)).toEqual({ f: [] });
  });
});

describe('an argument is not called read only', () => {
  it.each([
    ['that is stored', 'store ptr %p, ptr %q\n ret ptr null', []],
    ['that is returned', 'ret ptr %p', ['q']],
    ['that goes to an unknown function', 'call void @unknown(ptr %p)\n ret ptr null', ['q']],
    ['that becomes an integer', '%i = ptrtoint ptr %p to i64\n call void @number(i64 %i)\n ret ptr null', ['q']],
    ['that is written through another name', '%r = select i1 true, ptr %p, ptr %q\n store i8 0, ptr %r\n ret ptr null', []],
  ])('%s', (_, body, others) => {
    expect(readOnly(`declare void @unknown(ptr)\n declare void @number(i64)\n define ptr @f(ptr %p, ptr %q) {\n ${body}\n }`)).toEqual({ f: others });
  });

  it('where another definition may run', () => {
    expect(readOnly('define weak double @f(ptr %p) {\n %x = load double, ptr %p\n ret double %x\n}')).toEqual({ f: [] });
  });
});
