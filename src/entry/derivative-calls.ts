/** Calls of tangent functions, and gradients: both halves of reverse mode at once. */
import { type Deriver, type TangentFunction, exceptionOf, graveyardWords, releaseFunction, wordType } from '../derive/index.js';
import { ArrayType, type Builder, type Value, zero } from '../ir/index.js';
import { seedPointers } from './global-pointers.js';
import { argumentsFor, clearGlobals, derivativeOptions, stackSlot, unitSeeds } from './passing.js';
import type { DerivativeRequest } from './requests.js';
import { callInPlaceOf, raiseInPlaceOf } from './unwind.js';

/** The results in the order in which they are delivered. */
export function callTangent(request: DerivativeRequest, deriver: Deriver, build: Builder): Value[] {
  const { source, options } = request;
  const activities = request.arguments.map((arg) => arg.activity);
  const { derived, tangent } = deriver.request(source, activities, derivativeOptions(request), (made) => ({ derived: made, tangent: made.tangent(source, activities) }));
  clearGlobals(derived, options.width, build, seedPointers);
  const args = argumentsFor(request, build);
  return tangentResults(request, tangent, tangent.mayThrow ? callInPlaceOf(request.marker.call, tangent.fn, args, build) : build.call(tangent.fn, args), build);
}

/** What is wanted of the result of a tangent function. */
export function tangentResults({ source, options }: DerivativeRequest, tangent: TangentFunction, result: Value, build: Builder): Value[] {
  const { result: type } = source.functionType;
  if (type.kind === 'void') return [];
  const primal = options.returnsPrimal ? [build.extractValue(result, [0])] : [];
  if (options.result === 'constant' || options.result === 'unused') return primal;
  return [...primal, ...Array.from({ length: options.width }, (_, lane) => (tangent.returnsTangent ? build.extractValue(result, [1 + lane]) : zero(type)))];
}

export function callGradient(request: DerivativeRequest, deriver: Deriver, build: Builder): Value[] {
  const { source, options } = request;
  const activities = request.arguments.map((arg) => arg.activity);
  const signature = { arguments: activities, preserved: request.arguments.map((arg) => arg.isPreserved) };
  const { derived, pair } = deriver.request(source, activities, derivativeOptions(request), (made) => ({ derived: made, pair: made.reverse(source, signature) }));
  clearGlobals(derived, options.width, build, seedPointers);
  const graveyardType = new ArrayType(wordType(build.module), graveyardWords);
  const graveyard = stackSlot(request.marker.call, graveyardType);
  build.store(zero(graveyardType), graveyard);
  const args = argumentsFor(request, build);
  const forward = build.call(pair.augmented, [...args, graveyard]);
  const tape = pair.tapeType ? [build.extractValue(forward, [0])] : [];
  const derivatives = build.call(pair.reverse, [...args, ...unitSeeds(request, pair), ...tape]);
  build.call(releaseFunction(build.module), [graveyard]);
  if (pair.mayThrow) raiseInPlaceOf(request.marker.call, exceptionOf(pair, forward, build), build);
  const hasResult = source.functionType.result.kind !== 'void';
  const primal = options.returnsPrimal && hasResult ? [build.extractValue(forward, [tape.length])] : [];
  return [...primal, ...fieldsOf(derivatives, build)];
}

/** The derivatives that a reverse function returns. */
export function fieldsOf(derivatives: Value, build: Builder): Value[] {
  return derivatives.type.kind === 'struct' ? derivatives.type.fields.map((_, i) => build.extractValue(derivatives, [i])) : [];
}
