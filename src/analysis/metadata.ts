/**
 * Reads metadata nodes on demand. A module keeps them as text (`!12 = !DILocation(line: 3, scope: !7)`); what is asked
 * for is parsed once and remembered.
 */
import type { Module } from '../ir/index.js';

/**
 * A tuple `!{...}` (its `name` is `tuple`) or a specialised node such as `!DILocation(...)`. Operands and fields are
 * the text between the commas; the accessors say what it means, and are undefined where there is no such thing.
 */
export class MetadataNode {
  constructor(readonly module: Module, readonly name: string, readonly isDistinct: boolean,
    /** The elements of a tuple, the positional operands of `!DIExpression(...)`. */
    readonly operands: readonly string[],
    /** The named fields of a specialised node. */
    readonly fields: ReadonlyMap<string, string>) {}

  get isTuple(): boolean { return this.name === 'tuple'; }

  /** The text of a field, or of an operand when given its position. */
  text(field: string | number): string | undefined {
    return typeof field === 'number' ? this.operands[field] : this.fields.get(field);
  }

  /** What stands between the quotes of `"..."` or `!"..."`, with its escapes resolved. */
  string(field: string | number): string | undefined {
    const quoted = /^!?"((?:[^"])*)"$/.exec(this.text(field) ?? '')?.[1];
    return quoted === undefined ? undefined : unescape(quoted);
  }

  /** `8`, `i64 8`, `i1 true`. Beyond 2^53 the nearest number. */
  integer(field: string | number): number | undefined {
    const digits = /^(?:i\d+ )?(-?\d+|true|false)$/.exec(this.text(field) ?? '')?.[1];
    return digits === undefined ? undefined : digits === 'true' ? 1 : digits === 'false' ? 0 : Number(digits);
  }

  boolean(field: string | number): boolean | undefined {
    const value = this.integer(field);
    return value === undefined ? undefined : value !== 0;
  }

  /** A bare word: `DW_TAG_structure_type`. */
  word(field: string | number): string | undefined { return /^\w+$/.exec(this.text(field) ?? '')?.[0]; }

  /** The words of a flag field: `DIFlagPublic | DIFlagPrototyped`. */
  flags(field: string): string[] { return (this.text(field) ?? '').split('|').map((word) => word.trim()).filter((word) => word !== ''); }

  /** The reference `!12` of a field; the same text for the same node, which makes it a key. */
  reference(field: string | number): string | undefined { return /^!\d+$/.exec(this.text(field) ?? '')?.[0]; }

  /** The node that a field or operand refers to or contains. */
  node(field: string | number): MetadataNode | undefined { return metadataNode(this.module, this.text(field)); }

  /** The nodes of the tuple that a field refers to (`elements: !5`), without the nulls. */
  nodes(field: string | number): MetadataNode[] {
    return this.node(field)?.operands.flatMap((operand) => metadataNode(this.module, operand) ?? []) ?? [];
  }
}

/** The node written as `!12`, or written out (`!{!"int"}`, `!DIExpression()`); undefined for `null` and what is no node. */
export function metadataNode(module: Module, text: string | undefined): MetadataNode | undefined {
  if (text === undefined) return undefined;
  const number = /^!(\d+)$/.exec(text)?.[1];
  const source = number === undefined ? text : module.metadata.get(Number(number));
  if (source === undefined) return undefined;
  const cache = caches.get(module) ?? new Map<string, Remembered>();
  caches.set(module, cache);
  const known = cache.get(text);
  if (known?.source === source) return known.node;
  const node = parse(module, source);
  cache.set(text, { source, node });
  return node;
}

/** The nodes that named metadata such as `llvm.dbg.cu` lists. */
export function namedMetadataNodes(module: Module, name: string): MetadataNode[] {
  const text = module.namedMetadata.get(name);
  return text === undefined ? [] : parse(module, text)?.operands.flatMap((each) => metadataNode(module, each) ?? []) ?? [];
}

interface Remembered { readonly source: string; readonly node: MetadataNode | undefined }
const caches = new WeakMap<Module, Map<string, Remembered>>();

function parse(module: Module, source: string): MetadataNode | undefined {
  const shape = /^\s*(distinct\s+)?!(\w*)\s*([({])([^]*)[)}]\s*$/.exec(source);
  if (!shape) return undefined;
  const [, distinct, name = '', bracket, inside = ''] = shape;
  const parts = splitAtCommas(inside);
  if (bracket === '{') return name === '' ? new MetadataNode(module, 'tuple', distinct !== undefined, parts, new Map()) : undefined;
  const operands: string[] = [];
  const fields = new Map<string, string>();
  for (const part of parts) {
    const [all, key] = /^([A-Za-z]\w*):\s*/.exec(part) ?? [];
    if (all !== undefined && key !== undefined) fields.set(key, part.slice(all.length));
    else operands.push(part);
  }
  return new MetadataNode(module, name, distinct !== undefined, operands, fields);
}

/** The parts between the commas that are in no bracket and no string. */
export function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    switch (text[i]) {
      case '"': i = text.indexOf('"', i + 1); if (i < 0) i = text.length; break;
      case '(': case '[': case '{': case '<': depth++; break;
      case ')': case ']': case '}': case '>': depth--; break;
      case ',': if (depth === 0) { parts.push(text.slice(start, i).trim()); start = i + 1; } break;
      default:
    }
  }
  const last = text.slice(start).trim();
  return last === '' && parts.length === 0 ? [] : [...parts, last];
}

/** Resolves `\xx`. The bytes are UTF-8 where that makes sense, as front ends write names. */
function unescape(text: string): string {
  if (!/[\\\x80-\xff]/.test(text)) return text;
  const bytes = text.replace(/\\([0-9a-fA-F]{2}|\\)/g, (all, code: string) => (code === '\\' ? code : String.fromCharCode(parseInt(code, 16))));
  try {
    return decodeURIComponent(bytes.replace(/[%\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`));
  } catch {
    return bytes;
  }
}
