/** Copies what one module contributes to the merged one, with types, symbols, numbers and names mapped. */
import { Diagnostic } from '../diagnostics/index.js';
import { isTerminator, isCall, type Instruction } from './instructions.js';
import { type BasicBlock, Function, GlobalAlias, GlobalIfunc, GlobalVariable, type Module, attributeName } from './module.js';
import { type StructType, type Type, pointer, quoteName } from './types.js';
import {
  type Constant, ConstantAggregate, ConstantExpression, ConstantOpaque, ConstantSplat, ConstantWord, type Global, InlineAsm,
  MetadataOperand, type Value,
} from './values.js';
import { type MetadataMerge } from './link-metadata.js';
import { type Resolution, globalsOf, isLocal } from './link-symbols.js';
import { mapFunctionType, mapType } from './link-types.js';
import { rewriteTokens, scanTokens, type TextToken } from './verify-tokens.js';

export class SourceCopy {
  private readonly symbols = new Map<Global, Global>();
  private readonly toFill: Global[] = [];
  private readonly groups = new Map<number, number>();
  private readonly nodes = new Map<number, number>();
  /** Whether a named type has another name now. Then bodies have to be read: in text, `%x` may be a type or a local. */
  private readonly typesRenamed: boolean;

  constructor(readonly source: Module, private readonly target: Module, private readonly structs: ReadonlyMap<string, StructType>,
    private readonly resolution: Resolution, private readonly metadata: MetadataMerge) {
    this.typesRenamed = [...structs].some(([name, struct]) => struct.name !== name);
  }

  /** Makes the globals that this module contributes, still without contents. */
  declareRoots(): void {
    for (const global of globalsOf(this.source)) {
      if (global.words.linkage === 'appending') continue;
      if (isLocal(global) ? !this.resolution.isDiscarded(global) : this.resolution.winners.get(global.name) === global) this.symbol(global);
    }
  }

  /** Gives contents to the globals made so far, and to those that these refer to in turn. */
  fill(): void {
    for (let global = this.toFill.shift(); global; global = this.toFill.shift()) {
      const copy = this.symbols.get(global);
      if (!copy) continue;
      if (global.kind === 'global' && copy.kind === 'global') copy.initializer = global.initializer && this.constant(global.initializer);
      else if (global.kind === 'alias' && copy.kind === 'alias') copy.target = this.constant(global.target);
      else if (global.kind === 'ifunc' && copy.kind === 'ifunc') copy.resolver = this.constant(global.resolver);
      else if (global.kind === 'function' && copy.kind === 'function') this.fillFunction(global, copy);
    }
  }

  /** What a global of this module is in the merged one. */
  symbol(global: Global): Global {
    const known = this.symbols.get(global);
    if (known) return known;
    const winner = isLocal(global) ? global : this.resolution.winners.get(global.name) ?? global;
    const copy = winner === global ? this.declare(global) : this.resolution.copyFor(winner.module)?.symbol(winner);
    if (!copy) throw new Diagnostic('linkConflict', { message: `@${global.name} belongs to none of the modules` });
    this.symbols.set(global, copy);
    return copy;
  }

  type(type: Type): Type { return mapType(type, this.structs); }

  constant(constant: Constant): Constant {
    switch (constant.kind) {
      case 'int': case 'fp': case 'string': return constant;
      case 'word': return constant.type.kind === 'pointer' ? constant : new ConstantWord(this.type(constant.type), constant.word);
      case 'aggregate': {
        const type = this.type(constant.type);
        if (type.kind !== 'array' && type.kind !== 'struct' && type.kind !== 'vector') return constant;
        return new ConstantAggregate(type, constant.elements.map((element) => this.constant(element)));
      }
      case 'splat': return new ConstantSplat(this.type(constant.type), this.constant(constant.element));
      case 'expression':
        return new ConstantExpression(this.type(constant.type), constant.opcode, constant.operands.map((o) => this.constant(o)),
          constant.flags, constant.elementType && this.type(constant.elementType), constant.path);
      case 'opaque': {
        // In `blockaddress(@f, %label)` the name after `%` is a label, not a type.
        const hasLabel = constant.parts.some((part) => typeof part === 'string' && part.includes('blockaddress'));
        return new ConstantOpaque(this.type(constant.type), constant.parts.map((part) =>
          typeof part !== 'string' ? this.symbol(part) : hasLabel ? part : this.text(part)));
      }
      case 'asm':
        return new InlineAsm(pointer, mapFunctionType(constant.functionType, this.structs), constant.flags, constant.assembly, constant.constraints);
      case 'metadata': return new MetadataOperand(constant.parts.map((part) => (typeof part === 'string' ? this.text(part) : part)));
      case 'global': case 'function': case 'alias': case 'ifunc': return this.symbol(constant);
    }
  }

  /** Text outside of bodies, where `%x` is a type: attributes, attachments, metadata nodes. */
  text(text: string): string {
    return /[@%$!#]/.test(text) ? rewriteTokens(text, this.rename) : text;
  }

  /** Linkage and everything else around the contents of a global, merged with what the losers of its name say. */
  describe(from: Global, to: Global): void {
    Object.assign(to.words, from.words);
    this.mergeWords(from, to);
    to.trailing = from.trailing.flatMap((word) => {
      if (attributeName(word) !== 'comdat') return [this.text(word)];
      if (this.resolution.isDiscarded(from)) return [];
      return [word === 'comdat' && from.name !== to.name ? `comdat($${quoteName(from.name)})` : word];
    });
    if (from.kind === 'global' && to.kind === 'global') {
      to.externallyInitialized = from.externallyInitialized;
      to.attributes = from.attributes.map((word) => this.text(word));
      mergeVariables(this.bearers(from), from, to);
    }
    if (from.kind === 'function' && to.kind === 'function') {
      to.callingConvention = from.callingConvention;
      to.returnAttributes = from.returnAttributes.map((word) => this.text(word));
      to.attributes = from.attributes.map((word) => this.text(word));
      from.args.forEach((arg, i) => {
        const copy = to.args[i];
        if (copy) Object.assign(copy, { name: arg.name, attributes: arg.attributes.map((word) => this.text(word)) });
      });
    }
  }

  /** Whether an element of `llvm.global_ctors` is still wanted: the global that it initialises may come from another module. */
  keepsElement(list: GlobalVariable, element: Constant): boolean {
    if (list.name !== 'llvm.global_ctors' && list.name !== 'llvm.global_dtors') return true;
    const key = element.kind === 'aggregate' ? element.elements[2] : undefined;
    if (!key || !('words' in key)) return true;
    return isLocal(key) ? !this.resolution.isDiscarded(key) : this.resolution.winners.get(key.name) === key;
  }

  private readonly rename = (token: TextToken): string | undefined => {
    switch (token.sigil) {
      case '@': { const global = this.named(token.name); return global && `@${quoteName(this.symbol(global).name)}`; }
      case '%': { const struct = this.structs.get(token.name); return struct && struct.name !== token.name ? struct.text : undefined; }
      case '!': { const node = this.metadata.take(this.source, Number(token.name), this.nodes, this.rename); return node === undefined ? undefined : `!${node}`; }
      case '#': return `#${this.group(Number(token.name))}`;
      case '$': return undefined;
    }
  };

  private named(name: string): Global | undefined {
    const { functions, globals, aliases, ifuncs } = this.source;
    return functions.get(name) ?? globals.get(name) ?? aliases.get(name) ?? ifuncs.get(name);
  }

  private bearers(global: Global): readonly Global[] {
    return isLocal(global) ? [global] : this.resolution.bearers.get(global.name) ?? [global];
  }

  private group(number: number): number {
    const known = this.groups.get(number);
    if (known !== undefined) return known;
    const words = this.source.attributeGroups.get(number) ?? [];
    const to = this.metadata.group(words.map((word) => this.text(word)));
    this.groups.set(number, to);
    return to;
  }

  private declare(global: Global): Global {
    const { target } = this;
    const name = this.resolution.localNames.get(global) ?? global.name;
    const space = global.type.kind === 'pointer' ? global.type.addressSpace : 0;
    const placeholder = new ConstantWord(global.type, 'null');
    let copy: Global;
    switch (global.kind) {
      case 'function':
        target.functions.set(name, (copy = new Function(target, name, mapFunctionType(global.functionType, this.structs), space)));
        break;
      case 'global':
        target.globals.set(name, (copy = new GlobalVariable(target, name, this.type(global.valueType), global.isConstant, undefined, space)));
        break;
      case 'alias': target.aliases.set(name, (copy = new GlobalAlias(target, name, this.type(global.valueType), placeholder, space))); break;
      case 'ifunc': target.ifuncs.set(name, (copy = new GlobalIfunc(target, name, this.type(global.valueType), placeholder, space))); break;
    }
    this.symbols.set(global, copy);
    this.describe(global, copy);
    this.toFill.push(global);
    return copy;
  }

  /** The most restrictive visibility of all that bear the name; an address is unimportant only if all say so. */
  private mergeWords(from: Global, to: Global): void {
    const all = this.bearers(from);
    const visibility = ['hidden', 'protected'].find((word) => all.some((other) => other.words.visibility === word));
    if (visibility !== undefined) to.words.visibility = visibility;
    const order = ['', 'local_unnamed_addr', 'unnamed_addr'];
    to.words.unnamedAddr = order[Math.min(...all.map((other) => order.indexOf(other.words.unnamedAddr)))] ?? '';
  }

  private fillFunction(from: Function, to: Function): void {
    for (const part of ['personality', 'prefix', 'prologue'] as const) {
      const constant = from[part];
      to[part] = constant && this.constant(constant);
    }
    for (const [kind, text] of from.metadata) to.metadata.set(kind, this.text(text));
    if (from.isDeclaration) return;
    const text = from.unparsedBody === undefined || this.typesRenamed ? undefined : this.bodyText(from.unparsedBody);
    if (text === undefined) this.copyBody(from, to);
    else to.setLazyBody({ text, parse: () => { this.copyBody(from, to); } });
  }

  /** The text of a body with new names and numbers; undefined if it names a global that the reader calls otherwise. */
  private bodyText(text: string): string | undefined {
    if (scanTokens(text).some((token) => token.sigil === '@' && !this.named(token.name))) return undefined;
    return rewriteTokens(text, (token) => (token.sigil === '%' ? undefined : this.rename(token)));
  }

  private copyBody(from: Function, to: Function): void {
    const values = new Map<Value, Value>();
    from.args.forEach((arg, i) => { const copy = to.args[i]; if (copy) values.set(arg, copy); });
    const copies: Instruction[] = [];
    for (const block of from.blocks) values.set(block, to.addBlock(block.name));
    for (const block of from.blocks) {
      const home = values.get(block);
      for (const instruction of block.instructions) {
        const copy = instruction.clone();
        if (home?.kind === 'block') home.append(copy);
        values.set(instruction, copy);
        copies.push(copy);
      }
    }
    for (const copy of copies) this.mapInstruction(copy, values);
  }

  private mapInstruction(copy: Instruction, values: ReadonlyMap<Value, Value>): void {
    copy.operands.forEach((operand, index) => copy.setOperand(index, this.value(operand, values)));
    const lists = isTerminator(copy) ? [copy.successors] : copy.kind === 'phi' ? [copy.blocks] : [];
    for (const list of lists) list.forEach((block, i) => { list[i] = mappedBlock(block, values); });
    for (const [kind, text] of copy.metadata) copy.metadata.set(kind, this.text(text));
    const changed: Record<string, unknown> = { type: this.type(copy.type) };
    if (copy.kind === 'alloca') changed.allocatedType = this.type(copy.allocatedType);
    if (copy.kind === 'getelementptr') changed.elementType = this.type(copy.elementType);
    if (copy.kind === 'debugrecord') changed.parts = this.parts(copy.parts, values);
    if (isCall(copy)) {
      changed.functionType = mapFunctionType(copy.functionType, this.structs);
      changed.returnAttributes = copy.returnAttributes.map((word) => this.text(word));
      changed.argumentAttributes = copy.argumentAttributes.map((words) => words.map((word) => this.text(word)));
      changed.functionAttributes = copy.functionAttributes.map((word) => this.text(word));
    }
    Object.assign(copy, changed);
  }

  private value(value: Value, values: ReadonlyMap<Value, Value>): Value {
    const local = values.get(value);
    if (local) return local;
    if (value.kind === 'metadata') return new MetadataOperand(this.parts(value.parts, values));
    return isConstant(value) ? this.constant(value) : value;
  }

  private parts(parts: readonly (string | Value)[], values: ReadonlyMap<Value, Value>): (string | Value)[] {
    return parts.map((part) => (typeof part === 'string' ? this.text(part) : this.value(part, values)));
  }
}

function mappedBlock(block: BasicBlock, values: ReadonlyMap<Value, Value>): BasicBlock {
  const copy = values.get(block);
  return copy?.kind === 'block' ? copy : block;
}

const constantKinds: ReadonlySet<string> = new Set([
  'int', 'fp', 'word', 'aggregate', 'string', 'splat', 'expression', 'opaque', 'asm', 'metadata', 'global', 'function', 'alias', 'ifunc',
] satisfies Constant['kind'][]);

function isConstant(value: Value): value is Constant { return constantKinds.has(value.kind); }

/** Declarations agree on being constant only if all do; of several `common` definitions the largest alignment counts. */
function mergeVariables(all: readonly Global[], from: GlobalVariable, to: GlobalVariable): void {
  const variables = all.filter((other) => other.kind === 'global');
  if (!from.initializer) to.isConstant = variables.every((other) => other.isConstant);
  if (from.words.linkage !== 'common') return;
  const alignments = variables.filter((other) => other.words.linkage === 'common').map(alignmentOf);
  const largest = Math.max(...alignments);
  if (largest > alignmentOf(from)) to.trailing = [...to.trailing.filter((word) => attributeName(word) !== 'align'), `align ${largest}`];
}

function alignmentOf(global: GlobalVariable): number {
  const word = global.trailing.find((part) => attributeName(part) === 'align');
  return word === undefined ? 0 : Number(/\d+/.exec(word)?.[0] ?? 0);
}
