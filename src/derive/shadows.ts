/** Shadows of constants: those of globals with a shadow, and what is made of them. */
import type { Activity } from '../activity/index.js';
import { contentsOfType } from '../activity/index.js';
import { type Constant, type GlobalVariable, ConstantAggregate, ConstantExpression, ConstantSplat, zero } from '../ir/index.js';

/** Numbers become zero; addresses those of shadows where there are any; integers stay. */
export function constantShadow(value: Constant, activity: Activity, shadowGlobal: (global: GlobalVariable) => GlobalVariable): Constant {
  const inner = (part: Constant): Constant => constantShadow(part, activity, shadowGlobal);
  switch (value.kind) {
    case 'fp': return zero(value.type);
    case 'word': return contentsOfType(value.type).floats ? zero(value.type) : value;
    case 'global': return activity.stateOf(value).pointer === 'duplicated' ? shadowGlobal(value) : value;
    case 'aggregate': return new ConstantAggregate(value.type, value.elements.map(inner));
    case 'splat': return new ConstantSplat(value.type, inner(value.element));
    case 'expression':
      return new ConstantExpression(value.type, value.opcode, value.operands.map(inner), value.flags, value.elementType, value.path);
    default: return value;
  }
}
