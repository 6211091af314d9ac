/** What the versions of LLVM do not share: which words each knows, and what an older one has instead. */
import { type CastOpcode, attributeName } from '../ir/index.js';
import { memoryEffects, memoryWords, olderMemory } from './dialect-memory.js';

/** The version we write for when nobody says. */
export const latest = 22;

/** Attributes younger than LLVM 14, by the version that brought them. To leave one out only loses an optimisation or a check. */
const attributeSince: Readonly<Record<string, number>> = {
  allockind: 15, allocptr: 15, allocalign: 15, fn_ret_thunk_extern: 15, presplitcoroutine: 15, sanitize_memtag: 15, nosanitize_bounds: 15,
  memory: 16, nofpclass: 17, skipprofile: 16, coro_only_destroy_when_complete: 18, dead_on_unwind: 18, writable: 18, optdebug: 18,
  range: 19, initializes: 19, sanitize_numerical_stability: 19, hybrid_patchable: 19, sanitize_realtime: 20,
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
  if (name === 'memory') return [olderMemory(word, llvm)];
  return [word];
}

function olderForm(name: string, word: string): readonly string[] {
  if (name === 'captures') return word === 'captures(none)' ? ['nocapture'] : [];
  return name === 'memory' ? memoryWords(memoryEffects(word)) : [];
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

/** `ptrtoaddr` is younger than `ptrtoint`, which does the same and promises less. */
export function castOpcodeFor(opcode: CastOpcode, llvm: number): CastOpcode {
  return opcode === 'ptrtoaddr' && llvm < 22 ? 'ptrtoint' : opcode;
}

/** Whether debug records exist; before them there were calls of `llvm.dbg.*`. */
export function hasDebugRecords(llvm: number): boolean { return llvm >= 19; }

/** Up to LLVM 21, the lifetime intrinsics took a size before the pointer; -1 stands for all of it. */
export function needsLifetimeSize(callee: string, argumentCount: number, llvm: number): boolean {
  return llvm < 22 && argumentCount === 1 && callee.startsWith('llvm.lifetime.');
}

/** Properties of global variables younger than LLVM 14. Without them a sanitizer checks more, and code is less compact. */
export function knowsGlobalProperty(part: string, llvm: number): boolean {
  if (part.startsWith('code_model ')) return llvm >= 18;
  return llvm >= 15 || !/^(?:no_)?sanitize_/.test(part);
}

/** Since LLVM 20, `x86_mmx` is `<1 x i64>`, also in the intrinsics that had it. Names, strings and comments stay. */
export function withoutMmx(text: string, llvm: number): string {
  if (llvm < 20 || !text.includes('x86_mmx')) return text;
  return text.replace(/"[^"]*"|;[^\n]*|[@%$!][-\w$.]+|\bx86_mmx\b/g, (found) => (found === 'x86_mmx' ? '<1 x i64>' : found));
}
