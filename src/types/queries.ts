/** The answers: what a value is, what the memory behind a pointer holds. */
import { rootAndOffset, stripOne, underlyingObjects, writtenIn } from '../analysis/index.js';
import { type AnyCall, type DataLayout, type FloatKind, type Instruction, type LoadInstruction, type StoreInstruction, type Type, type Value, isInstruction } from '../ir/index.js';
import { type Run, type DataKind, appendRun, bytesRun, endOf, isFirm, isFloat, isIntegral, rank } from './runs.js';
import { printTypes } from './print.js';
import { type Shape, type Tail, isUnbounded, modulo, scalarLimit, tailWindow } from './shape.js';
import type { Solver } from './solver.js';
import { type AccessTests, onlyDecides } from './deciding.js';
import { byteSize } from './facts.js';
import { makesCallable, movesCallable } from './callables.js';
import { alongSteps, stepsOf, summarize } from './steps.js';

/** One scalar, or neighbouring bytes of integers, `size` bytes from `offset` on. */
export interface Field {
  readonly offset: number;
  readonly kind: DataKind;
  readonly size: number;
  /** Of a number: at other times there are integers, as in a union. */
  readonly orInteger?: true;
}

export type NumberField = Field & { readonly kind: FloatKind };

/**
 * Fields that repeat each `period` bytes; the last repetition may be cut off by the end of what was asked for (a field
 * that is not inside as a whole is then not there). A period of 0: nothing is known to repeat.
 */
export interface MemoryLayout {
  readonly period: number;
  readonly fields: readonly Field[];
  /** Every byte that is not padding is in a field. */
  readonly known: boolean;
  /** What lies before the first repetition, as the members of a struct before its flexible array. */
  readonly head?: MemoryLayout;
}

export interface TypeInfo {
  /**
   * What the bits of an integer, or of all lanes of an integer vector, are; for floats and pointers their type. An `i64`
   * of two floats is 'float': its width says how many there are.
   * 'unknown' when nothing says, when it is contradicted, or when there are several things (see `valueFields`).
   * Constants are 'unknown' unless their type says: where they are stored to does.
   */
  valueKind(value: Value): DataKind | 'unknown';
  /** The parts of a value, by byte offset; undefined if some of its bytes are unknown. */
  valueFields(value: Value): readonly Field[] | undefined;
  /**
   * The numbers in an integer, or in one that is `size` bytes at `offset` of an aggregate, such as the `i64` in which a struct
   * of a float and an integer is passed. None if some of the bytes are unknown, or hold pointers.
   */
  numbersIn(value: Value, offset?: number, size?: number): readonly NumberField[];
  /** What the TBAA tag of a load or store says that it moves, whatever else is in that memory at other times. */
  accessFields(access: Instruction, size: number): readonly Field[] | undefined;
  /** Whether the access is one to a member of a struct that is an integer, whatever else its memory holds. */
  isIntegerMember(access: Instruction, size: number): boolean;
  /** The language lets no access by an integer type read a number, but for one through a union, whose tag says nothing. */
  isTaggedInteger(access: Instruction): boolean;
  /** Whether an index leads to parts of a number that is longer than what is loaded: it moves in steps that are shorter than the number. */
  isIndexedPart(load: LoadInstruction): boolean;
  /** Whether there are numbers in the integers of an aggregate, or may be at times: see `numbersIn`. */
  hidesNumbers(value: Value): boolean;
  /**
   * Whether a store of integers goes to where there are numbers: to the whole of some, to the `top` of one with its exponent, or to
   * another part. In a union it may be a `member`, which takes the place of the number although it is shorter.
   */
  numberUnder(store: StoreInstruction): { readonly extent: 'whole' | 'member' | 'top' | 'part'; readonly isUnion: boolean } | undefined;
  /** The elements that a copy or fill moves which the C++ library wrote as one of elements of a type. */
  elementsOfCopy(call: AnyCall): MemoryLayout | undefined;
  /** The object that a fill makes: of a class of the C++ library, in whose constructor it was written, and whose size it has. */
  objectOfFill(call: AnyCall, size: number): MemoryLayout | undefined;
  /** The memory at `pointer`: `size` bytes of it, or as far as the pattern goes. */
  memoryLayout(pointer: Value, size?: number): MemoryLayout;
  /** The memory at `pointer` where it is a struct that ends in an array of any length: what the array holds, behind a `head`. */
  flexibleLayout(pointer: Value): MemoryLayout | undefined;
  /** Whether the integer that an access moves to or from an address, or what is between two of its bytes, may lie where there are numbers at other times. */
  mayHoldNumber(access: Instruction, address: Value, size: number, from?: number, to?: number): boolean;
  /** What is declared of the first bytes behind a pointer, or of all: integers, and no union with something else; other things; or nothing. */
  declaration(pointer: Value, size?: number): 'integers' | 'others' | 'none';
  /** Whether what the store writes to is a number or a pointer in turn, as far as anybody can tell. */
  isContradictedUnder(store: StoreInstruction): boolean;
  /**
   * The runs of numbers that an integer is loaded from, with their offsets from its address, or of `conflict` where that cannot be told;
   * none where the language lets there be no number.
   */
  runsUnder(load: LoadInstruction): readonly Run[];
  /** What a copy moves, where its tag says so: items, whatever its length, or the members of one object of `size` bytes. */
  itemsOfCopy(call: AnyCall, size?: number): MemoryLayout | undefined;
  /** One line for each value and pointer of the function about which something is known. */
  print(): string;
}

export class FunctionTypes implements TypeInfo {
  constructor(readonly solver: Solver) {}

  valueKind(value: Value): DataKind | 'unknown' {
    const { type } = value;
    const scalar = type.kind === 'vector' ? type.element : type;
    if (scalar.kind === 'float') return scalar.format;
    if (scalar.kind === 'pointer') return 'pointer';
    if (scalar.kind !== 'integer') return 'unknown';
    if (scalar.bits % 8 !== 0) return 'integer';
    const fields = this.valueFields(value);
    const [first] = fields ?? [];
    if (this.isPadding(value)) return 'integer';
    if (!fields || !first || !fields.every((field) => field.kind === first.kind)) return onlyDecides(value, this.accesses) ? 'integer' : 'unknown';
    return first.kind;
  }

  valueFields(value: Value): readonly Field[] | undefined {
    const size = byteSize(this.solver, value);
    if (size === undefined) return undefined;
    const runs = this.solver.shapes.window(this.solver.whole(value), 0, size);
    const doubted = value.kind === 'load' ? runs.filter((run) => isFloat(run) && this.isComputedWith(value, run)) : [];
    if (doubted.length > 0 && !isConverted(value, runs)) return doubted.length === runs.length && doubted.every((run) => run.orInteger) ? [{ offset: 0, kind: 'integer', size }] : undefined;
    if (isCovered(runs, 0, size)) return fieldsOf(runs);
    return this.saidOf(value, size);
  }

  /** Bytes between the members of a struct that is copied piece by piece: they mean nothing. */
  private isPadding(value: Value): boolean {
    const size = byteSize(this.solver, value), runs = size === undefined ? [] : this.solver.shapes.window(this.solver.whole(value), 0, size);
    return size !== undefined && isCovered(runs, 0, size) && runs.every((run) => run.kind === 'padding');
  }

  /** What the tags of the accesses say that load or store the value itself. */
  private saidOf(value: Value, size: number): readonly Field[] | undefined {
    if (value.kind === 'load') {
      const loaded = this.accessFields(value, size);
      if (loaded) return loaded;
    }
    if (!isInstruction(value)) return undefined;
    const stores = [...value.uses].filter(({ user, index }) => user.kind === 'store' && index === 0);
    const said = stores.flatMap(({ user }) => { const fields = this.accessFields(user, size); return fields ? [fields] : []; });
    const [first] = said;
    return first && said.every((fields) => fields.every((field, i) => field.kind === first[i]?.kind && field.offset === first[i].offset)) ? first : undefined;
  }

  numbersIn(value: Value, offset = 0, size?: number): readonly NumberField[] {
    const fields = size === undefined ? this.valueFields(value) : this.partFields(value, offset, size);
    return fields?.some(({ kind }) => kind === 'pointer') === false ? fields.filter(isNumber) : [];
  }

  isIndexedPart(load: LoadInstruction): boolean {
    const { layout, shapes } = this.solver, size = this.sizeMoved(load);
    const step = stripOne(load.address), steps = step?.gep && stepsOf(step.gep, layout);
    if (!step || !steps || this.isTaggedInteger(load)) return false;
    const { bytes, stride } = summarize(steps);
    return stride > 0 && shapes.window(shapes.pointeeOf(this.solver.whole(step.base)), bytes - 8, bytes + 8)
      .some((run) => isFloat(run) && run.size > size && stride % run.size !== 0);
  }

  hidesNumbers(value: Value): boolean {
    return integersIn(value.type, 0, this.solver.layout).some(({ offset, size }) => this.numbersIn(value, offset, size).length > 0 || this.isContradicted(value, offset, size));
  }

  /** A number at times, and something else at others, as what a function returns of a union. */
  private isContradicted(value: Value, offset: number, size: number): boolean {
    return this.solver.shapes.window(this.solver.whole(value), offset, offset + size).some((run) => run.kind === 'conflict');
  }

  numberUnder(store: StoreInstruction): ReturnType<TypeInfo['numberUnder']> {
    const { shapes, littleEndian } = this.solver, size = byteSize(this.solver, store.value) ?? 0;
    const memory = shapes.pointeeOf(this.solver.whole(store.address));
    const numbers = shapes.window(memory, -16, size + 16).filter((run) => isFloat(run) && run.offset < size && endOf(run) > 0);
    if (size === 0 || numbers.length === 0) return undefined;
    const isUnion = numbers.every((run) => run.orInteger);
    const isAtStart = numbers.every((run) => run.offset % run.size === 0);
    if (isAtStart && numbers.every((run) => size % run.size === 0)) return { isUnion, extent: 'whole' };
    // Behind the start it could be the upper half of the number's bits, but that the language lets no integer be that.
    if (isUnion && ((littleEndian && isAtStart) || this.isTaggedInteger(store, size))) return { isUnion, extent: 'member' };
    return { isUnion, extent: littleEndian && size >= 2 && numbers.every((run) => (size - run.offset) % run.size === 0) ? 'top' : 'part' };
  }

  declaration(pointer: Value, size?: number): 'integers' | 'others' | 'none' {
    const declared = this.declaredAt(pointer);
    if (declared === this.solver.shapes.empty) return 'none';
    if (size === undefined) return [...declared.runs, ...declared.tail?.runs ?? []].every((run) => isIntegral(run) || run.kind === 'padding') ? 'integers' : 'others';
    const runs = this.solver.shapes.window(declared, 0, size);
    return size > 0 && isCovered(runs, 0, size) && runs.every((run) => isIntegral(run) || run.kind === 'padding') ? 'integers' : 'others';
  }

  /** What the memory at a pointer is declared to be, by the pointer or by what it is computed from. An index that leads out of a pattern is taken for none. */
  private declaredAt(pointer: Value): Shape {
    const { shapes, layout } = this.solver;
    const declared = shapes.pointeeOf(this.solver.declared(pointer)), step = stripOne(pointer);
    if (declared !== shapes.empty || !step) return declared;
    const base = this.declaredAt(step.base), steps = step.gep && stepsOf(step.gep, layout);
    if (!steps) return step.gep ? shapes.empty : base;
    const along = alongSteps(steps, base, shapes);
    return along === shapes.empty ? shapes.shift(base, -summarize(steps).bytes) : along;
  }

  isContradictedUnder(store: StoreInstruction): boolean {
    const { shapes } = this.solver;
    return shapes.window(shapes.pointeeOf(this.solver.whole(store.address)), 0, byteSize(this.solver, store.value) ?? 0).some(({ kind }) => kind === 'conflict');
  }

  private partFields(value: Value, offset: number, size: number): readonly Field[] | undefined {
    const { shapes } = this.solver;
    const runs = shapes.window(shapes.shift(this.solver.whole(value), -offset), 0, size);
    return isCovered(runs, 0, size) ? fieldsOf(runs) : undefined;
  }

  accessFields(access: Instruction, size: number): readonly Field[] | undefined {
    const { shapes, tbaa } = this.solver;
    const runs = shapes.window(tbaa.atAccess(access, size), 0, size);
    const isSaid = runs.every(isFloat) || runs.every((run) => run.kind === 'pointer');
    return isSaid && isCovered(runs, 0, size) ? fieldsOf(runs) : undefined;
  }

  isIntegerMember(access: Instruction, size: number): boolean { return this.solver.tbaa.integerMember(access, size) !== undefined; }

  elementsOfCopy(call: AnyCall): MemoryLayout | undefined {
    const { shapes } = this.solver;
    const writer = writtenIn(call);
    const name = writer?.string('linkageName') ?? '';
    if (name.startsWith('_ZNSt11char_traitsI')) return this.pattern(shapes.repeating([bytesRun('integer', 0, 1)], 1));
    if (movesCallable.test(name)) return this.callableObject(2 * this.solver.layout.pointerSize());
    if (!elementwise.test(name)) return undefined;
    const layout = this.pattern(this.solver.elements(writer?.nodes('templateParams')[0]?.text('type')));
    return layout.known ? layout : undefined;
  }

  objectOfFill(call: AnyCall, size: number): MemoryLayout | undefined {
    const writer = writtenIn(call);
    const name = writer?.string('linkageName') ?? '';
    const isConstructor = /^_ZNSt.*C[12]E/.test(name);
    if (makesCallable.test(name)) return this.callableObject(size);
    const type = isConstructor ? writer?.text('scope') : undefined;
    if (type === undefined || writer?.node('scope')?.integer('size') !== size * 8) return undefined;
    const layout = this.extent(this.solver.elements(type), size);
    return layout.known ? layout : undefined;
  }

  /** A callable in place, and the pointers to its manager and its invoker as far as they are meant. */
  private callableObject(size: number): MemoryLayout | undefined {
    const { shapes, layout, callable } = this.solver, word = layout.pointerSize();
    if (callable === shapes.empty) return undefined;
    const object = this.extent(shapes.join(callable, shapes.of([2, 3].map((at) => ({ ...shapes.scalarRun('pointer'), offset: at * word })))), size);
    return object.known ? object : undefined;
  }

  memoryLayout(pointer: Value, size?: number): MemoryLayout {
    const layout = this.layoutIn(this.solver.shapes.pointeeOf(this.solver.whole(pointer)), size);
    if (layout.known) return layout;
    // Where objects of several types share a pointer, as in a type-erased callable, the declaration of this one decides.
    const declared = this.layoutIn(this.declaredAt(pointer), size);
    if (declared.known && !mayHideNumbers(declared)) return declared;
    const home = size === undefined ? undefined : this.declaredMemory(pointer);
    return home && size !== undefined ? this.extent(home, size) : layout;
  }

  flexibleLayout(pointer: Value): MemoryLayout | undefined {
    const { shapes } = this.solver, memory = shapes.pointeeOf(this.solver.whole(pointer));
    const { runs, tail } = memory;
    if (!tail || tail.start <= 0 || !isUnbounded(tail) || modulo(tail.start - tail.phase, tail.period) !== 0) return undefined;
    const head = this.extent(memory, tail.start);
    const items = this.pattern(shapes.shift(shapes.of(runs.filter((run) => endOf(run) > tail.start), tail), -tail.start));
    return { ...items, head, known: head.known && items.known };
  }

  private layoutIn(memory: Shape, size: number | undefined): MemoryLayout { return size === undefined ? this.pattern(memory) : this.extent(memory, size); }

  itemsOfCopy(call: AnyCall, size?: number): MemoryLayout | undefined {
    const { tbaa } = this.solver;
    const item = tbaa.itemOfCopy(call);
    if (item) return { period: item.size * item.count, fields: fieldsOf([item]), known: true };
    const members = size === undefined ? undefined : tbaa.membersOfCopy(call);
    return size !== undefined && members?.isComplete ? { period: size, fields: fieldsOf(this.solver.shapes.of(members.runs).runs), known: true } : undefined;
  }

  /** What a variable is declared to hold is so, even if pointers to it are taken for pointers to something that is like its beginning. */
  private declaredMemory(pointer: Value): Shape | undefined {
    const { root, offset } = rootAndOffset(pointer, this.solver.layout);
    const shape = this.solver.homes.get(root);
    return shape && this.solver.shapes.shift(this.solver.shapes.pointeeOf(shape), -Number(offset));
  }

  mayHoldNumber(access: Instruction, address: Value, size: number, from = 0, to = size): boolean {
    const { shapes } = this.solver;
    if (this.isTaggedInteger(access, size) || this.accessFields(access, size)?.every((field) => field.kind === 'pointer')) return false;
    return shapes.window(shapes.pointeeOf(this.solver.whole(address)), -8, size)
      .some((run) => endOf(run) > from && run.offset < to && (['conflict', 'opaque', 'weak'].includes(run.kind) || isFloat(run)));
  }

  runsUnder(load: LoadInstruction): readonly Run[] {
    const { shapes } = this.solver, size = this.sizeMoved(load);
    if (this.isTaggedInteger(load) || this.isOfInteger(load)) return [];
    const memory = (pointer: Value): Shape => shapes.pointeeOf(this.solver.whole(pointer));
    const isContradicted = [...underlyingObjects(load.address)].some((object) => [...memory(object).runs, ...memory(object).tail?.runs ?? []].some(({ kind }) => kind === 'conflict'));
    if (isContradicted) return [bytesRun('conflict', 0, size)];
    return shapes.window(memory(load.address), -16, size + 16).filter((run) => endOf(run) > 0 && run.offset < size && isFloat(run));
  }

  /**
   * Whether the load has lost its tag, as LLVM loses it where it merges two loads, but is of an integer for all else that is known: of
   * the same bytes of an object always, which are an integer whatever is known of others. What is loaded atomically is a count
   * (numbers of references, two at once) where the bytes themselves are known.
   */
  private isOfInteger(load: LoadInstruction): boolean {
    const { address } = load;
    const { shapes, fn } = this.solver, size = this.sizeMoved(load);
    const objects = [...underlyingObjects(address)];
    const { root, offset } = rootAndOffset(address, fn.module.layout);
    const isKnown = (pointer: Value, at: number): boolean => isAllIntegers(shapes.window(shapes.shift(shapes.pointeeOf(this.solver.whole(pointer)), -at), 0, size), size);
    if (!isKnown(address, 0)) return false;
    return load.atomic !== undefined || (objects.length === 1 && root === objects[0] && isKnown(root, Number(offset)));
  }

  isTaggedInteger(access: Instruction, size = this.sizeMoved(access)): boolean {
    const tag = this.solver.shapes.window(this.solver.tbaa.atAccess(access, size), 0, size);
    return isAllIntegers(tag, size);
  }

  private readonly accesses: AccessTests = {
    isInteger: (access) => this.isTaggedInteger(access),
    isIntegerMember: (access) => this.isIntegerMember(access, this.sizeMoved(access)),
    isNumber: (value) => ['float', 'double'].includes(this.valueKind(value)),
  };

  private sizeMoved(access: Instruction): number { return byteSize(this.solver, access.kind === 'store' ? access.value : access) ?? 0; }

  print(): string { return printTypes(this.solver); }

  /** Memory says float, arithmetic or a conversion says integer: the other view of a union, most likely. */
  private isComputedWith(value: Value, part: Run): boolean {
    return this.solver.used(value).runs.some((run) => isIntegral(run) && run.offset < endOf(part) && part.offset < endOf(run));
  }

  /** Memory of unknown length. */
  private pattern(memory: Shape): MemoryLayout {
    const { shapes } = this.solver;
    const { tail } = memory;
    const covers = tail !== undefined && tail.start <= 0 && tail.end > 0;
    if (!tail || !covers) return { period: 0, fields: fieldsOf(memory.runs.filter((run) => run.offset >= 0)), known: false };
    // An object ends where its declaration says; a pattern that was cut off by other facts is not the whole truth.
    const beyond = memory.runs.some((run) => endOf(run) > tail.end);
    if (!isUnbounded(tail) && tail.end <= tail.period) {
      const runs = shapes.window(memory, 0, tail.end);
      return { period: tail.end, fields: fieldsOf(runs), known: !beyond && isCovered(runs, 0, tail.end) };
    }
    const repeated = shapes.window(shapes.of([], { ...tail, start: -Infinity, end: Infinity }), 0, tail.period);
    const exceptions = memory.runs.some((run) => endOf(run) > 0 && rank(run.kind) >= 3 && !isSaid(run, tail));
    return { period: tail.period, fields: fieldsOf(repeated), known: !beyond && !exceptions && isCovered(repeated, 0, tail.period) };
  }

  private extent(memory: Shape, size: number): MemoryLayout {
    const { shapes } = this.solver;
    const { tail } = memory;
    const isRegular = tail !== undefined && tail.start <= 0 && tail.end >= size && tail.period < size
      && modulo(tail.phase, tail.period) === 0 && !memory.runs.some((run) => endOf(run) > 0 && run.offset < size);
    // Integers are one field, however long.
    const period = isRegular && tail.runs[0]?.kind !== 'integer' ? tail.period : size;
    const runs = shapes.window(memory, 0, period);
    const [only] = runs;
    if (only && isFloat(only) && only.offset === 0 && endOf(only) === period) {
      return { period: only.size, fields: fieldsOf([{ ...only, count: 1 }]), known: true };
    }
    return { period, fields: fieldsOf(runs), known: isCovered(runs, 0, period) };
  }
}

/** Bytes in which a program may build objects of any type. */
function mayHideNumbers({ fields }: MemoryLayout): boolean { return fields.some(({ kind, size }) => kind === 'integer' && size > 4); }
/** `std::__copy_move<...>::__copy_m<T>`, `std::__relocate_a_1<T, T>` and their kind: the first parameter is the type of the elements. */
const elementwise = /^_ZNSt(11__copy_move|20__copy_move_backward)I.*E(8__copy_m|13__copy_move_b)I|^_ZSt14__relocate_a_1I/;

export function isNumber(field: Field): field is NumberField { return field.kind !== 'integer' && field.kind !== 'pointer'; }

/** Scalars one by one, integers together; padding and what is unknown are no fields. */
/** Whether the value, a number at times and an integer at others, is only moved, looked at, and made a number by its value: that has a derivative. */
function isConverted(value: Value, [run, ...others]: readonly Run[]): boolean {
  const users = [...value.uses].map(({ user }) => user);
  const converts = (user: Instruction): boolean => user.kind === 'cast' && (user.opcode === 'sitofp' || user.opcode === 'uitofp');
  return run?.orInteger === true && others.length === 0 && users.some(converts)
    && users.every((user) => converts(user) || ['store', 'compare', 'switch', 'phi', 'select'].includes(user.kind));
}

function fieldsOf(runs: readonly Run[]): Field[] {
  const integers = runs.map((run): Run => (run.kind === 'weak' ? { ...run, kind: 'integer' } : run));
  const merged: Run[] = [];
  for (const run of integers) if (isFirm(run)) appendRun(merged, { ...run, pointee: undefined });
  return merged.flatMap(({ offset, kind, size, count, orInteger }): Field[] => {
    if (kind === 'padding' || kind === 'opaque' || kind === 'weak' || kind === 'conflict') return [];
    if (kind === 'integer') return [{ offset, kind, size: count }];
    return Array.from({ length: Math.min(count, scalarLimit) }, (_, i) => ({ offset: offset + i * size, kind, size, ...(orInteger && { orInteger }) }));
  });
}

/** The integers in an aggregate that are wide enough to hold a number. */
function integersIn(type: Type, at: number, layout: DataLayout): { offset: number; size: number }[] {
  switch (type.kind) {
    case 'integer': return type.bits < 16 ? [] : [{ offset: at, size: layout.storeSize(type) }];
    case 'struct': return type.fields.flatMap((field, index) => integersIn(field, at + layout.fieldOffset(type, index), layout));
    case 'array': return Array.from({ length: type.length }, (_, index) => index).flatMap((index) => integersIn(type.element, at + index * layout.allocSize(type.element), layout));
    default: return [];
  }
}

/** Whether the pattern has the same scalars in the place of a run, if perhaps with less about what they point to. */
function isSaid(run: Run, tail: Tail): boolean {
  const [only] = tailWindow(tail, run.offset, endOf(run));
  return only?.kind === run.kind && only.offset === run.offset && endOf(only) === endOf(run);
}

function isAllIntegers(runs: readonly Run[], size: number): boolean {
  return size > 0 && isCovered(runs, 0, size) && runs.every((run) => run.kind === 'integer' || run.kind === 'padding');
}

function isCovered(runs: readonly Run[], from: number, to: number): boolean {
  let at = from;
  for (const run of runs) {
    if (run.offset > at || run.kind === 'conflict' || run.kind === 'opaque') return false;
    at = endOf(run);
  }
  return at >= to;
}
