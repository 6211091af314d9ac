/** What the analyses found for each derivative that a module asks for, in printed form. */
import type { Module } from '../ir/index.js';
import { lowerDerivatives } from './lower.js';
import { derivativeOptions } from './passing.js';

export type AnalysisName = 'types' | 'activity' | 'plan';

/** Lowers the module on the way: call it on a module that is not used any further. @throws as `lowerDerivatives`. */
export function describeAnalyses(module: Module, what: AnalysisName): string {
  const sections: string[] = [];
  lowerDerivatives(module, {
    onRequest: (request, deriver) => {
      const activities = request.arguments.map((arg) => arg.activity);
      sections.push(deriver.request(request.source, activities, derivativeOptions(request), (derived) => derived.describe(request.source, activities, what)));
    },
  });
  return `${sections.join('\n\n')}\n`;
}
