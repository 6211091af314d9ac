/** The printed form: one line per argument and instruction that carries something for the derivative. */
import type { Activity } from './activity.js';
import { isVaried } from './states.js';

export function printActivity(activity: Activity): string {
  const lines = [`function @${activity.fn.name}`];
  const describe = (label: string, value: Parameters<Activity['stateOf']>[0]): void => {
    const state = activity.stateOf(value);
    if (!isVaried(state) && state.pointer === 'none') return;
    const words = [state.active ? 'active' : '', state.pointer === 'none' ? '' : `pointer ${state.pointer}`];
    lines.push(`  ${label}: ${words.filter((word) => word !== '').join(', ')}`);
  };
  activity.fn.args.forEach((arg, index) => describe(`argument %${arg.name ?? index}`, arg));
  let number = 0;
  for (const instruction of activity.fn.instructions()) {
    describe(`${instruction.kind} %${instruction.name ?? `#${number}`}`, instruction);
    number++;
  }
  return lines.join('\n');
}
