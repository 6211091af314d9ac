/** Debug records, or the calls of debug intrinsics that older LLVM has in their place. */
import type { DebugRecord } from '../ir/index.js';
import { hasDebugRecords } from './dialect.js';
import type { InstructionPrinter } from './print-instructions.js';

export function printDebugRecord(record: DebugRecord, printer: InstructionPrinter): string {
  const text = record.parts.map((part) => (typeof part === 'string' ? part : printer.typed(part))).join('');
  if (hasDebugRecords(printer.llvm)) return `#${record.record}(${text})`;
  const operands = splitOperands(text);
  const location = operands.pop() ?? '';
  const list = operands.map((operand) => `metadata ${operand}`).join(', ');
  return `call void @${intrinsicName(record.record)}(${list}), !dbg ${location}`;
}

/** `#dbg_value` was `llvm.dbg.value`. */
export function intrinsicName(record: string): string { return `llvm.${record.replace('_', '.')}`; }

/** The operands, cut at commas outside brackets and strings. */
function splitOperands(text: string): string[] {
  const operands: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '"') at = text.indexOf('"', at + 1);
    else if ('([{<'.includes(character)) depth++;
    else if (')]}>'.includes(character)) depth--;
    else if (character === ',' && depth === 0) {
      operands.push(text.slice(from, at).trim());
      from = at + 1;
    }
    if (at < 0) break;
  }
  operands.push(text.slice(from).trim());
  return operands;
}
