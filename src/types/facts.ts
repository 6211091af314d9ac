/** What the transfer rules see of an analysis in progress. */
import type { DataLayout, Function, Module, Value } from '../ir/index.js';
import type { Shapes } from './algebra.js';
import type { Shape } from './shape.js';
import type { TbaaShapes } from './tbaa-shapes.js';

/**
 * Two things are kept for each value: what its uses say, which flows backwards to where it comes from, and the whole
 * (uses and definition), which flows forwards. They are apart because what is known of one value that flows into a phi
 * says nothing about the others.
 */
export interface Facts {
  readonly fn: Function;
  readonly module: Module;
  readonly layout: DataLayout;
  readonly shapes: Shapes;
  readonly tbaa: TbaaShapes;
  readonly littleEndian: boolean;
  /** Whether a first fixpoint has been reached: what is known then of operands does not depend on the order of visits. */
  readonly isSettled: boolean;
  /** What its uses say the value is. For a pointer: one pointer, with what it points to. */
  used(value: Value): Shape;
  /** All that is known of the value. */
  whole(value: Value): Shape;
  /** What the program's own declarations say of a value. */
  declared(value: Value): Shape;
  /** What is known of a function called, when its body is here. */
  summary(callee: Function): Summary | undefined;
  addUse(value: Value, shape: Shape): void;
  addDefinition(value: Value, shape: Shape): void;
}

/** What a function's body says about its parameters and its result, whoever calls it. */
export interface Summary {
  readonly parameters: readonly Shape[];
  readonly result: Shape;
  /** The result is this argument, so many bytes on. */
  readonly returned: { readonly index: number; readonly offset: number } | undefined;
}

/** The memory behind a pointer, by its uses alone. */
export function usedMemory(facts: Facts, pointer: Value): Shape { return facts.shapes.pointeeOf(facts.used(pointer)); }

/** The memory behind a pointer. */
export function memoryBehind(facts: Facts, pointer: Value): Shape { return facts.shapes.pointeeOf(facts.whole(pointer)); }

/** Adds what is known of the memory behind a pointer, as a use of it. */
export function addMemory(facts: Facts, pointer: Value, memory: Shape): void {
  if (memory !== facts.shapes.empty) facts.addUse(pointer, facts.shapes.pointerTo(memory));
}

export function addMemoryDefinition(facts: Facts, pointer: Value, memory: Shape): void {
  if (memory !== facts.shapes.empty) facts.addDefinition(pointer, facts.shapes.pointerTo(memory));
}

/** Bytes of a first-class value; undefined for scalable vectors and the like. */
export function byteSize(facts: Facts, value: Value): number | undefined {
  const { type } = value;
  if (type.kind === 'vector' && type.scalable) return undefined;
  switch (type.kind) {
    case 'integer': case 'float': case 'pointer': case 'vector': case 'array': return facts.layout.storeSize(type);
    case 'struct': return type.isOpaque ? undefined : facts.layout.storeSize(type);
    default: return undefined;
  }
}

/** The value is an integer, by how it is computed with. */
export function addWeakInteger(facts: Facts, value: Value): void {
  const size = isIntegral(value) ? byteSize(facts, value) : undefined;
  if (size !== undefined) facts.addUse(value, facts.shapes.scalar('weak', size));
}

export function defineInteger(facts: Facts, value: Value, kind: 'weak' | 'integer'): void {
  const size = isIntegral(value) ? byteSize(facts, value) : undefined;
  if (size !== undefined) facts.addDefinition(value, facts.shapes.scalar(kind, size));
}

export function isIntegral(value: Value): boolean {
  const { type } = value;
  return type.kind === 'integer' || (type.kind === 'vector' && type.element.kind === 'integer');
}
