import { resolve } from 'node:path';
import { satteri } from '@astrojs/markdown-satteri';
import internal from './astro.config.js';
import { boundContent } from './src/markdown/bound-content.ts';
import { readPublicNames } from './src/share/public-names.ts';
import { publicTree } from './src/share/public-tree.ts';
import { readApproved } from './src/share/read-approved.ts';

// The public site is built as the internal one is, from pages of its own, which know nothing but approved stories.
const contentFolder = resolve(process.env['PORTAL_CONTENT'] ?? 'content');
const names = readPublicNames(contentFolder, readApproved(contentFolder));

/** @type {import('astro').AstroUserConfig} */
const config = {
  ...internal,
  // Its pages of learnings are others.
  integrations: (internal.integrations ?? []).filter(
    (integration) =>
      !integration || !('name' in integration) || integration.name !== 'keep-learnings',
  ),
  srcDir: './src/share',
  // Nothing of the internal site's own files.
  publicDir: './src/share/public',
  outDir: resolve(process.env['PORTAL_OUT'] ?? 'dist-share'),
  markdown: {
    ...internal.markdown,
    processor: satteri({
      mdastPlugins: [boundContent(contentFolder, (root, owner) => publicTree(root, owner, names))],
    }),
  },
};

export default config;
