/** Which reader belongs to which opcode. */
import { type Instruction, binaryOpcodes, castOpcodes } from '../ir/index.js';
import { readBinary, readCast, readCompare, readFreeze, readNegate, readPhi, readSelect } from './arithmetic.js';
import {
  readExtractElement, readExtractValue, readInsertElement, readInsertValue, readShuffleVector, readVaArg,
} from './aggregates.js';
import { readCall, readCallBr, readInvoke, readMarkedCall } from './calls.js';
import {
  readBranch, readCatchPad, readCatchReturn, readCatchSwitch, readCleanupPad, readCleanupReturn, readIndirectBranch, readLandingPad,
  readResume, readReturn, readSwitch, readUnreachable,
} from './control-flow.js';
import { Token } from './lexer.js';
import {
  readAlloca, readAtomicUpdate, readCompareExchange, readFence, readGetElementPtr, readLoad, readStore,
} from './memory.js';
import type { Reader } from './reader.js';

/** Reads what stands after the opcode, up to the attachments. */
export type InstructionReader = (reader: Reader, opcode: string) => Instruction;

const readers = new Map<string, InstructionReader>([
  ...Object.keys(binaryOpcodes).map((opcode): [string, InstructionReader] => [opcode, readBinary]),
  ...Object.keys(castOpcodes).map((opcode): [string, InstructionReader] => [opcode, readCast]),
  ['fneg', readNegate], ['icmp', readCompare], ['fcmp', readCompare], ['select', readSelect], ['phi', readPhi], ['freeze', readFreeze],
  ['alloca', readAlloca], ['load', readLoad], ['store', readStore], ['getelementptr', readGetElementPtr], ['fence', readFence],
  ['cmpxchg', readCompareExchange], ['atomicrmw', readAtomicUpdate],
  ['extractvalue', readExtractValue], ['insertvalue', readInsertValue], ['extractelement', readExtractElement],
  ['insertelement', readInsertElement], ['shufflevector', readShuffleVector], ['va_arg', readVaArg],
  ['call', readCall], ['tail', readMarkedCall], ['musttail', readMarkedCall], ['notail', readMarkedCall],
  ['invoke', readInvoke], ['callbr', readCallBr],
  ['ret', readReturn], ['br', readBranch], ['switch', readSwitch], ['indirectbr', readIndirectBranch], ['unreachable', readUnreachable],
  ['resume', readResume], ['landingpad', readLandingPad], ['cleanuppad', readCleanupPad], ['catchpad', readCatchPad],
  ['catchswitch', readCatchSwitch], ['cleanupret', readCleanupReturn], ['catchret', readCatchReturn],
]);

/** Reads one instruction without its name and attachments. */
export function readInstruction(reader: Reader): Instruction {
  const read = reader.at(Token.word) ? readers.get(reader.slice) : undefined;
  if (!read) return reader.failExpected('an instruction');
  return read(reader, reader.take());
}

/** Whether a word is an opcode: the attributes of a call end before the next instruction. */
export function isOpcode(word: string): boolean { return readers.has(word) || word === 'uselistorder'; }
