/** Where in the source things are. */
import { type Loop, type SourceLocation, functionLocation, metadataNode, sourceLocation } from '../analysis/index.js';
import { type BasicBlock, type Value, isInstruction } from '../ir/index.js';

export function placeOfValue(value: Value): SourceLocation | undefined {
  return isInstruction(value) ? sourceLocation(value) ?? (value.block && placeOfBlock(value.block)) : undefined;
}

/** The first instruction in it that comes from a line. */
export function placeOfBlock(block: BasicBlock): SourceLocation | undefined {
  for (const instruction of block.instructions) {
    const place = instruction.kind === 'debugrecord' ? undefined : sourceLocation(instruction);
    if (place) return place;
  }
  return functionLocation(block.parent);
}

/** Where the loop statement begins, as the front end notes it at the branch back. */
export function placeOfLoop(loop: Loop): SourceLocation | undefined {
  for (const latch of loop.latches) {
    const end = latch.terminator;
    const notes = end && metadataNode(latch.parent.module, end.metadata.get('llvm.loop'))?.operands;
    for (const note of notes ?? []) {
      const location = metadataNode(latch.parent.module, note);
      const line = location?.name === 'DILocation' ? location.integer('line') : undefined;
      const file = line !== undefined && line > 0 ? placeOfBlock(loop.header)?.file : undefined;
      if (line !== undefined && file !== undefined) return { file, line, column: location?.integer('column') ?? 1 };
    }
  }
  return placeOfBlock(loop.header);
}
