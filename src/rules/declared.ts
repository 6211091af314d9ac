/**
 * What a program declares about the derivatives of its own functions, in the form that this has in IR: attributes and
 * metadata of the function, or of a call. Registrations and annotations of a source language are brought into that form
 * first (`entry/registrations.ts`), so that there is one place to look.
 */
import { type AnyCall, type Function, type GlobalVariable, attributeName } from '../ir/index.js';
import type { CustomRule } from './custom.js';
import type { InactiveRule } from './inactive.js';
import type { MemoryRule } from './memory.js';
import { type Rule, findRule } from './registry.js';

/** Metadata of a function; each names another one: `!{ptr @augmented}`. */
export const ruleMetadata = {
  augmented: 'enzyme_augment', gradient: 'enzyme_gradient', tangent: 'enzyme_derivative',
  splitAugmented: 'enzyme_split_augment', splitTangent: 'enzyme_split_derivative',
} as const;

/** String attributes of functions. */
export const declaredAttributes = {
  inactive: 'enzyme_inactive', math: 'enzyme_math', shouldRecompute: 'enzyme_shouldrecompute', noFree: 'enzyme_nofree',
  /** The index of the size argument. */
  allocator: 'enzyme_allocator',
  /** Of an allocator: which of its arguments the deallocator takes, in order; -1 is the block. */
  deallocatorArguments: 'enzyme_deallocator',
  /** Of an allocator: the name of the deallocator. */
  deallocator: 'enzyme_deallocator_fcn',
  /** Of a deallocator: the index of the argument that is the block. */
  frees: 'enzyme_frees',
} as const;

export type DeclaredRule = CustomRule | Exclude<Rule, { kind: 'unsupported' }>;

const inactiveRule: InactiveRule = { kind: 'inactive', why: 'declared inactive', writes: [], noReturn: false };

/** The rule that the program declares for the function: it wins over its body and over what its name would mean. */
export function declaredRule(fn: Function): DeclaredRule | undefined {
  const known = rules.get(fn);
  if (known) return known === 'none' ? undefined : known;
  const rule = readRule(fn);
  rules.set(fn, rule ?? 'none');
  return rule;
}

/** Rules do not change once somebody has asked. */
const rules = new WeakMap<Function, DeclaredRule | 'none'>();

/** What is declared for this one call, whatever other calls of the function do. */
export function declaredAtCall(call: AnyCall): DeclaredRule | undefined {
  if (call.metadata.has(declaredAttributes.inactive)) return inactiveRule;
  const module = call.block?.parent.module;
  const words = module?.expandAttributes(call.functionAttributes) ?? call.functionAttributes;
  return declaredValue(words, declaredAttributes.inactive) === undefined ? undefined : inactiveRule;
}

export function isInactiveGlobal(global: GlobalVariable): boolean {
  return declaredValue(global.module.expandAttributes(global.attributes), declaredAttributes.inactive) !== undefined;
}

/** Whether the function asks that its result is computed again rather than kept. */
export function isRecomputed(fn: Function): boolean { return valueOf(fn, declaredAttributes.shouldRecompute) !== undefined; }

/** The value of `"name"="value"`; empty for `"name"`. */
export function declaredValue(words: readonly string[], name: string): string | undefined {
  const word = words.find((each) => attributeName(each) === `"${name}"`);
  return word === undefined ? undefined : /="(.*)"$/s.exec(word)?.[1] ?? '';
}

/** The global that metadata such as `!{ptr @f}` names. */
export function namedInMetadata(text: string | undefined, module: Function['module']): string | undefined {
  const number = /^!(\d+)$/.exec(text ?? '')?.[1];
  const node = number === undefined ? text : module.metadata.get(Number(number));
  const [, quoted, plain] = /@(?:"([^"]*)"|([-\w.$]+))\s*\}\s*$/.exec(node ?? '') ?? [];
  return quoted ?? plain;
}

function readRule(fn: Function): DeclaredRule | undefined {
  const custom = readCustom(fn);
  if (custom) return custom;
  if (fn.attributes.length === 0) return undefined;
  if (valueOf(fn, declaredAttributes.inactive) !== undefined) return inactiveRule;
  const name = valueOf(fn, declaredAttributes.math);
  const rule = name === undefined ? undefined : findRule(name, fn.functionType);
  if (rule && rule.kind !== 'unsupported') return rule;
  return readAllocator(fn) ?? readDeallocator(fn);
}

function readCustom(fn: Function): CustomRule | undefined {
  const functions = Object.entries(ruleMetadata).flatMap(([role, key]) => {
    const name = namedInMetadata(fn.metadata.get(key), fn.module);
    const target = name === undefined ? undefined : fn.module.functions.get(name);
    return target ? [[role, target] as const] : [];
  });
  return functions.length === 0 ? undefined : { kind: 'custom', fn, ...Object.fromEntries(functions) };
}

function readAllocator(fn: Function): MemoryRule | undefined {
  const size = valueOf(fn, declaredAttributes.allocator);
  if (size === undefined) return undefined;
  return {
    kind: 'memory', operation: 'allocate', name: fn.name, size: [size === '' ? 0 : Number(size)], contents: 'undefined', address: 'returned',
    deallocator: valueOf(fn, declaredAttributes.deallocator) ?? 'free', mayReturnNull: false,
  };
}

function readDeallocator(fn: Function): MemoryRule | undefined {
  const block = valueOf(fn, declaredAttributes.frees);
  return block === undefined ? undefined : { kind: 'memory', operation: 'free', name: fn.name, block: Number(block), mayBeNull: false, declared: fn };
}

function valueOf(fn: Function, name: string): string | undefined { return declaredValue(fn.module.expandAttributes(fn.attributes), name); }
