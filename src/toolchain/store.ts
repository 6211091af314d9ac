/** Results of the compiler that are kept, so that the same work is not done again: on disk, or in the storage of a browser. */

export interface Store {
  get(key: string): Promise<Uint8Array | undefined>;
  /** May forget older entries. */
  set(key: string, bytes: Uint8Array): Promise<void>;
}

/** What a run of a tool gave: its output file, and what it said meanwhile. */
export interface Made { readonly output: Uint8Array; readonly messages: string }

/** All that the output of a tool depends on. */
export interface Work {
  /** Of the tool. */
  readonly version: string;
  readonly args: readonly string[];
  readonly files: Readonly<Record<string, string | Uint8Array>>;
}

/** What the store has for this work; otherwise what `make` makes, which the store has from then on. A failure is not kept. */
export async function remembered(store: Store | undefined, work: Work, make: () => Promise<Made>): Promise<Made> {
  if (!store) return make();
  const key = await keyOf(work);
  const kept = await store.get(key);
  if (kept) return unpack(kept);
  const made = await make();
  await store.set(key, pack(made));
  return made;
}

/** SHA-256 in hexadecimal, over everything with its length in front, so that no two works give the same bytes. */
async function keyOf({ version, args, files }: Work): Promise<string> {
  const encoder = new TextEncoder();
  const pieces = [version, ...args, '', ...Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)).flat()]
    .map((piece) => (typeof piece === 'string' ? encoder.encode(piece) : piece));
  const lengths = encoder.encode(pieces.map(({ length }) => length).join(' '));
  const digest = await crypto.subtle.digest('SHA-256', concatenate([lengths, ...pieces]));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The length of the messages, the messages, the output. */
function pack({ output, messages }: Made): Uint8Array {
  const text = new TextEncoder().encode(messages);
  return concatenate([new Uint8Array(Uint32Array.of(text.length).buffer), text, output]);
}

function unpack(bytes: Uint8Array): Made {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  return { messages: new TextDecoder().decode(bytes.subarray(4, 4 + length)), output: bytes.subarray(4 + length) };
}

function concatenate(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
