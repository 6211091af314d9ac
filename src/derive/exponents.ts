/**
 * Programs that give a number another exponent through its bits, as `frexp` and vectorised logarithms do:
 * `(bits & ~exponent) | constant`; or add to the exponent, as `ldexp` does: `bits + (k << 52)`. Where the exponent is
 * constant the result is the number times a power of two. The instructions become a call of a function that has that rule.
 */
import {
  type Function, type Instruction, type IntegerType, type Type, type Value, Builder, ConstantSplat, constantInt, FloatType, VectorType,
} from '../ir/index.js';
import { importFunction } from './support.js';

const formats = { 64: { kind: 'double', exponent: 0x7ff0_0000_0000_0000n }, 32: { kind: 'float', exponent: 0x7f80_0000n } } as const;

export function expandExponentChanges(fn: Function): void {
  for (const instruction of [...fn.instructions()]) {
    expandExponentSum(instruction);
    const change = exponentChange(instruction);
    const { block } = instruction;
    if (!change || !block) continue;
    const build = new Builder(block).beforeInstruction(instruction);
    build.debugLocation = instruction.metadata.get('dbg');
    const number = build.cast('bitcast', change.bits, change.type);
    const { module } = fn;
    const name = `__ribozyme_with_exponent.${change.type.text.replace(/[^a-z0-9]+/g, '')}`;
    const callee = module.functions.get(name) ?? importFunction(module, source(name, change.type, instruction.type), name);
    const result = build.call(callee, [number, constantOf(instruction.type, change.keep), constantOf(instruction.type, change.set)]);
    instruction.replaceAllUsesWith(build.cast('bitcast', result, instruction.type));
    instruction.erase();
    if (change.kept.uses.size === 0) change.kept.erase();
  }
}

interface ExponentChange { readonly bits: Value; readonly kept: Instruction; readonly type: Type; readonly keep: bigint; readonly set: bigint }

/** `(bits & keep) | set`, where `keep` has the whole mantissa and nothing of the exponent, and `set` is an exponent. */
function exponentChange(instruction: Instruction): ExponentChange | undefined {
  if (instruction.kind !== 'binary' || instruction.opcode !== 'or') return undefined;
  const scalar = (instruction.type.kind === 'vector' ? instruction.type.element : instruction.type) as IntegerType;
  const format = formats[scalar.bits as 32 | 64] as (typeof formats)[32 | 64] | undefined;
  const [kept, set] = [instruction.operand(0), maskOf(instruction.operand(1), scalar.bits)];
  if (!format || set === undefined || kept.kind !== 'binary' || kept.opcode !== 'and') return undefined;
  const keep = maskOf(kept.operand(1), scalar.bits);
  const mantissa = (format.exponent & -format.exponent) - 1n;
  if (keep === undefined || (keep & format.exponent) !== 0n || (keep & mantissa) !== mantissa) return undefined;
  if ((set & ~format.exponent) !== 0n || set === 0n || set === format.exponent) return undefined;
  const float = new FloatType(format.kind);
  const type = instruction.type.kind === 'vector' ? new VectorType(float, instruction.type.length) : float;
  return { bits: kept.operand(0), kept, type, keep, set };
}

function expandExponentSum(instruction: Instruction): void {
  const { block, type } = instruction;
  if (!block || instruction.kind !== 'binary' || type.kind !== 'integer' || (instruction.opcode !== 'add' && instruction.opcode !== 'sub')) return;
  const format = formats[type.bits as 32 | 64] as (typeof formats)[32 | 64] | undefined;
  const [bits, by] = [instruction.operand(0), instruction.operand(1)];
  const swapped = instruction.opcode === 'add' && isNumber(by);
  const [number, step] = swapped ? [by, bits] : [bits, by];
  const isNumbers = isNumber(number) || [...instruction.uses].some(({ user }) => user.kind === 'cast' && user.opcode === 'bitcast' && user.type.kind === 'float');
  // What is made a number by its value is the sum of integers.
  const isConverted = [...instruction.uses].some(({ user }) => user.kind === 'cast' && (user.opcode === 'sitofp' || user.opcode === 'uitofp'));
  if (!format || !isNumbers || isConverted || !isMultiple(step, format.exponent & -format.exponent)) return;
  const build = new Builder(block).beforeInstruction(instruction);
  build.debugLocation = instruction.metadata.get('dbg');
  const float = new FloatType(format.kind);
  const { module } = block.parent;
  const name = `__ribozyme_add_to_exponent.${format.kind}`;
  const callee = module.functions.get(name) ?? importFunction(module, sumSource(name, float, type), name);
  const added = instruction.opcode === 'add' ? step : build.binary('sub', constantInt(type, 0), step);
  const result = build.call(callee, [build.cast('bitcast', number, float), added]);
  instruction.replaceAllUsesWith(build.cast('bitcast', result, type));
  instruction.erase();
}

/** Whether an integer is the bits of a number, by what it is made of. */
function isNumber(value: Value): boolean { return value.kind === 'cast' && value.opcode === 'bitcast' && value.operand(0).type.kind === 'float'; }

function isMultiple(value: Value, of: bigint): boolean {
  if (value.kind === 'int') return value.value % of === 0n;
  if (value.kind !== 'binary') return false;
  const [left, right] = [value.operand(0), value.operand(1)];
  switch (value.opcode) {
    case 'shl': return right.kind === 'int' && 1n << right.value >= of;
    case 'and': case 'mul': return isMultiple(left, of) || isMultiple(right, of);
    case 'add': case 'sub': return isMultiple(left, of) && isMultiple(right, of);
    default: return false;
  }
}

/** The bits of an integer constant, the same in all lanes. */
function maskOf(value: Value, bits: number): bigint | undefined {
  if (value.kind === 'int') return BigInt.asUintN(bits, value.value);
  if (value.kind === 'splat') return maskOf(value.element, bits);
  if (value.kind !== 'aggregate') return undefined;
  const lanes = value.elements.map((element) => maskOf(element, bits));
  return lanes.every((lane) => lane === lanes[0]) ? lanes[0] : undefined;
}

function constantOf(type: Type, value: bigint): Value {
  if (type.kind === 'vector') return new ConstantSplat(type, constantInt(type.element as IntegerType, value));
  return constantInt(type as IntegerType, value);
}

function source(name: string, type: Type, bits: Type): string {
  return `
define ${type.text} @${name}(${type.text} %x, ${bits.text} %keep, ${bits.text} %set) alwaysinline nounwind memory(none) {
  %bits = bitcast ${type.text} %x to ${bits.text}
  %kept = and ${bits.text} %bits, %keep
  %made = or ${bits.text} %kept, %set
  %y = bitcast ${bits.text} %made to ${type.text}
  ret ${type.text} %y
}
`;
}

function sumSource(name: string, type: Type, bits: Type): string {
  return `
define ${type.text} @${name}(${type.text} %x, ${bits.text} %step) alwaysinline nounwind memory(none) {
  %bits = bitcast ${type.text} %x to ${bits.text}
  %sum = add ${bits.text} %bits, %step
  %y = bitcast ${bits.text} %sum to ${type.text}
  ret ${type.text} %y
}
`;
}
