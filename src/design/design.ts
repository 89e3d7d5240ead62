import type { AstroIntegration } from 'astro';

/** The gallery of components at /design/, for `dev` only: a build does not get the page. */
export function design(): AstroIntegration[] {
  if (!process.argv.includes('dev')) return [];
  return [
    {
      name: 'design',
      hooks: {
        'astro:config:setup': ({ injectRoute }) => {
          injectRoute({ entrypoint: './src/design/DesignPage.astro', pattern: '/design' });
        },
      },
    },
  ];
}
