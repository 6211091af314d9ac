/** Why the plan keeps a value, or how the reverse sweep has it again. The plan decides (`plan/plan.ts`); this says it in words. */
import { sourceLocation } from '../analysis/index.js';
import { type Instruction, type LoadInstruction, type PhiInstruction, type Value, isCall, isInstruction } from '../ir/index.js';
import type { Leaf, Need, Plan } from '../plan/index.js';
import { type SourceNames, calleeName, lastValue } from './names.js';

export class Reasons {
  constructor(private readonly plan: Plan, private readonly names: SourceNames) {}

  /** Why a value is kept rather than computed again. */
  forKeeping({ kind, value }: Leaf): string {
    if (!isInstruction(value)) return 'it is there only while the function runs';
    if (kind === 'tape') return 'what the reverse of this call needs; for its size see the function';
    if (kind === 'shadow') return `where its derivatives are: ${this.forKeepingAddress(value)}`;
    switch (value.kind) {
      case 'load': return this.forKeepingLoad(value);
      case 'phi': return this.forKeepingPhi(value);
      case 'alloca': return 'an address on the stack of the forward sweep';
      case 'select': case 'binary': case 'fneg': case 'cast': case 'compare': case 'getelementptr': return this.forKeepingResult(value);
      default: return isCall(value) ? `\`${calleeName(value.calledFunction?.name)}\` costs more than keeping its result` : 'it cannot be computed again';
    }
  }

  /** How a value is had that is not kept; undefined where there is nothing to say. */
  forComputing({ value, at }: Need): string | undefined {
    if (!isInstruction(value)) return undefined;
    if (value.kind === 'phi') return this.plan.inductionAt(value, at) ? 'computed from the iteration count' : undefined;
    if (value.kind === 'load') {
      return this.plan.context.isPreserved(value) ? 'loaded again: nothing overwrites it' : 'loaded again: the reverse sweep puts back what was overwritten';
    }
    const from = [...new Set(this.leavesOf(value).map((leaf) => this.names.describe(leaf)))];
    const steps = isCall(value) ? `\`${calleeName(value.calledFunction?.name)}\` runs again` : 'computed again';
    return from.length === 0 ? steps : `${steps}, from ${listed(from)}`;
  }

  /** What a computation starts from: kept values, what is loaded again, arguments. */
  leavesOf(value: Value): Value[] {
    const found = new Set<Value>();
    const seen = new Set<Value>([value]);
    const work = isInstruction(value) ? [...operandsOf(value)] : [];
    for (let next = work.pop(); next; next = work.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      if (next.kind === 'argument') found.add(next);
      else if (isInstruction(next)) {
        if (this.plan.fieldOf('primal', next) || next.kind === 'load' || next.kind === 'phi' || next.kind === 'alloca') found.add(next);
        else work.push(...operandsOf(next));
      }
    }
    return [...found].reverse();
  }

  private forKeepingPhi(phi: PhiInstruction): string {
    if (this.plan.skeleton.loops.loopOf(phi.block ?? this.plan.skeleton.fn.entry)?.header === phi.block) return 'every iteration changes it';
    return lastValue(phi) ? 'the loop before it would have to run again' : 'it depends on the way taken';
  }

  private forKeepingAddress(value: Instruction): string {
    switch (value.kind) {
      case 'load': return this.forKeepingLoad(value);
      case 'phi': case 'select': return 'it depends on the way taken';
      default: return 'it is decided in the forward sweep';
    }
  }

  private forKeepingLoad(load: LoadInstruction): string {
    const overwrite = this.plan.context.keeping.memory.firstOverwrite(load);
    const line = overwrite && sourceLocation(overwrite)?.line;
    const where = line === undefined ? '' : ` at line ${line}`;
    if (overwrite && isCall(overwrite)) return `\`${calleeName(overwrite.calledFunction?.name)}\`${where} may overwrite it before the reverse sweep`;
    if (overwrite) return `overwritten${where} before the reverse sweep`;
    return `the memory of ${this.names.memoryBehind(load.address)} may have gone or changed when the reverse sweep runs`;
  }

  /** Arithmetic is kept where that takes fewer bytes than what it is computed from, or where it is long. */
  private forKeepingResult(value: Instruction): string {
    const wouldBeKept = this.leavesOf(value).filter((leaf) => leaf.kind === 'phi' || leaf.kind === 'load' || isCall(leaf));
    const missing = wouldBeKept.filter((leaf) => !this.plan.fieldOf('primal', leaf));
    if (missing.length > 1) return `one value instead of those that it is made of (${listed(missing.map((leaf) => this.names.describe(leaf)))})`;
    return 'computing it again costs more';
  }
}

function operandsOf(value: Instruction): readonly Value[] { return isCall(value) ? value.args : value.operands; }

function listed(words: readonly string[]): string {
  const shown = [...new Set(words)];
  return shown.length > 4 ? `${shown.slice(0, 4).join(', ')} and ${shown.length - 4} more` : shown.join(', ');
}
