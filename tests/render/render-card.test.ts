import { describe, expect, test } from 'vitest';
import type { CardElement } from '#core/cards/card-box.ts';
import { CARD_SIZE, cardElement } from '#core/cards/card-element.ts';
import { CARD_TYPE, cardHasGlyph } from '#render/card-fonts.ts';
import { drawableText } from '#render/drawable-text.ts';
import { palette } from '#render/palette.ts';
import { renderCard } from '#render/render-card.ts';
import { cards } from '../core/cards/card-examples.ts';

const options = { palette: palette('#2f5d50'), size: 'og' } as const;

/** Width and height out of a PNG's header. */
function sizeOf(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

function texts(element: CardElement | string): string[] {
  return typeof element === 'string' ? [element] : (element.props.children ?? []).flatMap(texts);
}

describe('renderCard()', () => {
  test.each(Object.entries(cards))('renderCard() draws a %s of 1200×630', async (_, card) => {
    const png = await renderCard(card(), options);
    expect([...png.slice(1, 4)]).toEqual([...Buffer.from('PNG')]);
    expect(sizeOf(png)).toEqual(CARD_SIZE);
    expect(png.length).toBeLessThan(300_000);
  });

  test('renderCard() shows whom a card is about, with the figure beside the words', async () => {
    const card = {
      ...cards.persona(),
      face: { id: 'brand-enthusiast', drawn: {}, tone: 2, isStriped: false },
    };
    const [plain, striped, bare] = await Promise.all([
      renderCard(card, options),
      renderCard({ ...card, face: { ...card.face, isStriped: true } }, options),
      renderCard(cards.persona(), options),
    ]);
    expect(sizeOf(plain)).toEqual(CARD_SIZE);
    expect(plain.length).toBeLessThan(300_000);
    expect(Buffer.compare(plain, striped)).not.toBe(0);
    expect(Buffer.compare(plain, bare)).not.toBe(0);
    const face = { picture: 'data:,', ground: '#eeddee', stripe: null };
    const written = texts(cardElement(card, options.palette.light, CARD_TYPE, face)).join(' ');
    for (const word of ['The Brand', 'Enthusiast', '72%']) expect(written).toContain(word);
  });

  test('renderCard() draws what is to be minded about a figure', async () => {
    const card = cards.kpi();
    if (!card.badge) throw new Error('The KPI has a figure');
    const cautious = { ...card, badge: { ...card.badge, caution: 'Hangs on a few customers' } };
    const [plain, drawn] = await Promise.all([
      renderCard(card, options),
      renderCard(cautious, options),
    ]);
    expect(Buffer.compare(plain, drawn)).not.toBe(0);
    const written = texts(cardElement(cautious, options.palette.light, CARD_TYPE)).join(' ');
    expect(written).toContain('Hangs on a few customers');
  });

  test('renderCard() gives the same bytes for the same card', async () => {
    const [one, other] = [
      await renderCard(cards.kpi(), options),
      await renderCard(cards.kpi(), options),
    ];
    expect(Buffer.compare(one, other)).toBe(0);
  });

  test('renderCard() draws hostile and foreign text without failing', async () => {
    for (const title of [
      '<script>alert(1)</script>',
      '=HYPERLINK("x")',
      '日本語',
      '🎉',
      '',
      'x'.repeat(300),
      'a\u00adb',
    ]) {
      expect(sizeOf(await renderCard({ ...cards.insight(), title }, options))).toEqual(CARD_SIZE);
    }
  });
});

describe('cardElement()', () => {
  test.each([60, 100, 140])('cardElement() sets a title of %i letters whole', (length) => {
    const title =
      'A voucher in the week after the order gets thirty in a hundred to reorder instead of two, and the customer who gets one each week leaves us'
        .slice(0, length)
        .trim();
    const words = texts(
      cardElement({ ...cards.insight(), title }, options.palette.light, CARD_TYPE),
    );
    expect(words.join(' ')).toContain(title);
  });
});

describe('drawableText()', () => {
  test.each([
    ['soft\u00adhyphen', 'softhyphen'],
    ['Łódź, Ångström, ő', 'Łódź, Ångström, ő'],
    ['a → b', 'a – b'],
    ['party 🎉 time', 'party time'],
    ['Tokyo 日本 🎉', 'Tokyo'],
    ['5\u202f%', '5 %'],
    ['ﬁne', 'fine'],
  ])('drawableText() makes of "%s" "%s"', (text, drawn) => {
    expect(drawableText(text, cardHasGlyph)).toBe(drawn);
  });
});
