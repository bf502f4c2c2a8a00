import js from '@eslint/js'
import globals from 'globals'
import tseslint from 'typescript-eslint'

/**
 * Data flows one way: matcher → judge service → record → reporter → store and baseline → report.
 * Each folder of src lists the folders that it may import from; a folder may always import from itself.
 * Importing a type costs nothing at run time but couples all the same, so types follow the same rule.
 */
const mayImport = {
  statistics: [],
  text: [],
  files: [],
  schema: [],
  encoder: ['text'],
  judges: ['encoder', 'schema', 'text', 'statistics'],
  evaluation: ['judges', 'schema', 'text', 'statistics'],
  cassette: ['judges', 'files', 'schema', 'text'],
  'judge-service': ['judges', 'cassette', 'evaluation', 'files', 'text'],
  worker: ['judges', 'judge-service', 'evaluation', 'text'],
  assistant: ['judges', 'judge-service', 'evaluation', 'worker', 'text'],
  matchers: ['judges', 'judge-service', 'evaluation', 'assistant', 'worker', 'text'],
  cases: ['judges', 'evaluation', 'assistant', 'matchers', 'worker', 'statistics', 'text'],
  baseline: ['evaluation', 'files', 'statistics', 'text'],
  calibration: [
    'baseline',
    'cases',
    'cassette',
    'files',
    'judge-service',
    'judges',
    'evaluation',
    'matchers',
    'statistics',
    'text',
  ],
  store: ['evaluation', 'text'],
  reports: ['evaluation', 'baseline', 'calibration', 'statistics', 'text'],
  reporter: ['evaluation', 'baseline', 'calibration', 'cassette', 'store', 'reports', 'files', 'text'],
  plugin: ['judges', 'judge-service', 'cassette', 'evaluation', 'reporter', 'matchers', 'cases', 'worker', 'text'],
  cli: [
    'plugin',
    'reporter',
    'store',
    'calibration',
    'judges',
    'judge-service',
    'reports',
    'cases',
    'baseline',
    'evaluation',
    'text',
  ],
}

const folders = Object.keys(mayImport)

const importDirections = folders.map((folder) => ({
  files: [`src/${folder}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...folders
            .filter((other) => other !== folder && !mayImport[folder].includes(other))
            .map((other) => ({
              group: [`**/../${other}/*`, `**/../${other}/**`],
              message: `src/${folder} may import from: ${mayImport[folder].join(', ') || 'nothing'}. See docs/architecture.md.`,
            })),
          { group: ['**/index.js'], message: 'A barrel is for users; import the file itself.' },
        ],
      },
    ],
  },
}))

export default tseslint.config(
  { ignores: ['dist', '.build', '.tmp', 'node_modules', 'coverage', '**/.vitest-judge', 'compat'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      // A cancelled call rejects with whatever it was cancelled with.
      '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingUnknown: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  ...importDirections,
  // An entry lists what it offers, wherever that stands.
  { files: ['src/judges/index.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['test/**/*.ts', 'examples/**/*.ts', 'bench/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['**/*.mjs', '**/*.js'], languageOptions: { globals: globals.node } },
)
