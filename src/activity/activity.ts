/** The fixpoint: states of values grow until nothing changes, for a set of local objects with shadows that grows in turn. */
import { ControlFlow, dropsMantissa, isCaptured, isRoundingSum, mayReturnArgument, returnedArgument, underlyingObjects } from '../analysis/index.js';
import {
  type AnyCall, type Constant, type Function, type Global, type GlobalVariable, type Instruction, type Value, attributeName, isCall, isInstruction,
} from '../ir/index.js';
import type { TypeInfo } from '../types/index.js';
import { leadsToNoNumber, onlyFindsCallee } from './callee-pointers.js';
import { contentsOf, contentsOfType, isStream } from './contents.js';
import { becomesNumber } from './number-bits.js';
import { Digits, type LowerHalf, isOnlyMoved } from './digits.js';
import {
  type ArgumentActivity, type PointerState, type ValueState, hasShadow, inactive, isActiveArgument, isVaried, join, sameState,
} from './states.js';

/**
 * How derivative code treats a call; the rules decide. `within`: it returns an address in an object that it was given; `stop`: if something varied goes in, the program ends there.
 */
export type CallRole =
  | 'math' | 'inactive' | 'allocation' | 'deallocation' | 'copy' | 'fill' | 'mirror' | 'method' | 'function' | 'unknown' | 'within' | 'stop';

/** What activity depends on beyond the function itself. */
export interface ActivityContext {
  readonly types: TypeInfo;
  readonly arguments: readonly ArgumentActivity[];
  globalState(global: Global): 'constant' | 'duplicated';
  roleOf(call: AnyCall): CallRole;
  /** The state of what a call of a function with a body returns, given those of its arguments. */
  returnState(call: AnyCall, args: readonly ValueState[]): ValueState;
  /** The arguments behind which a call of a function with a body puts memory with a shadow: see `holders`. */
  holdersOf(call: AnyCall, args: readonly ValueState[]): readonly number[];
  /** The arguments behind which a call that carries no derivative writes. */
  writtenArguments(call: AnyCall): readonly number[];
  /** Whether the function called reads or writes a global that has a shadow. */
  touchesActiveGlobals(call: AnyCall): boolean;
  /** Whether memory with a shadow may hold a pointer without one (stored as its own shadow). */
  readonly constantPointersInMemory: boolean;
}

/** Atomic arithmetic on what can only be an integer, such as a number of references. */
const countingOperations = new Set(['add', 'sub', 'max', 'min', 'umax', 'umin', 'uinc_wrap', 'udec_wrap']);

/** An access of memory through an address, with one of the pointers that this is based on; of numbers, or of pointers to memory with a shadow. */
export interface MemoryAccess { readonly instruction: Instruction; readonly address: Value; readonly base: Value; readonly of: 'numbers' | 'pointers' }

export class Activity {
  private readonly states = new Map<Value, ValueState>();
  /** Local objects that need a shadow, and those among them that have one in the round that runs. */
  private readonly activeObjects = new Set<Value>();
  private shadowedObjects: ReadonlySet<Value> = new Set();
  private readonly roots = new Map<Value, ReadonlySet<Value>>();
  private readonly calleePointers = new Map<Value, boolean>();
  private readonly cfg: ControlFlow;
  private readonly numberBits = new Map<Value, boolean>();
  private readonly digits = new Map<LowerHalf, Digits>();
  private changed = false;
  /** Stores of pointers without shadow into memory with one: see `constantPointersInMemory`. */
  readonly constantPointerStores: Instruction[] = [];
  /** Mutable globals into which something varied may be written: they need a shadow. */
  readonly writtenGlobals = new Set<GlobalVariable>();
  /**
   * Arguments behind which a pointer to memory with a shadow is put, as by a function that allocates the buffer of a
   * struct. Where the caller said that there is nothing to differentiate there, it may make a shadow now.
   */
  readonly holders = new Set<number>();
  /** Stores of active values, and of pointers to memory with a shadow, into memory that the caller declared constant. */
  readonly lostStores: MemoryAccess[] = [];
  /** The same where only the run tells whether the memory has a shadow: its address was found in memory. */
  readonly doubtfulStores: MemoryAccess[] = [];

  constructor(readonly fn: Function, private readonly context: ActivityContext) {
    this.cfg = new ControlFlow(fn);
    for (const instruction of fn.instructions()) {
      if (this.isLocalObject(instruction) && isCaptured(instruction)) this.activeObjects.add(instruction);
    }
    // Once an object has a shadow, what was derived from it without one is void: joined with it, all would be `maybe`.
    do {
      this.shadowedObjects = new Set(this.activeObjects);
      this.propagate();
    } while (this.activeObjects.size > this.shadowedObjects.size);
    this.collectRemarks();
  }

  stateOf(value: Value): ValueState {
    if (isInstruction(value) || value.kind === 'argument') return this.states.get(value) ?? inactive;
    return value.kind === 'block' ? inactive : this.constantState(value);
  }

  isActive(value: Value): boolean { return this.stateOf(value).active; }
  isVaried(value: Value): boolean { return isVaried(this.stateOf(value)); }

  /** Whether derivative code has to know of the call: something varied goes in, or comes back, by value or in memory. */
  isActiveCall(call: AnyCall): boolean {
    if (this.context.roleOf(call) === 'method') return call.args[0] !== undefined && this.isVaried(call.args[0]);
    return call.args.some((arg) => this.isVaried(arg)) || this.isVaried(call) || this.context.touchesActiveGlobals(call);
  }

  /** Also of memory without numbers, of which no note is made when pointers to it are stored: text that a library function made has no shadow. */
  mayBeOwnShadow(block: Value): boolean {
    const { pointer } = this.stateOf(block);
    if (pointer !== 'duplicated') return pointer === 'maybe';
    const { known, fields } = this.context.types.memoryLayout(block);
    return !(known && fields.some(({ kind }) => kind !== 'integer')) && [...this.rootsOf(block)].some((root) => !this.isLocalObject(root));
  }

  /** The state of the returned value, over all returns. */
  returnState(): ValueState {
    let state = inactive;
    for (const block of this.cfg.reversePostOrder) {
      const end = block.terminator;
      if (end?.kind === 'ret' && end.value) state = join(state, this.stateOf(end.value));
    }
    return state;
  }

  /** The objects that a pointer may be based on. */
  rootsOf(pointer: Value): ReadonlySet<Value> {
    const known = this.roots.get(pointer);
    if (known) return known;
    const roots = underlyingObjects(pointer);
    this.roots.set(pointer, roots);
    return roots;
  }

  private propagate(): void {
    this.states.clear();
    for (const arg of this.fn.args) this.states.set(arg, this.argumentState(arg.index));
    do {
      this.changed = false;
      for (const block of this.cfg.reversePostOrder) {
        for (const instruction of block.instructions) this.visit(instruction);
      }
    } while (this.changed);
  }

  private argumentState(index: number): ValueState {
    const activity = this.context.arguments[index] ?? 'constant';
    const arg = this.fn.args[index];
    const contents = arg ? contentsOf(arg, this.context.types) : contentsOfType({ kind: 'void', text: 'void' });
    if (isActiveArgument(activity)) return { active: contents.floats || (arg !== undefined && this.becomesNumber(arg)), pointer: !contents.pointers ? 'none' : activity === 'active' ? 'duplicated' : 'maybe' };
    return { active: false, pointer: contents.pointers ? activity as PointerState : 'none' };
  }

  private constantState(value: Constant): ValueState {
    switch (value.kind) {
      case 'global': case 'alias': case 'ifunc': case 'function':
        return { active: false, pointer: this.context.globalState(value) };
      case 'expression': return value.operands.map((op) => this.constantState(op)).reduce(join, inactive);
      case 'aggregate': return value.elements.map((element) => this.constantState(element)).reduce(join, inactive);
      case 'splat': return this.constantState(value.element);
      case 'opaque': return { active: false, pointer: 'constant' };
      default: return inactive;
    }
  }

  private isLocalObject(value: Value): boolean {
    return isInstruction(value) && ((value.kind === 'alloca' && !isStream(value.allocatedType)) || (isCall(value) && this.context.roleOf(value) === 'allocation'));
  }

  private visit(instruction: Instruction): void {
    this.update(instruction, this.transfer(instruction));
    this.activateWrittenObjects(instruction);
  }

  private update(instruction: Instruction, state: ValueState): void {
    const before = this.states.get(instruction) ?? inactive;
    const after = join(before, state);
    if (sameState(before, after)) return;
    this.states.set(instruction, after);
    this.changed = true;
  }

  private transfer(instruction: Instruction): ValueState {
    if (instruction.metadata.has('enzyme_inactive')) return this.restrict(instruction, { active: false, pointer: 'constant' });
    if (isRoundingSum(instruction) || this.looksAtExponent(instruction)) return inactive;
    switch (instruction.kind) {
      case 'alloca': return this.objectState(instruction);
      case 'load': return this.loaded(instruction, instruction.address);
      case 'atomicrmw':
        return countingOperations.has(instruction.operation) ? inactive : this.loaded(instruction, instruction.operand(0));
      case 'cmpxchg': return this.loaded(instruction, instruction.operand(0));
      case 'getelementptr': return this.restrict(instruction, this.stateOf(instruction.base));
      case 'select': return this.restrict(instruction, join(this.stateOf(instruction.operand(1)), this.stateOf(instruction.operand(2))));
      case 'cast':
        if (instruction.opcode === 'inttoptr') return this.addressState(instruction);
        if (instruction.opcode === 'sitofp' || instruction.opcode === 'uitofp') return { ...inactive, active: this.holdsDigits(instruction.operand(0)) };
        return instruction.opcode === 'fptosi' || instruction.opcode === 'fptoui'
          ? inactive : this.restrict(instruction, this.stateOf(instruction.operand(0)));
      case 'compare': case 'landingpad': case 'funcletpad': case 'catchswitch': case 'va_arg': return inactive;
      case 'call': case 'invoke': case 'callbr': return this.called(instruction);
      default: return this.restrict(instruction, instruction.operands.map((op) => this.stateOf(op)).reduce(join, inactive));
    }
  }

  /** Drops what the value cannot hold: an integer index computed from a float carries no derivative. */
  private restrict(value: Value, state: ValueState): ValueState {
    const contents = contentsOf(value, this.context.types);
    return { active: state.active && (contents.floats || this.becomesNumber(value)), pointer: contents.pointers ? state.pointer : 'none' };
  }

  /** A double that is looked at as two floats has a second mantissa there. */
  private looksAtExponent(instruction: Instruction): boolean {
    if (!dropsMantissa(instruction)) return false;
    const number = instruction.operand(0);
    const scalar = number.type.kind === 'vector' ? number.type.element : number.type;
    return this.context.types.valueKind(number) === (scalar.kind === 'integer' && scalar.bits === 64 ? 'double' : 'float');
  }

  /** An address computed in integers leads to memory that has no shadow that we know of. */
  private addressState(cast: Instruction): ValueState {
    const { pointer } = this.stateOf(cast.operand(0));
    return { active: false, pointer: pointer === 'none' && isInstruction(cast.operand(0)) ? 'constant' : pointer };
  }

  private objectState(object: Value): ValueState {
    return { active: false, pointer: this.shadowedObjects.has(object) ? 'duplicated' : 'constant' };
  }

  private loaded(value: Value, address: Value): ValueState {
    const from = this.stateOf(address).pointer;
    const contents = contentsOf(value, this.context.types);
    if (from === 'none' || from === 'constant' || (value.type.kind === 'pointer' && this.isCalleePointer(value))) {
      return { active: false, pointer: contents.pointers && from !== 'none' ? 'constant' : 'none' };
    }
    const pointer: PointerState = this.context.constantPointersInMemory || from === 'maybe' ? 'maybe' : 'duplicated';
    return { active: contents.floats || this.readsNumber(value, address), pointer: contents.pointers ? pointer : 'none' };
  }

  private holdsDigits(integer: Value, lower: LowerHalf = 'an integer'): boolean {
    const digits = this.digits.get(lower) ?? new Digits(this.fn, this.context.types, lower);
    this.digits.set(lower, digits);
    return [...digits.numbersIn(integer)].some((number) => this.isActive(number) || (isInstruction(number) && number.kind === 'load' && this.isVaried(number.address)));
  }

  /**
   * Where integers that are computed from the digits of active numbers go out of sight: into a function of integers, over other numbers,
   * or into a conversion (`surely`), or to where another integer may be read that is made a number then.
   */
  lostDigits(lower: LowerHalf): { readonly at: Instruction; readonly surely: boolean }[] {
    return [...this.fn.instructions()].flatMap((at) => {
      const role = isCall(at) ? this.context.roleOf(at) : undefined;
      const isConversion = at.kind === 'cast' && (at.opcode === 'sitofp' || at.opcode === 'uitofp') && !this.isActive(at);
      const surely = isConversion || role === 'math' || role === 'unknown' || role === 'stop' || (at.kind === 'store' && this.context.types.numberUnder(at) !== undefined && !this.context.types.isTaggedInteger(at));
      if (!surely && role !== 'function' && !['store', 'ret', 'insertvalue', 'atomicrmw', 'cmpxchg'].includes(at.kind)) return [];
      const computed = isCall(at) ? at.args : at.operands;
      return computed.some((value) => !isOnlyMoved(value, this.context.types) && !this.isActive(value) && this.holdsDigits(value, lower)) ? [{ at, surely }] : [];
    });
  }

  /** Whether an integer that has nothing to do with a number is put where there are numbers at other times, as in a union: into memory, or a register. */
  get putsIntegersOverNumbers(): boolean {
    const { types } = this.context;
    return [...this.fn.instructions()].some((at) => {
      const isFree = (value: Value): boolean => value.type.kind === 'integer' && !this.isActive(value) && !this.holdsDigits(value, 'digits');
      if (at.kind === 'store') return types.numberUnder(at) !== undefined && isFree(at.value);
      if (at.type.kind !== 'integer' || !types.numbersIn(at).some(({ orInteger }) => orInteger)) return false;
      if (at.kind === 'phi' || at.kind === 'select') return at.operands.some((value) => (value.kind === 'int' && value.type.bits > 1 && value.value !== 0n) || (!this.isActive(value) && returnsWidened(value)));
      return (at.kind === 'cast' || at.kind === 'binary') && isFree(at);
    });
  }

  private becomesNumber(value: Value): boolean {
    const known = this.numberBits.get(value);
    if (known !== undefined) return known;
    const answer = becomesNumber(value, this.context.types);
    this.numberBits.set(value, answer);
    return answer;
  }

  /** Whether an integer that is loaded may be the bits of a number, and becomes one again. */
  private readsNumber(value: Value, address: Value): boolean {
    if (value.type.kind !== 'integer' || !isInstruction(value)) return false;
    return this.context.types.mayHoldNumber(value, address, Math.ceil(value.type.bits / 8)) && this.becomesNumber(value);
  }

  private isCalleePointer(load: Value): boolean {
    const known = this.calleePointers.get(load);
    if (known !== undefined || !isInstruction(load) || load.kind !== 'load') return known ?? false;
    const answer = this.onlyFindsCallee(load, ['inactive']);
    this.calleePointers.set(load, answer);
    return answer;
  }

  /** Whether there may be numbers behind the pointer, and something may be done with them but to free them. */
  isFollowed(pointer: Instruction): boolean { return this.mayHoldDerivatives(pointer) && !this.onlyFindsCallee(pointer, ['inactive', 'deallocation']); }

  private onlyFindsCallee(pointer: Instruction, harmless: readonly CallRole[]): boolean {
    return onlyFindsCallee(pointer, {
      mayHoldNumbers: (value) => { const { floats, pointers } = contentsOf(value, this.context.types); return floats || pointers; },
      isInactive: (call) => harmless.includes(this.context.roleOf(call)),
    });
  }

  private called(call: AnyCall): ValueState {
    switch (this.context.roleOf(call)) {
      case 'allocation': return this.objectState(call);
      case 'inactive': return { active: call.args.some((arg) => isInteger(arg) && this.isActive(arg)) && this.becomesNumber(call), pointer: this.restrict(call, { active: false, pointer: 'constant' }).pointer };
      case 'math': return this.restrict(call, { active: call.args.some((arg) => this.isActive(arg)), pointer: 'none' });
      case 'mirror': return this.restrict(call, call.args.map((arg) => this.stateOf(arg)).reduce(join, inactive));
      case 'within': return this.restrict(call, this.stateOf(returnedArgument(call) ?? call));
      case 'method': case 'copy': case 'fill': return this.restrict(call, call.args[0] ? this.stateOf(call.args[0]) : inactive);
      case 'function': return this.restrict(call, this.context.returnState(call, call.args.map((arg) => this.stateOf(arg))));
      case 'unknown': {
        const varied = call.args.some((arg) => this.isVaried(arg));
        return this.restrict(call, { active: varied, pointer: varied ? 'duplicated' : 'constant' });
      }
      case 'stop': return call.args.some((arg) => this.isVaried(arg)) ? inactive : this.restrict(call, { active: false, pointer: 'constant' });
      default: return this.restrict(call, { active: false, pointer: 'constant' });
    }
  }

  /** A local object has a shadow as soon as something varied may be written into it. */
  private activateWrittenObjects(instruction: Instruction): void {
    switch (instruction.kind) {
      case 'store':
        if (this.isVaried(instruction.value)) this.activate(instruction.address);
        if (hasShadow(this.stateOf(instruction.value))) this.noteHolder(instruction.address);
        break;
      case 'atomicrmw': case 'cmpxchg':
        if (instruction.operands.slice(1).some((op) => this.isVaried(op))) this.activate(instruction.operand(0));
        break;
      case 'phi': case 'select':
        // A shadow for some of the objects a pointer may refer to means a shadow for all of them that we make.
        if (this.isVaried(instruction) && instruction.type.kind === 'pointer') this.activate(instruction);
        break;
      case 'call': case 'invoke': case 'callbr': this.activateCallArguments(instruction); break;
      default:
    }
  }

  private activateCallArguments(call: AnyCall): void {
    const role = this.context.roleOf(call);
    const [target, source] = call.args;
    if (role === 'copy' && target && source) {
      if (this.isVaried(source) && this.mayHoldDerivatives(source)) this.activate(target);
      if (hasShadow(this.stateOf(source)) && this.mayHoldPointers(source)) this.noteHolder(target);
    } else if (role === 'inactive') {
      // Text made of active numbers: harmless, unless numbers are read from it again.
      if (call.args.some((arg) => this.isActive(arg))) this.context.writtenArguments(call).forEach((index) => { const to = call.args[index]; if (to) this.activate(to); });
    } else if (role === 'math' && this.isActiveCall(call)) {
      // Results behind pointers: the sine and cosine of `sincos`.
      for (const arg of call.args) if (arg.type.kind === 'pointer' && this.mayHoldDerivatives(arg)) this.activate(arg);
    } else if ((role === 'function' || role === 'mirror' || role === 'method' || role === 'unknown') && this.isActiveCall(call)) {
      call.args.forEach((arg, index) => {
        if (arg.type.kind === 'pointer' && !this.isReadOnly(call, index)) this.activate(arg);
      });
    }
    if (role !== 'function') return;
    for (const index of this.context.holdersOf(call, call.args.map((arg) => this.stateOf(arg)))) {
      const holder = call.args[index];
      if (!holder) continue;
      this.activate(holder);
      this.noteHolder(holder);
    }
  }

  private noteHolder(address: Value): void {
    for (const root of this.rootsOf(address)) if (root.kind === 'argument') this.holders.add(root.index);
  }

  private isReadOnly(call: AnyCall, index: number): boolean {
    const words = [...(call.argumentAttributes[index] ?? []), ...(call.calledFunction?.args[index]?.attributes ?? [])];
    return words.some((word) => ['readonly', 'readnone'].includes(attributeName(word)));
  }

  private activate(pointer: Value, seen = new Set<Value>()): void {
    for (const root of this.rootsOf(pointer)) {
      if (seen.has(root)) continue;
      seen.add(root);
      this.noteGlobal(root);
      if (this.isLocalObject(root)) this.activeObjects.add(root);
      else if (isCall(root)) root.args.forEach((arg, index) => { if (mayReturnArgument(root, index)) this.activate(arg, seen); });
    }
  }

  private noteGlobal(root: Value): void {
    if (root.kind === 'global' && !root.isConstant) this.writtenGlobals.add(root);
  }

  /** An address may be hidden in a constant expression, as an integer. */
  private noteMentioned(value: Value): void {
    this.noteGlobal(value);
    if (value.kind === 'expression') value.operands.forEach((operand) => this.noteMentioned(operand));
    if (value.kind === 'aggregate') value.elements.forEach((element) => this.noteMentioned(element));
  }

  /** False only if everything behind the pointer is known to be integers. */
  private mayHoldDerivatives(pointer: Value): boolean {
    const layout = this.context.types.memoryLayout(pointer);
    return !layout.known || layout.fields.some((field) => field.kind !== 'integer');
  }

  private mayHoldPointers(pointer: Value): boolean {
    const layout = this.context.types.memoryLayout(pointer);
    return !layout.known || layout.fields.some((field) => field.kind === 'pointer');
  }

  private collectRemarks(): void {
    for (const block of this.cfg.reversePostOrder) {
      for (const instruction of block.instructions) {
        if (isCall(instruction)) {
          this.remarkCopy(instruction);
          this.remarkLost(instruction);
        }
        if (instruction.kind !== 'store') continue;
        const value = this.stateOf(instruction.value);
        const address = this.stateOf(instruction.address).pointer;
        if (value.active) this.remarkLostStore(instruction, instruction.address, 'numbers');
        if (hasShadow(value) && this.mayHoldDerivatives(instruction.value)) this.remarkLostStore(instruction, instruction.address, 'pointers');
        if (address === 'duplicated' || address === 'maybe') {
          // One that may have a shadow or not, as the program runs, counts as one without.
          if ((value.pointer !== 'constant' && value.pointer !== 'maybe') || !this.pointsToDerivatives(instruction.value)) continue;
          this.constantPointerStores.push(instruction);
          for (const root of this.rootsOf(instruction.value)) this.noteMentioned(root);
        }
      }
    }
  }

  /** Active values that a call puts where there is no shadow. What a callee stores is among its own remarks. */
  private remarkLost(call: AnyCall): void {
    const role = this.context.roleOf(call);
    const [target, source] = call.args;
    if (role === 'copy' && target && source && this.isVaried(source) && this.mayHoldDerivatives(source)) {
      this.remarkLostStore(call, target, 'numbers');
      if (this.mayHoldPointers(source)) this.remarkLostStore(call, target, 'pointers');
    }
    if (role !== 'math' || !call.args.some((arg) => this.isActive(arg))) return;
    for (const arg of call.args) if (arg.type.kind === 'pointer') this.remarkLostStore(call, arg, 'numbers');
  }

  private remarkLostStore(instruction: Instruction, address: Value, of: MemoryAccess['of']): void {
    const state = this.stateOf(address).pointer;
    if (state === 'constant') this.lostStores.push({ instruction, address, base: address, of });
    if (state !== 'maybe') return;
    for (const root of this.rootsOf(address)) {
      const found = { instruction, address, base: root, of };
      if (this.stateOf(root).pointer === 'constant' || this.isFromGlobal(root)) this.lostStores.push(found);
      else if (this.stateOf(root).pointer === 'maybe') this.doubtfulStores.push(found);
    }
  }

  /** A pointer that may have been put into the global before the derivative began. */
  private isFromGlobal(pointer: Value): boolean {
    return isInstruction(pointer) && pointer.kind === 'load' && [...this.rootsOf(pointer.address)].some((root) => root.kind === 'global' && !root.isConstant);
  }

  /** Pointers copied from memory without a shadow have none either. */
  private remarkCopy(call: AnyCall): void {
    const [target, source] = call.args;
    if (this.context.roleOf(call) !== 'copy' || !target || !source || !this.isVaried(target)) return;
    if (this.stateOf(source).pointer === 'duplicated') return;
    if (this.mayHoldPointers(target)) this.constantPointerStores.push(call);
  }

  private pointsToDerivatives(pointer: Value): boolean {
    if (contentsOf(pointer, this.context.types).unknown) return true;
    if (leadsToNoNumber(pointer)) return false;
    if (pointer.kind === 'global') {
      const contents = contentsOfType(pointer.valueType);
      return contents.floats || contents.pointers;
    }
    return this.mayHoldDerivatives(pointer);
  }
}

function isInteger({ type }: Value): boolean { return (type.kind === 'vector' ? type.element : type).kind === 'integer'; }

/** Whether a value is the result of a function that returns an integer of fewer bits, filled up with zeros. */
function returnsWidened(value: Value): boolean {
  const callee = isInstruction(value) && isCall(value) ? value.calledFunction : undefined;
  return callee !== undefined && [...callee.instructions()].some((at) => at.kind === 'ret' && at.operands.some((result) => result.kind === 'cast' && result.opcode === 'zext'));
}
