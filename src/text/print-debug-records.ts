/** Debug records, or the calls of debug intrinsics that older LLVM has in their place. */
import type { DebugRecord, Module } from '../ir/index.js';
import { hasDebugRecords } from './dialect.js';
import type { InstructionPrinter } from './print-instructions.js';

export function printDebugRecord(record: DebugRecord, printer: InstructionPrinter): string {
  const parts = record.parts.map((part) => (typeof part === 'string' ? part : printer.described(part)));
  if (hasDebugRecords(printer.llvm)) return `#${record.record}(${parts.join('')})`;
  const operands = splitOperands(parts, record.parts.map((part) => typeof part === 'string'));
  const location = operands.pop() ?? '';
  const name = recordFor(record, printer.llvm);
  const list = operands.slice(0, operandCounts[name] ?? 3).map((operand) => `metadata ${operand}`).join(', ');
  return `call void @${intrinsicName(name)}(${list}), !dbg ${location}`;
}

/** Declarations of the intrinsics that records become for versions without records, as far as the module lacks them. */
export function debugDeclarations(module: Module, llvm: number): string[] {
  if (hasDebugRecords(llvm)) return [];
  const needed = new Map<string, number>();
  for (const fn of module.functions.values()) {
    if (fn.isDeclaration || fn.unparsedBody !== undefined) continue;
    for (const instruction of fn.instructions()) {
      if (instruction.kind === 'debugrecord') {
        const name = recordFor(instruction, llvm);
        needed.set(intrinsicName(name), operandCounts[name] ?? 3);
      }
    }
  }
  return [...needed].filter(([name]) => !module.functions.has(name))
    .map(([name, count]) => `declare void @${name}(${Array<string>(count).fill('metadata').join(', ')})\n`);
}

/** Operands of the intrinsics, where they are not three. */
const operandCounts: Readonly<Record<string, number>> = { dbg_assign: 6, dbg_label: 1 };

/** What a version has for a record: assignments are only values before LLVM 16. */
function recordFor({ record }: DebugRecord, llvm: number): string {
  return record === 'dbg_assign' && llvm < 16 ? 'dbg_value' : record;
}

/** `#dbg_value` was `llvm.dbg.value`. */
function intrinsicName(record: string): string { return `llvm.${record.replace('_', '.')}`; }

/** The operands: metadata text cut at commas outside brackets and strings, values as they are. */
function splitOperands(parts: readonly string[], isText: readonly boolean[]): string[] {
  const operands = [''];
  let depth = 0;
  const append = (text: string): void => { operands[operands.length - 1] += text; };
  parts.forEach((part, index) => {
    if (!isText[index]) return append(part);
    for (const [token] of part.matchAll(/"[^"]*"|[^"(){},]+|./gs)) {
      if (token === '(' || token === '{') depth++;
      if (token === ')' || token === '}') depth--;
      if (token === ',' && depth === 0) operands.push('');
      else append(token);
    }
  });
  return operands.map((operand) => operand.trim());
}
