/** Metadata nodes are text. Only typed pointers inside them need rewriting: `!{void (i8*)* @f, !"kernel", i32 1}`. */
import { printTyped } from './print-constants.js';
import { readTypedConstant } from './constants.js';
import { Punctuation, Token, isWordCode } from './lexer.js';
import { readMetadataText } from './metadata.js';
import { type ModuleContext, Reader } from './reader.js';
import type { Entity } from './split.js';
import { isTypeStart } from './types.js';
import { hasTypedPointer } from './verbatim.js';

/** `!12 = ...` or `!name = ...` at the top level. */
export function readMetadataLine(context: ModuleContext, entity: Entity): void {
  const { module } = context;
  const reader = new Reader(context, entity.from, entity.limit);
  if (!reader.at(Token.metadata) || reader.position === reader.start + 1) reader.failExpected('the name or number of a metadata node');
  const number = reader.nameNumber;
  const name = reader.take().slice(1);
  reader.expect(Punctuation.equals, '`=`');
  const distinct = reader.acceptWord('distinct') ? 'distinct ' : '';
  const node = distinct + readMetadataText(reader);
  if (!reader.at(Token.end)) reader.failExpected('the end of the line');
  if (number >= 0) module.metadata.set(number, node);
  else module.namedMetadata.set(name, node);
}

/** The text of a node from `from` to `to`, with the values in it spelled with opaque pointers. */
export function opaqueMetadata(context: ModuleContext, from: number, to: number): string {
  const node = context.text.slice(from, to);
  return node.includes('*') && hasTypedPointer(context.text, { from, limit: to }) ? rewriteValues(context, from, to) : node;
}

/** Copies the text, except for constants that stand where an operand or the value of a field can. */
function rewriteValues(context: ModuleContext, from: number, to: number): string {
  const { text } = context;
  let out = '';
  let copied = from;
  let at = from;
  while (at < to) {
    const character = text[at];
    if (character === '"') {
      at = text.indexOf('"', at + 1) + 1;
      if (at === 0) break;
    } else if (character === '{' || character === ',' || (character === ':' && text[at + 1] === ' ')) {
      at++;
      const value = readValueAt(context, at, to);
      if (!value) continue;
      out += `${text.slice(copied, at)}${text[at] === ' ' ? ' ' : ''}${value.text}`;
      copied = at = value.end;
    } else at++;
  }
  return out + text.slice(copied, to);
}

/** The typed constant at a position, if there is one with a typed pointer in it. */
function readValueAt(context: ModuleContext, at: number, limit: number): { text: string; end: number } | undefined {
  const { text } = context;
  let first = at;
  while (text[first] === ' ') first++;
  const code = text.charCodeAt(first);
  if (!(isWordCode(code) || code === 0x25 || code === 0x7b || code === 0x3c || code === 0x5b)) return undefined;
  const reader = new Reader(context, first, limit);
  if (!isTypeStart(reader)) return undefined;
  const constant = readTypedConstant(reader);
  // The current token is the one after the constant: go back over the blanks before it.
  let end = reader.start;
  while (text.charCodeAt(end - 1) <= 0x20) end--;
  return { text: printTyped(constant), end };
}
