/** Exceptions that leave a derivative arrive where they would have arrived had the function been called in its place. */
import { emitRaise } from '../derive/index.js';
import { type AnyCall, type BasicBlock, type Builder, type Function, type Value, InvokeInstruction, pointer, splitBefore, zero } from '../ir/index.js';

/** Calls the function; if it unwinds, then to where the marker call would have. The builder goes on before the marker call. */
export function callInPlaceOf(marker: AnyCall, callee: Function, args: readonly Value[], build: Builder): Value {
  if (marker.kind !== 'invoke') return build.call(callee, args);
  const { block } = build;
  const rest = splitBefore(marker);
  const result = build.atEnd(block).insert(new InvokeInstruction(callee.functionType, callee, args, [rest, arrive(marker, rest, block)]));
  build.beforeInstruction(marker);
  return result;
}

/** Raises the exception unless there is none. */
export function raiseInPlaceOf(marker: AnyCall, exception: Value, build: Builder): void {
  const { block } = build;
  const rest = splitBefore(marker);
  const raise = block.parent.addBlock();
  build.atEnd(block).condBr(build.icmp('ne', exception, zero(pointer)), raise, rest);
  build.atEnd(raise);
  emitRaise(build, exception, marker.kind === 'invoke' ? arrive(marker, rest, raise) : undefined);
  build.beforeInstruction(marker);
}

/** The landing pad of the marker call, in `rest`, when it is reached from another block. */
function arrive(marker: InvokeInstruction, rest: BasicBlock, from: BasicBlock): BasicBlock {
  const [, pad] = marker.successors;
  if (!pad) throw new Error('an invoke without landing pad');
  for (const phi of pad.instructions) if (phi.kind === 'phi') phi.addIncoming(phi.incomingFrom(rest), from);
  return pad;
}
