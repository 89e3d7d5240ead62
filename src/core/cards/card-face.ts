import { type CardElement, box } from './card-box.ts';

/** A face as it can be drawn: its picture as a data address, and the colours of its ground. */
export interface DrawnFace {
  picture: string;
  ground: string;
  /** The lighter colour of its stripes; null for a plain ground. */
  stripe: string | null;
}

/** As on the site: an arch of four to five. */
const ARCH = { width: 420, height: 525 } as const;
const STRIPES = 10;

/** How wide a card's part with a face is, the space at the card's edge included. */
export const FACE_PANEL = ARCH.width + 60;

/**
 * A face in its arch, that stands on the lower edge of a card.
 * @example cardFace({ picture: 'data:,', ground: '#edc', stripe: null }, 630).props.style // => { display: 'flex', alignItems: 'flex-end', width: 480, height: 630 }
 */
export function cardFace({ picture, ground, stripe }: DrawnFace, height: number): CardElement {
  const { width } = ARCH;
  const stripes = stripe === null ? [] : lighterStripes(stripe);
  const round = width / 2;
  return box({ display: 'flex', alignItems: 'flex-end', width: FACE_PANEL, height }, [
    box(
      {
        display: 'flex',
        position: 'relative',
        overflow: 'hidden',
        ...ARCH,
        borderRadius: `${round}px ${round}px 0 0`,
        backgroundColor: ground,
      },
      [
        ...stripes,
        // The picture is square: its middle fills the arch.
        {
          type: 'img',
          props: {
            src: picture,
            width: ARCH.height,
            height: ARCH.height,
            style: { position: 'absolute', left: (width - ARCH.height) / 2, bottom: 0 },
          },
        },
      ],
    ),
  ]);
}

function lighterStripes(backgroundColor: string): CardElement[] {
  const width = ARCH.width / STRIPES;
  return Array.from({ length: STRIPES / 2 }, (_, at) =>
    box(
      {
        position: 'absolute',
        left: width * (at * 2 + 1),
        top: 0,
        width,
        height: ARCH.height,
        backgroundColor,
      },
      [],
    ),
  );
}
