/** A marker call for one of two functions, as the program decides, becomes two calls with a branch to one of them. */
import { stripAll } from '../analysis/index.js';
import {
  type AnyCall, type BasicBlock, BranchInstruction, type Function, type InvokeInstruction, PhiInstruction, type SelectInstruction, type Value, asCall, asInvoke,
} from '../ir/index.js';
import { markerCalls } from './markers.js';

export function splitChoices(fn: Function): void {
  for (;;) {
    const found = markerCalls(fn).flatMap(({ call }) => {
      const index = call.operands.findIndex((operand) => chosenFunctions(operand) !== undefined);
      const choice = call.operands[index] && chosenFunctions(call.operands[index]);
      return choice && index < 2 ? [{ call, index, choice }] : [];
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

function splitCall(call: AnyCall, index: number, choice: SelectInstruction): void {
  const { block } = call;
  if (!block) return;
  const rest = call.kind === 'invoke' ? wayOut(call, block) : moveRest(call, block);
  const [, pad] = call.kind === 'invoke' ? call.successors : [];
  const sides = [1, 2].map((side) => {
    const branch = block.parent.addBlock();
    const copy = branch.append(pad ? asInvoke(call, rest, pad) : asCall(call));
    copy.setOperand(index, choice.operand(side));
    if (!pad) branch.append(new BranchInstruction([rest]));
    return { branch, copy };
  });
  for (const phi of pad ? phisOf(pad) : []) {
    const at = phi.blocks.indexOf(block);
    sides.forEach(({ branch }, side) => { if (side === 0) phi.blocks[at] = branch; else phi.addIncoming(phi.operand(at), branch); });
  }
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
function moveRest(call: AnyCall, block: BasicBlock): BasicBlock {
  const rest = block.parent.addBlock();
  const moved = block.instructions.splice(block.instructions.indexOf(call) + 1);
  for (const instruction of moved) rest.append(instruction);
  for (const successor of new Set(rest.successors)) comeFrom(successor, block, rest);
  return rest;
}

/** A block between the invoke and where it continues when nothing is thrown. */
function wayOut(invoke: InvokeInstruction, block: BasicBlock): BasicBlock {
  const [normal] = invoke.successors;
  const rest = block.parent.addBlock();
  if (!normal) return rest;
  rest.append(new BranchInstruction([normal]));
  comeFrom(normal, block, rest);
  return rest;
}

function comeFrom(successor: BasicBlock, before: BasicBlock, now: BasicBlock): void {
  for (const phi of phisOf(successor)) phi.blocks.forEach((from, i) => { if (from === before) phi.blocks[i] = now; });
}

function phisOf(block: BasicBlock): PhiInstruction[] { return block.instructions.filter((each): each is PhiInstruction => each.kind === 'phi'); }
