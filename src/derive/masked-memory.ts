/**
 * Vectors of which some lanes are loaded or stored, as the intrinsics of LLVM and of AVX do, written lane by lane. A lane
 * that the mask leaves out uses a local of its own in place of the memory, which it must not touch.
 */
import {
  type Function, type Type, type Value, Builder, IntegerType, VectorType, constantInt, i1, i32, i8, isCall, scalarType, zero,
} from '../ir/index.js';
import { entrySlot } from './rule-calls.js';
import { wordType } from './types.js';

/** Where the operands are; LLVM up to 21 has the alignment between address and mask. */
interface Access { readonly address: Value; readonly mask: Value; readonly stored?: Value; readonly otherwise?: Value; readonly index?: Value; readonly scale?: Value; readonly type: Type }

const names = /^llvm\.(masked\.load|masked\.store|x86\.avx\.maskload|x86\.avx\.maskstore|x86\.avx2\.gather|x86\.avx512\.mask\.gather|x86\.avx512\.mask\.scatter)\./;

export function expandMaskedMemory(fn: Function): void {
  for (const call of [...fn.instructions()]) {
    if (!isCall(call) || !call.block) continue;
    const name = names.exec(call.calledFunction?.name ?? '')?.[1];
    const access = name === undefined ? undefined : accessOf(name, call.type, call.args);
    if (access?.type.kind !== 'vector' || access.type.scalable || access.type.element.kind !== 'float') continue;
    const build = new Builder(call.block).beforeInstruction(call);
    build.debugLocation = call.metadata.get('dbg');
    const result = expand(build, access, access.type);
    if (result) call.replaceAllUsesWith(result);
    call.erase();
  }
}

function accessOf(name: string, type: Type, args: readonly Value[]): Access | undefined {
  const operands = args.filter((arg, i) => !(name.startsWith('masked') && i > 0 && arg.type.text === 'i32'));
  const [a, b, c, d, e] = operands;
  if (!a || !b) return undefined;
  switch (name) {
    case 'masked.load': return c && { address: a, mask: b, otherwise: c, type };
    case 'masked.store': return c && { stored: a, address: b, mask: c, type: a.type };
    case 'x86.avx.maskload': return { address: a, mask: b, otherwise: zero(type), type };
    case 'x86.avx.maskstore': return c && { address: a, mask: b, stored: c, type: c.type };
    case 'x86.avx512.mask.scatter': return c && d && e && { address: a, mask: b, index: c, stored: d, scale: e, type: d.type };
    // Here the mask has the sign bits of numbers.
    default: return c && d && e && c.type.kind === 'vector' && type.kind === 'vector' && c.type.length >= type.length
      ? { otherwise: a, address: b, index: c, mask: d, scale: e, type } : undefined;
  }
}

function expand(build: Builder, access: Access, type: VectorType): Value | undefined {
  const { address, stored, index, scale, otherwise } = access;
  const spare = entrySlot(build, type.element);
  const word = wordType(build.module);
  const conditions = conditionsOf(build, access.mask);
  let result = otherwise;
  for (let lane = 0; lane < type.length; lane++) {
    const at = constantInt(i32, lane);
    const condition = build.extractElement(conditions, at);
    const place = index && scale
      ? build.gep(i8, address, [build.binary('mul', build.cast('sext', build.extractElement(index, at), word), build.cast('zext', scale, word))])
      : build.gep(type.element, address, [constantInt(word, lane)]);
    const chosen = build.select(condition, place, spare);
    if (stored) build.store(build.extractElement(stored, at), chosen, 1);
    else if (result && otherwise) {
      const loaded = build.load(type.element, chosen, 1);
      result = build.insertElement(result, build.select(condition, loaded, build.extractElement(otherwise, at)), at);
    }
  }
  return result;
}

/** One bit for each lane: the mask, or the sign of its lanes. */
function conditionsOf(build: Builder, mask: Value): Value {
  const { type } = mask;
  const scalar = scalarType(type);
  if (type.kind !== 'vector' || scalar.text === i1.text) return mask;
  const integers = scalar.kind === 'float' ? new VectorType(new IntegerType(scalar.bits), type.length) : type;
  return build.icmp('slt', build.cast('bitcast', mask, integers), zero(integers));
}
