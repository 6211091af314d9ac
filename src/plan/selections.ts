/**
 * Loops that choose one of many, as for a maximum: `m = x > m ? x : m`. All adjoints in them come from the choice, and only what
 * was chosen last has one. So not every decision is kept, only the number of the iteration that chose last, and the
 * reverse sweep goes to that iteration alone.
 */
import type { Loop } from '../analysis/index.js';
import { type Instruction, type Value, isInstruction } from '../ir/index.js';
import type { Skeleton } from './frames.js';

export interface Selection {
  readonly loop: Loop;
  readonly condition: Instruction;
  /** What the condition is in an iteration that chooses its own value. */
  readonly chooses: boolean;
}

export interface SelectionContext {
  isActive(value: Value): boolean;
  /** Whether the reverse of the instruction finds adjoints elsewhere than in the adjoint of its result: in memory. */
  takesAdjointsFromMemory(instruction: Instruction): boolean;
}

/** Of every loop that is one, by its condition. */
export function selectionsIn(skeleton: Skeleton, context: SelectionContext): Map<Value, Selection> {
  const found = new Map<Value, Selection>();
  for (const loop of skeleton.loops.loops) {
    const selection = skeleton.isCounted(loop) && skeleton.isLive(loop.header) ? selectionOf(loop, skeleton, context) : undefined;
    if (selection) found.set(selection.condition, selection);
  }
  return found;
}

function selectionOf(loop: Loop, { loops, dominators }: Skeleton, context: SelectionContext): Selection | undefined {
  const [latch, ...otherLatches] = loop.latches;
  if (!latch || otherLatches.length > 0 || loop.entering.length !== 1 || !loop.exits.every(({ from }) => from === latch)) return undefined;
  const [best, ...others] = loop.header.instructions.filter((instruction) => instruction.kind === 'phi' && context.isActive(instruction));
  if (best?.kind !== 'phi' || others.length > 0) return undefined;
  const choice = best.incomingFrom(latch);
  if (choice.kind !== 'select' || !choice.block || loops.loopOf(choice.block) !== loop || !dominators.dominates(choice.block, latch)) return undefined;
  const [condition, whenTrue, whenFalse] = [choice.operand(0), choice.operand(1), choice.operand(2)];
  if ((whenTrue === best) === (whenFalse === best)) return undefined;
  // Nobody else may take it for what it was: the reverse sweep knows of the last time only.
  if (!isInstruction(condition) || !condition.block || loops.loopOf(condition.block) !== loop || condition.type.kind !== 'integer') return undefined;
  if (condition.uses.size !== 1) return undefined;
  for (const block of loop.blocks) {
    for (const instruction of block.instructions) {
      if (context.takesAdjointsFromMemory(instruction)) return undefined;
      if (!context.isActive(instruction) || instruction === choice) continue;
      const isInside = [...instruction.uses].every(({ user }) => user.block && loop.blocks.has(user.block) && (instruction !== best || user === choice || !context.isActive(user)));
      if (!isInside) return undefined;
    }
  }
  return { loop, condition, chooses: whenFalse === best };
}
