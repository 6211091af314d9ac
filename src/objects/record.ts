/**
 * The IR of one source file as bytes: a mark, two lengths, the header as JSON, the IR compressed. Records can be put one
 * after the other, as `ld -r` does with the sections of the objects it merges.
 */
import { deflateSync, inflateSync } from 'node:zlib';

/** A function that is nowhere, which the code of a pending file calls: what a linker that is not ours says is missing. */
export const linkStepSymbol = 'ribozyme_link_step_needed__link_with_ribozyme_clang';

export interface RecordHeader {
  readonly version: number;
  /** As named in the compile command. */
  readonly source: string;
  /** As named in the compile command. */
  readonly compiler: string;
  readonly llvm: number;
  /** `raw`: bitcode (or text) that no pass has seen; `canonical`: text in the canonical form. */
  readonly form: 'raw' | 'canonical';
  /** For raw IR: the flags that bring it to the canonical form. */
  readonly canonicalFlags: readonly string[];
  /** The options for machine code, each with its value if that is a word of its own. */
  readonly codeOptions: readonly (readonly string[])[];
  readonly optimisation: string | undefined;
  readonly debugInfo: boolean;
  /** The code asks for derivatives. */
  readonly derives: boolean;
  /** They are not there: they can be made only where more files are known. */
  readonly pending: boolean;
  /** They are there, and can be better where more files are known: functions are called through pointers. */
  readonly open: boolean;
  /** Library functions that the derivatives take for what their names say, where no other file defines them. */
  readonly assumes: readonly string[];
  /** Whether it states facts about functions (`__enzyme_register_...`), which hold for derivatives in other files too. */
  readonly registers: boolean;
}

export interface IrRecord {
  readonly header: RecordHeader;
  /** Uncompresses. */
  readonly ir: () => Uint8Array;
}

export const recordVersion = 1;
const mark = 'ribozyme';
const fixedSize = mark.length + 8;

/** A multiple of eight bytes. */
export function encodeRecord(header: Omit<RecordHeader, 'version'>, ir: Uint8Array): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify({ version: recordVersion, ...header }));
  const body = deflateSync(ir);
  const record = new Uint8Array(Math.ceil((fixedSize + head.length + body.length) / 8) * 8);
  record.set(new TextEncoder().encode(mark));
  const lengths = new DataView(record.buffer, mark.length);
  lengths.setUint32(0, head.length, true);
  lengths.setUint32(4, body.length, true);
  record.set(head, fixedSize);
  record.set(body, fixedSize + head.length);
  return record;
}

/** What is no record, or of another version, is left out: then the object is as if compiled without us. */
export function decodeRecords(bytes: Uint8Array): IrRecord[] {
  const records: IrRecord[] = [];
  for (let position = 0; position + fixedSize <= bytes.length;) {
    if (new TextDecoder('latin1').decode(bytes.subarray(position, position + mark.length)) !== mark) {
      position += 8; // linkers may pad
      continue;
    }
    const lengths = new DataView(bytes.buffer, bytes.byteOffset + position + mark.length);
    const [headLength, bodyLength] = [lengths.getUint32(0, true), lengths.getUint32(4, true)];
    const [head, body] = [position + fixedSize, position + fixedSize + headLength];
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(head, body))) as RecordHeader;
    if (header.version === recordVersion) records.push({ header, ir: () => inflateSync(bytes.subarray(body, body + bodyLength)) });
    position += Math.ceil((fixedSize + headLength + bodyLength) / 8) * 8;
  }
  return records;
}
