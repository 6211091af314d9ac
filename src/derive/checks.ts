/** What must hold before derivatives are made, seen over all functions of a request together: no derivative is lost out of sight. */
import { type DoubtfulStores, checkConstantMemory } from './constant-memory.js';
import type { Contexts } from './contexts.js';
import { checkHiddenAddresses } from './hidden-addresses.js';
import { checkHiddenNumbers } from './hidden-numbers.js';
import { checkLostDigits } from './lost-digits.js';
import { checkTextInput } from './text-input.js';

/**
 * Of the functions that are differentiated, and, where that matters, of all that are called.
 * @returns the stores that derivative code must look at as the program runs.
 * @throws Diagnostic at the first place where a derivative would be lost.
 */
export function checkNothingIsLost(differentiated: Contexts, everyCall: () => Contexts): DoubtfulStores {
  checkLostDigits(differentiated, everyCall);
  checkHiddenNumbers(differentiated, everyCall);
  checkHiddenAddresses(differentiated);
  checkTextInput(differentiated, everyCall);
  return checkConstantMemory(differentiated, everyCall);
}
