import { expect, it } from 'vitest';
import { readFiles, shopConfig } from '../exports-fixture.ts';
import { campaignRows, reasonCounts } from './campaign-rows.ts';

/** Names of the simplified Chinese of the mainland; an indicator can be a word, and a basket of purchases is none. */
const CHINESE = `报告开始日期,报告结束日期,广告系列名称,成效,成效指标,已花费金额 (USD),购物转化价值,广告花费回报 (ROAS) - 购物,CPM（千次展示费用） (USD),链接点击率,广告系列投放,链接点击量,加入购物车次数,展示次数
2026-04-01,2026-04-22,驱虫,787,actions:offsite_conversion.fb_pixel_purchase,19377.19,34829.05,1.797425,34.111528,2.483743,active,14109,1725,568054
2026-04-01,2026-04-22,购物车,50,加入购物车,100,,,,,active,10,5,1000
2026-04-01,2026-04-22,网站,4,网站购物,100,,,,,active,10,5,1000
`;
/** The row below the others is called "Total" and has no day. */
const ARABIC = `بداية التقارير,نهاية التقارير,اسم الحملة,اسم مجموعة الإعلانات,اسم الإعلان,المبلغ الذي تم إنفاقه (EGP),مرات الظهور,عمليات الشراء,قيمة تحويل عمليات الشراء
2026-09-01,2026-09-03,شاي,الكل,فيديو,300,3000,3,1500
,,Total,,,300,3000,3,1500
`;
const CZECH = `\ufeffNázev kampaně;Dosah;Vydaná částka (CZK);Začátek reportování;Konce reportů
;0;300,50;2026-03-01;2026-03-31
Čaj;0;100,50;2026-03-01;2026-03-31
Káva;0;200;2026-03-01;2026-03-31
`;
const INDONESIAN = `Awal pelaporan,Akhir pelaporan,Nama kampanye,Penayangan kampanye,Hasil,Indikator Hasil,Jumlah yang dibelanjakan (IDR),Impresi,Klik tautan,Nilai Konversi Pembelian
2026-05-08,2026-05-08,Teh,active,5,actions:purchase,150000,3000,50,1500000
`;
const KOREAN = `캠페인 ID,캠페인 이름,광고 세트 이름,게재,지출 금액 (KRW),노출,도달,링크 클릭,구매,구매 전환값,보고 시작,보고 종료
123,차,나,활성,48000,10000,8000,300,5,1500000,2026-03-21,2026-03-27
합계,,,,48000,10000,,300,5,1500000,,
`;
const RUSSIAN = `"Дата начала отчетности","Окончание отчетности","Название кампании","Показ кампании","Результат","Индикатор результата","Потраченная сумма (USD)","Показы","Клики по ссылке","Покупки"
2026-07-20,2026-07-26,Чай,active,12,actions:onsite_conversion.messaging,"120,50","10 500",70,2
`;
const VIETNAMESE = `Tên chiến dịch,Ngày,Trạng thái phân phối,Lượt hiển thị,Loại kết quả,Kết quả,Số tiền đã chi tiêu (VND),Bắt đầu,Lượt click vào liên kết,Lượt bắt đầu báo cáo,Lượt kết thúc báo cáo
Trà,2026-06-01,active,200,Tin nhắn,3,150000,2026-01-01,12,2026-06-01,2026-06-02
`;

it('meta-ads reads the Arabic, Chinese, Czech, Indonesian, Korean, Russian and Vietnamese names that are known', async () => {
  const { files, engine } = await readFiles(
    {
      'ar.csv': ARABIC,
      'cs.csv': CZECH,
      'id.csv': INDONESIAN,
      'ko.csv': KOREAN,
      'ru.csv': RUSSIAN,
      'vi.csv': VIETNAMESE,
      'zh.csv': CHINESE,
    },
    shopConfig({ rates: { CZK: 1, EGP: 1, IDR: 1, KRW: 1, USD: 1, VND: 1 } }),
  );
  expect(
    files.map(({ adapter, rows }) => [adapter, rows.used, rows.ignored, rows.rejected]),
  ).toEqual([
    ['meta-ads', 1, 1, 0],
    ['meta-ads', 2, 1, 0],
    ['meta-ads', 1, 0, 0],
    ['meta-ads', 1, 1, 0],
    ['meta-ads', 1, 0, 0],
    ['meta-ads', 1, 0, 0],
    ['meta-ads', 3, 0, 0],
  ]);
  expect([files[0], files[1], files[3]].map((file) => file?.reasons[0]?.reason)).toEqual([
    expect.stringContaining('they state the sums'),
    expect.stringContaining('they state the sums'),
    expect.stringContaining('they state the sums'),
  ]);
  const rows = await campaignRows(
    engine,
    'campaign, starts_on::VARCHAR AS starts, ends_on::VARCHAR AS ends, impressions::INTEGER AS shown, clicks::INTEGER AS clicks, conversions::INTEGER AS bought, revenue::DECIMAL(9,2) AS revenue, spend::DECIMAL(9,2) AS spend',
  );
  expect(rows.map(Object.values)).toEqual([
    ['Káva', '2026-03-01', '2026-03-31', null, null, null, null, '200.00'],
    ['Čaj', '2026-03-01', '2026-03-31', null, null, null, null, '100.50'],
    ['차', '2026-03-21', '2026-03-27', 10_000, 300, 5, '1500000.00', '48000.00'],
    ['网站', '2026-04-01', '2026-04-22', 1000, 10, 4, null, '100.00'],
    ['购物车', '2026-04-01', '2026-04-22', 1000, 10, null, null, '100.00'],
    ['驱虫', '2026-04-01', '2026-04-22', 568_054, 14_109, 787, '34829.05', '19377.19'],
    ['Teh', '2026-05-08', '2026-05-08', 3000, 50, 5, '1500000.00', '150000.00'],
    ['Trà', '2026-06-01', '2026-06-01', 200, 12, null, null, '150000.00'],
    ['Чай', '2026-07-20', '2026-07-26', 10_500, 70, 2, null, '120.50'],
    ['شاي', '2026-09-01', '2026-09-03', 3000, null, 3, '1500.00', '300.00'],
  ]);
});

it('meta-ads counts what was put into a basket as no purchase, though its word holds one', async () => {
  const german = `Berichtsstart;Berichtsende;Kampagnenname;Ergebnisse;Ergebnisindikator;Ausgegebener Betrag (GBP);Impressionen
2026-01-01;2026-01-31;Kaffee;3;Website-Käufe;10,50;700
2026-01-01;2026-01-31;Tee;30;In den Einkaufswagen gelegt;1.000,50;7.000
`;
  const { files, engine } = await readFiles({ 'de.csv': german });
  expect(reasonCounts(files[0])).toEqual({ 'note/other-results': 1 });
  expect(await campaignRows(engine, 'campaign, conversions::INTEGER AS bought')).toEqual([
    { campaign: 'Kaffee', bought: 3 },
    { campaign: 'Tee', bought: null },
  ]);
});

it('meta-ads takes the report of days without any advert for one without rows', async () => {
  const { files } = await readFiles({
    'none.csv':
      '"Reporting starts","Reporting ends","Campaign name","Campaign delivery","Amount spent (GBP)",Ends\n"No data available."\n',
  });
  expect(files[0]?.rows).toEqual({ in: 1, used: 0, ignored: 1, rejected: 0 });
  expect(reasonCounts(files[0])).toEqual({ 'ignored/footer': 1 });
});
