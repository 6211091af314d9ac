/** What may be read, written and called where the next statement goes. */
import type { Random } from './random.js';
import type { FunctionTree } from './syntax.js';

export interface Scope {
  readonly random: Random;
  readonly numbers: readonly string[];
  readonly objects: readonly string[];
  readonly fields: readonly string[];
  readonly arrays: readonly string[];
  /** Arrays on the heap that `realloc` may move: no other pointer to them exists. */
  readonly growable: readonly string[];
  /** Pointers to arrays that may be swapped. */
  readonly pairs: readonly (readonly [string, string])[];
  readonly tables: readonly string[];
  readonly lists: readonly string[];
  /** Lists that nobody walks along at the moment. */
  readonly loose: readonly string[];
  readonly states: readonly string[];
  readonly counters: readonly { readonly name: string; readonly fromOne: boolean }[];
  readonly callees: readonly FunctionTree[];
  readonly loops: number;
  readonly depth: number;
  /** Shared by all scopes of a function: names for counters and variables, and the statements left to spend. */
  readonly shared: { next: number; fuel: number };
}

export function fresh(scope: Scope, prefix: string): string { return `${prefix}${scope.shared.next++}`; }
