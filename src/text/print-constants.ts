/** Constants as text, with and without their type. */
import {
  type Constant, type ConstantExpression, type ConstantInt, type ConstantOpaque, type InlineAsm, type Value, quoteString,
} from '../ir/index.js';
import { latest } from './dialect.js';
import { floatLiteral } from './floats.js';
import { globalName } from './print-names.js';

/** `type constant`. `llvm` is the version that is to read it. */
export function printTyped(constant: Constant, llvm = latest): string {
  return `${constant.type.text} ${printConstant(constant, llvm)}`;
}

export function printConstant(constant: Constant, llvm = latest): string {
  switch (constant.kind) {
    case 'int': return printInteger(constant);
    case 'fp': return floatLiteral(constant.bits, constant.type.format);
    case 'word': return constant.word;
    case 'aggregate': return printAggregate(constant.type, constant.elements.map((element) => printTyped(element, llvm)));
    case 'string': return `c${quoteString(constant.bytes)}`;
    case 'splat': return printSplat(constant, llvm);
    case 'expression': return printExpression(constant, llvm);
    case 'opaque': return printParts(constant);
    case 'asm': return printAsm(constant);
    case 'metadata': return constant.parts.map((part) => (typeof part === 'string' ? part : printDescribed(part, llvm))).join('');
    default: return globalName(constant.name);
  }
}

function printInteger(constant: ConstantInt): string {
  return constant.type.bits === 1 ? (constant.value === 0n ? 'false' : 'true') : String(constant.value);
}

function printAggregate(type: { readonly kind: string; readonly packed?: boolean }, elements: readonly string[]): string {
  const list = elements.join(', ');
  switch (type.kind) {
    case 'array': return `[${list}]`;
    case 'vector': return `<${list}>`;
    default: {
      const inner = elements.length === 0 ? '{}' : `{ ${list} }`;
      return type.packed ? `<${inner}>` : inner;
    }
  }
}

/** LLVM up to 18 has no `splat`: there it is a shuffle of a vector with one element set. */
function printSplat(constant: Extract<Constant, { kind: 'splat' }>, llvm: number): string {
  const element = printTyped(constant.element, llvm);
  if (llvm >= 19) return `splat (${element})`;
  const { type } = constant;
  if (type.kind !== 'vector') throw new TypeError(`a splat of the type ${type.text}`);
  const mask = `<${type.scalable ? 'vscale x ' : ''}${type.length} x i32> zeroinitializer`;
  return `shufflevector (${type.text} insertelement (${type.text} poison, ${element}, i64 0), ${type.text} poison, ${mask})`;
}

function printExpression(constant: ConstantExpression, llvm: number): string {
  const { opcode, operands } = constant;
  const flags = expressionFlags(constant, llvm).map((flag) => `${flag} `).join('');
  const list = operands.map((operand, index) => `${isInRange(constant, index, llvm) ? 'inrange ' : ''}${printTyped(operand, llvm)}`).join(', ');
  if (constant.elementType) return `${opcode} ${flags}(${constant.elementType.text}, ${list})`;
  if (constant.path.length > 0) return `${opcode} (${list}, ${constant.path.join(', ')})`;
  if (operands.length === 1 && opcode !== 'fneg') return `${opcode} ${flags}(${list} to ${constant.type.text})`;
  return `${opcode} ${flags}(${list})`;
}

/** Flags that the version knows. `inrange` only promises something, in one form up to LLVM 18 and in another from 19. */
function expressionFlags(constant: ConstantExpression, llvm: number): readonly string[] {
  return constant.flags.filter((flag) => {
    if (flag.startsWith('inrange:')) return false;
    if (flag.startsWith('inrange(')) return llvm >= 19;
    if (constant.opcode === 'getelementptr' && flag !== 'inbounds') return llvm >= 19;
    return true;
  });
}

function isInRange(constant: ConstantExpression, index: number, llvm: number): boolean {
  return llvm < 19 && constant.flags.includes(`inrange:${index}`);
}

function printParts(constant: ConstantOpaque): string {
  return constant.parts.map((part) => (typeof part === 'string' ? part : globalName(part.name))).join('');
}

function printAsm(asm: InlineAsm): string {
  const flags = asm.flags.map((flag) => `${flag} `).join('');
  return `asm ${flags}${quoteString(asm.assembly)}, ${quoteString(asm.constraints)}`;
}

/** Whether a value can stand outside functions. */
export function isConstant(value: Value): value is Constant {
  switch (value.kind) {
    case 'int': case 'fp': case 'word': case 'aggregate': case 'string': case 'splat': case 'expression': case 'opaque': case 'asm':
    case 'metadata': case 'function': case 'global': case 'alias': case 'ifunc':
      return true;
    default: return false;
  }
}

/** A value in metadata outside a function can only be a constant. */
function printDescribed(value: Value, llvm: number): string {
  return isConstant(value) ? printTyped(value, llvm) : `${value.type.text} poison`;
}
