import { readSpan, type SpanPoint, type SpanReading } from '#core/format/read-span.ts';
import { pictureAt, placesOf, rowAt, svgElement } from './figure-place.ts';

/** How a chart's numbers are written, as the page says it: `data-span` of the figure. */
interface Writing {
  points: (SpanPoint | null)[];
  /** What a number is multiplied with before it is written: 100 for percent as points. */
  value: { options: Intl.NumberFormatOptions; forms: Record<string, string>; factor: number };
  change: Writing['value'];
  /** "{from} to {to}: …", and what is said where no month in between has a figure. */
  text: string;
  /** What is added to a change; null where no figure has an interval. */
  chance: { could: string; unknown: string } | null;
  mean: string;
  pooled: string;
  nothing: string;
  from: string;
  to: string;
  close: string;
}

interface Span {
  figure: HTMLElement;
  writing: Writing;
  months: string[];
  panel: HTMLElement;
  ends: [HTMLInputElement, HTMLInputElement];
  said: HTMLElement;
}

/** One panel a figure, made when somebody asks for it. */
const spans = new WeakMap<HTMLElement, Span>();
let dragged: { span: Span; svg: SVGSVGElement; from: number } | null = null;

function spanOf(figure: HTMLElement): Span {
  const known = spans.get(figure);
  if (known) return known;
  const writing = JSON.parse(figure.dataset['span'] ?? '{}') as Writing;
  const months = [...figure.querySelectorAll<HTMLTableRowElement>('tbody tr')].map(
    ({ cells }) => cells[0]?.textContent.trim() ?? '',
  );
  const panel = document.createElement('div');
  panel.className = 'chart-span';
  const said = document.createElement('p');
  said.className = 'chart-span__said';
  said.setAttribute('role', 'status');
  const ends = [writing.from, writing.to].map((name) => {
    const label = document.createElement('label');
    const input = document.createElement('input');
    input.type = 'range';
    input.max = String(months.length - 1);
    label.append(name, input);
    panel.append(label);
    return input;
  }) as Span['ends'];
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'chart-span__close';
  close.textContent = writing.close;
  panel.append(close, said);
  const span = { figure, writing, months, panel, ends, said };
  spans.set(figure, span);
  panel.addEventListener('input', () => {
    choose(span, Number(ends[0].value), Number(ends[1].value));
  });
  panel.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') end(span);
  });
  close.addEventListener('click', () => {
    end(span);
  });
  return span;
}

/** Marks the months in the pictures and says what lies between them. */
function choose(span: Span, from: number, to: number): void {
  const { figure, months, panel, ends, said } = span;
  if (!panel.isConnected) figure.querySelector('figcaption')?.after(panel);
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  [from, to].forEach((place, index) => {
    const input = ends[index];
    if (!input) return;
    input.value = String(place);
    input.setAttribute('aria-valuetext', months[place] ?? '');
  });
  const reading = readSpan(span.writing.points, low, high);
  said.textContent = reading ? sentence(span, reading) : span.writing.nothing;
  unmark(figure);
  for (const svg of figure.querySelectorAll<SVGSVGElement>(':scope > div > svg')) {
    const { first, step } = placesOf(figure, svg, months.length);
    const { height } = svg.viewBox.baseVal;
    const [left, right] = [first + low * step, first + high * step];
    const mark = svgElement('g', { class: 'chart-span__mark' });
    mark.append(
      svgElement('rect', { x: left, y: 0, width: right - left, height: height - 26 }),
      ...[left, right].map((x) => svgElement('line', { x1: x, x2: x, y1: 0, y2: height - 26 })),
    );
    svg.prepend(mark);
  }
}

function sentence({ writing, months, figure }: Span, reading: SpanReading): string {
  const rows = figure.querySelectorAll<HTMLTableRowElement>('tbody tr');
  // With the remark that the table has on a figure: it may still change.
  const cell = (row: number): string => {
    const cells = [...(rows[row]?.cells ?? [])].map(({ textContent }) => textContent.trim());
    const remark = cells.at(-1) ?? '';
    return remark === '' ? (cells[1] ?? '') : `${cells[1] ?? ''} (${remark})`;
  };
  const values: Record<string, string> = {
    from: months[reading.first] ?? '',
    to: months[reading.last] ?? '',
    first: cell(reading.first),
    last: cell(reading.last),
    change: written(reading.change, writing.change),
    chance: chanceWords(writing, reading),
    mean: written(reading.mean, writing.value),
    count: String(reading.count),
  };
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
  values['middle'] = fill(reading.isPooled ? writing.pooled : writing.mean);
  return fill(writing.text);
}

function chanceWords({ chance }: Writing, { first, last, couldBeChance }: SpanReading): string {
  if (chance === null || first === last || couldBeChance === false) return '';
  return couldBeChance === null ? chance.unknown : chance.could;
}

function written(value: number, { options, forms, factor }: Writing['value']): string {
  const locale = document.documentElement.dataset['locale'];
  const shown = value * factor;
  const form = new Intl.PluralRules(locale, options as Intl.PluralRulesOptions).select(shown);
  const number = new Intl.NumberFormat(locale, options).format(shown).replace('-', '−');
  return (forms[form] ?? forms['other'] ?? '{number}').replace('{number}', number);
}

function unmark(figure: HTMLElement): void {
  for (const mark of figure.querySelectorAll('.chart-span__mark')) mark.remove();
}

function end({ figure, panel }: Span): void {
  unmark(figure);
  panel.remove();
  figure.querySelector<HTMLElement>('.chart-figure__span')?.focus();
}

document.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return;
  const figure = target.closest('.chart-figure__span')?.closest<HTMLElement>('.chart-figure');
  if (!figure) return;
  const span = spanOf(figure);
  // The last year, or what there is of it: something to move from.
  choose(span, Math.max(span.months.length - 13, 0), span.months.length - 1);
  span.ends[0].focus();
});

document.addEventListener('pointerdown', (event) => {
  const met = pictureAt(event, '.chart-figure[data-span]');
  if (!met || event.button !== 0) return;
  const span = spanOf(met.figure);
  dragged = {
    span,
    svg: met.svg,
    from: rowAt(event, met.svg, placesOf(met.figure, met.svg, span.months.length)),
  };
});

document.addEventListener('pointermove', (event) => {
  if (!dragged) return;
  const { span, svg, from } = dragged;
  if (event.buttons === 0) {
    dragged = null;
    return;
  }
  const to = rowAt(event, svg, placesOf(span.figure, svg, span.months.length));
  // A press that moves by no month only points.
  if (to !== from || span.panel.isConnected) choose(span, from, to);
});

for (const over of ['pointerup', 'pointercancel'] as const) {
  document.addEventListener(over, () => {
    dragged = null;
  });
}
