import { describe, expect, it } from 'vitest';
import { example } from './example.testing.js';

describe('memory, by how it is used', () => {
  it('holds what is loaded and stored at constant offsets', () => {
    const { memory } = example(`define void @f(ptr %p, double %x) {
      store double %x, ptr %p
      %q = getelementptr i8, ptr %p, i64 8
      %n = load float, ptr %q
      ret void
    }`);
    expect(memory('p', 12)).toBe('12: 0 double, 8 float');
    expect(memory('p', 16)).toBe('16: 0 double, 8 float ?');
    expect(memory('q', 4)).toBe('4: 0 float');
  });

  it('repeats at the stride of a variable index', () => {
    for (const gep of ['getelementptr double, ptr %p, i64 %i', 'getelementptr i8, ptr %p, i64 %bytes', 'getelementptr [8 x i8], ptr %p, i64 %i']) {
      const { memory } = example(`define double @f(ptr %p, i64 %i) {
        %bytes = shl i64 %i, 3
        %q = ${gep}
        %x = load double, ptr %q
        ret double %x
      }`);
      expect(memory('p')).toBe('8: 0 double');
      expect(memory('p', 800)).toBe('8: 0 double');
    }
  });

  it('knows the members of an array of structs that are accessed, and no others', () => {
    const { memory } = example(`define double @f(ptr %p, i64 %i) {
      %q = getelementptr { double, i32, float }, ptr %p, i64 %i
      %x = load double, ptr %q
      %r = getelementptr i8, ptr %q, i64 12
      %y = load float, ptr %r
      ret double %x
    }`);
    expect(memory('p')).toBe('16: 0 double, 12 float ?');
  });

  it('says nothing of byte distances that are no multiple of what is accessed', () => {
    const { memory } = example(`define i32 @f(ptr %p, i64 %distance) {
      %q = getelementptr i8, ptr %p, i64 %distance
      %x = load i32, ptr %q
      %y = add i32 %x, 1
      ret i32 %y
    }`);
    expect(memory('p', 4)).toBe('4:  ?');
  });

  it('finds an array behind a header', () => {
    const { memory } = example(`define double @f(ptr %p, i64 %i) {
      %n = load i32, ptr %p
      %limit = mul i32 %n, 3
      %q = getelementptr double, ptr %p, i64 %i
      %r = getelementptr i8, ptr %q, i64 8
      %x = load double, ptr %r
      ret double %x
    }`);
    expect(memory('p', 24)).toBe('24: 0 integer*4, 8 double, 16 double ?');
    expect(memory('r', 8)).toBe('8: 0 double');
  });

  it('is in conflict where it is accessed as two things', () => {
    const { memory } = example(`define void @f(ptr %p, double %x, ptr %q) {
      store double %x, ptr %p
      store ptr %q, ptr %p
      ret void
    }`);
    expect(memory('p', 8)).toBe('8:  ?');
  });

  it('of an allocation is what its definition declares', () => {
    const { memory } = example(`%struct.cell = type { double, i32, [2 x float], i8 }
    define void @f() {
      %a = alloca [4 x %struct.cell]
      %u = alloca %union.u
      ret void
    }
    %union.u = type { double }`);
    expect(memory('a')).toBe('24: 0 double, 8 integer*4, 12 float, 16 float ?'); // the i8 may be anything
    expect(memory('u', 8)).toBe('8:  ?');
  });
});

describe('copies', () => {
  const copy = (length: string, rest = '') => example(`declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
    define void @f(ptr %to, ptr %from, i64 %n, i64 %i) {
      %q = getelementptr double, ptr %from, i64 %i
      %x = load double, ptr %q
      %bytes = mul i64 %n, 8
      %odd = mul i64 %n, 12
      call void @llvm.memcpy.p0.p0.i64(ptr %to, ptr %from, i64 ${length}, i1 false)
      ${rest}
      ret void
    }`);

  it('hand on what they copy', () => {
    expect(copy('24').memory('to', 24)).toBe('8: 0 double');
    expect(copy('24').memory('to', 32)).toBe('32: 0 double, 8 double, 16 double ?');
    expect(copy('%bytes').memory('to')).toBe('8: 0 double');
  });

  it('hand it back to the source as well', () => {
    const { memory } = example(`declare void @llvm.memmove.p0.p0.i64(ptr, ptr, i64, i1)
      define float @f(ptr %to, ptr %from) {
        call void @llvm.memmove.p0.p0.i64(ptr %to, ptr %from, i64 8, i1 false)
        %x = load float, ptr %to
        ret float %x
      }`);
    expect(memory('from', 8)).toBe('8: 0 float ?');
  });

  it('of a struct array with another struct behind it hand on no pattern that the length does not fit', () => {
    const { memory } = example(`declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
      define void @f(ptr %to, ptr %from, i64 %n, i64 %i) {
        %q = getelementptr { double, i32, float }, ptr %from, i64 %i
        %x = load double, ptr %q
        %r = getelementptr i8, ptr %q, i64 12
        %y = load float, ptr %r
        call void @llvm.memcpy.p0.p0.i64(ptr %to, ptr %from, i64 %n, i1 false)
        ret void
      }`);
    expect(memory('to')).toBe('0: 0 double ?');
  });

  it('in words carry the type of what they move', () => {
    const { kind, memory } = example(`define void @f(ptr %a, ptr %b) {
      %t = load i64, ptr %a
      %u = load i64, ptr %b
      store i64 %u, ptr %a
      store i64 %t, ptr %b
      %x = load double, ptr %b
      ret void
    }`);
    expect(kind('t')).toBe('double');
    expect(kind('u')).toBe('double');
    expect(memory('a', 8)).toBe('8: 0 double');
  });

  it('in words through a phi are what all ways agree on', () => {
    const { kind } = example(`define void @f(i1 %c, ptr %a, ptr %b, ptr %to) {
    start:
      %x = load double, ptr %a
      br i1 %c, label %left, label %right
    left:
      %l = load i64, ptr %a
      br label %end
    right:
      %r = load i64, ptr %b
      br label %end
    end:
      %both = phi i64 [ %l, %left ], [ %r, %right ]
      %zero = phi i64 [ %l, %left ], [ 0, %right ]
      ret void
    }`);
    expect(kind('both')).toBe('unknown');
    expect(kind('zero')).toBe('double');
  });
});

describe('pointers', () => {
  it('in memory bring what they point to', () => {
    const { memory } = example(`define double @f(ptr %s, i64 %i) {
      %data = load ptr, ptr %s
      %q = getelementptr double, ptr %data, i64 %i
      %x = load double, ptr %q
      %again = load ptr, ptr %s
      ret double %x
    }`);
    expect(memory('again', 64)).toBe('8: 0 double');
  });

  it('merged in a phi learn from each other what all agree on, and nothing flows back from one to the other', () => {
    const { memory } = example(`declare void @free(ptr)
    define void @f(i1 %c, double %x, float %y) {
    start:
      %a = alloca [4 x i64]
      %b = alloca [4 x i64]
      store double %x, ptr %a
      store float %y, ptr %b
      br i1 %c, label %left, label %end
    left:
      br label %end
    end:
      %p = phi ptr [ %a, %start ], [ %b, %left ]
      call void @free(ptr %p)
      ret void
    }`);
    expect(memory('a', 8)).toBe('8: 0 double');
    expect(memory('b', 4)).toBe('4: 0 float');
    expect(memory('p', 4)).toBe('4:  ?');
  });

  it('that advance in a loop stay in the array they began in', () => {
    const { memory } = example(`define void @f(i1 %c, i64 %i) {
    start:
      %a = alloca [6 x { double, i32, float }]
      %q = getelementptr { double, i32, float }, ptr %a, i64 %i
      %x = load double, ptr %q
      br label %loop
    loop:
      %p = phi ptr [ %a, %start ], [ %next, %loop ]
      %next = getelementptr i8, ptr %p, i64 16
      br i1 %c, label %loop, label %end
    end:
      ret void
    }`);
    expect(memory('p', 8)).toBe('8: 0 double');
    expect(memory('next', 32)).toBe('16: 0 double, 12 float ?');
  });

  it('that are swapped in a loop point to the same kind of memory', () => {
    const { memory } = example(`define void @f(i1 %c, ptr %one, ptr %two, i64 %i) {
    start:
      %o = getelementptr double, ptr %one, i64 %i
      %x = load double, ptr %o
      br label %loop
    loop:
      %a = phi ptr [ %one, %start ], [ %b, %loop ]
      %b = phi ptr [ %two, %start ], [ %a, %loop ]
      %t = getelementptr double, ptr %b, i64 %i
      store double %x, ptr %t
      br i1 %c, label %loop, label %end
    end:
      ret void
    }`);
    expect(memory('a')).toBe('8: 0 double');
    expect(memory('two')).toBe('8: 0 double');
  });

  it('that advance through memory do not keep the analysis busy', () => {
    const { memory } = example(`define double @f(ptr %it) {
      %p = load ptr, ptr %it
      %x = load double, ptr %p
      %next = getelementptr double, ptr %p, i64 1
      store ptr %next, ptr %it
      ret double %x
    }`);
    expect(memory('p', 8)).toBe('8: 0 double');
  });
});

describe('what clang makes of programs', () => {
  it('addresses an inner array from the start of the struct around it: strides say nothing about the base', () => {
    // struct net { char *name; int depth; double decay; struct layer { int rows, cols; double *w, *b; } layer[3]; }, net->layer[i].b
    const { memory } = example(`%struct.layer = type { i32, i32, ptr, ptr }
    define double @f(ptr %net, i64 %i) {
      %name = load ptr, ptr %net
      %depth.at = getelementptr i8, ptr %net, i64 8
      %depth = load i32, ptr %depth.at
      %limit = mul i32 %depth, 3
      %decay.at = getelementptr i8, ptr %net, i64 16
      %decay = load double, ptr %decay.at
      %layer = getelementptr inbounds %struct.layer, ptr %net, i64 %i
      %b.at = getelementptr inbounds i8, ptr %layer, i64 40
      %b = load ptr, ptr %b.at
      %x = load double, ptr %b
      ret double %x
    }`);
    expect(memory('net', 24)).toBe('24: 0 pointer, 8 integer*4, 16 double ?');
    expect(memory('net', 48)).toBe('48: 0 pointer, 8 integer*4, 16 double, 40 pointer ?');
  });

  it('copies the rest of a struct from a member on', () => {
    // struct cell { double p; int id; float q; double hist[3]; } *c; memcpy(c[0].hist, c[n - 1].hist, bytes)
    const { memory } = example(`%struct.cell = type { double, i32, float, [3 x double] }
    declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
    define void @f(i64 %n, i64 %bytes) {
      %c = alloca [6 x %struct.cell]
      %to = getelementptr i8, ptr %c, i64 16
      %past = getelementptr %struct.cell, ptr %c, i64 %n
      %from = getelementptr i8, ptr %past, i64 -24
      call void @llvm.memcpy.p0.p0.i64(ptr %to, ptr %from, i64 %bytes, i1 false)
      ret void
    }`);
    for (const side of ['to', 'from']) {
      expect(memory(side)).toBe('40: 0 double, 8 double, 16 double, 24 double, 32 integer*4, 36 float');
      expect(memory(side, 16)).toBe('8: 0 double');
    }
  });

  it('keeps rows of a matrix on the heap', () => {
    const { memory } = example(`declare ptr @malloc(i64)
    declare ptr @calloc(i64, i64)
    define void @f(i64 %n, i64 %i, i64 %j, double %x) {
      %size = shl i64 %n, 3
      %rows = call ptr @malloc(i64 %size)
      %row = call ptr @calloc(i64 %n, i64 8)
      %at = getelementptr ptr, ptr %rows, i64 %i
      store ptr %row, ptr %at
      %beside = getelementptr ptr, ptr %rows, i64 %j
      %other = load ptr, ptr %beside
      %element = getelementptr double, ptr %other, i64 %j
      store double %x, ptr %element
      ret void
    }`);
    expect(memory('rows')).toBe('8: 0 pointer');
    expect(memory('row')).toBe('8: 0 double');
  });

  it('copies a small struct as one integer', () => {
    const { kind } = example(`define void @f(ptr %to, ptr %from) {
      %n = load i32, ptr %from
      %limit = mul i32 %n, 3
      %q = getelementptr i8, ptr %to, i64 4
      %x = load float, ptr %q
      %word = load i64, ptr %from
      store i64 %word, ptr %to
      ret void
    }`);
    expect(kind('word')).toBe('0 integer, 4 float');
  });
});
