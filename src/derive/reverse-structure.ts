/** Reverse of instructions that move numbers without computing: selects, and parts of aggregates and vectors. */
import { type Builder, type Instruction, type Type, type Value, VectorType, constantInt, i32, sameType, zero } from '../ir/index.js';
import type { Adjoints } from './adjoints.js';
import { refuse } from './refuse.js';

/** `primal` recovers a value of the forward sweep. */
export function reverseStructure(instruction: Instruction, build: Builder, adjoints: Adjoints, primal: (value: Value) => Value): void {
  switch (instruction.kind) {
    case 'freeze': adjoints.add(instruction.operand(0), adjoints.take(instruction)); return;
    case 'select': {
      const seed = adjoints.take(instruction);
      const condition = primal(instruction.operand(0));
      const none = zero(seed.type);
      adjoints.add(instruction.operand(1), build.select(condition, seed, none));
      adjoints.add(instruction.operand(2), build.select(condition, none, seed));
      return;
    }
    case 'extractvalue': adjoints.add(instruction.operand(0), adjoints.take(instruction), instruction.path); return;
    case 'insertvalue': {
      const seed = adjoints.take(instruction);
      const element = instruction.operand(1);
      const part = build.extractValue(seed, instruction.path);
      adjoints.add(element, part);
      adjoints.addOthers(instruction.operand(0), build.insertValue(seed, zero(part.type), instruction.path), instruction.path);
      return;
    }
    case 'extractelement': {
      const vector = instruction.operand(0);
      const seed = bitsAs(instruction.type, adjoints.take(instruction), build);
      adjoints.add(vector, build.insertElement(zero(vector.type), seed, primal(instruction.operand(1))));
      return;
    }
    case 'insertelement': {
      const seed = bitsAs(instruction.type, adjoints.take(instruction), build);
      const index = primal(instruction.operand(2));
      adjoints.add(instruction.operand(1), build.extractElement(seed, index));
      const element = zero(instruction.operand(1).type);
      adjoints.add(instruction.operand(0), build.insertElement(seed, element, index));
      return;
    }
    case 'shufflevector': reverseShuffle(instruction, build, adjoints); return;
    default: throw refuse('unsupportedInstruction', { instruction: instruction.kind, why: 'it has no derivative rule' }, instruction);
  }
}

/** An adjoint is made of numbers; where the instruction moves their bits in integers, it is moved in integers too. */
function bitsAs(type: Type, adjoint: Value, build: Builder): Value {
  return sameType(adjoint.type, type) ? adjoint : build.cast('bitcast', adjoint, type);
}

/** Each lane of the result gives its adjoint back to the lane that it came from. */
function reverseShuffle(shuffle: Extract<Instruction, { kind: 'shufflevector' }>, build: Builder, adjoints: Adjoints): void {
  const [left, right] = [shuffle.operand(0), shuffle.operand(1)];
  const mask = maskOf(shuffle.operand(2));
  if (!mask || left.type.kind !== 'vector') throw refuse('unsupportedInstruction', { instruction: 'shufflevector', why: 'its lanes are not fixed' }, shuffle);
  const taken = adjoints.take(shuffle);
  const number = taken.type.kind === 'vector' ? taken.type.element : taken.type;
  const lanes = maskOfNumbers(mask, bitsOf(left.type.element), bitsOf(number));
  if (!lanes) throw refuse('unsupportedInstruction', { instruction: 'shufflevector', why: 'it takes numbers apart' }, shuffle);
  const width = left.type.length * bitsOf(left.type.element) / bitsOf(number);
  const seed = bitsAs(new VectorType(number, lanes.length), taken, build);
  for (const [side, value] of [left, right].entries()) {
    let delta: Value = zero(new VectorType(number, width));
    lanes.forEach((from, lane) => {
      if (from === undefined || Math.floor(from / width) !== side) return;
      const at = constantInt(i32, from % width);
      const sum = build.binary('fadd', build.extractElement(delta, at), build.extractElement(seed, constantInt(i32, lane)));
      delta = build.insertElement(delta, sum, at);
    });
    if (delta.kind !== 'word') adjoints.add(value, delta);
  }
}

function bitsOf(type: Type): number { return type.kind === 'integer' || type.kind === 'float' ? type.bits : 0; }

/**
 * A mask of lanes of `laneBits` as a mask of lanes of `numberBits`: integer lanes may hold several numbers each, or a
 * part of one, if all parts of a number move together. Undefined if they do not.
 */
function maskOfNumbers(mask: Mask, laneBits: number, numberBits: number): Mask | undefined {
  if (laneBits >= numberBits) {
    const inLane = laneBits / numberBits;
    return mask.flatMap((from) => Array.from({ length: inLane }, (_, i) => (from === undefined ? undefined : from * inLane + i)));
  }
  const parts = numberBits / laneBits;
  if (mask.length % parts !== 0) return undefined;
  const numbers: (number | undefined)[] = [];
  for (let at = 0; at < mask.length; at += parts) {
    const starts = mask.slice(at, at + parts).map((from, part) => (from === undefined ? undefined : (from - part) / parts));
    const known = [...new Set(starts.filter((start) => start !== undefined))];
    if (known.length > 1 || !known.every(Number.isInteger)) return undefined;
    numbers.push(known[0]);
  }
  return numbers;
}

/** The source lane of each result lane; undefined where it is poison. */
type Mask = readonly (number | undefined)[];

export function maskOf(mask: Value): Mask | undefined {
  if (mask.type.kind !== 'vector' || mask.type.scalable) return undefined;
  switch (mask.kind) {
    case 'aggregate': return mask.elements.map((element) => (element.kind === 'int' ? Number(element.value) : undefined));
    case 'splat': { const { element } = mask; return Array.from({ length: mask.type.length }, () => (element.kind === 'int' ? Number(element.value) : undefined)); }
    case 'word': return Array.from({ length: mask.type.length }, () => (mask.word === 'zeroinitializer' ? 0 : undefined));
    default: return undefined;
  }
}
