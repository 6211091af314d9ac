/** Arithmetic, casts, compares, and the instructions that choose between values. */
import {
  BinaryInstruction, type BinaryOpcode, CastInstruction, type CastOpcode, CompareInstruction, type FloatPredicate, FreezeInstruction,
  type Instruction, type IntegerPredicate, NegateInstruction, PhiInstruction, SelectInstruction, binaryOpcodes, castOpcodes,
  floatPredicates, integerPredicates, scalarType, type Type,
} from '../ir/index.js';
import { readTypedValue, readValue } from './constants.js';
import { Punctuation, Token } from './lexer.js';
import type { Reader } from './reader.js';
import { isTypeStart, readValueType } from './types.js';

export function readBinary(reader: Reader, opcode: string): Instruction {
  if (!isBinaryOpcode(opcode)) return reader.failExpected('a binary operator');
  const flags = readFlags(reader);
  const at = reader.start;
  const type = readValueType(reader);
  if (scalarType(type).kind !== binaryOpcodes[opcode].domain) reader.fail(`\`${opcode}\` does not work on ${type.text}`, at);
  const left = readValue(reader, type);
  reader.expect(Punctuation.comma, '`,`');
  return new BinaryInstruction(opcode, left, readValue(reader, type), flags);
}

export function readNegate(reader: Reader): Instruction {
  const flags = readFlags(reader);
  return new NegateInstruction(readTypedValue(reader), flags);
}

export function readCast(reader: Reader, opcode: string): Instruction {
  if (!isCastOpcode(opcode)) return reader.failExpected('a cast');
  const flags = readFlags(reader);
  const at = reader.start;
  const operand = readTypedValue(reader);
  reader.expectWord('to');
  const type = readValueType(reader);
  const { from, to } = castOpcodes[opcode];
  if (!fits(from, operand.type) || !fits(to, type)) reader.fail(`\`${opcode}\` does not convert ${operand.type.text} to ${type.text}`, at);
  return new CastInstruction(opcode, operand, type, flags);
}

export function readCompare(reader: Reader, opcode: string): Instruction {
  const isFloat = opcode === 'fcmp';
  const words: string[] = [];
  while (reader.at(Token.word) && !isTypeStart(reader)) words.push(reader.take());
  const predicate = words.pop();
  if (predicate === undefined || !(isFloat ? isFloatPredicate(predicate) : isIntegerPredicate(predicate))) {
    return reader.failExpected('a predicate and a type');
  }
  const at = reader.start;
  const type = readValueType(reader);
  const { kind } = scalarType(type);
  if (isFloat ? kind !== 'float' : kind !== 'integer' && kind !== 'pointer') reader.fail(`\`${opcode}\` does not compare ${type.text}`, at);
  const left = readValue(reader, type);
  reader.expect(Punctuation.comma, '`,`');
  return new CompareInstruction(isFloat ? 'fcmp' : 'icmp', predicate as IntegerPredicate | FloatPredicate, left, readValue(reader, type), words);
}

export function readSelect(reader: Reader): Instruction {
  const flags = readFlags(reader);
  const at = reader.start;
  const condition = readTypedValue(reader);
  if (scalarType(condition.type).text !== 'i1') reader.fail(`a select chooses by i1, not by ${condition.type.text}`, at);
  reader.expect(Punctuation.comma, '`,`');
  const whenTrue = readTypedValue(reader);
  reader.expect(Punctuation.comma, '`,`');
  const otherAt = reader.start;
  const whenFalse = readTypedValue(reader);
  if (whenFalse.type.text !== whenTrue.type.text) reader.fail(`expected a value of the type ${whenTrue.type.text}`, otherAt);
  return new SelectInstruction(condition, whenTrue, whenFalse, flags);
}

export function readPhi(reader: Reader): Instruction {
  const flags = readFlags(reader);
  const type = readValueType(reader);
  const phi = new PhiInstruction(type, flags);
  const { scope } = reader;
  if (!scope) return reader.fail('a phi stands in a function');
  do {
    reader.expect(Punctuation.openSquare, '`[`');
    const value = readValue(reader, type);
    reader.expect(Punctuation.comma, '`,`');
    phi.addIncoming(value, scope.useBlock(reader));
    reader.expect(Punctuation.closeSquare, '`]`');
  } while (reader.acceptCommaBeforeOperand());
  return phi;
}

export function readFreeze(reader: Reader): Instruction { return new FreezeInstruction(readTypedValue(reader)); }

/** Words between the opcode and the type. Those we do not know are kept: a newer LLVM may have them. */
export function readFlags(reader: Reader): string[] {
  const flags: string[] = [];
  while (reader.at(Token.word) && !isTypeStart(reader)) flags.push(reader.take());
  return flags;
}

function isBinaryOpcode(opcode: string): opcode is BinaryOpcode { return opcode in binaryOpcodes; }
function isCastOpcode(opcode: string): opcode is CastOpcode { return opcode in castOpcodes; }
function isIntegerPredicate(word: string): word is IntegerPredicate { return integerPredicates.some((predicate) => predicate === word); }
function isFloatPredicate(word: string): word is FloatPredicate { return floatPredicates.some((predicate) => predicate === word); }

function fits(domain: 'integer' | 'float' | 'pointer' | 'any', type: Type): boolean {
  return domain === 'any' || scalarType(type).kind === domain;
}
