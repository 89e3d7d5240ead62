import { expect, it } from 'vitest';
import { readFiles } from './exports-fixture.ts';

const CAMPAIGN = `Campaign status,Campaign,Campaign type,Impr.,Cost,Currency code
Enabled,Tea,Search,10,1.00,GBP
Enabled,Cups,Search,5,0.50,GBP
`;
const REASON = 'Rows "Total:" of all campaigns, the account or a type';

it('proveSummaries() takes only a total that states something for a proof', async () => {
  const { files } = await readFiles({
    // 10 + 5 and 1.00 + 0.50.
    'equal.csv': `${CAMPAIGN}Total: Campaigns, --, --,15,1.50,GBP\n`,
    'half-silent.csv': `${CAMPAIGN}Total: Campaigns, --, --,15,1.50,GBP\nTotal: Account, --, --, --, --,GBP\n`,
    'other.csv': `${CAMPAIGN}Total: Campaigns, --, --,15,1.60,GBP\n`,
    'silent.csv': `${CAMPAIGN}Total: Campaigns, --, --, --, --,GBP\n`,
  });
  const reasons = files.map((file) =>
    file.reasons
      .filter(({ code }) => code.includes('/summary-'))
      .map(({ code, rows, reason }) => [code, rows, reason]),
  );
  expect(reasons).toEqual([
    [['ignored/summary-row', 1, `${REASON}; they state the sums of the rows that count`]],
    [['ignored/summary-row', 2, REASON]],
    [
      ['ignored/summary-row', 1, REASON],
      [
        'note/summary-differs',
        1,
        `${REASON} that do not state the sum of the rows that count: rows may be missing from the export`,
      ],
    ],
    [['ignored/summary-row', 1, REASON]],
  ]);
});

const AMAZON = `Date,Currency,Campaign Name,Impressions,Clicks,Spend,7 Day Total Sales
2026-03-01,GBP,Tea,100,10,5.00,50.00
2026-03-02,GBP,Tea,200,20,7.00,80.00
2026-03-03,GBP,Tea,0,0,0.00,0.00
`;
const TIKTOK = `Campaign name,By Day,Cost,Impressions,Currency
Tea,2026-03-01,5.00,100,GBP
Cups,2026-03-01,7.00,200,GBP
`;
const ADDED = 'Rows of totals added below the others; they state the sums of the rows that count';

/** The account of each text, read alone: how many rows are used, ignored and rejected, and why. */
async function accounts(...texts: string[]): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const text of texts) {
    const { files } = await readFiles({ 'report.csv': text });
    const [file] = files;
    const reasons = file?.reasons.filter(({ code }) => code.startsWith('ignored/')) ?? [];
    found.push([
      [file?.rows.used, file?.rows.ignored, file?.rows.rejected],
      reasons.map(({ reason }) => reason),
    ]);
  }
  return found;
}

it('dropAddedTotals() leaves out totals that somebody has put below the rows, with proof', async () => {
  // 100 + 200, 10 + 20, 5 + 7 and 50 + 80.
  expect(
    await accounts(
      `${AMAZON},,,300,30,12.00,130.00\n`,
      `${AMAZON}Gesamtsumme:,,,300,30,12.00,\n,,,,,,\n`,
      `${TIKTOK}Summe,,12.00,300,\n`,
      `${TIKTOK}Total general,,12.00,300,\n`,
    ),
  ).toEqual([
    [[3, 1, 0], [ADDED]],
    [
      [3, 2, 0],
      ['Rows without any value', ADDED],
    ],
    [[2, 1, 0], [ADDED]],
    [[2, 1, 0], [ADDED]],
  ]);
});

it('dropAddedTotals() leaves out nothing without proof, and no row that says what it is of', async () => {
  expect(
    await accounts(
      // A mean, the total of a part, and one number alone.
      `${AMAZON},,,100,10,4.00,43.33\n`,
      `${AMAZON},,,200,20,7.00,80.00\n`,
      `${AMAZON},,,300,,,\n`,
      `${AMAZON}2026-03-04,GBP,Total,300,30,12.00,130.00\n`,
      `${TIKTOK}Sets,,12.00,300,\n`,
    ),
  ).toEqual([
    [[3, 0, 1], []],
    [[3, 0, 1], []],
    [[3, 0, 1], []],
    [[4, 0, 0], []],
    [[3, 0, 0], []],
  ]);
});
