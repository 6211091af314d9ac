/** The explanation for programs. */
import type { Explanation, Kept } from './explain.js';
import { constant, print, printProduct, variablesOf } from './formula.js';
import { unknownsOf } from './text.js';

export function asJson(explanations: readonly Explanation[]): string {
  return `${JSON.stringify({ functions: explanations.map(functionOf) }, undefined, 2)}\n`;
}

function functionOf({ name, location, parameters, total, isExact, callees, lines }: Explanation): object {
  return {
    name, file: location?.file ?? null, line: location?.line ?? null, parameters,
    bytes: print(total), isExact, variables: variablesOf(total), unknown: unknownsOf(total), callees,
    lines: lines.map(({ file, line, active, kept, recomputed }) => ({ file, line, active, kept: kept.map(keptOf), recomputed })),
  };
}

function keptOf({ what, why, bytes, per, neededAt, count }: Kept): object {
  return { what, why, bytes, per, total: printProduct([constant(bytes), ...count.factors]), isExact: count.isExact, neededAt };
}
