/** Forward mode: tangents and derivatives. */
import { Diagnostic } from '../diagnostics/index.js';
import { type Argument, Frame, badArgument } from './arguments.js';
import type { CompiledFunction, Described, Result } from './compile.js';
import {
  type ActiveParameter, type DerivativeOptions, activeParameters, activityKey, placeArgument, placeShadow, readFloats,
  refuseSharedArrays, requireFloatResult,
} from './derivatives.js';
import type { RunningProgram } from './program.js';
import { isFloat, toWasm } from './scalars.js';
import { addTangent, wrapperSymbol } from './wrappers.js';

/** The direction of one argument: a number for a number, an array for an array; nothing stands for zero. */
export type Direction = number | readonly number[] | Float32Array | Float64Array | null | undefined;

export interface Tangent {
  readonly value: Result;
  /** How fast the returned number changes; undefined where no floating-point number is returned. */
  readonly tangent: number | undefined;
  /** The arrays that the function may write to, by name: what they hold after the call, and how fast that changes. */
  readonly outputs: Readonly<Record<string, { readonly value: Float32Array | Float64Array; readonly tangent: Float32Array | Float64Array }>>;
}

/**
 * How fast the outputs change when the arguments move in a direction (a Jacobian-vector product):
 * `(await tangent(f))([1, 2], [1, 0])` is the derivative with respect to the first of two numbers.
 * The arguments are left as they are.
 *
 * @throws Diagnostic if the function cannot be differentiated.
 */
export async function tangent<A extends readonly Argument[]>(f: CompiledFunction<A>, options: DerivativeOptions = {}): Promise<(args: A, direction: readonly Direction[]) => Tangent> {
  const parameters = activeParameters(f, options, 'dup');
  const running = await f.program.derivative(activityKey('tangent', f.signature, parameters), f.signature.symbol, wrapperSymbol,
    (module) => addTangent(module, f.signature, parameters.map(({ activity }) => activity)));
  return (args, direction) => run(f, running, parameters, args, direction);
}

/** The derivative of a function of one active number: `(await derivative(f))(x)`. */
export async function derivative<A extends readonly Argument[]>(f: CompiledFunction<A>, options: DerivativeOptions = {}): Promise<(...args: A) => number> {
  requireFloatResult(f.signature, 'derivative');
  const wanted = activeParameters(f, options, 'dup').filter((each) => each.wanted);
  const [only, ...others] = wanted;
  if (only?.parameter.type.kind !== 'scalar' || others.length > 0) {
    throw new Diagnostic('unsupportedFeature', {
      feature: `the derivative of \`${f.signature.name}\` as one number`,
      why: `it depends on ${wanted.map(({ parameter }) => `\`${parameter.name}\``).join(', ')}`,
      remedy: 'choose one number with `wrt`, or use `gradient` or `tangent`',
    });
  }
  const run = await tangent(f, options);
  const direction = f.signature.parameters.map((parameter) => (parameter === only.parameter ? 1 : null));
  return (...args) => run(args, direction).tangent ?? 0;
}

function run(f: Described, running: RunningProgram, parameters: readonly ActiveParameter[], args: readonly Argument[],
  direction: readonly Direction[]): Tangent {
  const { signature } = f;
  refuseSharedArrays(signature, args);
  checkDirection(f, parameters, direction);
  const instance = running.inStateOf(f.program.running);
  return Frame.run(instance, signature, (frame) => {
    frame.checkCount(args);
    const placed = parameters.map((parameter, index) => placeArgument(frame, parameter, args[index]));
    const shadows = parameters.map((parameter, index) => {
      const place = placed[index];
      if (parameter.activity !== 'dup' || !place) return undefined;
      if (parameter.parameter.type.kind === 'pointer') return placeShadow(frame, signature, parameter, place, direction[index]);
      return Number(direction[index] ?? 0);
    });
    const values = placed.flatMap(({ value }, index) => {
      const shadow = shadows[index];
      return shadow === undefined ? [value] : [value, shadow];
    });
    const { result } = signature;
    const floatResult = result !== 'void' && isFloat(result) ? result : undefined;
    const resultAddress = result === 'void' ? 0 : frame.zeros(result, 1);
    const tangentAddress = floatResult === undefined ? 0 : frame.zeros(floatResult, 1);
    if (result !== 'void') values.push(resultAddress);
    if (floatResult !== undefined) values.push(tangentAddress);

    instance.call(wrapperSymbol, values);

    const outputs = parameters.flatMap(({ parameter: { name, type }, element }, index) => {
      const { value, length } = placed[index] ?? { value: 0, length: 0 };
      const shadow = shadows[index];
      if (type.kind !== 'pointer' || type.isConst || shadow === undefined) return [];
      return [[name, { value: readFloats(frame, element, Number(value), length), tangent: readFloats(frame, element, shadow, length) }] as const];
    });
    return {
      value: result === 'void' ? undefined : frame.readScalar(result, resultAddress),
      tangent: floatResult === undefined ? undefined : Number(frame.readScalar(floatResult, tangentAddress)),
      outputs: Object.fromEntries(outputs),
    };
  });
}

/** @throws Diagnostic for a direction of what is not active: it would be ignored. */
function checkDirection({ signature }: Described, parameters: readonly ActiveParameter[], direction: readonly Direction[]): void {
  if (direction.length > parameters.length) throw badArgument(signature, `the direction has ${direction.length} entries for ${parameters.length} parameters`);
  parameters.forEach(({ parameter: { name, type }, wanted, element }, index) => {
    const given = direction[index];
    if (given === undefined || given === null || given === 0) return;
    if (!wanted) throw badArgument(signature, `\`${name}\` is not active, so it cannot have a direction`);
    if (type.kind === 'scalar' && toWasm(element, given) === undefined) throw badArgument(signature, `the direction of \`${name}\` must be a number`);
  });
}
