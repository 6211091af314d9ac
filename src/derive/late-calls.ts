/**
 * Deallocations that are put off until the reverse sweep is over. The list of them has a pointer and a function of one
 * argument; for a deallocator that takes more, the pointer is to a record of its arguments, and the function unpacks it.
 */
import { Builder, type Function, FunctionType, StructType, type Value, constantInt, i32, pointer, voidType } from '../ir/index.js';
import { wordType } from './types.js';

/** What to put on the list so that `fn` is called with these arguments. */
export function lateCall(build: Builder, fn: Function, args: readonly Value[]): { record: Value; release: Function } {
  const { module } = build;
  const word = wordType(module);
  const type = new StructType(args.map((arg) => arg.type));
  const malloc = module.getOrDeclare('malloc', new FunctionType(pointer, [word]));
  const record = build.call(malloc, [constantInt(word, module.layout.allocSize(type))]);
  args.forEach((arg, i) => build.store(arg, build.gep(type, record, [constantInt(i32, 0), constantInt(i32, i)], ['inbounds'])));
  return { record, release: module.functions.get(nameFor(fn)) ?? unpacking(fn, type) };
}

function nameFor(fn: Function): string { return `__ribozyme_late_${fn.name}`; }

function unpacking(fn: Function, type: StructType): Function {
  const { module } = fn;
  const made = module.addFunction(nameFor(fn), new FunctionType(voidType, [pointer]));
  made.words.linkage = 'internal';
  const build = new Builder(made.addBlock('entry'));
  const [record] = made.args;
  if (!record) throw new Error('a function without its argument');
  const args = type.fields.map((field, i) => build.load(field, build.gep(type, record, [constantInt(i32, 0), constantInt(i32, i)], ['inbounds'])));
  const call = build.call(fn, args);
  call.callingConvention = fn.callingConvention;
  build.call(module.getOrDeclare('free', new FunctionType(voidType, [pointer])), [record]);
  build.ret();
  return made;
}
