/**
 * Raising an exception again that derivative code has kept. Unlike `resume` it is a fresh search for a handler, so the
 * landing pads from there on see it as they would have seen it where it was thrown. Where there is no handler, the
 * program ends as it would have: `std::terminate` says what was thrown.
 */
import { type BasicBlock, type Builder, type Function, InvokeInstruction, type Module, type Value } from '../ir/index.js';
import { importFunction } from './support.js';

const name = '__ribozyme_raise';

/** Ends the builder's block: goes to the landing pad, or, without one, up to the caller. */
export function emitRaise(build: Builder, exception: Value, pad: BasicBlock | undefined): void {
  const raise = raiseFunction(build.module);
  if (pad) {
    const never = build.function.addBlock();
    build.insert(new InvokeInstruction(raise.functionType, raise, [exception], [never, pad]));
    build.atEnd(never);
  } else {
    build.call(raise, [exception]);
  }
  build.unreachable();
}

function raiseFunction(module: Module): Function {
  const isCpp = [...module.functions.keys()].some((each) => each.startsWith('__gxx_personality'));
  return module.functions.get(name) ?? importFunction(module, `
declare i32 @_Unwind_Resume_or_Rethrow(ptr)
${isCpp ? cppTermination : termination}`, name);
}

const termination = `
declare void @abort() noreturn nounwind
define void @${name}(ptr %exception) noreturn cold uwtable {
  %failed = call i32 @_Unwind_Resume_or_Rethrow(ptr %exception)
  call void @abort()
  unreachable
}
`;

const cppTermination = `
declare ptr @__cxa_begin_catch(ptr) nounwind
declare void @_ZSt9terminatev() noreturn nounwind
define void @${name}(ptr %exception) noreturn cold uwtable {
  %failed = call i32 @_Unwind_Resume_or_Rethrow(ptr %exception)
  %caught = call ptr @__cxa_begin_catch(ptr %exception)
  call void @_ZSt9terminatev()
  unreachable
}
`;
