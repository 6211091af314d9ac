/** What a store writes: numbers, whose adjoints flow in the reverse sweep, or pointers and integers, which move now. */
import { type Builder, type Type, type Value, type StoreInstruction, constantInt, containsFloat, i32 } from '../ir/index.js';
import { contentsOfType } from '../activity/index.js';
import type { TypeInfo } from '../types/index.js';
import { refuse } from './refuse.js';

/** @throws Diagnostic if it cannot be told. */
export function contentsOfStore(store: StoreInstruction, types: TypeInfo): 'numbers' | 'others' | 'mixed' {
  const { value, address } = store;
  const { type } = value;
  const scalar = type.kind === 'vector' ? type.element : type;
  if (scalar.kind !== 'integer') {
    if (type.kind === 'struct' || type.kind === 'array') {
      if (!containsFloat(type)) return 'others';
      return contentsOfType(type).pointers || hasOtherLeaf(type) ? 'mixed' : 'numbers';
    }
    return scalar.kind === 'float' ? 'numbers' : 'others';
  }
  if (scalar.bits < 16) return 'others';
  const kind = types.valueKind(value);
  if (kind === 'integer' || kind === 'pointer') return 'others';
  if (kind !== 'unknown') return 'numbers';
  const size = Math.ceil(scalar.bits / 8) * (type.kind === 'vector' ? type.length : 1);
  if (types.isIntegerMember(store, size)) return 'others';
  const layout = types.memoryLayout(address, size);
  const kinds = new Set(layout.fields.map((field): 'numbers' | 'others' => (field.kind === 'integer' || field.kind === 'pointer' ? 'others' : 'numbers')));
  const [only = 'others'] = kinds; // nothing but padding
  if (layout.known && kinds.size < 2) return only;
  throw refuse('unknownValueType', { type: type.text }, store);
}

function hasOtherLeaf(type: Type): boolean {
  let found = false;
  eachLeaf(type, (_path, leaf) => { found ||= leaf.kind !== 'float' && !(leaf.kind === 'vector' && leaf.element.kind === 'float'); });
  return found;
}

/** Calls `visit` for each scalar or vector part of an aggregate; `address` computes where it lies. */
export function eachLeaf(type: Type, visit: (path: readonly number[], type: Type, address: (build: Builder, base: Value) => Value) => void): void {
  const walk = (at: Type, path: readonly number[]): void => {
    const count = at.kind === 'struct' ? at.fields.length : at.kind === 'array' ? at.length : undefined;
    if (count === undefined) {
      visit(path, at, (build, base) => (path.length === 0 ? base : build.gep(type, base, [0, ...path].map((i) => constantInt(i32, i)), ['inbounds'])));
      return;
    }
    for (let i = 0; i < count; i++) {
      const part = at.kind === 'struct' ? at.fields[i] : at.kind === 'array' ? at.element : undefined;
      if (part) walk(part, [...path, i]);
    }
  };
  walk(type, []);
}
