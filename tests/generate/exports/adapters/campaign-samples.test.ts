import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFiles, shopConfig } from '../exports-fixture.ts';

const EXPORTS = '../shared/exports';
const isThere = existsSync(EXPORTS);
const RATES = { EUR: 1, INR: 1, EGP: 1, IDR: 1 };

/** Rows and sums of one real file. */
interface Sample {
  file: string;
  adapter: string;
  rows: { in: number; used: number; ignored: number };
  sums?: Record<string, string | null>;
}

/** Amazon's five reports tell of the same February from five sides; only clicked search terms are listed. */
const february = {
  clicks: '1955',
  spend: '47108.12',
  startsOn: '2020-02-01',
  endsOn: '2020-02-29',
  campaigns: '10',
};

/** Counted by hand (Python's csv, zipfile and decimal), independently of this reader. */
const SAMPLES: Sample[] = [
  {
    file: 'klaviyo/samples/campaign_export_real_excerpt.csv',
    adapter: 'klaviyo-campaigns',
    rows: { in: 8, used: 8, ignored: 0 },
    // The two resends belong to campaigns, one of which is in the excerpt.
    sums: { campaigns: '7', recipients: '283327', opens: '187326', clicks: '1533', orders: '488', revenue: '30576.03' },
  },
  {
    file: 'klaviyo/samples/flow_export_shape_from_third_party_code.csv',
    adapter: 'klaviyo-flows',
    rows: { in: 0, used: 0, ignored: 0 },
  },
  {
    file: 'mailchimp/samples/campaigns__charlesLavignasse.csv',
    adapter: 'mailchimp-campaigns',
    rows: { in: 59, used: 59, ignored: 0 },
    // All zero, so that nothing is known of sales.
    sums: { campaigns: '7', recipients: '137', opens: '125', clicks: '50', orders: null, revenue: null },
  },
  {
    file: 'mailchimp/samples/single_campaign_report_anonymised_fixture.csv',
    adapter: 'mailchimp-report',
    rows: { in: 2, used: 1, ignored: 1 },
    sums: { recipients: '1000', opens: '350', clicks: '100', campaigns: '1' },
  },
  {
    file: 'mailchimp/samples/ab_campaign_report_anonymised_fixture.csv',
    adapter: 'mailchimp-ab-report',
    rows: { in: 2, used: 2, ignored: 0 },
    sums: { recipients: '3501', opens: '266', clicks: '47', campaigns: '1' },
  },
  {
    file: 'mailchimp/samples/audience_fixture__honey_format.csv',
    adapter: 'mailchimp-audience',
    rows: { in: 1, used: 1, ignored: 0 },
  },
  {
    // Its columns about people were taken out: nobody can be told.
    file: 'mailchimp/samples/subscribed_members_export__semicolon_resaved.redacted.csv',
    adapter: 'mailchimp-audience',
    rows: { in: 24, used: 24, ignored: 0 },
  },
  {
    file: 'google-ads/samples/campaign_report__1123alberto.csv',
    adapter: 'google-ads',
    rows: { in: 6, used: 3, ignored: 3 },
    sums: { campaigns: '3', impressions: '0', clicks: '0', spend: '0.00', startsOn: '2026-03-27', endsOn: '2026-04-23' },
  },
  {
    file: 'google-ads/samples/campaign_report__SpiritS0uL.csv',
    adapter: 'google-ads',
    rows: { in: 0, used: 0, ignored: 0 },
  },
  {
    file: 'meta-ads/samples/campaign_level_with_blank_summary_row.csv',
    adapter: 'meta-ads',
    rows: { in: 6, used: 5, ignored: 1 },
    sums: { campaigns: '2', impressions: '93675', clicks: '17218', spend: '314467.00', startsOn: '2026-08-02', endsOn: '2026-08-02' },
  },
  {
    file: 'meta-ads/samples/campaign_level_default_columns_fixture.csv',
    adapter: 'meta-ads',
    rows: { in: 2, used: 2, ignored: 0 },
    sums: { campaigns: '2', impressions: '2897', clicks: '75', conversions: '11.00', spend: '190.00', startsOn: '2023-07-23', endsOn: '2026-08-22' },
  },
  {
    file: 'meta-ads/samples/ads_manager_2014_2018__natasha0824inkf.csv',
    adapter: 'meta-ads',
    rows: { in: 39, used: 38, ignored: 1 },
    sums: { campaigns: '8', impressions: null, spend: null, startsOn: '2015-04-04', endsOn: '2016-02-28' },
  },
  {
    file: 'amazon-ads/samples/SP_Campaign_report__umairnsr87.csv',
    adapter: 'amazon-ads-campaigns',
    rows: { in: 182, used: 182, ignored: 0 },
    sums: { ...february, impressions: '640242', orders: '194', revenue: '71129.81' },
  },
  {
    file: 'amazon-ads/samples/Sponsored_Products_Advertised_product_report__umairnsr87.xlsx',
    adapter: 'amazon-ads-advertised-products',
    rows: { in: 265, used: 265, ignored: 0 },
    sums: { ...february, impressions: '640262', orders: '194', revenue: '71129.81' },
  },
  {
    file: 'amazon-ads/samples/Sponsored_Products_Placement_report_1__umairnsr87.xlsx',
    adapter: 'amazon-ads-placement',
    rows: { in: 545, used: 545, ignored: 0 },
    sums: { ...february, impressions: '640262', orders: '194', revenue: '71129.81' },
  },
  {
    file: 'amazon-ads/samples/Sponsored_Products_Search_term_report__umairnsr87.xlsx',
    adapter: 'amazon-ads-search-terms',
    rows: { in: 923, used: 923, ignored: 0 },
    sums: { ...february, impressions: '333570', orders: '193', revenue: '70853.92' },
  },
  {
    file: 'amazon-ads/samples/Sponsored_Products_Targeting_report_1__umairnsr87.xlsx',
    adapter: 'amazon-ads-targeting',
    rows: { in: 1683, used: 1683, ignored: 0 },
    sums: { ...february, impressions: '640262', orders: '194', revenue: '71129.81' },
  },
  {
    file: 'tiktok/samples/ads_manager_fixture.csv',
    adapter: 'tiktok-ads',
    rows: { in: 1, used: 1, ignored: 0 },
    sums: { impressions: '8400', clicks: '142', spend: '18.50', startsOn: '2026-07-14', endsOn: '2026-07-14' },
  },
  {
    file: 'ga4/samples/data-export__LilyHeAsamiko.csv',
    adapter: 'ga4',
    rows: { in: 131, used: 3, ignored: 128 },
    sums: { campaigns: '3', impressions: '6', revenue: null, startsOn: '2023-04-24', endsOn: '2023-05-21' },
  },
  {
    file: 'ga4/samples/data-export__Winseyy10.csv',
    adapter: 'ga4',
    rows: { in: 156, used: 1, ignored: 155 },
    sums: { campaigns: '1', impressions: '7', startsOn: '2023-09-23', endsOn: '2023-10-20' },
  },
  {
    file: 'ga4/samples/data-export__uttamdangi.csv',
    adapter: 'ga4',
    rows: { in: 130, used: 1, ignored: 129 },
    sums: { campaigns: '1', impressions: '10', startsOn: '2023-03-22', endsOn: '2023-04-18' },
  },
  {
    file: 'ga4/samples/data-export__chirayu32.csv',
    adapter: 'ga4',
    rows: { in: 58, used: 58, ignored: 0 },
    sums: { campaigns: '2', impressions: '9958', startsOn: '2024-04-07', endsOn: '2024-05-03' },
  },
  {
    file: 'ga4/samples/data-export__podmeister81.csv',
    adapter: 'ga4',
    rows: { in: 39, used: 0, ignored: 39 },
  },
  {
    file: 'ga4/samples/data-export__indigo-poesies.csv',
    adapter: 'ga4',
    rows: { in: 6, used: 0, ignored: 6 },
  },
]; // prettier-ignore

const SUMS = `SELECT count(DISTINCT campaign)::VARCHAR AS campaigns, min(starts_on)::VARCHAR AS "startsOn",
  max(ends_on)::VARCHAR AS "endsOn", sum(impressions)::VARCHAR AS impressions, sum(recipients)::VARCHAR AS recipients,
  sum(opens)::VARCHAR AS opens, sum(clicks)::VARCHAR AS clicks, sum(orders)::VARCHAR AS orders,
  sum(conversions)::DECIMAL(18,2)::VARCHAR AS conversions, sum(revenue)::DECIMAL(18,2)::VARCHAR AS revenue,
  sum(spend)::DECIMAL(18,2)::VARCHAR AS spend FROM campaign_results`;

describe.skipIf(!isThere)(
  'readExports() on real exports of campaigns (skipped where ../shared is missing)',
  () => {
    it.each(SAMPLES)('reads $file to its hand-counted figures', async (sample) => {
      const name = sample.file.split('/').at(-1) ?? '';
      const { files, engine } = await readFiles(
        { [name]: readFileSync(`${EXPORTS}/${sample.file}`) },
        shopConfig({ rates: RATES }),
      );
      expect(files.map(({ adapter, rows }) => ({ adapter, rows }))).toEqual([
        { adapter: sample.adapter, rows: { ...sample.rows, rejected: 0 } },
      ]);
      const [sums] = await engine.rows(SUMS);
      expect(sums).toMatchObject(sample.sums ?? {});
    });
  },
);
