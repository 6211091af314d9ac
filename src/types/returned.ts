/** Functions that hand back one of their pointer arguments. */
import { rootAndOffset } from '../analysis/index.js';
import type { Function } from '../ir/index.js';

/** The argument that every return hands back, and the constant bytes added to it. */
export function returnedArgument(fn: Function): { index: number; offset: number } | undefined {
  let found: { index: number; offset: number } | undefined;
  for (const instruction of fn.instructions()) {
    if (instruction.kind !== 'ret' || !instruction.value) continue;
    if (instruction.value.type.kind !== 'pointer') return undefined;
    const { root, offset } = rootAndOffset(instruction.value, fn.module.layout);
    if (root.kind !== 'argument') return undefined;
    const here = { index: root.index, offset: Number(offset) };
    if (found && (found.index !== here.index || found.offset !== here.offset)) return undefined;
    found = here;
  }
  return found;
}
