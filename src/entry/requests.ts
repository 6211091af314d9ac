/** From a marker call to what is asked for: the function, and for each of its arguments value, shadow and activity. */
import type { ArgumentActivity } from '../activity/index.js';
import { sourceLocation, stripAll } from '../analysis/index.js';
import { Diagnostic, type DiagnosticKind } from '../diagnostics/index.js';
import { type Argument, type Function, type Type, type Value, attributeName, scalarType } from '../ir/index.js';
import { declaredRule } from '../rules/index.js';
import { type MarkerCall, markerOf } from './markers.js';

export type Mode = 'forward' | 'reverse';

export interface RequestedArgument {
  readonly activity: ArgumentActivity;
  readonly primal: Value;
  /** The tangent of a number (forward), or the shadow of a pointer. */
  readonly shadow: Value | undefined;
}

export interface DerivativeRequest {
  readonly marker: MarkerCall;
  readonly mode: Mode;
  readonly source: Function;
  readonly arguments: readonly RequestedArgument[];
  readonly returnsPrimal: boolean;
  /** Where the results go, if they are returned through memory. */
  readonly resultAddress: { readonly pointer: Value; readonly type: string | undefined } | undefined;
}

/** @throws Diagnostic that says which argument is wrong. */
export function readRequest(marker: MarkerCall): DerivativeRequest {
  const { call, entryPoint } = marker;
  if (entryPoint !== '__enzyme_autodiff' && entryPoint !== '__enzyme_fwddiff') throw complain(marker, 'unsupportedMarker', { marker: entryPoint });
  const mode: Mode = entryPoint === '__enzyme_autodiff' ? 'reverse' : 'forward';
  const rest = [...call.args];
  const sret = call.argumentAttributes[0]?.find((word) => attributeName(word) === 'sret');
  const resultPointer = sret === undefined ? undefined : rest.shift();
  const source = functionOf(rest.shift(), marker);
  const reader = new ArgumentReader(marker, source, mode, rest);
  return {
    marker, mode, source, arguments: reader.readAll(), returnsPrimal: reader.returnsPrimal,
    resultAddress: resultPointer && { pointer: resultPointer, type: /\((.*)\)$/s.exec(sret ?? '')?.[1] },
  };
}

export function complain(marker: MarkerCall, kind: DiagnosticKind, parameters: Readonly<Record<string, string>>): Diagnostic {
  return new Diagnostic(kind, parameters, { location: sourceLocation(marker.call) });
}

function functionOf(value: Value | undefined, marker: MarkerCall): Function {
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
  if (at.isDeclaration && !declaredRule(at)) throw complain(marker, 'unknownFunctionArgument', { marker: name, why: `\`${at.name}\` has no body in this module` });
  if (at.functionType.isVariadic) throw complain(marker, 'argumentCount', { marker: name, function: at.name, message: 'the function is variadic' });
  return at;
}

class ArgumentReader {
  returnsPrimal = false;
  private at = 0;

  constructor(private readonly marker: MarkerCall, private readonly source: Function, private readonly mode: Mode, private readonly values: readonly Value[]) {}

  readAll(): RequestedArgument[] {
    const read = this.source.args.map((arg) => this.readOne(arg));
    const extra = this.values.length - this.at;
    if (extra > 0) {
      const next = markerOf(this.values[this.at] ?? this.marker.call);
      if (next !== undefined && !isActivityMarker(next)) throw complain(this.marker, 'unsupportedMarker', { marker: next });
      throw this.miscounted(`${extra} argument${extra > 1 ? 's' : ''} too many`);
    }
    return read;
  }

  private readOne(arg: Argument): RequestedArgument {
    const word = this.takeMarker();
    const activity = this.activityOf(arg, word);
    const primal = this.takeValue(arg, 'value');
    const isNumber = holdsNumbers(arg.type);
    const takesShadow = activity === 'duplicated' || (activity === 'active' && this.mode === 'forward') || (word?.startsWith('enzyme_dup') ?? false);
    const shadow = takesShadow ? this.takeValue(arg, isNumber ? 'tangent' : 'shadow') : undefined;
    return { activity, primal, shadow };
  }

  private takeMarker(): string | undefined {
    for (;;) {
      const value = this.values[this.at];
      const word = value && markerOf(value);
      if (word === undefined) return undefined;
      this.at++;
      if (word === 'enzyme_primal_return') this.returnsPrimal = true;
      else if (isActivityMarker(word)) return word;
      else throw complain(this.marker, 'unsupportedMarker', { marker: word });
    }
  }

  private activityOf(arg: Argument, word: string | undefined): ArgumentActivity {
    const isPointer = scalarType(arg.type).kind === 'pointer';
    const isNumber = holdsNumbers(arg.type);
    if (word === undefined) return isPointer ? 'duplicated' : isNumber ? 'active' : 'constant';
    if (word === 'enzyme_const') return 'constant';
    if (word === 'enzyme_out') {
      if (!isNumber) throw this.badMarker(word, arg, 'only numbers passed by value are outputs');
      if (this.mode === 'forward') throw this.badMarker(word, arg, 'forward mode takes a tangent with each number (enzyme_dup)');
      return 'active';
    }
    if (isPointer) return 'duplicated';
    if (!isNumber) return 'constant';
    if (this.mode === 'reverse') throw this.badMarker(word, arg, 'in reverse mode a number passed by value is an output (enzyme_out) or constant');
    return 'active';
  }

  private takeValue(arg: Argument, what: string): Value {
    const value = this.values[this.at++];
    if (!value) throw this.miscounted(`the ${what} of argument ${this.describe(arg)} is missing`);
    const misplaced = markerOf(value);
    if (misplaced !== undefined) throw this.miscounted(`\`${misplaced}\` stands where the ${what} of argument ${this.describe(arg)} is expected`);
    if (!canPass(value.type, arg.type)) {
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

function isActivityMarker(word: string): boolean {
  return word === 'enzyme_const' || word === 'enzyme_out' || word === 'enzyme_dup' || word === 'enzyme_dupnoneed';
}

function holdsNumbers(type: Type): boolean {
  switch (type.kind) {
    case 'float': return true;
    case 'vector': case 'array': return holdsNumbers(type.element);
    case 'struct': return type.fields.some(holdsNumbers);
    default: return false;
  }
}

/** The same type, or one that C converts on the way through `...`. */
function canPass(from: Type, to: Type): boolean {
  if (from.text === to.text) return true;
  return (from.kind === 'float' && to.kind === 'float') || (from.kind === 'integer' && to.kind === 'integer');
}
