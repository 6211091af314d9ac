/**
 * How often a loop runs, where one comparison of an induction variable with a loop-invariant bound decides it.
 *
 * The variable takes the values first, first + step, ... at the tests; the loop goes round once for each test passed.
 * With distance = |bound - first| and stride = |step|, the tests passed are distance / stride for `!=`,
 * ceil(distance / stride) for `<`, floor(distance / stride) + 1 for `<=` (and mirrored when counting down). That holds
 * only if the variable does not wrap around before the loop ends: `isWrapFree` lists the reasons we accept.
 */
import {
  type Builder, type CompareInstruction, type ConstantInt, type IntegerPredicate, type Value, IntegerType, constantInt, i64,
} from '../ir/index.js';
import { moduleOf } from './addresses.js';
import type { DominatorTree } from './dominators.js';
import { type InductionVariable, inductionVariables, isLoopInvariant } from './induction.js';
import type { Loop, LoopExit } from './loops.js';

export interface TripCount {
  readonly variable: InductionVariable;
  /** Whether the variable is tested after the step (`++i < n`) or before it. */
  readonly testsIncrement: boolean;
  /** The loop goes on while `tested predicate bound`. */
  readonly predicate: IntegerPredicate;
  readonly bound: Value;
  /** The exit that the test guards. Others end in `unreachable` (a failed bounds check): who takes them never returns. */
  readonly exit: LoopExit;
  /** Of the variable, or of the pointer when seen as an integer. */
  readonly bits: number;
}

/** The trip count as an expression, where it is provably right for every run that leaves the loop and returns. */
export function tripCount(loop: Loop, dominators: DominatorTree): TripCount | undefined {
  const exits = loop.exits.filter((exit) => exit.to.terminator?.kind !== 'unreachable');
  const [exit] = exits;
  if (!exit || exits.length > 1 || !loop.latches.every((latch) => dominators.dominates(exit.from, latch))) return undefined;
  const branch = exit.from.terminator;
  if (branch?.kind !== 'br' || branch.condition?.kind !== 'compare' || branch.condition.opcode !== 'icmp') return undefined;
  const staysWhenTrue = branch.successors[1] === exit.to;
  const test = testOf(branch.condition, loop);
  if (!test) return undefined;
  const predicate = staysWhenTrue ? test.predicate : inverse[test.predicate];
  const bits = bitsOf(test.variable);
  if (bits === undefined || bits > 64) return undefined;
  const sameSign = branch.condition.flags.includes('samesign') ? [otherSign[predicate]] : [];
  return [predicate, ...sameSign].map((p): TripCount => ({ ...test, predicate: p, exit, bits })).find(isWrapFree);
}

/** Emits the number of times the header runs when the loop is entered, as `i64`. Its values are available in the preheader. */
export function computeTripCount(builder: Builder, count: TripCount): Value {
  return builder.binary('add', computeBackEdgeCount(builder, count), constantInt(i64, 1));
}

/** The same without the first time: how often the loop goes round. */
export function computeBackEdgeCount(builder: Builder, count: TripCount): Value {
  return testsPassed(count, emitting(builder, count));
}

/** The trip count when start, step and bound are constants. */
export function constantTripCount(count: TripCount): bigint | undefined {
  const { start, step } = count.variable;
  if (start.kind !== 'int' || count.bound.kind !== 'int' || typeof step !== 'bigint') return undefined;
  return testsPassed(count, evaluating(count.bits)) + 1n;
}

function testOf(compare: CompareInstruction, loop: Loop): Pick<TripCount, 'variable' | 'testsIncrement' | 'predicate' | 'bound'> | undefined {
  const predicate = compare.predicate as IntegerPredicate; // of an icmp
  for (const variable of inductionVariables(loop).values()) {
    for (const [side, other, seen] of [[0, 1, predicate], [1, 0, mirrored[predicate]]] as const) {
      const tested = compare.operand(side);
      const bound = compare.operand(other);
      if ((tested !== variable.phi && tested !== variable.increment) || !isLoopInvariant(bound, loop)) continue;
      return { variable, testsIncrement: tested === variable.increment, predicate: seen, bound };
    }
  }
  return undefined;
}

function bitsOf({ phi }: InductionVariable): number | undefined {
  if (phi.type.kind === 'integer') return phi.type.bits;
  const layout = moduleOf(phi)?.layout;
  return phi.type.kind === 'pointer' && layout ? layout.pointerSize(phi.type.addressSpace) * 8 : undefined;
}

/** Whether the tested values go straight from `first` past the bound, or anything else would be undefined behaviour. */
function isWrapFree({ variable, predicate, bound, bits }: TripCount): boolean {
  const { step } = variable;
  if (predicate === 'eq') return typeof step === 'bigint';
  if (predicate === 'ne') {
    // A step of one meets every value; a longer one that misses the bound must wrap, which yields poison.
    return typeof step === 'bigint' && (step === 1n || step === -1n || variable.noSignedWrap || variable.noUnsignedWrap);
  }
  const isDown = predicate.includes('g');
  if (typeof step === 'bigint' ? step < 0n !== isDown : variable.kind === 'pointer' || variable.isSubtracted !== isDown) return false;
  const isSigned = predicate.startsWith('s');
  if (isSigned ? variable.noSignedWrap : neverWrapsUnsigned(variable)) return true;
  if (typeof step !== 'bigint') return false;
  // Without flags, the value after the last that passes must still be representable.
  const stride = step < 0n ? -step : step;
  if (predicate.endsWith('t') && stride === 1n) return true;
  if (bound.kind !== 'int') return false;
  const last = BigInt.asUintN(bits, isSigned ? bound.value + (1n << BigInt(bits - 1)) : bound.value);
  const slack = isDown ? last : (1n << BigInt(bits)) - 1n - last;
  return slack >= stride - (predicate.endsWith('t') ? 1n : 0n);
}

/** Counting up from a non-negative constant without signed wrap-around stays below the unsigned one too. */
function neverWrapsUnsigned({ noUnsignedWrap, noSignedWrap, start, step }: InductionVariable): boolean {
  return noUnsignedWrap || (noSignedWrap && typeof step === 'bigint' && step > 0n && start.kind === 'int' && start.value >= 0n);
}

/** The operations the formula needs: once over constants, once emitting instructions. Values have the variable's width. */
interface Arithmetic<T> {
  value(value: Value | bigint): T;
  add(a: T, b: T): T;
  subtract(a: T, b: T): T;
  holds(predicate: IntegerPredicate, a: T, b: T): T;
  select(condition: T, whenTrue: T, whenFalse: T): T;
  /** To 64 bits, unsigned; counts have that width. */
  widen(a: T): T;
  count(n: bigint): T;
  divide(a: T, b: T): T;
}

function testsPassed<T>(count: TripCount, on: Arithmetic<T>): T {
  const { variable, predicate, testsIncrement } = count;
  const { step, isSubtracted } = variable;
  const isDown = typeof step === 'bigint' ? step < 0n : isSubtracted;
  const size = on.value(typeof step === 'bigint' && step < 0n ? -step : step);
  const move = isDown ? on.subtract : on.add;
  const start = on.value(variable.start);
  const first = testsIncrement ? move(start, size) : start;
  const bound = on.value(count.bound);
  if (predicate === 'eq') return on.select(on.holds('eq', first, bound), on.count(1n), on.count(0n));

  const distance = on.widen(isDown ? on.subtract(first, bound) : on.subtract(bound, first));
  // A step of zero or against the direction never ends the loop, unless no test passes; then any stride will do.
  const isForward = predicate.startsWith('s') ? 'sgt' : 'ne';
  const stride = typeof step === 'bigint' ? on.widen(size)
    : on.select(on.holds(isForward, size, on.value(0n)), on.widen(size), on.count(1n));
  if (predicate === 'ne') return on.divide(distance, stride);
  const one = on.count(1n);
  const isStrict = predicate.endsWith('t');
  const passed = on.add(on.divide(isStrict ? on.subtract(distance, one) : distance, stride), one);
  return on.select(on.holds(predicate, first, bound), passed, on.count(0n));
}

function emitting(builder: Builder, { bits }: TripCount): Arithmetic<Value> {
  const type = new IntegerType(bits);
  const asInteger = (value: Value | bigint): Value => {
    if (typeof value === 'bigint') return constantInt(type, value);
    return value.type.kind === 'pointer' ? builder.cast('ptrtoint', value, type) : value;
  };
  return {
    value: asInteger,
    add: (a, b) => builder.binary('add', a, b),
    subtract: (a, b) => builder.binary('sub', a, b),
    holds: (predicate, a, b) => builder.icmp(predicate, a, b),
    select: (condition, a, b) => builder.select(condition, a, b),
    widen: (a) => builder.cast('zext', a, i64),
    count: (n) => constantInt(i64, n),
    divide: (a, b) => (b.kind === 'int' && b.value === 1n ? a : builder.binary('udiv', a, b)),
  };
}

/** Numbers are unsigned; those of the variable's width are reduced where that matters, by `widen` and `holds`. */
function evaluating(bits: number): Arithmetic<bigint> {
  const signed = (n: bigint): bigint => BigInt.asIntN(bits, n);
  const unsigned = (n: bigint): bigint => BigInt.asUintN(bits, n);
  return {
    value: (value) => (typeof value === 'bigint' ? value : (value as ConstantInt).value),
    add: (a, b) => BigInt.asUintN(64, a + b),
    subtract: (a, b) => BigInt.asUintN(64, a - b),
    holds: (predicate, a, b) => {
      const [x, y] = predicate.startsWith('s') ? [signed(a), signed(b)] : [unsigned(a), unsigned(b)];
      const result = predicate === 'eq' ? x === y : predicate === 'ne' ? x !== y
        : (predicate.includes('l') ? x < y : x > y) || (predicate.endsWith('e') && x === y);
      return result ? 1n : 0n;
    },
    select: (condition, a, b) => (condition !== 0n ? a : b),
    widen: unsigned,
    count: (n) => n,
    divide: (a, b) => a / b,
  };
}

const inverse: Record<IntegerPredicate, IntegerPredicate> = {
  eq: 'ne', ne: 'eq', ult: 'uge', uge: 'ult', ugt: 'ule', ule: 'ugt', slt: 'sge', sge: 'slt', sgt: 'sle', sle: 'sgt',
};
const mirrored: Record<IntegerPredicate, IntegerPredicate> = {
  eq: 'eq', ne: 'ne', ult: 'ugt', ugt: 'ult', ule: 'uge', uge: 'ule', slt: 'sgt', sgt: 'slt', sle: 'sge', sge: 'sle',
};
/** The same relation in the other signedness: equivalent when both sides have the same sign. */
const otherSign: Record<IntegerPredicate, IntegerPredicate> = {
  eq: 'eq', ne: 'ne', ult: 'slt', ugt: 'sgt', ule: 'sle', uge: 'sge', slt: 'ult', sgt: 'ugt', sle: 'ule', sge: 'uge',
};
