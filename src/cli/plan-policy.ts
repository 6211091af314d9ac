/** `ribozyme --plan POLICY COMMAND ...`: what the plan of the reverse sweep is chosen by, for all derivatives of the command. */
import { type PlanPolicy, planPolicies } from '../plan/index.js';
import { badUsage } from './usage.js';

let chosen: PlanPolicy = 'cheapest';

export function planPolicy(): PlanPolicy { return chosen; }

/** @throws Diagnostic if there is none of that name. */
export function choosePlanPolicy(name: string | undefined): void {
  const found = planPolicies.find((policy) => policy === name);
  if (!found) throw badUsage('help', `--plan is followed by one of ${planPolicies.join(', ')}${name === undefined ? '' : `, not \`${name}\``}`);
  chosen = found;
}
