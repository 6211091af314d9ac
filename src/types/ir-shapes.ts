/** What LLVM types say about bytes. */
import { type DataLayout, type FloatKind, type Type, floatBits } from '../ir/index.js';
import type { Shapes } from './algebra.js';
import { type DataKind, type Run, appendRun, bytesRun, endOf, shiftRuns } from './runs.js';
import { type Shape, scalarLimit } from './shape.js';

export function kindSize(kind: DataKind, layout: DataLayout): number {
  if (kind === 'integer') return 1;
  return kind === 'pointer' ? layout.pointerSize() : floatBits[kind] / 8;
}

/**
 * The bytes of a value of this type: floats and pointers, and `i1`, which is nothing but an integer. Wider integers may
 * be the bits of anything.
 */
export function valueRuns(type: Type, layout: DataLayout): Run[] { return runsOf(type, layout, false); }

/**
 * An object of this type, as its definition declares it: `count` of them in a row. Struct types written by a front end
 * name their integers and padding; a union is only one of its views, and says nothing.
 */
export function declaredObject(type: Type, count: number, shapes: Shapes, layout: DataLayout): Shape {
  const size = sizeOf(type, layout);
  if (size === undefined || size === 0 || count <= 0) return shapes.empty;
  if (type.kind === 'array') return declaredObject(type.element, count * type.length, shapes, layout);
  return shapes.repeating(runsOf(type, layout, false), size, 0, size * count);
}

/** Distance between elements of an array of the type; undefined for types without a fixed size. */
export function sizeOf(type: Type, layout: DataLayout): number | undefined {
  switch (type.kind) {
    case 'integer': case 'float': case 'pointer': case 'x86_mmx': return layout.allocSize(type);
    case 'vector': return type.scalable ? undefined : layout.allocSize(type);
    case 'array': return sizeOf(type.element, layout) === undefined ? undefined : layout.allocSize(type);
    case 'struct':
      return type.isOpaque || type.fields.some((field) => sizeOf(field, layout) === undefined) ? undefined : layout.allocSize(type);
    default: return undefined;
  }
}

/** Struct types that a front end names after the source's: their integers are integers, and their gaps are padding. */
function runsOf(type: Type, layout: DataLayout, isMember: boolean): Run[] {
  switch (type.kind) {
    case 'float': return [scalar(type.format, type.bits / 8)];
    case 'pointer': return [scalar('pointer', layout.pointerSize(type.addressSpace))];
    case 'integer':
      if (type.bits === 1) return [bytesRun('integer', 0, 1)];
      return isMember && (type.bits === 16 || type.bits === 32 || type.bits === 64) ? [bytesRun('integer', 0, type.bits / 8)] : [];
    case 'vector': {
      if (type.scalable || type.element.kind === 'integer') return [];
      return repeat(runsOf(type.element, layout, false), layout.storeSize(type) / type.length, type.length);
    }
    case 'array': {
      // An array of integers may be storage for anything.
      const size = sizeOf(type.element, layout);
      return size === undefined ? [] : repeat(runsOf(type.element, layout, false), size, type.length);
    }
    case 'struct': return structRuns(type, layout);
    default: return [];
  }
}

function structRuns(type: Extract<Type, { kind: 'struct' }>, layout: DataLayout): Run[] {
  if (sizeOf(type, layout) === undefined || /^union\./.test(type.name ?? '')) return [];
  const isNamed = /^(struct|class)\./.test(type.name ?? '');
  const out: Run[] = [];
  let end = 0;
  type.fields.forEach((field, index) => {
    const offset = layout.fieldOffset(type, index);
    if (isNamed && offset > end) out.push(bytesRun('padding', end, offset - end));
    const size = layout.allocSize(field);
    out.push(...shiftRuns(runsOf(field, layout, isNamed), offset));
    end = offset + size;
  });
  const size = layout.allocSize(type);
  if (isNamed && size > end) out.push(bytesRun('padding', end, size - end));
  return out.sort((a, b) => a.offset - b.offset);
}

/** `count` copies of the runs, `size` bytes apart. */
export function repeat(runs: readonly Run[], size: number, count: number): Run[] {
  const [only] = runs;
  if (only && runs.length === 1 && only.offset === 0 && endOf(only) === size) return [{ ...only, count: only.count * count }];
  const out: Run[] = [];
  for (let i = 0; i < count && out.length < scalarLimit && runs.length > 0; i++) {
    for (const run of shiftRuns(runs, i * size)) appendRun(out, run);
  }
  return out;
}

function scalar(kind: FloatKind | 'pointer', size: number): Run { return { offset: 0, kind, size, count: 1, pointee: undefined }; }
