/** A marker call for one of two functions, as the program decides, becomes two calls with a branch to one of them. */
import { stripAll } from '../analysis/index.js';
import {
  type BasicBlock, BranchInstruction, type CallInstruction, type Function, type Instruction, PhiInstruction, type SelectInstruction, type Value,
} from '../ir/index.js';
import { markerCalls } from './markers.js';

export function splitChoices(fn: Function): void {
  for (;;) {
    const found = markerCalls(fn).flatMap(({ call }) => {
      const index = call.operands.findIndex((operand) => chosenFunctions(operand) !== undefined);
      const choice = call.operands[index] && chosenFunctions(call.operands[index]);
      return call.kind === 'call' && choice && index < 2 ? [{ call, index, choice }] : [];
    })[0];
    if (!found) return;
    splitCall(found.call, found.index, found.choice);
  }
}

/** The select between two functions that the value is. */
function chosenFunctions(value: Value): SelectInstruction | undefined {
  const select = stripAll(value);
  if (select.kind !== 'select' || select.operand(0).type.kind !== 'integer') return undefined;
  const isFunction = (side: Value): boolean => { const at = stripAll(side); return at.kind === 'function' || at.kind === 'alias' || chosenFunctions(at) !== undefined; };
  return isFunction(select.operand(1)) && isFunction(select.operand(2)) ? select : undefined;
}

function splitCall(call: CallInstruction, index: number, choice: SelectInstruction): void {
  const { block } = call;
  if (!block) return;
  const rest = moveRest(call, block);
  const sides = [1, 2].map((side) => {
    const branch = block.parent.addBlock();
    const copy = branch.append(call.clone() as CallInstruction);
    copy.setOperand(index, choice.operand(side));
    branch.append(new BranchInstruction([rest]));
    return { branch, copy };
  });
  if (call.type.kind !== 'void' && call.uses.size > 0) {
    const phi = new PhiInstruction(call.type, []);
    for (const { branch, copy } of sides) phi.addIncoming(copy, branch);
    const [first] = rest.instructions;
    if (first) rest.insertBefore(phi, first);
    call.replaceAllUsesWith(phi);
  }
  call.erase();
  block.append(new BranchInstruction(sides.map(({ branch }) => branch), choice.operand(0)));
}

/** What follows the call goes to a block of its own. */
function moveRest(call: Instruction, block: BasicBlock): BasicBlock {
  const rest = block.parent.addBlock();
  const moved = block.instructions.splice(block.instructions.indexOf(call) + 1);
  for (const instruction of moved) rest.append(instruction);
  for (const successor of new Set(rest.successors)) {
    for (const instruction of successor.instructions) {
      if (instruction.kind === 'phi') instruction.blocks.forEach((from, i) => { if (from === block) instruction.blocks[i] = rest; });
    }
  }
  return rest;
}
