/**
 * Calls of mathematical functions by their base name, in the spelling that the format and the target want: an LLVM
 * intrinsic where every LLVM has one, else the function of the C library (of libdevice or OCML on a GPU), else a helper
 * that we write into the module. Where there is no vector form, lane by lane.
 */
import {
  type Builder, type FloatKind, type FloatType, type Function, type Module, type Type, type Value, CastInstruction, FunctionType, VectorType, constantInt,
  i32, poison,
} from '../ir/index.js';
import { Diagnostic } from '../diagnostics/index.js';
import { digammaHelper } from './digamma.js';
import { mangledType } from './mangle.js';
import { type MathName, isMathName, mathRow } from './math.js';
import { emittedIntrinsics } from './spellings.js';

/** `name(args)` in the format of `type`; integer arguments are passed as they are. */
export function callFunction(builder: Builder, name: string, args: readonly Value[], type: Type): Value {
  if (name === 'powi' && args[1] && args[1].type.text !== 'i32') return powerOfWideInteger(builder, args[0], args[1], type);
  const intrinsic = isMathName(name) ? emittedIntrinsics[name] : undefined;
  if (intrinsic !== undefined) return builder.call(declareIntrinsic(builder.module, name as MathName, intrinsic, args, type), args);
  if (type.kind === 'vector') return byLanes(builder, name, args, type);
  if (type.kind !== 'float') throw new TypeError(`${type.text} is no floating-point type`);
  if (name === 'digamma') return builder.call(digammaHelper(builder.module, type), args);
  return builder.call(declareLibrary(builder.module, name, args, type), args);
}

/** Intrinsics are overloaded on their type; `powi` on the exponent as well. */
function declareIntrinsic(module: Module, name: MathName, intrinsic: string, args: readonly Value[], type: Type): Function {
  const suffixes = [type, ...args.filter((_, i) => mathRow(name).roles[i] === 'integer').map((arg) => arg.type)].map(mangledType);
  return module.getOrDeclare(`llvm.${intrinsic}.${suffixes.join('.')}`, new FunctionType(type, args.map((arg) => arg.type)));
}

/** A function of a library. Derivative code does not look at `errno`: the call may be moved, merged and vectorised. */
function declareLibrary(module: Module, name: string, args: readonly Value[], type: FloatType): Function {
  const spelled = librarySpelling(name, type.format, module.targetTriple);
  const wanted = new FunctionType(type, args.map((arg) => arg.type));
  const known = module.functions.get(spelled);
  const fn = module.getOrDeclare(spelled, wanted);
  if (!known) fn.attributes.push('nounwind', 'willreturn', 'readnone');
  return fn;
}

/** The name of a C library function in a format. */
export function librarySpelling(name: string, format: FloatKind, triple: string): string {
  const architecture = triple.split('-')[0] ?? '';
  if (architecture.startsWith('nvptx')) return `__nv_${name}${format === 'float' ? 'f' : ''}`;
  if (architecture === 'amdgcn') return `__ocml_${name}_${format === 'float' ? 'f32' : 'f64'}`;
  switch (format) {
    case 'double': return name;
    case 'half': case 'bfloat': case 'float': return `${name}f`;
    // On x86 `long double` is x86_fp80, and quadruple precision has the suffix of _Float128.
    case 'fp128': return /^(x86_64|amd64|i[3-6]86)$/.test(architecture) ? `${name}f128` : `${name}l`;
    case 'x86_fp80': case 'ppc_fp128': return `${name}l`;
  }
}

function byLanes(builder: Builder, name: string, args: readonly Value[], type: VectorType): Value {
  if (type.scalable) {
    throw new Diagnostic('unsupportedInstruction', { instruction: name, why: 'its derivative needs a function that has no form for scalable vectors' });
  }
  let lanes: Value = poison(type);
  for (let i = 0; i < type.length; i++) {
    const index = constantInt(i32, i);
    const lane = args.map((arg) => (arg.type.kind === 'vector' ? builder.extractElement(arg, index) : arg));
    lanes = builder.insertElement(lanes, callFunction(builder, name, lane, type.element), index);
  }
  return lanes;
}

/** LLVM lowers `powi` for exponents of C's `int` only. A 64-bit exponent that is no double exactly is past every overflow. */
function powerOfWideInteger(builder: Builder, base: Value | undefined, exponent: Value, type: Type): Value {
  if (!base || exponent.type.kind !== 'integer') throw new TypeError(`powi takes a number and an integer, not ${exponent.type.text}`);
  if (exponent.type.bits < 32) return callFunction(builder, 'powi', [base, builder.insert(new CastInstruction('sext', exponent, i32))], type);
  const scalar = type.kind === 'vector' ? type.element : type;
  const converted: Value = builder.insert(new CastInstruction('sitofp', exponent, scalar));
  const power = type.kind === 'vector'
    ? Array.from({ length: type.length }).reduce<Value>((vector, _, i) => builder.insertElement(vector, converted, constantInt(i32, i)), poison(type))
    : converted;
  return callFunction(builder, 'pow', [base, power], type);
}
