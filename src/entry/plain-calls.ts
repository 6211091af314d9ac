/**
 * Calls of the interface that ask for no derivative: `__enzyme_call_inactive` becomes a call that is marked inactive, and the
 * hints about types stay, as calls that do nothing, until the analyses have read them.
 */
import { stripAll } from '../analysis/index.js';
import { Builder, type Function, FunctionType, type Module, type Type, type Value, poison, sameType } from '../ir/index.js';
import { declaredAttributes } from '../rules/index.js';
import { converted, replaceCall } from './conversions.js';
import { type EntryPoint, type MarkerCall, complain, markerCalls } from './markers.js';

const hints: ReadonlySet<EntryPoint> = new Set(['__enzyme_float', '__enzyme_double', '__enzyme_integer', '__enzyme_pointer']);

export function isHint({ entryPoint }: MarkerCall): boolean { return hints.has(entryPoint); }

/** Says of the hints what optimisers and analyses need not fear: they are never executed. */
export function declareHints(fn: Function): void {
  for (const marker of markerCalls(fn).filter(isHint)) {
    const { call } = marker;
    call.functionAttributes = ['readnone', 'nounwind', 'willreturn', `"${declaredAttributes.inactive}"`];
    call.argumentAttributes = call.args.map(() => ['nocapture']);
  }
}

export function removeHints(module: Module): void {
  for (const fn of module.functions.values()) {
    for (const marker of markerCalls(fn)) {
      if (isHint(marker)) replaceCall(marker.call, marker.call.type.kind === 'void' ? undefined : poison(marker.call.type));
    }
  }
}

/** `__enzyme_call_inactive(f, args...)` becomes `f(args...)`. @throws Diagnostic if the arguments do not fit. */
export function lowerInactiveCall(marker: MarkerCall): void {
  const { call } = marker;
  const [target, ...args] = call.args;
  if (!target) throw complain(marker, 'unknownFunctionArgument', { marker: marker.entryPoint, why: 'there is none' });
  const at = stripAll(target);
  const fn = at.kind === 'function' ? at : undefined;
  const type = fn?.functionType ?? new FunctionType(call.type, args.map((arg) => arg.type));
  if (fn) checkFit(marker, fn, args);
  const build = new Builder(call.block ?? neverDetached()).beforeInstruction(call);
  build.debugLocation = call.metadata.get('dbg');
  const made = build.callPointer(type, fn ?? target, args.map((arg, i) => (type.parameters[i] ? converted(build, arg, type.parameters[i]) : arg)));
  made.functionAttributes = [`"${declaredAttributes.inactive}"`];
  if (fn) {
    made.callingConvention = fn.callingConvention;
    made.argumentAttributes = made.args.map((_, i) => [...(fn.args[i]?.attributes ?? [])]);
    made.returnAttributes = [...fn.returnAttributes];
  }
  const isUsed = call.uses.size > 0;
  replaceCall(call, call.type.kind === 'void' ? undefined : isUsed ? converted(build, made, call.type) : poison(call.type));
}

function checkFit(marker: MarkerCall, fn: Function, args: readonly Value[]): void {
  const { parameters, result, isVariadic } = fn.functionType;
  const miscounted = (message: string): Error => complain(marker, 'argumentCount', { marker: marker.entryPoint, function: fn.name, message });
  if (args.length < parameters.length || (args.length > parameters.length && !isVariadic)) throw miscounted(`${args.length} arguments instead of ${parameters.length}`);
  parameters.forEach((type, i) => {
    const arg = args[i];
    if (arg && !canConvert(arg.type, type)) throw miscounted(`argument ${i + 1} is ${arg.type.text}, but the function takes ${type.text}`);
  });
  const { call } = marker;
  if (call.uses.size === 0 || canConvert(result, call.type)) return;
  throw complain(marker, 'returnType', { marker: marker.entryPoint, function: fn.name, found: call.type.text, expected: result.text });
}

function canConvert(from: Type, to: Type): boolean {
  return sameType(from, to) || (from.kind === to.kind && (from.kind === 'float' || from.kind === 'integer'));
}

function neverDetached(): never { throw new Error('a call in no block'); }
