/**
 * Integer arithmetic that tells whether it overflowed, as sanitizers and `-ftrapv` have it: the result is that of the
 * ordinary instruction, which is looked at where the integers are the bits of numbers.
 */
import { type BinaryOpcode, type Function, Builder, isCall } from '../ir/index.js';

const intrinsic = /^llvm\.[su](add|sub|mul)\.with\.overflow\./;

export function expandCheckedArithmetic(fn: Function): void {
  for (const part of [...fn.instructions()]) {
    if (part.kind !== 'extractvalue' || part.path.length !== 1 || part.path[0] !== 0 || !part.block) continue;
    const call = part.operand(0);
    const [left, right] = 'args' in call && isCall(call) ? call.args : [];
    const opcode = isCall(call) ? intrinsic.exec(call.calledFunction?.name ?? '')?.[1] : undefined;
    if (opcode === undefined || !left || !right) continue;
    const build = new Builder(part.block).beforeInstruction(part);
    build.debugLocation = part.metadata.get('dbg');
    part.replaceAllUsesWith(build.binary(opcode as BinaryOpcode, left, right));
    part.erase();
  }
}
