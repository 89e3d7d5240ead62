import { join, resolve } from 'node:path';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { design } from './src/design/design.ts';
import { editor } from './src/editor/editor.ts';
import { collectEarly } from './src/build/collect-early.ts';
import { boundContent } from './src/markdown/bound-content.ts';
import { keepLearnings } from './src/build/keep-learnings.ts';
import { keepRenderings } from './src/build/keep-renderings.ts';
import { relativeLinks } from './src/build/relative-links.ts';
import { toldToBegin } from './src/build/told-to-begin.ts';

// Before anything of content or configuration is read.
await toldToBegin();

// What a build reads and writes can be named from outside: other content, another shop's configuration, a place of
// its own for the result. Unset, it is this repository's content/, portal.config.ts and dist/.
const contentFolder = resolve(process.env['PORTAL_CONTENT'] ?? 'content');
const configFile = resolve(process.env['PORTAL_CONFIG'] ?? 'portal.config.ts');
const languageFolder = resolve(process.env['PORTAL_LANGUAGES'] ?? 'src/core/language');
const outFolder = resolve(process.env['PORTAL_OUT'] ?? 'dist');
const cacheFolder = resolve(process.env['PORTAL_CACHE'] ?? 'node_modules/.astro');

// Files that the configuration imports count as well.
const { default: settings } = /** @type {{ default: unknown }} */ (await import(configFile));

const learnings = keepLearnings({
  contentFolder,
  sources: ['src', 'astro.config.js', configFile, languageFolder],
  settings,
  folder: join(cacheFolder, 'pages'),
});

// In JavaScript, which Astro lets Node read, with the TypeScript that it imports: for a configuration in TypeScript it
// would start a server of Vite's first. Without 'defineConfig', which loads all that Astro has for typefaces and pictures.
/** @type {import('astro').AstroUserConfig} */
export default {
  output: 'static',
  outDir: outFolder,
  cacheDir: cacheFolder,
  trailingSlash: 'always',
  build: { inlineStylesheets: 'never', format: 'directory' },
  integrations: [
    mdx({ optimize: true }),
    relativeLinks(),
    collectEarly(learnings.areKept),
    keepRenderings(join(cacheFolder, 'renderings'), learnings.areKept),
    learnings.integration,
    ...(await editor()),
    ...design(),
  ],
  markdown: {
    // Highlighting writes style attributes, which the content security policy forbids.
    syntaxHighlight: false,
    processor: satteri({ mdastPlugins: [boundContent(contentFolder)] }),
  },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "worker-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
      ],
    },
  },
  logger: { entrypoint: new URL('./src/build/quiet-log.js', import.meta.url) },
  devToolbar: { enabled: false },
  vite: {
    // What collections are defined with is loaded by Node, as it has been already: Astro starts a server of Vite's to read their
    // definition, which would transform each module on the way.
    environments: {
      astro: {
        resolve: { external: ['astro/loaders', 'astro/zod', 'astro/content/config'] },
      },
    },
    resolve: { alias: { '#config': configFile, '#languages': languageFolder } },
    build: {
      // Astro marks every text of content/ so; a warning of ten lines for each would hide what matters.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    // Native and font-reading packages stay outside the bundle that prerenders the pages.
    ssr: {
      external: ['@resvg/resvg-js', 'satori', 'vega', 'vega-lite', 'esbuild', 'lunr', 'satteri'],
    },
  },
};
