import type { AstroIntegration } from 'astro';

/** The gallery of components at /design/ and of templates at /design/<state>/<template>/, for `dev` only: a build does not get the page. */
export function design(): AstroIntegration[] {
  if (!process.argv.includes('dev')) return [];
  return [
    {
      name: 'design',
      hooks: {
        'astro:config:setup': ({ injectRoute }) => {
          injectRoute({ entrypoint: './src/design/DesignPage.astro', pattern: '/design' });
          injectRoute({
            entrypoint: './src/design/StatePage.astro',
            pattern: '/design/[state]/[template]',
          });
          injectRoute({ entrypoint: './src/design/face.svg.ts', pattern: '/faces/[id].svg' });
        },
      },
    },
  ];
}
