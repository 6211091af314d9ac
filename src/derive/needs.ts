/** What the reverse of each instruction reads of the forward sweep. Mirrors `reverse-sweep.ts`. */
import { type Activity, isVaried } from '../activity/index.js';
import { type AnyCall, type Instruction, type Value, isCall } from '../ir/index.js';
import type { NeedKind } from '../plan/index.js';
import { mentions } from '../rules/index.js';
import type { TypeInfo } from '../types/index.js';
import { bitwiseNeeds } from './bitwise.js';
import { treatmentOf } from './calls.js';
import { differentialOf } from './differentials.js';
import { type ReverseRule, hasOwnShadow } from './rule-calls.js';
import type { ReversePair } from './signature.js';
import { contentsOfStore } from './stores.js';
import { withTwins } from './twins.js';

export interface ReverseNeed { readonly kind: NeedKind; readonly value: Value }

export interface NeedsContext {
  readonly activity: Activity;
  readonly types: TypeInfo;
  reverseOf(call: AnyCall): ReversePair;
  reverseRuleOf(call: AnyCall): ReverseRule;
  /** Whether the shadow of the alloca is on the heap, and freed by its reverse. */
  isShadowStable(value: Value): boolean;
}

export function needsOf(instruction: Instruction, context: NeedsContext): readonly ReverseNeed[] {
  const { activity, types } = context;
  const primal = (value: Value): ReverseNeed => ({ kind: 'primal', value });
  const memory = (address: Value): ReverseNeed[] => {
    const state = activity.stateOf(address).pointer;
    if (state !== 'duplicated' && state !== 'maybe') return [];
    const shadow: ReverseNeed = { kind: 'shadow', value: address };
    return state === 'maybe' ? [shadow, primal(address)] : [shadow];
  };
  if (isCall(instruction)) return needsOfCall(instruction, context, memory);
  switch (instruction.kind) {
    case 'load': return activity.isActive(instruction) ? memory(instruction.address) : [];
    case 'store':
      return activity.isVaried(instruction.address) && contentsOfStore(instruction, types) !== 'others' ? memory(instruction.address) : [];
    case 'alloca': return activity.isVaried(instruction) && context.isShadowStable(instruction) ? [{ kind: 'shadow', value: instruction }] : [];
    case 'select': return activity.isActive(instruction) ? [primal(instruction.operand(0))] : [];
    case 'extractelement': return activity.isActive(instruction) ? [primal(instruction.operand(1))] : [];
    case 'insertelement': return activity.isActive(instruction) ? [primal(instruction.operand(2))] : [];
    case 'binary': case 'fneg': case 'cast': return activity.isActive(instruction) ? needsOfArithmetic(instruction, activity, types) : [];
    default: return [];
  }
}

/** Whether the reverse of the instruction reads adjoints in shadows: that of a load adds to them. */
export function takesAdjointsFromMemory(instruction: Instruction, activity: Activity): boolean {
  if (instruction.kind === 'store') return activity.isVaried(instruction.address);
  if (!isCall(instruction) || !activity.isActiveCall(instruction)) return false;
  const treatment = treatmentOf(instruction);
  const isArithmetic = treatment.kind === 'math' || treatment.kind === 'cast' || treatment.kind === 'sum';
  return !isArithmetic || (treatment.kind === 'math' && treatment.row.outputs.some(({ place }) => place.kind === 'pointer'));
}

function needsOfArithmetic(instruction: Instruction, activity: Activity, types: TypeInfo): readonly ReverseNeed[] {
  const differential = withTwins(differentialOf(instruction, types), instruction);
  if (differential.kind === 'value of bits') return [{ kind: 'primal', value: differential.operand }];
  if (differential.kind === 'bitwise') return bitwiseNeeds(differential).map((value) => ({ kind: 'primal', value }));
  if (differential.kind !== 'row') return [];
  const needed = new Set<Value>();
  for (const { partials } of differential.row.outputs) {
    partials.forEach((partial, i) => {
      const operand = differential.operands[i];
      if (partial === 'zero' || !operand || !activity.isActive(operand)) return;
      const { operands, result } = mentions(partial);
      operands.forEach((index) => { const value = differential.operands[index]; if (value) needed.add(value); });
      if (result) needed.add(instruction);
    });
  }
  return [...needed].map((value) => ({ kind: 'primal', value }));
}

function needsOfCall(call: AnyCall, context: NeedsContext, memory: (address: Value) => ReverseNeed[]): readonly ReverseNeed[] {
  const { activity, types } = context;
  const treatment = treatmentOf(call);
  if (!activity.isActiveCall(call)) return [];
  const arg = (index: number): Value[] => { const value = call.args[index]; return value ? [value] : []; };
  switch (treatment.kind) {
    case 'math': {
      const places = treatment.row.outputs.flatMap(({ place }) => (place.kind === 'pointer' ? arg(place.argument).flatMap(memory) : []));
      return [...needsOfArithmetic(call, activity, types), ...places];
    }
    case 'function': {
      const pair = context.reverseOf(call);
      const tape: ReverseNeed[] = pair.tapeType ? [{ kind: 'tape', value: call }] : [];
      return [...tape, ...call.args.flatMap((value, i): ReverseNeed[] => [
        ...(pair.readsPrimal[i] ? [{ kind: 'primal' as const, value }] : []),
        ...(pair.takesShadow[i] ? [{ kind: 'shadow' as const, value }] : []),
      ])];
    }
    case 'custom': case 'blas': {
      const { shadows, tape, readsPrimal } = context.reverseRuleOf(call);
      return [...(tape ? [{ kind: 'tape' as const, value: call }] : []), ...call.args.flatMap((value, i): ReverseNeed[] => [
        ...(readsPrimal?.[i] !== false ? [{ kind: 'primal' as const, value }] : []), ...(shadows[i] && hasOwnShadow(value, activity) ? [{ kind: 'shadow' as const, value }] : []),
      ])];
    }
    case 'memory':
      switch (treatment.operation) {
        case 'copy': case 'move': {
          const [to] = arg(treatment.destination);
          if (!to || !isVaried(activity.stateOf(to))) return [];
          return [...memory(to), ...arg(treatment.source).flatMap(memory), ...arg(treatment.length).map((value) => ({ kind: 'primal' as const, value }))];
        }
        case 'fill': {
          const [to] = arg(treatment.destination);
          if (!to || !isVaried(activity.stateOf(to))) return [];
          return [...memory(to), ...arg(treatment.length).map((value) => ({ kind: 'primal' as const, value }))];
        }
        default: return [];
      }
    default: return [];
  }
}
