/**
 * Addresses that a program aligns by integer arithmetic, as an allocator for vectors does: `(p & -32) + 32`. They become
 * distances from the pointer they are computed from, so that the analyses see what they point into, and a shadow has its
 * own at the same distance: it lies elsewhere, and may be aligned otherwise. The same goes for `llvm.ptrmask`. Only a
 * mask, or a constant that is added: with any other integer the result may be the address of something else.
 */
import {
  type AnyCall, type CastInstruction, type Function, type Instruction, type Value, Builder, CastInstruction as Cast, i8, isCall, pointer, sameType,
} from '../ir/index.js';
import { wordType } from './types.js';

export function expandAlignment(fn: Function): void {
  const word = wordType(fn.module);
  for (const instruction of [...fn.instructions()]) {
    if (instruction.kind === 'cast' && instruction.opcode === 'inttoptr') expandCast(instruction);
    else if (isCall(instruction) && instruction.calledFunction?.name.startsWith('llvm.ptrmask.') === true) expandMask(instruction);
  }

  function expandCast(cast: CastInstruction): void {
    const address = cast.operand(0);
    const base = sameType(cast.type, pointer) && sameType(address.type, word) ? baseOf(address) : undefined;
    if (base) atDistance(cast, base, () => address);
  }

  function expandMask(call: AnyCall): void {
    const [base, mask] = call.args;
    if (!base || !mask || !sameType(base.type, pointer) || !sameType(mask.type, word)) return;
    atDistance(call, base, (build, start) => build.binary('and', start, mask));
  }

  /** Replaces what makes a pointer by an address that is as far from `base` as the integer that it is made from. */
  function atDistance(old: Instruction, base: Value, address: (build: Builder, start: Value) => Value): void {
    const { block } = old;
    if (!block) return;
    const build = new Builder(block).beforeInstruction(old);
    build.debugLocation = old.metadata.get('dbg');
    const start = build.insert(new Cast('ptrtoint', base, word));
    old.replaceAllUsesWith(build.gep(i8, base, [build.binary('sub', address(build, start), start)]));
    old.erase();
  }
}

/** The pointer that the integer is an aligned address near. */
function baseOf(address: Value): Value | undefined {
  if (address.kind === 'cast') return address.opcode === 'ptrtoint' && sameType(address.operand(0).type, pointer) ? address.operand(0) : undefined;
  if (address.kind !== 'binary') return undefined;
  const [left, right] = [address.operand(0), address.operand(1)];
  switch (address.opcode) {
    case 'and': return baseOf(left) ?? baseOf(right);
    case 'add': case 'sub': return right.kind === 'int' ? baseOf(left) : undefined;
    case 'or': return right.kind === 'int' && address.flags.includes('disjoint') ? baseOf(left) : undefined;
    default: return undefined;
  }
}
