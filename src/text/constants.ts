/** Constants, and values where an instruction or a constant has them: after their type. */
import {
  type Constant, ConstantAggregate, ConstantFloat, ConstantInt, ConstantOpaque, ConstantSplat, ConstantString, ConstantWord,
  type Global, type Type, type Value, type WordConstant, aggregateElements, sameType, ArrayType, i8,
} from '../ir/index.js';
import { readBlockAddress } from './block-addresses.js';
import { expressionOpcodes, readExpression } from './expressions.js';
import { floatBitsOf } from './floats.js';
import { Punctuation, Token } from './lexer.js';
import { distinctName } from './names.js';
import type { Reader } from './reader.js';
import { readValueType } from './types.js';

/** `type value`. */
export function readTypedValue(reader: Reader): Value {
  return readValue(reader, readValueType(reader));
}

/** A value of a type that has been read. */
export function readValue(reader: Reader, type: Type): Value {
  if (reader.at(Token.local)) {
    if (!reader.scope) reader.fail('a constant cannot refer to a local value');
    return reader.scope.use(reader, type);
  }
  return readConstant(reader, type);
}

export function readTypedConstant(reader: Reader): Constant {
  return readConstant(reader, readValueType(reader));
}

export function readConstant(reader: Reader, type: Type): Constant {
  reader.enter();
  const constant = readConstantOfKind(reader, type);
  reader.leave();
  return constant;
}

/** A global by name. */
export function readGlobal(reader: Reader): Global {
  if (!reader.at(Token.global)) reader.failExpected('a global');
  const name = globalKey(reader);
  const global = reader.context.globals.get(name);
  if (!global) return reader.fail(`@${name} is not defined or declared`);
  reader.next();
  return global;
}

/** The key of the global at the current token. */
export function globalKey(reader: Reader): string { return distinctName(reader.name, reader.nameNumber >= 0); }

/** Whether the current word begins a value, rather than an attribute before it. */
export function isValueWord(reader: Reader): boolean {
  const { slice } = reader;
  return valueWords.has(slice) || expressionOpcodes.has(slice) || slice.startsWith('f0x') || slice.startsWith('u0x') || slice.startsWith('s0x');
}

const wordConstants = new Set<string>(['null', 'undef', 'poison', 'zeroinitializer', 'none'] satisfies WordConstant[]);
const carriedConstants = new Set(['dso_local_equivalent', 'no_cfi', 'ptrauth']);
const valueWords = new Set([...wordConstants, ...carriedConstants, 'true', 'false', 'splat', 'asm', 'blockaddress']);

function isWordConstant(word: string): word is WordConstant { return wordConstants.has(word); }

function readConstantOfKind(reader: Reader, type: Type): Constant {
  switch (reader.kind) {
    case Token.number: return readNumber(reader, type);
    case Token.word: return readWordConstant(reader, type);
    case Token.global: {
      const at = reader.start;
      const global = readGlobal(reader);
      if (!sameType(global.type, type)) reader.fail(`@${global.name} has the type ${global.type.text}, not ${type.text}`, at);
      return global;
    }
    case Token.characters: return readCharacters(reader, type);
    case Punctuation.openBrace: return readAggregate(reader, type, 'struct', Punctuation.closeBrace);
    case Punctuation.openSquare: return readAggregate(reader, type, 'array', Punctuation.closeSquare);
    case Punctuation.less: return readAngle(reader, type);
    default: return reader.failExpected(`a value of the type ${type.text}`);
  }
}

function readNumber(reader: Reader, type: Type): Constant {
  const { slice } = reader;
  if (type.kind === 'integer') {
    if (!/^-?\d+$/.test(slice)) reader.failExpected('an integer');
    return readInteger(reader, type.bits, slice);
  }
  if (type.kind !== 'float') return reader.failExpected(`a value of the type ${type.text}`);
  const bits = floatBitsOf(slice, type.format);
  if (bits === undefined) return reader.fail(`\`${slice}\` is no ${type.format} constant`);
  reader.next();
  return new ConstantFloat(type, bits);
}

function readInteger(reader: Reader, bits: number, digits: string): ConstantInt {
  const { integers } = reader.context;
  const key = `${bits} ${digits}`;
  const known = integers.get(key);
  if (known) {
    reader.next();
    return known;
  }
  if (digits.length > maximalDigits(bits)) reader.fail(`the number does not fit i${bits}`);
  const value = BigInt(digits);
  if (value >= 1n << BigInt(bits) || value < -(1n << BigInt(bits - 1))) reader.fail(`the number does not fit i${bits}`);
  reader.next();
  const constant = new ConstantInt(reader.context.types.integer(bits), value);
  // Short numbers recur; long ones would only fill the table.
  if (digits.length < 5) integers.set(key, constant);
  return constant;
}

function maximalDigits(bits: number): number { return Math.ceil(bits * Math.LOG10E * Math.LN2) + 2; }

function readWordConstant(reader: Reader, type: Type): Constant {
  const { slice } = reader;
  if (isWordConstant(slice)) {
    checkWordConstant(reader, slice, type);
    reader.next();
    return new ConstantWord(type, slice);
  }
  if (expressionOpcodes.has(slice)) return readExpression(reader, type);
  switch (slice) {
    case 'true': case 'false': {
      if (type.kind !== 'integer' || type.bits !== 1) return reader.failExpected(`a value of the type ${type.text}`);
      reader.next();
      return new ConstantInt(type, slice === 'true' ? 1n : 0n);
    }
    case 'splat': return readSplat(reader, type);
    case 'asm': return reader.fail('inline assembly can only be called');
    case 'blockaddress': return readBlockAddress(reader, type);
    default: return carriedConstants.has(slice) ? readCarried(reader, type) : readSpelledNumber(reader, type);
  }
}

/** `u0xFF`, `s0xFF`, `f0x3F800000`: numbers that begin with a letter. */
function readSpelledNumber(reader: Reader, type: Type): Constant {
  const { slice } = reader;
  const integer = /^([us])0x([0-9a-fA-F]+)$/.exec(slice);
  if (integer && type.kind === 'integer') {
    const digits = integer[2] ?? '';
    const value = BigInt(`0x${digits}`);
    const width = digits.length * 4;
    if (value >> BigInt(type.bits) !== 0n) reader.fail(`the number does not fit i${type.bits}`);
    reader.next();
    return new ConstantInt(type, integer[1] === 's' ? BigInt.asIntN(Math.min(width, type.bits), value) : value);
  }
  if (type.kind === 'float') {
    const bits = floatBitsOf(slice, type.format);
    if (bits !== undefined) {
      reader.next();
      return new ConstantFloat(type, bits);
    }
  }
  return reader.failExpected(`a value of the type ${type.text}`);
}

/** Which types the one-word constants have. */
function checkWordConstant(reader: Reader, word: WordConstant, type: Type): void {
  const isRight = word === 'null' ? type.kind === 'pointer'
    : word === 'none' ? type.kind === 'token' || type.kind === 'target'
      : !['void', 'label', 'metadata', 'function'].includes(type.kind);
  if (!isRight) reader.fail(`no \`${word}\` has the type ${type.text}`);
}

function readCharacters(reader: Reader, type: Type): Constant {
  const bytes = reader.name;
  const array = new ArrayType(i8, bytes.length);
  if (type.kind !== 'array' || type.text !== array.text) return reader.fail(`these are ${bytes.length} bytes, the type is ${type.text}`);
  reader.next();
  return new ConstantString(type, bytes);
}

function readAngle(reader: Reader, type: Type): Constant {
  if (type.kind !== 'struct') return readAggregate(reader, type, 'vector', Punctuation.greater);
  reader.next();
  const constant = readAggregate(reader, type, 'struct', Punctuation.closeBrace);
  reader.expect(Punctuation.greater, '`>`');
  return constant;
}

function readAggregate(reader: Reader, type: Type, kind: 'struct' | 'array' | 'vector', close: number): Constant {
  if (type.kind !== kind) return reader.failExpected(`a value of the type ${type.text}`);
  const at = reader.start;
  reader.next();
  const elements: Constant[] = [];
  if (!reader.accept(close)) {
    do {
      const elementAt = reader.start;
      const element = readTypedConstant(reader);
      const expected = elementType(type, elements.length);
      if (!expected || !sameType(expected, element.type)) {
        reader.fail(expected ? `element ${elements.length} of ${type.text} is no ${element.type.text}` : `${type.text} has fewer elements`, elementAt);
      }
      elements.push(element);
    } while (reader.accept(Punctuation.comma));
    reader.expect(close, 'the end of the aggregate');
  }
  const expected = type.kind === 'struct' ? type.fields.length : type.kind === 'array' || type.kind === 'vector' ? type.length : 0;
  if (elements.length !== expected) reader.fail(`${type.text} has ${expected} elements, not ${elements.length}`, at);
  return new ConstantAggregate(type, elements);
}

function elementType(type: Type, index: number): Type | undefined {
  if (type.kind === 'array' || type.kind === 'vector') return index < type.length ? type.element : undefined;
  return aggregateElements(type)[index];
}

function readSplat(reader: Reader, type: Type): Constant {
  if (type.kind !== 'vector') reader.fail(`\`splat\` makes a vector, not ${type.text}`);
  reader.next();
  reader.expect(Punctuation.open, '`(`');
  const element = readTypedConstant(reader);
  reader.expect(Punctuation.close, '`)`');
  return new ConstantSplat(type, element);
}

/** Constants whose parts only LLVM needs to understand: kept as text around the globals in them. */
function readCarried(reader: Reader, type: Type): Constant {
  const parts: (string | Global)[] = [];
  const word = reader.take();
  if (word !== 'ptrauth') return new ConstantOpaque(type, [`${word} `, readGlobal(reader)]);
  if (!reader.at(Punctuation.open)) reader.failExpected('`(`');
  let words = ['ptrauth'];
  let depth = 0;
  let isTight = true;
  do {
    if (reader.at(Punctuation.open)) depth++;
    if (reader.at(Punctuation.close)) depth--;
    if (reader.at(Token.end)) reader.failExpected('`)`');
    if (!isTight && !isTightBefore(reader.kind)) words.push(' ');
    isTight = reader.at(Punctuation.open);
    if (reader.at(Token.global)) {
      parts.push(words.join(''), readGlobal(reader));
      words = [];
    } else words.push(reader.take());
  } while (depth > 0);
  return new ConstantOpaque(type, [...parts, words.join('')]);
}

/** Punctuation with no blank before it. */
function isTightBefore(kind: number): boolean {
  return kind === Punctuation.open || kind === Punctuation.close || kind === Punctuation.comma;
}
