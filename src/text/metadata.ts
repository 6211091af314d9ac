/** Metadata: kept as text, apart from the values that stand in operands of debug intrinsics and debug records. */
import { MetadataOperand, type Value } from '../ir/index.js';
import { readTypedValue } from './constants.js';
import { Punctuation, Token } from './lexer.js';
import { opaqueMetadata } from './metadata-nodes.js';
import type { Reader } from './reader.js';
import { isTypeStart } from './types.js';

/** What stands after the word `metadata`: `!12`, `!"text"`, `!DIExpression()`, `ptr %x`, `!DIArgList(i32 %a, i32 %b)`. */
export function readMetadataOperand(reader: Reader): MetadataOperand {
  const parts = readMetadataParts(reader);
  reader.scope?.metadataParts.push(parts);
  return new MetadataOperand(parts);
}

/** One operand of a debug intrinsic or record, in parts. */
export function readMetadataParts(reader: Reader): (string | Value)[] {
  if (isTypeStart(reader)) return [readTypedValue(reader)];
  if (!reader.at(Token.metadata)) reader.failExpected('metadata');
  if (reader.slice === '!DIArgList') return readArgumentList(reader);
  return [readMetadataText(reader)];
}

/** Attachments after an instruction: `, !dbg !12, !tbaa !4`. */
export function readAttachments(reader: Reader, attachments: Map<string, string>): void {
  while (reader.at(Punctuation.comma)) {
    reader.next();
    readAttachment(reader, attachments);
  }
}

/** `!dbg !12`. */
export function readAttachment(reader: Reader, attachments: Map<string, string>): void {
  if (!reader.at(Token.metadata) || reader.position === reader.start + 1) reader.failExpected('a metadata attachment');
  const kind = reader.take().slice(1);
  attachments.set(kind, readMetadataText(reader));
}

/** One metadata node or reference, as text. */
export function readMetadataText(reader: Reader): string {
  if (!reader.at(Token.metadata)) reader.failExpected('metadata');
  const from = reader.start;
  const isBare = reader.position === from + 1;
  if (!isBare && reader.nameNumber >= 0) return reader.take();
  reader.next();
  if (reader.at(Punctuation.openBrace) || (reader.at(Punctuation.open) && !isBare)) {
    return opaqueMetadata(reader.context, from, reader.skipBalanced());
  }
  if (!isBare || !reader.at(Token.string)) reader.failExpected('metadata');
  const end = reader.position;
  reader.next();
  return reader.text.slice(from, end);
}

function readArgumentList(reader: Reader): (string | Value)[] {
  reader.next();
  reader.expect(Punctuation.open, '`(`');
  const parts: (string | Value)[] = ['!DIArgList('];
  if (!reader.accept(Punctuation.close)) {
    do {
      if (parts.length > 1) parts.push(', ');
      parts.push(readTypedValue(reader));
    } while (reader.accept(Punctuation.comma));
    reader.expect(Punctuation.close, '`)`');
  }
  return [...parts, ')'];
}
