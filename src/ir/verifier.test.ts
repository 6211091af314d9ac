import { describe, expect, it } from 'vitest';
import {
  type BasicBlock, type Function, type Value, BinaryInstruction, BranchInstruction, Builder, ConstantAggregate, FunctionType, InvokeInstruction,
  LandingPadInstruction, Module, PhiInstruction, PointerType, ReturnInstruction, StructType, SwitchInstruction,
  ArrayType, constantFloat, constantInt, double, float, i1, i32, i64, pointer, verifyFunction, verifyModule, voidType, zero,
} from './index.js';

/** `double f(double x, i32 n, ptr p)` with an empty entry block. */
function start(): { module: Module; fn: Function; entry: BasicBlock; build: Builder; x: Value; n: Value; p: Value } {
  const module = new Module();
  const fn = module.addFunction('f', new FunctionType(double, [double, i32, pointer]));
  const entry = fn.addBlock('entry');
  const [x, n, p] = fn.args;
  if (!x || !n || !p) throw new Error('three arguments');
  return { module, fn, entry, build: new Builder(entry), x, n, p };
}

/** A loop that sums: everything in it is right. */
function sound(): Function {
  const { fn, entry, build, x, n } = start();
  const loop = fn.addBlock('loop');
  const exit = fn.addBlock('exit');
  build.br(loop);
  build.atEnd(loop);
  const i = build.phi(i32, [[constantInt(i32, 0), entry]], 'i');
  const sum = build.phi(double, [[constantFloat(double, 0), entry]], 'sum');
  const next = build.binary('fadd', sum, x, ['nnan']);
  const count = build.binary('add', i, constantInt(i32, 1), ['nsw']);
  i.addIncoming(count, loop);
  sum.addIncoming(next, loop);
  build.condBr(build.icmp('slt', count, n), loop, exit);
  build.atEnd(exit).ret(next);
  return fn;
}

describe('a sound function', () => {
  it('has no problems', () => { expect(verifyModule(sound().module)).toEqual([]); });
});

describe('blocks', () => {
  it('end in a terminator', () => {
    const { fn, build, x } = start();
    build.binary('fadd', x, x);
    expect(verifyFunction(fn)).toEqual(['@f, block %entry: has no terminator at its end']);
  });

  it('have no terminator before the end', () => {
    const { fn, build, x } = start();
    build.ret(x);
    build.ret(x);
    expect(verifyFunction(fn)).toEqual(['@f, block %entry, instruction 1 (ret): a terminator in the middle of the block']);
  });

  it('jump only within the function', () => {
    const other = sound();
    const { fn, build } = start();
    build.br(other.entry);
    expect(verifyFunction(fn)).toEqual(['@f, block %entry, instruction 1 (br): jumps to a block that is not in the function']);
  });

  it('do not jump to the entry', () => {
    const { fn, entry, build } = start();
    build.br(entry);
    expect(verifyFunction(fn)).toEqual(['@f, block %entry: the entry block has a predecessor']);
  });
});

describe('phis', () => {
  it('have an entry for every predecessor, and no other', () => {
    const fn = sound();
    const [entry, loop] = fn.blocks;
    const phi = loop?.instructions[0];
    if (phi?.kind !== 'phi' || !entry) throw new Error('a phi');
    phi.removeIncoming(entry);
    expect(verifyFunction(fn)).toEqual(['@f, block %loop, instruction 1 (%i = phi): has no entry for the predecessor %entry']);
    phi.addIncoming(constantInt(i32, 0), entry);
    phi.addIncoming(constantInt(i32, 0), entry);
    expect(verifyFunction(fn)[0]).toContain('has an entry for %entry, which is no (further) predecessor');
  });

  it('take one value from a predecessor that comes twice', () => {
    const { fn, entry, build, x, n } = start();
    const join = fn.addBlock('join');
    entry.append(new SwitchInstruction(n, join, [{ value: constantInt(i32, 7), block: join }]));
    build.atEnd(join);
    const phi = build.phi(i32, [[constantInt(i32, 1), entry], [constantInt(i32, 1), entry]]);
    build.ret(x);
    expect(verifyFunction(fn)).toEqual([]);
    phi.setOperand(1, constantInt(i32, 2));
    expect(verifyFunction(fn)).toEqual(['@f, block %join, instruction 1 (%3 = phi): has different values for %entry']);
  });

  it('have the type of their values, and come first', () => {
    const { fn, entry, build, x } = start();
    const next = fn.addBlock('next');
    build.br(next);
    build.atEnd(next);
    build.binary('fadd', x, x, [], 'twice');
    next.append(new PhiInstruction(i32, [], 'late')).addIncoming(x, entry);
    build.ret(x);
    expect(verifyFunction(fn)).toEqual([
      '@f, block %next, instruction 2 (%late = phi): a phi after an instruction that is none',
    ]);
    next.instructions[1]?.unlink();
    const phi = next.insertBefore(new PhiInstruction(i32, [], 'early'), next.instructions[0] ?? new ReturnInstruction());
    phi.addIncoming(x, entry);
    expect(verifyFunction(fn)).toEqual(['@f, block %next, instruction 1 (%early = phi): the value from %entry is double, not i32']);
  });
});

describe('operand types', () => {
  const refused: [string, (b: ReturnType<typeof start>) => unknown, string][] = [
    ['a float operator on integers', ({ build, n }) => build.binary('fadd', n, n), 'an operand is i32, not float'],
    ['two types', ({ build, x, n }) => build.binary('fadd', x, n), 'the right operand is i32, not double'],
    ['a flag of another opcode', ({ build, x }) => build.binary('fadd', x, x, ['nsw']), 'does not take the flag nsw'],
    ['a truncation that widens', ({ build, n }) => build.cast('trunc', n, i64), 'i64 is not narrower than i32'],
    ['a conversion of the wrong kind', ({ build, x }) => build.cast('sitofp', x, float), 'cannot convert double to float'],
    ['a bitcast of another size', ({ build, n }) => build.cast('bitcast', n, double), 'cannot reinterpret i32 as double'],
    ['a compare of floats as integers', ({ build, x }) => build.icmp('eq', x, x), 'an operand is double, not integer or pointer'],
    ['a condition that is no i1', ({ build, x, n }) => build.select(n, x, x), 'the condition is i32, not i1'],
    ['a load from a number', ({ build, x }) => build.load(double, x), 'an operand is double, not pointer'],
    ['a load of an opaque type', ({ build, p }) => build.load(new StructType(undefined, false, 'hidden'), p), 'cannot load %hidden'],
    ['an alloca of a function', ({ build }) => build.alloca(new FunctionType(voidType, [])), 'void () has no size'],
    ['a crooked alignment', ({ build, x, p }) => build.store(x, p, 3), 'the alignment 3 is no power of two'],
    ['a gep that leaves the struct', ({ build, p }) => build.gep(new StructType([i32]), p, [constantInt(i32, 0), constantInt(i32, 4)]),
      'the indices do not fit { i32 }'],
    ['an element of another type', ({ build, x }) => build.insertValue(zero(new StructType([i32])), x, [0]), 'the element is double, not i32'],
    ['an element that is not there', ({ build, n }) => build.insertValue(zero(new ArrayType(i32, 2)), n, [2]), '[2 x i32] has no element 2'],
    ['a constant with a part missing', ({ build }) => build.freeze(new ConstantAggregate(new StructType([i32, i32]), [constantInt(i32, 1)])),
      '{ i32, i32 } is given 1 elements'],
  ];
  it.each(refused)('refuse %s', (_, make, message) => {
    const made = start();
    make(made);
    made.build.ret(made.x);
    expect(verifyFunction(made.fn).join('\n')).toContain(message);
  });

  it('fit the result of the function', () => {
    const { fn, build, n } = start();
    build.ret(n);
    expect(verifyFunction(fn)).toEqual(['@f, block %entry, instruction 1 (ret): returns i32, not double']);
  });
});

describe('calls', () => {
  it('pass what the function type wants', () => {
    const { module, fn, build, x, n } = start();
    const g = module.addFunction('g', new FunctionType(double, [double, double]));
    build.call(g, [x], 'few');
    build.call(g, [x, n], 'wrong');
    build.ret(x);
    expect(verifyFunction(fn)).toEqual([
      '@f, block %entry, instruction 1 (%few = call): passes 1 arguments to double (double, double)',
      '@f, block %entry, instruction 2 (%wrong = call): argument 1 is i32, not double',
    ]);
  });

  it('may pass more to a variadic function', () => {
    const { module, fn, build, x, p } = start();
    build.call(module.addFunction('printf', new FunctionType(i32, [pointer], true)), [p, x, x]);
    build.ret(x);
    expect(verifyFunction(fn)).toEqual([]);
  });

  it('stay in their module', () => {
    const { fn, build, x } = start();
    build.call(new Module().addFunction('g', new FunctionType(voidType, [])), []);
    build.ret(x);
    expect(verifyFunction(fn).join()).toContain('@g is in another module');
  });
});

describe('dominance', () => {
  it('wants definitions before uses in a block', () => {
    const { fn, entry, build, x } = start();
    const late = new BinaryInstruction('fadd', x, x, [], 'late');
    build.binary('fmul', late, x, [], 'early');
    entry.append(late);
    build.ret(x);
    expect(verifyFunction(fn)).toEqual(['@f, block %entry, instruction 1 (%early = fmul): operand 0, %late, does not dominate its use']);
  });

  it('looks at paths, and at edges for phis', () => {
    const { fn, entry, build, x } = start();
    const [left, join] = [fn.addBlock('left'), fn.addBlock('join')];
    build.condBr(constantInt(i1, 1), left, join);
    build.atEnd(left);
    const value = build.binary('fadd', x, x, [], 'value');
    build.br(join);
    build.atEnd(join);
    const phi = build.phi(double, [[value, left], [x, entry]], 'phi');
    const ret = build.ret(phi);
    expect(verifyFunction(fn)).toEqual([]);
    ret.setOperand(0, value);
    expect(verifyFunction(fn)).toEqual(['@f, block %join, instruction 2 (ret): operand 0, %value, does not dominate its use']);
  });

  it('lets unreachable code do what it likes, alone', () => {
    const { fn, build, x } = start();
    const ret = build.ret(x);
    const dead = fn.addBlock('dead');
    const itself = dead.append(new BinaryInstruction('fadd', x, x, [], 'itself'));
    itself.setOperand(0, itself);
    dead.append(new ReturnInstruction(itself));
    expect(verifyFunction(fn)).toEqual([]);
    ret.setOperand(0, itself);
    expect(verifyFunction(fn)).toHaveLength(1);
  });

  it('notices operands of erased instructions', () => {
    const { fn, build, x } = start();
    const gone = build.binary('fadd', x, x, [], 'gone');
    build.ret(gone);
    gone.unlink();
    expect(verifyFunction(fn)).toEqual(['@f, block %entry, instruction 1 (ret): operand 0 belongs to another function, or was erased']);
  });
});

describe('invoke', () => {
  function withInvoke(useIn: 'normal' | 'pad'): Function {
    const { module, fn, entry, build, x } = start();
    const personality = module.addFunction('__gxx_personality_v0', new FunctionType(i32, [], true));
    fn.personality = personality;
    const g = module.addFunction('g', new FunctionType(double, []));
    const [normal, pad] = [fn.addBlock('normal'), fn.addBlock('pad')];
    const result = entry.append(new InvokeInstruction(g.functionType, g, [], [normal, pad], [], 'result'));
    build.atEnd(normal).ret(useIn === 'normal' ? result : x);
    pad.append(new LandingPadInstruction(new StructType([pointer, i32]), true, [], [], 'caught'));
    build.atEnd(pad).ret(useIn === 'pad' ? result : x);
    return fn;
  }
  it('gives its result to the normal destination alone', () => {
    expect(verifyFunction(withInvoke('normal'))).toEqual([]);
    expect(verifyFunction(withInvoke('pad'))).toEqual(['@f, block %pad, instruction 2 (ret): operand 0, %result, does not dominate its use']);
  });
  it('is caught by constants', () => {
    const fn = withInvoke('normal');
    const [, , pad] = fn.blocks;
    pad?.instructions[0]?.erase();
    const old = pad?.instructions[0];
    if (pad && old) pad.insertBefore(new LandingPadInstruction(new StructType([pointer, i32]), false, ['catch'], [fn.args[2] ?? zero(pointer)]), old);
    expect(verifyFunction(fn)).toEqual(['@f, block %pad, instruction 1 (%3 = landingpad): the value of a catch clause is no constant']);
  });
  it('unwinds to a landingpad, and nothing else does', () => {
    const fn = withInvoke('normal');
    const [, normal, pad] = fn.blocks;
    normal?.terminator?.erase();
    if (pad) normal?.append(new BranchInstruction([pad]));
    expect(verifyFunction(fn).join()).toContain('is reached from %normal other than by unwinding');
    pad?.instructions[0]?.erase();
    expect(verifyFunction(fn).join()).toContain('the unwind destination %pad does not start with a landingpad');
  });
});

describe('modules', () => {
  it('lead every number somewhere', () => {
    const fn = sound();
    const { module } = fn;
    const first = fn.entry.instructions[0];
    first?.metadata.set('dbg', '!7');
    fn.attributes = ['#1', '"x"="#2 !3"'];
    module.metadata.set(0, '!{!1, !"!2", !DIExpression()}');
    expect(verifyModule(module)).toEqual([
      '!0: refers to !1, which does not exist', '@f: refers to #1, which does not exist',
      '@f, block %entry, instruction 1 (br): refers to !7, which does not exist',
    ]);
  });

  it('give globals the values of their type', () => {
    const module = new Module();
    module.addGlobal('g', i32, constantFloat(double, 1));
    module.addGlobal('h', new ArrayType(i32, 1), undefined).words.linkage = 'internal';
    expect(verifyModule(module)).toEqual([
      '@g: the initialiser is double, not i32', '@h: a declaration cannot be internal',
    ]);
  });

  it('have types that end', () => {
    const module = new Module();
    const list = new StructType(undefined, false, 'list');
    list.define([i32, new PointerType()], false);
    const endless = new StructType(undefined, false, 'endless');
    endless.define([i32, endless], false);
    module.structs.set('list', list).set('endless', endless);
    expect(verifyModule(module)).toEqual(['%endless: contains itself']);
  });
});
