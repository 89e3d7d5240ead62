import { expect, it } from 'vitest';
import { ordersCsv, readFiles } from '../exports-fixture.ts';

const QUESTIONS = [
  '"{{field:7d956171-88d8-4613}}, how likely are you to recommend us?"',
  '"What did you <b>like</b> &amp; why?\n"',
  'Which colours do you wear? ',
  'Other',
  'Would you buy again?',
  'Would you buy again?',
  'What is your name?',
  'Mobile number',
  'email',
  'order_id',
];
const TODAY = [
  '#',
  ...QUESTIONS,
  'Response Type',
  'Start Date (UTC)',
  'Stage Date (UTC)',
  'Submit Date (UTC)',
  'Network ID',
  'Tags',
  'Ending',
].join(',');

const [ANN, BEN, CAT, DAN] = [
  'aaaa1111bbbb2222cccc3333dddd4444',
  'bbbb1111bbbb2222cccc3333dddd4444',
  'cccc1111bbbb2222cccc3333dddd4444',
  'dddd1111bbbb2222cccc3333dddd4444',
];

/** Three answers, two of them whole; the fourth left before the first question. */
const RESPONSES = [
  `${ANN},10,"Fast, and friendly","Red, Blue",,Yes,,Ann Example,'+44 7700 900123,ann@example.com,#1001,completed,2026-06-30 23:20:12,,2026-06-30 23:30:00,938f4331f1,,`,
  `${BEN},9,,"Blue, Green",Teal,,No,Ben Example,,BEN@example.com,,completed,2026-07-02 08:00:00,,2026-07-02 08:05:00,938f4331f2,vip,Thanks`,
  `${CAT},3,Write to cat@example.com,"Blue, Red",020 7946 0001,,,,,,,partial,2026-07-03 08:00:00,2026-07-03 08:01:00,,938f4331f3,,`,
  `${DAN},,,,,,,,,,,started,2026-07-03 09:00:00,2026-07-03 09:00:00,,938f4331f4,,`,
];

it('typeform reads questions in columns as one row an answer, and nothing about the person', async () => {
  const { files, engine } = await readFiles({
    'orders.csv': ordersCsv('1001,2026-06-01,ann@example.com,S1,Scarf,1,20'),
    'After the purchase.csv': `${TODAY}\n${RESPONSES.join('\n')}\n`,
    // A newer download of the same survey: Ben again, and nothing else of the first.
    'After the purchase (1).csv': `${TODAY}\n${RESPONSES[1]?.replace(',9,,', ',8,,')}\n${DAN.replace('d', 'e')},7,,"Green, Blue",,,,,,,,completed,2026-07-04 09:00:00,,2026-07-04 09:01:00,938f4331f5,,\n`,
  });
  const survey = files.find(({ path }) => path === 'After the purchase.csv');
  expect(survey?.adapter).toBe('typeform');
  expect(survey?.rows).toEqual({ in: 4, used: 2, ignored: 2, rejected: 0 });
  expect(survey?.reasons.map(({ code, rows }) => [code, rows])).toEqual(
    expect.arrayContaining([
      ['ignored/no-answers', 1],
      ['ignored/overlap', 1],
      ['note/partial-response', 1],
      // Cat's phone number; Ann was asked for hers.
      ['note/personal-answers', 1],
    ]),
  );
  const answers = await engine.rows(
    `SELECT left(response, 4) AS response, survey, answered_on::VARCHAR AS "on", question, answer,
      score::INTEGER AS score, customer IS NOT NULL AS known, order_key
    FROM survey_responses ORDER BY response, question, answer`,
  );
  const recommend = 'how likely are you to recommend us?';
  const colours = 'Which colours do you wear?';
  const ann = { on: '2026-07-01', known: true, order_key: 'generic-orders:1001' };
  const ben = { on: '2026-07-02', known: true, order_key: null };
  const cat = { on: '2026-07-03', known: false, order_key: null };
  const eve = { on: '2026-07-04', known: false, order_key: null };
  const rows = [
    { response: 'aaaa', ...ann, question: 'What did you like & why?', answer: 'Fast, and friendly' },
    { response: 'aaaa', ...ann, question: colours, answer: 'Blue' },
    { response: 'aaaa', ...ann, question: colours, answer: 'Red' },
    { response: 'aaaa', ...ann, question: 'Would you buy again?', answer: 'Yes' },
    { response: 'aaaa', ...ann, question: recommend, answer: '10', score: 10 },
    { response: 'bbbb', ...ben, question: 'Other', answer: 'Teal' },
    { response: 'bbbb', ...ben, question: colours, answer: 'Blue' },
    { response: 'bbbb', ...ben, question: colours, answer: 'Green' },
    { response: 'bbbb', ...ben, question: 'Would you buy again?', answer: 'No' },
    { response: 'bbbb', ...ben, question: recommend, answer: '8', score: 8 },
    { response: 'cccc', ...cat, question: 'What did you like & why?', answer: 'Write to cat@example.com' },
    { response: 'cccc', ...cat, question: colours, answer: 'Blue' },
    { response: 'cccc', ...cat, question: colours, answer: 'Red' },
    { response: 'cccc', ...cat, question: recommend, answer: '3', score: 3 },
    { response: 'eddd', ...eve, question: colours, answer: 'Blue' },
    { response: 'eddd', ...eve, question: colours, answer: 'Green' },
    { response: 'eddd', ...eve, question: recommend, answer: '7', score: 7 },
  ]; // prettier-ignore
  expect(answers).toEqual(
    rows.map((row) => ({ survey: 'After the purchase', score: null, ...row })),
  );
});

it('typeform reads both layouts of before 2022: a column a choice, and choices joined by slashes', async () => {
  const columns = `#,date,Calf,Back,Other,Minutes,Other,Start Date (UTC),Submit Date (UTC),Network ID`;
  const joined = `#,date,Muscles,Minutes,Start Date (UTC),Submit Date (UTC),Network ID`;
  const { files, engine } = await readFiles({
    'columns.csv': `${columns}\n${ANN},2018-03-26,Calf,Back,Knee,55,none,2018-03-26 14:25:43,2018-03-26 14:26:09,55833cdf57\n`,
    'joined.csv': `${joined}\n${BEN},2018-04-03, / Biceps / Lats,12,2018-04-03 09:05:14,2018-04-03 09:05:40,d3560842b2\n`,
  });
  expect(files.map(({ adapter }) => adapter)).toEqual(['typeform', 'typeform']);
  const answers = await engine.rows(
    `SELECT survey, question, answer FROM survey_responses WHERE question <> 'date' ORDER BY ALL`,
  );
  expect(answers.map(Object.values)).toEqual([
    ['columns', 'Back', 'Back'],
    ['columns', 'Calf', 'Calf'],
    ['columns', 'Minutes', '55'],
    ['columns', 'Other', 'Knee'],
    ['columns', 'Other', 'none'],
    ['joined', 'Minutes', '12'],
    ['joined', 'Muscles', 'Biceps'],
    ['joined', 'Muscles', 'Lats'],
  ]);
});
