/**
 * LLVM 14, the clang of Debian 12, reads opaque pointers only when told to, and some of its passes crash on them:
 * argument promotion, which -O3 and delayed linking run, and the analysis of memory accesses in loops, which the
 * vectoriser and the elimination of loads in loops use. There is no flag to leave the latter out; so when it crashes, we
 * ask LLVM for the list of passes it runs, and have it stop before the first that could crash (`-opt-bisect-limit`).
 */

/** The user's flags, with what always crashes left out: -O3 becomes -O2, and LTO happens at once. */
export function opaquePointerFlags(flags: readonly string[]): string[] {
  const safe = flags.filter((flag) => !flag.startsWith('-flto')).map((flag) => (/^-(O[3-9]|Ofast)$/.test(flag) ? '-O2' : flag));
  return ['-mllvm', '-opaque-pointers', '-fno-crash-diagnostics', ...safe];
}

export function isCrash(messages: string): boolean { return messages.includes('PLEASE submit a bug report'); }

export function bisectFlags(limit: number): string[] { return ['-mllvm', `-opt-bisect-limit=${limit}`]; }

/** How many passes can run before the first that may crash, from what LLVM printed for `bisectFlags(-1)`. */
export function safePasses(log: string): number | undefined {
  const first = /^BISECT: running pass \((\d+)\) (?:LoopDistribute|LoopVectorize|LoopLoadElimination)/m.exec(log)?.[1];
  return first === undefined ? undefined : Number(first) - 1;
}
