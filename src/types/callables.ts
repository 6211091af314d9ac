/**
 * What a `std::function` of libstdc++ holds in itself (`_Any_data`, two words): the callable, if it is that small, or its address.
 * Which callables there are, debug info tells: each has a manager, a class of its own (`_Base_manager<Callable>`).
 */
import { metadataNode } from '../analysis/index.js';
import type { Module } from '../ir/index.js';
import type { Shapes } from './algebra.js';
import type { DebugShapes } from './debug-shapes.js';
import { type Run, bytesRun } from './runs.js';
import type { Shape } from './shape.js';

/** Functions of the library that move `_Any_data` as it is, and that make an empty `std::function`. */
export const makesCallable = /^_ZNSt(8functionI.*E|14_Function_base)C[12]Ev/;
export const movesCallable = /^_ZNSt8functionI.*EC[12]EOS|^_ZSt4swapISt9_Any_data/;

/** Of all callables in the module together: contradictions are among the runs. Nothing if the types of some are not known. */
export function callableInPlace(module: Module, debug: DebugShapes, shapes: Shapes): Shape {
  const word = module.layout.pointerSize(), size = 2 * word;
  const runs: Run[] = [bytesRun('weak', 0, size)];
  for (const [number, text] of module.metadata) {
    if (!text.includes('name: "_Base_manager<')) continue;
    const callable = metadataNode(module, `!${number}`)?.nodes('templateParams')[0]?.text('type');
    const object = callable === undefined ? undefined : debug.object(callable);
    if (!object || object.size === 0) return shapes.empty;
    if (object.size <= size) runs.push(...object.runs);
    else runs.push(shapes.scalarRun('pointer'));
  }
  return runs.length === 1 ? shapes.empty : shapes.of(runs);
}
