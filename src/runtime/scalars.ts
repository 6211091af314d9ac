/** The scalar types of C as JavaScript and WebAssembly see them. */

export type ScalarType =
  | 'bool' | 'int8' | 'uint8' | 'int16' | 'uint16' | 'int32' | 'uint32' | 'int64' | 'uint64' | 'float32' | 'float64';

export type TypedArray =
  | Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | BigInt64Array | BigUint64Array
  | Float32Array | Float64Array;

/** What a scalar of C is in JavaScript: 64-bit integers are bigints, `bool` is a boolean, the rest are numbers. */
export type Scalar = number | bigint | boolean;

interface ScalarRow {
  readonly bytes: number;
  readonly arrayName: string;
  /** A view of `length` elements in linear memory, or of a fresh buffer. */
  view(buffer: ArrayBuffer, address: number, length: number): TypedArray;
}

export const scalars: Readonly<Record<ScalarType, ScalarRow>> = {
  bool: { bytes: 1, arrayName: 'Uint8Array', view: (buffer, address, length) => new Uint8Array(buffer, address, length) },
  int8: { bytes: 1, arrayName: 'Int8Array', view: (buffer, address, length) => new Int8Array(buffer, address, length) },
  uint8: { bytes: 1, arrayName: 'Uint8Array', view: (buffer, address, length) => new Uint8Array(buffer, address, length) },
  int16: { bytes: 2, arrayName: 'Int16Array', view: (buffer, address, length) => new Int16Array(buffer, address, length) },
  uint16: { bytes: 2, arrayName: 'Uint16Array', view: (buffer, address, length) => new Uint16Array(buffer, address, length) },
  int32: { bytes: 4, arrayName: 'Int32Array', view: (buffer, address, length) => new Int32Array(buffer, address, length) },
  uint32: { bytes: 4, arrayName: 'Uint32Array', view: (buffer, address, length) => new Uint32Array(buffer, address, length) },
  int64: { bytes: 8, arrayName: 'BigInt64Array', view: (buffer, address, length) => new BigInt64Array(buffer, address, length) },
  uint64: { bytes: 8, arrayName: 'BigUint64Array', view: (buffer, address, length) => new BigUint64Array(buffer, address, length) },
  float32: { bytes: 4, arrayName: 'Float32Array', view: (buffer, address, length) => new Float32Array(buffer, address, length) },
  float64: { bytes: 8, arrayName: 'Float64Array', view: (buffer, address, length) => new Float64Array(buffer, address, length) },
};

export function isFloat(type: ScalarType): type is 'float32' | 'float64' { return type === 'float32' || type === 'float64'; }
export function is64BitInteger(type: ScalarType): boolean { return type === 'int64' || type === 'uint64'; }

/** A new typed array of zeros of a C type. */
export function newArray(type: ScalarType, length: number): TypedArray {
  const { bytes, view } = scalars[type];
  return view(new ArrayBuffer(bytes * length), 0, length);
}

/** A value that came back from WebAssembly, which knows only i32, i64, f32 and f64, as the value of its C type. */
export function fromWasm(type: ScalarType, value: number | bigint): Scalar {
  switch (type) {
    case 'bool': return (Number(value) & 1) !== 0;
    case 'int8': return (Number(value) << 24) >> 24;
    case 'uint8': return Number(value) & 0xff;
    case 'int16': return (Number(value) << 16) >> 16;
    case 'uint16': return Number(value) & 0xffff;
    case 'int32': return Number(value) | 0;
    case 'uint32': return Number(value) >>> 0;
    case 'int64': return BigInt.asIntN(64, BigInt(value));
    case 'uint64': return BigInt.asUintN(64, BigInt(value));
    case 'float32': case 'float64': return Number(value);
  }
}

/** The other way; undefined if the value does not fit the type. */
export function toWasm(type: ScalarType, value: unknown): number | bigint | undefined {
  if (is64BitInteger(type)) {
    const big = typeof value === 'bigint' ? value : typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : undefined;
    if (big === undefined) return undefined;
    return (type === 'int64' ? BigInt.asIntN(64, big) : BigInt.asUintN(64, big)) === big ? big : undefined;
  }
  if (isFloat(type)) return typeof value === 'number' ? value : undefined;
  if (type === 'bool') return typeof value === 'boolean' ? Number(value) : value === 0 || value === 1 ? value : undefined;
  const number = typeof value === 'bigint' ? Number(value) : typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : NaN;
  return fromWasm(type, number) === number ? number : undefined;
}
