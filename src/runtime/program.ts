/** Compiled source code from which programs can be built: the one the user wrote, and one for each derivative. */
import { lowerDerivatives } from '../entry/index.js';
import type { Module } from '../ir/index.js';
import { parseModule, printModule } from '../text/index.js';
import { stripDebugInfo } from '../text/strip-debug-info.js';
import type { MessageSink, Toolchain } from '../toolchain/toolchain.js';
import { trapThrows } from './exceptions.js';
import { Instance, type OutputSink } from './instance.js';
import { reachableNames } from './reachable.js';
import { type Signature, type Uncallable, exportedFunctions, isCallable } from './signature.js';
import { State, type Variable, exposeState, stateSymbol, variables } from './state.js';

/** What a program is doing, for people who wait. `fraction` goes from 0 to 1 while a stage can be measured. */
export interface Progress { readonly stage: 'loading the compiler' | 'compiling' | 'differentiating' | 'linking'; readonly fraction?: number }

export interface ProgramOptions {
  readonly toolchain: Toolchain;
  readonly cxx: boolean;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly onMessage?: MessageSink | undefined;
  readonly onOutput?: OutputSink | undefined;
}

/** A program with its variables. It can start over. */
export class RunningProgram {
  private current: Instance;
  private currentState: State;

  constructor(private readonly code: WebAssembly.Module, private readonly table: readonly Variable[], private readonly onOutput?: OutputSink) {
    this.current = Instance.start(code, onOutput);
    this.currentState = new State(this.current, table);
  }

  get instance(): Instance { return this.current; }

  /**
   * The program, with the variables of another one.
   * @throws Diagnostic if they cannot be copied.
   */
  inStateOf(other: RunningProgram): Instance {
    // What an earlier call has kept behind a pointer must not be seen by the next.
    if (this.currentState.hasChangedPointers) this.startAgain();
    this.currentState.copyFrom(other.currentState);
    return this.current;
  }

  /** Forgets what earlier calls have done to the variables of the program. */
  reset(): void { if (this.currentState.hasChanged) this.startAgain(); }

  private startAgain(): void {
    this.current = Instance.start(this.code, this.onOutput);
    this.currentState = new State(this.current, this.table);
  }
}

export class Program {
  readonly functions: readonly (Signature | Uncallable)[];
  private readonly variables: readonly Variable[];
  private readonly derivatives = new Map<string, Promise<RunningProgram>>();
  private main: RunningProgram | undefined;

  private constructor(
    /** The canonical form, before derivatives. */
    readonly ir: string, private readonly options: ProgramOptions,
  ) {
    const module = parseModule(ir);
    this.functions = exportedFunctions(module);
    this.variables = variables(module);
  }

  static async start(ir: string, options: ProgramOptions): Promise<Program> {
    const program = new Program(ir, options);
    const exports = program.functions.filter(isCallable).map(({ symbol }) => symbol);
    program.main = await program.build(exports, program.variables, () => undefined);
    return program;
  }

  /** The program as it was written. */
  get running(): RunningProgram {
    if (!this.main) throw new Error('the program has not been started');
    return this.main;
  }

  /**
   * The program with a function added that `prepare` makes and that is exported as `wrapper`: a derivative of the function
   * called `symbol`. Built once for each `key`.
   * @throws Diagnostic if it cannot be differentiated.
   */
  derivative(key: string, symbol: string, wrapper: string, prepare: (module: Module) => Cleanup): Promise<RunningProgram> {
    const known = this.derivatives.get(key);
    if (known) return known;
    const reachable = reachableNames(parseModule(this.ir), symbol);
    const built = this.build([wrapper], this.variables.filter(({ name }) => reachable.has(name)), prepare);
    this.derivatives.set(key, built);
    return built;
  }

  private async build(exports: readonly string[], table: readonly Variable[], prepare: (module: Module) => Cleanup | undefined): Promise<RunningProgram> {
    const { toolchain, cxx, onProgress, onMessage, onOutput } = this.options;
    const module = parseModule(this.ir);
    dropMain(module);
    const cleanUp = prepare(module);
    onProgress?.({ stage: 'differentiating' });
    lowerDerivatives(module);
    cleanUp?.();
    trapThrows(module);
    exposeState(module, table.map(({ name }) => name));
    onProgress?.({ stage: 'linking' });
    const linkFlags = [...reactorFlags, ...[...exports, stateSymbol].map((name) => `-Wl,--export=${name}`)];
    const wasm = await toolchain.emit(stripDebugInfo(printModule(module)), 'executable', { cxx, onMessage, flags: ['-O3', ...linkFlags] });
    return new RunningProgram(await WebAssembly.compile(Uint8Array.from(wasm)), table, onOutput);
  }
}

/** What is to be done to the module when its derivatives have been lowered. */
export type Cleanup = () => void;

/** A library rather than a command. A stack that overflows traps instead of overwriting variables. */
const reactorFlags: readonly string[] = [
  '-mexec-model=reactor', '-Wl,--stack-first', '-Wl,-z,stack-size=8388608', '-Wl,--export=__stack_pointer', '-Wl,--export=__heap_base',
  '-Wl,--export=malloc', '-Wl,--export=free', '-Wl,--export-if-defined=fflush',
];

/** Nobody calls `main` here, so what it differentiates need not be. The C library knows it by other names too. */
function dropMain(module: Module): void {
  const main = module.functions.get('main') ?? module.functions.get('__main_argc_argv');
  if (!main || main.isDeclaration) return;
  module.functions.delete(main.name);
  for (const { name, target } of [...module.aliases.values()]) if (target === main) module.aliases.delete(name);
}
