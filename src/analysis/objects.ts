/** The objects that pointers point into: allocas, globals, allocations, what arguments and loads point to. */
import { type AnyCall, type Instruction, type Value, attributeName, isCall } from '../ir/index.js';
import { stripOne } from './addresses.js';
import { mayCaptureArgument, mayReturnArgument, returnedArgument } from './call-effects.js';
import { isAllocationName } from './library-effects.js';

/** The one object the pointer points into; the pointer's last known origin (a phi, a select) when there are several. */
export function underlyingObject(pointer: Value): Value {
  const objects = underlyingObjects(pointer);
  const [only] = objects;
  return objects.size === 1 && only ? only : stripAll(pointer);
}

/**
 * All objects the pointer may point into at any time, through casts, `getelementptr`, phis and selects. Past `limit`
 * steps what is left stays a phi or select, which stands for anything.
 */
export function underlyingObjects(pointer: Value, limit = 200): Set<Value> {
  const objects = new Set<Value>();
  const seen = new Set<Value>();
  const work = [pointer];
  for (let next = work.pop(); next; next = work.pop()) {
    const at = stripAll(next);
    if (seen.has(at)) continue;
    seen.add(at);
    if (seen.size > limit) objects.add(at);
    else if (at.kind === 'phi') work.push(...at.operands);
    else if (at.kind === 'select') work.push(at.operand(1), at.operand(2));
    else objects.add(at);
  }
  return objects;
}

/** Through casts, `getelementptr` and calls that return an argument. */
export function stripAll(pointer: Value): Value {
  let at = pointer;
  for (let steps = 0; steps < 100_000; steps++) {
    const below = stripOne(at)?.base ?? (isCall(at) ? returnedArgument(at) : undefined);
    if (!below) break;
    at = below;
  }
  return at;
}

/** A call whose result nothing else points to yet: `malloc` and whatever returns `noalias`. */
export function isAllocation(value: Value): value is AnyCall {
  if (!isCall(value) || value.type.kind !== 'pointer') return false;
  const callee = value.calledFunction;
  const isNoAlias = (words: readonly string[]): boolean => words.some((word) => attributeName(word) === 'noalias');
  return isNoAlias(value.returnAttributes) || (callee !== undefined && (isNoAlias(callee.returnAttributes) || isAllocationName(callee.name)));
}

/** Objects made while the function runs, which nothing from outside can point to at the start. */
export function isLocalObject(object: Value): boolean {
  return object.kind === 'alloca' || isAllocation(object) || isOwnArgument(object);
}

/** Different identified objects never overlap. */
export function isIdentifiedObject(object: Value): boolean {
  return object.kind === 'global' || object.kind === 'function' || isLocalObject(object);
}

/** Whether memory of one object is never memory of the other. `isCapturedObject` answers for local objects. */
export function areDistinctObjects(a: Value, b: Value, isCapturedObject: (object: Value) => boolean = isCaptured): boolean {
  if (a === b) return false;
  if (a.kind === 'word' || b.kind === 'word') return true; // null, undef, poison: no access is defined
  if (isIdentifiedObject(a) && isIdentifiedObject(b)) return true;
  return isApart(a, b, isCapturedObject) || isApart(b, a, isCapturedObject);
}

/** Whether the address of an alloca, allocation or argument may be known to anything but values computed from it here. */
export function isCaptured(object: Value): boolean {
  if (!isLocalObject(object) && object.kind !== 'argument') return true;
  const seen = new Set<Value>([object]);
  const work = [object];
  for (let pointer = work.pop(); pointer; pointer = work.pop()) {
    for (const use of pointer.uses) {
      const fate = fateOf(use.user, use.index);
      if (fate === 'escapes') return true;
      if (fate === 'continues' && !seen.has(use.user)) {
        seen.add(use.user);
        work.push(use.user);
      }
    }
  }
  return false;
}

/** `local` against an object that is not identified. */
function isApart(local: Value, other: Value, isCapturedObject: (object: Value) => boolean): boolean {
  if (!isLocalObject(local)) return false;
  switch (other.kind) {
    // What an argument points to existed before; behind a noalias argument nothing else may look while it is written.
    case 'argument': return true;
    case 'global': case 'function': return true;
    // Traversal stopped here: the object itself may be inside.
    case 'phi': case 'select': case 'getelementptr': case 'freeze': return false;
    case 'cast': return other.opcode === 'inttoptr' && !isCapturedObject(local);
    case 'alias': case 'ifunc': case 'expression': case 'opaque': return true;
    default: return !isCapturedObject(local);
  }
}

/** `noalias` and `byval`: memory that the function reaches in no other way. */
function isOwnArgument(object: Value): boolean {
  return object.kind === 'argument' && object.attributes.some((word) => ['noalias', 'byval'].includes(attributeName(word)));
}

/** What a use does with a pointer: forget it, compute another from it, or let it out. */
function fateOf(user: Instruction, index: number): 'stays' | 'continues' | 'escapes' {
  switch (user.kind) {
    case 'load': case 'compare': case 'debugrecord': return 'stays';
    case 'store': case 'cmpxchg': case 'atomicrmw': return index === addressIndex[user.kind] ? 'stays' : 'escapes';
    case 'getelementptr': return index === 0 ? 'continues' : 'escapes';
    case 'phi': case 'select': case 'freeze': return 'continues';
    case 'cast': return user.opcode === 'bitcast' || user.opcode === 'addrspacecast' ? 'continues' : 'escapes';
    case 'call': case 'invoke': case 'callbr':
      if (mayCaptureArgument(user, index)) return mayOnlyReturn(user, index) ? 'continues' : 'escapes';
      return index < user.args.length && mayReturnArgument(user, index) ? 'continues' : 'stays';
    default: return 'escapes';
  }
}

/** Intrinsics that hand their argument on and keep nothing. */
function mayOnlyReturn(call: AnyCall, index: number): boolean {
  return index < call.args.length && mayReturnArgument(call, index) && (call.calledFunction?.name.startsWith('llvm.') ?? false);
}

const addressIndex = { store: 1, cmpxchg: 0, atomicrmw: 0 } as const;
