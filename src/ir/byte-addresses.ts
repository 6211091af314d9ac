/**
 * Addresses written as a number of bytes, for LLVM 14. It has opaque pointers for those who ask, but some of its passes take
 * two `getelementptr` for the same that differ in nothing but the type they step through, and make one of them: the
 * derivative with respect to one member of a struct was added to that of another.
 */
import { Builder } from './builder.js';
import type { GetElementPtrInstruction } from './instructions.js';
import type { DataLayout } from './layout.js';
import type { Function, Module } from './module.js';
import { type Type, IntegerType, i8 } from './types.js';
import { type Value, constantInt } from './values.js';

export function addressesInBytes(module: Module): void {
  for (const fn of module.functions.values()) {
    if (fn.isDeclaration) continue;
    for (const instruction of [...fn.instructions()]) {
      if (instruction.kind === 'getelementptr' && isPlain(instruction)) replace(instruction, fn);
    }
  }
}

/** Whether it is one address, not a vector of them, and in more than bytes. */
function isPlain({ type, elementType, indices }: GetElementPtrInstruction): boolean {
  const isBytes = elementType.kind === 'integer' && elementType.bits === 8 && indices.length === 1;
  return !isBytes && type.kind === 'pointer' && indices.every((index) => index.type.kind === 'integer');
}

function replace(address: GetElementPtrInstruction, fn: Function): void {
  const { block } = address;
  const distance = block && bytesOf(address, new Builder(block).beforeInstruction(address), fn.module);
  if (!block || !distance) return;
  const build = new Builder(block).beforeInstruction(address);
  build.debugLocation = address.metadata.get('dbg');
  address.replaceAllUsesWith(build.gep(i8, address.base, [distance], address.flags.filter((flag) => flag === 'inbounds')));
  address.erase();
}

/** What is added to the base; undefined for types without a known size. */
function bytesOf({ elementType, indices }: GetElementPtrInstruction, build: Builder, module: Module): Value | undefined {
  const { layout } = module;
  const word = new IntegerType(layout.pointerSize() * 8);
  let constant = 0n;
  let variable: Value | undefined;
  let type: Type | undefined;
  for (const index of indices) {
    if (type?.kind === 'struct') {
      if (index.kind !== 'int') return undefined;
      constant += BigInt(layout.fieldOffset(type, Number(index.value)));
      type = type.fields[Number(index.value)];
      continue;
    }
    type = type === undefined ? elementType : type.kind === 'array' || type.kind === 'vector' ? type.element : undefined;
    const size = type && sizeOf(type, layout);
    if (size === undefined) return undefined;
    if (index.kind === 'int') constant += index.value * size;
    else {
      const steps = asWord(index, build, word);
      const bytes = size === 1n ? steps : build.binary('mul', steps, constantInt(word, size));
      variable = variable ? build.binary('add', variable, bytes) : bytes;
    }
  }
  if (!variable) return constantInt(word, constant);
  return constant === 0n ? variable : build.binary('add', variable, constantInt(word, constant));
}

/** Undefined for scalable vectors and opaque structs. */
function sizeOf(type: Type, layout: DataLayout): bigint | undefined {
  try {
    return BigInt(layout.allocSize(type));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function asWord(index: Value, build: Builder, word: IntegerType): Value {
  if (index.type.kind !== 'integer' || index.type.bits === word.bits) return index;
  return build.cast(index.type.bits < word.bits ? 'sext' : 'trunc', index, word);
}
