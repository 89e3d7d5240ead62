import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** One cut of a typeface, as satori and the chart's text measure need it. */
export interface FontFile {
  family: string;
  weight: 400 | 500 | 600;
  style: 'normal' | 'italic';
  /** WOFF, not WOFF2: satori and our reader of advances understand only the first. */
  data: Buffer;
}

/**
 * The type pair of the portal. Display: Newsreader, a text face for news with a narrow, calm cut that keeps long
 * headlines on few lines. Text: Instrument Sans, plain at 13 px and at four metres.
 */
export const DISPLAY_FAMILY = 'Newsreader';
export const TEXT_FAMILY = 'Instrument Sans';

/** Charts take their family from the page; without it they fall back to any sans serif. */
export const CHART_FONT = 'var(--font-text, sans-serif)';

const resolve = createRequire(import.meta.url).resolve;
const files = new Map<string, Buffer>();

/** The bytes of a font file of @fontsource, read once. */
export function readFont(name: 'newsreader' | 'instrument-sans', cut: string): Buffer {
  const path = `@fontsource/${name}/files/${name}-${cut}.woff`;
  const known = files.get(path);
  if (known) return known;
  const data = readFileSync(resolve(path));
  files.set(path, data);
  return data;
}
