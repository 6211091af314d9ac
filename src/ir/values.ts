/**
 * Values: everything an instruction can have as an operand. Each value knows the operand slots that hold it, so
 * replacing and deleting need no search. Constants are immutable and may be shared or created anew at will.
 */
import {
  type ArrayType, type FloatType, type IntegerType, type PointerType, type StructType, type Type, type VectorType,
  type FunctionType, metadataType,
} from './types.js';
import type { BasicBlock, Function, GlobalAlias, GlobalIfunc, GlobalVariable } from './module.js';
import type { Instruction } from './instructions.js';

/** One operand slot of an instruction. */
export interface Use { readonly user: Instruction; readonly index: number }

abstract class ValueBase {
  /** Operand slots of instructions that hold this value. Constants do not track theirs. */
  abstract readonly uses: Set<Use>;
  constructor(readonly type: Type) {}

  /** The instructions that use this value, each once. */
  users(): Instruction[] { return [...new Set([...this.uses].map((use) => use.user))]; }
}

/** A value with a name of its own inside a function. An undefined name is printed as a number. */
export abstract class LocalValue extends ValueBase {
  name: string | undefined;
  /** Made when needed: half of all instructions have no result. */
  private useSet: Set<Use> | undefined;
  constructor(type: Type, name?: string) { super(type); this.name = name; }
  get uses(): Set<Use> { return (this.useSet ??= new Set<Use>()); }
  replaceAllUsesWith(value: Value): void {
    for (const use of [...this.uses]) use.user.setOperand(use.index, value);
  }
}

export class Argument extends LocalValue {
  readonly kind = 'argument';
  /** Parameter attributes as printed: `noundef`, `align 8`, `byval(%struct.s)`. */
  attributes: string[] = [];
  constructor(type: Type, readonly index: number, name?: string) { super(type, name); }
}

/** Constants do not record their uses: there may be millions, and nobody asks. */
abstract class ConstantBase extends ValueBase {
  get uses(): Set<Use> { return noUses; }
}

/** A set that stays empty. */
class NoUses extends Set<Use> {
  override add(): this { return this; }
}
const noUses = new NoUses();

export class ConstantInt extends ConstantBase {
  readonly kind = 'int';
  /** In the signed range of the type (`i8 255` is -1n); an `i1` is 0n or 1n. */
  readonly value: bigint;
  constructor(override readonly type: IntegerType, value: bigint) {
    super(type);
    this.value = type.bits === 1 ? BigInt.asUintN(1, value) : BigInt.asIntN(type.bits, value);
  }
}

/** A floating-point constant. `bits` are the exact bits in the type's own format (`x86_fp80`: 80 bits). */
export class ConstantFloat extends ConstantBase {
  readonly kind = 'fp';
  constructor(override readonly type: FloatType, readonly bits: bigint) { super(type); }
}

/** `null`, `undef`, `poison`, `zeroinitializer`, `none`: constants that are one word. */
export type WordConstant = 'null' | 'undef' | 'poison' | 'zeroinitializer' | 'none';
export class ConstantWord extends ConstantBase {
  readonly kind = 'word';
  constructor(type: Type, readonly word: WordConstant) { super(type); }
}

export class ConstantAggregate extends ConstantBase {
  readonly kind = 'aggregate';
  constructor(override readonly type: ArrayType | StructType | VectorType, readonly elements: readonly Constant[]) { super(type); }
}

/** `c"..."`: an array of `i8`. One character of `bytes` is one byte. */
export class ConstantString extends ConstantBase {
  readonly kind = 'string';
  constructor(override readonly type: ArrayType, readonly bytes: string) { super(type); }
}

/** `splat (i32 1)`: a vector constant, LLVM 19 and later. */
export class ConstantSplat extends ConstantBase {
  readonly kind = 'splat';
  constructor(type: Type, readonly element: Constant) { super(type); }
}

/** A constant expression: an instruction's opcode over constants. */
export class ConstantExpression extends ConstantBase {
  readonly kind = 'expression';
  constructor(
    type: Type,
    readonly opcode: string,
    readonly operands: readonly Constant[],
    /** Words between opcode and operands: `inbounds`, `nuw`, the predicate of a compare, `inrange(-16, 16)`. */
    readonly flags: readonly string[] = [],
    /** The source element type of a `getelementptr`. */
    readonly elementType?: Type,
    /** The indices of `extractvalue` and `insertvalue`. */
    readonly path: readonly number[] = [],
  ) { super(type); }
}

/** A constant we carry without looking inside, holes for globals included: `blockaddress`, `no_cfi`, `ptrauth`, ... */
export class ConstantOpaque extends ConstantBase {
  readonly kind = 'opaque';
  /** `parts` alternate text and globals: `dso_local_equivalent @f` is `['dso_local_equivalent ', @f]`. */
  constructor(type: Type, readonly parts: readonly (string | Global)[]) { super(type); }
}

export class InlineAsm extends ConstantBase {
  readonly kind = 'asm';
  constructor(type: PointerType, readonly functionType: FunctionType, readonly flags: readonly string[],
    readonly assembly: string, readonly constraints: string) { super(type); }
}

/**
 * A `metadata` operand: of `llvm.dbg.value`, of a debug record, of `llvm.read_register`. `parts` alternate metadata text
 * (`!12`, `!DIExpression()`) and values (`ptr %x`). The values are not uses: deleting one prints `poison` here.
 */
export class MetadataOperand extends ConstantBase {
  readonly kind = 'metadata';
  constructor(readonly parts: readonly (string | Value)[]) { super(metadataType); }
}

export type Global = GlobalVariable | Function | GlobalAlias | GlobalIfunc;
export type Constant =
  | ConstantInt | ConstantFloat | ConstantWord | ConstantAggregate | ConstantString | ConstantSplat
  | ConstantExpression | ConstantOpaque | InlineAsm | MetadataOperand | Global;
export type Value = Constant | Argument | BasicBlock | Instruction;

/** Base for globals, which are constants with uses. */
export abstract class GlobalBase extends ValueBase {
  readonly uses = new Set<Use>();
  constructor(type: PointerType, public name: string) { super(type); }
  replaceAllUsesWith(value: Value): void {
    for (const use of [...this.uses]) use.user.setOperand(use.index, value);
  }
}

/** The constant that is all zero bits, for any first-class type. */
export function zero(type: Type): Constant {
  switch (type.kind) {
    case 'integer': return new ConstantInt(type, 0n);
    case 'float': return new ConstantFloat(type, 0n);
    case 'pointer': return new ConstantWord(type, 'null');
    case 'token': return new ConstantWord(type, 'none');
    default: return new ConstantWord(type, 'zeroinitializer');
  }
}

export function poison(type: Type): Constant { return new ConstantWord(type, 'poison'); }
export function constantInt(type: IntegerType, value: number | bigint): ConstantInt { return new ConstantInt(type, BigInt(value)); }
