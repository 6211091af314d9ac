import { describe, expect, it } from 'vitest';
import { Diagnostic } from '../diagnostics/index.js';
import { parseModule } from './index.js';

/** `line:column message` of the refusal. */
function refusal(text: string): string {
  try {
    for (const fn of parseModule(text, { file: 'a.ll' }).functions.values()) void fn.blocks;
  } catch (error) {
    if (!(error instanceof Diagnostic) || error.kind !== 'syntax') throw error;
    const { location } = error.details;
    expect(location?.file).toBe('a.ll');
    return `${location?.line}:${location?.column} ${error.message}`;
  }
  return 'none';
}

/** A body with the lines at 2 and following. */
function body(...lines: string[]): string { return `define i32 @f(i32 %x, ptr %p, float %y) {\n${lines.join('\n')}\n}\n`; }

describe('malformed modules', () => {
  it.each([
    ['hello', '1:1 expected a top-level entity (a definition, a declaration, metadata, ...)'],
    ['\n\n  @g = globl i32 0', '3:8 expected `global`, `constant`, `alias` or `ifunc`, found `globl`'],
    ['@g = global i32', '1:16 expected a value of the type i32, found the end'],
    ['@g = global i32 0 0', '1:19 expected the end of the line, found `0`'],
    ['@g = global i32 @h', '1:17 @h is not defined or declared'],
    ['@g = global i32 0\n@g = global i32 1', '2:1 @g is defined twice'],
    ['@g = global ptr @g\n@h = global i32 @g', '2:17 @g has the type ptr, not i32'],
    ['@g = global void undef', '1:13 no global has the type void'],
    ['@g = global i32 99999999999', '1:17 the number does not fit i32'],
    ['@g = global i8 256', '1:16 the number does not fit i8'],
    ['@g = global float 0.1', '1:19 `0.1` is no float constant'],
    ['@g = global i32 1.0', '1:17 expected an integer, found `1.0`'],
    ['@g = global i1 2', '1:16 the number does not fit i1'],
    ['@g = global i8 true', '1:16 expected a value of the type i8, found `true`'],
    ['@g = global [2 x i8] c"a"', '1:22 these are 1 bytes, the type is [2 x i8]'],
    ['@g = global [2 x i8] [i8 1]', '1:22 [2 x i8] has 2 elements, not 1'],
    ['@g = global { i32 } { i64 1 }', '1:23 element 0 of { i32 } is no i64'],
    ['@g = global i32 null', '1:17 no `null` has the type i32'],
    ['@g = global ptr getelementptr (i8, i32 0)', '1:41 expected a pointer as the base of getelementptr'],
    ['@g = global i32 add (i32 1, i64 2)', '1:17 the operands of this add do not fit'],
    ['@g = global i64 ptrtoint (ptr @g to i32)', '1:17 this constant has the type i32, not i64'],
    ['@g = external global %t', '1:22 the type %t is not defined'],
    ['@g = global "', '1:13 this string is never closed'],
    ['@g = global [ i32 ]', '1:15 expected a number of elements, found `i32`'],
    ['@g = external global <0 x i8>', '1:23 no type has this many elements'],
    ['@g = external global i99999999', '1:22 integer types have at most 8388608 bits'],
    ['%t = type { %t }', '1:1 the type %t contains itself'],
    ['%t = type { i32 }\n%t = type { i8 }', '2:1 the type %t is defined twice'],
    ['%t = type %t', '1:11 the type %t is not defined'],
    ['declare void @f(void)', '1:17 no value has the type void'],
    ['declare label @f()', '1:9 no function returns label'],
    ['declare void @f', '1:16 expected `(`, found the end'],
    ['define void @f(', '1:1 this function has no body'],
    ['define void @f() {', '1:18 this function body is never closed'],
    ['attributes #0 = { nounwind', '1:27 expected an attribute, found the end'],
    ['target triple = x86', '1:17 expected a string, found `x86`'],
    ['!0 = !{', '1:7 this bracket is never closed'],
    ['!0 = 5', '1:6 expected metadata, found `5`'],
    ['^0 = (', '1:1 a bracket or string in this line is never closed'],
    ['@a = alias i32, i32 0', '1:17 expected a pointer, found i32'],
  ])('%s', (text, expected) => {
    expect(refusal(text)).toBe(expected);
  });
});

describe('malformed bodies', () => {
  it.each([
    [['  foo i32 1'], '2:3 expected an instruction, found `foo`'],
    [['  %a = add i32 %x, %y', '  ret i32 %a'], '2:20 %y has the type float, not i32'],
    [['  %a = add float %y, %y', '  ret i32 0'], '2:12 `add` does not work on float'],
    [['  ret i32 %nope'], '2:11 %nope is not defined'],
    [['  br label %nope'], '2:12 there is no block %nope'],
    [['  ret float %y'], '2:7 this function returns i32, not float'],
    [['  %x = add i32 1, 1', '  ret i32 %x'], '2:3 %x is defined twice'],
    [['  %5 = add i32 1, 1', '  %2 = add i32 1, 1', '  ret i32 %5'], '3:3 expected %6 or a larger number here'],
    [['  %a = add i32 %b, 1', '  %b = add i64 1, 1', '  ret i32 0'], '3:3 %b has the type i64, but was used as i32'],
    [['  %a = store i32 0, ptr %p', '  ret i32 0'], '2:3 this instruction has no result to name'],
    [['  %a = load i32, i32 %x', '  ret i32 0'], '2:18 expected a pointer, found i32'],
    [['  %a = icmp olt i32 %x, 0', '  ret i32 0'], '2:17 expected a predicate and a type, found `i32`'],
    [['  %a = icmp eq float %y, %y', '  ret i32 0'], '2:16 `icmp` does not compare float'],
    [['  %a = sext float %y to i32', '  ret i32 0'], '2:13 `sext` does not convert float to i32'],
    [['  %a = extractvalue { i32 } undef, 3', '  ret i32 0'], '3:3 there is no element 3 in { i32 }'],
    [['  br i32 %x, label %a, label %b'], '2:6 a branch chooses by i1, not by i32'],
    [['  %a = call i32 @f(i32 1)', '  ret i32 0'], 'none'],
    [['  %a = call i32 (i32) @f()', '  ret i32 0'], '2:23 the callee takes 1 arguments, not 0'],
    [['  call void @nope()', '  ret i32 0'], '2:13 @nope is not defined or declared'],
    [['  %a = alloca i32, float 1.0', '  ret i32 0'], '3:3 an alloca counts in integers, not in float'],
    [['  fence weird', '  ret i32 0'], '2:9 expected a memory ordering, found `weird`'],
    [['  %a = phi i32 [ 0, %x ]', '  ret i32 0'], '2:21 %x is no block'],
    [['  ret i32 0', 'label:'], '4:1 expected an instruction, found the end'],
    [['a:', '  ret i32 0', 'a:', '  ret i32 0'], '4:1 %a is defined twice'],
    [[''], '3:1 expected an instruction, found the end'],
    [['  %a = add i32 1, 1'], '3:1 expected an instruction, found the end'],
    [['  ret i32 0, !dbg 5'], '2:19 expected metadata, found `5`'],
    [['  #dbg_value(i32 %x, !1', '  ret i32 0'], '3:3 expected `)`, found `ret`'],
    [['  %a = freeze label %b', 'b:', '  ret i32 0'], '2:15 no value has the type label'],
    [['  %a = freeze metadata !0', '  ret i32 0'], '2:24 expected a value of the type metadata, found `!0`'],
  ])('%s', (lines, expected) => { expect(refusal(body(...lines))).toBe(expected); });
});

describe('what would exhaust the stack or the memory', () => {
  it.each([
    ['types', `@g = external global ${'{'.repeat(100_000)}`],
    ['nested arrays', `@g = external global ${'[ 1 x '.repeat(50_000)}i32${']'.repeat(50_000)}`],
    ['pointers to functions', `@g = external global ${'void ('.repeat(50_000)}`],
    ['constants', `@g = global i32 ${'add (i32 '.repeat(50_000)}`],
    ['aliases of types', `${Array.from({ length: 20_000 }, (_, i) => `%a${i} = type %a${i + 1}`).join('\n')}\n%a20000 = type i32\n@g = external global %a0`],
  ])('nesting of %s has a limit', (_, text) => {
    expect(refusal(text)).toContain('nested deeper than 400 levels');
  });

  it('a million stars are one pointer', () => {
    expect(refusal(`@g = external global i32${'*'.repeat(1_000_000)}`)).toBe('none');
  });

  it('sizes beyond what numbers can hold are refused', () => {
    expect(refusal('@g = external global [99999999999999999999 x i8]')).toBe('1:23 expected a number of elements, found `99999999999999999999`');
    expect(refusal(`@g = global i64 ${'9'.repeat(1_000_000)}`)).toBe('1:17 the number does not fit i64');
  });
});
