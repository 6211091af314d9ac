/**
 * Structs that the optimiser moves through a register, as vectors of bytes or very wide integers: the register has no
 * type that says which of its bytes are numbers, memory has. They are moved through a local instead: the load becomes a
 * copy into it, each store a copy out of it. Members that are taken out of the register are loaded by themselves.
 */
import {
  type Function, type Instruction, type LoadInstruction, type StoreInstruction, type Type, type Value, AllocaInstruction, ArrayType, Builder,
  FunctionType, constantInt, i1, i32, i8, pointer, poison, voidType,
} from '../ir/index.js';
import { wordType } from './types.js';

export function moveThroughMemory(fn: Function): void {
  for (const load of [...fn.instructions()]) {
    if (load.kind !== 'load' || load.isVolatile || load.atomic || !isWide(load.type)) continue;
    const users = usersOf(load);
    const stores = users.filter((user): user is StoreInstruction => isPlainStoreOf(user, load));
    const members = users.filter((user) => user.kind !== 'store').map(membersOf);
    if (users.length === 0 || members.includes(undefined) || stores.length + members.length < users.length) continue;
    for (const member of members.flatMap((each) => each ?? [])) loadMember(load, member);
    if (stores.length > 0) copyThroughLocal(fn, load, stores);
    for (const user of users) eraseUnused(user);
    load.erase();
  }
}

function isWide(type: Type): boolean {
  if (type.kind === 'vector') return !type.scalable && type.element.kind === 'integer' && type.element.bits === 8 && type.length > 8;
  return type.kind === 'integer' && type.bits > 64 && type.bits % 8 === 0;
}

function usersOf(value: Instruction): Instruction[] { return [...value.uses].map(({ user }) => user).filter((user) => user.kind !== 'debugrecord'); }

function isPlainStoreOf(user: Instruction, load: LoadInstruction): boolean {
  return user.kind === 'store' && user.value === load && user.address !== load && !user.isVolatile && !user.atomic;
}

/** An instruction that takes scalars out of the register: `bits` from each of the bit offsets `from` make up its result. */
interface Member { readonly taker: Instruction; readonly from: readonly number[]; readonly element: Type; readonly bits: number }

/** The members that a use of the register takes; undefined if it does something else with it. */
function membersOf(user: Instruction): readonly Member[] | undefined {
  if (user.kind === 'cast' && user.opcode === 'trunc') return together([taken(user, 0)]);
  if (user.kind === 'binary' && user.opcode === 'lshr' && user.operand(1).kind === 'int') {
    const shift = user.operand(1);
    const distance = shift.kind === 'int' ? Number(shift.value) : 0;
    return together(usersOf(user).map((cast) => (cast.kind === 'cast' && cast.opcode === 'trunc' ? taken(cast, distance) : undefined)));
  }
  const { type } = user;
  if (user.kind !== 'cast' || user.opcode !== 'bitcast' || type.kind !== 'vector' || type.scalable) return undefined;
  const bits = bitsOf(type.element);
  if (bits !== 1 && (bits === 0 || bits % 8 !== 0)) return undefined;
  return together(usersOf(user).map((taker): Member | undefined => {
    const lanes = lanesTaken(taker, user);
    return lanes && { taker, from: lanes.map((lane) => lane * bits), element: type.element, bits };
  }));
}

function together(members: readonly (Member | undefined)[]): readonly Member[] | undefined {
  return members.includes(undefined) ? undefined : members as readonly Member[];
}

function taken(cast: Instruction, from: number): Member | undefined {
  const bits = bitsOf(cast.type);
  return bits > 0 && bits % 8 === 0 && from % 8 === 0 ? { taker: cast, from: [from], element: cast.type, bits } : undefined;
}

/** The lanes of `vector` that make up the result of an extraction or a shuffle. */
function lanesTaken(taker: Instruction, vector: Instruction): number[] | undefined {
  if (taker.kind === 'extractelement') {
    const index = taker.operand(1);
    return index.kind === 'int' ? [Number(index.value)] : undefined;
  }
  if (taker.kind !== 'shufflevector' || taker.operand(0) !== vector || vector.type.kind !== 'vector') return undefined;
  const { length } = vector.type;
  const mask = taker.operand(2);
  if (taker.type.kind !== 'vector' || taker.type.scalable) return undefined;
  if (mask.kind === 'word' && mask.word === 'zeroinitializer') return Array.from({ length: taker.type.length }, () => 0);
  if (mask.kind !== 'aggregate') return undefined;
  const lanes = mask.elements.map((element) => (element.kind === 'int' && element.value < BigInt(length) ? Number(element.value) : undefined));
  return lanes.includes(undefined) ? undefined : lanes as number[];
}

function bitsOf(type: Type): number { return type.kind === 'integer' || type.kind === 'float' ? type.bits : 0; }

/** Loads what the instruction takes, at the place where the register was loaded. */
function loadMember(load: LoadInstruction, { taker, from, element, bits }: Member): void {
  const { block } = load;
  if (!block) return;
  const build = new Builder(block).beforeInstruction(load);
  build.debugLocation = load.metadata.get('dbg');
  const word = wordType(block.parent.module);
  const scalarAt = (at: number): Value => {
    const address = build.gep(i8, load.address, [constantInt(word, Math.floor(at / 8))], ['inbounds']);
    const loaded = build.load(bits === 1 ? i8 : element, address, 1);
    return bits === 1 ? build.cast('trunc', build.binary('lshr', loaded, constantInt(i8, at % 8)), i1) : loaded;
  };
  const scalars = new Map(from.map((at) => [at, scalarAt(at)]));
  const [first] = scalars.values();
  if (!first) return;
  const whole = taker.type.kind === 'vector' && taker.kind === 'shufflevector'
    ? from.reduce((vector: Value, at, lane) => build.insertElement(vector, scalars.get(at) ?? first, constantInt(i32, lane)), poison(taker.type))
    : first;
  taker.replaceAllUsesWith(whole);
  taker.erase();
}

function eraseUnused(user: Instruction): void { if (user.block && user.uses.size === 0) user.erase(); }

function copyThroughLocal(fn: Function, load: LoadInstruction, stores: readonly StoreInstruction[]): void {
  const { module } = fn;
  const word = wordType(module);
  const bytes = module.layout.storeSize(load.type);
  const [first] = fn.entry.instructions;
  if (!first) return;
  const local = fn.entry.insertBefore(new AllocaInstruction(new ArrayType(i8, bytes), constantInt(i32, 1), 16, [], pointer), first);
  const memcpy = module.getOrDeclare(`llvm.memcpy.p0.p0.${word.text}`, new FunctionType(voidType, [pointer, pointer, word, i1]));
  const copyAt = (place: LoadInstruction | StoreInstruction, to: Value, from: Value): void => {
    const { block } = place;
    if (!block) return;
    const build = new Builder(block).beforeInstruction(place);
    build.debugLocation = place.metadata.get('dbg');
    build.call(memcpy, [to, from, constantInt(word, bytes), constantInt(i1, 0)]);
  };
  copyAt(load, local, load.address);
  for (const store of stores) {
    copyAt(store, store.address, local);
    store.erase();
  }
}
