/**
 * Shadows of mutable globals: one for each lane, and one for each generation. Code that is itself a derivative, of the
 * first generation, uses the shadows of that generation as its own variables; its derivative needs others.
 */
import type { Activity } from '../activity/index.js';
import { type Function, type GlobalVariable, type Module, zero } from '../ir/index.js';
import { shadowDeclaredFor } from './analyses.js';
import { constantShadow } from './shadows.js';

export class GlobalShadows {
  private readonly shadows = new Map<GlobalVariable, Map<string, GlobalVariable>>();
  private readonly generations = new Map<Function, number>();

  constructor(private readonly module: Module) {}

  /** Notes that a function is a derivative. */
  note(fn: Function, generation: number): void { this.generations.set(fn, generation); }

  /** That of derivatives of code that calls these functions. */
  generationAfter(functions: Iterable<Function>): number {
    let last = 0;
    for (const fn of functions) last = Math.max(last, this.generations.get(fn) ?? 0);
    return last + 1;
  }

  of(global: GlobalVariable, lane: number, generation: number, activity: Activity): GlobalVariable {
    const declared = shadowDeclaredFor(global);
    if (declared && lane === 0 && generation === 1) return declared;
    const own = this.shadows.get(global) ?? new Map<string, GlobalVariable>();
    this.shadows.set(global, own);
    const key = `${generation}.${lane}`;
    const known = own.get(key);
    if (known) return known;
    const shadow = this.module.addGlobal(this.module.freshName(`${global.name}.shadow`), global.valueType, undefined, false);
    shadow.words.linkage = 'internal';
    shadow.words.threadLocal = global.words.threadLocal;
    shadow.trailing = global.trailing.filter((part) => part.startsWith('align'));
    own.set(key, shadow);
    shadow.initializer = constantShadow(global.initializer ?? zero(global.valueType), activity, (each) => this.of(each, lane, generation, activity));
    return shadow;
  }
}
