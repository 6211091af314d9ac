/**
 * What a call through a pointer may reach: the functions that the pointer is a choice of, the entries of a constant table,
 * the overriders of a virtual method; else every function of that type whose address is taken in the module.
 */
import { type AnyCall, type Argument, type Constant, type Function, type LoadInstruction, type Module, type Value, isCall } from '../ir/index.js';
import { rootAndOffset } from './addresses.js';
import { type Mention, addressTakenFunctions, eachFunction } from './address-taken.js';
import { stripAll } from './objects.js';
import { accessTag, typeName } from './tbaa.js';
import { slotFunctions } from './virtual-tables.js';

export interface CallTargets {
  readonly functions: readonly Function[];
  /** Whether the callee is surely one of them. */
  readonly isComplete: boolean;
}

export class PossibleCallees {
  private readonly functions: ReadonlySet<Function>;
  private taken: ReadonlyMap<string, readonly Function[]> | undefined;

  /** A view of the module as it is now: functions added later are no targets. `isNoUse`: see `addressTakenFunctions`. */
  constructor(private readonly module: Module, private readonly isNoUse?: Mention) {
    this.functions = new Set(module.functions.values());
  }

  /** The targets of a call in `fn`; or in a copy of it, with the same arguments. */
  of(call: AnyCall, fn: Function): CallTargets {
    const type = call.functionType.text;
    const fits = (each: Function): boolean => each.functionType.text === type;
    const known = this.sources(call.callee, fn, new Set());
    if (known) return { functions: [...known].filter(fits), isComplete: true };
    const slot = this.virtualSlot(call.callee);
    if (slot !== undefined) return { functions: slotFunctions(this.module, slot).filter((each) => this.functions.has(each) && fits(each)), isComplete: false };
    return { functions: this.addressTaken().get(type) ?? [], isComplete: false };
  }

  /** The functions that a pointer in `fn` can be, if they are known. */
  at(pointer: Value, fn: Function): CallTargets {
    const known = this.sources(pointer, fn, new Set());
    return { functions: [...known ?? []], isComplete: known !== undefined };
  }

  /** All functions that the pointer can be; undefined if that is not known. */
  private sources(pointer: Value, fn: Function, seen: Set<Value>): Set<Function> | undefined {
    const at = stripAll(pointer);
    if (seen.has(at)) return new Set();
    seen.add(at);
    switch (at.kind) {
      case 'function': return new Set([at]);
      case 'word': return new Set(); // a call of null or poison is undefined
      case 'phi': return this.union(at.operands, fn, seen);
      case 'select': return this.union([at.operand(1), at.operand(2)], fn, seen);
      case 'load': return this.tableEntries(at);
      case 'argument': return this.passedFor(at, fn, seen);
      default: return undefined;
    }
  }

  private union(values: readonly Value[], fn: Function, seen: Set<Value>): Set<Function> | undefined {
    const all = new Set<Function>();
    for (const value of values) {
      const some = this.sources(value, fn, seen);
      if (!some) return undefined;
      for (const each of some) all.add(each);
    }
    return all;
  }

  /** What a constant table holds. Entries that are no functions are not called. */
  private tableEntries(load: LoadInstruction): Set<Function> | undefined {
    const table = stripAll(load.address);
    if (table.kind !== 'global' || !table.isConstant || !table.initializer || isReplaceable(table.words.linkage)) return undefined;
    if (mayHoldOthers(table.initializer)) return undefined;
    const entries = new Set<Function>();
    eachFunction(table.initializer, (each) => entries.add(each));
    return entries;
  }

  /** What is passed for the argument of a function that is called only from this module, and only by name. */
  private passedFor(argument: Argument, fn: Function, seen: Set<Value>): Set<Function> | undefined {
    if (!['internal', 'private'].includes(fn.words.linkage) || !this.functions.has(fn)) return undefined;
    if (!this.readCallers(fn)) return undefined;
    const passed: { value: Value; caller: Function }[] = [];
    for (const { user, index } of fn.uses) {
      const caller = user.block?.parent;
      if (!caller || !this.functions.has(caller)) continue; // a copy, or a derivative of one of these
      if (!isCall(user) || index !== user.operands.length - 1) return undefined;
      const value = user.args[argument.index];
      if (!value) return undefined;
      passed.push({ value, caller });
    }
    if (this.isInConstant(fn)) return undefined;
    const all = new Set<Function>();
    for (const { value, caller } of passed) {
      const some = this.sources(value, caller, seen);
      if (!some) return undefined;
      for (const each of some) all.add(each);
    }
    return all;
  }

  /** Reads the bodies that mention the function, so that its uses are complete; false if it may be mentioned otherwise. */
  private readCallers({ name }: Function): boolean {
    if (!/^[ !#-[\]-~]+$/.test(name)) return false; // it is escaped in text
    if ([...this.module.aliases.values()].some(({ target }) => { const at = stripAll(target); return at.kind === 'function' && at.name === name; })) return false;
    for (const fn of this.functions) if (fn.unparsedBody?.includes(name)) void fn.blocks;
    return true;
  }

  /** Whether the function is in a constant; constants record no uses. */
  private isInConstant(fn: Function): boolean {
    return [...this.addressTaken().values()].some((group) => group.includes(fn));
  }

  /** For `object->table[slot]`, as C++ calls virtual methods: the offset of the slot. */
  private virtualSlot(pointer: Value): bigint | undefined {
    const at = stripAll(pointer);
    if (at.kind !== 'load') return undefined;
    const { root, offset } = rootAndOffset(at.address, this.module.layout);
    return isVirtualTablePointer(root) ? offset : undefined;
  }

  private addressTaken(): ReadonlyMap<string, readonly Function[]> {
    if (this.taken) return this.taken;
    const byType = new Map<string, Function[]>();
    for (const fn of addressTakenFunctions(this.module, this.functions, this.isNoUse)) {
      if (!this.functions.has(fn)) continue;
      const group = byType.get(fn.functionType.text) ?? [];
      byType.set(fn.functionType.text, group);
      group.push(fn);
    }
    return (this.taken = byType);
  }
}

/** Whether the value is the pointer to its class's table that a C++ object begins with. */
export function isVirtualTablePointer(value: Value): boolean {
  if (value.kind !== 'load') return false;
  const tag = accessTag(value);
  return tag !== undefined && typeName(tag.access) === 'vtable pointer';
}

/** Whether a table holds addresses of functions that are computed, or chosen when the program is loaded. */
function mayHoldOthers(value: Constant): boolean {
  switch (value.kind) {
    case 'ifunc': case 'opaque': return true;
    case 'aggregate': return value.elements.some(mayHoldOthers);
    case 'splat': return mayHoldOthers(value.element);
    case 'alias': return isReplaceable(value.words.linkage) || mayHoldOthers(value.target);
    case 'expression': return value.opcode === 'inttoptr' || value.operands.some(mayHoldOthers);
    default: return false;
  }
}

/** Whether another module may define it differently. */
function isReplaceable(linkage: string): boolean { return ['weak', 'linkonce', 'common', 'extern_weak', 'available_externally'].includes(linkage); }
