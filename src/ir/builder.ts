/** Appends instructions to a block. Every method returns what it appended, so that code reads like the IR it makes. */
import {
  AllocaInstruction, BinaryInstruction, BranchInstruction, CallInstruction, CastInstruction, CompareInstruction,
  ExtractElementInstruction, ExtractValueInstruction, FreezeInstruction, GetElementPtrInstruction, InsertElementInstruction,
  InsertValueInstruction, type Instruction, LoadInstruction, NegateInstruction, PhiInstruction, ReturnInstruction,
  SelectInstruction, ShuffleVectorInstruction, StoreInstruction, SwitchInstruction, UnreachableInstruction,
} from './instructions.js';
import type { BasicBlock, Function, Module } from './module.js';
import type { BinaryOpcode, CastOpcode, FloatPredicate, IntegerPredicate } from './opcodes.js';
import { type FunctionType, type Type, i32, sameType } from './types.js';
import { type Value, constantInt } from './values.js';

export class Builder {
  /** New instructions go before this one, or to the end of the block. */
  private before: Instruction | undefined;
  /** Attached to every new instruction as `!dbg`, if set. */
  debugLocation: string | undefined;

  constructor(public block: BasicBlock) {}

  get function(): Function { return this.block.parent; }
  get module(): Module { return this.block.parent.module; }

  atEnd(block: BasicBlock): this { this.block = block; this.before = undefined; return this; }
  beforeInstruction(instruction: Instruction): this {
    if (!instruction.block) throw new Error('the instruction is in no block');
    this.block = instruction.block;
    this.before = instruction;
    return this;
  }

  insert<T extends Instruction>(instruction: T): T {
    if (this.debugLocation !== undefined && !instruction.metadata.has('dbg')) instruction.metadata.set('dbg', this.debugLocation);
    return this.before ? this.block.insertBefore(instruction, this.before) : this.block.append(instruction);
  }

  binary(opcode: BinaryOpcode, left: Value, right: Value, flags: readonly string[] = [], name?: string): BinaryInstruction {
    return this.insert(new BinaryInstruction(opcode, left, right, flags, name));
  }
  fneg(operand: Value, flags: readonly string[] = []): NegateInstruction { return this.insert(new NegateInstruction(operand, flags)); }
  /** The operand itself if it already has the type. */
  cast(opcode: CastOpcode, operand: Value, type: Type): Value {
    return sameType(operand.type, type) ? operand : this.insert(new CastInstruction(opcode, operand, type));
  }
  icmp(predicate: IntegerPredicate, left: Value, right: Value): CompareInstruction {
    return this.insert(new CompareInstruction('icmp', predicate, left, right));
  }
  fcmp(predicate: FloatPredicate, left: Value, right: Value): CompareInstruction {
    return this.insert(new CompareInstruction('fcmp', predicate, left, right));
  }
  select(condition: Value, whenTrue: Value, whenFalse: Value): SelectInstruction {
    return this.insert(new SelectInstruction(condition, whenTrue, whenFalse));
  }
  phi(type: Type, incoming: readonly [Value, BasicBlock][] = [], name?: string): PhiInstruction {
    const phi = this.insert(new PhiInstruction(type, [], name));
    incoming.forEach(([value, block]) => phi.addIncoming(value, block));
    return phi;
  }
  freeze(operand: Value): FreezeInstruction { return this.insert(new FreezeInstruction(operand)); }

  alloca(type: Type, count: Value = constantInt(i32, 1), alignment?: number, name?: string): AllocaInstruction {
    return this.insert(new AllocaInstruction(type, count, alignment, [], undefined, name));
  }
  load(type: Type, address: Value, alignment?: number, name?: string): LoadInstruction {
    return this.insert(new LoadInstruction(type, address, alignment, false, undefined, name));
  }
  store(value: Value, address: Value, alignment?: number): StoreInstruction {
    return this.insert(new StoreInstruction(value, address, alignment));
  }
  gep(elementType: Type, base: Value, indices: readonly Value[], flags: readonly string[] = []): GetElementPtrInstruction {
    return this.insert(new GetElementPtrInstruction(elementType, base, indices, flags));
  }

  extractValue(aggregate: Value, path: readonly number[]): Value {
    return path.length === 0 ? aggregate : this.insert(new ExtractValueInstruction(aggregate, path));
  }
  insertValue(aggregate: Value, element: Value, path: readonly number[]): Value {
    return path.length === 0 ? element : this.insert(new InsertValueInstruction(aggregate, element, path));
  }
  extractElement(vector: Value, index: Value): ExtractElementInstruction { return this.insert(new ExtractElementInstruction(vector, index)); }
  insertElement(vector: Value, element: Value, index: Value): InsertElementInstruction {
    return this.insert(new InsertElementInstruction(vector, element, index));
  }
  shuffle(left: Value, right: Value, mask: Value): ShuffleVectorInstruction { return this.insert(new ShuffleVectorInstruction(left, right, mask)); }

  call(callee: Function, args: readonly Value[], name?: string): CallInstruction {
    return this.callPointer(callee.functionType, callee, args, name);
  }
  callPointer(type: FunctionType, callee: Value, args: readonly Value[], name?: string): CallInstruction {
    return this.insert(new CallInstruction(type, callee, args, [], name));
  }

  ret(value?: Value): ReturnInstruction { return this.insert(new ReturnInstruction(value)); }
  br(target: BasicBlock): BranchInstruction { return this.insert(new BranchInstruction([target])); }
  condBr(condition: Value, whenTrue: BasicBlock, whenFalse: BasicBlock): BranchInstruction {
    return this.insert(new BranchInstruction([whenTrue, whenFalse], condition));
  }
  switch(value: Value, otherwise: BasicBlock, cases: readonly { value: Value; block: BasicBlock }[]): SwitchInstruction {
    return this.insert(new SwitchInstruction(value, otherwise, cases));
  }
  unreachable(): UnreachableInstruction { return this.insert(new UnreachableInstruction()); }
}
