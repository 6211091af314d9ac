/**
 * BLAS and LAPACK: which routine a function is, and what its arguments are called. How the routines are differentiated is
 * written in terms of these names in `derive/blas-*.ts`.
 *
 * All routines are seen as Fortran has them, matrices by columns; a row-major call of CBLAS is the same routine with some
 * arguments exchanged and some flags turned round.
 */
import type { FunctionType } from '../ir/index.js';

/** The arguments in order. By first letter: see `operandKind`. */
const signatures = {
  dot: 'n x incx y incy', axpy: 'n alpha x incx y incy', scal: 'n alpha x incx', nrm2: 'n x incx', asum: 'n x incx',
  copy: 'n x incx y incy', swap: 'n x incx y incy', rot: 'n x incx y incy c s',
  ger: 'm n alpha x incx y incy A lda', gemv: 'trans m n alpha A lda x incx beta y incy', symv: 'uplo n alpha A lda x incx beta y incy',
  trmv: 'uplo trans diag n A lda x incx', trsv: 'uplo trans diag n A lda x incx',
  gemm: 'transA transB m n k alpha A lda B ldb beta C ldc', symm: 'side uplo m n alpha A lda B ldb beta C ldc',
  syrk: 'uplo trans n k alpha A lda beta C ldc', syr2k: 'uplo trans n k alpha A lda B ldb beta C ldc',
  trmm: 'side uplo trans diag m n alpha A lda B ldb', trsm: 'side uplo trans diag m n alpha A lda B ldb',
  potrf: 'uplo n A lda info', potrs: 'uplo n k A lda B ldb info',
  getrf: 'm n A lda ipiv info', getrs: 'trans n k A lda ipiv B ldb info',
} as const;

export type BlasName = keyof typeof signatures;

/** What a routine writes to. */
const written: Record<BlasName, string> = {
  dot: '', axpy: 'y', scal: 'x', nrm2: '', asum: '', copy: 'y', swap: 'x y', rot: 'x y', ger: 'A', gemv: 'y', symv: 'y', trmv: 'x', trsv: 'x',
  gemm: 'C', symm: 'C', syrk: 'C', syr2k: 'C', trmm: 'B', trsm: 'B', potrf: 'A info', potrs: 'B info', getrf: 'A ipiv info', getrs: 'B info',
};

/** A row-major call by columns: names exchanged (`m~n`), flags turned round (`!uplo`). */
const rowMajor: Partial<Record<BlasName, string>> = {
  ger: 'm~n x~y incx~incy', gemv: 'm~n !trans', symv: '!uplo', trmv: '!uplo !trans', trsv: '!uplo !trans',
  gemm: 'transA~transB m~n A~B lda~ldb', symm: '!side !uplo m~n', syrk: '!uplo !trans', syr2k: '!uplo !trans', trmm: '!side !uplo m~n', trsm: '!side !uplo m~n',
};

const lapack = new Set<BlasName>(['potrf', 'potrs', 'getrf', 'getrs']);
const levelOne = new Set<BlasName>(['dot', 'axpy', 'scal', 'nrm2', 'asum', 'copy', 'swap', 'rot']);
const valued = new Set<BlasName>(['dot', 'nrm2', 'asum']);

export type OperandKind = 'integer' | 'flag' | 'scalar' | 'array' | 'integers';

export interface BlasRule {
  readonly kind: 'blas';
  readonly name: BlasName;
  readonly precision: 'double' | 'float';
  /** With arguments by reference and letters for flags, or by value with numbers for flags. */
  readonly spelling: 'fortran' | 'cblas';
  /** The names of the arguments; `order` first in CBLAS, from level 2 on. Lengths of strings at the end have none. */
  readonly operands: readonly string[];
}

/** Undefined if the function is no routine that we know, or has other arguments than it. */
export function findBlas(functionName: string, type: FunctionType): BlasRule | undefined {
  const [, prefix, letter, stem = '', underscore] = /^(cblas_)?([ds])([a-z0-9]+?)(_)?$/.exec(functionName) ?? [];
  if (!(stem in signatures) || (prefix === undefined) === (underscore === undefined)) return undefined;
  const name = stem as BlasName;
  const spelling = prefix === undefined ? 'fortran' : 'cblas';
  if (spelling === 'cblas' && lapack.has(name)) return undefined;
  const operands = operandsOf(name, spelling);
  const rule: BlasRule = { kind: 'blas', name, precision: letter === 'd' ? 'double' : 'float', spelling, operands };
  return fits(rule, type) ? rule : undefined;
}

export function operandKind(name: string): OperandKind {
  if (/^(trans|uplo|side|diag|order)/.test(name)) return 'flag';
  if (/^(alpha|beta|c|s)$/.test(name)) return 'scalar';
  if (/^[ABCxy]$/.test(name)) return 'array';
  return name === 'ipiv' || name === 'info' ? 'integers' : 'integer';
}

export function operandsOf(name: BlasName, spelling: BlasRule['spelling']): readonly string[] {
  const plain = signatures[name].split(' ');
  return spelling === 'cblas' && !levelOne.has(name) ? ['order', ...plain] : plain;
}

export function writtenOperands({ name }: Pick<BlasRule, 'name'>): readonly string[] { return written[name].split(' ').filter(Boolean); }

export function returnsNumber(name: BlasName): boolean { return valued.has(name); }

/** What the argument of this name is called when the call is seen by columns. */
export function nameByColumns(name: BlasName, operand: string, isRowMajor: boolean): { readonly name: string; readonly isTurned: boolean } {
  const words = isRowMajor ? (rowMajor[name] ?? '').split(' ') : [];
  for (const word of words) {
    const [left, right] = word.split('~');
    if (operand === left && right !== undefined) return { name: right, isTurned: false };
    if (operand === right && left !== undefined) return { name: left, isTurned: false };
  }
  return { name: operand, isTurned: words.includes(`!${operand}`) };
}

/** Whether the argument is passed as a pointer. */
export function isByReference({ spelling }: Pick<BlasRule, 'spelling'>, operand: string): boolean {
  const kind = operandKind(operand);
  return spelling === 'fortran' || kind === 'array' || kind === 'integers';
}

function fits(rule: BlasRule, { parameters, result, isVariadic }: FunctionType): boolean {
  const { operands, precision } = rule;
  if (isVariadic || parameters.length < operands.length) return false;
  if (returnsNumber(rule.name) ? result.text !== precision : result.kind !== 'void' && result.kind !== 'integer') return false;
  return parameters.every((type, i) => {
    const operand = operands[i];
    if (operand === undefined) return type.kind === 'integer';
    if (isByReference(rule, operand)) return type.kind === 'pointer';
    return operandKind(operand) === 'scalar' ? type.text === precision : type.text === 'i32';
  });
}
