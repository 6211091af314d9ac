/** How the names of overloaded intrinsics end. */
import type { FloatKind, Type } from '../ir/index.js';

/** A type as intrinsic names spell it: `f64`, `v4f32`, `i32`, `nxv2f64`. */
export function mangledType(type: Type): string {
  switch (type.kind) {
    case 'vector': return `${type.scalable ? 'nx' : ''}v${type.length}${mangledType(type.element)}`;
    case 'integer': return `i${type.bits}`;
    case 'float': return formatNames[type.format];
    default: throw new TypeError(`no intrinsic is overloaded on ${type.text}`);
  }
}

const formatNames: Readonly<Record<FloatKind, string>> = {
  half: 'f16', bfloat: 'bf16', float: 'f32', double: 'f64', x86_fp80: 'f80', fp128: 'f128', ppc_fp128: 'ppcf128',
};
