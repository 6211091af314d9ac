/**
 * Calls of target-specific intrinsics, of reductions, and of the one-instruction assembly that libraries use in their
 * place, written as the ordinary instructions that they stand for: those have rules. The values are the same to the bit.
 *
 * Semantics: Intel, "Intel 64 and IA-32 Architectures Software Developer's Manual", volume 2; LLVM Language Reference.
 */
import {
  type CallInstruction, type FloatPredicate, type Function, type Instruction, type Value,
  Builder, ConstantAggregate, FunctionType, IntegerType as Integer, FloatType as Float, StoreInstruction, VectorType as Vector, constantInt, i32, isForDebuggers, zero,
} from '../ir/index.js';

/** What computes the result of a call; undefined where it cannot be said (an operand that is no constant). */
type Expansion = (build: Builder, args: readonly Value[]) => Value | undefined;

export function expandTargetIntrinsics(fn: Function): void {
  for (const call of [...fn.instructions()]) {
    if (call.kind !== 'call') continue;
    const { callee } = call;
    const block = call.block;
    if (!block) continue;
    const build = new Builder(block).beforeInstruction(call);
    build.debugLocation = call.metadata.get('dbg');
    const replaced = callee.kind === 'asm' ? expandAssembly(build, call) : expandIntrinsic(build, call);
    if (replaced) replace(call, replaced);
  }
}

function replace(call: CallInstruction, value: Value): void {
  call.replaceAllUsesWith(value);
  call.erase();
}

function expandIntrinsic(build: Builder, call: CallInstruction): Value | undefined {
  const name = call.calledFunction?.name;
  if (name?.startsWith('llvm.') !== true) return undefined;
  const expansion = expansions.get(name) ?? expansions.get(name.replace(/\.v\d+f\d+$/, ''));
  return expansion?.(build, call.args);
}

/** What `maxpd a, b` and its kind compute: the second operand where the comparison does not hold, NaN included. */
const pick = (predicate: FloatPredicate): Expansion => (build, [a, b]) => a && b && build.select(build.fcmp(predicate, a, b), a, b);

/** On the first lane only; the others are those of the first operand. */
const first = (expansion: Expansion): Expansion => (build, [a, b, ...rest]) => {
  if (!a || !b) return undefined;
  const lane = constantInt(i32, 0);
  const result = expansion(build, [build.extractElement(a, lane), build.extractElement(b, lane), ...rest]);
  return result && build.insertElement(a, result, lane);
};

/** Sums or differences of neighbouring lanes, in blocks of 128 bits. */
const horizontal = (opcode: 'fadd' | 'fsub'): Expansion => (build, [a, b]) => {
  if (a?.type.kind !== 'vector' || !b) return undefined;
  const lanes = a.type.length;
  const block = a.type.element.kind === 'float' && a.type.element.bits === 64 ? 2 : 4;
  const from = Array.from({ length: lanes }, (_, i) => {
    const within = i % block;
    return (i - within) + (within < block / 2 ? 2 * within : lanes + 2 * within - block);
  });
  return build.binary(opcode, build.shuffle(a, b, mask(from)), build.shuffle(a, b, mask(from.map((lane) => lane + 1))));
};

/** Differences in even lanes, sums in odd ones. */
const alternating: Expansion = (build, [a, b]) => {
  if (a?.type.kind !== 'vector' || !b) return undefined;
  const lanes = a.type.length;
  return build.shuffle(build.binary('fsub', a, b), build.binary('fadd', a, b), mask(Array.from({ length: lanes }, (_, i) => (i % 2 === 0 ? i : i + lanes))));
};

/** By the rounding mode in an immediate operand. */
const round: Expansion = (build, [a, mode]) => {
  if (!a || mode?.kind !== 'int') return undefined;
  const which = Number(mode.value) & 7;
  const name = ['roundeven', 'floor', 'ceil', 'trunc'][which] ?? 'rint';
  const { module } = build.block.parent;
  const suffix = a.type.kind === 'vector' ? `v${a.type.length}${floatName(a.type)}` : floatName(a.type);
  return build.call(module.getOrDeclare(`llvm.${name}.${suffix}`, new FunctionType(a.type, [a.type])), [a]);
};
const roundFirst: Expansion = (build, [a, b, mode]) => {
  if (!a || !b || !mode) return undefined;
  const lane = constantInt(i32, 0);
  const rounded = round(build, [build.extractElement(b, lane), mode]);
  return rounded && build.insertElement(a, rounded, lane);
};

function floatName(type: Value['type']): string {
  const scalar = type.kind === 'vector' ? type.element : type;
  return `f${scalar.kind === 'float' ? scalar.bits : 0}`;
}

/** The second operand where the sign bit of the third is set. */
const blend: Expansion = (build, [a, b, by]) => {
  if (by?.type.kind !== 'vector' || by.type.element.kind !== 'float' || !a || !b) return undefined;
  const integers = new Vector(new Integer(by.type.element.bits), by.type.length);
  return build.select(build.icmp('slt', build.cast('bitcast', by, integers), zero(integers)), b, a);
};

const comparisons: readonly FloatPredicate[] = ['oeq', 'olt', 'ole', 'uno', 'une', 'uge', 'ugt', 'ord', 'ueq', 'ult', 'ule', 'false', 'one', 'oge', 'ogt', 'true'];

/** All bits of a lane set where the comparison holds. */
const compare: Expansion = (build, [a, b, which]) => {
  if (a?.type.kind !== 'vector' || a.type.element.kind !== 'float' || !b || which?.kind !== 'int') return undefined;
  const predicate = comparisons[Number(which.value) & 15];
  if (!predicate) return undefined;
  const integers = new Vector(new Integer(a.type.element.bits), a.type.length);
  return build.cast('bitcast', build.cast('sext', build.fcmp(predicate, a, b), integers), a.type);
};

/** `dppd`, `dpps`: bits 4 and up of the immediate say which products count, the low bits where the sum goes. */
const dotProduct: Expansion = (build, [a, b, which]) => {
  if (a?.type.kind !== 'vector' || !b || which?.kind !== 'int') return undefined;
  const bits = Number(which.value);
  const product = build.binary('fmul', a, b);
  const lane = (i: number): Value => build.extractElement(product, constantInt(i32, i));
  const counted = Array.from({ length: a.type.length }, (_, i) => i).filter((i) => ((bits >> (4 + i)) & 1) === 1);
  const sum = counted.map(lane).reduce((all: Value | undefined, each) => (all ? build.binary('fadd', all, each) : each), undefined);
  let result: Value = zero(a.type);
  for (let i = 0; sum && i < a.type.length; i++) if (((bits >> i) & 1) === 1) result = build.insertElement(result, sum, constantInt(i32, i));
  return result;
};

/** To a narrower format, in the first lanes; the others are zero. */
const narrow: Expansion = (build, [a]) => {
  if (a?.type.kind !== 'vector') return undefined;
  const { length } = a.type;
  const narrowed = build.cast('fptrunc', a, new Vector(new Float('float'), length));
  return length >= 4 ? narrowed : build.shuffle(narrowed, zero(narrowed.type), mask([0, 1, 2, 3]));
};
const narrowFirst: Expansion = (build, [a, b]) => {
  const lane = constantInt(i32, 0);
  return a && b && build.insertElement(a, build.cast('fptrunc', build.extractElement(b, lane), new Float('float')), lane);
};

/** The operands rounded as is usual: with the rounding of the environment, or to nearest. */
const usually = (expansion: Expansion, rounding: number): Expansion => (build, args) => {
  const mode = args[rounding];
  return mode?.kind === 'int' && (mode.value === 4n || mode.value === 8n) ? expansion(build, args) : undefined;
};
const arithmetic = (opcode: 'fadd' | 'fsub' | 'fmul' | 'fdiv'): Expansion => usually((build, [a, b]) => a && b && build.binary(opcode, a, b), 2);

/** `a * b - c` in even lanes, `a * b + c` in odd ones. */
const fusedAlternating: Expansion = (build, [a, b, c]) => {
  if (a?.type.kind !== 'vector' || !b || !c) return undefined;
  const { length } = a.type;
  const fma = build.module.getOrDeclare(`llvm.fma.v${length}${floatName(a.type)}`, new FunctionType(a.type, [a.type, a.type, a.type]));
  const [less, more] = [build.call(fma, [a, b, build.fneg(c)]), build.call(fma, [a, b, c])];
  return build.shuffle(less, more, mask(Array.from({ length }, (_, i) => (i % 2 === 0 ? i : i + length))));
};

/** Lane i is that lane of the operands, one after the other, which the index in lane i names, in `within` lanes around it. */
const permute = (within?: number): Expansion => (build, [first, second, third]) => {
  const index = second;
  if (first?.type.kind !== 'vector' || index?.type.kind !== 'vector') return undefined;
  const { length } = first.type;
  const lanes = third ? build.shuffle(first, third, mask(Array.from({ length: 2 * length }, (_, i) => i))) : first;
  const choices = within ?? (third ? 2 * length : length);
  let result: Value = zero(first.type);
  for (let i = 0; i < length; i++) {
    const lane = build.extractElement(index, constantInt(i32, i));
    const wanted = build.binary('and', lane, constantInt(lane.type as Integer, choices - 1));
    const base = within === undefined ? 0 : i - (i % within);
    const at = build.binary('add', wanted, constantInt(lane.type as Integer, base));
    result = build.insertElement(result, build.extractElement(lanes, at), constantInt(i32, i));
  }
  return result;
};
/** The index of `vpermilpd` is in the second bit. */
const permutePairs: Expansion = (build, [a, index]) => {
  if (index?.type.kind !== 'vector' || !a) return undefined;
  const one = new ConstantAggregate(index.type, Array.from({ length: index.type.length }, () => constantInt((index.type as Vector).element as Integer, 1)));
  return permute(2)(build, [a, build.binary('lshr', index, one)]);
};

/** Lane by lane, from the first on. */
const reduce = (combine: (build: Builder, sum: Value, lane: Value) => Value, hasStart: boolean): Expansion => (build, args) => {
  const vector = args[hasStart ? 1 : 0];
  if (vector?.type.kind !== 'vector' || vector.type.scalable) return undefined;
  const lanes = Array.from({ length: vector.type.length }, (_, i): Value => build.extractElement(vector, constantInt(i32, i)));
  const start = hasStart ? args[0] : lanes.shift();
  return start && lanes.reduce((sum, lane) => combine(build, sum, lane), start);
};
const extreme = (name: string): Expansion => reduce((build, a, b) => {
  const { module } = build.block.parent;
  return build.call(module.getOrDeclare(`llvm.${name}.${floatName(a.type)}`, new FunctionType(a.type, [a.type, a.type])), [a, b]);
}, false);

const expansions = new Map<string, Expansion>([
  ...['x86.sse2.max.pd', 'x86.sse.max.ps', 'x86.avx.max.pd.256', 'x86.avx.max.ps.256'].map((name) => entry(name, pick('ogt'))),
  ...['x86.sse2.min.pd', 'x86.sse.min.ps', 'x86.avx.min.pd.256', 'x86.avx.min.ps.256'].map((name) => entry(name, pick('olt'))),
  ...['x86.sse2.max.sd', 'x86.sse.max.ss'].map((name) => entry(name, first(pick('ogt')))),
  ...['x86.sse2.min.sd', 'x86.sse.min.ss'].map((name) => entry(name, first(pick('olt')))),
  ...['x86.sse3.hadd.pd', 'x86.sse3.hadd.ps', 'x86.avx.hadd.pd.256', 'x86.avx.hadd.ps.256'].map((name) => entry(name, horizontal('fadd'))),
  ...['x86.sse3.hsub.pd', 'x86.sse3.hsub.ps', 'x86.avx.hsub.pd.256', 'x86.avx.hsub.ps.256'].map((name) => entry(name, horizontal('fsub'))),
  ...['x86.sse3.addsub.pd', 'x86.sse3.addsub.ps', 'x86.avx.addsub.pd.256', 'x86.avx.addsub.ps.256'].map((name) => entry(name, alternating)),
  ...['x86.sse41.round.pd', 'x86.sse41.round.ps', 'x86.avx.round.pd.256', 'x86.avx.round.ps.256'].map((name) => entry(name, round)),
  ...['x86.sse41.round.sd', 'x86.sse41.round.ss'].map((name) => entry(name, roundFirst)),
  ...['x86.sse41.blendvpd', 'x86.sse41.blendvps', 'x86.avx.blendv.pd.256', 'x86.avx.blendv.ps.256'].map((name) => entry(name, blend)),
  ...['x86.sse2.cmp.pd', 'x86.sse.cmp.ps', 'x86.avx.cmp.pd.256', 'x86.avx.cmp.ps.256'].map((name) => entry(name, compare)),
  ...['pd', 'ps'].flatMap((type) => [entry(`x86.avx512.max.${type}.512`, pick('ogt')), entry(`x86.avx512.min.${type}.512`, pick('olt'))]),
  ...['128', '256', '512'].flatMap((bits) => [entry(`x86.avx512fp16.max.ph.${bits}`, pick('ogt')), entry(`x86.avx512fp16.min.ph.${bits}`, pick('olt'))]),
  ...(['add', 'sub', 'mul', 'div'] as const).flatMap((name) => ['pd', 'ps'].map((type) => entry(`x86.avx512.${name}.${type}.512`, arithmetic(`f${name}`)))),
  entry('x86.avx.cvt.pd2.ps.256', narrow), entry('x86.sse2.cvtpd2ps', narrow), entry('x86.sse2.cvtsd2ss', narrowFirst),
  ...['pd', 'ps', 'pd.256', 'ps.256'].map((type) => entry(`x86.fma.vfmaddsub.${type}`, fusedAlternating)),
  ...['x86.avx2.permps', 'x86.avx512.permvar.df.256', 'x86.avx512.permvar.df.512', 'x86.avx512.permvar.sf.512'].map((name) => entry(name, permute())),
  ...['pd', 'ps'].flatMap((type) => ['128', '256', '512'].map((bits) => entry(`x86.avx512.vpermi2var.${type}.${bits}`, permute()))),
  ...['', '.256'].flatMap((size) => [entry(`x86.avx.vpermilvar.ps${size}`, permute(4)), entry(`x86.avx.vpermilvar.pd${size}`, permutePairs)]),
  entry('x86.avx512.vpermilvar.ps.512', permute(4)), entry('x86.avx512.vpermilvar.pd.512', permutePairs),
  ...['x86.sse41.dppd', 'x86.sse41.dpps'].map((name) => entry(name, dotProduct)),
  entry('vector.reduce.fmul', reduce((build, a, b) => build.binary('fmul', a, b), true)),
  entry('vector.reduce.fmax', extreme('maxnum')), entry('vector.reduce.fmin', extreme('minnum')),
  entry('vector.reduce.fmaximum', extreme('maximum')), entry('vector.reduce.fminimum', extreme('minimum')),
]);

function entry(name: string, expansion: Expansion): [string, Expansion] { return [`llvm.${name}`, expansion]; }

/**
 * Empty assembly is a barrier for the optimiser and passes its operand on; `maxpd` and its kind are written as assembly
 * where the order of operands matters for NaN.
 */
function expandAssembly(build: Builder, call: CallInstruction): Value | undefined {
  const { callee } = call;
  if (callee.kind !== 'asm') return undefined;
  const constraints = callee.constraints.split(',').filter((each) => !each.startsWith('~'));
  const [a, b] = call.args;
  const extremum = /^\s*v?(max|min)([ps])[ds]\s+\$1,\s*\$0\s*$/.exec(callee.assembly);
  // The result is tied to the second input: `$0 = $0 > $1 ? $0 : $1`.
  if (extremum && a && b && constraints.length === 3 && constraints[2] === '0' && a.type.text === call.type.text && b.type.text === call.type.text) {
    const expansion = pick(extremum[1] === 'max' ? 'ogt' : 'olt');
    return (extremum[2] === 's' && a.type.kind === 'vector' ? first(expansion) : expansion)(build, [b, a]);
  }
  if (callee.assembly.trim() !== '') return undefined;
  const [output = '', input = ''] = constraints;
  if (constraints.length !== 2) return undefined;
  if (/^=[^*]/.test(output) && input === '0' && a?.type.text === call.type.text) return a;
  if (output.startsWith('=*') && input === '0' && a && b) passThroughMemory(call, a, b);
  return undefined;
}

/** `"+m"(x)`: the value goes into the memory, where it is read again. */
function passThroughMemory(call: CallInstruction, address: Value, value: Value): void {
  const block = call.block;
  if (!block) return;
  const at = block.instructions.indexOf(call);
  block.insertBefore(new StoreInstruction(value, address, 1), call);
  // What is read from there at once is the value itself.
  const next = block.instructions.slice(at + 2).find((each) => !isForDebuggers(each));
  if (next?.kind === 'load' && next.address === address && next.type.text === value.type.text) {
    next.replaceAllUsesWith(value);
    next.erase();
  }
  call.erase();
  removeIfOnlyWritten(address);
}

/** The stores to a local that nobody reads. */
function removeIfOnlyWritten(local: Value): void {
  if (local.kind !== 'alloca') return;
  const users = [...local.uses].map(({ user }) => user);
  const isMark = (user: Instruction): boolean => user.kind === 'call' && user.calledFunction?.name.startsWith('llvm.lifetime.') === true;
  if (!users.every((user) => (user.kind === 'store' && user.value !== local) || isMark(user))) return;
  for (const user of users) if (user.kind === 'store') user.erase();
}

function mask(lanes: readonly number[]): Value {
  return new ConstantAggregate(new Vector(i32, lanes.length), lanes.map((lane) => constantInt(i32, lane)));
}
