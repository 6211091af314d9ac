// Builds the test programs (TypeScript) and runs the generator; see main.ts for the options.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';

const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
execFileSync(process.execPath, [compiler, '-p', 'tsconfig.test.json'], { stdio: 'inherit' });
const { main } = await import('../../.cache/test/generator/main.js');
process.exitCode = await main(process.argv.slice(2));
