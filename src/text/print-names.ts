/** Names as text. */
import { type Argument, type BasicBlock, type Function, type Instruction, type Value, quoteName, quoteString } from '../ir/index.js';
import { looksLikeNumber } from './names.js';

/** `@name`, `@12`. */
export function globalName(name: string): string { return `@${quoteName(name)}`; }

/** A name of something local: one that looks like a number is quoted, since numbers are what unnamed values have. */
export function localName(name: string): string { return looksLikeNumber(name) ? quoteString(name) : quoteName(name); }

/** The names that the arguments, blocks and results of one function get: without sigil, quoted where needed. */
export type LocalNames = ReadonlyMap<Value, string>;

/** Numbers what has no name, in LLVM's order, and makes names unique. */
export function nameLocals(fn: Function): LocalNames {
  const names = new Map<Value, string>();
  const taken = new Map<string, number>();
  let next = 0;
  const give = (value: Argument | BasicBlock | Instruction): void => {
    if (value.name === undefined || value.name === '') names.set(value, String(next++));
    else names.set(value, localName(uniqueName(value.name, taken)));
  };
  fn.args.forEach(give);
  for (const block of fn.blocks) {
    give(block);
    for (const instruction of block.instructions) if (instruction.type.kind !== 'void') give(instruction);
  }
  return names;
}

/** `taken` maps each name to the last number tried behind it. */
function uniqueName(base: string, taken: Map<string, number>): string {
  let name = base;
  let suffix = taken.get(base) ?? 0;
  while (taken.has(name)) name = `${base}.${++suffix}`;
  if (name !== base) taken.set(base, suffix);
  taken.set(name, 0);
  return name;
}
