/** Parts of vectors, structs and arrays. */
import {
  ExtractElementInstruction, ExtractValueInstruction, InsertElementInstruction, InsertValueInstruction, type Instruction,
  ShuffleVectorInstruction, VaArgInstruction, type Value, sameType, scalarType,
} from '../ir/index.js';
import { readTypedValue } from './constants.js';
import { elementAt } from './expressions.js';
import { Punctuation } from './lexer.js';
import type { Reader } from './reader.js';
import { readValueType } from './types.js';

export function readExtractValue(reader: Reader): Instruction {
  const aggregate = readTypedValue(reader);
  const path = readPath(reader);
  elementAt(reader, aggregate.type, path);
  return new ExtractValueInstruction(aggregate, path);
}

export function readInsertValue(reader: Reader): Instruction {
  const aggregate = readTypedValue(reader);
  reader.expect(Punctuation.comma, '`,`');
  const at = reader.start;
  const element = readTypedValue(reader);
  const path = readPath(reader);
  const expected = elementAt(reader, aggregate.type, path);
  if (!sameType(expected, element.type)) reader.fail(`expected a value of the type ${expected.text}`, at);
  return new InsertValueInstruction(aggregate, element, path);
}

export function readExtractElement(reader: Reader): Instruction {
  const vector = readVector(reader);
  reader.expect(Punctuation.comma, '`,`');
  return new ExtractElementInstruction(vector, readIndex(reader));
}

export function readInsertElement(reader: Reader): Instruction {
  const vector = readVector(reader);
  reader.expect(Punctuation.comma, '`,`');
  const at = reader.start;
  const element = readTypedValue(reader);
  if (!sameType(element.type, scalarType(vector.type))) reader.fail(`expected a value of the type ${scalarType(vector.type).text}`, at);
  reader.expect(Punctuation.comma, '`,`');
  return new InsertElementInstruction(vector, element, readIndex(reader));
}

export function readShuffleVector(reader: Reader): Instruction {
  const left = readVector(reader);
  reader.expect(Punctuation.comma, '`,`');
  const at = reader.start;
  const right = readVector(reader);
  if (!sameType(left.type, right.type)) reader.fail(`expected a value of the type ${left.type.text}`, at);
  reader.expect(Punctuation.comma, '`,`');
  const maskAt = reader.start;
  const mask = readVector(reader);
  if (scalarType(mask.type).text !== 'i32') reader.fail('expected a mask of i32', maskAt);
  return new ShuffleVectorInstruction(left, right, mask);
}

export function readVaArg(reader: Reader): Instruction {
  const list = readTypedValue(reader);
  reader.expect(Punctuation.comma, '`,`');
  return new VaArgInstruction(list, readValueType(reader));
}

function readVector(reader: Reader): Value {
  const at = reader.start;
  const vector = readTypedValue(reader);
  if (vector.type.kind !== 'vector') reader.fail(`expected a vector, found ${vector.type.text}`, at);
  return vector;
}

function readIndex(reader: Reader): Value {
  const at = reader.start;
  const index = readTypedValue(reader);
  if (index.type.kind !== 'integer') reader.fail(`expected an integer as index, found ${index.type.text}`, at);
  return index;
}

function readPath(reader: Reader): number[] {
  const path: number[] = [];
  while (reader.acceptCommaBeforeOperand()) path.push(reader.integer('an index'));
  if (path.length === 0) reader.failExpected('`,` and an index');
  return path;
}
