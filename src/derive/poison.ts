/**
 * Gives numbers that may be anything (`poison`, `undef`, lanes of a shuffle that nobody reads) a fixed value. The primal
 * never looks at them, but their seed of zero times a partial derivative that is poison is poison, and would be added to
 * the adjoint of something that counts. The value is 1, where products, quotients and roots have finite partials.
 */
import {
  type Constant, type Function, type Instruction, type ShuffleVectorInstruction, type Type, type Value, type VectorType,
  ConstantAggregate, ConstantSplat, constantFloat, constantInt, containsFloat, i32, isFloatOrFloatVector, zero,
} from '../ir/index.js';

export function replacePoison(fn: Function): void {
  for (const instruction of fn.instructions()) {
    if (instruction.kind === 'shufflevector') fillLanes(instruction);
    replaceOperands(instruction);
  }
}

function replaceOperands(instruction: Instruction): void {
  instruction.operands.forEach((operand, index) => {
    const fixed = definite(operand);
    if (fixed !== operand) instruction.setOperand(index, fixed);
  });
}

function definite(value: Value): Value {
  if (!containsFloat(value.type)) return value;
  if (value.kind === 'word' && (value.word === 'poison' || value.word === 'undef')) return filler(value.type);
  if (value.kind !== 'aggregate') return value;
  const elements = value.elements.map((element) => definite(element) as Constant);
  return elements.every((element, i) => element === value.elements[i]) ? value : new ConstantAggregate(value.type, elements);
}

function filler(type: Type): Constant {
  if (type.kind === 'float') return constantFloat(type, 1);
  if (type.kind === 'vector' && type.element.kind === 'float') return lanes(type, constantFloat(type.element, 1));
  return zero(type);
}

/** Lanes of the result that may be anything take the first lane of an operand that may be anything, else of the first. */
function fillLanes(shuffle: ShuffleVectorInstruction): void {
  const [left, right, mask] = shuffle.operands;
  if (!left || !right || !mask || !isFloatOrFloatVector(shuffle.type) || left.type.kind !== 'vector') return;
  const free = right.kind === 'word' && (right.word === 'poison' || right.word === 'undef');
  const lane = constantInt(i32, free ? left.type.length : 0);
  // A scalable vector has no lane of the second operand whose number is known.
  if (left.type.scalable) return;
  if (mask.kind === 'word' && mask.word !== 'zeroinitializer') shuffle.setOperand(2, lanes(mask.type as VectorType, lane));
  if (mask.kind === 'aggregate') {
    shuffle.setOperand(2, new ConstantAggregate(mask.type, mask.elements.map((element) => (element.kind === 'word' ? lane : element))));
  }
}

function lanes(type: VectorType, element: Constant): Constant {
  if (type.scalable) return new ConstantSplat(type, element);
  return new ConstantAggregate(type, Array.from({ length: type.length }, () => element));
}
