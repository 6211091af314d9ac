/**
 * Functions that take bits of numbers without knowing: to a callee, memory may be bytes or integers of which its caller knows that they
 * are numbers; or numbers are put into memory that others take for integers. There would be no derivative of what is moved, or computed.
 */
import { functionLocation } from '../analysis/index.js';
import { type Instruction, type LoadInstruction, type Type, type Value, isCall, isInstruction } from '../ir/index.js';
import { isIntegerOperation } from '../activity/index.js';
import { isNumber } from '../types/index.js';
import { treatmentOf } from './calls.js';
import { type Context, type Contexts, type Numbered, isOverIntegers } from './contexts.js';
import { convertsUnknown, isConversion } from './lost-digits.js';
import { refuse } from './refuse.js';

/** @throws Diagnostic where such bits are put into memory that is known to hold numbers, become a number, or where an integer may become one later. */
export function checkHiddenNumbers(differentiated: Contexts, everyCall: () => Contexts): void {
  for (const context of differentiated.all) {
    for (const at of context.reached.activity.fn.instructions()) {
      const isThere = (address: Value): boolean => isHidden(address, context, 'there');
      const isSurelyLost = puts(at, context, (address) => isHidden(address, context)).some((to) => isHidden(to, context)) || (isConversion(at) && comesFrom(at, context, isThere));
      const mayBeLost = (): boolean => puts(at, context, isThere).length > 0 || (leaves(at) && comesFrom(at, context, isThere)) || isPutOverIntegers(at, context);
      if (!isSurelyLost && !(mayBeLost() && everyCall().all.some(({ reached }) => convertsUnknown(reached)))) continue;
      throw refuse('unsupportedInstruction', { instruction: at.kind === 'store' ? 'store' : 'copy', why: 'it moves the bits of active numbers as integers' }, at)
        .within({ function: context.source.name, location: functionLocation(context.source) });
    }
  }
}

/** Whether a caller knows of numbers in the memory, at the place itself or anywhere, and the function does not. */
function isHidden(address: Value, { reached: { activity, types }, numbered }: Context, where?: Numbered): boolean {
  const knowsNone = (pointer: Value): boolean => !types.memoryLayout(pointer).fields.some(isNumber);
  const isNumbered = (index: number): boolean => (where === undefined ? numbered.has(index) : numbered.get(index) === where);
  return activity.isVaried(address) && knowsNone(address) && [...activity.rootsOf(address)].some((root) => root.kind === 'argument' && isNumbered(root.index) && knowsNone(root));
}

/** Whether integers go to another function. */
function leaves(at: Instruction): boolean { return at.kind === 'ret' || (isCall(at) && treatmentOf(at).kind === 'function'); }

/** Whether the instruction gets an integer that is computed from such memory, and not known to hold a number. */
function comesFrom(at: Instruction, { reached: { activity, types } }: Context, isFromHidden: (address: Value) => boolean): boolean {
  return (isCall(at) ? at.args : at.operands).some((value) => value.type.kind === 'integer' && !activity.isActive(value)
    && [...loadsBehind(value)].some((load) => isFromHidden(load.address) && !types.isTaggedInteger(load) && types.valueKind(load) !== 'pointer'));
}

/** Whether the bits of an active number are stored over an integer. That the store is one of a number, its tag would say. */
function isPutOverIntegers(at: Instruction, context: Context): boolean {
  if (at.kind !== 'store') return false;
  const { activity, types } = context.reached, size = activity.fn.module.layout.storeSize(at.value.type);
  return activity.isActive(at.value) && types.accessFields(at, size)?.every(isNumber) !== true && isOverIntegers(at.address, size, context);
}

/** Where the instruction puts bits that come from hidden numbers, if it does. */
function puts(at: Instruction, context: Context, isFromHidden: (address: Value) => boolean): Value[] {
  const { activity, types } = context.reached;
  if (at.kind === 'store') {
    return comesFrom(at, context, isFromHidden) ? [at.address] : [];
  }
  const treatment = isCall(at) ? treatmentOf(at) : undefined;
  if (!isCall(at) || treatment?.kind !== 'memory' || (treatment.operation !== 'copy' && treatment.operation !== 'move')) return [];
  const [to, from, length] = [at.args[treatment.destination], at.args[treatment.source], at.args[treatment.length]];
  if (!to || !from || !activity.isVaried(from)) return [];
  const [there, here] = [to, from].map((address) => types.memoryLayout(address, length?.kind === 'int' ? Number(length.value) : undefined));
  const hasNone = there?.known === true && !there.fields.some(isNumber) && there.fields.length > 0;
  const isLost = hasNone || [...activity.rootsOf(to)].some((root) => root.kind === 'global' && isOfIntegers(root.valueType));
  return isLost && (isFromHidden(from) || here?.fields.some(isNumber)) ? [to] : [];
}

/** What a global is declared to be, other functions take it for. */
function isOfIntegers(type: Type): boolean { return type.kind === 'array' ? isOfIntegers(type.element) : type.kind === 'integer' && type.bits > 8; }

/** The loads that an integer is computed from. */
function loadsBehind(integer: Value, found = new Set<Value>()): Set<LoadInstruction> {
  const loads = new Set<LoadInstruction>();
  if (found.has(integer)) return loads;
  found.add(integer);
  if (integer.kind === 'load') loads.add(integer);
  else if (['binary', 'cast', 'phi', 'select', 'freeze'].includes(integer.kind) || (isInstruction(integer) && integer.kind === 'call' && isIntegerOperation(integer))) {
    for (const operand of (integer as Instruction).operands) for (const load of loadsBehind(operand, found)) loads.add(load);
  }
  return loads;
}
