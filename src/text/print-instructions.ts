/** Instructions as text, without their names and attachments. */
import type {
  Atomicity, BasicBlock, Function, Instruction, LoadInstruction, PhiInstruction, StoreInstruction, SwitchInstruction, Value,
} from '../ir/index.js';
import { castOpcodeFor, flagText } from './dialect.js';
import { printCallSite } from './print-calls.js';
import { isConstant, printConstant } from './print-constants.js';
import { printDebugRecord } from './print-debug-records.js';
import type { LocalNames } from './print-names.js';
import { quoteString } from '../ir/index.js';

/** What every instruction of one function is printed with. */
export interface InstructionPrinter {
  readonly fn: Function;
  readonly names: LocalNames;
  /** The version that is to read it. */
  readonly llvm: number;
  /** A value without its type. @throws TypeError for a local value that is not in the function. */
  value(value: Value): string;
  /** A value with its type. */
  typed(value: Value): string;
  /** A value in metadata, with its type: `poison` when it is no longer in the function. */
  described(value: Value): string;
  /** `label %block`. */
  label(block: BasicBlock): string;
}

export function makePrinter(fn: Function, names: LocalNames, llvm: number): InstructionPrinter {
  const value = (operand: Value): string => {
    const name = names.get(operand);
    return name === undefined ? printUnnamed(operand, printer) : `%${name}`;
  };
  const printer: InstructionPrinter = {
    fn, names, llvm, value,
    typed: (operand) => (operand.kind === 'metadata' ? `metadata ${value(operand)}` : `${operand.type.text} ${value(operand)}`),
    described: (operand) => `${operand.type.text} ${names.has(operand) || isConstant(operand) ? value(operand) : 'poison'}`,
    label: (block) => `label ${value(block)}`,
  };
  return printer;
}

function printUnnamed(value: Value, printer: InstructionPrinter): string {
  if (!isConstant(value)) throw new TypeError(`@${printer.fn.name} uses a ${value.kind} that is not in it`);
  if (value.kind !== 'metadata') return printConstant(value, printer.llvm);
  return value.parts.map((part) => (typeof part === 'string' ? part : printer.described(part))).join('');
}

export function printInstruction(instruction: Instruction, printer: InstructionPrinter): string {
  const { typed, value, label, llvm } = printer;
  const first = (): Value => instruction.operand(0);
  switch (instruction.kind) {
    case 'binary': return `${instruction.opcode} ${flagText(instruction.opcode, instruction.flags, llvm)}${typed(first())}, ${value(instruction.operand(1))}`;
    case 'fneg': return `fneg ${flagText('fneg', instruction.flags, llvm)}${typed(first())}`;
    case 'cast': return `${castOpcodeFor(instruction.opcode, llvm)} ${flagText(instruction.opcode, instruction.flags, llvm)}${typed(first())} to ${instruction.type.text}`;
    case 'compare':
      return `${instruction.opcode} ${flagText(instruction.opcode, instruction.flags, llvm)}${instruction.predicate} ${typed(first())}, ${value(instruction.operand(1))}`;
    case 'select': return `select ${flagText('select', instruction.flags, llvm)}${list(instruction, printer)}`;
    case 'phi': return printPhi(instruction, printer);
    case 'freeze': return `freeze ${typed(first())}`;
    case 'alloca': return printAlloca(instruction, printer);
    case 'load': return printLoad(instruction, printer);
    case 'store': return printStore(instruction, printer);
    case 'getelementptr': return `getelementptr ${flagText('getelementptr', instruction.flags, llvm)}${instruction.elementType.text}, ${list(instruction, printer)}`;
    case 'fence': return `fence ${atomicText(instruction.atomic)}`;
    case 'cmpxchg': return `cmpxchg ${word(instruction.isWeak, 'weak')}${word(instruction.isVolatile, 'volatile')}${list(instruction, printer)}`
      + ` ${atomicText(instruction.success)} ${instruction.failureOrdering}${alignText(instruction.alignment)}`;
    case 'atomicrmw': return `atomicrmw ${word(instruction.isVolatile, 'volatile')}${instruction.operation} ${list(instruction, printer)}`
      + ` ${atomicText(instruction.atomic)}${alignText(instruction.alignment)}`;
    case 'extractvalue': return `extractvalue ${typed(first())}, ${instruction.path.join(', ')}`;
    case 'insertvalue': return `insertvalue ${list(instruction, printer)}, ${instruction.path.join(', ')}`;
    case 'extractelement': case 'insertelement': case 'shufflevector': return `${instruction.kind} ${list(instruction, printer)}`;
    case 'va_arg': return `va_arg ${typed(first())}, ${instruction.type.text}`;
    case 'call': return `${word(instruction.tail !== '', instruction.tail)}call ${printCallSite(instruction, printer)}`;
    case 'invoke': return `invoke ${printCallSite(instruction, printer)}\n          to ${labels(instruction.successors, printer, ' unwind ')}`;
    case 'callbr': {
      const [normal, ...others] = instruction.successors;
      return `callbr ${printCallSite(instruction, printer)}\n          to ${normal ? label(normal) : ''} [${labels(others, printer)}]`;
    }
    case 'ret': return instruction.value ? `ret ${typed(instruction.value)}` : 'ret void';
    case 'br': return `br ${instruction.condition ? `${typed(instruction.condition)}, ` : ''}${labels(instruction.successors, printer)}`;
    case 'switch': return printSwitch(instruction, printer);
    case 'indirectbr': return `indirectbr ${typed(first())}, [${labels(instruction.successors, printer)}]`;
    case 'unreachable': return 'unreachable';
    case 'resume': return `resume ${typed(first())}`;
    case 'landingpad': return `landingpad ${instruction.type.text}${instruction.isCleanup ? '\n          cleanup' : ''}`
      + instruction.clauses.map((clause, index) => `\n          ${clause} ${typed(instruction.operand(index))}`).join('');
    case 'funcletpad': return `${instruction.opcode} within ${value(first())} [${instruction.operands.slice(1).map(typed).join(', ')}]`;
    case 'catchswitch': {
      const handlers = instruction.unwindsToCaller ? instruction.successors : instruction.successors.slice(0, -1);
      const unwind = instruction.unwindsToCaller ? 'to caller' : labels(instruction.successors.slice(-1), printer);
      return `catchswitch within ${value(first())} [${labels(handlers, printer)}] unwind ${unwind}`;
    }
    case 'funcletret': {
      const [target] = instruction.successors;
      const link = instruction.opcode === 'catchret' ? 'to' : 'unwind';
      return `${instruction.opcode} from ${value(first())} ${link} ${target ? label(target) : 'to caller'}`;
    }
    case 'debugrecord': return printDebugRecord(instruction, printer);
  }
}

/** All operands with their types. */
function list(instruction: Instruction, printer: InstructionPrinter): string { return instruction.operands.map(printer.typed).join(', '); }

function labels(blocks: readonly BasicBlock[], printer: InstructionPrinter, separator = ', '): string {
  return blocks.map(printer.label).join(separator);
}

function word(isThere: boolean, text: string): string { return isThere ? `${text} ` : ''; }

function atomicText(atomic: Atomicity): string {
  return `${atomic.scope === undefined ? '' : `syncscope(${quoteString(atomic.scope)}) `}${atomic.ordering}`;
}

function alignText(alignment: number | undefined): string { return alignment === undefined ? '' : `, align ${alignment}`; }

function printPhi(phi: PhiInstruction, printer: InstructionPrinter): string {
  const incoming = phi.operands.map((operand, index) => {
    const block = phi.blocks[index];
    return `[ ${printer.value(operand)}, ${block ? printer.value(block) : ''} ]`;
  });
  return `phi ${flagText('phi', phi.flags, printer.llvm)}${phi.type.text} ${incoming.join(', ')}`;
}

function printAlloca(alloca: Extract<Instruction, { kind: 'alloca' }>, printer: InstructionPrinter): string {
  const count = alloca.operand(0);
  const isOne = count.kind === 'int' && count.value === 1n && count.type.bits === 32;
  const space = alloca.type.kind === 'pointer' && alloca.type.addressSpace !== 0 ? `, addrspace(${alloca.type.addressSpace})` : '';
  return `alloca ${flagText('alloca', alloca.flags, printer.llvm)}${alloca.allocatedType.text}${isOne ? '' : `, ${printer.typed(count)}`}`
    + `${alignText(alloca.alignment)}${space}`;
}

function printLoad(load: LoadInstruction, printer: InstructionPrinter): string {
  return `load ${word(load.atomic !== undefined, 'atomic')}${word(load.isVolatile, 'volatile')}${load.type.text}, ${printer.typed(load.address)}`
    + `${load.atomic ? ` ${atomicText(load.atomic)}` : ''}${alignText(load.alignment)}`;
}

function printStore(store: StoreInstruction, printer: InstructionPrinter): string {
  return `store ${word(store.atomic !== undefined, 'atomic')}${word(store.isVolatile, 'volatile')}${printer.typed(store.value)}, ${printer.typed(store.address)}`
    + `${store.atomic ? ` ${atomicText(store.atomic)}` : ''}${alignText(store.alignment)}`;
}

function printSwitch(instruction: SwitchInstruction, printer: InstructionPrinter): string {
  const [otherwise, ...blocks] = instruction.successors;
  const cases = blocks.map((block, index) => `    ${printer.typed(instruction.operand(index + 1))}, ${printer.label(block)}\n`).join('');
  return `switch ${printer.typed(instruction.operand(0))}, ${otherwise ? printer.label(otherwise) : ''} [\n${cases}  ]`;
}
