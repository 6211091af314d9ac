/** Sizes, alignments and field offsets, from a module's `target datalayout`. All results are in bytes. */
import { type FloatKind, type StructType, type Type } from './types.js';

export interface DataLayout {
  readonly text: string;
  /** Size of a pointer in an address space. */
  pointerSize(addressSpace?: number): number;
  /** Bytes that a store of the type writes. */
  storeSize(type: Type): number;
  /** Distance between consecutive elements of an array of the type. */
  allocSize(type: Type): number;
  abiAlignment(type: Type): number;
  fieldOffset(type: StructType, index: number): number;
}

/** @throws RangeError for types without a size (functions, opaque structs, scalable vectors). */
export function dataLayout(text: string): DataLayout {
  return new ParsedLayout(text);
}

class ParsedLayout implements DataLayout {
  private readonly pointers = new Map<number, { size: number; align: number }>([[0, { size: 8, align: 8 }]]);
  private readonly integers = new Map<number, number>([[1, 1], [8, 1], [16, 2], [32, 4], [64, 4]]);
  private readonly floats = new Map<number, number>([[16, 2], [32, 4], [64, 8], [80, 16], [128, 16]]);
  private readonly vectors = new Map<number, number>([[64, 8], [128, 16]]);
  private readonly offsets = new WeakMap<StructType, number[]>();
  readonly bigEndian: boolean = false;

  constructor(readonly text: string) {
    for (const part of text.split('-')) {
      const numbers = part.slice(1).split(':').map((n) => parseInt(n, 10));
      const [first = NaN, second = NaN] = numbers;
      switch (part.charAt(0)) {
        case 'E': this.bigEndian = true; break;
        case 'p': {
          const space = Number.isNaN(first) ? 0 : first;
          this.pointers.set(space, { size: second / 8, align: (numbers[2] ?? second) / 8 });
          break;
        }
        case 'i': this.integers.set(first, second / 8); break;
        case 'f': this.floats.set(first, second / 8); break;
        case 'v': this.vectors.set(first, second / 8); break;
      }
    }
  }

  pointerSize(addressSpace = 0): number { return this.pointerIn(addressSpace).size; }

  storeSize(type: Type): number {
    switch (type.kind) {
      case 'integer': return Math.ceil(type.bits / 8);
      case 'float': return type.bits / 8;
      case 'pointer': return this.pointerSize(type.addressSpace);
      case 'vector': {
        if (type.scalable) throw new RangeError(`${type.text} has no fixed size`);
        return Math.ceil(type.length * this.bitSize(type.element) / 8);
      }
      case 'array': return type.length * this.allocSize(type.element);
      case 'struct': return this.structOffsets(type)[type.fields.length] ?? 0;
      case 'x86_mmx': return 8;
      case 'x86_amx': return 1024;
      default: throw new RangeError(`${type.text} has no size`);
    }
  }

  allocSize(type: Type): number { return alignTo(this.storeSize(type), this.abiAlignment(type)); }

  abiAlignment(type: Type): number {
    switch (type.kind) {
      case 'integer': return this.integerAlignment(type.bits);
      case 'float': return this.floats.get(type.bits) ?? floatAlignment[type.format];
      case 'pointer': return this.pointerIn(type.addressSpace).align;
      case 'vector': {
        const size = this.storeSize(type);
        return this.vectors.get(size * 8) ?? nextPowerOfTwo(size);
      }
      case 'array': return this.abiAlignment(type.element);
      case 'struct': return type.packed ? 1 : Math.max(1, ...type.fields.map((f) => this.abiAlignment(f)));
      default: return 8;
    }
  }

  fieldOffset(type: StructType, index: number): number {
    const offset = this.structOffsets(type)[index];
    if (offset === undefined) throw new RangeError(`no field ${index} in ${type.text}`);
    return offset;
  }

  private bitSize(type: Type): number { return type.kind === 'integer' ? type.bits : this.storeSize(type) * 8; }

  private pointerIn(space: number): { size: number; align: number } {
    return this.pointers.get(space) ?? this.pointers.get(0) ?? { size: 8, align: 8 };
  }

  private integerAlignment(bits: number): number {
    const exact = this.integers.get(bits);
    if (exact !== undefined) return exact;
    // LLVM: the next larger specified width, or the widest one.
    const widths = [...this.integers.keys()].sort((a, b) => a - b);
    const width = widths.find((w) => w > bits) ?? widths[widths.length - 1] ?? 8;
    return this.integers.get(width) ?? 1;
  }

  /** Offsets of the fields, then the size of the whole struct including tail padding. */
  private structOffsets(type: StructType): number[] {
    const known = this.offsets.get(type);
    if (known) return known;
    if (type.isOpaque) throw new RangeError(`${type.text} is opaque`);
    const offsets: number[] = [];
    let at = 0;
    for (const field of type.fields) {
      if (!type.packed) at = alignTo(at, this.abiAlignment(field));
      offsets.push(at);
      at += this.allocSize(field);
    }
    offsets.push(type.packed ? at : alignTo(at, this.abiAlignment(type)));
    this.offsets.set(type, offsets);
    return offsets;
  }
}

const floatAlignment: Record<FloatKind, number> = {
  half: 2, bfloat: 2, float: 4, double: 8, x86_fp80: 16, fp128: 16, ppc_fp128: 16,
};

function alignTo(value: number, alignment: number): number { return Math.ceil(value / alignment) * alignment; }

function nextPowerOfTwo(value: number): number {
  let power = 1;
  while (power < value) power *= 2;
  return power;
}
