/**
 * What a request reaches: each function once for each activity of its arguments, with what these point to in terms of the differentiated
 * function. For what only all of them together can tell.
 */
import { type Activity, type ArgumentActivity, isStream } from '../activity/index.js';
import { type AnyCall, type Argument, type Function, type GlobalVariable, type LoadInstruction, type Value, isCall } from '../ir/index.js';
import { isInactiveGlobal } from '../rules/index.js';
import { type TypeInfo, isNumber } from '../types/index.js';
import { treatmentOf } from './calls.js';

/** A function that is reached, with the activity of its arguments. */
export interface Reached {
  readonly activity: Activity;
  readonly types: TypeInfo;
  argumentsOf(call: AnyCall): readonly ArgumentActivity[];
}

/**
 * An argument of the differentiated function, a global, memory whose address was itself found in memory, an exception, or local memory, which
 * has a shadow if something active is written into it. An argument that is never but null leads to no place.
 */
export type Place = Argument | GlobalVariable | 'loaded' | 'thrown' | 'local';

export interface Context {
  readonly source: Function;
  readonly reached: Reached;
  readonly places: Set<Place>[];
  /** The arguments behind which a caller knows of numbers: at the very place where they point to, or somewhere. */
  readonly numbered: Map<number, Numbered>;
  /** Those behind which a caller declares integers. */
  readonly integers: Set<number>;
}

export type Numbered = 'there' | 'somewhere';

export type Reach = (source: Function, args: readonly ArgumentActivity[]) => Reached;

/** Whether what a call calls is reached. */
export type Follows = (call: AnyCall, caller: Reached) => boolean;

/** The functions reached, once for each activity of their arguments, and where those arguments point to. */
export class Contexts {
  /** What addresses in memory may point to. */
  readonly escaping = new Set<Place>();
  private readonly contexts = new Map<string, Context>();
  private readonly work: Context[] = [];

  constructor(root: Function, args: readonly ArgumentActivity[], private readonly reach: Reach,
    private readonly follows: Follows) {
    this.enter(root, args, (fn) => fn.args.map((arg) => new Set<Place>([arg])), [], []);
    for (let context = this.work.pop(); context; context = this.work.pop()) this.follow(context);
  }

  get all(): Context[] { return [...this.contexts.values()]; }

  private enter(source: Function, args: readonly ArgumentActivity[], placesOf: (fn: Function) => Set<Place>[], numbered: readonly (readonly [number, Numbered])[], integers: readonly number[]): void {
    const key = `${source.name};${args.join(',')}`;
    const known = this.contexts.get(key);
    const reached = known?.reached ?? this.reach(source, args);
    const context = known ?? { source, reached, places: reached.activity.fn.args.map(() => new Set<Place>()), numbered: new Map<number, Numbered>(), integers: new Set<number>() };
    const more = numbered.filter(([index, where]) => context.numbered.get(index) !== 'there' && context.numbered.get(index) !== where);
    const declared = integers.filter((index) => !context.integers.has(index));
    let hasGrown = !known || more.length > 0 || declared.length > 0;
    for (const [index, where] of more) context.numbered.set(index, where);
    for (const index of declared) context.integers.add(index);
    placesOf(reached.activity.fn).forEach((places, i) => {
      for (const place of places) {
        if (context.places[i]?.has(place)) continue;
        context.places[i]?.add(place);
        hasGrown = true;
      }
    });
    this.contexts.set(key, context);
    if (hasGrown) this.work.push(context);
  }

  private follow(context: Context): void {
    for (const instruction of context.reached.activity.fn.instructions()) {
      if (instruction.kind === 'store' && instruction.value.type.kind === 'pointer') {
        for (const place of placesOf(instruction.value, context)) this.escaping.add(place);
      }
      if (!isCall(instruction) || !this.follows(instruction, context.reached)) continue;
      const treatment = treatmentOf(instruction);
      if (treatment.kind !== 'function') continue;
      this.enter(treatment.fn, context.reached.argumentsOf(instruction), () => instruction.args.map((arg) => placesOf(arg, context)),
        instruction.args.flatMap((arg, index) => { const where = numbersBehind(arg, context); return where ? [[index, where] as const] : []; }),
        instruction.args.flatMap((arg, index) => (isOverIntegers(arg, undefined, context) ? [index] : [])));
    }
  }
}

/** Where there are numbers behind a pointer, as far as the function or its callers know. */
function numbersBehind(pointer: Value, { reached: { activity, types }, numbered }: Context): Numbered | undefined {
  if (pointer.type.kind !== 'pointer') return undefined;
  const numbers = types.memoryLayout(pointer).fields.filter(isNumber);
  if (numbers.length > 0) return numbers.some(({ offset }) => offset === 0) ? 'there' : 'somewhere';
  const known = [...activity.rootsOf(pointer)].map((root) => (root.kind === 'argument' ? numbered.get(root.index) : undefined));
  return known.find((where) => where === 'there') ?? known.find((where) => where !== undefined);
}

/** Whether integers are declared at the address, in so many bytes or all there are, and not in a union: by the function, or, where it says nothing, by a caller. */
export function isOverIntegers(address: Value, size: number | undefined, { reached: { activity, types }, integers }: Context): boolean {
  if (address.type.kind !== 'pointer') return false;
  const declared = types.declaration(address, size);
  if (declared !== 'none') return declared === 'integers';
  return [...activity.rootsOf(address)].some((root) => root.kind === 'argument' && integers.has(root.index));
}

/** What the address may be based on, in terms of the differentiated function. */
export function placesOf(address: Value, { reached, places }: Context): Set<Place> {
  if (address.type.kind !== 'pointer') return new Set();
  return new Set([...reached.activity.rootsOf(address)].flatMap((root): Place[] => {
    switch (root.kind) {
      case 'argument': return [...places[root.index] ?? []];
      // What goes through memory declared inactive is meant to be lost.
      case 'global': return [root.isConstant || isInactiveGlobal(root) ? 'local' : root];
      case 'word': return [];
      case 'alloca': return [isStream(root.allocatedType) ? 'loaded' : 'local'];
      case 'load': return isFromNowhere(root, reached.activity, places) ? [] : ['loaded'];
      default: return [!isCall(root) ? 'loaded' : treatmentOf(root).kind === 'memory' ? 'local' : isOfException(root) ? 'thrown' : 'loaded'];
    }
  }));
}

/** Whether it is loaded behind an argument that is null here, as what a function does not need for what it is asked to do. */
function isFromNowhere({ address }: LoadInstruction, activity: Activity, places: Context['places']): boolean {
  return [...activity.rootsOf(address)].every((root) => root.kind === 'word' || (root.kind === 'argument' && places[root.index]?.size === 0));
}

/** Whether the call returns the address of an exception, or of what one has within it. */
function isOfException(call: AnyCall): boolean {
  return ['__cxa_allocate_exception', '__cxa_begin_catch', '__cxa_get_exception_ptr'].includes(call.calledFunction?.name ?? '');
}
