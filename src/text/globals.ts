/** Global variables, aliases and ifuncs: declared with their types first, completed when every name is known. */
import {
  type Constant, type Global, GlobalAlias, GlobalIfunc, GlobalVariable, GlobalWords, pointer, zero,
} from '../ir/index.js';
import { readAttribute } from './attributes.js';
import { globalKey, readConstant, readTypedConstant } from './constants.js';
import { Punctuation, Token } from './lexer.js';
import { readMetadataText } from './metadata.js';
import { type ModuleContext, Reader } from './reader.js';
import type { Entity } from './split.js';
import { readAddressSpace, readType } from './types.js';

/** What an alias points to until its target is read. */
const placeholder = zero(pointer);

/** A global whose type has been read; the reader stands behind it. */
export interface GlobalHeader { readonly global: GlobalVariable | GlobalAlias | GlobalIfunc; readonly reader: Reader; readonly isDeclaration: boolean }

export function declareGlobal(context: ModuleContext, entity: Entity): GlobalHeader {
  const reader = new Reader(context, entity.from, entity.limit);
  const name = readDefinedName(reader);
  reader.expect(Punctuation.equals, '`=`');
  const words = new GlobalWords();
  const isExternal = readGlobalWords(reader, words);
  const addressSpace = reader.isWord('addrspace') ? readAddressSpace(reader) : 0;
  const externallyInitialized = reader.acceptWord('externally_initialized');
  const { module } = context;
  if (reader.isWord('alias') || reader.isWord('ifunc')) {
    const isAlias = reader.take() === 'alias';
    const type = readType(reader);
    reader.expect(Punctuation.comma, '`,`');
    const global = isAlias ? new GlobalAlias(module, name, type, placeholder, addressOfTarget(reader))
      : new GlobalIfunc(module, name, type, placeholder, addressOfTarget(reader));
    global.words = words;
    if (global.kind === 'alias') module.aliases.set(name, global);
    else module.ifuncs.set(name, global);
    register(context, name, global);
    return { global, reader, isDeclaration: false };
  }
  const isConstant = reader.isWord('constant');
  if (!isConstant && !reader.isWord('global')) reader.failExpected('`global`, `constant`, `alias` or `ifunc`');
  reader.next();
  const typeAt = reader.start;
  const type = readType(reader);
  if (['void', 'label', 'metadata', 'function', 'token'].includes(type.kind)) reader.fail(`no global has the type ${type.text}`, typeAt);
  const global = new GlobalVariable(module, name, type, isConstant, undefined, addressSpace);
  global.words = words;
  global.externallyInitialized = externallyInitialized;
  module.globals.set(name, global);
  register(context, name, global);
  return { global, reader, isDeclaration: isExternal || words.linkage === 'extern_weak' };
}

/** Reads the initialiser or target, and what stands behind it. */
export function finishGlobal(context: ModuleContext, header: GlobalHeader): void {
  const { global, reader } = header;
  if (global.kind === 'alias') global.target = readTarget(reader);
  else if (global.kind === 'ifunc') global.resolver = readTarget(reader);
  else if (!header.isDeclaration) global.initializer = readConstant(reader, global.valueType);
  while (reader.accept(Punctuation.comma)) global.trailing.push(readTrailingPart(reader));
  while (global.kind === 'global' && isAttributeStart(reader)) global.attributes.push(readAttribute(reader));
  if (!reader.at(Token.end)) reader.failExpected('the end of the line');
}

/** The name being defined, moving past it. */
export function readDefinedName(reader: Reader): string {
  if (!reader.at(Token.global)) reader.failExpected('the name of a global');
  const name = globalKey(reader);
  if (name.startsWith('\x01') && reader.name === name.slice(1)) reader.context.isRenamed = true;
  if (reader.context.globals.has(name)) reader.fail(`@${name} is defined twice`);
  reader.next();
  return name;
}

export function register(context: ModuleContext, name: string, global: Global): void { context.globals.set(name, global); }

const linkages = new Set([
  'private', 'internal', 'weak', 'weak_odr', 'linkonce', 'linkonce_odr', 'available_externally', 'appending', 'common', 'extern_weak',
]);
const visibilities = new Set(['default', 'hidden', 'protected']);

/** Words before the type, in any order. @returns whether `external` was among them. */
export function readGlobalWords(reader: Reader, words: GlobalWords): boolean {
  let isExternal = false;
  while (reader.at(Token.word)) {
    const { slice } = reader;
    if (linkages.has(slice)) words.linkage = slice;
    else if (slice === 'external') isExternal = true;
    else if (slice === 'dso_local' || slice === 'dso_preemptable') words.preemption = slice;
    else if (visibilities.has(slice)) words.visibility = slice;
    else if (slice === 'dllimport' || slice === 'dllexport') words.dllStorage = slice;
    else if (slice === 'unnamed_addr' || slice === 'local_unnamed_addr') words.unnamedAddr = slice;
    else if (slice === 'thread_local') {
      words.threadLocal = readAttribute(reader);
      continue;
    } else return isExternal;
    reader.next();
  }
  return isExternal;
}

/** A comma-separated part: `section "x"`, `align 8`, `comdat($x)`, `!dbg !0`. */
function readTrailingPart(reader: Reader): string {
  if (reader.at(Token.metadata)) {
    const kind = reader.take();
    return `${kind} ${readMetadataText(reader)}`;
  }
  return readNamedPart(reader);
}

/** A word with the string or number behind it, if any. */
export function readNamedPart(reader: Reader): string {
  if (!reader.at(Token.word)) reader.failExpected('a property');
  const text = readAttribute(reader);
  return reader.at(Token.string) ? `${text} ${reader.take()}` : text;
}

function isAttributeStart(reader: Reader): boolean {
  return reader.at(Token.attributeGroup) || reader.at(Token.word) || reader.at(Token.string);
}

/** An alias is in the address space of its target, whose type stands here unless it is an expression. */
function addressOfTarget(reader: Reader): number {
  const { start } = reader;
  const isExpression = reader.at(Token.word) && targetExpressions.has(reader.slice);
  const type = isExpression ? undefined : readType(reader);
  reader.seek(start);
  return type?.kind === 'pointer' ? type.addressSpace : 0;
}

const targetExpressions = new Set(['bitcast', 'getelementptr', 'addrspacecast', 'inttoptr']);

/** Old texts leave out the type before an expression. */
function readTarget(reader: Reader): Constant {
  if (reader.at(Token.word) && targetExpressions.has(reader.slice)) {
    return readConstant(reader, reader.context.types.pointer(0));
  }
  const at = reader.start;
  const target = readTypedConstant(reader);
  if (target.type.kind !== 'pointer') reader.fail(`expected a pointer, found ${target.type.text}`, at);
  return target;
}
