/** One lane at a time, and none by accident. */
import { describe, expect, it } from 'vitest';
import { double } from '../ir/index.js';
import { LaneMap, Lanes, packedType } from './lanes.js';

describe('lanes', () => {
  it('are taken one after the other', () => {
    const lanes = new Lanes(3);
    expect(lanes.map(() => lanes.current)).toEqual([0, 1, 2]);
    expect(lanes.in(2, () => lanes.current)).toBe(2);
  });

  it('are never mixed up: outside of them there is none, unless there is only one', () => {
    expect(() => new Lanes(2).current).toThrow('none is the current one');
    expect(new Lanes(1).current).toBe(0);
  });

  it('have maps of their own', () => {
    const lanes = new Lanes(2);
    const map = new LaneMap<string, number>(lanes);
    lanes.each(() => { map.set('x', lanes.current); });
    expect(lanes.map(() => map.get('x'))).toEqual([0, 1]);
  });

  it('are one value where they are kept', () => {
    expect(packedType(double, 1)).toBe(double);
    expect(packedType(double, 4).text).toBe('[4 x double]');
  });
});
