/** Copying function bodies. */
import { type Instruction, isTerminator } from './instructions.js';
import type { BasicBlock, Function } from './module.js';
import { MetadataOperand, type Value } from './values.js';

/** What each value and block of the original became in the copy. */
export interface CloneMap {
  readonly values: Map<Value, Value>;
  readonly blocks: Map<BasicBlock, BasicBlock>;
}

/**
 * Appends a copy of the body of `source` to `target`. `values` says what the arguments of `source` become (and any other
 * value that is to be replaced); values it does not mention stay as they are, constants and globals among them.
 */
export function cloneBody(source: Function, target: Function, values: Map<Value, Value>): CloneMap {
  const blocks = new Map<BasicBlock, BasicBlock>();
  for (const block of source.blocks) blocks.set(block, target.addBlock(block.name));
  const mapped = (value: Value): Value => (value.kind === 'block' ? blocks.get(value) : values.get(value)) ?? value;
  const copies: Instruction[] = [];
  for (const block of source.blocks) {
    for (const instruction of block.instructions) {
      const copy = instruction.clone();
      blocks.get(block)?.append(copy);
      values.set(instruction, copy);
      copies.push(copy);
    }
  }
  const remapParts = (parts: readonly (string | Value)[]): (string | Value)[] =>
    parts.map((part) => (typeof part === 'string' ? part : mapped(part)));
  for (const copy of copies) {
    copy.operands.forEach((operand, index) => {
      const target = operand.kind === 'metadata' ? new MetadataOperand(remapParts(operand.parts)) : mapped(operand);
      if (target !== operand) copy.setOperand(index, target);
    });
    if (copy.kind === 'debugrecord') copy.parts = remapParts(copy.parts);
    remapBlocks(copy, blocks);
  }
  return { values, blocks };
}

function remapBlocks(instruction: Instruction, blocks: ReadonlyMap<BasicBlock, BasicBlock>): void {
  const lists = isTerminator(instruction) ? [instruction.successors] : instruction.kind === 'phi' ? [instruction.blocks] : [];
  for (const list of lists) list.forEach((block, i) => { list[i] = blocks.get(block) ?? block; });
}
