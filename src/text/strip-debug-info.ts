/**
 * Debug info out of printed text: for users who did not ask for it, when we did. On text and not on the module, because
 * bodies that nobody touched exist only as text, and should stay so.
 */

/** Attachments at the end of an instruction, global or function header: `, !dbg !12, !tbaa !5`. */
const trailingAttachments = /(?:,? ![a-zA-Z_][\w.]* !(?:\d+|\{[^"{}]*\}|DIArgList\([^"()]*\)))+(?= \{$|$)/;
const debugAttachment = /,? !(?:dbg|DIAssignID|heapallocsite) !(?:\d+|\{[^"{}]*\})/g;
const debugStatement = /^\s+(?:#dbg_|(?:(?:tail|notail|musttail) )?call void @llvm\.dbg\.)/;
const debugDeclaration = /^declare void @llvm\.dbg\./;
const metadataNode = /^!(\d+) = (?:distinct )?(.*)$/;
const debugNode = /^!(?:DI[A-Z]|GenericDINode)/;
const debugFlag = /"(?:Debug Info Version|Dwarf Version|DWARF64|CodeView)"/;

/** `text` without debug records, attachments, compile units, and metadata that only they used. */
export function stripDebugInfo(text: string): string {
  const lines = text.split('\n');
  const nodes = new Map<number, string>();
  for (const line of lines) {
    const [, number, body] = metadataNode.exec(line) ?? [];
    if (number !== undefined && body !== undefined) nodes.set(Number(number), body);
  }
  const kept = lines.flatMap((line) => {
    if (debugStatement.test(line) || debugDeclaration.test(line) || line.startsWith('!llvm.dbg.cu = ')) return [];
    if (line.startsWith('!')) return [withoutDebugReferences(line, nodes)];
    if (line.startsWith('declare !')) return [line.replace(/^declare (?:![\w.]+ !\d+ )+/, (all) => all.replace(/!dbg !\d+ /, ''))];
    return [line.includes(' !') ? line.replace(trailingAttachments, (all) => all.replace(debugAttachment, '')) : line];
  });
  return dropUnused(kept).join('\n');
}

/** Module flags about debug info, and the source locations among the hints of a loop, leave the nodes that list them. */
function withoutDebugReferences(line: string, nodes: ReadonlyMap<number, string>): string {
  const [, head, list] = /^(![\w.]+ = (?:distinct )?!)\{(.*)\}$/.exec(line) ?? [];
  if (head === undefined || list === undefined || !/^(?:!\d+(?:, )?)*$/.test(list)) return line;
  const kept = list.split(', ').filter((reference) => !isDebug(nodes.get(Number(reference.slice(1)))));
  return `${head}{${kept.join(', ')}}`;
}

function isDebug(node: string | undefined): boolean {
  return node !== undefined && (debugNode.test(node) || (node.startsWith('!{') && debugFlag.test(node)));
}

/** Drops numbered metadata that nothing leads to any more. */
function dropUnused(lines: readonly string[]): string[] {
  const references = new Map<number, number[]>();
  const reached = new Set<number>();
  const queue: number[] = [];
  const reach = (number: number): void => {
    if (reached.has(number)) return;
    reached.add(number);
    queue.push(number);
  };
  for (const line of lines) {
    const [, number, body] = metadataNode.exec(line) ?? [];
    const found = line.includes('!') ? [...(body ?? line).replace(/"[^"]*"/g, '').matchAll(/!(\d+)\b/g)].map((match) => Number(match[1])) : [];
    if (number === undefined) found.forEach(reach);
    else references.set(Number(number), found);
  }
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) references.get(next)?.forEach(reach);
  return lines.filter((line) => {
    const number = metadataNode.exec(line)?.[1];
    return number === undefined || reached.has(Number(number));
  });
}
