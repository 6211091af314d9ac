/**
 * Cases as data. A case is a C, C++ or LLVM IR file with directives in comments (`//`, or `;` in IR):
 *
 *     function: relax                  the function to differentiate (IR: its whole C prototype)
 *     at: x = [0.3, -1.2], n = 2       arguments: double and float ones are active, integers constant
 *     gradient: finite-differences     or numbers: x = [1, 2], y = 3 (of the returned value alone, arrays unchanged)
 *     value: 3.5                       the primal result
 *     tolerance: 1e-3                  relative; default 1e-6 (programs in `float` need more)
 *     error: RZ3101                    the compilation is refused with this code...
 *     says: mystery                    ...and a message that contains this
 *     prints: 45 30 9                  a whole program with a `main`; one directive per line of its output
 *     modes: reverse                   the modes the case is about: forward, reverse, split (reverse mode in halves); default all, and
 *                                      forward and reverse of programs and refusals
 *     feature: early-exit              rows of the support table (test/support/features.ts)
 *     flags: -lm                       further compiler flags
 *     since: 16                        the first clang with which it is so: older ones do not take the source, or make other IR of it
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { modes as allModes, type Mode } from '../support/driver.js';
import type { NumberType, Parameter, Subject } from '../support/subject.js';
import { type Level, levels } from '../support/tool.js';

export interface Case {
  /** `loops/in-place-update.c` */
  readonly id: string;
  readonly file: string;
  readonly language: 'c' | 'cpp' | 'll';
  readonly features: readonly string[];
  readonly modes: readonly Mode[];
  readonly flags: readonly string[];
  readonly since: number | undefined;
  readonly check:
    | { readonly kind: 'gradient'; readonly subject: Subject; readonly prototype: string }
    | { readonly kind: 'error'; readonly code: string; readonly says: readonly string[]; readonly subject: Subject | undefined }
    | { readonly kind: 'prints'; readonly lines: readonly string[] };
}

/** Not in halves. */
export const wholeModes: readonly Mode[] = ['forward', 'reverse'];

export function loadCases(folder: string): Case[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(c|cpp|ll)$/.test(name)).sort()
    .map((name) => parseCase(relative(folder, join(folder, name)), join(folder, name)));
}

export function parseCase(id: string, file: string, text = readFileSync(file, 'utf8')): Case {
  const directives = readDirectives(id, text);
  const one = (key: string) => directives.get(key)?.[0];
  const words = (key: string) => (directives.get(key) ?? []).flatMap((line) => line.split(/[\s,]+/)).filter(Boolean);
  const modes = words('modes').map((word) => modeNamed(id, word));
  const code = one('error'), prints = directives.get('prints'), subject = one('function') ? parseSubject(id, text, directives) : undefined;
  const common = {
    id, file, language: extname(file).slice(1) as Case['language'], features: words('feature'), flags: words('flags'), since: one('since') === undefined ? undefined : Number(one('since')),
    modes: modes.length ? modes : code || prints ? wholeModes : allModes,
  };
  if (code) return { ...common, check: { kind: 'error', code, says: directives.get('says') ?? [], subject: subject?.subject } };
  if (prints) return { ...common, check: { kind: 'prints', lines: prints } };
  if (!subject) throw new Error(`${id}: says neither function, error nor prints`);
  if (!one('gradient')) throw new Error(`${id}: has no gradient directive`);
  return { ...common, check: { kind: 'gradient', ...subject } };
}

const known = new Set(['function', 'at', 'gradient', 'value', 'tolerance', 'error', 'says', 'prints', 'modes', 'feature', 'flags', 'since']);

function readDirectives(id: string, text: string): Map<string, string[]> {
  const directives = new Map<string, string[]>();
  for (const [, key, value] of text.matchAll(/^(?:\/\/|;) ([a-z]+): (.*)$/gm)) {
    if (!known.has(key!)) throw new Error(`${id}: unknown directive \`${key}\``);
    directives.set(key!, [...(directives.get(key!) ?? []), value!.trim()]);
  }
  return directives;
}

function modeNamed(id: string, word: string): Mode {
  const mode = allModes.find((name) => name === word);
  if (!mode) throw new Error(`${id}: unknown mode \`${word}\``);
  return mode;
}

function parseSubject(id: string, text: string, directives: Map<string, string[]>): { subject: Subject; prototype: string } {
  const stated = directives.get('function')![0]!;
  const name = /(\w+)\s*(?:\(|$)/.exec(stated)![1]!;
  const prototype = stated.includes('(') ? stated : findPrototype(id, text, name);
  const parsed = /^(.*?)\b(\w+)\s*\(([^)]*)\)$/.exec(prototype.replace(/__attribute__\s*\(\(.*?\)\)/g, '').replace(/\s+/g, ' ').trim());
  if (!parsed) throw new Error(`${id}: cannot read the prototype \`${prototype}\``);
  const values = assignments(id, directives.get('at')?.[0] ?? '');
  const parameters = parsed[3]!.split(',').map((part) => part.trim()).filter((part) => part && part !== 'void')
    .map((part) => parseParameter(id, part, values));
  const returns = parsed[1]!.replace(/\b(static|inline|extern|const|"C")\s*/g, '').replace(/extern\s*"C"/, '').trim();
  const subject = {
    name, parameters, returns: returnType(id, returns), tolerance: Number(directives.get('tolerance')?.[0] ?? 1e-6),
    value: directives.has('value') ? Number(directives.get('value')![0]) : undefined,
  };
  return { subject: { ...subject, gradient: parseGradient(id, directives.get('gradient')?.[0], subject) }, prototype };
}

function findPrototype(id: string, text: string, name: string): string {
  const found = new RegExp(`^([^\\n;{}/]*\\b${name}\\s*\\([^)]*\\))\\s*\\{`, 'm').exec(text);
  if (!found) throw new Error(`${id}: does not define \`${name}\``);
  return found[1]!;
}

function returnType(id: string, text: string): Subject['returns'] {
  if (text === 'double' || text === 'float' || text === 'void') return text;
  throw new Error(`${id}: the function must return double, float or void, not \`${text}\``);
}

function parseParameter(id: string, text: string, values: Map<string, number | number[]>): Parameter {
  const parsed = /^(.*?)(\**)\s*(?:restrict\s+|__restrict\s+)?(\w+)$/.exec(text);
  const name = parsed?.[3] ?? '', at = values.get(name);
  if (!parsed || at === undefined) throw new Error(`${id}: \`at\` gives no value for \`${text}\``);
  const type = parsed[1]!.replace(/\bconst\b/g, '').replace(/\brestrict\b/g, '').trim(), pointer = parsed[2] !== '';
  if (pointer !== (typeof at !== 'number')) throw new Error(`${id}: \`${name}\` is ${pointer ? 'an array' : 'a number'}`);
  if (type !== 'double' && type !== 'float') return { kind: 'constant', type, name, at };
  return typeof at === 'number' ? { kind: 'scalar', type: type as NumberType, name, at }
    : { kind: 'array', type: type as NumberType, name, at, isConst: /\bconst\b/.test(parsed[1]!) };
}

function assignments(id: string, text: string): Map<string, number | number[]> {
  const values = new Map<string, number | number[]>();
  for (const [, name, list, single] of text.matchAll(/(\w+)\s*=\s*(?:\[([^\]]*)\]|([^,\s]+))/g)) {
    const numbers = (list ?? single!).split(',').map((part) => parseNumber(id, part.trim()));
    values.set(name!, list === undefined ? numbers[0]! : numbers);
  }
  return values;
}

function parseNumber(id: string, text: string): number {
  const value = text === 'inf' ? Infinity : text === '-inf' ? -Infinity : Number(text);
  if (text === '' || (Number.isNaN(value) && text !== 'nan')) throw new Error(`${id}: \`${text}\` is not a number`);
  return value;
}

/** Given numbers are the gradient of the result; the harness adds weights for what stays in the arrays. */
function parseGradient(id: string, text: string | undefined, subject: Omit<Subject, 'gradient'>): number[] | undefined {
  if (text === undefined || text === 'finite-differences') return undefined;
  const values = assignments(id, text);
  const of = (parameter: Parameter): number[] => {
    const given = values.get(parameter.name);
    if (given === undefined) throw new Error(`${id}: \`gradient\` gives nothing for \`${parameter.name}\``);
    return typeof given === 'number' ? [given] : given;
  };
  const inArrays = subject.parameters.filter((p) => p.kind === 'array').flatMap(of).map((d, i) => d + 0.5 + 0.25 * (i % 3));
  return [...inArrays, ...subject.parameters.filter((p) => p.kind === 'scalar').flatMap(of)];
}

export function caseName(testCase: Case): string { return basename(testCase.id, extname(testCase.id)); }

/** Spread evenly, and the same whatever cases are added: a new one must not send the others to another level or version. */
export function numberOf({ id }: Case): number { return createHash('sha256').update(id).digest().readUInt32BE(0); }

/** The levels that a case is tested at: those that are mostly templates of libraries take long, and are tested at O1 and one other. */
export function levelsOf(testCase: Case): readonly Level[] {
  const others = levels.filter((level) => level !== 'O1');
  return /^(containers|eigen)\//.test(testCase.id) ? levels.filter((level) => level === 'O1' || level === others[numberOf(testCase) % others.length]) : levels;
}
