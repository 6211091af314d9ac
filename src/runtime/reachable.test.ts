import { expect, test } from 'vitest';
import { parseModule } from '../text/index.js';
import { reachableNames } from './reachable.js';

test('through calls, function pointers in tables, constant expressions and aliases', () => {
  const module = parseModule(`
@table = constant [2 x ptr] [ptr @first, ptr @second]
@setting = global double 1.0
@pair = global [2 x double] zeroinitializer
@other = global double 1.0
@nickname = alias double, ptr @setting
define double @f(i32 %i) {
  %p = getelementptr [2 x ptr], ptr @table, i32 0, i32 %i
  %g = load ptr, ptr %p
  %y = call double %g()
  ret double %y
}
define double @first() {
  %x = load double, ptr @nickname
  ret double %x
}
define double @second() {
  %x = load double, ptr getelementptr inbounds ([2 x double], ptr @pair, i32 0, i32 1)
  %y = call double @f(i32 0)
  ret double %y
}
define double @unrelated() {
  %x = load double, ptr @other
  ret double %x
}`);
  expect(reachableNames(module, 'f')).toEqual(new Set(['f', 'table', 'first', 'second', 'nickname', 'setting', 'pair']));
  expect(reachableNames(module, 'unrelated')).toEqual(new Set(['unrelated', 'other']));
});
