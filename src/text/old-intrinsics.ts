/**
 * Intrinsics that had another name or other arguments before LLVM 14. What became of them is known to every version that we
 * print for, and to the rules; what changed later is read in both forms, and LLVM upgrades it where it is printed.
 *
 * To add one: a row. LangRef of the version that had it says what it meant; the release notes say what replaced it.
 */
import { ConstantFloat, type Type, type Value, scalarType } from '../ir/index.js';
import { floatBitsOf } from './floats.js';

export interface OldIntrinsic {
  readonly old: RegExp;
  /** The new name; `$1` is what the first group matched. */
  readonly name: string;
  /** How many arguments it had, where the name does not tell the old one. */
  readonly arguments?: number;
  /** An argument that is now the attribute `align` of others. */
  readonly alignment?: { readonly argument: number; readonly of: readonly number[] };
  /** What the first argument stands for where reassociation is allowed: there it was ignored. */
  readonly neutralStart?: string;
}

const reduction = '^llvm\\.experimental\\.vector\\.reduce\\.';
const vector = '((?:nx)?v\\d+\\w+)$';

const oldIntrinsics: readonly OldIntrinsic[] = [
  // LLVM 7 and 8: the type of the result (and of the start) in the name.
  { old: new RegExp(`${reduction}fadd\\.(?:\\w+\\.)*${vector}`), name: 'llvm.vector.reduce.fadd.$1', neutralStart: '-0.0' },
  { old: new RegExp(`${reduction}fmul\\.(?:\\w+\\.)*${vector}`), name: 'llvm.vector.reduce.fmul.$1', neutralStart: '1.0' },
  // LLVM 9 to 11.
  { old: new RegExp(`${reduction}v2\\.(fadd|fmul)\\.\\w+\\.${vector}`), name: 'llvm.vector.reduce.$1.$2' },
  { old: new RegExp(`${reduction}(add|mul|and|or|xor|[su](?:min|max)|fmin|fmax)\\.(?:\\w+\\.)?${vector}`), name: 'llvm.vector.reduce.$1.$2' },
  // Up to LLVM 7.
  { old: /^llvm\.x86\.sse\.sqrt\.ps$/, name: 'llvm.sqrt.v4f32' },
  { old: /^llvm\.x86\.sse2\.sqrt\.pd$/, name: 'llvm.sqrt.v2f64' },
  { old: /^llvm\.x86\.avx\.sqrt\.ps\.256$/, name: 'llvm.sqrt.v8f32' },
  { old: /^llvm\.x86\.avx\.sqrt\.pd\.256$/, name: 'llvm.sqrt.v4f64' },
  { old: /^llvm\.x86\.fma\.vfmadd\.ps$/, name: 'llvm.fma.v4f32' },
  { old: /^llvm\.x86\.fma\.vfmadd\.pd$/, name: 'llvm.fma.v2f64' },
  { old: /^llvm\.x86\.fma\.vfmadd\.ps\.256$/, name: 'llvm.fma.v8f32' },
  { old: /^llvm\.x86\.fma\.vfmadd\.pd\.256$/, name: 'llvm.fma.v4f64' },
  // Up to LLVM 6.
  { old: /^llvm\.(memcpy|memmove)\.(.*)$/, name: 'llvm.$1.$2', arguments: 5, alignment: { argument: 3, of: [0, 1] } },
  { old: /^llvm\.memset\.(.*)$/, name: 'llvm.memset.$1', arguments: 5, alignment: { argument: 3, of: [0] } },
];

/** What a function of this name was, if it is an old intrinsic. */
export function oldIntrinsic(name: string, argumentCount: number): OldIntrinsic | undefined {
  if (!name.startsWith('llvm.')) return undefined;
  return oldIntrinsics.find((row) => (row.arguments ?? argumentCount) === argumentCount && row.old.test(name));
}

export function newName(intrinsic: OldIntrinsic, name: string): string { return name.replace(intrinsic.old, intrinsic.name); }

/** What belongs to the arguments that are still there: their types, attributes, values. */
export function keptArguments<T>({ alignment }: OldIntrinsic, list: readonly T[]): T[] {
  return list.filter((_, index) => index !== alignment?.argument);
}

interface Arguments { readonly args: Value[]; readonly attributes: string[][]; readonly pointees: (Type | undefined)[] }

/** The arguments of a call as they are now. `flags` are those of the call. */
export function newArguments(intrinsic: OldIntrinsic, { args, attributes, pointees }: Arguments, flags: readonly string[]): Arguments {
  const { alignment, neutralStart } = intrinsic;
  const [start] = args;
  if (neutralStart !== undefined && start && flags.some((flag) => flag === 'reassoc' || flag === 'fast')) {
    return { args: [neutral(start, neutralStart), ...args.slice(1)], attributes, pointees };
  }
  if (!alignment) return { args, attributes, pointees };
  const value = args[alignment.argument];
  const words = value?.kind === 'int' && value.value > 1n ? [`align ${value.value}`] : [];
  const aligned = attributes.map((list, index) => (alignment.of.includes(index) ? [...list, ...words] : list));
  return { args: keptArguments(intrinsic, args), attributes: keptArguments(intrinsic, aligned), pointees: keptArguments(intrinsic, pointees) };
}

function neutral(start: Value, literal: string): Value {
  const type = scalarType(start.type);
  const bits = type.kind === 'float' ? floatBitsOf(literal, type.format) : undefined;
  return type.kind === 'float' && bits !== undefined ? new ConstantFloat(type, bits) : start;
}
