import { expect, test } from 'vitest';
import { Builder, IntegerType, constantInt, double, i64, i8, integerPredicates, pointer } from '../ir/index.js';
import { parseModule } from '../text/index.js';
import { ControlFlow } from './control-flow.js';
import { DominatorTree } from './dominators.js';
import { type LoopShape, compareIntegers, evaluate, exampleLoop } from './example-loop.testing.js';
import { inductionVariables } from './induction.js';
import { LoopForest } from './loops.js';
import { computeTripCount, constantTripCount, tripCount } from './trip-count.js';

const addition = (step: number, flags: readonly string[] = []): LoopShape['step'] => (builder, phi) =>
  builder.binary('add', phi, constantInt(i64, step), flags);

/** The trip count for given arguments, by the code emitted in the preheader. */
function emitted(shape: LoopShape, ...args: bigint[]): bigint | undefined {
  const { loop, dominators, preheader } = exampleLoop(shape);
  const count = tripCount(loop, dominators);
  return count && evaluate(computeTripCount(new Builder(preheader), count), args);
}

test('for (i = 0; i != n; i++) runs n times', () => {
  const shape: LoopShape = { type: i64, start: constantInt(i64, 0), bound: 'arg1', step: addition(1), predicate: 'ne', testsIncrement: true };
  expect(emitted(shape, 0n, 12n)).toBe(12n);
  const { loop, phi } = exampleLoop(shape);
  expect(inductionVariables(loop).get(phi)).toMatchObject({ step: 1n, kind: 'integer' });
});

test('for (i = 0; i < n; i += 3), left when the comparison is true, with the bound on the left', () => {
  const shape: LoopShape = {
    type: i64, start: 'arg0', bound: 'arg1', step: addition(3, ['nsw']), predicate: 'sle', boundFirst: true, leavesWhenTrue: true, testsIncrement: true,
  };
  expect(emitted(shape, 0n, 10n)).toBe(4n);
  expect(emitted(shape, 0n, 9n)).toBe(3n);
  expect(emitted(shape, 0n, -5n)).toBe(1n);
  expect(emitted({ ...shape, step: addition(3) }, 0n, 10n)).toBeUndefined();
});

test('a pointer that walks over an array of double', () => {
  const shape: LoopShape = {
    type: pointer, start: 'arg0', bound: 'arg1', predicate: 'eq', leavesWhenTrue: true, testsIncrement: true,
    step: (builder, phi) => builder.gep(double, phi, [constantInt(i64, 1)], ['inbounds']),
  };
  expect(emitted(shape, 0x1000n, 0x1040n)).toBe(8n);
  expect(emitted({ ...shape, step: (builder, phi) => builder.gep(i8, phi, [constantInt(i64, 8)]) }, 0x1000n, 0x1040n)).toBeUndefined();
});

test('a step known only at run time', () => {
  const shape: LoopShape = {
    type: i64, start: 'arg0', bound: 'arg1', predicate: 'slt', testsIncrement: true,
    step: (builder, phi, by) => builder.binary('add', by, phi, ['nsw']),
  };
  expect(emitted(shape, 0n, 10n, 4n)).toBe(3n);
  expect(emitted(shape, 10n, 10n, 0n)).toBe(1n);
  expect(emitted({ ...shape, predicate: 'sgt' }, 0n, 10n, 4n)).toBeUndefined();
  const down: LoopShape = { ...shape, predicate: 'sgt', step: (builder, phi, by) => builder.binary('sub', phi, by, ['nsw']) };
  expect(emitted(down, 10n, 0n, 4n)).toBe(3n);
});

test('steps in several parts, and what is no induction variable', () => {
  const twice: LoopShape['step'] = (builder, phi) => builder.binary('sub', builder.binary('add', phi, constantInt(i64, 5)), constantInt(i64, 4));
  expect(emitted({ type: i64, start: 'arg0', bound: 'arg1', predicate: 'ne', step: twice, testsIncrement: true }, 2n, 9n)).toBe(7n);
  const doubling: LoopShape['step'] = (builder, phi) => builder.binary('add', phi, phi);
  expect(inductionVariables(exampleLoop({ type: i64, start: 'arg0', bound: 'arg1', predicate: 'ne', step: doubling }).loop).size).toBe(0);
});

test('samesign lets a signed flag serve an unsigned comparison', () => {
  const shape: LoopShape = { type: i64, start: 'arg0', bound: 'arg1', step: addition(2, ['nsw']), predicate: 'ult', testsIncrement: true };
  expect(emitted(shape, 0n, 7n)).toBeUndefined();
  expect(emitted({ ...shape, flags: ['samesign'] }, 0n, 7n)).toBe(4n);
});

/** A loop over [0, n) whose body leaves early to `early`, under `%c`. */
function countWithEarlyExit(early: string) {
  const fn = parseModule(`
    define void @f(i64 %n, i1 %c) {
    entry:
      br label %head
    head:
      %i = phi i64 [ 0, %entry ], [ %j, %latch ]
      br i1 %c, label %latch, label %early
    latch:
      %j = add nuw nsw i64 %i, 1
      %more = icmp slt i64 %j, %n
      br i1 %more, label %head, label %end
    early:
      ${early}
    end:
      ret void
    }`).functions.get('f')!;
  const cfg = new ControlFlow(fn);
  const dominators = new DominatorTree(cfg);
  return tripCount(new LoopForest(cfg, dominators).loops[0]!, dominators);
}

test('a failed bounds check does not count as an exit, a break does', () => {
  expect(countWithEarlyExit('unreachable')).toMatchObject({ predicate: 'slt', testsIncrement: true });
  expect(countWithEarlyExit('ret void')).toBeUndefined();
});

const bits = 4;
const i4 = new IntegerType(bits);

/** Runs the loop: how often the header runs, `undefined behaviour` if a flag is violated, or `endless`. */
function simulate(start: bigint, bound: bigint, step: bigint, flags: readonly string[], predicate: LoopShape['predicate'], testsIncrement: boolean) {
  let value = start;
  let isPoison = false;
  for (let runs = 1n; runs < 70n; runs++) {
    const nextSigned = BigInt.asIntN(bits, value) + step;
    const nextUnsigned = BigInt.asUintN(bits, value) + BigInt.asUintN(bits, step);
    const nextPoison: boolean = isPoison || (flags.includes('nsw') && BigInt.asIntN(bits, nextSigned) !== nextSigned)
      || (flags.includes('nuw') && BigInt.asUintN(bits, nextUnsigned) !== nextUnsigned);
    const next = BigInt.asUintN(bits, nextUnsigned);
    if (testsIncrement ? nextPoison : isPoison) return 'undefined behaviour';
    if (!compareIntegers(predicate, testsIncrement ? next : value, bound, bits)) return runs;
    value = next;
    isPoison = nextPoison;
  }
  return 'endless';
}

test('every loop over 4-bit integers: the count is right, or there is none', () => {
  let answers = 0;
  for (const step of [1n, 2n, 3n, 7n, -1n, -2n, -3n, -8n]) for (const flags of [[], ['nsw'], ['nuw'], ['nsw', 'nuw']]) {
    for (const predicate of integerPredicates) for (const testsIncrement of [false, true]) {
      const shape: LoopShape = {
        type: i4, start: 'arg0', bound: 'arg1', predicate, testsIncrement,
        step: (builder, phi) => builder.binary('add', phi, constantInt(i4, step), flags),
      };
      const { loop, dominators, preheader } = exampleLoop(shape);
      const count = tripCount(loop, dominators);
      const code = count && computeTripCount(new Builder(preheader), count);
      for (let start = 0n; start < 16n; start++) for (let bound = 0n; bound < 16n; bound++) {
        const truth = simulate(start, bound, step, flags, predicate, testsIncrement);
        if (!code || truth === 'undefined behaviour') continue;
        answers++;
        if (evaluate(code, [start, bound]) !== truth) expect.fail(`${start} ${predicate} ${bound} step ${step} ${flags.join()} ${testsIncrement}: ${truth}`);
      }
    }
  }
  expect(answers).toBeGreaterThan(10_000);
});

test('every constant loop over 4-bit integers, likewise', () => {
  let answers = 0;
  for (const step of [1n, 3n, -1n, -3n]) for (const flags of [[], ['nsw'], ['nuw']]) {
    for (const predicate of integerPredicates) for (const testsIncrement of [false, true]) {
      for (const start of [0n, 1n, 7n, 8n, 15n]) for (let bound = 0n; bound < 16n; bound++) {
        const { loop, dominators } = exampleLoop({
          type: i4, start: constantInt(i4, start), bound: constantInt(i4, bound), predicate, testsIncrement,
          step: (builder, phi) => builder.binary('add', phi, constantInt(i4, step), flags),
        });
        const count = tripCount(loop, dominators);
        const truth = simulate(start, bound, step, flags, predicate, testsIncrement);
        if (!count || truth === 'undefined behaviour') continue;
        answers++;
        expect(constantTripCount(count), `${start} ${predicate} ${bound} step ${step} ${flags.join()} ${testsIncrement}`).toBe(truth);
      }
    }
  }
  expect(answers).toBeGreaterThan(2000);
});
