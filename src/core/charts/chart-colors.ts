/**
 * Colours of marks and text: custom properties only, so that one SVG serves light, dark and the office screen.
 * Charts never hand them to a continuous scale or a default range, where Vega would try to calculate with them.
 */
export const COLOR = {
  ink: 'var(--ink)',
  soft: 'var(--ink-soft)',
  rule: 'var(--rule)',
  own: 'var(--series1)',
  accent: 'var(--accent)',
  good: 'var(--good)',
  bad: 'var(--bad)',
  ground: 'var(--chart-ground, var(--paper))',
} as const;

/** Sizes in CSS pixels at the width of the drawing; 13 stays readable on a phone when drawn at 340. */
export const FONT_SIZE = { label: 14, figure: 14, axis: 12.5 } as const;
