/** Reverse mode: gradients and pullbacks. */
import { type Argument, Frame, badArgument } from './arguments.js';
import type { CompiledFunction, Described, Result } from './compile.js';
import {
  type ActiveParameter, type Derivative, type DerivativeOptions, activeParameters, activityKey, elementOf, placeArgument,
  placeShadow, readFloats, refuseSharedArrays, requireFloatResult,
} from './derivatives.js';
import type { RunningProgram } from './program.js';
import { isFloat, scalars } from './scalars.js';
import { addPullback, gradientStride, wrapperSymbol } from './wrappers.js';

/**
 * The weight of each output: `return` for the returned number, and the names of the arrays that the function writes to
 * (with what weight each of their elements has after the call). What is not mentioned has weight 0.
 */
export type Seeds = Readonly<Record<string, number | readonly number[] | Float32Array | Float64Array>>;

export interface ValueAndGradient<Value extends Result = Result> {
  readonly value: Value;
  /** One entry for each active parameter, in the order of the parameters. */
  readonly gradient: Derivative[];
}

/**
 * The gradient of a function that returns a floating-point number, in one reverse sweep: an array with one entry for
 * each active parameter, in order, whether there is one or many: a number for a number, a typed array for an array.
 *
 * Parameters are active unless they are integers or `wrt` leaves them out. The arguments are left as they are, also where
 * the function itself would write to them; the derivative is with respect to what they held before the call.
 *
 * @throws Diagnostic if the function cannot be differentiated.
 */
export async function gradient<A extends readonly Argument[]>(f: CompiledFunction<A>, options?: DerivativeOptions & { readonly value?: false }): Promise<(...args: A) => Derivative[]>;
export async function gradient<A extends readonly Argument[]>(f: CompiledFunction<A>, options: DerivativeOptions & { readonly value: true }): Promise<(...args: A) => ValueAndGradient<number>>;
export async function gradient<A extends readonly Argument[]>(f: CompiledFunction<A>, options: DerivativeOptions & { readonly value?: boolean } = {}): Promise<(...args: A) => Derivative[] | ValueAndGradient<number>> {
  requireFloatResult(f.signature, 'gradient');
  const pull = await pullback(f, options);
  return (...args) => {
    const { value, gradient: derivatives } = pull(args, { return: 1 });
    return options.value === true ? { value: Number(value), gradient: derivatives } : derivatives;
  };
}

/** The same with the value of the function, which costs nothing more. */
export async function valueAndGradient<A extends readonly Argument[]>(f: CompiledFunction<A>, options: DerivativeOptions = {}): Promise<(...args: A) => ValueAndGradient<number>> {
  return gradient(f, { ...options, value: true });
}

/**
 * The gradient of a weighted sum of all outputs, for functions that write their results to memory:
 * `(await pullback(f))([x, n, y], { y: [1, 0, 0] })` is the gradient of `y[0]`.
 */
export async function pullback<A extends readonly Argument[]>(f: CompiledFunction<A>, options: DerivativeOptions = {}): Promise<(args: A, seeds: Seeds) => ValueAndGradient> {
  const parameters = activeParameters(f, options, 'out');
  const running = await f.program.derivative(activityKey('pullback', f.signature, parameters), f.signature.symbol, wrapperSymbol,
    (module) => addPullback(module, f.signature, parameters.map(({ activity }) => activity)));
  return (args, seeds) => run(f, running, parameters, args, seeds);
}

function run(f: Described, running: RunningProgram, parameters: readonly ActiveParameter[], args: readonly Argument[], seeds: Seeds): ValueAndGradient {
  const { signature } = f;
  checkSeeds(f, seeds);
  refuseSharedArrays(signature, args);
  const instance = running.inStateOf(f.program.running);
  return Frame.run(instance, signature, (frame) => {
    frame.checkCount(args);
    const placed = parameters.map((parameter, index) => placeArgument(frame, parameter, args[index]));
    const shadows = parameters.map((parameter, index) => {
      const place = placed[index];
      return parameter.activity === 'dup' && place ? placeShadow(frame, signature, parameter, place, seeds[parameter.parameter.name]) : 0;
    });
    const values = parameters.flatMap(({ activity }, index) => {
      const { value } = placed[index] ?? { value: 0 };
      return activity === 'dup' ? [value, shadows[index] ?? 0] : [value];
    });
    const { result } = signature;
    const resultAddress = result === 'void' ? 0 : frame.zeros(result, 1);
    if (result !== 'void') values.push(resultAddress);
    if (result !== 'void' && isFloat(result)) {
      const seed = frame.zeros(result, 1);
      frame.writeScalar(result, seed, Number(seeds['return'] ?? 0));
      values.push(seed);
    }
    const numbers = parameters.filter(({ activity }) => activity === 'out');
    const gradients = numbers.length === 0 ? 0 : frame.zeros('uint8', numbers.length * gradientStride);
    if (numbers.length > 0) values.push(gradients);

    instance.call(wrapperSymbol, values);

    return {
      value: result === 'void' ? undefined : frame.readScalar(result, resultAddress),
      gradient: parameters.flatMap((parameter, index): Derivative[] => {
        if (!parameter.wanted) return [];
        if (parameter.activity === 'out') {
          return [Number(frame.readScalar(parameter.element, gradients + gradientStride * numbers.indexOf(parameter)))];
        }
        return [readFloats(frame, parameter.element, shadows[index] ?? 0, placed[index]?.length ?? 0)];
      }),
    };
  });
}

function checkSeeds({ signature }: Described, seeds: Seeds): void {
  for (const [name, seed] of Object.entries(seeds)) {
    if (name === 'return') {
      if (signature.result === 'void' || !isFloat(signature.result)) throw badArgument(signature, `\`${signature.name}\` returns no floating-point number, so there is nothing to seed`);
      if (typeof seed !== 'number') throw badArgument(signature, 'the seed `return` must be a number');
      continue;
    }
    const parameter = signature.parameters.find((each) => each.name === name);
    if (parameter?.type.kind !== 'pointer' || parameter.type.isConst || !isFloat(elementOf(parameter))) {
      throw badArgument(signature, `\`${name}\` is no output of \`${signature.name}\`: those are \`return\` and arrays of floating-point numbers that are not const`);
    }
    if (typeof seed === 'number') throw badArgument(signature, `the seed of \`${name}\` must be an array (a ${scalars[elementOf(parameter)].arrayName})`);
  }
}
