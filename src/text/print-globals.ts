/** Global variables, aliases and ifuncs as text. */
import type { GlobalAlias, GlobalIfunc, GlobalVariable } from '../ir/index.js';
import { attributeText, knowsGlobalProperty } from './dialect.js';
import { printConstant, printTyped } from './print-constants.js';
import { globalName } from './print-names.js';

/** The words that are there, with a blank behind each. */
export function globalWordsText(words: readonly string[]): string {
  return words.filter((word) => word !== '').map((word) => `${word} `).join('');
}

export function printGlobal(global: GlobalVariable, llvm: number): string {
  const { words, initializer } = global;
  const linkage = words.linkage === '' && !initializer ? 'external' : words.linkage;
  const space = global.type.kind === 'pointer' && global.type.addressSpace !== 0 ? `addrspace(${global.type.addressSpace})` : '';
  const before = globalWordsText([
    linkage, words.preemption, words.visibility, words.dllStorage, words.threadLocal, words.unnamedAddr, space,
    global.externallyInitialized ? 'externally_initialized' : '', global.isConstant ? 'constant' : 'global',
  ]);
  const value = initializer ? ` ${printConstant(initializer, llvm)}` : '';
  const attributes = attributeText(global.attributes, llvm).trimEnd();
  return `${globalName(global.name)} = ${before}${global.valueType.text}${value}${trailingText(global.trailing, llvm)}`
    + `${attributes === '' ? '' : ` ${attributes}`}\n`;
}

export function printIndirect(global: GlobalAlias | GlobalIfunc, llvm: number): string {
  const { words } = global;
  const before = globalWordsText([
    words.linkage, words.preemption, words.visibility, words.dllStorage, words.threadLocal, words.unnamedAddr, global.kind,
  ]);
  const target = global.kind === 'alias' ? global.target : global.resolver;
  return `${globalName(global.name)} = ${before}${global.valueType.text}, ${printTyped(target, llvm)}${trailingText(global.trailing, llvm)}\n`;
}

function trailingText(parts: readonly string[], llvm: number): string {
  return parts.filter((part) => knowsGlobalProperty(part, llvm)).map((part) => `, ${part}`).join('');
}
