/** For tests: a function with one loop, and an evaluator for the integer code that analyses emit. */
import {
  type BasicBlock, type IntegerPredicate, type PhiInstruction, type Type, type Value, Builder, FunctionType, Module, isInstruction, voidType,
} from '../ir/index.js';
import { ControlFlow } from './control-flow.js';
import { DominatorTree } from './dominators.js';
import { type Loop, LoopForest } from './loops.js';

export interface ExampleLoop { readonly loop: Loop; readonly dominators: DominatorTree; readonly preheader: BasicBlock; readonly phi: PhiInstruction }

export interface LoopShape {
  readonly type: Type;
  /** The start and the bound; `arg0`, `arg1` and `arg2` are arguments of the type. */
  readonly start: Value | 'arg0';
  readonly bound: Value | 'arg1';
  /** Appends the increment of the phi. */
  readonly step: (builder: Builder, phi: Value, argument: Value) => Value;
  readonly predicate: IntegerPredicate;
  readonly testsIncrement?: boolean;
  /** The branch leaves the loop when the comparison is true. */
  readonly leavesWhenTrue?: boolean;
  readonly boundFirst?: boolean;
  readonly flags?: readonly string[];
}

/** `do { increment } while (tested predicate bound)`, in one block. */
export function exampleLoop(shape: LoopShape): ExampleLoop {
  const fn = new Module().addFunction('example', new FunctionType(voidType, [shape.type, shape.type, shape.type]));
  const [arg0, arg1, arg2] = fn.args;
  if (!arg0 || !arg1 || !arg2) throw new Error('three arguments');
  const [preheader, header, end] = [fn.addBlock('preheader'), fn.addBlock('header'), fn.addBlock('end')];
  new Builder(preheader).br(header);
  const builder = new Builder(header);
  const phi = builder.phi(shape.type, [[shape.start === 'arg0' ? arg0 : shape.start, preheader]]);
  const next = shape.step(builder, phi, arg2);
  phi.addIncoming(next, header);
  const [tested, bound] = [shape.testsIncrement ? next : phi, shape.bound === 'arg1' ? arg1 : shape.bound];
  const condition = shape.boundFirst ? builder.icmp(shape.predicate, bound, tested) : builder.icmp(shape.predicate, tested, bound);
  condition.flags = shape.flags ?? [];
  if (shape.leavesWhenTrue) builder.condBr(condition, end, header);
  else builder.condBr(condition, header, end);
  new Builder(end).ret();
  const cfg = new ControlFlow(fn);
  const dominators = new DominatorTree(cfg);
  const [loop] = new LoopForest(cfg, dominators).loops;
  if (!loop) throw new Error('no loop');
  return { loop, dominators, preheader, phi };
}

/** The unsigned value of an integer expression, given the arguments of the function. */
export function evaluate(value: Value, args: readonly bigint[]): bigint {
  if (value.type.kind === 'pointer' && value.kind === 'argument') return args[value.index] ?? 0n;
  if (value.type.kind !== 'integer') throw new Error(`not an integer: ${value.type.text}`);
  const bits = value.type.bits;
  if (value.kind === 'int') return BigInt.asUintN(bits, value.value);
  if (value.kind === 'argument') return BigInt.asUintN(bits, args[value.index] ?? 0n);
  if (!isInstruction(value)) throw new Error(`cannot evaluate ${value.kind}`);
  if (value.kind === 'select') return evaluate(value.operand(evaluate(value.operand(0), args) !== 0n ? 1 : 2), args);
  const operands = value.operands.map((operand) => evaluate(operand, args));
  const [a = 0n, b = 0n] = operands;
  switch (value.kind) {
    case 'cast': return BigInt.asUintN(bits, a);
    case 'compare': {
      const width = value.operand(0).type;
      return compareIntegers(value.predicate as IntegerPredicate, a, b, width.kind === 'integer' ? width.bits : 64) ? 1n : 0n;
    }
    case 'binary':
      switch (value.opcode) {
        case 'add': return BigInt.asUintN(bits, a + b);
        case 'sub': return BigInt.asUintN(bits, a - b);
        case 'mul': return BigInt.asUintN(bits, a * b);
        // An unselected division of zero is zero here and undefined behaviour in LLVM: tests must not rely on it.
        case 'udiv': if (b === 0n) throw new Error('division by zero'); return a / b;
        default: throw new Error(`cannot evaluate ${value.opcode}`);
      }
    default: throw new Error(`cannot evaluate ${value.kind}`);
  }
}

export function compareIntegers(predicate: IntegerPredicate, a: bigint, b: bigint, bits: number): boolean {
  const [x, y] = predicate.startsWith('s') ? [BigInt.asIntN(bits, a), BigInt.asIntN(bits, b)] : [BigInt.asUintN(bits, a), BigInt.asUintN(bits, b)];
  switch (predicate) {
    case 'eq': return x === y;
    case 'ne': return x !== y;
    case 'slt': case 'ult': return x < y;
    case 'sle': case 'ule': return x <= y;
    case 'sgt': case 'ugt': return x > y;
    case 'sge': case 'uge': return x >= y;
  }
}
