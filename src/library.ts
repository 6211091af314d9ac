/**
 * The IR library on its own, `ribozyme/ir`: read LLVM IR text, look at it, change it, merge modules, check, and write it.
 *
 * ```ts
 * import { parse, print, verify } from 'ribozyme/ir';
 * const module = parse(text, { file: 'f.ll' });
 * for (const message of verify(module)) console.error(message);
 * console.log(print(module, { llvm: 22 }));
 * ```
 */
export { parseModule as parse, printModule as print } from './text/index.js';
export { linkModules as link, verifyModule as verify } from './ir/index.js';
export * from './ir/index.js';
