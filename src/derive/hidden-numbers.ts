/**
 * Functions that move bits of numbers without knowing: to a callee, memory may be bytes or integers of which its caller knows that they
 * are numbers. There would be no derivative of what is moved.
 */
import { functionLocation } from '../analysis/index.js';
import { type Instruction, type LoadInstruction, type Type, type Value, isCall } from '../ir/index.js';
import { isNumber } from '../types/index.js';
import { treatmentOf } from './calls.js';
import type { Context, Contexts } from './contexts.js';
import { convertsUnknown } from './lost-digits.js';
import { refuse } from './refuse.js';

/** @throws Diagnostic where such bits are put into memory that is known to hold numbers, or where an integer may become one later. */
export function checkHiddenNumbers(differentiated: Contexts, everyCall: () => Contexts): void {
  for (const context of differentiated.all) {
    const { activity, types } = context.reached;
    const isHidden = (address: Value): boolean => activity.isVaried(address) && [...activity.rootsOf(address)].some((root) =>
      root.kind === 'argument' && context.numbered.has(root.index) && !types.memoryLayout(root).fields.some(isNumber));
    for (const at of activity.fn.instructions()) {
      const to = moves(at, isHidden, context);
      if (!to || (!isHidden(to) && !everyCall().all.some(({ reached }) => convertsUnknown(reached)))) continue;
      throw refuse('unsupportedInstruction', { instruction: at.kind === 'store' ? 'store' : 'copy', why: 'it moves the bits of active numbers as integers' }, at)
        .within({ function: context.source.name, location: functionLocation(context.source) });
    }
  }
}

/** Where the instruction puts bits that come from hidden numbers. */
function moves(at: Instruction, isHidden: (address: Value) => boolean, { reached: { activity, types } }: Context): Value | undefined {
  if (at.kind === 'store') {
    const isMoved = at.value.type.kind === 'integer' && !activity.isActive(at.value)
      && [...loadsBehind(at.value)].some((load) => isHidden(load.address) && !types.isTaggedInteger(load));
    return isMoved ? at.address : undefined;
  }
  const treatment = isCall(at) ? treatmentOf(at) : undefined;
  if (!isCall(at) || treatment?.kind !== 'memory' || (treatment.operation !== 'copy' && treatment.operation !== 'move')) return undefined;
  const [to, from, length] = [at.args[treatment.destination], at.args[treatment.source], at.args[treatment.length]];
  if (!to || !from || !activity.isVaried(from)) return undefined;
  const [there, here] = [to, from].map((address) => types.memoryLayout(address, length?.kind === 'int' ? Number(length.value) : undefined));
  const hasNone = there?.known === true && !there.fields.some(isNumber) && there.fields.length > 0;
  const isLost = hasNone || [...activity.rootsOf(to)].some((root) => root.kind === 'global' && isOfIntegers(root.valueType));
  return isLost && (isHidden(from) || here?.fields.some(isNumber)) ? to : undefined;
}

/** What a global is declared to be, other functions take it for. */
function isOfIntegers(type: Type): boolean { return type.kind === 'array' ? isOfIntegers(type.element) : type.kind === 'integer' && type.bits > 8; }

/** The loads that an integer is computed from. */
function loadsBehind(integer: Value, found = new Set<Value>()): Set<LoadInstruction> {
  const loads = new Set<LoadInstruction>();
  if (found.has(integer)) return loads;
  found.add(integer);
  if (integer.kind === 'load') loads.add(integer);
  else if (['binary', 'cast', 'phi', 'select', 'freeze'].includes(integer.kind)) {
    for (const operand of (integer as Instruction).operands) for (const load of loadsBehind(operand, found)) loads.add(load);
  }
  return loads;
}
