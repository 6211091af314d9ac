/** Expressions, conditions and places as C text. */
import type { Argument, Call, Condition, Expression, Integer } from './syntax.js';

export function printExpression(tree: Expression): string {
  switch (tree.kind) {
    case 'number': return Number.isInteger(tree.value) ? `${tree.value}.0` : String(tree.value);
    case 'variable': return tree.name;
    case 'element': return `${tree.array}[${tree.index.kind === 'counter' ? printInteger(tree.index).replace(/[()]/g, '') : `${printInteger(tree.index)} % n`}]`;
    case 'field': return fieldOf(tree.object, tree.field);
    case 'unary': return `${tree.function}(${printExpression(tree.operand)})`;
    case 'binary':
      return /^[+*-]$/.test(tree.function) ? `(${printExpression(tree.left)} ${tree.function} ${printExpression(tree.right)})`
        : `${tree.function}(${printExpression(tree.left)}, ${printExpression(tree.right)})`;
    case 'select': return `(${printCondition(tree.condition)} ? ${printExpression(tree.whenTrue)} : ${printExpression(tree.whenFalse)})`;
    case 'call': return printCall(tree);
  }
}

export function printInteger(tree: Integer): string {
  switch (tree.kind) {
    case 'integer': return String(tree.value);
    case 'state': return tree.name;
    case 'counter': return tree.offset ? `(${tree.name} - 1)` : tree.name;
  }
}

export function printCondition(tree: Condition): string {
  if (tree.kind === 'compare') return `${printExpression(tree.left)} ${tree.operator} ${printExpression(tree.right)}`;
  return `${printInteger(tree.integer)} % ${tree.divisor} ${tree.negated ? '!=' : '=='} 0`;
}

export function addressOf(object: string): string { return object.startsWith('*') ? object.slice(1) : `&${object}`; }

function fieldOf(object: string, field: string): string { return object.startsWith('*') ? `${object.slice(1)}->${field}` : `${object}.${field}`; }

function printCall({ callee, other, through, arguments: values }: Call): string {
  const which = other ? `(${printCondition(other.condition)} ? ${callee} : ${other.callee})` : callee, printed = values.map(printArgument);
  // The arguments of a callback: a number, and the array in its context.
  return through === 'name' ? `${which}(${printed.join(', ')})` : `PROGRAM_apply(${which}, ${printed[0]}, &(struct context){${printed[1]}, n})`;
}

function printArgument(tree: Argument): string {
  switch (tree.kind) {
    case 'pointer': return tree.to;
    case 'object': return addressOf(tree.name);
    case 'object by value': return tree.name;
    case 'size': return 'n';
    case 'integer': case 'state': case 'counter': return printInteger(tree);
    default: return printExpression(tree);
  }
}
