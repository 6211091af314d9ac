/** Which sources and objects of a link the derivatives need: those go into one module. */
import { basename } from 'node:path';
import { Diagnostic } from '../diagnostics/index.js';
import { reachOfDerivatives } from '../entry/index.js';
import type { Global, Module } from '../ir/index.js';
import { type IrRecord, type LinkStep, type RecordHeader, type SymbolTable, elfSymbols, isBitcode, isElf, loadedObjects } from '../objects/index.js';
import type { MessageSink, NativeToolchain } from '../toolchain/index.js';
import { codeOptionsOf } from './code-options.js';
import type { Source } from './command-line.js';
import { type CodeUnit, parseIr } from './differentiate.js';
import type { Job } from './job.js';
import { type LinkInputs, ObjectInput, objectsOf } from './link-inputs.js';
import { compileToIr } from './source-ir.js';
import { timed } from './time-report.js';

export type Origin = Source | ObjectInput;
export interface Participant extends CodeUnit { readonly origin: Origin; readonly llvm: number }

export interface LinkedProgram {
  /** In the order of the link. None if no derivative is asked for in what is really linked. */
  readonly participants: readonly Participant[];
  /** Every object that is linked. */
  readonly objects: readonly ObjectInput[];
}

/** Compiles the sources to IR, and reads that of the objects. */
export async function readProgram(job: Job, toolchain: NativeToolchain, inputs: LinkInputs, onMessage: MessageSink): Promise<LinkedProgram> {
  const reader = new ProgramReader(job, toolchain, onMessage);
  const sources = new Map<Source, Participant>();
  for (const source of job.sources) sources.set(source, await reader.compile(source));
  const all = objectsOf(inputs);
  for (const object of all) {
    if (object.records.length > 0 && !isElf(object.bytes)) object.symbols = tableOf((await reader.read(object)).map(({ module }) => module));
  }
  const order = loadedObjects(stepsOf(inputs, sources), [...inputs.roots, ...rootsOfUnreadable(all)]);
  const objects = order.filter((each): each is ObjectInput => each instanceof ObjectInput);
  const chosen = await new Choice(reader, [...sources.values()], objects, all).run(job.marked.length > 0);
  const late = [...chosen].filter(([object]) => !objects.includes(object)).flatMap(([, participants]) => participants);
  const participants = [...order.flatMap((each) => (each instanceof ObjectInput ? chosen.get(each) ?? [] : [each.participant])), ...late];
  const isAsked = job.marked.length > 0 || chosen.size > 0;
  return { participants: isAsked ? participants : [], objects };
}

/** What bitcode without a record needs is not known: it may be any member of an archive that waits for us. */
function rootsOfUnreadable(objects: readonly ObjectInput[]): string[] {
  if (!objects.some(({ records, bytes }) => records.length === 0 && isBitcode(bytes))) return [];
  return objects.filter(({ records }) => records.some(({ header }) => header.pending)).flatMap(({ symbols }) => [...symbols.defined]);
}

/** Objects that ask for derivatives, and of the others those that the derivatives reach. */
class Choice {
  private readonly chosen = new Map<ObjectInput, Participant[]>();
  private readonly carriers: readonly ObjectInput[];

  /** `all` are those that are linked, and the members of archives that are not. */
  constructor(private readonly reader: ProgramReader, private readonly sources: readonly Participant[], private readonly loaded: readonly ObjectInput[],
    private readonly all: readonly ObjectInput[]) {
    this.carriers = loaded.filter(({ records }) => records.length > 0);
  }

  async run(isMarked: boolean): Promise<ReadonlyMap<ObjectInput, Participant[]>> {
    const defined = new Set(this.carriers.flatMap(({ symbols }) => [...symbols.defined]));
    const registering = this.withHeader(({ registers }) => registers);
    await this.choose(this.withHeader((header) => header.pending || header.open || header.assumes.some((name) => defined.has(name)) || (header.derives && registering.length > 0)));
    if (this.chosen.size === 0 && !isMarked) return this.chosen;
    await this.choose(registering);
    for (;;) {
      const reach = reachOfDerivatives([...this.sources, ...[...this.chosen.values()].flat()].map(({ module }) => module));
      const before = this.chosen.size;
      await this.choose(reach.callsIndirectly ? this.carriers : []);
      await this.choose([...reach.missing, ...reach.assumed, ...reach.replaceable].flatMap((name) => this.definersOf(name)));
      if (this.chosen.size > before) continue;
      for (const name of reach.replaceable) this.refuseReplaced(name);
      return this.chosen;
    }
  }

  private withHeader(test: (header: RecordHeader) => boolean): ObjectInput[] { return this.carriers.filter(({ records }) => records.some(({ header }) => test(header))); }

  private async choose(objects: readonly ObjectInput[]): Promise<void> {
    for (const object of objects) if (!this.chosen.has(object)) this.chosen.set(object, await this.reader.read(object));
  }

  /** Optimised code may have lost a reference that a derivative still needs: then the member is not linked without us. */
  private definersOf(name: string): ObjectInput[] {
    const isDefiner = ({ symbols }: ObjectInput): boolean => symbols.defined.has(name);
    const linked = this.loaded.filter(isDefiner);
    return (linked.length > 0 ? linked : this.all.filter(isDefiner).slice(0, 1)).filter(({ records }) => records.length > 0);
  }

  /** The linker would take the other definition, and the derivative would be that of ours. */
  private refuseReplaced(name: string): void {
    const other = this.loaded.find((object) => !this.chosen.has(object) && !object.isDynamic && object.symbols.defined.has(name));
    if (other) throw new Diagnostic('unknownCallee', { callee: name }, { notes: [`the weak definition of \`${name}\` is replaced by that in ${other.name}, which carries no IR`] });
  }
}

type Linked = ObjectInput | { readonly participant: Participant; readonly symbols: SymbolTable };

function stepsOf({ pieces }: LinkInputs, sources: ReadonlyMap<Source, Participant>): LinkStep<Linked>[] {
  const steps: LinkStep<Linked>[] = [];
  let group = 0;
  for (const piece of pieces) {
    switch (piece.kind) {
      case 'words': break;
      case 'object': steps.push({ kind: 'object', object: piece.object }); break;
      case 'source': {
        const participant = sources.get(piece.source);
        if (participant) steps.push({ kind: 'object', object: { participant, symbols: tableOf([participant.module]) } });
        break;
      }
      case 'archive': {
        const last = steps.at(-1);
        if (piece.isWhole) steps.push(...piece.members.map((object) => ({ kind: 'object' as const, object })));
        else if (piece.group !== 0 && piece.group === group && last?.kind === 'archives') steps[steps.length - 1] = { kind: 'archives', archives: [...last.archives, piece.members] };
        else steps.push({ kind: 'archives', archives: [piece.members] });
        group = piece.group;
      }
    }
  }
  return steps;
}

function tableOf(modules: readonly Module[]): SymbolTable {
  const globals: Global[] = modules.flatMap((module) => [...module.functions.values(), ...module.globals.values(), ...module.aliases.values(), ...module.ifuncs.values()]);
  const visible = globals.filter(({ name, words }) => words.linkage !== 'internal' && words.linkage !== 'private' && !name.startsWith('llvm.'));
  const isDefinition = (global: Global): boolean => global.words.linkage !== 'available_externally'
    && (global.kind === 'function' ? !global.isDeclaration : global.kind !== 'global' || global.initializer !== undefined);
  return {
    defined: new Set(visible.filter(isDefinition).map(({ name }) => name)),
    needed: new Set(visible.filter((global) => !isDefinition(global) && global.words.linkage !== 'extern_weak').map(({ name }) => name)),
  };
}

class ProgramReader {
  private readonly known = new Map<ObjectInput, Participant[]>();

  constructor(private readonly job: Job, private readonly toolchain: NativeToolchain, private readonly onMessage: MessageSink) {}

  async compile(source: Source): Promise<Participant> {
    const ir = await compileToIr(this.job, this.toolchain, source, { onMessage: this.onMessage, withDependencies: true, forRecord: false });
    const module = parseIr({ text: await ir.canonical(), file: `${source.path} (as LLVM IR)` });
    return { origin: source, module, options: codeOptionsOf(this.job.line), llvm: this.toolchain.llvm };
  }

  /** One for each source file whose code is in the object. */
  async read(object: ObjectInput): Promise<Participant[]> {
    const known = this.known.get(object);
    if (known) return known;
    const found: Participant[] = [];
    for (const record of object.records) {
      const { source, form, optimisation, codeOptions, debugInfo } = record.header;
      const llvm = form === 'raw' ? this.toolchain.llvm : record.header.llvm;
      const module = parseIr({ text: await this.canonicalText(record, object), file: `${source} (as LLVM IR, in ${object.name})` });
      found.push({ origin: object, module, options: { optimisation, options: codeOptions, debugInfo }, llvm });
    }
    checkCompleteness(object, found);
    this.known.set(object, found);
    return found;
  }

  private async canonicalText({ header, ir }: IrRecord, object: ObjectInput): Promise<string> {
    if (header.llvm > this.toolchain.llvm) {
      throw new Diagnostic('badInput', {
        message: `${object.name} was compiled by LLVM ${header.llvm}, and is linked with LLVM ${this.toolchain.llvm}`, why: 'an older LLVM cannot read what a newer one wrote',
        remedy: `link with ${basename(header.compiler)}`,
      });
    }
    if (header.form === 'canonical') return Buffer.from(ir()).toString('latin1');
    // Reading bitcode of an older version brings it up to date: all modules are in the form of one LLVM.
    return timed('canonical form', () => this.toolchain.canonicalise(ir(), header.canonicalFlags, this.onMessage));
  }
}

/** Tools that change objects (`ld -r`, `objcopy`) leave the records as they were: then code would be lost. */
function checkCompleteness(object: ObjectInput, participants: readonly Participant[]): void {
  if (!isElf(object.bytes) || participants.some(({ module }) => module.assembly.length > 0)) return;
  const { defined } = tableOf(participants.map(({ module }) => module));
  const lost = elfSymbols(object.bytes).find(({ name, isDefined, isWeak }) => isDefined && !isWeak && !isAddedByPasses(name) && !defined.has(name))?.name;
  if (lost === undefined) return;
  throw new Diagnostic('badInput', {
    message: `${object.name} holds \`${lost}\`, which is not in the IR that it carries`, why: 'it was changed after it was compiled, or merged with objects that were compiled without Ribozyme',
    remedy: 'give the objects to the linker as the compiler made them',
  });
}

/** What sanitizers and profiling put into objects when they are compiled. */
function isAddedByPasses(name: string): boolean { return /^_*(asan|msan|tsan|hwasan|sanitizer|sancov|odr_asan|prof|llvm_prof|llvm_gcov)/.test(name); }
