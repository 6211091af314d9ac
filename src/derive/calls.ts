/** What a call is to the derivative: arithmetic, memory, a function to differentiate, or something to refuse. */
import type { CallRole } from '../activity/index.js';
import type { AnyCall, Dispatched, Function, Value } from '../ir/index.js';
import { type BlasRule, type CustomRule, declaredAtCall, declaredRule, findBlas, findRule, identityRow, ruleOverBody, type Rule } from '../rules/index.js';
import { type SupportOperation, isRounding, supportOperation } from './support-calls.js';

export type CallTreatment =
  | Exclude<Rule, { kind: 'unsupported' }>
  /** The program has registered what its derivative is. */
  | CustomRule
  /** A routine whose derivative is written with other such routines. */
  | (BlasRule & { readonly fn: Function })
  | { readonly kind: 'unsupported'; readonly name: string; readonly why: string }
  /** A helper of derivative code, in a derivative of the derivative. */
  | { readonly kind: 'support'; readonly operation: SupportOperation }
  | { readonly kind: 'function'; readonly fn: Function }
  | { readonly kind: 'unknown'; readonly name: string }
  | { readonly kind: 'indirect' }
  /** Through a pointer that is none of the functions called beside it. */
  | { readonly kind: 'unknownTarget'; readonly dispatched: Extract<Dispatched, { kind: 'unknown' }> }
  | { readonly kind: 'assembly' };

export function treatmentOf(call: AnyCall): CallTreatment {
  const { callee } = call;
  const atCall = declaredAtCall(call);
  if (atCall) return atCall;
  if (callee.kind === 'asm') return { kind: 'assembly' };
  if (call.dispatched?.kind === 'unknown') return { kind: 'unknownTarget', dispatched: call.dispatched };
  const fn = callee.kind === 'alias' && callee.target.kind === 'function' ? callee.target : callee;
  if (fn.kind !== 'function') return { kind: 'indirect' };
  const declared = fn.functionType.text === call.functionType.text ? declaredRule(fn) : undefined;
  if (declared) return declared;
  const operation = supportOperation(fn.name);
  if (operation) return { kind: 'support', operation };
  if (isRounding(fn.name)) return { kind: 'math', name: fn.name, row: identityRow };
  // A function with a body is differentiated, whatever its name; allocators are too, unless the C library's. Helpers
  // that we put into the module have rules of their own.
  const hasRule = fn.isDeclaration || fn.name.startsWith('__ribozyme_');
  const rule = hasRule ? findRule(fn.name, fn.functionType) : ruleOverBody(fn.name);
  if (!rule && !fn.isDeclaration && fn.functionType.text !== call.functionType.text) {
    return { kind: 'unsupported', name: fn.name, why: 'it is called with other arguments than it is defined with' };
  }
  if (!rule && !fn.isDeclaration && fn.functionType.isVariadic) return { kind: 'unsupported', name: fn.name, why: 'it takes a variable number of arguments' };
  if (!rule) return fn.isDeclaration ? blasTreatment(fn, call) ?? { kind: 'unknown', name: fn.name } : { kind: 'function', fn };
  return rule.kind === 'unsupported' ? { kind: 'unsupported', name: fn.name, why: rule.why } : rule;
}

function blasTreatment(fn: Function, call: AnyCall): CallTreatment | undefined {
  const rule = fn.functionType.text === call.functionType.text ? findBlas(fn.name, fn.functionType) : undefined;
  return rule && { ...rule, fn };
}

/** The deallocator that takes nothing but the pointer, or does not need what else it takes: it can run later. */
export function plainRelease(name: string): string | undefined { return /^(free|cfree|_Z(?:dl|da)Pv)[mj]?$/.exec(name)?.[1]; }

/** For a call that releases memory: the block, and the plain function that can do so later. */
export function releaseOf(call: AnyCall): { readonly block: Value; readonly release: string } | undefined {
  const treatment = treatmentOf(call);
  if (treatment.kind !== 'memory' || treatment.operation !== 'free' || treatment.declared) return undefined;
  const block = call.args[treatment.block];
  const release = plainRelease(treatment.name);
  return block && release !== undefined ? { block, release } : undefined;
}

/** Whether the call allocates memory that such a function releases. */
export function isReleasable(call: AnyCall): boolean {
  const treatment = treatmentOf(call);
  return treatment.kind === 'memory' && treatment.operation === 'allocate' && treatment.address === 'returned' && ['free', '_ZdlPv', '_ZdaPv'].includes(treatment.deallocator);
}

/** The same, in the words of the activity analysis. */
export function roleOf(call: AnyCall): CallRole {
  const treatment = treatmentOf(call);
  switch (treatment.kind) {
    case 'math': case 'cast': case 'sum': return 'math';
    case 'inactive': return 'inactive';
    case 'mirror': return treatment.isMethod ? 'method' : 'mirror';
    case 'function': case 'custom': case 'blas': return 'function';
    case 'within': return 'within';
    case 'support': return treatment.operation === 'copyOthers' ? 'copy' : treatment.operation === 'fillOthers' ? 'fill' : 'mirror';
    case 'unknownTarget': return 'stop';
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

/** Whether a call of this kind, when active, becomes calls of derivative functions that may keep what they are given. */
export function isDifferentiated(treatment: CallTreatment): boolean { return treatment.kind === 'function' || treatment.kind === 'custom'; }

/** Whether the derivative is a function that is called, not made from the body. */
export function isByRule(treatment: CallTreatment): treatment is RuleTreatment { return treatment.kind === 'custom' || treatment.kind === 'blas'; }

export type RuleTreatment = Extract<CallTreatment, { kind: 'custom' | 'blas' }>;
