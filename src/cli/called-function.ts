/** What `grad` and `check` have in common: a function of a file, and its arguments from the command line. */
import { type Argument, compile, type CompiledFunction, type Parameter } from '../runtime/index.js';
import { isFloat, newArray, type Scalar, scalars, type TypedArray } from '../runtime/scalars.js';
import { type Literal, readLiteral } from './literals.js';
import { endProgress, showProgress } from './report.js';
import { allValues, badUsage, lastValue, type Options, readOptions } from './usage.js';

export interface Call {
  readonly file: string;
  readonly name: string;
  readonly options: Options;
  readonly fn: CompiledFunction;
  /** Fresh ones each time: a function may write to its arrays. */
  readonly makeArguments: () => Argument[];
}

export const clangValues = ['-D', '-I', '-U', '-include', '-isystem', '-iquote'];

/** Reads `[OPTIONS] FILE FUNCTION ARGS... [OPTIONS]`, compiles FILE, and finds FUNCTION. */
export async function readCall(command: 'grad' | 'check', words: readonly string[], ownValues: readonly string[]): Promise<Call> {
  const options = readOptions(command, words, { flags: ['--json'], values: ['--with', '--wrt', ...ownValues, ...clangValues] });
  const at = options.rest.findIndex((word) => !word.startsWith('-'));
  const [file, name, ...args] = at < 0 ? [] : options.rest.slice(at);
  if (file === undefined || name === undefined) throw badUsage(command, `${file === undefined ? 'no source file' : 'no function'} was named`);
  const flags = [...options.rest.slice(0, at), ...options.values.filter(([option]) => clangValues.includes(option)).flat()];
  const literals = args.map((word) => readLiteral(word, command));
  const fn = await find(command, [file, ...allValues(options, '--with')], name, flags);
  const { parameters } = fn.signature;
  return { file, name, options, fn, makeArguments: () => literals.map((literal, index) => convert(literal, parameters[index], command)) };
}

/** Of `--wrt a,b`. */
export function wantedParameters(options: Options): { readonly wrt?: readonly string[] } {
  const list = lastValue(options, '--wrt');
  return list === undefined ? {} : { wrt: list.split(',').map((name) => name.trim()) };
}

/** Shows what takes long, to a person who waits. */
export async function whileWatching<T>(text: string, work: Promise<T>): Promise<T> {
  showProgress(text);
  return work.finally(endProgress);
}

async function find(command: string, files: readonly string[], name: string, flags: readonly string[]): Promise<CompiledFunction> {
  const functions = await compile(files, {
    flags,
    onProgress: ({ stage, fraction }) => showProgress(`${stage}${fraction === undefined ? '' : ` ${Math.round(100 * fraction)} %`}`),
    onMessage: (text) => { endProgress(); process.stderr.write(text); },
    onOutput: (line) => { endProgress(); process.stderr.write(`${line}\n`); },
  }).finally(endProgress);
  const found = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (found) return found;
  const names = Object.keys(functions);
  throw badUsage(command, `there is no function \`${name}\` in ${files.join(', ')}; there ${names.length === 1 ? 'is' : 'are'} ${names.join(', ') || 'none that other files could call'}`);
}

/** What does not fit is passed on as it is: the runtime knows best how to complain. */
function convert(literal: Literal, parameter: Parameter | undefined, command: string): Argument {
  if (!isList(literal)) return literal;
  const elements = flatten(literal);
  if (parameter?.type.kind !== 'pointer') return elements.filter((element) => typeof element === 'number');
  const { element } = parameter.type;
  if (!elements.every((each): each is Scalar => typeof each !== 'string' && each !== null)) throw badUsage(command, `\`${parameter.name}\` must hold numbers`);
  return fill(newArray(element, elements.length), elements, parameter, command);
}

function fill(array: TypedArray, elements: readonly Scalar[], { name, type }: Parameter, command: string): TypedArray {
  elements.forEach((element, index) => {
    if (array instanceof BigInt64Array || array instanceof BigUint64Array) array[index] = BigInt(element);
    else array[index] = Number(element);
    const scalar = type.kind === 'pointer' ? type.element : type.scalar;
    if (!isFloat(scalar) && Number(array[index]) !== Number(element)) throw badUsage(command, `${String(element)} does not fit the ${scalars[scalar].bytes * 8}-bit elements of \`${name}\``);
  });
  return array;
}

/** `[[1,2],[3,4]]` for a matrix is its elements row by row, as C lays them out. */
function flatten(literal: Literal): Exclude<Literal, readonly Literal[]>[] {
  return isList(literal) ? literal.flatMap(flatten) : [literal];
}

function isList(literal: Literal): literal is readonly Literal[] { return Array.isArray(literal); }
