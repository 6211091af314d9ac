/** `ribozyme grad`: the value and the gradient of a function at a point. */
import { type Argument, type CompiledFunction, type Derivative, pullback, type Result, type Seeds } from '../runtime/index.js';
import { type Call, readCall, wantedParameters, whileWatching } from './called-function.js';
import { exitCodes } from './exit.js';
import { readLiteral, showJson, showNumber } from './literals.js';
import { allValues, badUsage, type Options } from './usage.js';

export async function gradCommand(words: readonly string[]): Promise<number> {
  const call = await readCall('grad', words, ['--seed']);
  const { fn, options, makeArguments } = call;
  const { value, gradient, names } = await differentiate(fn, options, makeArguments());
  process.stdout.write(options.flags.has('--json') ? asJson(call, value, gradient, names) : asText(value, gradient, names));
  return exitCodes.ok;
}

interface Gradient { readonly value: Result; readonly gradient: readonly Derivative[]; readonly names: readonly string[] }

async function differentiate(fn: CompiledFunction, options: Options, args: readonly Argument[]): Promise<Gradient> {
  const wanted = wantedParameters(options);
  const seeds = readSeeds(options);
  const pull = await whileWatching('differentiating', pullback(fn, wanted));
  if (seeds === undefined && !returnsFloat(fn)) {
    throw badUsage('grad', `\`${fn.name}\` returns no floating-point number; say with --seed NAME=[...] how much each output weighs`);
  }
  const { value, gradient } = pull(args, seeds ?? { return: 1 });
  return { value, gradient, names: activeNames(fn, wanted.wrt) };
}

export function returnsFloat({ signature }: CompiledFunction): boolean { return /^float/.test(signature.result); }

/** The parameters that have a derivative, in order. */
export function activeNames({ signature }: CompiledFunction, wrt: readonly string[] | undefined): string[] {
  return signature.parameters
    .filter(({ name, type }) => /^float/.test(type.kind === 'scalar' ? type.scalar : type.element) && (wrt?.includes(name) ?? true))
    .map(({ name }) => name);
}

function readSeeds(options: Options): Seeds | undefined {
  const given = allValues(options, '--seed');
  if (given.length === 0) return undefined;
  return Object.fromEntries(given.map((text) => {
    const [, name, literal] = /^(\w+)=(.*)$/.exec(text) ?? [];
    if (name === undefined || literal === undefined) throw badUsage('grad', `--seed needs NAME=VALUE, not \`${text}\``);
    const value = readLiteral(literal, 'grad');
    if (typeof value === 'number') return [name, value];
    if (!Array.isArray(value)) throw badUsage('grad', `the seed of \`${name}\` must be a number or an array of numbers`);
    return [name, value.map(Number)];
  }));
}

function asText(value: Result, gradient: readonly Derivative[], names: readonly string[]): string {
  const lines = value === undefined ? [] : [`value     ${showNumber(value)}`];
  const numbers = gradient.filter((each) => typeof each === 'number');
  if (numbers.length === gradient.length) {
    lines.push(`gradient  (${numbers.map(showNumber).join(', ')})  with respect to (${names.join(', ')})`);
  } else {
    const width = Math.max(...names.map((name) => name.length));
    lines.push('gradient', ...gradient.map((each, index) => `  ${(names[index] ?? '').padEnd(width)}  ${showDerivative(each)}`));
  }
  return `${lines.join('\n')}\n`;
}

function showDerivative(derivative: Derivative): string {
  return typeof derivative === 'number' ? showNumber(derivative) : `[${Array.from(derivative, showNumber).join(', ')}]`;
}

function asJson({ name }: Call, value: Result, gradient: readonly Derivative[], names: readonly string[]): string {
  const entries = gradient.map((each, index) => [names[index] ?? String(index), typeof each === 'number' ? showJson(each) : Array.from(each, showJson)] as const);
  return `${JSON.stringify({ function: name, value: value === undefined ? null : showJson(value), gradient: Object.fromEntries(entries) })}\n`;
}
