/**
 * The canonical form: the IR that we differentiate, whatever -O the user gave. Optimised, because derivatives of
 * optimised code are faster and simpler; neither vectorised nor unrolled, because loops are easier to reverse as they
 * were written; with debug info, because it says what the bytes are and where in the source they came from.
 */
import type { OutputForm } from './toolchain.js';

/** After the user's flags. */
export const canonicalFlags: readonly string[] = [
  '-O2', '-fno-vectorize', '-fno-slp-vectorize', '-fno-unroll-loops', '-g', '-S', '-emit-llvm',
];

/** For the step from source to raw IR when the passes run in a step of their own. */
export const rawFlags: readonly string[] = ['-O2', '-g', '-emit-llvm', '-Xclang', '-disable-llvm-passes'];

/** Whether a preprocessed source, bitcode or IR text may register something about its functions. */
export const registration = /__enzyme_(register|inactive|function_like|allocation_like|nofree|shouldrecompute)|annotate\s*\(\s*"enzyme_|llvm\.global\.annotations/;

/** Flags whose passes must run on the derivatives too, so that they wait for the final step: sanitizers, profiling. */
export function isInstrumentation(flag: string): boolean {
  return /^-f(no-)?(sanitize|profile|cs-profile|coverage-mapping|xray)\b/.test(flag);
}

/** For reading our IR: its target is its own, and flags that only a front end or linker uses do no harm. */
export const quietFlags: readonly string[] = ['-Wno-override-module', '-Wno-unused-command-line-argument'];

export const formFlags: Record<OutputForm, readonly string[]> = {
  object: ['-c'], assembly: ['-S'], ir: ['-S', '-emit-llvm'], bitcode: ['-c', '-emit-llvm'], executable: [],
};

/**
 * clang writes `-fno-unroll-loops` into every loop, which would forbid the final step to unroll too. The hint is
 * replaced by a word that LLVM ignores; a `#pragma nounroll` of the user's looks the same and is lost with it.
 */
export function allowUnrolling(ir: string): string {
  return ir.replace(/^(!\d+ = )!\{!"llvm\.loop\.unroll\.disable"\}$/m, '$1!{!"ribozyme.canonical"}');
}

/** The LLVM version that wrote a module, from its `!llvm.ident`. */
export function writerVersion(ir: string): number | undefined {
  const version = /^!\d+ = !\{!"[^"]*\b(?:clang|flang|LLVM) version (\d+)\./m.exec(ir)?.[1];
  return version === undefined ? undefined : Number(version);
}
