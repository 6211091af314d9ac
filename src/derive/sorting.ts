/**
 * `qsort` and `bsearch`. A sort is split in two, emitted as functions of the module: one finds the order of the elements,
 * calling the comparison as it is (a stable merge sort of indices, as glibc's), and is not differentiated; one puts them
 * into that order, element by element, and is differentiated as any function.
 */
import {
  type AnyCall, Builder, type Function, FunctionType, type Module, type Value, floatBits, pointer, voidType,
} from '../ir/index.js';
import type { Field, MemoryLayout } from '../types/index.js';
import { orderSource, permuteSource, searchSource } from './sorting-source.js';
import { importFunction } from './support.js';
import { wordType } from './types.js';

/**
 * Replaces a call of `qsort(base, n, size, compare)` or `bsearch(key, base, n, size, compare)` whose comparison only
 * compares. `layout` is that of an element; a sort of elements whose layout is not known stays as it is.
 */
export function expandSorting(call: AnyCall, layout: MemoryLayout | undefined): void {
  const { block } = call;
  if (!block) return;
  const module = block.parent.module;
  const build = new Builder(block).beforeInstruction(call);
  build.debugLocation = call.metadata.get('dbg');
  const word = wordType(module);
  if (call.calledFunction?.name === 'bsearch') {
    const found = build.call(importFunction(module, searchSource(word.text), '__ribozyme_search'), call.args);
    call.replaceAllUsesWith(found);
    call.erase();
    return;
  }
  const [base, count, size, compare] = call.args;
  if (!layout?.known || !base || !count || size?.kind !== 'int' || !compare) return;
  const order = build.call(importFunction(module, orderSource(word.text), '__ribozyme_order'), [base, count, size, compare]);
  build.call(permuteFunction(module, layout, Number(size.value)), [base, count, order]);
  build.call(module.getOrDeclare('free', new FunctionType(voidType, [pointer])), [order]);
  call.erase();
}

/** The position of the elements and of the comparison among the arguments. */
export function sortingArguments(call: AnyCall): { elements: Value; size: Value; compare: Value } | undefined {
  const name = call.calledFunction?.isDeclaration ? call.calledFunction.name : '';
  const [first, second, third, fourth, fifth] = call.args;
  if (name === 'qsort' && first && third && fourth) return { elements: first, size: third, compare: fourth };
  return name === 'bsearch' && second && fourth && fifth ? { elements: second, size: fourth, compare: fifth } : undefined;
}

function permuteFunction(module: Module, layout: MemoryLayout, size: number): Function {
  const fields = elementFields(layout, size);
  const name = `__ribozyme_permute_${size}${fields.map(({ offset, kind }) => `_${kind}${offset}`).join('')}`;
  return module.functions.get(name) ?? importFunction(module, permuteSource(name, size, fields, wordType(module).text), name);
}

/** The fields of the repetitions that make up an element; integers byte by byte, which are no numbers to anybody. */
function elementFields(layout: MemoryLayout, size: number): Field[] {
  const fields: Field[] = [];
  const period = layout.period > 0 ? layout.period : size;
  for (let base = 0; base < size; base += period) {
    for (const { offset, kind, size: width } of layout.fields) {
      if (kind !== 'integer') fields.push({ offset: base + offset, kind, size: width });
      else for (let at = 0; at < width; at++) fields.push({ offset: base + offset + at, kind, size: 1 });
    }
  }
  return fields.filter(({ offset, kind, size: width }) => offset + (kind in floatBits ? floatBits[kind as keyof typeof floatBits] / 8 : width) <= size);
}
