/** What a call is to the derivative: arithmetic, memory, a function to differentiate, or something to refuse. */
import type { CallRole } from '../activity/index.js';
import type { AnyCall, Function } from '../ir/index.js';
import { findRule, ruleOverBody, type Rule } from '../rules/index.js';

export type CallTreatment =
  | Exclude<Rule, { kind: 'unsupported' }>
  | { readonly kind: 'unsupported'; readonly name: string; readonly why: string }
  | { readonly kind: 'function'; readonly fn: Function }
  | { readonly kind: 'unknown'; readonly name: string }
  | { readonly kind: 'indirect' }
  | { readonly kind: 'assembly' };

export function treatmentOf(call: AnyCall): CallTreatment {
  const { callee } = call;
  if (callee.kind === 'asm') return { kind: 'assembly' };
  const fn = callee.kind === 'alias' && callee.target.kind === 'function' ? callee.target : callee;
  if (fn.kind !== 'function') return { kind: 'indirect' };
  // A function with a body is differentiated, whatever its name; allocators are too, unless the C library's.
  const rule = fn.isDeclaration ? findRule(fn.name, fn.functionType) : ruleOverBody(fn.name);
  if (!rule && !fn.isDeclaration && fn.functionType.text !== call.functionType.text) {
    return { kind: 'unsupported', name: fn.name, why: 'it is called with other arguments than it is defined with' };
  }
  if (!rule && !fn.isDeclaration && fn.functionType.isVariadic) return { kind: 'unsupported', name: fn.name, why: 'it takes a variable number of arguments' };
  if (!rule) return fn.isDeclaration ? { kind: 'unknown', name: fn.name } : { kind: 'function', fn };
  return rule.kind === 'unsupported' ? { kind: 'unsupported', name: fn.name, why: rule.why } : rule;
}

/** The same, in the words of the activity analysis. */
export function roleOf(call: AnyCall): CallRole {
  const treatment = treatmentOf(call);
  switch (treatment.kind) {
    case 'math': case 'cast': case 'sum': return 'math';
    case 'inactive': return 'inactive';
    case 'mirror': return treatment.isMethod ? 'method' : 'mirror';
    case 'function': return 'function';
    case 'memory':
      switch (treatment.operation) {
        case 'allocate': return treatment.address === 'returned' ? 'allocation' : 'unknown';
        case 'free': return 'deallocation';
        case 'copy': case 'move': return 'copy';
        case 'fill': return 'fill';
        case 'reallocate': return 'unknown';
      }
      break;
    default: return 'unknown';
  }
}
