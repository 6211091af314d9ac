/** Which parts a first-class value has: numbers that can carry a derivative, pointers that can have a shadow. */
import type { Type, Value } from '../ir/index.js';
import type { DataKind, TypeInfo } from '../types/index.js';

export interface Contents {
  readonly floats: boolean;
  readonly pointers: boolean;
  /** An integer of which nothing says what it is: it may be the bits of anything. */
  readonly unknown: boolean;
}

const nothing: Contents = { floats: false, pointers: false, unknown: false };
const numbersOnly: Contents = { floats: true, pointers: false, unknown: false };

export function contentsOf(value: Value, types: TypeInfo): Contents {
  const type = value.type;
  if (type.kind === 'integer') {
    if (type.bits < 16) return nothing;
    const kind = types.valueKind(value);
    return kind === 'unknown' && types.numbersIn(value).length > 0 ? numbersOnly : contentsOfKind(kind);
  }
  if (type.kind === 'vector' && type.element.kind === 'integer') {
    return type.element.bits * type.length < 16 || type.element.bits % 8 !== 0 ? nothing : contentsOfKind(types.valueKind(value));
  }
  const contents = contentsOfType(type);
  const isAggregate = type.kind === 'struct' || type.kind === 'array';
  return isAggregate && !contents.floats && types.hidesNumbers(value) ? { ...contents, floats: true } : contents;
}

/** By type alone: integers count as integers. */
export function contentsOfType(type: Type): Contents {
  switch (type.kind) {
    case 'float': return numbersOnly;
    case 'pointer': return { floats: false, pointers: true, unknown: false };
    case 'vector': case 'array': return contentsOfType(type.element);
    case 'struct': {
      const parts = type.fields.map(contentsOfType);
      return { floats: parts.some((p) => p.floats), pointers: parts.some((p) => p.pointers), unknown: false };
    }
    default: return nothing;
  }
}

/** Streams of C++ hold text, and addresses that lead nowhere else; what is written to them is not read back as a number. */
export function isStream(type: Type): boolean {
  return type.kind === 'struct' && /^class\.std::(__cxx11::)?basic_(o|i)?(stringstream|fstream|stringbuf|filebuf)/.test(type.name ?? '');
}

function contentsOfKind(kind: DataKind | 'unknown'): Contents {
  switch (kind) {
    case 'integer': return nothing;
    case 'pointer': return { floats: false, pointers: true, unknown: false };
    case 'unknown': return { floats: true, pointers: true, unknown: true };
    default: return numbersOnly;
  }
}
