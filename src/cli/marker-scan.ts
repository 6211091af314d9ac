/** Which sources of a command ask for derivatives. */
import { readFileSync } from 'node:fs';
import { registration, run } from '../toolchain/index.js';
import type { CommandLine, Source } from './command-line.js';
import { preprocessFlags } from './steps.js';

const marker = /__enzyme_/i;

export function mentionsMarker(text: string): boolean { return marker.test(text); }

/** What the sources name, in their preprocessed text. */
export interface Marks {
  /** Those that name a marker. */
  readonly marked: readonly Source[];
  /** Those that may say something about their functions which the optimiser must not miss. */
  readonly registering: readonly Source[];
}

/** A source that cannot be preprocessed is left to the compiler. */
export async function scanSources(compiler: string, line: CommandLine, sources: readonly Source[], input: Uint8Array | undefined): Promise<Marks> {
  const marks = await Promise.all(sources.map((source) => marksOf(compiler, line, source, input)));
  return { marked: sources.filter((_, index) => marks[index]?.marker), registering: sources.filter((_, index) => marks[index]?.registration) };
}

interface Found { readonly marker: boolean; readonly registration: boolean }

async function marksOf(compiler: string, line: CommandLine, source: Source, input: Uint8Array | undefined): Promise<Found> {
  if (source.language === 'ir' && source.path !== '-') {
    const text = readFileSync(source.path, 'latin1');
    return { marker: marker.test(text), registration: registration.test(text) };
  }
  const language = source.named ? ['-x', source.language === 'fortran' ? 'f95' : source.language] : [];
  let tail = '';
  let found: Found = { marker: false, registration: false };
  await run(compiler, [...preprocessFlags(line, source), ...language, source.path], {
    input,
    enough: (piece) => {
      const text = tail + piece.toString('latin1');
      found = { marker: found.marker || marker.test(text), registration: found.registration || registration.test(text) };
      tail = text.slice(-64);
      return found.marker && found.registration;
    },
  });
  return found;
}
