/**
 * `__enzyme_virtualreverse(f)`: the address of a constant `{ augmented f, reverse f }`, pointers duplicated and numbers
 * active. Programs put it into the tables of shadow objects. Our derivatives never read those: they call by the table of
 * the primal object. So the pair is there to be pointed to, and for whoever calls it by its own signature.
 */
import type { ArgumentActivity } from '../activity/index.js';
import type { Deriver } from '../derive/index.js';
import { type Function, type GlobalVariable, type Module, ConstantAggregate, StructType, pointer, scalarType } from '../ir/index.js';
import { type MarkerCall } from './markers.js';
import { functionOf, holdsNumbers } from './requests.js';

export function virtualReverse(marker: MarkerCall, module: Module, deriver: Deriver): GlobalVariable {
  const source = functionOf(marker.call.args[0], marker);
  const name = `${source.name}.virtualreverse`;
  const known = module.globals.get(name);
  if (known) return known;
  const activities = defaultActivities(source);
  const pair = deriver.request(source, activities, (derived) => derived.reverse(source, { arguments: activities, preserved: activities.map(() => false) }));
  const type = new StructType([pointer, pointer]);
  const global = module.addGlobal(name, type, new ConstantAggregate(type, [pair.augmented, pair.reverse]), true);
  global.words.linkage = 'internal';
  return global;
}

function defaultActivities(source: Function): ArgumentActivity[] {
  return source.args.map(({ type }) => (scalarType(type).kind === 'pointer' ? 'duplicated' : holdsNumbers(type) ? 'active' : 'constant'));
}
