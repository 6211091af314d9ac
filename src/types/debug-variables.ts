/** Source variables and where they live: `#dbg_value` and friends, and the signature of the function. */
import { type MetadataNode, metadataNode, splitAtCommas } from '../analysis/index.js';
import { type DataLayout, type Function, type Instruction, type StructType, type Type, type Value, isCall, isInstruction } from '../ir/index.js';
import type { Shapes } from './algebra.js';
import { type DebugShapes, resolve } from './debug-shapes.js';
import { valueRuns } from './ir-shapes.js';
import { type Run, endOf } from './runs.js';
import type { Shape } from './shape.js';

/** What the declaration of a variable says about a value. */
export interface VariableFact {
  readonly value: Value;
  readonly shape: Shape;
  /** Whether the value is the address of the variable. */
  readonly isHome?: boolean;
}

export interface DebugContext { readonly shapes: Shapes; readonly debug: DebugShapes; readonly layout: DataLayout }

export function variableFacts(fn: Function, context: DebugContext): VariableFact[] {
  const facts: VariableFact[] = [];
  for (const instruction of fn.instructions()) {
    const record = debugRecordOf(instruction);
    if (record) facts.push(...recordFacts(record, fn, context));
  }
  return facts;
}

/**
 * Parameter types from the function's own type, where parameters and arguments correspond one to one (the calling
 * convention may have split or dropped some: then nothing is said). `result` is what a returned value holds.
 */
export function signatureFacts(fn: Function, context: DebugContext): { readonly parameters: readonly VariableFact[]; readonly result: Shape } {
  const none = { parameters: [], result: context.shapes.empty };
  const subprogram = metadataNode(fn.module, fn.metadata.get('dbg'));
  const types = subprogram?.node('type')?.node('types')?.operands;
  if (!types) return none;
  const [resultType, ...parameterTypes] = types;
  const hidden = fn.args[0]?.attributes.some((word) => word.startsWith('sret')) ? 1 : 0;
  const parameters: VariableFact[] = [];
  const memory = (type: string | undefined): Shape => context.shapes.pointerTo(context.debug.variable(type));
  const [first] = fn.args;
  if (hidden === 1 && first) parameters.push({ value: first, shape: memory(resultType) });
  const returned = hidden === 0 && resultType !== undefined ? holding(fn.functionType.result, resultType, context) : undefined;
  const result = returned ?? context.shapes.empty;
  if (parameterTypes.length !== fn.args.length - hidden) return { parameters, result };
  for (const arg of fn.args.slice(hidden)) {
    const type = parameterTypes[arg.index - hidden];
    const isByval = arg.attributes.some((word) => word.startsWith('byval'));
    const shape = isByval ? memory(type) : holding(arg.type, type, context);
    if (!shape) return { parameters: parameters.slice(0, hidden), result };
    parameters.push({ value: arg, shape });
  }
  return { parameters, result };
}

export interface DebugRecordParts { readonly name: string; readonly operands: readonly (string | Value)[] }

/** A debug record, or a call of the intrinsic that older LLVMs have in its place. */
export function debugRecordOf(instruction: Instruction): DebugRecordParts | undefined {
  if (instruction.kind === 'debugrecord') return { name: instruction.record, operands: split(instruction.parts) };
  if (!isCall(instruction)) return undefined;
  const name = instruction.calledFunction?.name;
  if (name === undefined || !name.startsWith('llvm.dbg.')) return undefined;
  const operands = instruction.args.map((arg) => {
    const [only] = arg.kind === 'metadata' ? arg.parts : [];
    return arg.kind === 'metadata' && arg.parts.length === 1 && only !== undefined ? only : '';
  });
  return { name: name.slice('llvm.'.length).replace('.', '_'), operands };
}

/** The operands of a record: values, and the text of the others. */
function split(parts: readonly (string | Value)[]): (string | Value)[] {
  const text = parts.map((part, index) => (typeof part === 'string' ? part : `$${index}`)).join('');
  return splitAtCommas(text).map((operand) => {
    const index = /^\$(\d+)$/.exec(operand)?.[1];
    return index === undefined ? operand : parts[Number(index)] ?? operand;
  });
}

function recordFacts({ name, operands }: DebugRecordParts, fn: Function, context: DebugContext): VariableFact[] {
  const [value, variableText, expressionText, , address, addressExpression] = operands;
  const variable = typeof variableText === 'string' ? metadataNode(fn.module, variableText)?.text('type') : undefined;
  const expression = expressionOf(fn, expressionText);
  if (variable === undefined || !expression) return [];
  const facts: VariableFact[] = [];
  if (typeof value === 'object') {
    const shape = name === 'dbg_declare' ? atAddress(variable, expression, context) : atValue(value, variable, expression, context);
    if (shape) facts.push({ value, shape, isHome: name === 'dbg_declare' });
  }
  if (name === 'dbg_assign' && typeof address === 'object' && expressionOf(fn, addressExpression)?.length === 0) {
    const shape = atAddress(variable, expression, context);
    if (shape) facts.push({ value: address, shape, isHome: true });
  }
  return facts.filter(({ value: at }) => at.kind === 'argument' || isInstruction(at));
}

/** The words of a `DIExpression`. */
function expressionOf(fn: Function, text: string | Value | undefined): readonly string[] | undefined {
  const node: MetadataNode | undefined = typeof text === 'string' ? metadataNode(fn.module, text) : undefined;
  return node?.operands;
}

/** The address of a variable, or of a fragment of it. */
function atAddress(type: string, expression: readonly string[], { shapes, debug }: DebugContext): Shape | undefined {
  const variable = weakIfInteger(debug.variable(type), shapes);
  const [operation, first, second] = expression;
  switch (operation) {
    case undefined: return shapes.pointerTo(variable);
    case 'DW_OP_deref': return expression.length === 1 ? shapes.pointerTo(shapes.pointerTo(variable)) : undefined;
    case 'DW_OP_plus_uconst':
      return expression.length === 2 ? shapes.pointerTo(shapes.shift(shapes.firstInstance(variable), Number(first))) : undefined;
    case 'DW_OP_LLVM_fragment': return shapes.pointerTo(fragment(variable, Number(first), Number(second), shapes));
    default: return undefined;
  }
}

/** A value that is the variable, a part of it, its address, or its address less a constant. */
function atValue(value: Value, type: string, expression: readonly string[], context: DebugContext): Shape | undefined {
  const { shapes, debug } = context;
  const [, first] = expression;
  const key = expression.map((word) => (/^\d+$/.test(word) ? 'n' : word)).join(' ');
  switch (key) {
    case '': return holding(value.type, type, context);
    case 'DW_OP_deref': return value.type.kind === 'pointer' ? shapes.pointerTo(debug.variable(type)) : undefined;
    case 'DW_OP_plus_uconst n DW_OP_deref':
      return value.type.kind === 'pointer' ? shapes.pointerTo(shapes.shift(debug.variable(type), Number(first))) : undefined;
    case 'DW_OP_plus_uconst n DW_OP_stack_value': {
      const pointed = value.type.kind === 'pointer' ? holding(value.type, type, context) : undefined;
      return pointed && shapes.pointerTo(shapes.shift(shapes.firstInstance(shapes.pointeeOf(pointed)), Number(first)));
    }
    default:
  }
  const piece = pieceOf(expression);
  if (!piece) return undefined;
  const variable = debug.value(type);
  const shape = shapes.shift(fragment(variable, piece.offset, Math.min(piece.bits, piece.width), shapes), piece.start / 8);
  // Of a struct with numbers in it, the integers are what is declared, unless the program says otherwise.
  return isIntegerOnly(variable.runs) ? shapes.empty : weaklyInteger(shapes.part(shape, 0, context.layout.storeSize(value.type)), shapes);
}

/** `width` bits of a value, from bit `start` on, are the `bits` bits of a variable from bit `offset` on. */
interface Piece { readonly start: number; readonly width: number; readonly offset: number; readonly bits: number }

/** A part of a variable that is a value, or what a shift and truncations leave of it. */
function pieceOf(expression: readonly string[]): Piece | undefined {
  const text = expression.join(' ');
  const match = /^(?:DW_OP_constu (\d+) DW_OP_shr )?((?:DW_OP_LLVM_convert \d+ DW_ATE_unsigned )*)(?:DW_OP_stack_value )?DW_OP_LLVM_fragment (\d+) (\d+)$/.exec(text);
  if (!match) return undefined;
  const [, start = '0', conversions = '', offset, bits] = match;
  const widths = [...conversions.matchAll(/DW_OP_LLVM_convert (\d+)/g)].map(([, width]) => Number(width));
  const piece = { start: Number(start), width: Math.min(Infinity, ...widths), offset: Number(offset), bits: Number(bits) };
  return [piece.start, piece.offset, piece.bits].every((each) => each % 8 === 0) && (piece.width === Infinity || piece.width % 8 === 0) ? piece : undefined;
}

function fragment(shape: Shape, bitOffset: number, bitSize: number, shapes: Shapes): Shape {
  return shapes.part(shapes.shift(shape, -bitOffset / 8), 0, bitSize / 8);
}

/** What a value of an IR type holds when it is a whole variable of a source type; undefined if the two do not fit. */
function holding(type: Type, declared: string | undefined, context: DebugContext): Shape | undefined {
  const { debug, layout, shapes } = context;
  const { size, runs } = debug.object(declared);
  const [only] = runs;
  switch (type.kind) {
    case 'pointer':
      if (only?.kind === 'pointer' && only.offset === 0 && size === layout.pointerSize(type.addressSpace)) return shapes.of(runs);
      // Nothing is known of what is no pointer in the source: an unspecified type, an array descriptor passed by address.
      return undefined;
    case 'float': return only?.kind === type.format && runs.length === 1 ? shapes.of(runs) : undefined;
    case 'integer':
      if (type.bits < 8 || isBoolean(declared, context)) return isIntegerOnly(runs) ? shapes.empty : undefined;
      return size === layout.storeSize(type) ? withoutIntegers(shapes.of(runs), type, context) : undefined;
    case 'vector': return size === layout.storeSize(type) ? withoutIntegers(shapes.of(runs), type, context) : undefined;
    case 'struct': return isLaidOutLike(type, runs, layout) && size <= layout.storeSize(type) ? shapes.of(runs) : undefined;
    default: return undefined;
  }
}

/** Whether the registers that a struct is returned in hold its bytes in their order. */
function isLaidOutLike(type: StructType, runs: readonly Run[], layout: DataLayout): boolean {
  return valueRuns(type, layout).every((own) => {
    const there = runs.filter((run) => run.offset <= own.offset && own.offset < endOf(run));
    return there.length === 1 && there.every((run) => run.kind === own.kind && (own.offset - run.offset) % run.size === 0);
  });
}

/**
 * Programs move floats through integer variables (`uint64_t t; memcpy(&t, x, 8)`): that a variable is declared as an
 * integer says nothing about the value in it. Members of structs are another matter.
 */
function withoutIntegers(shape: Shape, type: Type, { shapes, layout }: DebugContext): Shape {
  const part = shapes.part(shape, 0, layout.storeSize(type));
  return isIntegerOnly(part.runs) ? shapes.empty : part;
}

/** Integers, until something else is said. */
function weaken(runs: readonly Run[]): Run[] { return runs.map((run): Run => (run.kind === 'integer' ? { ...run, kind: 'weak' } : run)); }

function weaklyInteger(shape: Shape, shapes: Shapes): Shape { return shapes.of(weaken(shape.runs)); }

/** The same for a variable in memory. */
function weakIfInteger(shape: Shape, shapes: Shapes): Shape {
  const { tail } = shape;
  if (!isIntegerOnly(shape.runs) && shape.runs.length > 0) return shape;
  if (!tail || !isIntegerOnly(tail.runs)) return tail ? shape : weaklyInteger(shape, shapes);
  return shapes.of(weaken(shape.runs), { ...tail, runs: weaken(tail.runs) });
}

function isIntegerOnly(runs: readonly Run[]): boolean { return runs.length > 0 && runs.every((run) => run.kind === 'integer'); }

function isBoolean(declared: string | undefined, context: DebugContext): boolean {
  return resolve(context.debug.module, declared)?.node.word('encoding') === 'DW_ATE_boolean';
}
