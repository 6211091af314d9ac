import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesFromDisk } from './host-files.js';

let folder = '';
const write = (name: string, text: string): void => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ribozyme-files-'));
  write('main.c', '#include "near.h"\n#  include <far.h>\n#include <stdio.h>\n// #include "unused.h"\nint main(void) { return 0; }\n');
  write('near.h', '#include "sub/deep.h"\n');
  write('sub/deep.h', '#include "../near.h"\n');
  write('include/far.h', '');
  write('forced.h', '');
  write('unrelated.h', '');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the files a compilation reads', () => {
  it('are the source and what it includes, directly or not', async () => {
    const { files, path, flags, rename } = await filesFromDisk(join(folder, 'main.c'), ['-I', join(folder, 'include'), `-include${join(folder, 'forced.h')}`, '-O2']);
    const inside = join('/host', folder);
    expect(Object.keys(files).sort()).toEqual(['forced.h', 'include/far.h', 'main.c', 'near.h', 'sub/deep.h'].map((name) => join(inside, name)));
    expect(path).toBe(`${inside}/main.c`);
    expect(flags.slice(0, 4)).toEqual(['-I', `${inside}/include`, `-include${inside}/forced.h`, '-O2']);
    expect(rename(`${inside}/main.c:1:2: error: no`)).toBe(`${folder}/main.c:1:2: error: no`);
  });

  it('keep their names below the current directory', async () => {
    const { files, path } = await filesFromDisk('src/../examples/rosenbrock.c', []);
    expect(path).toBe('examples/rosenbrock.c');
    expect(Object.keys(files)).toEqual(['examples/rosenbrock.c']);
  });

  it('are found by a path that leaves the current directory', async () => {
    const { path } = await filesFromDisk(relative(process.cwd(), join(folder, 'main.c')), []);
    expect(path).toBe(`/host${folder}/main.c`);
  });

  it('must be there', async () => expect(filesFromDisk('no-such-file.c', [])).rejects.toThrow(/ENOENT/));
});
