/**
 * The analyses of the functions that one derivative request reaches, each made once for each activity of its arguments.
 *
 * Two facts hold for the request as a whole, and are found by trying: which mutable globals have a shadow (those that
 * something active may be written to), and whether memory with shadows may hold pointers without one. Both only grow, so
 * the analyses are repeated until they stay as they are.
 */
import { Activity, type ActivityContext, type ArgumentActivity, type ValueState, contentsOf, contentsOfType, inactive, isVaried } from '../activity/index.js';
import { CallGraph, type CallTargets, ControlFlow, MemoryAnalysis, type PossibleCallees, markReadOnlyArguments, memoryEffects, remember } from '../analysis/index.js';
import {
  type AnyCall, type Constant, type Dispatched, type Function, type Global, type GlobalVariable, type Module, type Value, isCall, isInstruction,
} from '../ir/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { declaredRule, isInactiveGlobal, namedInMetadata } from '../rules/index.js';
import { type MemoryLayout, type ModuleTypes, type Origin, type TypeInfo, analyzeTypes } from '../types/index.js';
import { isByRule, roleOf, treatmentOf } from './calls.js';
import type { Reached } from './contexts.js';
import { blaming } from './dispatch.js';
import { expandLabelJumps } from './labels-as-values.js';
import { type PreparationContext, type PreparedFunction, callingOnly, prepare } from './prepare.js';
import { Unwinding } from './unwinding.js';

/** A function as the sweeps see it, with what is known of it whatever its arguments. */
export interface Prepared extends PreparedFunction {
  readonly types: TypeInfo;
  readonly memory: MemoryAnalysis;
}

/** Prepared functions of a module, shared by all requests that leave out the same candidates of calls through pointers. */
export class Preparations implements PreparationContext {
  private readonly prepared = new Map<Function, Prepared>();
  private readonly origins = new Map<Function, readonly Origin[]>();
  private readonly types: ModuleTypes;
  private readonly graphs = new Map<Function, CallGraph>();
  /** Whether code of the graph calls registered derivatives. */
  private readonly withRules = new Map<CallGraph, boolean>();

  readonly unwinding: Unwinding;

  constructor(module: Function['module'], private readonly callees: PossibleCallees, private readonly leftOut: ReadonlyMap<Function, Diagnostic> = new Map()) {
    this.types = analyzeTypes(module);
    this.unwinding = new Unwinding(module);
  }

  targetsOf(call: AnyCall, fn: Function): CallTargets { return this.callees.of(call, fn); }
  functionsAt(pointer: Value, fn: Function): CallTargets { return this.callees.at(pointer, fn); }
  layoutOf(fn: Function, pointer: Value, size: number): MemoryLayout { return this.types.of(fn).memoryLayout(pointer, size); }
  whyLeftOut(candidate: Function): Diagnostic | undefined { return this.leftOut.get(candidate); }
  /** What distinguishes derivatives made from these copies from those made from others. */
  get key(): string { return [...this.leftOut.keys()].map((fn) => fn.name).sort().join(','); }

  of(source: Function): Prepared {
    const known = this.prepared.get(source);
    if (known) return known;
    expandLabelJumps(source);
    const { fn, thrown, copies } = declaredRule(source) ? callingOnly(source) : prepare(source, this);
    this.types.inherit(fn, (this.origins.get(source) ?? []).flatMap(({ value, of, types }) => { const copy = copies.get(value); return copy ? [{ value: copy, of, types }] : []; }));
    const prepared = { fn, thrown, copies, types: this.types.of(fn), memory: new MemoryAnalysis(new ControlFlow(fn)) };
    this.prepared.set(source, prepared);
    return prepared;
  }

  /** Notes where the values of a derivative come from, for the derivative of it. */
  noteOrigins(fn: Function, origins: readonly Origin[]): void { this.origins.set(fn, origins); }

  /** Whether code that the function reaches calls registered derivatives. */
  reachesRules(source: Function): boolean {
    const isCustom = (fn: Function): boolean => declaredRule(fn)?.kind === 'custom';
    const around = this.graphAround(source);
    return remember(this.withRules, around, () => [...around.functions].some(isCustom)) && [...this.graphOf(source).functions].some(isCustom);
  }

  isRecursive(source: Function): boolean { return this.graphAround(source).isRecursive(source); }

  /** Some graph that the function is in: in a deep chain of calls, one of its own for each would be many. */
  private graphAround(source: Function): CallGraph {
    for (const graph of this.graphs.values()) if (graph.has(source)) return graph;
    return this.graphOf(source);
  }

  graphOf(source: Function): CallGraph {
    const known = this.graphs.get(source);
    if (known) return known;
    const graph = new CallGraph([source], (call, fn) => this.callees.of(call, fn).functions);
    markReadOnlyArguments(graph.functions);
    this.graphs.set(source, graph);
    return graph;
  }
}

export class Analyses {
  private activities = new Map<string, Activity | 'in progress'>();
  /** What recursive calls return: taken to be inactive, and found to be active where the whole function returns what is. */
  private readonly recursiveResults = new Map<string, 'inactive' | 'active'>();
  private readonly activeGlobals = new Set<GlobalVariable>();
  private readonly touching = new Map<Function, boolean>();
  private constantPointersInMemory = false;

  constructor(private readonly preparations: Preparations, module: Module) {
    for (const global of module.globals.values()) if (shadowDeclaredFor(global)) this.activeGlobals.add(global);
  }

  /** Repeats the analyses of everything reachable until the facts about memory are final. */
  settle(root: Function, args: readonly ArgumentActivity[]): void {
    for (;;) {
      const before = this.worldKey;
      this.activities = new Map();
      this.touching.clear();
      const work: [Function, readonly ArgumentActivity[]][] = [[root, args]];
      const seen = new Set<string>();
      for (let next = work.pop(); next; next = work.pop()) {
        const [source, activity] = next;
        const key = this.keyOf(source, activity);
        if (seen.has(key)) continue;
        seen.add(key);
        work.push(...this.examine(source, this.activityOf(source, activity)));
      }
      if (this.findConstantPointers(root.module)) this.constantPointersInMemory = true;
      if (before === this.worldKey) break;
    }
  }

  /** What distinguishes derivatives made in this world from those made in another. */
  get worldKey(): string {
    return `${[...this.activeGlobals].map((global) => global.name).sort().join(',')};${this.constantPointersInMemory};${this.preparations.key}`;
  }

  /** Those whose shadows are ours: one that the program brings along holds what the program put there. */
  get shadowedGlobals(): readonly GlobalVariable[] { return [...this.activeGlobals].filter((global) => !shadowDeclaredFor(global)); }

  activityOf(source: Function, args: readonly ArgumentActivity[]): Activity {
    const key = this.keyOf(source, args);
    const known = this.activities.get(key);
    if (known && known !== 'in progress') return known;
    const { fn, types } = this.preparations.of(source);
    const before = new Set(this.activities.keys());
    for (;;) {
      this.activities.set(key, 'in progress');
      const activity = new Activity(fn, this.contextFor(types, args));
      this.activities.set(key, activity);
      if (this.recursiveResults.get(key) !== 'inactive' || !activity.returnState().active) return activity;
      this.recursiveResults.set(key, 'active');
      for (const other of this.activities.keys()) if (!before.has(other)) this.activities.delete(other);
    }
  }

  /** The function with everything that is known of it. */
  reached(source: Function, args: readonly ArgumentActivity[]): Reached {
    const activity = this.activityOf(source, args);
    const { types } = this.preparations.of(source);
    return { activity, types, argumentsOf: (call) => this.argumentsOf(call, activity, types) };
  }

  /** The activity with which a call asks for the derivative of its callee. */
  argumentsOf(call: AnyCall, activity: Activity, types: TypeInfo): ArgumentActivity[] {
    return this.argumentActivities(call, call.args.map((arg) => activity.stateOf(arg)), types);
  }

  private keyOf(source: Function, args: readonly ArgumentActivity[]): string { return `${source.name};${args.join(',')}`; }

  private argumentActivities(call: AnyCall, states: readonly ValueState[], types: TypeInfo): ArgumentActivity[] {
    return call.args.map((arg, i) => {
      const state = states[i];
      if (state?.active) return state.pointer === 'maybe' || state.pointer === 'constant' ? 'active maybe' : 'active';
      if (state?.pointer !== 'duplicated' && state?.pointer !== 'maybe') return 'constant';
      return contentsOf(arg, types).pointers ? state.pointer : 'constant';
    });
  }

  private contextFor(types: TypeInfo, args: readonly ArgumentActivity[]): ActivityContext {
    return {
      types, arguments: args, roleOf,
      constantPointersInMemory: this.constantPointersInMemory,
      globalState: (global) => (this.isShadowed(global) ? 'duplicated' : 'constant'),
      returnState: (call, states) => {
        const treatment = treatmentOf(call);
        if (isByRule(treatment)) {
          const contents = contentsOfType(call.type);
          const isVariedCall = states.some(isVaried);
          return { active: contents.floats && isVariedCall, pointer: !contents.pointers ? 'none' : isVariedCall ? 'duplicated' : 'constant' };
        }
        if (treatment.kind !== 'function') return inactive;
        const activities = this.argumentActivities(call, states, types);
        const known = this.activities.get(this.keyOf(treatment.fn, activities));
        // A recursive call. A pointer may be any that its type allows; a number is inactive until it is found otherwise.
        if (known === 'in progress') {
          const contents = contentsOfType(call.type);
          return { active: remember(this.recursiveResults, this.keyOf(treatment.fn, activities), () => 'inactive') === 'active', pointer: contents.pointers ? 'maybe' : 'none' };
        }
        return blaming(call, () => this.activityOf(treatment.fn, activities).returnState());
      },
      holdersOf: (call, states) => {
        const treatment = treatmentOf(call);
        if (isByRule(treatment) || treatment.kind !== 'function') return [];
        const known = this.activities.get(this.keyOf(treatment.fn, this.argumentActivities(call, states, types)));
        return known && known !== 'in progress' ? [...known.holders] : [];
      },
      writtenArguments: (call) => {
        const treatment = treatmentOf(call);
        if (treatment.kind !== 'inactive') return [];
        return treatment.writes === 'reachable' ? call.args.flatMap((arg, i) => (arg.type.kind === 'pointer' ? [i] : [])) : treatment.writes;
      },
      touchesActiveGlobals: (call) => this.activeGlobals.size > 0 && this.touches(call),
    };
  }

  private isShadowed(global: Global): boolean {
    if (global.kind === 'global') return this.activeGlobals.has(global) || (global.isConstant && this.refersToShadowed(global.initializer));
    return global.kind === 'alias' && global.target.kind === 'global' && this.isShadowed(global.target);
  }

  private refersToShadowed(constant: Constant | undefined): boolean {
    return this.activeGlobals.size > 0 && refersTo(constant, (global) => this.activeGlobals.has(global));
  }

  /** Globals with a shadow hold pointers from before the derivative began; tables may mix both kinds. */
  private findConstantPointers(module: Function['module']): boolean {
    if (this.activeGlobals.size === 0) return false;
    if ([...this.activeGlobals].some((global) => contentsOfType(global.valueType).pointers)) return true;
    return [...module.globals.values()].some(({ isConstant, initializer }) =>
      isConstant && this.refersToShadowed(initializer) && refersTo(initializer, (global) => !this.isShadowed(global)));
  }

  private touches(call: AnyCall): boolean {
    const treatment = treatmentOf(call);
    if (treatment.kind === 'unknown' || treatment.kind === 'indirect') return mayTouchGlobals(call);
    if (treatment.kind === 'unknownTarget') return this.mayTouch(treatment.dispatched);
    return treatment.kind === 'function' && this.functionTouches(treatment.fn);
  }

  /** A function that is not here can do what the others of its kind do. */
  private mayTouch({ candidates, leftOut }: Extract<Dispatched, { kind: 'unknown' }>): boolean {
    return [...candidates, ...leftOut.map(({ candidate }) => candidate)].some((fn) => !fn.isDeclaration && this.functionTouches(fn));
  }

  private functionTouches(fn: Function): boolean {
    const known = this.touching.get(fn);
    if (known !== undefined) return known;
    const answer = this.reachesShadowed(fn);
    this.touching.set(fn, answer);
    return answer;
  }

  private reachesShadowed(source: Function): boolean {
    for (const fn of this.preparations.graphOf(source).functions) {
      if (fn.isDeclaration) continue;
      for (const instruction of fn.instructions()) {
        if (instruction.operands.some((operand) => this.mentionsShadowed(operand))) return true;
        if (isCall(instruction) && ['unknown', 'indirect'].includes(treatmentOf(instruction).kind) && mayTouchGlobals(instruction)) return true;
      }
    }
    return false;
  }

  private mentionsShadowed(value: Value): boolean {
    if (isInstruction(value) || value.kind === 'argument' || value.kind === 'block') return false;
    if (value.kind === 'expression') return value.operands.some((operand) => this.mentionsShadowed(operand));
    return (value.kind === 'global' || value.kind === 'alias') && this.isShadowed(value);
  }

  /** Notes what the function shows about memory; returns the calls to follow. */
  private examine(source: Function, activity: Activity): [Function, readonly ArgumentActivity[]][] {
    const { types, fn } = this.preparations.of(source);
    for (const global of activity.writtenGlobals) if (!isInactiveGlobal(global)) this.activeGlobals.add(global);
    if (activity.constantPointerStores.length > 0) this.constantPointersInMemory = true;
    const next: [Function, readonly ArgumentActivity[]][] = [];
    for (const instruction of fn.instructions()) {
      if (!isCall(instruction) || !activity.isActiveCall(instruction)) continue;
      const treatment = treatmentOf(instruction);
      if (treatment.kind === 'function') next.push([treatment.fn, this.argumentsOf(instruction, activity, types)]);
    }
    return next;
  }
}

/** The shadow that the program brings along for a global: `!enzyme_shadow !{ptr @shadow}`. */
export function shadowDeclaredFor(global: GlobalVariable): GlobalVariable | undefined {
  const attachment = global.trailing.find((part) => part.startsWith('!enzyme_shadow '));
  const name = attachment && namedInMetadata(attachment.slice('!enzyme_shadow '.length), global.module);
  return name === undefined ? undefined : global.module.globals.get(name);
}

/** A function of which nothing is known may use any global, by name or through functions of this module. */
function mayTouchGlobals(call: AnyCall): boolean {
  const { other } = memoryEffects(call);
  return other.reads || other.writes;
}

/** Whether such a global occurs in the constant. */
function refersTo(constant: Constant | undefined, isSuch: (global: GlobalVariable) => boolean): boolean {
  switch (constant?.kind) {
    case 'global': return isSuch(constant);
    case 'aggregate': return constant.elements.some((element) => refersTo(element, isSuch));
    case 'expression': return constant.operands.some((operand) => refersTo(operand, isSuch));
    default: return false;
  }
}
