import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Module } from '../ir/index.js';
import { parseModule, printModule } from './index.js';

function fixture(name: string): string { return readFileSync(new URL(`testdata/${name}`, import.meta.url), 'utf8'); }

/** Reads every body, so that nothing is printed as it was. */
function readAll(text: string): Module {
  const module = parseModule(text);
  for (const fn of module.functions.values()) void fn.blocks;
  return module;
}

function rewrite(text: string, llvm?: number): string { return printModule(readAll(text), llvm === undefined ? {} : { llvm }); }

describe('reading and writing', () => {
  it('reproduces a text with every construct of LLVM 22, in its canonical layout', () => {
    const text = fixture('constructs-22.ll');
    expect(rewrite(text)).toBe(text);
    expect(printModule(parseModule(text))).toBe(text);
  });

  it.each(['constructs-22.ll', 'typed-14.ll'])('prints %s the same a second time, for every version', (name) => {
    for (const llvm of [14, 15, 16, 17, 18, 19, 20, 21, 22]) {
      const once = rewrite(fixture(name), llvm);
      expect(rewrite(once, llvm)).toBe(once);
    }
  });

  it('needs no particular layout', () => {
    const text = `
      ; indented, broken, and on one line
      %pair = type {
        i32 , i32
      }
      @g = global %pair { i32 1 ,
                          i32 2 }
      define i32 @f ( i32 %x ) { %y = add i32 %x , 1 ret i32 %y }
      define void @h() {
        ret void
      }
      !0 = !{ !"a ; b" }`;
    expect(rewrite(text)).toBe(`%pair = type { i32, i32 }

@g = global %pair { i32 1, i32 2 }

define i32 @f(i32 %x) {
  %y = add i32 %x, 1
  ret i32 %y
}

define void @h() {
  ret void
}

!0 = !{ !"a ; b" }
`);
  });

  it('reads lines that end with CR LF', () => {
    expect(rewrite('@g = global i32 1\r\ndefine i32 @f() {\r\n  ret i32 2\r\n}\r\n')).toBe('@g = global i32 1\n\ndefine i32 @f() {\n  ret i32 2\n}\n');
  });

  it('reads a file without anything', () => {
    expect(rewrite('; ModuleID = nothing\n')).toBe('');
  });
});

describe('lazy bodies', () => {
  const text = `define i32 @kept() {
  ; a comment that only the text of the body has
  ret i32    1
}

define i32 @changed() {
  ret i32    1
}
`;

  it('stay the text they were until somebody asks for the blocks', () => {
    const module = parseModule(text);
    expect(printModule(module)).toBe(text);
    expect(module.functions.get('changed')?.entry.instructions).toHaveLength(1);
    expect(printModule(module)).toBe(text.replace('changed() {\n  ret i32    1', 'changed() {\n  ret i32 1'));
  });

  it('report their errors when they are read, as often as they are asked', () => {
    const module = parseModule('define void @f() {\n  nonsense\n}\n');
    const fn = module.functions.get('f');
    expect(() => fn?.blocks).toThrow('expected an instruction, found `nonsense`');
    expect(() => fn?.blocks).toThrow('expected an instruction, found `nonsense`');
    expect(fn?.isDeclaration).toBe(false);
  });

  it('leave no uses behind when they cannot be read', () => {
    const module = parseModule('@g = global i32 0\ndefine void @f() {\n  store i32 1, ptr @g\n  nonsense\n}\n');
    expect(() => module.functions.get('f')?.blocks).toThrow();
    expect(module.globals.get('g')?.uses.size).toBe(0);
  });

  it('are bound to the globals they were read with, not to their names', () => {
    const module = parseModule('@g = global i32 0\ndefine ptr @f() {\n  ret ptr @g\n}\n');
    const global = module.globals.get('g');
    if (global) global.name = 'renamed';
    expect(module.functions.get('f')?.entry.terminator?.operands[0]).toBe(global);
  });

  it('are read before they are printed for a version that does not know one of their words', () => {
    const body = 'define i32 @f(i32 %x) {\n  %y = or disjoint i32 %x, 1\n  ret i32 %y\n}\n';
    expect(printModule(parseModule(body), { llvm: 17 })).toBe(body.replace(' disjoint', ''));
    expect(printModule(parseModule(body), { llvm: 18 })).toBe(body);
  });
});

describe('names and numbers', () => {
  it('number arguments, blocks and results in one sequence', () => {
    const fn = readAll('define i32 @f(i32 %0, i32 %1) {\n  %3 = add i32 %0, %1\n  br label %4\n\n4:\n  ret i32 %3\n}\n').functions.get('f');
    expect(fn?.blocks).toHaveLength(2);
    expect(fn?.entry.instructions[0]?.operands).toEqual(fn?.args);
  });

  it('leave out what a pass removed', () => {
    const module = readAll('define void @f(i32 %0) {\n  %2 = add i32 %0, 1\n  %3 = add i32 %0, 2\n  store i32 %3, ptr null\n  ret void\n}\n');
    module.functions.get('f')?.entry.instructions[0]?.erase();
    expect(printModule(module)).toContain('%2 = add i32 %0, 2\n  store i32 %2, ptr null');
  });

  it('become unique where passes made two the same', () => {
    const module = readAll('define i32 @f(i32 %x) {\n  %y = add i32 %x, 1\n  %z = add i32 %y, 2\n  ret i32 %z\n}\n');
    const [y, z] = module.functions.get('f')?.entry.instructions ?? [];
    if (y) y.name = 'x';
    if (z) z.name = 'x';
    expect(printModule(module)).toContain('%x.1 = add i32 %x, 1\n  %x.2 = add i32 %x.1, 2\n  ret i32 %x.2');
  });

  it('that look like numbers stay names', () => {
    const text = 'define i32 @f(i32 %"0", i32 %0) {\n"1":\n  %1 = add i32 %"0", %0\n  ret i32 %1\n}\n';
    expect(rewrite(text)).toBe(text);
  });

  it('of globals that look like numbers get the prefix that keeps a linker from changing them', () => {
    expect(rewrite('@0 = global i32 0\n@"0" = global ptr @0\n')).toBe('@0 = global i32 0\n@"\\010" = global ptr @0\n');
  });

  it('of unnamed globals are given anew when they are out of order', () => {
    const module = parseModule('@0 = global i32 7\n@1 = global i32 8\ndefine ptr @f() {\n  ret ptr @1\n}\n!0 = !{ptr @1, !"@1"}\n');
    module.globals.delete('0');
    expect(printModule(module)).toBe('@0 = global i32 8\n\ndefine ptr @f() {\n  ret ptr @0\n}\n\n!0 = !{ptr @0, !"@1"}\n');
  });

  it('of blocks whose address is taken by number are given a name that lasts', () => {
    const printed = rewrite(`@table = global [1 x ptr] [ptr blockaddress(@f, %2)]
define void @f(ptr %0) {
  indirectbr ptr %0, [label %2]

2:
  ret void
}
`);
    expect(printed).toContain('[ptr blockaddress(@f, %address.taken.2)]');
    expect(printed).toContain('address.taken.2:\n  ret void');
  });

  it('may be any bytes', () => {
    const text = '@"\\00\\FF\\22\\\\" = global i32 0\n';
    expect([...parseModule(text).globals.keys()]).toEqual(['\x00\xff"\\']);
    expect([...parseModule('@"é" = global i32 0').globals.keys()]).toEqual(['\xc3\xa9']);
    expect(rewrite('@"é" = global i32 0')).toBe('@"\\C3\\A9" = global i32 0\n');
  });
});

describe('uses', () => {
  it('of values before their definition are those of the definition', () => {
    const fn = readAll(`define i32 @f(i1 %c) {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %next = add i32 %i, 1
  br i1 %c, label %loop, label %done
done:
  ret i32 %i
}`).functions.get('f');
    const [phi, next] = fn?.blocks[1]?.instructions ?? [];
    expect(phi?.operands[1]).toBe(next);
    expect(next?.users()).toEqual([phi]);
  });

  it('in metadata are no uses, and become poison when the value is gone', () => {
    const module = readAll('define void @f(i32 %x) {\n  %y = add i32 %x, 1\n    #dbg_value(i32 %y, !0, !DIExpression(), !1)\n  ret void\n}\n');
    const [y] = module.functions.get('f')?.entry.instructions ?? [];
    expect(y?.uses.size).toBe(0);
    y?.erase();
    expect(printModule(module)).toContain('#dbg_value(i32 poison, !0, !DIExpression(), !1)');
  });

  it('of values that are not in the function are not printed', () => {
    const module = readAll('define i32 @f(i32 %x) {\n  %y = add i32 %x, 1\n  ret i32 %y\n}\n');
    module.functions.get('f')?.entry.instructions[0]?.unlink();
    expect(() => printModule(module)).toThrow('@f uses a binary that is not in it');
  });

  it('of undeclared intrinsics declare them', () => {
    const module = readAll('define double @f(double %x) {\n  %y = call double @llvm.sqrt.f64(double %x)\n  ret double %y\n}\n');
    expect(module.functions.get('llvm.sqrt.f64')?.functionType.text).toBe('double (double)');
  });
});

describe('use-list orders', () => {
  const text = 'define i32 @f(i32 %x) {\n  %y = add i32 %x, %x\n  ret i32 %y\n\n  uselistorder i32 %x, { 1, 0 }\n}\n\nuselistorder ptr @f, { 1, 0 }\n';

  it('stay with bodies that nobody touched, and only with those', () => {
    expect(printModule(parseModule(text))).toBe(text);
    expect(rewrite(text)).toBe('define i32 @f(i32 %x) {\n  %y = add i32 %x, %x\n  ret i32 %y\n}\n');
  });
});

describe('module summaries', () => {
  it('are carried', () => {
    const text = '@g = global i32 0\n\n^0 = module: (path: "a", hash: (0, 1))\n^1 = gv: (name: "g")\n';
    expect(rewrite(text)).toBe(text);
  });

  it('are carried when a body has been read', () => {
    const module = parseModule('define i32 @f() {\n  ret i32 1\n}\n\n^0 = module: (path: "a", hash: (0, 1))\n');
    expect(module.functions.get('f')?.blocks.length).toBe(1);
    expect(printModule(module)).toContain('^0 = module: (path: "a", hash: (0, 1))\n');
  });
});
