/** Function headers. The body behind one is left as text. */
import { type Argument, type Function, FunctionType, GlobalWords, type Type } from '../ir/index.js';
import { readAttribute, readParameterAttributes, readResultAttributes } from './attributes.js';
import { readBody } from './body.js';
import { readCallingConvention } from './calling-conventions.js';
import { readTypedConstant } from './constants.js';
import { readDefinedName, readGlobalWords, readNamedPart, register } from './globals.js';
import { Punctuation, Token } from './lexer.js';
import { readAttachment } from './metadata.js';
import { opaqueIntrinsicName } from './names.js';
import { keptArguments, newName, oldIntrinsic } from './old-intrinsics.js';
import { type ModuleContext, Reader } from './reader.js';
import type { Entity } from './split.js';
import { checkResultType, readAddressSpace, readType, readValueType } from './types.js';
import { isVerbatim } from './verbatim.js';

/** A function whose type and attributes have been read; the reader stands before constants that name other globals. */
export interface FunctionHeader {
  readonly fn: Function;
  readonly entity: Entity;
  readonly reader: Reader;
  readonly argumentNumbers: readonly number[];
}

interface Parameter { readonly type: Type; readonly attributes: string[]; readonly name: string | undefined }

export function declareFunction(context: ModuleContext, entity: Entity): FunctionHeader {
  const reader = new Reader(context, entity.from, entity.brace ?? entity.limit);
  reader.next();
  const metadata = new Map<string, string>();
  while (reader.at(Token.metadata)) readAttachment(reader, metadata);
  const words = new GlobalWords();
  readGlobalWords(reader, words);
  const callingConvention = readCallingConvention(reader);
  const returnAttributes = readResultAttributes(reader);
  const resultAt = reader.start;
  const result = readType(reader);
  checkResultType(reader, result, resultAt);
  const nameAt = reader.start;
  const name = readDefinedName(reader);
  const argumentNumbers: number[] = [];
  const { parameters: written, isVariadic } = readParameters(reader, argumentNumbers);
  const old = oldIntrinsic(name, written.length);
  const parameters = old ? keptArguments(old, written) : written;
  readGlobalWords(reader, words);
  const addressSpace = reader.isWord('addrspace') ? readAddressSpace(reader) : 0;
  const type = context.types.intern(new FunctionType(result, parameters.map((parameter) => parameter.type), isVariadic));
  const fn = addFunction(reader, name, old ? newName(old, name) : name, type, addressSpace, nameAt);
  Object.assign(fn, { words, callingConvention, returnAttributes, metadata });
  fn.args.forEach((argument, index) => { describe(argument, parameters[index]); });
  readFunctionWords(reader, fn);
  return { fn, entity, reader, argumentNumbers };
}

/** Reads what may name other globals, and hangs up the body. */
export function finishFunction(context: ModuleContext, header: FunctionHeader): void {
  const { fn, entity, reader } = header;
  for (;;) {
    if (reader.at(Token.metadata)) readAttachment(reader, fn.metadata);
    else if (reader.acceptWord('prefix')) fn.prefix = readTypedConstant(reader);
    else if (reader.acceptWord('prologue')) fn.prologue = readTypedConstant(reader);
    else if (reader.acceptWord('personality')) fn.personality = readTypedConstant(reader);
    else break;
  }
  if (!reader.at(Token.end)) reader.failExpected('an attribute, or the end of the line');
  const { brace } = entity;
  if (brace === undefined) return;
  const range = { from: brace + 1, limit: entity.limit - 1 };
  fn.setLazyBody({
    text: context.text.slice(range.from, range.limit),
    isVerbatim: isVerbatim(context, range),
    parse: (target) => { readBody(context, target, range, header.argumentNumbers); },
  });
}

/**
 * The new function, `written` by another name where it is an old intrinsic. Names of intrinsics lose the types of their pointers, whereby two declarations may become one: then
 * both names mean the first.
 */
function addFunction(reader: Reader, written: string, name: string, type: FunctionType, addressSpace: number, at: number): Function {
  const { context } = reader;
  const { module } = context;
  const opaqueName = opaqueIntrinsicName(name);
  const known = module.functions.get(opaqueName);
  if (known && known.functionType.text !== type.text) reader.fail(`@${opaqueName} is declared with two types`, at);
  const fn = known ?? module.addFunction(opaqueName, type, addressSpace);
  register(context, written, fn);
  // Bodies call it by the name that it had.
  if (name !== written) context.isRenamed = true;
  return fn;
}

function readParameters(reader: Reader, numbers: number[]): { parameters: Parameter[]; isVariadic: boolean } {
  const parameters: Parameter[] = [];
  let isVariadic = false;
  const names = new Set<string>();
  reader.expect(Punctuation.open, '`(`');
  if (reader.accept(Punctuation.close)) return { parameters, isVariadic };
  do {
    isVariadic = reader.accept(Token.ellipsis);
    if (isVariadic) break;
    const type = readValueType(reader);
    const attributes = readParameterAttributes(reader, reader.pointee);
    const name = readParameterName(reader, numbers);
    if (name !== undefined && names.size === names.add(name).size) reader.fail(`%${name} is defined twice`);
    parameters.push({ type, attributes, name });
  } while (reader.accept(Punctuation.comma));
  reader.expect(Punctuation.close, '`)`');
  return { parameters, isVariadic };
}

function readParameterName(reader: Reader, numbers: number[]): string | undefined {
  const next = (numbers[numbers.length - 1] ?? -1) + 1;
  const number = reader.at(Token.local) ? reader.nameNumber : next;
  if (number >= 0) {
    if (number < next) reader.fail(`expected %${next} or a larger number here`);
    numbers.push(number);
    reader.accept(Token.local);
    return undefined;
  }
  const { name } = reader;
  reader.next();
  return name;
}

function describe(argument: Argument, parameter: Parameter | undefined): void {
  if (!parameter) return;
  argument.attributes = parameter.attributes;
  argument.name = parameter.name;
}

const trailingWords = new Set(['section', 'partition', 'comdat', 'gc']);
const constantWords = new Set(['prefix', 'prologue', 'personality']);

/** Attributes, section, comdat, alignment, collector: up to metadata and constants. */
function readFunctionWords(reader: Reader, fn: Function): void {
  for (;;) {
    const isWord = reader.at(Token.word) && !constantWords.has(reader.slice);
    if (!isWord && !reader.at(Token.string) && !reader.at(Token.attributeGroup)) return;
    const isTrailing = isWord && (trailingWords.has(reader.slice) || (reader.slice === 'align' && fn.trailing.length > 0));
    if (isTrailing) fn.trailing.push(readNamedPart(reader));
    else fn.attributes.push(readAttribute(reader));
  }
}
