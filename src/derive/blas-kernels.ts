/** Small loops over matrices by columns that BLAS has no routine for: parts of them, copies, sums. Emitted where they are used. */
import type { Function, Module } from '../ir/index.js';
import { importFunction } from './support.js';
import { wordType } from './types.js';

/** y += factor * v */
const sum = `  %v = load T, ptr %xp
  %w = load T, ptr %yp
  %p = fmul T %v, %factor
  %r = fadd T %w, %p
  store T %r, ptr %yp`;

/** All take `rows, cols, low, high` first: what is done is done to the elements with low <= row - column <= high. */
const elementwise = {
  /** x *= factor; zero if the factor is, whatever was there. */
  scale: { parameters: 'T %factor, ptr %x, W %ldx', body: `${at('x')}  %v = load T, ptr %xp
  %p = fmul T %v, %factor
  %z = fcmp oeq T %factor, 0.0
  %r = select i1 %z, T 0.0, T %p
  store T %r, ptr %xp` },
  /** y += factor * x */
  add: { parameters: 'T %factor, ptr %x, W %ldx, ptr %y, W %ldy', body: `${at('x')}${at('y')}${sum}` },
  /** y += factor * (x transposed) */
  addTransposed: { parameters: 'T %factor, ptr %x, W %ldx, ptr %y, W %ldy', body: `${at('x', 'j', 'i')}${at('y')}${sum}` },
  /** y = x */
  copy: { parameters: 'ptr %x, W %ldx, ptr %y, W %ldy', body: `${at('x')}${at('y')}  %v = load T, ptr %xp
  store T %v, ptr %yp` },
  /** y = x transposed */
  copyTransposed: { parameters: 'ptr %x, W %ldx, ptr %y, W %ldy', body: `${at('x', 'j', 'i')}${at('y')}  %v = load T, ptr %xp
  store T %v, ptr %yp` },
  /** The sum of x * y. */
  dot: { parameters: 'ptr %x, W %ldx, ptr %y, W %ldy', returns: 'T', body: `${at('x')}${at('y')}  %v = load T, ptr %xp
  %w = load T, ptr %yp
  %p = fmul T %v, %w
  %o = load T, ptr %sum
  %r = fadd T %o, %p
  store T %r, ptr %sum` },
} as const;

export type KernelName = keyof typeof elementwise;

export function matrixKernel(module: Module, name: KernelName, type: 'double' | 'float'): Function {
  const { parameters, body, ...rest } = elementwise[name];
  const returns = 'returns' in rest ? 'T' : 'void';
  const full = `__ribozyme_matrix_${name}_${type}`;
  return find(module, full, type, `
define ${returns} @${full}(W %rows, W %cols, W %low, W %high, ${parameters}) nounwind {
entry:
  %sum = alloca T
  store T 0.0, ptr %sum
  %r0 = icmp slt W %rows, 1
  %c0 = icmp slt W %cols, 1
  %none = or i1 %r0, %c0
  br i1 %none, label %done, label %column
column:
  %j = phi W [ 0, %entry ], [ %jn, %after ]
  br label %row
row:
  %i = phi W [ 0, %column ], [ %in, %next ]
  %d = sub W %i, %j
  %above = icmp sge W %d, %low
  %below = icmp sle W %d, %high
  %inside = and i1 %above, %below
  br i1 %inside, label %work, label %next
work:
${body}
  br label %next
next:
  %in = add W %i, 1
  %more = icmp slt W %in, %rows
  br i1 %more, label %row, label %after
after:
  %jn = add W %j, 1
  %again = icmp slt W %jn, %cols
  br i1 %again, label %column, label %done
done:
${returns === 'T' ? '  %total = load T, ptr %sum\n  ret T %total' : '  ret void'}
}
`);
}

/** `void (rows, cols, x, ldx, pivots, backwards)`: exchanges row i with row pivots[i], one after the other, or undoes it. */
export function rowExchange(module: Module, type: 'double' | 'float'): Function {
  const full = `__ribozyme_matrix_exchange_${type}`;
  return find(module, full, type, `
define void @${full}(W %rows, W %cols, ptr %x, W %ldx, ptr %pivots, i1 %backwards) nounwind {
entry:
  %r0 = icmp slt W %rows, 1
  %c0 = icmp slt W %cols, 1
  %none = or i1 %r0, %c0
  %last = sub W %rows, 1
  br i1 %none, label %done, label %row
row:
  %k = phi W [ 0, %entry ], [ %kn, %after ]
  %kb = sub W %last, %k
  %i = select i1 %backwards, W %kb, W %k
  %pp = getelementptr i32, ptr %pivots, W %i
  %p1 = load i32, ptr %pp
  %p0 = sub i32 %p1, 1
  %p = sext i32 %p0 to i64
  %q = ${'trunc_or_same'}
  br label %column
column:
  %j = phi W [ 0, %row ], [ %jn, %column ]
  %o = mul W %j, %ldx
  %ai = add W %o, %i
  %aq = add W %o, %q
  %pa = getelementptr T, ptr %x, W %ai
  %pb = getelementptr T, ptr %x, W %aq
  %va = load T, ptr %pa
  %vb = load T, ptr %pb
  store T %vb, ptr %pa
  store T %va, ptr %pb
  %jn = add W %j, 1
  %more = icmp slt W %jn, %cols
  br i1 %more, label %column, label %after
after:
  %kn = add W %k, 1
  %again = icmp slt W %kn, %rows
  br i1 %again, label %row, label %done
done:
  ret void
}
`.replace('trunc_or_same', wordType(module).bits === 64 ? 'add i64 %p, 0' : 'trunc i64 %p to i32'));
}

/** `void (n, seed, x, y)`: y += seed * sign(x); both without gaps. */
export function addSigns(module: Module, type: 'double' | 'float'): Function {
  const full = `__ribozyme_add_signs_${type}`;
  return find(module, full, type, `
declare T @llvm.copysign.${type === 'double' ? 'f64' : 'f32'}(T, T)
define void @${full}(W %n, T %seed, ptr %x, ptr %y) nounwind {
entry:
  %none = icmp slt W %n, 1
  br i1 %none, label %done, label %item
item:
  %i = phi W [ 0, %entry ], [ %in, %item ]
  %xp = getelementptr T, ptr %x, W %i
  %yp = getelementptr T, ptr %y, W %i
  %v = load T, ptr %xp
  %w = load T, ptr %yp
  %sign = call T @llvm.copysign.${type === 'double' ? 'f64' : 'f32'}(T 1.0, T %v)
  %flat = fcmp oeq T %v, 0.0
  %slope = select i1 %flat, T 0.0, T %sign
  %p = fmul T %slope, %seed
  %r = fadd T %w, %p
  store T %r, ptr %yp
  %in = add W %i, 1
  %more = icmp slt W %in, %n
  br i1 %more, label %item, label %done
done:
  ret void
}
`);
}

function find(module: Module, name: string, type: string, text: string): Function {
  return module.functions.get(name) ?? importFunction(module, text.replace(/\bT\b/g, type).replace(/\bW\b/g, wordType(module).text), name);
}

/** The address of an element: `%xp` of `%x`. */
function at(matrix: string, row = 'i', column = 'j'): string {
  return `  %${matrix}o = mul W %${column}, %ld${matrix}
  %${matrix}a = add W %${matrix}o, %${row}
  %${matrix}p = getelementptr T, ptr %${matrix}, W %${matrix}a
`;
}
