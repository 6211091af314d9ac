/**
 * The second half of reverse mode: each block of the primal has a reverse block, entered in the opposite order, that
 * moves the adjoints of results to those of operands.
 */
import type { Activity } from '../activity/index.js';
import type { Loop } from '../analysis/index.js';
import {
  type AllocaInstruction, type AnyCall, type BasicBlock, Builder, type Function, FunctionType, type Instruction, type IntegerType,
  type PhiInstruction, type ReturnInstruction, type Type, type Value, constantInt, i1, i8, isCall, pointer, poison,
  voidType, zero,
} from '../ir/index.js';
import type { Decision } from '../plan/index.js';
import { mentions, productEmitter } from '../rules/index.js';
import { Adjoints } from './adjoints.js';
import type { ReverseContext } from './augmented-sweep.js';
import { type CallTreatment, treatmentOf } from './calls.js';
import { type Differential, differentialOf, flagsOf } from './differentials.js';
import { LaneMap, type Lanes } from './lanes.js';
import { partOf } from './parts.js';
import { type Pass, passesOf, reverseInPasses } from './passes.js';
import { Recovery } from './recovery.js';
import { refuse } from './refuse.js';
import { ReverseMemory } from './reverse-memory.js';
import { reverseBitwise, reverseMoves, seedOf } from './reverse-registers.js';
import { reverseStructure } from './reverse-structure.js';
import { callRule, hasOwnShadow, pathToLeaf, standInFor } from './rule-calls.js';
import { Scratch } from './scratch.js';
import { type ReversePair, guardOf } from './signature.js';
import type { Origin } from '../types/index.js';
import { withTwins } from './twins.js';
import { wordType } from './types.js';
import { reverseValue } from './value-of-bits.js';

export class ReverseSweep {
  private readonly build: Builder;
  /** For stack slots, at the end of the entry block. */
  private readonly setUp: Builder;
  private readonly start: BasicBlock;
  private readonly blocks = new Map<BasicBlock, BasicBlock>();
  private readonly adjoints: Adjoints;
  private readonly recovery: Recovery;
  private readonly word: IntegerType;
  /** Of the result, if it is active: one for each lane. */
  private seeds: readonly Value[] = [];
  private tapeValue: Value | undefined;
  private readonly memory: ReverseMemory;
  private pass: Pass | undefined;

  constructor(private readonly source: Function, private readonly pair: ReversePair, private readonly context: ReverseContext) {
    this.word = wordType(source.module);
    const entry = pair.reverse.addBlock('entry');
    this.start = pair.reverse.addBlock('start');
    this.setUp = new Builder(entry);
    this.build = new Builder(this.start);
    const primals = new Map<Value, Value>();
    const shadows = new LaneMap<Value, Value>(context.lanes);
    this.bindArguments(primals, shadows);
    this.adjoints = new Adjoints(this.build, this.setUp, context.activity, context.types, context.lanes);
    this.recovery = new Recovery(this.build, source, context, primals, shadows);
    this.memory = new ReverseMemory(source.module, this.build, context, this.adjoints, this.recovery, new Scratch(source.module, () => this.setUp));
  }

  private get lanes(): Lanes { return this.context.lanes; }
  private get activity(): Activity { return this.context.activity; }

  private bindArguments(primals: Map<Value, Value>, shadows: LaneMap<Value, Value>): void {
    let at = 0;
    const take = (): Value | undefined => this.pair.reverse.args[at++];
    const bind = (map: { set(key: Value, value: Value): void }, key: Value): void => { const next = take(); if (next) map.set(key, next); };
    this.source.args.forEach((arg, i) => {
      bind(primals, arg);
      if (this.pair.takesShadow[i]) this.lanes.each(() => { bind(shadows, arg); });
    });
    if (this.pair.seedType) this.seeds = this.lanes.map(take).filter((seed) => seed !== undefined);
    if (this.pair.tapeType) this.tapeValue = take();
  }

  /** Values of the forward sweep, had again, are of the types of their originals. */
  get origins(): readonly Origin[] { return this.recovery.origins; }

  run(): void {
    const { skeleton } = this.context.plan;
    this.recovery.unpack(this.tapeValue);
    this.remakeShadows();
    if (!skeleton.exit) {
      this.build.unreachable();
    } else {
      for (const block of skeleton.liveBlocks) this.blocks.set(block, this.pair.reverse.addBlock());
      this.build.br(this.reverseOf(skeleton.exit));
      for (const block of [...skeleton.liveBlocks].reverse()) this.reverseBlock(block);
    }
    this.setUp.br(this.start);
  }

  private reverseOf(block: BasicBlock): BasicBlock {
    const reverse = this.blocks.get(block);
    if (!reverse) throw new Error('a block that does not lead to the return');
    return reverse;
  }

  /** Allocas whose shadow needs no stable address get a zeroed one here. */
  private remakeShadows(): void {
    for (const instruction of this.source.entry.instructions) {
      if (instruction.kind !== 'alloca' || !this.activity.isVaried(instruction)) continue;
      if (!this.context.plan.context.isShadowRemade(instruction)) continue;
      const { layout } = this.source.module;
      const count = instruction.operand(0);
      const size = BigInt(layout.allocSize(instruction.allocatedType)) * (count.kind === 'int' ? count.value : 1n);
      const memset = this.source.module.getOrDeclare(`llvm.memset.p0.${this.word.text}`, new FunctionType(voidType, [pointer, i8, this.word, i1]));
      this.lanes.each(() => {
        const shadow = this.setUp.alloca(instruction.allocatedType, count, instruction.alignment);
        this.setUp.call(memset, [shadow, constantInt(i8, 0), constantInt(this.word, size), constantInt(i1, 0)]);
        this.recovery.remakeShadow(instruction, shadow);
      });
    }
  }

  private reverseBlock(block: BasicBlock): void {
    this.build.atEnd(this.reverseOf(block));
    const passes = passesOf(block, this.context);
    if (passes) {
      reverseInPasses(block, passes, this.context, {
        build: this.build, recovery: this.recovery, newBlock: () => this.pair.reverse.addBlock(),
        reverseInstructions: (of, pass) => { this.pass = pass; this.reverseInstructions(of); this.pass = undefined; },
        edge: (from, to) => this.edge(from, to),
      });
      return;
    }
    this.recovery.enter(block);
    this.reverseInstructions(block);
    this.leave(block);
  }

  private reverseInstructions({ instructions }: BasicBlock): void {
    for (let i = instructions.length - 1; i >= 0; i--) {
      const instruction = instructions[i];
      if (instruction && instruction.kind !== 'phi') this.reverse(instruction);
    }
  }

  /** Branches to the reverse of the block that control came from. */
  private leave(block: BasicBlock): void {
    const { plan } = this.context;
    const arrival = plan.predecessorsOf(block);
    const frame = plan.skeleton.frameOf(block);
    const endRecord = (): void => { if (frame.leader === block) this.recovery.endRecord(frame); };
    if (!arrival) {
      this.finish();
      return;
    }
    switch (arrival.kind) {
      case 'single':
        endRecord();
        this.build.br(this.edge(arrival.block, block));
        return;
      case 'count': {
        const counter = this.recovery.counters.get(arrival.loop);
        if (!counter) throw new Error('a counted loop without counter');
        endRecord();
        if (plan.isJumpedInto(arrival.loop)) {
          this.recovery.jumpToStart(arrival.loop);
          this.build.br(this.edge(arrival.entering, block));
          return;
        }
        const isFirst = this.build.icmp('eq', this.build.load(this.word, counter), zero(this.word));
        this.build.condBr(isFirst, this.edge(arrival.entering, block), this.edge(arrival.latch, block));
        return;
      }
      case 'conditions': this.decide(arrival.decision, block); return;
      case 'recorded': {
        const index = this.recovery.field(arrival.field);
        endRecord();
        const [first, ...others] = arrival.blocks;
        if (!first) throw new Error('a merge without predecessors');
        const cases = others.map((from, i) => ({ value: constantInt(arrival.field.type as IntegerType, i + 1), block: this.edge(from, block) }));
        this.build.switch(index, this.edge(first, block), cases);
      }
    }
  }

  /** Each condition is asked on the way that leads to it only: elsewhere its operands may not exist. */
  private decide(decision: Decision, merge: BasicBlock): void {
    if (decision.kind === 'from') {
      this.build.br(this.edge(decision.block, merge));
      return;
    }
    const condition = this.recovery.primal(decision.condition);
    const here = this.build.block;
    const [whenTrue, whenFalse] = [decision.whenTrue, decision.whenFalse].map((next) => {
      if (next.kind === 'from') return this.edge(next.block, merge);
      const block = this.pair.reverse.addBlock();
      this.build.atEnd(block);
      this.recovery.forget();
      this.decide(next, merge);
      return block;
    });
    this.build.atEnd(here);
    if (whenTrue && whenFalse) this.build.condBr(condition, whenTrue, whenFalse);
  }

  /** A block for the reverse of the edge, with its phis and loop counts. */
  private edge(from: BasicBlock, to: BasicBlock): BasicBlock {
    const edge = this.pair.reverse.addBlock();
    const here = this.build.block;
    this.build.atEnd(edge);
    this.reversePhis(from, to);
    this.reverseCounts(from, to);
    this.build.br(this.reverseOf(from));
    this.recovery.forget();
    this.build.atEnd(here);
    return edge;
  }

  private reversePhis(from: BasicBlock, to: BasicBlock): void {
    const phis = to.instructions.filter((i): i is PhiInstruction => i.kind === 'phi' && this.activity.isActive(i));
    // All are read before any is written: a phi may be the incoming value of another.
    this.lanes.each(() => {
      const taken = phis.map((phi) => ({ phi, seed: this.adjoints.take(phi) }));
      for (const { phi, seed } of taken) this.adjoints.add(phi.incomingFrom(from), seed);
    });
  }

  private reverseCounts(from: BasicBlock, to: BasicBlock): void {
    const { plan } = this.context;
    for (const loop of plan.skeleton.loopsLeft(from, to)) {
      const trips = plan.tripsOf(loop);
      if (trips) this.setCounter(loop, this.build.cast('trunc', this.recovery.trips(trips), this.word));
      const choice = plan.lastChoiceOf(loop);
      if (choice && plan.isJumpedInto(loop)) this.recovery.jumpToChoice(loop, choice.field);
    }
    const loop = plan.skeleton.loops.loopOf(to);
    const counter = loop && this.recovery.counters.get(loop);
    if (loop?.header === to && counter && loop.blocks.has(from)) {
      this.setCounter(loop, this.build.binary('sub', this.build.load(this.word, counter), constantInt(this.word, 1)));
    }
  }

  private setCounter(loop: Loop, value: Value): void {
    const counter = this.recovery.counters.get(loop);
    if (counter) this.build.store(value, counter);
  }

  /** After the reverse of the entry: frees the tape, returns the derivatives of the arguments. */
  private finish(): void {
    for (const buffer of this.recovery.buffers) this.free(buffer);
    const active = this.source.args.filter((_, i) => this.pair.derivativeTypes[i]);
    if (active.length === 0) {
      this.build.ret();
      return;
    }
    const type = this.pair.reverse.functionType.result;
    const derivatives = active.flatMap((arg) => this.lanes.map(() => this.adjoints.read(arg)));
    this.build.ret(derivatives.reduce((all, derivative, i) => this.build.insertValue(all, derivative, [i]), poison(type) as Value));
  }

  /** Frees what the augmented function allocated, unless the reverse function is to run once more with it. */
  private free(memory: Value): void {
    if (this.context.options.keepsTape) return;
    this.build.call(this.source.module.getOrDeclare('free', new FunctionType(voidType, [pointer])), [memory]);
  }

  private reverse(instruction: Instruction): void {
    const { activity } = this;
    if (isCall(instruction)) {
      this.memory.undoBlock(instruction);
      if (activity.isActiveCall(instruction)) this.reverseCall(instruction, treatmentOf(instruction));
      return;
    }
    switch (instruction.kind) {
      case 'ret': this.reverseReturn(instruction); return;
      case 'store':
        this.memory.undo(instruction);
        if (activity.isVaried(instruction.address)) this.lanes.each(() => { this.memory.reverseStore(instruction, this.pass); });
        return;
      case 'alloca': this.reverseAlloca(instruction); return;
      case 'load': if (activity.isActive(instruction)) this.lanes.each(() => { this.memory.reverseLoad(instruction, this.pass); }); return;
      case 'binary': case 'fneg': case 'cast':
        if (activity.isActive(instruction)) this.reverseArithmetic(instruction, differentialOf(instruction, this.context.types));
        return;
      default:
        if (activity.isActive(instruction)) this.lanes.each(() => { reverseStructure(instruction, this.build, this.adjoints, (value) => this.recovery.primal(value)); });
    }
  }

  private reverseReturn({ value }: ReturnInstruction): void {
    if (value) this.seeds.forEach((seed, lane) => { this.lanes.in(lane, () => { this.adjoints.add(value, seed); }); });
  }

  private reverseArithmetic(instruction: Instruction, differential: Differential): void {
    if (differential.kind === 'row') this.reverseRow(instruction, differential);
    else this.lanes.each(() => { this.reverseLinear(instruction, differential); });
  }

  private reverseLinear(instruction: Instruction, differential: Exclude<Differential, { kind: 'row' }>): void {
    const { build, adjoints } = this;
    switch (differential.kind) {
      case 'address': return;
      case 'moves': reverseMoves(instruction, differential.moves, build, adjoints); return;
      case 'bits': adjoints.add(differential.operand, adjoints.take(instruction)); return;
      case 'value of bits': reverseValue(differential, adjoints.take(instruction), (value) => this.recovery.primal(value), adjoints, build); return;
      case 'conversion': {
        const seed = adjoints.take(instruction);
        const widens = bitsOf(differential.operand.type) > bitsOf(seed.type);
        adjoints.add(differential.operand, build.cast(widens ? 'fpext' : 'fptrunc', seed, differential.operand.type));
        return;
      }
      case 'sum': {
        const seed = adjoints.take(instruction);
        adjoints.add(differential.start, seed);
        const { vector } = differential;
        if (vector.type.kind !== 'vector' || vector.type.scalable) throw refuse('unsupportedInstruction', { instruction: 'a reduction', why: vector.type.text }, instruction);
        let spread: Value = zero(vector.type);
        for (let lane = 0; lane < vector.type.length; lane++) spread = build.insertElement(spread, seed, constantInt(this.word, lane));
        adjoints.add(vector, spread);
        return;
      }
      case 'bitwise': reverseBitwise(differential, (value) => this.recovery.primal(value), this.activity, build, adjoints); return;
    }
  }

  private reverseRow(instruction: Instruction, { row, operands }: Extract<Differential, { kind: 'row' }>): void {
    const wholes = this.activity.isActive(instruction) ? this.lanes.map(() => this.adjoints.take(instruction)) : [];
    for (const { place, partials } of row.outputs) {
      const seeds = this.lanes.map(() => {
        if (place.kind === 'pointer') return this.memory.takeBehind(operands[place.argument], operands);
        const whole = wholes[this.lanes.current];
        return whole && place.kind === 'field' ? partOf(this.build, whole, place.index) : whole;
      });
      if (seeds.every((seed) => seed === undefined)) continue;
      operands.forEach((operand, i) => {
        const partial = partials[i];
        if (partial === undefined || partial === 'zero' || !this.activity.isActive(operand)) return;
        const { operands: mentioned, result } = mentions(partial);
        const times = productEmitter(partial, this.build, {
          operands: operands.map((op, index) => (mentioned.has(index) ? this.recovery.primal(op) : poison(op.type))),
          result: result ? this.recovery.primal(instruction) : undefined,
          type: operand.type, flags: flagsOf(instruction), guard: guardOf(this.context.options),
        });
        this.lanes.each(() => {
          const seed = seeds[this.lanes.current];
          const product = seed && times(seed);
          if (product) this.adjoints.add(operand, product);
        });
      });
    }
  }

  private reverseAlloca(alloca: AllocaInstruction): void {
    const { plan } = this.context;
    if (plan.keptMemory.isKept(alloca)) this.free(this.recovery.primal(alloca));
    if (this.activity.isVaried(alloca) && !plan.context.isShadowRemade(alloca)) this.lanes.each(() => { this.free(this.recovery.shadow(alloca)); });
  }

  private reverseCall(call: AnyCall, treatment: CallTreatment): void {
    switch (treatment.kind) {
      case 'math': case 'cast': case 'sum': this.reverseArithmetic(call, withTwins(differentialOf(call, this.context.types), call)); return;
      case 'function': this.reverseFunction(call); return;
      case 'custom': case 'blas': this.reverseRule(call, treatment.fn); return;
      case 'memory':
        if (treatment.operation === 'copy' || treatment.operation === 'move') this.lanes.each(() => { this.memory.reverseCopy(call, treatment); });
        else if (treatment.operation === 'fill') this.lanes.each(() => { this.memory.reverseFill(call, treatment); });
        return;
      default:
    }
  }

  private reverseFunction(call: AnyCall): void {
    const callee = this.context.reverseOf(call);
    const args = call.args.flatMap((arg, i) => {
      const primal = callee.readsPrimal[i] ? this.recovery.primal(arg) : poison(arg.type);
      return callee.takesShadow[i] ? [primal, ...this.lanes.map(() => this.recovery.shadow(arg))] : [primal];
    });
    const { seedType } = callee;
    if (seedType) args.push(...this.lanes.map(() => (this.activity.isActive(call) ? seedOf(call, seedType, this.build, this.adjoints) : zero(seedType))));
    if (callee.tapeType) args.push(this.recovery.tape(call));
    const derivatives = this.build.call(callee.reverse, args);
    let at = 0;
    call.args.forEach((arg, i) => {
      if (callee.derivativeTypes[i]) this.lanes.each(() => { this.adjoints.add(arg, this.build.extractValue(derivatives, [at++])); });
    });
  }

  /** The gradient of a rule. */
  private reverseRule(call: AnyCall, fn: Function): void {
    const rule = this.context.reverseRuleOf(call);
    const args = call.args.flatMap((arg, i) => {
      const primal = rule.readsPrimal?.[i] === false ? poison(arg.type) : this.recovery.primal(arg);
      return rule.shadows[i] ? [primal, this.ruleShadow(arg, i, call, fn)] : [primal];
    });
    const { seeds } = rule;
    const seed = seeds.length > 0 && this.activity.isActive(call) ? this.adjoints.take(call) : undefined;
    seeds.forEach((type, i) => args.push(!seed ? zero(type) : seed.type.kind === 'struct' ? this.build.extractValue(seed, pathToLeaf(seed.type, i)) : seed));
    if (rule.tape) args.push(this.recovery.tape(call));
    const types = rule.derivatives.filter((type) => type !== undefined);
    const derivatives = callRule(this.build, rule.gradient, args, types);
    let at = 0;
    call.args.forEach((arg, i) => {
      const derivative = rule.derivatives[i] && derivatives[at++];
      if (derivative) this.adjoints.add(arg, derivative);
    });
  }

  private ruleShadow(arg: Value, index: number, call: AnyCall, fn: Function): Value {
    if (hasOwnShadow(arg, this.activity)) return this.recovery.shadow(arg);
    const standIn = standInFor(arg, index, fn, call, this.activity, this.context.types);
    if (standIn.kind === 'itself') return this.recovery.primal(arg);
    const { module } = this.source;
    const slot = this.setUp.alloca(i8, constantInt(this.word, Math.max(1, standIn.bytes)), 16);
    const memset = module.getOrDeclare(`llvm.memset.p0.${this.word.text}`, new FunctionType(voidType, [pointer, i8, this.word, i1]));
    this.build.call(memset, [slot, constantInt(i8, 0), constantInt(this.word, standIn.bytes), constantInt(i1, 0)]);
    return slot;
  }

}

function bitsOf(type: Type): number {
  const scalar = type.kind === 'vector' ? type.element : type;
  return scalar.kind === 'float' ? scalar.bits : 0;
}
