/**
 * Block copies and fills of memory that mixes numbers with pointers and integers: in the forward sweep the shadow's
 * pointers and integers move as the primal's do; in the reverse sweep the numbers in the shadow flow back. One small
 * function is emitted for each memory layout, with a loop over its repetitions, and a call of another for what is before the first.
 */
import type { Activity } from '../activity/index.js';
import { type AnyCall, type Function, type Module, type Value, floatBits, isCall, isInstruction } from '../ir/index.js';
import type { DataKind, MemoryLayout, TypeInfo } from '../types/index.js';
import { shadowDeclaredFor } from './analyses.js';
import { roleOf } from './calls.js';
import { recordLayout } from './records.js';
import { refuse } from './refuse.js';
import { importFunction } from './support.js';
import { wordType } from './types.js';

/** `count` items of one kind, back to back; `size` bytes each. Bytes that are no numbers are items of one byte. */
interface Run { readonly offset: number; readonly count: number; readonly size: number; readonly kind: DataKind | 'bytes' }

/** What a transfer function does with each run of numbers, or of other bytes. */
export type TransferKind =
  /** `void (ptr from, ptr to, word n)`: adds the numbers behind `from` to those behind `to`, and zeroes the former. */
  | 'accumulate'
  /** `void (ptr to, word n)`: zeroes the numbers. */
  | 'clear'
  /** `void (ptr to, ptr from, word n)`: copies everything but the numbers. */
  | 'copyOthers'
  /** `void (ptr to, i8 value, word n)`: sets everything but the numbers. */
  | 'fillOthers';

export function transferFunction(module: Module, kind: TransferKind, layout: MemoryLayout): Function {
  const { period, runs } = runsOf(layout);
  const head = layout.head && { name: transferFunction(module, kind, layout.head).name, size: layout.head.period };
  const wanted = runs.filter((run) => (run.kind === 'bytes') === (kind === 'copyOthers' || kind === 'fillOthers'));
  const name = `__ribozyme_${kind}_${period}_${wanted.map((r) => `${r.offset}.${r.kind}.${r.count}`).join('_')}${head ? `_behind_${head.size}${head.name.replace('__ribozyme', '')}` : ''}`;
  return module.functions.get(name) ?? importFunction(module, source(name, kind, period, wanted, wordType(module).text, head), name);
}

/**
 * What the first `length` bytes behind the first pointer of which it is known hold: of a copy, both sides hold the same.
 * @throws Diagnostic if it is not known of every byte behind any of them.
 */
export function knownLayout(types: TypeInfo, call: AnyCall, pointers: readonly Value[], length: Value): MemoryLayout {
  const bytes = length.kind === 'int' ? Number(length.value) : undefined;
  const layout = types.elementsOfCopy(call) ?? findLayout(types, call, pointers, length) ?? types.itemsOfCopy(call, bytes);
  if (layout) return layout;
  const operation = (call.calledFunction?.name ?? 'call').replace(/^llvm\.(\w+)\..*/, '$1');
  throw refuse('unknownMemoryType', { bytes: `${bytes ?? 'n'}`, operation }, call);
}

function findLayout(types: TypeInfo, call: AnyCall, pointers: readonly Value[], length: Value): MemoryLayout | undefined {
  const bytes = length.kind === 'int' ? Number(length.value) : undefined;
  const layouts = pointers.map((pointer) => types.memoryLayout(pointer, bytes));
  return layouts.find(({ known }) => known) ?? (layouts[0] && call.block && recordLayout(call.block.parent.module, length, layouts[0]))
    ?? (bytes === undefined ? pointers.map((pointer) => types.flexibleLayout(pointer)).find((layout) => layout?.known) : undefined);
}

/**
 * The same for a fill. Zeros in memory that the function itself made need no layout: in the forward sweep no adjoint is
 * there yet, and in the reverse sweep nothing reads pointers from it. So it is with shadows of globals, which no caller sees.
 */
export function fillLayout({ types, activity }: { types: TypeInfo; activity: Activity }, call: AnyCall, to: Value, byte: Value, length: Value): MemoryLayout | 'zeros' {
  const layout = findLayout(types, call, [to], length) ?? (length.kind === 'int' ? types.objectOfFill(call, Number(length.value)) : undefined);
  if (layout) return layout;
  const isOwn = [...activity.rootsOf(to)].every((root) => root.kind === 'alloca' || (root.kind === 'global' && !shadowDeclaredFor(root)) || (isInstruction(root) && isCall(root) && roleOf(root) === 'allocation'));
  return isOwn && byte.kind === 'int' && byte.value === 0n ? 'zeros' : knownLayout(types, call, [to], length);
}

/** Whether any byte is a number, and whether any is not. */
export function summarise(layout: MemoryLayout): { hasNumbers: boolean; hasOthers: boolean } {
  const runs = [...runsOf(layout).runs, ...layout.head ? runsOf(layout.head).runs : []];
  return { hasNumbers: runs.some((run) => run.kind !== 'bytes'), hasOthers: runs.some((run) => run.kind === 'bytes') };
}

/** The layout as runs, in order and without gaps; padding counts as other bytes. */
function runsOf(layout: MemoryLayout): { period: number; runs: Run[] } {
  const numbers = layout.fields.filter((field) => isNumber(field.kind)).sort((a, b) => a.offset - b.offset);
  const runs: Run[] = []; 
  let at = 0;
  for (const field of numbers) {
    const size = sizeOf(field.kind);
    if (field.offset < at) continue;
    if (field.offset > at) runs.push({ offset: at, count: field.offset - at, size: 1, kind: 'bytes' });
    const last = runs[runs.length - 1];
    if (last?.kind === field.kind && last.offset + last.count * size === field.offset) runs[runs.length - 1] = { ...last, count: last.count + 1 };
    else runs.push({ offset: field.offset, count: 1, size, kind: field.kind });
    at = field.offset + size;
  }
  if (at < layout.period) runs.push({ offset: at, count: layout.period - at, size: 1, kind: 'bytes' });
  const [only] = runs;
  // All of one kind: the repetition is that of a single item, however long the layout was written.
  if (only && runs.length === 1) return { period: only.size, runs: [{ ...only, count: 1 }] };
  return { period: Math.max(layout.period, at), runs };
}

function isNumber(kind: DataKind): boolean { return kind !== 'integer' && kind !== 'pointer'; }

function sizeOf(kind: DataKind): number { return kind === 'integer' || kind === 'pointer' ? 1 : floatBits[kind] / 8; }

function source(name: string, kind: TransferKind, period: number, runs: readonly Run[], word: string, head?: { name: string; size: number }): string {
  const parameters = { accumulate: 'ptr %from, ptr %to', clear: 'ptr %to', copyOthers: 'ptr %to, ptr %from', fillOthers: 'ptr %to, i8 %value' }[kind];
  const types = parameters.replace(/ %\w+/g, '');
  const before = head ? `  %inHead = icmp ult ${word} %n, ${head.size}
  %ofHead = select i1 %inHead, ${word} %n, ${word} ${head.size}
  call void @${head.name}(${parameters}, ${word} %ofHead)\n` : '';
  const body = runs.map((run, index) => runSource(run, index, kind, word, index + 1 < runs.length ? `run${index + 1}` : 'next')).join('');
  return `${head ? `declare void @${head.name}(${types}, ${word})\n` : ''}
define void @${name}(${parameters}, ${word} %n) nounwind {
entry:
${before}  %none = icmp ule ${word} %n, ${head?.size ?? 0}
  br i1 %none, label %done, label %element
element:
  %base = phi ${word} [ ${head?.size ?? 0}, %entry ], [ %following, %next ]
  br label %${runs.length > 0 ? 'run0' : 'next'}
${body}next:
  %following = add ${word} %base, ${period}
  %more = icmp ult ${word} %following, %n
  br i1 %more, label %element, label %done
done:
  ret void
}
`;
}

/** A loop over the items of a run that lie within the first `n` bytes. */
function runSource(run: Run, index: number, kind: TransferKind, word: string, next: string): string {
  const type = run.kind === 'bytes' ? 'i8' : run.kind;
  const i = index;
  const address = (pointer: string): string => `  %${pointer}${i} = getelementptr i8, ptr %${pointer}, ${word} %at${i}\n`;
  const work = {
    accumulate: `${address('from')}${address('to')}  %taken${i} = load ${type}, ptr %from${i}, align 1
  store ${type} ${zeroOf(type)}, ptr %from${i}, align 1
  %had${i} = load ${type}, ptr %to${i}, align 1
  %sum${i} = fadd ${type} %had${i}, %taken${i}
  store ${type} %sum${i}, ptr %to${i}, align 1\n`,
    clear: `${address('to')}  store ${type} ${zeroOf(type)}, ptr %to${i}, align 1\n`,
    copyOthers: `${address('from')}${address('to')}  %byte${i} = load i8, ptr %from${i}
  store i8 %byte${i}, ptr %to${i}\n`,
    fillOthers: `${address('to')}  store i8 %value, ptr %to${i}\n`,
  }[kind];
  return `run${i}:
  %first${i} = add ${word} %base, ${run.offset}
  br label %item${i}
item${i}:
  %at${i} = phi ${word} [ %first${i}, %run${i} ], [ %after${i}, %step${i} ]
  %after${i} = add ${word} %at${i}, ${run.size}
  %inside${i} = icmp ule ${word} %after${i}, %n
  br i1 %inside${i}, label %step${i}, label %leave${i}
step${i}:
${work}  %end${i} = add ${word} %base, ${run.offset + run.count * run.size}
  %again${i} = icmp ult ${word} %after${i}, %end${i}
  br i1 %again${i}, label %item${i}, label %leave${i}
leave${i}:
  br label %${next}
`;
}

function zeroOf(type: string): string {
  switch (type) {
    case 'x86_fp80': return '0xK00000000000000000000';
    case 'fp128': return '0xL00000000000000000000000000000000';
    case 'ppc_fp128': return '0xM00000000000000000000000000000000';
    case 'half': return '0xH0000';
    case 'bfloat': return '0xR0000';
    default: return '0.0';
  }
}
