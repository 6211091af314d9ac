import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CompilerFailure, findTools, NativeToolchain, type NativeTool } from './index.js';

const clangs: NativeTool[] = (await findTools()).filter(({ kind, llvm }) => kind === 'clang' && llvm >= 14 && llvm <= 22);
const source = '#include <stdio.h>\n#include "n.h"\nint main(void) { double s = 0; for (int i = 0; i < N; i++) s += i * 0.5; printf("%g\\n", s); return 3; }\n';
const files = { 'main.c': source, 'n.h': '#define N 5\n' };
let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'ribozyme-native-')); });
afterAll(() => rmSync(folder, { recursive: true }));

it('there is a clang to test with', () => expect(clangs.length).toBeGreaterThan(0));

describe.each(clangs.map((tool) => [tool.command, new NativeToolchain(tool)] as const))('%s', (_, toolchain) => {
  it('makes canonical IR, and a program of it', async () => {
    const ir = await toolchain.toIr('main.c', { files });
    expect(ir).toContain('define');
    expect(ir).toContain('!DISubprogram(name: "main"');
    expect(ir).not.toMatch(/llvm\.loop\.unroll\.disable|<\d+ x double>/);
    const program = join(folder, 'program');
    writeFileSync(program, await toolchain.emit(ir, 'executable', { flags: ['-O3'] }));
    chmodSync(program, 0o755);
    expect(() => execFileSync(program)).toThrow(expect.objectContaining({ status: 3, stdout: Buffer.from('5\n') }) as Error);
  });

  it('shows messages as they are, once', async () => {
    const messages: string[] = [];
    const broken = toolchain.toIr('main.c', { files: { 'main.c': 'int f(void) { return x; }\n' }, onMessage: (text) => messages.push(text) });
    await expect(broken).rejects.toBeInstanceOf(CompilerFailure);
    await expect(broken).rejects.toMatchObject({ exitCode: 1 });
    expect(messages.join('')).toMatch(/^main\.c:1:22: error: use of undeclared identifier 'x'/);
    expect(messages.join('').match(/error:/g)).toHaveLength(1);
  });

  it('keeps what instruments out of the canonical form', async () => {
    const ir = await toolchain.toIr('main.c', { files, flags: ['-fsanitize=address'] });
    expect(ir).toContain('sanitize_address');
    expect(ir).not.toContain('@__asan_');
    expect(Buffer.from(await toolchain.emit(ir, 'ir', { flags: ['-O1', '-fsanitize=address'] })).toString()).toContain('@__asan_');
  });
});

it('leaves no temporary files, whatever happens', async () => {
  const { TMPDIR } = process.env;
  process.env['TMPDIR'] = folder;
  try {
    const toolchain = new NativeToolchain(clangs[0]!);
    await toolchain.emit(await toolchain.toIr('main.c', { files }), 'object');
    await expect(toolchain.emit('no IR', 'object', { onMessage: () => undefined })).rejects.toBeInstanceOf(CompilerFailure);
    expect(readdirSync(folder).filter((name) => name !== 'program')).toEqual([]);
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
  }
});
