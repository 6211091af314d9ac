/** `ribozyme check`: forward mode, reverse mode and finite differences of a function, compared argument by argument. */
import { type Argument, type CompiledFunction, type Derivative, type Parameter, pullback, type Seeds, tangent } from '../runtime/index.js';
import { type Call, readCall, wantedParameters, whileWatching } from './called-function.js';
import { exitCodes } from './exit.js';
import { estimateDerivative } from './finite-differences.js';
import { activeNames, returnsFloat } from './grad.js';
import { badUsage, lastValue } from './usage.js';
import { type Component, judge, type Verdict, verdictsAsJson, verdictsAsText } from './verdict.js';

export async function checkCommand(words: readonly string[]): Promise<number> {
  const call = await readCall('check', words, ['--tolerance']);
  const tolerance = readTolerance(call);
  const components = await whileWatching('differentiating', compare(call));
  const verdicts = components.map((component): Verdict => ({ ...component, outcome: judge(component, tolerance) }));
  process.stdout.write(call.options.flags.has('--json') ? verdictsAsJson(call, verdicts, tolerance) : verdictsAsText(call, verdicts));
  return verdicts.every(({ outcome }) => outcome !== 'mismatch') ? exitCodes.ok : exitCodes.refused;
}

function readTolerance({ options, fn }: Call): number {
  const given = lastValue(options, '--tolerance');
  if (given === undefined) return usesSinglePrecision(fn) ? 1e-2 : 1e-6;
  if (!(Number(given) >= 0)) throw badUsage('check', `--tolerance must be a number, not \`${given}\``);
  return Number(given);
}

function usesSinglePrecision({ signature }: CompiledFunction): boolean {
  return signature.result === 'float32' || signature.parameters.some(({ type }) => (type.kind === 'scalar' ? type.scalar : type.element) === 'float32');
}

/** Derivatives of the weighted sum of all outputs; the weights are no round numbers, so that errors do not cancel. */
async function compare({ fn, options, makeArguments }: Call): Promise<Component[]> {
  const wanted = wantedParameters(options);
  const names = activeNames(fn, wanted.wrt);
  const seeds = makeSeeds(fn, makeArguments());
  if (Object.keys(seeds).length === 0) throw badUsage('check', `\`${fn.name}\` returns no floating-point number and writes to no array of them`);
  const pull = await pullback(fn, wanted);
  const push = await tangent(fn, wanted);
  const { gradient } = pull(makeArguments(), seeds);
  const precision = usesSinglePrecision(fn) ? 2 ** -23 : 2 ** -52;
  return names.flatMap((argument, order) => {
    const index = fn.signature.parameters.findIndex(({ name }) => name === argument);
    return componentsOf(gradient[order], argument).map(({ label, element, reverse }): Component => {
      const { tangent: slope = 0, outputs } = push(makeArguments(), fn.signature.parameters.map((_, i) => (i === index ? unit(gradient[order], element) : null)));
      const forward = weigh(seeds, slope, (name) => outputs[name]?.tangent);
      const at = (value: number): number => evaluate(fn, replaced(makeArguments(), index, element, value), seeds);
      const { value, error } = estimateDerivative(at, numberAt(makeArguments()[index], element), precision);
      return { label, argument, forward, reverse, finiteDifferences: value, uncertainty: error };
    });
  });
}

function makeSeeds(fn: CompiledFunction, args: readonly Argument[]): Seeds {
  const weight = (index: number): number => 0.5 + ((index * 0.6180339887) % 1);
  const seeds: [string, number | number[]][] = returnsFloat(fn) ? [['return', 1]] : [];
  fn.signature.parameters.forEach((parameter, index) => {
    const value = args[index];
    if (isOutput(parameter) && ArrayBuffer.isView(value)) seeds.push([parameter.name, Array.from({ length: lengthOf(value) }, (_, i) => weight(i))]);
  });
  return Object.fromEntries(seeds);
}

function isOutput({ type }: Parameter): boolean { return type.kind === 'pointer' && !type.isConst && /^float/.test(type.element); }

/** The weighted sum of what the function itself computes, when it is the first to run. */
function evaluate(fn: CompiledFunction, args: readonly Argument[], seeds: Seeds): number {
  const result = fn(...args);
  fn.program.running.reset();
  const named = new Map(fn.signature.parameters.map(({ name }, index) => [name, args[index]] as const));
  return weigh(seeds, Number(result ?? 0), (name) => {
    const array = named.get(name);
    return array instanceof Float64Array || array instanceof Float32Array ? array : undefined;
  });
}

function weigh(seeds: Seeds, result: number, outputs: (name: string) => Float32Array | Float64Array | undefined): number {
  return Object.entries(seeds).reduce((sum, [name, seed]) => {
    if (typeof seed === 'number') return sum + seed * result;
    const array = outputs(name);
    return sum + (array ? Array.from(array, (value, i) => value * (seed[i] ?? 0)).reduce((a, b) => a + b, 0) : 0);
  }, 0);
}

function componentsOf(derivative: Derivative | undefined, argument: string): { label: string; element: number; reverse: number }[] {
  if (derivative === undefined) return [];
  if (typeof derivative === 'number') return [{ label: argument, element: 0, reverse: derivative }];
  return Array.from(derivative, (reverse, element) => ({ label: `${argument}[${element}]`, element, reverse }));
}

function unit(derivative: Derivative | undefined, element: number): number | number[] {
  if (typeof derivative === 'number' || derivative === undefined) return 1;
  return Array.from(derivative, (_, i) => (i === element ? 1 : 0));
}

function replaced(args: Argument[], index: number, element: number, value: number): Argument[] {
  const argument = args[index];
  if (argument instanceof Float64Array || argument instanceof Float32Array) argument[element] = value;
  else args[index] = value;
  return args;
}

function numberAt(argument: Argument | undefined, element: number): number {
  return argument instanceof Float64Array || argument instanceof Float32Array ? argument[element] ?? NaN : Number(argument);
}

function lengthOf(view: ArrayBufferView): number { return 'length' in view ? Number(view.length) : 0; }
