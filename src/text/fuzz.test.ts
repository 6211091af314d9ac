/**
 * Mutated input: an answer, or a located error; never an exception from inside, a hang, or runaway memory. The numbers
 * come from a seed, so a failure can be repeated: `RIBOZYME_FUZZ_SEED=12345 npx vitest run src/text/fuzz.test.ts`.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Diagnostic } from '../diagnostics/index.js';
import type { Module } from '../ir/index.js';
import { parseModule, printModule } from './index.js';

const count = Number(process.env.RIBOZYME_FUZZ_COUNT ?? 10_000);
const firstSeed = Number(process.env.RIBOZYME_FUZZ_SEED ?? 20_260_101);
/** Far above what these small files take, even on a busy machine. */
const millisecondsPerInput = 2_000;

const seeds = ['constructs-22.ll', 'typed-14.ll'].map((name) => readFileSync(new URL(`testdata/${name}`, import.meta.url), 'utf8'));

test(`${count} mutated inputs are read or refused with a place`, () => {
  let accepted = 0;
  for (let i = 0; i < count; i++) {
    const seed = firstSeed + i;
    const text = mutate(seeds, randomFrom(seed));
    const started = performance.now();
    const problem = tryText(text);
    const took = performance.now() - started;
    if (problem === undefined) accepted++;
    else if (problem !== 'refused') expect.fail(`seed ${seed}: ${problem}\n--- the input ---\n${text}`);
    if (took > millisecondsPerInput) expect.fail(`seed ${seed}: took ${took} ms\n--- the input ---\n${text}`);
  }
  // Mutations that all fail at once would test nothing behind the first error, and vice versa.
  expect(accepted).toBeGreaterThan(count / 50);
  expect(accepted).toBeLessThan(count * 0.98);
}, 600_000);

/** Nothing when the text was read, `refused` when a located error says why not, else what went wrong. */
function tryText(text: string): string | undefined {
  try {
    const module = parseModule(text, { file: 'fuzz.ll' });
    readBodies(module);
    // What was read can be printed, for the newest and for the oldest, and read again.
    readBodies(parseModule(printModule(module, { llvm: 14 })));
    readBodies(parseModule(printModule(module)));
    return undefined;
  } catch (error) {
    if (!(error instanceof Diagnostic)) return `an exception from inside: ${error instanceof Error ? error.stack : String(error)}`;
    const { location } = error.details;
    if (error.kind !== 'syntax' || !location) return `an error without a place: ${error.message}`;
    if (location.file !== 'fuzz.ll') return `our own text is refused at ${location.line}:${location.column}: ${error.message}`;
    const lines = text.split('\n');
    if (location.line < 1 || location.line > lines.length) return `an error on line ${location.line} of ${lines.length}: ${error.message}`;
    const width = lines[location.line - 1]?.length ?? 0;
    if (location.column < 1 || location.column > width + 1) return `an error in column ${location.column} of ${width}: ${error.message}`;
    return 'refused';
  }
}

function readBodies(module: Module): void {
  for (const fn of module.functions.values()) void fn.blocks;
}

type Random = (below: number) => number;

/** A small generator (mulberry32) of integers from 0 up to `below`. */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** One of the texts, cut down to a window of it, with a few things changed. */
function mutate(texts: readonly string[], random: Random): string {
  const lines = (texts[random(texts.length)] ?? '').split('\n');
  let text = (random(3) === 0 ? window(lines, random) : lines).join('\n');
  for (let changes = 1 + random(3); changes > 0; changes--) text = changeOnce(text, random);
  return text;
}

function window(lines: readonly string[], random: Random): readonly string[] {
  const from = random(lines.length);
  return lines.slice(from, from + 1 + random(60));
}

const words = [
  '(', ')', '{', '}', '[', ']', '<', '>', ',', '*', '"', '!', '%', '@', '#', '=', ';', ':', '...', '\\', '\0', 'é', '-', '0x', '1e999',
  'i32', 'i0', 'i99999999', 'ptr', 'void', 'float', 'x86_fp80', 'label', 'metadata', 'token', '%0', '%99999999999', '@g', '!0', '#0', 'null',
  'undef', 'zeroinitializer', 'c"', 'i32 (', '{ {', '[ 4294967296 x ', '<0 x i32>', '[99999999999999999999 x i8]', 'getelementptr (',
  'bitcast (', 'blockaddress(@f, %0)', 'asm "', 'splat (i32 1)', 'align 99999999999999999999', 'define void @z() {', '}\n', '!DIArgList(',
  'uselistorder i32 0, { 1, 0 }', '%struct.node = type { %struct.node }', 'addrspace(', 'target("', '-99999999999999999999999999999999999999',
  'distinct', '; comment\n', '\n', ' ',
];

function changeOnce(text: string, random: Random): string {
  const at = random(text.length + 1);
  const word = words[random(words.length)] ?? '';
  switch (random(9)) {
    case 0: return text.slice(0, at) + text.slice(at + 1 + random(4));
    case 1: return text.slice(0, at) + text.slice(at + random(200));
    case 2: return `${text.slice(0, at)}${word}${text.slice(at)}`;
    case 3: return `${text.slice(0, at)}${word}${text.slice(at + word.length)}`;
    case 4: return `${text.slice(0, at)}${String.fromCharCode(random(256))}${text.slice(at + 1)}`;
    case 5: return text.slice(0, at);
    case 6: return `${text.slice(0, at)}${word.repeat(1 + random(5000))}${text.slice(at)}`;
    case 7: {
      const from = random(text.length);
      return `${text.slice(0, at)}${text.slice(from, from + random(100))}${text.slice(at)}`;
    }
    default: return swapTokens(text, random);
  }
}

/** Puts one token in the place of another. */
function swapTokens(text: string, random: Random): string {
  const tokens = [...text.matchAll(/[%@!#$]?[\w.]+|[^\s\w]/g)];
  const [target, source] = [tokens[random(tokens.length)], tokens[random(tokens.length)]];
  if (!target || !source) return text;
  return text.slice(0, target.index) + source[0] + text.slice(target.index + target[0].length);
}
