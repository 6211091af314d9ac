/** The types of one module: named ones, and one object for each literal type that was read. */
import { IntegerType, PointerType, StructType, type Type, pointer, i1, i8, i16, i32, i64 } from '../ir/index.js';

/** `%name = type ...`: where its right-hand side stands in the text. */
export interface TypeDefinition { readonly from: number; readonly limit: number }

export class TypeTable {
  /** Named types that have been resolved. Those that are no structs are aliases: LLVM has no other kind of named type. */
  readonly named = new Map<string, Type>();
  /** Definitions whose right-hand side has not been read. */
  readonly definitions = new Map<string, TypeDefinition>();
  private readonly literals = new Map<string, Type>();
  private readonly integers: (IntegerType | undefined)[] = [];

  constructor() {
    for (const type of [i1, i8, i16, i32, i64]) this.integers[type.bits] = type;
  }

  integer(bits: number): IntegerType {
    if (bits > 128) return this.intern(new IntegerType(bits));
    return (this.integers[bits] ??= new IntegerType(bits));
  }

  pointer(addressSpace: number): PointerType {
    return addressSpace === 0 ? pointer : this.intern(new PointerType(addressSpace));
  }

  /** The type that was interned first with this text. */
  intern<T extends Type>(type: T): T {
    const known = this.literals.get(type.text);
    if (known && known.kind === type.kind) return known as T;
    this.literals.set(type.text, type);
    return type;
  }

  /** The struct of this name, opaque until it is defined. */
  declareStruct(name: string): StructType {
    const struct = new StructType(undefined, false, name);
    this.named.set(name, struct);
    return struct;
  }
}
