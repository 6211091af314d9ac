/** What a link command puts together, read from its words: objects, archives with their members, libraries, sources. */
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ElfSymbol, archiveMembers, elfSymbols, isArchive, isElf, recordsIn, type IrRecord, type LinkObject, type SymbolTable } from '../objects/index.js';
import type { CommandLine, Source } from './command-line.js';

/** An object file, or a member of an archive. */
export class ObjectInput implements LinkObject {
  private known: SymbolTable | undefined;
  private found: readonly IrRecord[] | undefined;
  constructor(readonly path: string, readonly member: string | undefined, readonly bytes: Uint8Array) {}

  /** As linkers write it. */
  get name(): string { return this.member === undefined ? this.path : `${this.path}(${this.member})`; }
  get isDynamic(): boolean { return /\.so(\.|$)/.test(this.path); }
  get records(): readonly IrRecord[] { return (this.found ??= recordsIn(this.bytes)); }
  /** Those of an object that is bitcode are in its IR: somebody has to say them. */
  get symbols(): SymbolTable { return (this.known ??= isElf(this.bytes) ? tableOf(elfSymbols(this.bytes)) : nothing); }
  set symbols(table: SymbolTable) { this.known = table; }
}

/** A piece of the link command, in the order in which it stands there. */
export type LinkPiece =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'source'; readonly source: Source }
  | { readonly kind: 'object'; readonly words: readonly string[]; readonly object: ObjectInput }
  /** `isWhole`: after `--whole-archive`. `group`: archives between `--start-group` and `--end-group` have the same number. */
  | { readonly kind: 'archive'; readonly words: readonly string[]; readonly members: readonly ObjectInput[]; readonly isWhole: boolean; readonly group: number };

export interface LinkInputs { readonly pieces: readonly LinkPiece[]; readonly roots: readonly string[] }

export function readLinkInputs(line: CommandLine): LinkInputs { return new Reader(line).read(); }

export function objectsOf({ pieces }: LinkInputs): ObjectInput[] {
  return pieces.flatMap((piece) => (piece.kind === 'object' ? [piece.object] : piece.kind === 'archive' ? piece.members : []));
}

const nothing: SymbolTable = { defined: new Set(), needed: new Set() };

function tableOf(symbols: readonly ElfSymbol[]): SymbolTable {
  return {
    defined: new Set(symbols.filter(({ isDefined }) => isDefined).map(({ name }) => name)),
    needed: new Set(symbols.filter(({ isDefined, isWeak }) => !isDefined && !isWeak).map(({ name }) => name)),
  };
}

/** Linker options whose value is the next word. */
const takesValue = /^(-rpath|--rpath|-rpath-link|-soname|-h|-z|-Map|-T|-e|-m|-o|-y|-I|--?dynamic-linker|--?version-script|--?defsym|--wrap|-u|--undefined|--?entry|--?script)$/;

class Reader {
  private readonly pieces: LinkPiece[] = [];
  private readonly roots: string[];
  private readonly directories: readonly string[];
  private isWhole = false;
  private isStatic = false;
  private group = 0;
  private groups = 0;

  constructor(private readonly line: CommandLine) {
    const options = line.words.flatMap((word) => (word.kind === 'option' ? [word.words] : []));
    const named = options.flatMap(([word = '', value]) => (word.startsWith('-L') ? [word === '-L' ? value ?? '.' : word.slice(2)] : []));
    this.directories = [...named, ...(process.env['LIBRARY_PATH'] ?? '').split(':').filter((path) => path !== ''), '/usr/local/lib'];
    this.roots = options.some(([word]) => word === '-shared') ? [] : ['main'];
    this.isStatic = options.some(([word]) => word === '-static' || word === '-static-pie');
  }

  read(): LinkInputs {
    for (const word of this.line.words) {
      if (word.kind === 'source') this.pieces.push({ kind: 'source', source: word });
      else if (word.kind === 'file') this.file(word.path, word.words);
      else if (['link', 'both', 'code'].includes(word.stage)) this.option(word.words);
    }
    return { pieces: this.pieces, roots: this.roots };
  }

  private option(words: readonly string[]): void {
    const [first = '', value] = words;
    if (first === '-u' && value !== undefined) this.roots.push(value);
    if (first.startsWith('-l')) this.library(first === '-l' ? value ?? '' : first.slice(2), words);
    else if (first.startsWith('-Wl,')) this.linkerWords(first.slice(4).split(','));
    else if (first === '-Xlinker' && value !== undefined) this.linkerWord(value, words);
    else this.pieces.push({ kind: 'words', words });
  }

  /** `-Wl,--whole-archive,libx.a,--no-whole-archive` names an input among the options. */
  private linkerWords(words: readonly string[]): void {
    let pending: string[] = [];
    const flush = (): void => {
      if (pending.length > 0) this.pieces.push({ kind: 'words', words: [`-Wl,${pending.join(',')}`] });
      pending = [];
    };
    words.forEach((word, i) => {
      const isInput = /\.(a|o)$/.test(word) && !word.startsWith('-') && !takesValue.test(words[i - 1] ?? '');
      if (isInput) {
        flush();
        this.file(word, [word]);
        return;
      }
      this.switches(word);
      if (/^(-u|--undefined)$/.test(words[i - 1] ?? '')) this.roots.push(word);
      pending.push(word);
    });
    flush();
  }

  private linkerWord(word: string, words: readonly string[]): void {
    this.switches(word);
    this.pieces.push({ kind: 'words', words });
  }

  private switches(word: string): void {
    const name = word.replace(/^--?/, '');
    if (name === 'whole-archive') this.isWhole = true;
    else if (name === 'no-whole-archive') this.isWhole = false;
    else if (name === 'start-group' || word === '-(') this.group = ++this.groups;
    else if (name === 'end-group' || word === '-)') this.group = 0;
    else if (/^(Bstatic|dn|non_shared|static)$/.test(name)) this.isStatic = true;
    else if (/^(Bdynamic|dy|call_shared)$/.test(name)) this.isStatic = false;
    else if (name.startsWith('undefined=')) this.roots.push(name.slice('undefined='.length));
  }

  /** As linkers search: directory by directory, the shared library before the archive. Those of the system have no IR. */
  private library(name: string, words: readonly string[]): void {
    const files = name.startsWith(':') ? [name.slice(1)] : [...(this.isStatic ? [] : [`lib${name}.so`]), `lib${name}.a`];
    const path = this.directories.flatMap((directory) => files.map((file) => join(directory, file))).find(isFile);
    if (path === undefined) this.pieces.push({ kind: 'words', words });
    else this.file(path, words);
  }

  private file(path: string, words: readonly string[]): void {
    const bytes = isFile(path) ? readFileSync(path) : new Uint8Array();
    if (!isArchive(bytes)) {
      this.pieces.push({ kind: 'object', words, object: new ObjectInput(path, undefined, bytes) });
      return;
    }
    const members = archiveMembers(bytes).flatMap((member) => {
      const held = member.bytes ?? readThin(join(dirname(path), member.name));
      return held ? [new ObjectInput(path, member.name, held)] : [];
    });
    this.pieces.push({ kind: 'archive', words, members, isWhole: this.isWhole, group: this.group });
  }
}

function readThin(path: string): Uint8Array | undefined { return isFile(path) ? readFileSync(path) : undefined; }

function isFile(path: string): boolean { return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false; }
