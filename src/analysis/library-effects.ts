/** Tables of functions whose memory effects are known by name, for declarations that come without attributes. */

/** The effects as a `memory(...)` attribute. */
export function knownEffects(name: string): string | undefined {
  const row = name.startsWith('llvm.') ? intrinsics.find(([pattern]) => pattern.test(name)) : library.find(([pattern]) => pattern.test(name));
  return row?.[1];
}

/** A function of `<math.h>` in any of its precisions, or of the vendors' finite-math variants. */
export function isMathFunction(name: string): boolean {
  const [, stem = ''] = /^(?:__)?(\w+?)(?:_finite)?$/.exec(name) ?? [];
  return mathStems.has(stem) || (/[fl]$/.test(stem) && mathStems.has(stem.slice(0, -1)));
}

/** Returned memory that nothing else points to. */
export function isAllocationName(name: string): boolean { return allocations.has(name); }

const intrinsics: readonly (readonly [RegExp, string])[] = [
  [/^llvm\.(memcpy|memmove|memset)\./, 'memory(argmem: readwrite)'],
  [/^llvm\.dbg\./, 'memory(none)'],
  [/^llvm\.lifetime\./, 'memory(argmem: readwrite)'],
  [/^llvm\.(assume|sideeffect|donothing|pseudoprobe|experimental\.noalias\.scope\.decl)\b/, 'memory(inaccessiblemem: readwrite)'],
  [/^llvm\.prefetch\b/, 'memory(argmem: readwrite, inaccessiblemem: readwrite)'],
  [/^llvm\.(fabs|sqrt|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|sincos|pow|powi|exp|exp2|exp10|log|log2|log10|fma|fmuladd)\./, 'memory(none)'],
  [/^llvm\.(floor|ceil|trunc|rint|nearbyint|round|roundeven|lround|llround|lrint|llrint|copysign|ldexp|frexp|modf)\./, 'memory(none)'],
  [/^llvm\.(minnum|maxnum|minimum|maximum|minimumnum|maximumnum|smin|smax|umin|umax|abs|is\.fpclass|canonicalize)\./, 'memory(none)'],
  [/^llvm\.(ctpop|ctlz|cttz|bswap|bitreverse|fshl|fshr|expect|objectsize|is\.constant|ptrmask|vscale|vector\.\w+|stepvector)\b/, 'memory(none)'],
  [/^llvm\.(sadd|uadd|ssub|usub|smul|umul)\.(with\.overflow|sat)\./, 'memory(none)'],
];

const library: readonly (readonly [RegExp, string])[] = [
  [/^(malloc|calloc|aligned_alloc|_Zn[wa][mj](St11align_val_t)?|__rust_alloc(_zeroed)?)$/, 'memory(inaccessiblemem: readwrite, errnomem: write)'],
  [/^(free|_Zd[la]Pv(m|j)?(St11align_val_t)?|__rust_dealloc)$/, 'memory(argmem: readwrite, inaccessiblemem: readwrite)'],
  [/^(memcpy|memmove|memset)$/, 'memory(argmem: readwrite)'],
  [/^(memcmp|bcmp|strlen|strcmp|strncmp)$/, 'memory(argmem: read)'],
  // Output: reads its arguments, changes what only the stream sees.
  [/^(printf|puts|putchar|fprintf|fputs|fputc|putc|fwrite|perror)$/, 'memory(read, inaccessiblemem: readwrite, errnomem: write)'],
  [/^(abs|labs|llabs|isnan|isinf|isfinite|__isnan[fl]?|__isinf[fl]?|__finite[fl]?)$/, 'memory(none)'],
];

const allocations = new Set([
  'malloc', 'calloc', 'aligned_alloc', 'memalign', 'valloc', '__rust_alloc', '__rust_alloc_zeroed',
  '_Znwm', '_Znam', '_Znwj', '_Znaj', '_ZnwmSt11align_val_t', '_ZnamSt11align_val_t',
]);

const mathStems = new Set(`
  sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh sincos sinpi cospi tanpi exp exp2 exp10 expm1 log log2 log10 log1p logb ilogb
  pow sqrt cbrt hypot fabs fmod remainder remquo fmin fmax fdim fma floor ceil trunc round roundeven rint nearbyint lround llround
  lrint llrint frexp ldexp scalbn scalbln modf copysign nextafter nexttoward erf erfc tgamma lgamma lgamma_r gamma
  j0 j1 jn y0 y1 yn nan`.trim().split(/\s+/));
