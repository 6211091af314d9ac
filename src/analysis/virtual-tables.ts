/**
 * Tables of virtual methods (`_ZTV...`, and `_ZTC...` of objects under construction), as the Itanium C++ ABI lays them out:
 * offsets, the run-time type, then the methods. An object's pointer points behind the run-time type.
 * https://itanium-cxx-abi.github.io/cxx-abi/abi.html#vtable
 */
import { type Constant, type Function, type Module, type Value } from '../ir/index.js';
import { stripAll } from './objects.js';

/** The functions that any table of the module has `offset` bytes behind the address that objects point to. */
export function slotFunctions(module: Module, offset: bigint): readonly Function[] {
  const found = new Set<Function>();
  const index = Number(offset) / module.layout.pointerSize();
  for (const global of module.globals.values()) {
    if (!/^_ZT[VC]/.test(global.name) || !global.initializer) continue;
    for (const table of tablesIn(global.initializer)) {
      const entry = table[methodsFrom(table) + index];
      const target = entry && stripAll(entry);
      if (target?.kind === 'function') found.add(target);
    }
  }
  return [...found];
}

/** One for each base class with a table of its own. */
function tablesIn(initializer: Constant): readonly (readonly Constant[])[] {
  if (initializer.kind !== 'aggregate') return [];
  return initializer.type.kind === 'struct' ? initializer.elements.flatMap(tablesIn) : [initializer.elements];
}

/** Behind the run-time type; without one (`-fno-rtti`), the first method. */
function methodsFrom(table: readonly Constant[]): number {
  const type = table.findIndex((entry) => isGlobal(stripAll(entry)));
  return type >= 0 ? type + 1 : Math.max(0, table.findIndex((entry) => stripAll(entry).kind === 'function'));
}

function isGlobal(value: Value): boolean { return value.kind === 'global' && value.name.startsWith('_ZTI'); }
