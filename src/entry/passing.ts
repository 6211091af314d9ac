/** What every call of a derivative function needs: arguments in its types, seeds, cleared shadows of globals, stack slots. */
import { type DerivativeOptions, type Request, type ReversePair, wordType } from '../derive/index.js';
import {
  type AnyCall, type AllocaInstruction, Builder, FunctionType, type Type, type Value, constantFloat, constantInt, i1, i8, pointer, voidType, zero,
} from '../ir/index.js';
import type { Shadows } from './arguments.js';
import { complain } from './markers.js';
import { type DerivativeRequest, hasSeed } from './requests.js';

export function derivativeOptions({ options, mode, marker }: DerivativeRequest): DerivativeOptions {
  const measuresErrors = marker.entryPoint === '__enzyme_error_estimate';
  const isReplay = mode === 'replay';
  const isSplit = mode !== 'forward' && mode !== 'reverse' && !isReplay;
  return { width: options.width, isZeroStrong: options.isZeroStrong, measuresErrors, keepsTape: options.keepsTape && mode === 'pullback', isSplit, isReplay };
}

/** Each primal, followed by its shadows. */
export function argumentsFor(request: DerivativeRequest, build: Builder): Value[] {
  return request.arguments.flatMap((arg, i) => {
    const type = request.source.args[i]?.type;
    if (!type || !arg.primal) return [];
    const passed = (value: Value): Value => converted(build, arg.isByReference && value.type.kind === 'pointer' ? build.load(type, value, 1) : value, type);
    const primal = passed(arg.primal);
    if (arg.activity === 'constant' || !arg.shadows) return [primal];
    return [primal, ...shadowsOf(arg.shadows, request.options.width, build).map(passed)];
  });
}

function shadowsOf(shadows: Shadows, width: number, build: Builder): readonly Value[] {
  if (shadows.kind === 'lanes') return shadows.values;
  const word = wordType(build.module);
  const stride = converted(build, shadows.stride, word);
  return Array.from({ length: width }, (_, lane) => build.gep(i8, shadows.base, [build.binary('mul', stride, constantInt(word, lane))]));
}

/** The seeds of a gradient: 1 in every lane, or nothing if the result is said to have no derivative. */
export function unitSeeds(request: DerivativeRequest, pair: ReversePair): Value[] {
  const { seedType } = pair;
  if (!seedType) return [];
  const { width } = request.options;
  if (!hasSeed(request.options)) return Array.from({ length: width }, () => zero(seedType));
  if (seedType.kind === 'float') return Array.from({ length: width }, () => constantFloat(seedType, 1));
  throw complain(request.marker, 'unsupportedFeature', {
    feature: 'a gradient of a function that returns several numbers', why: `which of them is to be differentiated? (${seedType.text})`,
    remedy: 'write the results through a pointer, with a shadow that says how much of each',
  });
}

/** Nothing outside this derivative has put anything into the shadows of globals. */
export function clearGlobals(derived: Request, width: number, build: Builder, seed: SeedPointers): void {
  const { module } = build;
  const word = wordType(module);
  for (let lane = 0; lane < width; lane++) {
    const shadowed = derived.shadowedGlobals(lane);
    for (const { global, shadow } of shadowed) {
      const size = constantInt(word, module.layout.allocSize(global.valueType));
      const memset = module.getOrDeclare(`llvm.memset.p0.${word.text}`, new FunctionType(voidType, [pointer, i8, word, i1]));
      build.call(memset, [shadow, constantInt(i8, 0), size, constantInt(i1, 0)]);
      seed(build, global, shadow, shadowed);
    }
  }
}

/** Fills in the pointers of a shadow. */
type SeedPointers = (build: Builder, ...of: [Shadowed['global'], Shadowed['shadow'], readonly Shadowed[]]) => void;
type Shadowed = ReturnType<Request['shadowedGlobals']>[number];

/** Memory of the function that the call stands in: in its entry block, so that a call in a loop does not take more each time. */
export function stackSlot(call: AnyCall, type: Type, alignment?: number): AllocaInstruction {
  const entry = call.block?.parent.entry;
  const first = entry?.instructions[0];
  if (!entry || !first) throw new Error('a call in no function');
  return new Builder(entry).beforeInstruction(first).alloca(type, undefined, alignment);
}

/** As C converts arguments: a `float` arrives as a `double` through `...`, a `char` as an `int`. */
export function converted(build: Builder, value: Value, type: Type): Value {
  if (value.type.text === type.text) return value;
  if (value.type.kind === 'float' && type.kind === 'float') return build.cast(value.type.bits > type.bits ? 'fptrunc' : 'fpext', value, type);
  if (value.type.kind === 'integer' && type.kind === 'integer') return build.cast(value.type.bits > type.bits ? 'trunc' : 'sext', value, type);
  return value;
}
