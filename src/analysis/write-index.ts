/**
 * The writes of a function, grouped by the objects and the type they go to, so that the many loads of a function need
 * not be compared with its many stores one by one. Blocks that never return (an error is thrown) do not count.
 */
import type { Instruction, LoadInstruction, Value } from '../ir/index.js';
import type { MemoryAnalysis } from './memory.js';
import { remember } from './remember.js';
import { accessTag, tagsMayAlias } from './tbaa.js';
import { type MemoryRange, type Write, endsAllocas } from './writes.js';

export class WriteIndex {
  private readonly groups = new Map<string, WriteGroup>();
  private readonly numbers = new Map<Value, number>();
  /** For each class of loads, the groups that may touch the same objects. */
  private readonly touching = new Map<string, WriteGroup[]>();
  private readonly positions = new Map<Instruction, number>();

  constructor(private readonly memory: MemoryAnalysis) {
    for (const block of memory.cfg.reversePostOrder) {
      if (!memory.order.mayReturn(block)) continue;
      block.instructions.forEach((instruction, position) => {
        this.positions.set(instruction, position);
        for (const write of memory.writesOf(instruction)) this.add(write);
      });
    }
    for (const group of this.groups.values()) group.sort((write) => this.moment(write.instruction));
  }

  /** Some write that may happen after the load and change what it read. */
  overwriteAfter(load: LoadInstruction): Instruction | undefined {
    const range = this.memory.rangeOf(load);
    if (!range) return undefined;
    const classOfLoad = `${this.keyOf(range.pointer)} ${load.metadata.get('tbaa') ?? ''}`;
    const groups = remember(this.touching, classOfLoad, () => [...this.groups.values()].filter((group) => group.touches(load, this.memory)));
    for (const group of groups) {
      const found = group.findAfter(this.moment(load), range, this.memory, (write) => this.mayFollow(load, write.instruction));
      if (found) return found.instruction;
    }
    return undefined;
  }

  private add(write: Write): void {
    const { range, instruction } = write;
    const key = range ? `${this.keyOf(range.pointer)} ${instruction.metadata.get('tbaa') ?? ''} ${write.tag ? 'typed' : ''}`
      : endsAllocas(instruction) ? 'allocas' : 'anything';
    remember(this.groups, key, () => new WriteGroup(write)).add(write, range && this.memory.stableAddress(range.pointer));
  }

  /** Pointers with the same key point into the same objects. */
  private keyOf(pointer: Value): string {
    return [...this.memory.underlyingObjects(pointer)].map((object) => remember(this.numbers, object, () => this.numbers.size))
      .sort((a, b) => a - b).join();
  }

  /** What has a lower moment never happens after what has a higher one. Instructions of one cycle have the same. */
  private moment(instruction: Instruction): number {
    const { order, cfg } = this.memory;
    const block = instruction.block ?? cfg.entry;
    return order.rank(block) * 2 ** 32 + (order.isInCycle(block) ? 0 : this.positions.get(instruction) ?? 0);
  }

  private mayFollow(first: Instruction, later: Instruction): boolean {
    if (!first.block || !later.block) return true;
    return first.block === later.block && !this.memory.order.isInCycle(first.block)
      ? this.moment(later) > this.moment(first) : this.memory.order.mayFollow(first.block, later.block);
  }
}

interface Placed { readonly offset: bigint; readonly size: number; readonly write: Write; moment: number }

/** Writes at constant distances from one stable root: by address, and the latest first. */
class PlacedWrites {
  readonly byAddress: Placed[] = [];
  latestFirst: readonly Placed[] = [];
  largest = 0;

  add(placed: Placed): void {
    this.byAddress.push(placed);
    this.largest = Math.max(this.largest, placed.size);
  }

  sort(moment: (write: Write) => number): void {
    for (const each of this.byAddress) each.moment = moment(each.write);
    this.latestFirst = [...this.byAddress].sort((a, b) => b.moment - a.moment);
    this.byAddress.sort((a, b) => (a.offset === b.offset ? b.moment - a.moment : a.offset < b.offset ? -1 : 1));
  }

  /** The entries that overlap the bytes. */
  *overlapping(start: bigint, size: number): Generator<Placed> {
    const end = start + BigInt(size);
    let [low, high] = [0, this.byAddress.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.byAddress[middle]?.offset ?? start) <= start - BigInt(this.largest)) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < this.byAddress.length; i++) {
      const entry = this.byAddress[i];
      if (!entry || entry.offset >= end) return;
      if (entry.offset + BigInt(entry.size) > start) yield entry;
    }
  }
}

/** Writes to the same objects with the same type, or those of calls that may write whatever they can reach. */
class WriteGroup {
  private readonly elsewhere: { write: Write; moment: number }[] = [];
  private readonly placed = new Map<Value, PlacedWrites>();

  constructor(private readonly example: Write) {}

  add(write: Write, address: { root: Value; offset: bigint } | undefined): void {
    const size = write.range?.size;
    if (!address || size === undefined) this.elsewhere.push({ write, moment: 0 });
    else remember(this.placed, address.root, () => new PlacedWrites()).add({ offset: address.offset, size, write, moment: 0 });
  }

  sort(moment: (write: Write) => number): void {
    for (const each of this.elsewhere) each.moment = moment(each.write);
    this.elsewhere.sort((a, b) => b.moment - a.moment);
    for (const list of this.placed.values()) list.sort(moment);
  }

  /** By objects and type alone. */
  touches(load: LoadInstruction, memory: MemoryAnalysis): boolean {
    const { range, tag, instruction } = this.example;
    if (!range) return memory.isWithinReach(instruction, load.address);
    return tagsMayAlias(tag, accessTag(load)) && memory.mayShareObjects(range.pointer, load.address);
  }

  /** Within the same objects, only constant distances from one root tell a write and a read apart. */
  findAfter(moment: number, read: MemoryRange, memory: MemoryAnalysis, isAfter: (write: Write) => boolean): Write | undefined {
    const latest = (list: readonly { write: Write; moment: number }[]): Write | undefined => {
      for (const each of list) {
        if (each.moment < moment) return undefined;
        if (isAfter(each.write)) return each.write;
      }
      return undefined;
    };
    const found = latest(this.elsewhere);
    if (found) return found;
    const at = memory.stableAddress(read.pointer);
    for (const [root, list] of this.placed) {
      if (!at || at.root !== root || read.size === undefined) {
        const other = latest(list.latestFirst);
        if (other) return other;
      } else {
        for (const entry of list.overlapping(at.offset, read.size)) if (isAfter(entry.write)) return entry.write;
      }
    }
    return undefined;
  }
}
