/**
 * Object files as the linker sees them: what they define and need, which members of archives a link takes, and the IR
 * that objects compiled through us carry along, so that their functions can be differentiated from other files.
 *
 * - `record.ts`: the IR of one source file, with how it was compiled, as bytes.
 * - `carrier.ts`: records inside objects: a section of ELF files that linkers leave out, the space behind LLVM bitcode.
 * - `elf.ts`, `archive.ts`: the file formats, as far as we need them.
 * - `resolve.ts`: which objects a link consists of.
 *
 * Formats: System V ABI, chapter 4 (ELF); ar(5); LLVM "Bitcode Wrapper Format".
 */
export { archiveMembers, isArchive, type ArchiveMember } from './archive.js';
export { attachRecord, carriesRecords, isBitcode, recordAssembly, recordsIn } from './carrier.js';
export { elfSymbols, isElf, type ElfSymbol } from './elf.js';
export { decodeRecords, encodeRecord, linkStepSymbol, type IrRecord, type RecordHeader } from './record.js';
export { loadedObjects, type LinkObject, type LinkStep, type SymbolTable } from './resolve.js';
