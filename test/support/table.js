// Builds the test programs (TypeScript) and writes the support table; see table.ts.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
execFileSync(process.execPath, [compiler, '-p', 'tsconfig.test.json'], { stdio: 'inherit' });
const { main } = await import('../../.cache/test/support/table.js');
process.exitCode = main(values.json);
