/** Whether the text of a function body can be printed as it is. */
import type { BodyRange } from './body.js';
import { hasGoneExpressions } from './expand-constants.js';
import type { ModuleContext } from './reader.js';

/** Where the next `*` of each module's text is, so that all bodies together look at each character once. */
const nextStar = new WeakMap<ModuleContext, number>();

/** No, if it may have typed pointers or names that changed. Bodies must be asked in the order of the text to be quick. */
export function isVerbatim(context: ModuleContext, range: BodyRange): boolean {
  if (context.isRenamed) return false;
  let star = nextStar.get(context) ?? -1;
  if (star < range.from) {
    star = context.text.indexOf('*', range.from);
    if (star < 0) star = Infinity;
    nextStar.set(context, star);
  }
  return star >= range.limit || !hasTypedPointer(context.text, range);
}

/** Whether there is a `*` outside strings and comments. */
export function hasTypedPointer(text: string, { from, limit }: BodyRange): boolean {
  for (let at = from; at < limit; at++) {
    switch (text.charCodeAt(at)) {
      case 0x2a: return true;
      case 0x22:
        at = text.indexOf('"', at + 1);
        if (at < 0) return false;
        break;
      case 0x3b:
        at = text.indexOf('\n', at);
        if (at < 0) return false;
    }
  }
  return false;
}

/**
 * Words of bodies that older versions refuse, by the version that brought them. A word found where it means something
 * else (in a string) only costs time.
 */
const newerWords: readonly (readonly [since: number, words: RegExp])[] = [
  [16, /\bmemory\(/],
  [17, /\bnofpclass\(/],
  [18, /\b(?:disjoint|nneg|dead_on_unwind|writable)\b/],
  [19, /#dbg_|\bsplat \(|getelementptr (?:inbounds )?n(?:us|u)w\b|trunc n[us]w|\binrange\(|\b(?:range|initializes)\(/],
  [20, /\b(?:samesign|noext)|\bfp(?:ext|trunc) [a-z]* *(?:fast|nnan|ninf|nsz|arcp|contract|afn|reassoc)\b/],
  [21, /\bcaptures\(|\batomGroup:|\berrnomem:/],
  [22, /\bptrtoaddr\b|#dbg_declare_value|\bdead_on_return\b|\bllvm\.lifetime\.[\w.]+\(ptr|\btarget_mem/],
];

/** Up to LLVM 18, `inrange` stood before an index; from 19 on, that is an error. */
const oldInRange = /, inrange [^(]/;

/** Whether a version knows every word and constant expression of a body. */
export function isReadableBy(text: string, llvm: number): boolean {
  if (llvm >= 19 && oldInRange.test(text)) return false;
  if (hasGoneExpressions(text, llvm)) return false;
  return newerWords.every(([since, words]) => llvm >= since || !words.test(text));
}
