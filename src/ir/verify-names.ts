/** How messages of the verifier name things: by name, else by the number that the printer would give. */
import { type Instruction } from './instructions.js';
import { type BasicBlock, type Function } from './module.js';
import { type Value } from './values.js';

export class Namer {
  private numbers: Map<Value, number> | undefined;
  constructor(private readonly fn: Function) {}

  label(block: BasicBlock): string { return `%${block.name ?? this.numberOf(block)}`; }
  value(value: Value): string { return 'name' in value && value.name !== undefined ? `%${value.name}` : `%${this.numberOf(value)}`; }

  /** `, block %entry, instruction 3 (%x = load)`, as far as it is known. */
  place(block?: BasicBlock, instruction?: Instruction): string {
    if (!block) return '';
    const where = `, block ${this.label(block)}`;
    if (!instruction) return where;
    const opcode = 'opcode' in instruction ? instruction.opcode : instruction.kind;
    const result = instruction.type.kind === 'void' ? '' : `${this.value(instruction)} = `;
    return `${where}, instruction ${block.instructions.indexOf(instruction) + 1} (${result}${opcode})`;
  }

  private numberOf(value: Value): string {
    return String((this.numbers ??= numberValues(this.fn)).get(value) ?? '?');
  }
}

function numberValues(fn: Function): Map<Value, number> {
  const numbers = new Map<Value, number>();
  const count = (value: Value & { name: string | undefined }): void => {
    if (value.name === undefined) numbers.set(value, numbers.size);
  };
  fn.args.forEach(count);
  for (const block of fn.blocks) {
    count(block);
    for (const instruction of block.instructions) if (instruction.type.kind !== 'void') count(instruction);
  }
  return numbers;
}
