/** A seeded source of choices (mulberry32): the same seed gives the same program on every machine. */
export class Random {
  private state: number;
  constructor(seed: number) { this.state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0; }

  /** In [0, 1). */
  unit(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** An integer from 0 to n - 1. */
  below(n: number): number { return Math.floor(this.unit() * n); }

  chance(probability: number): boolean { return this.unit() < probability; }

  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new Error('nothing to pick from');
    return items[this.below(items.length)]!;
  }

  /** One of the keys, as often as its weight says; weights of 0 are never chosen. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    const keys = Object.keys(weights) as K[];
    let left = this.unit() * keys.reduce((sum, key) => sum + weights[key], 0);
    for (const key of keys) if ((left -= weights[key]) < 0) return key;
    return keys.findLast((key) => weights[key] > 0)!;
  }

  /** A number of two decimals in [-1.2, 1.2] that is not near zero. */
  coefficient(): number {
    const magnitude = (20 + this.below(100)) / 100;
    return this.chance(0.5) ? magnitude : -magnitude;
  }
}
