/** Markers that say something about the whole call, wherever they stand before the arguments; some have a value of their own. */
import type { Value } from '../ir/index.js';
import { type MarkerCall, complain, markerOf } from './markers.js';

export interface RequestOptions {
  /** How many shadows follow each duplicated argument. */
  width: number;
  returnsPrimal: boolean;
  /** What is to become of the result; by default what its type allows. */
  result: 'constant' | 'active' | 'duplicated' | 'unused' | undefined;
  /** All primals come first, then all shadows. */
  isInterleaved: boolean;
  /** Memory of the caller for the tape. */
  tapeAddress: Value | undefined;
  /** How many bytes the caller has for the tape. */
  allocated: number | undefined;
  keepsTape: boolean;
  /** A pointer that equals its shadow is constant. */
  decidesAtRunTime: boolean;
  isZeroStrong: boolean;
}

type Set = (options: RequestOptions) => void;

const flags: Readonly<Record<string, Set>> = {
  enzyme_primal_return: (options) => { options.returnsPrimal = true; },
  enzyme_const_return: (options) => { options.result = 'constant'; },
  enzyme_active_return: (options) => { options.result = 'active'; },
  enzyme_dup_return: (options) => { options.result = 'duplicated'; },
  enzyme_noret: (options) => { options.result = 'unused'; },
  enzyme_interleave: (options) => { options.isInterleaved = true; },
  enzyme_nofree: (options) => { options.keepsTape = true; },
  enzyme_runtime_activity: (options) => { options.decidesAtRunTime = true; },
  enzyme_strong_zero: (options) => { options.isZeroStrong = true; },
};

/** About the tape that goes from one half of reverse mode to the other. */
const tapeMarkers: ReadonlySet<string> = new Set(['enzyme_tape', 'enzyme_allocated', 'enzyme_nofree']);

/** More lanes than this make more code than anybody wants to wait for. */
const largestWidth = 256;

/** Takes these markers and their values out of the arguments. @throws Diagnostic for a value that is not what the marker needs. */
export function takeOptions(marker: MarkerCall, values: readonly Value[], isSplit: boolean): { options: RequestOptions; rest: Value[] } {
  const options: RequestOptions = {
    width: 1, returnsPrimal: false, result: undefined, isInterleaved: false, tapeAddress: undefined, allocated: undefined, keepsTape: false,
    decidesAtRunTime: false, isZeroStrong: false,
  };
  const rest: Value[] = [];
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    const word = value && markerOf(value);
    const next = values[at + 1];
    if (word !== undefined && !isSplit && tapeMarkers.has(word)) throw complain(marker, 'markerElsewhere', { marker: word, entryPoint: marker.entryPoint });
    if (word !== undefined && flags[word]) flags[word](options);
    else if (word === 'enzyme_width') { options.width = constantOf(marker, word, next, 1, largestWidth); at++; }
    else if (word === 'enzyme_allocated') { options.allocated = constantOf(marker, word, next, 0, Number.MAX_SAFE_INTEGER); at++; }
    else if (word === 'enzyme_tape') { options.tapeAddress = pointerOf(marker, word, next); at++; }
    else if (value) rest.push(value);
  }
  return { options, rest };
}

/** The constant that follows a marker. */
export function constantOf(marker: MarkerCall, word: string, value: Value | undefined, least: number, most: number): number {
  const found = value?.kind === 'int' ? Number(value.value) : undefined;
  if (found !== undefined && found >= least && found <= most) return found;
  const range = most === Number.MAX_SAFE_INTEGER ? `from ${least}` : `from ${least} to ${most}`;
  throw complain(marker, 'markerValue', { marker: word, expected: `a constant integer ${range}`, found: found === undefined ? 'something else' : `${found}` });
}

function pointerOf(marker: MarkerCall, word: string, value: Value | undefined): Value {
  if (value?.type.kind === 'pointer' && markerOf(value) === undefined) return value;
  throw complain(marker, 'markerValue', { marker: word, expected: 'a pointer', found: value ? value.type.text : 'nothing' });
}
