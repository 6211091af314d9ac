/**
 * LLVM's text of a module without what two texts of the same module may differ in: names of locals, order of declarations,
 * and the casts from `ptr` to `ptr` that LLVM 14 makes of casts between typed pointers, which our reader leaves out, with
 * the metadata that only they had.
 */
export function essence(text: string): string {
  const groups = new Map([...text.matchAll(/^attributes (#\d+) = (.*)$/gm)].map(([, name = '', words = '']) => [name, words]));
  const kept: string[] = [];
  const declarations: string[] = [];
  const nodes = new Map<string, string>();
  let body: string[] | undefined;
  for (const original of text.split('\n')) {
    if (original === '' || /^(; Function Attrs:|attributes #)/.test(original)) continue;
    // LLVM numbers attribute groups in the order of use, and puts intrinsics whose names it modernises behind the others.
    const line = withoutLostAttributes(original.replace(/#\d+/g, (name) => groups.get(name) ?? name));
    const node = /^(!\d+) = (.*)$/.exec(line);
    if (node) nodes.set(node[1] ?? '', node[2] ?? '');
    else if (line.startsWith('declare ')) declarations.push(line);
    else if (line.startsWith('define ')) body = [line];
    else if (body && line === '}') {
      kept.push(...withoutNames(withoutCasts(body)), line);
      body = undefined;
    } else if (body) body.push(line);
    else kept.push(/blockaddress/.test(line) ? withoutNames([line]).join() : line);
  }
  return withNumberedNodes([...kept, ...declarations.sort()], nodes).join('\n');
}

/** Numbers metadata nodes in the order in which the lines refer to them; nodes that nothing refers to go. */
function withNumberedNodes(lines: readonly string[], nodes: ReadonlyMap<string, string>): string[] {
  const order: string[] = [];
  const numbers = new Map<string, string>();
  const renumber = (line: string): string => line.replace(/"[^"]*"|!\d+\b/g, (name) => {
    if (!nodes.has(name)) return name;
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, `!${order.length}`);
    order.push(name);
    return `!${order.length - 1}`;
  });
  const renumbered = lines.map(renumber);
  // `order` grows while nodes refer to further ones.
  for (let at = 0; at < order.length; at++) renumbered.push(`!${at} = ${renumber(nodes.get(order[at] ?? '') ?? '')}`);
  return renumbered;
}

/** LLVM 14 drops the attributes of calls of these intrinsics when it modernises their names. */
function withoutLostAttributes(line: string): string {
  return / @llvm\.(masked|invariant)\./.test(line) ? line.replace(/\btail call/, 'call').replace(/ nonnull| \{ nounwind \}/g, '') : line;
}

const local = /"(?:[^"])*"|([@$#!][-\w.$]+)|%(?:"[^"]*"|[-\w.$]+)/g;

/** Casts of a pointer to the type it has are replaced by what they cast. */
function withoutCasts(lines: readonly string[]): string[] {
  const casts = new Map<string, string>();
  const kept = lines.filter((line) => {
    const cast = /^ {2}(%\S+) = bitcast ((?:<.*> )?ptr.*) (\S+) to \2(,|$)/.exec(line);
    if (cast) casts.set(cast[1] ?? '', cast[3] ?? '');
    return !cast;
  });
  if (casts.size === 0) return kept;
  const origin = (name: string): string => { const from = casts.get(name); return from === undefined ? name : origin(from); };
  return kept.map((line) => line.replace(local, origin));
}

/** Numbers names in the order in which they first occur, labels among them. Comments go. */
function withoutNames(lines: readonly string[]): string[] {
  const numbers = new Map<string, string>();
  const numbered = (name: string): string => {
    const known = numbers.get(name) ?? `%${numbers.size}`;
    numbers.set(name, known);
    return known;
  };
  return lines.map((line) => {
    const label = /^("[^"]*"|[-\w.$]+):/.exec(line);
    if (label) return `${numbered(`%${label[1] ?? ''}`)}:`;
    return line.replace(local, (name) => (name.startsWith('%') ? numbered(name) : name));
  });
}
