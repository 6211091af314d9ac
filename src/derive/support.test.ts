/** The helper functions that derivative code calls, run as they are emitted. */
import { describe, expect, it } from 'vitest';
import { verifyModule } from '../ir/index.js';
import { parseModule, printModule } from '../text/index.js';
import { run } from './example.testing.js';
import { allocateFunction, buryFunction, graveyardWords, growFunction, inheritFunction, keepFunction, releaseFunction } from './support.js';

const module = parseModule('');
const [allocate, grow, bury, release] = [allocateFunction(module), growFunction(module), buryFunction(module), releaseFunction(module)];
const [inherit, keep] = [inheritFunction(module), keepFunction(module)];

describe('helper functions', () => {
  it('are emitted once, so that modules with the same can be linked', () => {
    expect(verifyModule(module)).toEqual([]);
    expect(growFunction(module)).toBe(grow);
    expect([grow, bury, release].map((fn) => fn.words.linkage)).toEqual(['linkonce_odr', 'linkonce_odr', 'linkonce_odr']);
  });

  it('count in words of the target', () => {
    const small = parseModule('target datalayout = "e-p:32:32"');
    expect(growFunction(small).functionType.text).toBe('ptr (ptr, i32, i32, i32)');
  });

  it('grow buffers with what is in them, and free all that was buried, each with its function, on lists that were handed over too', () => {
    const numbers = run(`${printModule(module)}
@format = constant [4 x i8] c"%d\\0A\\00"
@graveyard = global [${graveyardWords} x i64] zeroinitializer
@inner = global [${graveyardWords} x i64] zeroinitializer
@counted = global i32 0
declare i32 @printf(ptr, ...)
define void @count(ptr %dead) {
  %n = load i32, ptr @counted
  %m = add i32 %n, 1
  store i32 %m, ptr @counted
  call void @free(ptr %dead)
  ret void
}
define i32 @main() {
entry:
  %a = call ptr @${allocate.name}(i64 8)
  store i64 42, ptr %a
  %b = call ptr @${grow.name}(ptr %a, i64 1, i64 125000, i64 8)
  %kept = load i64, ptr %b
  %p3 = call i32 (ptr, ...) @printf(ptr @format, i64 %kept)
  call void @${bury.name}(ptr @graveyard, ptr %b, ptr @free)
  call void @${bury.name}(ptr @graveyard, ptr null, ptr @count)
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %c = call ptr @malloc(i64 8)
  call void @${bury.name}(ptr @inner, ptr %c, ptr @count)
  %next = add i32 %i, 1
  %more = icmp slt i32 %next, 40
  br i1 %more, label %loop, label %end
end:
  call void @${inherit.name}(ptr @graveyard, ptr @inner)
  call void @${release.name}(ptr @graveyard)
  %n = load i32, ptr @counted
  %p4 = call i32 (ptr, ...) @printf(ptr @format, i32 %n)
  ret i32 0
}`);
    expect(numbers).toEqual([42, 40]);
  });

  it('cut memory that is kept from few pieces: each cut is aligned and apart from the others, however large it is', () => {
    // The cuts 1, 2, 4, ... bytes are filled with their number; then all bytes are summed, and the pieces counted.
    const numbers = run(`${printModule(module)}
@format = constant [4 x i8] c"%d\\0A\\00"
@graveyard = global [${graveyardWords} x i64] zeroinitializer
@cuts = global [20 x ptr] zeroinitializer
declare i32 @printf(ptr, ...)
declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
define i32 @main() {
entry:
  br label %cut
cut:
  %i = phi i64 [ 0, %entry ], [ %i1, %cut ]
  %wrong = phi i64 [ 0, %entry ], [ %wrong1, %cut ]
  %bytes = shl i64 1, %i
  %memory = call ptr @${keep.name}(ptr @graveyard, i64 %bytes)
  %address = ptrtoint ptr %memory to i64
  %rest = and i64 %address, 15
  %wrong1 = add i64 %wrong, %rest
  %fill = trunc i64 %i to i8
  call void @llvm.memset.p0.i64(ptr %memory, i8 %fill, i64 %bytes, i1 false)
  %slot = getelementptr ptr, ptr @cuts, i64 %i
  store ptr %memory, ptr %slot
  %i1 = add i64 %i, 1
  %more = icmp ult i64 %i1, 20
  br i1 %more, label %cut, label %look
look:
  %j = phi i64 [ 0, %cut ], [ %j1, %look ]
  %sum = phi i64 [ 0, %cut ], [ %sum1, %look ]
  %slot1 = getelementptr ptr, ptr @cuts, i64 %j
  %memory1 = load ptr, ptr %slot1
  %size1 = shl i64 1, %j
  %last = sub i64 %size1, 1
  %lastAt = getelementptr i8, ptr %memory1, i64 %last
  %a = load i8, ptr %memory1
  %b = load i8, ptr %lastAt
  %equal = icmp eq i8 %a, %b
  %a64 = zext i8 %a to i64
  %counted = select i1 %equal, i64 %a64, i64 1000
  %sum1 = add i64 %sum, %counted
  %j1 = add i64 %j, 1
  %more1 = icmp ult i64 %j1, 20
  br i1 %more1, label %look, label %end
end:
  %wrong32 = trunc i64 %wrong1 to i32
  %p1 = call i32 (ptr, ...) @printf(ptr @format, i32 %wrong32)
  %sum32 = trunc i64 %sum1 to i32
  %p2 = call i32 (ptr, ...) @printf(ptr @format, i32 %sum32)
  %pieces = load i32, ptr getelementptr (i64, ptr @graveyard, i32 1)
  %p3 = call i32 (ptr, ...) @printf(ptr @format, i32 %pieces)
  call void @${release.name}(ptr @graveyard)
  ret i32 0
}`);
    expect(numbers).toEqual([0, 190, 11]);
  });
});
