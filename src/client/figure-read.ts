const SVG = 'http://www.w3.org/2000/svg';
/** The table has the same; what is drawn here is for whoever points and is not read aloud. */
let reading: SVGGElement | null = null;

/** Says the row of the table that a pointer stands over, at the top of the chart and with a line down to it. */
function readOut(event: PointerEvent): void {
  const svg =
    event.target instanceof Element
      ? event.target.closest<SVGSVGElement>('.chart-figure[data-readout] svg')
      : null;
  reading?.remove();
  reading = null;
  const figure = svg?.closest<HTMLElement>('.chart-figure');
  const [head, ...rows] = figure?.querySelectorAll('tr') ?? [];
  if (!svg || !figure || !head || rows.length === 0) return;
  const { width, height } = svg.viewBox.baseVal;
  const { left, width: shown } = svg.getBoundingClientRect();
  const place = placeOf(figure.dataset['readout'] ?? '', width, rows.length);
  const index = Math.min(
    Math.max(Math.round((((event.clientX - left) / shown) * width - place.first) / place.step), 0),
    rows.length - 1,
  );
  const x = place.first + index * place.step;
  reading = document.createElementNS(SVG, 'g');
  reading.classList.add('chart-read');
  const line = document.createElementNS(SVG, 'line');
  for (const [name, value] of Object.entries({ x1: x, x2: x, y1: 40, y2: height - 28 })) {
    line.setAttribute(name, String(value));
  }
  reading.append(line);
  // On the side where the pointer is not.
  const isLeft = x > width / 2;
  wordsOf(head, rows[index]).forEach((words, at) => {
    const text = document.createElementNS(SVG, 'text');
    text.setAttribute('x', String(isLeft ? 2 : width - 2));
    text.setAttribute('y', String(14 + at * 18));
    text.setAttribute('text-anchor', isLeft ? 'start' : 'end');
    text.textContent = words;
    reading?.append(text);
  });
  svg.append(reading);
  // Nothing of the picture shows through the words.
  const ground = document.createElementNS(SVG, 'rect');
  const boxes = [...reading.querySelectorAll('text')].map((text) => text.getBBox());
  const from = Math.min(...boxes.map((box) => box.x)) - 4;
  const to = Math.max(...boxes.map((box) => box.x + box.width)) + 4;
  for (const [name, value] of Object.entries({ x: from, y: 0, width: to - from, height: 40 })) {
    ground.setAttribute(name, String(value));
  }
  reading.prepend(ground);
}

/** Where the rows of the table stand along the picture: "50 14" from both edges, or columns of one width. */
function placeOf(readout: string, width: number, rows: number): { first: number; step: number } {
  if (readout === 'columns') return { first: width / rows / 2, step: width / rows };
  const [left = 0, right = 0] = readout.split(' ').map(Number);
  return { first: left, step: (width - left - right) / Math.max(rows - 1, 1) };
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
