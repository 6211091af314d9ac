/**
 * The halves of a split tangent as two calls. The first runs the primal and logs what the second reads (see `derive/log.ts`); what it hands
 * over is the log. It is made where the module asks for the second half of that function, in place of the first half of reverse mode.
 */
import { remember } from '../analysis/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { type Deriver, defaultOptions, graveyardWords, wordType } from '../derive/index.js';
import { ArrayType, type Builder, type Function, FunctionType, type Module, type Value, constantInt, pointer, voidType, zero } from '../ir/index.js';
import { tangentResults } from './derivative-calls.js';
import { functionOf } from './differentiated-function.js';
import { type MarkerCall, complain } from './markers.js';
import { argumentsFor, clearGlobals, derivativeOptions, stackSlot } from './passing.js';
import { type DerivativeRequest, holdsPointers } from './requests.js';
import { takeResultAddress } from './results.js';
import { callInPlaceOf } from './unwind.js';

export class LogCalls {
  /** What the module asks for a second half of, and for a first. */
  private readonly wanted = new Set<Function>();
  private readonly begun = new Set<Function>();
  private readonly logged = new Map<Function, Function>();
  private readonly callers = new Set<Function>();
  private readonly block: ArrayType;

  constructor(private readonly module: Module, private readonly deriver: Deriver) {
    this.block = new ArrayType(wordType(module), graveyardWords);
  }

  /** To be called with all markers of the module before any is lowered. */
  expect(marker: MarkerCall): void {
    const half = marker.entryPoint === '__enzyme_fwdsplit' ? this.wanted : marker.entryPoint === '__enzyme_augmentfwd' ? this.begun : undefined;
    half?.add(functionOf(takeResultAddress(marker).values[0], marker));
  }

  /** Whether the halves that go with that function are those of a tangent. */
  takes(source: Function): boolean { return this.wanted.has(source); }

  /** @throws Diagnostic if the function, which is to be differentiated, calls one of these halves. */
  checkReached(fn: Function, marker: MarkerCall): void {
    if (!this.callers.has(fn)) return;
    throw complain(marker, 'unsupportedFeature', {
      feature: 'a derivative of code that calls `__enzyme_fwdsplit`', why: `\`${fn.name}\` does, and the log between the halves has no shadow`, remedy: 'use `__enzyme_fwddiff` there',
    });
  }

  callAugmented(request: DerivativeRequest, build: Builder): Value[] {
    const { options, source, marker } = request;
    this.check(request);
    const activities = request.arguments.map((arg) => arg.activity);
    const fn = remember(this.logged, source, () => this.deriver.request(source, activities, { ...defaultOptions, isReplay: true }, (made) => made.logged(source, activities)));
    const word = wordType(this.module);
    const address = options.tapeAddress ?? build.call(this.module.getOrDeclare('malloc', new FunctionType(pointer, [word])), [constantInt(word, this.size)]);
    build.store(zero(this.block), address);
    const primals = { ...request, arguments: request.arguments.map((arg) => ({ ...arg, activity: 'constant' as const })) };
    const result = callInPlaceOf(marker.call, fn, [...argumentsFor(primals, build), address], build);
    const own = options.tapeAddress ? [] : [address];
    const isTapeOnly = marker.call.type.kind === 'pointer' && !request.resultAddress && own.length > 0;
    return isTapeOnly || result.type.kind === 'void' || options.result === 'unused' ? own : [...own, result];
  }

  callTangent(request: DerivativeRequest, build: Builder): Value[] {
    const { options, source, marker } = request;
    this.check(request);
    if (!this.begun.has(source)) throw complain(marker, 'missingHalf', { function: source.name });
    const activities = request.arguments.map((arg) => arg.activity);
    const { derived, tangent } = this.deriver.request(source, activities, derivativeOptions(request), (made) => ({ derived: made, tangent: made.tangent(source, activities) }));
    clearGlobals(derived, options.width, build, (_, { name, valueType }) => {
      if (!holdsPointers(valueType)) return;
      throw complain(marker, 'unsupportedFeature', {
        feature: 'a global variable with pointers in `__enzyme_fwdsplit`', why: `\`${name}\` may hold others by then than the first half began with`, remedy: 'pass it as an argument with a shadow',
      });
    });
    const address = options.tapeAddress ?? request.tape ?? zero(pointer);
    const data = build.load(pointer, address);
    const reader = stackSlot(marker.call, this.block);
    build.store(zero(this.block), reader);
    build.store(data, reader);
    const result = build.call(tangent.fn, [...argumentsFor(request, build), reader]);
    if (!options.keepsTape) {
      const free = this.module.getOrDeclare('free', new FunctionType(voidType, [pointer]));
      build.call(free, [data]);
      if (!options.tapeAddress) build.call(free, [address]);
    }
    return tangentResults(request, tangent, result, build);
  }

  tapeSize({ marker }: DerivativeRequest): Value[] {
    const { type } = marker.call;
    return [constantInt(type.kind === 'integer' ? type : wordType(this.module), this.size)];
  }

  refusePullback({ marker, source }: DerivativeRequest): Diagnostic {
    return complain(marker, 'unsupportedFeature', {
      feature: '`__enzyme_reverse` beside `__enzyme_fwdsplit` of one function', why: `what the first half of \`${source.name}\` keeps is for one of them`,
      remedy: 'ask for one of them of another function that does nothing but call it',
    });
  }

  private check({ source, options, marker }: DerivativeRequest): void {
    const { parent } = marker.call.block ?? {};
    if (parent) this.callers.add(parent);
    if (options.decidesAtRunTime) throw complain(marker, 'unsupportedFeature', { feature: '`enzyme_runtime_activity` in `__enzyme_fwdsplit`', why: 'the addresses that say so may be used otherwise by then', remedy: 'leave it out, and use markers' });
    if (options.allocated !== undefined && options.allocated < this.size) {
      throw complain(marker, 'tapeTooSmall', { function: source.name, needed: `${this.size}`, given: `${options.allocated}` });
    }
    if (!holdsPointers(source.functionType.result) || options.result === 'constant' || options.result === 'unused') return;
    throw complain(marker, 'unsupportedFeature', {
      feature: 'the shadow of a returned pointer in `__enzyme_fwdsplit`', why: 'it is there after the second half only', remedy: 'return it through a pointer, or mark it `enzyme_const_return`',
    });
  }

  private get size(): number { return this.module.layout.allocSize(this.block); }
}
