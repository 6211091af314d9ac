import { describe, expect, it } from 'vitest';
import { judge } from './verdict.js';

const component = { label: 'x', argument: 'x', forward: 2, reverse: 2, finiteDifferences: 2, uncertainty: 1e-10 };

describe('the verdict on a derivative', () => {
  it.each([
    ['all agree', {}, 'ok'],
    ['reverse is wrong', { reverse: 2.1 }, 'mismatch'],
    ['forward is wrong', { forward: 2.1 }, 'mismatch'],
    ['both are wrong in the same way', { forward: 2.1, reverse: 2.1 }, 'mismatch'],
    ['a gradient is silently zero', { forward: 0, reverse: 0 }, 'mismatch'],
    ['rounding', { forward: 2 + 1e-14, finiteDifferences: 2 + 1e-8 }, 'ok'],
    ['finite differences do not converge', { finiteDifferences: 2.5, uncertainty: 1 }, 'unsure'],
    ['finite differences fail', { finiteDifferences: NaN, uncertainty: Infinity }, 'unsure'],
    ['far outside even a large uncertainty', { finiteDifferences: 50, uncertainty: 1 }, 'mismatch'],
    ['NaN in one mode', { reverse: NaN }, 'mismatch'],
    ['infinite everywhere', { forward: Infinity, reverse: Infinity, finiteDifferences: Infinity, uncertainty: NaN }, 'unsure'],
  ])('%s', (_, change, outcome) => expect(judge({ ...component, ...change }, 1e-6)).toBe(outcome));
});
