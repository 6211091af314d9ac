import { expect, it } from 'vitest';
import { parseModule, printModule } from '../text/index.js';
import { addressesInBytes } from './byte-addresses.js';

it('writes addresses as a base and a number of bytes', () => {
  const module = parseModule(`%pair = type { i32, [4 x double] }
define ptr @f(ptr %p, i64 %i, i32 %j) {
  %a = getelementptr inbounds %pair, ptr %p, i64 1, i32 1, i64 2
  %b = getelementptr inbounds %pair, ptr %a, i64 %i, i32 1, i32 %j
  %c = getelementptr i8, ptr %b, i64 %i
  ret ptr %c
}`, { file: 'example.ll' });
  addressesInBytes(module);
  const text = printModule(module);
  expect(text).toContain('getelementptr inbounds i8, ptr %p, i64 64');
  expect(text).toMatch(/mul i64 %i, 40\n.*sext i32 %j to i64\n.*mul i64 %\S+, 8\n.*add i64 .*\n.*add i64 %\S+, 8\n.*getelementptr inbounds i8, ptr %/);
  expect(text).toContain('%c = getelementptr i8, ptr %');
});
