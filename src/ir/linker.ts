/**
 * Merges modules into one, as `llvm-link` does. The outline:
 *
 * 1. header: data layout, triple, module assembly (here);
 * 2. named types: shared when they agree, renamed when not (`link-types.ts`);
 * 3. symbols: which definition of each name wins, which comdat, new names for internal ones (`link-symbols.ts`);
 * 4. globals and bodies are copied with everything they refer to mapped (`link-copy.ts`); metadata nodes and attribute
 *    groups get new numbers as the copies ask for them (`link-metadata.ts`);
 * 5. arrays that are appended (`llvm.global_ctors`), module flags and named metadata.
 *
 * The modules that go in stay as they were, except that bodies may be read. Semantics: LangRef, "Linkage Types", "Comdats",
 * "Module Flags Metadata".
 */
import { Diagnostic } from '../diagnostics/index.js';
import { type GlobalVariable, Module } from './module.js';
import { ArrayType, sameType } from './types.js';
import { type Constant, ConstantAggregate } from './values.js';
import { SourceCopy } from './link-copy.js';
import { MetadataMerge, linkModuleFlags } from './link-metadata.js';
import { type Resolution, resolveSymbols } from './link-symbols.js';
import { shareStructs } from './link-types.js';

/**
 * One module with the contents of all, in their order.
 * @throws Diagnostic `linkConflict`: two strong definitions of a name, incompatible comdats, flags, targets or layouts.
 */
export function linkModules(modules: readonly Module[]): Module {
  const target = new Module();
  linkHeaders(target, modules);
  const structs = shareStructs(target, modules);
  const resolution = resolveSymbols(modules);
  for (const [name, kind] of resolution.comdats) target.comdats.set(name, kind);
  const metadata = new MetadataMerge(target);
  const copies = modules.map((source, index) => new SourceCopy(source, target, structs[index] ?? new Map(), resolution, metadata));
  const copyOf = new Map(modules.map((module, index) => [module, copies[index]]));
  resolution.copyFor = (source) => copyOf.get(source);
  for (const copy of copies) copy.declareRoots();
  for (const copy of copies) copy.fill();
  linkAppending(target, resolution, copies);
  linkNamedMetadata(target, modules, copies, metadata);
  for (const copy of copies) copy.fill();
  metadata.emit();
  return target;
}

function linkHeaders(target: Module, modules: readonly Module[]): void {
  target.sourceFilename = modules[0]?.sourceFilename ?? '';
  for (const module of modules) {
    const layout = agreed('data layouts', target.dataLayoutText, module.dataLayoutText, withoutLaterParts);
    target.dataLayoutText = module.dataLayoutText.length > layout.length ? module.dataLayoutText : layout;
    target.targetTriple = agreed('targets', target.targetTriple, module.targetTriple, withoutVendor);
    target.assembly.push(...module.assembly);
  }
}

function agreed(what: string, known: string, added: string, essence: (text: string) => string): string {
  if (known === '' || added === '') return known || added;
  if (essence(known) !== essence(added)) throw new Diagnostic('linkConflict', { message: `their ${what} are \`${known}\` and \`${added}\`` });
  return known;
}

/**
 * What LLVM came to state of x86 without a change of layout: since 10 its pointers of other sizes, since 18 the alignment of `i128`.
 * LLVM adds it to what older ones wrote, and code of both is linked all the time.
 */
function withoutLaterParts(layout: string): string { return layout.replace(/-p27[0-2]:\d+:\d+|-i128:128/g, ''); }

/** `x86_64-pc-linux-gnu` of clang and `x86_64-unknown-linux-gnu` of rustc are the same machine. */
function withoutVendor(triple: string): string {
  return triple.replace(/^([^-]+)-(pc|unknown)-/, '$1-');
}

/** Arrays with `appending` linkage become one array of all their elements. */
function linkAppending(target: Module, resolution: Resolution, copies: readonly SourceCopy[]): void {
  for (const [name, parts] of resolution.appending) {
    const [first] = parts;
    if (!first) continue;
    const elements: Constant[] = [];
    const seen = new Set<Constant>();
    for (const part of parts) {
      const copy = copies.find((candidate) => candidate.source === part.module);
      for (const element of copy ? elementsOf(part).filter((e) => copy.keepsElement(part, e)).map((e) => copy.constant(e)) : []) {
        if (element.kind !== 'aggregate' && seen.has(element)) continue; // llvm.used lists what is to stay: once is enough
        seen.add(element);
        elements.push(element);
      }
    }
    const home = copies.find((candidate) => candidate.source === first.module);
    if (first.valueType.kind !== 'array' || !home) throw new Diagnostic('linkConflict', { message: `@${name} is appended and no array` });
    const elementType = home.type(first.valueType.element);
    for (const element of elements) {
      if (!sameType(element.type, elementType)) {
        throw new Diagnostic('linkConflict', { message: `@${name} has elements of ${elementType.text} and of ${element.type.text}` });
      }
    }
    const type = new ArrayType(elementType, elements.length);
    const merged = target.addGlobal(name, type, new ConstantAggregate(type, elements), first.isConstant);
    home.describe(first, merged);
  }
}

function elementsOf(global: GlobalVariable): readonly Constant[] {
  return global.initializer?.kind === 'aggregate' ? global.initializer.elements : [];
}

function linkNamedMetadata(target: Module, modules: readonly Module[], copies: readonly SourceCopy[], metadata: MetadataMerge): void {
  linkModuleFlags(target, modules, copies, metadata);
  const lists = new Map<string, string[]>();
  modules.forEach((module, index) => {
    for (const [name, text] of module.namedMetadata) {
      if (name === 'llvm.module.flags') continue;
      const list = lists.get(name) ?? [];
      lists.set(name, list);
      for (const element of MetadataMerge.elements(text)) {
        const mapped = copies[index]?.text(element) ?? element;
        if (name !== 'llvm.ident' || !list.includes(mapped)) list.push(mapped);
      }
    }
  });
  for (const [name, list] of lists) target.namedMetadata.set(name, `!{${list.join(', ')}}`);
}
