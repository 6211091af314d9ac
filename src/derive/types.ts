/** Types that derivative code works with. */
import {
  type FloatKind, FloatType, type IntegerType, type Module, type Type, type Value, IntegerType as Integer, VectorType, floatBits,
} from '../ir/index.js';
import type { TypeInfo } from '../types/index.js';

/** `size_t` of the target. */
export function wordType(module: Module): IntegerType { return new Integer(module.layout.pointerSize() * 8); }

/**
 * The type of the adjoint of a value: its own, or, for integers that are the bits of floating-point numbers, those
 * numbers. Undefined if the type analysis cannot tell.
 */
export function adjointType(value: Value, types: TypeInfo): Type | undefined {
  const type = value.type;
  const element = type.kind === 'vector' ? type.element : type;
  if (element.kind !== 'integer') return type;
  const kind = types.valueKind(value);
  if (kind === 'unknown' || kind === 'integer' || kind === 'pointer') return undefined;
  return floatsOfWidth(element.bits * (type.kind === 'vector' ? type.length : 1), kind);
}

function floatsOfWidth(bits: number, kind: FloatKind): Type | undefined {
  const float = new FloatType(kind);
  const lanes = bits / floatBits[kind];
  if (lanes === 1) return float;
  return Number.isInteger(lanes) && lanes > 0 ? new VectorType(float, lanes) : undefined;
}
