/**
 * Induction variables: phis of a loop header that change by the same amount in every iteration (Aho, Lam, Sethi &
 * Ullman, "Compilers", 9.1.7). How often the loop runs follows from them in `trip-count.ts`.
 */
import {
  type BasicBlock, type BinaryInstruction, type GetElementPtrInstruction, type Instruction, type PhiInstruction, type Type, type Value, isInstruction,
} from '../ir/index.js';
import { constantOffset } from './addresses.js';
import type { Loop } from './loops.js';

export interface InductionVariable {
  readonly phi: PhiInstruction;
  /** The value on entry. */
  readonly start: Value;
  /**
   * What each iteration adds: a constant (bytes, for a pointer), or a loop-invariant value (for a pointer, a count of
   * `elementType`).
   */
  readonly step: Value | bigint;
  /** Whether a `step` that is a value is subtracted. */
  readonly isSubtracted: boolean;
  readonly kind: 'integer' | 'pointer';
  readonly elementType?: Type;
  /** The value that the next iteration begins with. */
  readonly increment: Instruction;
  /** Whether a step that wraps around in the signed or unsigned sense yields poison. */
  readonly noSignedWrap: boolean;
  readonly noUnsignedWrap: boolean;
}

export function inductionVariables(loop: Loop): Map<PhiInstruction, InductionVariable> {
  const found = new Map<PhiInstruction, InductionVariable>();
  for (const phi of loop.header.instructions) {
    if (phi.kind !== 'phi') break;
    const start = commonIncoming(phi, loop.entering);
    const next = commonIncoming(phi, loop.latches);
    const step = start && next && isInstruction(next) ? stepBetween(phi, next, loop) : undefined;
    if (start && step) found.set(phi, { phi, start, ...step });
  }
  return found;
}

/** Whether the value is the same in every iteration because it is computed outside the loop. */
export function isLoopInvariant(value: Value, loop: Loop): boolean {
  return !isInstruction(value) || !value.block || !loop.blocks.has(value.block);
}

type Step = Omit<InductionVariable, 'phi' | 'start'>;

function commonIncoming(phi: PhiInstruction, from: readonly BasicBlock[]): Value | undefined {
  const wanted = new Set(from);
  const values = new Set(phi.operands.filter((_, i) => { const block = phi.blocks[i]; return block && wanted.has(block); }));
  const [only] = values;
  return values.size === 1 ? only : undefined;
}

/** Follows a chain of additions from `last` back to `phi`: constants add up, a value is allowed only alone. */
function stepBetween(phi: PhiInstruction, last: Instruction, loop: Loop): Step | undefined {
  let sum: Step | undefined;
  for (let at: Value = last; at !== phi;) {
    if (at.kind !== 'binary' && at.kind !== 'getelementptr') return undefined;
    const one: { from: Value; step: Step } | undefined = at.kind === 'binary' ? arithmeticStep(at, loop) : pointerStep(at, loop);
    if (!one || (sum && (typeof sum.step !== 'bigint' || typeof one.step.step !== 'bigint'))) return undefined;
    sum = sum ? addConstants(sum, one.step) : one.step;
    at = one.from;
  }
  if (!sum || (typeof sum.step === 'bigint' && !isStep(sum.step, phi.type))) return undefined;
  return { ...sum, increment: last };
}

/** A chain may add up to more than the type holds, or to nothing. */
function isStep(step: bigint, type: Type): boolean {
  return step !== 0n && (type.kind !== 'integer' || (type.bits > 1 && BigInt.asIntN(type.bits, step) === step));
}

/** Without unsigned wrapping in both means something for the sum only when both go the same way. */
function addConstants(a: Step, b: Step): Step {
  const [x, y] = [a.step, b.step] as [bigint, bigint];
  return {
    ...a, step: x + y, noSignedWrap: a.noSignedWrap && b.noSignedWrap,
    noUnsignedWrap: a.noUnsignedWrap && b.noUnsignedWrap && (x > 0n) === (y > 0n),
  };
}

function arithmeticStep(at: BinaryInstruction, loop: Loop): { from: Value; step: Step } | undefined {
  if ((at.opcode !== 'add' && at.opcode !== 'sub') || at.type.kind !== 'integer') return undefined;
  let [from, by] = [at.operand(0), at.operand(1)];
  if (at.opcode === 'add' && isLoopInvariant(from, loop)) [from, by] = [by, from];
  if (!isLoopInvariant(by, loop) || isLoopInvariant(from, loop)) return undefined;
  const isSub = at.opcode === 'sub';
  const constant = by.kind === 'int' ? (isSub ? -by.value : by.value) : undefined;
  // `add nuw %i, -1` is poison for every %i but 0: the flag tells nothing about a variable that counts down.
  const nuwCounts = constant === undefined || (by.kind === 'int' && by.value > 0n);
  return {
    from,
    step: {
      step: constant ?? by, isSubtracted: constant === undefined && isSub, kind: 'integer', increment: at,
      noSignedWrap: at.flags.includes('nsw'), noUnsignedWrap: at.flags.includes('nuw') && nuwCounts,
    },
  };
}

/** An object never wraps around the address space, so `inbounds` steps do not (LangRef, getelementptr). */
function pointerStep(at: GetElementPtrInstruction, loop: Loop): { from: Value; step: Step } | undefined {
  if (at.type.kind !== 'pointer') return undefined;
  const bytes = constantOffset(at);
  const [index, ...others] = at.indices;
  if (bytes === undefined && (!index || others.length > 0 || !isLoopInvariant(index, loop))) return undefined;
  const nuw = at.flags.includes('nuw') && bytes !== undefined && bytes > 0n;
  const step = bytes ?? index;
  return step === undefined ? undefined : {
    from: at.base,
    step: {
      step, isSubtracted: false, kind: 'pointer', increment: at, noSignedWrap: false,
      noUnsignedWrap: nuw || at.flags.includes('inbounds') || at.flags.includes('nusw'),
      ...(bytes === undefined && { elementType: at.elementType }),
    },
  };
}
