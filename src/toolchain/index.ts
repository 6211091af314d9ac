/**
 * LLVM behind one interface: source to IR text in the canonical form, IR text to objects and programs.
 *
 * `embedded` is clang compiled to WebAssembly, in this process; `native` is any clang or flang of LLVM 14 to 22 that the
 * machine has. Tools run without a shell, speak for themselves (their messages are shown unchanged), and leave no
 * temporary files behind. Browsers import `embedded.ts` directly; the rest needs Node.
 */
import { embeddedToolchain as embedded, type EmbeddedOptions } from './embedded.js';
import { filesFromDisk } from './host-files.js';
import type { Toolchain } from './toolchain.js';

/** The embedded toolchain, seeing the files on disk. */
export function embeddedToolchain(options: EmbeddedOptions = {}): Toolchain {
  return embedded({ readFiles: filesFromDisk, ...options });
}

export { NativeToolchain } from './native.js';
export { findTools, probe, supportedVersions, which, type NativeTool, type ToolKind } from './probe.js';
export { run, type RunResult } from './process.js';
export { withTemporaryDirectory } from './cleanup.js';
export { isInstrumentation, registration, writerVersion } from './canonical.js';
export { cacheDirectory, diskStore, diskStoreSize } from './disk-store.js';
export { headerDirectory } from './headers.js';
export * from './toolchain.js';
