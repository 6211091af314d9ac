/** What a value, an argument or an object in memory may carry for the derivative. */

/**
 * The pointer parts of a value. `constant`: there is no shadow. `duplicated`: there is one. `maybe`: there is one, which
 * equals the pointer itself where the memory turns out inactive when the program runs.
 */
export type PointerState = 'none' | 'constant' | 'duplicated' | 'maybe';

export interface ValueState {
  /** Whether the floating-point parts may vary with the inputs. */
  readonly active: boolean;
  readonly pointer: PointerState;
}

export const inactive: ValueState = { active: false, pointer: 'none' };

/**
 * What the caller says of an argument: by-value numbers are `constant` or `active`, pointers `constant`, `duplicated` or
 * `maybe`. A struct by value with active numbers is `active`, and the pointers in it are duplicated, or `active maybe`.
 */
export type ArgumentActivity = 'constant' | 'active' | 'active maybe' | 'duplicated' | 'maybe';

export function isActiveArgument(activity: ArgumentActivity | undefined): boolean { return activity === 'active' || activity === 'active maybe'; }

/** `none` is neutral: null, undef, and values without pointers meet anything. */
function joinPointer(a: PointerState, b: PointerState): PointerState {
  if (a === b || b === 'none') return a;
  return a === 'none' ? b : 'maybe';
}

export function join(a: ValueState, b: ValueState): ValueState {
  return { active: a.active || b.active, pointer: joinPointer(a.pointer, b.pointer) };
}

export function sameState(a: ValueState, b: ValueState): boolean { return a.active === b.active && a.pointer === b.pointer; }

/** Whether derivative code has anything to do for the value. */
export function isVaried(state: ValueState): boolean {
  return state.active || hasShadow(state);
}

export function hasShadow(state: ValueState): boolean { return state.pointer === 'duplicated' || state.pointer === 'maybe'; }
