/** From the arguments of a marker call to those of the function: for each its activity, its value, and its shadows. */
import type { ArgumentActivity } from '../activity/index.js';
import { type Argument, type Function, type Type, type Value, scalarType } from '../ir/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { type MarkerCall, complain, markerOf } from './markers.js';
import { type RequestOptions, constantOf } from './request-options.js';

export interface RequestedArgument {
  readonly activity: ArgumentActivity;
  /** Undefined if only the activity was asked about. */
  readonly primal: Value | undefined;
  readonly shadows: Shadows | undefined;
  /** Whether values are behind the pointers that were passed (`enzyme_byref`). */
  readonly isByReference: boolean;
  /** Whether the memory behind the pointer stays as it is until the reverse function has run. */
  readonly isPreserved: boolean;
}

/** The tangent of a number (forward), or the shadow of a pointer: one for each lane, or the first of several at equal distances. */
export type Shadows =
  | { readonly kind: 'lanes'; readonly values: readonly Value[] }
  | { readonly kind: 'strided'; readonly base: Value; readonly stride: Value };

export interface ReadingStyle {
  /** In forward mode numbers have tangents; in reverse mode they are outputs. */
  readonly isForward: boolean;
  /** Only activity markers are given, no values. */
  readonly hasValues: boolean;
  readonly isPreserved: boolean;
}

interface Words { readonly activity: string | undefined; readonly isPreserved: boolean; readonly bytes: number | undefined }

export class ArgumentReader {
  private at = 0;

  constructor(private readonly marker: MarkerCall, private readonly source: Function, private readonly style: ReadingStyle,
    private readonly options: RequestOptions, private readonly values: readonly Value[]) {}

  /** @throws Diagnostic that says which argument is wrong. */
  readAll(): RequestedArgument[] {
    if (!this.style.hasValues) return this.source.args.map((arg) => this.readActivity(arg));
    const read = this.source.args.map((arg) => this.readOne(arg));
    if (!this.options.isInterleaved) return read.map(({ argument, takeShadows }) => ({ ...argument, shadows: takeShadows.already }));
    return read.map(({ argument, takeShadows }) => ({ ...argument, shadows: takeShadows.later?.() }));
  }

  /** What follows the arguments. */
  get rest(): readonly Value[] { return this.values.slice(this.at); }

  /** @throws Diagnostic if there is more than `count` after the arguments, or less. */
  expectRest(names: readonly string[]): readonly Value[] {
    const { rest } = this;
    const next = rest[names.length];
    const misplaced = next && markerOf(next);
    if (misplaced !== undefined && !activityMarkers.has(misplaced)) throw complain(this.marker, 'unsupportedMarker', { marker: misplaced });
    const extra = rest.length - names.length;
    if (extra > 0) throw this.miscounted(`${extra} argument${extra > 1 ? 's' : ''} too many`);
    const missing = names[rest.length];
    if (missing !== undefined) throw this.miscounted(`${missing} is missing`);
    return rest;
  }

  private readActivity(arg: Argument): RequestedArgument {
    const words = this.takeMarkers();
    return { activity: this.activityOf(arg, words.activity), primal: undefined, shadows: undefined, isByReference: false, isPreserved: words.isPreserved };
  }

  private readOne(arg: Argument): { argument: Omit<RequestedArgument, 'shadows'>; takeShadows: { already?: Shadows | undefined; later?: () => Shadows } } {
    const words = this.takeMarkers();
    const activity = this.activityOf(arg, words.activity);
    const stride = words.activity === 'enzyme_dupv' || words.activity === 'enzyme_dupnoneedv' ? this.takeStride(arg, words.activity) : undefined;
    const isByReference = words.bytes !== undefined;
    if (isByReference) this.checkSize(arg, words.bytes);
    const primal = this.takeValue(arg, 'value', isByReference);
    const takesShadow = activity === 'duplicated' || activity === 'maybe' || (activity === 'active' && this.style.isForward) || (words.activity?.startsWith('enzyme_dup') ?? false);
    const take = (): Shadows => this.takeShadows(arg, stride, isByReference);
    const argument = { activity, primal, isByReference, isPreserved: words.isPreserved };
    if (!takesShadow) return { argument, takeShadows: {} };
    return { argument, takeShadows: this.options.isInterleaved ? { later: take } : { already: take() } };
  }

  private takeShadows(arg: Argument, stride: Value | undefined, isByReference: boolean): Shadows {
    const what = holdsNumbers(arg.type) ? 'tangent' : 'shadow';
    if (stride) return { kind: 'strided', stride, base: this.takeValue(arg, what, isByReference) };
    const { width } = this.options;
    const lane = (index: number): string => (width === 1 ? what : `${what} ${index + 1} of ${width}`);
    return { kind: 'lanes', values: Array.from({ length: width }, (_, index) => this.takeValue(arg, lane(index), isByReference)) };
  }

  private takeMarkers(): Words {
    let words: Words = { activity: undefined, isPreserved: this.style.isPreserved, bytes: undefined };
    for (;;) {
      const value = this.values[this.at];
      const word = value && markerOf(value);
      if (word === undefined) return words;
      if (activityMarkers.has(word) && words.activity !== undefined) return words; // where a value is expected: reported there
      this.at++;
      if (activityMarkers.has(word)) words = { ...words, activity: word };
      else if (word === 'enzyme_not_overwritten') words = { ...words, isPreserved: true };
      else if (word === 'enzyme_byref') words = { ...words, bytes: constantOf(this.marker, word, this.values[this.at++], 1, 1 << 20) };
      else throw complain(this.marker, 'unsupportedMarker', { marker: word });
      if (!this.style.hasValues && words.activity !== undefined) return words;
    }
  }

  private checkSize(arg: Argument, bytes: number | undefined): void {
    const size = this.source.module.layout.allocSize(arg.type);
    if (bytes !== size) throw this.badMarker('enzyme_byref', arg, `the argument has ${size} bytes, not ${bytes ?? 0}`);
  }

  private takeStride(arg: Argument, word: string): Value {
    if (scalarType(arg.type).kind !== 'pointer') throw this.badMarker(word, arg, 'only the shadows of pointers lie at equal distances');
    const stride = this.values[this.at++];
    if (stride?.type.kind === 'integer' && markerOf(stride) === undefined) return stride;
    throw this.miscounted(`the byte distance between the shadows of argument ${this.describe(arg)} is ${stride ? stride.type.text : 'missing'}`);
  }

  private activityOf(arg: Argument, word: string | undefined): ArgumentActivity {
    const isPointer = scalarType(arg.type).kind === 'pointer';
    const isNumber = holdsNumbers(arg.type);
    const duplicated = this.options.decidesAtRunTime ? 'maybe' : 'duplicated';
    if (word === undefined) return isPointer ? duplicated : isNumber ? 'active' : 'constant';
    if (word === 'enzyme_const') return 'constant';
    if (word === 'enzyme_out') {
      if (!isNumber) throw this.badMarker(word, arg, 'only numbers passed by value are outputs');
      if (this.style.isForward) throw this.badMarker(word, arg, 'forward mode takes a tangent with each number (enzyme_dup)');
      return 'active';
    }
    if (isPointer) return duplicated;
    if (!isNumber) return 'constant';
    if (!this.style.isForward) throw this.badMarker(word, arg, 'in reverse mode a number passed by value is an output (enzyme_out) or constant');
    return 'active';
  }

  private takeValue(arg: Argument, what: string, isByReference: boolean): Value {
    const value = this.values[this.at++];
    if (!value) throw this.miscounted(`the ${what} of argument ${this.describe(arg)} is missing`);
    const misplaced = markerOf(value);
    if (misplaced !== undefined) throw this.miscounted(`\`${misplaced}\` stands where the ${what} of argument ${this.describe(arg)} is expected`);
    if (!canPass(value.type, arg.type) && !(isByReference && value.type.kind === 'pointer')) {
      throw this.miscounted(`the ${what} of argument ${this.describe(arg)} is ${value.type.text}, but the function takes ${arg.type.text}`);
    }
    return value;
  }

  private describe(arg: Argument): string { return arg.name === undefined || arg.name === '' ? `${arg.index + 1}` : `${arg.index + 1} (\`${arg.name}\`)`; }

  private miscounted(message: string): Diagnostic {
    return complain(this.marker, 'argumentCount', { marker: this.marker.entryPoint, function: this.source.name, message });
  }

  private badMarker(marker: string, arg: Argument, why: string): Diagnostic {
    return complain(this.marker, 'badMarker', { marker, function: this.source.name, argument: this.describe(arg), why });
  }
}

const activityMarkers: ReadonlySet<string> = new Set([
  'enzyme_const', 'enzyme_out', 'enzyme_dup', 'enzyme_dupnoneed', 'enzyme_dupv', 'enzyme_dupnoneedv',
]);

export function holdsNumbers(type: Type): boolean {
  switch (type.kind) {
    case 'float': return true;
    case 'vector': case 'array': return holdsNumbers(type.element);
    case 'struct': return type.fields.some(holdsNumbers);
    default: return false;
  }
}

/** The same type, or one that C converts on the way through `...`. */
export function canPass(from: Type, to: Type): boolean {
  if (from.text === to.text) return true;
  return (from.kind === 'float' && to.kind === 'float') || (from.kind === 'integer' && to.kind === 'integer');
}
