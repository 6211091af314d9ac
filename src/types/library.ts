/** What functions without a body are known to do with the types of their arguments: intrinsics, the C library, hints. */
import type { DataKind } from './runs.js';

export interface CalleeFacts {
  /** Copies argument 2 bytes from argument 1 to argument 0. */
  readonly copies?: boolean;
  readonly returnsFirst?: boolean;
  /** The result holds what argument 0 held. */
  readonly reallocates?: boolean;
  /** The result points to text. */
  readonly returnsText?: boolean;
  /** Arithmetic over integers. */
  readonly integers?: boolean;
  /** Arrays behind pointer arguments. */
  readonly memory?: readonly MemoryFact[];
  /** Single values behind pointer arguments. */
  readonly scalars?: readonly (MemoryFact & { readonly argument: number })[];
}

interface MemoryFact { readonly argument: number | 'all'; readonly kind: DataKind; readonly size?: number }

/** The facts of an external function, by its name. */
export function calleeFacts(name: string): CalleeFacts | undefined {
  const exact = functions.get(name);
  if (exact) return exact;
  return families.find(([pattern]) => pattern.test(name))?.[1];
}

const text = (...args: number[]): readonly MemoryFact[] => args.map((argument) => ({ argument, kind: 'integer', size: 1 }));
const one = (argument: number, kind: DataKind, size?: number): CalleeFacts => ({
  scalars: [{ argument, kind, ...(size !== undefined && { size }) }],
});

const functions: ReadonlyMap<string, CalleeFacts> = new Map<string, CalleeFacts>([
  ['memcpy', { copies: true, returnsFirst: true }],
  ['memmove', { copies: true, returnsFirst: true }],
  ['__memcpy_chk', { copies: true, returnsFirst: true }],
  ['__memmove_chk', { copies: true, returnsFirst: true }],
  ['mempcpy', { copies: true }],
  ['memset', { returnsFirst: true }],
  ['realloc', { reallocates: true }],
  ['reallocarray', { reallocates: true }],
  ['strcpy', { returnsFirst: true, memory: text(0, 1) }],
  ['stpcpy', { memory: text(0, 1) }],
  ['strncpy', { returnsFirst: true, memory: text(0, 1) }],
  ['strcat', { returnsFirst: true, memory: text(0, 1) }],
  ['strncat', { returnsFirst: true, memory: text(0, 1) }],
  ['strlen', { memory: text(0) }],
  ['strcmp', { memory: text(0, 1) }],
  ['strncmp', { memory: text(0, 1) }],
  ['strchr', { memory: text(0) }],
  ['strrchr', { memory: text(0) }],
  ['strstr', { memory: text(0, 1) }],
  ['atoi', { memory: text(0) }],
  ['atof', { memory: text(0) }],
  ['strtod', { memory: text(0) }],
  ['strtol', { memory: text(0) }],
  ['puts', { memory: text(0) }],
  ['printf', { memory: text(0) }],
  ['fprintf', { memory: text(1) }],
  ['sprintf', { memory: text(0, 1) }],
  ['snprintf', { memory: text(0, 2) }],
  ['frexp', one(1, 'integer', 4)],
  ['frexpf', one(1, 'integer', 4)],
  ['frexpl', one(1, 'integer', 4)],
  ['remquo', one(2, 'integer', 4)],
  ['remquof', one(2, 'integer', 4)],
  ['lgamma_r', one(1, 'integer', 4)],
  ['lgammaf_r', one(1, 'integer', 4)],
  ['modf', one(1, 'double')],
  ['modff', one(1, 'float')],
  ['sincos', { scalars: [{ argument: 1, kind: 'double' }, { argument: 2, kind: 'double' }] }],
  ['sincosf', { scalars: [{ argument: 1, kind: 'float' }, { argument: 2, kind: 'float' }] }],
]);

/** Names with a type, a width or a suffix in them. */
const families: readonly (readonly [RegExp, CalleeFacts])[] = [
  [/^_ZNSt7__cxx1112basic_stringIc.*9_M_createERmm$/, { returnsText: true }],
  [/^llvm\.(memcpy|memmove)\./, { copies: true }],
  [/^llvm\.(launder|strip)\.invariant\.group\.|^llvm\.(ssa\.copy|expect|ptr\.annotation|annotation)\.|^llvm\.expect\.with/, { returnsFirst: true }],
  [/^llvm\.ptrmask\./, { returnsFirst: true }],
  [/^llvm\.([su](max|min|cmp)|abs|ctpop|ctlz|cttz)\./, { integers: true }],
  [/^llvm\.[us](add|sub|mul|shl)\.(sat|with\.overflow)\./, { integers: true }],
  [/^llvm\.vector\.reduce\.(add|mul|[su](max|min))\./, { integers: true }],
  // Hints of the Enzyme interface: the memory behind the pointer, an array of them.
  [/__enzyme_double/, { memory: [{ argument: 0, kind: 'double' }] }],
  [/__enzyme_float/, { memory: [{ argument: 0, kind: 'float' }] }],
  [/__enzyme_integer/, { memory: [{ argument: 0, kind: 'integer', size: 1 }] }],
  [/__enzyme_pointer/, { memory: [{ argument: 0, kind: 'pointer' }] }],
  [/^cblas_d[a-z0-9]+$/, { memory: [{ argument: 'all', kind: 'double' }] }],
  [/^cblas_s[a-z0-9]+$/, { memory: [{ argument: 'all', kind: 'float' }] }],
];
