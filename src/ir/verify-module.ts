/** Globals, comdats, named types, and references by number (`#3`, `!12`) that must lead somewhere. */
import { type StructType, type Type, sameType } from './types.js';
import { type Module, attributeName } from './module.js';
import { type Constant, type Global } from './values.js';
import { constantProblems } from './verify-constants.js';
import { isSized } from './verify-types.js';
import { scanTokens } from './verify-tokens.js';

/** What is wrong outside the functions. */
export function moduleProblems(module: Module): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  const kinds: ReadonlyMap<string, Global>[] = [module.globals, module.functions, module.aliases, module.ifuncs];
  for (const [name, global] of kinds.flatMap((kind) => [...kind])) {
    if (global.name !== name) problems.push(`@${global.name} is listed as @${name}`);
    if (seen.has(name)) problems.push(`@${name} is defined twice`);
    seen.add(name);
    if (global.module !== module) problems.push(`@${name} belongs to another module`);
    if (global.kind !== 'function') globalProblems(global).forEach((message) => problems.push(`@${name}: ${message}`));
  }
  for (const struct of module.structs.values()) {
    if (containsItself(struct)) problems.push(`%${struct.name}: contains itself`);
  }
  for (const [number, text] of module.metadata) {
    danglingReferences(module, [text]).forEach((name) => problems.push(`!${number}: refers to ${name}, which does not exist`));
  }
  for (const [name, text] of module.namedMetadata) {
    danglingReferences(module, [text]).forEach((missing) => problems.push(`!${name}: refers to ${missing}, which does not exist`));
  }
  return problems;
}

const declarable = ['', 'external', 'extern_weak'];
const linkages = [
  ...declarable, 'private', 'internal', 'available_externally', 'linkonce', 'weak', 'common', 'appending', 'linkonce_odr', 'weak_odr',
];

/** What is wrong with a global but for the body of a function. */
export function globalProblems(global: Global): string[] {
  const problems: string[] = [];
  const { linkage, visibility } = global.words;
  if (!linkages.includes(linkage)) problems.push(`${linkage} is no linkage`);
  if ((linkage === 'private' || linkage === 'internal') && visibility !== '' && visibility !== 'default') problems.push(`${linkage} and ${visibility}`);
  if (isDeclaration(global)) {
    if (!declarable.includes(linkage)) problems.push(`a declaration cannot be ${linkage}`);
  } else if (linkage === 'extern_weak') problems.push('a definition cannot be extern_weak');
  const comdat = comdatOf(global);
  if (comdat !== undefined && !global.module.comdats.has(comdat)) problems.push(`refers to $${comdat}, which does not exist`);
  switch (global.kind) {
    case 'global':
      if (!isSized(global.valueType) && global.initializer) problems.push(`${global.valueType.text} has no size`);
      if (global.initializer) problems.push(...initializerProblems(global.initializer, global.valueType, linkage));
      problems.push(...danglingReferences(global.module, [...global.trailing, ...global.attributes]).map((name) => `refers to ${name}, which does not exist`));
      break;
    case 'alias': problems.push(...constantProblems(global.target), ...pointerProblems(global.target)); break;
    case 'ifunc': problems.push(...constantProblems(global.resolver), ...pointerProblems(global.resolver)); break;
    case 'function':
      for (const constant of [global.personality, global.prefix, global.prologue]) if (constant) problems.push(...constantProblems(constant));
  }
  return problems;
}

/** Names of parts of the attribute and metadata texts that lead nowhere: `#3`, `!12`. */
export function danglingReferences(module: Module, texts: readonly string[]): string[] {
  const missing: string[] = [];
  for (const text of texts) {
    if (!/[#!]\d/.test(text)) continue;
    for (const token of scanTokens(text)) {
      const number = Number(token.name);
      if (token.sigil === '!' && !module.metadata.has(number)) missing.push(`!${token.name}`);
      if (token.sigil === '#' && !module.attributeGroups.has(number)) missing.push(`#${token.name}`);
    }
  }
  return missing;
}

/** The comdat that a global names; a bare `comdat` is the one of its own name. */
export function comdatOf(global: Global): string | undefined {
  for (const word of global.trailing) {
    if (attributeName(word) !== 'comdat') continue;
    const [token] = scanTokens(word);
    return token?.sigil === '$' ? token.name : global.name;
  }
  return undefined;
}

function isDeclaration(global: Global): boolean {
  return global.kind === 'function' ? global.isDeclaration : global.kind === 'global' ? !global.initializer : false;
}

function initializerProblems(initializer: Constant, type: Type, linkage: string): string[] {
  const problems = constantProblems(initializer);
  if (!sameType(initializer.type, type)) problems.push(`the initialiser is ${initializer.type.text}, not ${type.text}`);
  if (linkage === 'appending' && type.kind !== 'array') problems.push('appending needs an array');
  return problems;
}

function pointerProblems(target: Constant): string[] {
  return target.type.kind === 'pointer' ? [] : [`leads to ${target.type.text}, not to a pointer`];
}

function containsItself(struct: StructType): boolean {
  const open = new Set<Type>([struct]);
  const done = new Set<Type>();
  const visit = (type: Type): boolean => {
    if (type.kind === 'array' || type.kind === 'vector') return visit(type.element);
    if (type.kind !== 'struct' || done.has(type)) return false;
    if (open.has(type)) return true;
    open.add(type);
    const found = type.fields.some(visit);
    open.delete(type);
    done.add(type);
    return found;
  };
  return struct.fields.some(visit);
}
