/** Cutting blocks in two, and calls that may unwind to a landing pad. */
import { type AnyCall, type Instruction, BranchInstruction, CallInstruction, InvokeInstruction } from './instructions.js';
import type { BasicBlock } from './module.js';

/** Moves the instruction and what follows it to a new block, which it returns. The block it was in has no terminator then. */
export function splitBefore(instruction: Instruction): BasicBlock {
  const { block } = instruction;
  if (!block) throw new Error('the instruction is in no block');
  const rest = block.parent.addBlock();
  for (const moved of block.instructions.splice(block.instructions.indexOf(instruction))) rest.append(moved);
  for (const successor of rest.successors) {
    for (const phi of successor.instructions) if (phi.kind === 'phi') phi.blocks.forEach((from, i) => { if (from === block) phi.blocks[i] = rest; });
  }
  return rest;
}

/** The same call, in no block, which passes exceptions on. */
export function asCall(call: AnyCall): CallInstruction {
  return withDetails(new CallInstruction(call.functionType, call.callee, call.args, call.bundles, call.name), call);
}

/** The same call, in no block, that continues at `normal` or, by an exception, at `unwind`. */
export function asInvoke(call: AnyCall, normal: BasicBlock, unwind: BasicBlock): InvokeInstruction {
  return withDetails(new InvokeInstruction(call.functionType, call.callee, call.args, [normal, unwind], call.bundles, call.name), call);
}

function withDetails<T extends AnyCall>(copy: T, call: AnyCall): T {
  copy.argumentAttributes = call.argumentAttributes;
  copy.returnAttributes = call.returnAttributes;
  copy.functionAttributes = call.functionAttributes;
  copy.callingConvention = call.callingConvention;
  copy.addressSpace = call.addressSpace;
  copy.flags = call.flags;
  copy.dispatched = call.dispatched;
  if (call.hasMetadata) copy.metadata = new Map(call.metadata);
  return copy;
}

/** Makes the invoke a call with a branch behind it: it does not unwind. */
export function replaceInvokeByCall(invoke: InvokeInstruction): CallInstruction {
  const { block } = invoke;
  const [normal, unwind] = invoke.successors;
  if (!block || !normal || !unwind) throw new Error('an invoke in no block');
  const call = asCall(invoke);
  invoke.replaceAllUsesWith(call);
  for (const phi of unwind.instructions) if (phi.kind === 'phi') phi.removeIncoming(block);
  invoke.erase();
  block.append(call);
  block.append(new BranchInstruction([normal]));
  return call;
}
