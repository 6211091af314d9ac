/** Function bodies: blocks, names of results, attachments. What stands behind an opcode is in the files named after chapters. */
import { type BasicBlock, DebugRecord, type Function, type Instruction, type Value, isPointerOrPointerVector, isTerminator } from '../ir/index.js';
import { nameAddressedBlocks } from './block-addresses.js';
import { readInstruction } from './instructions.js';
import { Punctuation, Token } from './lexer.js';
import { readAttachments, readMetadataParts } from './metadata.js';
import { type ModuleContext, Reader } from './reader.js';
import { LocalScope } from './scope.js';

/** Where a body stands in the text, without its braces. */
export interface BodyRange { readonly from: number; readonly limit: number }

/** Fills the blocks of `fn`. `argumentNumbers` are those of its unnamed arguments, in order. */
export function readBody(context: ModuleContext, fn: Function, range: BodyRange, argumentNumbers: readonly number[]): void {
  const scope = new LocalScope(fn, argumentNumbers);
  const reader = new Reader(context, range.from, range.limit, scope);
  try {
    if (reader.at(Token.end)) reader.failExpected('an instruction');
    while (!reader.at(Token.end) && !reader.isWord('uselistorder')) readBlock(reader, scope, fn);
    skipUseListOrders(reader);
    scope.finish(reader);
    if (context.hasAddressedBlocks) nameAddressedBlocks(context, fn, scope.numberedBlocks);
  } catch (error) {
    // Half a body must not stay in the use lists of globals.
    for (const block of fn.blocks) block.instructions.forEach((instruction) => { instruction.dropOperands(); });
    throw error;
  }
}

function readBlock(reader: Reader, scope: LocalScope, fn: Function): void {
  const block = readLabel(reader, scope);
  fn.blocks.push(block);
  for (;;) {
    if (reader.at(Token.record)) {
      block.append(readDebugRecord(reader, scope));
      continue;
    }
    if (reader.at(Token.end) || reader.at(Token.label)) reader.failExpected('an instruction');
    const instruction = readNamedInstruction(reader, scope, block);
    if (instruction && isTerminator(instruction)) return;
  }
}

function readLabel(reader: Reader, scope: LocalScope): BasicBlock {
  const at = reader.start;
  if (!reader.at(Token.label)) return scope.defineBlock(reader, scope.takeNumber(reader, undefined, at), at);
  const number = reader.nameNumber;
  const key = number >= 0 ? scope.takeNumber(reader, number, at) : reader.name;
  reader.next();
  return scope.defineBlock(reader, key, at);
}

/** Reads `%name = opcode ...`. @returns undefined when it was a cast that opaque pointers make void. */
function readNamedInstruction(reader: Reader, scope: LocalScope, block: BasicBlock): Instruction | undefined {
  const at = reader.start;
  let written: string | number | undefined;
  if (reader.at(Token.local)) {
    const number = reader.nameNumber;
    written = number >= 0 ? number : reader.name;
    reader.next();
    reader.expect(Punctuation.equals, '`=`');
  }
  const instruction = readInstruction(reader);
  if (reader.at(Punctuation.comma)) readAttachments(reader, instruction.metadata);
  const replacement = replacementOf(instruction, scope);
  nameResult(reader, scope, instruction, replacement ?? instruction, written, at);
  if (!replacement) return block.append(instruction);
  instruction.dropOperands();
  return undefined;
}

function nameResult(reader: Reader, scope: LocalScope, instruction: Instruction, result: Value, written: string | number | undefined, at: number): void {
  if (instruction.type.kind === 'void') {
    if (written !== undefined) reader.fail('this instruction has no result to name', at);
    return;
  }
  if (typeof written === 'string') {
    if (result === instruction) instruction.name = written;
    scope.define(reader, written, result, at);
  } else {
    scope.define(reader, scope.takeNumber(reader, written, at), result, at);
  }
}

/** A bitcast between what were typed pointers is its operand. */
function replacementOf(instruction: Instruction, scope: LocalScope): Value | undefined {
  if (instruction.kind !== 'cast' || instruction.opcode !== 'bitcast') return undefined;
  const operand = instruction.operand(0);
  return operand.type === instruction.type && isPointerOrPointerVector(operand.type) && !scope.isPending(operand) ? operand : undefined;
}

/** `#dbg_value(ptr %x, !12, !DIExpression(), !13)`. */
function readDebugRecord(reader: Reader, scope: LocalScope): DebugRecord {
  const record = reader.take().slice(1);
  reader.expect(Punctuation.open, '`(`');
  const parts: (string | Value)[] = [];
  let text = '';
  do {
    for (const part of readMetadataParts(reader)) {
      if (typeof part === 'string') text += part;
      else {
        if (text !== '') parts.push(text);
        parts.push(part);
        text = '';
      }
    }
    if (reader.at(Punctuation.comma)) text += ', ';
  } while (reader.accept(Punctuation.comma));
  reader.expect(Punctuation.close, '`)`');
  if (text !== '') parts.push(text);
  scope.metadataParts.push(parts);
  return new DebugRecord(record, parts);
}

/** The order of use lists means nothing to a program; it is kept only where the body is kept as it was. */
function skipUseListOrders(reader: Reader): void {
  while (reader.acceptWord('uselistorder')) {
    while (!reader.at(Token.end) && !reader.isWord('uselistorder')) reader.next();
  }
  if (!reader.at(Token.end)) reader.failExpected('the end of the function');
}
