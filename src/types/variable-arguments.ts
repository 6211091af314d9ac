/**
 * Reads of variable arguments on x86-64, whose `va_list` is a struct of that name: its pointers walk over arguments of all
 * kinds, so that nothing is to be learned from the memory behind them. But an argument is read by the type it was passed with.
 */
import { underlyingObjects } from '../analysis/index.js';
import type { LoadInstruction, Type, Value } from '../ir/index.js';
import type { Facts } from './facts.js';
import type { Shape } from './shape.js';

/** How the name of a struct begins that holds variable arguments, and nothing else whatever the pointers of a list seem to say. */
export const argumentStruct = 'struct.arguments of ';

/** The integer that the load reads, if it is an argument read as one. */
export function integerArgument(facts: Facts, load: LoadInstruction, size: number): Shape | undefined {
  const integer = facts.tbaa.plainInteger(load, size);
  return integer && [...underlyingObjects(load.address)].every((pointer) => isOfArgumentList(facts, pointer)) ? integer : undefined;
}

function isOfArgumentList(facts: Facts, pointer: Value): boolean {
  return pointer.kind === 'load' && [...underlyingObjects(pointer.address)].every((object) =>
    (object.kind === 'alloca' ? isList(elementOf(object.allocatedType)) : facts.shapes.pointeeOf(facts.declared(object)).name?.startsWith('__va_list_tag!') === true));
}

function elementOf(type: Type): Type { return type.kind === 'array' ? elementOf(type.element) : type; }

function isList(type: Type): boolean { return type.kind === 'struct' && type.name === 'struct.__va_list_tag'; }
