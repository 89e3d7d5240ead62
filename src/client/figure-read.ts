import { pictureAt, placesOf, rowAt, svgElement } from './figure-place.ts';

/** The table has the same; what is drawn here is for whoever points and is not read aloud. */
let reading: SVGElement | null = null;

/** Says the row of the table that a pointer stands over, at the top of the chart and with a line down to it. */
function readOut(event: PointerEvent): void {
  const met = pictureAt(event, '.chart-figure[data-readout]');
  reading?.remove();
  reading = null;
  const [head, ...rows] = met?.figure.querySelectorAll('tr') ?? [];
  if (!met || !head || rows.length === 0) return;
  const { svg, figure } = met;
  const { width, height } = svg.viewBox.baseVal;
  const places = placesOf(figure, svg, rows.length);
  const index = rowAt(event, svg, places);
  const x = places.first + index * places.step;
  const drawn = svgElement('g', { class: 'chart-read' });
  drawn.append(svgElement('line', { x1: x, x2: x, y1: 40, y2: height - 28 }));
  // On the side where the pointer is not.
  const isLeft = x > width / 2;
  wordsOf(head, rows[index]).forEach((words, at) => {
    const text = svgElement('text', {
      x: isLeft ? 2 : width - 2,
      y: 14 + at * 18,
      'text-anchor': isLeft ? 'start' : 'end',
    });
    text.textContent = words;
    drawn.append(text);
  });
  svg.append(drawn);
  reading = drawn;
  // Nothing of the picture shows through the words.
  const boxes = [...drawn.querySelectorAll('text')].map((text) => text.getBBox());
  const from = Math.min(...boxes.map((box) => box.x)) - 4;
  const to = Math.max(...boxes.map((box) => box.x + box.width)) + 4;
  drawn.prepend(svgElement('rect', { x: from, y: 0, width: to - from, height: 40 }));
}

/** "October 2026: 23%", then "95% interval 21% to 25% · n 1,322". */
function wordsOf(head: HTMLTableRowElement, row: HTMLTableRowElement | undefined): string[] {
  const names = [...head.cells].map(({ textContent }) => textContent.trim());
  const [first = '', value = '', ...others] = [...(row?.cells ?? [])].map(({ textContent }) =>
    textContent.trim(),
  );
  const said = others.flatMap((cell, index) =>
    cell === '' || cell === '–' ? [] : [named(names[index + 2] ?? '', cell)],
  );
  return [`${first}: ${value}`, said.join(' · ')];
}

/** A remark needs no name. */
function named(name: string, cell: string): string {
  return name === 'Note' ? cell : `${name.toLowerCase()} ${cell}`;
}

document.addEventListener('pointermove', readOut);
document.addEventListener('pointerdown', readOut);
