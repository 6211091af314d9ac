/** Whether a call can be made again, and gives the same: it reads no memory that may change, and leaves nothing behind. */
import { effectsOfAttributes, memoryEffects } from '../analysis/index.js';
import { type Function, isCall } from '../ir/index.js';

/** By its attributes, or, as `errno` does not count, by its body. */
export function isPure(fn: Function, asking: ReadonlySet<Function> = new Set()): boolean {
  const { argument, other, inaccessible } = effectsOfAttributes(fn.module.expandAttributes(fn.attributes));
  if (![argument, other, inaccessible].some(({ reads, writes }) => reads || writes)) return true;
  if (fn.isDeclaration || asking.has(fn)) return asking.has(fn);
  const inside = new Set([...asking, fn]);
  return [...fn.instructions()].every((instruction) => {
    if (isCall(instruction)) {
      const { argument: behind, other: elsewhere, inaccessible: hidden } = memoryEffects(instruction);
      if (![behind, elsewhere, hidden].some(({ reads, writes }) => reads || writes)) return true;
      const callee = instruction.calledFunction;
      return callee !== undefined && (callee.name.startsWith('llvm.lifetime.') || isPure(callee, inside));
    }
    switch (instruction.kind) {
      case 'load': case 'store': return instruction.address.kind === 'alloca' || (instruction.kind === 'load' && instruction.address.kind === 'global' && instruction.address.isConstant);
      case 'atomicrmw': case 'cmpxchg': case 'fence': case 'va_arg': return false;
      default: return true;
    }
  });
}
