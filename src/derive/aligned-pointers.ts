/**
 * Addresses that a program aligns by integer arithmetic, as an allocator for vectors does: `(p & -32) + 32`. They are
 * computed again as pointers, by `llvm.ptrmask` and `getelementptr`, so that the analyses see what they point into, and
 * a shadow is aligned by the same steps. Only a mask, or a constant that is added: with any other integer the result
 * may be the address of something else.
 */
import {
  type CastInstruction, type Function, type Value, Builder, FunctionType, constantInt, i8, pointer, sameType,
} from '../ir/index.js';
import { wordType } from './types.js';

export function expandAlignment(fn: Function): void {
  for (const cast of [...fn.instructions()]) {
    if (cast.kind !== 'cast' || cast.opcode !== 'inttoptr' || !sameType(cast.type, pointer)) continue;
    const steps = stepsTo(cast.operand(0));
    if (steps) replace(cast, steps);
  }
}

interface Steps { readonly base: Value; readonly steps: readonly Step[] }
type Step = { readonly mask: Value } | { readonly distance: bigint };

/** From a pointer to the integer, first step first. */
function stepsTo(address: Value): Steps | undefined {
  if (address.kind === 'cast') return address.opcode === 'ptrtoint' && sameType(address.operand(0).type, pointer) ? { base: address.operand(0), steps: [] } : undefined;
  if (address.kind !== 'binary') return undefined;
  const [left, right] = [address.operand(0), address.operand(1)];
  const after = (from: Value, step: Step): Steps | undefined => {
    const before = stepsTo(from);
    return before && { base: before.base, steps: [...before.steps, step] };
  };
  switch (address.opcode) {
    case 'and': return after(left, { mask: right }) ?? after(right, { mask: left });
    case 'add': return right.kind === 'int' ? after(left, { distance: right.value }) : undefined;
    case 'sub': return right.kind === 'int' ? after(left, { distance: -right.value }) : undefined;
    case 'or': return right.kind === 'int' && address.flags.includes('disjoint') ? after(left, { distance: right.value }) : undefined;
    default: return undefined;
  }
}

function replace(cast: CastInstruction, { base, steps }: Steps): void {
  const { block } = cast;
  if (!block) return;
  const { module } = block.parent;
  const word = wordType(module);
  const build = new Builder(block).beforeInstruction(cast);
  build.debugLocation = cast.metadata.get('dbg');
  const aligned = steps.reduce<Value>((address, step) => {
    if ('distance' in step) return build.gep(i8, address, [constantInt(word, step.distance)]);
    const ptrmask = module.getOrDeclare(`llvm.ptrmask.p0.${word.text}`, new FunctionType(pointer, [pointer, word]));
    return build.call(ptrmask, [address, step.mask]);
  }, base);
  cast.replaceAllUsesWith(aligned);
  cast.erase();
}
