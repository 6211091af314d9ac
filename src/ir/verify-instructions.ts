/** Operand and result types of each instruction, from the tables of `opcodes.ts` where there is one. */
import {
  type AnyCall, type AtomicUpdateInstruction, type CastInstruction, type GetElementPtrInstruction, type Instruction,
  type ShuffleVectorInstruction, isCall, isInstruction,
} from './instructions.js';
import { type Function } from './module.js';
import { binaryOpcodes, castOpcodes, fastMathFlags, floatPredicates, integerPredicates } from './opcodes.js';
import { type Type, VectorType, scalarType, sameType, typeAtPath, withScalar, i1 } from './types.js';
import { type Value } from './values.js';
import { constantProblems } from './verify-constants.js';
import { isFirstClass, isSized, primitiveBits, vectorShape } from './verify-types.js';

/** What is wrong with the operands, flags and types of one instruction. */
export function instructionProblems(instruction: Instruction, fn: Function): string[] {
  const problems: string[] = [];
  const check = new Checks(problems, fn);
  if (instruction.type.kind !== 'void' && !isFirstClass(instruction.type)) problems.push(`cannot have a result of type ${instruction.type.text}`);
  for (const operand of instruction.operands) constantProblems(operand).forEach((message) => problems.push(message));
  operandProblems(instruction, check);
  if (isCall(instruction)) callProblems(instruction, check);
  return problems;
}

type ScalarKind = Type['kind'];

class Checks {
  constructor(private readonly problems: string[], readonly fn: Function) {}

  that(holds: boolean, message: () => string): void { if (!holds) this.problems.push(message()); }

  /** A scalar of one of these kinds, or a vector of them. */
  scalars(value: Value, ...kinds: ScalarKind[]): void {
    this.that(kinds.includes(scalarType(value.type).kind), () => `an operand is ${value.type.text}, not ${kinds.join(' or ')}`);
  }
  kind(value: Value, ...kinds: ScalarKind[]): void {
    this.that(kinds.includes(value.type.kind), () => `an operand is ${value.type.text}, not ${kinds.join(' or ')}`);
  }
  same(found: Type, wanted: Type, what: string): void {
    this.that(sameType(found, wanted), () => `${what} is ${found.text}, not ${wanted.text}`);
  }
  sized(type: Type): void { this.that(isSized(type), () => `${type.text} has no size`); }
  flags(found: readonly string[], allowed: readonly string[] | 'fastMath'): void {
    const list: readonly string[] = allowed === 'fastMath' ? fastMathFlags : allowed;
    for (const flag of found) this.that(list.includes(flag), () => `does not take the flag ${flag}`);
  }
  alignment(bytes: number | undefined): void {
    this.that(bytes === undefined || (bytes > 0 && Number.isInteger(Math.log2(bytes))), () => `the alignment ${bytes} is no power of two`);
  }
}

function operandProblems(instruction: Instruction, check: Checks): void {
  switch (instruction.kind) {
    case 'binary': case 'fneg': case 'cast': case 'compare': case 'select': case 'phi': case 'freeze':
      return scalarProblems(instruction, check);
    case 'alloca': case 'load': case 'store': case 'getelementptr': case 'cmpxchg': case 'atomicrmw': case 'va_arg':
      return memoryProblems(instruction, check);
    case 'extractvalue': case 'insertvalue': case 'extractelement': case 'insertelement': case 'shufflevector':
      return elementProblems(instruction, check);
    case 'ret': case 'br': case 'switch': case 'indirectbr': case 'resume': case 'landingpad':
      return controlProblems(instruction, check);
    case 'fence':
      return check.that(/acquire|release|acq_rel|seq_cst/.test(instruction.atomic.ordering), () => `cannot be ${instruction.atomic.ordering}`);
    case 'funcletpad': case 'catchswitch': case 'funcletret':
      return check.kind(instruction.operand(0), 'token');
    case 'call': case 'invoke': case 'callbr': case 'unreachable': case 'debugrecord':
      return;
  }
}

type Of<K extends Instruction['kind']> = Extract<Instruction, { kind: K }>;

function scalarProblems(instruction: Of<'binary' | 'fneg' | 'cast' | 'compare' | 'select' | 'phi' | 'freeze'>, check: Checks): void {
  switch (instruction.kind) {
    case 'binary': {
      const row = binaryOpcodes[instruction.opcode];
      check.scalars(instruction.operand(0), row.domain);
      check.same(instruction.operand(1).type, instruction.operand(0).type, 'the right operand');
      check.same(instruction.type, instruction.operand(0).type, 'the result');
      return check.flags(instruction.flags, row.flags);
    }
    case 'fneg':
      check.scalars(instruction.operand(0), 'float');
      check.same(instruction.type, instruction.operand(0).type, 'the result');
      return check.flags(instruction.flags, 'fastMath');
    case 'cast': return castProblems(instruction, check);
    case 'compare': {
      const [left, right] = [instruction.operand(0), instruction.operand(1)];
      const isInteger = instruction.opcode === 'icmp';
      const predicates: readonly string[] = isInteger ? integerPredicates : floatPredicates;
      if (isInteger) check.scalars(left, 'integer', 'pointer');
      else check.scalars(left, 'float');
      check.same(right.type, left.type, 'the right operand');
      check.same(instruction.type, withScalar(left.type, i1), 'the result');
      check.that(predicates.includes(instruction.predicate), () => `${instruction.opcode} has no predicate ${instruction.predicate}`);
      return check.flags(instruction.flags, isInteger ? ['samesign'] : 'fastMath');
    }
    case 'select': {
      const condition = instruction.operand(0).type;
      check.that(scalarType(condition).text === 'i1', () => `the condition is ${condition.text}, not i1`);
      if (condition.kind === 'vector') check.same(condition, withScalar(instruction.type, i1), 'the condition');
      check.same(instruction.operand(1).type, instruction.type, 'the value when true');
      check.same(instruction.operand(2).type, instruction.type, 'the value when false');
      check.that(instruction.type.kind !== 'token', () => 'cannot select between tokens');
      return check.flags(instruction.flags, 'fastMath');
    }
    case 'phi':
      check.that(instruction.type.kind !== 'token', () => 'cannot be a token');
      return check.flags(instruction.flags, 'fastMath');
    case 'freeze': return check.same(instruction.type, instruction.operand(0).type, 'the result');
  }
}

function castProblems(cast: CastInstruction, check: Checks): void {
  const row = castOpcodes[cast.opcode];
  const [from, to] = [cast.operand(0).type, cast.type];
  check.flags(cast.flags, row.flags);
  const fits = (type: Type, wanted: string): boolean => wanted === 'any' || scalarType(type).kind === wanted;
  check.that(fits(from, row.from) && fits(to, row.to), () => `cannot convert ${from.text} to ${to.text}`);
  const layout = check.fn.module.layout;
  const [bitsBefore, bitsAfter] = [primitiveBits(from, layout), primitiveBits(to, layout)];
  if (cast.opcode === 'bitcast') {
    const pointers = scalarType(from).kind === 'pointer';
    const fine = bitsBefore !== undefined && bitsBefore === bitsAfter && pointers === (scalarType(to).kind === 'pointer')
      && (!pointers || sameType(scalarType(from), scalarType(to)));
    return check.that(fine || sameType(from, to), () => `cannot reinterpret ${from.text} as ${to.text}`);
  }
  check.that(vectorShape(from) === vectorShape(to), () => `${from.text} and ${to.text} have different shapes`);
  if (bitsBefore === undefined || bitsAfter === undefined) return;
  if (cast.opcode === 'trunc' || cast.opcode === 'fptrunc') check.that(bitsAfter < bitsBefore, () => `${to.text} is not narrower than ${from.text}`);
  if (cast.opcode === 'zext' || cast.opcode === 'sext' || cast.opcode === 'fpext') {
    check.that(bitsAfter > bitsBefore, () => `${to.text} is not wider than ${from.text}`);
  }
  if (cast.opcode === 'addrspacecast') check.that(!sameType(from, to), () => 'both address spaces are the same');
}

function memoryProblems(
  instruction: Of<'alloca' | 'load' | 'store' | 'getelementptr' | 'cmpxchg' | 'atomicrmw' | 'va_arg'>, check: Checks): void {
  switch (instruction.kind) {
    case 'alloca':
      check.sized(instruction.allocatedType);
      check.alignment(instruction.alignment);
      return check.kind(instruction.operand(0), 'integer');
    case 'load': case 'store': {
      const type = instruction.kind === 'load' ? instruction.type : instruction.value.type;
      check.kind(instruction.address, 'pointer');
      check.that(isFirstClass(type), () => `cannot ${instruction.kind} ${type.text}`);
      check.sized(type);
      check.alignment(instruction.alignment);
      if (!instruction.atomic) return;
      const bad = instruction.kind === 'load' ? /^(release|acq_rel)$/ : /^(acquire|acq_rel)$/;
      check.that(!bad.test(instruction.atomic.ordering), () => `cannot be ${instruction.atomic?.ordering}`);
      return check.that(instruction.alignment !== undefined, () => 'is atomic and needs an alignment');
    }
    case 'getelementptr': return gepProblems(instruction, check);
    case 'cmpxchg': {
      const value = instruction.operand(1).type;
      check.kind(instruction.operand(0), 'pointer');
      check.kind(instruction.operand(1), 'integer', 'pointer');
      check.same(instruction.operand(2).type, value, 'the replacement');
      return check.that(instruction.type.text === `{ ${value.text}, i1 }`, () => `the result is ${instruction.type.text}`);
    }
    case 'atomicrmw': return updateProblems(instruction, check);
    case 'va_arg': return check.kind(instruction.operand(0), 'pointer');
  }
}

function updateProblems(update: AtomicUpdateInstruction, check: Checks): void {
  const value = update.operand(1);
  check.kind(update.operand(0), 'pointer');
  check.same(update.type, value.type, 'the result');
  if (update.operation === 'xchg') check.kind(value, 'integer', 'float', 'pointer');
  else if (/^f(add|sub|max|min|maximum|minimum|maximumnum|minimumnum)$/.test(update.operation)) check.scalars(value, 'float');
  else check.kind(value, 'integer');
}

function gepProblems(gep: GetElementPtrInstruction, check: Checks): void {
  check.scalars(gep.base, 'pointer');
  check.sized(gep.elementType);
  let at: Type | undefined = gep.elementType;
  gep.indices.forEach((index, position) => {
    check.scalars(index, 'integer');
    if (position > 0 && at) at = indexed(at, index);
  });
  check.that(at !== undefined, () => `the indices do not fit ${gep.elementType.text}`);
  const shapes = new Set(gep.operands.map((operand) => vectorShape(operand.type)).filter((shape) => shape !== undefined));
  check.that(shapes.size <= 1, () => 'the vectors among the operands have different shapes');
  const [shape] = shapes;
  check.that(vectorShape(gep.type) === shape && scalarType(gep.type).kind === 'pointer', () => `the result is ${gep.type.text}`);
  check.that(gep.flags.every((flag) => /^(inbounds|nusw|nuw|inrange.*)$/.test(flag)), () => `has the flags ${gep.flags.join(' ')}`);
}

/** The type one step further inside, if the index fits. */
function indexed(type: Type, index: Value): Type | undefined {
  if (type.kind === 'array' || type.kind === 'vector') return type.element;
  if (type.kind !== 'struct') return undefined;
  if (index.kind === 'int') return type.fields[Number(index.value)];
  if (index.kind === 'word') return type.fields[0];
  if (index.kind === 'splat' && index.element.kind === 'int') return type.fields[Number(index.element.value)];
  const [first] = index.kind === 'aggregate' ? index.elements : [];
  return first && indexed(type, first);
}

function elementProblems(
  instruction: Of<'extractvalue' | 'insertvalue' | 'extractelement' | 'insertelement' | 'shufflevector'>, check: Checks): void {
  switch (instruction.kind) {
    case 'extractvalue': case 'insertvalue': {
      const aggregate = instruction.operand(0).type;
      const found = elementAt(aggregate, instruction.path);
      if (!found || instruction.path.length === 0) return check.that(false, () => `${aggregate.text} has no element ${instruction.path.join(', ')}`);
      const element = instruction.kind === 'extractvalue' ? instruction.type : instruction.operand(1).type;
      check.same(element, found, 'the element');
      if (instruction.kind === 'insertvalue') check.same(instruction.type, aggregate, 'the result');
      return;
    }
    case 'extractelement': case 'insertelement': {
      const vector = instruction.operand(0).type;
      check.kind(instruction.operand(0), 'vector');
      check.kind(instruction.operand(instruction.operands.length - 1), 'integer');
      const element = instruction.kind === 'extractelement' ? instruction.type : instruction.operand(1).type;
      check.same(element, scalarType(vector), 'the element');
      if (instruction.kind === 'insertelement') check.same(instruction.type, vector, 'the result');
      return;
    }
    case 'shufflevector': return shuffleProblems(instruction, check);
  }
}

function elementAt(type: Type, path: readonly number[]): Type | undefined {
  try {
    let at = type;
    for (const index of path) {
      if (at.kind === 'array' && index >= at.length) return undefined;
      at = typeAtPath(at, [index]);
    }
    return at;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function shuffleProblems(shuffle: ShuffleVectorInstruction, check: Checks): void {
  const [left, right, mask] = [shuffle.operand(0), shuffle.operand(1), shuffle.operand(2)];
  check.kind(left, 'vector');
  check.same(right.type, left.type, 'the right vector');
  check.that(mask.type.kind === 'vector' && mask.type.element.text === 'i32', () => `the mask is ${mask.type.text}`);
  if (left.type.kind !== 'vector' || mask.type.kind !== 'vector') return;
  check.same(shuffle.type, new VectorType(left.type.element, mask.type.length, mask.type.scalable), 'the result');
  if (mask.kind !== 'aggregate') return;
  const lanes = left.type.length * 2;
  for (const lane of mask.elements) {
    check.that(lane.kind !== 'int' || (lane.value >= 0n && lane.value < BigInt(lanes)), () => 'the mask names a lane that does not exist');
  }
}

function controlProblems(instruction: Of<'ret' | 'br' | 'switch' | 'indirectbr' | 'resume' | 'landingpad'>, check: Checks): void {
  switch (instruction.kind) {
    case 'ret': {
      const wanted = check.fn.functionType.result;
      const found = instruction.value?.type.text ?? 'void';
      return check.that(found === wanted.text && found !== 'metadata', () => `returns ${found}, not ${wanted.text}`);
    }
    case 'br': {
      const condition = instruction.condition;
      check.that(instruction.successors.length === (condition ? 2 : 1), () => `has ${instruction.successors.length} destinations`);
      return check.that(!condition || condition.type.text === 'i1', () => `the condition is ${condition?.type.text}, not i1`);
    }
    case 'switch': {
      const value = instruction.operand(0);
      check.kind(value, 'integer');
      check.that(instruction.successors.length === instruction.operands.length, () => 'needs one destination for each case and the default');
      const seen = new Set<bigint>();
      for (const label of instruction.operands.slice(1)) {
        check.same(label.type, value.type, 'a case');
        if (label.kind !== 'int') check.that(false, () => 'a case is no integer constant');
        else check.that(!seen.has(label.value), () => `the case ${label.value} is there twice`);
        if (label.kind === 'int') seen.add(label.value);
      }
      return;
    }
    case 'indirectbr': return check.kind(instruction.operand(0), 'pointer');
    case 'resume': return check.that(isFirstClass(instruction.operand(0).type), () => 'has no value');
    case 'landingpad': {
      check.that(instruction.clauses.length === instruction.operands.length, () => 'needs one value for each clause');
      check.that(instruction.isCleanup || instruction.clauses.length > 0, () => 'has neither a clause nor cleanup');
      check.that(check.fn.personality !== undefined, () => `@${check.fn.name} has no personality function`);
      return instruction.clauses.forEach((clause, i) => {
        const value = instruction.operand(i);
        const kind = value.type.kind;
        check.that(value.kind !== 'argument' && !isInstruction(value), () => `the value of a ${clause} clause is no constant`);
        check.that(clause === 'catch' ? kind === 'pointer' : kind === 'array', () => `a ${clause} clause cannot be ${instruction.operand(i).type.text}`);
      });
    }
  }
}

function callProblems(call: AnyCall, check: Checks): void {
  const { functionType: type, args } = call;
  check.kind(call.callee, 'pointer');
  check.same(call.type, type.result, 'the result');
  const enough = type.isVariadic ? args.length >= type.parameters.length : args.length === type.parameters.length;
  check.that(enough, () => `passes ${args.length} arguments to ${type.text}`);
  type.parameters.forEach((wanted, i) => {
    const arg = args[i];
    if (arg) check.same(arg.type, wanted, `argument ${i}`);
  });
  for (const arg of args.slice(type.parameters.length)) check.that(isFirstClass(arg.type), () => `cannot pass ${arg.type.text}`);
  check.that(call.argumentAttributes.length === args.length, () => 'the attributes do not fit the arguments');
  if (call.callee.kind === 'function') {
    const { name, functionType } = call.callee;
    check.that(!name.startsWith('llvm.') || functionType.text === type.text, () => `calls the intrinsic @${name} as ${type.text}`);
    check.that(call.callee.module === check.fn.module, () => `@${name} is in another module`);
  } else if (call.callee.kind === 'asm') {
    check.same(call.callee.functionType, type, 'the type of the assembly');
  }
  const isFloat = (at: Type): boolean => at.kind === 'array' ? isFloat(at.element) : at.kind === 'struct'
    ? at.fields.length > 0 && at.fields.every(isFloat) : scalarType(at).kind === 'float';
  if (call.flags.length > 0) {
    check.flags(call.flags, 'fastMath');
    check.that(isFloat(type.result), () => 'has floating-point flags and no floating-point result');
  }
  if (call.kind === 'call' && call.tail === 'musttail') {
    const after = call.block?.instructions[(call.block.instructions.indexOf(call)) + 1];
    check.that(after?.kind === 'ret' || after?.kind === 'cast' || after?.kind === 'debugrecord', () => 'is musttail and not followed by ret');
  }
}
