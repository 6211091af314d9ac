/** Brings the two large programs that are not ours into `.cache/`, as they are shipped in npm packages. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export const cache = join(process.cwd(), '.cache', 'roundtrip');
export const largeFolder = join(cache, 'large');

/** Where each folder of `.cache/roundtrip/large` comes from. */
const parts: readonly { readonly to: string; readonly from: string; readonly package: string }[] = [
  { to: 'sqlite', package: 'better-sqlite3@11.10.0', from: 'deps/sqlite3' },
  { to: 'leveldb', package: 'leveldown@6.1.1', from: 'deps/leveldb/leveldb-1.20' },
  { to: 'snappy', package: 'leveldown@6.1.1', from: 'deps/snappy/snappy' },
  { to: 'snappy-config', package: 'leveldown@6.1.1', from: 'deps/snappy/linux' },
];

/** @throws Error when a package cannot be fetched. */
export function fetchLargePrograms(): void {
  const missing = parts.filter((part) => !existsSync(join(largeFolder, part.to)));
  for (const name of new Set(missing.map((part) => part.package))) {
    const scratch = join(cache, 'fetch');
    rmSync(scratch, { recursive: true, force: true });
    mkdirSync(scratch, { recursive: true });
    mkdirSync(largeFolder, { recursive: true });
    const archive = command('npm', ['pack', '--silent', name], scratch).trim().split('\n').pop() ?? '';
    command('tar', ['xzf', archive], scratch);
    for (const part of missing.filter((other) => other.package === name)) {
      const partial = join(largeFolder, `${part.to}.partial`);
      cpSync(join(scratch, 'package', part.from), partial, { recursive: true });
      renameSync(partial, join(largeFolder, part.to));
    }
    rmSync(scratch, { recursive: true, force: true });
  }
}

function command(program: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${stderr}`);
  return stdout;
}
