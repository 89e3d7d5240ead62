import { type CardElement, type Style, box } from './card-box.ts';
import { type DrawnFace, FACE_PANEL, cardFace } from './card-face.ts';
import type { Card } from './card.ts';
import { type FittedText, type MeasureText, fitText, fitTextIn } from './fit-text.ts';

/** The part of a palette's theme that cards use. */
export interface CardTokens {
  paper: string;
  ink: string;
  inkSoft: string;
  rule: string;
  accent: string;
  accentInk: string;
}

/** The two faces of a card: names for the drawing, widths for breaking lines. */
export interface CardType {
  display: { family: string; measure: MeasureText };
  text: { family: string; measure: MeasureText };
}

export const CARD_SIZE = { width: 1200, height: 630 } as const;

const MARGIN = 68;
/** As a face's, and narrower. */
const ARCH = { width: 352, height: 525, padding: 36 } as const;
const PANEL = ARCH.width + 60;

/** Fewer lines are set larger; each of these leaves room for the prose below. */
const TITLE_BOXES = [
  { maxLines: 2, sizes: [92, 84, 78] },
  { maxLines: 3, sizes: [74, 68, 64] },
  { maxLines: 4, sizes: [62, 58, 54] },
  { maxLines: 5, sizes: [50, 46, 42] },
] as const;

/**
 * A card's element tree: a column of words on paper, and beside it an arch in the brand's colour with the one figure.
 * Where the card shows somebody, the face stands there instead, and the figure under the words: the person first.
 * Every line is broken here, by the widths of the fonts, because satori lets long words run out of the picture.
 * @example cardElement({ kind: 'page', kicker: 'Portal', title: 'Home', lines: [], badge: null, footer: { left: 'Tarn', right: '' } }, { paper: '#fff', ink: '#000', inkSoft: '#333', rule: '#ccc', accent: '#800', accentInk: '#fff' }, { display: { family: 'Serif', measure: (text, size) => text.length * size }, text: { family: 'Sans', measure: (text, size) => text.length * size } }).props.style // => { width: 1200, height: 630, display: 'flex', backgroundColor: '#fff', color: '#000' }
 */
export function cardElement(
  card: Card,
  tokens: CardTokens,
  type: CardType,
  face: DrawnFace | null = null,
): CardElement {
  const panel = face ? FACE_PANEL : card.badge ? PANEL : 28;
  const width = CARD_SIZE.width - panel - MARGIN * 2;
  return box({ ...CARD_SIZE, display: 'flex', backgroundColor: tokens.paper, color: tokens.ink }, [
    words(card, width, tokens, type, face ? card.badge : null),
    face ? cardFace(face, CARD_SIZE.height) : figure(card, panel, tokens, type),
  ]);
}

function words(
  card: Card,
  width: number,
  tokens: CardTokens,
  type: CardType,
  badge: Card['badge'],
): CardElement {
  const title = fitTextIn(
    card.title,
    TITLE_BOXES.map((one) => ({ ...one, width })),
    type.display.measure,
  );
  const room = title.lines.length > 3 || badge ? 2 : 3;
  const prose = fitText(
    card.lines.join(' '),
    { width: Math.min(width, 760), maxLines: room, sizes: [30, 28, 26] },
    type.text.measure,
  );
  return box(
    {
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'space-between',
      width,
      height: CARD_SIZE.height - 54 - 46,
      padding: `54px ${MARGIN}px 46px`,
    },
    [
      line(card.kicker, { width, size: 24, weight: 600, color: tokens.accent }, type),
      box({ display: 'flex', flexDirection: 'column' }, [
        set(title, type.display.family, 1.06, { letterSpacing: -title.fontSize * 0.012 }),
        ...(prose.lines.length > 0
          ? [set(prose, type.text.family, 1.38, { marginTop: 26, color: tokens.inkSoft })]
          : []),
        ...(badge ? [figureLine(badge, width, tokens, type)] : []),
      ]),
      box(
        {
          display: 'flex',
          justifyContent: 'space-between',
          width,
          borderTop: `1.5px solid ${tokens.rule}`,
          paddingTop: 20,
        },
        [
          line(
            card.footer.left,
            { width: width * 0.55, size: 23, weight: 600, color: tokens.ink },
            type,
          ),
          line(
            card.footer.right,
            { width: width * 0.43, size: 23, weight: 400, color: tokens.inkSoft },
            type,
          ),
        ],
      ),
    ],
  );
}

/** The figure in a line of its own, what it counts beside it. */
function figureLine(
  badge: NonNullable<Card['badge']>,
  width: number,
  tokens: CardTokens,
  type: CardType,
): CardElement {
  const value = fitText(
    badge.value,
    { width: width * 0.6, maxLines: 1, sizes: [64, 56, 48, 40] },
    type.display.measure,
  );
  const taken = type.display.measure(value.lines[0] ?? '', value.fontSize) + 20;
  const label = fitText(
    badge.label,
    { width: width - taken, maxLines: 2, sizes: [24, 22] },
    type.text.measure,
  );
  return box({ display: 'flex', alignItems: 'flex-end', marginTop: 30 }, [
    set(value, type.display.family, 1, { color: tokens.accent }),
    set(label, type.text.family, 1.2, { marginLeft: 20, marginBottom: 6, color: tokens.inkSoft }),
  ]);
}

/** The figure in an arch of the brand's colour, the frame of the house; without one, a strip at the edge. */
function figure(card: Card, width: number, tokens: CardTokens, type: CardType): CardElement {
  const { height } = CARD_SIZE;
  const ground: Style = { display: 'flex', backgroundColor: tokens.accent };
  if (!card.badge) return box({ ...ground, width, height }, []);
  const inner = ARCH.width - ARCH.padding * 2;
  const value = fitText(
    card.badge.value,
    { width: inner, maxLines: 2, sizes: [132, 116, 100, 88, 76, 64, 54, 46] },
    type.display.measure,
  );
  const label = fitText(
    card.badge.label,
    { width: inner, maxLines: 3, sizes: [28, 26, 24] },
    type.text.measure,
  );
  const caution = fitText(
    card.badge.caution ?? '',
    { width: inner, maxLines: 2, sizes: [26, 24, 22] },
    type.text.measure,
  );
  const round = ARCH.width / 2;
  return box({ display: 'flex', alignItems: 'flex-end', width, height }, [
    box(
      {
        ...ground,
        flexDirection: 'column',
        justifyContent: 'flex-end',
        width: inner,
        height: ARCH.height - 46,
        padding: `0 ${ARCH.padding}px 46px`,
        borderRadius: `${round}px ${round}px 0 0`,
        color: tokens.accentInk,
      },
      [
        set(value, type.display.family, 1, { letterSpacing: -value.fontSize * 0.02 }),
        set(label, type.text.family, 1.3, { marginTop: 18 }),
        ...(caution.lines.length > 0
          ? [
              set(caution, type.text.family, 1.3, {
                marginTop: 16,
                paddingTop: 14,
                borderTop: `2px solid ${tokens.accentInk}`,
                fontWeight: 600,
              }),
            ]
          : []),
      ],
    ),
  ]);
}

/** A single line that is shortened rather than broken. */
function line(
  text: string,
  { width, size, weight, color }: { width: number; size: number; weight: number; color: string },
  type: CardType,
): CardElement {
  const fitted = fitText(text, { width, maxLines: 1, sizes: [size] }, type.text.measure);
  return set(fitted, type.text.family, 1.2, { fontWeight: weight, color });
}

function set(text: FittedText, fontFamily: string, lineHeight: number, style: Style): CardElement {
  return box(
    {
      display: 'flex',
      flexDirection: 'column',
      fontFamily,
      fontSize: text.fontSize,
      lineHeight,
      ...style,
    },
    text.lines.map((one) => box({ display: 'flex', whiteSpace: 'nowrap' }, [one])),
  );
}
