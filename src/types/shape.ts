/**
 * Shapes: immutable descriptions of bytes, of a value or of the memory from an address on. Offsets may be negative: what
 * lies before the address.
 *
 * Invariant: within one `Shapes`, equal content is one object (hash-consing), so comparing is `===` and every operation
 * on shapes can be remembered by their numbers. Shapes of named types (`struct node`) are given by name and read when
 * somebody looks inside, which is how a type can contain a pointer to itself.
 */
import { type JoinPointees, type Run, appendRun, clipRuns, endOf, isFirm, isFloat, joinRuns, rank, shiftRuns } from './runs.js';

/**
 * A pattern that repeats: an instance begins at `phase + k * period` for each integer k, and holds `runs` (offsets from
 * there, all inside one period). It is known between `start` (inclusive) and `end`; a scalar that is not inside as a
 * whole is not known.
 */
export interface Tail {
  readonly phase: number;
  readonly period: number;
  readonly start: number;
  readonly end: number;
  readonly runs: readonly Run[];
}

export interface Content { readonly runs: readonly Run[]; readonly tail: Tail | undefined }

export class Shape {
  private content: Content | undefined;
  constructor(readonly id: number, private readonly read: () => Content,
    /** The name of a type that is described by name. */
    readonly name?: string) {}

  get runs(): readonly Run[] { return this.inside.runs; }
  get tail(): Tail | undefined { return this.inside.tail; }
  get inside(): Content {
    return (this.content ??= this.read());
  }
}

/** More scalars than this in one list are not told apart: the rest is unknown. */
export const scalarLimit = 4096;

/** The shapes of one analysis, by content and by name. */
export class ShapeTable {
  private readonly byContent = new Map<string, Shape>();
  private readonly byName = new Map<string, Shape>();
  private count = 0;
  readonly empty = this.intern({ runs: [], tail: undefined });

  intern(content: Content): Shape {
    const key = contentKey(content);
    const known = this.byContent.get(key);
    if (known) return known;
    const shape = new Shape(this.count++, () => content);
    this.byContent.set(key, shape);
    return shape;
  }

  /** The shape called `name`; `read` is asked for its content at most once, when it is first looked at. */
  named(name: string, read: () => Content): Shape {
    const known = this.byName.get(name);
    if (known) return known;
    const shape = new Shape(this.count++, read, name);
    this.byName.set(name, shape);
    return shape;
  }

  get size(): number { return this.count; }
}

/**
 * The canonical form of facts given as runs and a pattern. Where the pattern is contradicted after its first instance,
 * it ends there (a pointer to the first member of a struct is declared as a pointer to an array of them); contradicted
 * within its first instance or its declared bounds, the bytes are in conflict. Runs that the pattern implies are left out.
 */
export function normalize(runs: readonly Run[], tail: Tail | undefined, join: JoinPointees): Content {
  if (!tail || tail.runs.length === 0 || tail.start >= tail.end) return { runs, tail: undefined };
  let cut = reduce(tail);
  const extra: Run[] = [];
  for (const run of runs) {
    for (const piece of againstTail(run, cut, join)) {
      const other = piece.contradicted;
      if (!other) extra.push(piece.run);
      else if (isUnbounded(cut) && run.offset >= firstInstanceEnd(cut)) {
        cut = { ...cut, end: other.offset };
        extra.push(piece.run);
      } else if (isUnbounded(cut) && run.offset < 0 && !Number.isFinite(cut.start)) {
        cut = { ...cut, start: endOf(other) };
        extra.push(piece.run);
      } else if (isFloat(other) ? run.kind === 'integer' : isFloat(run) && other.kind === 'integer') extra.push(other, piece.run);
      else extra.push({ ...other, kind: 'conflict', count: other.size * other.count, size: 1, pointee: undefined }, piece.run);
    }
  }
  const kept = joinRuns(extra, join);
  return cut.start < cut.end ? { runs: kept, tail: cut } : { runs: kept, tail: undefined };
}

/** What the pattern says between two offsets, as runs. */
export function tailWindow(tail: Tail, from: number, to: number): Run[] {
  const low = Math.max(from, tail.start);
  const high = Math.min(to, tail.end);
  if (low >= high) return [];
  const [only] = tail.runs;
  if (only && tail.runs.length === 1 && only.size * only.count === tail.period) {
    // One scalar fills the period: a single run, however long.
    const first = tail.phase + Math.ceil((low - tail.phase) / only.size) * only.size;
    const count = Math.floor((high - first) / only.size);
    return count > 0 ? [{ ...only, offset: first, count }] : [];
  }
  const out: Run[] = [];
  let at = tail.phase + Math.floor((low - tail.phase) / tail.period) * tail.period;
  for (; at < high && out.length < scalarLimit; at += tail.period) {
    for (const run of clipRuns(shiftRuns(tail.runs, at), low, high)) appendRun(out, run);
  }
  return out;
}

export function isUnbounded(tail: Tail): boolean { return tail.end === Infinity; }

/** The same pattern with another phase that is congruent to it. */
export function rephase(tail: Tail, phase: number): Tail { return { ...tail, phase: modulo(phase, tail.period) }; }

export function modulo(value: number, by: number): number { return ((value % by) + by) % by; }

/** A pattern of equal scalars has their size as its period, and the phase is less than the period. */
function reduce(tail: Tail): Tail {
  const [only] = tail.runs;
  const period = only && tail.runs.length === 1 && only.offset === 0 && only.size * only.count === tail.period ? only.size : tail.period;
  const phase = modulo(tail.phase, period);
  if (period === tail.period && phase === tail.phase) return tail;
  return { ...tail, period, phase, runs: period === tail.period || !only ? tail.runs : [{ ...only, count: 1 }] };
}

function firstInstanceEnd(tail: Tail): number {
  return (Number.isFinite(tail.start) ? Math.max(0, tail.start) : 0) + tail.period;
}

interface Piece { readonly run: Run; readonly contradicted: Run | undefined }

/** The parts of a run that the pattern does not imply, each with the scalars of the pattern that it contradicts. */
function againstTail(run: Run, tail: Tail, join: JoinPointees): Piece[] {
  const out: Piece[] = [];
  let rest = [run];
  for (const said of tailWindow(tail, run.offset - tail.period, endOf(run) + tail.period)) {
    const next: Run[] = [];
    for (const piece of rest) {
      if (endOf(said) <= piece.offset || said.offset >= endOf(piece)) {
        next.push(piece);
        continue;
      }
      const verdict = compare(piece, said, join);
      if (verdict === 'contradicts') out.push({ run: piece, contradicted: scalarsTouched(said, piece) });
      else if (verdict === 'adds') next.push(piece);
      else next.push(...clipRuns([piece], piece.offset, said.offset), ...clipRuns([piece], endOf(said), endOf(piece)));
    }
    rest = next;
  }
  return [...rest.map((piece) => ({ run: piece, contradicted: undefined })), ...out];
}

function compare(run: Run, said: Run, join: JoinPointees): 'implied' | 'adds' | 'contradicts' {
  const strength = rank(run.kind);
  if (strength < 3 && strength < rank(said.kind)) return 'implied';
  if (said.orInteger && run.kind === 'integer') return 'implied';
  if (said.kind === 'integer' && run.kind === 'pointer' && run.orInteger) return 'adds';
  if (run.kind === said.kind && run.size === said.size && (run.offset - said.offset) % run.size === 0) {
    if (run.orInteger && !said.orInteger) return 'adds';
    return run.pointee === said.pointee || join(run.pointee, said.pointee) === said.pointee ? 'implied' : 'adds';
  }
  return !isFirm(said) || run.kind === 'conflict' ? 'adds' : 'contradicts';
}

function scalarsTouched(said: Run, by: Run): Run {
  const first = Math.floor((Math.max(by.offset, said.offset) - said.offset) / said.size);
  const last = Math.ceil((Math.min(endOf(by), endOf(said)) - said.offset) / said.size);
  return { ...said, offset: said.offset + first * said.size, count: last - first };
}

function contentKey({ runs, tail }: Content): string {
  const list = (all: readonly Run[]): string => all.map((r) => `${r.offset}${r.kind}${r.orInteger ? '?' : ''}${r.count}${r.pointee ? `>${r.pointee.id}` : ''}`).join(' ');
  return tail ? `${list(runs)}|${tail.phase}/${tail.period}[${tail.start},${tail.end})${list(tail.runs)}` : list(runs);
}
