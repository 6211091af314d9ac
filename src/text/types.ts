/** Types. Pointers to something are read as opaque pointers; what they pointed to is left in `reader.pointee`. */
import {
  ArrayType, type FloatKind, FloatType, FunctionType, PlainType, type PlainKind, StructType, TargetType, type Type, VectorType,
  double, float, labelType, metadataType, pointer, tokenType, voidType,
} from '../ir/index.js';
import { Punctuation, Token } from './lexer.js';
import { distinctName } from './names.js';
import { Reader } from './reader.js';

/** Reads a type; afterwards `reader.pointee` says what it pointed to if it was written as a typed pointer. */
export function readType(reader: Reader): Type {
  reader.enter();
  let pointee: Type | undefined;
  let type = readPrimaryType(reader);
  for (;;) {
    if (reader.at(Punctuation.star)) {
      pointee = checkPointee(reader, type);
      type = pointer;
      reader.next();
    } else if (reader.at(Token.word) && reader.isWord('addrspace')) {
      pointee = checkPointee(reader, type);
      type = reader.context.types.pointer(readAddressSpace(reader));
      reader.expect(Punctuation.star, '`*`');
    } else if (reader.at(Punctuation.open)) {
      type = readParameterTypes(reader, type);
    } else break;
  }
  reader.leave();
  reader.pointee = pointee;
  return type;
}

/** A type that values can have: not `void`, not a function, not a block. */
export function readValueType(reader: Reader): Type {
  const at = reader.start;
  const type = readType(reader);
  if (type.kind === 'void' || type.kind === 'function' || type.kind === 'label') reader.fail(`no value has the type ${type.text}`, at);
  return type;
}

/** A type that memory can hold. */
export function readStoredType(reader: Reader): Type {
  const at = reader.start;
  const type = readType(reader);
  if (!isStorable(type)) reader.fail(`no memory can hold the type ${type.text}`, at);
  return type;
}

/** Whether the current token can only be the start of a type. */
export function isTypeStart(reader: Reader): boolean {
  switch (reader.kind) {
    case Token.local: case Punctuation.openBrace: case Punctuation.less: case Punctuation.openSquare: return true;
    case Token.word: return isTypeWord(reader);
    default: return false;
  }
}

/** `addrspace(3)`. */
export function readAddressSpace(reader: Reader): number {
  reader.expectWord('addrspace');
  reader.expect(Punctuation.open, '`(`');
  const space = reader.at(Token.string) ? readNamedAddressSpace(reader) : reader.integer('an address space');
  reader.expect(Punctuation.close, '`)`');
  return space;
}

/** The data layout names address spaces: `A5` is that of allocas ("A"), `p7(name):...` is "name". */
function readNamedAddressSpace(reader: Reader): number {
  const { dataLayoutText } = reader.context.module;
  const at = reader.start;
  const name = reader.string('the name of an address space');
  const parts = dataLayoutText.split('-');
  if (name === 'A' || name === 'G' || name === 'P') return Number(parts.find((part) => /^[AGP]\d+$/.test(part) && part.startsWith(name))?.slice(1) ?? 0);
  const found = parts.find((part) => part.startsWith('p') && part.includes(`(${name})`));
  const number = /^p[a-z]*(\d+)\(/.exec(found ?? '')?.[1];
  return number === undefined ? reader.fail(`the data layout has no address space of the name ${name}`, at) : Number(number);
}

const plainTypes: Readonly<Record<string, Type>> = {
  void: voidType, label: labelType, metadata: metadataType, token: tokenType, double, float,
  ...Object.fromEntries((['x86_amx', 'x86_mmx'] satisfies PlainKind[]).map((kind) => [kind, new PlainType(kind)])),
  ...Object.fromEntries((['half', 'bfloat', 'x86_fp80', 'fp128', 'ppc_fp128'] satisfies FloatKind[]).map((kind) => [kind, new FloatType(kind)])),
};
const plainTypeMap = new Map(Object.entries(plainTypes));

function isTypeWord(reader: Reader): boolean {
  if (integerBits(reader) > 0) return true;
  const { slice } = reader;
  return slice === 'ptr' || plainTypeMap.has(slice) || (slice === 'target' && reader.peek() === Punctuation.open);
}

function readPrimaryType(reader: Reader): Type {
  switch (reader.kind) {
    case Token.word: return readWordType(reader);
    case Token.local: return readNamedType(reader);
    case Punctuation.openBrace: {
      reader.next();
      return readStruct(reader, false);
    }
    case Punctuation.less: {
      reader.next();
      if (!reader.accept(Punctuation.openBrace)) return readSequence(reader, true);
      const struct = readStruct(reader, true);
      reader.expect(Punctuation.greater, '`>`');
      return struct;
    }
    case Punctuation.openSquare: {
      reader.next();
      return readSequence(reader, false);
    }
    default: return reader.failExpected('a type');
  }
}

function readWordType(reader: Reader): Type {
  const bits = integerBits(reader);
  if (bits > 0) {
    if (bits > 8388608) reader.fail('integer types have at most 8388608 bits');
    reader.next();
    return reader.context.types.integer(bits);
  }
  const { slice } = reader;
  if (slice === 'ptr') {
    reader.next();
    return reader.isWord('addrspace') ? reader.context.types.pointer(readAddressSpace(reader)) : pointer;
  }
  const plain = plainTypeMap.get(slice);
  if (plain) {
    reader.next();
    return plain;
  }
  if (slice === 'target') return readTargetType(reader);
  return reader.failExpected('a type');
}

/** The width when the current word is `i32` and the like, else 0. */
function integerBits(reader: Reader): number {
  const { text, start, position } = reader;
  if (text.charCodeAt(start) !== 0x69 || position - start > 9) return 0;
  let bits = 0;
  for (let at = start + 1; at < position; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return 0;
    bits = bits * 10 + digit;
  }
  return bits;
}

function readTargetType(reader: Reader): Type {
  const from = reader.start;
  reader.next();
  if (!reader.at(Punctuation.open)) reader.failExpected('`(`');
  const end = reader.skipBalanced();
  return reader.context.types.intern(new TargetType(reader.text.slice(from, end)));
}

/** The named type of the current token, without moving past it. */
export function namedTypeKey(reader: Reader): string { return distinctName(reader.name, reader.nameNumber >= 0); }

function readNamedType(reader: Reader): Type {
  const { types } = reader.context;
  const name = namedTypeKey(reader);
  const type = types.named.get(name) ?? resolveAlias(reader, name);
  reader.next();
  return type;
}

/** `%int = type i32`: not a struct, so it is the other type under another name. */
function resolveAlias(reader: Reader, name: string): Type {
  const { context } = reader;
  const definition = context.types.definitions.get(name);
  if (!definition) return reader.fail(`the type %${name} is not defined`);
  // While it is read, the name is unknown: an alias of itself is an error.
  context.types.definitions.delete(name);
  const inner = new Reader(context, definition.from, definition.limit);
  inner.depth = reader.depth;
  const type = readType(inner);
  context.types.named.set(name, type);
  return type;
}

/** After the opening brace. */
export function readStructFields(reader: Reader): Type[] {
  const fields: Type[] = [];
  if (!reader.accept(Punctuation.closeBrace)) {
    do fields.push(readElementType(reader)); while (reader.accept(Punctuation.comma));
    reader.expect(Punctuation.closeBrace, '`}`');
  }
  return fields;
}

function readStruct(reader: Reader, packed: boolean): Type {
  return reader.context.types.intern(new StructType(readStructFields(reader), packed));
}

/** After the opening bracket: `4 x i8]`, `vscale x 4 x float>`. */
function readSequence(reader: Reader, isVector: boolean): Type {
  const scalable = isVector && reader.acceptWord('vscale');
  if (scalable) reader.expectWord('x');
  const at = reader.start;
  const length = reader.integer('a number of elements');
  if (length > Number.MAX_SAFE_INTEGER || (isVector && (length === 0 || length > 0xffffffff))) reader.fail('no type has this many elements', at);
  reader.expectWord('x');
  const elementAt = reader.start;
  const element = readElementType(reader);
  if (!isVector) {
    reader.expect(Punctuation.closeSquare, '`]`');
    return reader.context.types.intern(new ArrayType(element, length));
  }
  if (!['integer', 'float', 'pointer', 'target'].includes(element.kind)) reader.fail(`no vector has elements of the type ${element.text}`, elementAt);
  reader.expect(Punctuation.greater, '`>`');
  return reader.context.types.intern(new VectorType(element, length, scalable));
}

function readElementType(reader: Reader): Type { return readStoredType(reader); }

function isStorable(type: Type): boolean {
  return !['void', 'label', 'metadata', 'function', 'token'].includes(type.kind);
}

function readParameterTypes(reader: Reader, result: Type): FunctionType {
  checkResultType(reader, result);
  reader.next();
  const parameters: Type[] = [];
  let isVariadic = false;
  if (!reader.accept(Punctuation.close)) {
    do {
      isVariadic = reader.accept(Token.ellipsis);
      if (!isVariadic) parameters.push(readValueType(reader));
    } while (!isVariadic && reader.accept(Punctuation.comma));
    reader.expect(Punctuation.close, '`)`');
  }
  return reader.context.types.intern(new FunctionType(result, parameters, isVariadic));
}

export function checkResultType(reader: Reader, result: Type, at = reader.start): void {
  if (['label', 'metadata', 'function'].includes(result.kind)) reader.fail(`no function returns ${result.text}`, at);
}

function checkPointee(reader: Reader, type: Type): Type {
  if (['void', 'label', 'metadata', 'token', 'x86_amx'].includes(type.kind)) reader.fail(`no pointer points to ${type.text}`);
  return type;
}
