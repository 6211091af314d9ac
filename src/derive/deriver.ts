/** Makes derivative functions on demand, each once, and appends them to the module. */
import { type ArgumentActivity, contentsOf, isActiveArgument, isVaried, printActivity } from '../activity/index.js';
import { Diagnostic } from '../diagnostics/index.js';
import {
  type AnyCall, type Function, FunctionType, type GlobalVariable, type Instruction, type LoadInstruction, type Module, StructType, type Type,
  type Value, isCall, pointer, voidType,
} from '../ir/index.js';
import { type PossibleCallees, functionLocation, remember, sourceLocation } from '../analysis/index.js';
import { Plan, type PlanContext, type PlanPolicy, Skeleton, choosePlan, needsStableShadow, printPlan } from '../plan/index.js';
import { isRecomputed } from '../rules/index.js';
import { Analyses, Preparations, type Prepared } from './analyses.js';
import type { Activity } from '../activity/index.js';
import { AugmentedSweep, type ReverseContext } from './augmented-sweep.js';
import { blasKey, blasReverse, blasTangent, readBlasCall } from './blas-functions.js';
import { isByRule, isDifferentiated, isReleasable, releaseOf, treatmentOf } from './calls.js';
import { checkAggregates } from './aggregates.js';
import { checkNothingIsLost } from './checks.js';
import type { DoubtfulStores } from './constant-memory.js';
import { Contexts, type Follows } from './contexts.js';
import { ErrorSweep } from './error-sweep.js';
import type { SweepContext } from './forward-sweep.js';
import { GlobalShadows } from './global-shadows.js';
import { Lanes, packedType } from './lanes.js';
import { CandidateRefused, blaming } from './dispatch.js';
import { needsOf, takesAdjointsFromMemory } from './needs.js';
import { refuse } from './refuse.js';
import { checkLoggable } from './log.js';
import { LoggingSweep } from './logging-sweep.js';
import { Regions } from './regions.js';
import { ReplaySweep } from './replay-sweep.js';
import { type ForwardRule, type ReverseRule, forwardRuleOf, reverseRuleOf } from './rule-calls.js';
import { ReverseSweep } from './reverse-sweep.js';
import {
  type DerivativeOptions, type ReversePair, type Signature, type TangentFunction, attributesFor, needsShadow, optionsKey, signatureKey,
} from './signature.js';
import { TapeLayout } from './tape.js';
import { TangentSweep } from './tangent-sweep.js';
import { adjointType } from './types.js';

/** Derivatives of BLAS routines, by what they were made for. */
interface BlasRules { readonly forward: Map<string, ForwardRule>; readonly reverse: Map<string, ReverseRule> }

/** How the reverse mode derivative of a function was planned, for some activity of its arguments. */
export interface PlannedFunction {
  readonly source: Function;
  readonly arguments: readonly ArgumentActivity[];
  readonly activity: Activity;
  readonly plan: Plan;
}

/** Everything derived in one module. */
export class Deriver {
  private readonly preparations: Preparations;
  /** In the order in which they were made. */
  private readonly made: Function[] = [];
  private readonly tangents = new Map<string, TangentFunction>();
  private readonly pairs = new Map<string, ReversePair>();
  private readonly blasRules: BlasRules = { forward: new Map(), reverse: new Map() };
  private readonly globals: GlobalShadows;

  constructor(private readonly module: Module, private readonly callees: PossibleCallees, private readonly policy: PlanPolicy = 'cheapest') {
    this.preparations = new Preparations(module, callees);
    this.globals = new GlobalShadows(module);
  }

  /**
   * Settles what one request needs to know, for a function and the activity of its arguments, and lets `make` ask for
   * derivatives. A function that might be called through a pointer, and that cannot be differentiated, is left out of the
   * candidates, and all is tried again: the program may never call it.
   */
  request<T>(root: Function, args: readonly ArgumentActivity[], options: DerivativeOptions, make: (request: Request) => T): T {
    const leftOut = new Map<Function, Diagnostic>();
    for (;;) {
      const made = this.made.length;
      try {
        return make(this.settle(root, args, options, leftOut.size === 0 ? this.preparations : new Preparations(this.module, this.callees, leftOut)));
      } catch (error) {
        if (!(error instanceof CandidateRefused)) throw error;
        if (options.isReplay) throw error.why; // both halves must have the same candidates
        this.discard(made);
        leftOut.set(error.candidate, error.why);
      }
    }
  }

  private settle(root: Function, args: readonly ArgumentActivity[], options: DerivativeOptions, preparations: Preparations): Request {
    const analyses = new Analyses(preparations, this.module);
    analyses.settle(root, args);
    const contexts = (follows: Follows): Contexts => new Contexts(root, args, (source, activities) => analyses.reached(source, activities), follows);
    const differentiated = contexts((call, { activity }) => activity.isActiveCall(call));
    let all: Contexts | undefined;
    const everyCall = (): Contexts => (all ??= contexts(() => true));
    const doubtfulStores = checkNothingIsLost(differentiated, everyCall);
    const generation = this.globals.generationAfter(preparations.graphOf(root).functions);
    return new Request(this.module, preparations, analyses, this.tangents, this.pairs, this.blasRules, options, doubtfulStores, this.policy, {
      generation,
      shadowOf: (global, lane) => this.globals.of(global, lane, generation, analyses.activityOf(root, args)),
      note: (fn) => {
        this.made.push(fn);
        this.globals.note(fn, generation);
      },
      begin: () => {
        const made = this.made.length;
        return { undo: () => { this.discard(made); } };
      },
    });
  }

  /** Forgets the functions made since there were so many: not all of them are complete. */
  private discard(since: number): void {
    const gone = new Set(this.made.splice(since));
    for (const fn of gone) {
      for (const block of fn.blocks) for (const instruction of block.instructions) instruction.dropOperands();
      this.module.functions.delete(fn.name);
    }
    for (const [key, { fn }] of this.tangents) if (gone.has(fn)) this.tangents.delete(key);
    for (const [key, { augmented, reverse }] of this.pairs) if (gone.has(augmented) || gone.has(reverse)) this.pairs.delete(key);
  }
}

/** Derivatives of one function and what it calls, in a settled world. */
export class Request {
  /** Of its own: where derivative code is differentiated once more, what was said of it must not mix with what is said now. */
  private readonly regions: Regions;
  private readonly planned = new Map<string, PlannedFunction>();
  /** Recursive functions that were found to keep something. */
  private readonly keepers = new Set<string>();
  private readonly loggedFunctions = new Map<Function, Function>();
  private doubtfulText: string | undefined;

  constructor(
    private readonly module: Module,
    private readonly preparations: Preparations,
    private readonly analyses: Analyses,
    private readonly tangents: Map<string, TangentFunction>,
    private readonly pairs: Map<string, ReversePair>,
    private readonly blasRules: BlasRules,
    private readonly options: DerivativeOptions,
    private readonly doubtfulStores: DoubtfulStores,
    private readonly policy: PlanPolicy,
    private readonly globals: {
      readonly generation: number;
      shadowOf(global: GlobalVariable, lane: number): GlobalVariable;
      /** Called with each function that is made. */
      note(fn: Function): void;
      /** Begins something that may be undone: the functions made since are forgotten then. */
      begin(): { undo(): void };
    },
  ) {
    this.regions = new Regions(module);
  }

  /** Globals whose shadows (in a lane) must be zero when the derivative begins. */
  shadowedGlobals(lane: number): readonly { global: GlobalVariable; shadow: GlobalVariable }[] {
    return this.analyses.shadowedGlobals.map((global) => ({ global, shadow: this.globals.shadowOf(global, lane) }));
  }

  /** What the analyses found, for people and tests. */
  describe(source: Function, args: readonly ArgumentActivity[], what: 'types' | 'activity' | 'plan'): string {
    const prepared = this.preparations.of(source);
    if (what === 'types') return prepared.types.print();
    const activity = this.activityOf(source, args);
    if (what === 'activity') return printActivity(activity);
    return printPlan(this.plan(source, prepared, activity, { arguments: args, preserved: args.map(() => true) }).plan);
  }

  /** The plan of the gradient of a function, and after it those of the functions that it calls. */
  plans(source: Function, args: readonly ArgumentActivity[]): PlannedFunction[] {
    const signature = { arguments: args, preserved: args.map(() => true) };
    this.reverse(source, signature); // which refuses what cannot be differentiated
    if (!this.planned.has(this.keyOf(source, signatureKey(signature)))) this.plan(source, this.preparations.of(source), this.activityOf(source, args), signature);
    return [...this.planned.values()].reverse();
  }

  /** Derivatives that look at other stores are others. */
  private get doubtfulKey(): string {
    return (this.doubtfulText ??= [...this.doubtfulStores.keys()].map((store) =>
      `${store.block?.parent.name ?? ''}.${[...store.block?.parent.instructions() ?? []].indexOf(store)}`).sort().join(','));
  }

  private keyOf(source: Function, signature: string): string {
    const generation = this.analyses.shadowedGlobals.length > 0 ? `generation ${this.globals.generation}` : '';
    return [source.name, signature, optionsKey(this.options), this.analyses.worldKey, generation, this.doubtfulKey].join(' ');
  }

  private sweepContext({ types, thrown }: Prepared, activity: Activity): SweepContext {
    return { activity, types, thrown, regions: this.regions, lanes: new Lanes(this.options.width), options: this.options, doubtfulStores: this.doubtfulStores, shadowGlobal: this.globals.shadowOf };
  }

  /** As often as there are lanes. */
  private lanesOf<T>(item: T): T[] { return Array.from({ length: this.options.width }, () => item); }

  tangent(source: Function, args: readonly ArgumentActivity[]): TangentFunction {
    const key = this.keyOf(source, args.join(','));
    const known = this.tangents.get(key);
    if (known) return known;
    const preparation = this.preparations.of(source);
    const { fn: prepared, types, thrown } = preparation;
    const activity = this.activityOf(source, args);
    // An integer that is none to the caller, but is one here, would lose its tangent.
    for (const arg of prepared.args) if (isActiveArgument(args[arg.index])) this.derivativeType(arg, preparation);
    const result = prepared.functionType.result;
    const returnsTangent = result.kind !== 'void' && isVaried(activity.returnState());
    const parameters = prepared.args.flatMap((arg, i) => (args[i] === 'constant' ? [arg.type] : [arg.type, ...this.lanesOf(arg.type)]));
    const returned = result.kind === 'void' ? voidType : new StructType(returnsTangent ? [result, ...this.lanesOf(result)] : [result]);
    const { measuresErrors, isReplay } = this.options;
    if (isReplay) this.guarded(source, () => { checkLoggable(preparation); });
    const fn = this.addFunction(`${source.name}.${measuresErrors ? 'errors' : 'tangent'}`, source, new FunctionType(returned, isReplay ? [...parameters, pointer] : parameters));
    const tangent: TangentFunction = { signature: { arguments: args, preserved: [] }, fn, returnsTangent, mayThrow: thrown !== undefined };
    this.tangents.set(key, tangent);
    const Sweep = measuresErrors ? ErrorSweep : isReplay ? ReplaySweep : TangentSweep;
    const sweep = this.guarded(source, () => new Sweep(prepared, tangent, {
      ...this.sweepContext(preparation, activity),
      forwardRuleOf: (call) => this.forwardRuleOf(call, activity),
      tangentOf: (call, treatment) => this.along(source, call, () => this.tangent(treatment.fn, this.analyses.argumentsOf(call, activity, types))),
    }));
    this.guarded(source, () => { sweep.run(); });
    this.preparations.noteOrigins(fn, sweep.origins);
    return tangent;
  }

  /** The function, which takes a log besides and writes what a tangent that replays it reads, whatever the activity. */
  logged(source: Function, args: readonly ArgumentActivity[]): Function {
    const known = this.loggedFunctions.get(source);
    if (known) return known;
    const preparation = this.preparations.of(source);
    const { fn: prepared, types } = preparation;
    const activity = this.activityOf(source, args);
    this.guarded(source, () => { checkLoggable(preparation); });
    const fn = this.addFunction(`${source.name}.logged`, source, new FunctionType(prepared.functionType.result, [...prepared.args.map((arg) => arg.type), pointer]));
    this.loggedFunctions.set(source, fn);
    const context = {
      ...this.sweepContext(preparation, activity),
      doubtfulStores: new Map(), // it stores nothing active
      loggedCallee: (call: AnyCall) => {
        const treatment = treatmentOf(call);
        if (treatment.kind !== 'function') throw new Error('not a call of a function with a body');
        return this.along(source, call, () => this.logged(treatment.fn, this.analyses.argumentsOf(call, activity, types)));
      },
    };
    const sweep = this.guarded(source, () => new LoggingSweep(prepared, fn, context));
    this.guarded(source, () => { sweep.run(); });
    this.preparations.noteOrigins(fn, sweep.origins);
    return fn;
  }

  reverse(source: Function, signature: Signature): ReversePair {
    const key = this.keyOf(source, signatureKey(signature));
    const known = this.pairs.get(key);
    if (known) return known;
    const prepared = this.preparations.of(source);
    const activity = this.activityOf(source, signature.arguments);
    if (this.preparations.isRecursive(source)) return this.reverseRecursive(key, source, prepared, activity, signature);
    const { plan, context } = this.plan(source, prepared, activity, signature);
    const tape = new TapeLayout(this.module, plan, false);
    const pair = this.declarePair(source, prepared, activity, signature, tape.carrierType);
    this.pairs.set(key, pair);
    this.emit(source, prepared, pair, { ...context, plan, tape });
    return pair;
  }

  /**
   * What a recursive function keeps depends on whether it keeps something. First it is taken to keep nothing; if its plan
   * says otherwise, all that was made on that ground goes, and its tape is a pointer, whatever it holds, so that the pair
   * can exist before the plan.
   */
  private reverseRecursive(key: string, source: Function, prepared: Prepared, activity: Activity, signature: Signature): ReversePair {
    const attempt = this.globals.begin();
    const keeps = this.keepers.has(key);
    const pair = this.declarePair(source, prepared, activity, signature, keeps ? pointer : undefined);
    this.pairs.set(key, pair);
    const { plan, context } = this.plan(source, prepared, activity, signature);
    if (keeps || plan.keepsNothing) {
      this.emit(source, prepared, pair, { ...context, plan, tape: new TapeLayout(this.module, plan, keeps) });
      return pair;
    }
    attempt.undo();
    this.keepers.add(key);
    return this.reverseRecursive(key, source, prepared, activity, signature);
  }

  private emit(source: Function, prepared: Prepared, pair: ReversePair, context: ReverseContext): void {
    this.guarded(source, () => {
      const augmented = new AugmentedSweep(prepared.fn, pair, context);
      augmented.run();
      this.preparations.noteOrigins(pair.augmented, augmented.origins);
      const reverse = new ReverseSweep(prepared.fn, pair, context);
      reverse.run();
      this.preparations.noteOrigins(pair.reverse, reverse.origins);
    });
  }

  private plan(source: Function, prepared: Prepared, activity: Activity, signature: Signature): { plan: Plan; context: Omit<ReverseContext, 'plan' | 'tape'> } {
    const { fn, types } = prepared;
    const calleePairs = new Map<AnyCall, ReversePair>();
    const reverseOf = (call: AnyCall): ReversePair => {
      const known = calleePairs.get(call);
      if (known) return known;
      const treatment = treatmentOf(call);
      if (treatment.kind !== 'function') throw new Error('not a call of a function with a body');
      const args = this.analyses.argumentsOf(call, activity, types);
      const preserved = call.args.map((arg, i) => args[i] === 'constant' && arg.type.kind !== 'pointer' ? false : this.isPreservedAcross(arg, call, prepared, activity, signature));
      const pair = this.along(source, call, () => this.reverse(treatment.fn, { arguments: args, preserved }));
      calleePairs.set(call, pair);
      return pair;
    };
    const stable = new Map<Value, boolean>();
    const isShadowStable = (value: Value): boolean => {
      const known = stable.get(value);
      if (known !== undefined) return known;
      const answer = value.kind === 'alloca' && needsStableShadow(value, (call) => ['mirror', 'support', 'within'].includes(treatmentOf(call).kind) || (isDifferentiated(treatmentOf(call)) && activity.isActiveCall(call)));
      stable.set(value, answer);
      return answer;
    };
    const keepsMemory = this.preparations.reachesRules(source);
    const isKept = (value: Value): boolean => keepsMemory && value.kind === 'alloca' && needsStableShadow(value, (call) => {
      const treatment = treatmentOf(call);
      return activity.isActiveCall(call) && (treatment.kind === 'custom' || (treatment.kind === 'function' && this.preparations.reachesRules(treatment.fn)));
    });
    const rules = new Map<AnyCall, ReverseRule>();
    const reverseRule = (call: AnyCall): ReverseRule => remember(rules, call, () => this.reverseRuleOf(call, activity, (arg) => this.isPreservedAcross(arg, call, prepared, activity, signature)));
    const needs = { activity, types, reverseOf, isShadowStable, reverseRuleOf: reverseRule };
    const planContext: PlanContext = {
      policy: this.policy,
      needsOf: (instruction: Instruction) => needsOf(instruction, needs),
      isActive: (value) => activity.isActive(value),
      takesAdjointsFromMemory: (instruction) => takesAdjointsFromMemory(instruction, activity),
      isPreserved: (load) => this.isPreserved(load, prepared, activity, signature),
      isShadowRemade: (value) => !isShadowStable(value),
      hasShadow: (value) => { const state = activity.stateOf(value).pointer; return state === 'duplicated' || state === 'maybe'; },
      isKept,
      isRecomputed: (call) => call.calledFunction !== undefined && isRecomputed(call.calledFunction),
      shadowType: (type) => packedType(type, this.options.width),
      tapeType: (call) => (isByRule(treatmentOf(call)) ? reverseRule(call).tape : reverseOf(call).tapeType) ?? voidType,
      keeping: { memory: prepared.memory, isAllocation: isReleasable, isRelease: (call) => releaseOf(call) !== undefined },
    };
    // Undoing stores can be done once only, and rules keep memory by themselves.
    const keepsAll = this.options.isSplit || keepsMemory;
    const plan = this.guarded(source, () => (keepsAll ? new Plan(planContext, new Skeleton(fn)) : choosePlan(planContext, () => new Skeleton(fn))));
    // A recursive function is planned more than once; what counts is that those it calls come before it.
    const key = this.keyOf(source, signatureKey(signature));
    this.planned.delete(key);
    this.planned.set(key, { source, arguments: signature.arguments, activity, plan });
    return { plan, context: { ...this.sweepContext(prepared, activity), reverseOf, reverseRuleOf: reverseRule, keepsMemory } };
  }

  /** The functions of a rule are for one direction, and know nothing of rounding errors. */
  private refuseOptions(call: AnyCall): void {
    if (this.options.width === 1 && !this.options.measuresErrors) return;
    throw refuse('unsupportedFeature', {
      feature: this.options.width === 1 ? 'an error estimate through a function with a rule' : 'several directions at once through a function with a rule',
      why: `\`${call.calledFunction?.name ?? 'the callee'}\` has a derivative that is called, not made`, remedy: 'ask for one direction after the other',
    }, call);
  }

  private reverseRuleOf(call: AnyCall, activity: Activity, isPreserved: (arg: Value) => boolean): ReverseRule {
    this.refuseOptions(call);
    const treatment = treatmentOf(call);
    if (treatment.kind === 'custom') return reverseRuleOf(treatment, call, activity);
    if (treatment.kind !== 'blas') throw new Error('not a call of a function with a rule');
    const blas = readBlasCall(call, treatment.fn, treatment, activity, isPreserved);
    return remember(this.blasRules.reverse, blasKey(blas), () => blasReverse(blas));
  }

  private forwardRuleOf(call: AnyCall, activity: Activity): ForwardRule {
    this.refuseOptions(call);
    const treatment = treatmentOf(call);
    if (treatment.kind === 'custom') return forwardRuleOf(treatment, call, activity);
    if (treatment.kind !== 'blas') throw new Error('not a call of a function with a rule');
    const blas = readBlasCall(call, treatment.fn, treatment, activity, () => false);
    return remember(this.blasRules.forward, blasKey(blas), () => blasTangent(blas));
  }

  /** Whether the load gives the same value once more in the reverse sweep. */
  private isPreserved(load: LoadInstruction, { memory }: Prepared, activity: Activity, signature: Signature): boolean {
    return this.isPreservedMemory(load.address, activity, signature) && memory.isReadOnlyInFunction(load);
  }

  /** Memory that is there, and the same, when the reverse sweep runs, but for what the function itself writes. */
  private isPreservedMemory(address: Value, activity: Activity, signature: Signature): boolean {
    return [...activity.rootsOf(address)].every((root) =>
      (root.kind === 'global' && root.isConstant) || (root.kind === 'argument' && (signature.preserved[root.index] ?? false)));
  }

  /** The same for an argument of a call: nothing in the caller writes to it. */
  private isPreservedAcross(arg: Value, call: AnyCall, { memory, fn }: Prepared, activity: Activity, signature: Signature): boolean {
    if (arg.type.kind !== 'pointer' || !this.isPreservedMemory(arg, activity, signature)) return false;
    for (const instruction of fn.instructions()) {
      const mayWrite = instruction.kind === 'store' || isCall(instruction) || instruction.kind === 'atomicrmw' || instruction.kind === 'cmpxchg';
      if (mayWrite && instruction !== call && memory.mayWriteTo(instruction, arg, undefined)) return false;
    }
    return !memory.mayWriteTo(call, arg, undefined);
  }

  private declarePair(source: Function, preparation: Prepared, activity: Activity, signature: Signature, tapeType: Type | undefined): ReversePair {
    const { fn: prepared, types, thrown } = preparation;
    const { arguments: args } = signature;
    const result = prepared.functionType.result;
    const returned = activity.returnState();
    const returnsShadow = returned.pointer === 'duplicated' || returned.pointer === 'maybe';
    const derivativeTypes = prepared.args.map((arg, i) => (isActiveArgument(args[i]) ? this.derivativeType(arg, preparation) : undefined));
    const takesShadow = prepared.args.map((arg, i) => needsShadow(args[i], contentsOf(arg, types)));
    const seedType = returned.active ? this.seedType(preparation, result, types) : undefined;
    const inputs = prepared.args.flatMap((arg, i) => (takesShadow[i] ? [arg.type, ...this.lanesOf(arg.type)] : [arg.type]));
    const outputs = [tapeType, result.kind === 'void' ? undefined : result, ...(returnsShadow ? this.lanesOf(result) : []), thrown && pointer].filter((type) => type !== undefined);
    const augmentedType = new FunctionType(outputs.length === 0 ? voidType : new StructType(outputs), [...inputs, pointer]);
    const derivatives = derivativeTypes.flatMap((type) => (type ? this.lanesOf(type) : []));
    const reverseInputs = [...inputs, ...(seedType ? this.lanesOf(seedType) : []), ...(tapeType ? [tapeType] : [])];
    const reverseType = new FunctionType(derivatives.length === 0 ? voidType : new StructType(derivatives), reverseInputs);
    return {
      signature, takesShadow, tapeType, returnsShadow, mayThrow: thrown !== undefined, seedType, derivativeTypes,
      augmented: this.addFunction(`${source.name}.augmented`, source, augmentedType),
      reverse: this.addFunction(`${source.name}.reverse`, source, reverseType),
      readsPrimal: prepared.args.map(() => true),
    };
  }

  private derivativeType(arg: Value, { fn, types }: Prepared): Type {
    const type = adjointType(arg, types, this.module.layout);
    if (!type) throw refuse('unknownValueType', { type: arg.type.text }, fn);
    return type;
  }

  private seedType({ fn }: Prepared, result: Type, types: Prepared['types']): Type | undefined {
    for (const block of fn.blocks) {
      const end = block.terminator;
      if (end?.kind !== 'ret' || !end.value) continue;
      const type = adjointType(end.value, types, this.module.layout);
      if (!type) throw refuse('unknownValueType', { type: result.text }, end);
      return type;
    }
    return undefined;
  }

  private activityOf(source: Function, args: readonly ArgumentActivity[]): Activity {
    const activity = this.analyses.activityOf(source, args);
    this.guarded(source, () => checkAggregates(activity, this.preparations.of(source).types));
    return activity;
  }

  private addFunction(name: string, source: Function, type: FunctionType): Function {
    const fn = this.module.addFunction(this.module.freshName(name), type);
    this.globals.note(fn);
    fn.words.linkage = 'internal';
    fn.attributes = attributesFor(source);
    return fn;
  }

  /** Diagnostics from within get the function's own place if they have none. */
  private guarded<T>(source: Function, make: () => T): T {
    try {
      return make();
    } catch (error) {
      if (error instanceof Diagnostic && error.details.chain === undefined) {
        throw error.within({ function: source.name, location: functionLocation(source) });
      }
      throw error;
    }
  }

  /** Diagnostics from the callee get the call that led there. */
  private along<T>(source: Function, call: AnyCall, make: () => T): T {
    try {
      return blaming(call, make);
    } catch (error) {
      if (error instanceof Diagnostic) throw error.within({ function: source.name, location: sourceLocation(call) });
      throw error;
    }
  }
}
