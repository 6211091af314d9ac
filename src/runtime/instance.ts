/**
 * A WebAssembly program that is running: its functions, its linear memory, its console. The operating system it sees is
 * `@bjorn3/browser_wasi_shim`, which is the same in Node and in a browser: a clock, random numbers, standard output, and
 * no files.
 */
import { ConsoleStdout, File, OpenFile, WASI, WASIProcExit } from '@bjorn3/browser_wasi_shim';

export type OutputStream = 'stdout' | 'stderr';
/** One line that the program printed, without its end. */
export type OutputSink = (line: string, stream: OutputStream) => void;

export type WasmValue = number | bigint;

export class Instance {
  private constructor(private readonly exports: WebAssembly.Exports, private readonly memory: WebAssembly.Memory,
    private readonly output: LineBuffer) {}

  /** Starts a program from its beginning. @throws whatever a static constructor of the program throws. */
  static start(program: WebAssembly.Module, onOutput: OutputSink = toConsole): Instance {
    const output = new LineBuffer(onOutput);
    const wasi = new WASI([], [], [
      new OpenFile(new File([])),
      new ConsoleStdout((bytes) => output.write(bytes, 'stdout')),
      new ConsoleStdout((bytes) => output.write(bytes, 'stderr')),
    ]);
    const { exports } = new WebAssembly.Instance(program, { wasi_snapshot_preview1: wasi.wasiImport });
    const { memory } = exports;
    if (!(memory instanceof WebAssembly.Memory)) throw new TypeError('the program exports no memory');
    const instance = new Instance(exports, memory, output);
    const initialize = exports['_initialize'];
    wasi.initialize({ exports: { memory, ...(initialize instanceof Function && { _initialize: () => instance.call('_initialize', []) }) } });
    return instance;
  }

  /** Calls an exported function. What it printed has reached the sink when this returns. */
  call(symbol: string, args: readonly WasmValue[]): WasmValue | undefined {
    const stackPointer = this.exports['__stack_pointer'];
    const before: unknown = stackPointer instanceof WebAssembly.Global ? stackPointer.value : undefined;
    try {
      const result: unknown = this.exported(symbol)(...args);
      if (symbol !== '_initialize') this.flush();
      return typeof result === 'number' || typeof result === 'bigint' ? result : undefined;
    } catch (error) {
      // A trap leaves the stack of the program as deep as it was; the next call starts at the top again.
      if (stackPointer instanceof WebAssembly.Global) stackPointer.value = before;
      if (error instanceof WASIProcExit) throw new Error(`the program called exit(${error.code})`, { cause: error });
      throw error;
    } finally {
      this.output.flush();
    }
  }

  /** @returns the address of fresh memory, aligned for every type. @throws RangeError if there is none left. */
  allocate(bytes: number): number {
    const address = Number(this.exported('malloc')(Math.max(bytes, 1))) >>> 0;
    if (address === 0) throw new RangeError(`the program has no ${bytes} bytes of memory left`);
    return address;
  }

  free(address: number): void { this.exported('free')(address); }

  /** The memory as it is now: the next call may grow it, which detaches the buffer. */
  get buffer(): ArrayBuffer { return this.memory.buffer; }

  /** The address of an exported variable. */
  addressOf(symbol: string): number | undefined {
    const global = this.exports[symbol];
    return global instanceof WebAssembly.Global ? Number(global.value) : undefined;
  }

  private flush(): void {
    const flush = this.exports['fflush'];
    if (flush instanceof Function) flush(0);
  }

  private exported(symbol: string): (...args: WasmValue[]) => unknown {
    const found = this.exports[symbol];
    if (!(found instanceof Function)) throw new TypeError(`the program does not export ${symbol}`);
    return (...args) => found(...args) as unknown;
  }
}

function toConsole(line: string, stream: OutputStream): void {
  if (stream === 'stdout') console.log(line);
  else console.error(line);
}

/** Collects what is written until a line is complete. */
class LineBuffer {
  private readonly pending: Record<OutputStream, string> = { stdout: '', stderr: '' };
  private readonly decoders: Record<OutputStream, TextDecoder> = { stdout: new TextDecoder(), stderr: new TextDecoder() };
  constructor(private readonly sink: OutputSink) {}

  write(bytes: Uint8Array, stream: OutputStream): void {
    const lines = (this.pending[stream] + this.decoders[stream].decode(bytes, { stream: true })).split('\n');
    this.pending[stream] = lines.pop() ?? '';
    for (const line of lines) this.sink(line, stream);
  }

  /** Passes on a line that has no end yet. */
  flush(): void {
    for (const stream of ['stdout', 'stderr'] as const) {
      const line = this.pending[stream];
      this.pending[stream] = '';
      if (line !== '') this.sink(line, stream);
    }
  }
}
