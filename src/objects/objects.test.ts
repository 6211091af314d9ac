import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveMembers, attachRecord, decodeRecords, elfSymbols, encodeRecord, isArchive, isElf, loadedObjects, recordAssembly, recordsIn, type RecordHeader } from './index.js';
import { elfSections } from './elf.js';

let folder = '';
const path = (name: string): string => join(folder, name);
const read = (name: string): Uint8Array => readFileSync(path(name));
const run = (...[program = '', ...args]: string[]): string => execFileSync(program, args, { cwd: folder, encoding: 'utf8' });
const compile = (name: string, ...flags: string[]): Uint8Array => {
  run('clang-22', '-c', ...flags, 'a.c', '-o', name);
  return read(name);
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ribozyme-objects-'));
  writeFileSync(path('a.c'), 'double g(double);\nextern __attribute__((weak)) int maybe;\nstatic double h(double x) { return x; }\n__attribute__((weak)) double w(double x) { return h(g(x)) + (&maybe != 0); }\ndouble f(double x) { return w(x); }\nint common;\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

const header: Omit<RecordHeader, 'version'> = {
  source: 'a.c', compiler: 'clang-22', llvm: 22, form: 'canonical', canonicalFlags: [], codeOptions: [['-target', 'x']], optimisation: '-O2', debugInfo: false, derives: true, pending: true,
  open: false, assumes: ['sin'], registers: false,
};
const ir = new TextEncoder().encode('define void @f() { ret void }\n'.repeat(50));
const record = encodeRecord(header, ir);

describe('a record', () => {
  it('is compressed, and comes back', () => {
    const [one, two, ...more] = decodeRecords(new Uint8Array([...record, ...new Uint8Array(8), ...record]));
    expect(more).toEqual([]);
    expect(one?.header).toMatchObject(header);
    expect(new Uint8Array(two!.ir())).toEqual(ir);
    expect(record.length).toBeLessThan(ir.length);
    expect(record.length % 8).toBe(0);
  });

  it('of another version is none', () => {
    const text = new TextDecoder('latin1').decode(record).replace('"version":1', '"version":0');
    expect(decodeRecords(Uint8Array.from(text, (c) => c.charCodeAt(0)))).toEqual([]);
  });
});

describe('ELF files', () => {
  it.each([['64 bits'], ['32 bits', '-m32'], ['big-endian', '--target=ppc64'], ['many sections', '-ffunction-sections', '-g'], ['of an older LLVM', '-gz']])(
    '%s: a section more, and everything else as it was', (_, ...flags) => {
      const before = compile('a.o', ...flags);
      const after = attachRecord(before, record)!;
      writeFileSync(path('b.o'), after);
      expect(recordsIn(after)[0]?.header).toMatchObject(header);
      expect(elfSymbols(after)).toEqual(elfSymbols(before));
      const list = (name: string) => run('llvm-readelf-22', '-S', '-W', name);
      expect(list('b.o')).toMatch(/\.ribozyme +PROGBITS .* E /);
      run('llvm-objcopy-22', '--remove-section=.ribozyme', 'b.o', 'c.o');
      run('llvm-objcopy-22', 'a.o', 'd.o');
      expect(Buffer.from(read('c.o')).equals(Buffer.from(read('d.o')))).toBe(true);
    });

  it('put together by ld -r hold the records of all; programs none', () => {
    writeFileSync(path('one.o'), attachRecord(compile('a.o'), record)!);
    writeFileSync(path('main.c'), 'int main(void) { return 0; }\n');
    run('clang-22', '-c', 'main.c');
    writeFileSync(path('two.o'), attachRecord(read('main.o'), encodeRecord({ ...header, source: 'main.c' }, ir))!);
    run('ld', '-r', 'one.o', 'two.o', '-o', 'both.o');
    expect(recordsIn(read('both.o')).map((each) => each.header.source)).toEqual(['a.c', 'main.c']);
    run('clang-22', 'two.o', '-o', 'program');
    expect(recordsIn(read('program'))).toEqual([]);
  });

  it('may get it as assembly', () => {
    run('clang-22', '-S', 'a.c');
    writeFileSync(path('a.s'), readFileSync(path('a.s'), 'utf8') + recordAssembly(record));
    run('clang-22', '-c', 'a.s', '-o', 'a.o');
    expect(new Uint8Array(recordsIn(read('a.o'))[0]!.ir())).toEqual(ir);
  });

  it('say what they define and need', () => {
    const of = (object: Uint8Array) => elfSymbols(object).map(({ name, isDefined, isWeak }) => `${name}${isDefined ? '' : '?'}${isWeak ? ' weak' : ''}`).sort();
    expect(of(compile('a.o'))).toEqual(['common', 'f', 'g?', 'maybe? weak', 'w weak']);
    run('clang-22', '-shared', '-fPIC', 'a.c', '-o', 'liba.so', '-nostdlib');
    expect(of(read('liba.so'))).toEqual(['common', 'f', 'g?', 'maybe? weak', 'w weak']);
    expect(isElf(new Uint8Array(8))).toBe(false);
  });

  it('with more sections than fit into the header', () => {
    writeFileSync(path('many.c'), Array.from({ length: 33000 }, (_, i) => `void f${i}(void) {}`).join('\n'));
    run('clang-22', '-c', '-ffunction-sections', 'many.c');
    const after = attachRecord(read('many.o'), record)!;
    expect(recordsIn(after)).toHaveLength(1);
    expect(elfSections(after, '.text.f32999')).toHaveLength(1);
    writeFileSync(path('many2.o'), after);
    expect(run('nm', 'many2.o').split('\n').length).toBeGreaterThan(33000);
  });
});

describe('LLVM bitcode', () => {
  it('is wrapped, and read by LLVM as before', () => {
    const before = compile('a.o', '-flto');
    const after = attachRecord(before, record)!;
    writeFileSync(path('b.o'), after);
    expect(new Uint8Array(recordsIn(after)[0]!.ir())).toEqual(ir);
    expect(run('llvm-nm-22', 'b.o')).toBe(run('llvm-nm-22', 'a.o'));
    expect(recordsIn(before)).toEqual([]);
  });
});

it('other formats carry nothing', () => expect(attachRecord(compile('a.o', '--target=wasm32'), record)).toBeUndefined());

describe('archives', () => {
  it.each([['ar', 'rcs'], ['llvm-ar-22', 'rcs'], ['llvm-ar-22', '--format=bsd', 'rcs']])('%s %s', (...command) => {
    compile('a.o');
    compile('a_rather_long_name_of_an_object.o', '-O2');
    rmSync(path('libx.a'), { force: true });
    run(...command, 'libx.a', 'a.o', 'a_rather_long_name_of_an_object.o');
    const members = archiveMembers(read('libx.a'));
    expect(isArchive(read('libx.a'))).toBe(true);
    expect(members.map(({ name }) => name)).toEqual(['a.o', 'a_rather_long_name_of_an_object.o']);
    expect(members.map(({ bytes }) => elfSymbols(bytes!).length)).toEqual([5, 5]);
  });

  it('that are thin name their members', () => {
    compile('a.o');
    rmSync(path('libx.a'), { force: true });
    run('llvm-ar-22', '--thin', 'rcs', 'libx.a', 'a.o');
    expect(archiveMembers(read('libx.a'))).toEqual([{ name: 'a.o', bytes: undefined }]);
  });
});

describe('what is linked', () => {
  const object = (name: string, defined: string, needed = '') => ({ name, symbols: { defined: new Set(defined.split(' ')), needed: new Set(needed === '' ? [] : needed.split(' ')) } });
  const main = object('main', 'main', 'f');
  const names = (objects: readonly { readonly name: string }[]) => objects.map(({ name }) => name).join(' ');

  it('members that are needed, and what they need', () => {
    const members = [object('g', 'g'), object('f', 'f', 'g'), object('h', 'h')];
    expect(names(loadedObjects([{ kind: 'object', object: main }, { kind: 'archives', archives: [members] }], []))).toBe('main f g');
  });

  it('from the first archive that has it behind the need', () => {
    const early = [object('f1', 'f')], late = [object('f2', 'f')];
    expect(names(loadedObjects([{ kind: 'archives', archives: [early] }, { kind: 'object', object: main }, { kind: 'archives', archives: [late] }], []))).toBe('main f2');
    expect(names(loadedObjects([{ kind: 'archives', archives: [early] }, { kind: 'object', object: main }], []))).toBe('main f1');
  });

  it('archives that need each other, in a group', () => {
    const a = [object('f', 'f', 'g'), object('h', 'h')], b = [object('g', 'g', 'h')];
    expect(names(loadedObjects([{ kind: 'object', object: main }, { kind: 'archives', archives: [a, b] }], []))).toBe('main f g h');
  });

  it('the main function itself may be in an archive', () => {
    expect(names(loadedObjects([{ kind: 'archives', archives: [[main, object('f', 'f')]] }], ['main']))).toBe('main f');
  });
});
