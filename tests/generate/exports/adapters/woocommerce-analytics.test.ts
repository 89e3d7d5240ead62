import { expect, it } from 'vitest';
import { readFiles, shopConfig } from '../exports-fixture.ts';

const RECENT =
  'Date,"Order #","N. Revenue (formatted)",Status,Customer,"Customer type",Product(s),"Items sold",Coupon(s),"Net Sales",Attribution';
const CORE =
  'Date,"Order #","N. Revenue (formatted)",Status,Customer,"Customer type",Product(s),"Items sold",Coupon(s),"N. Revenue"';

const JUNE = [
  RECENT,
  // Names hold a comma, and what looks like the beginning of an item.
  '2026-06-01 9:05:00,501,"£37.50 £25.00",completed,Ann Example,new,"2× Tea, green, 1× Mug 3× big &amp; round",3,SUMMER,30.01,"Organic: Google"',
  '2026-06-02 10:00:00,502,"£1,234.50",processing,Ben Example,returning,"1× Sofa",1,,1200.00,Direct',
  // A report without items, as some tools place orders.
  '2026-06-03 10:00:00,503,£12.00,on-hold,,new,,2,,12.00,Unknown',
  // Refunds: rows of their own under the order's number, guarded against formulas.
  '2026-06-04 11:00:00,501,"£37.50 £25.00",completed,Ann Example,new,"\'-1× Mug 3× big &amp; round",\'-1,,\'-12.50,"Organic: Google"',
  '2026-06-05 11:00:00,501,"£37.50 £25.00",completed,Ann Example,new,,0,,\'-1.25,"Organic: Google"',
  '2026-06-06 10:00:00,504,£5.00,wc-cancelled,,new,1× Mug,1,,5.00,Direct',
  '2026-06-07 10:00:00,505,£5.00,failed,,new,1× Mug,1,,5.00,Direct',
  '2026-06-08 10:00:00,506,£5.00,checkout-draft,,new,1× Mug,1,,5.00,Direct',
  '',
].join('\n');

/** The next month, in the columns of an older version: the refund of an order that the first file holds. */
const JULY = [
  CORE,
  '2026-07-01 10:00:00,502,"£1,234.50",processing,Ben Example,returning,,0,,\'-200.00',
  '2026-07-02 10:00:00,507,£8.00,completed,,new,4× Cup,4,,8.00',
  '2026-07-02 11:00:00,508,£6.00,wc-refunded,,new,1× Cup,1,,6.00',
  '2026-07-02 12:00:00,509,£6.00,gift-wrapped,,new,1× Cup,1,,6.00',
  // Its order is in no file.
  "2026-07-03 10:00:00,400,£9.00,completed,,new,,0,,'-9.00",
  '',
].join('\n');

it('readExports() reads WooCommerce’s report of orders: items by name, refunds as money of their order', async () => {
  const { files, engine } = await readFiles({ 'june.csv': JUNE, 'july.csv': JULY }, shopConfig());
  expect(files.map(({ path, adapter, rows }) => [path, adapter, rows])).toEqual([
    ['july.csv', 'woocommerce-analytics', { in: 5, used: 4, ignored: 0, rejected: 1 }],
    ['june.csv', 'woocommerce-analytics', { in: 8, used: 7, ignored: 1, rejected: 0 }],
  ]);
  const codes = (path: string): [string, number][] =>
    (files.find((file) => file.path === path)?.reasons ?? []).map(({ code, rows }) => [code, rows]);
  expect(codes('june.csv')).toEqual([
    ['ignored/draft', 1],
    ['note/no-lines', 1],
    ['note/cancelled', 1],
    ['note/unpaid', 1],
    ['note/no-customer', 5],
    ['note/refund-row', 2],
    ['note/shared-net', 1],
  ]);
  expect(codes('july.csv')).toContainEqual(['row/no-order', 1]);
  expect(codes('july.csv')).toContainEqual(['note/own-status', 1]);
  expect(
    await engine.rows(
      `SELECT split_part(order_key, ':', 2) AS "order", channel, cancelled, gross::DECIMAL(9,2) AS gross, fees::DECIMAL(9,2) AS besides,
        refund::DECIMAL(9,2) AS refund, total::DECIMAL(9,2) AS total FROM orders ORDER BY 1`,
    ),
  ).toEqual([
    {
      order: '501',
      channel: 'organic: google',
      cancelled: false,
      gross: '30.01',
      besides: '7.49',
      refund: '13.75',
      total: '37.50',
    },
    {
      order: '502',
      channel: 'direct',
      cancelled: false,
      gross: '1200.00',
      besides: '34.50',
      refund: '200.00',
      total: '1234.50',
    },
    {
      order: '503',
      channel: null,
      cancelled: false,
      gross: '12.00',
      besides: null,
      refund: null,
      total: '12.00',
    },
    {
      order: '504',
      channel: 'direct',
      cancelled: true,
      gross: '5.00',
      besides: null,
      refund: null,
      total: '5.00',
    },
    {
      order: '505',
      channel: 'direct',
      cancelled: true,
      gross: '5.00',
      besides: null,
      refund: null,
      total: '5.00',
    },
    {
      order: '507',
      channel: null,
      cancelled: false,
      gross: '8.00',
      besides: null,
      refund: null,
      total: '8.00',
    },
    {
      order: '508',
      channel: null,
      cancelled: false,
      gross: '6.00',
      besides: null,
      refund: '6.00',
      total: '6.00',
    },
    {
      order: '509',
      channel: null,
      cancelled: false,
      gross: '6.00',
      besides: null,
      refund: null,
      total: '6.00',
    },
  ]);
  // 30.01 for three pieces: 20.0066 for two, and the rest for one.
  expect(
    await engine.rows(
      `SELECT title, quantity::INTEGER AS quantity, value::DECIMAL(9,4) AS value FROM order_lines
      WHERE order_key LIKE '%:501' OR order_key LIKE '%:503' OR order_key LIKE '%:507' ORDER BY order_key, line`,
    ),
  ).toEqual([
    { title: 'Tea, green', quantity: 2, value: '20.0066' },
    { title: 'Mug 3× big & round', quantity: 1, value: '10.0034' },
    { title: null, quantity: 2, value: '12.0000' },
    { title: 'Cup', quantity: 4, value: '8.0000' },
  ]);
});

it('woocommerce-analytics reads totals whose currency is an HTML entity, or that have spaces between thousands', async () => {
  const rows = [
    CORE,
    '2026-06-01 9:05:00,1,"&#2547;&nbsp;2,999",completed,,new,1× Mug,1,,2900',
    '2026-06-01 9:06:00,2,"1&nbsp;234,50&nbsp;&euro;",completed,,new,1× Mug,1,,1200.00',
    '',
  ];
  const { engine } = await readFiles({ 'orders.csv': rows.join('\n') }, shopConfig());
  expect(
    await engine.rows(
      'SELECT total::DECIMAL(9,2) AS total, fees::DECIMAL(9,2) AS besides FROM orders ORDER BY order_key',
    ),
  ).toEqual([
    { total: '2999.00', besides: '99.00' },
    { total: '1234.50', besides: '34.50' },
  ]);
});

/** The same two orders and a refund as language packs of several years write the columns. */
const LANGUAGES: Record<string, string> = {
  de: 'Datum,"Bestellnummer #","N.-Umsatz (formatiert)",Status,Kunde,Kundentyp,Produkt(e),"Verkaufte Artikel",Gutschein(e),Nettoumsatz,Zuordnung',
  'de-2022':
    'Datum,"Bestellnummer #","N.-Umsatz (formatiert)",Status,Kunde,Kundentyp,Produkt(e),"Verkaufte Artikel",Gutschein(e),"N.- Umsatz",Zuordnung',
  fr: 'Date,"Commande n°","Revenu net (formaté)",État,Client,"Type de client",Produit(s),"Articles vendus","Code(s) promo","Ventes nettes",Attribution',
  es: 'Fecha,"Pedido #","Ingresos netos (con formato)",Estado,Cliente,"Tipo de cliente",Producto(s),"Artículos vendidos",Cupón(es),"Ventas netas",Atribución',
  it: 'Data,"Ordine n.","N. fatturato (formattato)",Stato,Cliente,"Tipo di cliente",Prodotto/prodotti,"Elementi venduti","Codici promozionali","N. Fatturato",Attribution',
  nl: 'Datum,"Bestelling #","N. inkomsten (geformatteerd)",Status,Klant,Klanttype,Product(en),"Verkochte items",Waardebon(nen),Netto-omzet,Toewijzing',
  pt: 'Data,"Pedido #","Receita líquida (formatado)",Status,Cliente,"Tipo de cliente",Produto(s),"Itens vendidos",Cupom(ns),"Receita liquida",Attribution',
  da: 'Dato,"Ordre #","Nettoomsætning (Formatteret)",Status,Kunde,Kundetype,Vare(r),"Enheder solgt",Rabatkupon(er),"Given omsætning",Attribution',
  sv: 'Datum,Beställningsnr.,"Nettointäkter (formaterat)",Status,Kund,Kundtyp,Produkt/produkter,"Sålda artiklar",Rabattkod/rabattkoder,"N. Intäkt",Attribution',
  pl: 'Data,"Zamówienie nr","Przychód netto (sformatowany)",Status,Klient,"Typ klienta",Produkt(y),"Sprzedane produkty",Kupon(y),"Sprzedaż netto",Atrybucja',
  hr: 'Datum,"Broj narudžbe","N. prihod (formatirano)",Status,Kupac,"Vrsta kupca",Proizvod(i),"Prodane stavke",Kupon(i),"Neto prodaja",Atribucija',
  // Packs that translate only some of the columns.
  fi: '"Päiväys/ aika","Tilaus nro.","N. Revenue (formatted)",Tila,Asiakas,"Asiakkaan tyyppi",Tuote(-et),"Myydyt tuotteet",Kuponkikoodi(t),"N. liikevaihto",Attribution',
};

it.each(Object.entries(LANGUAGES))(
  'woocommerce-analytics reads the columns as they are called in %s',
  async (_language, header) => {
    const report = [
      header,
      '2026-06-01 9:05:00,501,"1.234,50&nbsp;&euro; 1.224,50&nbsp;&euro;",completed,"Ann Example",new,"2× Tee, grün, 1 × Becher",3,,1200.00,Direkt',
      '2026-06-02 10:00:00,502,"8,00&nbsp;&euro;",processing,"Ben Example",returning,"1× Becher",1,,8.00,Direkt',
      '2026-06-04 11:00:00,501,"1.234,50&nbsp;&euro; 1.224,50&nbsp;&euro;",completed,"Ann Example",new,,0,,\'-10.00,Direkt',
      '',
    ].join('\n');
    const { files, engine } = await readFiles({ 'wc-orders.csv': report }, shopConfig());
    expect(files.map(({ adapter, rows }) => [adapter, rows.used, rows.rejected])).toEqual([
      ['woocommerce-analytics', 3, 0],
    ]);
    expect(
      await engine.rows(
        `SELECT gross::DECIMAL(9,2) AS gross, fees::DECIMAL(9,2) AS besides, refund::DECIMAL(9,2) AS refund,
          total::DECIMAL(9,2) AS total, channel FROM orders ORDER BY total`,
      ),
    ).toEqual([
      { gross: '8.00', besides: null, refund: null, total: '8.00', channel: 'direkt' },
      { gross: '1200.00', besides: '34.50', refund: '10.00', total: '1234.50', channel: 'direkt' },
    ]);
    expect(await engine.rows('SELECT title FROM order_lines ORDER BY title')).toEqual([
      { title: 'Becher' },
      { title: 'Becher' },
      { title: 'Tee, grün' },
    ]);
  },
);
