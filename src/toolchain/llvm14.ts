/**
 * LLVM 14, the clang of Debian 12, reads opaque pointers only when told to, and some of its passes are wrong about them.
 * Argument promotion, which -O3 and delayed linking run, and the analysis of memory accesses in loops crash. EarlyCSE and
 * InstCombine take a store for dead when one of fewer bytes to the same address follows, which pointers to different types
 * once told apart: what they make of the code is wrong without a word. They come first and are everywhere in the pipeline,
 * and no flag leaves them out. So only those passes run that must (sanitizers among them); the code was optimised before
 * it was differentiated, when pointers had types.
 */

/** The user's flags, with what always crashes left out: -O3 becomes -O2, and LTO happens at once. */
export function opaquePointerFlags(flags: readonly string[]): string[] {
  const safe = flags.filter((flag) => !flag.startsWith('-flto')).map((flag) => (/^-(O[3-9]|Ofast)$/.test(flag) ? '-O2' : flag));
  return ['-mllvm', '-opaque-pointers', '-fno-crash-diagnostics', ...safe];
}

/** Whether the last of the flags for it asks for optimisation. */
export function isOptimising(flags: readonly string[]): boolean {
  const level = flags.filter((flag) => /^-O/.test(flag)).pop();
  return level !== undefined && level !== '-O0';
}

/** Passes that are there to optimise are left out. */
export const requiredPassesOnly: readonly string[] = ['-mllvm', '-opt-bisect-limit=0'];
