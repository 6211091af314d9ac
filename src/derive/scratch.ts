/** Memory that nobody reads, for what goes to a shadow that turns out to be the primal: one block in a function, as large as its widest access. */
import { type AllocaInstruction, type Builder, type Module, constantInt, i8 } from '../ir/index.js';
import { wordType } from './types.js';

export class Scratch {
  private memory: AllocaInstruction | undefined;

  /** `entry` builds where the function begins. */
  constructor(private readonly module: Module, private readonly entry: () => Builder) {}

  of(size: number): AllocaInstruction {
    const word = wordType(this.module);
    this.memory ??= this.entry().alloca(i8, constantInt(word, size), 16);
    const count = this.memory.operand(0);
    if (count.kind === 'int' && count.value < BigInt(size)) this.memory.setOperand(0, constantInt(word, size));
    return this.memory;
  }
}
