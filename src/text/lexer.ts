/** Characters to tokens, one at a time, over a range of the module's text: nothing is copied until somebody asks. */
import { Diagnostic } from '../diagnostics/index.js';
import { unquote } from './names.js';

/** Kinds of tokens. Punctuation is its own character code (all of them above these numbers). */
export const Token = {
  end: 0,
  /** Keywords, opcodes, types: `add`, `i32`, `zeroinitializer`. */
  word: 1,
  /** `%name`, `%"name"`, `%12`. */
  local: 2,
  /** `@name`, `@12`. */
  global: 3,
  /** `$name`. */
  comdat: 4,
  /** `!name`, `!12`, or `!` before a string or brace. */
  metadata: 5,
  /** `"text"`. */
  string: 6,
  /** Integers and floats of every spelling that starts with a digit or sign. */
  number: 7,
  /** `#12`. */
  attributeGroup: 8,
  /** `name:`, `12:`, `"name":`, colon included. */
  label: 9,
  ellipsis: 10,
  /** `c"text"`. */
  characters: 11,
  /** `#dbg_value`. */
  record: 12,
} as const;

export const Punctuation = {
  open: 0x28, close: 0x29, star: 0x2a, comma: 0x2c, less: 0x3c, equals: 0x3d, greater: 0x3e, openSquare: 0x5b, closeSquare: 0x5d,
  openBrace: 0x7b, bar: 0x7c, closeBrace: 0x7d,
} as const;

/** Nested types and constants deeper than this are refused rather than risked on the stack. */
const nestingLimit = 400;

export class Lexer {
  /** Of the current token. */
  kind: number = Token.end;
  /** Where the current token starts. */
  start = 0;
  /** Just after the current token. */
  position: number;
  /** How deep the current token is nested; readers that recurse keep it. */
  depth = 0;

  /** Reads the characters of `text` from `from` up to `limit`; call `next` to reach the first token. */
  constructor(readonly file: string, readonly text: string, from = 0, readonly limit = text.length) {
    this.position = from;
  }

  /** Moves on to the next token. */
  next(): void {
    const start = this.skipBlank(this.position);
    this.start = start;
    if (start >= this.limit) {
      this.kind = Token.end;
      this.position = start;
      return;
    }
    const code = this.text.charCodeAt(start);
    switch (code) {
      case 0x25: return this.sigil(Token.local);
      case 0x40: return this.sigil(Token.global);
      case 0x21: return this.metadata();
      case 0x22: return this.quoted(start, Token.string);
      case 0x23: return this.hash();
      case Punctuation.open: case Punctuation.close: case Punctuation.star: case Punctuation.comma: case Punctuation.less:
      case Punctuation.equals: case Punctuation.greater: case Punctuation.openSquare: case Punctuation.closeSquare:
      case Punctuation.openBrace: case Punctuation.bar: case Punctuation.closeBrace:
        this.kind = code;
        this.position = start + 1;
        return;
      default: return this.wordOrNumber(start, code);
    }
  }

  /** The characters of the current token. */
  get slice(): string { return this.text.slice(this.start, this.position); }

  /** Whether the current token is this word. */
  isWord(word: string): boolean {
    return this.kind === Token.word && this.position - this.start === word.length && this.text.startsWith(word, this.start);
  }

  /** The name after the sigil of a local, global, comdat or metadata token, or in a string or label, unescaped. */
  get name(): string {
    const { text, kind } = this;
    const from = kind === Token.label || kind === Token.string ? this.start : this.start + 1;
    const to = kind === Token.label ? this.position - 1 : this.position;
    return text.charCodeAt(from) === 0x22 ? unquote(text.slice(from + 1, to - 1)) : text.slice(from, to);
  }

  /** The number of `%12`, `@12`, `!12`, `#12` or `12:`; -1 when the token is a name. */
  get nameNumber(): number {
    const to = this.kind === Token.label ? this.position - 1 : this.position;
    let value = 0;
    let at = this.kind === Token.label ? this.start : this.start + 1;
    if (at === to) return -1;
    for (; at < to; at++) {
      const digit = this.text.charCodeAt(at) - 0x30;
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    if (value > 0xffffffff) this.fail('the number is too large');
    return value;
  }

  /** The next character that is not blank, after the current token. */
  peek(): number {
    const at = this.skipBlank(this.position);
    return at < this.limit ? this.text.charCodeAt(at) : -1;
  }

  /** Goes back (or ahead) to a token that started at `position`. */
  seek(position: number): void {
    this.position = position;
    this.next();
  }

  /**
   * With the current token opening a parenthesis, bracket or brace: moves past its partner, without looking at the
   * tokens between, and returns where the partner ends.
   */
  skipBalanced(): number {
    const end = endOfBalanced(this.text, this.start, this.limit);
    if (end < 0) this.fail('this bracket is never closed');
    this.seek(end);
    return end;
  }

  enter(): void { if (++this.depth > nestingLimit) this.fail(`nested deeper than ${nestingLimit} levels`); }
  leave(): void { this.depth--; }

  /** @throws the located error. */
  fail(message: string, at = this.start): never {
    throw syntaxError(this.file, this.text, Math.min(at, this.limit), message);
  }

  private skipBlank(from: number): number {
    const { text, limit } = this;
    let at = from;
    while (at < limit) {
      const code = text.charCodeAt(at);
      if (isBlank(code)) at++;
      else if (code === 0x3b) {
        const line = text.indexOf('\n', at);
        at = line < 0 ? limit : line + 1;
      } else break;
    }
    return at < limit ? at : limit;
  }

  private sigil(kind: number): void {
    const from = this.start + 1;
    if (this.text.charCodeAt(from) === 0x22) {
      this.position = this.closingQuote(from);
    } else {
      this.position = this.endOfWord(from);
      if (this.position === from) this.fail('expected a name here');
    }
    this.kind = kind;
  }

  private quoted(from: number, kind: number): void {
    const end = this.closingQuote(from);
    const isLabel = kind === Token.string && end < this.limit && this.text.charCodeAt(end) === 0x3a;
    this.kind = isLabel ? Token.label : kind;
    this.position = isLabel ? end + 1 : end;
  }

  private closingQuote(from: number): number {
    const end = this.text.indexOf('"', from + 1);
    if (end < 0 || end >= this.limit) this.fail('this string is never closed', from);
    return end + 1;
  }

  private metadata(): void {
    const { text, limit } = this;
    let at = this.start + 1;
    while (at < limit && (isWordCode(text.charCodeAt(at)) || text.charCodeAt(at) === 0x5c)) at++;
    this.kind = Token.metadata;
    this.position = at;
  }

  private hash(): void {
    const from = this.start + 1;
    const end = this.endOfWord(from);
    if (end === from) this.fail('expected an attribute group or a debug record after `#`');
    this.position = end;
    const first = this.text.charCodeAt(from);
    this.kind = first >= 0x30 && first <= 0x39 ? Token.attributeGroup : Token.record;
  }

  private wordOrNumber(start: number, code: number): void {
    const { text, limit } = this;
    if (code === 0x2b || code === 0x2d || (code >= 0x30 && code <= 0x39)) {
      const digit = code >= 0x30 ? code : text.charCodeAt(start + 1);
      if (digit >= 0x30 && digit <= 0x39) return this.number(start);
    }
    if (!isWordCode(code)) this.fail(`unexpected character ${JSON.stringify(text[start])}`);
    const end = this.endOfWord(start);
    if (end < limit) {
      const after = text.charCodeAt(end);
      if (after === 0x3a) {
        this.kind = Token.label;
        this.position = end + 1;
        return;
      }
      if (after === 0x22 && end === start + 1 && code === 0x63) return this.quoted(end, Token.characters);
    }
    this.position = end;
    this.kind = code === 0x24 ? Token.comdat : Token.word;
    if (code === 0x24 && end === start + 1) this.comdatName(end);
    if (code === 0x2e && end === start + 3 && text.startsWith('...', start)) this.kind = Token.ellipsis;
  }

  /** `$"name"`. */
  private comdatName(from: number): void {
    if (this.text.charCodeAt(from) !== 0x22) this.fail('expected a comdat name after `$`');
    this.position = this.closingQuote(from);
  }

  private number(start: number): void {
    const { text } = this;
    let end = this.endOfWord(start + 1);
    // `1.0e+10`: the sign of an exponent is not a word character.
    if (text.charCodeAt(end) === 0x2b && end < this.limit && /[eE]/.test(text[end - 1] ?? '')) end = this.endOfWord(end + 1);
    const isLabel = end < this.limit && text.charCodeAt(end) === 0x3a;
    this.kind = isLabel ? Token.label : Token.number;
    this.position = isLabel ? end + 1 : end;
  }

  private endOfWord(from: number): number {
    const { text, limit } = this;
    let at = from;
    while (at < limit && isWordCode(text.charCodeAt(at))) at++;
    return at;
  }
}

/** @returns the position after the partner of the bracket at `open`, or -1. Strings and comments do not count. */
export function endOfBalanced(text: string, open: number, limit: number): number {
  let depth = 0;
  for (let at = open; at < limit; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22: {
        const end = text.indexOf('"', at + 1);
        if (end < 0) return -1;
        at = end;
        break;
      }
      case 0x3b: {
        const line = text.indexOf('\n', at);
        if (line < 0) return -1;
        at = line;
        break;
      }
      case Punctuation.open: case Punctuation.openSquare: case Punctuation.openBrace: depth++; break;
      case Punctuation.close: case Punctuation.closeSquare: case Punctuation.closeBrace:
        if (--depth === 0) return at + 1;
    }
  }
  return -1;
}

/** Whether every bracket and string that opens from `from` up to `limit` is closed there. */
export function isBalanced(text: string, from: number, limit: number): boolean {
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === Punctuation.close || code === Punctuation.closeSquare || code === Punctuation.closeBrace) return false;
    if (code === 0x22) at = text.indexOf('"', at + 1);
    else if (code === Punctuation.open || code === Punctuation.openSquare || code === Punctuation.openBrace) at = endOfBalanced(text, at, limit) - 1;
    if (at < 0 || at >= limit) return false;
  }
  return true;
}

export function syntaxError(file: string, text: string, at: number, message: string): Diagnostic {
  let line = 1;
  let lineStart = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) {
    line++;
    lineStart = next + 1;
  }
  return new Diagnostic('syntax', { message }, { location: { file, line, column: at - lineStart + 1 } });
}

/** Blanks to LLVM: the null character is one, too. */
export function isBlank(code: number): boolean { return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0; }

/** `[-a-zA-Z$._0-9]`, as a table over ASCII. */
const wordCodes = Uint8Array.from({ length: 128 }, (_, code) => Number(/[-a-zA-Z$._0-9]/.test(String.fromCharCode(code))));

export function isWordCode(code: number): boolean { return code < 128 && wordCodes[code] === 1; }
