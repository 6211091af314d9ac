/** Which sources of a command ask for derivatives. */
import { readFileSync } from 'node:fs';
import { run } from '../toolchain/index.js';
import type { CommandLine, Source } from './command-line.js';
import { preprocessFlags } from './steps.js';

const marker = /__enzyme_/i;

export function mentionsMarker(text: string): boolean { return marker.test(text); }

/** The sources whose preprocessed text names a marker. A source that cannot be preprocessed is left to the compiler. */
export async function markedSources(compiler: string, line: CommandLine, sources: readonly Source[], input: Uint8Array | undefined): Promise<Source[]> {
  const marks = await Promise.all(sources.map((source) => isMarked(compiler, line, source, input)));
  return sources.filter((_, index) => marks[index]);
}

async function isMarked(compiler: string, line: CommandLine, source: Source, input: Uint8Array | undefined): Promise<boolean> {
  if (source.language === 'ir' && source.path !== '-') return marker.test(readFileSync(source.path, 'latin1'));
  const language = source.named ? ['-x', source.language === 'fortran' ? 'f95' : source.language] : [];
  let tail = '';
  let found = false;
  await run(compiler, [...preprocessFlags(line, source), ...language, source.path], {
    input,
    enough: (piece) => {
      const text = tail + piece.toString('latin1');
      found ||= marker.test(text);
      tail = text.slice(-16);
      return found;
    },
  });
  return found;
}
