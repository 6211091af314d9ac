/** Memory: allocas, loads, stores, addresses and atomics. */
import {
  AllocaInstruction, AtomicUpdateInstruction, type Atomicity, CompareExchangeInstruction, FenceInstruction, GetElementPtrInstruction,
  type Instruction, LoadInstruction, PointerType, StoreInstruction, StructType, type Value, constantInt, i1, i32, pointer, sameType, scalarType,
} from '../ir/index.js';
import { readFlags } from './arithmetic.js';
import { readTypedValue } from './constants.js';
import { Punctuation, Token } from './lexer.js';
import type { Reader } from './reader.js';
import { readAddressSpace, readStoredType, readValueType } from './types.js';

export function readAlloca(reader: Reader): Instruction {
  const flags = readFlags(reader);
  const allocated = readStoredType(reader);
  let count: Value = constantInt(i32, 1);
  let alignment: number | undefined;
  let type: PointerType = pointer;
  while (reader.acceptCommaBeforeOperand()) {
    if (reader.acceptWord('align')) alignment = reader.integer('an alignment');
    else if (reader.isWord('addrspace')) type = reader.context.types.pointer(readAddressSpace(reader));
    else count = readTypedValue(reader);
  }
  if (count.type.kind !== 'integer') reader.fail(`an alloca counts in integers, not in ${count.type.text}`);
  return new AllocaInstruction(allocated, count, alignment, flags, type);
}

export function readLoad(reader: Reader): Instruction {
  const isAtomic = reader.acceptWord('atomic');
  const isVolatile = reader.acceptWord('volatile');
  const type = readValueType(reader);
  reader.expect(Punctuation.comma, '`,`');
  const address = readAddress(reader);
  const atomic = isAtomic ? readAtomicity(reader) : undefined;
  return new LoadInstruction(type, address, readAlignment(reader), isVolatile, atomic);
}

export function readStore(reader: Reader): Instruction {
  const isAtomic = reader.acceptWord('atomic');
  const isVolatile = reader.acceptWord('volatile');
  const value = readTypedValue(reader);
  reader.expect(Punctuation.comma, '`,`');
  const address = readAddress(reader);
  const atomic = isAtomic ? readAtomicity(reader) : undefined;
  return new StoreInstruction(value, address, readAlignment(reader), isVolatile, atomic);
}

export function readGetElementPtr(reader: Reader): Instruction {
  const flags = readGepFlags(reader);
  const elementType = readStoredType(reader);
  reader.expect(Punctuation.comma, '`,`');
  const at = reader.start;
  const base = readTypedValue(reader);
  if (scalarType(base.type).kind !== 'pointer') reader.fail(`expected a pointer, found ${base.type.text}`, at);
  const indices: Value[] = [];
  while (reader.acceptCommaBeforeOperand()) {
    const indexAt = reader.start;
    const index = readTypedValue(reader);
    if (scalarType(index.type).kind !== 'integer') reader.fail(`expected an integer as index, found ${index.type.text}`, indexAt);
    indices.push(index);
  }
  return new GetElementPtrInstruction(elementType, base, indices, flags);
}

export function readFence(reader: Reader): Instruction { return new FenceInstruction(readAtomicity(reader)); }

export function readCompareExchange(reader: Reader): Instruction {
  const isWeak = reader.acceptWord('weak');
  const isVolatile = reader.acceptWord('volatile');
  const address = readAddress(reader);
  reader.expect(Punctuation.comma, '`,`');
  const expected = readTypedValue(reader);
  reader.expect(Punctuation.comma, '`,`');
  const at = reader.start;
  const replacement = readTypedValue(reader);
  if (!sameType(expected.type, replacement.type)) reader.fail(`expected a value of the type ${expected.type.text}`, at);
  const success = readAtomicity(reader);
  const failure = readOrdering(reader);
  const type = reader.context.types.intern(new StructType([expected.type, i1]));
  return new CompareExchangeInstruction(type, address, expected, replacement, success, failure, readAlignment(reader), isWeak, isVolatile);
}

export function readAtomicUpdate(reader: Reader): Instruction {
  const isVolatile = reader.acceptWord('volatile');
  if (!reader.at(Token.word)) reader.failExpected('an operation');
  const operation = reader.take();
  const address = readAddress(reader);
  reader.expect(Punctuation.comma, '`,`');
  const value = readTypedValue(reader);
  const atomic = readAtomicity(reader);
  return new AtomicUpdateInstruction(operation, address, value, atomic, readAlignment(reader), isVolatile);
}

/** `inbounds`, `nuw`, `inrange(-8, 16)`. */
function readGepFlags(reader: Reader): string[] {
  const flags = readFlags(reader);
  if (reader.at(Punctuation.open) && flags[flags.length - 1] === 'inrange') {
    const from = reader.start;
    flags[flags.length - 1] = `inrange${reader.text.slice(from, reader.skipBalanced())}`;
    flags.push(...readFlags(reader));
  }
  return flags;
}

function readAddress(reader: Reader): Value {
  const at = reader.start;
  const address = readTypedValue(reader);
  if (address.type.kind !== 'pointer') reader.fail(`expected a pointer, found ${address.type.text}`, at);
  return address;
}

/** `syncscope("agent") acquire`. */
function readAtomicity(reader: Reader): Atomicity {
  if (!reader.acceptWord('syncscope')) return { ordering: readOrdering(reader) };
  reader.expect(Punctuation.open, '`(`');
  const scope = reader.string('a synchronisation scope');
  reader.expect(Punctuation.close, '`)`');
  return { scope, ordering: readOrdering(reader) };
}

const orderings = new Set(['unordered', 'monotonic', 'acquire', 'release', 'acq_rel', 'seq_cst']);

function readOrdering(reader: Reader): string {
  if (!reader.at(Token.word) || !orderings.has(reader.slice)) reader.failExpected('a memory ordering');
  return reader.take();
}

function readAlignment(reader: Reader): number | undefined {
  if (!reader.acceptCommaBeforeOperand()) return undefined;
  reader.expectWord('align');
  return reader.integer('an alignment');
}
