/**
 * Modules and what they hold by name. What a pass does not need to understand (attribute groups, metadata nodes,
 * linkage words) is kept as the text it was read from.
 */
import type { Terminator } from './instructions.js';
import { type Instruction, isTerminator } from './instructions.js';
import { dataLayout, type DataLayout } from './layout.js';
import { type FunctionType, type StructType, type Type, PointerType, labelType } from './types.js';
import { type Constant, Argument, GlobalBase, LocalValue } from './values.js';

export class BasicBlock extends LocalValue {
  readonly kind = 'block';
  readonly instructions: Instruction[] = [];
  constructor(public parent: Function, name?: string) { super(labelType, name); }

  /** The last instruction, if the block has been completed. */
  get terminator(): Terminator | undefined {
    const last = this.instructions[this.instructions.length - 1];
    return last && isTerminator(last) ? last : undefined;
  }
  get successors(): readonly BasicBlock[] { return this.terminator?.successors ?? []; }

  append<T extends Instruction>(instruction: T): T {
    instruction.block = this;
    this.instructions.push(instruction);
    return instruction;
  }
  /** Inserts before `position`, which is in this block. */
  insertBefore<T extends Instruction>(instruction: T, position: Instruction): T {
    instruction.block = this;
    this.instructions.splice(this.instructions.indexOf(position), 0, instruction);
    return instruction;
  }
}

/**
 * The words that stand before the type in the definition or declaration of a global, in LLVM's order; each is empty
 * when absent. `linkage` is `internal`, `linkonce_odr`, ..., or empty for external.
 */
export class GlobalWords {
  linkage = '';
  /** `dso_local` or `dso_preemptable`. */
  preemption = '';
  visibility = '';
  dllStorage = '';
  /** `thread_local` or `thread_local(localexec)`. */
  threadLocal = '';
  unnamedAddr = '';
}

export class GlobalVariable extends GlobalBase {
  readonly kind = 'global';
  words = new GlobalWords();
  externallyInitialized = false;
  /** The comma-separated parts after the initialiser: `align 8`, `comdat`, `section "x"`, `!dbg !0`. */
  trailing: string[] = [];
  /** Words after those: attribute groups (`#0`). */
  attributes: string[] = [];
  constructor(readonly module: Module, name: string, readonly valueType: Type, public isConstant: boolean,
    public initializer: Constant | undefined, addressSpace = 0) {
    super(new PointerType(addressSpace), name);
  }
}

export class GlobalAlias extends GlobalBase {
  readonly kind = 'alias';
  words = new GlobalWords();
  trailing: string[] = [];
  constructor(readonly module: Module, name: string, readonly valueType: Type, public target: Constant, addressSpace = 0) {
    super(new PointerType(addressSpace), name);
  }
}

export class GlobalIfunc extends GlobalBase {
  readonly kind = 'ifunc';
  words = new GlobalWords();
  trailing: string[] = [];
  constructor(readonly module: Module, name: string, readonly valueType: Type, public resolver: Constant, addressSpace = 0) {
    super(new PointerType(addressSpace), name);
  }
}

/** A body that has not been read yet: its text between the braces, and the function that reads it. */
export interface LazyBody {
  readonly text: string;
  /** False when `text` is in an old dialect or uses names that changed, so that it must be read before it is printed. */
  readonly isVerbatim?: boolean;
  /** Fills the blocks of `fn`. @throws the reader's located error. */
  parse(fn: Function): void;
}

export class Function extends GlobalBase {
  readonly kind = 'function';
  words = new GlobalWords();
  callingConvention = '';
  returnAttributes: string[] = [];
  readonly args: Argument[];
  /** Words after the parameter list: `#0`, `nounwind`, `"key"="value"`. */
  attributes: string[] = [];
  /** What follows them in order: `section "x"`, `comdat($f)`, `align 16`, `gc "..."`. */
  trailing: string[] = [];
  personality: Constant | undefined;
  prefix: Constant | undefined;
  prologue: Constant | undefined;
  /** Attachments such as `!dbg !12`. */
  metadata = new Map<string, string>();
  private lazy: LazyBody | undefined;
  private readonly body: BasicBlock[] = [];

  constructor(readonly module: Module, name: string, readonly functionType: FunctionType, addressSpace = 0) {
    super(new PointerType(addressSpace), name);
    this.args = functionType.parameters.map((type, index) => new Argument(type, index));
  }

  get isDeclaration(): boolean { return this.lazy === undefined && this.body.length === 0; }

  /** The blocks, entry first; reads the body if nobody has before. */
  get blocks(): BasicBlock[] {
    const lazy = this.lazy;
    if (lazy) {
      this.lazy = undefined;
      try {
        lazy.parse(this);
      } catch (error) {
        // Half a body is no body: asking again fails again.
        this.body.length = 0;
        this.lazy = lazy;
        throw error;
      }
    }
    return this.body;
  }

  /** The text of the body while it is untouched, if it can be printed as it is. */
  get unparsedBody(): string | undefined { return this.lazy?.isVerbatim === false ? undefined : this.lazy?.text; }
  setLazyBody(body: LazyBody): void { this.lazy = body; }

  get entry(): BasicBlock {
    const [entry] = this.blocks;
    if (!entry) throw new RangeError(`@${this.name} has no body`);
    return entry;
  }

  addBlock(name?: string): BasicBlock {
    const block = new BasicBlock(this, name);
    this.body.push(block);
    return block;
  }

  *instructions(): Generator<Instruction> {
    for (const block of this.blocks) yield* block.instructions;
  }
}

export class Module {
  sourceFilename = '';
  targetTriple = '';
  /** `module asm` lines, without quotes. */
  readonly assembly: string[] = [];
  /** Named struct types, by name, in the order of the file. */
  readonly structs = new Map<string, StructType>();
  readonly globals = new Map<string, GlobalVariable>();
  readonly functions = new Map<string, Function>();
  readonly aliases = new Map<string, GlobalAlias>();
  readonly ifuncs = new Map<string, GlobalIfunc>();
  /** `$name = comdat any`: selection kind by name. */
  readonly comdats = new Map<string, string>();
  /** `attributes #3 = { ... }`: the words inside the braces, by number. */
  readonly attributeGroups = new Map<number, string[]>();
  /** Numbered metadata nodes: the text after `!12 = `. */
  readonly metadata = new Map<number, string>();
  /** Named metadata: the text after `!llvm.module.flags = `. */
  readonly namedMetadata = new Map<string, string>();
  /** Top-level entities carried verbatim: use-list orders, module summaries. */
  readonly verbatim: string[] = [];
  private layoutCache: DataLayout | undefined;
  private layoutText = '';

  get dataLayoutText(): string { return this.layoutText; }
  set dataLayoutText(text: string) { this.layoutText = text; this.layoutCache = undefined; }
  get layout(): DataLayout { return (this.layoutCache ??= dataLayout(this.layoutText)); }

  addFunction(name: string, type: FunctionType, addressSpace = 0): Function {
    const fn = new Function(this, name, type, addressSpace);
    this.functions.set(name, fn);
    return fn;
  }

  /** The function of this name, declared if it is not there. @throws TypeError if it is there with another type. */
  getOrDeclare(name: string, type: FunctionType): Function {
    const known = this.functions.get(name);
    if (known && known.functionType.text !== type.text) {
      throw new TypeError(`@${name} is declared as ${known.functionType.text}, needed as ${type.text}`);
    }
    return known ?? this.addFunction(name, type);
  }

  addGlobal(name: string, type: Type, initializer: Constant | undefined, isConstant = false): GlobalVariable {
    const global = new GlobalVariable(this, name, type, isConstant, initializer);
    this.globals.set(name, global);
    return global;
  }

  /** `base`, or `base.1`, `base.2`, ...: the first that no global has. */
  freshName(base: string): string {
    let name = base;
    for (let i = 1; this.hasName(name); i++) name = `${base}.${i}`;
    return name;
  }

  hasName(name: string): boolean {
    return this.functions.has(name) || this.globals.has(name) || this.aliases.has(name) || this.ifuncs.has(name);
  }

  /** The attribute words of a function or call, with groups (`#3`) replaced by what they stand for. */
  expandAttributes(words: readonly string[]): string[] {
    return words.flatMap((word) => {
      const group = /^#(\d+)$/.exec(word);
      return group ? this.attributeGroups.get(Number(group[1])) ?? [] : [word];
    });
  }
}

/** The first word of an attribute: `byval` of `byval(%struct.s)`, `"frame-pointer"` of `"frame-pointer"="all"`. */
export function attributeName(word: string): string { return /^("[^"]*"|[a-zA-Z0-9_]+)/.exec(word)?.[0] ?? word; }
