/**
 * What came of the cases with each version of clang, in `.cache/versions`, so that the run of all of them can be done in parts. A
 * record is of one build of the tool and one text of the case: after a change of either there is none.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Level, root } from '../support/tool.js';
import type { Case } from './case.js';
import type { Clang, Verdicts } from './run.js';

export type Results = Readonly<Partial<Record<Level, Verdicts>>>;
interface VersionRecord { readonly of: string; readonly results: Results }

const folder = join(root, '.cache', 'versions');
const filesIn = (name: string): string[] => readdirSync(join(root, name), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(js|h|ts)$/.test(file)).sort().map((file) => join(root, name, file));

export class VersionRecords {
  private readonly tool = digest([...filesIn('dist'), ...filesIn('test/support')].map((file) => readFileSync(file, 'utf8')));

  read(testCase: Case, clang: Clang): Results {
    const file = fileOf(testCase, clang);
    if (!existsSync(file)) return {};
    const record = JSON.parse(readFileSync(file, 'utf8')) as VersionRecord;
    return record.of === this.key(testCase) ? record.results : {};
  }

  add(testCase: Case, clang: Clang, level: Level, verdicts: Verdicts): void {
    mkdirSync(folder, { recursive: true });
    const record: VersionRecord = { of: this.key(testCase), results: { ...this.read(testCase, clang), [level]: verdicts } };
    writeFileSync(fileOf(testCase, clang), JSON.stringify(record, null, 1) + '\n');
  }

  private key(testCase: Case): string { return digest([this.tool, readFileSync(testCase.file, 'utf8')]); }
}

function fileOf(testCase: Case, clang: Clang): string { return join(folder, `${clang}__${testCase.id.replaceAll('/', '__')}.json`); }

function digest(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex');
}
