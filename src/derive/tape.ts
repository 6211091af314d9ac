/**
 * The tape of one activation of a differentiated function: the fields of the root frame, and for every other frame with
 * fields the address of its records and how many there are. A recursive function's tape is on the heap, since its type
 * would contain itself; others travel as values.
 */
import { type Module, StructType, type Type, pointer } from '../ir/index.js';
import type { Field, Frame, Plan } from '../plan/index.js';
import { wordType } from './types.js';

export class TapeLayout {
  /** Frames other than the root that have fields. */
  readonly frames: readonly Frame[];
  /** The record of each frame; of the root, its fields alone. */
  private readonly records = new Map<Frame, { type: StructType; position: Map<Field, number> }>();
  /** The whole tape, or undefined if nothing is kept. */
  readonly type: StructType | undefined;

  constructor(private readonly module: Module, plan: Plan, readonly isBoxed: boolean) {
    const { root, frames } = plan.skeleton;
    for (const frame of frames) this.records.set(frame, this.arrange(frame));
    this.frames = frames.filter((frame) => !frame.isRoot && frame.fields.length > 0);
    const parts: Type[] = [...this.recordType(root).fields, ...this.frames.flatMap(() => [pointer, wordType(module)])];
    this.type = parts.length > 0 ? new StructType(parts) : undefined;
  }

  /** The type of the value that stands for the tape between the sweeps. */
  get carrierType(): Type | undefined { return this.type && (this.isBoxed ? pointer : this.type); }

  recordType(frame: Frame): StructType { return this.record(frame).type; }

  /** The position of a field in the record of its frame, which for the root is that in the tape. */
  positionOf(field: Field): number {
    const position = this.record(field.frame).position.get(field);
    if (position === undefined) throw new Error('a field of another plan');
    return position;
  }

  /** Where in the tape the address of a frame's records is; their number comes next. */
  positionOfFrame(frame: Frame): number {
    const [root] = [...this.records.keys()].filter((each) => each.isRoot);
    const before = root ? this.recordType(root).fields.length : 0;
    return before + 2 * this.frames.indexOf(frame);
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
    return { type: new StructType(sorted.map((field) => field.type)), position: new Map(sorted.map((field, i) => [field, i])) };
  }
}
