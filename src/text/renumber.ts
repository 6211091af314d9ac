/**
 * Unnamed globals are numbered in the order in which they are printed. When a pass has removed one, or a text had them in
 * another order, the numbers are given anew.
 */
import type { Global, Module } from '../ir/index.js';
import { looksLikeNumber } from './names.js';

/** Gives every unnamed global the number that its place demands. @returns whether any changed. */
export function renumberGlobals(module: Module): boolean {
  const unnamed = [...module.globals.values(), ...module.aliases.values(), ...module.ifuncs.values(), ...module.functions.values()]
    .filter((global) => looksLikeNumber(global.name));
  if (unnamed.every((global, index) => global.name === String(index))) return false;
  // Bodies that are still text have the old numbers.
  for (const fn of module.functions.values()) if (!fn.isDeclaration) void fn.blocks;
  const numbers = new Map(unnamed.map((global, index) => [global.name, String(index)]));
  unnamed.forEach((global, index) => { global.name = String(index); });
  rekey(module.globals);
  rekey(module.aliases);
  rekey(module.ifuncs);
  rekey(module.functions);
  for (const [number, node] of module.metadata) module.metadata.set(number, withNewNumbers(node, numbers));
  return true;
}

function rekey<T extends Global>(table: Map<string, T>): void {
  const globals = [...table.values()];
  table.clear();
  for (const global of globals) table.set(global.name, global);
}

function withNewNumbers(node: string, numbers: ReadonlyMap<string, string>): string {
  if (!node.includes('@')) return node;
  return node.replace(/"[^"]*"|@(\d+)/g, (found, number: string | undefined) => (number === undefined ? found : `@${numbers.get(number) ?? number}`));
}
