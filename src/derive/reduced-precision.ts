/**
 * A function as it would be at reduced precision: a copy of it and of what it calls, in which each operation on numbers of one
 * format takes rounded operands and rounds its result. Numbers in memory keep their format. For the four basic operations and
 * the square root, rounding twice in this way gives what the narrow format itself gives.
 *
 * Theory: Figueroa, "When is double rounding innocuous?", ACM SIGNUM Newsletter 30(3), 1995.
 */
import {
  type AnyCall, Builder, type Function, type Instruction, type Module, type Type, type Value, CastInstruction, cloneBody, constantInt, double, float, i32,
  isCall, scalarType, withScalar,
} from '../ir/index.js';
import { Diagnostic } from '../diagnostics/index.js';
import type { MathRow } from '../rules/index.js';
import { treatmentOf } from './calls.js';
import { refuse } from './refuse.js';
import { roundingFunction } from './rounding.js';

/** What numbers are rounded to. `float` is a format of its own; others are emulated. */
export type Precision = 'float' | { readonly exponent: number; readonly mantissa: number };
export interface Reduction { readonly from: 'float' | 'double'; readonly to: Precision }

export class ReducedPrecision {
  private readonly copies = new Map<string, Function>();

  constructor(private readonly module: Module) {}

  /** @throws Diagnostic for a call that cannot be followed. */
  of(source: Function, reduction: Reduction): Function {
    const key = `${source.name} ${keyOf(reduction)}`;
    const known = this.copies.get(key);
    if (known) return known;
    const copy = this.module.addFunction(this.module.freshName(`${source.name}.${keyOf(reduction)}`), source.functionType);
    this.copies.set(key, copy);
    copy.words.linkage = 'internal';
    copy.attributes = [...source.attributes];
    copy.returnAttributes = [...source.returnAttributes];
    copy.callingConvention = source.callingConvention;
    copy.personality = source.personality;
    source.args.forEach((arg, i) => { const to = copy.args[i]; if (to) to.attributes = [...arg.attributes]; });
    cloneBody(source, copy, new Map<Value, Value>(source.args.map((arg, i) => [arg, copy.args[i] ?? arg])));
    for (const instruction of [...copy.instructions()]) {
      instruction.metadata.delete('dbg');
      if (instruction.kind === 'debugrecord') instruction.erase();
      else this.reduce(instruction, reduction);
    }
    return copy;
  }

  private reduce(instruction: Instruction, reduction: Reduction): void {
    if (isCall(instruction)) {
      this.reduceCall(instruction, reduction);
      return;
    }
    switch (instruction.kind) {
      case 'binary': roundOperands(instruction, reduction); roundResult(instruction, reduction); return;
      case 'compare': roundOperands(instruction, reduction); return;
      case 'cast': if (instruction.opcode !== 'bitcast') roundResult(instruction, reduction); return;
      case 'atomicrmw':
        if (isOf(instruction.type, reduction)) throw refuse('unsupportedInstruction', { instruction: 'atomicrmw', why: 'its result cannot be rounded' }, instruction);
        return;
      default:
    }
  }

  private reduceCall(call: AnyCall, reduction: Reduction): void {
    const treatment = treatmentOf(call);
    switch (treatment.kind) {
      case 'function':
        call.setOperand(call.operands.indexOf(call.callee), this.of(treatment.fn, reduction));
        return;
      case 'math':
        roundOperands(call, reduction);
        roundPlaces(call, treatment.row, reduction);
        return;
      case 'sum': throw refuse('unsupportedInstruction', { instruction: 'a reduction', why: 'it rounds at each step' }, call);
      case 'indirect': throw refuse('indirectCall', {}, call);
      case 'unknown': case 'unsupported':
        if (isOf(call.type, reduction) || call.args.some((arg) => isOf(arg.type, reduction))) throw refuse('unknownCallee', { callee: treatment.name }, call);
        return;
      default:
    }
  }
}

function keyOf({ from, to }: Reduction): string { return `${from}_as_${to === 'float' ? 'float' : `${to.exponent}_${to.mantissa}`}`; }

function isOf(type: Type, { from }: Reduction): boolean {
  const scalar = scalarType(type);
  return scalar.kind === 'float' && scalar.format === from;
}

function roundOperands(instruction: Instruction, reduction: Reduction): void {
  const build = new Builder(blockOf(instruction)).beforeInstruction(instruction);
  instruction.operands.forEach((operand, index) => {
    if (isOf(operand.type, reduction)) instruction.setOperand(index, rounded(build, operand, reduction));
  });
}

function roundResult(instruction: Instruction, reduction: Reduction): void {
  if (!isOf(instruction.type, reduction)) return;
  const users = [...instruction.uses].map(({ user, index }) => ({ user, index }));
  const result = rounded(after(instruction), instruction, reduction);
  for (const { user, index } of users) user.setOperand(index, result);
}

/** What a function of numbers returns, alone or in a struct, or leaves behind pointers. */
function roundPlaces(call: AnyCall, row: MathRow, reduction: Reduction): void {
  const number = reduction.from === 'double' ? double : float;
  const users = [...call.uses].map(({ user, index }) => ({ user, index }));
  const build = after(call);
  let result: Value = call;
  for (const { place } of row.outputs) {
    if (place.kind === 'result' && isOf(call.type, reduction)) result = rounded(build, call, reduction);
    if (place.kind === 'field' && call.type.kind === 'struct' && call.type.fields.some((field) => isOf(field, reduction))) {
      result = build.insertValue(result, rounded(build, build.extractValue(result, [place.index]), reduction), [place.index]);
    }
    const address = place.kind === 'pointer' ? call.args[place.argument] : undefined;
    if (address && call.args.some((arg) => isOf(arg.type, reduction))) build.store(rounded(build, build.load(number, address), reduction), address);
  }
  if (result !== call) for (const { user, index } of users) user.setOperand(index, result);
}

/** Where code goes that uses the result. */
function after(instruction: Instruction): Builder {
  const block = blockOf(instruction);
  const next = block.instructions[block.instructions.indexOf(instruction) + 1];
  if (!next) throw refuse('exceptions', {}, instruction);
  return new Builder(block).beforeInstruction(next);
}

function blockOf(instruction: Instruction): Builder['block'] {
  if (!instruction.block) throw new Error('an instruction in no block');
  return instruction.block;
}

function rounded(build: Builder, value: Value, { from, to }: Reduction): Value {
  if (to === 'float') {
    const narrow = build.insert(new CastInstruction('fptrunc', value, withScalar(value.type, float)));
    return build.insert(new CastInstruction('fpext', narrow, value.type));
  }
  const fn = roundingFunction(build.module, from, to);
  const { type } = value;
  if (type.kind !== 'vector') return build.call(fn, [value]);
  if (type.scalable) throw new Diagnostic('unsupportedInstruction', { instruction: 'a scalable vector', why: 'its lanes cannot be rounded one by one' });
  return Array.from({ length: type.length }, (_, lane) => constantInt(i32, lane))
    .reduce((vector: Value, lane) => build.insertElement(vector, build.call(fn, [build.extractElement(value, lane)]), lane), value);
}
