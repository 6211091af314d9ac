import { describe, expect, it } from 'vitest';
import { isCall } from '../ir/index.js';
import { example, printLayout } from './example.testing.js';

describe('calls', () => {
  it('tell what the body of the function called does with its arguments', () => {
    const { memory } = example(`define void @scale(ptr %x, i64 %i) {
        %q = getelementptr double, ptr %x, i64 %i
        %y = load double, ptr %q
        ret void
      }
      define void @f(ptr %a) {
        %p = getelementptr i8, ptr %a, i64 16
        call void @scale(ptr %p, i64 3)
        ret void
      }`);
    expect(memory('p')).toBe('8: 0 double');
    expect(memory('a', 24)).toBe('24: 16 double ?');
  });

  it('tell what comes back', () => {
    const { memory } = example(`declare ptr @malloc(i64)
      define ptr @make(i64 %n, i64 %i, double %x) {
        %m = call ptr @malloc(i64 %n)
        %q = getelementptr double, ptr %m, i64 %i
        store double %x, ptr %q
        ret ptr %m
      }
      define ptr @next(ptr %p) {
        %q = getelementptr i8, ptr %p, i64 8
        ret ptr %q
      }
      define void @f(ptr %s) {
        %m = call ptr @make(i64 64, i64 0, double 1.0)
        %n = call ptr @next(ptr %s)
        %x = load float, ptr %n
        ret void
      }`);
    expect(memory('m')).toBe('8: 0 double');
    expect(memory('s', 12)).toBe('12: 8 float ?');
  });

  it('may be recursive', () => {
    const { memory } = example(`define double @f(ptr %p, i64 %n) {
      start:
        %end = icmp ugt i64 %n, 7
        br i1 %end, label %done, label %more
      more:
        %q = getelementptr i8, ptr %p, i64 16
        %r = call double @g(ptr %q, i64 %n)
        ret double %r
      done:
        ret double 0.0
      }
      define double @g(ptr %p, i64 %n) {
        %x = load double, ptr %p
        %m = add i64 %n, 1
        %r = call double @f(ptr %p, i64 %m)
        ret double %r
      }`);
    expect(memory('p', 8, 'g')).toBe('8: 0 double');
    expect(memory('p', 24)).toContain('16 double');
  });

  it('may be many deep', () => {
    const chain = Array.from({ length: 3000 }, (_, i) => `define void @g${i}(ptr %p) {\n call void @g${i + 1}(ptr %p)\n ret void\n}`);
    const { memory } = example(`${chain.join('\n')}
      define void @g3000(ptr %p) {
        %x = load double, ptr %p
        ret void
      }
      define void @f(ptr %p) {
        call void @g0(ptr %p)
        ret void
      }`);
    expect(memory('p', 8)).toBe('8: 0 double');
  });

  it('give a function what is known where it is called', () => {
    const { types, fn, info, value } = example(`declare ptr @malloc(i64)
      declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
      define ptr @copy(ptr %x, i64 %n) {
        %y = call ptr @malloc(i64 %n)
        call void @llvm.memcpy.p0.p0.i64(ptr %y, ptr %x, i64 %n, i1 false)
        ret ptr %y
      }
      define double @f(ptr %a, i64 %i) {
        %q = getelementptr double, ptr %a, i64 %i
        %x = load double, ptr %q
        %b = call ptr @copy(ptr %a, i64 64)
        ret double %x
      }`);
    const copy = value('y', 'copy');
    const call = value('b');
    if (!isCall(call)) throw new Error('no call');
    expect(printLayout(info('copy').memoryLayout(copy))).toBe('0:  ?');
    expect(printLayout(types.of(fn('copy'), { call, caller: info() }).memoryLayout(copy))).toBe('8: 0 double');
  });

  it('of functions added later are analysed when asked for', () => {
    const { module, types, fn, info, value } = example(`define void @f(ptr %p) {
      %x = load double, ptr %p
      ret void
    }`);
    expect(info().valueKind(value('x'))).toBe('double');
    const added = module.addFunction('added', fn().functionType);
    const [pointer] = added.args;
    if (!pointer) throw new Error('no argument');
    expect(types.of(added).memoryLayout(pointer, 8).known).toBe(false);
  });

  it('of known library functions and hints say what is behind their pointers', () => {
    const { memory } = example(`declare i64 @strlen(ptr)
      declare double @modf(double, ptr)
      declare ptr @realloc(ptr, i64)
      declare void @__enzyme_float(ptr, ...)
      define void @f(ptr %s, ptr %whole, ptr %old, ptr %hint) {
        %n = call i64 @strlen(ptr %s)
        %x = call double @modf(double 1.5, ptr %whole)
        %y = load float, ptr %old
        %new = call ptr @realloc(ptr %old, i64 64)
        call void (ptr, ...) @__enzyme_float(ptr %hint)
        ret void
      }`);
    expect(memory('s')).toBe('1: 0 integer*1');
    expect(memory('whole', 8)).toBe('8: 0 double');
    expect(memory('new', 4)).toBe('4: 0 float');
    expect(memory('hint')).toBe('4: 0 float');
  });

  it('with types in their attributes declare them', () => {
    const { memory } = example(`%struct.mat = type { [9 x double], i32 }
      define void @f(ptr sret(%struct.mat) %out, ptr byval(%struct.mat) %in) {
        ret void
      }`);
    expect(memory('out', 80)).toBe('80: 0 double, 8 double, 16 double, 24 double, 32 double, 40 double, 48 double, 56 double, 64 double, 72 integer*4');
    expect(memory('in', 8)).toBe('8: 0 double');
  });
});
