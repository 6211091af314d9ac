/**
 * What a store writes: numbers, whose adjoints flow in the reverse sweep, or pointers and integers, which move now. What is
 * computed from integers may be `anything`, but no pointer and no active number: in memory that the function itself has
 * made, the shadow is cleared in both sweeps, whatever it holds.
 */
import { type Builder, type Type, type Value, type StoreInstruction, constantInt, containsFloat, i32, type DataLayout, scalarType } from '../ir/index.js';
import { contentsOfType } from '../activity/index.js';
import { isAllocation, underlyingObjects } from '../analysis/index.js';
import { type NumberField, type TypeInfo, isNumber } from '../types/index.js';
import { refuse } from './refuse.js';

/** @throws Diagnostic if it cannot be told. */
export function contentsOfStore(store: StoreInstruction, types: TypeInfo): 'numbers' | 'others' | 'mixed' | 'packed' | 'anything' {
  const { value, address } = store;
  const { type } = value;
  const scalar = type.kind === 'vector' ? type.element : type;
  if (scalar.kind !== 'integer') {
    if (type.kind === 'struct' || type.kind === 'array') {
      if (types.hidesNumbers(value)) throw refuse('unsupportedInstruction', { instruction: 'store', why: 'it stores a struct in whose integers there are numbers' }, store);
      if (!containsFloat(type)) return 'others';
      return contentsOfType(type).pointers || hasOtherLeaf(type) ? 'mixed' : 'numbers';
    }
    return scalar.kind === 'float' ? 'numbers' : 'others';
  }
  const kind = types.valueKind(value);
  if (kind === 'pointer') return 'others';
  if (kind !== 'unknown' && kind !== 'integer') return 'numbers';
  if (contentsOfPacked(store, types)) return 'packed';
  // What the integer is does not matter where there are numbers at other times: the derivative is that of a number, or zero.
  const size = Math.ceil(scalar.bits / 8) * (type.kind === 'vector' ? type.length : 1);
  const number = types.numberUnder(store);
  if (number?.isUnion && number.extent === 'whole') return 'numbers';
  if (clearsNumber(store, types)) return 'anything';
  if (kind === 'integer' || scalar.bits < 16) return 'others';
  if (number?.isUnion && number.extent === 'member') return 'others';
  const said = types.accessFields(store, size);
  if (said) return said.every((field) => field.kind === 'pointer') ? 'others' : 'numbers';
  if (types.isIntegerMember(store, size)) return 'others';
  const layout = types.memoryLayout(address, size);
  const kinds = new Set(layout.fields.map((field): 'numbers' | 'others' => (field.kind === 'integer' || field.kind === 'pointer' ? 'others' : 'numbers')));
  const [only = 'others'] = kinds; // nothing but padding
  if (layout.known && kinds.size < 2) return only;
  const isComputedValue = isComputed(value, types);
  if (isCount(value) || (isComputedValue && isOverDigits(store, size, types))) return 'others';
  if (isComputedValue && isOwnMemory(address)) return 'anything';
  throw refuse('unknownValueType', { type: type.text }, store);
}

/** The numbers in a register that holds integers beside them. By the memory that it goes to, if need be: of a constant, say. */
export function contentsOfPacked(store: StoreInstruction, types: TypeInfo): readonly NumberField[] | undefined {
  const { value, address } = store;
  if (value.type.kind !== 'integer' || value.type.bits % 8 !== 0 || types.valueKind(value) !== 'unknown') return undefined;
  const numbers = types.numbersIn(value);
  if (numbers.length > 0 || value.kind !== 'int') return numbers.length > 0 ? numbers : undefined;
  const { known, fields } = types.memoryLayout(address, value.type.bits / 8);
  const inMemory = fields.filter(isNumber);
  return known && inMemory.length > 0 && inMemory.length < fields.length && !fields.some((field) => field.kind === 'pointer') ? inMemory : undefined;
}

/**
 * Whether an integer is stored where a union has a number: the derivative of what is there then is zero. Over the lower half
 * of its digits it may be a rounding as well, which leaves the derivative as it is; nobody asks for it if it is not.
 * @throws Diagnostic if it replaces another part of the number, as when its exponent is changed.
 */
export function isOverNumber(store: StoreInstruction, types: TypeInfo): 'whole' | 'digits' | undefined {
  const { value } = store;
  if (value.type.kind !== 'integer') return undefined;
  const size = Math.ceil(value.type.bits / 8);
  const under = types.numberUnder(store);
  if (clearsNumber(store, types) || (types.valueKind(value) === 'integer' && types.isContradictedUnder(store))) return 'whole';
  if (under?.isUnion && (under.extent === 'part' || under.extent === 'top')) throw refuse('unknownValueType', { type: value.type.text }, store);
  const numbers = numbersUnder(store, size, types);
  if (numbers.every((field) => field.offset + field.size <= size)) return numbers.length > 0 ? 'whole' : undefined;
  if (under?.extent === 'member' || isUnionMember(store, numbers)) return 'digits';
  if (isComputed(value, types) && isOverDigits(store, size, types)) return 'digits';
  if (isCount(value)) return 'whole';
  throw refuse('unknownValueType', { type: value.type.text }, store);
}

function numbersUnder(store: StoreInstruction, size: number, types: TypeInfo): readonly NumberField[] {
  return types.memoryLayout(store.address, 16).fields.filter(isNumber).filter((field) => field.offset < size);
}

/** Whether the sign and the exponent of a number are set to zero: it is next to nothing then, and so is its derivative. */
function clearsNumber(store: StoreInstruction, types: TypeInfo): boolean {
  const { value, address } = store, under = types.numberUnder(store);
  return under?.isUnion === true && under.extent === 'top' && value.kind === 'int' && value.value === 0n && isOwnMemory(address);
}

/** Whether the integer takes the place of a number that is longer. */
function isUnionMember(store: StoreInstruction, numbers: readonly NumberField[]): boolean {
  return !isBigEndian(store) && numbers[0]?.offset === 0 && numbers.every((number) => number.orInteger);
}

function isBigEndian(store: StoreInstruction): boolean { return store.block?.parent.module.layout.text.startsWith('E') === true; }

function isOverDigits(store: StoreInstruction, size: number, types: TypeInfo): boolean {
  const [first] = numbersUnder(store, size, types);
  return !isBigEndian(store) && first?.offset === 0 && first.size >= 2 * size && ['float', 'double'].includes(first.kind);
}

/**
 * Whether the memory is surely a local variable or was allocated here. Its adjoints are zero all through the forward sweep,
 * and its pointers are not read in the reverse sweep any more.
 */
export function isOwnMemory(address: Value): boolean {
  return [...underlyingObjects(address)].every((object) => object.kind === 'alloca' || isAllocation(object));
}

function hasOtherLeaf(type: Type): boolean {
  let found = false;
  eachLeaf(type, (_path, leaf) => { found ||= leaf.kind !== 'float' && !(leaf.kind === 'vector' && leaf.element.kind === 'float'); });
  return found;
}

/** Whether the value is computed from small numbers by adding and multiplying: whatever the memory holds, these are no bits of a float. */
function isCount(value: Value, seen = new Set<Value>()): boolean {
  if (seen.has(value)) return true;
  seen.add(value);
  switch (value.kind) {
    case 'int': return value.value !== 0n && value.value > -65536n && value.value < 65536n;
    case 'phi': return value.operands.every((operand) => (operand.kind === 'int' && operand.value === 0n) || isCount(operand, seen));
    case 'select': return isCount(value.operand(1), seen) && isCount(value.operand(2), seen);
    case 'binary': return ['add', 'sub', 'mul'].includes(value.opcode) && value.operands.every((operand) => isCount(operand, seen));
    case 'cast': return ['zext', 'sext', 'trunc'].includes(value.opcode) && isCount(value.operand(0), seen);
    default: return false;
  }
}

/** Whether the value comes from integers alone: no pointer, and as the bits of a number a constant one. */
function isComputed(value: Value, types: TypeInfo, seen = new Set<Value>()): boolean {
  if (seen.has(value)) return true;
  seen.add(value);
  const areComputed = (operands: readonly Value[]): boolean => operands.every((operand) => isComputed(operand, types, seen));
  switch (value.kind) {
    case 'int': case 'compare': return true;
    case 'phi': case 'binary': return areComputed(value.operands);
    case 'select': return areComputed([value.operand(1), value.operand(2)]);
    case 'cast': return ['fptosi', 'fptoui'].includes(value.opcode) || (['zext', 'sext', 'trunc'].includes(value.opcode) && areComputed(value.operands));
    case 'argument': return types.valueKind(value) === 'integer';
    default: return false;
  }
}

/** Calls `visit` for each scalar or vector part of an aggregate; `address` computes where it lies. */
export function eachLeaf(type: Type, visit: (path: readonly number[], type: Type, address: (build: Builder, base: Value) => Value) => void): void {
  const walk = (at: Type, path: readonly number[]): void => {
    const count = at.kind === 'struct' ? at.fields.length : at.kind === 'array' ? at.length : undefined;
    if (count === undefined) {
      visit(path, at, (build, base) => (path.length === 0 ? base : build.gep(type, base, [0, ...path].map((i) => constantInt(i32, i)), ['inbounds'])));
      return;
    }
    for (let i = 0; i < count; i++) {
      const part = at.kind === 'struct' ? at.fields[i] : at.kind === 'array' ? at.element : undefined;
      if (part) walk(part, [...path, i]);
    }
  };
  walk(type, []);
}

/**
 * The alignment of an access to a shadow: that of one number. Programs look at an address and go on with aligned accesses
 * from where it allows them; the shadow may lie otherwise.
 */
export function shadowAlignment(type: Type, alignment: number | undefined, layout: DataLayout): number | undefined {
  if (type.kind !== 'vector' && alignment === undefined) return undefined;
  const natural = layout.abiAlignment(scalarType(type));
  return Math.min(alignment ?? natural, natural);
}
