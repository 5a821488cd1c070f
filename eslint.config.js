import tseslint from 'typescript-eslint';

/** What the engine may never name: a clock, chance, a console. The hosts hand these in. */
const engineOnly = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The engine has no clock: `now` is handed in.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The engine has no clock: `now` is handed in.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'The engine has no chance: ids and salts are handed in.',
  },
  {
    selector: "CallExpression[callee.object.name='crypto']",
    message: 'The engine has no chance: ids and salts are handed in.',
  },
  { selector: "MemberExpression[object.name='console']", message: 'Nothing of a message goes to a log.' },
];

export default tseslint.config(
  { ignores: ['node_modules', 'dist', '.cache', 'demo/*.html'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts', '**/*.tsx'] })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-params': 'off',
      '@typescript-eslint/max-params': ['error', { max: 4 }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-console': 'error',
    },
  },
  { files: ['core/**/*.ts', 'core/**/*.tsx'], rules: { 'no-restricted-syntax': ['error', ...engineOnly] } },
  {
    files: ['test/**/*.ts', 'test/**/*.tsx', 'scripts/**', 'cli/**'],
    rules: { 'no-console': 'off', 'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['*.config.ts'], rules: { 'no-restricted-exports': 'off' } },
);
