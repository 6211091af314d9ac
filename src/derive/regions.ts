/**
 * Tells LLVM that the memory of the program, its shadows and the tape do not overlap, by scopes on loads and stores
 * (`!alias.scope`, `!noalias`), so that it can keep values in registers and use vector instructions in both sweeps.
 *
 * Invariant: an access through a pointer that may turn out to be its own shadow is in no region.
 * https://llvm.org/docs/LangRef.html#noalias-and-alias-scope-metadata
 */
import type { Instruction, Module } from '../ir/index.js';

export type Region = 'primal' | 'shadow' | 'tape';
const regions: readonly Region[] = ['primal', 'shadow', 'tape'];

export class Regions {
  private scopes: ReadonlyMap<Region, string> | undefined;
  private readonly lists = new Map<string, string>();

  constructor(private readonly module: Module) {}

  /** Says where the access goes, beside what is said already, and that it is of the same type as `like`. */
  mark<T extends Instruction>(access: T, region: Region, like?: Instruction): T {
    const type = like?.metadata.get('tbaa');
    if (type !== undefined) access.metadata.set('tbaa', type);
    const scopes = (this.scopes ??= this.makeScopes());
    const named = (wanted: readonly Region[]): string[] => wanted.flatMap((each) => scopes.get(each) ?? []);
    this.extend(access, 'alias.scope', named([region]));
    this.extend(access, 'noalias', named(regions.filter((each) => each !== region)));
    return access;
  }

  private extend(access: Instruction, kind: string, scopes: readonly string[]): void {
    const had = this.elements(access.metadata.get(kind));
    access.metadata.set(kind, this.list([...new Set([...had, ...scopes])]));
  }

  private elements(list: string | undefined): string[] {
    const text = list === undefined ? undefined : /^!\d+$/.test(list) ? this.module.metadata.get(Number(list.slice(1))) : list;
    return text === undefined ? [] : /^!\{(.*)\}$/.exec(text)?.[1]?.split(',').map((each) => each.trim()).filter((each) => each !== '') ?? [];
  }

  private list(scopes: readonly string[]): string {
    const text = `!{${scopes.join(', ')}}`;
    const known = this.lists.get(text);
    if (known !== undefined) return known;
    const name = this.add(() => text);
    this.lists.set(text, name);
    return name;
  }

  private makeScopes(): Map<Region, string> {
    const domain = this.add((self) => `distinct !{${self}, !"ribozyme"}`);
    return new Map(regions.map((region) => [region, this.add((self) => `distinct !{${self}, ${domain}, !"${region}"}`)]));
  }

  private add(text: (self: string) => string): string {
    const number = [...this.module.metadata.keys()].reduce((largest, each) => Math.max(largest, each), -1) + 1;
    this.module.metadata.set(number, text(`!${number}`));
    return `!${number}`;
  }
}
