/**
 * What debug information says about bytes: types of C, C++, Fortran and Rust as `DIBasicType`, `DIDerivedType` and
 * `DICompositeType`. Single bytes in arrays or behind pointers may be raw storage and say nothing; a union says what its
 * members agree on.
 */
import { type MetadataNode, metadataNode } from '../analysis/index.js';
import type { FloatKind, Module } from '../ir/index.js';
import type { Shapes } from './algebra.js';
import { repeat } from './ir-shapes.js';
import { type Run, bytesRun, gapsBetween, isFirm, isFloat, joinRuns, shiftRuns } from './runs.js';
import type { Content, Shape } from './shape.js';

/** An object of a type: its bytes, and the array without a bound at its end (`struct { int n; double data[]; }`). */
export interface ObjectShape {
  readonly size: number;
  readonly runs: readonly Run[];
  readonly open?: { readonly offset: number; readonly size: number; readonly runs: readonly Run[] };
}

const nothing: ObjectShape = { size: 0, runs: [] };

export class DebugShapes {
  private readonly objects = new Map<string, ObjectShape>();

  constructor(readonly module: Module, private readonly shapes: Shapes) {}

  /** An object of the type, and nothing after it: what a variable of the type holds. */
  variable(type: string | undefined): Shape {
    const element = this.elementOf(type);
    const object = this.object(element?.type);
    if (object.open || !element) return this.memoryBehind(type);
    if (object.size === 0 || !object.runs.some(isFirm)) return this.shapes.empty;
    return this.shapes.repeating(object.runs, object.size, 0, object.size * element.count);
  }

  /** The memory that a pointer to the type points to: an array of them, as far as it goes. */
  memoryBehind(type: string | undefined): Shape {
    const element = this.elementOf(type);
    const resolved = resolve(this.module, element?.type);
    if (!resolved || isByte(resolved.node)) return this.shapes.empty;
    if (resolved.node.name !== 'DICompositeType') return this.shapes.table.intern(this.arrayOf(resolved.text));
    return this.shapes.table.named(debugName(resolved), () => this.arrayOf(resolved.text));
  }

  /** The bytes of a value of the type: a pointer's pointee is `memoryBehind` what it points to. */
  value(type: string | undefined): Shape { return this.shapes.of(this.object(type).runs); }

  object(type: string | undefined): ObjectShape {
    const resolved = resolve(this.module, type);
    if (!resolved) return nothing;
    const known = this.objects.get(resolved.text);
    if (known) return known;
    this.objects.set(resolved.text, nothing); // a type that contains itself is malformed: nothing is known of it
    const object = this.read(resolved.node);
    this.objects.set(resolved.text, object);
    return object;
  }

  private arrayOf(type: string): Content {
    const { size, runs, open } = this.object(type);
    if (open) {
      const tail = { runs: open.runs, period: open.size, phase: open.offset % open.size, start: open.offset, end: Infinity };
      return this.shapes.content(runs, tail);
    }
    if (size === 0 || !runs.some(isFirm)) return { runs: [], tail: undefined };
    return this.shapes.repeating(runs, size).inside;
  }

  private read(node: MetadataNode): ObjectShape {
    switch (node.name) {
      case 'DIBasicType': return this.basic(node);
      case 'DIDerivedType': return this.pointer(node);
      case 'DICompositeType':
        switch (node.word('tag')) {
          case 'DW_TAG_array_type': return this.array(node);
          case 'DW_TAG_structure_type': case 'DW_TAG_class_type': return this.struct(node);
          case 'DW_TAG_union_type': case 'DW_TAG_variant_part': return this.union(node);
          case 'DW_TAG_enumeration_type': return integer(bytesOf(node) ?? 0);
          default: return nothing;
        }
      default: return nothing;
    }
  }

  private basic(node: MetadataNode): ObjectShape {
    const size = bytesOf(node) ?? 0;
    switch (node.word('encoding')) {
      case 'DW_ATE_float': return this.float(node.string('name') ?? '', size, 1);
      case 'DW_ATE_complex_float': return this.float((node.string('name') ?? '').replace(/^complex /, ''), size / 2, 2);
      case 'DW_ATE_signed': case 'DW_ATE_unsigned': case 'DW_ATE_boolean': case 'DW_ATE_UTF':
      case 'DW_ATE_signed_char': case 'DW_ATE_unsigned_char': case 'DW_ATE_ASCII': return integer(size);
      case 'DW_ATE_address': return { size, runs: [this.shapes.scalarRun('pointer', size)] };
      default: return { ...nothing, size };
    }
  }

  private float(name: string, size: number, count: number): ObjectShape {
    const kind = floatKind(name, size, this.module.targetTriple);
    if (!kind) return { ...nothing, size: size * count };
    const run = this.shapes.scalarRun(kind);
    const runs = run.size < size ? [run, bytesRun('padding', run.size, size - run.size)] : [run];
    return { size: size * count, runs: repeat(runs, size, count) };
  }

  private pointer(node: MetadataNode): ObjectShape {
    const tag = node.word('tag') ?? '';
    const size = bytesOf(node) ?? this.module.layout.pointerSize();
    if (!/^DW_TAG_(pointer|reference|rvalue_reference)_type$/.test(tag)) return { ...nothing, size };
    return { size, runs: [this.shapes.scalarRun('pointer', size, this.memoryBehind(node.text('baseType')))] };
  }

  private array(node: MetadataNode): ObjectShape {
    const element = this.object(node.text('baseType'));
    if (node.text('dataLocation') !== undefined) return this.descriptor(node, element);
    const size = bytesOf(node);
    const byte = resolve(this.module, node.text('baseType'))?.node;
    if (isByte(byte)) return size !== undefined && isText(byte, size) ? { size, runs: [bytesRun('weak', 0, size)] } : { ...nothing, size: size ?? 0 };
    const count = this.elementCount(node) ?? (element.size > 0 && size !== undefined ? Math.floor(size / element.size) : undefined);
    if (element.size === 0) return { ...nothing, size: size ?? 0 };
    if (count === undefined || (count === 0 && !size)) return { size: 0, runs: [], open: { offset: 0, size: element.size, runs: element.runs } };
    return { size: size ?? count * element.size, runs: repeat(element.runs, element.size, count) };
  }

  /** A Fortran array descriptor: the address of the data, then bounds and strides. */
  private descriptor(node: MetadataNode, element: ObjectShape): ObjectShape {
    const rank = Math.max(1, node.nodes('elements').length);
    const word = this.module.layout.pointerSize();
    const data = element.size === 0 ? this.shapes.empty : this.shapes.repeating(element.runs, element.size);
    const size = word * 3 + rank * word * 3;
    return { size, runs: [this.shapes.scalarRun('pointer', word, data), bytesRun('integer', word, size - word)] };
  }

  private elementCount(node: MetadataNode): number | undefined {
    let count: number | undefined;
    for (const range of node.nodes('elements')) {
      const upper = range.integer('upperBound');
      const extent = range.integer('count') ?? (upper === undefined ? undefined : upper - (range.integer('lowerBound') ?? 0) + 1);
      if (extent === undefined || extent < 0) return undefined;
      count = (count ?? 1) * extent;
    }
    return count;
  }

  private struct(node: MetadataNode): ObjectShape {
    const size = bytesOf(node) ?? 0;
    // Raw storage that says of what, in the nodes of libstdc++'s containers.
    if (/^__aligned_(membuf|buffer)</.test(node.string('name') ?? '')) return { ...this.object(node.nodes('templateParams')[0]?.text('type')), size };
    const members = this.members(node);
    const facts = this.agreed(members);
    // Only what no member covers is padding; a member of unknown content covers its bytes all the same.
    const isComplete = size > 0 && !members.some((member) => member.isVariant);
    const padding = isComplete ? gaps(members, size).map(([from, to]) => bytesRun('padding', from, to - from)) : [];
    const runs = withOpaque(joinRuns([...facts, ...padding], this.shapes.joinPointees), size);
    const last = members[members.length - 1];
    return last?.open ? { size, runs, open: last.open } : { size, runs };
  }

  private union(node: MetadataNode): ObjectShape {
    const members = this.members(node);
    const size = bytesOf(node) ?? Math.max(0, ...members.map((member) => member.end));
    // Beside pointers or numbers, an array of `char` is storage: the lambda in a `std::function`.
    const isStorage = members.some((member) => member.runs.some((run) => run.kind === 'pointer' || isFloat(run)));
    const agreed = this.agreed(members).filter((run) => !isStorage || run.kind !== 'weak');
    return { size, runs: withOpaque(agreed, size) };
  }

  private members(node: MetadataNode): Member[] {
    const out: Member[] = [];
    for (const member of node.nodes('elements')) {
      if (member.name === 'DICompositeType' && member.word('tag') === 'DW_TAG_variant_part') {
        const variants = this.union(member);
        out.push({ offset: 0, end: bytesOf(node) ?? variants.size, runs: variants.runs, isVariant: true });
        continue;
      }
      const tag = member.word('tag');
      if (member.name !== 'DIDerivedType' || (tag !== 'DW_TAG_member' && tag !== 'DW_TAG_inheritance')) continue;
      const flags = member.flags('flags');
      if (flags.includes('DIFlagStaticMember') || flags.includes('DIFlagVirtual')) continue;
      out.push(this.member(member, flags.includes('DIFlagBitField')));
    }
    // A variant part keeps its discriminator beside its elements.
    const discriminator = node.node('discriminator');
    if (discriminator) out.push(this.member(discriminator, false));
    return out.sort((a, b) => a.offset - b.offset);
  }

  private member(node: MetadataNode, isBitField: boolean): Member {
    const bits = node.integer('offset') ?? 0;
    const offset = Math.floor(bits / 8);
    if (isBitField) {
      const end = Math.ceil((bits + (node.integer('size') ?? 0)) / 8);
      return { offset, end, runs: [bytesRun('integer', offset, end - offset)], isVariant: false };
    }
    const text = node.string('name') === '_M_p' && this.isCharPointer(node.text('baseType'));
    const object = text ? this.textPointer() : this.object(node.text('baseType'));
    const end = offset + Math.max(object.size, bytesOf(node) ?? 0);
    const runs = shiftRuns(object.runs, offset);
    if (!object.open) return { offset, end, runs, isVariant: false };
    return { offset, end, runs, open: { ...object.open, offset: object.open.offset + offset }, isVariant: false };
  }

  /** Of a `char *` it is not known whether it points to text. That of a `std::string` does. */
  private isCharPointer(type: string | undefined): boolean {
    const pointer = resolve(this.module, type)?.node;
    const char = pointer?.word('tag') === 'DW_TAG_pointer_type' ? resolve(this.module, pointer.text('baseType'))?.node : undefined;
    return char?.name === 'DIBasicType' && char.word('encoding') === 'DW_ATE_signed_char';
  }

  private textPointer(): ObjectShape {
    const size = this.module.layout.pointerSize();
    return { size, runs: [this.shapes.scalarRun('pointer', size, this.shapes.repeating([bytesRun('integer', 0, 1)], 1))] };
  }

  /** What members over the same bytes agree on. */
  private agreed(members: readonly Member[]): Run[] {
    return joinRuns(members.flatMap((member) => member.runs), this.shapes.joinPointees).filter((run) => run.kind !== 'conflict');
  }

  /** The element of an array type (of arrays), and how many; any other type is one of itself. */
  private elementOf(type: string | undefined): { type: string; count: number } | undefined {
    const resolved = resolve(this.module, type);
    if (!resolved) return undefined;
    const { node, text } = resolved;
    const isArray = node.name === 'DICompositeType' && node.word('tag') === 'DW_TAG_array_type' && node.text('dataLocation') === undefined;
    const base = isArray ? node.text('baseType') : undefined;
    const inner = base === undefined ? undefined : this.elementOf(base);
    const size = this.object(inner?.type).size;
    if (!inner || size === 0) return { type: text, count: 1 };
    const total = bytesOf(node) ?? (this.elementCount(node) ?? 1) * inner.count * size;
    return total > 0 && total % size === 0 ? { type: inner.type, count: total / size } : { type: inner.type, count: 1 };
  }
}

interface Member {
  readonly offset: number;
  readonly end: number;
  readonly runs: readonly Run[];
  readonly open?: ObjectShape['open'];
  /** One of several alternatives. */
  readonly isVariant: boolean;
}

const transparent = new Set([
  'DW_TAG_typedef', 'DW_TAG_const_type', 'DW_TAG_volatile_type', 'DW_TAG_restrict_type', 'DW_TAG_atomic_type',
  'DW_TAG_immutable_type', 'DW_TAG_template_alias', 'DW_TAG_LLVM_ptrauth_type',
]);

/** A type without its names and qualifiers, and the text that identifies it. */
export function resolve(module: Module, type: string | undefined): { node: MetadataNode; text: string } | undefined {
  let text = type;
  for (let steps = 0; text !== undefined && steps < 100; steps++) {
    const node = metadataNode(module, text);
    if (!node) return undefined;
    if (node.name !== 'DIDerivedType' || !transparent.has(node.word('tag') ?? '')) return { node, text };
    text = node.text('baseType');
  }
  return undefined;
}

/** A type of one byte that is no truth value: `char`, `u8`, `std::byte`. An array of them may be raw storage. */
function isByte(node: MetadataNode | undefined): boolean {
  if (!node || bytesOf(node) !== 1) return false;
  return (node.name === 'DIBasicType' && node.word('encoding') !== 'DW_ATE_boolean') || node.word('tag') === 'DW_TAG_enumeration_type';
}

/**
 * Whether an array of bytes is text rather than storage: `char`, which nobody takes for storage where `unsigned char` and
 * `std::byte` are meant for it, or too short for a number. Accesses that say otherwise win.
 */
function isText(byte: MetadataNode | undefined, size: number): boolean {
  return size < 4 || (byte?.name === 'DIBasicType' && byte.word('encoding') === 'DW_ATE_signed_char');
}

function bytesOf(node: MetadataNode): number | undefined {
  const bits = node.integer('size');
  return bits === undefined ? undefined : Math.ceil(bits / 8);
}

function integer(size: number): ObjectShape { return { size, runs: size > 0 ? [bytesRun('integer', 0, size)] : [] }; }

/** The format of a floating-point type: by its name where formats share a size, else by size and target. */
function floatKind(name: string, size: number, triple: string): FloatKind | undefined {
  switch (size) {
    case 2: return /bf16|bfloat/.test(name) ? 'bfloat' : 'half';
    case 4: return 'float';
    case 8: return 'double';
    case 10: case 12: return 'x86_fp80';
    case 16:
      if (/128|kind=16|real\(16\)/.test(name)) return 'fp128';
      if (/kind=10/.test(name) || /^(x86_64|i.86)/.test(triple)) return /windows-msvc/.test(triple) ? undefined : 'x86_fp80';
      return /^(powerpc|ppc)/.test(triple) ? 'ppc_fp128' : 'fp128';
    default: return undefined;
  }
}

/** The name of a type, and the number that tells it from others of that name. */
function debugName({ node, text }: { node: MetadataNode; text: string }): string {
  return `${node.string('name') ?? node.word('tag') ?? 'type'}${text}`;
}

/** The bytes of an object of which nothing is known, marked as such. */
function withOpaque(runs: readonly Run[], size: number): Run[] {
  return [...runs, ...gapsBetween(runs, 0, size).map(({ from, to }) => bytesRun('opaque', from, to - from))].sort((a, b) => a.offset - b.offset);
}

/** The byte ranges of an object that no member covers. */
function gaps(members: readonly Member[], size: number): [number, number][] {
  const out: [number, number][] = [];
  let at = 0;
  for (const { offset, end } of members) {
    if (offset > at) out.push([at, offset]);
    at = Math.max(at, end);
  }
  if (size > at) out.push([at, size]);
  return out;
}

