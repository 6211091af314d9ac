/** For tests: the plan of a function given as IR text, when the reverse sweep needs the values that are named. */
import { ControlFlow, MemoryAnalysis } from '../analysis/index.js';
import { type BasicBlock, type Function, type Value, i64 } from '../ir/index.js';
import { parseModule } from '../text/index.js';
import { type Need, Plan, type PlanContext, Skeleton } from './index.js';

export interface PlanExample {
  readonly plan: Plan;
  readonly skeleton: Skeleton;
  readonly fn: Function;
  block(name: string): BasicBlock;
  value(name: string): Value;
  /** The primal values that are cached. */
  cached(): string[];
}

/**
 * `needs` says for the value of which name the reverse of which instruction asks: `{ y: ['x'] }`, where the reverse of
 * `%y` reads `%x`. Loads are preserved if nothing in the function writes, and the memory is that of an argument.
 */
export function planOf(text: string, needs: Readonly<Record<string, readonly string[]>> = {}, more: Partial<PlanContext> = {}): PlanExample {
  const fn = functionIn(text);
  const memory = new MemoryAnalysis(new ControlFlow(fn));
  const value = (name: string): Value => {
    const found = [...fn.args, ...fn.instructions()].find((each) => each.name === name);
    if (!found) throw new Error(`no value %${name}`);
    return found;
  };
  const plan = new Plan({
    policy: 'cheapest',
    needsOf: (instruction) => (needs[instruction.name ?? ''] ?? []).map((name): Omit<Need, 'at'> => ({ kind: 'primal', value: value(name) })),
    isPreserved: (load) => memory.isReadOnlyInFunction(load), isShadowRemade: () => true, isKept: () => false, isRecomputed: () => false,
    keeping: { memory, isAllocation: () => true, isRelease: (call) => call.calledFunction?.name === 'free' },
    hasShadow: (each) => each.type.kind === 'pointer', shadowType: (type) => type, tapeType: () => i64,
    isActive: (each) => each.type.kind === 'float', takesAdjointsFromMemory: (instruction) => instruction.kind === 'store', ...more,
  }, new Skeleton(fn));
  const cached = (): string[] => plan.skeleton.frames.flatMap((frame) => frame.fields).flatMap((field) =>
    (field.value && 'name' in field.value && field.value.name !== undefined ? [field.value.name] : []));
  return { plan, skeleton: plan.skeleton, fn, value, cached, block: (name) => blockOf(fn, name) };
}

/** The function `f` of the text. */
export function functionIn(text: string): Function {
  const fn = parseModule(text, { file: 'example.ll' }).functions.get('f');
  if (!fn) throw new Error('no function f');
  return fn;
}

function blockOf(fn: Function, name: string): BasicBlock {
  const found = fn.blocks.find((block) => block.name === name);
  if (!found) throw new Error(`no block ${name}`);
  return found;
}
