/**
 * Lanes: how many directions of differentiation run beside one primal. Sweeps are written for one lane, the current one;
 * what they make once for every lane they wrap in `each`. With one lane it is always the current one.
 */
import { ArrayType, type Builder, type Type, type Value, poison } from '../ir/index.js';

export class Lanes {
  private at: number | undefined;

  constructor(readonly count: number) { this.at = count === 1 ? 0 : undefined; }

  /** @throws Error outside of `each`, if there are several lanes: code for one of them alone would lose the others. */
  get current(): number {
    if (this.at === undefined) throw new Error('several lanes, and none is the current one');
    return this.at;
  }

  each(emit: () => void): void { this.map(emit); }

  in<T>(lane: number, make: () => T): T {
    const before = this.at;
    this.at = lane;
    const made = make();
    this.at = before;
    return made;
  }

  map<T>(make: () => T): T[] {
    return Array.from({ length: this.count }, (_, lane) => this.in(lane, make));
  }
}

/** A map that each lane has for itself. */
export class LaneMap<Key, Item> {
  private readonly maps: readonly Map<Key, Item>[];

  constructor(private readonly lanes: Lanes) { this.maps = Array.from({ length: lanes.count }, () => new Map<Key, Item>()); }

  get(key: Key): Item | undefined { return this.maps[this.lanes.current]?.get(key); }
  set(key: Key, item: Item): void { this.maps[this.lanes.current]?.set(key, item); }
  clear(): void { for (const map of this.maps) map.clear(); }
}

/** The type of a value that every lane has, as one value. */
export function packedType(type: Type, lanes: number): Type { return lanes === 1 ? type : new ArrayType(type, lanes); }

/** The values of all lanes as one. */
export function pack(build: Builder, values: readonly Value[]): Value {
  const [first] = values;
  if (!first) throw new Error('no lanes');
  if (values.length === 1) return first;
  return values.reduce((all, value, lane) => build.insertValue(all, value, [lane]), poison(packedType(first.type, values.length)) as Value);
}

/** One lane of a packed value. */
export function unpack(build: Builder, packed: Value, lanes: Lanes): Value {
  return lanes.count === 1 ? packed : build.extractValue(packed, [lanes.current]);
}
