/** How often things happen in one call of a function, as formulas: iterations of loops, records of frames. */
import { type Loop, type SourceLocation, type TripCount, tripCount } from '../analysis/index.js';
import { type BinaryInstruction, type Value, isCall, isInstruction } from '../ir/index.js';
import type { Factor, Frame, Guard, Skeleton } from '../plan/index.js';
import { type Formula, add, constant, constantOf, divide, extreme, multiply, print, scale, subtract, variable, variablesOf, withoutQuotient } from './formula.js';
import type { SourceNames } from './names.js';
import { placeOfBlock, placeOfLoop } from './places.js';

/** A product; a factor that comes out negative stands for a loop that is not entered, and counts as zero. */
export interface Count {
  readonly factors: readonly Formula[];
  /** Whether it is what the program does, rather than a limit: conditions in the loops may leave iterations out. */
  readonly isExact: boolean;
}

export class Counts {
  constructor(private readonly skeleton: Skeleton, private readonly names: SourceNames) {}

  /** The records of a frame over one call: iterations of its loop. What is not known in advance is a variable of its own. */
  of(frame: Frame): Count {
    if (frame.isRoot) return { factors: [], isExact: true };
    const { loop, reservation } = frame;
    if (!loop) return this.unknown(`executions(line ${this.placeOf(frame)})`);
    const factors = reservation?.factors.map((factor) => this.ofFactor(factor));
    if (!reservation || !factors?.every((factor) => factor !== undefined)) return this.ofEachEntry(loop) ?? this.iterationsOf(loop);
    const isExact = reservation.factors.every(({ guards }, index) => guards.every((guard) => this.saysThat(factors[index], guard)));
    if (reservation.isOnce) return { factors, isExact };
    return this.forEachEntry(reservation.loop, { factors, isExact }) ?? this.iterationsOf(loop);
  }

  /** What an iteration of the frame's loop is called. */
  unitOf(frame: Frame): string {
    if (frame.isRoot) return 'call';
    return `${frame.loop ? 'iteration of the loop' : 'execution of the block'} at line ${this.placeOf(frame)}`;
  }

  private ofEachEntry(loop: Loop): Count | undefined {
    const own = tripCount(loop, this.skeleton.dominators);
    const factor = own && this.ofFactor({ count: own, guards: [] });
    return factor && this.forEachEntry(loop, { factors: [factor], isExact: true });
  }

  /** A count that is the same whenever the loop is entered, times the iterations around it. */
  private forEachEntry(loop: Loop, { factors, isExact }: Count): Count | undefined {
    if (!loop.parent) return { factors, isExact };
    const names = new Set(factors.flatMap(variablesOf));
    for (let around: Loop | undefined = loop.parent; around; around = around.parent) {
      const changing = [...around.blocks].flatMap((block) => block.instructions).map((each) => this.names.variableOf(each));
      if (changing.some((name) => name !== undefined && names.has(name))) return undefined;
    }
    const outer = this.of(this.skeleton.frameOfLoop(loop.parent));
    const entersAlways = loop.entering.every((block) => loop.parent?.latches.every((latch) => this.skeleton.dominators.dominates(block, latch)));
    return { factors: [...outer.factors, ...factors], isExact: isExact && outer.isExact && entersAlways };
  }

  private iterationsOf(loop: Loop): Count { return this.unknown(`iterations(line ${this.placeOf(this.skeleton.frameOfLoop(loop))})`); }

  /** The line of the loop or block, with the column where another one is on the same line. */
  private placeOf(frame: Frame): string {
    const place = startOf(frame);
    if (!place) return '?';
    const isShared = this.skeleton.frames.some((other) => other !== frame && other.leader && startOf(other)?.line === place.line);
    return isShared ? `${place.line}:${place.column}` : String(place.line);
  }

  private unknown(name: string): Count { return { factors: [variable(name)], isExact: true }; }

  private ofFactor({ count }: Factor): Formula | undefined {
    const passed = this.testsPassed(count);
    return passed && add(passed, constant(1));
  }

  /** Whether the condition is that the loop has an iteration, and nothing more. */
  private saysThat(iterations: Formula | undefined, { condition, isMet }: Guard): boolean {
    if (condition.kind !== 'compare' || condition.opcode !== 'icmp' || !iterations) return false;
    const [a, b] = [this.valueOf(condition.operand(0)), this.valueOf(condition.operand(1))];
    const predicate = condition.predicate.replace(/^[us]/, '');
    if (!a || !b) return false;
    // Met if the difference is positive.
    const differences: Readonly<Record<string, Formula>> = {
      gt: subtract(a, b), lt: subtract(b, a), ge: add(subtract(a, b), constant(1)), le: add(subtract(b, a), constant(1)),
    };
    const found = differences[isMet ? predicate : inverse[predicate] ?? ''];
    const wanted = print(withoutQuotient(iterations));
    const isNonzero = predicate === (isMet ? 'ne' : 'eq') && print(subtract(a, b)) === wanted;
    return isNonzero || (found !== undefined && print(found) === wanted);
  }

  /** As in `trip-count.ts`, for a loop that is entered. */
  private testsPassed({ variable: induction, testsIncrement, predicate, bound }: TripCount): Formula | undefined {
    const step = typeof induction.step === 'bigint' ? Number(induction.step) : undefined;
    const [start, end] = [this.valueOf(induction.start), this.valueOf(bound)];
    if (step === undefined || !start || !end || predicate === 'eq') return undefined;
    const first = testsIncrement ? add(start, constant(step)) : start;
    const distance = step < 0 ? subtract(first, end) : subtract(end, first);
    const stride = Math.abs(step);
    if (variablesOf(distance).some((name) => name.startsWith('&'))) return undefined;
    if (predicate === 'ne') return divide(distance, stride);
    return predicate.endsWith('t') ? add(divide(subtract(distance, constant(1)), stride), constant(1)) : add(divide(distance, stride), constant(1));
  }

  /** An integer, or an address in bytes, in variables of the program; addresses of objects are `&` variables, which must cancel. */
  private valueOf(value: Value): Formula | undefined {
    if (value.kind === 'int') return constant(Number(value.value));
    const name = this.names.variableOf(value);
    return (isInstruction(value) ? this.composed(value) : undefined) ?? (name === undefined ? undefined : variable(value.type.kind === 'pointer' ? `&${name}` : name));
  }

  private composed(value: Value): Formula | undefined {
    if (!isInstruction(value)) return undefined;
    const operand = (index: number): Formula | undefined => this.valueOf(value.operand(index));
    if (isCall(value)) {
      const kind = /^llvm\.[su](max|min)\./.exec(value.calledFunction?.name ?? '')?.[1];
      const parts = value.args.map((arg) => this.valueOf(arg));
      return (kind === 'max' || kind === 'min') && parts.every((part) => part !== undefined) ? extreme(kind, parts) : undefined;
    }
    switch (value.kind) {
      case 'cast': return ['zext', 'sext', 'trunc'].includes(value.opcode) ? operand(0) : undefined;
      case 'freeze': return operand(0);
      case 'binary': return arithmetic(value, operand(0), operand(1));
      case 'getelementptr': return this.address(value.base, value.indices, value.elementType.kind === 'array' ? undefined : this.skeleton.fn.module.layout.allocSize(value.elementType));
      default: return undefined;
    }
  }

  private address(base: Value, indices: readonly Value[], size: number | undefined): Formula | undefined {
    const [index, ...others] = indices;
    const [from, by] = [this.valueOf(base), index && this.valueOf(index)];
    return from && by && size !== undefined && others.length === 0 ? add(from, scale(by, size)) : undefined;
  }
}

function startOf({ loop, leader }: Frame): SourceLocation | undefined { return loop ? placeOfLoop(loop) : leader && placeOfBlock(leader); }

const inverse: Readonly<Record<string, string>> = { gt: 'le', le: 'gt', lt: 'ge', ge: 'lt' };

function arithmetic({ opcode }: BinaryInstruction, a: Formula | undefined, b: Formula | undefined): Formula | undefined {
  const number = b && constantOf(b);
  if (!a || !b) return undefined;
  switch (opcode) {
    case 'add': return add(a, b);
    case 'sub': return subtract(a, b);
    case 'mul': return multiply(a, b);
    case 'shl': return number === undefined ? undefined : scale(a, 2 ** number);
    case 'ashr': case 'lshr': return number === undefined ? undefined : divide(a, 2 ** number);
    case 'sdiv': case 'udiv': return number === undefined || number <= 0 ? undefined : divide(a, number);
    default: return undefined;
  }
}
