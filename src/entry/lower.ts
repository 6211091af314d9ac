/** Replaces marker calls by calls of derivative functions. */
import { CallGraph, PossibleCallees } from '../analysis/index.js';
import { Diagnostic } from '../diagnostics/index.js';
import type { ArgumentActivity } from '../activity/index.js';
import { Deriver, type PlannedFunction, ReducedPrecision, defaultOptions } from '../derive/index.js';
import { Builder, type Function, type Module, type Value } from '../ir/index.js';
import type { PlanPolicy } from '../plan/index.js';
import { batchTask } from './batch.js';
import { splitChoices } from './choices.js';
import { callGradient, callTangent } from './derivative-calls.js';
import { replaceCall } from './conversions.js';
import { declareLibraryFacts } from './library-facts.js';
import { LogCalls } from './log-calls.js';
import { type MarkerCall, isDifferentiatedFunction, markerCalls } from './markers.js';
import { declareHints, isHint, lowerInactiveCall, removeHints } from './plain-calls.js';
import { applyRegistrations, removeRegistrations } from './registrations.js';
import { type DerivativeRequest, readRequest } from './requests.js';
import { deliver } from './results.js';
import { SplitCalls } from './split-calls.js';
import type { Task } from './task.js';
import { truncationTask } from './truncation.js';
import { virtualReverseTask } from './virtual-reverse.js';

export interface LowerOptions {
  /** Called with each request before it is lowered. */
  readonly onRequest?: (request: DerivativeRequest, deriver: Deriver) => void;
  /** What the plan of the reverse sweep is chosen by. */
  readonly policy?: PlanPolicy;
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
  lowering.expectLogs(pending);
  for (const fn of pending) lowering.lowerFunction(fn);
  lowering.finish();
  forgetFacts();
  throwAll(lowering.diagnostics);
  removeHints(module);
  removeRegistrations(module);
  removeUnusedMarkers(module);
  return { changed: true, remarks: [] };
}

/**
 * How the gradient of a function is planned, as a call of `__enzyme_autodiff` would have it made. The module is not to be used any
 * further.
 * @throws Diagnostic, or AggregateError of several
 */
export function planGradient(module: Module, source: Function, args: readonly ArgumentActivity[]): PlannedFunction[] {
  const lowering = new Lowering(module, {});
  lowering.diagnostics.push(...applyRegistrations(module));
  for (const fn of [...module.functions.values()]) lowering.lowerPlainCalls(fn);
  declareLibraryFacts(module);
  const planned = lowering.plan(source, args);
  throwAll(lowering.diagnostics);
  return planned;
}

function throwAll(diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length === 1) throw diagnostics[0] as Diagnostic;
  if (diagnostics.length > 1) throw new AggregateError(diagnostics, `${diagnostics.length} derivatives cannot be made`);
}

class Lowering {
  readonly diagnostics: Diagnostic[] = [];
  private readonly deriver: Deriver;
  private readonly split: SplitCalls;
  private readonly logs: LogCalls;
  private readonly reduced: ReducedPrecision;
  private readonly visited = new Set<Function>();
  private readonly callees: PossibleCallees;

  constructor(private readonly module: Module, private readonly options: LowerOptions) {
    this.callees = new PossibleCallees(module, isDifferentiatedFunction);
    this.deriver = new Deriver(module, this.callees, options.policy);
    this.split = new SplitCalls(module, this.deriver);
    this.logs = new LogCalls(module, this.deriver);
    this.reduced = new ReducedPrecision(module);
  }

  /** Those that ask for no derivative. */
  lowerPlainCalls(fn: Function): void {
    declareHints(fn);
    for (const marker of markerCalls(fn)) {
      if (marker.entryPoint === '__enzyme_call_inactive') this.collecting(() => lowerInactiveCall(marker));
    }
  }

  /** The first half of a derivative is another one where the second is a tangent. */
  expectLogs(pending: readonly Function[]): void {
    for (const marker of pending.flatMap((fn) => markerCalls(fn))) {
      try {
        this.logs.expect(marker);
      } catch (error) {
        if (!(error instanceof Diagnostic)) throw error; // reported when the call is lowered
      }
    }
  }

  lowerFunction(fn: Function): void {
    if (this.visited.has(fn)) return;
    this.visited.add(fn);
    splitChoices(fn);
    for (const marker of markerCalls(fn)) {
      if (!isHint(marker) && marker.entryPoint !== '__enzyme_call_inactive') this.collecting(() => this.lowerCall(marker));
    }
  }

  /** Derivatives within the function come first. */
  plan(source: Function, args: readonly ArgumentActivity[]): PlannedFunction[] {
    const graph = new CallGraph([source], (call, fn) => this.callees.of(call, fn).functions);
    for (const fn of graph.functions) this.lowerFunction(fn);
    return this.diagnostics.length > 0 ? [] : this.deriver.request(source, args, defaultOptions, (request) => request.plans(source, args));
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
    const task = this.read(marker);
    const graph = new CallGraph([task.source], (call, fn) => this.callees.of(call, fn).functions);
    for (const fn of graph.functions) {
      this.lowerFunction(fn);
      this.logs.checkReached(fn, marker);
    }
    if (this.diagnostics.length > 0 && markerCalls(task.source).length > 0) return; // reported already
    const build = new Builder(marker.call.block ?? task.source.entry).beforeInstruction(marker.call);
    build.debugLocation = marker.call.metadata.get('dbg');
    replaceCall(marker.call, task.emit(build));
  }

  private read(marker: MarkerCall): Task {
    switch (marker.entryPoint) {
      case '__enzyme_batch': return batchTask(marker);
      case '__enzyme_truncate_op_func': return truncationTask(marker, this.reduced);
      case '__enzyme_virtualreverse': return virtualReverseTask(marker, this.deriver);
      default: return this.derivativeTask(readRequest(marker));
    }
  }

  private derivativeTask(request: DerivativeRequest): Task {
    return {
      source: request.source,
      emit: (build) => {
        this.options.onRequest?.(request, this.deriver);
        return deliver(request, this.results(request, build), build);
      },
    };
  }

  private results(request: DerivativeRequest, build: Builder): Value[] {
    if (this.logs.takes(request.source)) {
      switch (request.mode) {
        case 'augmented': return this.logs.callAugmented(request, build);
        case 'tape size': return this.logs.tapeSize(request);
        case 'pullback': throw this.logs.refusePullback(request);
        default: break;
      }
    }
    switch (request.mode) {
      case 'replay': return this.logs.callTangent(request, build);
      case 'forward': return callTangent(request, this.deriver, build);
      case 'reverse': return callGradient(request, this.deriver, build);
      case 'augmented': return this.split.callAugmented(request, build);
      case 'pullback': return this.split.callPullback(request, build);
      case 'tape size': return this.split.tapeSize(request);
    }
  }

  /** What can only be told when all calls are lowered. */
  finish(): void {
    this.diagnostics.push(...this.split.mismatches());
  }
}

function removeUnusedMarkers(module: Module): void {
  for (const [name, fn] of module.functions) {
    if (fn.isDeclaration && name.includes('__enzyme_') && fn.uses.size === 0) module.functions.delete(name);
  }
}
