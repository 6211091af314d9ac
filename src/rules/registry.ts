/** The registry: which rule a callee has, by its name. */
import { type FunctionType, type Type, scalarType } from '../ir/index.js';
import { complexTable } from './complex.js';
import { type InactiveRule, inactiveRules } from './inactive.js';
import { binaryRules, exponentRow, exponentSumRow, identityRow, structIntrinsics } from './instructions.js';
import { mathRow } from './math.js';
import { type MemoryRule, memoryRules } from './memory.js';
import { type MirrorRule, isTextMethod, mirrorRules, textMethods } from './mirror.js';
import { type RefusedRule, refusedRules } from './refused.js';
import type { MathRow, Place } from './row.js';
import { complexSpellings, intrinsics, librarySpellings } from './spellings.js';
import { type WithinRule, withinRules } from './within.js';

/** A function of numbers: arguments beyond `row.roles` (rounding modes, source positions) take no part. */
export interface MathRule { readonly kind: 'math'; readonly name: string; readonly row: MathRow }
/** A conversion between floating-point formats: the derivative is converted the same way. */
export interface LinearCastRule { readonly kind: 'cast'; readonly opcode: 'fpext' | 'fptrunc' }
/** `llvm.vector.reduce.fadd(start, v)`: start plus the sum of the lanes. Both operands have derivative 1 per lane. */
export interface SumRule { readonly kind: 'sum' }

export type Rule = MathRule | InactiveRule | MemoryRule | MirrorRule | WithinRule | RefusedRule | LinearCastRule | SumRule;

/** Before the name of a complex function: a helper of derivative code that calls it with the parts as numbers of their own. */
export const complexHelperPrefix = '__ribozyme_complex.';

/**
 * The rule for a function that has no body in the module, by its name as linked (mangled). `undefined`: nothing is known.
 * With its type, a function of other arguments than the mathematical one of that name (`double gamma(int, char *)`) is
 * not known. One that has such a name and a body is not meant either: differentiate the body.
 */
export function findRule(calleeName: string, type?: FunctionType): Rule | undefined {
  const rule = lookUp(calleeName);
  return rule?.kind === 'math' && type && !fits(rule.row, type) ? undefined : rule;
}

/** The rule for a function whether it has a body or not: few have one, for their bodies are no better known. */
export function ruleOverBody(name: string): Rule | undefined { return isTextMethod(name) ? lookUp(name) : undefined; }

function lookUp(calleeName: string): Rule | undefined {
  const known = tables();
  if (calleeName.startsWith(complexHelperPrefix)) return known.exact.get(calleeName.slice(complexHelperPrefix.length));
  const name = calleeName.startsWith('\x01') ? calleeName.slice(1).replace(/^_/, '') : calleeName;
  if (name.startsWith('llvm.')) return intrinsicRule(name, known);
  return known.exact.get(name) ?? known.prefixes.find(([prefix]) => name.startsWith(prefix))?.[1];
}

/** Whether the parameters are what the row's roles say, of floats, integers or pointers, and the result; further ones are allowed. */
function fits(row: MathRow, { parameters, result }: FunctionType): boolean {
  return row.roles.every((role, i) => {
    const parameter = parameters[i];
    return parameter !== undefined && scalarType(parameter).kind === role;
  }) && row.outputs.every(({ place }) => placeFits(place, result));
}

function placeFits(place: Place, result: Type): boolean {
  switch (place.kind) {
    case 'result': return scalarType(result).kind === 'float';
    // Parts behind a pointer would need a derivative there: not yet.
    case 'field': return result.kind === 'struct';
    case 'pointer': return true;
  }
}

interface Tables { readonly exact: ReadonlyMap<string, Rule>; readonly prefixes: readonly (readonly [string, Rule])[] }

/** Built at the first look-up, then only read. */
const tables = once((): Tables => {
  const inactive = inactiveRules();
  const refused = refusedRules();
  const exact = new Map<string, Rule>([...refused.exact, ...inactive.exact, ...memoryRules(), ...mirrorRules(), ...withinRules()]);
  for (const [spelled, name] of librarySpellings()) exact.set(spelled, { kind: 'math', name, row: mathRow(name) });
  for (const [spelled, name] of complexSpellings()) exact.set(spelled, { kind: 'math', name, row: complexTable[name] });
  for (const [name, rule] of intrinsicRules()) exact.set(name, rule);
  // The longest prefix wins: `llvm.x86.` refuses what no exact entry allows.
  const helpers: [string, Rule][] = [
    ['__ribozyme_with_exponent.', { kind: 'math', name: 'with_exponent', row: exponentRow }],
    ['__ribozyme_add_to_exponent.', { kind: 'math', name: 'add_to_exponent', row: exponentSumRow }],
  ];
  const prefixes: (readonly [string, Rule])[] = [...helpers, ...inactive.prefixes, ...refused.prefixes, ...textMethods()].sort(([a], [b]) => b.length - a.length);
  return { exact, prefixes };
});

/** An intrinsic's name ends in the types it is overloaded on: take them off until an entry fits. */
function intrinsicRule(name: string, { exact, prefixes }: Tables): Rule | undefined {
  for (let at = name; at.length > 'llvm.'.length; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const rule = exact.get(at);
    if (rule) return rule;
  }
  return prefixes.find(([prefix]) => name.startsWith(prefix))?.[1];
}

function intrinsicRules(): [string, Rule][] {
  const rules: [string, Rule][] = [];
  for (const [intrinsic, name] of Object.entries(intrinsics)) {
    const rule: Rule = { kind: 'math', name, row: mathRow(name) };
    rules.push([`llvm.${intrinsic}`, rule], [`llvm.experimental.constrained.${intrinsic}`, rule]);
  }
  for (const [name, row] of Object.entries(binaryRules)) {
    if (row !== 'inactive') rules.push([`llvm.experimental.constrained.${name}`, { kind: 'math', name, row }]);
  }
  for (const [name, row] of Object.entries(structIntrinsics)) rules.push([`llvm.${name}`, { kind: 'math', name: `llvm.${name}`, row }]);
  for (const name of ['canonicalize', 'arithmetic.fence']) {
    rules.push([`llvm.${name}`, { kind: 'math', name: `llvm.${name}`, row: identityRow }]);
  }
  for (const opcode of ['fpext', 'fptrunc'] as const) rules.push([`llvm.experimental.constrained.${opcode}`, { kind: 'cast', opcode }]);
  rules.push(['llvm.fptrunc.round', { kind: 'cast', opcode: 'fptrunc' }]);
  for (const name of ['llvm.vector.reduce.fadd', 'llvm.experimental.vector.reduce.v2.fadd']) rules.push([name, { kind: 'sum' }]);
  return rules;
}

/** The names of all exact entries, for tests and documentation. */
export function ruleNames(): readonly string[] { return [...tables().exact.keys()]; }

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
