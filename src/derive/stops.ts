/** The end of a program whose derivative turns out, as it runs, to be none that we can give. */
import { ArrayType, type Builder, ConstantString, type Value, constantInt, i8 } from '../ir/index.js';
import { stopFunction } from './support.js';
import { wordType } from './types.js';

/** The program ends here, with a line that says why. */
export function emitStopWith(message: string, build: Builder): void {
  const { module } = build;
  const bytes = utf8(`${message}\n`);
  const type = new ArrayType(i8, bytes.length);
  const text = module.addGlobal(module.freshName('__ribozyme_text'), type, new ConstantString(type, bytes), true);
  text.words.linkage = 'private';
  build.call(stopFunction(module), [text, constantInt(wordType(module), bytes.length)]);
}

/** The same where a condition holds. */
export function emitStopIf(condition: Value, message: string, build: Builder): void {
  const { parent } = build.block;
  const [stop, go] = [parent.addBlock(), parent.addBlock()];
  build.condBr(condition, stop, go);
  build.atEnd(stop);
  emitStopWith(message, build);
  build.br(go);
  build.atEnd(go);
}

/** One character for each byte. */
function utf8(text: string): string {
  return encodeURIComponent(text).replace(/%([0-9A-F]{2})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
}
