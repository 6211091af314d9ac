/**
 * What the reverse sweep needs of the forward sweep, and how it gets it: recomputed from what is still there (arguments,
 * memory that nothing overwrites, iteration counts, cheap arithmetic), or cached in a record of a frame.
 *
 * The choice is greedy: a value is recomputed when what that takes from the cache costs no more than caching the value
 * itself, counted in bytes (of 16 executions per loop level). A minimum cut over the same costs can replace it.
 *
 * Theory: Griewank & Walther, "Evaluating Derivatives", 2nd ed., SIAM 2008, chapters 4 and 12.
 */
export * from './arrivals.js';
export * from './frames.js';
export * from './kept-memory.js';
export * from './plan.js';
export * from './reservations.js';
export * from './selections.js';
export * from './stability.js';
export * from './print.js';
