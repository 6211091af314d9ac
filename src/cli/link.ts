/**
 * A command that links. Sources that ask for derivatives, and objects whose derivatives wait for other files, become one
 * object together with the sources and objects whose code the derivatives need; the real link gets it in their place.
 *
 * They are replaced, not added to: a static variable of a file must be one variable for its code and for the derivatives
 * of it. An archive stays where it is: what members that are replaced define is there, so the linker does not take them.
 */
import { join } from 'node:path';
import { Diagnostic } from '../diagnostics/index.js';
import { linkStepSymbol } from '../objects/index.js';
import { withTemporaryDirectory } from '../toolchain/index.js';
import { flagsOf, merged } from './code-options.js';
import { type Job, toolchainOf } from './job.js';
import { type LinkInputs, type ObjectInput, objectsOf, readLinkInputs } from './link-inputs.js';
import type { Origin } from './link-participants.js';
import { linkWords } from './link-words.js';
import { passThrough } from './pass-through.js';
import { headerFlags } from './steps.js';
import { timed, timedSync } from './time-report.js';

export async function link(job: Job): Promise<number> {
  const inputs = timedSync('reading objects', () => readLinkInputs(job.line));
  refuseStripped(inputs);
  const isAsked = objectsOf(inputs).some(asks) && !isPartial(job);
  if (job.marked.length === 0 && !isAsked) return passThrough(job.command, job.input);
  const code = await derivativeCode(job, inputs);
  if (!code) return passThrough([...job.command, ...headerFlags(job.marked)], job.input);
  return withTemporaryDirectory(async (directory) => {
    const object = join(directory, 'derivatives.o');
    await timed('IR to machine code', () => toolchainOf(job).emitTo(code.text, 'object', object, { flags: code.flags }));
    return passThrough([toolchainOf(job).tool.path, ...linkWords(job.line, inputs, code.replaced, object, directory)]);
  });
}

function refuseStripped({ pieces }: LinkInputs): void {
  for (const piece of pieces) {
    if (piece.kind !== 'object' || piece.object.records.length > 0 || piece.object.isDynamic) continue;
    if (!piece.object.symbols.needed.has(linkStepSymbol)) continue;
    throw new Diagnostic('badInput', {
      message: `the derivatives that ${piece.object.name} waits for cannot be made`, why: 'the IR that it carried is gone, which `strip` and `objcopy` can do',
      remedy: 'link the object as the compiler made it',
    });
  }
}

/** `-r` merges objects into one, which is linked later: then all files are known. */
function isPartial({ line }: Job): boolean {
  return line.words.some((word) => word.kind === 'option' && word.words.some((each) => /^(-r|-Wl,(-r|-i|--relocatable)|--relocatable)$/.test(each)));
}

/**
 * The object is in a file that is gone afterwards: so would be debug info beside it. And bitcode is for links that ask for
 * it, whatever the objects were that are replaced.
 */
function fitsLink(flag: string, { line }: Job): boolean {
  if (flag.startsWith('-flto')) return line.words.some((word) => word.kind === 'option' && word.words.some((each) => each.startsWith('-flto')));
  return !flag.startsWith('-gsplit-dwarf');
}

/** Whether what is linked with the object can make a difference to it. */
function asks({ records }: ObjectInput): boolean {
  return records.some(({ header }) => header.pending || header.open || header.registers || header.assumes.length > 0);
}

interface DerivativeCode { readonly text: string; readonly flags: readonly string[]; readonly replaced: ReadonlySet<Origin> }

/** Undefined if nothing asks for a derivative: then the plain command shows its messages itself. */
async function derivativeCode(job: Job, inputs: LinkInputs): Promise<DerivativeCode | undefined> {
  const messages: string[] = [];
  const show = (): void => { process.stderr.write(messages.join('')); };
  const { readProgram } = await import('./link-participants.js');
  const { differentiateProgram } = await import('./link-derivatives.js');
  const toolchain = toolchainOf(job);
  try {
    const program = await readProgram(job, toolchain, inputs, (text) => messages.push(text));
    const { participants } = program;
    if (participants.length === 0) return undefined;
    const { changed, text } = differentiateProgram(program, toolchain.llvm);
    if (!changed) return undefined;
    show();
    const options = merged(participants.flatMap((each) => each.options ?? []));
    return { text, flags: flagsOf(options).filter((flag) => fitsLink(flag, job)), replaced: new Set(participants.map(({ origin }) => origin)) };
  } catch (error) {
    show();
    throw error;
  }
}
