/**
 * Who calls whom, from given functions on. Only bodies that can be reached through calls are read, so that a large
 * module costs what is used of it.
 */
import { type AnyCall, type Function, type Value, isCall } from '../ir/index.js';
import { stripAll } from './objects.js';
import { stronglyConnectedComponents } from './strongly-connected.js';

export class CallGraph {
  private readonly outgoing = new Map<Function, FunctionCalls>();
  private readonly incoming = new Map<Function, Set<Function>>();
  private groups: readonly (readonly Function[])[] | undefined;
  private recursive: Set<Function> | undefined;

  /** `targetsOf` says what a call through a pointer may reach: those functions count as called. */
  constructor(roots: Iterable<Function>, targetsOf: (call: AnyCall, fn: Function) => readonly Function[] = () => []) {
    const work = [...roots];
    for (let fn = work.pop(); fn; fn = work.pop()) {
      if (this.outgoing.has(fn)) continue;
      const caller = fn;
      const calls = callsIn(fn, (call) => targetsOf(call, caller));
      this.outgoing.set(fn, calls);
      for (const callee of calls.callees) {
        const callers = this.incoming.get(callee) ?? new Set();
        this.incoming.set(callee, callers.add(fn));
        work.push(callee);
      }
    }
  }

  has(fn: Function): boolean { return this.outgoing.has(fn); }

  /** Everything reachable from the roots, declarations too. */
  get functions(): Iterable<Function> { return this.outgoing.keys(); }

  /** The functions called, each once, in the order of their first calls. */
  callees(fn: Function): readonly Function[] { return this.outgoing.get(fn)?.callees ?? []; }

  /** The reachable functions that call this one. */
  callers(fn: Function): readonly Function[] { return [...this.incoming.get(fn) ?? []]; }

  /** The calls whose callee is known only at run time. */
  indirectCalls(fn: Function): readonly AnyCall[] { return this.outgoing.get(fn)?.indirect ?? []; }

  /** Groups of functions that call each other, callees before callers. */
  get components(): readonly (readonly Function[])[] {
    return (this.groups ??= stronglyConnectedComponents(this.outgoing.keys(), (fn) => this.callees(fn)));
  }

  /** Whether the function may call itself, at once or through others. */
  isRecursive(fn: Function): boolean {
    this.recursive ??= new Set(this.components.flatMap((group) => (group.length > 1 ? group : group.filter((each) => this.callees(each).includes(each)))));
    return this.recursive.has(fn);
  }
}

/** The function that a call reaches: by name, through casts, or through an alias. */
export function calledFunction(call: AnyCall): Function | undefined {
  const target: Value = stripAll(call.callee);
  return target.kind === 'function' ? target : undefined;
}

interface FunctionCalls { readonly callees: readonly Function[]; readonly indirect: readonly AnyCall[] }

function callsIn(fn: Function, targetsOf: (call: AnyCall) => readonly Function[]): FunctionCalls {
  const callees = new Set<Function>();
  const indirect: AnyCall[] = [];
  if (fn.isDeclaration) return { callees: [], indirect };
  for (const instruction of fn.instructions()) {
    if (!isCall(instruction) || instruction.callee.kind === 'asm') continue;
    const callee = calledFunction(instruction);
    if (callee) callees.add(callee);
    else {
      indirect.push(instruction);
      for (const target of targetsOf(instruction)) callees.add(target);
    }
  }
  return { callees: [...callees], indirect };
}
