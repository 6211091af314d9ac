/** Handing derivatives to the caller in the shape that it declared. */
import { type Builder, type Function, StructType, type Type, type Value, attributeName, constantInt, i32, poison, sameType, zero } from '../ir/index.js';
import { type MarkerCall, complain } from './markers.js';
import { stackSlot } from './passing.js';

/** A call whose results have to go somewhere. */
export interface Delivery {
  readonly marker: MarkerCall;
  readonly source: Function;
  /** Where the results go, if they are returned through memory. */
  readonly resultAddress: { readonly pointer: Value; readonly type: string | undefined } | undefined;
}

/** The arguments of the call without the address for its result. */
export function takeResultAddress({ call }: MarkerCall): { values: Value[]; resultAddress: Delivery['resultAddress'] } {
  const sret = call.argumentAttributes[0]?.find((word) => attributeName(word) === 'sret');
  const [first, ...others] = call.args;
  if (sret === undefined || !first) return { values: [...call.args], resultAddress: undefined };
  return { values: others, resultAddress: { pointer: first, type: /\((.*)\)$/s.exec(sret)?.[1] } };
}

/** The value that stands for the call's result; undefined for `void`. */
export function deliver(request: Delivery, results: readonly Value[], build: Builder): Value | undefined {
  const { call } = request.marker;
  const struct = new StructType(results.map((result) => result.type));
  if (request.resultAddress) {
    const { layout } = build.module;
    const declared = request.resultAddress.type?.startsWith('%') ? build.module.structs.get(request.resultAddress.type.replace(/^%"?|"$/g, '')) : undefined;
    if (declared && layout.allocSize(declared) !== layout.allocSize(struct)) throw mismatch(request, struct);
    results.forEach((result, i) => build.store(result, build.gep(struct, request.resultAddress?.pointer ?? poison(result.type), [constantInt(i32, 0), constantInt(i32, i)])));
    return undefined;
  }
  if (call.type.kind === 'void') return undefined;
  const [only] = results;
  if (!only) {
    // A prototype shared with other calls: nothing to return, and nobody asks.
    if (call.uses.size === 0) return zero(call.type);
    throw mismatch(request, struct);
  }
  if (results.length === 1) {
    if (sameType(only.type, call.type)) return only;
    if (only.type.kind === 'float' && call.type.kind === 'float') return build.cast(only.type.bits > call.type.bits ? 'fptrunc' : 'fpext', only, call.type);
  }
  return packed(request, results, struct, call.type, build);
}

/** As a struct of the same fields, or, where the platform returns it in other registers, through memory. */
function packed(request: Delivery, results: readonly Value[], struct: StructType, type: Type, build: Builder): Value {
  const fits = type.kind === 'struct' && type.fields.length === results.length && type.fields.every((field, i) => sameType(field, struct.fields[i] ?? field));
  if (fits) return results.reduce((all, result, i) => build.insertValue(all, result, [i]), poison(type) as Value);
  const { layout } = build.module;
  // The registers may be wider than the fields by padding at the end: three floats come as `{ <2 x float>, float }`.
  const alignment = layout.abiAlignment(type);
  if (Math.ceil(layout.allocSize(struct) / alignment) * alignment !== layout.allocSize(type)) throw mismatch(request, struct);
  const whole = results.reduce((all, result, i) => build.insertValue(all, result, [i]), poison(struct) as Value);
  const memory = stackSlot(request.marker.call, type, 16);
  build.store(whole, memory);
  return build.load(type, memory);
}

function mismatch(request: Delivery, struct: StructType): Error {
  const { call, entryPoint } = request.marker;
  const expected = struct.fields.length === 0 ? 'nothing' : struct.fields.map((field) => field.text).join(', ');
  return complain(request.marker, 'returnType', {
    marker: entryPoint, function: request.source.name, found: request.resultAddress?.type ?? call.type.text, expected,
  });
}
