/**
 * Runs: the alphabet of shapes. A run says what consecutive bytes hold; a list of runs is sorted and does not overlap.
 *
 * Facts are ordered: nothing < padding < opaque < weak < {a float kind, integer, pointer} < conflict. Joining only climbs,
 * so a fact once contradicted never comes back. `opaque` are bytes declared as storage for anything; `weak` is an integer
 * that is only known by how it is computed with (any access or declaration that says otherwise wins); `conflict` are
 * bytes that are claimed to be two things. A float and integers are no such contradiction but `orInteger`: the derivative
 * of what is there is that of a float, or zero. Nor are integers and an address that the program makes an integer itself.
 */
import type { FloatKind } from '../ir/index.js';
import type { Shape } from './shape.js';

export type DataKind = FloatKind | 'integer' | 'pointer';
export type RunKind = DataKind | 'padding' | 'opaque' | 'weak' | 'conflict';

export interface Run {
  readonly offset: number;
  readonly kind: RunKind;
  /** Bytes of one scalar; 1 for integers, padding and conflicts, whose bytes stand alone. */
  readonly size: number;
  readonly count: number;
  /** What a pointer points to. */
  readonly pointee: Shape | undefined;
  /**
   * Of a float: it is one at times, and at others its bytes hold integers, as in a union. Moved, it counts as the float.
   * Of a pointer: it is declared an integer.
   */
  readonly orInteger?: true;
}

export type JoinPointees = (a: Shape | undefined, b: Shape | undefined) => Shape | undefined;

/** The join of all the facts given, in any order and overlapping at will. */
export function joinRuns(runs: readonly Run[], join: JoinPointees): Run[] {
  const pending = [...runs].sort((a, b) => b.offset - a.offset);
  const out: Run[] = [];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const last = out[out.length - 1];
    if (!last || endOf(last) <= next.offset) {
      appendRun(out, next);
      continue;
    }
    out.pop();
    for (const piece of resolve(last, next, join)) insertSorted(pending, piece);
  }
  return out;
}

/** What two descriptions agree on, as for a pointer that is one or the other. A conflict in either stays one. */
export function meetRuns(left: readonly Run[], right: readonly Run[], meet: JoinPointees): Run[] {
  const out: Run[] = [];
  let i = 0;
  let j = 0;
  for (let a = left[i], b = right[j]; a && b; a = left[i], b = right[j]) {
    const from = Math.max(a.offset, b.offset);
    const to = Math.min(endOf(a), endOf(b));
    if (from < to) out.push(...meetPiece(a, b, from, to, meet));
    if (endOf(a) <= endOf(b)) i++; else j++;
  }
  return joinRuns(out, meet);
}

export function endOf(run: Run): number { return run.offset + run.size * run.count; }

export function bytesRun(kind: 'integer' | 'padding' | 'opaque' | 'weak' | 'conflict', offset: number, length: number): Run {
  return { offset, kind, size: 1, count: length, pointee: undefined };
}

export function shiftRuns(runs: readonly Run[], by: number): Run[] {
  return by === 0 ? [...runs] : runs.map((run) => ({ ...run, offset: run.offset + by }));
}

/** The runs between two offsets. A scalar that is not inside as a whole is left out. */
export function clipRuns(runs: readonly Run[], from: number, to: number): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    if (run.offset >= to) break;
    if (endOf(run) <= from) continue;
    const first = Math.max(0, Math.ceil((from - run.offset) / run.size));
    const last = Math.min(run.count, Math.floor((to - run.offset) / run.size));
    if (first < last) out.push(part(run, run.offset + first * run.size, run.offset + last * run.size));
  }
  return out;
}

/** A float kind, integer or pointer, from a source that is to be believed. */
export function isFirm(run: Run): boolean { return rank(run.kind) === 3; }

export function isFloat(run: Run): boolean { return isFirm(run) && run.kind !== 'integer' && run.kind !== 'pointer'; }

/** The place of a kind in the order above. */
export function rank(kind: RunKind): number {
  switch (kind) {
    case 'padding': return 0;
    case 'opaque': return 1;
    case 'weak': return 2;
    case 'conflict': return 4;
    default: return 3;
  }
}

/** The ranges between `from` and `to` that no run covers. */
export function gapsBetween(runs: readonly Run[], from: number, to: number): { readonly from: number; readonly to: number }[] {
  const out: { from: number; to: number }[] = [];
  let at = from;
  for (const run of runs) {
    if (run.offset > at) out.push({ from: at, to: Math.min(run.offset, to) });
    at = Math.max(at, endOf(run));
  }
  if (to > at) out.push({ from: at, to });
  return out.filter((gap) => gap.from < gap.to);
}

/** Adds a run that starts at or after the end of the last one, and joins the two if they are one. */
export function appendRun(runs: Run[], run: Run): void {
  const last = runs[runs.length - 1];
  if (last && endOf(last) === run.offset && last.kind === run.kind && last.size === run.size && isLike(last, run)) {
    runs[runs.length - 1] = { ...last, count: last.count + run.count };
  } else runs.push(run);
}

/** Two overlapping runs, `a` starting first, as pieces that overlap less. */
function resolve(a: Run, b: Run, join: JoinPointees): Run[] {
  const from = b.offset;
  const to = Math.min(endOf(a), endOf(b));
  if (aligned(a, b)) {
    if (isLike(a, b)) return [{ ...a, count: (Math.max(endOf(a), endOf(b)) - a.offset) / a.size }];
    const both = { ...part(a, from, to), ...(b.orInteger && { orInteger: b.orInteger }), pointee: join(a.pointee, b.pointee) };
    return keep([part(a, a.offset, from), both, part(a, to, endOf(a)), part(b, to, endOf(b))]);
  }
  const [winner, loser] = rank(a.kind) > rank(b.kind) ? [a, b] : [b, a];
  if (rank(loser.kind) < rank(winner.kind) && rank(loser.kind) < 3) {
    return keep([winner, part(loser, loser.offset, winner.offset), part(loser, endOf(winner), endOf(loser))]);
  }
  // What is doubted is the whole of every scalar that is touched.
  const start = Math.min(scalarStart(a, from), scalarStart(b, from));
  const end = Math.max(scalarEnd(a, to), scalarEnd(b, to));
  const scalar = [a, b].find((run) => isFloat(run) || (run.kind === 'pointer' && run.orInteger));
  return keep([
    scalar && (a.kind === 'integer' || b.kind === 'integer') ? orInteger(part(scalar, start, end)) : bytesRun('conflict', start, end - start),
    part(a, a.offset, start), part(a, end, endOf(a)), part(b, b.offset, start), part(b, end, endOf(b)),
  ]);
}

function meetPiece(a: Run, b: Run, from: number, to: number, meet: JoinPointees): Run[] {
  if (aligned(a, b)) return [{ ...part(a, from, to), ...(b.orInteger && { orInteger: b.orInteger }), pointee: a.pointee === b.pointee ? a.pointee : meet(a.pointee, b.pointee) }];
  if (isIntegral(a) && isIntegral(b)) return [bytesRun('weak', from, to - from)];
  if (a.kind !== 'conflict' && b.kind !== 'conflict') return []; // one or the other: nothing holds for both
  const start = Math.min(scalarStart(a, from), scalarStart(b, from));
  return [bytesRun('conflict', start, Math.max(scalarEnd(a, to), scalarEnd(b, to)) - start)];
}

/** Whether two runs of one kind say the same. */
function isLike(a: Run, b: Run): boolean { return a.pointee === b.pointee && a.orInteger === b.orInteger; }

export function orInteger(run: Run): Run { return { ...run, orInteger: true }; }

export function isIntegral(run: Run): boolean { return run.kind === 'integer' || run.kind === 'weak'; }

export function aligned(a: Run, b: Run): boolean {
  return a.kind === b.kind && a.size === b.size && (b.offset - a.offset) % a.size === 0;
}

/** The scalars of `run` between two of its scalar boundaries. Empty when `from >= to`. */
function part(run: Run, from: number, to: number): Run {
  const start = Math.max(from, run.offset);
  return { ...run, offset: start, count: (Math.min(to, endOf(run)) - start) / run.size };
}

function keep(runs: readonly Run[]): Run[] { return runs.filter((run) => run.count > 0); }

/** Start of the scalar that holds the byte at `offset`, or the run's own start. */
function scalarStart(run: Run, offset: number): number {
  return run.offset + Math.floor(Math.max(0, offset - run.offset) / run.size) * run.size;
}

/** End of the scalar that holds the byte before `offset`. */
function scalarEnd(run: Run, offset: number): number {
  return run.offset + Math.ceil((Math.min(offset, endOf(run)) - run.offset) / run.size) * run.size;
}

/** `pending` is sorted from the largest offset to the smallest. */
function insertSorted(pending: Run[], run: Run): void {
  let at = pending.length;
  while (at > 0 && (pending[at - 1]?.offset ?? Infinity) < run.offset) at--;
  pending.splice(at, 0, run);
}
