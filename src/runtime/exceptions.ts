/**
 * C++ exceptions in WebAssembly. The C++ library of the embedded toolchain cannot unwind, and lacks what `throw` calls,
 * which even `<iostream>` mentions. Code that throws is compiled, and ends the call with a trap when it does throw.
 */
import { Builder, FunctionType, type Module, voidType, zero } from '../ir/index.js';

/** For clang: leaves out landing pads, which nothing would ever reach. */
export const ignoreExceptions: readonly string[] = ['-fexceptions', '-fignore-exceptions'];

/** Gives the functions that `throw` calls a body that traps, where they are only declared. */
export function trapThrows(module: Module): void {
  for (const name of ['__cxa_allocate_exception', '__cxa_throw', '__cxa_rethrow']) {
    const fn = module.functions.get(name);
    if (!fn?.isDeclaration) continue;
    fn.words.linkage = 'internal';
    const builder = new Builder(fn.addBlock('entry'));
    const { result } = fn.functionType;
    if (result.kind === 'void') {
      builder.call(module.getOrDeclare('llvm.trap', new FunctionType(voidType, [])), []);
      builder.unreachable();
    } else {
      builder.ret(zero(result));
    }
  }
}
