/** Every function of the table through the whole tool: forward and reverse, double and float, at each level. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { levels, ribozyme, run, withFolder } from '../support/tool.js';
import { generateMathProgram } from './generate.js';

const passed = { status: 0, stderr: '' };

describe('every function of the table, differentiated and run', () => {
  it.each(levels)('at -%s', async (level) => {
    await withFolder(async (folder) => {
      const [source, extras, program] = ['math.c', 'extras.o', 'math'].map((name) => join(folder, name)) as [string, string, string];
      writeFileSync(source, generateMathProgram());
      // The functions that the C library lacks are compiled apart: the tool must not see their bodies.
      expect(await run('clang-22', ['-O1', '-w', '-c', 'test/math/extras.c', '-o', extras])).toMatchObject(passed);
      expect(await ribozyme(['clang-22', `-${level}`, '-w', source, extras, '-lm', '-o', program], { timeout: 200 })).toMatchObject(passed);
      expect(await run(program, [])).toEqual({ status: 0, stdout: 'OK math\n', stderr: '' });
    });
  });
});
