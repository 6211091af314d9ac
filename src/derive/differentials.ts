/** The derivative of an arithmetic instruction or call, in a form that both modes read. */
import {
  type BinaryInstruction, type CastInstruction, type Instruction, type Value, isCall,
} from '../ir/index.js';
import { byteSources, mayRound } from '../analysis/index.js';
import { type MathRow, binaryRules, negateRule } from '../rules/index.js';
import type { TypeInfo } from '../types/index.js';
import { type Bitwise, bitwiseOf } from './bitwise.js';
import { treatmentOf } from './calls.js';
import { refuse } from './refuse.js';
import type { FormatOfBits } from './value-of-bits.js';

export type Differential =
  /** A row of a rule table over `operands`. */
  | { readonly kind: 'row'; readonly row: MathRow; readonly operands: readonly Value[] }
  /** A conversion between floating-point formats. */
  | { readonly kind: 'conversion'; readonly operand: Value }
  /** The same bits as another type. */
  | { readonly kind: 'bits'; readonly operand: Value }
  /** A start value plus the lanes of a vector. */
  | { readonly kind: 'sum'; readonly start: Value; readonly vector: Value }
  /** The bits of a number made a number by their value. */
  | { readonly kind: 'value of bits'; readonly operand: Value; readonly format: FormatOfBits }
  /** Numbers in integer disguise under masks. */
  | Bitwise
  /** Numbers that are moved within an integer, beside what else is in it. */
  | { readonly kind: 'moves'; readonly moves: readonly Move[] }
  /** Address arithmetic on integers. */
  | { readonly kind: 'address' };

/** A number goes from the byte `from` of an integer to the byte `to` of the result. */
export interface Move { readonly operand: Value; readonly from: number; readonly to: number; readonly size: number }

/** @throws Diagnostic if the instruction has no derivative that we know. */
export function differentialOf(instruction: Instruction, types: TypeInfo): Differential {
  if (mayRound(instruction)) {
    throw refuse('unsupportedInstruction', { instruction: 'fadd', why: 'adding so large a constant rounds, and it is not clear what is done with the rounded number' }, instruction);
  }
  if (isCall(instruction)) return differentialOfCall(instruction);
  switch (instruction.kind) {
    case 'fneg': return { kind: 'row', row: negateRule, operands: instruction.operands };
    case 'cast': {
      const operand = instruction.operand(0);
      if (instruction.opcode === 'fpext' || instruction.opcode === 'fptrunc') return { kind: 'conversion', operand };
      if (instruction.opcode === 'bitcast') return { kind: 'bits', operand };
      const format = types.valueKind(operand);
      const isConverted = (instruction.opcode === 'sitofp' || instruction.opcode === 'uitofp') && operand.type.kind === 'integer';
      if (isConverted && (format === 'double' || format === 'float')) return { kind: 'value of bits', operand, format };
      if (types.valueKind(instruction) === 'pointer') return { kind: 'address' };
      const moves = movesOf(instruction, types);
      if (moves) return moves;
      break;
    }
    case 'binary': {
      const row = binaryRules[instruction.opcode];
      if (row !== 'inactive') return { kind: 'row', row, operands: instruction.operands };
      if (types.valueKind(instruction) === 'pointer') return { kind: 'address' };
      const change = movesOf(instruction, types) ?? bitwiseOf(instruction, types);
      if (change) return change;
      break;
    }
    default:
  }
  const opcode = 'opcode' in instruction ? instruction.opcode : instruction.kind;
  throw refuse('unsupportedInstruction', { instruction: `${opcode}`, why: 'it computes with the bits of an active number' }, instruction);
}

function differentialOfCall(call: Extract<Instruction, { kind: 'call' | 'invoke' | 'callbr' }>): Differential {
  const treatment = treatmentOf(call);
  const [first, second] = call.args;
  if (treatment.kind === 'math') return { kind: 'row', row: treatment.row, operands: call.args };
  if (treatment.kind === 'cast' && first) return { kind: 'conversion', operand: first };
  if (treatment.kind === 'sum' && first && second) return { kind: 'sum', start: first, vector: second };
  throw refuse('unsupportedInstruction', { instruction: 'call', why: 'it is no arithmetic' }, call);
}

/** Undefined unless every number in the result is one of an operand as it was, or a constant: what else there is may be computed. */
function movesOf(instruction: BinaryInstruction | CastInstruction, types: TypeInfo): Differential | undefined {
  const numbers = types.numbersIn(instruction);
  if (numbers.length === 0 || instruction.type.kind !== 'integer' || instruction.block?.parent.module.layout.text.startsWith('E') === true) return undefined;
  const sources = byteSources(instruction);
  const moves: Move[] = [];
  for (const number of numbers) {
    const bytes = sources.slice(number.offset, number.offset + number.size);
    if (bytes.every((source) => source === 'zero' || (source !== 'computed' && isConstant(instruction.operand(source.operand))))) continue;
    const [first] = bytes;
    if (first === undefined || typeof first === 'string') return undefined;
    if (!bytes.every((source, i) => typeof source !== 'string' && source.operand === first.operand && source.byte === first.byte + i)) return undefined;
    const operand = instruction.operand(first.operand);
    if (!types.numbersIn(operand).some(({ offset, kind }) => offset === first.byte && kind === number.kind)) return undefined;
    moves.push({ operand, from: first.byte, to: number.offset, size: number.size });
  }
  return { kind: 'moves', moves };
}

function isConstant(value: Value): boolean { return value.kind === 'int' || value.kind === 'word'; }

/** Fast-math flags of an instruction: derivative arithmetic may take over some. */
export function flagsOf(instruction: Instruction): readonly string[] { return 'flags' in instruction ? instruction.flags : []; }
