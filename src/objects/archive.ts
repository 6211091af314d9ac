/** Archives (`libx.a`) in the GNU and BSD forms, and thin ones, which name their members instead of holding them. */

export interface ArchiveMember {
  readonly name: string;
  /** Undefined in a thin archive: then `name` is a path, relative to the archive. */
  readonly bytes: Uint8Array | undefined;
}

const headerSize = 60;

export function isArchive(bytes: Uint8Array): boolean { return magicOf(bytes) !== undefined; }

/** The members that are files, in their order; not the indices of symbols and long names. */
export function archiveMembers(bytes: Uint8Array): ArchiveMember[] {
  const isThin = magicOf(bytes) === '!<thin>\n';
  const members: ArchiveMember[] = [];
  let longNames = '';
  for (let position = 8; position + headerSize <= bytes.length;) {
    const stated = ascii(bytes, position, 16).trimEnd();
    const size = Number(ascii(bytes, position + 48, 10).trim());
    if (!Number.isInteger(size)) break;
    const start = position + headerSize;
    const isIndex = stated === '/' || stated === '//' || stated === '/SYM64/';
    const isHeld = !isThin || isIndex;
    if (stated === '//') longNames = ascii(bytes, start, size);
    if (!isIndex) members.push(member(stated, isHeld ? bytes.subarray(start, start + size) : undefined, longNames));
    position = start + (isHeld ? size + (size % 2) : 0);
  }
  return members.filter(({ name }) => !name.startsWith('__.SYMDEF'));
}

function member(stated: string, bytes: Uint8Array | undefined, longNames: string): ArchiveMember {
  const long = /^\/(\d+)$/.exec(stated)?.[1];
  if (long !== undefined) return { name: longNames.slice(Number(long)).split('/\n')[0] ?? '', bytes };
  const inside = Number(/^#1\/(\d+)$/.exec(stated)?.[1] ?? 0);
  if (inside > 0 && bytes) return { name: ascii(bytes, 0, inside).replace(/\0+$/, ''), bytes: bytes.subarray(inside) };
  return { name: stated.replace(/\/$/, ''), bytes };
}

function magicOf(bytes: Uint8Array): string | undefined {
  const magic = ascii(bytes, 0, 8);
  return magic === '!<arch>\n' || magic === '!<thin>\n' ? magic : undefined;
}

function ascii(bytes: Uint8Array, start: number, length: number): string { return new TextDecoder('latin1').decode(bytes.subarray(start, start + length)); }
