/** What values are called in the source: by the variables that hold them, or by what computes them. */
import { metadataNode, underlyingObjects } from '../analysis/index.js';
import { type Function, type PhiInstruction, type Value, isCall, isInstruction } from '../ir/index.js';
import { debugRecordOf } from '../types/index.js';

export class SourceNames {
  private readonly names = new Map<Value, string>();

  constructor(fn: Function) {
    const inlined = new Map<Value, string>();
    const declared = new Map<string, string>();
    for (const instruction of fn.instructions()) {
      const record = debugRecordOf(instruction);
      const [value, variable, expression, location] = record?.operands ?? [];
      if (typeof value !== 'object' || typeof variable !== 'string' || typeof expression !== 'string') continue;
      if (metadataNode(fn.module, expression)?.operands.length !== 0 || (value.kind !== 'argument' && !isInstruction(value))) continue;
      const node = metadataNode(fn.module, variable);
      const plain = node?.string('name');
      if (plain === undefined) continue;
      // Two variables of a name, as inlined functions bring them, are told apart by their lines.
      if (!declared.has(plain)) declared.set(plain, variable);
      const name = declared.get(plain) === variable ? plain : `${plain}@${node?.integer('line') ?? 0}`;
      const isInlined = typeof location === 'string' && metadataNode(fn.module, location)?.node('inlinedAt') !== undefined;
      const names = isInlined ? inlined : this.names;
      if (!names.has(value)) names.set(value, name);
    }
    for (const [value, name] of inlined) if (!this.names.has(value)) this.names.set(value, name);
    for (const arg of fn.args) if (!this.names.has(arg)) this.names.set(arg, arg.name ?? `argument ${arg.index + 1}`);
  }

  /** The variable that holds the value. */
  variableOf(value: Value): string | undefined { return this.names.get(value); }

  /** The variable, or what kind of value it is: `y`, `exp(...)`, `an element of x`, `a product`. */
  describe(value: Value): string {
    const name = this.variableOf(value);
    if (name !== undefined) return name;
    if (value.kind === 'global' || value.kind === 'function') return value.name;
    if (!isInstruction(value)) return 'a constant';
    if (isCall(value)) return `${calleeName(value.calledFunction?.name)}(...)`;
    switch (value.kind) {
      case 'load': return `a value loaded from ${this.memoryBehind(value.address)}`;
      case 'getelementptr': return `an address in ${this.memoryBehind(value)}`;
      case 'alloca': return 'a local variable';
      case 'binary': return operations[value.opcode] ?? 'a number';
      case 'compare': return 'a comparison';
      case 'fneg': return 'a negated number';
      case 'phi': {
        const last = lastValue(value);
        return last ? `${this.describe(last)} after its loop` : 'a value carried along';
      }
      case 'select': return 'a choice';
      case 'cast': return `${this.describe(value.operand(0))}, converted`;
      default: return 'a value';
    }
  }

  /** The variable whose memory a pointer leads to. */
  memoryBehind(pointer: Value): string {
    const roots = [...underlyingObjects(pointer)];
    const names = roots.map((root) => (root.kind === 'load' ? `a pointer in ${this.memoryBehind(root.address)}` : this.describe(root)));
    return [...new Set(names)].join(' or ') || 'memory';
  }
}

/** As it is written in the source. */
export function calleeName(symbol: string | undefined): string {
  return symbol === undefined ? 'a function' : /^llvm\.(\w+)/.exec(symbol)?.[1] ?? symbol;
}

const operations: Readonly<Record<string, string>> = {
  fadd: 'a sum', fsub: 'a difference', fmul: 'a product', fdiv: 'a quotient', frem: 'a remainder',
  add: 'a sum', sub: 'a difference', mul: 'a product', sdiv: 'a quotient', udiv: 'a quotient', srem: 'a remainder', urem: 'a remainder',
};

/** Of a phi after a loop, the value that every way out of the loop brings along. */
export function lastValue(phi: PhiInstruction): Value | undefined {
  const [value, ...others] = phi.operands;
  return others.every((other) => other === value) ? value : undefined;
}
