/** What the plan of a derivative says, arranged by function and source line. */
import { type Loop, type SourceLocation, functionLocation, metadataNode } from '../analysis/index.js';
import type { Activity, ArgumentActivity } from '../activity/index.js';
import { type Function, type Value, isCall } from '../ir/index.js';
import type { Field, Leaf, Need, NeedKind, Plan } from '../plan/index.js';
import { type Count, Counts } from './counts.js';
import { type Formula, constant, multiply, add } from './formula.js';
import { SourceNames, calleeName } from './names.js';
import { placeOfBlock, placeOfLoop, placeOfValue } from './places.js';
import { Reasons } from './reasons.js';

/** What is explained: a function, and how its gradient was planned. */
export interface Planned {
  readonly source: Function;
  readonly arguments: readonly ArgumentActivity[];
  readonly activity: Activity;
  readonly plan: Plan;
}

/** Something that is kept from the forward sweep for the reverse sweep. */
export interface Kept {
  readonly what: string;
  readonly why: string;
  readonly bytes: number;
  /** Whether so many bytes are kept once for each call of the function, or for each iteration of a loop. */
  readonly per: string;
  /** How often, in one call. */
  readonly count: Count;
  /** Lines whose reverse reads it. */
  readonly neededAt: readonly number[];
}

/** Something that the reverse sweep needs and computes again. */
export interface Recomputed { readonly what: string; readonly how: string; readonly neededAt: readonly number[] }

export interface LineExplanation {
  readonly file: string;
  readonly line: number;
  /** What carries a derivative there. */
  readonly active: readonly string[];
  readonly kept: readonly Kept[];
  readonly recomputed: readonly Recomputed[];
}

export interface ParameterExplanation { readonly name: string; readonly activity: string }

export interface Explanation {
  /** As the source has it. */
  readonly name: string;
  readonly location: SourceLocation | undefined;
  readonly parameters: readonly ParameterExplanation[];
  readonly lines: readonly LineExplanation[];
  /** Functions that it calls, which keep something for each of these calls. */
  readonly callees: readonly string[];
  /** The bytes kept in one call, and whether that is exact. */
  readonly total: Formula;
  readonly isExact: boolean;
}

/** Each function once: recursive ones are planned for several assumptions about memory, which may come to the same. */
export function explain(planned: readonly Planned[]): Explanation[] {
  const all = planned.map((each) => new Explainer(each).run());
  return all.filter((each, index) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(each)) === index);
}

class Lines {
  private readonly lines = new Map<string, { file: string; line: number; active: Set<string>; kept: Kept[]; recomputed: Map<string, Recomputed> }>();

  at({ file, line }: SourceLocation): { active: Set<string>; kept: Kept[]; recomputed: Map<string, Recomputed> } {
    const key = `${file}:${line}`;
    const known = this.lines.get(key);
    if (known) return known;
    const made = { file, line, active: new Set<string>(), kept: [], recomputed: new Map<string, Recomputed>() };
    this.lines.set(key, made);
    return made;
  }

  sorted(): LineExplanation[] {
    return [...this.lines.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line))
      .map(({ file, line, active, kept, recomputed }) => ({ file, line, active: [...active], kept, recomputed: [...recomputed.values()] }));
  }
}

class Explainer {
  private readonly names: SourceNames;
  private readonly counts: Counts;
  private readonly reasons: Reasons;
  private readonly lines = new Lines();
  private readonly neededAt = new Map<string, Set<number>>();
  private readonly identities = new Map<Value, number>();
  private readonly place: SourceLocation;

  constructor(private readonly planned: Planned) {
    const { fn } = planned.plan.skeleton;
    this.names = new SourceNames(fn);
    this.counts = new Counts(planned.plan.skeleton, this.names);
    this.reasons = new Reasons(planned.plan, this.names);
    this.place = functionLocation(fn) ?? { file: fn.name, line: 1, column: 1 };
  }

  run(): Explanation {
    const { source, plan } = this.planned;
    this.findActive();
    for (const need of this.needs()) this.visit(need);
    const fields = plan.skeleton.frames.flatMap((frame) => frame.fields);
    const roles = new Map<Field, { what: string; why: string; at: SourceLocation | undefined }>();
    this.nameStructure(roles);
    for (const field of fields) this.addField(field, roles.get(field));
    const kept = this.lines.sorted().flatMap((line) => line.kept);
    return {
      name: metadataNode(source.module, source.metadata.get('dbg'))?.string('name') ?? source.name,
      location: functionLocation(source), parameters: this.parameters(), lines: this.lines.sorted(),
      callees: [...new Set(fields.flatMap(({ label, value }) => (label === 'tape' && value ? calledName(value) : [])))],
      total: add(...kept.map(totalOf)), isExact: kept.every(({ count }) => count.isExact),
    };
  }

  private parameters(): ParameterExplanation[] {
    const { plan, arguments: args } = this.planned;
    return plan.skeleton.fn.args.map((arg, index) => ({ name: this.names.variableOf(arg) ?? `argument ${index + 1}`, activity: args[index] ?? 'constant' }));
  }

  private findActive(): void {
    const { activity, plan } = this.planned;
    for (const instruction of plan.skeleton.fn.instructions()) {
      const isActiveStore = instruction.kind === 'store' && activity.isActive(instruction.value);
      if (!isActiveStore && !activity.isActive(instruction)) continue;
      const name = isActiveStore ? `store to ${this.names.memoryBehind(instruction.address)}` : this.names.describe(instruction);
      this.lines.at(placeOfValue(instruction) ?? this.place).active.add(name);
    }
  }

  private *needs(): Iterable<Need> {
    const { plan } = this.planned;
    for (const block of plan.skeleton.liveBlocks) {
      for (const user of block.instructions) {
        for (const leaf of plan.context.needsOf(user)) yield { ...leaf, at: block, user };
      }
    }
  }

  /** Notes for whom a kept value is kept, and what is computed again. */
  private visit(need: Need): void {
    const { plan } = this.planned;
    const { kind, value, user } = need;
    const line = (user && placeOfValue(user))?.line;
    if (plan.fieldOf(kind, value)) {
      this.noteNeed(need, line);
      return;
    }
    for (const leaf of this.reasons.leavesOf(value)) if (plan.fieldOf('primal', leaf)) this.noteNeed({ kind: 'primal', value: leaf }, line);
    const how = kind === 'primal' ? this.reasons.forComputing(need) : undefined;
    if (how === undefined) return;
    const what = this.names.describe(value);
    const { recomputed } = this.lines.at(placeOfValue(value) ?? this.place);
    const before = recomputed.get(`${what} ${how}`)?.neededAt ?? [];
    recomputed.set(`${what} ${how}`, { what, how, neededAt: sorted([...before, ...(line === undefined ? [] : [line])]) });
  }

  private noteNeed(leaf: Leaf, line: number | undefined): void {
    const key = this.keyOf(leaf.kind, leaf.value);
    const lines = this.neededAt.get(key) ?? new Set<number>();
    if (line !== undefined) lines.add(line);
    this.neededAt.set(key, lines);
  }

  /** Which fields belong to the control flow, and what they say. */
  private nameStructure(roles: Map<Field, { what: string; why: string; at: SourceLocation | undefined }>): void {
    const { plan } = this.planned;
    for (const block of plan.skeleton.liveBlocks) {
      const arrival = plan.predecessorsOf(block);
      if (arrival?.kind === 'recorded') roles.set(arrival.field, { what: 'the way taken', why: 'no condition at hand in the reverse sweep tells it', at: placeOfBlock(block) });
      for (const store of block.instructions) {
        const field = store.kind === 'store' ? plan.undoFieldOf(store) : undefined;
        if (field && store.kind === 'store') roles.set(field, { what: `what the store to ${this.names.memoryBehind(store.address)} overwrites`, why: 'the reverse sweep puts it back, and loads from that memory again', at: placeOfValue(store) });
      }
    }
    for (const loop of plan.skeleton.loops.loops) this.nameTrips(loop, roles);
  }

  private nameTrips(loop: Loop, roles: Map<Field, { what: string; why: string; at: SourceLocation | undefined }>): void {
    const trips = this.planned.plan.tripsOf(loop);
    if (trips?.kind === 'recorded') roles.set(trips.field, { what: 'how often the loop runs', why: 'that is not computed from what is at hand in the reverse sweep', at: placeOfLoop(loop) });
  }

  private addField(field: Field, role: { what: string; why: string; at: SourceLocation | undefined } | undefined): void {
    const { value, frame, label } = field;
    const kind = needKinds.find((each) => each === label) ?? 'primal';
    const name = value ? this.names.describe(value) : label;
    this.lines.at(role?.at ?? (value && placeOfValue(value)) ?? this.place).kept.push({
      what: role?.what ?? (kind === 'shadow' ? `the shadow of ${name}` : kind === 'tape' ? `the tape of \`${value ? calledName(value) : name}\`` : name),
      why: role?.why ?? (value ? this.reasons.forKeeping({ kind, value }) : label),
      bytes: this.planned.plan.skeleton.fn.module.layout.allocSize(field.type), per: this.counts.unitOf(frame), count: this.counts.of(frame),
      neededAt: value && !role ? sorted([...this.neededAt.get(this.keyOf(kind, value)) ?? []]) : [],
    });
  }

  private keyOf(kind: NeedKind, value: Value): string {
    const id = this.identities.get(value) ?? this.identities.size;
    this.identities.set(value, id);
    return `${kind} ${id}`;
  }
}

function calledName(call: Value): string { return calleeName(isCall(call) ? call.calledFunction?.name : undefined); }

const needKinds: readonly NeedKind[] = ['primal', 'shadow', 'tape'];

/** The bytes in one call. */
export function totalOf({ bytes, count }: Kept): Formula { return count.factors.reduce(multiply, constant(bytes)); }

function sorted(lines: readonly number[]): number[] { return [...new Set(lines)].sort((a, b) => a - b); }

