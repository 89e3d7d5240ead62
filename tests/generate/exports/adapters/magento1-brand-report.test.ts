import { expect, it } from 'vitest';
import { ordersCsv, readFiles } from '../exports-fixture.ts';

const ORDERS = ordersCsv(
  '1,2026-01-05,ann@example.com,S1,Mug,1,10',
  '2,2026-01-06,bea@example.com,S1,Mug,1,10',
);

it('readExports() makes a trait of each brand a customer bought, and proves the totals', async () => {
  const report = `customer_id,customer_email,customer_name,Tarn,Loomwell,Brackenloom,Fern & Co,Oakline,total
11,Ann@Example.com,Ann Example,120.50,,0.0000,,"1,250.00",1370.50
12,bea@example.com,Bea Example,,80.0000,,15.5,,95.50
13,cy@example.com,Cy Example,1,,,,,2
,Total,,121.50,80.00,0,15.50,"1,250.00","1,468.00"
`;
  const { files, engine } = await readFiles({ 'orders.csv': ORDERS, 'brands/2026.csv': report });
  const traits = await engine.rows(
    `SELECT c.email, trait, value::DECIMAL(9,2) AS value FROM customer_traits t LEFT JOIN customers c USING (customer)
    ORDER BY c.email, trait`,
  );
  expect(traits).toEqual([
    { email: 'ann@example.com', trait: 'Brackenloom', value: '0.00' },
    { email: 'ann@example.com', trait: 'Oakline', value: '1250.00' },
    { email: 'ann@example.com', trait: 'Tarn', value: '120.50' },
    { email: 'bea@example.com', trait: 'Fern & Co', value: '15.50' },
    { email: 'bea@example.com', trait: 'Loomwell', value: '80.00' },
    { email: null, trait: 'Tarn', value: '1.00' },
  ]);
  const file = files.find(({ path }) => path === 'brands/2026.csv');
  expect(file).toMatchObject({
    adapter: 'magento1-brand-report',
    rows: { in: 4, used: 3, ignored: 1, rejected: 0 },
  });
  expect(file?.reasons.map(({ code, rows }) => [code, rows])).toEqual([
    ['ignored/summary-row', 1],
    ['note/no-figure', 3],
    ['note/total-differs', 1],
  ]);
  expect(file?.reasons[0]?.reason).toMatch(/they state the sums/);
});

it('readExports() knows customers by their id where the report has no address, and reports a wrong row of totals', async () => {
  const { files, engine } = await readFiles({
    'orders.csv': ORDERS,
    'customer_entity.csv':
      'entity_id,entity_type_id,attribute_set_id,website_id,email,group_id,increment_id,store_id,created_at,updated_at,is_active\n7,1,0,1,bea@example.com,1,,1,2024-01-01 08:00:00,2024-01-01 08:00:00,1\n',
    'brands.csv':
      'Customer ID;Tarn;Loomwell;Brackenloom;Fern;Oakline\n7;1;2;;;3\n8;;;;1;\nTotal;1;2;0;1;4\n',
  });
  const traits = await engine.rows(
    `SELECT trait FROM customer_traits JOIN customers USING (customer) WHERE email = 'bea@example.com' ORDER BY trait`,
  );
  expect(traits.map(({ trait }) => trait)).toEqual(['Loomwell', 'Oakline', 'Tarn']);
  const reasons = files.find(({ path }) => path === 'brands.csv')?.reasons;
  expect(reasons?.find(({ code }) => code === 'note/summary-differs')?.example).toBe(
    'all brands: stated 8.0000, rows add up to 7.0000',
  );
});

it('readExports() reads the report as a database gives it, with what it counts of a customer besides', async () => {
  const report = `customer_email;customer_id;orders;last_order;Tarn;Loomwell;Brackenloom;Fern & Co;Oakline;total
ann@example.com;7;7;2025-11-05 10:00:00;6.0000;1.0000;NULL;NULL;0.0000;7.0000
bea@example.com;NULL;2;2025-10-05 09:00:00;\\N;NULL;2.0000;0.0000;NULL;2.0000
NULL;NULL;9;NULL;6.0000;1.0000;2.0000;0.0000;0.0000;9.0000
`;
  const { files, engine } = await readFiles({ 'orders.csv': ORDERS, 'brands.csv': report });
  const traits = await engine.rows(
    `SELECT c.email, trait, value::DECIMAL(9,2) AS value FROM customer_traits t JOIN customers c USING (customer)
    WHERE value <> 0 ORDER BY c.email, trait`,
  );
  expect(traits.map(Object.values)).toEqual([
    ['ann@example.com', 'Loomwell', '1.00'],
    ['ann@example.com', 'Tarn', '6.00'],
    ['bea@example.com', 'Brackenloom', '2.00'],
  ]);
  expect(files.find(({ path }) => path === 'brands.csv')).toMatchObject({
    adapter: 'magento1-brand-report',
    rows: { in: 3, used: 2, ignored: 1, rejected: 0 },
  });
});

it.each([
  ['text beside the address', 'email,a,b,c,d,e\nann@example.com,x,y,z,1,2\n'],
  [
    'accounts, as Magento 1 exports them,',
    'email,_website,_store,confirmation,created_at,created_in,disable_auto_group_change,dob,firstname,gender,group_id,lastname,middlename,password_hash,prefix,reward_update_notification,reward_warning_notification,rp_token,rp_token_created_at,store_id,suffix,taxvat,website_id,password,_address_city,_address_company,_address_country_id,_address_fax,_address_firstname,_address_lastname,_address_middlename,_address_postcode,_address_prefix,_address_region,_address_street,_address_suffix,_address_telephone\nann@example.com,base,default,,2012-10-05 10:00:00,Default Store View,0,,Ann,,1,Example,,abc:12,,1,1,,,1,,,1,,,,,,,,,,,,,,\n',
  ],
  ['four columns of numbers', 'email,a,b,c,d\nann@example.com,1,2,3,4\n'],
])('readExports() leaves a file with %s alone', async (_, text) => {
  const { files } = await readFiles({ 'orders.csv': ORDERS, 'people.csv': text });
  expect(files.find(({ path }) => path === 'people.csv')?.adapter).toBeNull();
});

it('readExports() takes no row of another table for the header of a brand report because it has "Email" in a cell', async () => {
  const { files } = await readFiles({
    'orders.csv': ORDERS,
    'partners.csv': [
      'publisher,kind,impressions,clicks,orders,revenue,commission,influence',
      'One,Content,100,12,1,20.50,2.05,3',
      'Two,Email,200,24,2,41.00,4.10,5',
      'Three,Display,300,36,3,61.50,6.15,7',
      '',
    ].join('\n'),
  });
  expect(files.map(({ path, adapter }) => [path, adapter])).toEqual([
    ['orders.csv', 'generic-orders'],
    ['partners.csv', null],
  ]);
});
