/**
 * `blockaddress(@f, %bb)`. The constant is carried as text around the function, so the block needs a name that outlives
 * renumbering: a block known by its number gets a name, here and when its function's body is read, whichever comes first.
 */
import { type BasicBlock, type Constant, ConstantOpaque, type Function, type Type, quoteName } from '../ir/index.js';
import { readGlobal } from './constants.js';
import { Punctuation, Token } from './lexer.js';
import type { ModuleContext, Reader } from './reader.js';

export function readBlockAddress(reader: Reader, type: Type): Constant {
  reader.next();
  reader.expect(Punctuation.open, '`(`');
  const at = reader.start;
  const fn = readGlobal(reader);
  if (fn.kind !== 'function') return reader.fail('expected a function', at);
  reader.expect(Punctuation.comma, '`,`');
  if (!reader.at(Token.local)) reader.failExpected('a block');
  const number = reader.nameNumber;
  const name = number < 0 ? reader.name : nameNumberedBlock(reader.context, fn, number);
  reader.next();
  reader.expect(Punctuation.close, '`)`');
  return new ConstantOpaque(type, ['blockaddress(', fn, `, %${quoteName(name)})`]);
}

/** The name that block `number` of `fn` gets. */
function nameNumberedBlock(context: ModuleContext, fn: Function, number: number): string {
  const name = nameFor(number);
  const blocks = context.readBlocks.get(fn);
  if (blocks) {
    const block = blocks.get(number);
    if (block) block.name ??= name;
    return block?.name ?? name;
  }
  const numbers = context.addressedBlocks.get(fn);
  if (numbers) numbers.add(number);
  else context.addressedBlocks.set(fn, new Set([number]));
  return name;
}

/** Once the body of `fn` has been read: names the blocks whose address is taken by number. */
export function nameAddressedBlocks(context: ModuleContext, fn: Function, byNumber: ReadonlyMap<number, BasicBlock>): void {
  context.readBlocks.set(fn, byNumber);
  for (const number of context.addressedBlocks.get(fn) ?? []) {
    const block = byNumber.get(number);
    if (block) block.name ??= nameFor(number);
  }
}

function nameFor(number: number): string { return `address.taken.${number}`; }
