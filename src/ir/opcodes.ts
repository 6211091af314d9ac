/**
 * The opcode tables that parser, printer, verifier and rules share. A row is what makes an opcode of its group
 * different from the others; what the group has in common is the group's class in `instructions.ts`.
 */

/** Operand domains of a binary operator. */
export type Domain = 'integer' | 'float';

/** Binary operators: over which scalars they work (vectors of them too), and the flags they accept. */
export const binaryOpcodes = {
  add: { domain: 'integer', flags: ['nuw', 'nsw'] },
  sub: { domain: 'integer', flags: ['nuw', 'nsw'] },
  mul: { domain: 'integer', flags: ['nuw', 'nsw'] },
  udiv: { domain: 'integer', flags: ['exact'] },
  sdiv: { domain: 'integer', flags: ['exact'] },
  urem: { domain: 'integer', flags: [] },
  srem: { domain: 'integer', flags: [] },
  shl: { domain: 'integer', flags: ['nuw', 'nsw'] },
  lshr: { domain: 'integer', flags: ['exact'] },
  ashr: { domain: 'integer', flags: ['exact'] },
  and: { domain: 'integer', flags: [] },
  or: { domain: 'integer', flags: ['disjoint'] },
  xor: { domain: 'integer', flags: [] },
  fadd: { domain: 'float', flags: 'fastMath' },
  fsub: { domain: 'float', flags: 'fastMath' },
  fmul: { domain: 'float', flags: 'fastMath' },
  fdiv: { domain: 'float', flags: 'fastMath' },
  frem: { domain: 'float', flags: 'fastMath' },
} as const satisfies Record<string, { domain: Domain; flags: readonly string[] | 'fastMath' }>;
export type BinaryOpcode = keyof typeof binaryOpcodes;

/** Casts: scalar kind before and after, and the flags accepted. */
export const castOpcodes = {
  trunc: { from: 'integer', to: 'integer', flags: ['nuw', 'nsw'] },
  zext: { from: 'integer', to: 'integer', flags: ['nneg'] },
  sext: { from: 'integer', to: 'integer', flags: [] },
  fptrunc: { from: 'float', to: 'float', flags: 'fastMath' },
  fpext: { from: 'float', to: 'float', flags: 'fastMath' },
  fptoui: { from: 'float', to: 'integer', flags: [] },
  fptosi: { from: 'float', to: 'integer', flags: [] },
  uitofp: { from: 'integer', to: 'float', flags: ['nneg'] },
  sitofp: { from: 'integer', to: 'float', flags: [] },
  ptrtoint: { from: 'pointer', to: 'integer', flags: [] },
  ptrtoaddr: { from: 'pointer', to: 'integer', flags: [] },
  inttoptr: { from: 'integer', to: 'pointer', flags: [] },
  bitcast: { from: 'any', to: 'any', flags: [] },
  addrspacecast: { from: 'pointer', to: 'pointer', flags: [] },
} as const satisfies Record<string, {
  from: Domain | 'pointer' | 'any'; to: Domain | 'pointer' | 'any'; flags: readonly string[] | 'fastMath';
}>;
export type CastOpcode = keyof typeof castOpcodes;

export const integerPredicates = ['eq', 'ne', 'ugt', 'uge', 'ult', 'ule', 'sgt', 'sge', 'slt', 'sle'] as const;
export type IntegerPredicate = (typeof integerPredicates)[number];
export const floatPredicates = [
  'false', 'oeq', 'ogt', 'oge', 'olt', 'ole', 'one', 'ord', 'ueq', 'ugt', 'uge', 'ult', 'ule', 'une', 'uno', 'true',
] as const;
export type FloatPredicate = (typeof floatPredicates)[number];

/** Flags of floating-point arithmetic; `fast` stands for all the others. */
export const fastMathFlags = ['nnan', 'ninf', 'nsz', 'arcp', 'contract', 'afn', 'reassoc', 'fast'] as const;
