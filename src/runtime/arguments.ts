/** Arguments of one call on their way into linear memory and back. */
import { Diagnostic } from '../diagnostics/index.js';
import type { Instance, WasmValue } from './instance.js';
import { type Scalar, type ScalarType, type TypedArray, fromWasm, scalars, toWasm } from './scalars.js';
import { type Parameter, type Signature, declaration } from './signature.js';

/**
 * What a parameter accepts: a number (or bigint, or boolean) for a scalar; for a pointer the typed array of its element
 * type, or `null`. A pointer to const accepts any array of numbers, and one to const characters accepts a string.
 */
export type Argument = Scalar | TypedArray | readonly number[] | readonly bigint[] | string | null;

/** Memory that belongs to one call. */
export class Frame {
  private readonly addresses: number[] = [];
  private readonly placed: { array: TypedArray; address: number; isConst: boolean }[] = [];

  constructor(private readonly instance: Instance, private readonly signature: Signature) {}

  /** Runs `body` with a frame whose memory is freed when it ends. */
  static run<T>(instance: Instance, signature: Signature, body: (frame: Frame) => T): T {
    const frame = new Frame(instance, signature);
    try {
      return body(frame);
    } finally {
      frame.addresses.forEach((address) => instance.free(address));
    }
  }

  /** @throws Diagnostic if there are too few or too many. */
  checkCount(args: readonly unknown[]): void {
    const expected = this.signature.parameters.length;
    if (args.length === expected) return;
    throw badArgument(this.signature, `\`${this.signature.name}\` takes ${expected} argument${expected === 1 ? '' : 's'}, not ${args.length}`);
  }

  /** A scalar as it is, a pointer as the address of a copy of the array. */
  place(parameter: Parameter, value: Argument | undefined): WasmValue {
    const { type, name } = parameter;
    if (type.kind === 'scalar') {
      const number = toWasm(type.scalar, value);
      if (number === undefined) throw badArgument(this.signature, `\`${name}\` cannot be ${show(value)}`);
      return number;
    }
    if (value === null) return 0;
    if (!type.isConst) {
      if (!isTypedArray(value) || !sameElements(type.element, value)) {
        throw badArgument(this.signature, `\`${name}\` must be a ${scalars[type.element].arrayName} (the function may write to it), not ${show(value)}`);
      }
    }
    return isTypedArray(value) ? this.placeShared(parameter, type, value) : this.copyIn(parameter, type.element, value).address;
  }

  /** A copy of an array of any kind. */
  copyIn(parameter: Parameter, element: ScalarType, value: unknown): { address: number; length: number } {
    if (isTypedArray(value) && sameElements(element, value)) {
      const address = this.allocate(value.byteLength);
      bytesAt(this.instance, address, value.byteLength).set(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
      return { address, length: value.length };
    }
    const elements = this.convert(parameter, element, value);
    const address = this.allocate(scalars[element].bytes * elements.length);
    const view = this.view(element, address, elements.length);
    if (view instanceof BigInt64Array || view instanceof BigUint64Array) elements.forEach((each, i) => { view[i] = BigInt(each); });
    else elements.forEach((each, i) => { view[i] = Number(each); });
    return { address, length: elements.length };
  }

  zeros(element: ScalarType, length: number): number {
    const bytes = scalars[element].bytes * length;
    const address = this.allocate(bytes);
    bytesAt(this.instance, address, bytes).fill(0);
    return address;
  }

  private allocate(bytes: number): number {
    const address = this.instance.allocate(bytes);
    this.addresses.push(address);
    return address;
  }

  /** A copy of what is in memory now. */
  read(element: ScalarType, address: number, length: number): TypedArray { return this.view(element, address, length).slice(); }

  readScalar(element: ScalarType, address: number): Scalar {
    const [value = 0] = this.view(element, address, 1);
    return fromWasm(element, value);
  }

  writeScalar(element: 'float32' | 'float64', address: number, value: number): void {
    const view = this.view(element, address, 1);
    if (view instanceof Float32Array || view instanceof Float64Array) view[0] = value;
  }

  /** Brings the arrays that the function could write to up to date. */
  copyBack(): void {
    for (const { array, address, isConst } of this.placed) {
      if (isConst) continue;
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength).set(bytesAt(this.instance, address, array.byteLength));
    }
  }

  /** Two parameters given the same array share one copy, as they would in C. */
  private placeShared(parameter: Parameter, type: { element: ScalarType; isConst: boolean }, array: TypedArray): number {
    const overlapping = this.placed.find((other) => overlap(other.array, array) && !(other.isConst && type.isConst));
    if (overlapping && !sameBytes(overlapping.array, array)) {
      throw badArgument(this.signature, `the array \`${parameter.name}\` overlaps another argument, which the function may write to`);
    }
    const address = overlapping?.address ?? this.copyIn(parameter, type.element, array).address;
    this.placed.push({ array, address, isConst: type.isConst });
    return address;
  }

  private view(element: ScalarType, address: number, length: number): TypedArray {
    return scalars[element].view(this.instance.buffer, address, length);
  }

  private convert(parameter: Parameter, element: ScalarType, value: unknown): WasmValue[] {
    if (typeof value === 'string' && scalars[element].bytes === 1) {
      return Array.from(new TextEncoder().encode(`${value}\0`), (byte) => Number(fromWasm(element, byte)));
    }
    if (!isTypedArray(value) && !Array.isArray(value)) {
      throw badArgument(this.signature, `\`${parameter.name}\` must be an array, not ${show(value)}`);
    }
    return Array.from<unknown, WasmValue>(value, (each, index) => {
      const number = toWasm(element, each);
      if (number === undefined) throw badArgument(this.signature, `\`${parameter.name}[${index}]\` cannot be ${show(each)}`);
      return number;
    });
  }
}

function bytesAt(instance: Instance, address: number, length: number): Uint8Array { return new Uint8Array(instance.buffer, address, length); }

/** A mistake of the caller's, with the declaration of the function. */
export function badArgument(signature: Signature, message: string): Diagnostic {
  return new Diagnostic('badInput', { message, why: `it is declared \`${declaration(signature)}\``, remedy: 'pass what the declaration asks for' });
}

export function isTypedArray(value: unknown): value is TypedArray {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

/** Whether the bytes of the array are those of a C array. Bytes are bytes, signed or not. */
function sameElements(element: ScalarType, array: TypedArray): boolean {
  if (scalars[element].bytes === 1) return array.BYTES_PER_ELEMENT === 1;
  return Object.prototype.toString.call(array) === `[object ${scalars[element].arrayName}]`;
}

function overlap(a: TypedArray, b: TypedArray): boolean {
  return a.buffer === b.buffer && a.byteOffset < b.byteOffset + b.byteLength && b.byteOffset < a.byteOffset + a.byteLength;
}

function sameBytes(a: TypedArray, b: TypedArray): boolean {
  return a.byteOffset === b.byteOffset && a.byteLength === b.byteLength && a.BYTES_PER_ELEMENT === b.BYTES_PER_ELEMENT;
}

function show(value: unknown): string {
  if (isTypedArray(value)) return `a ${Object.prototype.toString.call(value).slice(8, -1)}`;
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'string') return `the string ${JSON.stringify(value)}`;
  return typeof value === 'object' && value !== null ? 'an object' : `${typeof value === 'bigint' ? `${value}n` : String(value)}`;
}
