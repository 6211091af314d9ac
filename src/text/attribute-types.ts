/** Types inside attributes: `sret(%struct.s)`, `byval({ double, i64 })`. */
import { type Module, type Type, attributeName } from '../ir/index.js';
import { parseModule } from './module.js';

/** The type that the attribute of this name gives, if it is there. */
export function attributeType(module: Module, words: readonly string[], name: string): Type | undefined {
  const word = words.find((each) => attributeName(each) === name);
  const text = word === undefined ? undefined : /\((.*)\)$/s.exec(word)?.[1];
  if (text === undefined) return undefined;
  const named = /^%("?)(.*)\1$/s.exec(text)?.[2];
  return named !== undefined ? module.structs.get(named) : parseModule(`@type = external global ${text}\n`).globals.get('type')?.valueType;
}
