import { expect, it } from 'vitest';
import { readFiles } from '../exports-fixture.ts';

const METADATA =
  'Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1';

/** One choice in a column, several choices and a matrix in many; a question over two lines; a no-break space. */
const CONDENSED = [
  `${METADATA},"How likely are you to<br>recommend us?",Which of these do you own?,,,"How were the\nfollowing?",,Contact information,,Anything else?\u00a0`,
  ',,,,,,,,,Response,Scarf,Hat,Other (please specify),Delivery,Price,Name,Phone Number,Open-Ended Response',
  '1100000001,90001,06/30/2026 11:20:00 PM,06/30/2026 11:30:00 PM,192.0.2.10,ann@example.com,Ann,Example,C-7,10 - Extremely likely,Scarf,,,Good,Fair,Ann Example,020 7946 0958,"Très bien, merci"',
  '1100000002,90001,07/01/2026 09:00:00 AM,07/01/2026 09:10:00 AM,192.0.2.11,,,,,0 - Not at all likely,Scarf,Hat,Gloves,Poor,,,,',
  '1100000003,90001,07/01/2026 10:00:00 AM,07/01/2026 10:00:10 AM,192.0.2.12,,,,,,,,,,,,,',
];

it('surveymonkey joins its two header rows and reads Windows-1252', async () => {
  const text = Buffer.from(`${CONDENSED.join('\n')}\n`, 'latin1');
  const { files, engine } = await readFiles({ 'Purchase survey.csv': text });
  expect(files[0]?.adapter).toBe('surveymonkey');
  expect(files[0]?.rows).toEqual({ in: 3, used: 2, ignored: 1, rejected: 0 });
  expect(files[0]?.reasons.map(({ code }) => code)).not.toContain('note/personal-answers');
  const answers = await engine.rows(
    `SELECT right(response, 1) AS response, answered_on::VARCHAR AS "on", question, answer, score::INTEGER AS score,
      customer IS NOT NULL AS known
    FROM survey_responses WHERE survey = 'Purchase survey' ORDER BY response, question, answer`,
  );
  const owned = 'Which of these do you own?';
  const recommend = 'How likely are you to recommend us?';
  expect(answers.map(Object.values)).toEqual([
    ['1', '2026-06-30', 'Anything else?', 'Très bien, merci', null, true],
    ['1', '2026-06-30', recommend, '10 - Extremely likely', 10, true],
    ['1', '2026-06-30', 'How were the following? [Delivery]', 'Good', null, true],
    ['1', '2026-06-30', 'How were the following? [Price]', 'Fair', null, true],
    ['1', '2026-06-30', owned, 'Scarf', null, true],
    ['2', '2026-07-01', recommend, '0 - Not at all likely', 0, false],
    ['2', '2026-07-01', 'How were the following? [Delivery]', 'Poor', null, false],
    ['2', '2026-07-01', owned, 'Gloves', null, false],
    ['2', '2026-07-01', owned, 'Hat', null, false],
    ['2', '2026-07-01', owned, 'Scarf', null, false],
  ]);
});

it('surveymonkey reads one column a choice, numbers instead of labels, and files without dates', async () => {
  const expanded = [
    'Respondent ID,Collector ID,Date Created,Date Modified,How do you feel about us?,,,Age,',
    ',,,,Good,Fair,Poor,< 30,30+',
    '1100000011,90002,01/31/2026 08:00:00,01/31/2026 08:05:00,,Fair,,< 30,',
    '1100000012,90002,02/01/2026 08:00:00,02/01/2026 08:05:00,Good,,,,30+',
  ];
  const coded = [
    'RespondentID,How were the following?,,How likely are you to recommend us?',
    ',Delivery,Price,Response',
    '1100000021,5,4,9',
    '1100000022,2,,7',
  ];
  const plain = [
    'RespondentID,"Which do you prefer, tea or coffee?",Age',
    '1100000031,Tea,18-29',
    '1100000032,Coffee,',
  ];
  const { files, engine } = await readFiles({
    'coded.csv': `${coded.join('\n')}\n`,
    'expanded.csv': `${expanded.join('\r\n')}\r\n`,
    'plain.csv': `${plain.join('\n')}\n`,
  });
  expect(files.map(({ path, adapter, rows }) => [path, adapter, rows.used])).toEqual([
    ['coded.csv', 'surveymonkey', 2],
    ['expanded.csv', 'surveymonkey', 2],
    ['plain.csv', 'surveymonkey-plain', 2],
  ]);
  expect(files[0]?.reasons).toContainEqual(
    expect.objectContaining({ code: 'note/no-date', rows: 2 }),
  );
  const answers = await engine.rows(
    `SELECT survey, right(response, 1) AS response, answered_on::VARCHAR AS "on", question, answer, score::INTEGER AS score
    FROM survey_responses ORDER BY survey, response, question`,
  );
  expect(answers.map(Object.values)).toEqual([
    ['coded', '1', null, 'How likely are you to recommend us?', '9', 9],
    ['coded', '1', null, 'How were the following? [Delivery]', '5', 5],
    ['coded', '1', null, 'How were the following? [Price]', '4', 4],
    ['coded', '2', null, 'How likely are you to recommend us?', '7', 7],
    ['coded', '2', null, 'How were the following? [Delivery]', '2', 2],
    ['expanded', '1', '2026-01-31', 'Age', '< 30', null],
    ['expanded', '1', '2026-01-31', 'How do you feel about us?', 'Fair', null],
    ['expanded', '2', '2026-02-01', 'Age', '30+', null],
    ['expanded', '2', '2026-02-01', 'How do you feel about us?', 'Good', null],
    ['plain', '1', null, 'Age', '18-29', null],
    ['plain', '1', null, 'Which do you prefer, tea or coffee?', 'Tea', null],
    ['plain', '2', null, 'Which do you prefer, tea or coffee?', 'Coffee', null],
  ]);
});

it('surveymonkey keeps answers whose numbers somebody has taken out apart by their rows', async () => {
  const answers = [
    'Respondent ID,Which of these do you own?,,How likely are you to recommend us?',
    ',Scarf,Hat,Response',
    ',Scarf,,9',
    ',Scarf,Hat,4',
  ];
  const { files, engine } = await readFiles({ 'public.csv': `${answers.join('\n')}\n` });
  expect(files[0]?.rows).toEqual({ in: 2, used: 2, ignored: 0, rejected: 0 });
  expect(
    await engine.rows(
      `SELECT response, count(*)::INTEGER AS answers FROM survey_responses GROUP BY response ORDER BY response`,
    ),
  ).toEqual([
    { response: 'public#1', answers: 2 },
    { response: 'public#2', answers: 3 },
  ]);
});

/** Choices in columns of their own, nobody chose the second; a matrix, a ranking and one column for all choices. */
const CODED = [
  `${METADATA},Which of these do you own?,,,,How were the following?,,What matters most?,,Where did you hear of us?,How likely are you to recommend us?`,
  ',,,,,,,,,Scarf,Hat,Gloves,Other (please specify),Delivery,Price,Speed,Care,Response,Response',
  '1100000041,90003,06/30/2026 11:20:00 PM,06/30/2026 11:30:00 PM,,,,,,1,,3,,4,5,1,2,3,10',
  '1100000042,90003,06/30/2026 11:20:00 PM,06/30/2026 11:30:00 PM,,,,,,,,3,Boots,4,5,1,2,1,7',
  '1100000043,90003,06/30/2026 11:20:00 PM,06/30/2026 11:30:00 PM,,,,,,1,,,,,,,,,',
];

const OWNED = `SELECT right(response, 1) || ' ' || question AS asked, string_agg(answer, ', ' ORDER BY answer) AS answers
  FROM survey_responses GROUP BY 1 ORDER BY 1`;

it('surveymonkey reads the numbers of choices with a column of their own as the choices', async () => {
  const { files, engine } = await readFiles({ 'Coded.csv': `${CODED.join('\n')}\n` });
  expect((await engine.rows(OWNED)).map(Object.values)).toEqual([
    ['1 How likely are you to recommend us?', '10'],
    ['1 How were the following? [Delivery]', '4'],
    ['1 How were the following? [Price]', '5'],
    ['1 What matters most? [Care]', '2'],
    ['1 What matters most? [Speed]', '1'],
    ['1 Where did you hear of us?', '3'],
    ['1 Which of these do you own?', 'Gloves, Scarf'],
    ['2 How likely are you to recommend us?', '7'],
    ['2 How were the following? [Delivery]', '4'],
    ['2 How were the following? [Price]', '5'],
    ['2 What matters most? [Care]', '2'],
    ['2 What matters most? [Speed]', '1'],
    ['2 Where did you hear of us?', '1'],
    ['2 Which of these do you own?', 'Boots, Gloves'],
    ['3 Which of these do you own?', 'Scarf'],
  ]);
  // What the 3 and the 1 of "Where did you hear of us?" mean, nothing says.
  expect(files[0]?.reasons).toContainEqual(
    expect.objectContaining({ code: 'note/coded-answers', rows: 2 }),
  );
});

it.each([
  ['1 and 0', '1', '0'],
  ['1 and nothing', '1', ''],
])('surveymonkey reads choices marked with %s', async (_, yes, no) => {
  const rows = [
    [yes, no, yes],
    [no, no, yes],
    [no, yes, no],
  ];
  const lines = rows.map((cells, index) => `110000005${index},${cells.join(',')},9`);
  const header = [
    'Respondent ID,Which of these do you own?,,,Age',
    ',Scarf,Hat,Gloves,Open-Ended Response',
  ];
  const { files, engine } = await readFiles({
    'Flags.csv': `${[...header, ...lines].join('\n')}\n`,
  });
  expect(
    (await engine.rows(OWNED))
      .map(Object.values)
      .filter(([asked]) => !String(asked).includes('Age')),
  ).toEqual([
    ['0 Which of these do you own?', 'Gloves, Scarf'],
    ['1 Which of these do you own?', 'Gloves'],
    ['2 Which of these do you own?', 'Hat'],
  ]);
  expect(files[0]?.reasons.map(({ code }) => code)).not.toContain('note/coded-answers');
});
