/** Questions about types that the verifier asks. */
import { type DataLayout } from './layout.js';
import { type Type, VectorType, scalarType } from './types.js';

/** Whether values of the type have a size in memory. */
export function isSized(type: Type): boolean {
  switch (type.kind) {
    case 'void': case 'label': case 'metadata': case 'token': case 'function': return false;
    case 'array': case 'vector': return isSized(type.element);
    case 'struct': return !type.isOpaque && type.fields.every(isSized);
    default: return true;
  }
}

/** Whether an instruction can have the type as its result. */
export function isFirstClass(type: Type): boolean {
  return type.kind !== 'void' && type.kind !== 'function' && !(type.kind === 'struct' && type.isOpaque);
}

/** `4`, or `vscale x 4`; undefined for scalars. Two types agree in shape when this is equal. */
export function vectorShape(type: Type): string | undefined {
  return type instanceof VectorType ? `${type.scalable ? 'vscale x ' : ''}${type.length}` : undefined;
}

/** Bits of a primitive type or a vector of them, as `bitcast` counts; undefined where that has no meaning. */
export function primitiveBits(type: Type, layout: DataLayout): number | undefined {
  const scalar = scalarType(type);
  const lanes = type.kind === 'vector' ? type.length : 1;
  switch (scalar.kind) {
    case 'integer': case 'float': return scalar.bits * lanes;
    case 'pointer': return layout.pointerSize(scalar.addressSpace) * 8 * lanes;
    case 'x86_mmx': return 64 * lanes;
    case 'x86_amx': return 8192 * lanes;
    default: return undefined;
  }
}
