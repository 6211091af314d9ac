/**
 * The tape of one activation of a differentiated function: the fields of the root frame, and for every other frame with
 * fields the address of its records, how many there are, and how many fit. A small tape travels as a value, which becomes registers when
 * both sweeps are inlined. A recursive function's tape is on the heap, since its type would contain itself, and so is one
 * of many fields.
 */
import type { Loop } from '../analysis/index.js';
import { type Builder, type Module, StructType, type Type, type Value, constantInt, i32, i8, pointer } from '../ir/index.js';
import type { Field, Frame, Plan } from '../plan/index.js';
import { wordType } from './types.js';

export class TapeLayout {
  /** Frames other than the root that have fields. */
  readonly frames: readonly Frame[];
  /** The record of each frame; of the root, its fields alone. */
  private readonly records = new Map<Frame, { type: StructType; position: Map<Field, number> }>();
  /** The whole tape, or undefined if nothing is kept. */
  readonly type: StructType | undefined;

  /** Whether the tape is in memory, and a pointer to it travels. */
  readonly isBoxed: boolean;

  constructor(private readonly module: Module, plan: Plan, isRecursive: boolean) {
    const { root, frames } = plan.skeleton;
    for (const frame of frames) this.records.set(frame, this.arrange(frame));
    this.frames = frames.filter((frame) => !frame.isRoot && frame.fields.length > 0);
    const parts: Type[] = [...this.recordType(root).fields, ...this.frames.flatMap(() => [pointer, wordType(module), wordType(module)])];
    this.type = parts.length > 0 ? this.struct(parts, plan.skeleton.fn.name) : undefined;
    this.isBoxed = isRecursive || parts.length > largestValue;
  }

  /** The type of the value that stands for the tape between the sweeps. */
  get carrierType(): Type | undefined { return this.isBoxed ? pointer : this.type; }

  recordType(frame: Frame): StructType { return this.record(frame).type; }

  /** The position of a field in the record of its frame, which for the root is that in the tape. */
  positionOf(field: Field): number {
    const position = this.record(field.frame).position.get(field);
    if (position === undefined) throw new Error('a field of another plan');
    return position;
  }

  /** The frames whose records are made room for all at once where the loop is entered, in one piece of memory. */
  reservedAt(loop: Loop): readonly Frame[] { return this.frames.filter((frame) => isByField(frame) && frame.reservation?.loop === loop); }

  /** Whether the frame's records are the first in their piece of memory, which is to be freed. */
  isOwner(frame: Frame): boolean { return !isByField(frame) || !frame.reservation || this.reservedAt(frame.reservation.loop)[0] === frame; }

  /** The bytes of one record. */
  recordSize(frame: Frame): number {
    const { layout } = this.module;
    if (!isByField(frame)) return layout.allocSize(this.recordType(frame));
    return this.recordType(frame).fields.reduce((sum, type) => sum + layout.allocSize(type), 0);
  }

  /**
   * The address of a field in a record. Where room for all records is made at once, the values of one field follow each
   * other, which suits vector instructions; where the room grows, those of one record do.
   */
  fieldAddress(build: Builder, field: Field, { buffer, index, capacity }: { buffer: Value; index: Value; capacity: Value }): Value {
    const type = this.recordType(field.frame);
    const position = this.positionOf(field);
    if (!isByField(field.frame)) return build.gep(type, buffer, [index, constantInt(i32, position)], ['inbounds']);
    const before = type.fields.slice(0, position).reduce((sum, each) => sum + this.module.layout.allocSize(each), 0);
    const start = before === 0 ? buffer
      : build.gep(i8, buffer, [build.binary('mul', capacity, constantInt(wordType(this.module), before), ['nuw', 'nsw'])], ['inbounds']);
    return build.gep(field.type, start, [index], ['inbounds']);
  }

  /** Where in the tape the address of a frame's records is; how many there are and how many fit comes next. */
  positionOfFrame(frame: Frame): number {
    const [root] = [...this.records.keys()].filter((each) => each.isRoot);
    const before = root ? this.recordType(root).fields.length : 0;
    return before + 3 * this.frames.indexOf(frame);
  }

  private record(frame: Frame): { type: StructType; position: Map<Field, number> } {
    const record = this.records.get(frame);
    if (!record) throw new Error('a frame of another plan');
    return record;
  }

  /** The widest fields first, so that no padding is needed between them. */
  private arrange(frame: Frame): { type: StructType; position: Map<Field, number> } {
    const { layout } = this.module;
    const sorted = [...frame.fields].sort((a, b) => layout.abiAlignment(b.type) - layout.abiAlignment(a.type) || a.index - b.index);
    return { type: this.struct(sorted.map((field) => field.type), `${frame.leader?.parent.name ?? ''}.record`), position: new Map(sorted.map((field, i) => [field, i])) };
  }

  /** Long structs get a name, so that the text of the module does not repeat them with every access. */
  private struct(fields: readonly Type[], base: string): StructType {
    if (fields.length <= 8) return new StructType(fields);
    let name = `${base}.tape`;
    for (let i = 1; this.module.structs.has(name); i++) name = `${base}.tape.${i}`;
    const type = new StructType(fields, false, name);
    this.module.structs.set(name, type);
    return type;
  }
}

function isByField(frame: Frame): boolean { return frame.reservation?.isOnce ?? false; }

/** Tapes of more fields than this are kept in memory. */
const largestValue = 32;

/** The address of a field of a tape in memory. */
export function fieldOfBox(build: Builder, type: StructType, box: Value, position: number): Value {
  return build.gep(type, box, [constantInt(i32, 0), constantInt(i32, position)], ['inbounds']);
}
