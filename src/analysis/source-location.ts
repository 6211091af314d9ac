/** Where in the user's files an instruction comes from, by its `!dbg` attachment. */
import { type Function, type Instruction } from '../ir/index.js';
import { type MetadataNode, metadataNode } from './metadata.js';

/** As `diagnostics` has it: lines and columns count from 1. */
export interface SourceLocation { readonly file: string; readonly line: number; readonly column: number }

/** The place in the function that was inlined, if it was: the innermost of `inlinedLocations`. */
export function sourceLocation(instruction: Instruction): SourceLocation | undefined {
  return inlinedLocations(instruction)[0];
}

/** The place, then the call that brought it here by inlining, and so on outwards. Compiler-made code has line 0: none. */
export function inlinedLocations(instruction: Instruction): SourceLocation[] {
  const module = instruction.block?.parent.module;
  const locations: SourceLocation[] = [];
  if (!module) return locations;
  const seen = new Set<MetadataNode>();
  for (let at = metadataNode(module, instruction.metadata.get('dbg')); at && !seen.has(at); at = at.node('inlinedAt')) {
    seen.add(at);
    const file = fileOfScope(at.node('scope'));
    const line = at.integer('line') ?? 0;
    if (file !== undefined && line > 0) locations.push({ file, line, column: Math.max(1, at.integer('column') ?? 1) });
  }
  return locations;
}

/** The debug information of the function in which the instruction was written, which may have been inlined since. */
export function writtenIn(instruction: Instruction): MetadataNode | undefined {
  const module = instruction.block?.parent.module;
  const seen = new Set<MetadataNode>();
  let at = module && metadataNode(module, instruction.metadata.get('dbg'))?.node('scope');
  for (; at && !seen.has(at) && at.name !== 'DISubprogram'; at = at.node('scope')) seen.add(at);
  return at?.name === 'DISubprogram' ? at : undefined;
}

/** The line of the function's definition. */
export function functionLocation(fn: Function): SourceLocation | undefined {
  const subprogram = metadataNode(fn.module, fn.metadata.get('dbg'));
  const file = fileOfScope(subprogram);
  const line = subprogram?.integer('line') ?? 0;
  return file !== undefined && line > 0 ? { file, line, column: 1 } : undefined;
}

function fileOfScope(scope: MetadataNode | undefined): string | undefined {
  const seen = new Set<MetadataNode>();
  for (let at = scope; at && !seen.has(at); at = at.node('scope')) {
    seen.add(at);
    const file = at.name === 'DIFile' ? at : at.node('file');
    const name = file?.string('filename');
    if (file && name !== undefined) return inDirectory(file.string('directory') ?? '', name);
  }
  return undefined;
}

function inDirectory(directory: string, name: string): string {
  const isAbsolute = name.startsWith('/') || name.startsWith('\\') || /^[A-Za-z]:/.test(name);
  return isAbsolute || directory === '' ? name : `${directory.replace(/[/\\]$/, '')}/${name}`;
}
