/** Reverse of what happens to integers with numbers in them: see `registers.ts`. */
import type { Activity } from '../activity/index.js';
import { type AnyCall, type Builder, type Instruction, type Type, type Value, FloatType, constantInt, i8, zero } from '../ir/index.js';
import type { NumberField } from '../types/index.js';
import type { Adjoints } from './adjoints.js';
import { type Bitwise, bitwiseDerivative, numbersFilling } from './bitwise.js';
import type { Move } from './differentials.js';
import { refuse } from './refuse.js';
import { inForm, numberIn, numbersOf } from './registers.js';
import { wordType } from './types.js';

/** Each number gives its adjoint back to the one that it was. */
export function reverseMoves(instruction: Instruction, moves: readonly Move[], build: Builder, adjoints: Adjoints): void {
  const seed = adjoints.take(instruction);
  for (const number of numbersOf(seed.type, build.module.layout)) {
    const move = moves.find(({ to }) => to === number.offset);
    if (move) adjoints.addNumber(move.operand, move.from, numberIn(build, seed, number));
  }
}

/** The numbers stored take the adjoints from the shadow; what else is there stays. `mark` is called with each load and store. */
export function reversePackedStore(value: Value, shadow: Value, numbers: readonly NumberField[], build: Builder, adjoints: Adjoints, mark: (access: Instruction) => void): void {
  for (const { offset, kind } of numbers) {
    const type = new FloatType(kind);
    const address = build.gep(i8, shadow, [constantInt(wordType(build.module), offset)]);
    const adjoint = build.load(type, address, 1);
    mark(adjoint);
    adjoints.addNumber(value, offset, adjoint);
    mark(build.store(zero(type), address, 1));
  }
}

/** The adjoint of a call's result, with the numbers where the callee knows of them. */
export function seedOf(call: AnyCall, type: Type, build: Builder, adjoints: Adjoints): Value {
  const seed = inForm(build, adjoints.take(call), type);
  if (!seed) throw refuse('unknownValueType', { type: call.type.text }, call);
  return seed;
}

/** Each operand takes what it gave to the result. */
export function reverseBitwise(bitwise: Bitwise, primal: (value: Value) => Value, activity: Activity, build: Builder, adjoints: Adjoints): void {
  const { instruction, parts } = bitwise;
  const numbers = numbersFilling(bitwise);
  const seed = inForm(build, adjoints.take(instruction), numbers);
  if (!seed) throw refuse('unknownValueType', { type: instruction.type.text }, instruction);
  const bits = build.cast('bitcast', seed, instruction.type);
  for (const part of parts) {
    if (activity.isActive(part.operand)) adjoints.add(part.operand, build.cast('bitcast', bitwiseDerivative(part, bitwise, bits, primal, build), numbers));
  }
}
