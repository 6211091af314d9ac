/** Loads, stores, atomics and copies: memory is what goes in and out of it. */
import {
  type AnyCall, type AtomicUpdateInstruction, type CompareExchangeInstruction, type Instruction, type LoadInstruction,
  type StoreInstruction, type Value,
} from '../ir/index.js';
import { type Facts, addMemory, addWeakInteger, byteSize, defineInteger, memoryBehind } from './facts.js';
import { valueRuns } from './ir-shapes.js';
import { endOf } from './runs.js';
import type { Shape } from './shape.js';
import { gcd, linear } from './steps.js';
import { integerArgument } from './variable-arguments.js';

export function transferLoad(facts: Facts, load: LoadInstruction): void {
  const size = byteSize(facts, load);
  if (size === undefined) return;
  access(facts, load, load.address, load, size);
  addMemory(facts, load.address, facts.used(load));
  facts.addDefinition(load, facts.tbaa.integerMember(load, size) ?? integerArgument(facts, load, size) ?? facts.shapes.part(memoryBehind(facts, load.address), 0, size));
  if (isIntegerOfUnion(facts, load, load.address, size)) defineInteger(facts, load, 'weak');
}

export function transferStore(facts: Facts, store: StoreInstruction): void { putInMemory(facts, store, store.value, store.address); }

export function transferAtomicUpdate(facts: Facts, update: AtomicUpdateInstruction): void {
  const [address, value] = [update.operand(0), update.operand(1)];
  const size = byteSize(facts, update);
  if (size === undefined) return;
  putInMemory(facts, update, value, address);
  if (update.operation !== 'xchg') addWeakInteger(facts, value);
  addMemory(facts, address, facts.used(update));
  facts.addDefinition(update, facts.shapes.part(memoryBehind(facts, address), 0, size));
}

export function transferCompareExchange(facts: Facts, exchange: CompareExchangeInstruction): void {
  const [address, expected, replacement] = [exchange.operand(0), exchange.operand(1), exchange.operand(2)];
  const size = byteSize(facts, replacement);
  if (size === undefined) return;
  putInMemory(facts, exchange, replacement, address);
  facts.addUse(expected, facts.shapes.part(memoryBehind(facts, address), 0, size));
  addMemory(facts, address, facts.shapes.part(facts.used(exchange), 0, size));
  facts.addDefinition(exchange, facts.shapes.part(memoryBehind(facts, address), 0, size));
}

/** `memcpy` and `memmove`: both sides hold the same, as far as the copy goes. */
export function transferCopy(facts: Facts, call: AnyCall, target: Value, source: Value, length: Value): void {
  addWeakInteger(facts, length);
  const described = facts.tbaa.atCopy(call, length.kind === 'int' ? Number(length.value) : undefined);
  for (const side of [target, source]) addMemory(facts, side, described);
  addMemory(facts, target, copied(facts, memoryBehind(facts, source), length));
  addMemory(facts, source, copied(facts, memoryBehind(facts, target), length));
}

function putInMemory(facts: Facts, instruction: Instruction, value: Value, address: Value): void {
  const size = byteSize(facts, value);
  if (size === undefined) return;
  access(facts, instruction, address, value, size);
  addMemory(facts, address, facts.whole(value));
  facts.addUse(value, facts.tbaa.integerMember(instruction, size) ?? facts.shapes.part(memoryBehind(facts, address), 0, size));
  if (isIntegerOfUnion(facts, instruction, address, size)) addWeakInteger(facts, value);
}

/** Where there are numbers as well, what a program accesses as an integer of the language is no part of one. */
function isIntegerOfUnion(facts: Facts, instruction: Instruction, address: Value, size: number): boolean {
  const runs = facts.shapes.window(memoryBehind(facts, address), -8, size + 8);
  return runs.some((run) => run.orInteger && run.size > size && run.offset < size && endOf(run) > 0) && facts.tbaa.plainInteger(instruction, size) !== undefined;
}

/** What the access itself says, by its type and its tag. */
function access(facts: Facts, instruction: Instruction, address: Value, value: Value, size: number): void {
  addMemory(facts, address, facts.shapes.of(valueRuns(value.type, facts.layout)));
  addMemory(facts, address, facts.tbaa.atAccess(instruction, size));
}

/**
 * The part of a shape that a copy of `length` bytes is sure to carry over. Of a length known only at run time, that is
 * a pattern, if the length is a multiple of its period or the pattern is one scalar; else the first scalar.
 */
function copied(facts: Facts, shape: Shape, length: Value): Shape {
  const { shapes } = facts;
  if (shape === shapes.empty) return shape;
  if (length.kind === 'int') return shapes.clip(shape, 0, Number(length.value));
  const { tail } = shape;
  const { scale, offset } = linear(length, 0);
  const granule = gcd(scale, offset);
  if (tail && tail.start <= 0) {
    const [only] = tail.runs;
    const isUniform = tail.runs.length === 1 && only?.size === tail.period;
    const isPure = !shape.runs.some((run) => run.offset >= 0);
    if (isPure && (isUniform || granule % tail.period === 0)) return shapes.of([], { ...tail, start: 0, end: Infinity });
  }
  const [first] = shapes.window(shape, 0, 16);
  return first?.offset === 0 ? shapes.of([{ ...first, count: 1 }]) : shapes.empty;
}
