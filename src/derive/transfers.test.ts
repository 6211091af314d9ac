/** What moves when memory that mixes numbers with other things is copied: computed by the functions that are emitted. */
import { describe, expect, it } from 'vitest';
import { type Module, verifyModule } from '../ir/index.js';
import { parseModule, printModule } from '../text/index.js';
import type { DataKind, MemoryLayout } from '../types/index.js';
import { run } from './example.testing.js';
import { type TransferKind, summarise, transferFunction } from './transfers.js';

/** `layout(24, '0 double, 8 integer, 16 pointer')` */
function layout(period: number, text: string): MemoryLayout {
  const sizes: Partial<Record<string, number>> = { float: 4, integer: 4 };
  const fields = text.split(', ').map((word) => {
    const [offset, kind = ''] = word.split(' ');
    return { offset: Number(offset), kind: kind as DataKind, size: sizes[kind] ?? 8 };
  });
  return { period, fields, known: true };
}

const mixed = layout(24, '0 double, 8 integer, 12 float, 16 pointer');

function nameOf(kind: TransferKind, of: MemoryLayout, module = parseModule('')): string { return transferFunction(module, kind, of).name; }

describe('a layout', () => {
  it('has numbers, and other bytes: what is no number, and padding', () => {
    expect(summarise(mixed)).toEqual({ hasNumbers: true, hasOthers: true });
    expect(summarise(layout(8, '0 double'))).toEqual({ hasNumbers: true, hasOthers: false });
    expect(summarise(layout(16, '0 double'))).toEqual({ hasNumbers: true, hasOthers: true });
    expect(summarise(layout(8, '0 pointer'))).toEqual({ hasNumbers: false, hasOthers: true });
  });

  it('becomes runs, each treated by a loop', () => {
    expect(nameOf('accumulate', mixed)).toBe('__ribozyme_accumulate_24_0.double.1_12.float.1');
    expect(nameOf('copyOthers', mixed)).toBe('__ribozyme_copyOthers_24_8.bytes.4_16.bytes.8');
    expect(nameOf('clear', layout(24, '0 double, 8 double, 16 pointer'))).toBe('__ribozyme_clear_24_0.double.2');
  });

  it('of one kind is one item that repeats, however it was written', () => {
    expect(nameOf('accumulate', layout(32, '0 double, 8 double, 16 double, 24 double'))).toBe(nameOf('accumulate', layout(8, '0 double')));
  });

  it('has one function in a module', () => {
    const module = parseModule('');
    expect(transferFunction(module, 'clear', mixed)).toBe(transferFunction(module, 'clear', mixed));
    expect(transferFunction(module, 'clear', mixed).words.linkage).toBe('linkonce_odr');
  });

  it('can be of any number format', () => {
    for (const kind of ['half', 'bfloat', 'float', 'double', 'x86_fp80', 'fp128', 'ppc_fp128'] as const) {
      const module = parseModule('');
      transferFunction(module, 'accumulate', layout(32, `0 ${kind}, 16 ${kind}`));
      expect(verifyModule(module)).toEqual([]);
      expect(printModule(module)).toContain(`fadd ${kind}`);
    }
  });
});

/** Two records `{ double, i32, float, i64 }` each: the program prints `from`, then `to`. */
function program(module: Module, call: string): string {
  const record = '{ double, i32, float, i64 }';
  const values = (k: number): string => `[2 x ${record}] [${[k, k + 4].map((v) => `${record} { double ${v}.0, i32 ${v + 1}, float ${v + 2}.0, i64 ${v + 3} }`).join(', ')}]`;
  const show = (name: string): string => [0, 1].map((i) => `
  %${name}${i} = getelementptr ${record}, ptr @${name}, i64 ${i}
  %${name}v${i} = load ${record}, ptr %${name}${i}
  %${name}a${i} = extractvalue ${record} %${name}v${i}, 0
  %${name}b${i} = extractvalue ${record} %${name}v${i}, 1
  %${name}c${i} = extractvalue ${record} %${name}v${i}, 2
  %${name}w${i} = fpext float %${name}c${i} to double
  %${name}d${i} = extractvalue ${record} %${name}v${i}, 3
  %${name}p${i} = call i32 (ptr, ...) @printf(ptr @format, double %${name}a${i}, i32 %${name}b${i}, double %${name}w${i}, i64 %${name}d${i})`).join('');
  return `${printModule(module)}
@from = global ${values(10)}
@to = global ${values(100)}
@format = constant [16 x i8] c"%g %d %g %ld  \\0A\\00"
declare i32 @printf(ptr, ...)
define i32 @main() {
${call}${show('from')}${show('to')}
  ret i32 0
}`;
}

it('moves the numbers back and the others forth, up to a length that ends within a record', () => {
  const module = parseModule('');
  const accumulate = nameOf('accumulate', mixed, module);
  const copy = nameOf('copyOthers', mixed, module);
  expect(run(program(module, `  call void @${accumulate}(ptr @from, ptr @to, i64 32)\n  call void @${copy}(ptr @to, ptr @from, i64 36)`))).toEqual([
    0, 11, 0, 13, /* the double of the second record, but no more: */ 0, 15, 16, 17,
    110, 11, 114, 13, 118, 15, 106, 107,
  ]);
});
