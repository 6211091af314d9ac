/** Marker calls and marker arguments: what stands in the module where a program asks for a derivative. */
import { sourceLocation, stripAll } from '../analysis/index.js';
import { Diagnostic, type DiagnosticKind } from '../diagnostics/index.js';
import { type AnyCall, type Function, type Instruction, type Value, attributeName, isCall } from '../ir/index.js';

/** The entry points, the longer names first where one contains another. `supported` ones are lowered. */
const entryPoints = [
  '__enzyme_autodiff', '__enzyme_fwddiff', '__enzyme_fwdsplit', '__enzyme_augmentfwd', '__enzyme_augmentsize', '__enzyme_reverse',
  '__enzyme_virtualreverse', '__enzyme_batch', '__enzyme_error_estimate', '__enzyme_truncate_op_func', '__enzyme_truncate_mem_func',
  '__enzyme_truncate_mem_value', '__enzyme_expand_mem_value', '__enzyme_call_inactive', '__enzyme_float', '__enzyme_double',
  '__enzyme_integer', '__enzyme_pointer', '__enzyme_trace', '__enzyme_condition', '__enzyme_likelihood', '__enzyme_sample',
  '__enzyme_observe', '__enzyme_todense',
] as const;
export type EntryPoint = (typeof entryPoints)[number];

/** Every marker an argument can carry. */
const argumentMarkers = new Set([
  'enzyme_const', 'enzyme_out', 'enzyme_dup', 'enzyme_dupnoneed', 'enzyme_dupv', 'enzyme_dupnoneedv', 'enzyme_const_return', 'enzyme_active_return',
  'enzyme_dup_return', 'enzyme_noret', 'enzyme_primal_return', 'enzyme_width', 'enzyme_interleave', 'enzyme_byref', 'enzyme_not_overwritten',
  'enzyme_allocated', 'enzyme_tape', 'enzyme_nofree', 'enzyme_runtime_activity', 'enzyme_strong_zero', 'enzyme_scalar', 'enzyme_vector', 'enzyme_buffer',
]);

export interface MarkerCall { readonly call: AnyCall; readonly entryPoint: EntryPoint; readonly name: string }

/** A refusal at the place of the call. */
export function complain(marker: MarkerCall, kind: DiagnosticKind, parameters: Readonly<Record<string, string>>): Diagnostic {
  return new Diagnostic(kind, parameters, { location: sourceLocation(marker.call) });
}

/** The marker calls in a function, without reading the bodies of functions that have none. */
export function markerCalls(fn: Function): MarkerCall[] {
  if (fn.isDeclaration || (fn.unparsedBody !== undefined && !fn.unparsedBody.includes('__enzyme_'))) return [];
  return [...fn.instructions()].flatMap((instruction) => {
    if (!isCall(instruction)) return [];
    const callee = stripAll(instruction.callee);
    const name = callee.kind === 'function' && callee.isDeclaration ? callee.name : '';
    const entryPoint = entryPoints.find((each) => name.includes(each));
    return entryPoint ? [{ call: instruction, entryPoint, name }] : [];
  });
}

/** Whether a function is one that asks for derivatives. */
export function isEntryPoint(fn: Function): boolean { return fn.isDeclaration && entryPoints.some((each) => fn.name.includes(each)); }
/** Whether the operand is the function that a marker call names: it is not called through a pointer there. */
export function isDifferentiatedFunction(instruction: Instruction, index: number): boolean {
  if (!isCall(instruction) || !(instruction.calledFunction?.isDeclaration ?? false) || !instruction.calledFunction?.name.includes('__enzyme_')) return false;
  const isReturnedThroughMemory = instruction.argumentAttributes[0]?.some((word) => attributeName(word) === 'sret') ?? false;
  return index === (isReturnedThroughMemory ? 1 : 0);
}

/** The name of the marker that an argument is, if it is one: metadata, a load from the marker's variable, or its address. */
export function markerOf(argument: Value): string | undefined {
  if (argument.kind === 'metadata') {
    const [text] = argument.parts;
    const name = typeof text === 'string' ? /^!"(.*)"$/.exec(text)?.[1] : undefined;
    return name !== undefined && argumentMarkers.has(name) ? name : undefined;
  }
  const variable = stripAll(argument.kind === 'load' ? argument.address : argument);
  if (variable.kind !== 'global') return undefined;
  return argumentMarkers.has(variable.name) ? variable.name : undefined;
}
