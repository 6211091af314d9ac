/**
 * Which objects a link consists of: all that are named, and of archives the members that define what is missing. As
 * GNU ld goes about it, in the order of the command; then, for what is still missing, as lld does, whatever the order.
 */

export interface SymbolTable {
  readonly defined: ReadonlySet<string>;
  /** What the object needs; weak references do not pull members out of archives, and are not here. */
  readonly needed: ReadonlySet<string>;
}

export interface LinkObject { readonly symbols: SymbolTable }

/** What the linker meets one after the other. Archives of a group are gone through until none gives anything new. */
export type LinkStep<Item extends LinkObject> =
  | { readonly kind: 'object'; readonly object: Item }
  | { readonly kind: 'archives'; readonly archives: readonly (readonly Item[])[] };

/** In the order in which the linker takes them. `roots` are needed from the start: `main`, and what `-u` names. */
export function loadedObjects<Item extends LinkObject>(steps: readonly LinkStep<Item>[], roots: Iterable<string>): Item[] {
  const state = new LinkState<Item>(roots);
  for (const step of steps) {
    if (step.kind === 'object') state.load(step.object);
    else state.search(step.archives);
  }
  state.search(steps.flatMap((step) => (step.kind === 'archives' ? step.archives : [])));
  return [...state.loaded];
}

class LinkState<Item extends LinkObject> {
  readonly loaded = new Set<Item>();
  private readonly defined = new Set<string>();
  private readonly needed: Set<string>;

  constructor(roots: Iterable<string>) { this.needed = new Set(roots); }

  load(object: Item): void {
    if (this.loaded.has(object)) return;
    this.loaded.add(object);
    for (const name of object.symbols.defined) {
      this.defined.add(name);
      this.needed.delete(name);
    }
    for (const name of object.symbols.needed) if (!this.defined.has(name)) this.needed.add(name);
  }

  search(archives: readonly (readonly Item[])[]): void {
    for (let before = -1; before !== this.loaded.size;) {
      before = this.loaded.size;
      for (const members of archives) this.searchOne(members);
    }
  }

  private searchOne(members: readonly Item[]): void {
    const definers = new Map<string, Item>();
    for (const member of members) for (const name of member.symbols.defined) if (!definers.has(name)) definers.set(name, member);
    for (let isDone = false; !isDone;) {
      isDone = true;
      for (const name of [...this.needed]) {
        const member = this.needed.has(name) ? definers.get(name) : undefined;
        if (!member || this.loaded.has(member)) continue;
        this.load(member);
        isDone = false;
      }
    }
  }
}
