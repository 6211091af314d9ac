/**
 * Where the C calling conventions put variable arguments, and what a `va_list` holds when it is started.
 *
 * x86-64: System V Application Binary Interface, AMD64 supplement, 3.5.7.
 */
import { type Module, type Type, attributeName } from '../ir/index.js';
import { attributeType } from '../text/index.js';

/** An argument as it is passed: a value, or the memory of that type behind a pointer. */
export interface PassedArgument { readonly type: Type; readonly attributes: readonly string[] }

export interface Placed { readonly index: number; readonly offset: number; readonly type: Type; readonly isCopy: boolean }

/** Memory that holds arguments. */
export interface ArgumentArea { readonly size: number; readonly items: readonly Placed[] }

/** What is in a `va_list`: numbers of 32 bits, and addresses in the areas. */
export type ListField = { readonly offset: number } & ({ readonly value: number } | { readonly area: number; readonly at: number });

export interface VariableArguments { readonly areas: readonly ArgumentArea[]; readonly list: readonly ListField[] }

/** A calling convention: bytes of a `va_list`; the variable arguments, which begin at `fixed`, or undefined for a type that is not handled. */
export interface ArgumentConvention {
  readonly listSize: number;
  place(args: readonly PassedArgument[], fixed: number, module: Module): VariableArguments | undefined;
}

/** Undefined for targets whose convention is not written down here. */
export function argumentConvention({ targetTriple }: Module): ArgumentConvention | undefined {
  return /^(x86_64|amd64)-/.test(targetTriple) && !/windows|uefi|x32|ilp32/.test(targetTriple) ? { listSize: 24, place: placeSystemV } : undefined;
}

const alignmentOfAreas = 16;
const generalRegisters = 6;
const vectorRegisters = 8;
const firstVectorSlot = 8 * generalRegisters;
const saveAreaSize = firstVectorSlot + 16 * vectorRegisters;

/** What fits goes to registers, which the callee saves in one area; the rest lies on the stack, all arguments in order. */
function placeSystemV(args: readonly PassedArgument[], fixed: number, module: Module): VariableArguments | undefined {
  const saved: Placed[] = [];
  const stack: Placed[] = [];
  let general = 0, vector = 0, end = 0;
  let start = { general, vector, end };
  for (const [index, arg] of args.entries()) {
    if (index === fixed) start = { general, vector, end };
    const { type, attributes } = arg;
    const place = systemVPlace(arg, module);
    if (!place || hasOwnRegister(attributes)) return undefined;
    if (place.kind === 'general' && general + place.count <= generalRegisters) {
      saved.push({ index, offset: 8 * general, type, isCopy: false });
      general += place.count;
    } else if (place.kind === 'vector' && vector < vectorRegisters) {
      saved.push({ index, offset: firstVectorSlot + 16 * vector, type, isCopy: false });
      vector++;
    } else if (place.onStack) {
      const { size, alignment } = place.onStack;
      const offset = roundUp(end, alignment);
      stack.push({ index, offset, type: place.copied ?? type, isCopy: place.copied !== undefined });
      end = roundUp(offset + size, 8);
    } else return undefined;
  }
  if (args.length === fixed) start = { general, vector, end };
  const variable = (items: Placed[]): Placed[] => items.filter(({ index }) => index >= fixed);
  return {
    areas: [{ size: saveAreaSize, items: variable(saved) }, { size: Math.max(end, 8), items: variable(stack) }],
    list: [
      { offset: 0, value: 8 * start.general }, { offset: 4, value: firstVectorSlot + 16 * start.vector },
      { offset: 8, area: 1, at: start.end }, { offset: 16, area: 0, at: 0 },
    ],
  };
}

interface SystemVPlace {
  readonly kind: 'general' | 'vector' | 'memory';
  readonly count: number;
  /** Undefined for what is never passed on the stack like this. */
  readonly onStack: { readonly size: number; readonly alignment: number } | undefined;
  /** The type of a struct that is passed by value in memory. */
  readonly copied?: Type;
}

function systemVPlace({ type, attributes }: PassedArgument, module: Module): SystemVPlace | undefined {
  const copied = attributeType(module, attributes, 'byval');
  if (copied) {
    const alignment = Math.max(8, alignmentIn(attributes));
    return alignment > alignmentOfAreas ? undefined : { kind: 'memory', count: 0, onStack: { size: module.layout.allocSize(copied), alignment }, copied };
  }
  const word = { size: 8, alignment: 8 };
  const wide = { size: 16, alignment: 16 };
  switch (type.kind) {
    case 'pointer': return { kind: 'general', count: 1, onStack: word };
    case 'integer':
      if (type.bits === 32 || type.bits === 64) return { kind: 'general', count: 1, onStack: word };
      return type.bits === 128 ? { kind: 'general', count: 2, onStack: undefined } : undefined;
    case 'float':
      if (type.format === 'x86_fp80') return { kind: 'memory', count: 0, onStack: wide };
      return type.format === 'ppc_fp128' ? undefined : { kind: 'vector', count: 1, onStack: type.format === 'fp128' ? wide : word };
    case 'vector': {
      const size = type.scalable ? 0 : module.layout.storeSize(type);
      if (size === 16) return { kind: 'vector', count: 1, onStack: wide };
      return size === 8 && type.element.kind === 'float' ? { kind: 'vector', count: 1, onStack: undefined } : undefined;
    }
    default: return undefined;
  }
}

/** Attributes that say where an argument is passed. */
function hasOwnRegister(attributes: readonly string[]): boolean {
  return attributes.some((word) => /^(inreg|nest|inalloca|preallocated|swiftself|swifterror|swiftasync)$/.test(attributeName(word)));
}

function alignmentIn(attributes: readonly string[]): number {
  const word = attributes.find((each) => attributeName(each) === 'align');
  return Number(/\d+/.exec(word ?? '')?.[0] ?? 1);
}

function roundUp(value: number, by: number): number { return Math.ceil(value / by) * by; }
