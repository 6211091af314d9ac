import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findTools, probe, which } from './probe.js';

/** Programs that answer `--version` as these do. */
const answers = {
  'clang-18': 'Ubuntu clang version 18.1.3 (1ubuntu1)\nTarget: aarch64-unknown-linux-gnu\n',
  'clang++': 'Apple clang version 15.0.0 (clang-1500.3.9.4)\nTarget: arm64-apple-darwin23.6.0\n',
  'flang-new-18': 'flang-new version 18.1.3\nTarget: x86_64-pc-linux-gnu\n',
  'llvm-dis': 'LLVM (http://llvm.org/):\n  LLVM version 17.0.6\n  Optimized build.\n',
  rustc: 'rustc 1.80.0 (051478957 2024-07-21)\nhost: x86_64-unknown-linux-gnu\nLLVM version: 18.1.7\n',
  'gcc-12': 'gcc-12 (Debian 12.2.0-14) 12.2.0\nCopyright (C) 2022\n',
  'clang-19': '',
};
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ribozyme-probe-'));
  for (const [name, answer] of Object.entries(answers)) {
    writeFileSync(join(folder, name), `#!/bin/sh\nprintf '%s' '${answer}'\n`);
    chmodSync(join(folder, name), name === 'clang-19' ? 0o644 : 0o755);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a tool', () => {
  it.each([
    ['clang-18', { kind: 'clang', version: '18.1.3', llvm: 18, triple: 'aarch64-unknown-linux-gnu' }],
    ['clang++', { kind: 'clang++', version: '15.0.0', llvm: 15, triple: 'arm64-apple-darwin23.6.0' }],
    ['flang-new-18', { kind: 'flang', version: '18.1.3', llvm: 18 }],
    ['llvm-dis', { kind: 'llvm-dis', version: '17.0.6', llvm: 17 }],
    ['rustc', { kind: 'rustc', version: '1.80.0', llvm: 18, triple: 'x86_64-unknown-linux-gnu' }],
    ['gcc-12', { kind: 'gcc', version: '12.2.0', llvm: 0 }],
  ])('%s says what it is', async (name, expected) => expect(await probe(join(folder, name))).toMatchObject(expected));

  it('that is missing, or cannot be run, is no tool', async () => {
    expect(await probe(join(folder, 'clang-19'))).toBeUndefined();
    expect(await probe(join(folder, 'clang-20'))).toBeUndefined();
    expect(which('no-such-compiler-anywhere')).toBeUndefined();
  });

  it('is found on PATH', async () => {
    const { PATH } = process.env;
    try {
      process.env['PATH'] = `${folder}:/usr/bin:/bin`;
      expect((await findTools()).filter(({ path }) => path.startsWith(folder)).map(({ command }) => command).sort())
        .toEqual(['clang++', 'clang-18', 'flang-new-18', 'llvm-dis', 'rustc']);
    } finally {
      process.env['PATH'] = PATH;
    }
  });
});
