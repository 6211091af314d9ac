/** What a struct in registers must not hide. */
import type { Activity } from '../activity/index.js';
import { scalarType, typeAtPath } from '../ir/index.js';
import type { TypeInfo } from '../types/index.js';
import { refuse } from './refuse.js';
import { numbersOf } from './registers.js';
import { adjointType } from './types.js';

/**
 * A struct in registers whose integer holds the bits of an active number: the type of the struct says integer, so the
 * number would lose its derivative on the way if nothing else said that it is there.
 */
export function checkAggregates(activity: Activity, types: TypeInfo): void {
  const { layout } = activity.fn.module;
  for (const instruction of activity.fn.instructions()) {
    if (instruction.kind !== 'insertvalue') continue;
    const element = instruction.operand(1);
    if (scalarType(element.type).kind !== 'integer' || !activity.isActive(element)) continue;
    const numbers = numbersOf(adjointType(element, types, layout) ?? element.type, layout);
    const known = numbersOf(typeAtPath(adjointType(instruction, types, layout) ?? instruction.type, instruction.path), layout);
    const isKnown = numbers.length > 0 && numbers.every((number) => known.some(({ offset, type }) => offset === number.offset && type.format === number.type.format));
    if (isKnown) continue;
    throw refuse('unsupportedFeature', {
      feature: 'an active number packed into an integer of a struct by value', why: `the struct travels as ${instruction.type.text}`,
      remedy: 'pass the struct through a pointer',
    }, instruction);
  }
}
