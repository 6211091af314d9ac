import { expect, it } from 'vitest';
import { verifyModule } from '../ir/index.js';
import { parseModule, printModule } from '../text/index.js';
import { expandLabelJumps } from './labels-as-values.js';

it('makes jumps to addresses of labels switches, and the addresses numbers', () => {
  const module = parseModule(`@table = constant [2 x ptr] [ptr blockaddress(@f, %a), ptr blockaddress(@f, %b)]
  define void @f(ptr %to) {
  entry:
    %known = icmp eq ptr %to, blockaddress(@f, %b)
    indirectbr ptr %to, [ label %a, label %b, label %a ]
  a:
    %x = phi i32 [ 0, %entry ], [ 0, %entry ]
    ret void
  b:
    ret void
  }`);
  const fn = module.functions.get('f');
  if (!fn) throw new Error('no function f');
  expandLabelJumps(fn);
  expect(verifyModule(module)).toEqual([]);
  expect(fn.entry.terminator?.operands.slice(1)).toMatchObject([{ value: 1n }, { value: 2n }, { value: 5n }]);
  expect(printModule(module)).toContain('[ptr inttoptr (i64 1 to ptr), ptr inttoptr (i64 2 to ptr)]');
  expect(printModule(module)).toContain('icmp eq ptr %to, inttoptr (i64 2 to ptr)');
});
