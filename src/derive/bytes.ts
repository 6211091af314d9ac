/** Numbers taken apart into bytes, or into other numbers: a derivative would be lost where they are put together again, or be none. */
import { constantOffset, stripOne, underlyingObjects } from '../analysis/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { type AnyCall, type FloatKind, type FloatType, type Instruction, type LoadInstruction, type Value, floatBits, isCall, sameType, scalarType } from '../ir/index.js';
import type { MemoryLayout, TypeInfo } from '../types/index.js';
import { refuse } from './refuse.js';

/** @throws Diagnostic if the load reads a byte of a number that goes on to memory, a function or the result, or part of one as another. */
export function checkBytes(load: LoadInstruction, types: TypeInfo): void {
  const scalar = scalarType(load.type);
  if (scalar.kind === 'float') {
    const number = numberAt(load.address, types);
    if (number && (number.kind !== scalar.format || number.byte !== 0) && !isStoredAs(scalar, load)) throw asOthers(load, 'load');
    return;
  }
  if (load.type.kind !== 'integer') return;
  const isPart = types.isIndexedPart(load) || (load.type.bits === 8 && isInNumber(load.address, 0, types, new Set()));
  if (!isPart || !movesOn(load, new Set())) return;
  throw refuse('unsupportedInstruction', { instruction: 'load', why: `it takes ${load.type.bits === 8 ? 'a byte' : 'a part'} of an active number, which is moved` }, load);
}

/** @throws Diagnostic if what a copy reads are other numbers than those that are read where it goes. */
export function checkCopiedNumbers(call: AnyCall, to: Value, from: Value, length: Value, types: TypeInfo): void {
  const [there, here] = [to, from].map((pointer) => types.memoryLayout(pointer, length.kind === 'int' ? Number(length.value) : undefined));
  if (there && here && differ(numbersAt(there), numbersAt(here))) throw asOthers(call, 'copy');
}

interface Number { readonly offset: number; readonly kind: FloatKind }

function numbersAt({ known, fields }: MemoryLayout): Number[] {
  return known ? fields.flatMap(({ offset, kind }) => (kind === 'integer' || kind === 'pointer' ? [] : [{ offset, kind }])) : [];
}

/** Whether some byte belongs to a number of each, and these are not the same. */
function differ(some: readonly Number[], others: readonly Number[]): boolean {
  const end = ({ offset, kind }: Number): number => offset + floatBits[kind] / 8;
  return some.some((a) => others.some((b) => a.offset < end(b) && b.offset < end(a) && (a.offset !== b.offset || a.kind !== b.kind)));
}

function asOthers(at: Instruction, instruction: string): Diagnostic {
  return refuse('unsupportedInstruction', { instruction, why: 'it takes the bytes of active numbers for numbers of another type' }, at);
}

/** Whether the function itself puts such numbers into that memory: one array may serve for both. */
function isStoredAs(type: FloatType, load: LoadInstruction): boolean {
  const objects = underlyingObjects(load.address);
  return [...load.block?.parent.instructions() ?? []].some((store) => store.kind === 'store' && sameType(scalarType(store.value.type), type)
    && [...underlyingObjects(store.address)].some((object) => objects.has(object)));
}

/** The number at an address, and which of its bytes is there, where that is a constant distance from what is known. */
function numberAt(address: Value, types: TypeInfo): { readonly kind: FloatKind; readonly byte: number } | undefined {
  let at = address;
  for (let offset = 0; ;) {
    const { fields, period } = types.memoryLayout(at);
    const byte = period > 0 ? ((offset % period) + period) % period : offset;
    const field = fields.find((each) => each.offset <= byte && byte < each.offset + each.size);
    if (field) return field.kind === 'integer' || field.kind === 'pointer' ? undefined : { kind: field.kind, byte: byte - field.offset };
    const step = stripOne(at);
    const distance = step?.gep ? constantOffset(step.gep) : 0n;
    if (!step || distance === undefined) return undefined;
    offset += Number(distance);
    at = step.base;
  }
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
