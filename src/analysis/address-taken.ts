/**
 * The functions whose address is taken: those that a call through a pointer may reach. Bodies that nobody has read yet are
 * searched as text, where a name that is called is followed by its arguments: a large module is not parsed for this.
 */
import { type Constant, type Function, type Instruction, type Module, type Value, isCall } from '../ir/index.js';

/** What an instruction mentions without taking its address: the callee of a call, and whatever `isNoUse` names. */
export type Mention = (instruction: Instruction, index: number) => boolean;

/** In the order of the module. `isNoUse` excepts operands, such as the function that a marker call names. */
export function addressTakenFunctions(module: Module, functions: Iterable<Function>, isNoUse: Mention = () => false): readonly Function[] {
  const taken = new Set<Function>();
  const take = (value: Value): void => eachFunction(value, (fn) => taken.add(fn));
  for (const global of module.globals.values()) {
    if (global.initializer && !isBookkeeping(global.name)) take(global.initializer);
  }
  for (const fn of functions) {
    const text = fn.unparsedBody;
    if (text !== undefined) for (const name of namesMentioned(text)) takeNamed(module, name, take);
    else if (!fn.isDeclaration) {
      for (const instruction of fn.instructions()) {
        instruction.operands.forEach((operand, index) => {
          if (!isCallee(instruction, index) && !isNoUse(instruction, index)) take(operand);
        });
      }
    }
  }
  return [...module.functions.values()].filter((fn) => taken.has(fn));
}

/** Lists for the linker and for tools, which call nothing. */
export function isBookkeeping(name: string): boolean { return name.startsWith('llvm.') || name.includes('__enzyme_'); }

function isCallee(instruction: Instruction, index: number): boolean {
  return isCall(instruction) && index === instruction.operands.length - 1;
}

function takeNamed(module: Module, name: string, take: (value: Value) => void): void {
  const found = module.functions.get(name) ?? module.aliases.get(name);
  if (found) take(found);
}

/** The globals in the text of a body, but for those that are called. */
function namesMentioned(text: string): Set<string> {
  const names = new Set<string>();
  for (const [, plain, quoted] of text.matchAll(/@(?:([-\w$.]+)(?![-\w$.(])|"([^"]*)"(?!\())/g)) {
    names.add(plain ?? (quoted ?? '').replace(/\\([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16))));
  }
  return names;
}

/** The functions in a constant. */
export function eachFunction(value: Value, visit: (fn: Function) => void): void {
  switch (value.kind) {
    case 'function': visit(value); break;
    case 'alias': eachFunction(value.target, visit); break;
    case 'aggregate': value.elements.forEach((element) => { eachFunction(element, visit); }); break;
    case 'splat': eachFunction(value.element, visit); break;
    case 'expression': value.operands.forEach((operand: Constant) => { eachFunction(operand, visit); }); break;
    case 'opaque': for (const part of value.parts) if (typeof part !== 'string') eachFunction(part, visit); break;
    default:
  }
}
