/** Attributes of parameters, results, functions and calls: kept as words, with the types in them made opaque. */
import type { Type } from '../ir/index.js';
import { Punctuation, Token } from './lexer.js';
import type { Reader } from './reader.js';
import { isTypeStart, readType } from './types.js';
import { isValueWord } from './constants.js';

/** Attributes that carry the type of what the pointer points to. Old texts leave it to the pointer's own type. */
const pointeeAttributes = new Set(['byval', 'byref', 'sret', 'elementtype', 'inalloca', 'preallocated']);

/** Attributes with a number behind a blank. With others, a number there is the argument itself. */
const numberedAttributes = new Set(['align', 'alignstack', 'prefalign']);

/** Reads one attribute: `noundef`, `align 8`, `byval(%s)`, `"key"="value"`, `#3`. `pointee` completes old `byval`s. */
export function readAttribute(reader: Reader, pointee?: Type): string {
  if (reader.at(Token.string)) return readStringAttribute(reader);
  if (reader.at(Token.attributeGroup)) return reader.take();
  if (!reader.at(Token.word)) reader.failExpected('an attribute');
  const word = reader.take();
  if (reader.at(Punctuation.open)) {
    return `${word}${pointeeAttributes.has(word) ? readTypeInParentheses(reader) : readParentheses(reader)}`;
  }
  if (pointee && pointeeAttributes.has(word)) return `${word}(${pointee.text})`;
  if (numberedAttributes.has(word) && reader.at(Token.number)) return `${word} ${reader.take()}`;
  if (reader.at(Punctuation.equals)) {
    reader.next();
    if (!reader.at(Token.number)) reader.failExpected('a number');
    return `${word}=${reader.take()}`;
  }
  return word;
}

/** Attributes of a parameter in a header, up to its name or a comma. */
export function readParameterAttributes(reader: Reader, pointee: Type | undefined): string[] {
  const words: string[] = [];
  while (reader.at(Token.word) || reader.at(Token.string)) words.push(readAttribute(reader, pointee));
  return words;
}

/** Attributes of an argument of a call, up to its value. */
export function readArgumentAttributes(reader: Reader, pointee: Type | undefined): string[] {
  const words: string[] = [];
  while ((reader.at(Token.word) && !isValueWord(reader)) || reader.at(Token.string)) words.push(readAttribute(reader, pointee));
  return words;
}

/** Attributes before a type. */
export function readResultAttributes(reader: Reader): string[] {
  const words: string[] = [];
  while (!isTypeStart(reader)) words.push(readAttribute(reader));
  return words;
}

function readStringAttribute(reader: Reader): string {
  const key = reader.take();
  if (!reader.accept(Punctuation.equals)) return key;
  if (!reader.at(Token.string)) reader.failExpected('a string');
  return `${key}=${reader.take()}`;
}

/** Parentheses as they stand: `memory(argmem: read)`. */
function readParentheses(reader: Reader): string {
  const from = reader.start;
  return reader.text.slice(from, reader.skipBalanced());
}

function readTypeInParentheses(reader: Reader): string {
  reader.next();
  const type = readType(reader);
  reader.expect(Punctuation.close, '`)`');
  return `(${type.text})`;
}
