/**
 * `__enzyme_virtualreverse(f)`: the address of a constant `{ augmented f, reverse f }`, pointers duplicated and numbers
 * active. Programs put it into the tables of shadow objects. Our derivatives never read those: they call by the table of
 * the primal object. So the pair is there to be pointed to, and for whoever calls it by its own signature.
 */
import type { ArgumentActivity } from '../activity/index.js';
import { type Deriver, defaultOptions } from '../derive/index.js';
import { type Function, type GlobalVariable, ConstantAggregate, StructType, pointer, scalarType } from '../ir/index.js';
import { functionOf } from './differentiated-function.js';
import { holdsNumbers } from './arguments.js';
import type { MarkerCall } from './markers.js';
import type { Task } from './task.js';

export function virtualReverseTask(marker: MarkerCall, deriver: Deriver): Task {
  const source = functionOf(marker.call.args[0], marker);
  return { source, emit: () => pairFor(source, deriver) };
}

function pairFor(source: Function, deriver: Deriver): GlobalVariable {
  const { module } = source;
  const name = `${source.name}.virtualreverse`;
  const known = module.globals.get(name);
  if (known) return known;
  const activities = defaultActivities(source);
  const signature = { arguments: activities, preserved: activities.map(() => false) };
  const pair = deriver.request(source, activities, { ...defaultOptions, isSplit: true }, (derived) => derived.reverse(source, signature));
  const type = new StructType([pointer, pointer]);
  const global = module.addGlobal(name, type, new ConstantAggregate(type, [pair.augmented, pair.reverse]), true);
  global.words.linkage = 'internal';
  return global;
}

function defaultActivities(source: Function): ArgumentActivity[] {
  return source.args.map(({ type }) => (scalarType(type).kind === 'pointer' ? 'duplicated' : holdsNumbers(type) ? 'active' : 'constant'));
}
