/**
 * Says in the words of the source what the plan of a gradient does: what is active, what is kept or computed again and why,
 * and how many bytes that takes, as formulas in the program's variables.
 *
 * Invariant: a formula is what the plan knows. A loop whose iterations cannot be told in advance is an unknown of its own
 * (`iterations(line 7)`), and a count that conditions may lower is marked as a limit.
 *
 * Picture: `plan` and `activity` of a function → `explain` → lines → `asText`, `asJson`, `asPage` (`ribozyme explain`).
 */
export { type Explanation, type Planned, explain } from './explain.js';
export { type SourceReader, asText } from './text.js';
export { asJson } from './json.js';
export { asPage } from './page.js';
