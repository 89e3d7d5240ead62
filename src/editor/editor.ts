import type { AstroIntegration } from 'astro';

/** Bundled when `dev` starts: found later, each would reload a page on which somebody writes. */
const PREPARED = [
  '@keystatic/core',
  '@keystatic/core/content-components',
  '@keystatic/core/ui',
  'react',
  'react-dom',
  'react-dom/client',
  'react/jsx-dev-runtime',
  'react/jsx-runtime',
];

/**
 * The editor at /keystatic, for `dev` only: a build gets neither its pages nor React. It is Keystatic with routes of
 * our own, because its own integration edits the folder of the process, and content may lie elsewhere.
 */
export async function editor(): Promise<AstroIntegration[]> {
  if (!process.argv.includes('dev')) return [];
  const { default: react } = await import('@astrojs/react');
  return [
    react(),
    {
      name: 'editor',
      hooks: {
        'astro:config:setup': ({ injectRoute, updateConfig }) => {
          // Keystatic asks for its files without a slash at the end, and writes styles into its pages.
          updateConfig({
            trailingSlash: 'ignore',
            security: { csp: false },
            vite: { optimizeDeps: { include: [...PREPARED] } },
          });
          injectRoute({
            entrypoint: './src/editor/EditorPage.astro',
            pattern: '/keystatic/[...path]',
            prerender: false,
          });
          injectRoute({
            entrypoint: './src/editor/files-api.ts',
            pattern: '/api/keystatic/[...path]',
            prerender: false,
          });
        },
      },
    },
  ];
}
