/**
 * Type-based alias information (`!tbaa`): whether two accesses can touch the same memory, by their types.
 * https://llvm.org/docs/LangRef.html#tbaa-metadata
 *
 * A type node is `!{name, parent, 0}` (scalar) or `!{name, member, offset, ...}` (struct); an access tag is
 * `!{base type, access type, offset}`. The newer format writes types as `!{parent, size, name, (member, offset, size)...}`
 * and tags as `!{base type, access type, offset, size}`. Before LLVM 3.4 a tag was a scalar type itself.
 */
import type { Instruction, Module } from '../ir/index.js';
import { type MetadataNode, metadataNode } from './metadata.js';

export interface AccessTag {
  readonly base: MetadataNode;
  readonly access: MetadataNode;
  readonly offset: number;
  /** Whether the memory is never written. */
  readonly isConstant: boolean;
}

/** The access tag of an instruction, read from its `!tbaa` attachment. */
export function accessTag(instruction: Instruction): AccessTag | undefined {
  const text = instruction.metadata.get('tbaa');
  const module = instruction.block?.parent.module;
  return text === undefined || !module ? undefined : parseAccessTag(text, module);
}

export function parseAccessTag(text: string, module: Module): AccessTag | undefined {
  const node = metadataNode(module, text);
  if (!node?.isTuple) return undefined;
  const base = node.node(0);
  const access = node.node(1);
  if (!base) return { base: node, access: node, offset: 0, isConstant: false };
  if (!access) return undefined;
  return { base, access, offset: node.integer(2) ?? 0, isConstant: node.boolean(isNewFormat(base) ? 4 : 3) ?? false };
}

/** The name of a type node: `double`, `any pointer`, `_ZTS4pair`. */
export function typeName(type: MetadataNode): string | undefined { return type.string(isNewFormat(type) ? 2 : 0); }

/** Whether accesses with these tags (as `!12`, or absent) may touch the same memory. */
export function tbaaAlias(tagA: string | undefined, tagB: string | undefined, module: Module): boolean {
  if (tagA === undefined || tagB === undefined || tagA === tagB) return true;
  return tagsMayAlias(parseAccessTag(tagA, module), parseAccessTag(tagB, module));
}

export function tagsMayAlias(a: AccessTag | undefined, b: AccessTag | undefined): boolean {
  if (!a || !b) return true;
  const common = leastCommonType(a.access, b.access);
  // Types of different languages, with different roots, tell nothing about each other.
  if (!common) return true;
  return relation(a, b, common) ?? relation(b, a, common) ?? false;
}

/** Whether `inner` may be an access to a part of what `outer` accesses; undefined if its type does not occur there. */
function relation(outer: AccessTag, inner: AccessTag, common: MetadataNode): boolean | undefined {
  if (outer.access === outer.base && outer.access === common) return true;
  let type: MetadataNode | undefined = outer.base;
  let offset = outer.offset;
  for (let steps = 0; type && steps < 1000; steps++) {
    if (type === inner.base) return offset === inner.offset || type === outer.access || inner.base === inner.access;
    if (isNewFormat(type) && type === outer.access) break;
    const field: Field | undefined = fieldAt(type, offset);
    type = field?.type;
    offset -= field?.offset ?? 0;
  }
  return isNewFormat(outer.access) && hasField(outer.access, inner.base, 0) ? true : undefined;
}

interface Field { readonly type: MetadataNode; readonly offset: number }

/** The member that covers the offset; for a scalar of the older format its parent. */
function fieldAt(type: MetadataNode, offset: number): Field | undefined {
  let found: Field | undefined;
  for (const field of fieldsOf(type)) {
    if (found && field.offset > offset) break;
    found = field;
  }
  return found;
}

function* fieldsOf(type: MetadataNode): Generator<Field> {
  const [first, width] = isNewFormat(type) ? [3, 3] : [1, 2];
  for (let i = first; i < type.operands.length; i += width) {
    const member = type.node(i);
    if (member) yield { type: member, offset: type.integer(i + 1) ?? 0 };
  }
}

function hasField(type: MetadataNode, wanted: MetadataNode, depth: number): boolean {
  if (depth > 50) return true;
  for (const field of fieldsOf(type)) if (field.type === wanted || hasField(field.type, wanted, depth + 1)) return true;
  return false;
}

function leastCommonType(a: MetadataNode, b: MetadataNode): MetadataNode | undefined {
  const above = new Set<MetadataNode>();
  for (let at: MetadataNode | undefined = a; at && !above.has(at); at = parentOf(at)) above.add(at);
  const seen = new Set<MetadataNode>();
  for (let at: MetadataNode | undefined = b; at && !seen.has(at); at = parentOf(at)) {
    if (above.has(at)) return at;
    seen.add(at);
  }
  return undefined;
}

function parentOf(type: MetadataNode): MetadataNode | undefined { return type.node(isNewFormat(type) ? 0 : 1); }

function isNewFormat(type: MetadataNode): boolean { return type.operands.length >= 3 && type.node(0) !== undefined; }
