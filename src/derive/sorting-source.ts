/** The functions that `sorting.ts` emits, as text. */
import type { Field } from '../types/index.js';

export function permuteSource(name: string, size: number, fields: readonly Field[], word: string): string {
  const copy = (from: string, to: string): string => fields.map(({ offset, kind }, i) => {
    const type = kind === 'integer' ? 'i8' : kind === 'pointer' ? 'ptr' : kind;
    return `  %${from}${i} = getelementptr i8, ptr %${from}, ${word} ${offset}
  %${to}${i} = getelementptr i8, ptr %${to}, ${word} ${offset}
  %${from}v${i} = load ${type}, ptr %${from}${i}, align 1
  store ${type} %${from}v${i}, ptr %${to}${i}, align 1\n`;
  }).join('');
  return `
declare noalias ptr @malloc(${word})
declare void @free(ptr)
define void @${name}(ptr %base, ${word} %n, ptr %order) nounwind {
entry:
  %none = icmp eq ${word} %n, 0
  br i1 %none, label %done, label %start
start:
  %bytes = mul ${word} %n, ${size}
  %held = call ptr @malloc(${word} %bytes)
  br label %take
take:
  %i = phi ${word} [ 0, %start ], [ %inext, %take ]
  %at = getelementptr ${word}, ptr %order, ${word} %i
  %index = load ${word}, ptr %at
  %distance = mul ${word} %index, ${size}
  %from = getelementptr i8, ptr %base, ${word} %distance
  %iend = mul ${word} %i, ${size}
  %to = getelementptr i8, ptr %held, ${word} %iend
${copy('from', 'to')}  %inext = add ${word} %i, 1
  %imore = icmp ult ${word} %inext, %n
  br i1 %imore, label %take, label %back
back:
  br label %put
put:
  %j = phi ${word} [ 0, %back ], [ %jnext, %put ]
  %jend = mul ${word} %j, ${size}
  %source = getelementptr i8, ptr %held, ${word} %jend
  %target = getelementptr i8, ptr %base, ${word} %jend
${copy('source', 'target')}  %jnext = add ${word} %j, 1
  %jmore = icmp ult ${word} %jnext, %n
  br i1 %jmore, label %put, label %end
end:
  call void @free(ptr %held)
  br label %done
done:
  ret void
}
`;
}

export function searchSource(word: string): string {
  return `
declare ptr @bsearch(ptr, ptr, ${word}, ${word}, ptr)
define ptr @__ribozyme_search(ptr %key, ptr %base, ${word} %n, ${word} %size, ptr %compare) {
entry:
  %found = call ptr @bsearch(ptr %key, ptr %base, ${word} %n, ${word} %size, ptr %compare)
  ret ptr %found
}
`;
}

/** Bottom-up merge sort of the indices 0 to n - 1; the result is to be freed. */
export function orderSource(word: string): string {
  const bytes = word === 'i32' ? 4 : 8;
  return `
declare noalias ptr @malloc(${word})
declare void @free(ptr)
define ptr @__ribozyme_order(ptr %base, ${word} %n, ${word} %size, ptr %compare) noinline {
entry:
  %some = add ${word} %n, 1
  %bytes = mul ${word} %some, ${bytes}
  %a = call ptr @malloc(${word} %bytes)
  %b = call ptr @malloc(${word} %bytes)
  %none = icmp eq ${word} %n, 0
  br i1 %none, label %sorted, label %number
number:
  %i = phi ${word} [ 0, %entry ], [ %inext, %number ]
  %iat = getelementptr ${word}, ptr %a, ${word} %i
  store ${word} %i, ptr %iat
  %inext = add ${word} %i, 1
  %imore = icmp ult ${word} %inext, %n
  br i1 %imore, label %number, label %widen
${mergePasses(word)}sorted:
  %result = phi ptr [ %a, %entry ], [ %from, %widen ]
  %other = phi ptr [ %b, %entry ], [ %to, %widen ]
  call void @free(ptr %other)
  ret ptr %result
}
`;
}

/** Runs of `width` sorted indices are merged into ones twice as wide, from one array into the other. */
function mergePasses(word: string): string {
  return `widen:
  %from = phi ptr [ %a, %number ], [ %to, %pass ]
  %to = phi ptr [ %b, %number ], [ %from, %pass ]
  %width = phi ${word} [ 1, %number ], [ %wider, %pass ]
  %unsorted = icmp ult ${word} %width, %n
  br i1 %unsorted, label %runs, label %sorted
runs:
  %low = phi ${word} [ 0, %widen ], [ %high, %merged ]
  %middle1 = add ${word} %low, %width
  %middleOver = icmp ugt ${word} %middle1, %n
  %middle = select i1 %middleOver, ${word} %n, ${word} %middle1
  %high1 = add ${word} %middle, %width
  %highOver = icmp ugt ${word} %high1, %n
  %high = select i1 %highOver, ${word} %n, ${word} %high1
  br label %merge
merge:
  %l = phi ${word} [ %low, %runs ], [ %lnext, %put ]
  %r = phi ${word} [ %middle, %runs ], [ %rnext, %put ]
  %k = phi ${word} [ %low, %runs ], [ %knext, %put ]
  %full = icmp eq ${word} %k, %high
  br i1 %full, label %merged, label %choose
choose:
  %lat = getelementptr ${word}, ptr %from, ${word} %l
  %rat = getelementptr ${word}, ptr %from, ${word} %r
  %noRight = icmp eq ${word} %r, %high
  br i1 %noRight, label %left, label %hasRight
hasRight:
  %noLeft = icmp eq ${word} %l, %middle
  br i1 %noLeft, label %right, label %compared
compared:
  %li = load ${word}, ptr %lat
  %ri = load ${word}, ptr %rat
  %lo = mul ${word} %li, %size
  %ro = mul ${word} %ri, %size
  %lp = getelementptr i8, ptr %base, ${word} %lo
  %rp = getelementptr i8, ptr %base, ${word} %ro
  %c = call i32 %compare(ptr %lp, ptr %rp)
  %rightFirst = icmp sgt i32 %c, 0
  br i1 %rightFirst, label %right, label %left
left:
  %lv = load ${word}, ptr %lat
  %lstep = add ${word} %l, 1
  br label %put
right:
  %rv = load ${word}, ptr %rat
  %rstep = add ${word} %r, 1
  br label %put
put:
  %v = phi ${word} [ %lv, %left ], [ %rv, %right ]
  %lnext = phi ${word} [ %lstep, %left ], [ %l, %right ]
  %rnext = phi ${word} [ %r, %left ], [ %rstep, %right ]
  %kat = getelementptr ${word}, ptr %to, ${word} %k
  store ${word} %v, ptr %kat
  %knext = add ${word} %k, 1
  br label %merge
merged:
  %last = icmp eq ${word} %high, %n
  br i1 %last, label %pass, label %runs
pass:
  %wider = shl ${word} %width, 1
  br label %widen
`;
}
