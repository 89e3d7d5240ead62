import { csvTable } from '#core/format/csv-table.ts';
import { figurePicture } from './figure-picture.ts';

/** Copies a chart as a picture, or its figures as a table; where the clipboard is shut, saves them as a file. */
document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  const button = event.target.closest<HTMLButtonElement>('.chart-figure__copy');
  const figure = button?.closest<HTMLElement>('.chart-figure');
  if (!button || !figure) return;
  void copy(figure, button.value === 'csv' ? 'csv' : 'png');
});

async function copy(figure: HTMLElement, form: 'csv' | 'png'): Promise<void> {
  say(figure, 'wait');
  try {
    const blob = form === 'csv' ? figureTable(figure) : await figurePicture(figure);
    if (await copied(blob, form)) {
      say(figure, form);
      return;
    }
    const name = `${fileName(figure)}.${form}`;
    save(blob, name);
    say(figure, 'saved', name);
  } catch {
    say(figure, 'failed');
  }
}

/** The table twin, then when, how many and from where. */
function figureTable(figure: HTMLElement): Blob {
  const rows = [...figure.querySelectorAll('tr')].map((row) =>
    [...row.cells].map(({ textContent }) => textContent.trim()),
  );
  const text = csvTable([[title(figure)], ...rows, [caption(figure)]]);
  return new Blob([text], { type: 'text/csv;charset=utf-8' });
}

async function copied(blob: Blob, form: 'csv' | 'png'): Promise<boolean> {
  try {
    await navigator.clipboard.write([
      form === 'csv'
        ? new ClipboardItem({ 'text/plain': new Blob([blob], { type: 'text/plain' }) })
        : new ClipboardItem({ 'image/png': blob }),
    ]);
    return true;
  } catch {
    // Refused, or a page that is not served safely: the file is the next best.
    return false;
  }
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function title(figure: HTMLElement): string {
  return figure.querySelector('.chart-figure__title')?.textContent.trim() ?? '';
}

function caption(figure: HTMLElement): string {
  return figure.querySelector('figcaption')?.textContent.trim() ?? '';
}

/** "why-do-they-send-things-back". */
function fileName(figure: HTMLElement): string {
  return (
    title(figure)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'chart'
  );
}

/** Says one of the texts that the page has for it. */
function say(
  figure: HTMLElement,
  text: 'wait' | 'csv' | 'png' | 'saved' | 'failed',
  name = '',
): void {
  const status = figure.querySelector<HTMLElement>('.chart-figure__said');
  if (status) status.textContent = (status.dataset[text] ?? '').replace('{name}', name);
}
