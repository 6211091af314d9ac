/** Cutting a module into its top-level entities, by lines and brackets, without looking inside. */
import { endOfBalanced, isBlank, isWordCode, syntaxError } from './lexer.js';

export type EntityKind =
  | 'global' | 'type' | 'comdat' | 'metadata' | 'summary' | 'define' | 'declare' | 'attributes' | 'target' | 'module'
  | 'source_filename' | 'uselistorder' | 'uselistorder_bb' | 'deplibs';

/** One top-level entity: its characters, comments and blanks after it perhaps included. */
export interface Entity {
  readonly kind: EntityKind;
  readonly from: number;
  readonly limit: number;
  /** Of a `define`: where the opening brace of the body is. */
  readonly brace?: number;
}

/** @throws Diagnostic for what begins like nothing that stands at the top level. */
export function splitModule(file: string, text: string): Entity[] {
  const entities: Entity[] = [];
  let at = skipBlank(text, 0);
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (!kind) throw syntaxError(file, text, at, 'expected a top-level entity (a definition, a declaration, metadata, ...)');
    const entity = kind === 'define' ? cutFunction(file, text, at) : { kind, from: at, limit: endOfEntity(file, text, at, kind) };
    entities.push(entity);
    at = skipBlank(text, entity.limit);
  }
  return entities;
}

const words = new Set<string>([
  'define', 'declare', 'attributes', 'target', 'module', 'source_filename', 'uselistorder', 'uselistorder_bb', 'deplibs',
] satisfies EntityKind[]);
const sigils: Readonly<Record<string, EntityKind>> = { '@': 'global', '%': 'type', $: 'comdat', '!': 'metadata', '^': 'summary' };

function isEntityWord(word: string): word is EntityKind { return words.has(word); }

function kindAt(text: string, at: number): EntityKind | undefined {
  const sigil = sigils[text[at] ?? ''];
  if (sigil) return sigil;
  let end = at;
  while (end < text.length && isWordCode(text.charCodeAt(end))) end++;
  const word = text.slice(at, end);
  return isEntityWord(word) ? word : undefined;
}

/**
 * The end of an entity that is no function body. LLVM writes each on one line; people also break lines, so an end of
 * line counts only outside brackets and before something that can begin an entity.
 */
function endOfEntity(file: string, text: string, from: number, kind: EntityKind): number {
  if (kind === 'metadata' || kind === 'summary') {
    // LLVM never breaks these, and there may be millions.
    const fast = endOfPlainLine(text, from);
    if (fast >= 0) return fast;
  }
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22: {
        const end = text.indexOf('"', at + 1);
        if (end < 0) throw syntaxError(file, text, at, 'this string is never closed');
        at = end;
        break;
      }
      case 0x3b: {
        const line = text.indexOf('\n', at);
        at = line < 0 ? text.length : line - 1;
        break;
      }
      case 0x28: case 0x5b: case 0x7b: depth++; break;
      case 0x29: case 0x5d: case 0x7d: depth--; break;
      case 0x0a: {
        if (depth > 0) break;
        const next = skipBlank(text, at);
        if (beginsEntity(text, next)) return at;
        at = next - 1;
      }
    }
  }
  return text.length;
}

/** The end of the line, if what follows it begins the next entity as LLVM writes them. */
function endOfPlainLine(text: string, from: number): number {
  const line = text.indexOf('\n', from);
  if (line < 0) return text.length;
  if (text.charCodeAt(line + 1) === text.charCodeAt(from) && /^.[-\w$.]+ = /.test(text.slice(line + 1, line + 80))) return line;
  return -1;
}

/** Whether an entity begins at `at`: its word, or a name and `=`; or the text ends there. */
function beginsEntity(text: string, at: number): boolean {
  if (at >= text.length) return true;
  if (!sigils[text[at] ?? '']) return kindAt(text, at) !== undefined;
  definitionStart.lastIndex = at;
  return definitionStart.test(text);
}

const definitionStart = /[@%$!^](?:"[^"]*"|[-\w$.\\]+)\s*=/y;

/**
 * A function with its body. As LLVM writes it, `define` stands at the start of a line and the body ends at a line `}`;
 * only otherwise are its braces matched.
 */
function cutFunction(file: string, text: string, from: number): Entity {
  const brace = findBrace(text, from);
  if (brace < 0) throw syntaxError(file, text, from, 'this function has no body');
  const startsLine = from === 0 || text.charCodeAt(from - 1) === 0x0a;
  if (startsLine && text.charCodeAt(brace + 1) === 0x0a) {
    const end = text.indexOf('\n}', brace);
    if (end >= 0) return { kind: 'define', from, limit: end + 2, brace };
  }
  const end = endOfBalanced(text, brace, text.length);
  if (end < 0) throw syntaxError(file, text, brace, 'this function body is never closed');
  return { kind: 'define', from, limit: end, brace };
}

/**
 * The brace that opens the body: the last thing on its line as LLVM writes it. Else the first brace outside parentheses
 * that does not begin a struct type, which only a result type or a personality could be there.
 */
function findBrace(text: string, from: number): number {
  const line = text.indexOf('\n', from);
  if (line >= 0 && text.charCodeAt(line - 1) === 0x7b) return line - 1;
  let sawParameters = false;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      const end = text.indexOf('"', at + 1);
      if (end < 0) return -1;
      at = end;
    } else if (code === 0x3b) {
      const end = text.indexOf('\n', at);
      if (end < 0) return -1;
      at = end;
    } else if (code === 0x40 && !sawParameters) {
      sawParameters = true;
      at = text.indexOf('(', text[at + 1] === '"' ? text.indexOf('"', at + 2) : at);
      if (at < 0) return -1;
      at = endOfBalanced(text, at, text.length) - 1;
      if (at < 0) return -1;
    } else if (code === 0x28 || code === 0x5b || (code === 0x7b && !sawParameters)) {
      at = endOfBalanced(text, at, text.length) - 1;
      if (at < 0) return -1;
    } else if (code === 0x7b) return at;
  }
  return -1;
}

function skipBlank(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x3b) {
      at = text.indexOf('\n', at);
      if (at < 0) return text.length;
    } else if (!isBlank(code)) return at;
  }
  return at;
}
