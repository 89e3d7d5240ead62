import { expect, it } from 'vitest';
import { readFiles, shopConfig } from '../exports-fixture.ts';

const CAMPAIGNS =
  'Campaign Name,Subject,Send Time,Total Recipients,Unique Opens,Unique Clicks,Revenue\nSpring,Hello,2025-04-09 09:38:00,100,40,5,12.50\n';

it('readExports() asks for the zone of an account whose export states none', async () => {
  const asked: string[] = [];
  await readFiles({ 'campaigns.csv': CAMPAIGNS }, shopConfig(), asked);
  expect(asked.join()).toContain('klaviyo-campaigns state no zone');
  expect(asked.join()).toContain('Europe/London');

  const told: string[] = [];
  const config = shopConfig({ platforms: { klaviyo: { timeZone: 'America/New_York' } } });
  const { engine } = await readFiles({ 'campaigns.csv': CAMPAIGNS }, config, told);
  expect(told).toEqual([]);
  const [sent] = await engine.rows('SELECT sent_at::VARCHAR AS "at" FROM campaign_results');
  expect(sent).toEqual({ at: '2025-04-09 13:38:00' });
});
