/**
 * What a clang (or flang) command line asks for: which inputs, which output, and for each flag whether it concerns the
 * step from source to IR, the step from IR to machine code, the linker, or several of them. Knows just enough of clang's
 * options for that; what it does not know goes to both compile steps, which is right for `-f...` and `-m...`.
 */
import type { Language } from '../toolchain/index.js';
import { optionStage, type Stage, takesValue } from './options.js';

/** What the command makes. `other`: preprocessing, dependencies only, printing versions, ...: nothing for us to do. */
export type Action = 'executable' | 'object' | 'assembly' | 'ir' | 'bitcode' | 'other';

export type Word =
  | { readonly kind: 'source'; readonly path: string; readonly language: Language; readonly named: boolean }
  /** An input for the driver or linker to handle: objects, archives, libraries, assembly. */
  | { readonly kind: 'file'; readonly path: string; readonly words: readonly string[] }
  | { readonly kind: 'option'; readonly stage: Stage; readonly words: readonly string[] };

export interface CommandLine {
  readonly action: Action;
  /** In the order given. `-x` and `-o` are not among them. */
  readonly words: readonly Word[];
  readonly output: string | undefined;
  /** The last `-O` word, if any. */
  readonly optimisation: string | undefined;
  /** Whether the user asked for debug info. */
  readonly debugInfo: boolean;
}

export type Source = Extract<Word, { kind: 'source' }>;

/** `words` come after the compiler's name, response files expanded. */
export function parseCommandLine(words: readonly string[]): CommandLine {
  return new CommandLineReader(words).read();
}

export function sourcesOf(line: CommandLine): Source[] { return line.words.filter((word) => word.kind === 'source'); }

const languageOfExtension: Record<string, Language> = {
  c: 'c', i: 'c', cc: 'c++', cp: 'c++', cxx: 'c++', cpp: 'c++', CPP: 'c++', 'c++': 'c++', C: 'c++', ii: 'c++', ll: 'ir', bc: 'ir',
  f: 'fortran', for: 'fortran', f77: 'fortran', f90: 'fortran', f95: 'fortran', f03: 'fortran', f08: 'fortran',
  F: 'fortran', F77: 'fortran', F90: 'fortran', F95: 'fortran', F03: 'fortran', F08: 'fortran',
};
/** Of `-x`. Headers, assembly, CUDA and the like have none here: the driver sees them as it would without us. */
const languageOfName: Record<string, Language> = {
  c: 'c', 'c++': 'c++', ir: 'ir', 'cpp-output': 'c', 'c++-cpp-output': 'c++', f95: 'fortran', 'f95-cpp-input': 'fortran',
};
const headerExtension = /\.(h|hh|hp|hpp|hxx|H|h\+\+|tcc)$/;

/** Everything that is not assembly: objects, archives, and what the driver hands to the linker in the hope that it knows. */
function isLinkerInput(path: string): boolean { return !/\.(s|S|asm)$/.test(path); }

class CommandLineReader {
  private readonly result: Word[] = [];
  private output: string | undefined;
  private optimisation: string | undefined;
  private debugInfo = false;
  private isOther = false;
  private compileOnly = false;
  private toAssembly = false;
  private emitLlvm = false;
  /** After `-x`: the language of what follows. */
  private language: string | undefined;

  constructor(private readonly words: readonly string[]) {}

  read(): CommandLine {
    let onlyInputs = false;
    for (let i = 0; i < this.words.length; i++) {
      const word = this.words[i] ?? '';
      if (onlyInputs || word === '-' || !word.startsWith('-')) this.input(word);
      else if (word === '--') onlyInputs = true;
      else if (takesValue(word)) this.option(word, this.words[++i]);
      else this.option(word);
    }
    const { output, optimisation, debugInfo } = this;
    return { action: this.action(), words: this.result, output, optimisation, debugInfo };
  }

  private action(): Action {
    if (this.isOther || this.result.every((word) => word.kind === 'option')) return 'other';
    if (!this.compileOnly && !this.toAssembly) return this.emitLlvm ? 'other' : 'executable';
    const compiled = this.result.filter((word) => word.kind === 'source' || (word.kind === 'file' && !isLinkerInput(word.path)));
    if (this.output !== undefined && compiled.length > 1) return 'other'; // an error that the compiler explains best
    if (this.toAssembly) return this.emitLlvm ? 'ir' : 'assembly';
    return this.emitLlvm ? 'bitcode' : 'object';
  }

  private input(path: string): void {
    const named = this.language !== undefined && this.language !== 'none';
    const language = named ? languageOfName[this.language ?? ''] : languageOfExtension[/\.([^./]+)$/.exec(path)?.[1] ?? ''];
    if (language) this.result.push({ kind: 'source', path, language, named });
    else this.result.push({ kind: 'file', path, words: named ? ['-x', this.language ?? '', path, '-x', 'none'] : [path] });
    if (!language && (named ? /header/.test(this.language ?? '') : headerExtension.test(path))) this.isOther = true;
  }

  private option(word: string, value?: string): void {
    switch (optionKind(word)) {
      case 'output': this.output = value ?? word.slice(2); return;
      case 'language': this.language = value ?? word.slice(2); return;
      case 'compileOnly': this.compileOnly = true; return;
      case 'assembly': this.toAssembly = true; return;
      case 'emitLlvm': this.emitLlvm = true; return;
      case 'other': this.isOther = true; return;
      case 'optimisation': this.optimisation = word; return;
      case 'debug': this.debugInfo = word !== '-g0'; break;
      case 'plain': break;
    }
    const stage = optionStage(word);
    this.result.push({ kind: 'option', stage, words: value === undefined ? [word] : [word, value] });
  }
}

type OptionKind = 'output' | 'language' | 'compileOnly' | 'assembly' | 'emitLlvm' | 'other' | 'optimisation' | 'debug' | 'plain';

const optionKinds: readonly (readonly [RegExp, OptionKind])[] = [
  [/^(-o|--output)/, 'output'],
  [/^-x/, 'language'],
  [/^(-c|--compile)$/, 'compileOnly'],
  [/^(-S|--assemble)$/, 'assembly'],
  [/^-emit-llvm$/, 'emitLlvm'],
  [/^(-E|-M|-MM|--preprocess|-fsyntax-only|-###|--version|--?help.*|-V|-cc1.*|--analyze|-emit-ast|--precompile|-emit-pch|-(-)?print-.*|-dump.*|--config-.*)$/, 'other'],
  [/^-O/, 'optimisation'],
  [/^-g([0-3]|gdb[0-3]?|lldb|sce|dbx|dwarf(-[0-9]+)?|line-tables-only|line-directives-only|modules|codeview|full)?$/, 'debug'],
];

function optionKind(word: string): OptionKind {
  return optionKinds.find(([pattern]) => pattern.test(word))?.[1] ?? 'plain';
}
