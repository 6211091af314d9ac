/**
 * Numbers of which a loop makes one in each iteration, and of which only the last is used after it, as of a sum, get a name of their own
 * there: what the reverse sweep needs is then that one, and not the number of every iteration.
 */
import { ControlFlow, DominatorTree, type Loop, LoopForest } from '../analysis/index.js';
import { type BasicBlock, type Function, type Instruction, type Use, PhiInstruction, isFloatOrFloatVector } from '../ir/index.js';

export function nameLastValues(fn: Function): void {
  const cfg = new ControlFlow(fn);
  const { loops } = new LoopForest(cfg, new DominatorTree(cfg));
  // What leaves an inner loop may leave the loops around it too.
  for (const loop of loops.toReversed()) {
    const exit = onlyExit(loop, cfg);
    if (exit) for (const block of loop.blocks) for (const instruction of block.instructions) nameLast(instruction, loop, exit);
  }
}

/** The block to which alone the loop is left, and which is entered from it alone: all that is used outside comes through it. */
function onlyExit(loop: Loop, cfg: ControlFlow): BasicBlock | undefined {
  const [first, ...others] = loop.exits;
  if (!first || others.some(({ to }) => to !== first.to) || loop.exits.some(({ from }) => from.terminator?.kind === 'switch')) return undefined;
  return cfg.predecessors(first.to).every((block) => loop.blocks.has(block)) ? first.to : undefined;
}

function nameLast(value: Instruction, loop: Loop, exit: BasicBlock): void {
  const [first] = exit.instructions;
  if (!first || !isFloatOrFloatVector(value.type)) return;
  const outside = [...value.uses].filter((use) => { const block = blockOfUse(use); return block && !loop.blocks.has(block); });
  if (outside.length === 0) return;
  const last = new PhiInstruction(value.type, [], value.name && `${value.name}.last`);
  for (const { from } of loop.exits) last.addIncoming(value, from);
  exit.insertBefore(last, first);
  for (const { user, index } of outside) user.setOperand(index, last);
}

/** A phi uses what arrives at the end of the block that it arrives from. */
function blockOfUse({ user, index }: Use): BasicBlock | undefined { return user.kind === 'phi' ? user.blocks[index] : user.block; }
