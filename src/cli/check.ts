/** `ribozyme check`: forward mode, reverse mode and finite differences of a function, compared argument by argument. */
import { type Argument, type CompiledFunction, type Derivative, type Parameter, pullback, type Seeds, tangent } from '../runtime/index.js';
import { type Call, readCall, wantedParameters, whileWatching } from './called-function.js';
import { exitCodes } from './exit.js';
import { estimateDerivative } from './finite-differences.js';
import { activeNames, forJson, returnsFloat } from './grad.js';
import { badUsage, lastValue } from './usage.js';

/** One number that the function depends on: a scalar argument, or an element of an array. */
interface Component {
  readonly label: string;
  readonly argument: string;
  readonly forward: number;
  readonly reverse: number;
  readonly finiteDifferences: number;
  /** How far finite differences may be off by their own account. */
  readonly uncertainty: number;
}

/** `unsure`: the modes agree, but finite differences say nothing here (a singular point, or noise). */
type Outcome = 'ok' | 'unsure' | 'mismatch';
interface Verdict extends Component { readonly outcome: Outcome }

export async function checkCommand(words: readonly string[]): Promise<number> {
  const call = await readCall('check', words, ['--tolerance']);
  const tolerance = readTolerance(call);
  const components = await whileWatching('differentiating', compare(call));
  const verdicts = components.map((component): Verdict => ({ ...component, outcome: judge(component, tolerance) }));
  process.stdout.write(call.options.flags.has('--json') ? asJson(call, verdicts, tolerance) : asText(call, verdicts));
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

/** The weighted sum of what the function itself computes. */
function evaluate(fn: CompiledFunction, args: readonly Argument[], seeds: Seeds): number {
  const result = fn(...args);
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

/** The modes must agree as far as rounding lets them; finite differences within their own uncertainty besides. */
export function judge({ forward, reverse, finiteDifferences, uncertainty }: Component, tolerance: number): Outcome {
  if (!isClose(forward, reverse, tolerance)) return 'mismatch';
  const scale = Math.max(Math.abs(reverse), 1e-3);
  if (!Number.isFinite(finiteDifferences) || uncertainty > 1e-2 * scale) {
    return Math.abs(reverse - finiteDifferences) > 10 * uncertainty ? 'mismatch' : 'unsure';
  }
  return isClose(reverse, finiteDifferences, tolerance, 4 * uncertainty) ? 'ok' : 'mismatch';
}

function isClose(a: number, b: number, tolerance: number, slack = 0): boolean {
  if (Object.is(a, b) || a === b) return true; // infinities, and NaN on both sides, among them
  return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b), 1e-3) + slack;
}

const shownElements = 8;

function asText(call: Call, verdicts: readonly Verdict[]): string {
  const shown = verdicts.filter(({ outcome, argument }, index) =>
    outcome !== 'ok' || verdicts.slice(0, index).filter((other) => other.argument === argument).length < shownElements);
  const cells = [
    ['argument', 'forward', 'reverse', 'finite differences', ''],
    ...shown.map((each) => [each.label, digits(each.forward), digits(each.reverse), digits(each.finiteDifferences), remark(each)]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const table = cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
  const left = verdicts.length - shown.length;
  return [...table, ...(left > 0 ? [`... and ${left} more that agree`] : []), '', summary(call, verdicts), ''].join('\n');
}

function summary({ name, file }: Call, verdicts: readonly Verdict[]): string {
  const labels = (wanted: Outcome): string[] => verdicts.filter(({ outcome }) => outcome === wanted).map(({ label }) => label);
  const wrong = labels('mismatch');
  const unsure = labels('unsure');
  if (wrong.length > 0) return `MISMATCH in \`${name}\` (${file}): ${wrong.join(', ')}`;
  const agreement = `${verdicts.length - unsure.length} of ${verdicts.length} derivatives of \`${name}\` agree`;
  return unsure.length === 0 ? agreement : `${agreement}; finite differences say nothing about ${unsure.join(', ')}`;
}

function remark({ outcome, forward, reverse }: Verdict): string {
  if (outcome !== 'mismatch') return outcome === 'ok' ? 'ok' : 'unsure: finite differences do not converge here';
  return isClose(forward, reverse, 1e-9) ? 'MISMATCH with finite differences' : 'MISMATCH: the modes differ';
}

function digits(value: number): string { return String(Number(value.toPrecision(12))); }

function asJson({ name }: Call, verdicts: readonly Verdict[], tolerance: number): string {
  const components = verdicts.map(({ label, forward, reverse, finiteDifferences, uncertainty, outcome }) => ({
    argument: label, outcome, forward: forJson(forward), reverse: forJson(reverse), finiteDifferences: forJson(finiteDifferences), uncertainty: forJson(uncertainty),
  }));
  return `${JSON.stringify({ function: name, agrees: verdicts.every(({ outcome }) => outcome !== 'mismatch'), tolerance, components })}\n`;
}
