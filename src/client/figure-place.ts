/** Where the rows of a figure's table stand along its picture, in the drawing's own pixels. */
export interface Places {
  first: number;
  step: number;
  rows: number;
}

/** Of "50 14", the pixels from both edges to the first and the last, or of columns of one width. */
export function placesOf(figure: HTMLElement, svg: SVGSVGElement, rows: number): Places {
  const readout = figure.dataset['readout'] ?? '';
  const { width } = svg.viewBox.baseVal;
  if (readout === 'columns') return { first: width / rows / 2, step: width / rows, rows };
  const [left = 0, right = 0] = readout.split(' ').map(Number);
  return { first: left, step: (width - left - right) / Math.max(rows - 1, 1), rows };
}

/** The row that a pointer stands over. */
export function rowAt(
  event: PointerEvent,
  svg: SVGSVGElement,
  { first, step, rows }: Places,
): number {
  const { left, width } = svg.getBoundingClientRect();
  const x = ((event.clientX - left) / width) * svg.viewBox.baseVal.width;
  return Math.min(Math.max(Math.round((x - first) / step), 0), rows - 1);
}

/** The figure whose picture an event meets. */
export function pictureAt(
  event: Event,
  selector: string,
): { svg: SVGSVGElement; figure: HTMLElement } | null {
  if (!(event.target instanceof Element)) return null;
  const svg = event.target.closest<SVGSVGElement>(`${selector} svg`);
  const figure = svg?.closest<HTMLElement>('.chart-figure');
  return svg && figure ? { svg, figure } : null;
}

export function svgElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
