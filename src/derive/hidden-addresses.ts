/**
 * Pointers that are computed as integers from something that may lead to active memory. Where the analyses do not see that they are
 * addresses, they count as pointers to memory without numbers, and what is read there would have no derivative.
 */
import { functionLocation } from '../analysis/index.js';
import { type Instruction, type Value, isCall, isInstruction } from '../ir/index.js';
import type { Activity } from '../activity/index.js';
import type { Contexts } from './contexts.js';
import { refuse } from './refuse.js';

/** @throws Diagnostic at the first of them that is followed. */
export function checkHiddenAddresses(differentiated: Contexts): void {
  let lost: boolean | undefined;
  const isAnyLost = (): boolean => (lost ??= differentiated.all.some(({ reached: { activity } }) => [...activity.fn.instructions()].some((at) => losesAddress(at, activity))));
  for (const { source, reached: { activity } } of differentiated.all) {
    for (const at of activity.fn.instructions()) {
      if (at.kind !== 'cast' || at.opcode !== 'inttoptr' || activity.stateOf(at).pointer !== 'constant' || !activity.isFollowed(at)) continue;
      if (!comesFrom(at.operand(0), (value) => isAddress(value, activity) || (isAnyLost() && isOfGlobal(value, activity)), new Set())) continue;
      throw refuse('unsupportedFeature', {
        feature: 'a pointer that is computed as an integer', why: 'it is not clear which shadow belongs to it',
        remedy: 'keep it as a pointer; as a member of type `uintptr_t`, only its lowest four bits may be used for something else',
      }, at).within({ function: source.name, location: functionLocation(source) });
    }
  }
}

/** Whether the integer is the address of active memory, or may be, as one that is loaded from there or returned by a function that sees it. */
function isAddress(integer: Instruction, activity: Activity): boolean {
  if (integer.kind === 'load') return activity.isVaried(integer.address);
  if (integer.kind === 'cast' && integer.opcode === 'ptrtoint') return activity.isVaried(integer.operand(0));
  return isCall(integer) && activity.isActiveCall(integer);
}

function isOfGlobal(integer: Instruction, activity: Activity): boolean {
  return integer.kind === 'load' && [...activity.rootsOf(integer.address)].some((root) => root.kind === 'global' && !root.isConstant);
}

/** Whether an integer is stored that is computed from such an address, and is not taken for one. */
function losesAddress(at: Instruction, activity: Activity): boolean {
  return at.kind === 'store' && at.value.type.kind === 'integer' && activity.stateOf(at.value).pointer === 'none'
    && comesFrom(at.value, (value) => value.kind === 'cast' && isAddress(value, activity), new Set());
}

function comesFrom(integer: Value, is: (value: Instruction) => boolean, seen: Set<Value>): boolean {
  if (seen.has(integer) || !isInstruction(integer)) return false;
  seen.add(integer);
  return is(integer) || (computing.includes(integer.kind) && integer.operands.some((operand) => comesFrom(operand, is, seen)));
}

const computing: readonly Instruction['kind'][] = ['binary', 'cast', 'phi', 'select', 'freeze', 'extractvalue', 'extractelement'];
