/**
 * What each byte of each value is, and of the memory behind each pointer: a float of some format, an integer, a pointer.
 *
 * Facts come from types in the IR, TBAA, debug information and uses; they flow between values that hold the same bytes,
 * through memory, and between callers and callees. A fact follows from a source or is absent: 'unknown' is an answer,
 * and contradicting sources make it one. Memory is taken to hold the same types all its life.
 *
 * `analyzeTypes(module).of(fn)` answers for a function, on demand. Inside: `runs` and `shape` are the vocabulary,
 * `algebra` the operations; `ir-shapes`, `tbaa-shapes`, `debug-shapes` and `library` read the sources; `transfer-*` say
 * how facts pass through instructions, `solver` finds the fixpoint of a function, `module-types` goes over the calls.
 */
export type { DataKind } from './runs.js';
export { type Field, type MemoryLayout, type NumberField, type TypeInfo, isNumber } from './queries.js';
export { type CallContext, type ModuleTypes, type Origin, analyzeTypes } from './module-types.js';
export { type DebugRecordParts, debugRecordOf } from './debug-variables.js';
export { argumentStruct } from './variable-arguments.js';
