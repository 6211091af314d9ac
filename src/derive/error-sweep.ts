/**
 * Rounding errors, propagated to first order: beside each number that depends on the inputs runs a bound of its absolute
 * error. An operation passes on the errors of its operands, each times the magnitude of the partial derivative, and adds half
 * a unit in the last place of its own result. Numbers that do not depend on the inputs count as exact.
 *
 * Theory: Higham, "Accuracy and Stability of Numerical Algorithms", 2nd ed., SIAM 2002, sections 1.6 and 3.3 (running errors).
 */
import {
  type FloatKind, type FloatType, type Instruction, type Type, type Value, ConstantAggregate, ConstantSplat, constantFloat, scalarType,
} from '../ir/index.js';
import { type MathName, type MathRow, type Place, callFunction, derivativeFlags, identityRow, mathRow, negateRule } from '../rules/index.js';
import { type Differential, flagsOf } from './differentials.js';
import { partOf } from './parts.js';
import { type ProductOf, TangentSweep } from './tangent-sweep.js';

/** Digits of the significand in base two, the hidden one too. */
const precision: Readonly<Record<FloatKind, number>> = {
  half: 11, bfloat: 8, float: 24, double: 53, x86_fp80: 64, fp128: 113, ppc_fp128: 106,
};

const exactNames: readonly MathName[] = [
  'fabs', 'copysign', 'fmax', 'fmin', 'fmaximum', 'fminimum', 'fmod', 'remainder', 'remquo', 'modf', 'frexp', 'significand', 'ldexp', 'scalbn', 'scalbln',
];
/** Their results are numbers of the format: nothing is rounded. */
const exactRows: ReadonlySet<MathRow> = new Set([negateRule, identityRow, ...exactNames.map(mathRow)]);

export class ErrorSweep extends TangentSweep {
  protected override linearTangent(instruction: Instruction, differential: Exclude<Differential, { kind: 'row' }>): Value {
    switch (differential.kind) {
      case 'bitwise': return super.linearTangent(instruction, { ...differential, parts: differential.parts.map((part) => ({ ...part, signs: 0n })) });
      case 'conversion': {
        const error = super.linearTangent(instruction, differential);
        const isNarrowing = precisionOf(instruction.type) < precisionOf(differential.operand.type);
        return isNarrowing ? this.withRounding(error, this.primal(instruction)) : error;
      }
      case 'sum': return this.withRounding(super.linearTangent(instruction, differential), this.primal(instruction));
      default: return super.linearTangent(instruction, differential);
    }
  }

  protected override combine(instruction: Instruction, row: MathRow, place: Place, products: readonly ProductOf[]): Value | undefined {
    const flags = derivativeFlags(flagsOf(instruction));
    const inherited = products.flatMap((product) => { const term = product(); return term ? [this.magnitude(term)] : []; })
      .reduce<Value | undefined>((sum, term) => (sum ? this.build.binary('fadd', sum, term, flags) : term), undefined);
    if (!inherited || exactRows.has(row)) return inherited;
    return this.withRounding(inherited, this.computed(instruction, place, inherited.type));
  }

  /** The number that the instruction left in the place. */
  private computed(instruction: Instruction, place: Place, type: Type): Value {
    switch (place.kind) {
      case 'result': return this.primal(instruction);
      case 'field': return partOf(this.build, this.primal(instruction), place.index);
      case 'pointer': return this.build.load(type, this.primal(instruction.operand(place.argument)));
    }
  }

  private withRounding(error: Value, result: Value): Value {
    const { type } = result;
    const unit = filled(type, 2 ** -precisionOf(type));
    return this.build.binary('fadd', error, this.build.binary('fmul', this.magnitude(result), unit));
  }

  private magnitude(value: Value): Value { return callFunction(this.build, 'fabs', [value], value.type); }
}

function precisionOf(type: Type): number { return precision[formatOf(type).format]; }

function formatOf(type: Type): FloatType {
  const scalar = scalarType(type);
  if (scalar.kind !== 'float') throw new TypeError(`${type.text} is no floating-point type`);
  return scalar;
}

function filled(type: Type, value: number): Value {
  const lane = constantFloat(formatOf(type), value);
  if (type.kind !== 'vector') return lane;
  return type.scalable ? new ConstantSplat(type, lane) : new ConstantAggregate(type, Array.from({ length: type.length }, () => lane));
}
