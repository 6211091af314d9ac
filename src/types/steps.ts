/** `getelementptr` as a walk: constant distances, and variable indices with the stride they move by. */
import { type ConstantExpression, type DataLayout, type GetElementPtrInstruction, type Value } from '../ir/index.js';
import type { Shapes } from './algebra.js';
import { sizeOf } from './ir-shapes.js';
import type { Shape } from './shape.js';

/** `bytes` further on; or an unknown multiple of `stride`, of which the type declares `count`. */
export type Step = { readonly bytes: number } | { readonly stride: number; readonly count: number };

/** The steps in order; undefined for vectors of pointers and types without a size. */
export function stepsOf(gep: GetElementPtrInstruction | ConstantExpression, layout: DataLayout): Step[] | undefined {
  const [base, ...indices] = gep.operands;
  const source = gep.elementType;
  if (base?.type.kind !== 'pointer' || !source || gep.type.kind !== 'pointer') return undefined;
  const steps: Step[] = [];
  let type = source;
  for (const [position, index] of indices.entries()) {
    if (position > 0 && type.kind === 'struct') {
      const field = index.kind === 'int' ? Number(index.value) : index.kind === 'word' ? 0 : undefined;
      const next = field === undefined ? undefined : type.fields[field];
      if (field === undefined || !next) return undefined;
      steps.push({ bytes: layout.fieldOffset(type, field) });
      type = next;
      continue;
    }
    let count = Infinity;
    if (position > 0) {
      if (type.kind !== 'array' && type.kind !== 'vector') return undefined;
      count = type.length === 0 ? Infinity : type.length;
      type = type.element;
    }
    const size = sizeOf(type, layout);
    if (size === undefined) return undefined;
    const { scale, offset } = linear(index, 0);
    if (scale !== 0) steps.push({ stride: size * scale, count: scale === 1 && offset === 0 ? count : Infinity });
    if (offset !== 0) steps.push({ bytes: size * offset });
  }
  return steps;
}

/** What a shape at the end of the steps says about the memory at their start. */
export function backThrough(steps: readonly Step[], shape: Shape, shapes: Shapes): Shape {
  let at = shape;
  for (const step of [...steps].reverse()) {
    if ('stride' in step) at = shapes.fold(at, step.stride, step.count);
    else if (step.bytes !== 0) at = shapes.shift(shapes.firstInstance(at), step.bytes);
  }
  return at;
}

/** What the memory at the start of the steps says about their end. */
export function alongSteps(steps: readonly Step[], shape: Shape, shapes: Shapes): Shape {
  let at = shape;
  for (const step of steps) at = 'stride' in step ? shapes.walked(at, step.stride) : shapes.shift(at, -step.bytes);
  return at;
}

/** The total of constant steps, and the greatest common divisor of the variable ones (0 if there are none). */
export function summarize(steps: readonly Step[]): { bytes: number; stride: number } {
  let bytes = 0;
  let stride = 0;
  for (const step of steps) {
    if ('stride' in step) stride = gcd(stride, step.stride);
    else bytes += step.bytes;
  }
  return { bytes, stride };
}

export function gcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/**
 * An integer as `unknown * scale + offset`, looking through arithmetic with constants. Extensions count as the value
 * itself: an index that wraps would not address the array.
 */
export function linear(value: Value, depth: number): { scale: number; offset: number } {
  const unknown = { scale: 1, offset: 0 };
  if (value.kind === 'int') return { scale: 0, offset: Number(value.value) };
  if (value.kind === 'word') return { scale: 0, offset: 0 };
  if (depth > 6) return unknown;
  if (value.kind === 'cast') {
    return value.opcode === 'sext' || value.opcode === 'zext' || value.opcode === 'trunc' ? linear(value.operand(0), depth + 1) : unknown;
  }
  if (value.kind !== 'binary') return unknown;
  const left = linear(value.operand(0), depth + 1);
  const right = linear(value.operand(1), depth + 1);
  const constant = right.scale === 0 ? right.offset : undefined;
  switch (value.opcode) {
    case 'add': return { scale: gcd(left.scale, right.scale), offset: left.offset + right.offset };
    case 'sub': return { scale: gcd(left.scale, right.scale), offset: left.offset - right.offset };
    case 'mul':
      if (constant !== undefined) return scaled(left, constant);
      return left.scale === 0 ? scaled(right, left.offset) : unknown;
    case 'shl': return constant !== undefined && constant >= 0 && constant < 40 ? scaled(left, 2 ** constant) : unknown;
    case 'or': return value.flags.includes('disjoint') ? { scale: gcd(left.scale, right.scale), offset: left.offset + right.offset } : unknown;
    case 'xor': return constant === -1 ? { scale: left.scale, offset: -1 - left.offset } : unknown;
    default: return unknown;
  }
}

function scaled({ scale, offset }: { scale: number; offset: number }, by: number): { scale: number; offset: number } {
  return { scale: Math.abs(scale * by), offset: offset * by };
}
