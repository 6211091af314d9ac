/** Values and calls in the place of marker calls. */
import { type AnyCall, BranchInstruction, type Builder, type Type, type Value } from '../ir/index.js';

/** As C converts arguments: a `float` arrives as a `double` through `...`, a `char` as an `int`. */
export function converted(build: Builder, value: Value, type: Type): Value {
  if (value.type.text === type.text) return value;
  if (value.type.kind === 'float' && type.kind === 'float') return build.cast(value.type.bits > type.bits ? 'fptrunc' : 'fpext', value, type);
  if (value.type.kind === 'integer' && type.kind === 'integer') return build.cast(value.type.bits > type.bits ? 'trunc' : 'sext', value, type);
  return value;
}

export function replaceCall(call: AnyCall, value: Value | undefined): void {
  if (value) call.replaceAllUsesWith(value);
  const { block } = call;
  if (call.kind === 'invoke' && block) {
    const [normal, unwind] = call.successors;
    for (const instruction of unwind?.instructions ?? []) if (instruction.kind === 'phi') instruction.removeIncoming(block);
    call.erase();
    if (normal) block.append(new BranchInstruction([normal]));
    return;
  }
  call.erase();
}
