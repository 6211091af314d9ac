/**
 * Functions that are each other's derivatives, as sine and cosine are: a program that computes one of an angle often computes
 * the other too, and then the reverse sweep takes that value instead of calling the function once more.
 */
import { type AnyCall, type Value, isCall, isInstruction, sameType } from '../ir/index.js';
import { type Expression, type MathRow, isBounded, mapParts, mathRow, isMathName } from '../rules/index.js';
import { treatmentOf } from './calls.js';
import { type Differential, flagsOf } from './differentials.js';

/**
 * The same differential over more operands: the values of functions in its partials that the block of the instruction computes
 * too, before or after it. Only in the reverse sweep are they all there.
 */
export function withTwins(differential: Differential, instruction: Value): Differential {
  if (differential.kind !== 'row' || !isCall(instruction)) return differential;
  const operands = [...differential.operands];
  const known = new Map<Expression, Expression>();
  const replaced = (expression: Expression): Expression => {
    const before = known.get(expression);
    if (before) return before;
    const twin = expression.kind === 'call' ? twinOf(expression, differential.operands, instruction) : undefined;
    const after: Expression = twin ? { kind: 'operand', index: operands.push(twin) - 1 } : mapParts(expression, replaced);
    known.set(expression, after);
    return after;
  };
  const outputs = differential.row.outputs.map((output) => ({ ...output, partials: output.partials.map((partial) => (partial === 'zero' ? partial : replaced(partial))) }));
  return operands.length === differential.operands.length ? differential : { ...differential, row: { ...differential.row, outputs }, operands };
}

/** Where a function may be infinite, products with it are guarded; a value says nothing of where it comes from. */
function twinOf({ name, args }: Expression & { kind: 'call' }, operands: readonly Value[], call: AnyCall): AnyCall | undefined {
  if (!isBounded(name) || !isMathName(name)) return undefined;
  const values = args.map((arg) => (arg.kind === 'operand' ? operands[arg.index] : undefined));
  const [first] = values;
  return first && [...first.uses].map(({ user }) => user).find((user): user is AnyCall => isInstruction(user) && isCall(user)
    && user.block === call.block && sameType(user.type, call.type) && user.args.length === values.length && user.args.every((arg, i) => arg === values[i])
    && isFunction(user, mathRow(name)) && poisonFlags.every((flag) => !flagsOf(user).includes(flag) || flagsOf(call).includes(flag)));
}

function isFunction(call: AnyCall, row: MathRow): boolean {
  const treatment = treatmentOf(call);
  return treatment.kind === 'math' && treatment.row === row;
}

const poisonFlags = ['nnan', 'ninf', 'fast'];
