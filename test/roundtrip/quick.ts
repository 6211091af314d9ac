/** The part of the round trip that is run with every change: under two minutes, and something of everything. */
import type { Job } from './job.js';

const programs: Readonly<Record<string, readonly string[]>> = {
  'clang 14': ['containers.cpp', 'exceptions.cpp', 'atomics.c', 'computed-goto.c', 'statics', 'inline-cpp', 'structs', 'virtual-inheritance.cpp'],
  'clang 22': ['containers.cpp', 'asm-goto.c', 'coroutines.cpp', 'long-double.c', 'simd-intrinsics.c', 'statics', 'inline-cpp', 'constructors',
    'common-weak', 'structs', 'sve.c', 'windows.cpp', 'weak-alias.c', 'varargs.c'],
  'flang 22': ['derived-types.f90'],
  rustc: ['traits.rs'],
};

/** One setting for each pair: with debug information where optimised, as our own pipeline has it. */
export function isQuick({ program, compiler, level, debug }: Job): boolean {
  const wanted = programs[compiler.name]?.includes(program.name) ?? false;
  return wanted && (compiler.llvm === 14 ? level === 'O0' : level === 'O2') && debug;
}
