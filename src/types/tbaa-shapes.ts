/**
 * What `!tbaa` and `!tbaa.struct` say about bytes: the names of clang's scalar types, and the members of the struct that
 * an access goes through. Names of other front ends, and `omnipotent char`, say nothing.
 */
import { type AccessTag, type MetadataNode, metadataNode, parseAccessTag, typeName } from '../analysis/index.js';
import type { Instruction, Module } from '../ir/index.js';
import type { Shapes } from './algebra.js';
import { HiddenAddresses } from './hidden-addresses.js';
import { type DataKind, type Run, orInteger, shiftRuns } from './runs.js';
import type { Shape } from './shape.js';

const nestingLimit = 16;

export class TbaaShapes {
  private readonly types = new Map<MetadataNode, readonly Run[]>();
  private readonly addresses: HiddenAddresses;

  constructor(private readonly module: Module, private readonly shapes: Shapes) { this.addresses = new HiddenAddresses(module); }

  /** The memory at the address of a load or store of `size` bytes. */
  atAccess(instruction: Instruction, size: number): Shape {
    const text = instruction.metadata.get('tbaa');
    const tag = text === undefined ? undefined : parseAccessTag(text, this.module);
    if (!tag) return this.shapes.empty;
    const own = this.scalarRun(tag.access);
    const runs = own && own.size * own.count === size ? [own] : [];
    if (own && this.isAddress(tag, own)) runs.push(orInteger(this.shapes.scalarRun('pointer')));
    if (tag.base !== tag.access) runs.push(...shiftRuns(this.typeRuns(tag.base, 0), -tag.offset));
    return this.shapes.of(runs);
  }

  /**
   * The integer that an access to a member of a struct moves. It holds whatever else is known of the memory: where a list
   * ends in a sentinel, its length lies where nodes hold their value. (An access without a struct may be a float's bits.)
   */
  integerMember(instruction: Instruction, size: number): Shape | undefined {
    const text = instruction.metadata.get('tbaa');
    const tag = text === undefined ? undefined : parseAccessTag(text, this.module);
    const own = tag && tag.base !== tag.access ? this.scalarRun(tag.access) : undefined;
    if (tag && own && this.isAddress(tag, own)) return undefined;
    return own?.kind === 'integer' && own.size * own.count === size ? this.shapes.of([own]) : undefined;
  }

  private isAddress(tag: AccessTag, { kind, size, count }: Run): boolean {
    return kind === 'integer' && size * count === this.module.layout.pointerSize() && this.addresses.isIn(tag);
  }

  /** The integer that an access moves by its own type, not as the member of a struct. */
  plainInteger(instruction: Instruction, size: number): Shape | undefined {
    const text = instruction.metadata.get('tbaa');
    const tag = text === undefined ? undefined : parseAccessTag(text, this.module);
    const own = tag && tag.base === tag.access ? this.scalarRun(tag.access) : undefined;
    return own?.kind === 'integer' && own.size * own.count === size ? this.shapes.of([own]) : undefined;
  }

  /** The items of one type of which a copy made from a loop consists. */
  itemOfCopy(instruction: Instruction): Run | undefined {
    const text = instruction.metadata.get('tbaa');
    const tag = text === undefined ? undefined : parseAccessTag(text, this.module);
    const item = tag && tag.base === tag.access ? this.scalarRun(tag.access) : undefined;
    return item?.offset === 0 ? item : undefined;
  }

  private itemsOfCopy(instruction: Instruction, length: number | undefined): Shape {
    const item = this.itemOfCopy(instruction);
    if (!item || length === undefined || length % (item.size * item.count) !== 0) return this.shapes.empty;
    return this.shapes.of([{ ...item, count: length / item.size }]);
  }

  /**
   * The memory on both sides of a copy: with `!tbaa.struct`, triples of offset, size and access tag; with `!tbaa`, as on a
   * copy made from a loop, items of one type.
   */
  atCopy(instruction: Instruction, length: number | undefined): Shape {
    return this.shapes.of(this.membersOfCopy(instruction)?.runs ?? this.itemsOfCopy(instruction, length).runs);
  }

  /** The scalars that `!tbaa.struct` lists, and whether it says of each what it is; what it leaves out is padding. */
  membersOfCopy(instruction: Instruction): { readonly runs: readonly Run[]; readonly isComplete: boolean } | undefined {
    const text = instruction.metadata.get('tbaa.struct');
    const list = text === undefined ? undefined : metadataNode(this.module, text);
    if (!list) return undefined;
    const runs: Run[] = [];
    let isComplete = true;
    for (let i = 0; i + 2 < list.operands.length; i += 3) {
      const offset = list.integer(i);
      const size = list.integer(i + 1);
      const tag = parseAccessTag(list.text(i + 2) ?? '', this.module);
      const scalar = tag && this.scalarRun(tag.access);
      const each = scalar ? scalar.size * scalar.count : 0;
      if (offset !== undefined && size !== undefined && scalar && size % each === 0) runs.push({ ...scalar, offset, count: scalar.count * (size / each) });
      else isComplete = false;
    }
    return { runs, isComplete };
  }

  private scalarRun(type: MetadataNode): Run | undefined {
    const name = typeName(type);
    if (name === undefined) return undefined;
    const pointer = /^p(\d+) (.*)$/.exec(name);
    if (pointer) return this.pointerRun(Number(pointer[1]), pointer[2] ?? '');
    if (name === 'any pointer' || name === 'vtable pointer') return this.shapes.scalarRun('pointer');
    return this.namedScalar(name);
  }

  /** `p2 double`: a pointer to pointers to doubles. */
  private pointerRun(depth: number, target: string): Run {
    const scalar = this.namedScalar(target);
    let pointee = scalar ? this.shapes.repeating([scalar], scalar.size * scalar.count) : this.shapes.empty;
    for (let i = 1; i < depth; i++) {
      const run = this.shapes.scalarRun('pointer', undefined, pointee);
      pointee = this.shapes.repeating([run], run.size);
    }
    return this.shapes.scalarRun('pointer', undefined, pointee);
  }

  private namedScalar(name: string): Run | undefined {
    if (name === 'long') return this.shapes.scalarRun('integer', longSize(this.module));
    const row = scalarNames.get(name);
    return row && this.shapes.scalarRun(row.kind, row.size);
  }

  private typeRuns(type: MetadataNode, depth: number): readonly Run[] {
    const known = this.types.get(type);
    if (known) return known;
    const scalar = this.scalarRun(type);
    const runs: Run[] = scalar ? [scalar] : [];
    this.types.set(type, runs);
    // A scalar of another name has its parent as the only "member": for clang that is `omnipotent char`.
    if (!scalar && depth < nestingLimit && type.node(0) === undefined) {
      for (let i = 1; i < type.operands.length; i += 2) {
        const member = type.node(i);
        const offset = type.integer(i + 1);
        if (member && offset !== undefined) runs.push(...shiftRuns(this.typeRuns(member, depth + 1), offset));
      }
    }
    return runs;
  }
}

const scalarNames: ReadonlyMap<string, { readonly kind: DataKind; readonly size: number }> = new Map([
  ['double', { kind: 'double', size: 8 }],
  ['float', { kind: 'float', size: 4 }],
  ['_Float16', { kind: 'half', size: 2 }],
  ['__fp16', { kind: 'half', size: 2 }],
  ['__bf16', { kind: 'bfloat', size: 2 }],
  ['__float128', { kind: 'fp128', size: 16 }],
  ['short', { kind: 'integer', size: 2 }],
  ['int', { kind: 'integer', size: 4 }],
  ['long long', { kind: 'integer', size: 8 }],
  ['__int128', { kind: 'integer', size: 16 }],
  ['bool', { kind: 'integer', size: 1 }],
  ['_Bool', { kind: 'integer', size: 1 }],
  ['char16_t', { kind: 'integer', size: 2 }],
  ['char32_t', { kind: 'integer', size: 4 }],
] as const);

/** `long` is 4 bytes on Windows and on 32-bit targets. */
function longSize(module: Module): number {
  return module.layout.pointerSize() === 4 || module.targetTriple.includes('windows') ? 4 : 8;
}
