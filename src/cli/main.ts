#!/usr/bin/env -S node --stack-size=3900
/** The `ribozyme` command: finds out which subcommand is meant, and loads only that. */
import { readFileSync } from 'node:fs';
import { Diagnostic } from '../diagnostics/index.js';
import { exitCodes } from './exit.js';
import { generalHelp, help } from './help.js';
import { choosePlanPolicy } from './plan-policy.js';
import { reportError } from './report.js';
import { startTimeReport, timeReport } from './time-report.js';

type Command = (words: readonly string[]) => Promise<number>;

const commands: Record<string, () => Promise<Command>> = {
  opt: async () => (await import('./opt.js')).optCommand,
  run: async () => (await import('./run.js')).runCommand,
  grad: async () => (await import('./grad.js')).gradCommand,
  check: async () => (await import('./check.js')).checkCommand,
  explain: async () => (await import('./explain.js')).explainCommand,
  doctor: async () => (await import('./doctor.js')).doctorCommand,
};

async function main([first, ...rest]: readonly string[]): Promise<number> {
  if (first === '--time-report') {
    startTimeReport();
    return main(rest);
  }
  if (first === '--plan') {
    choosePlanPolicy(rest[0]);
    return main(rest.slice(1));
  }
  if (first === undefined) return say(generalHelp, exitCodes.usage);
  if (first === '--help' || first === '-h' || first === 'help') return say(help[rest[0] ?? ''] ?? generalHelp);
  if (first === '--version' || first === '-V') return say(`ribozyme ${version()}\n`);
  const load = Object.hasOwn(commands, first) ? commands[first] : undefined;
  if (load) return rest.some((word) => word === '--help' || word === '-h') && !isForeign(first, rest) ? say(help[first] ?? generalHelp) : (await load())(rest);
  const { compileCommand, isCompilerName } = await import('./compile.js');
  if (isCompilerName(first)) return compileCommand([first, ...rest]);
  const known = [...Object.keys(commands), 'clang', 'clang++'].join(', ');
  throw new Diagnostic('badUsage', { message: `there is no command \`${first}\`; there are ${known}`, command: 'help' });
}

/** After the program of `run`, `--help` is the program's own. */
function isForeign(command: string, words: readonly string[]): boolean {
  const program = words.findIndex((word) => !word.startsWith('-'));
  return command === 'run' && program >= 0 && words.slice(0, program).every((word) => word !== '--help' && word !== '-h');
}

function say(text: string, exitCode: number = exitCodes.ok): number {
  (exitCode === exitCodes.ok ? process.stdout : process.stderr).write(text);
  return exitCode;
}

function version(): string {
  const about: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return typeof about === 'object' && about !== null && 'version' in about ? String(about.version) : 'unknown';
}

// A reader that goes away (`ribozyme opt ... | head`) ends us quietly, as it ends other tools.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.ok);
  throw error;
});
choosePlanPolicy('cheapest'); // where the command runs again in one process
process.exitCode = await main(process.argv.slice(2)).catch(reportError);
process.stderr.write(timeReport() ?? '');
