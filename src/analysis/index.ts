/**
 * What can be said about a function without knowing that it will be differentiated: its control flow, loops, memory
 * and calls. Every analysis is a snapshot: after a function has changed, make it anew.
 *
 * Invariant: "may" answers err towards yes, "must" answers towards no. Nothing here changes the IR, except the trip
 * count code that a caller asks for.
 */
export * from './control-flow.js';
export * from './dominators.js';
export * from './loops.js';
export * from './remember.js';
export * from './strongly-connected.js';
export * from './metadata.js';
export * from './source-location.js';
export * from './addresses.js';
export * from './induction.js';
export * from './trip-count.js';
export * from './tbaa.js';
export * from './block-order.js';
export * from './call-effects.js';
export * from './memory.js';
export * from './objects.js';
export * from './bytes.js';
export * from './exponent.js';
export * from './known-bits.js';
export * from './rounding.js';
export * from './call-graph.js';
export * from './read-only-arguments.js';
export { type CallTargets, PossibleCallees, isVirtualTablePointer } from './call-targets.js';
export type { MemoryRange, Write } from './writes.js';
