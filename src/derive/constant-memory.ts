/**
 * An active value stored where memory has no shadow has no adjoint, and a pointer to active memory is taken for one to
 * constant memory when it is read from there. That is what was asked for if nobody reads it back; if
 * the differentiated code does, its derivative would silently lose that part. So the stores and the reads of such memory
 * are collected over all functions of a request, with what their addresses are based on at its root. Where only the run tells
 * whether the memory has a shadow, derivative code looks, and ends the program rather than lose something.
 */
import { type Activity, type ArgumentActivity, type MemoryAccess, contentsOf, isStream } from '../activity/index.js';
import { functionLocation, sourceLocation } from '../analysis/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { type AnyCall, type Argument, type Function, type GlobalVariable, type Instruction, type Value, isCall } from '../ir/index.js';
import type { TypeInfo } from '../types/index.js';
import { isInactiveGlobal } from '../rules/index.js';
import { treatmentOf } from './calls.js';
import { refuse } from './refuse.js';

/** A function that is reached, with the activity of its arguments. */
export interface Reached {
  readonly activity: Activity;
  readonly types: TypeInfo;
  argumentsOf(call: AnyCall): readonly ArgumentActivity[];
}

/** An argument of the differentiated function, a global, memory whose address was itself found in memory, or an exception. */
type Place = Argument | GlobalVariable | 'loaded' | 'thrown';

interface Context { readonly source: Function; readonly reached: Reached; readonly places: Set<Place>[] }

type Reach = (source: Function, args: readonly ArgumentActivity[]) => Reached;

/** Stores of which derivative code must see that they go to memory with a shadow, by the address that they go to. */
export type DoubtfulStores = ReadonlyMap<Instruction, Value>;

/**
 * The stores that may be lost, as the program runs, though their values may be read.
 * @throws Diagnostic at a store that is lost though its value may be read.
 */
export function checkConstantMemory(root: Function, args: readonly ArgumentActivity[], reach: Reach): DoubtfulStores {
  const differentiated = new Contexts(root, args, reach, (call, { activity }) => activity.isActiveCall(call));
  if ([...differentiated.collect(({ activity }) => activity.lostStores), ...differentiated.collect(({ activity }) => activity.doubtfulStores)].length === 0) return new Map();
  const contexts = new Contexts(root, args, reach, () => true);
  const reads = contexts.collect(readsOf);
  const placesRead = (of: MemoryAccess['of']): ReadonlySet<Place> => new Set(reads.filter((read) => read.of === of).flatMap((read) => [...read.places]));
  const read = { numbers: placesRead('numbers'), pointers: placesRead('pointers') };
  const isRead = (store: Access): boolean => [...store.places].some((place) => [...read[store.of]].some((other) => mayMeet(place, other, contexts.escaping)));
  for (const store of contexts.collect(({ activity }) => activity.lostStores)) if (isRead(store)) throw lost(store);
  return new Map(contexts.collect(({ activity }) => activity.doubtfulStores).filter(isRead).map((store) => [store.instruction, store.address]));
}

/** What the program says before it ends at such a store. */
export function lostAtRunTime(store: Instruction): string {
  const at = sourceLocation(store);
  return `ribozyme: an active value is stored in memory declared constant, and may be read back${at ? `, at ${at.file}:${at.line}` : ''}; `
    + 'pass that memory with a shadow (enzyme_dup, or enzyme_dupnoneed for scratch memory)';
}

/** How much a copy stores: it may be nothing. */
export function copiedLength(store: Instruction): Value | undefined {
  const treatment = isCall(store) ? treatmentOf(store) : undefined;
  const isCopy = treatment?.kind === 'memory' && (treatment.operation === 'copy' || treatment.operation === 'move');
  return isCopy && isCall(store) ? store.args[treatment.length] : undefined;
}

function lost({ instruction, source, of }: Access): Diagnostic {
  const what = of === 'numbers' ? 'an active value' : 'a pointer to active memory';
  return refuse('constantMemory', { what }, instruction).within({ function: source.name, location: functionLocation(source) });
}

/** An address found in memory may be that of a global, or of an argument or an exception whose address was put into memory. */
function mayMeet(a: Place, b: Place, escaping: ReadonlySet<Place>): boolean {
  if (a === b) return true;
  if (a !== 'loaded' && b !== 'loaded') return false;
  const named = a === 'loaded' ? b : a;
  return named === 'loaded' || (named !== 'thrown' && named.kind === 'global') || escaping.has(named);
}

interface Access extends MemoryAccess { readonly source: Function; readonly places: ReadonlySet<Place> }

/** The functions reached, once for each activity of their arguments, and where those arguments point to. */
class Contexts {
  /** What addresses in memory may point to. */
  readonly escaping = new Set<Place>();
  private readonly contexts = new Map<string, Context>();
  private readonly work: Context[] = [];

  constructor(root: Function, args: readonly ArgumentActivity[], private readonly reach: Reach,
    private readonly follows: (call: AnyCall, caller: Reached) => boolean) {
    this.enter(root, args, (fn) => fn.args.map((arg) => new Set<Place>([arg])));
    for (let context = this.work.pop(); context; context = this.work.pop()) this.follow(context);
  }

  collect(find: (reached: Reached) => readonly MemoryAccess[]): Access[] {
    return [...this.contexts.values()].flatMap((context) =>
      find(context.reached).map((access) => ({ ...access, source: context.source, places: placesOf(access.base, context) })));
  }

  private enter(source: Function, args: readonly ArgumentActivity[], placesOf: (fn: Function) => Set<Place>[]): void {
    const key = `${source.name};${args.join(',')}`;
    const known = this.contexts.get(key);
    const reached = known?.reached ?? this.reach(source, args);
    const context = known ?? { source, reached, places: reached.activity.fn.args.map(() => new Set<Place>()) };
    let hasGrown = !known;
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
      this.enter(treatment.fn, context.reached.argumentsOf(instruction), () => instruction.args.map((arg) => placesOf(arg, context)));
    }
  }
}

/** What the address may be based on, in terms of the differentiated function. */
function placesOf(address: Value, { reached, places }: Context): Set<Place> {
  if (address.type.kind !== 'pointer') return new Set();
  return new Set([...reached.activity.rootsOf(address)].flatMap((root): Place[] => {
    switch (root.kind) {
      case 'argument': return [...places[root.index] ?? []];
      // What goes through memory declared inactive is meant to be lost.
      case 'global': return root.isConstant || isInactiveGlobal(root) ? [] : [root];
      // Local memory into which something active is written has a shadow.
      case 'word': return [];
      case 'alloca': return isStream(root.allocatedType) ? ['loaded'] : [];
      default: return !isCall(root) ? ['loaded'] : treatmentOf(root).kind === 'memory' ? [] : [isOfException(root) ? 'thrown' : 'loaded'];
    }
  }));
}

/** What reads from memory that may have no shadow: numbers, and pointers that are followed. */
function readsOf({ activity, types }: Reached): MemoryAccess[] {
  return [...activity.fn.instructions()].flatMap((instruction): MemoryAccess[] => {
    if (isCall(instruction) && mayBeThrownPointer(instruction)) return activity.isFollowed(instruction) ? [{ instruction, address: instruction, base: instruction, of: 'pointers' }] : [];
    const address = instruction.kind === 'load' ? instruction.address : isCall(instruction) ? copiedFrom(instruction) : undefined;
    if (!address) return [];
    const isLoad = instruction.kind === 'load';
    const { floats, pointers } = isLoad ? contentsOf(instruction, types) : { floats: true, pointers: true };
    // A global with a shadow may have been written through an address without one.
    const mayBeConstant = activity.stateOf(address).pointer !== 'duplicated' || [...activity.rootsOf(address)].some((root) => root.kind === 'global');
    if (!mayBeConstant) return [];
    const access = { instruction, address, base: address };
    return [...(floats ? [{ ...access, of: 'numbers' as const }] : []), ...(pointers && (!isLoad || activity.isFollowed(instruction)) ? [{ ...access, of: 'pointers' as const }] : [])];
  });
}

/** Whether the call returns the address of an exception, or of what one has within it. */
function isOfException(call: AnyCall): boolean {
  return ['__cxa_allocate_exception', '__cxa_begin_catch', '__cxa_get_exception_ptr'].includes(call.calledFunction?.name ?? '');
}

/** Where pointers are caught, what the handler is given is the pointer that was thrown, not the address of it. */
function mayBeThrownPointer(call: AnyCall): boolean {
  if (call.calledFunction?.name !== '__cxa_begin_catch' || !call.block) return false;
  return [...call.block.parent.instructions()].some((pad) => pad.kind === 'landingpad' && pad.operands.some((clause) => clause.kind === 'global' && /^_ZTI(P|M|Dn)/.test(clause.name)));
}

function copiedFrom(call: AnyCall): Value | undefined {
  const treatment = treatmentOf(call);
  const isCopy = treatment.kind === 'memory' && (treatment.operation === 'copy' || treatment.operation === 'move');
  return isCopy ? call.args[treatment.source] : undefined;
}
