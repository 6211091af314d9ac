/** Builds marker programs with a plain compiler, against hooks that return zero and touch nothing. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, type Outcome } from './tool.js';

/** Builds, runs, and gives what was printed, with the exit status in the last line. */
export async function linkStubs(sources: readonly string[], flags: readonly string[], folder: string): Promise<string> {
  const objects: string[] = [];
  for (const [index, source] of sources.entries()) {
    objects.push(join(folder, `${index}.o`));
    const compiler = source.endsWith('.cpp') ? 'clang++-22' : 'clang-22';
    await succeed(run(compiler, ['-O1', '-Wno-override-module', ...flags, '-c', source, '-o', objects.at(-1)!]));
  }
  const symbols = await succeed(run('nm', ['--undefined-only', ...objects]));
  const names = new Set([...symbols.stdout.matchAll(/ U (\S*enzyme_\S*)/g)].map((match) => match[1]!));
  const assembly = join(folder, 'stubs.s');
  writeFileSync(assembly, stubs(names));
  const program = join(folder, 'stubbed');
  await succeed(run('clang++-22', [...flags.filter((flag) => flag.startsWith('-fsanitize')), ...objects, assembly, '-o', program, '-lm',
    ...flags.filter((flag) => flag.startsWith('-l'))]));
  const { status, stdout, stderr } = await run(program, []);
  return `${stdout}${stderr}exit status ${status}\n`;
}

function stubs(names: ReadonlySet<string>): string {
  const bodies = [...names].map((name) => {
    const body = name.includes('__enzyme_') ? 'xorl %eax, %eax; pxor %xmm0, %xmm0; pxor %xmm1, %xmm1; ret' : '.long 0';
    return `.globl "${name}"\n"${name}": ${body}\n`;
  });
  return `.text\n${bodies.join('')}.section .note.GNU-stack,"",@progbits\n`;
}

async function succeed(outcome: Promise<Outcome>): Promise<Outcome> {
  const result = await outcome;
  if (result.status !== 0) throw new Error(result.stderr);
  return result;
}
