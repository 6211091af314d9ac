/** Which signatures a registered rule may have. */
import { describe, expect, it } from 'vitest';
import { parseModule } from '../text/index.js';
import { forwardShape, reverseShape } from './custom.js';

function shapes(f: string, augmented: string, gradient: string) {
  const module = parseModule(`%pair = type { ptr, ptr, ptr }\ndeclare ${f}\ndeclare ${augmented}\ndeclare ${gradient}`);
  const [one, two, three] = [...module.functions.values()];
  if (!one || !two || !three) throw new Error('three functions are needed');
  return reverseShape(one, two, three);
}

describe('a reverse rule', () => {
  it('has shadows after pointers, a seed for a number, and a tape if both agree', () => {
    expect(shapes('double @f(ptr, double, i32)', '{ ptr, double } @a(ptr, ptr, double, i32)', 'double @g(ptr, ptr, double, i32, double, ptr)')).toMatchObject({
      shadows: [true, false, false], returned: ['tape', 'result'], seeds: [{ text: 'double' }], tape: { text: 'ptr' },
    });
    expect(shapes('void @f(ptr)', 'void @a(ptr, ptr)', 'void @g(ptr, ptr)')).toMatchObject({ returned: [], seeds: [], tape: undefined });
    expect(shapes('double @f(ptr)', 'ptr @a(ptr, ptr)', 'void @g(ptr, ptr, double, ptr)')).toMatchObject({ returned: ['tape'] });
  });

  it('may return through memory, and floats in pairs', () => {
    expect(shapes('ptr @f(ptr)', 'void @a(ptr sret(%pair), ptr, ptr)', 'void @g(ptr, ptr, ptr)')).toMatchObject({ returned: ['tape', 'result', 'shadow'] });
    expect(shapes('void @f(float, float)', 'void @a(float, float)', '<2 x float> @g(float, float)')).toMatchObject({ derivatives: [{ text: 'float' }, { text: 'float' }] });
  });

  it('may leave out shadows if the types tell which', () => {
    expect(shapes('void @f(ptr, i32, ptr)', 'void @a(ptr, ptr, i32, ptr)', 'void @g(ptr, ptr, i32, ptr)')).toMatchObject({ shadows: [true, false, false] });
    expect(shapes('void @f(ptr, ptr)', 'void @a(ptr, ptr, ptr)', 'void @g(ptr, ptr, ptr)')).toContain('each pointer followed by its shadow');
  });

  it('is refused with what is wrong', () => {
    expect(shapes('double @f(double)', 'double @a(double)', 'double @g(double)')).toContain('the seed of the result');
    expect(shapes('double @f(double)', 'i32 @a(double)', 'double @g(double, double)')).toContain('must return nothing or what `f` returns');
    expect(shapes('double @f(double)', '{ ptr, i64 } @a(double)', 'double @g(double, double, ptr)')).toContain('takes a tape');
    expect(shapes('double @f(double)', 'double @a(double)', 'void @g(double, double)')).toContain('must return the derivatives');
  });
});

it('a forward rule returns the tangent, or the result too', () => {
  const module = parseModule('declare double @f(double, ptr, i32)\ndeclare double @t(double, double, ptr, ptr, i32)\ndeclare { double, double } @p(double, double, ptr, ptr, i32)\ndeclare void @v(double, double, ptr, ptr, i32)');
  const of = (name: string) => { const [f, t] = [module.functions.get('f'), module.functions.get(name)]; return f && t && forwardShape(f, t); };
  expect(of('t')).toMatchObject({ shadows: [true, true, false], returned: ['shadow'] });
  expect(of('p')).toMatchObject({ returned: ['result', 'shadow'] });
  expect(of('v')).toContain('must return the tangent');
});
