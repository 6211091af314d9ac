/** The `memory(...)` attribute in the words of versions that lack it, or lack some of its places. */

type Access = 'none' | 'read' | 'write' | 'readwrite';

/** Access by place; `other` is every place that is not named. */
export type MemoryEffects = ReadonlyMap<string, Access>;

/** Places younger than the attribute itself, by the version that brought them. */
const placeSince: Readonly<Record<string, number>> = { errnomem: 21, target_mem0: 22, target_mem1: 22 };

/** `memory(read, argmem: readwrite)` as a map. */
export function memoryEffects(word: string): MemoryEffects {
  const effects = new Map<string, Access>();
  for (const part of word.slice('memory('.length, -1).split(',')) {
    const [first = '', second] = part.split(':').map((text) => text.trim());
    effects.set(second === undefined ? 'other' : first, accessOf(second ?? first));
  }
  return effects;
}

/** What LLVM up to 15 said, as strong as its words can. */
export function memoryWords(effects: MemoryEffects): readonly string[] {
  const touched = [...effects].filter(([, access]) => access !== 'none');
  if (touched.length === 0) return ['readnone'];
  const isReadOnly = touched.every(([, access]) => access === 'read');
  const isWriteOnly = touched.every(([, access]) => access === 'write');
  const access = isReadOnly ? ['readonly'] : isWriteOnly ? ['writeonly'] : [];
  const places = touched.map(([place]) => place);
  if (!places.every((place) => place === 'argmem' || place === 'inaccessiblemem')) return access;
  if (places.length === 2) return [...access, 'inaccessiblemem_or_argmemonly'];
  return [...access, places[0] === 'argmem' ? 'argmemonly' : 'inaccessiblememonly'];
}

/** The attribute with places that the version does not know counted among the others. */
export function olderMemory(word: string, llvm: number): string {
  const effects = new Map(memoryEffects(word));
  const unknown = [...effects].filter(([place]) => (placeSince[place] ?? 0) > llvm);
  if (unknown.length === 0) return word;
  let other = effects.get('other') ?? 'none';
  for (const [place, access] of unknown) {
    effects.delete(place);
    other = union(other, access);
  }
  // The places that are not named have what the others have: that may grow now, so it is named for those that matter.
  const before = effects.get('other') ?? 'none';
  effects.delete('other');
  for (const place of ['argmem', 'inaccessiblemem']) if (!effects.has(place)) effects.set(place, before);
  const named = [...effects].filter(([, access]) => access !== other).map(([place, access]) => `${place}: ${access}`);
  return `memory(${[...(other === 'none' && named.length > 0 ? [] : [other]), ...named].join(', ')})`;
}

function accessOf(text: string): Access {
  return text === 'none' || text === 'read' || text === 'write' ? text : 'readwrite';
}

function union(a: Access, b: Access): Access {
  if (a === b || b === 'none') return a;
  return a === 'none' ? b : 'readwrite';
}
