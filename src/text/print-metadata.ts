/** Metadata nodes for older versions: debug info without the fields that they do not know. */
import { latest } from './dialect.js';

/** Fields of debug info nodes younger than LLVM 14, by the version that brought them. */
const fieldSince: readonly (readonly [field: string, since: number])[] = [
  ['targetFuncName', 16], ['ptrAuthKey', 19], ['ptrAuthIsAddressDiscriminated', 19], ['ptrAuthExtraDiscriminator', 19],
  ['ptrAuthIsaPointer', 19], ['ptrAuthAuthenticatesNullValues', 19], ['specification', 20], ['num_extra_inhabitants', 20],
  ['atomGroup', 21], ['atomRank', 21], ['keyInstructions', 21], ['bitStride', 21], ['enumKind', 21], ['isArtificial', 21],
  ['coroSuspendIdx', 21], ['dataSize', 22],
];

/** Weights that come from `__builtin_expect` say so since LLVM 19. */
const expectedWeights = '!{!"branch_weights", !"expected", ';

/** A node as text that the version reads. */
export function metadataFor(node: string, llvm: number): string {
  if (llvm >= latest) return node;
  // The behaviour `min` of module flags came with LLVM 15; before, the same flags were merged by `max`.
  if (llvm < 15 && node.startsWith('!{i32 8, !"')) return `!{i32 7${node.slice('!{i32 8'.length)}`;
  if (llvm < 19 && node.startsWith(expectedWeights)) return `!{!"branch_weights", ${node.slice(expectedWeights.length)}`;
  if (llvm < 16 && node === 'distinct !DIAssignID()') return 'distinct !{}';
  return /^(?:distinct )?!DI[A-Z]/.test(node) ? withoutNewFields(node, llvm) : node;
}

function withoutNewFields(node: string, llvm: number): string {
  let text = node;
  for (const [field, since] of fieldSince) {
    if (llvm >= since || !text.includes(`${field}: `)) continue;
    text = text.replace(new RegExp(`("[^"]*")|, ${field}: [^,()"]+|\\b${field}: [^,()"]+(?:, )?`, 'g'), (_, string: string | undefined) => string ?? '');
  }
  // Labels had only a line before they had a column.
  if (llvm < 21 && text.startsWith('!DILabel(')) text = text.replace(/, column: \d+/, '');
  // Up to LLVM 14 every global variable had a name.
  if (llvm < 16 && text.includes('!DIGlobalVariable(') && !text.includes('name: ')) text = text.replace('(', '(name: "<unnamed>", ');
  return text;
}
