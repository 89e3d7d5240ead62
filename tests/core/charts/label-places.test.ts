import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bubble, type LabelBox, labelBox } from '#core/charts/label-box.ts';
import { labelPlaces } from '#core/charts/label-places.ts';

const WIDE = { width: 640, height: 400, fontSize: 14 };
const NARROW = { width: 340, height: 400, fontSize: 14 };

/** What floating point adds up to. */
const TINY = 1e-9;

const cover = (one: LabelBox, other: LabelBox): boolean =>
  Math.min(one.right, other.right) > Math.max(one.left, other.left) &&
  Math.min(one.bottom, other.bottom) > Math.max(one.top, other.top);

/** Bubbles of a map: names of up to 30 letters, with what they say below, some of them at one place. */
const bubbles = (width: number, lines: readonly string[]): fc.Arbitrary<Bubble[]> =>
  fc.array(
    fc.record({
      x: fc.oneof(fc.constant(width / 2), fc.integer({ min: 52, max: width - 14 })),
      y: fc.oneof(fc.constant(200), fc.integer({ min: 40, max: 400 })),
      radius: fc.integer({ min: 4, max: 35 }),
      text: fc.constantFrom(...lines),
    }),
    { minLength: 1, maxLength: 12 },
  );

const checked = (all: readonly Bubble[], picture: typeof WIDE): void => {
  const boxes = labelPlaces(all, picture).map((place, index) => {
    expect(place, `no place for label ${index}`).not.toBeNull();
    return place && labelBox(all[index] as Bubble, place, picture.fontSize);
  }) as LabelBox[];
  for (const [index, box] of boxes.entries()) {
    expect(box.left).toBeGreaterThan(-TINY);
    expect(box.top).toBeGreaterThan(-TINY);
    expect(box.right).toBeLessThan(picture.width + TINY);
    expect(box.bottom).toBeLessThan(picture.height + TINY);
    for (const other of boxes.slice(index + 1)) expect(cover(box, other)).toBe(false);
  }
};

test('labelPlaces() covers no label with another and keeps all in the picture, for 1 to 12 bubbles', () => {
  const wide = ['The Voucher Saver\n3.6 a year at $54', `${'N'.repeat(29)}.\n12 a year at $1,240`];
  const narrow = ['The Voucher\nSaver', 'Ann', 'The Gift-giving\nGrandparent'];
  fc.assert(
    fc.property(bubbles(640, wide), (all) => checked(all, WIDE)),
    { numRuns: 40 },
  );
  fc.assert(
    fc.property(bubbles(340, narrow), (all) => checked(all, NARROW)),
    { numRuns: 40 },
  );
});

test('labelPlaces() finds a place for twelve at one point', () => {
  const text = 'The Expedition Planner\n1.8 a year at $480';
  for (const [x, y] of [
    [320, 200],
    [52, 400],
    [626, 40],
  ] as const) {
    checked(
      Array.from({ length: 12 }, () => ({ x, y, radius: 20, text })),
      WIDE,
    );
  }
});

test('labelPlaces() covers no bubble where there is room beside them', () => {
  const all = [300, 340, 385].map((x, at) => ({
    ...{ x, y: 300 + at * 12, radius: 20 },
    text: 'The Family Restocker\n4.3 a year at $148',
  }));
  for (const [index, place] of labelPlaces(all, WIDE).entries()) {
    const box = place && labelBox(all[index] as Bubble, place, WIDE.fontSize);
    for (const { x, y, radius } of all) {
      const dx = Math.max((box?.left ?? 0) - x, 0, x - (box?.right ?? 0));
      const dy = Math.max((box?.top ?? 0) - y, 0, y - (box?.bottom ?? 0));
      expect(Math.hypot(dx, dy)).toBeGreaterThanOrEqual(radius);
    }
  }
});

test('labelPlaces() draws a line to a label that stands far from its bubble, and to no other', () => {
  const crowd = Array.from({ length: 8 }, () => ({
    x: 320,
    y: 200,
    radius: 12,
    text: 'Ann Other',
  }));
  const lines = labelPlaces(crowd, WIDE).filter((place) => place?.line);
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.length).toBeLessThan(8);
  for (const place of lines) {
    const { from, to } = place?.line ?? { from: { dx: 0, dy: 0 }, to: { dx: 0, dy: 0 } };
    expect(Math.hypot(from.dx, from.dy)).toBeCloseTo(12, -0.5);
    expect(Math.hypot(to.dx, to.dy)).toBeGreaterThan(20);
  }
});

test('labelPlaces() leads a line to words that had to cover another bubble', () => {
  const text = 'The Autumn-and-winter\nKnitwear-collecting Suburban Grandpa\n4.3 a year at $148';
  const all = [
    ...[
      { x: 152, y: 222, radius: 29 },
      { x: 226, y: 241, radius: 11 },
    ],
    ...[
      { x: 481, y: 205, radius: 30 },
      { x: 165, y: 371, radius: 11 },
    ],
    ...[
      { x: 516, y: 271, radius: 24 },
      { x: 139, y: 342, radius: 13 },
    ],
  ].map((bubble) => ({ ...bubble, text }));
  const far = labelPlaces(all, WIDE).filter((place, index) => {
    const bubble = all[index] as Bubble;
    if (!place) return true;
    const box = labelBox(bubble, place, WIDE.fontSize);
    const dx = Math.max(box.left - bubble.x, 0, bubble.x - box.right);
    const dy = Math.max(box.top - bubble.y, 0, bubble.y - box.bottom);
    return Math.hypot(dx, dy) >= bubble.radius + 12;
  });
  expect(far.length).toBeGreaterThan(0);
  expect(far.filter((place) => !place?.line)).toEqual([]);
});

test('labelPlaces() leads no line through the words of another label', () => {
  const all = Array.from({ length: 12 }, (_, at) => ({
    ...{ x: 100 + at * 9, y: 240, radius: 14 },
    text: 'The Family\nRestocker',
  }));
  const places = labelPlaces(all, NARROW);
  const boxes = places.map((place, at) => place && labelBox(all[at] as Bubble, place, 14));
  for (const [at, place] of places.entries()) {
    if (!place?.line) continue;
    const { x, y } = all[at] as Bubble;
    const { from, to } = place.line;
    for (let part = 0; part <= 1; part += 0.02) {
      const left = x + from.dx + (to.dx - from.dx) * part;
      const top = y + from.dy + (to.dy - from.dy) * part;
      for (const box of boxes) {
        expect(
          box && left > box.left && left < box.right && top > box.top && top < box.bottom,
        ).toBe(false);
      }
    }
  }
});

test('labelPlaces() has no place for a name wider than the picture', () => {
  const [place] = labelPlaces([{ x: 100, y: 100, radius: 9, text: 'N'.repeat(60) }], NARROW);
  expect(place).toBeNull();
});

test('labelPlaces() has short words where long ones would cover another bubble, and covers none with them', () => {
  const text = 'The twice-yearly outdoor and\ntailoring big-basket gift-giver';
  const all = Array.from({ length: 12 }, (_, at) => ({
    ...{ x: 80 + (at % 4) * 60, y: 120 + Math.floor(at / 4) * 90, radius: 14 },
    ...{ text, short: String(at + 1) },
  }));
  const places = labelPlaces(all, NARROW);
  expect(places.some((place) => place?.isShort)).toBe(true);
  const [alone] = labelPlaces(all.slice(0, 1), NARROW);
  expect(alone?.isShort).toBe(false);
  for (const [index, place] of places.entries()) {
    const bubble = all[index] as (typeof all)[number];
    const words = place?.isShort ? bubble.short : bubble.text;
    const box = place && labelBox({ ...bubble, text: words }, place, NARROW.fontSize);
    for (const { x, y, radius } of all) {
      const dx = Math.max((box?.left ?? 0) - x, 0, x - (box?.right ?? 0));
      const dy = Math.max((box?.top ?? 0) - y, 0, y - (box?.bottom ?? 0));
      expect(Math.hypot(dx, dy), `${words} at ${x}, ${y}`).toBeGreaterThanOrEqual(radius);
    }
  }
});

/** Eight in one corner, as one far larger presses them together. */
const HEAP = [
  { x: 131, y: 377, radius: 14 },
  { x: 72, y: 371, radius: 19 },
  { x: 138, y: 350, radius: 15 },
  { x: 171, y: 370, radius: 19 },
  { x: 125, y: 365, radius: 12 },
  { x: 142, y: 372, radius: 11 },
  { x: 71, y: 344, radius: 18 },
  { x: 152, y: 351, radius: 9 },
].map((bubble, at) => ({
  ...bubble,
  text: `Quarterly Number\n${at} Loyalist`,
  short: String(at + 1),
}));

/** From words to the edge of a bubble. */
const edgeTo = ({ left, right, top, bottom }: LabelBox, { x, y, radius }: Bubble): number =>
  Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)) - radius;

test('labelPlaces() leads no line through another bubble, where a bubble has short words', () => {
  const places = labelPlaces(HEAP, NARROW);
  expect(places.some((place) => place?.line)).toBe(true);
  for (const [at, place] of places.entries()) {
    if (!place?.line) continue;
    const { x, y } = HEAP[at] as Bubble;
    const { from, to } = place.line;
    for (const other of HEAP.filter((_, index) => index !== at)) {
      for (let part = 0; part <= 1; part += 0.02) {
        const dx = x + from.dx + (to.dx - from.dx) * part - other.x;
        const dy = y + from.dy + (to.dy - from.dy) * part - other.y;
        expect(Math.hypot(dx, dy), `${at}`).toBeGreaterThan(other.radius - 1);
      }
    }
  }
});

test('labelPlaces() sets words nearer to their own bubble than to any other, or upon it', () => {
  for (const [at, place] of labelPlaces(HEAP, NARROW).entries()) {
    const bubble = HEAP[at] as (typeof HEAP)[number];
    const words = place?.isShort ? bubble.short : bubble.text;
    const box = place && labelBox({ ...bubble, text: words }, place, NARROW.fontSize);
    if (!box) throw new Error(`No place for ${words}`);
    const isUpon = Math.hypot(place.dx, place.dy - 5) < bubble.radius;
    for (const other of HEAP.filter((one) => one !== bubble)) {
      if (isUpon) {
        // The small ones lie upon the large ones.
        if (other.radius <= bubble.radius) expect(edgeTo(box, other)).toBeGreaterThanOrEqual(0);
      } else expect(edgeTo(box, bubble), words).toBeLessThan(edgeTo(box, other));
    }
  }
});

test('labelPlaces() writes a number upon a bubble in the midst of others', () => {
  const ring = [0, 1, 2, 3, 4, 5].map((at) => ({
    x: Math.round(170 + 40 * Math.cos((at * Math.PI) / 3)),
    y: Math.round(200 + 40 * Math.sin((at * Math.PI) / 3)),
    radius: 19,
  }));
  const all = [{ x: 170, y: 200, radius: 19 }, ...ring].map((bubble, at) => ({
    ...{ ...bubble, text: 'The twice-yearly\ngift-giver', short: String(at + 1) },
  }));
  const [midst] = labelPlaces(all, NARROW);
  expect(midst).toEqual({ dx: 0, dy: 5, align: 'center', line: null, isShort: true });
});
