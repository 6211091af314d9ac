/** Numbered metadata nodes and attribute groups of several modules under new numbers, and module flags merged. */
import { Diagnostic } from '../diagnostics/index.js';
import { type Module } from './module.js';
import { scanTokens, rewriteTokens, type TextToken } from './verify-tokens.js';
import type { SourceCopy } from './link-copy.js';

/** Rewrites the references in a text, numbers of nodes aside. */
type Rename = (token: TextToken) => string | undefined;

/**
 * The nodes of the merged module. Nodes are taken over when something refers to them; those that are not `distinct` and
 * have the same text become one, as they would in LLVM (nodes on a cycle stay apart, which is allowed).
 */
export class MetadataMerge {
  private readonly groups = new Map<string, number>();
  private readonly texts: string[] = [];
  private readonly unique = new Map<string, number>();

  constructor(private readonly target: Module) {}

  /** The number of an attribute group with these words. */
  group(words: readonly string[]): number {
    const key = words.join('\n');
    const known = this.groups.get(key);
    if (known !== undefined) return known;
    const number = this.groups.size;
    this.groups.set(key, number);
    this.target.attributeGroups.set(number, [...words]);
    return number;
  }

  /** A node with this text, its references already rewritten. */
  node(text: string): number {
    const known = text.startsWith('distinct') ? undefined : this.unique.get(text);
    if (known !== undefined) return known;
    const number = this.reserve();
    this.finish(number, text);
    return number;
  }

  /** Takes node `number` of `source` over, with all it refers to; `known` remembers what has been. */
  take(source: Module, number: number, known: Map<number, number>, rename: Rename): number | undefined {
    const before = known.get(number);
    if (before !== undefined) return before;
    const stack = [number];
    const open = new Set<number>();
    while (stack.length > 0) {
      const at = stack[stack.length - 1] ?? number;
      const text = source.metadata.get(at);
      if (known.has(at) && !open.has(at)) { stack.pop(); continue; }
      if (text === undefined) { stack.pop(); continue; }
      if (!open.has(at)) {
        open.add(at);
        if (text.startsWith('distinct') && !known.has(at)) known.set(at, this.reserve());
        const pending = this.pendingReferences(text, source, known, open);
        stack.push(...pending.reverse());
        if (pending.length > 0) continue;
      }
      stack.pop();
      open.delete(at);
      this.complete(at, text, known, rename);
    }
    return known.get(number);
  }

  textOf(number: number): string { return this.texts[number] ?? '!{}'; }

  emit(): void {
    this.texts.forEach((text, number) => this.target.metadata.set(number, text));
  }

  /** The comma-separated elements of `!{...}`. */
  static elements(node: string): string[] {
    const open = node.indexOf('{');
    const inner = node.slice(open + 1, node.lastIndexOf('}'));
    const parts: string[] = [];
    let depth = 0;
    let start = 0;
    for (const match of inner.matchAll(/"[^"]*"|[({[<]|[)}\]>]|,/g)) {
      if (match[0] === ',' && depth === 0) {
        parts.push(inner.slice(start, match.index).trim());
        start = match.index + 1;
      } else if (/^[({[<]$/.test(match[0])) depth++;
      else if (/^[)}\]>]$/.test(match[0])) depth--;
    }
    const last = inner.slice(start).trim();
    return last === '' ? parts : [...parts, last];
  }

  /** References that have no number yet. One that is open, hence on a cycle, gets its number now. */
  private pendingReferences(text: string, source: Module, known: Map<number, number>, open: ReadonlySet<number>): number[] {
    const pending: number[] = [];
    for (const token of scanTokens(text)) {
      if (token.sigil !== '!') continue;
      const number = Number(token.name);
      if (known.has(number) || !source.metadata.has(number)) continue;
      if (open.has(number)) known.set(number, this.reserve());
      else pending.push(number);
    }
    return pending;
  }

  private complete(number: number, text: string, known: Map<number, number>, rename: Rename): void {
    const renumbered = rewriteTokens(text, (token) => {
      if (token.sigil !== '!') return rename(token);
      const to = known.get(Number(token.name));
      return to === undefined ? undefined : `!${to}`;
    });
    const reserved = known.get(number);
    if (reserved === undefined) known.set(number, this.node(renumbered));
    else this.finish(reserved, renumbered);
  }

  private reserve(): number { return this.texts.push('!{}') - 1; }

  private finish(number: number, text: string): void {
    this.texts[number] = text;
    if (!text.startsWith('distinct') && !this.unique.has(text)) this.unique.set(text, number);
  }
}

interface Flag { behaviour: number; readonly name: string; value: string; modules: number }

const error = 1, warning = 2, require = 3, override = 4, append = 5, appendUnique = 6, max = 7, min = 8;

/** LangRef, "Module Flags Metadata". */
export function linkModuleFlags(target: Module, modules: readonly Module[], copies: readonly SourceCopy[], metadata: MetadataMerge): void {
  const flags = new Map<string, Flag>();
  const requirements = new Set<string>();
  modules.forEach((module, index) => {
    const list = module.namedMetadata.get('llvm.module.flags');
    for (const reference of list === undefined ? [] : MetadataMerge.elements(list)) {
      const number = Number(reference.slice(1));
      const [behaviour = '', name = '', value = ''] = MetadataMerge.elements(module.metadata.get(number) ?? '!{}');
      const flag = { behaviour: Number(behaviour.replace('i32 ', '')), name, value: copies[index]?.text(value) ?? value, modules: 1 };
      if (flag.behaviour === require) requirements.add(`!{${behaviour}, ${name}, ${flag.value}}`);
      else mergeFlag(flags, flag, metadata);
    }
  });
  const withFlags = modules.filter((module) => module.namedMetadata.has('llvm.module.flags') || module.functions.size > 0).length;
  const lines = [...flags.values()].map((flag) => {
    // A minimum over modules of which one does not know the flag is none.
    const value = flag.behaviour === min && flag.modules < withFlags ? flag.value.replace(/\d+$/, '0') : flag.value;
    return `!${metadata.node(`!{i32 ${flag.behaviour}, ${flag.name}, ${value}}`)}`;
  });
  lines.push(...[...requirements].map((text) => `!${metadata.node(text)}`));
  if (lines.length > 0) target.namedMetadata.set('llvm.module.flags', `!{${lines.join(', ')}}`);
}

function mergeFlag(flags: Map<string, Flag>, added: Flag, metadata: MetadataMerge): void {
  const known = flags.get(added.name);
  if (!known) {
    flags.set(added.name, added);
    return;
  }
  known.modules++;
  const conflict = (): never => {
    throw new Diagnostic('linkConflict', { message: `the module flag ${added.name} is ${known.value} and ${added.value}` });
  };
  if (known.behaviour === override || added.behaviour === override) {
    if (known.behaviour === added.behaviour && known.value !== added.value) conflict();
    if (added.behaviour === override) Object.assign(known, { behaviour: override, value: added.value });
    return;
  }
  if (known.behaviour !== added.behaviour) {
    const other = known.behaviour === warning ? added.behaviour : added.behaviour === warning ? known.behaviour : undefined;
    if (other !== max && other !== min) return conflict();
    known.behaviour = other;
  }
  switch (known.behaviour) {
    case error: if (known.value !== added.value) conflict(); return;
    case warning: return; // the first stays, as llvm-link does
    case append: case appendUnique: {
      const before = listElements(known.value, metadata);
      const more = listElements(added.value, metadata).filter((e) => known.behaviour === append || !before.includes(e));
      known.value = `!${metadata.node(`!{${[...before, ...more].join(', ')}}`)}`;
      return;
    }
    case max: if (numberIn(added.value) > numberIn(known.value)) known.value = added.value; return;
    case min: if (numberIn(added.value) < numberIn(known.value)) known.value = added.value; return;
    default: return conflict();
  }
}

function listElements(value: string, metadata: MetadataMerge): string[] {
  return MetadataMerge.elements(/^!\d+$/.test(value) ? metadata.textOf(Number(value.slice(1))) : value);
}

function numberIn(value: string): bigint { return BigInt(/-?\d+$/.exec(value)?.[0] ?? '0'); }
