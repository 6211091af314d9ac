/**
 * Turns partials into instructions, in any floating-point format and for vectors of it.
 *
 * Fast-math flags: derivative arithmetic carries `contract nsz`, which change no result by more than a rounding error.
 * `reassoc` and `arcp` are left out unless the primal had them: LLVM would turn `(y / b)` and a division by `b` into one
 * by `b * b`, which overflows where the derivative is an ordinary number. `nnan` and `ninf` are never taken over from the
 * primal: a derivative may be infinite where the function is not.
 */
import {
  type Builder, type FloatType, type Type, type Value, CastInstruction, CompareInstruction, VectorType, constantInt, float,
  i32, numberOf, poison, withScalar, zero,
} from '../ir/index.js';
import { Diagnostic } from '../diagnostics/index.js';
import { callFunction } from './callee.js';
import { wideConstant } from './constants.js';
import { type Expression, parts } from './expression.js';
import { isMathName, mathRow } from './math.js';
import type { Partial } from './row.js';

export interface EmitContext {
  /** All arguments of the primal call (or operands of the instruction), as the expression numbers them. */
  readonly operands: readonly Value[];
  /** The primal result, if the expression mentions it (`mentions`). */
  readonly result?: Value | undefined;
  /** The floating-point type, or vector of one, in which the partial is wanted. */
  readonly type: Type;
  /** Fast-math flags of the primal instruction. */
  readonly flags?: readonly string[] | undefined;
  /**
   * `seed * partial` where the seed is zero and the partial infinite or NaN: `where infinite` (the default) yields zero
   * for the partials that can be infinite, `never` leaves the NaN, `always` guards every product (`enzyme_strong_zero`).
   */
  readonly guard?: 'where infinite' | 'never' | 'always' | undefined;
}

/** The partial itself. */
export function emitExpression(expression: Expression, builder: Builder, context: EmitContext): Value {
  const emitter = new Emitter(builder, context);
  return emitter.narrow(emitter.value(expression));
}

/**
 * `seed * partial`, or undefined if that is zero for every seed. Multiplications by 1 and -1 vanish, and a seed goes into
 * the numerator of a quotient and into the branches of a choice.
 *
 * A zero seed means that the result does not depend on this path: an optimiser has made a branch into a select, or the
 * path is multiplied by zero. `0 * inf` is therefore 0 here, not NaN; the guard replaces only a NaN, so that the code is
 * right to differentiate again.
 */
export function emitProduct(seed: Value, partial: Partial, builder: Builder, context: EmitContext): Value | undefined {
  return productEmitter(partial, builder, context)(seed);
}

/** The same for several seeds one after the other: what does not depend on the seed is emitted once. */
export function productEmitter(partial: Partial, builder: Builder, context: EmitContext): (seed: Value) => Value | undefined {
  if (partial === 'zero' || isNumber(partial, 0)) return () => undefined;
  if (isNumber(partial, 1)) return (seed) => seed;
  const emitter = new Emitter(builder, context);
  const guard = context.guard ?? 'where infinite';
  const isGuarded = guard === 'always' || (guard === 'where infinite' && mayBeInfinite(partial, context.operands));
  return (seed) => {
    const wide = emitter.widen(seed);
    const product = emitter.productWith(wide, partial);
    return emitter.narrow(isGuarded && !isNonzero(seed) ? emitter.guarded(product, wide) : product);
  };
}

/** The flags of derivative arithmetic, given those of the primal. */
export function derivativeFlags(primal: readonly string[] = []): readonly string[] {
  const granted = primal.includes('fast') ? ['reassoc', 'nsz', 'arcp', 'contract', 'afn'] : primal;
  return ['reassoc', 'nsz', 'arcp', 'contract', 'afn'].filter((flag) => flag === 'nsz' || flag === 'contract' || granted.includes(flag));
}

class Emitter {
  /** Halves are computed as floats: libraries have no functions for them. */
  private readonly workType: Type;
  private readonly flags: readonly string[];
  private readonly values = new Map<Expression, Value>();
  private readonly products = new Map<Expression, Value>();

  constructor(private readonly builder: Builder, private readonly context: EmitContext) {
    const { format } = floatFormat(context.type);
    this.workType = format === 'half' || format === 'bfloat' ? withScalar(context.type, float) : context.type;
    this.flags = derivativeFlags(context.flags);
  }

  widen(value: Value): Value { return this.builder.cast('fpext', value, this.workType); }
  narrow(value: Value): Value { return this.builder.cast('fptrunc', value, this.context.type); }

  value(expression: Expression): Value {
    const known = this.values.get(expression);
    if (known) return known;
    const value = this.compute(expression);
    this.values.set(expression, value);
    return value;
  }

  private compute(expression: Expression): Value {
    const { builder, flags } = this;
    switch (expression.kind) {
      case 'operand': return this.asFloat(this.operand(expression.index));
      case 'offset': return this.asFloat(this.integer(expression, undefined));
      case 'result': return this.result(expression.field);
      case 'number': return this.splat(wideConstant(builder, floatFormat(this.workType), expression));
      case 'negate': return builder.fneg(this.value(expression.operand), flags);
      case 'binary': return builder.binary(expression.opcode, this.value(expression.left), this.value(expression.right), flags);
      case 'select': return builder.select(this.condition(expression), this.value(expression.whenTrue), this.value(expression.whenFalse));
      case 'call': return this.call(expression.name, expression.args);
    }
  }

  /** Products are those of one seed; values serve all. */
  productWith(seed: Value, expression: Expression): Value {
    this.products.clear();
    return this.product(seed, expression);
  }

  private product(seed: Value, expression: Expression): Value {
    const known = this.products.get(expression);
    if (known) return known;
    const product = this.computeProduct(seed, expression);
    this.products.set(expression, product);
    return product;
  }

  /** Only numbers are multiplied into the seed before dividing: the numerator `a / y` of hypot may be as large as y. */
  private computeProduct(seed: Value, expression: Expression): Value {
    const { builder, flags } = this;
    if (isNumber(expression, 1)) return seed;
    if (isNumber(expression, 0)) return zero(seed.type);
    if (isNumber(expression, -1)) return builder.fneg(seed, flags);
    if (expression.kind === 'negate') return builder.fneg(this.product(seed, expression.operand), flags);
    if (expression.kind === 'binary' && expression.opcode === 'fdiv' && isConstant(expression.left)) {
      return builder.binary('fdiv', this.product(seed, expression.left), this.value(expression.right), flags);
    }
    if (expression.kind === 'binary' && expression.opcode === 'fmul' && takesSeed(expression.left)) {
      return builder.binary('fmul', this.product(seed, expression.left), this.value(expression.right), flags);
    }
    if (expression.kind === 'select' && (takesSeed(expression.whenTrue) || takesSeed(expression.whenFalse))) {
      return builder.select(this.condition(expression), this.product(seed, expression.whenTrue), this.product(seed, expression.whenFalse));
    }
    if (expression.kind === 'call' && isMathName(expression.name) && mathRow(expression.name).isLinear && isNumber(expression.args[0], 1)) {
      return this.call(expression.name, expression.args, seed);
    }
    return builder.binary('fmul', seed, this.value(expression), flags);
  }

  /** `product`, or zero where it is NaN although the seed is zero. */
  guarded(product: Value, seed: Value): Value {
    const { builder } = this;
    const nothing = zero(seed.type);
    const isLost = builder.binary('and', builder.fcmp('oeq', seed, nothing), builder.fcmp('uno', product, nothing));
    return builder.select(isLost, nothing, product);
  }

  private condition(expression: Expression & { kind: 'select' }): Value {
    const { predicate, left, right } = expression.condition;
    return this.builder.insert(new CompareInstruction('fcmp', predicate, this.value(left), this.value(right)));
  }

  private operand(index: number): Value {
    const value = this.context.operands[index];
    if (!value) throw new RangeError(`a partial mentions operand ${index} of ${this.context.operands.length}`);
    return value;
  }

  private result(field: number | undefined): Value {
    const { result } = this.context;
    if (!result) throw new RangeError('a partial mentions the result, which was not given');
    if (field === undefined) return this.asFloat(result);
    return this.asFloat(result.type.kind === 'vector'
      ? this.builder.extractElement(result, constantInt(i32, field)) : this.builder.extractValue(result, [field]));
  }

  /** In the work format and shape: integers are converted, and one integer for all lanes of a vector is repeated. */
  private asFloat(value: Value): Value {
    if (value.type.kind !== 'integer' && !(value.type.kind === 'vector' && value.type.element.kind === 'integer')) return this.widen(value);
    const isRepeated = this.workType.kind === 'vector' && value.type.kind !== 'vector';
    const target = isRepeated ? floatFormat(this.workType) : this.workType;
    const converted = this.builder.insert(new CastInstruction('sitofp', value, target));
    return isRepeated ? this.splat(converted) : converted;
  }

  private splat(scalar: Value): Value {
    if (this.workType.kind !== 'vector') return scalar;
    const first = this.builder.insertElement(poison(this.workType), scalar, constantInt(i32, 0));
    return this.builder.shuffle(first, poison(this.workType), zero(new VectorType(i32, this.workType.length, this.workType.scalable)));
  }

  private call(name: string, args: readonly Expression[], first?: Value): Value {
    const roles = isMathName(name) ? mathRow(name).roles : [];
    const values = args.map((arg, i) => (i === 0 && first ? first : roles[i] === 'integer' ? this.integer(arg, name) : this.value(arg)));
    return callFunction(this.builder, name, values, this.workType);
  }

  /** An integer argument of a function. */
  private integer(expression: Expression, callee: string | undefined): Value {
    switch (expression.kind) {
      case 'operand': return this.operand(expression.index);
      case 'number': return constantInt(i32, expression.value);
      case 'offset': {
        const value = this.operand(expression.index);
        if (value.type.kind !== 'integer') throw refusedVector(callee ?? 'this function', value.type);
        return this.builder.binary('add', value, constantInt(value.type, expression.by));
      }
      default: throw new TypeError(`a ${expression.kind} cannot be an integer argument of ${callee ?? 'a function'}`);
    }
  }
}

function refusedVector(name: string, type: Type): Diagnostic {
  return new Diagnostic('unsupportedInstruction', { instruction: name, why: `its integer argument is ${type.text}` });
}

function floatFormat(type: Type): FloatType {
  const scalar = type.kind === 'vector' ? type.element : type;
  if (scalar.kind !== 'float') throw new TypeError(`${type.text} is no floating-point type`);
  return scalar;
}

function isNumber(expression: Expression | undefined, value: number): boolean {
  return expression?.kind === 'number' && expression.value === value && expression.tail === undefined;
}

function isConstant(expression: Expression): boolean {
  return expression.kind === 'number' || (expression.kind === 'negate' && isConstant(expression.operand));
}

/** Whether multiplying the seed into this part costs nothing and cannot overflow. */
function takesSeed(expression: Expression): boolean {
  if (isConstant(expression)) return true;
  if (expression.kind === 'binary') return expression.opcode === 'fdiv' && isConstant(expression.left);
  return expression.kind === 'select' && takesSeed(expression.whenTrue) && takesSeed(expression.whenFalse);
}

/** Functions whose values are finite wherever their arguments are. */
const bounded: ReadonlySet<string> = new Set(['sin', 'cos', 'sinpi', 'cospi', 'fabs', 'copysign', 'rint', 'j0', 'j1', 'jn']);

/**
 * Whether a partial can be infinite or NaN, or overflow, at ordinary operands: divisions, functions, and the result (of
 * `exp`, say). A product with an operand is left alone: it is cheap, and infinite only if the operand is.
 */
function mayBeInfinite(expression: Expression, operands: readonly Value[]): boolean {
  if (expression.kind === 'result') return true;
  if (expression.kind === 'call' && !isBounded(expression.name)) return true;
  if (expression.kind === 'binary' && expression.opcode === 'fdiv' && !isConstant(expression.right)) {
    const divisor = expression.right.kind === 'operand' ? operands[expression.right.index] : undefined;
    if (!divisor || !isNonzero(divisor)) return true;
  }
  return parts(expression).some((part) => mayBeInfinite(part, operands));
}

/** Whether a function of finite numbers is a finite number. */
export function isBounded(name: string): boolean {
  return bounded.has(name) || (isMathName(name) && mathRow(name).isLinear === true);
}

/** A constant that is a finite number other than zero, in every lane. */
function isNonzero(value: Value): boolean {
  if (value.kind === 'fp') return Number.isFinite(numberOf(value)) && numberOf(value) !== 0;
  if (value.kind === 'splat') return isNonzero(value.element);
  return value.kind === 'aggregate' && value.elements.every(isNonzero);
}
