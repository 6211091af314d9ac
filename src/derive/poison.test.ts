/** Values that may be anything get a value, so that zero times their partials is zero. */
import { expect, test } from 'vitest';
import { parseModule, printModule } from '../text/index.js';
import { replacePoison } from './poison.js';

function replaced(body: string): string[] {
  const module = parseModule(`define double @f(<2 x double> %v, double %x, i1 %c) {\n${body}\n}\n`);
  const fn = module.functions.get('f');
  if (!fn) throw new Error('no function');
  replacePoison(fn);
  return printModule(module).split('\n').map((line) => line.trim()).filter((line) => line.startsWith('%'));
}

test('lanes that nobody reads are ones', () => {
  expect(replaced(`
    %s = shufflevector <2 x double> %v, <2 x double> poison, <2 x i32> <i32 1, i32 poison>
    %i = insertelement <2 x double> poison, double %x, i64 0
    %t = shufflevector <2 x double> %s, <2 x double> %i, <2 x i32> <i32 poison, i32 3>
    %r = extractelement <2 x double> %t, i64 1
    ret double %r`)).toEqual([
    '%s = shufflevector <2 x double> %v, <2 x double> <double 1.000000e+00, double 1.000000e+00>, <2 x i32> <i32 1, i32 2>',
    '%i = insertelement <2 x double> <double 1.000000e+00, double 1.000000e+00>, double %x, i64 0',
    '%t = shufflevector <2 x double> %s, <2 x double> %i, <2 x i32> <i32 0, i32 3>',
    '%r = extractelement <2 x double> %t, i64 1',
  ]);
});

test('a number that is not there on one path is one', () => {
  expect(replaced(`
  entry:
    br i1 %c, label %then, label %join
  then:
    br label %join
  join:
    %p = phi double [ undef, %entry ], [ %x, %then ]
    ret double %p`)).toEqual(['%p = phi double [ 1.000000e+00, %entry ], [ %x, %then ]']);
});
