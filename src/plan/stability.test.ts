/** Which locals need a shadow that keeps its address between the sweeps. */
import { describe, expect, it } from 'vitest';
import { functionIn } from './example.testing.js';
import { needsStableShadow } from './index.js';

function isStable(body: string): boolean {
  const fn = functionIn(`define double @f(ptr %p, i1 %c, i64 %n) {\nentry:\n ${body}\n ret double 0.0\n}
    declare void @plain(ptr)
    declare void @differentiated(ptr)`);
  const local = [...fn.instructions()].find((each) => each.kind === 'alloca');
  if (local?.kind !== 'alloca') throw new Error('no alloca');
  return needsStableShadow(local, (call) => call.calledFunction?.name === 'differentiated');
}

describe('the shadow of a local', () => {
  it('may move if its address is only loaded from, stored to, and compared', () => {
    expect(isStable(`%a = alloca [4 x double]
      %at = getelementptr double, ptr %a, i64 %n
      store double 1.0, ptr %at
      %x = load double, ptr %a
      %same = icmp eq ptr %a, %p`)).toBe(false);
    expect(isStable('%a = alloca double\n call void @plain(ptr %a)')).toBe(false);
  });

  it('stays where it is if its address goes somewhere', () => {
    expect(isStable('%a = alloca double\n store ptr %a, ptr %p')).toBe(true);
    expect(isStable('%a = alloca double\n %either = select i1 %c, ptr %a, ptr %p')).toBe(true);
    expect(isStable('%a = alloca double\n %bits = ptrtoint ptr %a to i64')).toBe(true);
    expect(isStable('%a = alloca double\n %at = getelementptr i8, ptr %a, i64 8\n call void @differentiated(ptr %at)')).toBe(true);
  });

  it('stays where it is if the local is made anew each time', () => {
    expect(isStable('%a = alloca double, i64 %n')).toBe(true);
    expect(isStable('br label %next\nnext:\n %a = alloca double')).toBe(true);
  });
});
