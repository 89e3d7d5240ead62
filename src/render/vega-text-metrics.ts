import * as vega from 'vega';
import { textWidth } from './text-width.ts';

/** The part of a text mark that its width depends on. */
interface TextItem {
  text?: unknown;
  fontSize?: number;
  fontWeight?: number | string;
}

/** Vega exports this object for hosts without a canvas; its type declarations leave it out. */
interface WithTextMetrics {
  textMetrics: { width: (item: TextItem, text?: unknown) => number };
}

/** Vega would estimate; labels are cut and placed by the widths of the font that the page uses. */
export function useRealTextWidths(): void {
  const { textMetrics } = vega as unknown as WithTextMetrics;
  textMetrics.width = (item, text) =>
    textWidth(
      String(text ?? item.text ?? ''),
      item.fontSize ?? 11,
      Number(item.fontWeight) >= 600 ? 600 : 400,
    );
}
