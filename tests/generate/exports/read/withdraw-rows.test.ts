import { expect, it } from 'vitest';
import { readFiles } from '../exports-fixture.ts';
import { reasonCounts } from '../adapters/campaign-rows.ts';

const HEADER =
  '#,How likely are you to recommend us?,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags';

/** The responses of days of January, one a day. */
function typeform(days: number[]): string {
  const rows = days.map((day) => {
    const at = `2026-01-${String(day).padStart(2, '0')} 06:24:12`;
    return `token${day},${day % 11},completed,${at},,${at},n,`;
  });
  return `${[HEADER, ...rows].join('\n')}\n`;
}

const twenty = Array.from({ length: 20 }, (_, index) => index + 1);

it('withdrawRows() leaves out a response that a newer export of the form no longer has', async () => {
  const { files, engine } = await readFiles({
    'new.csv': typeform([...twenty.filter((day) => day !== 7), 21, 22]),
    'old.csv': typeform(twenty),
  });
  expect(files.map(reasonCounts)).toEqual([{}, { 'ignored/overlap': 19, 'ignored/withdrawn': 1 }]);
  expect(files.map(({ rows }) => [rows.used, rows.ignored])).toEqual([
    [21, 0],
    [0, 20],
  ]);
  expect(
    await engine.rows(`SELECT response FROM survey_responses WHERE response = 'token7'`),
  ).toEqual([]);
});

it('withdrawRows() takes the export that only lacks some responses for the newer one, whatever it is called', async () => {
  const without = typeform(twenty.filter((day) => day !== 7));
  for (const [a, b] of [
    [typeform(twenty), without],
    [without, typeform(twenty)],
  ] as const) {
    const { engine } = await readFiles({ 'a.csv': a, 'b.csv': b });
    expect(
      await engine.rows(
        `SELECT count(DISTINCT response)::INTEGER AS responses, count(*) FILTER (response = 'token7')::INTEGER AS gone FROM survey_responses`,
      ),
    ).toEqual([{ responses: 19, gone: 0 }]);
  }
  const promoters = await readFiles({ 'a.csv': typeform(twenty), 'b.csv': typeform([9, 10, 20]) });
  expect(promoters.files.map((file) => reasonCounts(file)['ignored/withdrawn'])).toEqual([
    undefined,
    undefined,
  ]);
});

it('withdrawRows() keeps what a newer export was not asked for: other days, other people, another form', async () => {
  const promoters = await readFiles({
    'all.csv': typeform(twenty),
    'promoters.csv': typeform([9, 10, 20, 21]),
  });
  expect(promoters.files.map(({ rows }) => rows.used)).toEqual([17, 4]);

  const days = await readFiles({ 'all.csv': typeform(twenty), 'late.csv': typeform([19, 20, 21]) });
  expect(days.files.map(({ rows }) => rows.used)).toEqual([18, 3]);

  const other = typeform([...twenty.filter((day) => day !== 7), 21]).replace('recommend us', 'buy');
  const forms = await readFiles({ 'all.csv': typeform(twenty), 'other.csv': other });
  expect(forms.files.map(({ rows }) => rows.used)).toEqual([1, 20]);
});

it('withdrawRows() takes the edited response of a Google Form, which gets a new time, for the old one', async () => {
  const form = (rows: string[]): string =>
    `Timestamp,How satisfied are you?,What else?\n${rows.join('\n')}\n`;
  const rows = twenty.map((day) => `2026/01/${day} 9:00:00 AM GMT+0,${day % 5},ok`);
  const { files, engine } = await readFiles({
    'form.csv': form(rows),
    'later/form.csv': form([...rows.slice(0, 4), ...rows.slice(5), '2026/01/25 9:00:00 AM GMT+0,4,better']), // prettier-ignore
  });
  expect(files.map((file) => reasonCounts(file)['ignored/withdrawn'])).toEqual([1, undefined]);
  expect(
    await engine.rows(
      `SELECT count(DISTINCT response)::INTEGER AS responses, count(*) FILTER (answer = 'better')::INTEGER AS better FROM survey_responses`,
    ),
  ).toEqual([{ responses: 20, better: 1 }]);
});
