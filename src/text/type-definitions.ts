/** Named types: declared first, since they refer to each other, then defined. */
import { StructType, type Type } from '../ir/index.js';
import { Punctuation, Token, syntaxError } from './lexer.js';
import { type ModuleContext, Reader } from './reader.js';
import type { Entity } from './split.js';
import { namedTypeKey, readStructFields, readType } from './types.js';

/** A struct whose fields have not been read: where they stand. */
interface PendingStruct { readonly struct: StructType; readonly reader: Reader; readonly packed: boolean; readonly from: number }

export function readNamedTypes(context: ModuleContext, entities: readonly Entity[]): void {
  const structs: PendingStruct[] = [];
  const aliases: Reader[] = [];
  for (const entity of entities) declare(context, entity, structs, aliases);
  for (const { struct, reader, packed } of structs) {
    struct.define(readStructFields(reader), packed);
    if (packed) reader.expect(Punctuation.greater, '`>`');
    expectEnd(reader);
  }
  // Aliases that nobody used must be well-formed all the same.
  for (const reader of aliases) {
    readType(reader);
    expectEnd(reader);
  }
  for (const { struct, from } of structs) refuseRecursion(context, struct, from);
}

function declare(context: ModuleContext, entity: Entity, structs: PendingStruct[], aliases: Reader[]): void {
  const { types, module } = context;
  const reader = new Reader(context, entity.from, entity.limit);
  const name = namedTypeKey(reader);
  if (types.named.has(name) || types.definitions.has(name)) reader.fail(`the type %${name} is defined twice`);
  if (name.startsWith('\x01')) context.isRenamed = true;
  reader.next();
  reader.expect(Punctuation.equals, '`=`');
  reader.expectWord('type');
  const { start } = reader;
  if (reader.acceptWord('opaque')) {
    module.structs.set(name, types.declareStruct(name));
    return expectEnd(reader);
  }
  if (!isStructDefinition(context, start, entity.limit)) {
    types.definitions.set(name, { from: start, limit: entity.limit });
    context.isRenamed = true;
    aliases.push(reader);
    return;
  }
  const packed = reader.accept(Punctuation.less);
  reader.next();
  const struct = types.declareStruct(name);
  module.structs.set(name, struct);
  structs.push({ struct, reader, packed, from: entity.from });
}

/** Whether the right-hand side is a struct and nothing else: not `{ i32 }*`, not a vector. */
function isStructDefinition(context: ModuleContext, from: number, limit: number): boolean {
  const reader = new Reader(context, from, limit);
  if (reader.at(Punctuation.less) && reader.peek() !== Punctuation.openBrace) return false;
  if (!reader.at(Punctuation.less) && !reader.at(Punctuation.openBrace)) return false;
  reader.next();
  // An unclosed brace is reported when the fields are read.
  const open = context.text.charCodeAt(from) === Punctuation.less ? reader.start : from;
  if (!context.text.slice(open, limit).includes('}')) return true;
  const inner = new Reader(context, open, limit);
  inner.skipBalanced();
  if (context.text.charCodeAt(from) === Punctuation.less) inner.accept(Punctuation.greater);
  return inner.at(Token.end);
}

function expectEnd(reader: Reader): void {
  if (!reader.at(Token.end)) reader.failExpected('the end of the line');
}

/** A struct that contains itself has no size, and no pass would survive it. */
function refuseRecursion(context: ModuleContext, struct: StructType, from: number): void {
  const open: Type[] = [...struct.fields];
  const seen = new Set<Type>();
  for (let type = open.pop(); type; type = open.pop()) {
    if (type === struct) throw syntaxError(context.file, context.text, from, `the type ${struct.text} contains itself`);
    if (seen.has(type)) continue;
    seen.add(type);
    if (type.kind === 'struct') open.push(...type.fields);
    else if (type.kind === 'array' || type.kind === 'vector') open.push(type.element);
  }
}
