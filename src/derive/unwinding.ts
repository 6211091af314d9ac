/**
 * Which calls may end in an exception. LLVM infers as much where a definition is final; what is inline in C++ is not, so
 * bodies are looked at here.
 */
import { type AnyCall, type Constant, type Function, FunctionType, type Module, i32, isCall } from '../ir/index.js';
import { findRule, mayUnwind } from '../rules/index.js';

export class Unwinding {
  /** Whether code of this module unwinds at all. */
  readonly unwinds: boolean;
  private readonly escapes = new Map<Function, boolean>();

  constructor(private readonly module: Module) { this.unwinds = unwinds(module); }

  /** What finds the handlers of landing pads. */
  get personality(): Constant {
    return knownPersonality(this.module) ?? this.module.getOrDeclare('__gxx_personality_v0', new FunctionType(i32, [], true));
  }

  /** Whether the call may throw. */
  mayThrow(call: AnyCall): boolean {
    if (!this.unwinds) return false;
    const callee = call.callee.kind === 'alias' ? call.callee.target : call.callee;
    if (this.isNoUnwind(call)) return false;
    return callee.kind === 'function' ? this.mayEscape(callee) : callee.kind !== 'asm' || callee.flags.includes('unwind');
  }

  /** Whether the call is said not to throw. */
  isNoUnwind(call: AnyCall): boolean { return this.says([...call.functionAttributes, ...call.calledFunction?.attributes ?? []], 'nounwind'); }

  /** Whether an exception may leave the function. */
  mayEscape(fn: Function): boolean {
    const known = this.escapes.get(fn);
    if (known !== undefined) return known;
    const visited = new Set<Function>();
    const answer = this.search(fn, visited);
    // What was visited on the way to a yes may still be a no.
    for (const each of answer ? [fn] : visited) this.escapes.set(each, answer);
    return answer;
  }

  private search(fn: Function, visited: Set<Function>): boolean {
    if (!this.unwinds || fn.name.startsWith('llvm.') || this.says(fn.attributes, 'nounwind')) return false;
    if (fn.isDeclaration) {
      const rule = findRule(fn.name, fn.functionType);
      return !rule || mayUnwind(fn.name, rule);
    }
    const known = this.escapes.get(fn);
    if (known !== undefined) return known;
    if (visited.has(fn)) return false;
    visited.add(fn);
    // An exception that a landing pad receives goes on only by a `resume`.
    const resumes = fn.blocks.some((block) => block.terminator?.kind === 'resume');
    for (const instruction of fn.instructions()) {
      if (!isCall(instruction) || (instruction.kind === 'invoke' && !resumes) || this.says(instruction.functionAttributes, 'nounwind')) continue;
      const callee = instruction.callee.kind === 'alias' ? instruction.callee.target : instruction.callee;
      if (callee.kind === 'function' ? this.search(callee, visited) : this.mayThrow(instruction)) return true;
    }
    return false;
  }

  private says(words: readonly string[], word: string): boolean { return this.module.expandAttributes(words).includes(word); }
}

/** C++ in a module that has no landing pad yet throws all the same. WebAssembly has no unwinder. */
function unwinds(module: Module): boolean {
  if (module.targetTriple.startsWith('wasm')) return false;
  return knownPersonality(module) !== undefined || [...module.functions.keys()].some((name) => name.startsWith('_Z') || name.startsWith('__cxa_'));
}

/** C's own (of `__attribute__((cleanup))`) finds no handler, those of Windows know no landing pad. */
function knownPersonality(module: Module): Constant | undefined {
  for (const { personality } of module.functions.values()) {
    if (personality?.kind === 'function' && /^__gxx_personality|rust_eh_personality/.test(personality.name)) return personality;
  }
  return undefined;
}
