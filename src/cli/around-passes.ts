/** The optimiser does not know which functions have a registered derivative: see `entry/protect.ts`. */
import { protectRegistered, releaseRegistered } from '../entry/index.js';
import type { AroundPasses } from '../toolchain/index.js';

export const aroundPasses: AroundPasses = { before: protectRegistered, after: releaseRegistered };
