import { expect, test } from 'vitest';
import { storiesAfter } from '../../src/share/public-stories.ts';

test('storiesAfter() gives the next three stories, after the last the first again, and never the story itself', () => {
  const stories = ['ada', 'basket', 'cards', 'denim', 'early'];
  expect(storiesAfter('basket', stories)).toEqual(['cards', 'denim', 'early']);
  expect(storiesAfter('early', stories)).toEqual(['ada', 'basket', 'cards']);
  expect(storiesAfter('ada', ['ada'])).toEqual([]);
});
