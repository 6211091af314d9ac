/**
 * Constant expressions that LLVM has dropped, as the instructions that they are.
 *
 * Until LLVM 14 nearly every instruction without memory was one over constants too; since then most have gone, those that may
 * trap first. In a body, an instruction before the user does the same. An initialiser has no place for one, but nothing
 * that an assembler could have computed has been dropped.
 */
import {
  type BinaryOpcode, BinaryInstruction, type CastOpcode, CastInstruction, CompareInstruction, type Constant, ConstantAggregate, type ConstantExpression,
  ConstantInt, ConstantWord, ExtractElementInstruction, ExtractValueInstruction, type FloatPredicate, type Function, GetElementPtrInstruction, InsertElementInstruction,
  InsertValueInstruction, type Instruction, type IntegerPredicate, NegateInstruction, SelectInstruction, ShuffleVectorInstruction,
  type Value, VectorType, binaryOpcodes, castOpcodes, i32,
} from '../ir/index.js';

/** The first version without an opcode among its constant expressions. */
const goneSince: Readonly<Record<string, number>> = {
  extractvalue: 15, insertvalue: 15, udiv: 15, sdiv: 15, urem: 15, srem: 15, fadd: 15, fsub: 15, fmul: 15, fdiv: 15, frem: 15,
  fneg: 16, select: 17,
  and: 18, or: 18, lshr: 18, ashr: 18, zext: 18, sext: 18, fptrunc: 18, fpext: 18, fptoui: 18, fptosi: 18, uitofp: 18, sitofp: 18,
  icmp: 19, fcmp: 19, shl: 19, mul: 21,
};

/** An expression in text: unlike an instruction, it has a parenthesis behind opcode and flags. */
const goneWords = new RegExp(`\\b(${Object.keys(goneSince).join('|')})(?: exact| nuw| nsw| [a-z]{3})* \\(`, 'g');

/** Whether a body's text has expressions that a version does not know. */
export function hasGoneExpressions(text: string, llvm: number): boolean {
  for (const [, opcode = ''] of text.matchAll(goneWords)) if (llvm >= (goneSince[opcode] ?? Infinity)) return true;
  return false;
}

export function isGone(constant: Constant, llvm: number): boolean {
  switch (constant.kind) {
    case 'expression': return llvm >= (goneSince[constant.opcode] ?? Infinity) || constant.operands.some((operand) => isGone(operand, llvm));
    case 'aggregate': return constant.elements.some((element) => isGone(element, llvm));
    case 'splat': return isGone(constant.element, llvm);
    default: return false;
  }
}

/** Puts instructions in the place of the expressions in a body that a version does not know. */
export function expandGoneExpressions(fn: Function, llvm: number): void {
  if (llvm < Math.min(...Object.values(goneSince))) return;
  for (const block of fn.blocks) {
    for (const instruction of [...block.instructions]) {
      // What these hold is not computed where they stand.
      if (instruction.kind !== 'landingpad' && instruction.kind !== 'debugrecord') expandOperands(instruction, llvm);
    }
  }
}

function expandOperands(user: Instruction, llvm: number): void {
  // A phi has the same value for each edge from the same block.
  const incoming = new Map<Instruction, Value>();
  user.operands.forEach((operand, index) => {
    if (operand.kind !== 'expression' && operand.kind !== 'aggregate' && operand.kind !== 'splat') return;
    if (!isGone(operand, llvm)) return;
    const position = user.kind === 'phi' ? user.blocks[index]?.terminator : user;
    if (!position) return;
    const value = incoming.get(position) ?? expand(operand, position, llvm);
    if (user.kind === 'phi') incoming.set(position, value);
    user.setOperand(index, value);
  });
}

/** The value of a constant, computed before `position` as far as the version cannot say it. */
function expand(constant: Constant, position: Instruction, llvm: number): Value {
  if (!isGone(constant, llvm)) return constant;
  const insert = <T extends Instruction>(instruction: T): T => {
    instruction.metadata = new Map([...position.metadata].filter(([kind]) => kind === 'dbg'));
    return position.block?.insertBefore(instruction, position) ?? instruction;
  };
  switch (constant.kind) {
    case 'expression': return insert(instructionFor(constant, constant.operands.map((operand) => expand(operand, position, llvm))));
    case 'aggregate': return expandElements(constant, position, llvm, insert);
    case 'splat': {
      const { type } = constant;
      if (type.kind !== 'vector') return constant;
      const first = insert(new InsertElementInstruction(new ConstantWord(type, 'poison'), expand(constant.element, position, llvm), new ConstantInt(i32, 0n)));
      return insert(new ShuffleVectorInstruction(first, new ConstantWord(type, 'poison'), zeroMask(type)));
    }
    default: return constant;
  }
}

function zeroMask(type: VectorType): Constant { return new ConstantWord(new VectorType(i32, type.length, type.scalable), 'zeroinitializer'); }

/** The aggregate with poison in the place of what has to be computed, which is then put in. */
function expandElements(aggregate: ConstantAggregate, position: Instruction, llvm: number, insert: (instruction: Instruction) => Instruction): Value {
  const { type, elements } = aggregate;
  let value: Value = new ConstantAggregate(type, elements.map((element) => (isGone(element, llvm) ? new ConstantWord(element.type, 'poison') : element)));
  elements.forEach((element, index) => {
    if (!isGone(element, llvm)) return;
    const part = expand(element, position, llvm);
    value = insert(type.kind === 'vector' ? new InsertElementInstruction(value, part, new ConstantInt(i32, BigInt(index))) : new InsertValueInstruction(value, part, [index]));
  });
  return value;
}

function instructionFor(expression: ConstantExpression, operands: readonly Value[]): Instruction {
  const { opcode, flags, type, path, elementType } = expression;
  const [first, second, third] = operands;
  const missing = (): never => { throw new TypeError(`a constant ${opcode} without its operands`); };
  const a = first ?? missing();
  if (isBinary(opcode)) return new BinaryInstruction(opcode, a, second ?? missing(), flags);
  if (isCast(opcode)) return new CastInstruction(opcode, a, type, flags);
  switch (opcode) {
    case 'fneg': return new NegateInstruction(a, flags);
    case 'icmp': case 'fcmp': return new CompareInstruction(opcode, flags[flags.length - 1] as IntegerPredicate | FloatPredicate, a, second ?? missing(), flags.slice(0, -1));
    case 'select': return new SelectInstruction(a, second ?? missing(), third ?? missing(), flags);
    case 'extractelement': return new ExtractElementInstruction(a, second ?? missing());
    case 'insertelement': return new InsertElementInstruction(a, second ?? missing(), third ?? missing());
    case 'shufflevector': return new ShuffleVectorInstruction(a, second ?? missing(), third ?? missing());
    case 'extractvalue': return new ExtractValueInstruction(a, path);
    case 'insertvalue': return new InsertValueInstruction(a, second ?? missing(), path);
    case 'getelementptr': return new GetElementPtrInstruction(elementType ?? missing(), a, operands.slice(1), flags.filter((flag) => !flag.startsWith('inrange')));
    default: throw new TypeError(`a constant ${opcode} is no instruction`);
  }
}

function isBinary(opcode: string): opcode is BinaryOpcode { return opcode in binaryOpcodes; }
function isCast(opcode: string): opcode is CastOpcode { return opcode in castOpcodes; }
