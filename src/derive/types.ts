/** Types that derivative code works with. */
import {
  type DataLayout, type FloatKind, FloatType, type IntegerType, type Module, type Type, type Value, IntegerType as Integer, StructType, VectorType,
  floatBits, scalarType,
} from '../ir/index.js';
import type { TypeInfo } from '../types/index.js';
import { structOfNumbers } from './registers.js';

/** `size_t` of the target. */
export function wordType(module: Module): IntegerType { return new Integer(module.layout.pointerSize() * 8); }

/**
 * The type of the adjoint of a value: its own, or, for integers that are the bits of floating-point numbers, those
 * numbers; for integers with numbers in them, also as parts of an aggregate, a struct of these. Undefined if the type
 * analysis cannot tell.
 */
export function adjointType(value: Value, types: TypeInfo, layout: DataLayout): Type | undefined {
  const { type } = value;
  if (type.kind === 'struct' || type.kind === 'array') return aggregateType(type, 0, value, types, layout);
  const element = scalarType(type);
  if (element.kind !== 'integer') return type;
  const kind = types.valueKind(value);
  if (kind === 'integer' || kind === 'pointer') return undefined;
  if (kind !== 'unknown') return floatsOfWidth(element.bits * (type.kind === 'vector' ? type.length : 1), kind);
  const numbers = type.kind === 'integer' ? types.numbersIn(value) : [];
  return type.kind === 'integer' && numbers.length > 0 ? structOfNumbers(numbers, type) : undefined;
}

/** The same aggregate, but for the numbers in its integers; what lies at `offset` of the value. */
function aggregateType(type: Type, offset: number, value: Value, types: TypeInfo, layout: DataLayout): Type {
  switch (type.kind) {
    case 'integer': {
      const numbers = type.bits < 16 ? [] : types.numbersIn(value, offset, layout.storeSize(type));
      return numbers.length > 0 ? structOfNumbers(numbers, type) : type;
    }
    case 'struct': {
      const fields = type.fields.map((field, index) => aggregateType(field, offset + layout.fieldOffset(type, index), value, types, layout));
      return fields.every((field, index) => field === type.fields[index]) ? type : new StructType(fields, type.packed);
    }
    case 'array': {
      if (scalarType(type.element).kind !== 'integer') return type;
      const size = layout.allocSize(type.element);
      const fields = Array.from({ length: type.length }, (_, index) => aggregateType(type.element, offset + index * size, value, types, layout));
      return fields.every((field) => field === type.element) ? type : new StructType(fields, true);
    }
    default: return type;
  }
}

function floatsOfWidth(bits: number, kind: FloatKind): Type | undefined {
  const float = new FloatType(kind);
  const lanes = bits / floatBits[kind];
  if (lanes === 1) return float;
  return Number.isInteger(lanes) && lanes > 0 ? new VectorType(float, lanes) : undefined;
}
