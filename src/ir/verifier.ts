/**
 * The rules of the language reference that a pass can break: what `opt -passes=verify` would refuse, found without LLVM.
 * Functions: structure here, dominance in `verify-dominance.ts`, operand types in `verify-instructions.ts`. Globals,
 * constants, comdats and references to metadata in `verify-module.ts`.
 */
import { type Instruction, isTerminator } from './instructions.js';
import { type BasicBlock, type Function, type Module } from './module.js';
import { sameType } from './types.js';
import { type Value } from './values.js';
import { Dominance } from './verify-dominance.js';
import { instructionProblems } from './verify-instructions.js';
import { danglingReferences, globalProblems, moduleProblems } from './verify-module.js';
import { Namer } from './verify-names.js';

/** What is wrong with a module: one message per finding, empty if nothing is. Reads every body. */
export function verifyModule(module: Module): string[] {
  const problems = moduleProblems(module);
  for (const fn of module.functions.values()) problems.push(...verifyFunction(fn));
  return problems;
}

/** What is wrong with one function. Each message names the function, and the block and instruction where there is one. */
export function verifyFunction(fn: Function): string[] {
  return new FunctionVerifier(fn).run();
}

class FunctionVerifier {
  private readonly problems: string[] = [];
  private readonly namer: Namer;
  private readonly predecessors = new Map<BasicBlock, BasicBlock[]>();

  constructor(private readonly fn: Function) { this.namer = new Namer(fn); }

  run(): string[] {
    const { fn } = this;
    this.problems.push(...globalProblems(fn).map((message) => `@${fn.name}: ${message}`));
    this.checkSignature();
    if (fn.isDeclaration) return this.problems;
    if (fn.blocks.length === 0) return [...this.problems, `@${fn.name}: the body has no blocks`];
    if (this.checkBlocks()) {
      this.collectPredecessors();
      this.checkEdges();
      this.checkInstructions();
      this.checkUses();
      if (this.problems.length === 0) this.checkDominance();
    }
    return this.problems;
  }

  private report(message: string, block?: BasicBlock, instruction?: Instruction): void {
    this.problems.push(`@${this.fn.name}${this.namer.place(block, instruction)}: ${message}`);
  }

  private checkSignature(): void {
    const { args, functionType, metadata, module } = this.fn;
    args.forEach((arg, i) => {
      const wanted = functionType.parameters[i];
      if (!wanted || !sameType(arg.type, wanted)) this.report(`argument ${i} is ${arg.type.text}, not as in ${functionType.text}`);
      if (arg.index !== i) this.report(`argument ${i} has the index ${arg.index}`);
    });
    if (args.length !== functionType.parameters.length) this.report(`has ${args.length} arguments for ${functionType.text}`);
    const words = [...this.fn.returnAttributes, ...this.fn.attributes, ...args.flatMap((arg) => arg.attributes), ...metadata.values()];
    danglingReferences(module, words).forEach((name) => this.report(`refers to ${name}, which does not exist`));
  }

  /** Whether the blocks are complete, so that the control flow graph can be looked at. */
  private checkBlocks(): boolean {
    const before = this.problems.length;
    const own = new Set(this.fn.blocks);
    if (own.size !== this.fn.blocks.length) this.report('the same block is in it twice');
    for (const block of own) {
      if (block.parent !== this.fn) this.report('belongs to another function', block);
      if (!block.terminator) this.report('has no terminator at its end', block);
      block.instructions.forEach((instruction, at) => {
        if (instruction.block !== block) this.report('is listed in a block that is not its own', block, instruction);
        if (!isTerminator(instruction)) return;
        if (at < block.instructions.length - 1) this.report('a terminator in the middle of the block', block, instruction);
        for (const successor of instruction.successors) {
          if (!own.has(successor)) this.report('jumps to a block that is not in the function', block, instruction);
        }
      });
    }
    return this.problems.length === before;
  }

  private collectPredecessors(): void {
    for (const block of this.fn.blocks) this.predecessors.set(block, []);
    for (const block of this.fn.blocks) {
      for (const successor of block.successors) this.predecessors.get(successor)?.push(block);
    }
  }

  private checkEdges(): void {
    const entry = this.fn.entry;
    if (this.predecessors.get(entry)?.length) this.report('the entry block has a predecessor', entry);
    for (const block of this.fn.blocks) {
      const first = block.instructions.find((i) => i.kind !== 'phi' && i.kind !== 'debugrecord');
      let phisOver = false;
      for (const instruction of block.instructions) {
        if (instruction.kind === 'debugrecord') continue;
        if (instruction.kind !== 'phi') phisOver = true;
        else if (phisOver) this.report('a phi after an instruction that is none', block, instruction);
        else this.checkPhi(instruction, block);
        const isPad = instruction.kind === 'landingpad' || instruction.kind === 'funcletpad' || instruction.kind === 'catchswitch';
        if (isPad && instruction !== first) this.report('must be the first instruction of its block but for phis', block, instruction);
      }
      this.checkUnwinding(block, first);
    }
  }

  private checkUnwinding(block: BasicBlock, first: Instruction | undefined): void {
    const last = block.terminator;
    if (last?.kind === 'invoke') {
      const [normal, unwind] = last.successors;
      const pad = unwind?.instructions.find((i) => i.kind !== 'phi' && i.kind !== 'debugrecord');
      if (!normal || !unwind || last.successors.length !== 2) this.report('needs a normal and an unwind destination', block, last);
      else if (pad?.kind !== 'landingpad' && pad?.kind !== 'funcletpad' && pad?.kind !== 'catchswitch') {
        this.report(`the unwind destination ${this.namer.label(unwind)} does not start with a landingpad`, block, last);
      }
    }
    if (first?.kind !== 'landingpad') return;
    for (const from of this.predecessors.get(block) ?? []) {
      const jump = from.terminator;
      if (jump?.kind !== 'invoke' || jump.successors[1] !== block || jump.successors[0] === block) {
        this.report(`is reached from ${this.namer.label(from)} other than by unwinding`, block, first);
      }
    }
  }

  private checkPhi(phi: Instruction & { kind: 'phi' }, block: BasicBlock): void {
    const expected = [...this.predecessors.get(block) ?? []];
    const seen = new Map<BasicBlock, Value>();
    if (phi.blocks.length !== phi.operands.length) this.report('a block is missing for a value', block, phi);
    phi.blocks.forEach((from, i) => {
      const value = phi.operand(i);
      if (!sameType(value.type, phi.type)) this.report(`the value from ${this.namer.label(from)} is ${value.type.text}, not ${phi.type.text}`, block, phi);
      const at = expected.indexOf(from);
      if (at < 0) this.report(`has an entry for ${this.namer.label(from)}, which is no (further) predecessor`, block, phi);
      else expected.splice(at, 1);
      const known = seen.get(from);
      if (known && !sameValue(known, value)) this.report(`has different values for ${this.namer.label(from)}`, block, phi);
      seen.set(from, value);
    });
    for (const missing of expected) this.report(`has no entry for the predecessor ${this.namer.label(missing)}`, block, phi);
  }

  private checkInstructions(): void {
    for (const block of this.fn.blocks) {
      for (const instruction of block.instructions) {
        instructionProblems(instruction, this.fn).forEach((message) => this.report(message, block, instruction));
        danglingReferences(this.fn.module, attachedText(instruction))
          .forEach((name) => this.report(`refers to ${name}, which does not exist`, block, instruction));
      }
    }
  }

  /** Every operand slot must be in the use list of the value it holds. Counted, so that it stays linear. */
  private checkUses(): void {
    const held = new Map<Value, number>();
    for (const instruction of this.fn.instructions()) {
      for (const value of instruction.operands) if (isLocal(value)) held.set(value, (held.get(value) ?? 0) + 1);
    }
    for (const [value, count] of held) {
      const known = [...value.uses].filter((use) => use.user.block?.parent === this.fn && use.user.operands[use.index] === value);
      if (known.length !== count) this.report(`${this.namer.value(value)} is an operand ${count} times and knows of ${known.length}`);
    }
  }

  private checkDominance(): void {
    const dominance = new Dominance(this.fn.blocks, this.predecessors);
    const own = new Set<Value>(this.fn.args);
    for (const block of this.fn.blocks) block.instructions.forEach((instruction) => own.add(instruction));
    for (const block of this.fn.blocks) {
      for (const instruction of block.instructions) {
        instruction.operands.forEach((value, index) => {
          if (value.kind === 'block' || !isLocal(value)) return;
          if (!own.has(value)) this.report(`operand ${index} belongs to another function, or was erased`, block, instruction);
          else if (value.kind !== 'argument' && !dominance.reaches(value, instruction, index)) {
            this.report(`operand ${index}, ${this.namer.value(value)}, does not dominate its use`, block, instruction);
          }
        });
      }
    }
  }
}

/** Constants are not unique objects: two `i32 0` are the same value. Those we cannot compare cheaply pass. */
function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.kind === 'int' && b.kind === 'int') return a.value === b.value;
  if (a.kind === 'fp' && b.kind === 'fp') return a.bits === b.bits;
  if (a.kind === 'word' && b.kind === 'word') return a.word === b.word;
  return a.kind === b.kind && !isLocal(a) && !('name' in a);
}

function isLocal(value: Value): value is Extract<Value, { kind: 'argument' }> | Instruction | BasicBlock {
  return 'replaceAllUsesWith' in value && !('module' in value);
}

function attachedText(instruction: Instruction): string[] {
  const texts = [...instruction.metadata.values()];
  if (instruction.kind === 'debugrecord') texts.push(...instruction.parts.filter((part) => typeof part === 'string'));
  for (const value of instruction.operands) {
    if (value.kind === 'metadata') texts.push(...value.parts.filter((part) => typeof part === 'string'));
  }
  if ('functionAttributes' in instruction) {
    texts.push(...instruction.functionAttributes, ...instruction.returnAttributes, ...instruction.argumentAttributes.flat());
  }
  return texts;
}
