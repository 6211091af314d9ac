/**
 * The halves of reverse mode as two calls, with anything in between: the caller may overwrite what the arguments point to,
 * and choose seeds. What the first half hands to the second is a block of memory: the list of what to free at the end, if anything may be
 * on it, then the tape.
 */
import { remember } from '../analysis/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { type Deriver, type Request, type ReversePair, exceptionOf, graveyardWords, releaseFunction, signatureKey, wordType } from '../derive/index.js';
import {
  ArrayType, type Builder, type Function, FunctionType, type Module, StructType, type Type, type Value, constantInt, i32, isCall, pointer, splitBefore, voidType, zero,
} from '../ir/index.js';
import { fieldsOf } from './derivative-calls.js';
import { seedPointers } from './global-pointers.js';
import { type MarkerCall, complain } from './markers.js';
import { argumentsFor, clearGlobals, converted, derivativeOptions } from './passing.js';
import { type DerivativeRequest, hasSeed, holdsPointers } from './requests.js';
import { raiseInPlaceOf } from './unwind.js';

interface Half {
  readonly derived: Request;
  readonly pair: ReversePair;
  readonly block: StructType;
  /** Of the list of what to free, which is first in the block. */
  readonly list: Type | undefined;
}

/** What `malloc` and callers give is not aligned for vectors. */
const blockAlignment = 8;

export class SplitCalls {
  /** By function, what was asked for: a tape fits only the same derivative. */
  private readonly augmented = new Map<Function, Set<string>>();
  private readonly pullbacks: { source: Function; key: string; marker: MarkerCall }[] = [];
  /** Both halves of a pair ask for the same. */
  private readonly halves = new Map<string, Half>();

  constructor(private readonly module: Module, private readonly deriver: Deriver) {}

  callAugmented(request: DerivativeRequest, build: Builder): Value[] {
    const { options, source } = request;
    const half = this.half(request);
    const { derived, pair, block, list } = half;
    this.augmented.set(source, (this.augmented.get(source) ?? new Set<string>()).add(keyOf(request)));
    const address = options.tapeAddress ?? this.allocate(block, build);
    const graveyard = this.listIn(half, address, build);
    clearGlobals(derived, options.width, build, seedPointers);
    if (list && graveyard) build.store(zero(list), graveyard);
    const result = build.call(pair.augmented, [...argumentsFor(request, build), graveyard ?? zero(pointer)]);
    if (pair.tapeType) build.store(build.extractValue(result, [0]), this.tapeIn(half, address, build), blockAlignment);
    if (pair.mayThrow) this.undoAndRaise(request, half, result, address, build);
    const own = options.tapeAddress ? [] : [address];
    // A caller that declares a pointer wants the tape and nothing else.
    if (request.marker.call.type.kind === 'pointer' && !request.resultAddress && own.length > 0) return own;
    return [...own, ...this.resultsOf(request, pair, result, build)];
  }

  /** An exception leaves no tape behind: the way back is gone at once, with seeds of zero. */
  private undoAndRaise(request: DerivativeRequest, half: Half, result: Value, address: Value, build: Builder): void {
    const { call } = request.marker;
    const { pair } = half;
    const exception = exceptionOf(pair, result, build);
    const { block: before } = build;
    const rest = splitBefore(call);
    const undo = before.parent.addBlock();
    const end = before.parent.addBlock();
    build.atEnd(before).condBr(build.icmp('ne', exception, zero(pointer)), undo, end);
    build.atEnd(undo);
    const seeds = pair.seedType ? Array.from({ length: request.options.width }, () => zero(pair.seedType ?? pointer)) : [];
    const tape = pair.tapeType ? [build.extractValue(result, [0])] : [];
    build.call(pair.reverse, [...argumentsFor(request, build), ...seeds, ...tape]);
    this.release(half, address, build);
    if (!request.options.tapeAddress) build.call(this.module.getOrDeclare('free', new FunctionType(voidType, [pointer])), [address]);
    build.br(end);
    build.atEnd(end).br(rest);
    build.beforeInstruction(call);
    raiseInPlaceOf(call, exception, build);
  }

  callPullback(request: DerivativeRequest, build: Builder): Value[] {
    const { options, source, seeds } = request;
    const half = this.half(request);
    const { derived, pair } = half;
    this.pullbacks.push({ source, key: keyOf(request), marker: request.marker });
    const address = options.tapeAddress ?? request.tape ?? zero(pointer);
    clearGlobals(derived, options.width, build, () => { /* their pointers are on the tape */ });
    const { seedType, tapeType } = pair;
    const seedValues = seedType ? Array.from({ length: options.width }, (_, lane) => this.seed(request, seedType, seeds[lane], build)) : [];
    const tape = tapeType ? [build.load(tapeType, this.tapeIn(half, address, build), blockAlignment)] : [];
    const derivatives = build.call(pair.reverse, [...argumentsFor(request, build), ...seedValues, ...tape]);
    if (!options.keepsTape) {
      this.release(half, address, build);
      if (!options.tapeAddress) build.call(this.module.getOrDeclare('free', new FunctionType(voidType, [pointer])), [address]);
    }
    return fieldsOf(derivatives, build);
  }

  tapeSize(request: DerivativeRequest): Value[] {
    const { type } = request.marker.call;
    const size = this.module.layout.allocSize(this.half(request).block);
    return [constantInt(type.kind === 'integer' ? type : wordType(this.module), size)];
  }

  /** Calls that no call of the other half fits, in functions of which there is another half in the module. */
  mismatches(): Diagnostic[] {
    return this.pullbacks.flatMap(({ source, key, marker }) => {
      const known = this.augmented.get(source);
      if (!known || known.has(key)) return [];
      const [other = ''] = known;
      return [complain(marker, 'splitMismatch', { function: source.name, difference: `(${key}) and (${other})` })];
    });
  }

  private half(request: DerivativeRequest): Half {
    const { source, options } = request;
    const half = remember(this.halves, `${source.name} ${keyOf(request)}${derivativeOptions(request).keepsTape ? ' kept' : ''}`, () => this.makeHalf(request));
    const needed = this.module.layout.allocSize(half.block);
    if (options.allocated !== undefined && options.allocated < needed) {
      throw complain(request.marker, 'tapeTooSmall', { function: source.name, needed: `${needed}`, given: `${options.allocated}` });
    }
    return half;
  }

  private makeHalf(request: DerivativeRequest): Half {
    const { source } = request;
    const activities = request.arguments.map((arg) => arg.activity);
    const signature = { arguments: activities, preserved: request.arguments.map((arg) => arg.isPreserved) };
    const { derived, pair } = this.deriver.request(source, activities, derivativeOptions(request), (made) => ({ derived: made, pair: made.reverse(source, signature) }));
    const list = mayPutOnList(pair.augmented) ? new ArrayType(wordType(this.module), graveyardWords) : undefined;
    return { derived, pair, list, block: new StructType([list, pair.tapeType].filter((type) => type !== undefined)) };
  }

  private allocate(block: StructType, build: Builder): Value {
    const word = wordType(this.module);
    const malloc = this.module.getOrDeclare('malloc', new FunctionType(pointer, [word]));
    return build.call(malloc, [constantInt(word, this.module.layout.allocSize(block))]);
  }

  private listIn({ block, list }: Half, address: Value, build: Builder): Value | undefined { return list && this.field(block, address, 0, build); }

  private tapeIn({ block, list }: Half, address: Value, build: Builder): Value { return this.field(block, address, list ? 1 : 0, build); }

  private field(block: StructType, address: Value, index: number, build: Builder): Value {
    return build.gep(block, address, [constantInt(i32, 0), constantInt(i32, index)]);
  }

  private release(half: Half, address: Value, build: Builder): void {
    const list = this.listIn(half, address, build);
    if (list) build.call(releaseFunction(this.module), [list]);
  }

  private seed({ options }: DerivativeRequest, type: Type, given: Value | undefined, build: Builder): Value {
    return given && hasSeed(options) ? converted(build, given, type) : zero(type);
  }

  /** The primal result, then the shadows of what it points to. */
  private resultsOf({ source, options }: DerivativeRequest, pair: ReversePair, result: Value, build: Builder): Value[] {
    const { result: type } = source.functionType;
    if (type.kind === 'void' || options.result === 'unused') return [];
    const at = pair.tapeType ? 1 : 0;
    const primal = build.extractValue(result, [at]);
    if (options.result === 'constant' || !holdsPointers(type)) return [primal];
    return [primal, ...Array.from({ length: options.width }, (_, lane) => (pair.returnsShadow ? build.extractValue(result, [at + 1 + lane]) : primal))];
  }
}

/** What both calls must agree in. */
function keyOf({ arguments: args, options }: DerivativeRequest): string {
  const signature = signatureKey({ arguments: args.map((arg) => arg.activity), preserved: args.map((arg) => arg.isPreserved) });
  return `${signature} width ${options.width}${options.isZeroStrong ? ' strong zero' : ''}`;
}

/** Whether the function, or one that it hands the list to, does anything else with it. */
function mayPutOnList(augmented: Function, seen = new Set<Function>()): boolean {
  const list = augmented.args.at(-1);
  if (!list || seen.has(augmented)) return false;
  seen.add(augmented);
  return list.users().some((user) => {
    const callee = isCall(user) ? user.calledFunction : undefined;
    const isOnlyHandedOn = isCall(user) && callee && !callee.isDeclaration && user.args.indexOf(list) === callee.args.length - 1;
    return !isOnlyHandedOn || mayPutOnList(callee, seen);
  });
}
