/** Reading the options of our own commands (a compiler's are in `command-line.ts`). */
import { Diagnostic } from '../diagnostics/index.js';

export interface OptionShape {
  /** Options without value: `--json`. */
  readonly flags: readonly string[];
  /** Options with a value: `--print types`, `--print=types`. */
  readonly values: readonly string[];
}

export interface Options {
  readonly flags: ReadonlySet<string>;
  /** In the order given. */
  readonly values: readonly (readonly [name: string, value: string])[];
  /** What is no option of ours, in the order given. */
  readonly rest: readonly string[];
}

/** Splits `words` into options and the rest; `stopAfter` words of the rest that start without `-`, everything is rest. */
export function readOptions(command: string, words: readonly string[], shape: OptionShape, stopAfter = Infinity): Options {
  const flags = new Set<string>();
  const values: [string, string][] = [];
  const rest: string[] = [];
  let plain = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const [name = '', ...value] = word.split('=');
    if (plain >= stopAfter) rest.push(word);
    else if (shape.flags.includes(word)) flags.add(word);
    else if (shape.values.includes(name) && value.length > 0) values.push([name, value.join('=')]);
    else if (shape.values.includes(word)) values.push([word, need(command, word, words[++i])]);
    else {
      rest.push(word);
      if (!word.startsWith('-') || word === '-') plain++;
    }
  }
  return { flags, values, rest };
}

export function lastValue({ values }: Options, name: string): string | undefined {
  return values.filter(([each]) => each === name).at(-1)?.[1];
}

export function allValues({ values }: Options, name: string): string[] {
  return values.filter(([each]) => each === name).map(([, value]) => value);
}

export function badUsage(command: string, message: string): Diagnostic {
  return new Diagnostic('badUsage', { message, command });
}

function need(command: string, name: string, value: string | undefined): string {
  if (value === undefined) throw badUsage(command, `${name} needs a value`);
  return value;
}
