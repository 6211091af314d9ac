/**
 * Functions that allocate, free, copy and fill memory: what a derivative needs to know to do the same to the shadow.
 * Names: C, POSIX, C++ (Itanium and Microsoft mangling), Rust, Fortran's allocation runs on `malloc`.
 */

import type { Function } from '../ir/index.js';

/** Which function releases a block; blocks of one family may be released by any of it. */
export type DeallocatorName = 'free' | '_ZdlPv' | '_ZdaPv' | '_ZdlPvSt11align_val_t' | '_ZdaPvSt11align_val_t'
  | '??3@YAXPEAX@Z' | '??_V@YAXPEAX@Z' | '__rust_dealloc';

/** All numbers are argument indices. */
export type MemoryRule =
  | {
    readonly kind: 'memory'; readonly operation: 'allocate'; readonly name: string;
    /** The size in bytes is the product of these. */
    readonly size: readonly number[];
    readonly alignment?: number;
    /** What the new block holds. */
    readonly contents: 'undefined' | 'zero';
    /** The address is returned, or stored behind a pointer argument. */
    readonly address: 'returned' | { readonly behind: number };
    /** One of the names above, or a function that the program declares. */
    readonly deallocator: string;
    /** Returns null rather than throwing or aborting when there is no memory. */
    readonly mayReturnNull: boolean;
  }
  | {
    readonly kind: 'memory'; readonly operation: 'reallocate'; readonly name: string;
    readonly block: number; readonly size: readonly number[]; readonly oldSize?: number; readonly deallocator: DeallocatorName;
  }
  | {
    readonly kind: 'memory'; readonly operation: 'free'; readonly name: string; readonly block: number; readonly mayBeNull: boolean;
    /** The function, where it is not of a library but declared by the program. */
    readonly declared?: Function;
  }
  | {
    readonly kind: 'memory'; readonly operation: 'copy' | 'move'; readonly name: string;
    readonly destination: number; readonly source: number; readonly length: number;
    /** What the call returns, if anything. */
    readonly returns?: 'destination' | 'end' | undefined;
  }
  | {
    readonly kind: 'memory'; readonly operation: 'fill'; readonly name: string;
    readonly destination: number; readonly byte: number; readonly length: number; readonly returns?: 'destination' | undefined;
  };

/** Rules by the exact name of the function; for intrinsics by the name without the type suffix. */
export function memoryRules(): Map<string, MemoryRule> {
  const rules: MemoryRule[] = [...cAllocation, ...operatorNew(), ...operatorDelete(), ...rust, ...transfers];
  return new Map(rules.map((rule) => [rule.name, rule]));
}

const allocate = (name: string, size: readonly number[], deallocator: DeallocatorName,
  more: { alignment?: number; contents?: 'zero'; address?: { behind: number }; neverNull?: true } = {}): MemoryRule => ({
  kind: 'memory', operation: 'allocate', name, size, deallocator, contents: more.contents ?? 'undefined', address: more.address ?? 'returned',
  mayReturnNull: !more.neverNull, ...(more.alignment !== undefined && { alignment: more.alignment }),
});
const free = (name: string, mayBeNull = true): MemoryRule => ({ kind: 'memory', operation: 'free', name, block: 0, mayBeNull });

const cAllocation: readonly MemoryRule[] = [
  allocate('malloc', [0], 'free'),
  allocate('calloc', [0, 1], 'free', { contents: 'zero' }),
  allocate('aligned_alloc', [1], 'free', { alignment: 0 }),
  allocate('memalign', [1], 'free', { alignment: 0 }),
  allocate('valloc', [0], 'free'),
  allocate('pvalloc', [0], 'free'),
  allocate('posix_memalign', [2], 'free', { alignment: 1, address: { behind: 0 } }),
  { kind: 'memory', operation: 'reallocate', name: 'realloc', block: 0, size: [1], deallocator: 'free' },
  { kind: 'memory', operation: 'reallocate', name: 'reallocarray', block: 0, size: [1, 2], deallocator: 'free' },
  free('free'), free('cfree'),
];

/** `operator new`: plain or array, 64- or 32-bit size (`m`, `j`), plain, aligned, nothrow. */
function operatorNew(): MemoryRule[] {
  const itanium = ['m', 'j'].flatMap((size) => ['nw', 'na'].flatMap((operator) => {
    const plain = operator === 'nw' ? '_ZdlPv' : '_ZdaPv';
    const aligned = operator === 'nw' ? '_ZdlPvSt11align_val_t' : '_ZdaPvSt11align_val_t';
    return [
      allocate(`_Z${operator}${size}`, [0], plain, { neverNull: true }),
      allocate(`_Z${operator}${size}RKSt9nothrow_t`, [0], plain),
      allocate(`_Z${operator}${size}St11align_val_t`, [0], aligned, { alignment: 1, neverNull: true }),
      allocate(`_Z${operator}${size}St11align_val_tRKSt9nothrow_t`, [0], aligned, { alignment: 1 }),
    ];
  }));
  const microsoft = [allocate('??2@YAPEAX_K@Z', [0], '??3@YAXPEAX@Z', { neverNull: true }), allocate('??_U@YAPEAX_K@Z', [0], '??_V@YAXPEAX@Z', { neverNull: true })];
  return [...itanium, ...microsoft];
}

/** `operator delete`: plain or array; sized, aligned, both, nothrow. */
function operatorDelete(): MemoryRule[] {
  const endings = ['', 'm', 'j', 'St11align_val_t', 'mSt11align_val_t', 'jSt11align_val_t', 'RKSt9nothrow_t', 'St11align_val_tRKSt9nothrow_t'];
  const itanium = ['_ZdlPv', '_ZdaPv'].flatMap((base) => endings.map((ending) => free(base + ending)));
  return [...itanium, ...['??3@YAXPEAX@Z', '??3@YAXPEAX_K@Z', '??_V@YAXPEAX@Z', '??_V@YAXPEAX_K@Z'].map((name) => free(name))];
}

/** Size, alignment; `__rust_dealloc(pointer, size, alignment)`; `__rust_realloc(pointer, old size, alignment, new size)`. */
const rust: readonly MemoryRule[] = [
  allocate('__rust_alloc', [0], '__rust_dealloc', { alignment: 1 }),
  allocate('__rust_alloc_zeroed', [0], '__rust_dealloc', { alignment: 1, contents: 'zero' }),
  { kind: 'memory', operation: 'reallocate', name: '__rust_realloc', block: 0, size: [3], oldSize: 1, deallocator: '__rust_dealloc' },
  free('__rust_dealloc', false),
];

const transfer = (name: string, operation: 'copy' | 'move', returns?: 'destination' | 'end'): MemoryRule =>
  ({ kind: 'memory', operation, name, destination: 0, source: 1, length: 2, returns });
const fill = (name: string, returns?: 'destination'): MemoryRule =>
  ({ kind: 'memory', operation: 'fill', name, destination: 0, byte: 1, length: 2, returns });

const transfers: readonly MemoryRule[] = [
  transfer('memcpy', 'copy', 'destination'), transfer('__memcpy_chk', 'copy', 'destination'),
  transfer('mempcpy', 'copy', 'end'), transfer('__mempcpy_chk', 'copy', 'end'),
  transfer('memmove', 'move', 'destination'), transfer('__memmove_chk', 'move', 'destination'),
  { kind: 'memory', operation: 'move', name: 'bcopy', destination: 1, source: 0, length: 2 },
  transfer('llvm.memcpy', 'copy'), transfer('llvm.memcpy.inline', 'copy'), transfer('llvm.memmove', 'move'),
  transfer('llvm.memcpy.element.unordered.atomic', 'copy'), transfer('llvm.memmove.element.unordered.atomic', 'move'),
  fill('memset', 'destination'), fill('__memset_chk', 'destination'), fill('llvm.memset'), fill('llvm.memset.inline'),
  fill('llvm.memset.element.unordered.atomic'),
];
