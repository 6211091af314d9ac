/** The operations on shapes. Each result is remembered, so that repeating one costs a table look-up. */
import {
  type DataKind, type Run, bytesRun, clipRuns, endOf, isFirm, isFloat, isIntegral, joinRuns, meetRuns, orInteger, rank, shiftRuns,
} from './runs.js';
import {
  type Content, type Shape, type Tail, ShapeTable, isUnbounded, modulo, normalize, rephase, scalarLimit, tailWindow,
} from './shape.js';

/** Pointers inside pointers inside ...: what lies deeper is forgotten, unless a named type says it. */
const depthLimit = 5;

export class Shapes {
  readonly table = new ShapeTable();
  readonly empty = this.table.empty;
  private readonly memo = new Map<string, Shape>();
  private readonly depths = new Map<number, number>();
  private readonly inProgress = new Set<string>();

  constructor(private readonly sizeOf: (kind: DataKind) => number) {}

  /** One scalar at offset 0. For integers, `size` bytes. */
  scalar(kind: DataKind | 'weak', size?: number, pointee?: Shape): Shape {
    return this.of([this.scalarRun(kind, size, pointee)]);
  }

  scalarRun(kind: DataKind | 'weak', size?: number, pointee?: Shape): Run {
    if (kind === 'integer' || kind === 'weak') return bytesRun(kind, 0, size ?? 1);
    return { offset: 0, kind, size: size ?? this.sizeOf(kind), count: 1, pointee: pointee === this.empty ? undefined : pointee };
  }

  pointerTo(pointee: Shape, size?: number): Shape { return this.scalar('pointer', size, this.withDepth(pointee, depthLimit - 1)); }

  /** Any facts, in any order. */
  of(runs: readonly Run[], tail?: Tail): Shape { return this.table.intern(this.content(runs, tail)); }

  content(runs: readonly Run[], tail?: Tail): Content {
    return normalize(joinRuns(runs, this.joinPointees), tail, this.joinPointees);
  }

  /** The pattern `runs`, each `period` bytes from `start` to `end`. */
  repeating(runs: readonly Run[], period: number, start = 0, end = Infinity): Shape {
    const phase = Number.isFinite(start) ? modulo(start, period) : 0;
    return this.of([], { runs: clipRuns(joinRuns(runs, this.joinPointees), 0, period), period, phase, start, end });
  }

  /** What the pointer at the start of `shape` points to. */
  pointeeOf(shape: Shape): Shape {
    const first = shape.runs.find((run) => run.offset === 0 && run.kind === 'pointer');
    return first?.pointee ?? this.empty;
  }

  /** Both hold. */
  join(a: Shape, b: Shape): Shape {
    if (a === b || b === this.empty) return a;
    if (a === this.empty) return b;
    const [first, second] = a.id < b.id ? [a, b] : [b, a];
    return this.remember(`j${first.id},${second.id}`, () => {
      const joined = this.joinContent(first.inside, second.inside);
      // Keep names where the other side adds nothing: they are what makes recursive types finite.
      for (const side of [first, second]) {
        if (side.name !== undefined && this.table.intern(joined) === this.table.intern(side.inside)) return side;
      }
      return this.table.intern(joined);
    }, first);
  }

  joinAll(shapes: Iterable<Shape>): Shape {
    let all = this.empty;
    for (const shape of shapes) all = this.join(all, shape);
    return all;
  }

  /** What holds whichever of the two it is. */
  meet(a: Shape, b: Shape): Shape {
    if (a === b) return a;
    if (a === this.empty || b === this.empty) return this.empty;
    const [first, second] = a.id < b.id ? [a, b] : [b, a];
    return this.remember(`m${first.id},${second.id}`, () => this.meetContent(first, second), this.empty);
  }

  /**
   * The same for a value that is moved: a float in one stays where the other has integers, if only in a part of its bytes. (Should
   * there be a number in the rest, and active, its own type must say so: that of its adjoint is asked for.)
   */
  either(a: Shape, b: Shape): Shape {
    if (a === b) return a;
    const [first, second] = a.id < b.id ? [a, b] : [b, a];
    return this.remember(`e${first.id},${second.id}`, () => this.join(this.meet(a, b), this.of([...floatsBeside(a.runs, b.runs), ...floatsBeside(b.runs, a.runs)])), this.empty);
  }

  /** Seen from `by` bytes further back: what was at offset 0 is at `by`. */
  shift(shape: Shape, by: number): Shape {
    if (by === 0 || shape === this.empty) return shape;
    return this.remember(`s${shape.id},${by}`, () => this.table.intern({
      runs: shiftRuns(shape.runs, by),
      tail: shape.tail && rephase({ ...shape.tail, start: shape.tail.start + by, end: shape.tail.end + by }, shape.tail.phase + by),
    }), shape);
  }

  /** What is known of the bytes between two offsets. */
  clip(shape: Shape, from: number, to: number): Shape {
    if (shape === this.empty) return shape;
    return this.remember(`c${shape.id},${from},${to}`, () => {
      // Of less than one period nothing repeats: what is left is part of a struct, and may be part of another one.
      if (shape.tail && to - from < shape.tail.period) return this.of(this.window(shape, from, to));
      const tail = shape.tail && { ...shape.tail, start: Math.max(shape.tail.start, from), end: Math.min(shape.tail.end, to) };
      return this.of(clipRuns(shape.runs, from, to), tail);
    }, shape);
  }

  /** The bytes of a value: what is known between two offsets, the pattern written out. */
  part(shape: Shape, from: number, to: number): Shape {
    if (shape === this.empty) return shape;
    return this.remember(`v${shape.id},${from},${to}`, () => this.of(this.window(shape, from, to)), shape);
  }

  /** The runs between two offsets, the pattern written out. */
  window(shape: Shape, from: number, to: number): Run[] {
    const runs = clipRuns(shape.runs, from, to);
    return shape.tail ? joinRuns([...runs, ...tailWindow(shape.tail, from, to)], this.joinPointees) : runs;
  }

  /**
   * The memory at `p`, when `shape` is at `p + i * stride` for some unknown i: each instance is like the others.
   * `count` is the number of elements where it is declared. Facts that do not fit the stride say that it is not the distance of elements.
   */
  fold(shape: Shape, stride: number, count = Infinity): Shape {
    if (shape === this.empty || stride <= 0) return this.empty;
    return this.remember(`f${shape.id},${stride},${count}`, () => {
      if (shape.tail?.period === stride && isUnbounded(shape.tail) && shape.runs.length === 0) return shape;
      const source = shape.tail ? this.firstInstance(shape) : shape;
      const folded: Run[] = [];
      let start = Infinity;
      for (const run of this.window(source, -scalarLimit, scalarLimit)) {
        const first = modulo(run.offset, stride);
        if (first + run.size * run.count > stride && (run.size === 1 || stride % run.size !== 0 || first + run.size > stride)) {
          if (isFirm(run)) return this.empty; // an odd stride: the difference of two pointers, say
          continue;
        }
        folded.push({ ...run, offset: first, count: Math.min(run.count, Math.floor((stride - first) / run.size)) });
        start = Math.min(start, run.offset);
      }
      const joined = joinRuns(folded, this.joinPointees);
      const isDoubted = joined.some((run) => run.kind === 'conflict') || (joined.some((run) => run.orInteger) && !folded.some((run) => run.orInteger));
      if (isDoubted || joined.length === 0) return this.empty;
      return this.of([], { runs: joined, period: stride, phase: 0, start: Math.min(start, 0) < 0 ? 0 : start, end: stride * count });
    }, this.empty);
  }

  /**
   * What is at `p + i * stride` for an unknown i, when `shape` is at `p`: the pattern, if the stride respects it. (That an
   * array begins at `p` does not follow: the optimiser adds constant offsets after variable ones.)
   */
  walked(shape: Shape, stride: number): Shape {
    const { tail } = shape;
    if (!tail || stride <= 0 || stride % tail.period !== 0) return this.empty;
    const start = tail.start <= 0 ? -Infinity : tail.start;
    return this.remember(`w${shape.id}`, () => this.of([], { ...tail, start, end: Infinity }), this.empty);
  }

  /** For a pointer: a pattern that begins before it goes on to the front without end. */
  widened(shape: Shape): Shape {
    const memory = this.pointeeOf(shape);
    const { tail } = memory;
    if (!tail || tail.start >= 0 || !Number.isFinite(tail.start)) return shape;
    return this.pointerTo(this.of(memory.runs.filter((run) => run.offset >= 0), { ...tail, start: -Infinity }));
  }

  /** Without what repetition promises beyond the first instance: what an inner array says about the struct around it. */
  firstInstance(shape: Shape): Shape {
    const { tail } = shape;
    if (!tail || !isUnbounded(tail)) return shape;
    const start = Number.isFinite(tail.start) ? tail.start : tail.phase === 0 ? 0 : tail.phase - tail.period;
    return this.of([...shape.runs, ...tailWindow(tail, start, start + tail.period)]);
  }

  readonly joinPointees = (a: Shape | undefined, b: Shape | undefined): Shape | undefined => {
    const joined = this.join(a ?? this.empty, b ?? this.empty);
    return joined === this.empty ? undefined : joined;
  };

  private readonly meetPointees = (a: Shape | undefined, b: Shape | undefined): Shape | undefined => {
    const met = this.meet(a ?? this.empty, b ?? this.empty);
    return met === this.empty ? undefined : met;
  };

  private joinContent(a: Content, b: Content): Content {
    if (!a.tail || !b.tail) return this.content([...a.runs, ...b.runs], a.tail ?? b.tail);
    const [small, large] = a.tail.period <= b.tail.period ? [a.tail, b.tail] : [b.tail, a.tail];
    const runs = [...a.runs, ...b.runs];
    if (large.period % small.period === 0) {
      const start = Math.min(small.start, large.start);
      const end = Math.max(small.end, large.end);
      const widened = this.over(small, large);
      if (small.period === large.period || this.fits(widened, large.runs)) {
        return this.content(runs, { ...large, runs: joinRuns([...widened, ...large.runs], this.joinPointees), start, end });
      }
    }
    // The smaller pattern is that of the first member, seen as an array: only its first instance is a fact.
    const first = Math.max(0, Number.isFinite(small.start) ? small.start : 0);
    return this.content([...runs, ...tailWindow(small, first, first + small.period)], large);
  }

  /** One period of the larger pattern, as the smaller one (whose period divides it) fills it. */
  private over(small: Tail, large: Tail): Run[] {
    const everywhere = { ...small, start: -Infinity, end: Infinity };
    return shiftRuns(tailWindow(everywhere, large.phase, large.phase + large.period), -large.phase);
  }

  /** Whether the smaller pattern says nothing else than the larger where both say something, nor leads elsewhere. */
  private fits(widened: readonly Run[], large: readonly Run[]): boolean {
    return widened.every((run) => large.every((other) => endOf(run) <= other.offset || endOf(other) <= run.offset
      || (run.kind === other.kind && run.size === other.size && (run.offset - other.offset) % run.size === 0
        && this.oneAddsToTheOther(run.pointee, other.pointee))));
  }

  private oneAddsToTheOther(a: Shape | undefined, b: Shape | undefined): boolean {
    const both = this.joinPointees(a, b);
    return both === a || both === b;
  }

  private meetContent(a: Shape, b: Shape): Shape {
    const runs: Run[] = [];
    for (const [one, other] of [[a, b], [b, a]] as const) {
      for (const run of one.runs) {
        runs.push(...meetRuns([run], this.window(other, run.offset, endOf(run)), this.meetPointees));
      }
    }
    const tail = a.tail && b.tail ? this.meetTails(a.tail, b.tail) : undefined;
    return this.of(runs, tail);
  }

  private meetTails(a: Tail, b: Tail): Tail | undefined {
    const [small, large] = a.period <= b.period ? [a, b] : [b, a];
    if (large.period % small.period !== 0) return undefined;
    const runs = meetRuns(this.over(small, large), large.runs, this.meetPointees);
    return { ...large, runs, start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
  }

  private withDepth(shape: Shape, limit: number): Shape {
    if (this.depthOf(shape) <= limit) return shape;
    if (limit <= 0) return this.empty;
    return this.remember(`d${shape.id},${limit}`, () => {
      const shallow = (run: Run): Run => {
        const pointee = run.pointee && this.withDepth(run.pointee, limit - 1);
        return { ...run, pointee: pointee === this.empty ? undefined : pointee };
      };
      return this.of(shape.runs.map(shallow), shape.tail && { ...shape.tail, runs: shape.tail.runs.map(shallow) });
    }, this.empty);
  }

  private depthOf(shape: Shape): number {
    if (shape === this.empty) return 0;
    if (shape.name !== undefined) return 1;
    const known = this.depths.get(shape.id);
    if (known !== undefined) return known;
    let depth = 1;
    for (const run of [...shape.runs, ...(shape.tail?.runs ?? [])]) {
      if (run.pointee) depth = Math.max(depth, 1 + this.depthOf(run.pointee));
    }
    this.depths.set(shape.id, depth);
    return depth;
  }

  /** Two recursive types that meet each other again while being compared: `meanwhile` stands for the answer. */
  private remember(key: string, compute: () => Shape, meanwhile: Shape): Shape {
    const known = this.memo.get(key);
    if (known) return known;
    if (this.inProgress.has(key)) return meanwhile;
    this.inProgress.add(key);
    const shape = compute();
    this.inProgress.delete(key);
    this.memo.set(key, shape);
    return shape;
  }
}

/** The floats among `runs` where `others` have integers and nothing else. */
function floatsBeside(runs: readonly Run[], others: readonly Run[]): Run[] {
  return runs.filter(isFloat)
    .flatMap((run) => Array.from({ length: run.count }, (_, i) => orInteger({ ...run, offset: run.offset + i * run.size, count: 1 })))
    .filter((scalar) => {
      const there = others.filter((other) => other.offset < endOf(scalar) && endOf(other) > scalar.offset);
      return there.some(isIntegral) && there.every((other) => isIntegral(other) || rank(other.kind) < 2);
    });
}
