/**
 * The programming interface: finds the calls of `__enzyme_*` functions in a module, reads from their arguments what is
 * asked for, has the derivatives made, and replaces the calls. A call that cannot be lowered is refused with a reason;
 * none is left for the linker to stumble over.
 */
export { type LowerOptions, lowerDerivatives, planGradient } from './lower.js';
export { holdsNumbers } from './arguments.js';
export { type Reach, reachOfDerivatives } from './reach.js';
export { isEntryPoint, markerCalls } from './markers.js';
export { hasRegistrations } from './registrations.js';
export { describeAnalyses, type AnalysisName } from './describe.js';
export { protectRegistered, releaseRegistered } from './protect.js';
