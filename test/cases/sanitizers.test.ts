/** The cases again, where generated code that leaks or touches a byte it does not own is caught. */
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { root } from '../support/tool.js';
import { loadCases } from './case.js';
import { runCase } from './run.js';

describe('cases under AddressSanitizer, UndefinedBehaviorSanitizer and LeakSanitizer', () => {
  for (const testCase of loadCases(join(root, 'test/cases')).filter(({ check }) => check.kind !== 'error')) {
    test.concurrent(testCase.id, async ({ expect }) => {
      const passed = Object.fromEntries(testCase.modes.map((mode) => [mode, 'pass']));
      expect(await runCase(testCase, 'O1', { sanitize: true })).toEqual(passed);
    });
  }
});
