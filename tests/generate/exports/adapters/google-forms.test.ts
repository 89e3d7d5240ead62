import { expect, it } from 'vitest';
import { ordersCsv, readFiles, shopConfig } from '../exports-fixture.ts';
import { makeXlsx } from '../unpack/make-xlsx.ts';

/** Questions of a form after an edit (the old column kept), and a column of the sheet's owner. */
const HEADER =
  'Timestamp,Email Address,  How happy are you?  ,What did you buy? (Choose all),Rate us [Delivery],Rate us [Price],How happy are you?,Order number,Your full name,Checked-In';

it('google-forms reads sheets in the country’s form of dates and the form’s own download', async () => {
  const sheet = [
    HEADER,
    '9/6/2025 0:06:16,ann@example.com,5,"Scarf, Hat",4,3,,1001,Ann Example,',
    '9/14/2025 13:58:23,,,"Hat, Gloves",,,4,,,yes',
    '9/15/2025 9:00:00,,,"Scarf, Gloves",,,,,,',
    '9/16/2025 9:00:00,,,,,,,,Nobody Example,',
  ];
  const script =
    'Timestamp,Username,Why us?\nMon Sep 08 2025 23:58:23 GMT-0500 (Central Daylight Time),ann@example.com,"Warm, and soft"\n';
  const form =
    '"Timestamp","Would you come back?"\n"2025/09/30 11:04:05 PM GMT+1","Yes"\n"2025/10/01 3:04:05 AM GMT+1","No;Perhaps"\n';
  const { files, engine } = await readFiles({
    'Party (Responses) - Form Responses 1.csv': `${sheet.join('\n')}\n`,
    'Party.csv/Party.csv': form,
    'Why (Responses).csv': script,
    'Other.csv': 'Zeitstempel,Wie geht es?\n31.01.2026 15:04:05,Gut\n',
  });
  expect(files.map(({ path, adapter, rows }) => [path, adapter, rows.used])).toEqual([
    ['Other.csv', 'google-forms', 1],
    ['Party (Responses) - Form Responses 1.csv', 'google-forms', 3],
    ['Party.csv/Party.csv', 'google-forms', 2],
    ['Why (Responses).csv', 'google-forms', 1],
  ]);
  expect(files[1]?.reasons).toContainEqual(
    expect.objectContaining({ code: 'ignored/no-answers', rows: 1 }),
  );
  const answers = await engine.rows(
    `SELECT survey, answered_on::VARCHAR AS "on", question, answer, score::INTEGER AS score, customer IS NOT NULL AS known
    FROM survey_responses ORDER BY survey, "on", question, answer`,
  );
  const bought = 'What did you buy? (Choose all)';
  expect(answers.map(Object.values)).toEqual([
    ['Other', '2026-01-31', 'Wie geht es?', 'Gut', null, false],
    ['Party', '2025-09-06', 'How happy are you?', '5', 5, true],
    ['Party', '2025-09-06', 'Rate us [Delivery]', '4', 4, true],
    ['Party', '2025-09-06', 'Rate us [Price]', '3', 3, true],
    ['Party', '2025-09-06', bought, 'Hat', null, true],
    ['Party', '2025-09-06', bought, 'Scarf', null, true],
    ['Party', '2025-09-14', 'Checked-In', 'yes', null, false],
    ['Party', '2025-09-14', 'How happy are you?', '4', 4, false],
    ['Party', '2025-09-14', bought, 'Gloves', null, false],
    ['Party', '2025-09-14', bought, 'Hat', null, false],
    ['Party', '2025-09-15', bought, 'Gloves', null, false],
    ['Party', '2025-09-15', bought, 'Scarf', null, false],
    ['Party', '2025-09-30', 'Would you come back?', 'Yes', null, false],
    ['Party', '2025-10-01', 'Would you come back?', 'No;Perhaps', null, false],
    ['Why', '2025-09-09', 'Why us?', 'Warm, and soft', null, true],
  ]);
});

it('google-forms counts what two downloads of a sheet share once, and true twins inside one twice', async () => {
  const row = (day: number, answer: string): string => `${day}/09/2025 10:00:00,${answer}`;
  const sheet = (...rows: string[]): string => `Timestamp,How was it?\n${rows.join('\n')}\n`;
  const { files, engine } = await readFiles(
    {
      'A (Responses) - Form Responses 1.csv': sheet(row(1, 'Good'), row(1, 'Good'), row(13, 'Bad')),
      'A (Responses) - Form Responses 1 (1).csv': sheet(
        ...[row(1, 'Good'), row(1, 'Good'), row(13, 'Bad'), row(14, 'Fair')],
      ),
    },
    shopConfig(),
  );
  expect(files.map(({ rows }) => rows.used).sort()).toEqual([0, 4]);
  const [found] = await engine.rows(
    'SELECT count(*)::INTEGER AS n, count(DISTINCT response)::INTEGER AS responses FROM survey_responses',
  );
  expect(found).toEqual({ n: 4, responses: 4 });
});

it('google-forms takes no table that merely begins with a time', async () => {
  const known = 'sku,title\nS1,Mug\n';
  const { files } = await readFiles({
    'log.csv': 'timestamp,level,message\n2026-01-05T10:00:00.123Z,INFO,started\n',
    'sensor.csv':
      'Timestamp,Temperature in the hall,Relative humidity\n1/13/2026 10:00:00,20.5,41\n1/13/2026 10:01:00,20.6,41\n',
    'later.csv': 'Name of the sensor,Timestamp,How is it?\nA,1/13/2026 10:00:00,Good\n',
    'products.csv': known,
  });
  expect(files.map(({ path, adapter }) => [path, adapter])).toEqual([
    ['later.csv', null],
    ['log.csv', null],
    ['products.csv', 'generic-products'],
    ['sensor.csv', null],
  ]);
});

/** Forms of Japan, Korea, China, Russia and Sweden: the time with its half of the day, and questions about the person. */
const ABROAD: [string, string, string][] = [
  ['アンケート', 'タイムスタンプ,メールアドレス,お名前,電話番号,この店をすすめたいと思いますか？', '2026/03/14 9:30:00 午後 GMT+9,ann@example.com,田中太郎,090-0000-0000,9'],
  ['설문', '타임스탬프,이메일 주소,성함,연락처,추천하시겠습니까?', '2026/03/14 9:30:00 오후 GMT+9,ann@example.com,김민수,010-0000-0000,9'],
  ['问卷', '时间戳,电子邮件地址,姓名,手机,您会推荐我们的商店吗？', '2026/03/14 8:30:00 下午 GMT+8,ann@example.com,王小明,13000000000,9'],
  ['опрос', 'Отметка времени,Адрес электронной почты,Ваше имя,Телефон,Порекомендуете ли вы нас?', '14.03.2026 15:30:00,ann@example.com,Анна Петрова,+7 900 000-00-00,9'],
]; // prettier-ignore

it('google-forms reads forms in writings without spaces, and no names or phones out of them', async () => {
  const { files, engine } = await readFiles(
    Object.fromEntries(ABROAD.map(([name, header, row]) => [`${name}.csv`, `${header}\n${row}\n`])),
    shopConfig({
      timeZone: 'Europe/Moscow',
      platforms: { 'google-forms': { timeZone: 'Europe/Moscow' } },
    }),
  );
  expect(files.map(({ adapter, rows }) => [adapter, rows.used])).toEqual(
    ABROAD.map(() => ['google-forms', 1]),
  );
  const answers = await engine.rows(
    `SELECT survey, answered_on::VARCHAR AS "on", answer, customer IS NOT NULL AS known FROM survey_responses ORDER BY survey`,
  );
  expect(answers).toEqual(
    ABROAD.map(([survey]) => ({ survey, on: '2026-03-14', answer: '9', known: true })).sort(
      (a, b) => (a.survey < b.survey ? -1 : 1),
    ),
  );
});

it('readExports() reads a form whose question goes over lines that end in another way than the rows', async () => {
  const rows = [
    '7/13/2026 22:05:36, Ann,ann@example.com,No,Blue',
    '7/14/2026 9:14:34,Ben,ben@example.com,Yes,Red',
  ];
  const head = 'Timestamp,Full Name,Email,Do you have one?,"Which colour?\n(one or more) "';
  const { files, engine } = await readFiles({
    'Form Responses 1.csv': [head, ...rows].join('\r\n'),
  });
  expect(files[0]?.rows).toEqual({ in: 2, used: 2, ignored: 0, rejected: 0 });
  expect(
    await engine.rows(
      `SELECT answer FROM survey_responses WHERE question LIKE 'Which%' ORDER BY answer`,
    ),
  ).toEqual([{ answer: 'Blue' }, { answer: 'Red' }]);
});

it('google-forms reads times with points, as sheets in Indonesian, Danish or Italian have them', async () => {
  const { engine, files } = await readFiles(
    {
      'form.csv':
        'Timestamp,Seberapa puas Anda?,Apa saran Anda untuk toko?\n22/03/2026 23.55.02,5,Bagus sekali\n23/03/2026 9.05.02,4,Cepat\n',
    },
    shopConfig({ timeZone: 'Asia/Jakarta' }),
  );
  expect(files[0]?.rows).toEqual({ in: 2, used: 2, ignored: 0, rejected: 0 });
  expect(
    await engine.rows(
      'SELECT DISTINCT answered_on::VARCHAR AS day FROM survey_responses ORDER BY 1',
    ),
  ).toEqual([{ day: '2026-03-22' }, { day: '2026-03-23' }]);
});

it('google-forms reads the sheet saved as XLSX, whose times have fractions of seconds, as its CSV', async () => {
  const rows = [
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Timestamp</t></is></c><c r="B1" t="inlineStr"><is><t>How was it?</t></is></c></row>',
    '<row r="2"><c r="A2" s="1"><v>45947.540936840276</v></c><c r="B2"><v>4.0</v></c></row>',
    '<row r="3"><c r="A3" s="1"><v>45948.749998</v></c><c r="B3"><v>5.0</v></c></row>',
  ];
  const sheet = { name: 'Form Responses 1', rows: rows.join('') };
  const { files, engine } = await readFiles({
    'Visit (Responses).xlsx': makeXlsx({ sheets: [sheet], formats: ['m/d/yyyy h:mm:ss'] }),
    'Visit (Responses) - Form Responses 1.csv':
      'Timestamp,How was it?\n10/17/2025 12:58:57,4\n10/18/2025 18:00:00,5\n10/19/2025 9:00:00,3\n',
  });
  expect(files.map(({ adapter }) => adapter)).toEqual(['google-forms', 'google-forms']);
  expect(
    await engine.rows('SELECT answered_on::VARCHAR AS "on", answer FROM survey_responses ORDER BY ALL'), // prettier-ignore
  ).toEqual([
    { on: '2025-10-17', answer: '4' },
    { on: '2025-10-18', answer: '5' },
    { on: '2025-10-19', answer: '3' },
  ]);
});

it.each([
  ['Časová značka', 'Jak se vám u nás líbilo?', '1.2.2026 15:04:05'],
  ['Χρονική σήμανση', 'Πόσο ικανοποιημένοι είστε;', '1/2/2026 15:04:05'],
  ['חותמת זמן', 'עד כמה אתה מרוצה?', '01/02/2026 15:04:05'],
  ['Marca de temps', 'Com va anar la visita?', '1/2/2026 15:04:05'],
])('google-forms knows the first column as %s', async (timestamp, question, time) => {
  const { files } = await readFiles({
    'form.csv': `${timestamp},${question}\n${time},5\n${time.replace(/^0?1/, '28')},4\n`,
  });
  expect(files[0]).toMatchObject({
    adapter: 'google-forms',
    rows: { in: 2, used: 2 },
    period: { from: '2026-02-01', to: '2026-02-28' },
  });
});

it('google-forms leaves out what somebody noted below the responses, and rejects a time that is none', async () => {
  const rows = Array.from({ length: 120 }, (_, n) => `${1 + (n % 12)}/${1 + (n % 28)}/2025 10:00:00,${n % 5},yes,because`); // prettier-ignore
  const { files } = await readFiles({
    'form.csv': `Timestamp,How was it?,Would you come back?,Why?\n${rows.join('\n')}\n13/32/2025 10:00:00,4,,\n,Average,,\n,3.2,,\n`,
  });
  expect(files[0]).toMatchObject({
    adapter: 'google-forms',
    rows: { in: 123, used: 120, ignored: 2, rejected: 1 },
  });
  expect(files[0]?.reasons).toContainEqual(
    expect.objectContaining({ code: 'ignored/notes', rows: 2 }),
  );
});

it.each([
  ['2026/04/14 11:30:17 pm CET', '2026-04-14 22:30:17'],
  ['2021/02/19 12:09:45 AM PST', '2021-02-19 08:09:45'],
  ['2026/01/31 3:04:05 PM ACDT', '2026-01-31 04:34:05'],
  ['2026/01/31 3:04:05 PM UTC−5', '2026-01-31 20:04:05'],
])('google-forms reads %s, in a zone that goes by a name', async (time, utc) => {
  const { files, engine } = await readFiles({
    'Visit.csv': `"Timestamp","How was it?"\n"${time}","4"\n`,
    'orders.csv': ordersCsv('1001,2026-03-01,ann@example.com,S-1,Scarf,1,20'),
  }, shopConfig({ timeZone: 'UTC' })); // prettier-ignore
  expect(files[0]).toMatchObject({ adapter: 'google-forms', rows: { in: 1, used: 1 } });
  expect(await engine.rows('SELECT answered_on::VARCHAR AS "on" FROM survey_responses')).toEqual([
    { on: utc.slice(0, 10) },
  ]);
});
