/** Having values of the forward sweep in the reverse sweep, as the plan says: cached, computed again, or from an argument. */
import { type InductionVariable, type Loop, computeBackEdgeCount } from '../analysis/index.js';
import {
  type BasicBlock, Builder, type Function, type Instruction, type IntegerType, type LoadInstruction, type PhiInstruction, type Value, constantInt, i8,
  isInstruction, pointer, zero,
} from '../ir/index.js';
import type { Field, Frame, NeedKind, Plan, TripPlan } from '../plan/index.js';
import type { Origin } from '../types/index.js';
import type { ReverseContext } from './augmented-sweep.js';
import { LaneMap, type Lanes, unpack } from './lanes.js';
import { constantShadow } from './shadows.js';
import { fieldOfBox } from './tape.js';
import { wordType } from './types.js';

interface FrameState { readonly buffers: readonly Value[]; readonly count: Value; readonly capacity: Value | undefined }

export class Recovery {
  private readonly word: IntegerType;
  private readonly rootFields = new Map<Field, Value>();
  private readonly frames = new Map<Frame, FrameState>();
  readonly counters = new Map<Loop, Value>();
  /** Where recovered values come from. */
  readonly origins: Origin[] = [];
  private readonly lanes: Lanes;
  private readonly remadeShadows: LaneMap<Value, Value>;
  private readonly found: { readonly primal: Map<Value, Value>; readonly tape: Map<Value, Value>; readonly shadow: LaneMap<Value, Value> };
  private at: BasicBlock | undefined;

  constructor(private readonly build: Builder, source: Function, private readonly context: ReverseContext,
    private readonly primals: ReadonlyMap<Value, Value>, private readonly shadows: LaneMap<Value, Value>) {
    this.lanes = context.lanes;
    this.remadeShadows = new LaneMap(this.lanes);
    this.found = { primal: new Map(), tape: new Map(), shadow: new LaneMap(this.lanes) };
    this.word = wordType(source.module);
  }

  /** Takes the tape apart, at the builder's position. */
  unpack(tapeValue: Value | undefined): void {
    const { build } = this;
    const { tape, plan, regions } = this.context;
    for (const loop of plan.skeleton.loops.loops) if (plan.tripsOf(loop)) this.counters.set(loop, build.alloca(this.word));
    if (!tape.type || !tapeValue) return;
    const { type } = tape;
    const part = (position: number): Value => {
      if (!tape.isBoxed) return build.extractValue(tapeValue, [position]);
      const of = type.fields[position] ?? pointer;
      return regions.mark(build.load(of, fieldOfBox(build, type, tapeValue, position), tape.alignmentOf(of)), 'tape');
    };
    for (const field of plan.skeleton.root.fields) this.rootFields.set(field, part(tape.positionOf(field)));
    for (const frame of tape.frames) {
      const start = tape.positionOfFrame(frame);
      const buffers = tape.piecesOf(frame).map((_, i) => part(start + i));
      const count = build.alloca(this.word);
      build.store(part(start + buffers.length), count);
      this.frames.set(frame, { buffers, count, capacity: tape.needsCapacity(frame) ? part(start + buffers.length + 1) : undefined });
    }
  }

  /** The memory of records, to be freed at the end. */
  get buffers(): readonly Value[] {
    const { tape } = this.context;
    return [...this.frames].flatMap(([frame, { buffers }]) => tape.piecesOf(frame).flatMap((piece, i) => (tape.isOwner(piece) ? buffers[i] ?? [] : [])));
  }

  /** Gives an alloca a shadow (in the current lane) of the reverse sweep's own. */
  remakeShadow(alloca: Value, shadow: Value): void { this.remadeShadows.set(alloca, shadow); }

  /** What was recovered before is forgotten: it may belong to another iteration, or not dominate the new block. */
  enter(block: BasicBlock): void {
    this.at = block;
    this.forget();
  }

  /** After code on one of several ways on: what was recovered there is not at hand on the others. */
  forget(): void { for (const known of Object.values(this.found)) known.clear(); }

  /** The records before the leader's last execution become the current ones. */
  endRecord(frame: Frame): void {
    const state = this.frames.get(frame);
    if (!state) return;
    this.build.store(this.build.binary('sub', this.build.load(this.word, state.count), constantInt(this.word, 1)), state.count);
  }

  /**
   * For a loop that has just been left, `more` iterations behind the first: goes over its records in the order in which they
   * were made, as often as `begin` is called. `end` makes the one before them current.
   */
  walkForward(frame: Frame, more: Value): { begin(): void; next(): void; end(): void } {
    const state = this.frames.get(frame);
    if (!state) return { begin: () => undefined, next: () => undefined, end: () => undefined };
    const { build } = this;
    const one = constantInt(this.word, 1);
    const first = build.binary('sub', build.load(this.word, state.count), more);
    return {
      begin: () => { build.store(first, state.count); },
      next: () => { build.store(build.binary('add', build.load(this.word, state.count), one), state.count); },
      end: () => { build.store(build.binary('sub', first, one), state.count); },
    };
  }

  /** The value of a field of the current record. */
  field(field: Field): Value {
    const known = this.rootFields.get(field);
    if (known) return known;
    const state = this.frames.get(field.frame);
    if (!state) throw new Error('a field without a tape');
    const { build } = this;
    const { tape } = this.context;
    const index = build.binary('sub', build.load(this.word, state.count), constantInt(this.word, 1));
    return this.context.regions.mark(build.load(field.type, tape.fieldAddress(build, field, { ...state, index }), tape.alignmentOf(field.type)), 'tape');
  }

  primal(value: Value): Value { return this.recover('primal', value); }
  shadow(value: Value): Value { return this.recover('shadow', value); }
  tape(value: Value): Value { return this.recover('tape', value); }

  /** Notes that a value of the new function is of the type of one of the primal function. */
  note(value: Value, of: Value): void { this.origins.push({ value, of, types: this.context.types }); }

  private recover(kind: NeedKind, value: Value): Value {
    const known = this.found[kind].get(value);
    if (known) return known;
    const recovered = this.compute(kind, value);
    this.found[kind].set(value, recovered);
    if (kind !== 'tape') this.note(recovered, value);
    return recovered;
  }

  private compute(kind: NeedKind, value: Value): Value {
    if (value.kind === 'argument') return (kind === 'shadow' ? this.shadows.get(value) : undefined) ?? this.primals.get(value) ?? value;
    if (!isInstruction(value)) {
      if (kind === 'primal' || value.kind === 'block') return value;
      return constantShadow(value, this.context.activity, (global) => this.context.shadowGlobal(global, this.lanes.current));
    }
    const field = this.context.plan.fieldOf(kind, value);
    if (field) return kind === 'shadow' ? unpack(this.build, this.field(field), this.lanes) : this.field(field);
    const choice = kind === 'primal' ? this.context.plan.lastChoiceBy(value) : undefined;
    if (choice) return this.isLastChoice(choice);
    if (kind === 'shadow') return this.context.plan.context.hasShadow(value) ? this.computeShadow(value) : this.primal(value);
    return this.computePrimal(value);
  }

  /** The condition of a choice, as if it had been met in the last iteration only that met it. */
  private isLastChoice({ selection: { loop, chooses }, field }: NonNullable<ReturnType<Plan['lastChoiceOf']>>): Value {
    const counter = this.counters.get(loop);
    if (!counter) throw new Error('a choice outside of a counted loop');
    return this.build.icmp(chooses ? 'eq' : 'ne', this.build.load(this.word, counter), this.lastChoice(field));
  }

  private lastChoice(field: Field): Value { return this.resized(this.field(field), this.word, 'sext'); }

  /** From the end of a loop to the iteration that chose last; if none did, to the first one, where the choice goes to what was there before. */
  jumpToChoice(loop: Loop, field: Field): void {
    const counter = this.counters.get(loop);
    if (!counter) return;
    const { build } = this;
    const last = this.lastChoice(field);
    const to = build.select(build.icmp('slt', last, zero(this.word)), zero(this.word), last);
    this.dropRecords(this.context.plan.skeleton.frameOfLoop(loop), build.binary('sub', build.load(this.word, counter), to));
    build.store(to, counter);
  }

  /** From there to the beginning of the loop. */
  jumpToStart(loop: Loop): void {
    const counter = this.counters.get(loop);
    if (counter) this.dropRecords(this.context.plan.skeleton.frameOfLoop(loop), this.build.load(this.word, counter));
  }

  private dropRecords(frame: Frame, number: Value): void {
    const state = this.frames.get(frame);
    if (state) this.build.store(this.build.binary('sub', this.build.load(this.word, state.count), number), state.count);
  }

  private computePrimal(value: Instruction): Value {
    if (value.kind === 'load') return this.context.regions.mark(this.again(value, (operand) => this.primal(operand)), 'primal');
    if (value.kind === 'alloca') return zero(value.type); // its memory is gone; only the shadow is used
    if (value.kind === 'phi') return this.induction(value, (start) => this.primal(start));
    return this.again(value, (operand) => this.primal(operand));
  }

  private computeShadow(value: Instruction): Value {
    switch (value.kind) {
      case 'alloca': {
        const shadow = this.remadeShadows.get(value);
        if (!shadow) throw new Error('an alloca without shadow');
        return shadow;
      }
      case 'phi': return this.induction(value, (start) => this.shadow(start));
      case 'load': return this.shadowLoad(value);
      case 'getelementptr': return this.again(value, (operand, index) => (index === 0 ? this.shadow(operand) : this.primal(operand)));
      default: return this.again(value, (operand) => this.shadow(operand));
    }
  }

  /** A pointer found in a shadow: that of the program when the memory turns out inactive. */
  private shadowLoad(load: LoadInstruction): Value {
    const loaded = this.again(load, (operand) => this.shadow(operand));
    return this.context.activity.stateOf(load.address).pointer === 'maybe' ? loaded : this.context.regions.mark(loaded, 'shadow');
  }

  private again(value: Instruction, replace: (operand: Value, index: number) => Value): Instruction {
    const operands = value.operands.map(replace);
    const copy = value.clone();
    operands.forEach((operand, index) => copy.setOperand(index, operand));
    copy.metadata.delete('dbg');
    return this.build.insert(copy);
  }

  /** start + n * step. */
  private induction(phi: PhiInstruction, startOf: (start: Value) => Value): Value {
    const found = this.at && this.context.plan.inductionAt(phi, this.at);
    const counter = found && this.counters.get(found.loop);
    if (!found || !counter) throw new Error(`the plan has no way to recover ${phi.name ?? 'a phi'}`);
    const { variable } = found;
    const { build } = this;
    const count = build.load(this.word, counter);
    const start = startOf(variable.start);
    const width = variable.kind === 'integer' ? variable.phi.type as IntegerType : this.word;
    const step = typeof variable.step === 'bigint' ? constantInt(width, variable.step) : this.resized(this.primal(variable.step), width, 'sext');
    const moved = build.binary('mul', this.resized(count, width, 'zext'), step);
    const signed = variable.isSubtracted && typeof variable.step !== 'bigint' ? build.binary('sub', constantInt(width, 0), moved) : moved;
    return variable.kind === 'integer' ? build.binary('add', start, signed) : build.gep(this.elementOf(variable), start, [signed]);
  }

  /** How often the loop went round, when it has just been left. */
  trips(trips: TripPlan): Value {
    if (trips.kind === 'recorded') return this.field(trips.field);
    const { variable, bound } = trips.count;
    const step = typeof variable.step === 'bigint' ? variable.step : this.primal(variable.step);
    return computeBackEdgeCount(this.build, { ...trips.count, bound: this.primal(bound), variable: { ...variable, step, start: this.primal(variable.start) } });
  }

  private elementOf(variable: InductionVariable): InductionVariable['phi']['type'] {
    return typeof variable.step === 'bigint' ? i8 : variable.elementType ?? i8;
  }

  private resized(value: Value, type: IntegerType, extend: 'zext' | 'sext'): Value {
    if (value.type.kind !== 'integer' || value.type.bits === type.bits) return value;
    return this.build.cast(value.type.bits > type.bits ? 'trunc' : extend, value, type);
  }
}

