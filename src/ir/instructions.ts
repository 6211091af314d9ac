/**
 * Instructions. One class per shape of instruction, with a literal `kind`, so that a `switch` over kinds is checked for
 * exhaustiveness; what differs only by opcode is a row of a table in `opcodes.ts`.
 *
 * Invariants: an operand slot is listed in the `uses` of the value it holds, and in no other; an instruction is in the
 * `instructions` of its `block`, or has no block.
 */
import type { BinaryOpcode, CastOpcode, FloatPredicate, IntegerPredicate } from './opcodes.js';
import type { BasicBlock, Function } from './module.js';
import {
  type FunctionType, type PointerType, type Type, i1, pointer, scalarType, typeAtPath, VectorType, voidType, withScalar,
} from './types.js';
import { type Use, type Value, LocalValue } from './values.js';

export abstract class InstructionBase extends LocalValue {
  abstract readonly kind: string;
  block: BasicBlock | undefined;
  private attachments: Map<string, string> | undefined;
  private slots: Use[];
  private values: Value[];

  constructor(type: Type, operands: readonly Value[], name?: string) {
    super(type, name);
    // Arrays of the exact size: grown by `push`, they would take several times the space.
    this.values = [...operands];
    this.slots = operands.map((value, index) => {
      const slot = { user: this as unknown as Instruction, index };
      value.uses.add(slot);
      return slot;
    });
  }

  /** Attachments such as `!dbg !12`, by kind without `!`; the value is the text after it. */
  get metadata(): Map<string, string> { return (this.attachments ??= new Map<string, string>()); }
  set metadata(attachments: Map<string, string>) { this.attachments = attachments; }
  /** Whether there is any attachment; asking for `metadata` would make an empty map. */
  get hasMetadata(): boolean { return this.attachments !== undefined && this.attachments.size > 0; }

  get operands(): readonly Value[] { return this.values; }

  operand(index: number): Value {
    const value = this.values[index];
    if (!value) throw new RangeError(`${this.kind} has no operand ${index}`);
    return value;
  }

  setOperand(index: number, value: Value): void {
    const slot = this.slots[index];
    if (!slot) throw new RangeError(`${this.kind} has no operand ${index}`);
    this.operand(index).uses.delete(slot);
    this.values[index] = value;
    value.uses.add(slot);
  }

  protected appendOperand(value: Value): void {
    const slot = { user: this as unknown as Instruction, index: this.values.length };
    this.slots.push(slot);
    this.values.push(value);
    value.uses.add(slot);
  }

  protected removeLastOperand(): void {
    const slot = this.slots.pop();
    const value = this.values.pop();
    if (slot && value) value.uses.delete(slot);
  }

  /** Removes the instruction from its block and from the use lists of its operands. Its own uses must be gone. */
  erase(): void {
    this.unlink();
    this.dropOperands();
  }

  /** Takes the instruction out of its block, to be inserted elsewhere. */
  unlink(): void {
    const block = this.block;
    if (!block) return;
    block.instructions.splice(block.instructions.indexOf(this as unknown as Instruction), 1);
    this.block = undefined;
  }

  /** Forgets the operands, so that a group of instructions that use each other can be erased. */
  dropOperands(): void { while (this.values.length > 0) this.removeLastOperand(); }

  /** A copy with the same operands, in no block. */
  clone(): this {
    const copy = Object.assign(Object.create(Object.getPrototypeOf(this) as object) as this, this);
    for (const [key, value] of Object.entries(copy)) {
      if (Array.isArray(value)) Object.assign(copy, { [key]: [...(value as unknown[])] });
    }
    Object.assign(copy, { useSet: undefined, attachments: this.attachments && new Map(this.attachments), block: undefined, slots: [], values: [] });
    this.values.forEach((value) => copy.appendOperand(value));
    return copy;
  }
}

export class BinaryInstruction extends InstructionBase {
  readonly kind = 'binary';
  constructor(readonly opcode: BinaryOpcode, left: Value, right: Value, public flags: readonly string[] = [], name?: string) {
    super(left.type, [left, right], name);
  }
}

export class NegateInstruction extends InstructionBase {
  readonly kind = 'fneg';
  constructor(operand: Value, public flags: readonly string[] = [], name?: string) { super(operand.type, [operand], name); }
}

export class CastInstruction extends InstructionBase {
  readonly kind = 'cast';
  constructor(readonly opcode: CastOpcode, operand: Value, type: Type, public flags: readonly string[] = [], name?: string) {
    super(type, [operand], name);
  }
}

export class CompareInstruction extends InstructionBase {
  readonly kind = 'compare';
  constructor(readonly opcode: 'icmp' | 'fcmp', readonly predicate: IntegerPredicate | FloatPredicate, left: Value,
    right: Value, public flags: readonly string[] = [], name?: string) {
    super(withScalar(left.type, i1), [left, right], name);
  }
}

export class SelectInstruction extends InstructionBase {
  readonly kind = 'select';
  constructor(condition: Value, whenTrue: Value, whenFalse: Value, public flags: readonly string[] = [], name?: string) {
    super(whenTrue.type, [condition, whenTrue, whenFalse], name);
  }
}

export class PhiInstruction extends InstructionBase {
  readonly kind = 'phi';
  /** The predecessor that each operand comes from, in the order of the operands. */
  readonly blocks: BasicBlock[] = [];
  constructor(type: Type, public flags: readonly string[] = [], name?: string) { super(type, [], name); }

  addIncoming(value: Value, block: BasicBlock): void {
    this.appendOperand(value);
    this.blocks.push(block);
  }

  /** The value that arrives from `block`. */
  incomingFrom(block: BasicBlock): Value {
    return this.operand(this.blocks.indexOf(block));
  }

  /** Removes every entry for `block`. */
  removeIncoming(block: BasicBlock): void {
    const kept = this.blocks.map((from, i) => ({ from, value: this.operand(i) })).filter((e) => e.from !== block);
    this.dropOperands();
    this.blocks.length = 0;
    kept.forEach((e) => this.addIncoming(e.value, e.from));
  }
}

export class FreezeInstruction extends InstructionBase {
  readonly kind = 'freeze';
  constructor(operand: Value, name?: string) { super(operand.type, [operand], name); }
}

export class AllocaInstruction extends InstructionBase {
  readonly kind = 'alloca';
  constructor(readonly allocatedType: Type, count: Value, readonly alignment?: number,
    public flags: readonly string[] = [], type: PointerType = pointer, name?: string) {
    super(type, [count], name);
  }
}

/** The words of an atomic access: `syncscope("...")`, if any, and the memory ordering. */
export interface Atomicity { readonly scope?: string | undefined; readonly ordering: string }

export class LoadInstruction extends InstructionBase {
  readonly kind = 'load';
  constructor(type: Type, address: Value, readonly alignment?: number, readonly isVolatile = false,
    readonly atomic?: Atomicity, name?: string) {
    super(type, [address], name);
  }
  get address(): Value { return this.operand(0); }
}

/** `store value, address`: operand 0 is the value, operand 1 the address. */
export class StoreInstruction extends InstructionBase {
  readonly kind = 'store';
  constructor(value: Value, address: Value, readonly alignment?: number, readonly isVolatile = false,
    readonly atomic?: Atomicity) {
    super(voidType, [value, address]);
  }
  get value(): Value { return this.operand(0); }
  get address(): Value { return this.operand(1); }
}

export class GetElementPtrInstruction extends InstructionBase {
  readonly kind = 'getelementptr';
  constructor(readonly elementType: Type, base: Value, indices: readonly Value[], public flags: readonly string[] = [], name?: string) {
    super(gepResultType(base, indices), [base, ...indices], name);
  }
  get base(): Value { return this.operand(0); }
  get indices(): readonly Value[] { return this.operands.slice(1); }
}

export class FenceInstruction extends InstructionBase {
  readonly kind = 'fence';
  constructor(readonly atomic: Atomicity) { super(voidType, []); }
}

/** Operands: address, expected, replacement. The result is `{ type, i1 }`. */
export class CompareExchangeInstruction extends InstructionBase {
  readonly kind = 'cmpxchg';
  constructor(type: Type, address: Value, expected: Value, replacement: Value, readonly success: Atomicity,
    readonly failureOrdering: string, readonly alignment?: number, readonly isWeak = false, readonly isVolatile = false, name?: string) {
    super(type, [address, expected, replacement], name);
  }
}

/** Operands: address, value. `operation` is `add`, `fadd`, `xchg`, ... */
export class AtomicUpdateInstruction extends InstructionBase {
  readonly kind = 'atomicrmw';
  constructor(readonly operation: string, address: Value, value: Value, readonly atomic: Atomicity,
    readonly alignment?: number, readonly isVolatile = false, name?: string) {
    super(value.type, [address, value], name);
  }
}

export class ExtractValueInstruction extends InstructionBase {
  readonly kind = 'extractvalue';
  constructor(aggregate: Value, readonly path: readonly number[], name?: string) {
    super(typeAtPath(aggregate.type, path), [aggregate], name);
  }
}

/** Operands: aggregate, element. */
export class InsertValueInstruction extends InstructionBase {
  readonly kind = 'insertvalue';
  constructor(aggregate: Value, element: Value, readonly path: readonly number[], name?: string) {
    super(aggregate.type, [aggregate, element], name);
  }
}

/** Operands: vector, index. */
export class ExtractElementInstruction extends InstructionBase {
  readonly kind = 'extractelement';
  constructor(vector: Value, index: Value, name?: string) { super(scalarType(vector.type), [vector, index], name); }
}

/** Operands: vector, element, index. */
export class InsertElementInstruction extends InstructionBase {
  readonly kind = 'insertelement';
  constructor(vector: Value, element: Value, index: Value, name?: string) {
    super(vector.type, [vector, element, index], name);
  }
}

/** Operands: two vectors, and the mask (a constant vector of `i32`, or `zeroinitializer`, `poison`). */
export class ShuffleVectorInstruction extends InstructionBase {
  readonly kind = 'shufflevector';
  constructor(left: Value, right: Value, mask: Value, name?: string) {
    const length = mask.type as VectorType;
    super(new VectorType(scalarType(left.type), length.length, length.scalable), [left, right, mask], name);
  }
}

export class VaArgInstruction extends InstructionBase {
  readonly kind = 'va_arg';
  constructor(list: Value, type: Type, name?: string) { super(type, [list], name); }
}

export interface OperandBundle { readonly tag: string; readonly inputs: readonly Value[] }

/** What a call stands for in the copy of a function that derivatives are made from: see `derive/dispatch.ts`. */
export type Dispatched =
  /**
   * One of several candidates, where the pointer is the address of it. What it says about its arguments holds only there:
   * another candidate may take the same pointer for one to an object of another class.
   */
  | { readonly kind: 'candidate' }
  /** The call through the pointer where it is none of the candidates; some are left out, with or without a reason. */
  | { readonly kind: 'unknown'; readonly candidates: readonly Function[]; readonly leftOut: readonly { readonly candidate: Function; readonly why: Error | undefined }[] };

/** What `call`, `invoke` and `callbr` have in common. Operands: the arguments, the bundle inputs, the callee. */
export abstract class CallBase extends InstructionBase {
  callingConvention = '';
  /** Words before the result type: `noundef`, `zeroext`. */
  returnAttributes: string[] = [];
  /** For each argument, its attribute words. */
  argumentAttributes: string[][];
  /** Words after the argument list: `#3`, `nounwind`. */
  functionAttributes: string[] = [];
  flags: string[] = [];
  addressSpace: string = '';
  /** Set in place of a call through a pointer; never printed. */
  dispatched: Dispatched | undefined;
  private readonly bundleShapes: { tag: string; count: number }[];
  private readonly argumentCount: number;

  constructor(readonly functionType: FunctionType, callee: Value, args: readonly Value[], bundles: readonly OperandBundle[], name?: string) {
    super(functionType.result, [...args, ...bundles.flatMap((b) => b.inputs), callee], name);
    this.argumentCount = args.length;
    this.argumentAttributes = args.map(() => []);
    this.bundleShapes = bundles.map((b) => ({ tag: b.tag, count: b.inputs.length }));
  }

  get callee(): Value { return this.operand(this.operands.length - 1); }
  set callee(value: Value) { this.setOperand(this.operands.length - 1, value); }
  get args(): readonly Value[] { return this.operands.slice(0, this.argumentCount); }

  get bundles(): readonly OperandBundle[] {
    let at = this.argumentCount;
    return this.bundleShapes.map(({ tag, count }) => {
      const inputs = this.operands.slice(at, at + count);
      at += count;
      return { tag, inputs };
    });
  }

  /** The function called, when the callee is one by name. */
  get calledFunction(): Function | undefined { return this.callee.kind === 'function' ? this.callee : undefined; }
}

export class CallInstruction extends CallBase {
  readonly kind = 'call';
  /** `tail`, `musttail`, `notail`, or nothing. */
  tail = '';
  constructor(functionType: FunctionType, callee: Value, args: readonly Value[], bundles: readonly OperandBundle[] = [], name?: string) {
    super(functionType, callee, args, bundles, name);
  }
}

/** `successors`: normal destination, unwind destination. */
export class InvokeInstruction extends CallBase {
  readonly kind = 'invoke';
  constructor(functionType: FunctionType, callee: Value, args: readonly Value[], readonly successors: BasicBlock[],
    bundles: readonly OperandBundle[] = [], name?: string) {
    super(functionType, callee, args, bundles, name);
  }
}

/** `successors`: the default destination, then the indirect ones. */
export class CallBrInstruction extends CallBase {
  readonly kind = 'callbr';
  constructor(functionType: FunctionType, callee: Value, args: readonly Value[], readonly successors: BasicBlock[],
    bundles: readonly OperandBundle[] = [], name?: string) {
    super(functionType, callee, args, bundles, name);
  }
}

/** `ret void` has no operand. */
export class ReturnInstruction extends InstructionBase {
  readonly kind = 'ret';
  readonly successors: BasicBlock[] = [];
  constructor(value?: Value) { super(voidType, value ? [value] : []); }
  get value(): Value | undefined { return this.operands[0]; }
}

/** One successor without an operand, or two with the condition as operand: taken when true, when false. */
export class BranchInstruction extends InstructionBase {
  readonly kind = 'br';
  readonly successors: BasicBlock[];
  constructor(successors: BasicBlock[], condition?: Value) {
    super(voidType, condition ? [condition] : []);
    this.successors = successors;
  }
  get condition(): Value | undefined { return this.operands[0]; }
}

/** Operands: the scrutinee, then the case values. `successors`: the default, then one per case value. */
export class SwitchInstruction extends InstructionBase {
  readonly kind = 'switch';
  readonly successors: BasicBlock[];
  constructor(value: Value, otherwise: BasicBlock, cases: readonly { value: Value; block: BasicBlock }[]) {
    super(voidType, [value, ...cases.map((c) => c.value)]);
    this.successors = [otherwise, ...cases.map((c) => c.block)];
  }
}

export class IndirectBrInstruction extends InstructionBase {
  readonly kind = 'indirectbr';
  constructor(address: Value, readonly successors: BasicBlock[]) { super(voidType, [address]); }
}

export class UnreachableInstruction extends InstructionBase {
  readonly kind = 'unreachable';
  readonly successors: BasicBlock[] = [];
  constructor() { super(voidType, []); }
}

export class ResumeInstruction extends InstructionBase {
  readonly kind = 'resume';
  readonly successors: BasicBlock[] = [];
  constructor(value: Value) { super(voidType, [value]); }
}

/** Operands: one per clause; `clauses[i]` is `catch` or `filter`. */
export class LandingPadInstruction extends InstructionBase {
  readonly kind = 'landingpad';
  constructor(type: Type, readonly isCleanup: boolean, readonly clauses: readonly ('catch' | 'filter')[], values: readonly Value[], name?: string) {
    super(type, values, name);
  }
}

/** `cleanuppad` and `catchpad`. Operands: the parent, then the arguments. */
export class FuncletPadInstruction extends InstructionBase {
  readonly kind = 'funcletpad';
  constructor(readonly opcode: 'cleanuppad' | 'catchpad', type: Type, parent: Value, args: readonly Value[], name?: string) {
    super(type, [parent, ...args], name);
  }
}

/** Operand: the parent. `successors`: the handlers, then the unwind destination unless it unwinds to the caller. */
export class CatchSwitchInstruction extends InstructionBase {
  readonly kind = 'catchswitch';
  constructor(type: Type, parent: Value, readonly successors: BasicBlock[], readonly unwindsToCaller: boolean, name?: string) {
    super(type, [parent], name);
  }
}

/** `cleanupret` (its successor is the unwind destination, or none: to the caller) and `catchret`. Operand: the pad. */
export class FuncletReturnInstruction extends InstructionBase {
  readonly kind = 'funcletret';
  constructor(readonly opcode: 'cleanupret' | 'catchret', pad: Value, readonly successors: BasicBlock[]) { super(voidType, [pad]); }
}

/** `#dbg_value(...)`, `#dbg_declare(...)`, ...: a position in the instruction list, not an instruction to LLVM. */
export class DebugRecord extends InstructionBase {
  readonly kind = 'debugrecord';
  /** `args` as between the parentheses; see `MetadataOperand` for the parts. */
  constructor(readonly record: string, public parts: readonly (string | Value)[]) { super(voidType, []); }
}

export type Terminator =
  | ReturnInstruction | BranchInstruction | SwitchInstruction | IndirectBrInstruction | UnreachableInstruction
  | ResumeInstruction | InvokeInstruction | CallBrInstruction | CatchSwitchInstruction | FuncletReturnInstruction;

export type AnyCall = CallInstruction | InvokeInstruction | CallBrInstruction;

export type Instruction =
  | Terminator | CallInstruction | BinaryInstruction | NegateInstruction | CastInstruction | CompareInstruction
  | SelectInstruction | PhiInstruction | FreezeInstruction | AllocaInstruction | LoadInstruction | StoreInstruction
  | GetElementPtrInstruction | FenceInstruction | CompareExchangeInstruction | AtomicUpdateInstruction
  | ExtractValueInstruction | InsertValueInstruction | ExtractElementInstruction | InsertElementInstruction
  | ShuffleVectorInstruction | VaArgInstruction | LandingPadInstruction | FuncletPadInstruction | DebugRecord;

export function isInstruction(value: Value): value is Instruction { return value instanceof InstructionBase; }
export function isTerminator(instruction: Instruction): instruction is Terminator { return 'successors' in instruction; }
export function isCall(value: Value): value is AnyCall { return value instanceof CallBase; }

/** Names values for a debugger; before LLVM 19 these were calls. */
export function isForDebuggers(instruction: Instruction): boolean {
  return instruction.kind === 'debugrecord' || (instruction.kind === 'call' && (instruction.calledFunction?.name.startsWith('llvm.dbg.') ?? false));
}

/** A vector of pointers when the base or an index is a vector. */
function gepResultType(base: Value, indices: readonly Value[]): Type {
  if (base.type.kind === 'vector') return base.type;
  const vector = indices.find((index) => index.type.kind === 'vector')?.type;
  return vector?.kind === 'vector' ? new VectorType(base.type, vector.length, vector.scalable) : base.type;
}
