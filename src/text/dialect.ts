/** What the versions of LLVM do not share: which words each knows, and what an older one has instead. */
import { attributeName } from '../ir/index.js';

/** The version we write for when nobody says. */
export const latest = 22;

/** Attributes younger than LLVM 14, by the version that brought them. To leave one out only loses an optimisation or a check. */
const attributeSince: Readonly<Record<string, number>> = {
  allockind: 15, allocptr: 15, fn_ret_thunk_extern: 15, presplitcoroutine: 15, sanitize_memtag: 15, nosanitize_bounds: 14,
  memory: 16, nofpclass: 17, skipprofile: 17, coro_only_destroy_when_complete: 18, dead_on_unwind: 18, writable: 18, optdebug: 18,
  range: 19, initializes: 20, sanitize_numerical_stability: 19, hybrid_patchable: 19, sanitize_realtime: 20,
  sanitize_realtime_blocking: 20, noext: 20, coro_elide_safe: 20, nodivergencesource: 20, sanitize_type: 20, captures: 21,
  dead_on_return: 22, nocreateundeforpoison: 22, sanitize_alloc_token: 22,
};

/** The words that a version knows, with older ones in place of those it does not. */
export function attributesFor(words: readonly string[], llvm: number): readonly string[] {
  if (llvm >= latest) return words;
  return words.flatMap((word) => attributeFor(word, llvm));
}

/** Attribute words with a blank behind each. */
export function attributeText(words: readonly string[], llvm: number): string {
  let text = '';
  for (const word of attributesFor(words, llvm)) text += `${word} `;
  return text;
}

function attributeFor(word: string, llvm: number): readonly string[] {
  const name = attributeName(word);
  const since = attributeSince[name];
  if (since !== undefined && llvm < since) return olderForm(name, word);
  if (name === 'uwtable' && llvm < 15) return ['uwtable'];
  return [word];
}

function olderForm(name: string, word: string): readonly string[] {
  if (name === 'captures') return word === 'captures(none)' ? ['nocapture'] : [];
  return name === 'memory' ? memoryWords(word) : [];
}

/** `memory(argmem: read)` in the words that LLVM had up to 15, as strong as they can say. */
function memoryWords(word: string): readonly string[] {
  const effects = new Map<string, string>();
  for (const part of word.slice('memory('.length, -1).split(',')) {
    const [first = '', second] = part.split(':').map((text) => text.trim());
    effects.set(second === undefined ? 'other' : first, second ?? first);
  }
  const other = effects.get('other') ?? 'none';
  const touched = [...effects].filter(([, effect]) => effect !== 'none');
  const isReadOnly = touched.every(([, effect]) => effect === 'read');
  const isWriteOnly = touched.every(([, effect]) => effect === 'write');
  if (touched.length === 0) return ['readnone'];
  const access = isReadOnly ? ['readonly'] : isWriteOnly ? ['writeonly'] : [];
  if (other !== 'none') return access;
  const places = new Set(touched.map(([place]) => place));
  const known = [...places].every((place) => place === 'argmem' || place === 'inaccessiblemem');
  if (!known) return access;
  if (places.size === 2) return [...access, 'inaccessiblemem_or_argmemonly'];
  return [...access, places.has('argmem') ? 'argmemonly' : 'inaccessiblememonly'];
}

/** Flags of instructions younger than LLVM 14: `opcode flag`, or `* flag` for every opcode. */
const flagSince: Readonly<Record<string, number>> = {
  'or disjoint': 18, 'zext nneg': 18, 'uitofp nneg': 19, 'trunc nuw': 19, 'trunc nsw': 19, 'icmp samesign': 20,
  'getelementptr nuw': 19, 'getelementptr nusw': 19,
};
/** Casts that take fast-math flags, since LLVM 20. */
const castsWithFastMath = new Set(['fptrunc', 'fpext']);

/** Flag words with a blank behind each, without those that the version does not know: they only promise something. */
export function flagText(opcode: string, flags: readonly string[], llvm: number): string {
  let text = '';
  for (const flag of flags) if (knowsFlag(opcode, flag, llvm)) text += `${flag} `;
  return text;
}

function knowsFlag(opcode: string, flag: string, llvm: number): boolean {
  if (llvm >= latest) return true;
  if (castsWithFastMath.has(opcode)) return llvm >= 20;
  return llvm >= (flagSince[`${opcode} ${flag}`] ?? 0);
}

/** Whether debug records exist; before them there were calls of `llvm.dbg.*`. */
export function hasDebugRecords(llvm: number): boolean { return llvm >= 19; }
