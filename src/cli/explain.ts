/** `ribozyme explain`: what the gradient of a function keeps from the forward sweep, and why, line by line. */
import { readFileSync, writeFileSync } from 'node:fs';
import { metadataNode } from '../analysis/index.js';
import type { ArgumentActivity } from '../activity/index.js';
import { holdsNumbers, planGradient, protectRegistered, releaseRegistered } from '../entry/index.js';
import { type SourceReader, asJson, asPage, asText, explain } from '../explain/index.js';
import type { Function, Module } from '../ir/index.js';
import { linkModules } from '../ir/linker.js';
import { ignoreExceptions } from '../runtime/exceptions.js';
import { isCxx } from '../runtime/sources.js';
import { diskStore, embeddedToolchain } from '../toolchain/index.js';
import { clangValues, wantedParameters } from './called-function.js';
import { parseIr } from './differentiate.js';
import { exitCodes } from './exit.js';
import { endProgress, relativeName, showProgress } from './report.js';
import { allValues, badUsage, lastValue, type Options, readOptions } from './usage.js';

export async function explainCommand(words: readonly string[]): Promise<number> {
  const options = readOptions('explain', words, { flags: ['--json'], values: ['--html', '--with', '--wrt', ...clangValues] });
  const at = options.rest.findIndex((word) => !word.startsWith('-'));
  const [file, name, ...more] = at < 0 ? [] : options.rest.slice(at);
  if (file === undefined || name === undefined) throw badUsage('explain', `${file === undefined ? 'no source file' : 'no function'} was named`);
  if (more.length > 0) throw badUsage('explain', `\`${more[0] ?? ''}\` is too much: a plan depends on no arguments`);
  const flags = [...options.rest.slice(0, at), ...options.values.filter(([option]) => clangValues.includes(option)).flat()];
  const module = await compileAll([file, ...allValues(options, '--with')], flags);
  const fn = find(module, name);
  const explanations = explain(planGradient(module, fn, activities(fn, options)));
  const page = lastValue(options, '--html');
  if (page !== undefined) writeFileSync(page, asPage(explanations, readSource, relativeName));
  if (page === undefined || options.flags.has('--json')) process.stdout.write(options.flags.has('--json') ? asJson(explanations) : asText(explanations, readSource, relativeName));
  return exitCodes.ok;
}

/** Files of LLVM IR are read as they are. */
async function compileAll(files: readonly string[], flags: readonly string[]): Promise<Module> {
  const toolchain = embeddedToolchain({ store: diskStore(), onProgress: (fraction) => { showProgress(`loading the compiler ${Math.round(100 * fraction)} %`); } });
  const aroundPasses = { before: protectRegistered, after: releaseRegistered };
  const modules: Module[] = [];
  for (const file of files) {
    const text = file.endsWith('.ll') ? readFileSync(file, 'latin1')
      : await toolchain.toIr(file, { flags: isCxx(file, undefined) ? [...ignoreExceptions, ...flags] : flags, aroundPasses, onMessage: (message) => { endProgress(); process.stderr.write(message); } }).finally(endProgress);
    modules.push(parseIr({ text, file }));
  }
  return modules.length === 1 && modules[0] ? modules[0] : linkModules(modules);
}

/** By its name in the source or in the module. */
function find(module: Module, name: string): Function {
  const bodies = [...module.functions.values()].filter((fn) => !fn.isDeclaration);
  const sourceName = (fn: Function): string => metadataNode(module, fn.metadata.get('dbg'))?.string('name') ?? fn.name;
  const symbol = bodies.find((fn) => fn.name === name);
  const found = bodies.filter((fn) => sourceName(fn) === name);
  const [only, other] = found;
  if (symbol ?? (only && !other)) return (symbol ?? only) as Function;
  if (other) throw badUsage('explain', `there are several functions \`${name}\`; say which: ${found.map((fn) => fn.name).join(', ')}`);
  const names = [...new Set(bodies.map(sourceName))];
  throw badUsage('explain', `there is no function \`${name}\`; there ${names.length === 1 ? 'is' : 'are'} ${names.join(', ') || 'none'}`);
}

/** Numbers and memory are active, as they are without markers; with `--wrt`, those that it names and memory that may be written. */
function activities(fn: Function, options: Options): ArgumentActivity[] {
  const { wrt } = wantedParameters(options);
  const parameters = parametersOf(fn);
  for (const name of wrt ?? []) if (!parameters.some((each) => each.name === name)) throw badUsage('explain', `\`${fn.name}\` has no parameter \`${name}\``);
  return fn.args.map((arg, index): ArgumentActivity => {
    const { name, isConst, isDiscrete } = parameters[index] ?? { name: '', isConst: false, isDiscrete: false };
    const isWanted = (wrt?.includes(name) ?? true) || (arg.type.kind === 'pointer' && !isConst);
    if (!isWanted || isDiscrete) return 'constant';
    return arg.type.kind === 'pointer' ? 'duplicated' : holdsNumbers(arg.type) ? 'active' : 'constant';
  });
}

/** What the debug information says of the parameters, where it has one for each. */
function parametersOf(fn: Function): { name: string; isConst: boolean; isDiscrete: boolean }[] {
  const program = metadataNode(fn.module, fn.metadata.get('dbg'));
  const variables = (program?.nodes('retainedNodes') ?? []).filter((node) => node.integer('arg') !== undefined);
  return fn.args.map((arg, index) => {
    const variable = variables.find((node) => node.integer('arg') === index + 1);
    let behind = variable?.node('type')?.node('baseType');
    const isConst = behind?.word('tag') === 'DW_TAG_const_type';
    while (behind && ['DW_TAG_const_type', 'DW_TAG_typedef'].includes(behind.word('tag') ?? '')) behind = behind.node('baseType');
    // Bytes may be anything.
    const isDiscrete = behind?.name === 'DIBasicType' && behind.word('encoding') !== 'DW_ATE_float' && (behind.integer('size') ?? 0) > 8;
    return { name: variable?.string('name') ?? arg.name ?? '', isConst, isDiscrete };
  });
}

const readSource: SourceReader = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // then there are only numbers of lines
  }
};
