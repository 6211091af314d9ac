/**
 * Addresses in integers: a member of a struct that is declared an integer (`uintptr_t`) and holds an address, with a colour or a
 * generation in its lowest bits. A function that makes a pointer of it says so, and that holds for all that access the member.
 */
import { type AccessTag, parseAccessTag, typeName } from '../analysis/index.js';
import type { Function, Instruction, Module, Value } from '../ir/index.js';

export class HiddenAddresses {
  private known: ReadonlySet<string> | undefined;

  constructor(private readonly module: Module) {}

  /** Whether the member that is accessed holds an address anywhere in the module. */
  isIn(tag: AccessTag): boolean {
    const member = nameOf(tag);
    return member !== undefined && (this.known ??= membersWithAddresses(this.module)).has(member);
  }
}

function membersWithAddresses(module: Module): Set<string> {
  const found = new Set<string>();
  const note = (access: Instruction): void => {
    const text = access.metadata.get('tbaa'), tag = text === undefined ? undefined : parseAccessTag(text, module);
    const member = tag && nameOf(tag);
    if (member !== undefined) found.add(member);
  };
  for (const fn of module.functions.values()) {
    if (!mayMakePointers(fn)) continue;
    for (const instruction of fn.instructions()) {
      if (instruction.kind === 'cast' && instruction.opcode === 'inttoptr') loadsBehind(instruction.operand(0), note, new Set());
    }
  }
  return found;
}

/** A member of a struct, by name; no scalar that stands alone. */
function nameOf({ base, access, offset }: AccessTag): string | undefined { return base === access ? undefined : `${typeName(base) ?? ''}+${offset}`; }

/** Hardly any body needs to be read for this. */
function mayMakePointers(fn: Function): boolean { return fn.unparsedBody === undefined ? !fn.isDeclaration : fn.unparsedBody.includes('inttoptr'); }

function loadsBehind(integer: Value, note: (load: Instruction) => void, seen: Set<Value>): void {
  if (seen.has(integer)) return;
  seen.add(integer);
  if (integer.kind === 'load') note(integer);
  else if (isMoved(integer)) for (const operand of integer.operands) loadsBehind(operand, note, seen);
}

/** Chosen, or with some of its bits set or cleared. A sum may be of an address and a distance, which is none. */
function isMoved(value: Value): value is Instruction {
  return value.kind === 'phi' || value.kind === 'select' || value.kind === 'freeze' || (value.kind === 'binary' && ['and', 'or', 'xor'].includes(value.opcode));
}
