/** What a struct in registers must not hide. */
import type { Activity } from '../activity/index.js';
import { scalarType } from '../ir/index.js';
import { refuse } from './refuse.js';

/**
 * A struct in registers whose integer holds the bits of an active number: the type of the struct says integer, so the
 * number would lose its derivative on the way.
 */
export function checkAggregates(activity: Activity): void {
  for (const instruction of activity.fn.instructions()) {
    if (instruction.kind !== 'insertvalue') continue;
    const element = instruction.operand(1);
    if (scalarType(element.type).kind !== 'integer' || !activity.isActive(element)) continue;
    throw refuse('unsupportedFeature', {
      feature: 'an active number packed into an integer of a struct by value', why: `the struct travels as ${instruction.type.text}`,
      remedy: 'pass the struct through a pointer',
    }, instruction);
  }
}
