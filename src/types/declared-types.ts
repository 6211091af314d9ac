/**
 * Types that a front end states in full: `"enzyme_type"="{[-1]:Pointer, [-1,0]:Float@double}"` on parameters and results, and
 * the same as a tree in `!enzyme_type` metadata of an instruction: `!{!"Unknown", i32 -1, !{!"Pointer", i32 0, !{...}}}`.
 * A path is a list of offsets: in the value, then in the memory that is pointed to there, and so on; -1 is every offset.
 */
import { type MetadataNode, metadataNode } from '../analysis/index.js';
import { type FloatKind, type Module, attributeName, floatBits } from '../ir/index.js';
import type { Shapes } from './algebra.js';
import { type DataKind, type Run, shiftRuns } from './runs.js';
import type { Shape } from './shape.js';

interface Tree { kind: DataKind | undefined; readonly parts: Map<number, Tree> }

/** Undefined if nothing of this kind is stated. */
export function typeInAttributes(words: readonly string[], shapes: Shapes): Shape | undefined {
  const word = words.find((each) => attributeName(each) === '"enzyme_type"');
  if (word === undefined) return undefined;
  const root: Tree = { kind: undefined, parts: new Map() };
  for (const [, path = '', kind = ''] of word.matchAll(/\[([-\d,\s]*)\]\s*:\s*([\w@]+)/g)) {
    let at = root;
    for (const offset of path.split(',').map((text) => text.trim()).filter(Boolean).map(Number)) {
      const next = at.parts.get(offset) ?? { kind: undefined, parts: new Map<number, Tree>() };
      at.parts.set(offset, next);
      at = next;
    }
    if (at !== root) at.kind = kindNamed(kind);
  }
  return shapeOf(root, shapes);
}

export function typeInMetadata(text: string | undefined, module: Module, shapes: Shapes): Shape | undefined {
  const node = metadataNode(module, text);
  return node && shapeOf(treeOf(node, new Set()), shapes);
}

function treeOf(node: MetadataNode, seen: ReadonlySet<MetadataNode>): Tree {
  const parts = new Map<number, Tree>();
  const inside = new Set([...seen, node]);
  for (let i = 1; i + 1 < node.operands.length; i += 2) {
    const offset = node.integer(i);
    const part = node.node(i + 1);
    if (offset !== undefined && part && !inside.has(part)) parts.set(offset, treeOf(part, inside));
  }
  return { kind: kindNamed(node.string(0) ?? ''), parts };
}

function kindNamed(name: string): DataKind | undefined {
  if (name === 'Integer') return 'integer';
  if (name === 'Pointer') return 'pointer';
  const float = /^Float@(\w+)$/.exec(name)?.[1];
  return float !== undefined && float in floatBits ? float as FloatKind : undefined;
}

/** The bytes that the parts of the tree describe. */
function shapeOf({ parts }: Tree, shapes: Shapes): Shape {
  return shapes.joinAll([...parts].map(([offset, part]) => {
    if (part.kind === undefined) return shapes.empty;
    const run: Run = shapes.scalarRun(part.kind, undefined, shapeOf(part, shapes));
    return offset < 0 ? shapes.repeating([run], run.size) : shapes.of(shiftRuns([run], offset));
  }));
}
