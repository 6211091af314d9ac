/** The adjoints of values: one accumulator each (in each lane), in a stack slot that LLVM turns into a register. */
import type { Activity } from '../activity/index.js';
import {
  type Builder, type DataLayout, type Instruction, type Type, type Value, constantInt, containsFloat, i32, i8, isFloatOrFloatVector, isInstruction, sameType,
  typeAtPath, zero,
} from '../ir/index.js';
import type { TypeInfo } from '../types/index.js';
import { LaneMap, type Lanes } from './lanes.js';
import { numberIn, numbersOf } from './registers.js';
import { refuse } from './refuse.js';
import { adjointType } from './types.js';

export class Adjoints {
  private readonly slots: LaneMap<Value, { address: Value; type: Type }>;

  /** `setUp` stands in the entry block, where slots are made; `build` where code goes. */
  constructor(private readonly build: Builder, private readonly setUp: Builder, private readonly activity: Activity, private readonly types: TypeInfo, lanes: Lanes) {
    this.slots = new LaneMap(lanes);
  }

  /** @throws Diagnostic if it cannot be told what the bits of an integer are. */
  typeOf(value: Value): Type {
    const type = adjointType(value, this.types, this.layout);
    if (type) return type;
    throw this.unknownType(value);
  }

  private unknownType(value: Value): Error {
    const at = isInstruction(value) ? value : [...value.uses][0]?.user;
    return at ? refuse('unknownValueType', { type: value.type.text }, at) : new Error('an active value that nothing uses');
  }

  private get layout(): DataLayout { return this.build.module.layout; }

  /** Adds to the adjoint of an active value; for others there is nothing to do. */
  add(value: Value, delta: Value, path: readonly number[] = []): void {
    if (!this.activity.isActive(value)) return;
    const slot = this.slotOf(value);
    const address = path.length === 0 ? slot.address
      : this.build.gep(slot.type, slot.address, [0, ...path].map((index) => constantInt(i32, index)), ['inbounds']);
    const type = typeAtPath(slot.type, path);
    if (sameType(delta.type, type) || (isFloatOrFloatVector(delta.type) && isFloatOrFloatVector(type))) addToMemory(this.build, address, this.fitting(delta, type));
    else for (const number of numbersOf(delta.type, this.layout)) this.addAt(value, address, type, number.offset, numberIn(this.build, delta, number));
  }

  /** Adds an aggregate that is zero at `path`, whatever the value has there. */
  addOthers(value: Value, delta: Value, path: readonly number[]): void {
    if (!this.activity.isActive(value)) return;
    const { address, type } = this.slotOf(value);
    if (sameType(delta.type, type)) addToMemory(this.build, address, delta);
    else for (const number of numbersOf(delta.type, this.layout)) if (!path.every((step, depth) => number.path[depth] === step)) this.addAt(value, address, type, number.offset, numberIn(this.build, delta, number));
  }

  /** Adds to the number that is `offset` bytes from the start of the value. */
  addNumber(value: Value, offset: number, delta: Value): void {
    if (!this.activity.isActive(value)) return;
    const { address, type } = this.slotOf(value);
    this.addAt(value, address, type, offset, delta);
  }

  /** @throws Diagnostic if the adjoint has no such number there: it would be lost. */
  private addAt(value: Value, address: Value, type: Type, offset: number, delta: Value): void {
    const isThere = numbersOf(type, this.layout).some((number) => number.offset === offset && sameType(number.type, delta.type));
    if (!isThere) throw this.unknownType(value);
    addToMemory(this.build, this.build.gep(i8, address, [constantInt(i32, offset)], ['inbounds']), delta);
  }

  /** The adjoint as it stands; zero from then on, for the value's previous instance. */
  take(value: Value): Value {
    const slot = this.slotOf(value);
    const taken = this.build.load(slot.type, slot.address);
    this.build.store(zero(slot.type), slot.address);
    return taken;
  }

  read(value: Value): Value {
    const slot = this.slotOf(value);
    return this.build.load(slot.type, slot.address);
  }

  /** The same bits as the numbers that the target counts. */
  private fitting(delta: Value, type: Type): Value {
    return sameType(delta.type, type) ? delta : this.build.cast('bitcast', delta, type);
  }

  private slotOf(value: Value): { address: Value; type: Type } {
    const known = this.slots.get(value);
    if (known) return known;
    const type = this.typeOf(value);
    const address = this.setUp.alloca(type);
    this.setUp.store(zero(type), address);
    const slot = { address, type };
    this.slots.set(value, slot);
    return slot;
  }
}

/** Adjoints may be summed up in any order, and a sum that begins with zero is what is added first. */
const sumFlags = ['reassoc', 'nsz', 'contract'];

/** `*address += delta`, for numbers and for the numbers in aggregates. `mark` is called with each load and store. */
export function addToMemory(build: Builder, address: Value, delta: Value, alignment?: number, mark?: (access: Instruction) => void): void {
  const { type } = delta;
  if (!containsFloat(type)) return;
  const count = type.kind === 'struct' ? type.fields.length : type.kind === 'array' ? type.length : undefined;
  if (count === undefined) {
    const had = build.load(type, address, alignment);
    const store = build.store(build.binary('fadd', had, delta, sumFlags), address, alignment);
    mark?.(had);
    mark?.(store);
    return;
  }
  for (let i = 0; i < count; i++) {
    const part = build.extractValue(delta, [i]);
    addToMemory(build, build.gep(type, address, [constantInt(i32, 0), constantInt(i32, i)], ['inbounds']), part, 1, mark);
  }
}
