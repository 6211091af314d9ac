/** What a struct in registers must not hide. */
import type { Activity } from '../activity/index.js';
import { type Instruction, type Type, sameType, scalarType, typeAtPath } from '../ir/index.js';
import type { TypeInfo } from '../types/index.js';
import { refuse } from './refuse.js';
import { numbersOf } from './registers.js';
import { adjointType } from './types.js';

/**
 * A struct in registers whose integer holds the bits of an active number: the type of the struct says integer, so the
 * number would lose its derivative on the way if nothing else said that it is there, in what is made of it or merged with it.
 */
export function checkAggregates(activity: Activity, types: TypeInfo): void {
  const { layout } = activity.fn.module;
  const numbersIn = (type: Type | undefined): string[] => (type ? numbersOf(type, layout).map(({ offset, type: { format } }) => `${offset} ${format}`) : []);
  for (const instruction of activity.fn.instructions()) {
    if (instruction.kind === 'phi' || instruction.kind === 'select' || instruction.kind === 'freeze') {
      if (instruction.type.kind !== 'struct' && instruction.type.kind !== 'array') continue;
      const known = numbersIn(adjointType(instruction, types, layout));
      const isLost = instruction.operands.some((operand) => sameType(operand.type, instruction.type) && activity.isActive(operand)
        && numbersIn(adjointType(operand, types, layout)).some((number) => !known.includes(number)));
      if (isLost) throw packed(instruction);
    } else if (instruction.kind === 'insertvalue') {
      const element = instruction.operand(1);
      if (scalarType(element.type).kind !== 'integer' || !activity.isActive(element)) continue;
      const numbers = numbersIn(adjointType(element, types, layout) ?? element.type);
      const known = numbersIn(typeAtPath(adjointType(instruction, types, layout) ?? instruction.type, instruction.path));
      if (numbers.length === 0 || !numbers.every((number) => known.includes(number))) throw packed(instruction);
    }
  }
}

function packed(instruction: Instruction): Error {
  return refuse('unsupportedFeature', {
    feature: 'an active number packed into an integer of a struct by value', why: `the struct travels as ${instruction.type.text}`,
    remedy: 'pass the struct through a pointer',
  }, instruction);
}
