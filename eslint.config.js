// @ts-check
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What each layer of src may import besides itself (docs/architecture.md, "Import rules"). */
const LAYERS = {
  core: { files: ['src/core/**'], allowed: ['core'] },
  render: { files: ['src/render/**'], allowed: ['core', 'render'] },
  data: { files: ['src/data/**'], allowed: ['core', 'data', 'config'] },
  markdown: { files: ['src/markdown/**'], allowed: ['core', 'markdown'] },
  components: {
    files: ['src/components/**', 'src/layouts/**'],
    allowed: ['core', 'render', 'data', 'markdown', 'components', 'layouts', 'styles', 'config'],
  },
  client: {
    files: ['src/client/**'],
    allowed: ['core/search', 'core/format', 'core/language', 'core/screens', 'client'],
  },
  pages: {
    files: ['src/pages/**'],
    allowed: ['core', 'render', 'data', 'components', 'layouts', 'styles', 'config'],
  },
  share: {
    files: ['src/share/**'],
    allowed: ['core', 'render', 'data', 'markdown', 'components', 'share', 'styles', 'config'],
  },
  /** The gallery of components, in dev only. */
  design: {
    files: ['src/design/**'],
    allowed: ['core', 'render', 'data', 'components', 'layouts', 'pages', 'styles', 'config'],
  },
  editor: { files: ['src/editor/**'], allowed: ['core', 'markdown'] },
  generate: { files: ['scripts/generate/**'], allowed: ['core', 'generate'] },
  /** The shell around generate: it also knows the command line and the sample retailer. */
  'generate shell': {
    files: ['scripts/generate/main.ts'],
    allowed: ['core', 'generate', 'scripts', 'sample'],
  },
};

const layerRules = Object.values(LAYERS).map(({ files, allowed, ...rest }) => ({
  files,
  ...rest,
  rules: {
    'no-restricted-imports': /** @type {import('eslint').Linter.RuleEntry} */ ([
      'error',
      {
        patterns: [
          {
            regex: `^#(?!(?:${allowed.join('|')})(?:/|$))`,
            message: `This folder may import only from: ${allowed.join(', ')} (docs/architecture.md)`,
          },
          {
            regex:
              '^(\\.\\./)+(core|render|data|markdown|components|layouts|pages|client|share|build|styles|scripts|generate|sample)/',
            message: 'Cross a folder border with its # name, e.g. #core/format/format-value.ts',
          },
        ],
      },
    ]),
  },
}));

export default defineConfig(
  { ignores: ['dist/', 'dist-share/', '.astro/', 'node_modules/', 'exports/', 'bench/results/'] },
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  ...layerRules,
  {
    // core is pure: nothing of Node, the browser, Astro, the clock or chance.
    files: ['src/core/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!#core/|\\.|zod$|ml-matrix$|lunr$)',
              message: 'core imports itself and zod; ml-matrix and lunr by docs/decisions/',
            },
            {
              regex: '^(\\.\\./)+(render|data|components|layouts|pages|client|styles|scripts)/',
              message: 'core imports only core',
            },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        ...['process', 'Buffer', 'globalThis', 'window', 'document', 'navigator', 'localStorage'],
        ...['fetch', 'performance', 'crypto', 'setTimeout', 'setInterval', 'console'],
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Chance is a parameter' },
        { object: 'Date', property: 'now', message: 'Time is a parameter' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            ":matches(NewExpression[arguments.length=0], CallExpression)[callee.name='Date']",
          message: 'Time is a parameter',
        },
      ],
    },
  },
  {
    // Inside core, what draws knows only schemas, format and language: it draws finished numbers.
    files: ['src/core/charts/**', 'src/core/cards/**', 'src/core/search/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!#core/(?:schemas|format|language)/|\\./|lunr$|zod$)',
              message: 'charts, cards and search import only schemas, format and language',
            },
          ],
        },
      ],
    },
  },
);
