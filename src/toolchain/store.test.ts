import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskStore, diskStoreSize, embeddedToolchain, withTemporaryDirectory } from './index.js';
import { remembered, type Work } from './store.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('what is kept on disk', () => {
  it('is made once, with what was said', async () => withTemporaryDirectory(async (folder) => {
    let turns = 0;
    const work: Work = { version: '22', args: ['clang', '-O2'], files: { 'f.c': 'int f;' } };
    const ask = (changes: Partial<Work> = {}) => remembered(diskStore(folder), { ...work, ...changes }, async () => ({ output: bytes(`output ${++turns}`), messages: 'f.c: warning\n' }));
    const first = await ask();
    expect(await ask()).toEqual(first);
    expect(new TextDecoder().decode(first.output)).toBe('output 1');
    // Whatever the output may depend on makes it another work.
    const others: Partial<Work>[] = [{ version: '23' }, { args: ['clang', '-O3'] }, { args: ['clang-O2'] }, { files: { 'f.c': 'int g;' } }, { files: { 'f.ci': 'nt f;' } }];
    for (const changes of others) {
      const before = turns;
      await ask(changes);
      expect(turns, JSON.stringify(changes)).toBe(before + 1);
    }
  }));

  it('does not keep a failure', async () => withTemporaryDirectory(async (folder) => {
    const work = { version: '22', args: [], files: {} };
    await expect(remembered(diskStore(folder), work, async () => { throw new Error('refused'); })).rejects.toThrow('refused');
    expect(readdirSync(folder)).toEqual([]);
  }));

  it('goes when it was not used for longest', async () => withTemporaryDirectory(async (folder) => {
    const store = diskStore(folder, 25);
    for (const [index, key] of ['a', 'b'].entries()) {
      await store.set(key, bytes('ten bytes!'));
      utimesSync(join(folder, key), index, index);
    }
    await store.get('a');
    await store.set('c', bytes('ten bytes!'));
    expect(readdirSync(folder).sort()).toEqual(['a', 'c']);
    expect(await diskStoreSize(folder)).toBe(20);
    await store.set('larger than all', new Uint8Array(26));
    expect(existsSync(join(folder, 'larger than all'))).toBe(false);
  }));

  it('is no reason to fail', async () => withTemporaryDirectory(async (folder) => {
    writeFileSync(join(folder, 'file'), '');
    const store = diskStore(join(folder, 'file', 'below'));
    await store.set('a', bytes('x'));
    expect(await store.get('a')).toBeUndefined();
  }));

  it('spares the next process the compiler', async () => withTemporaryDirectory(async (folder) => {
    const store = diskStore(folder);
    const source = { files: { 'w.c': '#warning look\ndouble f(double x) { return x; }\n' } };
    const heard: string[] = [];
    const first = await embeddedToolchain({ store }).toIr('w.c', { ...source, onMessage: (text) => heard.push(text) });
    const { version } = await import('@yowasp/clang') as object as { version: string };
    const refuse = (): never => { throw new Error('the compiler was used'); };
    const without = embeddedToolchain({ store, load: async () => ({ version, runLLVM: refuse, commands: { clang: refuse, 'clang++': refuse } }) });
    expect(await without.toIr('w.c', { ...source, onMessage: (text) => heard.push(text) })).toBe(first);
    expect(heard).toEqual([heard[0], heard[0]]);
    expect(heard[0]).toContain('look');
    await expect(without.toIr('w.c', { ...source, flags: ['-DX'] })).rejects.toThrow('the compiler was used');
  }));
});
