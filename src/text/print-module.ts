/** Modules as text. */
import { type Module, quoteName, quoteString } from '../ir/index.js';
import { attributesFor, latest, withoutMmx } from './dialect.js';
import { expandGoneExpressions } from './expand-constants.js';
import { debugDeclarations } from './print-debug-records.js';
import { needsReading, printFunction } from './print-function.js';
import { printGlobal, printIndirect } from './print-globals.js';
import { metadataFor } from './print-metadata.js';
import { renumberGlobals } from './renumber.js';

export interface PrintOptions {
  /** The version of LLVM that is to read the text: 14 to 22. */
  readonly llvm?: number;
}

/** @throws Diagnostic `syntax` when a body that has to be read for this is malformed. */
export function printModule(module: Module, options: PrintOptions = {}): string {
  const llvm = options.llvm ?? latest;
  renumberGlobals(module);
  // Reading a body may declare intrinsics and name blocks of other functions: all of it happens before the first line.
  const functions = [...module.functions.values()];
  for (const fn of functions) if (!fn.isDeclaration && needsReading(fn, llvm)) expandGoneExpressions(fn, llvm);
  const sections = [
    printHeader(module),
    [...module.structs.values()].map((type) => `${type.text} = type ${type.bodyText}\n`),
    [...module.comdats].map(([name, kind]) => `$${quoteName(name)} = comdat ${kind}\n`),
    [...module.globals.values()].map((global) => printGlobal(global, llvm)),
    [...module.aliases.values(), ...module.ifuncs.values()].map((global) => printIndirect(global, llvm)),
    [[...[...module.functions.values()].map((fn) => printFunction(fn, llvm)), ...debugDeclarations(module, llvm)].join('\n')],
    [...module.attributeGroups].map(([number, words]) => `attributes #${number} = { ${attributesFor(words, llvm).join(' ')} }\n`),
    [...module.namedMetadata].map(([name, node]) => `!${name} = ${node}\n`),
    [...module.metadata].map(([number, node]) => `!${number} = ${metadataFor(node, llvm)}\n`),
    printVerbatim(module),
  ];
  return withoutMmx(sections.map((lines) => lines.join('')).filter((section) => section !== '').join('\n'), llvm);
}

function printHeader(module: Module): string[] {
  const lines: string[] = [];
  if (module.sourceFilename !== '') lines.push(`source_filename = ${quoteString(module.sourceFilename)}\n`);
  if (module.dataLayoutText !== '') lines.push(`target datalayout = ${quoteString(module.dataLayoutText)}\n`);
  if (module.targetTriple !== '') lines.push(`target triple = ${quoteString(module.targetTriple)}\n`);
  for (const line of module.assembly) lines.push(`module asm ${quoteString(line)}\n`);
  return lines;
}

/** Orders of use lists are only right while no body has been touched. */
function printVerbatim(module: Module): string[] {
  const isTouched = [...module.functions.values()].some((fn) => !fn.isDeclaration && fn.unparsedBody === undefined);
  return module.verbatim.filter((text) => !(isTouched && text.startsWith('uselistorder'))).map((text) => `${text}\n`);
}
