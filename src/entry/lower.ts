/** Replaces marker calls by calls of derivative functions. */
import { CallGraph } from '../analysis/index.js';
import { Diagnostic } from '../diagnostics/index.js';
import { Deriver, type ReversePair, graveyardWords, releaseFunction, wordType } from '../derive/index.js';
import {
  type AnyCall, ArrayType, Builder, type Function, FunctionType, type GlobalVariable, type Module, type Value,
  constantFloat, constantInt, i1, i8, pointer, voidType, zero,
} from '../ir/index.js';
import { converted, replaceCall } from './conversions.js';
import { type MarkerCall, markerCalls } from './markers.js';
import { declareLibraryFacts } from './library-facts.js';
import { declareHints, isHint, lowerInactiveCall, removeHints } from './plain-calls.js';
import { applyRegistrations, removeRegistrations } from './registrations.js';
import { seedPointers } from './global-pointers.js';
import { type DerivativeRequest, complain, readRequest } from './requests.js';
import { deliver } from './results.js';

export interface LowerOptions {
  /** Called with each request before it is lowered. */
  readonly onRequest?: (request: DerivativeRequest, deriver: Deriver) => void;
}

/**
 * Lowers every marker call in the module, those in differentiated functions first.
 * @throws Diagnostic, or AggregateError of several: one for each call that cannot be lowered.
 */
export function lowerDerivatives(module: Module, options: LowerOptions = {}): { changed: boolean; remarks: string[] } {
  const pending = [...module.functions.values()].filter((fn) => markerCalls(fn).length > 0);
  if (pending.length === 0) return { changed: false, remarks: [] };
  const lowering = new Lowering(module, options);
  lowering.diagnostics.push(...applyRegistrations(module));
  for (const fn of pending) lowering.lowerPlainCalls(fn);
  const forgetFacts = declareLibraryFacts(module);
  for (const fn of pending) lowering.lowerFunction(fn);
  forgetFacts();
  if (lowering.diagnostics.length === 1) throw lowering.diagnostics[0] as Diagnostic;
  if (lowering.diagnostics.length > 1) throw new AggregateError(lowering.diagnostics, `${lowering.diagnostics.length} derivatives cannot be made`);
  removeHints(module);
  removeRegistrations(module);
  removeUnusedMarkers(module);
  return { changed: true, remarks: [] };
}

class Lowering {
  readonly diagnostics: Diagnostic[] = [];
  private readonly deriver: Deriver;
  private readonly visited = new Set<Function>();

  constructor(private readonly module: Module, private readonly options: LowerOptions) { this.deriver = new Deriver(module); }

  /** Those that ask for no derivative. */
  lowerPlainCalls(fn: Function): void {
    declareHints(fn);
    for (const marker of markerCalls(fn)) {
      if (marker.entryPoint === '__enzyme_call_inactive') this.collecting(() => lowerInactiveCall(marker));
    }
  }

  lowerFunction(fn: Function): void {
    if (this.visited.has(fn)) return;
    this.visited.add(fn);
    for (const marker of markerCalls(fn)) {
      if (!isHint(marker) && marker.entryPoint !== '__enzyme_call_inactive') this.collecting(() => this.lowerCall(marker));
    }
  }

  private collecting(lower: () => void): void {
    try {
      lower();
    } catch (error) {
      if (!(error instanceof Diagnostic)) throw error;
      this.diagnostics.push(error);
    }
  }

  private lowerCall(marker: MarkerCall): void {
    const request = readRequest(marker);
    for (const fn of new CallGraph([request.source]).functions) this.lowerFunction(fn);
    if (this.diagnostics.length > 0 && markerCalls(request.source).length > 0) return; // reported already
    this.options.onRequest?.(request, this.deriver);
    const build = new Builder(marker.call.block ?? request.source.entry).beforeInstruction(marker.call);
    build.debugLocation = marker.call.metadata.get('dbg');
    const results = request.mode === 'forward' ? this.emitForward(request, build) : this.emitReverse(request, build);
    const value = deliver(request, results, build);
    replaceCall(marker.call, value);
  }

  private emitForward(request: DerivativeRequest, build: Builder): Value[] {
    const activities = request.arguments.map((arg) => arg.activity);
    const derived = this.deriver.request(request.source, activities);
    const tangent = derived.tangent(request.source, activities);
    this.clearGlobals(derived.shadowedGlobals, build);
    const result = build.call(tangent.fn, this.argumentsFor(request, build));
    if (request.source.functionType.result.kind === 'void') return [];
    const primal = request.returnsPrimal ? [build.extractValue(result, [0])] : [];
    return [...primal, tangent.returnsTangent ? build.extractValue(result, [1]) : zero(request.source.functionType.result)];
  }

  private emitReverse(request: DerivativeRequest, build: Builder): Value[] {
    const activities = request.arguments.map((arg) => arg.activity);
    const derived = this.deriver.request(request.source, activities);
    const pair = derived.reverse(request.source, { arguments: activities, preserved: activities.map(() => true) });
    this.clearGlobals(derived.shadowedGlobals, build);
    const graveyard = this.makeGraveyard(request.marker.call, build);
    const args = this.argumentsFor(request, build);
    const forward = build.call(pair.augmented, [...args, graveyard]);
    const tape = pair.tapeType ? [build.extractValue(forward, [0])] : [];
    const derivatives = build.call(pair.reverse, [...args, ...this.seed(request, pair), ...tape]);
    build.call(releaseFunction(this.module), [graveyard]);
    const hasResult = request.source.functionType.result.kind !== 'void';
    const primal = request.returnsPrimal && hasResult ? [build.extractValue(forward, [tape.length])] : [];
    const gradients = pair.derivativeTypes.filter((type) => type !== undefined).map((_, i) => build.extractValue(derivatives, [i]));
    return [...primal, ...gradients];
  }

  private seed(request: DerivativeRequest, pair: ReversePair): Value[] {
    if (!pair.seedType) return [];
    if (pair.seedType.kind === 'float') return [constantFloat(pair.seedType, 1)];
    throw complain(request.marker, 'unsupportedFeature', {
      feature: 'a gradient of a function that returns several numbers', why: `which of them is to be differentiated? (${pair.seedType.text})`,
      remedy: 'write the results through a pointer, with a shadow that says how much of each',
    });
  }

  private argumentsFor(request: DerivativeRequest, build: Builder): Value[] {
    return request.arguments.flatMap((arg, i) => {
      const type = request.source.args[i]?.type;
      if (!type) return [];
      const primal = converted(build, arg.primal, type);
      return arg.activity === 'constant' || !arg.shadow ? [primal] : [primal, converted(build, arg.shadow, type)];
    });
  }

  /** Nothing outside this derivative has put anything into the shadows of globals. */
  private clearGlobals(shadowed: readonly { global: GlobalVariable; shadow: GlobalVariable }[], build: Builder): void {
    const word = wordType(this.module);
    for (const { global, shadow } of shadowed) {
      const size = constantInt(word, this.module.layout.allocSize(global.valueType));
      const memset = this.module.getOrDeclare(`llvm.memset.p0.${word.text}`, new FunctionType(voidType, [pointer, i8, word, i1]));
      build.call(memset, [shadow, constantInt(i8, 0), size, constantInt(i1, 0)]);
      seedPointers(build, global, shadow, shadowed);
    }
  }

  private makeGraveyard(call: AnyCall, build: Builder): Value {
    const type = new ArrayType(wordType(this.module), graveyardWords);
    const entry = call.block?.parent.entry;
    const first = entry?.instructions[0];
    if (!entry || !first) throw new Error('a call in no function');
    const graveyard = new Builder(entry).beforeInstruction(first).alloca(type);
    build.store(zero(type), graveyard);
    return graveyard;
  }
}

function removeUnusedMarkers(module: Module): void {
  for (const [name, fn] of module.functions) {
    if (fn.isDeclaration && name.includes('__enzyme_') && fn.uses.size === 0) module.functions.delete(name);
  }
}
