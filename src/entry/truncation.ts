/** `__enzyme_truncate_op_func`: a function at reduced precision, as a pointer to one that is made for it. */
import type { Precision, ReducedPrecision, Reduction } from '../derive/index.js';
import type { Value } from '../ir/index.js';
import { functionOf } from './differentiated-function.js';
import { type MarkerCall, complain } from './markers.js';
import type { Task } from './task.js';

/** @throws Diagnostic unless the numbers say how to narrow a format. */
export function truncationTask(marker: MarkerCall, reduced: ReducedPrecision): Task {
  const [fn, ...numbers] = marker.call.args;
  const source = functionOf(fn, marker);
  const reduction = readReduction(marker, source.name, numbers);
  return { source, emit: () => reduced.of(source, reduction) };
}

/** The width to narrow, then the width to have, or bits of exponent and significand. */
function readReduction(marker: MarkerCall, name: string, values: readonly Value[]): Reduction {
  const numbers = values.map((value) => (value.kind === 'int' ? Number(value.value) : undefined));
  const refuse = (message: string): Error => complain(marker, 'argumentCount', { marker: marker.entryPoint, function: name, message });
  if (numbers.length < 2 || numbers.length > 3) throw refuse(`it takes the width to narrow, then the width to have, or bits of exponent and significand; there are ${numbers.length} numbers`);
  const [width, first, second] = numbers;
  if (width === undefined || first === undefined || (numbers.length === 3 && second === undefined)) throw refuse('its numbers must be constants');
  const from = width === 64 ? 'double' : width === 32 ? 'float' : undefined;
  if (!from) throw refuse(`numbers of ${width} bits cannot be narrowed, those of 32 and 64 can`);
  const to = second === undefined ? ofWidth(from, first) : ofBits(from, first, second);
  if (to !== undefined) return { from, to };
  throw refuse(second === undefined ? `numbers of ${width} bits cannot become ${first} bits wide: 16 is possible, and 32 from 64`
    : `numbers of ${width} bits cannot have ${first} bits of exponent and ${second} of significand: ${from === 'double' ? '2 to 11 and 1 to 50' : '2 to 8 and 1 to 21'} are possible`);
}

function ofWidth(from: Reduction['from'], width: number): Precision | undefined {
  if (width === 16) return { exponent: 5, mantissa: 10 };
  return width === 32 && from === 'double' ? 'float' : undefined;
}

function ofBits(from: Reduction['from'], exponent: number, mantissa: number): Precision | undefined {
  const [widest, longest] = from === 'double' ? [11, 50] : [8, 21];
  return exponent >= 2 && exponent <= widest && mantissa >= 1 && mantissa <= longest ? { exponent, mantissa } : undefined;
}
