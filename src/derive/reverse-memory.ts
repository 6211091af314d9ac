/** How the reverse sweep moves adjoints in memory: through loads, stores, copies and fills; and gives back what kept memory held. */
import type { Activity } from '../activity/index.js';
import {
  type AnyCall, type Builder, FunctionType, type Instruction, type LoadInstruction, type Module, type StoreInstruction, type Type, type Value, constantInt, i1, i8,
  pointer, voidType, zero,
} from '../ir/index.js';
import { blockOf } from '../plan/index.js';
import { type Adjoints, addToMemory } from './adjoints.js';
import type { ReverseContext } from './augmented-sweep.js';
import type { CallTreatment } from './calls.js';
import type { Pass } from './passes.js';
import type { Recovery } from './recovery.js';
import { reversePackedStore } from './reverse-registers.js';
import type { Scratch } from './scratch.js';
import { contentsOfPacked, contentsOfStore, eachLeaf, shadowAlignment } from './stores.js';
import { copyBlock } from './support.js';
import { fillLayout, knownLayout, summarise, transferFunction } from './transfers.js';
import { wordType } from './types.js';

/** For the current lane, but for what is undone. */
export class ReverseMemory {
  constructor(private readonly module: Module, private readonly build: Builder, private readonly context: ReverseContext, private readonly adjoints: Adjoints,
    private readonly recovery: Recovery, private readonly scratch: Scratch) {}

  private get activity(): Activity { return this.context.activity; }

  /** The adjoint of a number that the callee wrote behind a pointer. */
  takeBehind(address: Value | undefined, operands: readonly Value[]): Value | undefined {
    const type = operands.find((operand) => operand.type.kind === 'float')?.type;
    if (!address || !type || !this.activity.isVaried(address)) return undefined;
    const shadow = this.writableShadow(address, type);
    const seed = this.build.load(type, shadow);
    this.build.store(zero(type), shadow);
    return seed;
  }

  reverseLoad(load: LoadInstruction, pass: Pass | undefined): void {
    if (pass?.adds.has(load) === false) {
      this.adjoints.take(load);
      return;
    }
    const shadow = this.writableShadow(load.address, load.type);
    addToMemory(this.build, shadow, this.adjoints.take(load), shadowAlignment(load.type, load.alignment, this.module.layout), (access) => this.inShadow(access, load));
  }

  private inShadow<T extends Instruction>(access: T, like: Instruction): T { return this.context.regions.mark(access, 'shadow', like); }

  reverseStore(store: StoreInstruction, pass: Pass | undefined): void {
    const contents = contentsOfStore(store, this.context.types);
    if (contents === 'others') return;
    const { value } = store;
    const shadow = this.writableShadow(store.address, value.type);
    if (contents === 'packed') {
      reversePackedStore(value, shadow, contentsOfPacked(store, this.context.types) ?? [], this.build, this.adjoints, (access) => this.inShadow(access, store));
      return;
    }
    if (this.activity.isActive(value)) {
      this.adjoints.add(value, this.inShadow(this.build.load(this.adjoints.typeOf(value), shadow, shadowAlignment(value.type, store.alignment, this.module.layout)), store));
    }
    if (contents === 'numbers' || contents === 'anything') {
      if (pass?.isLast !== false) this.inShadow(this.build.store(zero(value.type), shadow, shadowAlignment(value.type, store.alignment, this.module.layout)), store);
      return;
    }
    eachLeaf(value.type, (_path, type, address) => { if (type.kind === 'float') this.inShadow(this.build.store(zero(type), address(this.build, shadow), 1), store); });
  }

  /** Gives memory that is kept for us what the store overwrote. */
  undo(store: StoreInstruction): void {
    const field = this.context.plan.undoFieldOf(store);
    if (!field) return;
    const overwritten = this.recovery.field(field);
    this.recovery.note(overwritten, store.value);
    this.context.regions.mark(this.build.store(overwritten, this.recovery.primal(store.address), store.alignment), 'primal', store);
  }

  /** The same for a block. */
  undoBlock(call: AnyCall): void {
    const field = this.context.plan.undoFieldOf(call);
    if (!field) return;
    const { to, length } = blockOf(call);
    const kept = this.recovery.field(field);
    this.recovery.note(kept, to);
    copyBlock(this.build, this.recovery.primal(to), kept, this.recovery.primal(length));
    this.build.call(this.module.getOrDeclare('free', new FunctionType(voidType, [pointer])), [kept]);
  }

  reverseCopy(call: AnyCall, rule: Extract<CallTreatment, { operation: 'copy' | 'move' }>): void {
    const [to, from, length] = [call.args[rule.destination], call.args[rule.source], call.args[rule.length]];
    if (!to || !from || !length || !this.activity.isVaried(to)) return;
    const layout = knownLayout(this.context.types, call, [to, from], length);
    if (!summarise(layout).hasNumbers) return;
    const { module } = this;
    const bytes = this.build.cast('zext', this.guardedLength(this.recovery.primal(length), to), wordType(this.module));
    const target = this.recovery.shadow(to);
    const clear = transferFunction(module, 'clear', layout);
    if (!this.activity.isVaried(from)) {
      this.build.call(clear, [target, bytes]);
      return;
    }
    const accumulate = transferFunction(module, 'accumulate', layout);
    const flowing = this.guardedLength(bytes, from);
    if (rule.operation === 'copy') {
      this.build.call(accumulate, [target, this.recovery.shadow(from), flowing]);
    } else {
      // The blocks may overlap: the adjoints leave the target before they arrive at the source.
      const taken = this.build.call(module.getOrDeclare('malloc', new FunctionType(pointer, [wordType(this.module)])), [bytes]);
      this.recovery.note(taken, to);
      const memcpy = module.getOrDeclare(`llvm.memcpy.p0.p0.${wordType(this.module).text}`, new FunctionType(voidType, [pointer, pointer, wordType(this.module), i1]));
      this.build.call(memcpy, [taken, target, bytes, constantInt(i1, 0)]);
      this.build.call(clear, [target, bytes]);
      this.build.call(accumulate, [taken, this.recovery.shadow(from), flowing]);
      this.build.call(module.getOrDeclare('free', new FunctionType(voidType, [pointer])), [taken]);
      return;
    }
    if (this.activity.stateOf(from).pointer === 'maybe') this.build.call(clear, [target, bytes]);
  }

  reverseFill(call: AnyCall, rule: Extract<CallTreatment, { operation: 'fill' }>): void {
    const [to, byte, length] = [call.args[rule.destination], call.args[rule.byte], call.args[rule.length]];
    if (!to || !byte || !length || !this.activity.isVaried(to)) return;
    const layout = fillLayout(this.context, call, to, byte, length);
    if (layout !== 'zeros' && !summarise(layout).hasNumbers) return;
    const bytes = this.build.cast('zext', this.guardedLength(this.recovery.primal(length), to), wordType(this.module));
    if (layout === 'zeros') {
      const memset = this.module.getOrDeclare(`llvm.memset.p0.${wordType(this.module).text}`, new FunctionType(voidType, [pointer, i8, wordType(this.module), i1]));
      this.build.call(memset, [this.recovery.shadow(to), constantInt(i8, 0), bytes, constantInt(i1, 0)]);
      return;
    }
    this.build.call(transferFunction(this.module, 'clear', layout), [this.recovery.shadow(to), bytes]);
  }

  private isOwnShadow(address: Value): Value {
    return this.build.icmp('eq', this.recovery.shadow(address), this.recovery.primal(address));
  }

  private guardedLength(length: Value, address: Value): Value {
    return this.activity.stateOf(address).pointer === 'maybe' ? this.build.select(this.isOwnShadow(address), zero(length.type), length) : length;
  }

  private writableShadow(address: Value, type: Type): Value {
    const shadow = this.recovery.shadow(address);
    if (this.activity.stateOf(address).pointer !== 'maybe') return shadow;
    return this.build.select(this.isOwnShadow(address), this.scratch.of(this.module.layout.allocSize(type)), shadow);
  }
}
