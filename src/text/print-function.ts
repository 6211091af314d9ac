/** Functions as text: the header, and the body unless its text can be used as it is. */
import type { BasicBlock, Function, Instruction } from '../ir/index.js';
import { attributeText, hasDebugRecords, needsLifetimeSize } from './dialect.js';
import { printTyped } from './print-constants.js';
import { globalWordsText } from './print-globals.js';
import { type InstructionPrinter, makePrinter, printInstruction } from './print-instructions.js';
import { globalName, localName, nameLocals } from './print-names.js';
import { isReadableBy } from './verbatim.js';

/** Whether the body has to be read before it can be printed for a version. */
export function needsReading(fn: Function, llvm: number): boolean {
  const text = fn.unparsedBody;
  return text === undefined || !isReadableBy(text, llvm);
}

export function printFunction(fn: Function, llvm: number): string {
  if (fn.isDeclaration) return `declare ${attachments(fn, 'before')}${header(fn, llvm)}\n`;
  const text = needsReading(fn, llvm) ? undefined : fn.unparsedBody;
  return `define ${header(fn, llvm)}${attachments(fn, 'after')} {${text ?? printBody(fn, llvm)}}\n`;
}

function header(fn: Function, llvm: number): string {
  const { words } = fn;
  const before = globalWordsText([words.linkage, words.preemption, words.visibility, words.dllStorage, fn.callingConvention]);
  const space = fn.type.kind === 'pointer' && fn.type.addressSpace !== 0 ? ` addrspace(${fn.type.addressSpace})` : '';
  const after = [words.unnamedAddr === '' ? '' : ` ${words.unnamedAddr}`, space].join('');
  const attributes = attributeText(fn.attributes, llvm).trimEnd();
  const constants = (['prefix', 'prologue', 'personality'] as const)
    .flatMap((word) => { const constant = fn[word]; return constant ? [`${word} ${printTyped(constant, llvm)}`] : []; });
  const behind = [attributes, ...fn.trailing, ...constants].filter((word) => word !== '').map((word) => ` ${word}`).join('');
  return `${before}${attributeText(fn.returnAttributes, llvm)}${fn.functionType.result.text} ${globalName(fn.name)}`
    + `(${parameters(fn, llvm)})${after}${behind}`;
}

function parameters(fn: Function, llvm: number): string {
  let next = 0;
  const list = fn.args.map((argument) => {
    const words = attributeText(argument.attributes, llvm).trimEnd();
    const isNamed = argument.name !== undefined && argument.name !== '';
    const name = isNamed && argument.name !== undefined ? localName(argument.name) : String(next++);
    const isShown = isNamed || !fn.isDeclaration;
    return `${argument.type.text}${words === '' ? '' : ` ${words}`}${isShown ? ` %${name}` : ''}`;
  });
  if (needsLifetimeSize(fn.name, fn.args.length, llvm)) list.unshift('i64 immarg');
  if (fn.functionType.isVariadic) list.push('...');
  return list.join(', ');
}

function attachments(fn: Function, where: 'before' | 'after'): string {
  const list = [...fn.metadata].map(([kind, node]) => `!${kind} ${node}`);
  return list.map((text) => (where === 'before' ? `${text} ` : ` ${text}`)).join('');
}

function printBody(fn: Function, llvm: number): string {
  const names = nameLocals(fn);
  const printer = makePrinter(fn, names, llvm);
  const lines: string[] = [''];
  fn.blocks.forEach((block, index) => {
    if (index > 0) lines.push('');
    printBlock(block, index === 0, printer, lines);
  });
  return `${lines.join('\n')}\n`;
}

function printBlock(block: BasicBlock, isEntry: boolean, printer: InstructionPrinter, lines: string[]): void {
  const isNamed = block.name !== undefined && block.name !== '';
  if (!isEntry || isNamed) lines.push(`${printer.names.get(block) ?? ''}:`);
  for (const instruction of block.instructions) {
    // LLVM sets records off from the instructions between which they stand.
    const indent = instruction.kind === 'debugrecord' && hasDebugRecords(printer.llvm) ? '    ' : '  ';
    lines.push(`${indent}${printNamed(instruction, printer)}`);
  }
}

function printNamed(instruction: Instruction, printer: InstructionPrinter): string {
  const name = printer.names.get(instruction);
  let text = name === undefined ? '' : `%${name} = `;
  text += printInstruction(instruction, printer);
  if (instruction.hasMetadata) for (const [kind, node] of instruction.metadata) text += `, !${kind} ${node}`;
  return text;
}
