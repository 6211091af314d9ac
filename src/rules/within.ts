/**
 * Functions that look for something in the object behind one of their arguments, and return its address there, or null.
 * They write nothing. The shadow of the result is as far into the shadow of the object.
 */
export interface WithinRule { readonly kind: 'within'; readonly why: string; readonly object: number }

/** By exact name. */
export function withinRules(): Map<string, WithinRule> {
  return new Map(rows.map(([name, object, why]): [string, WithinRule] => [name, { kind: 'within', why, object }]));
}

const rows: readonly (readonly [name: string, object: number, why: string])[] = [
  ['__dynamic_cast', 0, 'the part of an object that is of a class'],
  // `bsearch`, of which the comparison is known to decide an order and nothing else.
  ['__ribozyme_search', 1, 'an element of a sorted array'],
];
