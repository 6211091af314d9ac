/** The types of a module: functions are analysed when somebody asks, callees before callers, recursive ones together. */
import { stronglyConnectedComponents } from '../analysis/index.js';
import { metadataNode } from '../analysis/index.js';
import { type AnyCall, type Function, type GlobalVariable, type Instruction, type Module, type Value, isCall } from '../ir/index.js';
import { Shapes } from './algebra.js';
import { callableInPlace } from './callables.js';
import { DebugShapes } from './debug-shapes.js';
import { signatureFacts, variableFacts } from './debug-variables.js';
import { typeInAttributes, typeInMetadata } from './declared-types.js';
import { type Summary, byteSize } from './facts.js';
import { declaredObject, kindSize } from './ir-shapes.js';
import { FunctionTypes, type TypeInfo } from './queries.js';
import type { Shape } from './shape.js';
import { Solver, type SolverContext } from './solver.js';
import { TbaaShapes } from './tbaa-shapes.js';
import { declaredByAttributes } from './attributes.js';
import { returnedArgument } from './returned.js';
import { argumentStruct } from './variable-arguments.js';

/** A place from which a function is called, and what is known there. */
export interface CallContext { readonly call: AnyCall; readonly caller: TypeInfo }

/** A value that is of the type of another, in a function whose types are known. */
export interface Origin { readonly value: Value; readonly of: Value; readonly types: TypeInfo }

export interface ModuleTypes {
  /** The types in a function, for all its callers, or for one call of it. Functions added later may be asked for too. */
  of(fn: Function, context?: CallContext): TypeInfo;
  /** Says that values of a function that is made from another are of the same types as there: its copies, and their shadows. */
  inherit(fn: Function, origins: readonly Origin[]): void;
  /** Forgets what was found out about functions, because they or something they call have changed. */
  forget(): void;
}

export function analyzeTypes(module: Module): ModuleTypes { return new Analysis(module); }

/** Rounds over a group of mutually recursive functions; facts of a function need one round to reach its callers. */
const roundLimit = 6;
/** Analyses of one function for different callers; further callers get the general one. */
const contextLimit = 16;

class Analysis implements ModuleTypes, SolverContext {
  readonly layout;
  readonly shapes: Shapes;
  readonly tbaa: TbaaShapes;
  private readonly debug: DebugShapes;
  private callables: Shape | undefined;
  private readonly summaries = new Map<Function, Summary>();
  private readonly general = new Map<Function, FunctionTypes>();
  private readonly contextual = new Map<Function, Map<string, FunctionTypes>>();
  private readonly globals = new Map<GlobalVariable, Shape>();
  private readonly origins = new Map<Function, readonly Origin[]>();

  constructor(readonly module: Module) {
    const { layout } = module;
    this.layout = layout;
    this.shapes = new Shapes((kind) => kindSize(kind, layout));
    this.tbaa = new TbaaShapes(module, this.shapes);
    this.debug = new DebugShapes(module, this.shapes);
  }

  of(fn: Function, context?: CallContext): TypeInfo {
    if (!context) return this.generally(fn);
    const { call, caller } = context;
    const shapes = fn.args.map((_, index) => {
      const arg = call.args[index];
      return arg && caller instanceof FunctionTypes ? caller.solver.whole(arg) : this.shapes.empty;
    });
    const known = this.contextual.get(fn) ?? new Map<string, FunctionTypes>();
    this.contextual.set(fn, known);
    const key = shapes.map((shape) => shape.id).join(',');
    const found = known.get(key);
    if (found) return found;
    if (known.size >= contextLimit) return this.generally(fn);
    this.summarize(fn);
    const types = new FunctionTypes(this.solve(fn, shapes));
    known.set(key, types);
    return types;
  }

  inherit(fn: Function, origins: readonly Origin[]): void { this.origins.set(fn, origins); }

  forget(): void {
    this.summaries.clear();
    this.general.clear();
    this.contextual.clear();
  }

  summary(callee: Function): Summary | undefined { return this.summaries.get(callee); }

  elements(type: string | undefined): Shape { return this.debug.memoryBehind(type); }
  get callable(): Shape { return (this.callables ??= callableInPlace(this.module, this.debug, this.shapes)); }

  globalMemory(global: GlobalVariable): Shape {
    const known = this.globals.get(global);
    if (known) return known;
    let shape = declaredObject(global.valueType, 1, this.shapes, this.layout);
    for (const attachment of global.trailing) {
      const reference = /^!dbg (!\d+)$/.exec(attachment)?.[1];
      const expression = metadataNode(this.module, reference);
      if (expression?.node('expr')?.operands.length !== 0) continue;
      shape = this.shapes.join(shape, this.debug.variable(expression.node('var')?.text('type')));
    }
    this.globals.set(global, shape);
    return shape;
  }

  private generally(fn: Function): FunctionTypes {
    this.summarize(fn);
    const known = this.general.get(fn);
    if (known) return known;
    const types = new FunctionTypes(this.solve(fn, []));
    this.general.set(fn, types);
    return types;
  }

  /** Summaries of a function and of all it calls. */
  private summarize(fn: Function): void {
    if (this.summaries.has(fn) || fn.isDeclaration) return;
    const callees = new Map<Function, Function[]>();
    const queue = [fn];
    for (let next = queue.pop(); next; next = queue.pop()) {
      if (callees.has(next) || this.summaries.has(next)) continue;
      const called = calledBodies(next);
      callees.set(next, called);
      queue.push(...called);
    }
    for (const component of stronglyConnectedComponents(callees.keys(), (node) => callees.get(node) ?? [])) {
      this.summarizeTogether(component, callees);
    }
  }

  private summarizeTogether(component: readonly Function[], callees: ReadonlyMap<Function, readonly Function[]>): void {
    const [only] = component;
    const isRecursive = component.length > 1 || (only !== undefined && (callees.get(only) ?? []).includes(only));
    for (let round = 0; round < roundLimit; round++) {
      let changed = false;
      for (const fn of component) {
        const solver = this.solve(fn, []);
        const summary = summaryOf(solver);
        changed ||= !sameSummary(summary, this.summaries.get(fn));
        this.summaries.set(fn, summary);
        this.general.set(fn, new FunctionTypes(solver));
      }
      if (!isRecursive || !changed) return;
    }
  }

  private solve(fn: Function, parameters: readonly Shape[]): Solver {
    const solver = new Solver(fn, this);
    const context = { shapes: this.shapes, debug: this.debug, layout: this.layout };
    const signature = signatureFacts(fn, context);
    for (const { value, shape, isHome } of [...signature.parameters, ...variableFacts(fn, context)]) {
      if (isHome === true && value.kind === 'alloca') solver.homes.set(value, this.shapes.join(solver.homes.get(value) ?? this.shapes.empty, shape));
      solver.declare(value, shape);
    }
    for (const arg of fn.args) {
      solver.addUse(arg, declaredByAttributes(arg.attributes, fn.module, this.shapes));
      this.state(arg, arg.attributes, solver);
      solver.addDefinition(arg, parameters[arg.index] ?? this.shapes.empty);
    }
    for (const { value, of, types } of this.origins.get(fn) ?? []) {
      // An address within an object follows from that of the object.
      if (value.kind !== 'getelementptr' && types instanceof FunctionTypes) solver.addDefinition(value, types.solver.whole(of));
    }
    for (const instruction of fn.instructions()) this.declare(instruction, signature.result, solver);
    solver.solve();
    return solver;
  }

  /** What an instruction declares apart from what it does. */
  private declare(instruction: Instruction, result: Shape, solver: Solver): void {
    const stated = typeInMetadata(instruction.metadata.get('enzyme_type'), this.module, this.shapes);
    if (stated) this.stateShape(instruction, stated, solver);
    if (instruction.kind === 'alloca') {
      const [count] = instruction.operands;
      const length = count === undefined ? 1 : count.kind === 'int' ? Number(count.value) : Infinity;
      const object = declaredObject(instruction.allocatedType, length, this.shapes, this.layout);
      solver.addDefinition(instruction, this.shapes.pointerTo(object));
      if (instruction.allocatedType.kind === 'struct' && instruction.allocatedType.name?.startsWith(argumentStruct) === true) {
        solver.fixed.add(instruction);
      }
    } else if (instruction.kind === 'ret' && instruction.value) {
      solver.addUse(instruction.value, result);
      this.state(instruction.value, solver.fn.returnAttributes, solver);
    } else if (isCall(instruction)) {
      instruction.argumentAttributes.forEach((words, index) => {
        const arg: Value | undefined = instruction.args[index];
        if (!arg) return;
        solver.addUse(arg, declaredByAttributes(words, this.module, this.shapes));
        this.state(arg, words, solver);
      });
      instruction.calledFunction?.args.forEach(({ attributes }, index) => { const arg = instruction.args[index]; if (arg) this.state(arg, attributes, solver); });
      this.state(instruction, [...instruction.returnAttributes, ...(instruction.calledFunction?.returnAttributes ?? [])], solver);
      const site = instruction.metadata.get('heapallocsite');
      if (site !== undefined) solver.declare(instruction, this.shapes.pointerTo(this.debug.memoryBehind(site)));
    }
  }

  /** What a front end states in so many words. */
  private state(value: Value, words: readonly string[], solver: Solver): void {
    const stated = words.length > 0 ? typeInAttributes(words, this.shapes) : undefined;
    if (stated) this.stateShape(value, stated, solver);
  }

  private stateShape(value: Value, stated: Shape, solver: Solver): void {
    const size = byteSize(solver, value);
    if (size !== undefined) solver.addUse(value, this.shapes.part(stated, 0, size));
  }
}

function calledBodies(fn: Function): Function[] {
  const called = new Set<Function>();
  for (const instruction of fn.instructions()) {
    const callee = isCall(instruction) ? instruction.calledFunction : undefined;
    if (callee && !callee.isDeclaration) called.add(callee);
  }
  return [...called];
}

function summaryOf(solver: Solver): Summary {
  const { shapes, fn } = solver;
  let result: Shape | undefined;
  for (const instruction of fn.instructions()) {
    if (instruction.kind !== 'ret' || !instruction.value || instruction.value.kind === 'word') continue;
    const shape = solver.whole(instruction.value);
    result = result ? shapes.either(result, shape) : shape;
  }
  return { parameters: fn.args.map((arg) => solver.used(arg)), result: result ?? shapes.empty, returned: returnedArgument(fn) };
}

function sameSummary(a: Summary, b: Summary | undefined): boolean {
  return a.result === b?.result && a.parameters.every((shape, index) => shape === b.parameters[index]);
}
