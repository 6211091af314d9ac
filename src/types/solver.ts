/**
 * The fixpoint of one function. Every instruction is a constraint between what is known of its operands and of its
 * result; it is visited again when one of them has become known better. Facts only grow, and the lattice is finite, so
 * this ends; the visits of one instruction are bounded all the same.
 */
import {
  type DataLayout, type Function, type GlobalVariable, type Instruction, type Module, type Value, isFloatOrFloatVector, isInstruction,
} from '../ir/index.js';
import type { Shapes } from './algebra.js';
import { type Cycle, findCycles, transferCycle } from './cycles.js';
import { type Facts, type Summary, addMemory, addWeakInteger } from './facts.js';
import { valueRuns } from './ir-shapes.js';
import type { Shape } from './shape.js';
import { stepsOf, summarize } from './steps.js';
import type { TbaaShapes } from './tbaa-shapes.js';
import { transferCall } from './transfer-calls.js';
import { transferBinary, transferCast, transferCompare } from './transfer-integers.js';
import { transferAtomicUpdate, transferCompareExchange, transferLoad, transferStore } from './transfer-memory.js';
import {
  transferExtractElement, transferExtractValue, transferGep, transferInsertElement, transferInsertValue, transferMerge, transferShuffle,
} from './transfer-values.js';

export interface SolverContext {
  readonly module: Module;
  readonly layout: DataLayout;
  readonly shapes: Shapes;
  readonly tbaa: TbaaShapes;
  summary(callee: Function): Summary | undefined;
  /** What the definition of a global variable says about its memory. */
  globalMemory(global: GlobalVariable): Shape;
  /** An array of elements of a type of the debug information. */
  elements(type: string | undefined): Shape;
  /** What callables that are kept in place hold: see `callables.ts`. */
  readonly callable: Shape;
}

/** Visits of an instruction, changes of what is known of a value, and changes before it is widened. */
const visitLimit = 200;
const changeLimit = 40;
const wideningLimit = 8;

export class Solver implements Facts {
  readonly module: Module;
  readonly layout: DataLayout;
  readonly shapes: Shapes;
  readonly tbaa: TbaaShapes;
  readonly littleEndian: boolean;
  isSettled = false;
  /** Memory of local variables, by their declarations. */
  readonly homes = new Map<Value, Shape>();
  /** Values of which nothing more is to be learned. */
  readonly fixed = new Set<Value>();
  private readonly uses = new Map<Value, Shape>();
  private readonly wholes = new Map<Value, Shape>();
  private readonly declarations = new Map<Value, Shape>();
  private readonly cycles: ReadonlyMap<Instruction, Cycle>;
  /** Users of globals inside this function, also through constant expressions. */
  private readonly globalUsers = new Map<Value, Set<Instruction>>();
  private readonly pending = new Set<Instruction>();
  private readonly visits = new Map<Instruction, number>();
  private readonly changes = new Map<Value, number>();

  constructor(readonly fn: Function, private readonly context: SolverContext) {
    this.module = context.module;
    this.layout = context.layout;
    this.shapes = context.shapes;
    this.tbaa = context.tbaa;
    this.littleEndian = !context.layout.text.startsWith('E');
    this.cycles = findCycles(fn, this);
    for (const instruction of fn.instructions()) this.indexGlobals(instruction);
  }

  /** Applies every constraint until nothing changes. What is known beforehand is added before, with the `add` methods. */
  solve(): void {
    const program = [...this.fn.instructions()];
    for (let i = program.length - 1; i >= 0; i--) {
      const instruction = program[i];
      if (instruction) this.visit(instruction);
    }
    for (const instruction of program) this.visit(instruction);
    this.drain();
    this.isSettled = true;
    for (const instruction of program) if (instruction.kind === 'binary') this.pending.add(instruction);
    this.drain();
  }

  /** What the program's own declarations say of a value: the type of a variable, of an allocation. */
  declared(value: Value): Shape {
    if (value.kind === 'global') return this.shapes.pointerTo(this.context.globalMemory(value));
    return this.declarations.get(value) ?? this.shapes.empty;
  }

  declare(value: Value, shape: Shape): void {
    this.declarations.set(value, this.shapes.join(this.declared(value), shape));
    // A variable that is one of several values speaks of the merged value alone.
    if (value.kind === 'phi' || value.kind === 'select') this.addDefinition(value, shape);
    else this.addUse(value, shape);
  }

  used(value: Value): Shape { return this.uses.get(value) ?? this.shapes.empty; }

  whole(value: Value): Shape {
    const known = this.wholes.get(value);
    if (known) return known;
    const { root, bytes } = this.place(value);
    if (root !== value) {
      return this.shapes.pointerTo(this.shapes.shift(this.shapes.pointeeOf(this.whole(root)), -bytes));
    }
    const initial = value.kind === 'global' ? this.shapes.pointerTo(this.context.globalMemory(value))
      : value.kind === 'block' ? this.shapes.empty : this.shapes.of(valueRuns(value.type, this.layout));
    this.wholes.set(value, initial);
    return initial;
  }

  summary(callee: Function): Summary | undefined { return this.context.summary(callee); }

  elements(type: string | undefined): Shape { return this.context.elements(type); }
  get callable(): Shape { return this.context.callable; }

  addUse(value: Value, shape: Shape): void {
    if (shape === this.shapes.empty) return;
    const { root, bytes } = this.place(value);
    if (root !== value) {
      addMemory(this, root, this.shapes.shift(this.shapes.firstInstance(this.shapes.pointeeOf(shape)), bytes));
      return;
    }
    if (!isTracked(value)) return;
    const before = this.used(value);
    const after = this.grown(value, before, shape);
    if (after !== before) {
      this.uses.set(value, after);
      this.changed(value);
    }
    this.addDefinition(value, shape);
  }

  addDefinition(value: Value, shape: Shape): void {
    if (shape === this.shapes.empty || !isTracked(value)) return;
    const before = this.whole(value);
    const after = this.grown(value, before, shape);
    if (after === before) return;
    this.wholes.set(value, after);
    this.changed(value);
  }

  /**
   * The join, sped up for pointers that advance through memory (`it->p = it->p + 8`): each round would extend what is
   * known by one element to the front, so the pattern is taken to go on, and after more rounds the rest is left open.
   */
  private grown(value: Value, before: Shape, shape: Shape): Shape {
    const { type } = value;
    if (isFloatOrFloatVector(type) || this.fixed.has(value)) return before;
    // A pointer is a pointer, whatever memory may say; what it points to is the question.
    const joined = this.shapes.join(before, type.kind === 'pointer' ? this.shapes.pointerTo(this.shapes.pointeeOf(shape)) : shape);
    if (joined === before) return before;
    const count = (this.changes.get(value) ?? 0) + 1;
    this.changes.set(value, count);
    if (count > changeLimit) return before;
    return count > wideningLimit ? this.shapes.widened(joined) : joined;
  }

  private drain(): void { for (const next of this.pending) this.visit(next); }

  private changed(value: Value): void {
    if (isInstruction(value)) this.enqueue(value);
    if (value.kind === 'global') for (const user of this.globalUsers.get(value) ?? []) this.enqueue(user);
    else for (const use of value.uses) this.enqueue(use.user);
  }

  private enqueue(instruction: Instruction): void {
    if (instruction.block?.parent === this.fn) this.pending.add(instruction);
  }

  private visit(instruction: Instruction): void {
    this.pending.delete(instruction);
    const count = (this.visits.get(instruction) ?? 0) + 1;
    if (count > visitLimit) return;
    this.visits.set(instruction, count);
    const cycle = this.cycles.get(instruction);
    if (cycle) transferCycle(this, cycle);
    this.transfer(instruction, cycle !== undefined);
  }

  private transfer(instruction: Instruction, inCycle: boolean): void {
    switch (instruction.kind) {
      case 'binary': transferBinary(this, instruction); return;
      case 'cast': transferCast(this, instruction); return;
      case 'compare': transferCompare(this, instruction); return;
      case 'phi': case 'select': transferMerge(this, instruction, inCycle); return;
      case 'freeze':
        this.addUse(instruction.operand(0), this.used(instruction));
        if (!inCycle) this.addDefinition(instruction, this.whole(instruction.operand(0)));
        return;
      case 'getelementptr': transferGep(this, instruction, inCycle); return;
      case 'load': transferLoad(this, instruction); return;
      case 'store': transferStore(this, instruction); return;
      case 'atomicrmw': transferAtomicUpdate(this, instruction); return;
      case 'cmpxchg': transferCompareExchange(this, instruction); return;
      case 'extractvalue': transferExtractValue(this, instruction); return;
      case 'insertvalue': transferInsertValue(this, instruction); return;
      case 'extractelement': transferExtractElement(this, instruction); return;
      case 'insertelement': transferInsertElement(this, instruction); return;
      case 'shufflevector': transferShuffle(this, instruction); return;
      case 'call': case 'invoke': case 'callbr': transferCall(this, instruction); return;
      case 'switch': addWeakInteger(this, instruction.operand(0)); return;
      case 'alloca': case 'ret': case 'br': case 'indirectbr': case 'unreachable': case 'resume': case 'landingpad': case 'funcletpad':
      case 'catchswitch': case 'funcletret': case 'fneg': case 'fence': case 'va_arg': case 'debugrecord':
        return;
      default: instruction satisfies never;
    }
  }

  /** A constant expression over a global, as the global and a distance; anything else is its own place. */
  private place(value: Value): { root: Value; bytes: number } {
    let root = value;
    let bytes = 0;
    while (root.kind === 'expression') {
      const [base] = root.operands;
      const steps = root.opcode === 'getelementptr' ? stepsOf(root, this.layout) : [];
      const isCast = root.opcode === 'bitcast' || root.opcode === 'addrspacecast';
      if (!base || !steps || base.type.kind !== 'pointer' || (root.opcode !== 'getelementptr' && !isCast)) break;
      bytes += summarize(steps).bytes;
      root = base;
    }
    return { root, bytes };
  }

  private indexGlobals(instruction: Instruction): void {
    for (const operand of instruction.operands) {
      const { root } = this.place(operand);
      if (root.kind !== 'global') continue;
      const users = this.globalUsers.get(root);
      if (users) users.add(instruction);
      else this.globalUsers.set(root, new Set([instruction]));
    }
  }
}

/** Constants are what they are; functions are no data. */
function isTracked(value: Value): boolean { return value.kind === 'argument' || value.kind === 'global' || isInstruction(value); }

