/** Writing the tape in the forward sweep: values into their fields, room for records, iteration counts, ways taken. */
import { type Loop, computeTripCount } from '../analysis/index.js';
import {
  type BasicBlock, type Builder, type Function, type IntegerType, type StructType, type Value, constantInt, i8, pointer, poison, zero,
} from '../ir/index.js';
import type { Factor, Field, Frame, Plan } from '../plan/index.js';
import { sizeExpression } from './records.js';
import type { Regions } from './regions.js';
import { allocateFunction, growFunction, keepFunction } from './support.js';
import { type TapeLayout, fieldOfBox } from './tape.js';
import { wordType } from './types.js';

interface FrameState { readonly buffers: readonly Value[]; readonly count: Value; readonly capacity: Value }

/** So many bytes, for a buffer. */
interface Room { readonly buffer: Value; readonly bytes: Value }

export interface RecordingContext {
  readonly regions: Regions;
  readonly plan: Plan;
  readonly tape: TapeLayout;
}

export class Recording {
  private readonly word: IntegerType;
  private readonly slots = new Map<Field, Value>();
  private readonly frames = new Map<Frame, FrameState>();
  private readonly counters = new Map<Loop, Value>();
  /** The number of the iteration that chose last, or -1. */
  private readonly choices = new Map<Loop, Value>();
  private readonly arrivals = new Map<BasicBlock, Value>();
  /** The frames whose records are made room for where the loop is entered. */
  private readonly reserved = new Map<Loop, readonly Frame[]>();
  /** The number of the current record of each frame, valid within a block. */
  private indices = new Map<Frame, Value>();

  /**
   * `build` stands in the entry block of the augmented function; `primal` finds what a value of the source is there; on the list is what is
   * freed when the reverse sweep is over.
   */
  constructor(private readonly build: Builder, private readonly target: Function, private readonly context: RecordingContext,
    private readonly primal: (value: Value) => Value, private readonly graveyard: Value) {
    this.word = wordType(target.module);
    this.makeSlots();
  }

  private makeSlots(): void {
    const { build } = this;
    const { plan, tape } = this.context;
    for (const field of plan.skeleton.root.fields) this.slots.set(field, build.alloca(field.type));
    for (const frame of tape.frames) {
      const state = { buffers: tape.piecesOf(frame).map(() => build.alloca(pointer)), count: build.alloca(this.word), capacity: build.alloca(this.word) };
      for (const buffer of state.buffers) build.store(zero(pointer), buffer);
      build.store(zero(this.word), state.count);
      build.store(zero(this.word), state.capacity);
      this.frames.set(frame, state);
      if (frame.reservation) this.reserved.set(frame.reservation.loop, [...this.reserved.get(frame.reservation.loop) ?? [], frame]);
    }
    for (const block of plan.skeleton.liveBlocks) {
      const arrival = plan.predecessorsOf(block);
      if (arrival?.kind === 'recorded') this.arrivals.set(block, build.alloca(arrival.field.type));
    }
    for (const loop of plan.skeleton.loops.loops) {
      const isChoosing = plan.lastChoiceOf(loop) !== undefined;
      if (isChoosing || plan.tripsOf(loop)?.kind === 'recorded') this.counters.set(loop, build.alloca(this.word));
      if (isChoosing) this.choices.set(loop, build.alloca(this.word));
    }
  }

  /** Begins a record where the block leads a frame, and notes the way that led here. */
  enter(block: BasicBlock): void {
    this.indices = new Map();
    const frame = this.context.plan.skeleton.frameOf(block);
    const state = this.frames.get(frame);
    if (state && frame.leader === block) this.beginRecord(frame, state);
    const arrival = this.context.plan.predecessorsOf(block);
    const slot = this.arrivals.get(block);
    if (arrival?.kind === 'recorded' && slot) this.keep(arrival.field, this.build.load(arrival.field.type, slot));
  }

  private beginRecord(frame: Frame, state: FrameState): void {
    const index = this.build.load(this.word, state.count);
    const count = this.build.binary('add', index, constantInt(this.word, 1), ['nuw', 'nsw']);
    this.build.store(count, state.count);
    if (!frame.reservation) this.growTo(count, frame, state, this.build);
    this.indices.set(frame, index);
  }

  /** Room for `wanted` records: at least twice as many as before, if it is not there. */
  private growTo(wanted: Value, frame: Frame, state: FrameState, build: Builder): void {
    const { module } = this.target;
    const [buffer] = state.buffers;
    if (!buffer) throw new Error('a frame without records');
    const capacity = build.load(this.word, state.capacity);
    const isFull = build.icmp('ugt', wanted, capacity);
    const grow = this.target.addBlock();
    const go = this.target.addBlock();
    build.condBr(isFull, grow, go);
    build.atEnd(grow);
    const twice = build.binary('shl', capacity, constantInt(this.word, 1));
    const more = build.select(build.icmp('ugt', wanted, twice), wanted, twice);
    const have = build.select(build.icmp('ult', more, constantInt(this.word, fewest)), constantInt(this.word, fewest), more);
    const size = sizeExpression(module, this.context.tape.recordType(frame));
    build.store(build.call(growFunction(module), [build.load(pointer, buffer), capacity, have, size]), buffer);
    build.store(have, state.capacity);
    build.br(go);
    build.atEnd(go);
  }

  /** Makes room for the records of a nest of loops that is entered. */
  private reserve(frames: readonly Frame[], build: Builder): void {
    const rooms = new Map<string, Room[]>();
    for (const frame of frames) {
      const state = this.frames.get(frame);
      if (!state || !frame.reservation) continue;
      const { factors, isOnce } = frame.reservation;
      const records = factors.map((factor) => this.numberOf(factor, build)).reduce((product, each) => build.binary('mul', product, each));
      if (!isOnce) {
        this.growTo(build.binary('add', build.load(this.word, state.count), records), frame, state, build);
        continue;
      }
      build.store(records, state.capacity);
      this.context.tape.piecesOf(frame).forEach(({ kind, size }, i) => {
        const buffer = state.buffers[i];
        if (buffer) rooms.set(kind, [...rooms.get(kind) ?? [], { buffer, bytes: build.binary('mul', records, constantInt(this.word, size)) }]);
      });
    }
    for (const each of rooms.values()) this.allocate(each, build);
  }

  /** One piece of memory for all, which are of one kind and so need no padding. */
  private allocate(rooms: readonly Room[], build: Builder): void {
    const starts: Value[] = [];
    let end: Value = zero(this.word);
    for (const { bytes } of rooms) {
      starts.push(end);
      end = build.binary('add', end, bytes);
    }
    const { module } = this.target;
    const memory = this.context.tape.isRecursive ? build.call(keepFunction(module), [this.graveyard, end]) : build.call(allocateFunction(module), [end]);
    rooms.forEach(({ buffer }, i) => { build.store(build.gep(i8, memory, [starts[i] ?? end], ['inbounds']), buffer); });
  }

  private numberOf({ count, guards }: Factor, build: Builder): Value {
    const { variable } = count;
    const step = typeof variable.step === 'bigint' ? variable.step : this.primal(variable.step);
    const here = { ...count, bound: this.primal(count.bound), variable: { ...variable, step, start: this.primal(variable.start) } };
    const trips = build.cast('trunc', computeTripCount(build, here), this.word);
    return [...guards].reverse().reduce((number, guard) => {
      const condition = this.primal(guard.condition);
      return guard.isMet ? build.select(condition, number, zero(this.word)) : build.select(condition, zero(this.word), number);
    }, trips as Value);
  }

  /** Puts a value into its field. */
  keep(field: Field, value: Value, build = this.build): void {
    const slot = this.slots.get(field);
    if (slot) build.store(value, slot);
    else this.context.regions.mark(build.store(value, this.fieldAddress(field, build), this.context.tape.alignmentOf(field.type)), 'tape');
  }

  /** Notes which iteration it is, if the condition says that it chooses. */
  choose(condition: Value, value: Value): void {
    const { selection } = this.context.plan.lastChoiceBy(condition) ?? {};
    const [counter, last] = selection ? [this.counters.get(selection.loop), this.choices.get(selection.loop)] : [];
    if (!selection || !counter || !last) return;
    const [here, before] = [this.build.load(this.word, counter), this.build.load(this.word, last)];
    this.build.store(selection.chooses ? this.build.select(value, here, before) : this.build.select(value, before, here), last);
  }

  private fieldAddress(field: Field, build: Builder): Value {
    const state = this.frames.get(field.frame);
    if (!state) throw new Error('a frame without records');
    const known = build === this.build ? this.indices.get(field.frame) : undefined;
    const index = known ?? build.binary('sub', build.load(this.word, state.count), constantInt(this.word, 1), ['nuw', 'nsw']);
    if (build === this.build) this.indices.set(field.frame, index);
    const [buffers, capacity] = [state.buffers.map((buffer) => build.load(pointer, buffer)), build.load(this.word, state.capacity)];
    return this.context.tape.fieldAddress(build, field, { buffers, index, capacity });
  }

  /** What is to be noted on the way from one block to another. */
  onEdge(from: BasicBlock, to: BasicBlock): ((build: Builder) => void) | undefined {
    const { plan } = this.context;
    const { skeleton } = plan;
    if (!skeleton.isLive(to)) return undefined;
    const arrival = plan.predecessorsOf(to);
    const slot = this.arrivals.get(to);
    const left = skeleton.loopsLeft(from, to).filter((loop) => this.counters.has(loop));
    const loop = skeleton.loops.loopOf(to);
    const headed = loop?.header === to ? loop : undefined;
    const counter = headed && this.counters.get(headed);
    const isBack = headed?.blocks.has(from) ?? false;
    const reserved = headed && !isBack ? this.reserved.get(headed) ?? [] : [];
    if (!slot && !counter && left.length === 0 && reserved.length === 0) return undefined;
    return (build) => {
      for (const each of left) {
        this.keepTripCount(each, build);
        this.keepLastChoice(each, build);
      }
      if (reserved.length > 0) this.reserve(reserved, build);
      const choice = headed && !isBack ? this.choices.get(headed) : undefined;
      // Computed, so that a derivative of the derivative sees an integer.
      if (choice) build.store(build.binary('sub', zero(this.word), constantInt(this.word, 1)), choice);
      if (counter) build.store(isBack ? build.binary('add', build.load(this.word, counter), constantInt(this.word, 1)) : zero(this.word), counter);
      if (arrival?.kind === 'recorded' && slot) build.store(constantInt(arrival.field.type as IntegerType, arrival.blocks.indexOf(from)), slot);
    };
  }

  private keepTripCount(loop: Loop, build: Builder): void {
    const trips = this.context.plan.tripsOf(loop);
    const counter = this.counters.get(loop);
    if (trips?.kind === 'recorded' && counter) this.keep(trips.field, build.cast('zext', build.load(this.word, counter), trips.field.type), build);
  }

  private keepLastChoice(loop: Loop, build: Builder): void {
    const choice = this.context.plan.lastChoiceOf(loop);
    const last = this.choices.get(loop);
    if (choice && last) this.keep(choice.field, build.cast('sext', build.load(this.word, last), choice.field.type), build);
  }

  /** The tape as it travels to the reverse sweep. */
  finish(): Value | undefined {
    const { build } = this;
    const { tape, plan } = this.context;
    if (!tape.type) return tape.isBoxed ? zero(pointer) : undefined;
    const parts: [Value, number][] = [];
    for (const field of plan.skeleton.root.fields) {
      const slot = this.slots.get(field);
      if (slot) parts.push([build.load(field.type, slot), tape.positionOf(field)]);
    }
    for (const [frame, state] of this.frames) {
      const start = tape.positionOfFrame(frame);
      const at = start + state.buffers.length;
      state.buffers.forEach((buffer, i) => { parts.push([build.load(pointer, buffer), start + i]); });
      parts.push([build.load(this.word, state.count), at]);
      if (tape.needsCapacity(frame)) parts.push([build.load(this.word, state.capacity), at + 1]);
    }
    return tape.isBoxed ? this.boxed(tape.type, parts) : parts.reduce((all, [part, at]) => build.insertValue(all, part, [at]), poison(tape.type) as Value);
  }

  private boxed(type: StructType, parts: readonly [Value, number][]): Value {
    const { module } = this.target;
    const box = this.build.call(keepFunction(module), [this.graveyard, constantInt(this.word, module.layout.allocSize(type))]);
    for (const [part, at] of parts) this.context.regions.mark(this.build.store(part, fieldOfBox(this.build, type, box, at), this.context.tape.alignmentOf(part.type)), 'tape');
    return box;
  }
}

/** Records to make room for at first, where their number is not known. */
const fewest = 16;
