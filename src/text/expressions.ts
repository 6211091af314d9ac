/** Constant expressions of all vintages: what an instruction's opcode can do over constants. */
import {
  type Constant, ConstantExpression, type Type, VectorType, binaryOpcodes, castOpcodes, i1, sameType, scalarType, typeAtPath, withScalar,
} from '../ir/index.js';
import { readTypedConstant } from './constants.js';
import { Punctuation, Token } from './lexer.js';
import type { Reader } from './reader.js';
import { readType, readValueType } from './types.js';

export const expressionOpcodes: ReadonlySet<string> = new Set([
  ...Object.keys(binaryOpcodes), ...Object.keys(castOpcodes), 'getelementptr', 'select', 'icmp', 'fcmp', 'fneg',
  'extractelement', 'insertelement', 'shufflevector', 'extractvalue', 'insertvalue',
]);

/** Reads an expression whose value must have the type `expected`. */
export function readExpression(reader: Reader, expected: Type): Constant {
  const at = reader.start;
  const opcode = reader.take();
  const flags = readFlags(reader);
  reader.expect(Punctuation.open, '`(`');
  const result = opcode in castOpcodes ? readCast(reader, opcode)
    : opcode === 'getelementptr' ? readGetElementPtr(reader, flags)
      : opcode === 'extractvalue' || opcode === 'insertvalue' ? readAggregateAccess(reader, opcode)
        : readOperation(reader, opcode, flags, at);
  reader.expect(Punctuation.close, '`)`');
  if (!sameType(result.type, expected)) reader.fail(`this constant has the type ${result.type.text}, not ${expected.text}`, at);
  return result;
}

/** Words between opcode and parenthesis: flags, the predicate of a compare, `inrange(-8, 16)`. */
function readFlags(reader: Reader): string[] {
  const flags: string[] = [];
  while (reader.at(Token.word)) {
    const word = reader.take();
    const isRange = word === 'inrange' && reader.at(Punctuation.open);
    const from = reader.start;
    flags.push(isRange ? `inrange${reader.text.slice(from, reader.skipBalanced())}` : word);
  }
  return flags;
}

function readCast(reader: Reader, opcode: string): Constant {
  const value = readTypedConstant(reader);
  reader.expectWord('to');
  const type = readValueType(reader);
  // What was a bitcast between typed pointers does nothing to opaque ones.
  if (opcode === 'bitcast' && sameType(value.type, type)) return value;
  return new ConstantExpression(type, opcode, [value]);
}

function readGetElementPtr(reader: Reader, flags: string[]): Constant {
  const elementType = readType(reader);
  const operands: Constant[] = [];
  while (reader.accept(Punctuation.comma)) {
    // Up to LLVM 18, `inrange` stood before an index.
    if (operands.length > 0 && reader.isWord('inrange')) {
      reader.next();
      flags.push(`inrange:${operands.length}`);
    }
    operands.push(readTypedConstant(reader));
  }
  const [base] = operands;
  if (!base || scalarType(base.type).kind !== 'pointer') return reader.fail('expected a pointer as the base of getelementptr');
  const vector = operands.find((operand) => operand.type.kind === 'vector')?.type;
  const type = vector?.kind === 'vector' ? new VectorType(scalarType(base.type), vector.length, vector.scalable) : base.type;
  return new ConstantExpression(type, 'getelementptr', operands, flags, elementType);
}

function readAggregateAccess(reader: Reader, opcode: 'extractvalue' | 'insertvalue'): Constant {
  const operands = [readTypedConstant(reader)];
  const [aggregate] = operands;
  if (opcode === 'insertvalue') {
    reader.expect(Punctuation.comma, '`,`');
    operands.push(readTypedConstant(reader));
  }
  const path: number[] = [];
  while (reader.accept(Punctuation.comma)) path.push(reader.integer('an index'));
  if (!aggregate || path.length === 0) return reader.fail('expected an index');
  const element = elementAt(reader, aggregate.type, path);
  return new ConstantExpression(opcode === 'extractvalue' ? element : aggregate.type, opcode, operands, [], undefined, path);
}

/** The type at a path of indices. @throws the located error when there is none. */
export function elementAt(reader: Reader, type: Type, path: readonly number[]): Type {
  try {
    return typeAtPath(type, path);
  } catch {
    return reader.fail(`there is no element ${path.join(', ')} in ${type.text}`);
  }
}

/** Operations whose operands all stand in the parentheses: arithmetic, compares, `select`, vector access. */
function readOperation(reader: Reader, opcode: string, flags: readonly string[], at: number): Constant {
  const operands: Constant[] = [];
  do operands.push(readTypedConstant(reader)); while (reader.accept(Punctuation.comma));
  const type = resultType(opcode, operands);
  if (!type) return reader.fail(`the operands of this ${opcode} do not fit`, at);
  return new ConstantExpression(type, opcode, operands, flags);
}

function resultType(opcode: string, operands: readonly Constant[]): Type | undefined {
  const [first, second, third] = operands.map((operand) => operand.type);
  if (!first) return undefined;
  const shape = (count: number, fits: boolean | undefined, type: Type | undefined): Type | undefined =>
    operands.length === count && fits ? type : undefined;
  switch (opcode) {
    case 'fneg': return shape(1, true, first);
    case 'icmp': case 'fcmp': return shape(2, second && sameType(first, second), withScalar(first, i1));
    case 'select': return shape(3, second && third && sameType(second, third), second);
    case 'extractelement': return shape(2, first.kind === 'vector', scalarType(first));
    case 'insertelement': return shape(3, first.kind === 'vector' && second && sameType(scalarType(first), second), first);
    case 'shufflevector': {
      if (operands.length !== 3 || first.kind !== 'vector' || third?.kind !== 'vector') return undefined;
      return new VectorType(first.element, third.length, third.scalable);
    }
    default: return shape(2, second && sameType(first, second), first);
  }
}
