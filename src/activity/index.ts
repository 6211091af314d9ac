/**
 * Which values carry derivatives. A floating-point value is active when an input may reach it; a pointer has a shadow
 * when something active may be stored behind it. Both follow from one forward fixpoint over values and local objects
 * (allocas and allocations), which start inactive and grow.
 *
 * Invariant: what is called inactive here has a zero derivative on every path (soundness); precision is only speed.
 * Pointers that are constant on one path and duplicated on another are `maybe`: their shadow is compared with the
 * pointer when the program runs. Values of memory declared constant by the user count as inactive, by declaration.
 *
 * Theory: Hascoët & Pascual, "The Tapenade automatic differentiation tool", ACM TOMS 39(3), 2013, section 4.2.
 */
export * from './states.js';
export * from './contents.js';
export * from './activity.js';
export type { LowerHalf } from './digits.js';
export { isIntegerOperation } from './number-bits.js';
export * from './print.js';
