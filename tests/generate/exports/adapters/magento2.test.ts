import { expect, it } from 'vitest';
import { failure, readFiles, shopConfig } from '../exports-fixture.ts';

const ORDERS_HEADER =
  'ID,"Purchase Point","Purchase Date","Bill-to Name","Ship-to Name","Grand Total (Base)","Grand Total (Purchased)",Status,"Billing Address","Shipping Address","Shipping Information","Customer Email","Customer Group",Subtotal,"Shipping and Handling","Customer Name","Payment Method","Total Refunded","Allocated sources","Pickup Location Code","Braintree Transaction Source","Dispute State"';
const CUSTOMERS_HEADER =
  'ID,Name,Email,Group,Phone,ZIP,Country,State/Province,"Customer Since","Web Site","Confirmed email","Account Created in","Billing Address","Shipping Address","Date of Birth","Tax VAT Number",Gender,"Street Address",City,Fax,"VAT Number",Company,"Billing Firstname","Billing Lastname","Account Lock"';

function order(
  id: string,
  day: string,
  money: [string, string, string, string],
  status = 'Complete',
): string {
  const [total, subtotal, shipping, refunded] = money;
  return `${id},"Main Website\n    Main Store\n        English","${day}","Ann A","Ann A",${total},${total},${status},"1 Road,Town","1 Road,Town","Flat Rate",Ann@example.com,General,${subtotal},${shipping},"Ann A",checkmo,${refunded},,,,`;
}

it('readExports() makes each order of Magento 2’s list one line, with tax or discount as what is left over', async () => {
  const { files, engine, arithmetic } = await readFiles(
    {
      'export.csv': `${[
        ORDERS_HEADER,
        order('000000123', 'Jan 5, 2024 02:15:33 PM', [
          '126.0000',
          '100.0000',
          '6.0000',
          '30.0000',
        ]),
        order('000000124', 'Jan 25, 2024 12:15:33 AM', ['86.0000', '100.0000', '6.0000', '']),
        order(
          '000000125',
          'Feb 5, 2024 11:15:33 AM',
          ['10.0000', '10.0000', '0.0000', ''],
          'Canceled',
        ),
        // Excel took the zeros.
        order('126', 'Feb 6, 2024 11:15:33 AM', ['10.0000', '10.0000', '0.0000', '']),
      ].join('\n')}\n`,
      'customers.csv': `${CUSTOMERS_HEADER}\n7,"Ann A",ann@example.com,General,"020 7946 0000",,,,"Dec 31, 2023 1:00:00 PM","Main Website",,,,,,,,,,,,,,,Unlocked\n`,
    },
    shopConfig({
      currency: 'EUR',
      rates: { GBP: 1.2 },
      platforms: { magento2: { currency: 'GBP' } },
    }),
  );
  const orders = await engine.rows(
    `SELECT order_key, placed_at::VARCHAR AS placed, channel, cancelled, (total / 1.2)::DECIMAL(9,2) AS total, (tax / 1.2)::DECIMAL(9,2) AS tax,
      (o.discount / 1.2)::DECIMAL(9,2) AS discount, (refund / 1.2)::DECIMAL(9,2) AS refund, (value / 1.2)::DECIMAL(9,2) AS value, whole_order
    FROM orders o JOIN order_lines USING (order_key) ORDER BY order_key LIMIT 2`,
  );
  const common = { channel: 'English', cancelled: false, value: '100.00', whole_order: true };
  expect(orders).toEqual([
    {
      order_key: 'magento2:000000123',
      placed: '2024-01-05 14:15:33',
      total: '126.00',
      tax: '20.00',
      discount: '0.00',
      refund: '30.00',
      ...common,
    },
    {
      order_key: 'magento2:000000124',
      placed: '2024-01-25 00:15:33',
      total: '86.00',
      tax: '0.00',
      discount: '20.00',
      refund: null,
      ...common,
    },
  ]);
  const file = files.find(({ path }) => path === 'export.csv');
  expect(file).toMatchObject({
    adapter: 'magento2-order-grid',
    rows: { in: 4, used: 3, rejected: 1 },
  });
  expect(file?.reasons.map(({ code, rows }) => [code, rows])).toEqual([
    ['row/spreadsheet-damage', 1],
    ['note/no-lines', 3],
  ]);
  // A remainder proves nothing.
  expect(arithmetic).toMatchObject([{ source: 'magento2', checked: 0 }]);
  expect(files.find(({ path }) => path === 'customers.csv')).toMatchObject({
    adapter: 'magento2-customers',
    rows: { in: 1, used: 1 },
  });
});

it('readExports() refuses rows that Magento 2.0 shifted where a spreadsheet program has saved them since', async () => {
  const shifted = order('000000123', 'Jan 5, 2024 02:15:33 PM', ['1', '1', '0', ''])
    .replace('Complete,', 'Complete,,')
    .replace('General,', 'General,,')
    .replace('checkmo,', 'checkmo,,');
  const text = `${[ORDERS_HEADER, shifted, shifted.replace('123', '124')].join('\n')}\n`;
  const error = await failure(readFiles({ 'export.csv': text.replaceAll(/,(?! 2024)/g, ';') }));
  expect(error.code).toBe('export/too-many-rejected');
  expect(error.issues[0]).toMatchObject({
    line: 2,
    column: 'Customer Email',
    expected: expect.stringContaining('Magento 2.0') as string,
  });
});

it('readExports() reads Magento 2’s lists with the words of its German and French packs', async () => {
  const german = [
    'Id,Verkaufsort,Kaufdatum,Rechnungsname,Versandname,Gesamtsumme (Basis),Gesamtsumme (Einkauf),Status,Rechnungsadresse,Lieferadresse,Versandinformation,Kunden-E-Mail,Kundengruppe,Zwischensumme,Versand und Bearbeitung,Kundenname,Zahlungsart,Gesamterstattung',
    '000000201,"Laden",13.03.2026 10:15:00,Ann A,Ann A,"1.126,00 €","1.126,00 €",Vollständig,x,x,x,ann@example.com,Allgemein,"1.000,00 €","6,00 €",Ann A,checkmo,"0,00 €"',
    '000000202,"Laden",14.03.2026 09:00:00,Bo B,Bo B,"10,00 €","10,00 €",Storniert,x,x,x,bo@example.com,Allgemein,"10,00 €","0,00 €",Bo B,checkmo,',
  ];
  const french =
    'Identifiant,Nom,Email,Groupe,Téléphone,Code postal,Pays,État/Région,Client depuis,Site Web,Email confirmé,Compte créé dans\n7,Ann A,ann@example.com,Général,,,,,31/12/2025 13:00:00,Site,,Vue\n';
  const { files, engine } = await readFiles(
    { 'clients.csv': french, 'export.csv': `${german.join('\n')}\n` },
    shopConfig({ currency: 'EUR' }),
  );
  expect(files.map(({ adapter, rows }) => [adapter, rows.used, rows.rejected])).toEqual([
    ['magento2-customers', 1, 0],
    ['magento2-order-grid', 2, 0],
  ]);
  expect(
    await engine.rows(
      `SELECT order_key, placed_on::VARCHAR AS "on", cancelled, total::DECIMAL(9,2) AS total, tax::DECIMAL(9,2) AS tax, shipping::DECIMAL(9,2) AS shipping FROM orders ORDER BY order_key`,
    ),
  ).toEqual([
    { order_key: 'magento2:000000201', on: '2026-03-13', cancelled: false, total: '1126.00', tax: '120.00', shipping: '6.00' },
    { order_key: 'magento2:000000202', on: '2026-03-14', cancelled: true, total: '10.00', tax: '0.00', shipping: '0.00' },
  ]); // prettier-ignore
});

it('magento2-order-grid takes back the empty cells that Magento 2.0 writes behind labels', async () => {
  const header = ORDERS_HEADER.split(',').slice(0, 18).join(',');
  // The second payment method is of a module that is gone: no label, and no cell too many.
  const row = (id: string, payment: string): string =>
    `${id},"Main Store","Jan 5, 2024 02:15:33 PM","Ann A","Ann A",126.0000,126.0000,Complete,,,,"Flat Rate",ann@example.com,General,,100.0000,6.0000,"Ann A",${payment},30.0000`;
  const { files, engine } = await readFiles(
    { 'export.csv': [header, row('000000123', 'checkmo,'), row('000000124', ''), ''].join('\n') },
    shopConfig({ currency: 'EUR' }),
  );
  expect(files[0]).toMatchObject({
    adapter: 'magento2-order-grid',
    rows: { in: 2, used: 2, ignored: 0, rejected: 0 },
  });
  expect(
    await engine.rows(
      `SELECT total::INTEGER AS total, tax::INTEGER AS tax, shipping::INTEGER AS shipping, refund::INTEGER AS refund, customer IS NOT NULL AS known
      FROM orders ORDER BY order_key`,
    ),
  ).toEqual(
    Array.from({ length: 2 }, () => ({
      total: 126,
      tax: 20,
      shipping: 6,
      refund: 30,
      known: true,
    })),
  );
});

it('readExports() takes an order of two Magento 2 lists once, as the newer one has it', async () => {
  const list = (...rows: string[]): string => `${[ORDERS_HEADER, ...rows].join('\n')}\n`;
  const money = (total: string): [string, string, string, string] => [total, total, '0.0000', ''];
  const { files, engine } = await readFiles({
    'january.csv': list(
      order('000000123', 'Jan 5, 2024 02:15:33 PM', money('10.0000')),
      order('000000124', 'Jan 26, 2024 02:15:33 PM', money('20.0000'), 'Pending Payment'),
      order('000000125', 'Jan 27, 2024 02:15:33 PM', money('40.0000'), 'Pending Payment'),
    ),
    'february.csv': list(
      order('000000124', 'Jan 26, 2024 02:15:33 PM', money('20.0000'), 'Processing'),
      order('000000126', 'Feb 6, 2024 02:15:33 PM', money('30.0000')),
    ),
  });
  const orders = await engine.rows(
    'SELECT substr(order_key, 10) AS number, cancelled, total::DECIMAL(9,2) AS total FROM orders ORDER BY order_key',
  );
  expect(orders.map(Object.values)).toEqual([
    ['000000123', false, '10.00'],
    ['000000124', false, '20.00'],
    ['000000125', true, '40.00'],
    ['000000126', false, '30.00'],
  ]);
  expect(files.flatMap(({ reasons }) => reasons.map(({ code, rows }) => [code, rows]))).toEqual(
    expect.arrayContaining([
      ['ignored/overlap', 1],
      ['note/unpaid', 1],
    ]),
  );
});

/** The lists of orders and customers as further language packs call their columns, with "Canceled" and "Pending Payment". */
const PACKS: Record<
  string,
  [orders: string, cancelled: string, unpaid: string, customers: string]
> = {
  'French (of its community)': [
    'ID,Acheté sur,Date d’achat,Nom de facturation,Nom de livraison,Total (devise de base),Total (commandé),Statut,Adresse de facturation,Adresse de livraison,Informations de livraison,Email du client,Groupe de clients,Sous-total,Livraison et frais de traitement,Nom du client,Mode de paiement,Total remboursé',
    'Annulée',
    'En attente de paiement',
    'ID,Nom,Email,Groupe,Téléphone,Code postal,Pays,État/Province,Client depuis,Site web,Email confirmé,Compte créé dans',
  ],
  Polish: [
    'Identyfikator,Miejsce zakupu,Data zakupu,Rachunek na,Dostawa do,Łączna suma (podstawowy),Łączna suma (zakupu),Stan,Adres rozliczeniowy,Adres wysyłki,Informacje o dostawie,E-mail klienta,Grupa klienta,Suma częściowa,Dostawa i obsługa,Nazwisko klienta,Metoda płatności,Łącznie zwrócono',
    'Anulowane',
    'Oczekuje na płatność',
    'Identyfikator,Nazwa,E-mail,Grupa,Telefon,Kod pocztowy,Kraj,Województwo,Klient od,Witryna,Potwierdzony e-mail,Miejsce utworzenia',
  ],
  Swedish: [
    'ID,Beställningspunkt,Inköpsdatum,Fakturamottagarens namn,Mottagarnamn,Totalsumma (bas),Totalsumma (köpt),Status,Faktureringsadress,Leveransadress,Leveransinformation,Kund e-post,Kundgrupp,Delsumma,Frakt & hantering,Kundnamn,Betalningsmetod,Totalt återbetalt',
    'Avbruten',
    'Inväntar betalning',
    'ID,Namn,E-post,Grupp,Telefon,Postnummer,Land,Län,Kund sedan,Webbplats,Bekräftad e-post,Konto skapat i',
  ],
  // Danish and Norwegian leave some names in English.
  Danish: [
    'ID,Købstidspunkt,Purchase Date,Fakturanavn,Leveringsnavn,Total (Grundlag),Grand Total (Purchased),Status,Faktureringsadresse,Leveringsadresse,Leveringsinformation,Customer Email,Kundegruppe,Subtotal,Levering og håndtering,Customer Name,Betalingsmetode,Refunderet i alt',
    'Annulleret',
    'Afventer betaling',
    'ID,Navn,E-mail,Gruppe,Telefon,Postnr.,Land,Stat eller Region,Kunde siden,Hjemmeside,Bekræftet e-mail,Konto oprettet i',
  ],
  Norwegian: [
    'ID,Kjøpspunkt,Purchase Date,Faktura til-navn,Lever til-navn,Grand Total (Base),Totalsum (kjøpt),Status,Faktureringsadresse,Leveringsadresse,Leveringsinformasjon,Customer Email,Kundegruppe,Delsum,Frakt og ekspedisjonsgebyr,Kundenavn,Betalingsmåte,Total Refunded',
    'Avbrutt',
    'Pending Payment',
    'ID,Navn,E-post,Gruppe,Telefon,ZIP,Land,Stat/provins,Kunde siden,Webområde,Bekreftet e-post,Konto opprettet i',
  ],
  Czech: [
    'ID,Místo nákupu,Datum nákupu,Faktura na jméno,Doručit na jméno,Celkový součet (základ),Celkový součet (koupeno),Stav,Fakturační adresa,Doručovací adresa,Informace o dopravě,E-mail zákazníka,Zákaznická skupina,Mezisoučet,Dopravné a balné,Jméno zákazníka,Způsob platby,Celkem vráceno',
    'Zrušeno',
    'Neuhrazená',
    'ID,Jméno,E-mail,Skupina,Telefon,PSČ,Země,Kraj / region,Zákazníkem od,Web,Potvrzený e-mail,Účet vytvořen v',
  ],
  Turkish: [
    'No,Satın alma Noktası,Satın alma tarihi,Fatura adı,İsme Sevk,Genel Toplam (Temel),Genel toplam (satın alınmış),Durum,Fatura Adresi,Teslimat Adresi,Teslimat Bilgisi,Müşteri E-posta Adresi,Müşteri Grupları,Ara Toplam,Teslimat & Teslim Alma,Müşteri Adı,Tahsilat Yöntemi,Toplam İade Edilenler',
    'İptal Edildi',
    'Ödeme Bekleniyor',
    'No,Adı,E-posta,Grup,Telefon Numarası,Posta Kodu,Ülke,Eyalet/Şehir,Müşteri Geçmişi,İnternet sitesi,E-posta onaylandı,Hesap Oluşturuldu',
  ],
};

it.each(Object.entries(PACKS))(
  'readExports() reads Magento 2’s lists with the words of its pack: %s',
  async (_language, [header, cancelled, unpaid, customers]) => {
    const row = (id: string, state: string, money: string): string =>
      `00000020${id},Shop,"Mar 1${id}, 2026 10:15:00 AM",Ann A,Ann A,${money.replace('|', `,${state},x,x,x,ann@example.com,General,`)}`;
    const orders = [
      header,
      row('1', 'x', '1126.00,1126.00|1000.00,6.00,Ann A,checkmo,5.00'),
      row('2', cancelled, '10.00,10.00|10.00,0.00,Ann A,checkmo,'),
      row('3', unpaid, '20.00,20.00|20.00,0.00,Ann A,checkmo,'),
    ];
    const { files, engine } = await readFiles({
      'customers.csv': `${customers}\n7,Ann A,ann@example.com,General,,,,,"Dec 31, 2025 01:00:00 PM",Site,,View\n`,
      'orders.csv': `${orders.join('\n')}\n`,
    });
    expect(files.map(({ adapter, rows }) => [adapter, rows.used, rows.rejected])).toEqual([
      ['magento2-customers', 1, 0],
      ['magento2-order-grid', 3, 0],
    ]);
    expect(
      await engine.rows(
        `SELECT cancelled, total::DECIMAL(9,2) AS total, tax::DECIMAL(9,2) AS tax, shipping::DECIMAL(9,2) AS shipping, refund::DECIMAL(9,2) AS refund
        FROM orders ORDER BY order_key`,
      ),
    ).toEqual([
      { cancelled: false, total: '1126.00', tax: '120.00', shipping: '6.00', refund: '5.00' },
      { cancelled: true, total: '10.00', tax: '0.00', shipping: '0.00', refund: null },
      { cancelled: true, total: '20.00', tax: '0.00', shipping: '0.00', refund: null },
    ]);
  },
);
