/**
 * What the derivatives that modules ask for refer to, directly and through functions and globals that refer to others:
 * whether the derivatives can be made from these modules alone, or which symbols have to be brought in.
 */
import { calledFunction } from '../analysis/index.js';
import { type Function, type Global, type Module, type Value, isCall } from '../ir/index.js';
import { findRule } from '../rules/index.js';
import { markerCalls } from './markers.js';

export interface Reach {
  /** Functions and globals without a definition, of which nothing is known. */
  readonly missing: ReadonlySet<string>;
  /** Functions without a body that are taken for library functions, by their names. */
  readonly assumed: ReadonlySet<string>;
  /** Definitions that one in another file replaces. */
  readonly replaceable: ReadonlySet<string>;
  /** Whether functions are called of which the modules do not say which they are. */
  readonly callsIndirectly: boolean;
}

/** Reads the bodies of the functions that are reached. */
export function reachOfDerivatives(modules: readonly Module[]): Reach {
  const search = new Search(modules);
  for (const module of modules) {
    for (const fn of module.functions.values()) for (const { call } of markerCalls(fn)) call.args.forEach((argument) => { search.refer(argument); });
  }
  return search.run();
}

class Search {
  private readonly missing = new Set<string>();
  private readonly assumed = new Set<string>();
  private readonly replaceable = new Set<string>();
  private callsIndirectly = false;
  private readonly seen = new Set<Global>();
  private readonly work: Global[] = [];
  private readonly definitions = new Map<string, Global>();

  constructor(modules: readonly Module[]) {
    for (const module of modules) {
      for (const table of [module.functions, module.globals, module.aliases, module.ifuncs]) {
        for (const global of table.values()) if (!isLocal(global) && hasDefinition(global)) this.definitions.set(global.name, this.stronger(global));
      }
    }
  }

  refer(value: Value): void {
    switch (value.kind) {
      case 'function': case 'global': case 'alias': case 'ifunc': {
        const meant = isLocal(value) ? value : this.definitions.get(value.name) ?? value;
        if (this.seen.has(meant)) return;
        this.seen.add(meant);
        this.work.push(meant);
        return;
      }
      case 'aggregate': value.elements.forEach((element) => { this.refer(element); }); return;
      case 'expression': value.operands.forEach((operand) => { this.refer(operand); }); return;
      case 'splat': this.refer(value.element); return;
      case 'opaque': value.parts.forEach((part) => { if (typeof part !== 'string') this.refer(part); }); return;
      case 'load': this.refer(value.address); return;
      default:
    }
  }

  run(): Reach {
    for (let global = this.work.pop(); global; global = this.work.pop()) this.visit(global);
    const { missing, assumed, replaceable, callsIndirectly } = this;
    return { missing, assumed, replaceable, callsIndirectly };
  }

  private visit(global: Global): void {
    if (!hasDefinition(global)) {
      this.note(global);
      return;
    }
    if (/^(weak|linkonce|common|extern_weak)$/.test(global.words.linkage)) this.replaceable.add(global.name);
    switch (global.kind) {
      case 'function': this.readBody(global); return;
      case 'global': if (global.initializer) this.refer(global.initializer); return;
      case 'alias': this.refer(global.target); return;
      case 'ifunc': this.refer(global.resolver);
    }
  }

  private note(global: Global): void {
    if (/^(llvm\.|enzyme_)/.test(global.name) || global.name.includes('__enzyme_')) return;
    const rule = global.kind === 'function' ? findRule(global.name, global.functionType) : undefined;
    (rule ? this.assumed : this.missing).add(global.name);
  }

  private readBody(fn: Function): void {
    for (const instruction of fn.instructions()) {
      instruction.operands.forEach((operand) => { this.refer(operand); });
      if (isCall(instruction) && instruction.callee.kind !== 'asm' && !calledFunction(instruction)) this.callsIndirectly = true;
    }
  }

  private stronger(global: Global): Global {
    const known = this.definitions.get(global.name);
    return known && known.words.linkage === '' ? known : global;
  }
}

function isLocal(global: Global): boolean { return global.words.linkage === 'internal' || global.words.linkage === 'private'; }

function hasDefinition(global: Global): boolean {
  switch (global.kind) {
    case 'function': return !global.isDeclaration;
    case 'global': return global.initializer !== undefined;
    case 'alias': case 'ifunc': return true;
  }
}
