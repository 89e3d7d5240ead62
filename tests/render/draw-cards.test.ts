import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Card } from '#core/cards/card.ts';
import { drawCards } from '#render/draw-cards.ts';
import { palette } from '#render/palette.ts';
import { RenderCache } from '#render/render-cache.ts';
import { renderCard } from '#render/render-card.ts';
import { cards } from '../core/cards/card-examples.ts';
import { temporaryFolder } from '../scripts/temporary-folder.ts';

const options = { palette: palette('#2f5d50'), size: 'og' } as const;
const keys = Array.from({ length: 4 }, (_, at) => `card-${at}`);

test('drawCards() draws in threads what renderCard() draws, and ends with a card that cannot be drawn', async () => {
  const folder = join(temporaryFolder(), 'renderings');
  const broken = {} as unknown as Card;
  const drawn = drawCards(
    keys.map((key, at) => ({ key, card: at === 1 ? broken : cards.kpi(), options })),
    folder,
    1,
  );
  expect([...drawn.keys()]).toEqual(keys);
  await Promise.all(drawn.values());
  const cache = new RenderCache(folder);
  expect(keys.filter((key) => !cache.has(key))).toEqual(['card-1']);
  const expected = Buffer.from(await renderCard(cards.kpi(), options));
  expect(cache.read('card-0')?.equals(expected)).toBe(true);
});

test('drawCards() leaves a few cards to whoever needs them', () => {
  const few = keys.slice(0, 3).map((key) => ({ key, card: cards.kpi(), options }));
  expect(drawCards(few, temporaryFolder()).size).toBe(0);
});
