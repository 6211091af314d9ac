/** ELF files, of either word size and byte order: sections, symbols, and adding a section. */

interface Field { readonly offset: number; readonly size: 2 | 4 | 8 }
interface Format {
  readonly header: { readonly sectionTable: Field; readonly entrySize: Field; readonly count: Field; readonly names: Field };
  readonly sectionSize: number;
  readonly section: Readonly<Record<'name' | 'type' | 'flags' | 'offset' | 'size' | 'link' | 'info' | 'alignment' | 'entrySize', Field>>;
  readonly symbolSize: number;
  readonly symbol: Readonly<Record<'name' | 'section', Field>> & { readonly info: number };
}

const at = (offset: number, size: Field['size']): Field => ({ offset, size });
const bits64: Format = {
  header: { sectionTable: at(40, 8), entrySize: at(58, 2), count: at(60, 2), names: at(62, 2) },
  sectionSize: 64,
  section: {
    name: at(0, 4), type: at(4, 4), flags: at(8, 8), offset: at(24, 8), size: at(32, 8), link: at(40, 4), info: at(44, 4), alignment: at(48, 8), entrySize: at(56, 8),
  },
  symbolSize: 24,
  symbol: { name: at(0, 4), section: at(6, 2), info: 4 },
};
const bits32: Format = {
  header: { sectionTable: at(32, 4), entrySize: at(46, 2), count: at(48, 2), names: at(50, 2) },
  sectionSize: 40,
  section: {
    name: at(0, 4), type: at(4, 4), flags: at(8, 4), offset: at(16, 4), size: at(20, 4), link: at(24, 4), info: at(28, 4), alignment: at(32, 4), entrySize: at(36, 4),
  },
  symbolSize: 16,
  symbol: { name: at(0, 4), section: at(14, 2), info: 12 },
};

const types = { progbits: 1, symbols: 2, dynamicSymbols: 11 } as const;
/** `SHF_EXCLUDE`: kept by `ld -r`, left out of programs and shared libraries. */
const excluded = 0x8000_0000;
const sharedObject = 3;

export interface ElfSymbol {
  readonly name: string;
  readonly isDefined: boolean;
  readonly isWeak: boolean;
}

export function isElf(bytes: Uint8Array): boolean {
  return bytes.length > 52 && bytes[0] === 0x7f && bytes[1] === 0x45 && bytes[2] === 0x4c && bytes[3] === 0x46;
}

/** Symbols that take part in linking: none that are local. Of a shared library, those it offers. */
export function elfSymbols(bytes: Uint8Array): ElfSymbol[] { return new ElfFile(bytes).symbols(); }

/** The contents of every section of this name. */
export function elfSections(bytes: Uint8Array, name: string): Uint8Array[] { return new ElfFile(bytes).contents(name); }

/** The same file with one more section, at the end, that linkers leave out of what they make. */
export function withExcludedSection(bytes: Uint8Array, name: string, content: Uint8Array): Uint8Array { return new ElfFile(bytes).with(name, content); }

class ElfFile {
  private readonly view: DataView;
  private readonly format: Format;
  private readonly isLittleEndian: boolean;
  private readonly table: number;
  private readonly entrySize: number;
  private readonly count: number;
  private readonly namesIndex: number;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.format = bytes[4] === 2 ? bits64 : bits32;
    this.isLittleEndian = bytes[5] === 1;
    const { header, section } = this.format;
    this.table = this.read(0, header.sectionTable);
    this.entrySize = this.read(0, header.entrySize) || this.format.sectionSize;
    // More than 65,000 sections: the numbers do not fit, and are in the first section's header.
    this.count = this.table === 0 ? 0 : this.read(0, header.count) || this.read(this.table, section.size);
    const names = this.read(0, header.names);
    this.namesIndex = names === 0xffff ? this.read(this.table, section.link) : names;
  }

  symbols(): ElfSymbol[] {
    const isShared = this.view.getUint16(16, this.isLittleEndian) === sharedObject;
    const found: ElfSymbol[] = [];
    for (let index = 0; index < this.count; index++) {
      if (this.field(index, 'type') !== (isShared ? types.dynamicSymbols : types.symbols)) continue;
      const [from, names] = [this.field(index, 'offset'), this.field(this.field(index, 'link'), 'offset')];
      const end = from + this.field(index, 'size');
      for (let entry = from; entry < end; entry += this.format.symbolSize) {
        const binding = (this.bytes[entry + this.format.symbol.info] ?? 0) >> 4;
        if (binding === 0) continue;
        found.push({
          name: this.text(names + this.read(entry, this.format.symbol.name)),
          isDefined: this.read(entry, this.format.symbol.section) !== 0, isWeak: binding === 2,
        });
      }
    }
    return found;
  }

  contents(name: string): Uint8Array[] {
    return Array.from({ length: this.count }, (_, index) => index)
      .filter((index) => this.nameOf(index) === name)
      .map((index) => this.bytes.subarray(this.field(index, 'offset'), this.field(index, 'offset') + this.field(index, 'size')));
  }

  /**
   * Behind what is there: the names with one more, the content, the section table with one more. Nothing that is there
   * moves. Compilers put the names last, before the table: then those two are replaced, not left behind as waste.
   */
  with(name: string, content: Uint8Array): Uint8Array {
    const { header, section, sectionSize } = this.format;
    const [namesAt, namesSize] = [this.field(this.namesIndex, 'offset'), this.field(this.namesIndex, 'size')];
    const names = this.bytes.subarray(namesAt, namesAt + namesSize);
    const tableBytes = this.bytes.subarray(this.table, this.table + this.count * this.entrySize);
    const isNamesLast = namesAt + namesSize <= this.table && this.table - namesAt - namesSize < 16 && this.table + tableBytes.length === this.bytes.length;
    const parts = new Parts(isNamesLast ? this.bytes.subarray(0, namesAt) : this.bytes);
    const added = new TextEncoder().encode(`${name}\0`);
    const newNames = parts.add(names, 1);
    parts.add(added, 1);
    const newContent = parts.add(content, 8);
    const newTable = parts.add(tableBytes, 8);
    const entry = parts.add(new Uint8Array(sectionSize), 1);
    const result = new ElfWriter(parts.join(), this.isLittleEndian);
    result.write(0, header.sectionTable, newTable);
    if (this.read(0, header.count) !== 0 && this.count + 1 < 0xff00) result.write(0, header.count, this.count + 1);
    else {
      result.write(0, header.count, 0);
      result.write(newTable, section.size, this.count + 1);
    }
    const namesEntry = newTable + this.namesIndex * this.entrySize;
    result.write(namesEntry, section.offset, newNames);
    result.write(namesEntry, section.size, namesSize + added.length);
    result.write(entry, section.name, namesSize);
    result.write(entry, section.type, types.progbits);
    result.write(entry, section.flags, excluded);
    result.write(entry, section.offset, newContent);
    result.write(entry, section.size, content.length);
    result.write(entry, section.alignment, 8);
    return result.bytes;
  }

  private nameOf(index: number): string { return this.text(this.field(this.namesIndex, 'offset') + this.field(index, 'name')); }

  private field(index: number, name: keyof Format['section']): number { return this.read(this.table + index * this.entrySize, this.format.section[name]); }

  private read(base: number, { offset, size }: Field): number {
    switch (size) {
      case 2: return this.view.getUint16(base + offset, this.isLittleEndian);
      case 4: return this.view.getUint32(base + offset, this.isLittleEndian);
      case 8: return Number(this.view.getBigUint64(base + offset, this.isLittleEndian));
    }
  }

  private text(from: number): string {
    const end = this.bytes.indexOf(0, from);
    return new TextDecoder().decode(this.bytes.subarray(from, end));
  }
}

class ElfWriter {
  private readonly view: DataView;
  constructor(readonly bytes: Uint8Array, private readonly isLittleEndian: boolean) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  write(base: number, { offset, size }: Field, value: number): void {
    switch (size) {
      case 2: this.view.setUint16(base + offset, value, this.isLittleEndian); break;
      case 4: this.view.setUint32(base + offset, value, this.isLittleEndian); break;
      case 8: this.view.setBigUint64(base + offset, BigInt(value), this.isLittleEndian); break;
    }
  }
}

/** Bytes put together piece by piece. */
class Parts {
  private readonly pieces: Uint8Array[];
  private length: number;
  constructor(start: Uint8Array) {
    this.pieces = [start];
    this.length = start.length;
  }

  /** Where the piece is. */
  add(piece: Uint8Array, alignment: number): number {
    const padding = (alignment - (this.length % alignment)) % alignment;
    this.pieces.push(new Uint8Array(padding), piece);
    const start = this.length + padding;
    this.length = start + piece.length;
    return start;
  }

  join(): Uint8Array {
    const whole = new Uint8Array(this.length);
    let end = 0;
    for (const piece of this.pieces) {
      whole.set(piece, end);
      end += piece.length;
    }
    return whole;
  }
}
