/** Every function of the table through the whole tool: forward and reverse, double and float, at each level; and twice. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Level, type Outcome, levels, ribozyme, run, withFolder } from '../support/tool.js';
import { generateMathProgram } from './generate.js';
import { generateSecondDerivatives } from './second-derivatives.js';

describe('every function of the table, differentiated and run', () => {
  it.each(levels)('at -%s', async (level) => {
    expect(await compiledAndRun(generateMathProgram(), level)).toEqual({ status: 0, stdout: 'OK math\n', stderr: '' });
  });
  it('twice', async () => {
    expect(await compiledAndRun(generateSecondDerivatives(), 'O2')).toEqual({ status: 0, stdout: 'OK second\n', stderr: '' });
  });
});

function compiledAndRun(text: string, level: Level): Promise<Outcome> {
  return withFolder(async (folder) => {
    const [source, extras, program] = ['math.c', 'extras.o', 'math'].map((name) => join(folder, name)) as [string, string, string];
    writeFileSync(source, text);
    // The functions that the C library lacks are compiled apart: the tool must not see their bodies.
    const apart = await run('clang-22', ['-O1', '-w', '-c', 'test/math/extras.c', '-o', extras]);
    if (apart.status !== 0) return apart;
    const built = await ribozyme(['clang-22', `-${level}`, '-w', source, extras, '-lm', '-o', program], { timeout: 200 });
    return built.status === 0 ? run(program, []) : built;
  });
}
