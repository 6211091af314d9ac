/**
 * Which pointer arguments a function only reads through. LLVM knows it of most functions, and says `readonly`; of recursive
 * ones it does not always, where a pointer is handed on to the function itself.
 */
import { type AnyCall, type Function, type Value, attributeName, isCall } from '../ir/index.js';
import { argumentAccess, mayCaptureArgument, mayReturnArgument } from './call-effects.js';

/**
 * Adds `readonly` to the arguments of which it is true. All are taken to be read only until something speaks against
 * it; what was taken back speaks against the arguments that are handed on to it, until nothing changes.
 */
export function markReadOnlyArguments(functions: Iterable<Function>): void {
  const candidates = new Set<Value>();
  for (const fn of functions) {
    if (fn.isDeclaration || !isFinal(fn) || fn.blocks.length === 0) continue; // which reads the body: it has the uses
    for (const arg of fn.args) if (arg.type.kind === 'pointer' && !arg.attributes.some((word) => known.has(attributeName(word)))) candidates.add(arg);
  }
  for (let before = -1; before !== candidates.size;) {
    before = candidates.size;
    for (const arg of candidates) if (!isOnlyRead(arg, candidates)) candidates.delete(arg);
  }
  for (const arg of candidates) if (arg.kind === 'argument') arg.attributes = [...arg.attributes, 'readonly'];
}

const known: ReadonlySet<string> = new Set(['readonly', 'readnone', 'writeonly', 'byval', 'sret', 'inalloca', 'preallocated', 'swifterror']);

/** Whether its definition is the one that runs. */
function isFinal(fn: Function): boolean { return ['internal', 'private', '', 'external'].includes(fn.words.linkage); }

function isOnlyRead(arg: Value, candidates: ReadonlySet<Value>): boolean {
  const seen = new Set<Value>();
  const work: Value[] = [arg];
  for (let pointer = work.pop(); pointer; pointer = work.pop()) {
    if (seen.has(pointer)) continue;
    seen.add(pointer);
    for (const { user, index } of pointer.uses) {
      switch (user.kind) {
        case 'load': if (user.isVolatile || user.atomic) return false; continue;
        case 'compare': continue;
        case 'getelementptr': case 'phi': case 'select': work.push(user); continue;
        case 'cast': if (user.type.kind !== 'pointer') return false; work.push(user); continue;
        default: if (!isCall(user) || index >= user.args.length || !isOnlyReadBy(user, index, candidates)) return false;
      }
    }
  }
  return true;
}

function isOnlyReadBy(call: AnyCall, index: number, candidates: ReadonlySet<Value>): boolean {
  const parameter = call.calledFunction?.args[index];
  if (parameter && candidates.has(parameter)) return true;
  return !argumentAccess(call, index).writes && !mayCaptureArgument(call, index) && !mayReturnArgument(call, index);
}
