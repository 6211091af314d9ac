/**
 * LLVM types. Immutable; two types are equal exactly when their `text` (the form printed in `.ll`) is equal, so a
 * `Map<string, T>` keyed by `type.text` is a map keyed by type. Typed pointers do not exist here: the reader turns
 * them into opaque ones.
 */

export type FloatKind = 'half' | 'bfloat' | 'float' | 'double' | 'x86_fp80' | 'fp128' | 'ppc_fp128';

/** Storage size in bits of each floating-point format. */
export const floatBits: Record<FloatKind, number> = {
  half: 16, bfloat: 16, float: 32, double: 64, x86_fp80: 80, fp128: 128, ppc_fp128: 128,
};

/** Types without parts: `void`, `label`, `metadata`, `token`, `x86_amx`, `x86_mmx`. */
export type PlainKind = 'void' | 'label' | 'metadata' | 'token' | 'x86_amx' | 'x86_mmx';

export class PlainType {
  constructor(readonly kind: PlainKind) {}
  get text(): string { return this.kind; }
}

export class IntegerType {
  readonly kind = 'integer';
  readonly text: string;
  constructor(readonly bits: number) { this.text = `i${bits}`; }
}

export class FloatType {
  readonly kind = 'float';
  constructor(readonly format: FloatKind) {}
  get text(): string { return this.format; }
  get bits(): number { return floatBits[this.format]; }
}

export class PointerType {
  readonly kind = 'pointer';
  readonly text: string;
  constructor(readonly addressSpace = 0) { this.text = addressSpace === 0 ? 'ptr' : `ptr addrspace(${addressSpace})`; }
}

export class VectorType {
  readonly kind = 'vector';
  readonly text: string;
  constructor(readonly element: Type, readonly length: number, readonly scalable = false) {
    this.text = `<${scalable ? 'vscale x ' : ''}${length} x ${element.text}>`;
  }
}

export class ArrayType {
  readonly kind = 'array';
  readonly text: string;
  constructor(readonly element: Type, readonly length: number) { this.text = `[${length} x ${element.text}]`; }
}

/** A literal struct `{ ... }`, or a named one `%name` whose fields the module holds (undefined while opaque). */
export class StructType {
  readonly kind = 'struct';
  readonly text: string;
  private body: { fields: readonly Type[]; packed: boolean } | undefined;

  constructor(fields: readonly Type[] | undefined, packed = false, readonly name?: string) {
    this.body = fields && { fields, packed };
    this.text = name === undefined ? structBodyText(fields ?? [], packed) : `%${quoteName(name)}`;
  }

  get fields(): readonly Type[] { return this.body?.fields ?? []; }
  get packed(): boolean { return this.body?.packed ?? false; }
  get isOpaque(): boolean { return this.body === undefined; }
  /** The right-hand side of the type definition of a named struct. */
  get bodyText(): string { return this.body ? structBodyText(this.fields, this.packed) : 'opaque'; }
  /** Gives a named struct its fields, once: named types may refer to each other before they are defined. */
  define(fields: readonly Type[], packed: boolean): void { this.body = { fields, packed }; }
}

export class FunctionType {
  readonly kind = 'function';
  readonly text: string;
  constructor(readonly result: Type, readonly parameters: readonly Type[], readonly isVariadic = false) {
    const list = parameters.map((p) => p.text);
    if (isVariadic) list.push('...');
    this.text = `${result.text} (${list.join(', ')})`;
  }
}

/** `target("name", types..., integers...)`: carried verbatim. */
export class TargetType {
  readonly kind = 'target';
  constructor(readonly text: string) {}
}

export type Type =
  | PlainType | IntegerType | FloatType | PointerType | VectorType | ArrayType | StructType | FunctionType | TargetType;

export const voidType = new PlainType('void');
export const labelType = new PlainType('label');
export const metadataType = new PlainType('metadata');
export const tokenType = new PlainType('token');
export const i1 = new IntegerType(1);
export const i8 = new IntegerType(8);
export const i16 = new IntegerType(16);
export const i32 = new IntegerType(32);
export const i64 = new IntegerType(64);
export const float = new FloatType('float');
export const double = new FloatType('double');
export const pointer = new PointerType();

export function sameType(a: Type, b: Type): boolean { return a === b || a.text === b.text; }

/** The element type of a vector, else the type itself. */
export function scalarType(type: Type): Type { return type.kind === 'vector' ? type.element : type; }
export function isFloatOrFloatVector(type: Type): boolean { return scalarType(type).kind === 'float'; }
export function isPointerOrPointerVector(type: Type): boolean { return scalarType(type).kind === 'pointer'; }

/** `type` with each scalar replaced by `scalar`: maps `<4 x float>` and `i1` to `<4 x i1>`. */
export function withScalar(type: Type, scalar: Type): Type {
  return type.kind === 'vector' ? new VectorType(scalar, type.length, type.scalable) : scalar;
}

/** The types of the direct parts of an aggregate: fields of a struct, `length` copies for an array. */
export function aggregateElements(type: Type): readonly Type[] {
  if (type.kind === 'struct') return type.fields;
  if (type.kind === 'array') return Array.from({ length: type.length }, () => type.element);
  return [];
}

/** The type at an `extractvalue` path. */
export function typeAtPath(type: Type, path: readonly number[]): Type {
  let at = type;
  for (const index of path) {
    const next = at.kind === 'array' ? at.element : at.kind === 'struct' ? at.fields[index] : undefined;
    if (!next) throw new RangeError(`no element ${index} in ${at.text}`);
    at = next;
  }
  return at;
}

/** Whether a value of this type can hold a floating-point number in a field, element or lane. */
export function containsFloat(type: Type): boolean {
  switch (type.kind) {
    case 'float': return true;
    case 'vector': case 'array': return containsFloat(type.element);
    case 'struct': return type.fields.some(containsFloat);
    default: return false;
  }
}

const plainName = /^[-a-zA-Z$._][-a-zA-Z$._0-9]*$/;

/** A name as it stands after `%`, `@`, `$` in LLVM text: quoted when it needs to be. */
export function quoteName(name: string): string {
  return plainName.test(name) || /^\d+$/.test(name) ? name : quoteString(name);
}

/** `"..."` with LLVM's `\xx` escapes. Each character of `text` is one byte. */
export function quoteString(text: string): string {
  let out = '"';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    out += code < 0x20 || code > 0x7e || code === 0x22 || code === 0x5c
      ? `\\${code.toString(16).toUpperCase().padStart(2, '0')}` : text[i];
  }
  return `${out}"`;
}

function structBodyText(fields: readonly Type[], packed: boolean): string {
  const inner = fields.length === 0 ? '{}' : `{ ${fields.map((f) => f.text).join(', ')} }`;
  return packed ? `<${inner}>` : inner;
}
