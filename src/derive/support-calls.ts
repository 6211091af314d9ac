/** The helper functions that derivative code calls, by name: a derivative of that code treats them as what they are for. */
export const supportNames = {
  allocate: '__ribozyme_allocate', grow: '__ribozyme_grow', bury: '__ribozyme_bury', release: '__ribozyme_release', inherit: '__ribozyme_inherit',
  keep: '__ribozyme_keep', stop: '__ribozyme_stop', log: '__ribozyme_log',
} as const;

/**
 * What the helper does to pointers in memory, and must do to those in shadows: see `support.ts` and `transfers.ts`. Those
 * that move numbers are differentiated as the loops they are; `grow` is taken apart before (`records.ts`).
 */
export type SupportOperation = 'bury' | 'release' | 'inherit' | 'copyOthers' | 'fillOthers';

/** Rounding to reduced precision (`rounding.ts`): the derivative goes through it as through a conversion. */
export function isRounding(name: string): boolean { return name.startsWith('__ribozyme_round_'); }

export function supportOperation(name: string): SupportOperation | undefined {
  switch (name) {
    case supportNames.bury: return 'bury';
    case supportNames.release: return 'release';
    case supportNames.inherit: return 'inherit';
    default: {
      const transfer = /^__ribozyme_(copyOthers|fillOthers)_/.exec(name)?.[1];
      return transfer === 'copyOthers' || transfer === 'fillOthers' ? transfer : undefined;
    }
  }
}
