/** What instructions write in memory: ranges of their own, or whatever a callee can reach. */
import { type AnyCall, type DataLayout, type Instruction, type Value, isCall } from '../ir/index.js';
import { argumentAccess, memoryEffects } from './call-effects.js';
import { type AccessTag, accessTag } from './tbaa.js';

/** Bytes from a pointer on; a size of undefined is the whole object, before the pointer too. */
export interface MemoryRange { readonly pointer: Value; readonly size: number | undefined }

/** One way in which an instruction writes: to a range, or, without one, to all memory that its callee can reach. */
export interface Write { readonly instruction: Instruction; readonly range?: MemoryRange; readonly tag?: AccessTag | undefined }

/** Everything an instruction may write in memory. */
export function writesOf(instruction: Instruction, layout: DataLayout): Write[] {
  if (isCall(instruction)) return writesOfCall(instruction);
  const range = instruction.kind === 'load' ? undefined : rangeOf(instruction, layout);
  const writes: Write[] = range ? [{ instruction, range, tag: accessTag(instruction) }] : [];
  // After an acquire, what other threads wrote before their release is there.
  return acquires(instruction) ? [...writes, { instruction }] : writes;
}

function acquires(instruction: Instruction): boolean {
  switch (instruction.kind) {
    case 'fence': return true;
    case 'load': case 'atomicrmw': return instruction.atomic !== undefined && !isRelaxed(instruction.atomic.ordering);
    case 'cmpxchg': return !isRelaxed(instruction.success.ordering);
    default: return false;
  }
}

function isRelaxed(ordering: string): boolean { return ['unordered', 'monotonic', 'release'].includes(ordering); }

function writesOfCall(call: AnyCall): Write[] {
  const effects = memoryEffects(call);
  if (!effects.argument.writes && !effects.other.writes) return [];
  const writes: Write[] = effects.other.writes ? [{ instruction: call }] : [];
  call.args.forEach((pointer, index) => {
    if (pointer.type.kind !== 'pointer' && pointer.type.kind !== 'vector') return;
    if (argumentAccess(call, index, effects).writes) writes.push({ instruction: call, range: { pointer, size: sizeWritten(call, index) } });
  });
  return writes;
}

/** Memory intrinsics with a constant length write exactly that; other callees anything in the object. */
function sizeWritten(call: AnyCall, index: number): number | undefined {
  const length = call.args[2];
  const isBlockWrite = index === 0 && /^(llvm\.)?(memcpy|memmove|memset)\b/.test(call.calledFunction?.name ?? '');
  return isBlockWrite && length?.kind === 'int' && length.value >= 0n ? Number(length.value) : undefined;
}

/** What a load reads, a store or an atomic operation writes. */
export function rangeOf(access: Instruction, layout: DataLayout): MemoryRange | undefined {
  const sizeOf = (value: Value): number | undefined => {
    try {
      return layout.storeSize(value.type);
    } catch (error) {
      if (error instanceof RangeError) return undefined; // scalable vectors
      throw error;
    }
  };
  switch (access.kind) {
    case 'load': return { pointer: access.address, size: sizeOf(access) };
    case 'store': return { pointer: access.address, size: sizeOf(access.value) };
    case 'cmpxchg': case 'atomicrmw': return { pointer: access.operand(0), size: sizeOf(access.operand(1)) };
    case 'va_arg': return { pointer: access.operand(0), size: undefined };
    default: return undefined;
  }
}

/** `llvm.stackrestore` frees the memory of allocas outside the entry block. */
export function endsAllocas(instruction: Instruction): boolean {
  return isCall(instruction) && (instruction.calledFunction?.name.startsWith('llvm.stackrestore') ?? false);
}
