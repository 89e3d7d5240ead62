export type Style = Readonly<Record<string, string | number>>;

/** An element as satori takes it: React's shape, without React. */
export interface CardElement {
  type: string;
  props: {
    style?: Style;
    children?: (CardElement | string)[];
    src?: string;
    width?: number;
    height?: number;
  };
}

/**
 * A box of a card: what stands in it, and how.
 * @example box({ width: 9 }, ['Tarn']) // => { type: 'div', props: { style: { width: 9 }, children: ['Tarn'] } }
 */
export function box(style: Style, children: (CardElement | string)[]): CardElement {
  return { type: 'div', props: { style, children } };
}
