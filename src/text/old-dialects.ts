/** What texts with typed pointers leave to the pointer's type, and later ones say with an attribute. */
import { type Type, type Value, attributeName } from '../ir/index.js';

/** Intrinsics that need `elementtype` on an argument, by the prefix of their names. */
const needElementType: readonly (readonly [prefix: string, argument: number])[] = [
  ['llvm.preserve.array.access.index', 0], ['llvm.preserve.struct.access.index', 0], ['llvm.experimental.gc.statepoint', 2],
  ...['ldrex', 'ldaex'].map((name) => [`llvm.arm.${name}`, 0] as const),
  ...['strex', 'stlex'].map((name) => [`llvm.arm.${name}`, 1] as const),
  ...['ldxr', 'ldaxr'].map((name) => [`llvm.aarch64.${name}`, 0] as const),
  ...['stxr', 'stlxr'].map((name) => [`llvm.aarch64.${name}`, 1] as const),
];

/** Adds `elementtype` where a call needs it. `pointees` are those of the arguments, where the text had typed pointers. */
export function completePointeeAttributes(callee: Value, attributes: readonly string[][], pointees: readonly (Type | undefined)[]): void {
  if (pointees.every((pointee) => pointee === undefined)) return;
  for (const index of argumentsWithElementType(callee)) {
    const words = attributes[index];
    const pointee = pointees[index];
    if (words && pointee && !words.some((word) => attributeName(word) === 'elementtype')) words.push(`elementtype(${pointee.text})`);
  }
}

function argumentsWithElementType(callee: Value): number[] {
  if (callee.kind === 'asm') return indirectArguments(callee.constraints);
  if (callee.kind !== 'function' || !callee.name.startsWith('llvm.')) return [];
  // The paired forms (`ldxp`) take i8 pointers and need nothing.
  const found = needElementType.find(([prefix]) => callee.name === prefix || callee.name.startsWith(`${prefix}.`));
  return found ? [found[1]] : [];
}

/** The arguments of inline assembly that are addresses: `=*m`, `*m`. Direct outputs and clobbers take no argument. */
function indirectArguments(constraints: string): number[] {
  const indirect: number[] = [];
  let argument = 0;
  for (const constraint of constraints.split(',')) {
    const isIndirect = /^[=+&%]*\*/.test(constraint);
    if (constraint.startsWith('~') || (constraint.startsWith('=') && !isIndirect)) continue;
    if (isIndirect) indirect.push(argument);
    argument++;
  }
  return indirect;
}
