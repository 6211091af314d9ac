/**
 * Records of a tape, as a derivative of the derivative sees them. Room is made for them at once, by `__ribozyme_allocate` or `__ribozyme_keep`, or
 * their buffers grow by `__ribozyme_grow`, to which the size of a record is given as `sizeof(T)` in constant form: so the
 * copy that growing means says itself what it moves.
 */
import {
  type AnyCall, Builder, ConstantExpression, type DataLayout, FunctionType, type IntegerType, type Module, type Type, type Value, constantInt, i1, i32, pointer,
  voidType, zero,
} from '../ir/index.js';
import type { Field, MemoryLayout } from '../types/index.js';
import { buryFunction } from './support.js';
import { wordType } from './types.js';

/** `sizeof(type)`, which names the type. */
export function sizeExpression(module: Module, type: Type): ConstantExpression {
  const end = new ConstantExpression(pointer, 'getelementptr', [zero(pointer), constantInt(i32, 1)], [], type);
  return new ConstantExpression(wordType(module), 'ptrtoint', [end]);
}

/** The type whose size a constant is, if it says so. */
function typeOfSize(value: Value): Type | undefined {
  if (value.kind !== 'expression' || value.opcode !== 'ptrtoint') return undefined;
  const [end] = value.operands;
  const isEnd = end?.kind === 'expression' && end.opcode === 'getelementptr' && end.operands.length === 2;
  return isEnd ? end.elementType : undefined;
}

/** `q = allocate(n)`: `q = malloc(n)`. */
export function expandAllocate(call: AnyCall): void {
  const [size] = call.args;
  if (!call.block || !size) return;
  const { module } = call.block.parent;
  const build = new Builder(call.block).beforeInstruction(call);
  call.replaceAllUsesWith(build.call(module.getOrDeclare('malloc', new FunctionType(pointer, [wordType(module)])), [size]));
  call.erase();
}

/** `q = keep(list, n)`: `q = malloc(n)`, and bury that. */
export function expandKeep(call: AnyCall): void {
  const [list, size] = call.args;
  if (!call.block || !list || !size) return;
  const { module } = call.block.parent;
  const build = new Builder(call.block).beforeInstruction(call);
  const memory = build.call(module.getOrDeclare('malloc', new FunctionType(pointer, [wordType(module)])), [size]);
  build.call(buryFunction(module), [list, memory, module.getOrDeclare('free', new FunctionType(voidType, [pointer]))]);
  call.replaceAllUsesWith(memory);
  call.erase();
}

/** `q = grow(p, had, have, size)`: `q = malloc(have * size)`, copy the records that there were, `free(p)`. */
export function expandGrow(call: AnyCall): void {
  const [old, had, have, size] = call.args;
  if (!call.block || !old || !had || !have || !size) return;
  const { module } = call.block.parent;
  const build = new Builder(call.block).beforeInstruction(call);
  const word = wordType(module) as IntegerType;
  const fresh = build.call(module.getOrDeclare('malloc', new FunctionType(pointer, [word])), [build.binary('mul', have, size)]);
  const memcpy = module.getOrDeclare(`llvm.memcpy.p0.p0.${word.text}`, new FunctionType(voidType, [pointer, pointer, word, i1]));
  build.call(memcpy, [fresh, old, build.binary('mul', had, size), constantInt(i1, 0)]);
  build.call(module.getOrDeclare('free', new FunctionType(voidType, [pointer])), [old]);
  call.replaceAllUsesWith(fresh);
  call.erase();
}

/** The layout of the records of which `length` is so many bytes. */
export function recordLayout(module: Module, length: Value, seen: MemoryLayout): MemoryLayout | undefined {
  const type = length.kind === 'binary' && length.opcode === 'mul' ? typeOfSize(length.operand(1)) : undefined;
  if (!type) return undefined;
  const period = module.layout.allocSize(type);
  const declared = fieldsOf(type, 0, module.layout);
  // Integers may be the bits of numbers: what was seen stored there knows better.
  const firm = seen.fields.filter((field) => field.kind !== 'integer').map((field) => ({ ...field, offset: seen.period === 0 ? field.offset : field.offset % period }));
  const fields = declared.map((field) => (field.kind === 'integer' ? firm.find(({ offset, size }) => offset === field.offset && size === field.size) ?? field : field));
  return { period, fields, known: true };
}

function fieldsOf(type: Type, base: number, layout: DataLayout): Field[] {
  switch (type.kind) {
    case 'float': return [{ offset: base, kind: type.format, size: layout.storeSize(type) }];
    case 'pointer': return [{ offset: base, kind: 'pointer', size: layout.pointerSize(type.addressSpace) }];
    case 'integer': return [{ offset: base, kind: 'integer', size: layout.storeSize(type) }];
    case 'struct': return type.fields.flatMap((field, i) => fieldsOf(field, base + layout.fieldOffset(type, i), layout));
    case 'array': return Array.from({ length: type.length }, (_, i) => fieldsOf(type.element, base + i * layout.allocSize(type.element), layout)).flat();
    case 'vector': {
      const size = layout.storeSize(type) / type.length;
      return Array.from({ length: type.length }, (_, i) => fieldsOf(type.element, base + i * size, layout)).flat();
    }
    default: return [];
  }
}
