/**
 * What `npm run lint` holds us to: the strict TypeScript rules, no `any`, and the direction of the rooms. A room imports
 * from the rooms in its row below and from no other (docs/architecture.md has the same table with the reasons); the core
 * runs in a browser, so it imports nothing from Node. Unit tests may use any room: they need the parser to state inputs.
 */
import tseslint from 'typescript-eslint';

const foundations = ['diagnostics'];
const programs = [...foundations, 'ir'];
const analyses = [...programs, 'analysis'];
const facts = [...analyses, 'types'];
const knowledge = [...facts, 'activity'];
const synthesis = [...knowledge, 'text', 'rules'];

/** Room: the rooms it may import from. `core` rooms are pure: text in, text out, no I/O, no Node. */
const rooms = {
  diagnostics: { core: true, uses: [] },
  ir: { core: true, uses: foundations },
  text: { core: true, uses: programs },
  analysis: { core: true, uses: programs },
  types: { core: true, uses: analyses },
  activity: { core: true, uses: facts },
  rules: { core: true, uses: [...knowledge, 'text'] },
  plan: { core: true, uses: synthesis },
  explain: { core: true, uses: [...synthesis, 'plan'] },
  derive: { core: true, uses: [...synthesis, 'plan'] },
  entry: { core: true, uses: [...synthesis, 'plan', 'derive'] },
  objects: { core: false, uses: foundations },
  toolchain: { core: false, uses: foundations },
  runtime: { core: false, uses: [...synthesis, 'plan', 'derive', 'entry', 'toolchain'] },
  cli: { core: false, uses: [...synthesis, 'plan', 'explain', 'derive', 'entry', 'objects', 'toolchain', 'runtime'] },
};

function roomRule(room, { core, uses }) {
  const closed = Object.keys(rooms).filter((other) => other !== room && !uses.includes(other));
  const patterns = closed.length === 0 ? [] : [{
    regex: `^(\\.\\./)+(${closed.join('|')})(/|$)`,
    message: `src/${room} may import only from: ${['itself', ...uses].join(', ')} (see docs/architecture.md).`,
  }];
  if (core) patterns.push({ regex: '^node:', message: `src/${room} belongs to the core, which also runs in a browser.` });
  return {
    files: [`src/${room}/**/*.ts`],
    ignores: ['**/*.test.ts', '**/*.testing.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns }],
      ...(core && { 'no-restricted-globals': ['error', 'process', 'Buffer', 'console', 'fetch', 'window', 'document'] }),
    },
  };
}

export default tseslint.config(
  { ignores: ['dist/**', '.cache/**', 'node_modules/**', 'docs/**', '**/*.js', '!eslint.config.js'] },
  tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-ignore': true, 'ts-expect-error': true, 'ts-nocheck': true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Indexing is checked by noUncheckedIndexedAccess; `!` is how a proof that the index is in range is written.
      '@typescript-eslint/no-non-null-assertion': 'off',
      eqeqeq: 'error',
      'max-lines': ['warn', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['warn', { max: 80, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['**/*.test.ts'], rules: { 'max-lines-per-function': 'off' } },
  ...Object.entries(rooms).map(([room, row]) => roomRule(room, row)),
);
