/** IR in, one IR text with every requested derivative out. */
import { Diagnostic } from '../diagnostics/index.js';
import { lowerDerivatives } from '../entry/index.js';
import { linkModules } from '../ir/linker.js';
import { type Module, addressesInBytes, verifyFunction, zero } from '../ir/index.js';
import { parseModule, printModule } from '../text/index.js';
import { stripDebugInfo } from '../text/strip-debug-info.js';
import { type CodeOptions, addSanitizerAttributes, addSizeAttributes, merged, newFunctions } from './code-options.js';
import { planPolicy } from './plan-policy.js';
import { note, timedSync } from './time-report.js';

export interface IrFile { readonly text: string; readonly file: string }
/** A module, and how the code in it was compiled: undefined if nobody knows. */
export interface CodeUnit { readonly module: Module; readonly options: CodeOptions | undefined }

export interface DifferentiateOptions {
  /** The LLVM that will read the result. */
  readonly llvm: number;
  /** Whether debug info is to stay. */
  readonly debugInfo: boolean;
  /** Called when the derivatives are there. */
  readonly prepare?: (module: Module) => void;
}

export interface Differentiated { readonly changed: boolean; readonly text: string; readonly remarks: readonly string[] }

export function parseIr({ text, file }: IrFile): Module { return timedSync('reading IR', () => parseModule(text, { file })); }

/**
 * The modules become one.
 * @throws Diagnostic, or AggregateError of several
 */
export function differentiate(units: readonly CodeUnit[], { llvm, debugInfo, prepare }: DifferentiateOptions): Differentiated {
  for (const { module, options } of units) if (options) addSizeAttributes(module.functions.values(), options);
  const modules = units.map(({ module }) => module);
  const module = modules.length === 1 && modules[0] ? modules[0] : timedSync('merging IR', () => linkModules(modules));
  const before = new Set(module.functions.keys());
  const { changed, remarks } = lowerTimed(module);
  if (changed) {
    defineMarkers(module);
    timedSync('checking IR', () => { verifyTouched(module); });
  }
  const options = merged(units.flatMap((unit) => unit.options ?? []));
  const added = newFunctions(module, before);
  addSizeAttributes(added, options);
  addSanitizerAttributes(added, options);
  prepare?.(module);
  return { changed, text: printed(module, { llvm, debugInfo }), remarks };
}

/** What comes before the first derivative is spent on looking for the calls that ask for one. */
function lowerTimed(module: Module): { changed: boolean; remarks: string[] } {
  let [phase, began] = ['looking for derivatives', performance.now()];
  const next = (name: string): void => {
    note(phase, performance.now() - began);
    [phase, began] = [name, performance.now()];
  };
  try {
    return lowerDerivatives(module, { policy: planPolicy(), onRequest: ({ mode, source }) => { next(`derivative of ${source.name}, ${mode} mode`); } });
  } finally {
    next('');
  }
}

export function printed(module: Module, { llvm, debugInfo }: Pick<DifferentiateOptions, 'llvm' | 'debugInfo'>): string {
  return timedSync('writing IR', () => {
    if (llvm === 14) addressesInBytes(module);
    const text = printModule(module, { llvm });
    return debugInfo ? text : stripDebugInfo(text);
  });
}

/**
 * `extern int enzyme_dup;` is declared and never defined. What still refers to one when the calls are gone (sanitizers
 * check its address) must not fail to link.
 */
export function defineMarkers(module: Module): void {
  for (const global of module.globals.values()) {
    if (global.initializer || global.valueType.kind !== 'integer' || !/^enzyme_[a-z_]+$/.test(global.name)) continue;
    global.initializer = zero(global.valueType);
    global.words.linkage = 'internal';
  }
}

/** Our own check on our own work, of what was read or made; bodies nobody looked at are as the compiler wrote them. */
function verifyTouched(module: Module): void {
  const problems = [...module.functions.values()].filter((fn) => fn.unparsedBody === undefined).flatMap(verifyFunction);
  if (problems.length === 0) return;
  throw new Diagnostic('invalidIr', { message: problems[0] ?? '' }, { notes: [...problems.slice(1, 5), 'this is a bug in Ribozyme: please report it'] });
}
