/**
 * Code of a derivative of a BLAS routine, in terms of other routines, by columns. Flags are bits while code is made: `trans`
 * is "transposed", `uplo` "upper", `side` "left", `diag` "unit"; they become letters or numbers where a routine is called.
 */
import {
  Builder, FloatType, type Function, FunctionType, type IntegerType, type Value, constantFloat, constantInt, i1, i32, i8, pointer, voidType,
} from '../ir/index.js';
import { type BlasName, type BlasRule, isByReference, operandKind, operandsOf, returnsNumber } from '../rules/index.js';
import { addSigns, type KernelName, matrixKernel, rowExchange } from './blas-kernels.js';
import type { BlasRow } from './blas-row.js';
import { entrySlot } from './rule-calls.js';
import { wordType } from './types.js';

/** Elements with low <= row - column <= high. */
export interface Part { readonly low: Value; readonly high: Value }

const letters: Readonly<Record<string, readonly [string, string]>> = { trans: ['T', 'N'], uplo: ['U', 'L'], side: ['L', 'R'], diag: ['U', 'N'] };
const numbers: Readonly<Record<string, readonly [number, number]>> = { trans: [112, 111], uplo: [121, 122], side: [141, 142], diag: [132, 131] };
const byColumns = 102;

export class BlasCode {
  readonly float: FloatType;
  readonly word: IntegerType;
  readonly yes = constantInt(i1, 1);
  readonly no = constantInt(i1, 0);
  readonly one: Value;
  readonly minusOne: Value;
  readonly zero: Value;
  readonly all: Part;
  private readonly values = new Map<string, Value>();

  constructor(readonly build: Builder, readonly rule: BlasRule, private readonly shapes: BlasRow['shapes']) {
    this.float = new FloatType(rule.precision);
    this.word = wordType(build.module);
    this.one = constantFloat(this.float, 1);
    this.minusOne = constantFloat(this.float, -1);
    this.zero = constantFloat(this.float, 0);
    this.all = { low: constantInt(this.word, -(2 ** 31)), high: constantInt(this.word, 2 ** 31 - 1) };
  }

  /** The value of an operand; `dA` is the shadow of A, or the tangent of a number. */
  get(name: string): Value {
    const value = this.values.get(name);
    if (!value) throw new Error(`no ${name} in ${this.rule.name}`);
    return value;
  }

  has(name: string): boolean { return this.values.has(name); }
  set(name: string, value: Value): void { this.values.set(name, value); }

  /** Rows and columns of an array; a vector has a length alone. */
  shapeOf(name: string): readonly [Value, Value?] {
    const [rows, cols] = this.shapes[name]?.(this) ?? [];
    if (!rows) throw new Error(`the shape of ${name} is not known`);
    return cols ? [rows, cols] : [rows];
  }

  integer(value: number): Value { return constantInt(i32, value); }
  choose(condition: Value, whenTrue: Value, whenFalse: Value): Value { return whenTrue === whenFalse ? whenTrue : this.build.select(condition, whenTrue, whenFalse); }
  not(flag: Value): Value { return this.build.binary('xor', flag, this.yes); }
  multiply(a: Value, b: Value): Value { return this.build.binary('fmul', a, b); }
  add(a: Value, b: Value): Value { return this.build.binary('fadd', a, b); }
  negate(a: Value): Value { return this.build.fneg(a); }

  /** The triangle that `uplo` says, with the diagonal or without. */
  triangle(isUpper: Value, isStrict: Value = this.no): Part {
    const w = (value: number): Value => constantInt(this.word, value);
    const low = this.choose(isUpper, this.all.low, this.choose(isStrict, w(1), w(0)));
    const high = this.choose(isUpper, this.choose(isStrict, w(-1), w(0)), this.all.high);
    return { low, high };
  }

  get diagonal(): Part { return { low: constantInt(this.word, 0), high: constantInt(this.word, 0) }; }

  /** A call of another routine, its arguments in the order of Fortran. */
  call(name: BlasName, ...args: readonly Value[]): Value {
    const { rule, build } = this;
    const operands = operandsOf(name, rule.spelling);
    const given = [...args];
    const passed = operands.map((operand) => (operand === 'order' ? constantInt(i32, byColumns) : this.passed(operand, given.shift() ?? this.zero)));
    const type = new FunctionType(returnsNumber(name) ? this.float : voidType, passed.map((value) => value.type));
    const prefix = rule.precision === 'double' ? 'd' : 's';
    return build.callPointer(type, this.declared(rule.spelling === 'cblas' ? `cblas_${prefix}${name}` : `${prefix}${name}_`, type), passed);
  }

  private declared(name: string, type: FunctionType): Function { return this.build.module.functions.get(name) ?? this.build.module.addFunction(name, type); }

  private passed(operand: string, value: Value): Value {
    const stem = operand.replace(/[AB]$/, '');
    if (!isByReference(this.rule, operand)) {
      if (operandKind(operand) !== 'flag') return value;
      const [yes, no] = numbers[stem] ?? [0, 0];
      return this.choose(value, constantInt(i32, yes), constantInt(i32, no));
    }
    if (value.type.kind === 'pointer') return value;
    if (operandKind(operand) !== 'flag') return this.behind(value);
    const [yes = 'T', no = 'N'] = letters[stem] ?? [];
    return this.behind(this.choose(value, constantInt(i8, yes.charCodeAt(0)), constantInt(i8, no.charCodeAt(0))));
  }

  private behind(value: Value): Value {
    const slot = entrySlot(this.build, value.type);
    this.build.store(value, slot);
    return slot;
  }

  /** One of our own loops over a part of a matrix. */
  loop(name: KernelName, rows: Value, cols: Value, { low, high }: Part, ...args: readonly Value[]): Value {
    const kernel = matrixKernel(this.build.module, name, this.rule.precision);
    return this.build.call(kernel, [this.wide(rows), this.wide(cols), low, high, ...args.map((value) => (value.type.kind === 'integer' ? this.wide(value) : value))]);
  }

  exchangeRows(rows: Value, cols: Value, x: Value, ldx: Value, pivots: Value, backwards: Value): void {
    this.build.call(rowExchange(this.build.module, this.rule.precision), [this.wide(rows), this.wide(cols), x, this.wide(ldx), pivots, backwards]);
  }

  addSigns(n: Value, seed: Value, x: Value, y: Value): void { this.build.call(addSigns(this.build.module, this.rule.precision), [this.wide(n), seed, x, y]); }

  wide(value: Value): Value { return this.build.cast('sext', value, this.word); }

  /** A block of rows * cols numbers without gaps, all zero. */
  zeros(rows: Value, cols: Value): Value {
    const calloc = this.build.module.getOrDeclare('calloc', new FunctionType(pointer, [this.word, this.word]));
    const count = this.build.binary('mul', this.wide(this.atLeastOne(rows)), this.wide(this.atLeastOne(cols)));
    return this.build.call(calloc, [count, constantInt(this.word, this.float.bits / 8)]);
  }

  /** A copy without gaps: its leading dimension is `atLeastOne(rows)`. */
  copyOfMatrix(rows: Value, cols: Value, x: Value, ldx: Value): Value {
    const copy = this.zeros(rows, cols);
    this.loop('copy', rows, cols, this.all, x, ldx, copy, this.atLeastOne(rows));
    return copy;
  }

  copyOfVector(n: Value, x: Value, incx: Value): Value {
    const copy = this.zeros(n, this.integer(1));
    this.call('copy', n, x, incx, copy, this.integer(1));
    return copy;
  }

  copyOfIntegers(n: Value, x: Value): Value {
    const { module } = this.build;
    const bytes = this.build.binary('mul', this.wide(this.atLeastOne(n)), constantInt(this.word, 4));
    const copy = this.build.call(module.getOrDeclare('malloc', new FunctionType(pointer, [this.word])), [bytes]);
    const memcpy = module.getOrDeclare(`llvm.memcpy.p0.p0.${this.word.text}`, new FunctionType(voidType, [pointer, pointer, this.word, i1]));
    this.build.call(memcpy, [copy, x, this.build.binary('mul', this.wide(this.notNegative(n)), constantInt(this.word, 4)), this.no]);
    return copy;
  }

  /** The symmetric matrix of which a triangle is given, its diagonal times a factor. */
  symmetric(n: Value, isUpper: Value, x: Value, ldx: Value, diagonal: Value): Value {
    const full = this.zeros(n, n);
    const ld = this.atLeastOne(n);
    this.loop('copy', n, n, this.triangle(isUpper), x, ldx, full, ld);
    this.loop('copyTransposed', n, n, this.triangle(this.not(isUpper), this.yes), x, ldx, full, ld);
    this.loop('scale', n, n, this.diagonal, diagonal, full, ld);
    return full;
  }

  /** Adds what a full matrix of adjoints says about the triangle that stands for a symmetric one. */
  foldSymmetric(n: Value, isUpper: Value, full: Value, to: Value, ldTo: Value): void {
    const ld = this.atLeastOne(n);
    this.loop('add', n, n, this.triangle(isUpper), this.one, full, ld, to, ldTo);
    this.loop('addTransposed', n, n, this.triangle(isUpper, this.yes), this.one, full, ld, to, ldTo);
  }

  /** The triangle of a matrix, and zeros. */
  triangular(n: Value, part: Part, x: Value, ldx: Value): Value {
    const copy = this.zeros(n, n);
    this.loop('copy', n, n, part, x, ldx, copy, this.atLeastOne(n));
    return copy;
  }

  /** A vector times a number; zero if the number is. */
  scaleVector(n: Value, factor: Value, x: Value, incx: Value): void {
    // The order of elements does not matter, only where they are: the last one first if the distance is negative.
    const isBackward = this.build.icmp('slt', incx, this.integer(0));
    const step = this.build.select(isBackward, this.build.binary('sub', this.integer(0), incx), incx);
    this.loop('scale', this.integer(1), n, this.all, factor, x, step);
  }

  /** Adds the derivative of a number that was passed by reference (to its shadow) or by value (to what is returned). */
  contribute(name: string, delta: Value): void {
    const shadow = this.values.get(`d${name}`);
    if (!shadow) return;
    if (shadow.type.kind === 'pointer') this.build.store(this.add(this.build.load(this.float, shadow), delta), shadow);
    else this.values.set(`d${name}`, this.add(shadow, delta));
  }

  free(...blocks: readonly Value[]): void {
    const free = this.build.module.getOrDeclare('free', new FunctionType(voidType, [pointer]));
    for (const block of blocks) this.build.call(free, [block]);
  }

  atLeastOne(n: Value): Value { return this.build.select(this.build.icmp('sgt', n, this.integer(1)), n, this.integer(1)); }
  private notNegative(n: Value): Value { return this.build.select(this.build.icmp('sgt', n, this.integer(0)), n, this.integer(0)); }

  /** Code for both answers to a question that the program decides. */
  branch(condition: Value, whenTrue: () => void, whenFalse: () => void): void {
    const { build } = this;
    const [yes, no, after] = [build.function.addBlock(), build.function.addBlock(), build.function.addBlock()];
    build.condBr(condition, yes, no);
    build.atEnd(yes);
    whenTrue();
    build.br(after);
    build.atEnd(no);
    whenFalse();
    build.br(after);
    build.atEnd(after);
  }
}

