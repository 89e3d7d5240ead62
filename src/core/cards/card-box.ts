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

/** A box of a card: what stands in it, and how. */
export function box(style: Style, children: (CardElement | string)[]): CardElement {
  return { type: 'div', props: { style, children } };
}
