/** The command line of the real link. */
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CommandLine } from './command-line.js';
import type { LinkInputs, ObjectInput } from './link-inputs.js';
import type { Origin } from './link-participants.js';

/** The user's link command with one object in place of what it replaces, where the first of that stood. `directory` is for scratch. */
export function linkWords(line: CommandLine, { pieces }: LinkInputs, replaced: ReadonlySet<Origin>, object: string, directory: string): string[] {
  const words = [...(line.optimisation === undefined ? [] : [line.optimisation]), '-Wno-unused-command-line-argument'];
  let isPlaced = false;
  const place = (): void => {
    if (!isPlaced) words.push(object);
    isPlaced = true;
  };
  for (const piece of pieces) {
    switch (piece.kind) {
      case 'words': words.push(...piece.words); break;
      case 'source': place(); break;
      case 'object':
        if (replaced.has(piece.object)) place();
        else words.push(...piece.words);
        break;
      case 'archive': {
        const isTouched = piece.members.some((member) => replaced.has(member));
        if (isTouched) place();
        if (isTouched && piece.isWhole) words.push(...extracted(piece.members.filter((member) => !replaced.has(member)), directory));
        else words.push(...piece.words);
      }
    }
  }
  return line.output === undefined ? words : [...words, '-o', line.output];
}

/** Members as files, where all of an archive is linked but what is replaced. */
function extracted(members: readonly ObjectInput[], directory: string): string[] {
  return members.map(({ member = '', bytes }, i) => {
    const path = join(directory, `${i}-${basename(member)}`);
    writeFileSync(path, bytes);
    return path;
  });
}
