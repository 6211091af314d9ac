/**
 * The functions added to a module to ask for its derivatives: marker calls such as a C programmer would write, around the
 * function in question.
 *
 * A result that is returned is first turned into one that is stored (`void packed(..., double *result)`), so that it has
 * a shadow like any other output: the seed of a pullback, the tangent of a tangent.
 */
import {
  type Argument, Builder, type Function, FunctionType, type GlobalVariable, type Module, StructType, type Type, type Value,
  StoreInstruction, cloneBody, constantInt, i32, i8, pointer, voidType,
} from '../ir/index.js';
import type { Cleanup } from './program.js';
import { isFloat } from './scalars.js';
import type { Signature } from './signature.js';

/** `out`: its derivative comes back as a value. `dup`: it comes with a tangent, or a shadow in memory. */
export type Activity = 'const' | 'out' | 'dup';

export const wrapperSymbol = 'ribozyme_derivative';
/** Bytes of one derivative in the memory that a pullback's last parameter points to. */
export const gradientStride = 8;

/**
 * Parameters: each one of the function's, a `dup` one followed by its shadow; where there is a result, a pointer to it,
 * and to its seed if it is a float; where there are `out` parameters, a pointer to their derivatives.
 */
export function addPullback(module: Module, signature: Signature, activities: readonly Activity[]): Cleanup {
  const { packed, cleanUp } = addPacked(module, signature);
  const outTypes = packed.args.filter((_, index) => activities[index] === 'out').map(({ type }) => type);
  const shape = argumentShape(signature, packed, activities, () => pointer);
  const { builder, args } = addWrapper(module, outTypes.length > 0 ? [...shape, pointer] : shape);
  const [single, ...others] = outTypes;
  const returned = single === undefined ? voidType : others.length === 0 ? single : new StructType(outTypes);
  const call = builder.callPointer(new FunctionType(returned, [pointer], true), declareMarker(module, '__enzyme_autodiff', returned),
    [packed, ...markedArguments(module, signature, packed, activities, args)]);
  const gradients = args.at(-1);
  outTypes.forEach((type, index) => {
    const value = outTypes.length === 1 ? call : builder.extractValue(call, [index]);
    if (gradients) builder.store(value, builder.gep(i8, gradients, [constantInt(i32, index * gradientStride)]), module.layout.abiAlignment(type));
  });
  builder.ret();
  return cleanUp;
}

/** Parameters: each one of the function's, a `dup` one followed by its tangent; where there is a result, pointers to it and its tangent. */
export function addTangent(module: Module, signature: Signature, activities: readonly Activity[]): Cleanup {
  const { packed, cleanUp } = addPacked(module, signature);
  const { builder, args } = addWrapper(module, argumentShape(signature, packed, activities, (type) => type));
  builder.callPointer(new FunctionType(voidType, [pointer], true), declareMarker(module, '__enzyme_fwddiff', voidType),
    [packed, ...markedArguments(module, signature, packed, activities, args)]);
  builder.ret();
  return cleanUp;
}

function addWrapper(module: Module, parameters: readonly Type[]): { builder: Builder; args: readonly Argument[] } {
  const wrapper = module.addFunction(wrapperSymbol, new FunctionType(voidType, parameters));
  return { builder: new Builder(wrapper.addBlock('entry')), args: wrapper.args };
}

/** A copy of the function that stores its result through an additional last parameter. One without result is its own. */
function addPacked(module: Module, { symbol, result }: Signature): { packed: Function; cleanUp: Cleanup } {
  const original = module.functions.get(symbol);
  if (!original) throw new RangeError(`@${symbol} has gone`);
  if (result === 'void') return { packed: original, cleanUp: () => undefined };
  const type = new FunctionType(voidType, [...original.functionType.parameters, pointer]);
  const packed = module.addFunction(module.freshName(`${symbol}.packed`), type);
  packed.words.linkage = 'internal';
  packed.attributes = module.expandAttributes(original.attributes).filter((word) => word.startsWith('"') || word === 'nounwind');
  original.args.forEach((argument, index) => {
    const copy = packed.args[index];
    if (copy) Object.assign(copy, { name: argument.name, attributes: [...argument.attributes] });
  });
  const address = packed.args.at(-1);
  if (!address) throw new RangeError('a parameter was just added');
  address.attributes = ['noalias'];
  // The debug info tells the types of the parameters. No two functions may have the same in the end: see `cleanUp`.
  const debugInfo = original.metadata.get('dbg');
  if (debugInfo !== undefined) packed.metadata.set('dbg', debugInfo);
  cloneBody(original, packed, new Map<Value, Value>(original.args.map((argument, index) => [argument, packed.args[index] ?? argument])));
  storeResults(packed, address);
  return { packed, cleanUp: () => { if (packed.uses.size === 0) module.functions.delete(packed.name); else packed.metadata.delete('dbg'); } };
}

function storeResults(packed: Function, address: Argument): void {
  for (const block of packed.blocks) {
    const last = block.terminator;
    const value = last?.kind === 'ret' ? last.value : undefined;
    if (!last || !value) continue;
    block.insertBefore(new StoreInstruction(value, address, packed.module.layout.abiAlignment(value.type)), last);
    last.dropOperands(); // leaves `ret void`
  }
}

function argumentShape(signature: Signature, packed: Function, activities: readonly Activity[], shadowType: (type: Type) => Type): Type[] {
  const shape = signature.parameters.flatMap((_, index) => {
    const type = packed.args[index]?.type ?? pointer;
    return activities[index] === 'dup' ? [type, shadowType(type)] : [type];
  });
  if (signature.result === 'void') return shape;
  return isFloat(signature.result) ? [...shape, pointer, pointer] : [...shape, pointer];
}

/** The arguments of a marker call, in the order of `argumentShape`, each after its marker. */
function markedArguments(module: Module, { result, parameters }: Signature, packed: Function, activities: readonly Activity[], given: readonly Value[]): Value[] {
  const all = result === 'void' ? activities : [...activities, isFloat(result) ? 'dup' : 'const'] satisfies Activity[];
  const rest = [...given];
  return packed.args.flatMap((_, index) => {
    const activity = all[index] ?? 'const';
    const values = rest.splice(0, activity === 'dup' ? 2 : 1);
    if (values.length === 0) throw new RangeError(`no value for parameter ${parameters[index]?.name ?? index}`);
    return [activityMarker(module, activity), ...values];
  });
}

function activityMarker(module: Module, activity: Activity): GlobalVariable {
  const name = `enzyme_${activity}`;
  return module.globals.get(name) ?? module.addGlobal(name, i32, undefined);
}

/** A marker of our own: the source may declare one of that name with another type. */
function declareMarker(module: Module, marker: '__enzyme_autodiff' | '__enzyme_fwddiff', returned: Type): Function {
  return module.addFunction(module.freshName(`${marker}_ribozyme`), new FunctionType(returned, [pointer], true));
}
