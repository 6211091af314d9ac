/** Which functions of the libraries that we know may leave by an exception. What a compiler calls `nounwind` is not asked about. */
import type { Rule } from './registry.js';

export function mayUnwind(name: string, rule: Rule): boolean {
  switch (rule.kind) {
    case 'memory': return rule.operation === 'allocate' && name.startsWith('_Zn') && !rule.mayReturnNull;
    // C's functions do not throw, C++'s and Rust's may; so may whatever is given a callback.
    case 'inactive': return name.startsWith('_Z') || unwinding.test(name);
    case 'mirror': return rule.isMethod;
    case 'unsupported': return !name.startsWith('llvm.');
    default: return false;
  }
}

const unwinding = /^(__cxa_(throw|rethrow|end_catch|bad_cast|bad_typeid|call_unexpected)|_Unwind_|rust_|__rust_|\?)/;
