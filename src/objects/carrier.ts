/** Records inside object files. The code in them stays as it is, byte for byte. */
import { elfSections, isElf, withExcludedSection } from './elf.js';
import { decodeRecords, type IrRecord } from './record.js';

const sectionName = '.ribozyme';

/** The object with the record in it; undefined for a format that cannot carry one. */
export function attachRecord(object: Uint8Array, record: Uint8Array): Uint8Array | undefined {
  if (isElf(object)) return withExcludedSection(object, sectionName, record);
  return isBitcode(object) ? wrapBitcode(object, record) : undefined;
}

/** Whether objects for a target can carry records. */
export function carriesRecords(triple: string): boolean { return !/darwin|macos|ios|windows|cygwin|wasm|uefi|nvptx|amdgcn/.test(triple); }

/** The record as text behind an assembly file. */
export function recordAssembly(record: Uint8Array): string {
  const lines: string[] = [];
  for (let at = 0; at < record.length; at += 64) lines.push(`\t.byte\t${[...record.subarray(at, at + 64)].join(',')}`);
  return `\t.section\t${sectionName},"e",%progbits\n\t.p2align\t3\n${lines.join('\n')}\n`;
}

export function recordsIn(object: Uint8Array): IrRecord[] {
  if (isElf(object)) return elfSections(object, sectionName).flatMap(decodeRecords);
  return isWrapped(object) ? decodeRecords(behindBitcode(object)) : [];
}

/** `clang -flto` writes bitcode in place of machine code. */
export function isBitcode(bytes: Uint8Array): boolean { return word(bytes, 0) === 0xdec0_4342; }

const wrapperMagic = 0x0b17_c0de;
const wrapperSize = 20;

function isWrapped(bytes: Uint8Array): boolean { return word(bytes, 0) === wrapperMagic; }

/** A wrapper says where in the file the bitcode is; readers leave alone what is behind it. */
function wrapBitcode(bitcode: Uint8Array, behind: Uint8Array): Uint8Array {
  const start = Math.ceil((wrapperSize + bitcode.length) / 8) * 8;
  const whole = new Uint8Array(start + behind.length);
  const header = new DataView(whole.buffer);
  [wrapperMagic, 0, wrapperSize, bitcode.length, 0].forEach((value, i) => header.setUint32(i * 4, value, true));
  whole.set(bitcode, wrapperSize);
  whole.set(behind, start);
  return whole;
}

function behindBitcode(bytes: Uint8Array): Uint8Array { return bytes.subarray(Math.ceil((word(bytes, 8) + word(bytes, 12)) / 8) * 8); }

function word(bytes: Uint8Array, offset: number): number {
  return bytes.length < offset + 4 ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(offset, true);
}
