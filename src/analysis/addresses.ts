/** Address arithmetic: constant distances between pointers, and the objects that pointers point into. */
import { type ConstantExpression, type DataLayout, type GetElementPtrInstruction, type Module, type Type, type Value, isInstruction } from '../ir/index.js';

/** The bytes a `getelementptr` adds, when every index is a constant; as an instruction in a block, or given the layout. */
export function constantOffset(gep: GetElementPtrInstruction | ConstantExpression, layout = layoutOf(gep)): bigint | undefined {
  const [base, ...indices] = gep.operands;
  if (!base || !gep.elementType || !layout) return undefined;
  return offsetOf(gep.elementType, indices, layout);
}

/** A pointer as a root and the constant bytes added to it, through constant `getelementptr`s and casts. */
export function rootAndOffset(pointer: Value, layout: DataLayout): { root: Value; offset: bigint } {
  let root = pointer;
  let offset = 0n;
  for (;;) {
    const step = stripOne(root);
    const bytes = step?.gep ? constantOffset(step.gep, layout) : 0n;
    if (!step || bytes === undefined) return { root, offset };
    root = step.base;
    offset += bytes;
  }
}

/** What a pointer is computed from by one cast or `getelementptr`, an instruction or a constant expression. */
export function stripOne(pointer: Value): { base: Value; gep?: GetElementPtrInstruction | ConstantExpression } | undefined {
  switch (pointer.kind) {
    case 'getelementptr': return { base: pointer.base, gep: pointer };
    case 'cast': return isPointerCast(pointer.opcode) ? { base: pointer.operand(0) } : undefined;
    case 'freeze': return { base: pointer.operand(0) };
    // Another module may replace a weak alias.
    case 'alias': return ['', 'internal', 'private'].includes(pointer.words.linkage) ? { base: pointer.target } : undefined;
    case 'expression': {
      const [base] = pointer.operands;
      if (!base) return undefined;
      if (pointer.opcode === 'getelementptr') return { base, gep: pointer };
      return isPointerCast(pointer.opcode) ? { base } : undefined;
    }
    default: return undefined;
  }
}

export function moduleOf(value: Value): Module | undefined {
  if (isInstruction(value)) return value.block?.parent.module;
  switch (value.kind) {
    case 'global': case 'function': case 'alias': case 'ifunc': return value.module;
    case 'block': return value.parent.module;
    default: return undefined;
  }
}

function layoutOf(gep: GetElementPtrInstruction | ConstantExpression): DataLayout | undefined { return moduleOf(gep)?.layout; }

function isPointerCast(opcode: string): boolean { return opcode === 'bitcast' || opcode === 'addrspacecast'; }

function offsetOf(elementType: Type, indices: readonly Value[], layout: DataLayout): bigint | undefined {
  let offset = 0n;
  let type: Type | undefined;
  for (const index of indices) {
    if (index.kind !== 'int') return undefined;
    const isField = type?.kind === 'struct';
    const inner: Type | undefined = type === undefined ? elementType : type.kind === 'struct' ? type.fields[Number(index.value)]
      : type.kind === 'array' || type.kind === 'vector' ? type.element : undefined;
    if (!inner) return undefined;
    try {
      if (isField && type?.kind === 'struct') offset += BigInt(layout.fieldOffset(type, Number(index.value)));
      else if (index.value !== 0n) offset += index.value * BigInt(layout.allocSize(inner));
    } catch (error) {
      if (error instanceof RangeError) return undefined; // scalable vectors and opaque structs have no size
      throw error;
    }
    type = inner;
  }
  return offset;
}
