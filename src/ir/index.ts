/**
 * The intermediate representation: LLVM's, as plain TypeScript objects.
 *
 * `types` and `values` are the vocabulary, `opcodes` the tables, `instructions` the classes, `module` what has a name;
 * `layout` knows sizes and offsets, `floats` exact bits, `builder` appends, `clone` copies, `verifier` checks, `linker`
 * merges modules. Reading and writing text is the room next door (`text/`).
 *
 * Language reference: https://llvm.org/docs/LangRef.html
 */
export * from './types.js';
export * from './layout.js';
export * from './values.js';
export * from './opcodes.js';
export * from './instructions.js';
export * from './module.js';
export * from './floats.js';
export * from './builder.js';
export * from './clone.js';
export * from './split.js';
export { verifyFunction, verifyModule } from './verifier.js';
export { addressesInBytes } from './byte-addresses.js';
export { linkModules } from './linker.js';
