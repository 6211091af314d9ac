/** Arguments of functions as words of a command line: `1`, `-2.5e3`, `[1, 2, 3]`, `"text"`, `true`, `null`. */
import { Diagnostic } from '../diagnostics/index.js';

export type Literal = number | bigint | boolean | string | null | readonly Literal[];

/** @throws Diagnostic `badUsage`, naming the word. */
export function readLiteral(word: string, command: string): Literal {
  const reader = new LiteralReader(word);
  const value = reader.value();
  if (value === undefined || !reader.isAtEnd()) {
    throw new Diagnostic('badUsage', { message: `cannot read the argument \`${word}\`: expected a number, an array like [1,2,3], a "string", true, false or null`, command });
  }
  return value;
}

/** As `readLiteral` would read it. */
export function showNumber(value: number | bigint | boolean): string {
  return typeof value === 'number' && Object.is(value, -0) ? '-0' : String(value);
}

/** JSON has no NaN, infinities or big integers: those become strings. */
export function showJson(value: number | bigint | boolean): number | string | boolean {
  return typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value)) ? String(value) : value;
}

const number = /^[-+]?(?:0[xX][\da-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|inf(?:inity)?|nan)(?![\w.])/i;

class LiteralReader {
  constructor(private text: string) {}

  isAtEnd(): boolean { return this.text.trim() === ''; }

  value(): Literal | undefined {
    this.text = this.text.trimStart();
    if (this.take(/^\[/) !== undefined) return this.list();
    const text = this.take(/^"(?:[^"\\]|\\.)*"/);
    if (text !== undefined) return stringOf(text);
    const word = this.take(/^(?:true|false|null)\b/);
    if (word !== undefined) return word === 'null' ? null : word === 'true';
    const digits = this.take(number);
    return digits === undefined ? undefined : numberOf(digits);
  }

  private list(): Literal[] | undefined {
    const elements: Literal[] = [];
    if (this.take(/^\s*\]/) !== undefined) return elements;
    for (;;) {
      const element = this.value();
      if (element === undefined) return undefined;
      elements.push(element);
      if (this.take(/^\s*\]/) !== undefined) return elements;
      if (this.take(/^\s*,/) === undefined) return undefined;
    }
  }

  private take(pattern: RegExp): string | undefined {
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.text = this.text.slice(found.length);
    return found;
  }
}

function stringOf(quoted: string): string | undefined {
  try {
    const value: unknown = JSON.parse(quoted);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Integers that a double cannot hold exactly become bigints. */
function numberOf(text: string): number | bigint {
  const lower = text.toLowerCase().replace(/^\+/, '');
  const sign = lower.startsWith('-') ? -1 : 1;
  if (lower.includes('inf')) return sign * Infinity;
  if (lower.includes('nan')) return NaN;
  const digits = lower.replace(/^-/, '');
  const value = sign * Number(digits);
  return /^(\d+|0x[\da-f]+)$/.test(digits) && !Number.isSafeInteger(value) ? BigInt(sign) * BigInt(digits) : value;
}
