/** The shape of constants: parts that fit their type, operands that fit their opcode. */
import { aggregateElements, sameType, scalarType, type Type } from './types.js';
import { type Constant, type Value } from './values.js';

/** What is wrong with a constant and its parts; nothing for values that are no constants. */
export function constantProblems(value: Value): string[] {
  switch (value.kind) {
    case 'aggregate': return [...partProblems(value.type, value.elements), ...value.elements.flatMap(constantProblems)];
    case 'splat': return value.type.kind === 'vector' && sameType(value.element.type, value.type.element) ? constantProblems(value.element)
      : [`a splat of ${value.element.type.text} cannot be ${value.type.text}`];
    case 'string': return value.bytes.length === value.type.length ? [] : [`a string of ${value.bytes.length} bytes cannot be ${value.type.text}`];
    case 'word': return wordProblems(value.type, value.word);
    case 'expression': return [...expressionProblems(value), ...value.operands.flatMap(constantProblems)];
    default: return [];
  }
}

function partProblems(type: Type, elements: readonly Constant[]): string[] {
  if (type.kind === 'vector' || type.kind === 'array') {
    const wrong = elements.find((element) => !sameType(element.type, type.element));
    if (wrong) return [`an element of ${type.text} is ${wrong.type.text}`];
    return elements.length === type.length ? [] : [`${type.text} is given ${elements.length} elements`];
  }
  const fields = aggregateElements(type);
  if (fields.length !== elements.length) return [`${type.text} is given ${elements.length} elements`];
  return elements.flatMap((element, i) => {
    const wanted = fields[i];
    return wanted && sameType(element.type, wanted) ? [] : [`element ${i} of ${type.text} is ${element.type.text}`];
  });
}

function wordProblems(type: Type, word: string): string[] {
  const fits = word === 'null' ? type.kind === 'pointer' : word === 'none' ? type.kind === 'token'
    : word === 'zeroinitializer' ? type.kind !== 'void' && type.kind !== 'label' && type.kind !== 'function'
      : type.kind !== 'void' && type.kind !== 'function';
  return fits ? [] : [`${word} cannot be ${type.text}`];
}

function expressionProblems(expression: Extract<Constant, { kind: 'expression' }>): string[] {
  const [first, second] = expression.operands;
  switch (expression.opcode) {
    case 'getelementptr':
      return first && scalarType(first.type).kind === 'pointer' && expression.elementType ? [] : ['getelementptr of no pointer'];
    case 'add': case 'sub': case 'mul': case 'xor': case 'and': case 'or': case 'shl': case 'lshr': case 'ashr':
      return first && second && sameType(first.type, second.type) && scalarType(first.type).kind === 'integer' ? []
        : [`the operands of the constant ${expression.opcode} do not fit`];
    case 'ptrtoint': case 'addrspacecast':
      return first && scalarType(first.type).kind === 'pointer' ? [] : [`${expression.opcode} of no pointer`];
    case 'inttoptr':
      return first && scalarType(first.type).kind === 'integer' ? [] : ['inttoptr of no integer'];
    default: return [];
  }
}
