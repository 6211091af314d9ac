/** For tests: the activity of a function given as IR text, where a few names stand for what the rules know. */
import { type AnyCall, type Function, type Module, type Value, isCall } from '../ir/index.js';
import { parseModule } from '../text/index.js';
import { analyzeTypes } from '../types/index.js';
import { Activity, type ActivityContext, type ArgumentActivity, type CallRole, inactive, isVaried } from './index.js';

export interface ActivityExample {
  readonly activity: Activity;
  readonly module: Module;
  readonly fn: Function;
  /** The value called `%name`. */
  value(name: string): Value;
  /** `active`, `constant`, `duplicated`, `maybe`, or `-` for what carries nothing. */
  state(name: string): string;
  states(...names: readonly string[]): string[];
}

const roles: Readonly<Record<string, CallRole>> = {
  sin: 'math', sincos: 'math', malloc: 'allocation', free: 'deallocation', printf: 'inactive', snprintf: 'inactive',
  'llvm.memcpy.p0.p0.i64': 'copy', 'llvm.memset.p0.i64': 'fill',
};

/** The function `f`, with the given activity of its arguments. Calls of functions with bodies return nothing varied unless told. */
export function activityOf(text: string, args: readonly ArgumentActivity[], more: Partial<ActivityContext> = {}): ActivityExample {
  const module = parseModule(text, { file: 'example.ll' });
  const fn = module.functions.get('f');
  if (!fn) throw new Error('no function f');
  const activity = new Activity(fn, {
    types: analyzeTypes(module).of(fn), arguments: args, roleOf, constantPointersInMemory: false,
    globalState: () => 'constant', returnState: () => inactive, holdersOf: () => [], writtenArguments: () => [0], touchesActiveGlobals: () => false, ...more,
  });
  const value = (name: string): Value => {
    const found = [...fn.args, ...fn.instructions()].find((each) => each.name === name);
    if (!found) throw new Error(`no value %${name}`);
    return found;
  };
  const state = (name: string): string => {
    const { active, pointer } = activity.stateOf(value(name));
    return [...(active ? ['active'] : []), ...(pointer === 'none' ? [] : [pointer])].join(' ') || '-';
  };
  return { activity, module, fn, value, state, states: (...names) => names.map(state) };
}

/** The calls in the function of which derivative code has to know, by the name of the callee. */
export function activeCalls({ fn, activity }: ActivityExample): string[] {
  return [...fn.instructions()].flatMap((each) => (isCall(each) && activity.isActiveCall(each) ? [each.calledFunction?.name ?? '?'] : []));
}

/** What a call returns if everything that goes in comes out. */
export const returnsItsArguments: ActivityContext['returnState'] = (_call, states) => states.find(isVaried) ?? inactive;

function roleOf(call: AnyCall): CallRole {
  const callee = call.calledFunction;
  if (!callee) return 'unknown';
  return callee.isDeclaration ? roles[callee.name] ?? 'unknown' : 'function';
}
