/** Terminators, and the pads that exceptions land on. */
import {
  type BasicBlock, BranchInstruction, CatchSwitchInstruction, FuncletPadInstruction, FuncletReturnInstruction, IndirectBrInstruction,
  type Instruction, LandingPadInstruction, ResumeInstruction, ReturnInstruction, SwitchInstruction, UnreachableInstruction, type Value,
  sameType, tokenType,
} from '../ir/index.js';
import { readTypedValue, readValue } from './constants.js';
import { Punctuation } from './lexer.js';
import type { Reader } from './reader.js';
import { readType, readValueType } from './types.js';

export function readReturn(reader: Reader): Instruction {
  const at = reader.start;
  const type = readType(reader);
  const expected = reader.scope?.fn.functionType.result;
  if (expected && !sameType(expected, type)) reader.fail(`this function returns ${expected.text}, not ${type.text}`, at);
  return new ReturnInstruction(type.kind === 'void' ? undefined : readValue(reader, type));
}

export function readBranch(reader: Reader): Instruction {
  if (reader.isWord('label')) return new BranchInstruction([readLabel(reader)]);
  const at = reader.start;
  const condition = readTypedValue(reader);
  if (condition.type.text !== 'i1') reader.fail(`a branch chooses by i1, not by ${condition.type.text}`, at);
  reader.expect(Punctuation.comma, '`,`');
  const whenTrue = readLabel(reader);
  reader.expect(Punctuation.comma, '`,`');
  return new BranchInstruction([whenTrue, readLabel(reader)], condition);
}

export function readSwitch(reader: Reader): Instruction {
  const at = reader.start;
  const value = readTypedValue(reader);
  if (value.type.kind !== 'integer') reader.fail(`a switch chooses by an integer, not by ${value.type.text}`, at);
  reader.expect(Punctuation.comma, '`,`');
  const otherwise = readLabel(reader);
  const cases: { value: Value; block: BasicBlock }[] = [];
  reader.expect(Punctuation.openSquare, '`[`');
  while (!reader.accept(Punctuation.closeSquare)) {
    const caseAt = reader.start;
    const choice = readTypedValue(reader);
    if (!sameType(choice.type, value.type)) reader.fail(`expected a value of the type ${value.type.text}`, caseAt);
    reader.expect(Punctuation.comma, '`,`');
    cases.push({ value: choice, block: readLabel(reader) });
  }
  return new SwitchInstruction(value, otherwise, cases);
}

export function readIndirectBranch(reader: Reader): Instruction {
  const address = readTypedValue(reader);
  reader.expect(Punctuation.comma, '`,`');
  return new IndirectBrInstruction(address, readLabels(reader));
}

export function readUnreachable(): Instruction { return new UnreachableInstruction(); }

export function readResume(reader: Reader): Instruction { return new ResumeInstruction(readTypedValue(reader)); }

export function readLandingPad(reader: Reader): Instruction {
  const type = readValueType(reader);
  const isCleanup = reader.acceptWord('cleanup');
  const clauses: ('catch' | 'filter')[] = [];
  const values: Value[] = [];
  for (;;) {
    const clause = reader.isWord('catch') ? 'catch' : reader.isWord('filter') ? 'filter' : undefined;
    if (!clause) return new LandingPadInstruction(type, isCleanup, clauses, values);
    reader.next();
    clauses.push(clause);
    values.push(readTypedValue(reader));
  }
}

export function readCleanupPad(reader: Reader): Instruction { return readFuncletPad(reader, 'cleanuppad'); }
export function readCatchPad(reader: Reader): Instruction { return readFuncletPad(reader, 'catchpad'); }

export function readCatchSwitch(reader: Reader): Instruction {
  reader.expectWord('within');
  const parent = readValue(reader, tokenType);
  const handlers = readLabels(reader);
  reader.expectWord('unwind');
  const unwind = readUnwindDestination(reader);
  return new CatchSwitchInstruction(tokenType, parent, [...handlers, ...unwind], unwind.length === 0);
}

/** `cleanupret from %pad unwind label %x`. */
export function readCleanupReturn(reader: Reader): Instruction {
  reader.expectWord('from');
  const pad = readValue(reader, tokenType);
  reader.expectWord('unwind');
  return new FuncletReturnInstruction('cleanupret', pad, readUnwindDestination(reader));
}

/** `catchret from %pad to label %x`. */
export function readCatchReturn(reader: Reader): Instruction {
  reader.expectWord('from');
  const pad = readValue(reader, tokenType);
  reader.expectWord('to');
  return new FuncletReturnInstruction('catchret', pad, [readLabel(reader)]);
}

/** `label %x`. */
export function readLabel(reader: Reader): BasicBlock {
  reader.expectWord('label');
  if (!reader.scope) return reader.fail('a label stands in a function');
  return reader.scope.useBlock(reader);
}

/** `[label %x, label %y]`. */
export function readLabels(reader: Reader): BasicBlock[] {
  reader.expect(Punctuation.openSquare, '`[`');
  const labels: BasicBlock[] = [];
  if (reader.accept(Punctuation.closeSquare)) return labels;
  do labels.push(readLabel(reader)); while (reader.accept(Punctuation.comma));
  reader.expect(Punctuation.closeSquare, '`]`');
  return labels;
}

function readFuncletPad(reader: Reader, opcode: 'cleanuppad' | 'catchpad'): Instruction {
  reader.expectWord('within');
  const parent = readValue(reader, tokenType);
  const args: Value[] = [];
  reader.expect(Punctuation.openSquare, '`[`');
  if (!reader.accept(Punctuation.closeSquare)) {
    do args.push(readTypedValue(reader)); while (reader.accept(Punctuation.comma));
    reader.expect(Punctuation.closeSquare, '`]`');
  }
  return new FuncletPadInstruction(opcode, tokenType, parent, args);
}

/** `to caller`, or a label. */
function readUnwindDestination(reader: Reader): BasicBlock[] {
  if (!reader.acceptWord('to')) return [readLabel(reader)];
  reader.expectWord('caller');
  return [];
}
