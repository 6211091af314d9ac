/** A lexer that knows the module it reads: what the readers of types, constants and instructions share. */
import type { BasicBlock, ConstantInt, Function, Global, Module, Type } from '../ir/index.js';
import { Lexer, Punctuation, Token } from './lexer.js';
import type { LocalScope } from './scope.js';
import type { TypeTable } from './type-table.js';

/** What is known of a module while it is read, bodies that are read later included. */
export interface ModuleContext {
  readonly file: string;
  readonly text: string;
  readonly module: Module;
  readonly types: TypeTable;
  /** Every global by the name it has in the text; bodies read later are bound to these objects, not to their names. */
  readonly globals: Map<string, Global>;
  /** Small integer constants, by width and digits. */
  readonly integers: Map<string, ConstantInt>;
  /** Some block's address is taken by its number. */
  readonly hasAddressedBlocks: boolean;
  /** Unnamed blocks whose address is taken in functions that have not been read; see `block-addresses.ts`. */
  readonly addressedBlocks: Map<Function, Set<number>>;
  /** The unnamed blocks of functions that have been read, when some block's address is taken by number. */
  readonly readBlocks: WeakMap<Function, ReadonlyMap<number, BasicBlock>>;
  /** Names in the text are not those of the module (type aliases, addressed blocks, ...): no body can be printed as it was. */
  isRenamed: boolean;
}

export class Reader extends Lexer {
  /** What the type that was read last pointed to, when the text wrote it as a typed pointer. */
  pointee: Type | undefined;

  constructor(readonly context: ModuleContext, from: number, limit: number, readonly scope?: LocalScope) {
    super(context.file, context.text, from, limit);
    this.next();
  }

  /** Whether the current token is of this kind. (A method, so that TypeScript forgets the answer when the reader moves.) */
  at(kind: number): boolean { return this.kind === kind; }

  /** Moves past the current token if it is of this kind. */
  accept(kind: number): boolean {
    if (this.kind !== kind) return false;
    this.next();
    return true;
  }

  acceptWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.next();
    return true;
  }

  expect(kind: number, what: string): void {
    if (!this.accept(kind)) this.failExpected(what);
  }

  expectWord(word: string): void {
    if (!this.acceptWord(word)) this.failExpected(`\`${word}\``);
  }

  failExpected(what: string): never {
    return this.fail(`expected ${what}, found ${this.kind === Token.end ? 'the end' : `\`${shorten(this.slice)}\``}`);
  }

  /** The current token's characters, moving past it. */
  take(): string {
    const { slice } = this;
    this.next();
    return slice;
  }

  /** Moves past a comma, unless what follows it is a metadata attachment. */
  acceptCommaBeforeOperand(): boolean {
    if (!this.at(Punctuation.comma) || this.peek() === exclamation) return false;
    this.next();
    return true;
  }

  /** An unsigned decimal integer. */
  integer(what: string): number {
    const { slice } = this;
    if (this.kind !== Token.number || !/^\d{1,15}$/.test(slice)) this.failExpected(what);
    this.next();
    return Number(slice);
  }

  /** The text between the quotes of a string, unescaped. */
  string(what: string): string {
    if (this.kind !== Token.string) this.failExpected(what);
    const { name } = this;
    this.next();
    return name;
  }
}

/** What attachments begin with. */
const exclamation = 0x21;

function shorten(text: string): string { return text.length > 40 ? `${text.slice(0, 40)}...` : text; }
