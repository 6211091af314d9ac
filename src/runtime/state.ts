/**
 * The variables of a program that outlive a call. A derivative runs in an instance of its own, so before each call the
 * variables there are given the values they have in the program itself; else a function that depends on what another
 * function has set would be differentiated with the wrong setting.
 */
import { Diagnostic } from '../diagnostics/index.js';
import { ArrayType, ConstantAggregate, type GlobalVariable, type Module, type Type, pointer } from '../ir/index.js';
import type { Instance } from './instance.js';

export interface Variable { readonly name: string; readonly bytes: number; readonly holdsPointer: boolean }

/** The name of the table that `exposeState` adds. */
export const stateSymbol = 'ribozyme_state';

/** The variables that a module defines and may change, in the order of the module. */
export function variables(module: Module): Variable[] {
  return stateGlobals(module).map((global) => ({
    name: global.name, bytes: module.layout.allocSize(global.valueType), holdsPointer: holdsPointer(global.valueType),
  }));
}

/** Adds a constant table of the addresses of the variables with these names, so that internal ones can be found too. */
export function exposeState(module: Module, names: readonly string[]): void {
  const addresses = names.map((name) => {
    const global = module.globals.get(name);
    if (!global) throw new RangeError(`@${name} has gone`);
    return global;
  });
  const type = new ArrayType(pointer, addresses.length);
  module.addGlobal(stateSymbol, type, new ConstantAggregate(type, addresses), true);
}

/** The state of one instance. */
export class State {
  private readonly addresses: Uint32Array;
  private readonly initial: readonly Uint8Array[];
  private readonly heap: number;

  constructor(private readonly instance: Instance, private readonly table: readonly Variable[]) {
    const start = instance.addressOf(stateSymbol);
    if (start === undefined) throw new TypeError(`the program does not export ${stateSymbol}`);
    this.addresses = new Uint32Array(instance.buffer, start, table.length).slice();
    this.heap = instance.addressOf('__heap_base') ?? 0;
    this.initial = table.map((variable, index) => this.bytes(variable, index).slice());
  }

  /** Whether a variable holds anything else than at the start. */
  get hasChanged(): boolean { return this.table.some((variable, index) => !sameBytes(this.bytes(variable, index), this.initial[index])); }

  /** Whether a variable holds other pointers than at the start. */
  get hasChangedPointers(): boolean { return this.table.some((variable, index) => this.pointersChanged(variable, index)); }

  /**
   * Gives the variables here the values that they have there. Those that hold pointers must not have changed, nor point
   * to memory of the heap, which is another one here.
   * @throws Diagnostic otherwise
   */
  copyFrom(there: State): void {
    this.table.forEach((variable, index) => {
      const position = there.table.findIndex(({ name }) => name === variable.name);
      const original = there.table[position];
      if (!original) throw new RangeError(`there is no variable ${variable.name}`);
      if (!variable.holdsPointer) {
        this.bytes(variable, index).set(there.bytes(original, position));
      } else if (there.pointersChanged(original, position) || there.pointsToHeap(original, position)) {
        throw new Diagnostic('unsupportedFeature', {
          feature: `a derivative that depends on what \`${variable.name}\` points to`,
          why: 'the derivative runs in a memory of its own, where that is missing',
          remedy: 'pass the data as arguments instead',
        });
      }
    });
  }

  private pointersChanged(variable: Variable, index: number): boolean {
    return variable.holdsPointer && !sameBytes(this.bytes(variable, index), this.initial[index]);
  }

  /** Whether a variable holds a number that is the address of heap memory. */
  private pointsToHeap(variable: Variable, index: number): boolean {
    const words = new DataView(this.instance.buffer, this.addresses[index] ?? 0, variable.bytes);
    for (let at = 0; at + 4 <= variable.bytes; at += 4) {
      const word = words.getUint32(at, true);
      if (word >= this.heap && word < this.instance.buffer.byteLength) return true;
    }
    return false;
  }

  private bytes({ bytes }: Variable, index: number): Uint8Array {
    return new Uint8Array(this.instance.buffer, this.addresses[index] ?? 0, bytes);
  }
}

function stateGlobals(module: Module): GlobalVariable[] {
  return [...module.globals.values()].filter(({ isConstant, initializer, words, name }) =>
    !isConstant && initializer !== undefined && words.linkage !== 'appending' && words.linkage !== 'available_externally'
    && words.threadLocal === '' && !name.startsWith('llvm.'));
}

function holdsPointer(type: Type): boolean {
  switch (type.kind) {
    case 'pointer': return true;
    case 'array': case 'vector': return holdsPointer(type.element);
    case 'struct': return type.fields.some(holdsPointer);
    default: return false;
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array | undefined): boolean { return a.length === b?.length && a.every((byte, index) => byte === b[index]); }
