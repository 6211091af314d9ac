/** Which allocas need a shadow (or, for the derivatives that a program registered, memory of their own) that keeps its address from the forward to the reverse sweep. */
import { type AllocaInstruction, type AnyCall, type Value, isCall } from '../ir/index.js';

/**
 * True if an address derived from the alloca may outlive the instruction that computes it: stored, merged, returned, or
 * handed to a differentiated callee, which may put it on its tape. Then the shadow is allocated on the heap in the
 * forward sweep. Otherwise each sweep has an alloca of its own: the reverse sweep only accumulates into it.
 */
export function needsStableShadow(alloca: AllocaInstruction, isDifferentiatedCall: (call: AnyCall) => boolean): boolean {
  const isStatic = alloca.operand(0).kind === 'int' && alloca.block === alloca.block?.parent.entry;
  if (!isStatic) return true;
  const work: Value[] = [alloca];
  for (let pointer = work.pop(); pointer; pointer = work.pop()) {
    for (const { user, index } of pointer.uses) {
      switch (user.kind) {
        case 'load': case 'compare': break;
        case 'store':
          if (index === 0) return true;
          break;
        case 'getelementptr': case 'cast':
          if (user.type.kind !== 'pointer') return true;
          work.push(user);
          break;
        default:
          if (!isCall(user) || isDifferentiatedCall(user)) return true;
      }
    }
  }
  return false;
}
