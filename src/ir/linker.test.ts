import { describe, expect, it } from 'vitest';
import {
  ArrayType, Builder, type Constant, ConstantAggregate, FunctionType, Function, type GlobalVariable, Module, StructType, constantInt, double,
  i32, i8, linkModules, pointer, verifyModule, voidType, zero,
} from './index.js';

const nullary = new FunctionType(i32, []);

/** `i32 name() { ret i32 value }` */
function define(module: Module, name: string, value: number, linkage = '', comdat?: string): Function {
  const fn = module.addFunction(name, nullary);
  new Builder(fn.addBlock('entry')).ret(constantInt(i32, value));
  fn.words.linkage = linkage;
  if (comdat !== undefined) {
    module.comdats.set(comdat, 'any');
    fn.trailing.push(`comdat($${comdat})`);
  }
  return fn;
}

/** A function that returns what `callee` returns. */
function defineCaller(module: Module, name: string, callee: Function): Function {
  const fn = module.addFunction(name, nullary);
  const build = new Builder(fn.addBlock('entry'));
  build.ret(build.call(callee, []));
  return fn;
}

/** What a function of one `ret`, or one call and `ret`, returns: a number or the name of the callee. */
function result(module: Module, name: string): string | number {
  const fn = module.functions.get(name);
  const value = fn?.isDeclaration === false ? fn.entry.terminator?.operand(0) : undefined;
  if (value?.kind === 'int') return Number(value.value);
  return value?.kind === 'call' ? value.calledFunction?.name ?? '?' : 'declared';
}

function link(...modules: Module[]): Module {
  const linked = linkModules(modules);
  expect(verifyModule(linked)).toEqual([]);
  return linked;
}

describe('symbols', () => {
  it('resolve declarations to definitions, in either direction', () => {
    const [one, two] = [new Module(), new Module()];
    defineCaller(one, 'main', one.addFunction('answer', nullary));
    define(two, 'answer', 42);
    for (const linked of [link(one, two), link(two, one)]) {
      expect(result(linked, 'main')).toBe('answer');
      expect(result(linked, 'answer')).toBe(42);
    }
  });

  it('rename internal ones that clash', () => {
    const [one, two] = [new Module(), new Module()];
    defineCaller(one, 'f', define(one, 'helper', 1, 'internal'));
    defineCaller(two, 'g', define(two, 'helper', 2, 'internal'));
    const linked = link(one, two);
    expect([result(linked, 'f'), result(linked, 'g')]).toEqual(['helper', 'helper.1']);
    expect([result(linked, 'helper'), result(linked, 'helper.1')]).toEqual([1, 2]);
  });

  it('leave the name to the external one', () => {
    const [one, two] = [new Module(), new Module()];
    defineCaller(one, 'f', define(one, 'helper', 1, 'internal'));
    define(two, 'helper', 2);
    const linked = link(one, two);
    expect([result(linked, 'f'), result(linked, 'helper.1'), result(linked, 'helper')]).toEqual(['helper.1', 1, 2]);
  });

  it('refuse two strong definitions', () => {
    const [one, two] = [new Module(), new Module()];
    one.sourceFilename = 'a.c';
    two.sourceFilename = 'b.c';
    define(one, 'f', 1);
    define(two, 'f', 2);
    expect(() => linkModules([one, two])).toThrow('cannot merge the modules: `f` is defined in a.c and in b.c');
  });

  const linkages: [string, string, number][] = [
    ['', 'weak', 1], ['weak', '', 2], ['weak', 'weak', 1], ['linkonce_odr', 'linkonce_odr', 1], ['linkonce', 'weak', 2],
    ['linkonce_odr', 'weak_odr', 2], ['weak', 'linkonce', 1], ['', 'linkonce', 1], ['available_externally', '', 2],
    ['', 'available_externally', 1], ['available_externally', 'linkonce_odr', 2],
  ];
  it.each(linkages)('%s and then %s: definition %i stays', (first, second, winner) => {
    const [one, two] = [new Module(), new Module()];
    define(one, 'f', 1, first);
    define(two, 'f', 2, second);
    expect(result(link(one, two), 'f')).toBe(winner);
  });

  it('take the larger of two common ones, and the larger alignment', () => {
    const [one, two] = [new Module(), new Module()];
    for (const [module, length, align] of [[one, 4, 16], [two, 8, 4]] as const) {
      const global = module.addGlobal('buffer', new ArrayType(i8, length), zero(new ArrayType(i8, length)));
      global.words.linkage = 'common';
      global.trailing = [`align ${align}`];
    }
    const buffer = link(one, two).globals.get('buffer');
    expect([buffer?.valueType.text, buffer?.trailing]).toEqual(['[8 x i8]', ['align 16']]);
  });

  it('are as hidden as any module says, and have an unimportant address only if all say so', () => {
    const [one, two] = [new Module(), new Module()];
    define(one, 'f', 1).words.unnamedAddr = 'unnamed_addr';
    two.addFunction('f', nullary).words.visibility = 'hidden';
    expect(link(one, two).functions.get('f')?.words).toMatchObject({ visibility: 'hidden', unnamedAddr: '' });
  });
});

describe('comdats', () => {
  it('come whole, from one module', () => {
    const [one, two] = [new Module(), new Module()];
    define(one, 'C2', 1, 'linkonce_odr', 'C5');
    define(two, 'C2', 2, 'linkonce_odr', 'C5');
    const guard = two.addGlobal('guard', i32, constantInt(i32, 2));
    guard.words.linkage = 'internal';
    guard.trailing = ['comdat($C5)'];
    const linked = link(one, two);
    expect([result(linked, 'C2'), linked.globals.size, linked.comdats.get('C5')]).toEqual([1, 0, 'any']);
  });

  it('that come from elsewhere do not take away the only definition', () => {
    const [one, two] = [new Module(), new Module()];
    define(one, 'C2', 1, 'linkonce_odr', 'C5');
    defineCaller(one, 'f', one.addFunction('C1', nullary));
    define(two, 'C1', 2, 'linkonce_odr', 'C5');
    const linked = link(one, two);
    expect([result(linked, 'C1'), linked.functions.get('C1')?.trailing]).toEqual([2, []]);
  });

  it('refuse another selection kind', () => {
    const [one, two] = [new Module(), new Module()];
    one.comdats.set('c', 'any');
    two.comdats.set('c', 'samesize');
    expect(() => linkModules([one, two])).toThrow('the comdat `c` is any in one module and samesize in another');
  });

  it('take the largest', () => {
    const modules = [4, 16, 8].map((length) => {
      const module = new Module();
      module.comdats.set('table', 'largest');
      const table = module.addGlobal('table', new ArrayType(i8, length), zero(new ArrayType(i8, length)));
      table.words.linkage = 'linkonce_odr';
      table.trailing = ['comdat'];
      return module;
    });
    expect(link(...modules).globals.get('table')?.valueType.text).toBe('[16 x i8]');
  });
});

describe('appending arrays', () => {
  const row = new StructType([i32, pointer, pointer]);
  function constructors(module: Module, ...entries: (readonly [Function, Constant])[]): GlobalVariable {
    const type = new ArrayType(row, entries.length);
    const list = module.addGlobal('llvm.global_ctors', type, new ConstantAggregate(type,
      entries.map(([fn, key]) => new ConstantAggregate(row, [constantInt(i32, 65535), fn, key]))));
    list.words.linkage = 'appending';
    return list;
  }

  it('have the elements of all modules, but those whose key was discarded', () => {
    const modules = [1, 2].map((value) => {
      const module = new Module();
      const key = module.addGlobal('inline_variable', i32, constantInt(i32, 0));
      key.words.linkage = 'linkonce_odr';
      constructors(module, [define(module, 'init', value, 'internal'), zero(pointer)], [define(module, 'init_inline', value, 'internal'), key]);
      return module;
    });
    const list = link(...modules).globals.get('llvm.global_ctors');
    const initializer = list?.initializer;
    const names = initializer?.kind === 'aggregate' ? initializer.elements.map((element) => {
      const fn = element.kind === 'aggregate' ? element.elements[1] : undefined;
      return fn?.kind === 'function' ? fn.name : '?';
    }) : [];
    expect(names).toEqual(['init', 'init_inline', 'init.1']);
    expect([list?.valueType.text, list?.words.linkage]).toEqual(['[3 x { i32, ptr, ptr }]', 'appending']);
  });
});

describe('types', () => {
  function withStruct(name: string, fields: StructType['fields'], global: string): Module {
    const module = new Module();
    const struct = new StructType(fields, false, name);
    module.structs.set(name, struct);
    module.addGlobal(global, struct, zero(struct));
    return module;
  }

  it('of the same name and body are one', () => {
    const linked = link(withStruct('point', [double, double], 'p'), withStruct('point', [double, double], 'q'));
    expect([...linked.structs.keys()]).toEqual(['point']);
    expect(linked.globals.get('p')?.valueType).toBe(linked.globals.get('q')?.valueType);
  });

  it('of the same name and another body are renamed, and those that contain them too', () => {
    const make = (field: StructType['fields'][number], global: string): Module => {
      const module = withStruct('inner', [field], `${global}.inner`);
      const outer = new StructType([module.structs.get('inner') ?? i32], false, 'outer');
      module.structs.set('outer', outer);
      module.addGlobal(global, outer, zero(outer));
      return module;
    };
    const linked = link(make(i32, 'p'), make(double, 'q'));
    expect([...linked.structs].map(([name, type]) => `${name} = ${type.bodyText}`))
      .toEqual(['inner = { i32 }', 'outer = { %inner }', 'inner.1 = { double }', 'outer.1 = { %inner.1 }']);
    expect(linked.globals.get('q')?.initializer?.type.text).toBe('%outer.1');
  });

  it('get the body that another module knows', () => {
    const one = new Module();
    one.structs.set('hidden', new StructType(undefined, false, 'hidden'));
    const linked = link(one, withStruct('hidden', [i32], 'g'));
    expect(linked.structs.get('hidden')?.bodyText).toBe('{ i32 }');
  });

  it('are renamed in attributes, in instructions, and in metadata', () => {
    const two = withStruct('s', [double], 'q');
    const fn = two.addFunction('f', new FunctionType(voidType, [pointer]));
    const [arg] = fn.args;
    const struct = two.structs.get('s');
    if (!arg || !struct) throw new Error('made above');
    arg.attributes = ['byval(%s)', 'align 8', '"note"="%s"'];
    const build = new Builder(fn.addBlock('entry'));
    build.gep(struct, build.alloca(struct), [constantInt(i32, 0), constantInt(i32, 0)]);
    build.ret();
    const copy = link(withStruct('s', [i32], 'p'), two).functions.get('f');
    expect(copy?.args[0]?.attributes).toEqual(['byval(%s.1)', 'align 8', '"note"="%s"']);
    const [alloca, gep] = copy?.entry.instructions ?? [];
    expect([alloca?.kind === 'alloca' && alloca.allocatedType.text, gep?.kind === 'getelementptr' && gep.elementType.text]).toEqual(['%s.1', '%s.1']);
  });
});

describe('numbers', () => {
  it('of attribute groups and metadata are given anew; equal nodes are one, distinct ones are not', () => {
    const modules = [1, 2].map((value) => {
      const module = new Module();
      const fn = define(module, `f${value}`, value);
      module.attributeGroups.set(0, ['nounwind']).set(7, [`"value"="${value} #0"`]);
      fn.attributes = ['#7', '#0'];
      module.metadata.set(3, 'distinct !{!3, !4}').set(4, '!{!5, !"!3 and @f1"}').set(5, `!{ptr @f${value}}`).set(6, '!{!"same"}').set(9, '!{!"unused"}');
      fn.metadata.set('note', '!3');
      fn.entry.instructions[0]?.metadata.set('tag', '!6');
      return module;
    });
    const linked = link(...modules);
    expect([...linked.attributeGroups.values()]).toEqual([['"value"="1 #0"'], ['nounwind'], ['"value"="2 #0"']]);
    expect([linked.functions.get('f1')?.attributes, linked.functions.get('f2')?.attributes]).toEqual([['#0', '#1'], ['#2', '#1']]);
    expect([...linked.metadata.values()]).toEqual([
      'distinct !{!0, !2}', '!{ptr @f1}', '!{!1, !"!3 and @f1"}', '!{!"same"}',
      'distinct !{!4, !6}', '!{ptr @f2}', '!{!5, !"!3 and @f1"}',
    ]);
    const tags = ['f1', 'f2'].map((name) => linked.functions.get(name)?.entry.instructions[0]?.metadata.get('tag'));
    expect(tags).toEqual(['!3', '!3']);
  });

  it('of cycles come out closed', () => {
    const module = new Module();
    module.metadata.set(0, '!{!1}').set(1, '!{!2, !"b"}').set(2, '!{!0, !"c"}');
    module.namedMetadata.set('cycle', '!{!0}');
    const linked = link(module);
    const start = Number(/\d+/.exec(linked.namedMetadata.get('cycle') ?? '')?.[0]);
    const b = Number(/\d+/.exec(linked.metadata.get(start) ?? '')?.[0]);
    const c = Number(/\d+/.exec(linked.metadata.get(b) ?? '')?.[0]);
    expect([linked.metadata.get(b), linked.metadata.get(c)]).toEqual([`!{!${c}, !"b"}`, `!{!${start}, !"c"}`]);
  });
});

describe('module flags', () => {
  function withFlags(...flags: string[]): Module {
    const module = new Module();
    define(module, `f${Math.random()}`, 0, 'internal');
    flags.forEach((flag, i) => module.metadata.set(i, `!{${flag}}`));
    module.namedMetadata.set('llvm.module.flags', `!{${flags.map((_, i) => `!${i}`).join(', ')}}`);
    return module;
  }
  function merged(one: Module, two: Module): string[] {
    const linked = link(one, two);
    return (linked.namedMetadata.get('llvm.module.flags')?.match(/\d+/g) ?? []).map((number) => linked.metadata.get(Number(number)) ?? '');
  }

  it('follow their behaviour', () => {
    const one = withFlags('i32 1, !"wchar_size", i32 4', 'i32 2, !"note", i32 1', 'i32 4, !"over", i32 5', 'i32 7, !"PIC", i32 2', 'i32 8, !"least", i32 2');
    const two = withFlags('i32 1, !"wchar_size", i32 4', 'i32 2, !"note", i32 3', 'i32 1, !"over", i32 6', 'i32 7, !"PIC", i32 0', 'i32 8, !"least", i32 1');
    expect(merged(one, two)).toEqual(['!{i32 1, !"wchar_size", i32 4}', '!{i32 2, !"note", i32 1}', '!{i32 4, !"over", i32 5}',
      '!{i32 7, !"PIC", i32 2}', '!{i32 8, !"least", i32 1}']);
  });

  it('append lists', () => {
    const one = withFlags('i32 6, !"list", !{!"a", !"b"}');
    const two = withFlags('i32 6, !"list", !{!"b", !"c"}');
    const linked = link(one, two);
    expect([...linked.metadata.values()]).toContain('!{!"a", !"b", !"c"}');
  });

  it('refuse what does not agree', () => {
    expect(() => merged(withFlags('i32 1, !"wchar_size", i32 4'), withFlags('i32 1, !"wchar_size", i32 2')))
      .toThrow('the module flag !"wchar_size" is i32 4 and i32 2');
  });

  it('drop a minimum that one module does not know', () => {
    expect(merged(withFlags('i32 8, !"least", i32 2'), withFlags('i32 1, !"other", i32 1'))[0]).toBe('!{i32 8, !"least", i32 0}');
  });
});

describe('headers', () => {
  it('agree on the data layout, and on the target but for the vendor', () => {
    const [one, two] = [new Module(), new Module()];
    one.targetTriple = 'x86_64-pc-linux-gnu';
    two.targetTriple = 'x86_64-unknown-linux-gnu';
    one.assembly.push('.globl a');
    two.assembly.push('.globl b');
    expect(link(one, two)).toMatchObject({ targetTriple: 'x86_64-pc-linux-gnu', assembly: ['.globl a', '.globl b'] });
    two.targetTriple = 'wasm32-unknown-wasi';
    expect(() => linkModules([one, two])).toThrow('their targets are');
    two.targetTriple = '';
    one.dataLayoutText = 'e-m:e';
    two.dataLayoutText = 'e-m:o';
    expect(() => linkModules([one, two])).toThrow('their data layouts are `e-m:e` and `e-m:o`');
  });
});

describe('bodies that nobody has read', () => {
  it('stay text, with names and numbers replaced outside of strings', () => {
    const [one, two] = [new Module(), new Module()];
    define(one, 'helper', 1, 'internal').metadata.set('note', '!0');
    one.metadata.set(0, '!{!"one"}');
    const helper = define(two, 'helper', 2, 'internal');
    two.metadata.set(0, '!{!"two"}');
    two.attributeGroups.set(4, ['nounwind']);
    const fn = two.addFunction('g', nullary);
    let reads = 0;
    fn.setLazyBody({
      text: '  %helper = call i32 @helper() #4, !note !0 ; @helper\n  call void asm "@helper #4 !0", ""()\n  ret i32 %helper\n',
      parse: (target) => {
        reads++;
        const build = new Builder(target.addBlock());
        build.ret(build.call(helper, []));
      },
    });
    const linked = linkModules([one, two]);
    expect(linked.functions.get('g')?.unparsedBody).toBe(
      '  %helper = call i32 @helper.1() #0, !note !1 ; @helper\n  call void asm "@helper #4 !0", ""()\n  ret i32 %helper\n');
    expect(reads).toBe(0);
    expect([result(linked, 'g'), reads]).toEqual(['helper.1', 1]);
  });
});
