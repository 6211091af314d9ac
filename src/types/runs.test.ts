import { describe, expect, it } from 'vitest';
import { type Run, type RunKind, bytesRun, clipRuns, gapsBetween, joinRuns, meetRuns, orInteger } from './runs.js';

const none = () => undefined;
const scalar = (offset: number, kind: RunKind, size: number, count = 1): Run => ({ offset, kind, size, count, pointee: undefined });
const text = (runs: readonly Run[]): string => runs.map((r) => `${r.offset}:${r.kind}${r.orInteger ? '|integer' : ''}${r.count === 1 ? '' : `x${r.count}`}`).join(' ');
const join = (...runs: Run[]): string => text(joinRuns(runs, none));

describe('joining runs', () => {
  it('keeps what does not overlap, in order, and merges neighbours of a kind', () => {
    expect(join(scalar(8, 'double', 8), scalar(0, 'double', 8), scalar(20, 'float', 4))).toBe('0:doublex2 20:float');
  });

  it('joins equal claims', () => {
    expect(join(scalar(0, 'double', 8, 4), scalar(8, 'double', 8))).toBe('0:doublex4');
  });

  it('makes a conflict of two claims, over every scalar they touch', () => {
    expect(join(scalar(0, 'double', 8, 3), scalar(12, 'float', 4))).toBe('0:double 8:conflictx8 16:double');
    expect(join(scalar(0, 'double', 8), scalar(0, 'pointer', 8))).toBe('0:conflictx8');
    expect(join(scalar(0, 'pointer', 8), bytesRun('integer', 4, 8))).toBe('0:conflictx8 8:integerx4');
  });

  it('takes an address in an integer for one', () => {
    expect(join(orInteger(scalar(0, 'pointer', 8)), bytesRun('integer', 4, 8))).toBe('0:pointer|integer 8:integerx4');
  });

  it('makes a float that may be integers of a float and integers', () => {
    expect(join(scalar(0, 'double', 8, 3), bytesRun('integer', 4, 8))).toBe('0:double|integerx2 16:double');
    expect(join(scalar(0, 'double', 8), bytesRun('integer', 4, 8))).toBe('0:double|integer 8:integerx4');
    expect(join(scalar(0, 'double', 8), bytesRun('integer', 0, 4), scalar(4, 'float', 4))).toBe('0:conflictx8');
  });

  it('lets a firm claim win over weaker ones, byte by byte', () => {
    expect(join(bytesRun('weak', 0, 16), scalar(4, 'float', 4))).toBe('0:weakx4 4:float 8:weakx8');
    expect(join(bytesRun('padding', 0, 8), bytesRun('opaque', 4, 4))).toBe('0:paddingx4 4:opaquex4');
    expect(join(bytesRun('opaque', 0, 8), bytesRun('weak', 0, 4))).toBe('0:weakx4 4:opaquex4');
  });

  it('keeps a conflict whatever comes after', () => {
    expect(join(scalar(0, 'double', 8), scalar(0, 'pointer', 8), scalar(0, 'double', 8))).toBe('0:conflictx8');
  });

  it('does not depend on the order', () => {
    const runs = [scalar(0, 'double', 8, 2), bytesRun('weak', 4, 16), scalar(16, 'float', 4), bytesRun('integer', 12, 2)];
    expect(joinRuns([...runs].reverse(), none)).toEqual(joinRuns(runs, none));
  });
});

describe('meeting runs', () => {
  it('keeps what both say', () => {
    expect(text(meetRuns([scalar(0, 'double', 8, 3)], [scalar(8, 'double', 8, 3)], none))).toBe('8:doublex2');
    expect(text(meetRuns([scalar(0, 'double', 8)], [scalar(0, 'pointer', 8)], none))).toBe('');
    expect(text(meetRuns([bytesRun('integer', 0, 4)], [bytesRun('weak', 0, 8)], none))).toBe('0:weakx4');
  });
});

it('clips to whole scalars', () => {
  expect(text(clipRuns([scalar(0, 'double', 8, 4)], 4, 28))).toBe('8:doublex2');
});

it('finds gaps', () => {
  expect(gapsBetween([scalar(4, 'float', 4), scalar(8, 'double', 8)], 0, 20)).toEqual([{ from: 0, to: 4 }, { from: 16, to: 20 }]);
});
