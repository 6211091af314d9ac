/** From a marker call to what is asked for: the function, how it is to be differentiated, and its arguments. */
import type { Type, Value } from '../ir/index.js';
import { ArgumentReader, type ReadingStyle, type RequestedArgument, canPass, holdsNumbers } from './arguments.js';
import { functionOf } from './differentiated-function.js';
import { type EntryPoint, type MarkerCall, complain } from './markers.js';
import { type Delivery, takeResultAddress } from './results.js';
import { type RequestOptions, takeOptions } from './request-options.js';

/** `augmented` and `pullback` are the halves of reverse mode; `tape size` asks how much the first hands to the second; `replay` is forward mode behind the first. */
export type Mode = 'forward' | 'reverse' | 'augmented' | 'pullback' | 'tape size' | 'replay';

const modes: Partial<Record<EntryPoint, Mode>> = {
  __enzyme_autodiff: 'reverse', __enzyme_fwddiff: 'forward', __enzyme_augmentfwd: 'augmented', __enzyme_reverse: 'pullback',
  __enzyme_augmentsize: 'tape size', __enzyme_error_estimate: 'forward', __enzyme_fwdsplit: 'replay',
};

export interface DerivativeRequest extends Delivery {
  readonly mode: Mode;
  readonly arguments: readonly RequestedArgument[];
  readonly options: RequestOptions;
  /** Of a pullback, the seeds of the result, one for each lane, if it has a derivative. */
  readonly seeds: readonly Value[];
  /** Of a pullback or a replay, the tape, unless it is in memory of the caller. */
  readonly tape: Value | undefined;
}

/** @throws Diagnostic that says which argument is wrong. */
export function readRequest(marker: MarkerCall): DerivativeRequest {
  const { entryPoint } = marker;
  const mode = modes[entryPoint];
  if (!mode) throw complain(marker, 'unsupportedMarker', { marker: entryPoint });
  const { values, resultAddress } = takeResultAddress(marker);
  const source = functionOf(values.shift(), marker);
  const { options, rest } = takeOptions(marker, values, mode !== 'forward' && mode !== 'reverse');
  const reader = new ArgumentReader(marker, source, styleOf(mode), options, rest);
  const request = {
    marker, mode, source, options, resultAddress, arguments: reader.readAll(),
  };
  return { ...request, ...readRest(request, reader) };
}

function styleOf(mode: Mode): ReadingStyle {
  return { isForward: mode === 'forward' || mode === 'replay', hasValues: mode !== 'tape size', isPreserved: mode === 'forward' || mode === 'reverse' };
}

/** A pullback takes the seeds of a result that has a derivative, then the tape; a replay the tape. */
function readRest({ marker, mode, source, options }: Pick<DerivativeRequest, 'marker' | 'mode' | 'source' | 'options'>, reader: ArgumentReader): { seeds: readonly Value[]; tape: Value | undefined } {
  const { result } = source.functionType;
  if (mode !== 'pullback' && mode !== 'replay') {
    reader.expectRest([]);
    return { seeds: [], tape: undefined };
  }
  const count = mode === 'pullback' && holdsNumbers(result) && hasSeed(options) ? options.width : 0;
  const hasTape = options.tapeAddress === undefined;
  const names = Array.from({ length: count }, (_, lane) => `the seed${count === 1 ? '' : ` ${lane + 1} of ${count}`} of the result`);
  const rest = reader.expectRest(hasTape ? [...names, 'the tape'] : names);
  const [seeds, tape] = [rest.slice(0, count), rest[count]];
  const refuse = (message: string): Error => complain(marker, 'argumentCount', { marker: marker.entryPoint, function: source.name, message });
  seeds.forEach((seed, lane) => { if (!canPass(seed.type, result)) throw refuse(`${names[lane] ?? 'the seed'} is ${seed.type.text}, but the function returns ${result.text}`); });
  if (hasTape && tape?.type.kind !== 'pointer') throw refuse(`the tape is ${tape?.type.text ?? 'missing'}, not a pointer`);
  return { seeds, tape };
}

/** Whether the result, if it is a number, has a derivative. */
export function hasSeed({ result }: RequestOptions): boolean { return result === undefined || result === 'active'; }

/** Whether the results of the augmented function include a shadow. */
export function holdsPointers(type: Type): boolean {
  switch (type.kind) {
    case 'pointer': return true;
    case 'vector': case 'array': return holdsPointers(type.element);
    case 'struct': return type.fields.some(holdsPointers);
    default: return false;
  }
}
