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
