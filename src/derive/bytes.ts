/** Numbers taken apart into bytes: too small to carry a derivative, which would be lost where they are put together again. */
import { constantOffset, stripOne } from '../analysis/index.js';
import { type Instruction, type LoadInstruction, type Value, isCall } from '../ir/index.js';
import type { TypeInfo } from '../types/index.js';
import { refuse } from './refuse.js';

/** @throws Diagnostic if the load reads a byte of a number that goes on to memory, a function or the result. */
export function checkBytes(load: LoadInstruction, types: TypeInfo): void {
  if (load.type.kind !== 'integer' || load.type.bits !== 8) return;
  if (!isInNumber(load.address, 0, types, new Set()) || !movesOn(load, new Set())) return;
  throw refuse('unsupportedInstruction', { instruction: 'load', why: 'it takes a byte of an active number, which is moved' }, load);
}

/**
 * What an index into the bytes points to, only what the index is added to can say. A constant part, as of a field of
 * characters, counts as where it starts.
 */
function isInNumber(address: Value, offset: number, types: TypeInfo, seen: Set<Value>): boolean {
  if (seen.has(address)) return false;
  seen.add(address);
  const { fields, period } = types.memoryLayout(address);
  const at = period > 0 ? ((offset % period) + period) % period : offset;
  const field = fields.find((each) => each.offset <= at && at < each.offset + each.size);
  if (field) return field.kind !== 'integer' && field.kind !== 'pointer';
  if (address.kind === 'phi') return address.operands.some((operand) => isInNumber(operand, offset, types, seen));
  const step = stripOne(address);
  return step !== undefined && isInNumber(step.base, offset + Number((step.gep && constantOffset(step.gep)) ?? 0n), types, seen);
}

/** Whether the bits, not only a decision made with them, leave the function or go to memory. */
function movesOn(value: Instruction, seen: Set<Instruction>): boolean {
  if (seen.has(value)) return false;
  seen.add(value);
  return [...value.uses].some(({ user, index }) => {
    switch (user.kind) {
      case 'store': return index === 0;
      case 'ret': return true;
      case 'select': return index > 0 && movesOn(user, seen);
      case 'phi': case 'freeze': case 'binary': case 'insertelement': case 'extractelement': case 'shufflevector': return movesOn(user, seen);
      case 'cast': return !['uitofp', 'sitofp'].includes(user.opcode) && movesOn(user, seen);
      default: return isCall(user) && user.calledFunction?.isDeclaration === false;
    }
  });
}

/** @throws Diagnostic if the instruction takes bytes out of a vector of bytes that holds numbers, or puts them in. */
export function checkByteLanes(instruction: Instruction): void {
  const [vector] = instruction.operands;
  if (!['extractelement', 'insertelement', 'shufflevector'].includes(instruction.kind)) return;
  if (vector?.type.kind !== 'vector' || vector.type.element.kind !== 'integer' || vector.type.element.bits >= 16) return;
  throw refuse('unsupportedInstruction', { instruction: instruction.kind, why: 'it moves single bytes of an active number' }, instruction);
}
