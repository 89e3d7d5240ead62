import { SAMPLE_DATASET } from '#scripts/exports-folder.ts';

/** What one is told when the site is open: where to look first, and what comes next for whose data these are. */
export function welcomeText(url: string, dataset: string): string {
  return [
    '',
    `The portal is open on ${url}`,
    '',
    `  ${url}/           what stands where today`,
    `  ${url}/personas/  the Portraits: who buys, and how`,
    `  ${url}/insights/  what campaigns taught`,
    `  ${url}/screen/    for the screen in the office`,
    '',
    dataset === SAMPLE_DATASET
      ? 'For a portal of your own shop run "npm run init". Ctrl+C ends.'
      : 'Newer exports: put them into exports/ and run "npm start" again. Ctrl+C ends.',
  ].join('\n');
}
