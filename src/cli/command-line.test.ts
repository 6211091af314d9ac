import { describe, expect, it } from 'vitest';
import { parseCommandLine, sourcesOf } from './command-line.js';
import { codeOptionsOf, flagsOf, merged } from './code-options.js';
import { readLinkInputs } from './link-inputs.js';
import { linkWords } from './link-words.js';
import { dependencyFlags, outputPath, plainWords, sourceFlags } from './steps.js';

const parse = (command: string) => parseCommandLine(command.split(' '));
const linked = (command: string) => linkWords(parse(command), readLinkInputs(parse(command)), new Set(), 'tmp.o', '.');
const first = (command: string) => sourcesOf(parse(command))[0]!;

describe('what a command makes', () => {
  it.each([
    ['a.c -o a', 'executable'],
    ['a.o b.o -o a', 'executable'],
    ['-c a.c', 'object'],
    ['-S a.c', 'assembly'],
    ['-S -emit-llvm a.c', 'ir'],
    ['-c -emit-llvm a.c', 'bitcode'],
    ['-c -o a.o a.c -lm libx.a', 'object'],
  ])('%s', (command, action) => expect(parse(command).action).toBe(action));

  it.each([
    '-E a.c', '-M a.c', '-MM a.c', '-fsyntax-only a.c', '-### a.c', '--version', '-v', '-print-file-name=x a.c', '--help', '-x c++-header a.h', 'a.h',
    '-c -o x.o a.c b.c', // an error, which the compiler explains
    '-emit-llvm a.c', // the same
  ])('%s is left alone', (command) => expect(parse(command).action).toBe('other'));
});

describe('inputs', () => {
  it('have the language of their extension, or of -x before them', () => {
    expect(sourcesOf(parse('a.c -x c++ b.c c.foo -x none d.cc e.ll f.f90')).map(({ path, language, named }) => `${path} ${language} ${named}`))
      .toEqual(['a.c c false', 'b.c c++ true', 'c.foo c++ true', 'd.cc c++ false', 'e.ll ir false', 'f.f90 fortran false']);
  });

  it('may be objects and libraries, which stay where they are', () => {
    const words = linked('-O2 x.o a.c -Lfoo -lbar b.c libz.a -Wl,-O1 -DX -o prog');
    expect(words.slice(2)).toEqual(['x.o', 'tmp.o', '-Lfoo', '-lbar', 'libz.a', '-Wl,-O1', '-o', 'prog']);
  });

  it('of a foreign language keep their -x', () => {
    expect(linked('a.c -x assembler b.c')).toContain('assembler');
    expect(sourcesOf(parse('a.c -x assembler b.c'))).toHaveLength(1);
  });

  it('may be the standard input', () => expect(first('-x c - -o a')).toMatchObject({ path: '-', language: 'c' }));
  it('follow -- whatever they are called', () => expect(first('-c -- -odd.c').path).toBe('-odd.c'));
});

describe('flags', () => {
  const line = parse('-O1 -g -DX=1 -I inc -std=c17 -Wall -Werror -march=native -ffast-math -fPIC -lm -Wl,-s -flto -fsanitize=address -MD a.c -o out/a.o -c');

  it('go to the step from source to IR, which has its own -O', () => {
    expect(sourceFlags(line)).toEqual(['-g', '-DX=1', '-I', 'inc', '-std=c17', '-Wall', '-Werror', '-march=native', '-ffast-math', '-fPIC', '-fsanitize=address']);
  });
  it('go to the step from IR to machine code', () => {
    expect(flagsOf(codeOptionsOf(line))).toEqual(['-O1', '-g', '-march=native', '-ffast-math', '-fPIC', '-flto', '-fsanitize=address']);
  });
  it('of several files together: what any asks for, at the highest level', () => {
    const options = ['-O1 -fPIC a.c', '-O3 -fPIC -mavx b.c', 'c.c'].map((command) => codeOptionsOf(parse(command)));
    expect(flagsOf(merged(options))).toEqual(['-O3', '-fPIC', '-mavx']);
  });
  it('-Ofast means fast math, also in the canonical form', () => expect(sourceFlags(parse('-Ofast a.c'))).toEqual(['-ffast-math']));
  it('-MD names the files of the whole command', () => {
    expect(dependencyFlags(line, first('a.c'))).toEqual(['-MD', '-MQ', 'out/a.o', '-MF', 'out/a.d']);
    expect(dependencyFlags(parse('-c src/a.c -MMD'), first('src/a.c'))).toEqual(['-MMD', '-MQ', 'a.o', '-MF', 'a.d']);
    expect(dependencyFlags(parse('-c a.c -MD -MF x -MT y'), first('a.c'))).toEqual(['-MD', '-MF', 'x', '-MT', 'y']);
    expect(dependencyFlags(parse('-c a.c'), first('a.c'))).toEqual([]);
  });

  it.each([['-g', true], ['-ggdb3', true], ['-gdwarf-4', true], ['-gline-tables-only', true], ['-g -g0', false], ['-O2', false],
    ['-gz', false], ['-gcc-toolchain x', false], ['-gno-column-info', false]])('%s asks for debug info: %s', (flags, expected) => {
    expect(parse(`${flags} a.c`).debugInfo).toBe(expected);
  });

  it('the last -O counts, and -o may be joined', () => {
    expect(parse('-O0 -O2 a.c -oprog')).toMatchObject({ optimisation: '-O2', output: 'prog' });
  });
  it('values of options are not inputs', () => {
    expect(sourcesOf(parse('-include a.h -Xclang -foo.c -MF x.c -target x.c -mllvm y.c b.c')).map(({ path }) => path)).toEqual(['b.c']);
  });
});

describe('outputs', () => {
  it('without -o go to the current directory', () => {
    const source = first('dir/a.b.c');
    expect((['object', 'assembly', 'ir', 'bitcode'] as const).map((form) => outputPath(parse('dir/a.b.c'), source, form)))
      .toEqual(['a.b.o', 'a.b.s', 'a.b.ll', 'a.b.bc']);
  });
  it('of unmarked sources come from the command as it was', () => {
    const line = parse('-c -O2 -DX a.c -x c++ b.c -MD');
    expect(plainWords(line, [sourcesOf(line)[1]!])).toEqual(['-O2', '-c', '-DX', '-x', 'c++', 'b.c', '-x', 'none', '-MD']);
  });
});
