/**
 * An active value stored where memory has no shadow has no adjoint, and a pointer to active memory is taken for one to
 * constant memory when it is read from there. That is what was asked for if nobody reads it back; if
 * the differentiated code does, its derivative would silently lose that part. So the stores and the reads of such memory
 * are collected over all functions of a request, with what their addresses are based on at its root. Where only the run tells
 * whether the memory has a shadow, derivative code looks, and ends the program rather than lose something.
 */
import { type MemoryAccess, contentsOf } from '../activity/index.js';
import { functionLocation, sourceLocation } from '../analysis/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { type AnyCall, type Function, type Instruction, type Value, isCall } from '../ir/index.js';
import { treatmentOf } from './calls.js';
import { type Contexts, type Place, type Reached, placesOf } from './contexts.js';
import { refuse } from './refuse.js';

/** Stores of which derivative code must see that they go to memory with a shadow, by the address that they go to. */
export type DoubtfulStores = ReadonlyMap<Instruction, Value>;

/**
 * The stores that may be lost, as the program runs, though their values may be read.
 * @throws Diagnostic at a store that is lost though its value may be read.
 */
export function checkConstantMemory(differentiated: Contexts, everyCall: () => Contexts): DoubtfulStores {
  if (differentiated.all.every(({ reached: { activity } }) => activity.lostStores.length + activity.doubtfulStores.length === 0)) return new Map();
  const contexts = everyCall();
  const collect = (find: (reached: Reached) => readonly MemoryAccess[]): Access[] => contexts.all.flatMap((context) =>
    find(context.reached).map((access) => ({ ...access, source: context.source, places: placesOf(access.base, context) })));
  const reads = collect(readsOf);
  const placesRead = (of: MemoryAccess['of']): ReadonlySet<Place> => new Set(reads.filter((read) => read.of === of).flatMap((read) => [...read.places]));
  const read = { numbers: placesRead('numbers'), pointers: placesRead('pointers') };
  const isRead = (store: Access): boolean => [...store.places].some((place) => [...read[store.of]].some((other) => mayMeet(place, other, contexts.escaping)));
  for (const store of collect(({ activity }) => activity.lostStores)) if (isRead(store)) throw lost(store);
  return new Map(collect(({ activity }) => activity.doubtfulStores).filter(isRead).map((store) => [store.instruction, store.address]));
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
  if (a === 'local' || b === 'local') return false;
  if (a === b) return true;
  if (a !== 'loaded' && b !== 'loaded') return false;
  const named = a === 'loaded' ? b : a;
  return named === 'loaded' || (named !== 'thrown' && named.kind === 'global') || escaping.has(named);
}

interface Access extends MemoryAccess { readonly source: Function; readonly places: ReadonlySet<Place> }

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
