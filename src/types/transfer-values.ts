/** Address arithmetic, merges of values, and the parts of aggregates and vectors. */
import {
  type ExtractElementInstruction, type ExtractValueInstruction, type GetElementPtrInstruction, type InsertElementInstruction,
  type InsertValueInstruction, type PhiInstruction, type SelectInstruction, type ShuffleVectorInstruction, type Type, type Value,
} from '../ir/index.js';
import { type Facts, addMemory, addMemoryDefinition, addWeakInteger, byteSize, memoryBehind, usedMemory } from './facts.js';
import { type Run, clipRuns, shiftRuns } from './runs.js';
import type { Shape } from './shape.js';
import { alongSteps, backThrough, stepsOf } from './steps.js';

/** `inCycle`: the pointer moves in a loop, and its definition is computed for the loop as a whole. */
export function transferGep(facts: Facts, gep: GetElementPtrInstruction, inCycle: boolean): void {
  for (const index of gep.indices) addWeakInteger(facts, index);
  const steps = stepsOf(gep, facts.layout);
  if (!steps) return;
  addMemory(facts, gep.base, backThrough(steps, usedMemory(facts, gep), facts.shapes));
  if (!inCycle) addMemoryDefinition(facts, gep, alongSteps(steps, memoryBehind(facts, gep.base), facts.shapes));
}

export function transferMerge(facts: Facts, merge: PhiInstruction | SelectInstruction, inCycle: boolean): void {
  const values = mergedValues(merge);
  for (const value of values) facts.addUse(value, facts.used(merge));
  if (!inCycle) facts.addDefinition(merge, eitherOf(facts, values.map((value) => constantAside(facts, value))));
}

export function mergedValues(merge: PhiInstruction | SelectInstruction): readonly Value[] {
  return merge.kind === 'phi' ? merge.operands : [merge.operand(1), merge.operand(2)];
}

/** What holds for all of the shapes; `undefined` stands for a value that has no say. */
export function meetAll({ shapes }: Facts, all: readonly (Shape | undefined)[]): Shape { return combined(all, (a, b) => shapes.meet(a, b)) ?? shapes.empty; }

/** What a value is that is one of those of these shapes. */
export function eitherOf({ shapes }: Facts, all: readonly (Shape | undefined)[]): Shape { return combined(all, (a, b) => shapes.either(a, b)) ?? shapes.empty; }

function combined(all: readonly (Shape | undefined)[], combine: (a: Shape, b: Shape) => Shape): Shape | undefined {
  return all.reduce((known, shape) => (known && shape ? combine(known, shape) : known ?? shape), undefined);
}

/** A constant such as `null`, zero or `poison` goes with anything. */
export function constantAside(facts: Facts, value: Value): Shape | undefined {
  return value.kind === 'int' || value.kind === 'word' ? undefined : facts.whole(value);
}

export function transferExtractValue(facts: Facts, extract: ExtractValueInstruction): void {
  const aggregate = extract.operand(0);
  const offset = pathOffset(facts, aggregate.type, extract.path);
  if (offset !== undefined) transferPart(facts, aggregate, extract, offset);
}

export function transferInsertValue(facts: Facts, insert: InsertValueInstruction): void {
  const offset = pathOffset(facts, insert.type, insert.path);
  if (offset !== undefined) transferReplacement(facts, insert, insert.operand(0), insert.operand(1), offset);
}

export function transferExtractElement(facts: Facts, extract: ExtractElementInstruction): void {
  const [vector, index] = [extract.operand(0), extract.operand(1)];
  addWeakInteger(facts, index);
  const offset = laneOffset(facts, extract, index);
  if (offset !== undefined) transferPart(facts, vector, extract, offset);
}

export function transferInsertElement(facts: Facts, insert: InsertElementInstruction): void {
  const [vector, element, index] = [insert.operand(0), insert.operand(1), insert.operand(2)];
  addWeakInteger(facts, index);
  const offset = laneOffset(facts, element, index);
  if (offset !== undefined) transferReplacement(facts, insert, vector, element, offset);
}

export function transferShuffle(facts: Facts, shuffle: ShuffleVectorInstruction): void {
  const [left, right, mask] = [shuffle.operand(0), shuffle.operand(1), shuffle.operand(2)];
  const { type } = shuffle;
  if (left.type.kind !== 'vector' || type.kind !== 'vector' || left.type.scalable) return;
  const lane = facts.layout.storeSize(left.type) / left.type.length;
  const lanes = Array.from({ length: type.length }, (_, i) => {
    const element = mask.kind === 'aggregate' ? mask.elements[i] : undefined;
    return element?.kind === 'int' ? Number(element.value) : mask.kind === 'word' && mask.word === 'zeroinitializer' ? 0 : undefined;
  });
  const out: Run[] = [];
  for (const [to, from] of lanes.entries()) {
    if (from === undefined || from < 0) continue;
    const isLeft = from < left.type.length;
    const source = isLeft ? left : right;
    const offset = (isLeft ? from : from - left.type.length) * lane;
    out.push(...shiftRuns(clipRuns(facts.whole(source).runs, offset, offset + lane), to * lane - offset));
    const used = shiftRuns(clipRuns(facts.used(shuffle).runs, to * lane, (to + 1) * lane), offset - to * lane);
    facts.addUse(source, facts.shapes.of(used));
  }
  facts.addDefinition(shuffle, facts.shapes.of(out));
}

/** `part` is what is at `offset` of `whole`. */
function transferPart(facts: Facts, whole: Value, part: Value, offset: number): void {
  const size = byteSize(facts, part);
  if (size === undefined || byteSize(facts, whole) === undefined) return;
  const { shapes } = facts;
  facts.addDefinition(part, shapes.part(shapes.shift(facts.whole(whole), -offset), 0, size));
  facts.addUse(whole, shapes.shift(facts.used(part), offset));
}

/** `result` is `base` with `part` at `offset`. */
function transferReplacement(facts: Facts, result: Value, base: Value, part: Value, offset: number): void {
  const size = byteSize(facts, part);
  const total = byteSize(facts, result);
  if (size === undefined || total === undefined) return;
  const { shapes } = facts;
  const outside = (shape: Shape): Shape => shapes.join(shapes.part(shape, 0, offset), shapes.part(shape, offset + size, total));
  facts.addDefinition(result, shapes.join(outside(facts.whole(base)), shapes.shift(facts.whole(part), offset)));
  facts.addUse(base, outside(facts.used(result)));
  facts.addUse(part, shapes.part(shapes.shift(facts.used(result), -offset), 0, size));
}

function pathOffset(facts: Facts, type: Type, path: readonly number[]): number | undefined {
  let offset = 0;
  let at: Type | undefined = type;
  for (const index of path) {
    if (at?.kind === 'struct') {
      offset += facts.layout.fieldOffset(at, index);
      at = at.fields[index];
    } else if (at?.kind === 'array') {
      offset += index * facts.layout.allocSize(at.element);
      at = at.element;
    } else return undefined;
  }
  return offset;
}

/** The bytes before a lane; undefined when the index varies or lanes are not whole bytes. */
function laneOffset(facts: Facts, element: Value, index: Value): number | undefined {
  if (index.kind !== 'int' || (element.type.kind === 'integer' && element.type.bits % 8 !== 0)) return undefined;
  const size = byteSize(facts, element);
  return size === undefined ? undefined : Number(index.value) * size;
}
