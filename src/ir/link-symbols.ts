/**
 * Which definition of each symbol the merged module has. Pairwise, in the order of the modules, by the rules of LLVM's
 * `ModuleLinker::shouldLinkFromSource`.
 */
import { Diagnostic } from '../diagnostics/index.js';
import { type GlobalVariable, type Module } from './module.js';
import { type Global, type Value } from './values.js';
import { comdatOf } from './verify-module.js';
import type { SourceCopy } from './link-copy.js';

export interface Resolution {
  /** The winner of each name that is visible outside its module. */
  readonly winners: Map<string, Global>;
  /** All that bear the name, the winner among them. */
  readonly bearers: Map<string, Global[]>;
  /** Names of internal symbols in the merged module. */
  readonly localNames: Map<Global, string>;
  /** Selection kind by comdat. */
  readonly comdats: Map<string, string>;
  readonly appending: Map<string, GlobalVariable[]>;
  /** Whether the comdat of this symbol comes from another module, so that this one is left out. */
  isDiscarded(global: Global): boolean;
  copyFor: (source: Module) => SourceCopy | undefined;
}

export function resolveSymbols(modules: readonly Module[]): Resolution {
  const comdats = new Map<string, string>();
  const homes = chooseComdats(modules, comdats);
  const resolution: Resolution = {
    winners: new Map(), bearers: new Map(), localNames: new Map(), comdats, appending: new Map(),
    isDiscarded: (global) => {
      const comdat = comdatOf(global);
      const home = comdat === undefined ? undefined : homes.get(comdat);
      return home !== undefined && home !== 'all' && home !== global.module;
    },
    copyFor: () => undefined,
  };
  const all = modules.flatMap(globalsOf);
  for (const global of all) if (!isLocal(global)) addBearer(resolution, global);
  nameLocals(all.filter(isLocal), resolution);
  return resolution;
}

export function globalsOf(module: Module): Global[] {
  return [...module.globals.values(), ...module.aliases.values(), ...module.ifuncs.values(), ...module.functions.values()];
}

export function isLocal(global: Global): boolean {
  return global.words.linkage === 'internal' || global.words.linkage === 'private';
}

/** Without anything behind it in this module. */
export function isDeclaration(global: Global): boolean {
  if (global.kind === 'function') return global.isDeclaration;
  return global.kind === 'global' && global.initializer === undefined;
}

function addBearer(resolution: Resolution, global: Global): void {
  const { name } = global;
  if (global.words.linkage === 'appending' && global.kind === 'global') {
    const parts = resolution.appending.get(name) ?? [];
    parts.push(global);
    resolution.appending.set(name, parts);
    return;
  }
  const bearers = resolution.bearers.get(name) ?? [];
  bearers.push(global);
  resolution.bearers.set(name, bearers);
  const known = resolution.winners.get(name);
  if (!known || beats(global, known, resolution)) resolution.winners.set(name, global);
}

/** Whether a later symbol replaces an earlier one of the same name. @throws Diagnostic when both are strong. */
function beats(added: Global, known: Global, resolution: Resolution): boolean {
  const onlyDeclares = (global: Global): boolean =>
    isDeclaration(global) || resolution.isDiscarded(global) || global.words.linkage === 'available_externally';
  if (onlyDeclares(added)) {
    if (known.words.linkage === 'extern_weak') return true;
    return !isDeclaration(added) && isDeclaration(known);
  }
  if (onlyDeclares(known)) return true;
  const [addedLinkage, knownLinkage] = [added.words.linkage, known.words.linkage];
  if (addedLinkage === 'common') {
    if (/^(linkonce|weak)/.test(knownLinkage)) return true;
    return knownLinkage === 'common' && sizeOf(added) > sizeOf(known);
  }
  if (/^(linkonce|weak)/.test(addedLinkage)) return knownLinkage.startsWith('linkonce') && addedLinkage.startsWith('weak');
  if (/^(linkonce|weak|common)/.test(knownLinkage)) return true;
  throw new Diagnostic('linkConflict', { message: `\`${added.name}\` is defined in ${fileOf(known)} and in ${fileOf(added)}` });
}

function sizeOf(global: Global): number {
  return global.kind === 'global' ? global.module.layout.allocSize(global.valueType) : 0;
}

function fileOf(global: Global): string { return global.module.sourceFilename || 'another module'; }

/** For each comdat, the module it is taken from; all of them for `nodeduplicate`. */
function chooseComdats(modules: readonly Module[], kinds: Map<string, string>): Map<string, Module | 'all'> {
  const homes = new Map<string, Module | 'all'>();
  for (const module of modules) {
    for (const [name, kind] of module.comdats) {
      const known = kinds.get(name);
      const home = homes.get(name);
      if (known === undefined || home === undefined || home === 'all') {
        kinds.set(name, kind);
        homes.set(name, kind === 'nodeduplicate' ? 'all' : module);
        continue;
      }
      const flexible = (k: string): boolean => k === 'any' || k === 'largest';
      if (known !== kind && !(flexible(known) && flexible(kind))) {
        throw new Diagnostic('linkConflict', { message: `the comdat \`${name}\` is ${known} in one module and ${kind} in another` });
      }
      const merged = known === kind ? kind : 'largest';
      kinds.set(name, merged);
      if (merged !== 'any' && replaces(merged, name, home, module)) homes.set(name, module);
    }
  }
  return homes;
}

/** Compares the variables of the comdat's name: whether the later one is taken. */
function replaces(kind: string, name: string, home: Module, module: Module): boolean {
  const [before, after] = [home.globals.get(name), module.globals.get(name)];
  if (!before || !after) throw new Diagnostic('linkConflict', { message: `the comdat \`${name}\` is ${kind} and names no variable` });
  const [sizeBefore, sizeAfter] = [sizeOf(before), sizeOf(after)];
  if (kind === 'largest') return sizeAfter > sizeBefore;
  const agree = sizeBefore === sizeAfter
    && (kind === 'samesize' || (before.initializer !== undefined && after.initializer !== undefined
      && sameContents(before.initializer, after.initializer)));
  if (!agree) throw new Diagnostic('linkConflict', { message: `the comdat \`${name}\` (${kind}) differs between the modules` });
  return false;
}

/** Structural equality of initialisers, as far as `exactmatch` needs it. */
function sameContents(a: Value, b: Value): boolean {
  if (a.type.text !== b.type.text || a.kind !== b.kind) return false;
  if (a.kind === 'int' && b.kind === 'int') return a.value === b.value;
  if (a.kind === 'fp' && b.kind === 'fp') return a.bits === b.bits;
  if (a.kind === 'word' && b.kind === 'word') return a.word === b.word;
  if (a.kind === 'string' && b.kind === 'string') return a.bytes === b.bytes;
  if (a.kind === 'splat' && b.kind === 'splat') return sameContents(a.element, b.element);
  const parts = (value: Value): readonly Value[] => value.kind === 'aggregate' ? value.elements : value.kind === 'expression' ? value.operands : [];
  if (a.kind === 'expression' && b.kind === 'expression' && (a.opcode !== b.opcode || a.elementType?.text !== b.elementType?.text)) return false;
  if (a.kind === 'aggregate' || a.kind === 'expression') {
    const others = parts(b);
    return parts(a).length === others.length && parts(a).every((part, i) => { const other = others[i]; return other !== undefined && sameContents(part, other); });
  }
  return 'name' in a && 'name' in b && a.name === b.name;
}

/** Internal symbols keep their names as far as they are free. Numbered ones get a name: their numbers have to be dense. */
function nameLocals(locals: readonly Global[], resolution: Resolution): void {
  const taken = new Set([...resolution.winners.keys(), ...resolution.appending.keys()]);
  const next = new Map<string, number>();
  for (const global of locals) {
    const stem = /^\d+$/.test(global.name) ? 'unnamed' : global.name;
    let name = stem;
    let count = next.get(stem) ?? 1;
    while (taken.has(name)) name = `${stem}.${count++}`;
    next.set(stem, count);
    taken.add(name);
    resolution.localNames.set(global, name);
  }
}
