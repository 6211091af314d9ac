/**
 * Values that go round in a loop: a pointer that advances, a buffer that is swapped with another. What is known of them
 * by definition is what all the values that enter the loop agree on, and what stays the same at every step.
 */
import { type Function, type Instruction, type Value, isFloatOrFloatVector, isInstruction } from '../ir/index.js';
import { stronglyConnectedComponents } from '../analysis/index.js';
import { type Facts, addMemoryDefinition } from './facts.js';
import type { Shape } from './shape.js';
import { gcd, stepsOf, summarize } from './steps.js';
import { constantAside, eitherOf, meetAll, mergedValues } from './transfer-values.js';

export interface Cycle {
  readonly members: ReadonlyMap<Instruction, number>;
  /** Values that enter, and how far the member they enter is from the cycle's reference position. */
  readonly entries: readonly { readonly value: Value; readonly distance: number }[];
  /** All distances between positions are multiples of this; 0 if it stays in place. */
  readonly stride: number;
  readonly isPointer: boolean;
}

export function findCycles(fn: Function, facts: Pick<Facts, 'layout'>): Map<Instruction, Cycle> {
  const nodes: Instruction[] = [];
  for (const instruction of fn.instructions()) if (carried(instruction).length > 0) nodes.push(instruction);
  const found = new Map<Instruction, Cycle>();
  for (const component of stronglyConnectedComponents(nodes, (node) => carried(node).filter(isInstruction))) {
    const [first] = component;
    if (!first || (component.length === 1 && !carried(first).includes(first))) continue;
    const cycle = measure(component, facts);
    for (const member of component) found.set(member, cycle);
  }
  return found;
}

export function transferCycle(facts: Facts, cycle: Cycle): void {
  const { shapes } = facts;
  if (!cycle.isPointer) {
    const all = eitherOf(facts, cycle.entries.map(({ value }) => constantAside(facts, value)));
    for (const member of cycle.members.keys()) facts.addDefinition(member, all);
    return;
  }
  const entering = cycle.entries.map(({ value, distance }): Shape | undefined => {
    const shape = constantAside(facts, value);
    return shape && shapes.shift(shapes.pointeeOf(shape), distance);
  });
  const all = meetAll(facts, entering);
  const memory = cycle.stride === 0 ? all : shapes.walked(all, cycle.stride);
  for (const [member, distance] of cycle.members) addMemoryDefinition(facts, member, shapes.shift(memory, -distance));
}

/** The operands whose value an instruction hands on, possibly with an offset. */
function carried(instruction: Instruction): readonly Value[] {
  if (isFloatOrFloatVector(instruction.type)) return [];
  switch (instruction.kind) {
    case 'phi': case 'select': return mergedValues(instruction);
    case 'freeze': return [instruction.operand(0)];
    case 'getelementptr': return [instruction.base];
    case 'cast': return instruction.type.kind === 'pointer' && instruction.operand(0).type.kind === 'pointer' ? [instruction.operand(0)] : [];
    default: return [];
  }
}

/** Distances from the first member, around the cycle; where two ways differ, the difference is a multiple of the stride. */
function measure(component: readonly Instruction[], facts: Pick<Facts, 'layout'>): Cycle {
  const inside = new Set<Value>(component);
  const leaving = new Map<Value, Instruction[]>();
  const lengths = new Map<Instruction, number>();
  let stride = 0;
  for (const member of component) {
    const steps = member.kind === 'getelementptr' ? stepsOf(member, facts.layout) : [];
    const length = steps ? summarize(steps) : { bytes: 0, stride: 1 };
    stride = gcd(stride, length.stride);
    lengths.set(member, length.bytes);
    for (const from of carried(member)) if (inside.has(from)) leaving.set(from, [...leaving.get(from) ?? [], member]);
  }
  const distances = new Map<Instruction, number>();
  const queue = component.slice(0, 1);
  for (const first of queue) distances.set(first, 0);
  for (let from = queue.pop(); from; from = queue.pop()) {
    for (const to of leaving.get(from) ?? []) {
      const distance = (distances.get(from) ?? 0) + (lengths.get(to) ?? 0);
      const known = distances.get(to);
      if (known === undefined) {
        distances.set(to, distance);
        queue.push(to);
      } else stride = gcd(stride, distance - known);
    }
  }
  // Only a merge has operands from outside, and it does not move what it merges.
  const entries = component.flatMap((member) => carried(member).filter((value) => !inside.has(value))
    .map((value) => ({ value, distance: distances.get(member) ?? 0 })));
  return { members: distances, entries, stride, isPointer: component[0]?.type.kind === 'pointer' };
}
