/** `-c` and `-S`: each source for itself. Objects carry the IR of their source. */
import { readFileSync, statSync, writeFileSync, appendFileSync } from 'node:fs';
import { attachRecord, carriesRecords, encodeRecord, type RecordHeader, recordAssembly } from '../objects/index.js';
import type { NativeToolchain } from '../toolchain/index.js';
import type { Source } from './command-line.js';
import { codeOptionsOf, flagsOf } from './code-options.js';
import type { Differentiated } from './differentiate.js';
import { type Job, toolchainOf, usableToolchain } from './job.js';
import { passThrough } from './pass-through.js';
import { compileToIr, type SourceIr } from './source-ir.js';
import { canonicalFlagsOf, headerFlags, outputPath, plainWords } from './steps.js';
import { timed } from './time-report.js';

type DerivativeState = Pick<RecordHeader, 'derives' | 'pending' | 'open' | 'assumes' | 'registers'>;
const noDerivatives: DerivativeState = { derives: false, pending: false, open: false, assumes: [], registers: false };

export async function translate(job: Job): Promise<number> {
  const plain = new Map<Source, DerivativeState>(job.sources.filter((source) => !job.marked.includes(source)).map((source) => [source, noDerivatives]));
  for (const source of job.marked) {
    const { isDone, state } = await translateMarked(job, source);
    if (!isDone) plain.set(source, state);
  }
  return translatePlain(job, plain);
}

/** The user's command for what does not ask for derivatives; meanwhile, its IR for those who will. */
async function translatePlain(job: Job, plain: ReadonlyMap<Source, DerivativeState>): Promise<number> {
  const { line, input } = job;
  const sources = [...plain.keys()];
  const toolchain = usableToolchain(job);
  const others = line.words.filter((word) => word.kind === 'file');
  if (sources.length === 0 && others.length === 0) return 0;
  const words = sources.length === job.sources.length ? job.command : [job.compiler, ...plainWords(line, [...others, ...sources])];
  const command = [...words, ...headerFlags(sources.filter((source) => job.marked.includes(source)))];
  const records = line.action === 'object' && toolchain ? recordAll(job, toolchain, plain) : Promise.resolve([]);
  const exitCode = await passThrough(command, input);
  const found = await records;
  if (exitCode === 0) for (const { source, record } of found) attach(outputPath(line, source, 'object'), record);
  return exitCode;
}

interface Recorded { readonly source: Source; readonly record: Uint8Array }

/** One after the other, as the compiler does it. A source that our way does not compile has no record, and no message. */
async function recordAll(job: Job, toolchain: NativeToolchain, sources: ReadonlyMap<Source, DerivativeState>): Promise<Recorded[]> {
  const found: Recorded[] = [];
  for (const [source, state] of sources) {
    try {
      const ir = await compileToIr(job, toolchain, source, { onMessage: () => undefined, withDependencies: false, forRecord: true });
      found.push({ source, record: recordOf(job, toolchain, source, ir, state) });
    } catch {
      continue;
    }
  }
  return found;
}

/** Not done if the source only mentions derivatives: a header may declare the markers. */
async function translateMarked(job: Job, source: Source): Promise<{ isDone: boolean; state: DerivativeState }> {
  const { line } = job;
  const { action } = line;
  if (action === 'executable' || action === 'other') throw new RangeError(`not a compilation: ${action}`);
  const toolchain = toolchainOf(job);
  const messages: string[] = [];
  const show = (): void => { process.stderr.write(messages.join('')); };
  let ir: SourceIr;
  let result: { readonly code: Differentiated; readonly state: DerivativeState };
  try {
    ir = await compileToIr(job, toolchain, source, { onMessage: (text) => messages.push(text), withDependencies: true, forRecord: action === 'object' });
    result = await lower(job, toolchain, source, await ir.canonical());
  } catch (error) {
    show();
    throw error;
  }
  if (!result.code.changed) return { isDone: false, state: result.state }; // the plain command will show its messages itself
  show();
  const output = outputPath(line, source, action);
  await timed('IR to machine code', () => toolchain.emitTo(result.code.text, action, output, { flags: flagsOf(codeOptionsOf(line)) }));
  if (action === 'object') attach(output, recordOf(job, toolchain, source, ir, result.state));
  if (action === 'assembly' && result.state.pending) appendFileSync(output, recordAssembly(recordOf(job, toolchain, source, ir, result.state)));
  return { isDone: true, state: result.state };
}

/** The code of one source with its derivatives, or without those that need code of other files. */
async function lower({ line }: Job, toolchain: NativeToolchain, source: Source, text: string): Promise<{ code: Differentiated; state: DerivativeState }> {
  const { differentiate, parseIr, printed } = await import('./differentiate.js');
  const { definiteRefusals, diagnosticsIn, leavePending, stateOf, together } = await import('./pending.js');
  const target = { llvm: toolchain.llvm, debugInfo: line.debugInfo };
  const file = `${source.path} (as LLVM IR)`;
  const unit = { module: parseIr({ text, file }), options: codeOptionsOf(line) };
  const state = stateOf(unit.module);
  const canWait = (line.action === 'object' || line.action === 'assembly') && state.dependsOnOthers && carriesRecords(unit.module.targetTriple);
  try {
    const code = differentiate([unit], target);
    if (!canWait || !state.pending) return { code, state: { ...state, derives: code.changed, pending: false } };
  } catch (error) {
    if (diagnosticsIn(error).length === 0 || !canWait) throw error;
    const definite = definiteRefusals(error);
    if (definite.length > 0) throw together(definite);
  }
  const module = parseIr({ text, file });
  leavePending(module);
  return { code: { changed: true, text: printed(module, target), remarks: [] }, state: { ...state, derives: true, pending: true } };
}

function recordOf({ line, compiler }: Job, { llvm }: NativeToolchain, source: Source, { form, bytes }: SourceIr, state: DerivativeState): Uint8Array {
  const { optimisation, options, debugInfo } = codeOptionsOf(line);
  const { derives, pending, open, assumes, registers } = state;
  return encodeRecord({
    source: source.path, compiler, llvm, form, canonicalFlags: canonicalFlagsOf(line), optimisation, codeOptions: options, debugInfo,
    derives, pending, open, assumes, registers,
  }, bytes);
}

/** Nothing happens to what is no object file: `-o /dev/null`, other formats. */
function attach(path: string, record: Uint8Array): void {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return;
  const object = attachRecord(readFileSync(path), record);
  if (object) writeFileSync(path, object);
}
