import { expect, test } from 'vitest';
import { Module } from '../ir/index.js';
import { parseAccessTag, tbaaAlias, typeName } from './tbaa.js';

function aliases(nodes: Record<number, string>) {
  const module = new Module();
  for (const [number, text] of Object.entries(nodes)) module.metadata.set(Number(number), text);
  return { module, alias: (a: number, b: number): boolean => tbaaAlias(`!${a}`, `!${b}`, module) };
}

/** struct pair { int n; double x; double y; }; as clang writes it. */
const classical = {
  0: '!{!"Simple C/C++ TBAA"}',
  1: '!{!"omnipotent char", !0, i64 0}',
  2: '!{!"int", !1, i64 0}',
  3: '!{!"double", !1, i64 0}',
  4: '!{!"any pointer", !1, i64 0}',
  5: '!{!"pair", !2, i64 0, !3, i64 8, !3, i64 16}',
  10: '!{!1, !1, i64 0}', // char
  12: '!{!2, !2, i64 0}', // int
  13: '!{!3, !3, i64 0}', // double
  14: '!{!4, !4, i64 0}', // pointer
  15: '!{!5, !2, i64 0}', // pair.n
  16: '!{!5, !3, i64 8}', // pair.x
  17: '!{!5, !3, i64 16}', // pair.y
  20: '!{!"Flang root"}',
  21: '!{!"real", !20, i64 0}',
  22: '!{!21, !21, i64 0}',
};

test('scalars of different types are apart, a char touches everything', () => {
  const { alias } = aliases(classical);
  expect(alias(12, 13)).toBe(false);
  expect(alias(13, 14)).toBe(false);
  expect(alias(13, 13)).toBe(true);
  expect(alias(10, 13)).toBe(true);
  expect(alias(16, 10)).toBe(true);
});

test('members of a struct: by offset, and by type against scalars', () => {
  const { alias, module } = aliases(classical);
  expect(alias(16, 17)).toBe(false);
  expect(alias(16, 13)).toBe(true);
  expect(alias(13, 17)).toBe(true);
  expect(alias(15, 13)).toBe(false);
  expect(alias(12, 16)).toBe(false);
  expect(typeName(parseAccessTag('!16', module)!.access)).toBe('double');
});

test('languages with different roots, and accesses without a tag, are not told apart', () => {
  const { alias, module } = aliases(classical);
  expect(alias(22, 12)).toBe(true);
  expect(tbaaAlias(undefined, '!12', module)).toBe(true);
});

test('the newer format, with sizes', () => {
  const { alias, module } = aliases({
    0: '!{!"Simple C/C++ TBAA"}',
    1: '!{!0, i64 1, !"omnipotent char"}',
    2: '!{!1, i64 4, !"int"}',
    3: '!{!1, i64 8, !"double"}',
    5: '!{!1, i64 16, !"pair", !2, i64 0, i64 4, !3, i64 8, i64 8}',
    12: '!{!2, !2, i64 0, i64 4}',
    13: '!{!3, !3, i64 0, i64 8}',
    15: '!{!5, !2, i64 0, i64 4}',
    16: '!{!5, !3, i64 8, i64 8, i1 true}',
    17: '!{!5, !5, i64 0, i64 16}', // the whole struct
  });
  expect(alias(12, 13)).toBe(false);
  expect(alias(15, 16)).toBe(false);
  expect(alias(13, 16)).toBe(true);
  expect(alias(17, 13)).toBe(true);
  expect(alias(17, 15)).toBe(true);
  expect(parseAccessTag('!16', module)?.isConstant).toBe(true);
  expect(typeName(parseAccessTag('!16', module)!.base)).toBe('pair');
});
