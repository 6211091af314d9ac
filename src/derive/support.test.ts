/** The helper functions that derivative code calls, run as they are emitted. */
import { describe, expect, it } from 'vitest';
import { verifyModule } from '../ir/index.js';
import { parseModule, printModule } from '../text/index.js';
import { run } from './example.testing.js';
import { allocateFunction, buryFunction, graveyardWords, growFunction, inheritFunction, releaseFunction } from './support.js';

const module = parseModule('');
const [allocate, grow, bury, release] = [allocateFunction(module), growFunction(module), buryFunction(module), releaseFunction(module)];
const inherit = inheritFunction(module);

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
});
