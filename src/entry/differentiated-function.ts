/** Which function a marker call is about. */
import { stripAll } from '../analysis/index.js';
import type { Function, Value } from '../ir/index.js';
import { declaredRule } from '../rules/index.js';
import { type MarkerCall, complain } from './markers.js';

/** @throws Diagnostic if it is not known when compiling, or has no body. */
export function functionOf(value: Value | undefined, marker: MarkerCall): Function {
  let at = value && stripAll(value);
  if (at?.kind === 'load') {
    const from = stripAll(at.address);
    if (from.kind === 'global' && from.isConstant && from.initializer) at = stripAll(from.initializer);
  }
  if (at?.kind === 'alias') at = stripAll(at.target);
  const name = marker.entryPoint;
  if (at?.kind !== 'function') {
    throw complain(marker, 'unknownFunctionArgument', { marker: name, why: at ? `it is ${at.kind === 'select' ? 'a choice between functions' : `the result of ${at.kind}`}` : 'there is none' });
  }
  if (at.isDeclaration && !declaredRule(at)) throw complain(marker, 'unknownFunctionArgument', { marker: name, why: `\`${at.name}\` has no body in this module`, callee: at.name });
  if (at.functionType.isVariadic) throw complain(marker, 'argumentCount', { marker: name, function: at.name, message: 'the function is variadic' });
  return at;
}
