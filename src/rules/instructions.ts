/**
 * Derivatives of instructions: binary operators and `fneg` are rows of the same kind as functions, casts say what
 * becomes of a derivative. Both tables are complete over the opcodes of `ir/`.
 */
import type { BinaryOpcode, CastOpcode } from '../ir/index.js';
import { pi } from './constants.js';
import { type Expression, call, div, mul, neg, operand, result, select } from './expression.js';
import { mathRow } from './math.js';
import { type Interval, type MathRow, type Output, type Partial, binary, general, unary } from './row.js';

const line: Interval = [-3, 3];
const both = [line, line] as const;

/** Integers carry no derivative, whatever is done to them: the activity analysis refuses float bits in disguise. */
export const binaryRules: Readonly<Record<BinaryOpcode, MathRow | 'inactive'>> = {
  fadd: binary(() => [1, 1], both),
  fsub: binary(() => [1, -1], both),
  fmul: binary(({ a, b }) => [b, a], both),
  // Not -a / (b b), where b b overflows: 1 / (1 + exp(300)) has a derivative of 5e-131.
  fdiv: binary(({ b, y }) => [div(1, b), neg(mul(div(1, b), y))], [line, [0.1, 4]], { singular: 'inf or NaN at b = 0' }),
  frem: mathRow('fmod'),
  add: 'inactive', sub: 'inactive', mul: 'inactive', udiv: 'inactive', sdiv: 'inactive', urem: 'inactive', srem: 'inactive',
  shl: 'inactive', lshr: 'inactive', ashr: 'inactive', and: 'inactive', or: 'inactive', xor: 'inactive',
};

export const negateRule: MathRow = unary(() => -1, line);

/**
 * `linear`: the derivative is cast the same way. `bits`: the derivative goes along only where the bytes do (a float as
 * another float of the same bits; as an integer, what the type analysis says it is). `pointer`: the shadow is cast.
 */
export type CastRule = 'linear' | 'bits' | 'pointer' | 'inactive';

export const castRules: Readonly<Record<CastOpcode, CastRule>> = {
  fptrunc: 'linear', fpext: 'linear', bitcast: 'bits', addrspacecast: 'pointer',
  ptrtoint: 'pointer', ptrtoaddr: 'pointer', inttoptr: 'pointer',
  trunc: 'inactive', zext: 'inactive', sext: 'inactive', fptoui: 'inactive', fptosi: 'inactive', uitofp: 'inactive', sitofp: 'inactive',
};

/** `llvm.canonicalize`, `llvm.arithmetic.fence`: the operand itself. */
export const identityRow: MathRow = unary(() => 1, line);

/** A number, the mask of bits that it keeps, and the exponent that it gets. */
const scaled = select('oeq', operand(0), 0, 1, div(result(), operand(0)));

export const exponentRow: MathRow = general(['float', 'integer', 'integer'],
  [{ place: { kind: 'result' }, partials: [scaled, 'zero', 'zero'] }], [[0.1, 4]], '1 at 0; one-sided at the powers of two');

/** A number to whose exponent an integer was added through its bits. */
export const exponentSumRow: MathRow = general(['float', 'integer'], [{ place: { kind: 'result' }, partials: [scaled, 'zero'] }], [[0.1, 4]], '1 at 0');

const pairFields = (first: readonly Partial[], second: readonly Partial[]): readonly Output[] => [
  { place: { kind: 'field', index: 0 }, partials: first }, { place: { kind: 'field', index: 1 }, partials: second },
];

/** Intrinsics that return a struct where the C function of the same name writes through pointers. */
export const structIntrinsics: Readonly<Record<string, MathRow>> = {
  sincos: { roles: ['float'], outputs: pairFields([call('cos', operand(0))], [neg(call('sin', operand(0)))]), domain: [line], singular: '' },
  sincospi: { roles: ['float'], outputs: pairFields([mul(pi, call('cospi', operand(0)))], [neg(mul(pi, call('sinpi', operand(0))))]), domain: [line], singular: '' },
  modf: { roles: ['float'], outputs: pairFields([{ kind: 'number', value: 1 }], ['zero']), domain: [line], singular: 'one-sided at the integers' },
  frexp: { roles: ['float'], outputs: [{ place: { kind: 'field', index: 0 }, partials: [fractionPartial()] }], domain: [[0.1, 4]],
    singular: '1 at 0; one-sided at the powers of two' },
};

/** The fraction is the operand divided by a power of two, which the derivative is divided by as well. */
function fractionPartial(): Expression { return select('oeq', operand(0), 0, 1, div(result(0), operand(0))); }
