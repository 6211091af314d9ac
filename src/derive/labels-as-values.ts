/**
 * Jumps to addresses of labels (`goto *p`) become switches, in the function that is differentiated itself: the address of a label is then
 * a number, wherever the module has it. Comparing addresses would not do in a copy of the function, since LLVM gives all blocks of the
 * original that it drops the same one.
 */
import {
  type BasicBlock, type Constant, type Function, type IndirectBrInstruction, type IntegerType, Builder, ConstantAggregate, ConstantExpression, ConstantSplat,
  FunctionType, constantInt, pointer, quoteName, voidType,
} from '../ir/index.js';
import { wordType } from './types.js';

export function expandLabelJumps(fn: Function): void {
  const jumps = fn.blocks.flatMap(({ terminator }) => (terminator?.kind === 'indirectbr' ? [terminator] : []));
  if (jumps.length === 0) return;
  const numbers = new Map([...new Set(jumps.flatMap((jump) => jump.successors))].map((block, index) => [block, index + 1]));
  numberAddresses(fn, numbers);
  for (const jump of jumps) expandJump(jump, numbers);
}

function numberAddresses(fn: Function, numbers: ReadonlyMap<BasicBlock, number>): void {
  const word = wordType(fn.module) as IntegerType;
  const byLabel = new Map([...numbers].flatMap(([{ name }, number]) => (name === undefined ? [] : [[`, %${quoteName(name)})`, number]])));
  const numbered = (constant: Constant): Constant => {
    switch (constant.kind) {
      case 'opaque': {
        const [what, of, label] = constant.parts;
        const number = what === 'blockaddress(' && of === fn && typeof label === 'string' ? byLabel.get(label) : undefined;
        return number === undefined ? constant : new ConstantExpression(pointer, 'inttoptr', [constantInt(word, number)]);
      }
      case 'aggregate': return new ConstantAggregate(constant.type, constant.elements.map(numbered));
      case 'splat': return new ConstantSplat(constant.type, numbered(constant.element));
      case 'expression': return new ConstantExpression(constant.type, constant.opcode, constant.operands.map(numbered), constant.flags, constant.elementType, constant.path);
      default: return constant;
    }
  };
  for (const global of fn.module.globals.values()) if (global.initializer) global.initializer = numbered(global.initializer);
  for (const instruction of fn.instructions()) {
    instruction.operands.forEach((operand, index) => {
      if (['opaque', 'aggregate', 'splat', 'expression'].includes(operand.kind)) instruction.setOperand(index, numbered(operand as Constant));
    });
  }
}

/** A label that is listed twice has two edges: the second gets a number that no address is. */
function expandJump(jump: IndirectBrInstruction, numbers: ReadonlyMap<BasicBlock, number>): void {
  const { block } = jump, [address] = jump.operands;
  if (!block || !address) return;
  const word = wordType(block.parent.module) as IntegerType;
  const build = new Builder(block).beforeInstruction(jump);
  const isListed = new Set<BasicBlock>();
  const cases = jump.successors.map((target, index) => {
    const number = isListed.has(target) ? numbers.size + 1 + index : numbers.get(target) ?? 0;
    isListed.add(target);
    return { value: constantInt(word, number), block: target };
  });
  const elsewhere = block.parent.addBlock();
  build.switch(build.cast('ptrtoint', address, word), elsewhere, cases);
  jump.erase();
  build.atEnd(elsewhere);
  build.call(block.parent.module.getOrDeclare('llvm.trap', new FunctionType(voidType, [])), []);
  build.unreachable();
}
