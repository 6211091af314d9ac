/**
 * The tape of one activation of a differentiated function: the fields of the root frame, and for every other frame with
 * fields the addresses of what its records consist of, how many records there are, and, where that says where their parts
 * are, how many fit. A small tape travels as a value, which becomes registers when both sweeps are inlined. A recursive
 * function's tape is on the heap, since its type would contain itself, and so is one of many fields.
 */
import type { Loop } from '../analysis/index.js';
import { type Builder, type Module, StructType, type Type, type Value, constantInt, i32, i8, pointer, scalarType } from '../ir/index.js';
import type { Field, Frame, Plan } from '../plan/index.js';
import { wordType } from './types.js';

/**
 * Fields whose values are in one piece of memory: of a frame that grows, all; of one that is made room for at once, those
 * of one kind, so that a derivative of the derivative knows what that memory holds.
 */
export interface Piece {
  readonly frame: Frame;
  readonly kind: string;
  readonly fields: readonly Field[];
  /** The bytes that one record has there. */
  readonly size: number;
}

export class TapeLayout {
  /** Frames other than the root that have fields. */
  readonly frames: readonly Frame[];
  /** The record of each frame; of the root, its fields alone. */
  private readonly records = new Map<Frame, { type: StructType; position: Map<Field, number> }>();
  private readonly pieces = new Map<Frame, readonly Piece[]>();
  /** The whole tape, or undefined if nothing is kept. */
  readonly type: StructType | undefined;

  /** Whether the tape is in memory, and a pointer to it travels. */
  readonly isBoxed: boolean;

  constructor(private readonly module: Module, plan: Plan, readonly isRecursive: boolean) {
    const { root, frames } = plan.skeleton;
    for (const frame of frames) this.records.set(frame, this.arrange(frame));
    this.frames = frames.filter((frame) => !frame.isRoot && frame.fields.length > 0);
    for (const frame of this.frames) this.pieces.set(frame, this.piecesFor(frame));
    const parts: Type[] = [...this.recordType(root).fields, ...this.frames.flatMap((frame) => this.partsOf(frame))];
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

  piecesOf(frame: Frame): readonly Piece[] { return this.pieces.get(frame) ?? []; }

  /** Whether the reverse sweep must know how many records fit, to find the values of the second field in a piece. */
  needsCapacity(frame: Frame): boolean { return isByField(frame) && this.piecesOf(frame).some(({ fields }) => fields.length > 1); }

  private partsOf(frame: Frame): Type[] {
    const word = wordType(this.module);
    return [...this.piecesOf(frame).map(() => pointer), word, ...(this.needsCapacity(frame) ? [word] : [])];
  }

  /** What is made room for all at once where the loop is entered: pieces of a kind share one allocation. */
  reservedAt(loop: Loop): readonly (readonly Piece[])[] {
    const pieces = this.frames.filter((frame) => isByField(frame) && frame.reservation?.loop === loop).flatMap((frame) => this.piecesOf(frame));
    return [...new Set(pieces.map(({ kind }) => kind))].map((kind) => pieces.filter((piece) => piece.kind === kind));
  }

  /** Whether the piece is the first in an allocation of its own, which is to be freed. */
  isOwner(piece: Piece): boolean {
    const { reservation } = piece.frame;
    if (!isByField(piece.frame)) return true;
    return !this.isRecursive && reservation !== undefined && this.reservedAt(reservation.loop).some(([first]) => first === piece);
  }

  /**
   * The address of a field in a record. Where room for all records is made at once, the values of one field follow each
   * other, which suits vector instructions; where the room grows, those of one record do.
   */
  fieldAddress(build: Builder, field: Field, { buffers, index, capacity }: { buffers: readonly Value[]; index: Value; capacity: Value | undefined }): Value {
    const at = this.piecesOf(field.frame).findIndex(({ fields }) => fields.includes(field));
    const [piece, buffer] = [this.piecesOf(field.frame)[at], buffers[at]];
    if (!piece || !buffer) throw new Error('a field of another plan');
    if (!isByField(field.frame)) return build.gep(this.recordType(field.frame), buffer, [index, constantInt(i32, this.positionOf(field))], ['inbounds']);
    const before = piece.fields.slice(0, piece.fields.indexOf(field)).reduce((sum, { type }) => sum + this.module.layout.allocSize(type), 0);
    const start = before === 0 || !capacity ? buffer
      : build.gep(i8, buffer, [build.binary('mul', capacity, constantInt(wordType(this.module), before), ['nuw', 'nsw'])], ['inbounds']);
    return build.gep(field.type, start, [index], ['inbounds']);
  }

  /** What accesses of that type may rely on: wide vectors ask for more than allocators give. */
  alignmentOf(type: Type): number {
    const { layout } = this.module;
    return Math.min(layout.abiAlignment(type), 2 * layout.pointerSize());
  }

  /** Where in the tape the addresses of a frame's pieces are; how many records there are comes next, and how many fit. */
  positionOfFrame(frame: Frame): number {
    const [root] = [...this.records.keys()].filter((each) => each.isRoot);
    const before = root ? this.recordType(root).fields.length : 0;
    return this.frames.slice(0, this.frames.indexOf(frame)).reduce((sum, each) => sum + this.partsOf(each).length, before);
  }

  private piecesFor(frame: Frame): readonly Piece[] {
    const { layout } = this.module;
    if (!isByField(frame)) return [{ frame, kind: 'records', fields: frame.fields, size: layout.allocSize(this.recordType(frame)) }];
    const sizeOf = (fields: readonly Field[]): number => fields.reduce((sum, { type }) => sum + layout.allocSize(type), 0);
    const kinds = new Map<string, Field[]>();
    for (const field of frame.fields) kinds.set(kindOf(field, this.frames), [...kinds.get(kindOf(field, this.frames)) ?? [], field]);
    return [...kinds].map(([kind, fields]) => ({ frame, kind, fields, size: sizeOf(fields) }));
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

/** Of numbers of one type, and of small integers, more is not to be known; pointers, and what may be anything, stay apart. */
function kindOf({ type, frame, index }: Field, frames: readonly Frame[]): string {
  const scalar = scalarType(type);
  const isPlain = scalar.kind === 'float' || (scalar.kind === 'integer' && scalar.bits < 16);
  return isPlain ? type.text : `${type.text} of field ${frames.indexOf(frame)}.${index}`;
}

function isByField(frame: Frame): boolean { return frame.reservation?.isOnce ?? false; }

/** Tapes of more fields than this are kept in memory. */
const largestValue = 32;

/** The address of a field of a tape in memory. */
export function fieldOfBox(build: Builder, type: StructType, box: Value, position: number): Value {
  return build.gep(type, box, [constantInt(i32, 0), constantInt(i32, position)], ['inbounds']);
}
