/** The names inside one function: definitions, and uses before them. */
import { Argument, BasicBlock, type Function, type Type, type Value, labelType, sameType } from '../ir/index.js';
import { Token } from './lexer.js';
import type { Reader } from './reader.js';

/** A value that was used before its definition was read: an argument of no function stands in for it. */
interface Pending { readonly standIn: Argument | BasicBlock; readonly at: number }

/** Names and numbers share one table of keys: `12` is a number, `"12"` a string. */
type Key = string | number;

export class LocalScope {
  /** Parts of metadata operands and debug records, which may hold stand-ins. */
  readonly metadataParts: (string | Value)[][] = [];
  /** Blocks without a name, by number. */
  readonly numberedBlocks = new Map<number, BasicBlock>();
  private readonly defined = new Map<Key, Value>();
  private readonly pending = new Map<Key, Pending>();
  private nextNumber = 0;
  /** What stand-ins were replaced by, for metadata, which is in no use list. */
  private readonly replacements = new Map<Value, Value>();

  /** `argumentNumbers` are those of the unnamed arguments, in order. */
  constructor(readonly fn: Function, argumentNumbers: readonly number[]) {
    let unnamed = 0;
    for (const argument of fn.args) this.defined.set(argument.name ?? argumentNumbers[unnamed++] ?? -1, argument);
    this.nextNumber = (argumentNumbers[argumentNumbers.length - 1] ?? -1) + 1;
  }

  /** The value of the current token, moving past it. */
  use(reader: Reader, type: Type): Value {
    const key = keyOf(reader);
    const known = this.defined.get(key) ?? this.pending.get(key)?.standIn;
    if (known) {
      if (!sameType(known.type, type)) reader.fail(`${reader.slice} has the type ${known.type.text}, not ${type.text}`);
      reader.next();
      return known;
    }
    const standIn = new Argument(type, -1);
    this.pending.set(key, { standIn, at: reader.start });
    reader.next();
    return standIn;
  }

  /** The block of the current token, moving past it. */
  useBlock(reader: Reader): BasicBlock {
    if (!reader.at(Token.local)) reader.failExpected('a block');
    const key = keyOf(reader);
    const known = this.defined.get(key) ?? this.pending.get(key)?.standIn;
    if (known && known.kind !== 'block') return reader.fail(`${reader.slice} is no block`);
    const block = known ?? new BasicBlock(this.fn);
    if (!known) this.pending.set(key, { standIn: block, at: reader.start });
    reader.next();
    return block;
  }

  /** Whether `value` stands in for one that has not been defined. */
  isPending(value: Value): boolean { return value.kind === 'argument' && value.index < 0; }

  /** The number written before `=` or `:`, or the next one: they may skip numbers but not go back. */
  takeNumber(reader: Reader, written: number | undefined, at: number): number {
    const number = written ?? this.nextNumber;
    if (number < this.nextNumber) reader.fail(`expected %${this.nextNumber} or a larger number here`, at);
    this.nextNumber = number + 1;
    return number;
  }

  /** The block that starts here, under its name or number. */
  defineBlock(reader: Reader, key: Key, at: number): BasicBlock {
    const standIn = this.pending.get(key)?.standIn;
    if (standIn && standIn.kind !== 'block') reader.fail('this block was used as a value before', at);
    const block = standIn?.kind === 'block' ? standIn : new BasicBlock(this.fn);
    this.pending.delete(key);
    if (this.defined.has(key)) reader.fail(`%${key} is defined twice`, at);
    this.defined.set(key, block);
    if (typeof key === 'string') block.name = key;
    else this.numberedBlocks.set(key, block);
    return block;
  }

  /** Gives `value` to everything that used the name before. */
  define(reader: Reader, key: Key, value: Value, at: number): void {
    if (this.defined.has(key)) reader.fail(`%${key} is defined twice`, at);
    this.defined.set(key, value);
    const pending = this.pending.get(key);
    if (!pending) return;
    const { standIn } = pending;
    if (standIn.kind === 'block') return reader.fail(`%${key} was used as a block before`, at);
    if (!sameType(standIn.type, value.type)) reader.fail(`%${key} has the type ${value.type.text}, but was used as ${standIn.type.text}`, at);
    this.pending.delete(key);
    standIn.replaceAllUsesWith(value);
    this.replacements.set(standIn, value);
  }

  /** After the last instruction: everything must be defined, and metadata gets the values its stand-ins stood for. */
  finish(reader: Reader): void {
    for (const [key, { standIn, at }] of this.pending) {
      reader.fail(standIn.type === labelType ? `there is no block %${key}` : `%${key} is not defined`, at);
    }
    if (this.replacements.size === 0) return;
    for (const parts of this.metadataParts) {
      parts.forEach((part, index) => {
        const value = typeof part === 'string' ? undefined : this.replacements.get(part);
        if (value) parts[index] = value;
      });
    }
  }
}

function keyOf(reader: Reader): Key {
  const number = reader.nameNumber;
  return number >= 0 ? number : reader.name;
}
