/** Fields of a result that is a struct or, as small complex numbers are returned, a vector. */
import { type Builder, type Value, constantInt, i32 } from '../ir/index.js';

export function partOf(build: Builder, whole: Value, index: number): Value {
  return whole.type.kind === 'vector' ? build.extractElement(whole, constantInt(i32, index)) : build.extractValue(whole, [index]);
}

export function withPart(build: Builder, whole: Value, part: Value, index: number): Value {
  return whole.type.kind === 'vector' ? build.insertElement(whole, part, constantInt(i32, index)) : build.insertValue(whole, part, [index]);
}
