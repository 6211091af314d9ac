/**
 * Modules, in this order: the text is cut into top-level entities; the data layout is read; named types are declared,
 * then defined; what is kept as text is stored; globals and functions are declared with their types; then, with every
 * name known, initialisers and the like are read. Function bodies stay text until somebody asks for their blocks.
 */
import { Module } from '../ir/index.js';
import { readAttribute } from './attributes.js';
import { declareFunction, finishFunction, type FunctionHeader } from './functions.js';
import { declareGlobal, finishGlobal, type GlobalHeader } from './globals.js';
import { Punctuation, Token, isBalanced, syntaxError } from './lexer.js';
import { readMetadataLine } from './metadata-nodes.js';
import { distinctName } from './names.js';
import { type ModuleContext, Reader } from './reader.js';
import { type Entity, type EntityKind, splitModule } from './split.js';
import { TypeTable } from './type-table.js';
import { readNamedTypes } from './type-definitions.js';

export interface ParseOptions {
  /** The name of the file, for diagnostics. */
  readonly file?: string;
}

/** Reads a module. @throws Diagnostic `syntax`, with line and column; also later, when a body is read. */
export function parseModule(text: string, options: ParseOptions = {}): Module {
  const context = makeContext(text, options.file ?? '<input>');
  const groups = groupByKind(splitModule(context.file, text));
  forEach(context, groups.get('target'), (reader) => { readTarget(reader, context.module); });
  readNamedTypes(context, groups.get('type') ?? []);
  readPlainEntities(context, groups);
  const globals: GlobalHeader[] = (groups.get('global') ?? []).map((entity) => declareGlobal(context, entity));
  const functions: FunctionHeader[] = [...(groups.get('define') ?? []), ...(groups.get('declare') ?? [])]
    .sort((a, b) => a.from - b.from).map((entity) => declareFunction(context, entity));
  for (const header of globals) finishGlobal(context, header);
  for (const header of functions) finishFunction(context, header);
  for (const entity of groups.get('metadata') ?? []) readMetadataLine(context, entity);
  return context.module;
}

function makeContext(text: string, file: string): ModuleContext {
  const hasAddressedBlocks = text.includes('blockaddress(') && /blockaddress\(\s*@(?:"[^"]*"|[-\w$.]+)\s*,\s*%\d/.test(text);
  return {
    file, text, module: new Module(), types: new TypeTable(), globals: new Map(), integers: new Map(), hasAddressedBlocks,
    addressedBlocks: new Map(), readBlocks: new WeakMap(), isRenamed: hasAddressedBlocks,
  };
}

function groupByKind(entities: readonly Entity[]): Map<EntityKind, Entity[]> {
  const groups = new Map<EntityKind, Entity[]>();
  for (const entity of entities) {
    const group = groups.get(entity.kind);
    if (group) group.push(entity);
    else groups.set(entity.kind, [entity]);
  }
  return groups;
}

/** Reads each entity, to its end. */
function forEach(context: ModuleContext, entities: readonly Entity[] = [], read: (reader: Reader) => void): void {
  for (const entity of entities) {
    const reader = new Reader(context, entity.from, entity.limit);
    read(reader);
    if (!reader.at(Token.end)) reader.failExpected('the end of the line');
  }
}

/** What refers to no global. */
function readPlainEntities(context: ModuleContext, groups: ReadonlyMap<EntityKind, readonly Entity[]>): void {
  const { module } = context;
  const each = (kind: EntityKind, read: (reader: Reader) => void): void => { forEach(context, groups.get(kind), read); };
  each('source_filename', (reader) => {
    reader.next();
    reader.expect(Punctuation.equals, '`=`');
    module.sourceFilename = reader.string('a file name');
  });
  each('module', (reader) => {
    reader.next();
    reader.expectWord('asm');
    module.assembly.push(reader.string('assembly code'));
  });
  each('comdat', (reader) => {
    const name = distinctName(reader.name, reader.nameNumber >= 0);
    reader.next();
    reader.expect(Punctuation.equals, '`=`');
    reader.expectWord('comdat');
    module.comdats.set(name, reader.take());
  });
  each('attributes', readAttributeGroup);
  for (const kind of ['summary', 'uselistorder', 'uselistorder_bb'] as const) {
    for (const entity of groups.get(kind) ?? []) module.verbatim.push(verbatimText(context, entity));
  }
}

function verbatimText({ file, text }: ModuleContext, { from, limit }: Entity): string {
  if (!isBalanced(text, from, limit)) throw syntaxError(file, text, from, 'a bracket or string in this line is never closed');
  return text.slice(from, limit).trimEnd();
}

function readTarget(reader: Reader, module: Module): void {
  reader.next();
  const word = reader.take();
  reader.expect(Punctuation.equals, '`=`');
  const text = reader.string('a string');
  if (word === 'triple') module.targetTriple = text;
  else if (word === 'datalayout') module.dataLayoutText = text;
  else reader.fail('expected `triple` or `datalayout` after `target`');
}

/** `attributes #3 = { nounwind "key"="value" }`. */
function readAttributeGroup(reader: Reader): void {
  reader.next();
  if (!reader.at(Token.attributeGroup)) reader.failExpected('`#` and a number');
  const number = reader.nameNumber;
  if (number < 0) reader.fail('expected the number of an attribute group');
  reader.next();
  reader.expect(Punctuation.equals, '`=`');
  reader.expect(Punctuation.openBrace, '`{`');
  const words: string[] = [];
  while (!reader.accept(Punctuation.closeBrace)) words.push(readAttribute(reader));
  reader.context.module.attributeGroups.set(number, words);
}
