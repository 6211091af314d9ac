/** What a function can get at. */
import type { Constant, Module, Value } from '../ir/index.js';

/** The names of the functions and variables that a function mentions, or that those mention, and so on; itself included. */
export function reachableNames(module: Module, symbol: string): Set<string> {
  const names = new Set<string>([symbol]);
  for (const name of names) { // a set yields what is added while it is walked
    const fn = module.functions.get(name);
    if (fn && !fn.isDeclaration) for (const instruction of fn.instructions()) instruction.operands.forEach((operand) => mention(operand, names));
    const initializer = module.globals.get(name)?.initializer;
    if (initializer) mention(initializer, names);
    const target = module.aliases.get(name)?.target ?? module.ifuncs.get(name)?.resolver;
    if (target) mention(target, names);
  }
  return names;
}

function mention(value: Value, names: Set<string>): void {
  switch (value.kind) {
    case 'function': case 'global': case 'alias': case 'ifunc': names.add(value.name); return;
    case 'expression': value.operands.forEach((operand: Constant) => mention(operand, names)); return;
    case 'aggregate': value.elements.forEach((element) => mention(element, names)); return;
    case 'splat': mention(value.element, names); return;
    case 'opaque': value.parts.forEach((part) => { if (typeof part !== 'string') mention(part, names); }); return;
    default: return; // arguments, instructions, blocks and numbers have no name outside; metadata is no use
  }
}
