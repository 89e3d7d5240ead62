import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';
import { CARD_SIZE, cardElement } from '#core/cards/card-element.ts';
import type { Card } from '#core/cards/card.ts';
import { CARD_FONTS, CARD_TYPE, cardHasGlyph } from './card-fonts.ts';
import { drawableText } from './drawable-text.ts';
import type { Palette } from './palette.ts';

export interface CardOptions {
  palette: Palette;
  /** 1200 × 630, the link preview of all networks. */
  size: 'og';
}

const FONTS = CARD_FONTS.map(({ family, weight, style, data }) => ({
  name: family,
  weight,
  style,
  data,
}));

/** A card as PNG. The same card and palette give the same bytes; `CARD_TEMPLATE_VERSION` belongs into cache keys. */
export async function renderCard(card: Card, options: CardOptions): Promise<Uint8Array> {
  const element = cardElement(drawableCard(card), options.palette.light, CARD_TYPE);
  // Satori's type asks for React's elements and takes any object of this shape.
  const svg = await satori(element as unknown as Parameters<typeof satori>[0], {
    ...CARD_SIZE,
    fonts: FONTS,
  });
  // All glyphs are paths by now: no font is looked for on the machine.
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}

function drawableCard(card: Card): Card {
  const write = (text: string): string => drawableText(text, cardHasGlyph);
  const value = card.badge ? write(card.badge.value) : '';
  return {
    ...card,
    kicker: write(card.kicker),
    // A title in a script without glyphs leaves nothing: then the card says what kind of thing it is.
    title: write(card.title) || write(card.kicker),
    lines: card.lines.map(write),
    badge: card.badge && value !== '' ? { value, label: write(card.badge.label) } : null,
    footer: { left: write(card.footer.left), right: write(card.footer.right) },
  };
}
