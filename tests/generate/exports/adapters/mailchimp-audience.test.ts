import { expect, it } from 'vitest';
import { ordersCsv, readFiles, shopConfig } from '../exports-fixture.ts';
import { reasonCounts } from './campaign-rows.ts';

const HEADER =
  '"Email Address","First Name","Last Name","Favourite tea",MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS';
const person = (email: string, id: string): string =>
  `${email},Ann,Ample,Sencha,2,,,"2026-03-16 14:40:47",192.0.2.7,40.7128000,'-73.9703000,,,,us,ny,"2026-03-16 14:40:47",${id},eu${id},,"""VIP"",""Blog"""`;

const SUBSCRIBED = `${HEADER}\n${person('ann@example.com', '1')}\n${person('zoe@example.com', '2')}\n`;
const UNSUBSCRIBED = `${HEADER.replace(',LEID', ',UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_CAMPAIGN_ID,UNSUB_REASON,UNSUB_REASON_OTHER,LEID')}
${person('bob@example.com', '3').replace(',3,eu3', ',"2026-04-01 08:00:00","Tea sale",12ab,NORMAL,,3,eu3')}\n`;
const CLEANED = `${HEADER.replace(',LEID', ',CLEAN_TIME,CLEAN_CAMPAIGN_TITLE,CLEAN_CAMPAIGN_ID,LEID')}
${person('cat@example.com', '4').replace(',4,eu4', ',"2026-04-02 08:00:00","Tea sale",12ab,4,eu4')}\n`;
const NONSUBSCRIBED = `${HEADER}\n${person('dan@example.com', '5').replace('"2026-03-16 14:40:47",192', ',192')}\n`;
/** Saved again by a spreadsheet program: semicolons, and years of two digits. */
const RESAVED = `${HEADER.replaceAll(',', ';')}
eve@example.com;Eve;Eager;Assam;4;27/05/26 11:10;;27/05/26 11:12;;0.0000000;0.0000000;;;;gb;eng;27/05/26 11:12;6;eu6;;\n`;

it('reads Mailchimp’s audience: who may be written to shows in the columns or the file’s name', async () => {
  const buyers = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay'];
  const { files, engine } = await readFiles(
    {
      'orders.csv': ordersCsv(
        ...buyers.map((name, n) => `${n},2026-07-01,${name}@example.com,S1,Mug,1,10.00`),
      ),
      'subscribed_members_export_1a2b.csv': SUBSCRIBED,
      'unsubscribed_members_export_1a2b.csv': UNSUBSCRIBED,
      'cleaned_members_export_1a2b.csv': CLEANED,
      'nonsubscribed_members_export_1a2b.csv': NONSUBSCRIBED,
      'resaved.csv': RESAVED,
    },
    shopConfig(),
  );
  const audience = files.filter(({ adapter }) => adapter === 'mailchimp-audience');
  expect(audience.map(({ path, rows }) => [path.split('_')[0], rows.used])).toEqual([
    ['cleaned', 1],
    ['nonsubscribed', 1],
    ['resaved.csv', 1],
    ['subscribed', 2],
    ['unsubscribed', 1],
  ]);
  expect(audience.map((file) => reasonCounts(file)['note/no-email'] ?? 0)).toEqual([0, 0, 0, 0, 0]);
  const consents = await engine.rows(
    'SELECT email, accepts_marketing AS accepts FROM customers ORDER BY email',
  );
  expect(consents.map(({ email, accepts }) => [email, accepts])).toEqual([
    ['ann@example.com', true],
    ['bob@example.com', false],
    ['cat@example.com', false],
    ['dan@example.com', null],
    ['eve@example.com', true],
    ['fay@example.com', null],
  ]);
  expect(JSON.stringify(files)).not.toMatch(/example\.com|Ample|192\.0|Sencha/);
});

it('mailchimp-audience knows people who were cleaned since, in a file without LAST_CHANGED', async () => {
  const cleaned = CLEANED.replace(',LAST_CHANGED', '').replace(',us,ny,"2026-03-16 14:40:47"', ',us,ny'); // prettier-ignore
  const { files, engine } = await readFiles(
    {
      'orders.csv': ordersCsv('1,2026-07-01,cat@example.com,S1,Mug,1,10.00'),
      'march/subscribed_members_export_1a2b.csv': `${HEADER}\n${person('cat@example.com', '4')}\n`,
      'april/cleaned_members_export_1a2b.csv': cleaned,
    },
    shopConfig(),
  );
  expect(files.map(({ adapter, rows }) => [adapter, rows.used, rows.ignored])).toEqual([
    ['mailchimp-audience', 1, 0],
    ['mailchimp-audience', 0, 1],
    ['generic-orders', 1, 0],
  ]);
  expect(await engine.rows('SELECT accepts_marketing AS accepts FROM customers')).toEqual([
    { accepts: false },
  ]);
});

it.each(['Email', 'E-Mail-Adresse', 'Adresse e-mail', 'Correo electrónico'])(
  'mailchimp-audience finds the addresses of an audience that calls their field %s',
  async (label) => {
    const { files, engine } = await readFiles({
      'orders.csv': ordersCsv('1,2026-07-01,ann@example.com,S1,Mug,1,10.00'),
      'subscribed_members_export_1a2b.csv': `${HEADER.replace('Email Address', label)}\n${person('ann@example.com', '1')}\n`,
    });
    expect(reasonCounts(files.find(({ path }) => path.startsWith('sub')))).toEqual({});
    expect(await engine.rows('SELECT email, accepts_marketing AS accepts FROM customers')).toEqual([
      { email: 'ann@example.com', accepts: true },
    ]);
  },
);

it('mailchimp-audience reads the field of the address where the audience has one called Email besides', async () => {
  const { engine } = await readFiles({
    'orders.csv': ordersCsv('1,2026-07-01,ann@example.com,S1,Mug,1,10.00'),
    'subscribed_members_export_1a2b.csv': `Email,${HEADER}\nwork@example.com,${person('ann@example.com', '1')}\n`,
  });
  expect(await engine.rows('SELECT email, accepts_marketing AS accepts FROM customers')).toEqual([
    { email: 'ann@example.com', accepts: true },
  ]);
});
