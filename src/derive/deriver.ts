/** Makes derivative functions on demand, each once, and appends them to the module. */
import { type ArgumentActivity, isVaried, printActivity } from '../activity/index.js';
import { Diagnostic } from '../diagnostics/index.js';
import {
  type AnyCall, type Function, FunctionType, type GlobalVariable, type Instruction, type LoadInstruction, type Module, StructType, type Type,
  type Value, attributeName, isCall, pointer, voidType, zero,
} from '../ir/index.js';
import { functionLocation, sourceLocation } from '../analysis/index.js';
import { type Plan, Skeleton, choosePlan, needsStableShadow, printPlan } from '../plan/index.js';
import { Analyses, Preparations, type Prepared } from './analyses.js';
import type { Activity } from '../activity/index.js';
import { AugmentedSweep, type ReverseContext } from './augmented-sweep.js';
import { isReleasable, releaseOf, treatmentOf } from './calls.js';
import { checkAggregates } from './aggregates.js';
import { checkConstantMemory } from './constant-memory.js';
import { needsOf } from './needs.js';
import { refuse } from './refuse.js';
import { Regions } from './regions.js';
import { ReverseSweep } from './reverse-sweep.js';
import { constantShadow } from './shadows.js';
import { type ReversePair, type Signature, type TangentFunction, signatureKey } from './signature.js';
import { TapeLayout } from './tape.js';
import { TangentSweep } from './tangent-sweep.js';
import { adjointType } from './types.js';

/** Everything derived in one module. */
export class Deriver {
  private readonly preparations: Preparations;
  private readonly regions: Regions;
  private readonly tangents = new Map<string, TangentFunction>();
  private readonly pairs = new Map<string, ReversePair>();
  private readonly shadowGlobals = new Map<GlobalVariable, GlobalVariable>();

  constructor(private readonly module: Module) {
    this.preparations = new Preparations(module);
    this.regions = new Regions(module);
  }

  /** Settles what one request needs to know, for a function and the activity of its arguments. */
  request(root: Function, args: readonly ArgumentActivity[]): Request {
    const analyses = new Analyses(this.preparations);
    analyses.settle(root, args);
    checkConstantMemory(root, args, (source, activities) => analyses.reached(source, activities));
    return new Request(this.module, this.preparations, analyses, this.tangents, this.pairs, (global) => this.shadowGlobal(global, analyses, root, args), this.regions);
  }

  private shadowGlobal(global: GlobalVariable, analyses: Analyses, root: Function, args: readonly ArgumentActivity[]): GlobalVariable {
    const known = this.shadowGlobals.get(global);
    if (known) return known;
    const shadow = this.module.addGlobal(this.module.freshName(`${global.name}.shadow`), global.valueType, undefined, false);
    shadow.words.linkage = 'internal';
    shadow.words.threadLocal = global.words.threadLocal;
    shadow.trailing = global.trailing.filter((part) => part.startsWith('align'));
    this.shadowGlobals.set(global, shadow);
    const activity = analyses.activityOf(root, args);
    shadow.initializer = constantShadow(global.initializer ?? zero(global.valueType), activity, (each) => this.shadowGlobal(each, analyses, root, args));
    return shadow;
  }
}

/** Derivatives of one function and what it calls, in a settled world. */
export class Request {
  constructor(
    private readonly module: Module,
    private readonly preparations: Preparations,
    private readonly analyses: Analyses,
    private readonly tangents: Map<string, TangentFunction>,
    private readonly pairs: Map<string, ReversePair>,
    private readonly shadowGlobal: (global: GlobalVariable) => GlobalVariable,
    private readonly regions: Regions,
  ) {}

  /** Globals whose shadows must be zero when the derivative begins. */
  get shadowedGlobals(): readonly { global: GlobalVariable; shadow: GlobalVariable }[] {
    return this.analyses.shadowedGlobals.map((global) => ({ global, shadow: this.shadowGlobal(global) }));
  }

  /** What the analyses found, for people and tests. */
  describe(source: Function, args: readonly ArgumentActivity[], what: 'types' | 'activity' | 'plan'): string {
    const prepared = this.preparations.of(source);
    if (what === 'types') return prepared.types.print();
    const activity = this.activityOf(source, args);
    if (what === 'activity') return printActivity(activity);
    return printPlan(this.plan(source, prepared, activity, { arguments: args, preserved: args.map(() => true) }).plan);
  }

  tangent(source: Function, args: readonly ArgumentActivity[]): TangentFunction {
    const key = `${source.name} ${args.join(',')} ${this.analyses.worldKey}`;
    const known = this.tangents.get(key);
    if (known) return known;
    const { fn: prepared, types } = this.preparations.of(source);
    const activity = this.activityOf(source, args);
    const result = prepared.functionType.result;
    const returnsTangent = result.kind !== 'void' && isVaried(activity.returnState());
    const parameters = prepared.args.flatMap((arg, i) => (args[i] === 'constant' ? [arg.type] : [arg.type, arg.type]));
    const returned = result.kind === 'void' ? voidType : new StructType(returnsTangent ? [result, result] : [result]);
    const fn = this.addFunction(`${source.name}.tangent`, source, new FunctionType(returned, parameters));
    const tangent: TangentFunction = { signature: { arguments: args, preserved: [] }, fn, returnsTangent };
    this.tangents.set(key, tangent);
    this.guarded(source, () => new TangentSweep(prepared, tangent, {
      activity, types, regions: this.regions, shadowGlobal: this.shadowGlobal,
      tangentOf: (call, treatment) => this.along(source, call, () => this.tangent(treatment.fn, this.analyses.argumentsOf(call, activity, types))),
    }).run());
    return tangent;
  }

  reverse(source: Function, signature: Signature): ReversePair {
    const key = `${source.name} ${signatureKey(signature)} ${this.analyses.worldKey}`;
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

  /** The type of a recursive function's tape is a pointer whatever it holds, so the pair can exist before the plan. */
  private reverseRecursive(key: string, source: Function, prepared: Prepared, activity: Activity, signature: Signature): ReversePair {
    const pair = this.declarePair(source, prepared, activity, signature, pointer);
    this.pairs.set(key, pair);
    const { plan, context } = this.plan(source, prepared, activity, signature);
    this.emit(source, prepared, pair, { ...context, plan, tape: new TapeLayout(this.module, plan, true) });
    return pair;
  }

  private emit(source: Function, prepared: Prepared, pair: ReversePair, context: ReverseContext): void {
    this.guarded(source, () => {
      new AugmentedSweep(prepared.fn, pair, context).run();
      new ReverseSweep(prepared.fn, pair, context).run();
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
      const answer = value.kind === 'alloca' && needsStableShadow(value, (call) => treatmentOf(call).kind === 'mirror' || (treatmentOf(call).kind === 'function' && activity.isActiveCall(call)));
      stable.set(value, answer);
      return answer;
    };
    const needs = { activity, types, reverseOf, isShadowStable };
    const plan = this.guarded(source, () => choosePlan({
      needsOf: (instruction: Instruction) => needsOf(instruction, needs),
      isPreserved: (load) => this.isPreserved(load, prepared, activity, signature),
      isShadowRemade: (value) => !isShadowStable(value),
      hasShadow: (value) => { const state = activity.stateOf(value).pointer; return state === 'duplicated' || state === 'maybe'; },
      tapeType: (call) => reverseOf(call).tapeType ?? voidType,
      keeping: { memory: prepared.memory, isAllocation: isReleasable, isRelease: (call) => releaseOf(call) !== undefined },
    }, () => new Skeleton(fn)));
    return { plan, context: { activity, types, regions: this.regions, shadowGlobal: this.shadowGlobal, reverseOf } };
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
    const { fn: prepared, types } = preparation;
    const { arguments: args } = signature;
    const result = prepared.functionType.result;
    const returned = activity.returnState();
    const returnsShadow = returned.pointer === 'duplicated' || returned.pointer === 'maybe';
    const derivativeTypes = prepared.args.map((arg, i) => (args[i] === 'active' ? this.derivativeType(arg, preparation) : undefined));
    const seedType = returned.active ? this.seedType(preparation, result, types) : undefined;
    const inputs = prepared.args.flatMap((arg, i) => (args[i] === 'duplicated' || args[i] === 'maybe' ? [arg.type, arg.type] : [arg.type]));
    const outputs = [tapeType, result.kind === 'void' ? undefined : result, returnsShadow ? result : undefined].filter((type) => type !== undefined);
    const augmentedType = new FunctionType(outputs.length === 0 ? voidType : new StructType(outputs), [...inputs, pointer]);
    const derivatives = derivativeTypes.filter((type) => type !== undefined);
    const reverseInputs = [...inputs, ...(seedType ? [seedType] : []), ...(tapeType ? [tapeType] : [])];
    const reverseType = new FunctionType(derivatives.length === 0 ? voidType : new StructType(derivatives), reverseInputs);
    return {
      signature, tapeType, returnsShadow, seedType, derivativeTypes,
      augmented: this.addFunction(`${source.name}.augmented`, source, augmentedType),
      reverse: this.addFunction(`${source.name}.reverse`, source, reverseType),
      readsPrimal: prepared.args.map(() => true),
    };
  }

  private derivativeType(arg: Value, { fn, types }: Prepared): Type {
    const type = adjointType(arg, types);
    if (!type) throw refuse('unknownValueType', { type: arg.type.text }, fn);
    return type;
  }

  private seedType({ fn }: Prepared, result: Type, types: Prepared['types']): Type | undefined {
    for (const block of fn.blocks) {
      const end = block.terminator;
      if (end?.kind !== 'ret' || !end.value) continue;
      const type = adjointType(end.value, types);
      if (!type) throw refuse('unknownValueType', { type: result.text }, end);
      return type;
    }
    return undefined;
  }

  private activityOf(source: Function, args: readonly ArgumentActivity[]): Activity {
    const activity = this.analyses.activityOf(source, args);
    this.guarded(source, () => checkAggregates(activity));
    return activity;
  }

  private addFunction(name: string, source: Function, type: FunctionType): Function {
    const fn = this.module.addFunction(this.module.freshName(name), type);
    fn.words.linkage = 'internal';
    fn.attributes = this.module.expandAttributes(source.attributes).filter((word) => word.startsWith('"') || keptAttributes.has(attributeName(word)));
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
      return make();
    } catch (error) {
      if (error instanceof Diagnostic) throw error.within({ function: source.name, location: sourceLocation(call) });
      throw error;
    }
  }
}

/** Attributes that say how code is made, not what the function does: derivative code keeps them. */
const keptAttributes = new Set(['nounwind', 'mustprogress', 'uwtable', 'sanitize_address', 'sanitize_memory', 'sanitize_thread', 'sanitize_hwaddress', 'ssp', 'sspstrong', 'sspreq', 'strictfp']);
