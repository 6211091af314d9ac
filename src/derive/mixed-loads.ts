/**
 * Loads of a vector in which one lane is a pointer: LLVM merges the loads of a struct of a number and a pointer, as Eigen has for a
 * vector times a number. They become loads of the lanes, each of what it is.
 */
import {
  type CastInstruction, type Function, type Instruction, type LoadInstruction, type Type, type Value, Builder, constantInt, i32, i8, poison, sameType,
} from '../ir/index.js';
import { maskOf } from './reverse-structure.js';
import { wordType } from './types.js';

export function expandMixedLoads(fn: Function): void {
  for (const load of [...fn.instructions()]) {
    if (load.kind !== 'load' || load.type.kind !== 'vector' || load.atomic !== undefined || load.isVolatile) continue;
    const parts = partsOf(load), pointers = new Set(parts?.flatMap(({ lanes, pointer }) => (pointer ? lanes : [])));
    if (parts && pointers.size > 0 && parts.every(({ lanes, pointer }) => pointer ?? !lanes.some((lane) => pointers.has(lane)))) split(load, parts);
  }
}

/** Where lanes are taken out, or brought into another order; with the pointer that is made of one. */
interface Part { readonly lanes: readonly number[]; readonly by: Instruction; readonly pointer?: CastInstruction }

/** All uses of the vector, if it is only taken apart. */
function partsOf(vector: Instruction): Part[] | undefined {
  const parts: Part[] = [];
  for (const { user, index } of vector.uses) {
    const found = user.kind === 'cast' && user.opcode === 'bitcast' && vector.kind === 'load' && isOfWords(user) ? partsOf(user)
      : user.kind === 'debugrecord' ? [] : partAt(user, index);
    if (!found) return undefined;
    parts.push(...found);
  }
  return parts;
}

function partAt(by: Instruction, index: number): Part[] | undefined {
  if (by.kind === 'shufflevector' && by.type.kind === 'vector' && index === 0) {
    const lanes = maskOf(by.operand(2)), { type } = by.operand(0);
    return lanes && type.kind === 'vector' ? [{ by, lanes: lanes.filter((lane) => lane !== undefined).filter((lane) => lane < type.length) }] : undefined;
  }
  const at = by.kind === 'extractelement' ? by.operand(1) : undefined;
  if (at?.kind !== 'int') return undefined;
  const [only, ...others] = [...by.uses].map((use) => use.user);
  const pointer = only?.kind === 'cast' && only.opcode === 'inttoptr' && others.length === 0 ? only : undefined;
  return [{ lanes: [Number(at.value)], by, ...(pointer && { pointer }) }];
}

function isOfWords({ type, block }: CastInstruction): boolean {
  return type.kind === 'vector' && type.element.kind === 'integer' && type.element.bits === 8 * (block?.parent.module.layout.pointerSize() ?? 0);
}

function split(load: LoadInstruction, parts: readonly Part[]): void {
  if (!load.block || load.type.kind !== 'vector') return;
  const { module } = load.block.parent, { element, length } = load.type, size = module.layout.storeSize(load.type) / length;
  const build = new Builder(load.block).beforeInstruction(load);
  build.debugLocation = load.metadata.get('dbg');
  const lane = (type: Type, index: number): Value =>
    build.load(type, build.gep(i8, load.address, [constantInt(wordType(module), index * size)], ['inbounds']), Math.min(load.alignment ?? size, size));
  for (const { lanes, by, pointer } of parts) {
    const [only = 0] = lanes;
    if (by.kind === 'extractelement') (pointer ?? by).replaceAllUsesWith(lane((pointer ?? by).type, only));
    else if (sameType(by.operand(0).type, load.type)) by.setOperand(0, [...new Set(lanes)].reduce<Value>((all, each) => build.insertElement(all, lane(element, each), constantInt(i32, each)), poison(load.type)));
    pointer?.erase();
    if (by.uses.size === 0) by.erase();
  }
  for (const { user } of [...load.uses]) if (user.uses.size === 0 && user.kind !== 'debugrecord') user.erase();
  if (load.uses.size === 0) load.erase();
}
