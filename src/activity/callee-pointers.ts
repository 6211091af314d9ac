/**
 * Pointers that are there to find a function: of functions, of tables of them, of run-time types. Derivative code calls
 * what the primal calls, so they need no shadow; and the shadow of an object, which the user may have cleared, is not
 * asked for its table.
 */
import { isVirtualTablePointer } from '../analysis/index.js';
import { type AnyCall, type Instruction, type Type, type Value, isCall } from '../ir/index.js';
import { contentsOfType } from './contents.js';

export interface CalleePointerContext {
  /** Whether the loaded value can hold a number. */
  mayHoldNumbers(value: Value): boolean;
  /** Whether the call looks at its arguments for itself only. */
  isInactive(call: AnyCall): boolean;
}

/** Whether the loaded pointer leads to nothing but callees, comparisons and functions that carry no derivative. */
export function onlyFindsCallee(load: Instruction, context: CalleePointerContext): boolean {
  if (isVirtualTablePointer(load)) return true;
  const seen = new Set<Value>([load]);
  const work: Instruction[] = [load];
  for (let next = work.pop(); next; next = work.pop()) {
    for (const { user, index } of next.uses) {
      const fate = fateOf(user, index, context);
      if (fate === 'leaves') return false;
      if (fate === 'continues' && !seen.has(user)) {
        seen.add(user);
        work.push(user);
      }
    }
  }
  return true;
}

function fateOf(user: Instruction, index: number, context: CalleePointerContext): 'stays' | 'continues' | 'leaves' {
  switch (user.kind) {
    case 'compare': case 'debugrecord': return 'stays';
    case 'getelementptr': return index === 0 ? 'continues' : 'leaves';
    case 'phi': case 'select': case 'freeze': return 'continues';
    case 'cast': return user.opcode === 'bitcast' || user.opcode === 'addrspacecast' ? 'continues' : 'leaves';
    case 'load':
      if (user.type.kind === 'pointer') return 'continues';
      return context.mayHoldNumbers(user) ? 'leaves' : 'stays';
    default:
      if (!isCall(user)) return 'leaves';
      return index === user.operands.length - 1 || context.isInactive(user) ? 'stays' : 'leaves';
  }
}

/** Whether the pointer is to a constant that leads to no number: a table of functions, a string, a run-time type. */
export function leadsToNoNumber(pointer: Value, seen = new Set<Value>()): boolean {
  if (seen.has(pointer)) return true;
  seen.add(pointer);
  switch (pointer.kind) {
    case 'function': case 'int': case 'string': return true;
    case 'word': return !holdsFloats(pointer.type);
    case 'aggregate': return pointer.elements.every((element) => leadsToNoNumber(element, seen));
    case 'expression': return pointer.operands.every((operand) => leadsToNoNumber(operand, seen));
    case 'alias': return leadsToNoNumber(pointer.target, seen);
    case 'global':
      if (!pointer.initializer) return /^_ZT[VIS]/.test(pointer.name);
      return pointer.isConstant && leadsToNoNumber(pointer.initializer, seen);
    default: return false;
  }
}

function holdsFloats(type: Type): boolean { return contentsOfType(type).floats; }
