/**
 * Functions whose name we know and whose derivative we do not have: a refusal with a reason is better than "unknown".
 * What is in no table is refused as well, unless its body is in the module.
 */
import { cSpellings } from './spellings.js';

export interface RefusedRule { readonly kind: 'unsupported'; readonly why: string }

interface Group { readonly why: string; readonly names: string }

/** By exact name (of an intrinsic: without the type suffix), and by the beginning of the name. */
export function refusedRules(): { exact: Map<string, RefusedRule>; prefixes: readonly (readonly [string, RefusedRule])[] } {
  const split = (rows: readonly Group[]): [string, RefusedRule][] => rows.flatMap(({ why, names }) =>
    names.trim().split(/\s+/).map((name): [string, RefusedRule] => [name, { kind: 'unsupported', why }]));
  const magnitudes = 'cproj conj fmaxmag fminmag fmaximum_mag fminimum_mag fmaximum_mag_num fminimum_mag_num scalb nan_payload'.split(' ').flatMap(cSpellings).join(' ');
  return {
    exact: new Map(split([...groups, { why: 'it has no derivative rule yet', names: magnitudes }])),
    prefixes: split(prefixes),
  };
}

const groups: readonly Group[] = [
  { why: 'it may read floating-point numbers into memory', names: 'fread fread_unlocked __fread_chk read pread recv mmap mmap64 readv' },
  { why: 'its comparison must be known when compiling, and do nothing but compare, and the type of its elements must be known', names: 'qsort bsearch' },
  { why: 'it calls back and moves elements', names: 'qsort_r lsearch lfind hsearch tsearch tfind twalk' },
  { why: 'it exchanges two strings, of which one may have a shadow', names: '_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE4swapERS4_' },
  { why: 'it starts code in another thread', names: `
    pthread_create pthread_join pthread_once thrd_create thrd_join _ZNSt6thread15_M_start_threadESt10unique_ptrINS_6_StateESt14default_deleteIS1_EEPFvvE
    _ZNSt6thread4joinEv fork vfork` },
  { why: 'it is part of an OpenMP region', names: '__kmpc_fork_call __kmpc_for_static_init_4 __kmpc_for_static_init_8 __kmpc_reduce __kmpc_reduce_nowait GOMP_parallel' },
  { why: 'it jumps out of the call', names: 'setjmp _setjmp __sigsetjmp sigsetjmp longjmp siglongjmp _longjmp __longjmp_chk getcontext setcontext makecontext swapcontext' },
  { why: 'it works on a vector as a whole, and has no rule yet', names: `
    llvm.experimental.vector.reduce.v2.fmul llvm.vector.insert llvm.vector.extract llvm.vector.reverse llvm.vector.splice llvm.vector.splice.left
    llvm.vector.splice.right llvm.vector.interleave2 llvm.vector.deinterleave2 llvm.experimental.vector.insert llvm.experimental.vector.extract
    llvm.experimental.vector.reverse llvm.experimental.vector.splice llvm.vector.compress llvm.experimental.vector.compress
    llvm.matrix.multiply llvm.matrix.transpose llvm.matrix.column.major.load llvm.matrix.column.major.store` },
  { why: 'masked memory access has no rule yet', names: `
    llvm.masked.load llvm.masked.store llvm.masked.gather llvm.masked.scatter llvm.masked.expandload llvm.masked.compressstore` },
  { why: 'the bits of a half are an integer to it', names: 'llvm.convert.to.fp16 llvm.convert.from.fp16 __gnu_f2h_ieee __gnu_h2f_ieee __truncdfhf2 __truncsfhf2 __extendhfsf2' },
  { why: 'coroutines are not supported', names: 'llvm.coro.begin llvm.coro.suspend llvm.coro.end llvm.coro.resume llvm.coro.destroy llvm.coro.id' },
  { why: 'variable arguments are not supported yet', names: 'llvm.va_start llvm.va_end llvm.va_copy llvm.va_arg' },
  { why: 'stores through a Fortran descriptor have no rule yet', names: '_FortranAAssign _FortranASumReal4 _FortranASumReal8 _FortranADotProductReal4 _FortranADotProductReal8' },
];

/** A vector-predicated or target intrinsic without an entry of its own. */
const prefixes: readonly Group[] = [
  { why: 'vector-predicated intrinsics have no rule yet', names: 'llvm.vp.' },
  { why: 'target-specific intrinsics have no rule yet', names: 'llvm.x86. llvm.aarch64. llvm.arm. llvm.wasm. llvm.nvvm. llvm.amdgcn. llvm.riscv. llvm.ppc. llvm.s390.' },
];
