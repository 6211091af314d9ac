/**
 * The textual form of LLVM IR: reading what LLVM 7 to 22 write, printing what a named LLVM (14 to 22) reads.
 *
 * A module is cut into its top-level entities first (`split`); function bodies stay text until somebody asks for their
 * blocks, and an untouched body is printed as the text it was. Typed pointers become opaque while reading. What we do not
 * need to understand (metadata, attributes, flags) is carried as the words it was written with. Files are named after the
 * chapters of the language reference; `print-*` is the way back, `dialect` what the versions do not share.
 *
 * Language reference: https://llvm.org/docs/LangRef.html
 */
export { parseModule, type ParseOptions } from './module.js';
export { printModule, type PrintOptions } from './print-module.js';
export { attributeType } from './attribute-types.js';
