import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';
import culori from 'culori/require';
import { CARD_SIZE, cardElement } from '#core/cards/card-element.ts';
import type { DrawnFace } from '#core/cards/card-face.ts';
import type { Card, CardFace } from '#core/cards/card.ts';
import { CARD_FONTS, CARD_TYPE, cardHasGlyph } from './card-fonts.ts';
import { drawFace } from './draw-face.ts';
import { drawableText } from './drawable-text.ts';
import type { Palette, Token, Tokens } from './palette.ts';

const { formatHex, interpolate } = culori;

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
  const tokens = options.palette.light;
  const face = card.face ? drawnFace(card.face, tokens) : null;
  const element = cardElement(drawableCard(card), tokens, CARD_TYPE, face);
  // Satori's type asks for React's elements and takes any object of this shape.
  const svg = await satori(element as unknown as Parameters<typeof satori>[0], {
    ...CARD_SIZE,
    fonts: FONTS,
  });
  // All glyphs are paths by now: no font is looked for on the machine.
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}

/** How much of a Portrait's colour the ground of its face has on light paper, and the lighter of two stripes. */
const GROUND = { full: 0.34, stripe: 0.34 * 0.55 } as const;

function drawnFace({ id, drawn, tone, isStriped }: CardFace, tokens: Tokens): DrawnFace {
  const ground = (share: number): string =>
    formatHex(interpolate(['#ffffff', tokens[`series${tone}` as Token]], 'oklab')(share));
  return {
    picture: `data:image/svg+xml;base64,${Buffer.from(drawFace(id, drawn)).toString('base64')}`,
    ground: ground(GROUND.full),
    stripe: isStriped ? ground(GROUND.stripe) : null,
  };
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
    badge:
      card.badge && value !== ''
        ? {
            value,
            label: write(card.badge.label),
            ...(card.badge.caution !== undefined && { caution: write(card.badge.caution) }),
          }
        : null,
    footer: { left: write(card.footer.left), right: write(card.footer.right) },
  };
}
